"""`plancompare search`."""

from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands.options import Session, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, put
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.search import Hit
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Corpus


class Asked(NamedTuple):
    """Words to look for, and where: in these plans, under this theme, only among figures; at most so many hits."""

    words: str = ""
    plans: tuple[str, ...] = ()
    theme: str = ""
    figures: bool = False
    limit: int = 20


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
    put(session, answer(session, Asked(" ".join(words), plans, theme, figures, limit), form == "json"), pager)


def answer(session: Session, asked: Asked, as_json: bool = False) -> Outcome:
    """The commitments that answer, best first. Raises PlanCompareError where nothing is asked for."""
    from plancompare.comparing.comparison import compare

    if not (asked.words or asked.theme or asked.figures or asked.plans):
        raise PlanCompareError("search for what? give words, a --theme, a --plan or --figures")
    corpus, chosen = session.choose(asked.plans)
    comparison = compare(corpus)
    asked = asked._replace(plans=tuple(chosen), theme=theme_named(asked.theme, corpus))
    hits = _hits(corpus, comparison, asked)
    if as_json:
        from plancompare.formats.answers import hits_data
        from plancompare.formats.json import envelope

        return Outcome(data=envelope("search", asked._asdict(), hits_data(hits, comparison), corpus.inputs))
    from plancompare.telling.collection import hit_list

    return Outcome(hit_list(hits, asked.words, comparison, session.lang))


def _hits(corpus: "Corpus", comparison: "Comparison", asked: Asked) -> "tuple[Hit, ...]":
    """The hits in the plans and under the theme given by id; in their order where no words rank them."""
    from plancompare.asking.search import Hit, search
    from plancompare.comparing.wording import Wording

    sought = [
        c
        for plan in corpus.plans
        for c in plan.commitments
        if plan.id in asked.plans
        and (c.targets or not asked.figures)
        and (not asked.theme or asked.theme in (comparison.themes[c.key].theme, *c.also))
    ]
    if asked.words:
        return search(sought, asked.words, Wording(corpus.codebook), asked.limit)
    return tuple(Hit(commitment, 100) for commitment in sought[: asked.limit])
