"""`plancompare search`."""

from typing import TYPE_CHECKING

import click

from plancompare.commands.options import Session, paging, show, speaking, theme_named, theme_option
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.search import Hit
    from plancompare.model import Commitment


@click.command()
@click.argument("words", nargs=-1)
@click.option("--plan", "plans", multiple=True, help="Only in this plan; may be repeated.")
@theme_option
@click.option("--figures", is_flag=True, help="Only commitments with figures.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@click.option("-f", "--format", "form", type=click.Choice(["json"]), help="As data instead of text.")
@paging
@speaking
def command(
    session: Session,
    words: tuple[str, ...],
    plans: tuple[str, ...],
    theme: str,
    figures: bool,
    limit: int,
    form: str | None,
    pager: bool,
) -> None:
    """Find commitments by words, best first; synonyms of the codebook count, and so do near misses.

    A word such as 90%, ">=90%" or 2025 asks for figures and years. Each hit has its place and the row it belongs to.
    Without words, --theme, --plan and --figures list what they leave.

    \b
    plancompare search 县管校聘
    plancompare search 智慧校园 覆盖率 --plan 玉泉
    plancompare search "覆盖率 >=90%" -f json
    plancompare search --theme 教师待遇 --figures
    """
    from plancompare.asking.search import search
    from plancompare.comparing.comparison import compare
    from plancompare.comparing.wording import Wording

    if not words and not (theme or figures or plans):
        raise PlanCompareError("search for what? give words, a --theme, a --plan or --figures")
    corpus, chosen = session.choose(plans)
    comparison = compare(corpus)
    wanted = theme_named(theme, corpus)
    sought = [
        c
        for plan in corpus.plans
        for c in plan.commitments
        if plan.id in chosen
        and (c.targets or not figures)
        and (not wanted or wanted in (comparison.themes[c.key].theme, *c.also))
    ]
    asked = " ".join(words)
    hits = search(sought, asked, Wording(corpus.codebook), limit) if asked else _all(sought, limit)
    if form == "json":
        from plancompare.formats.hits import as_json

        click.echo(as_json(hits, comparison).encode(), nl=False)
        return
    from plancompare.formats.hits import write_hits

    screen = session.screen()
    write_hits(hits, asked, comparison, screen)
    show(screen, pager)


def _all(sought: "list[Commitment]", limit: int) -> "tuple[Hit, ...]":
    """What is left where no words rank it."""
    from plancompare.asking.search import Hit

    return tuple(Hit(commitment, 100) for commitment in sought[:limit])
