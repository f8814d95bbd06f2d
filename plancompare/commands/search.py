"""`plancompare search`."""

import click

from plancompare.commands.options import Session, paging, show, speaking


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--plan", "plans", multiple=True, help="Only in this plan; may be repeated.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@paging
@speaking
def command(
    session: Session,
    words: tuple[str, ...],
    plans: tuple[str, ...],
    limit: int,
    pager: bool,
) -> None:
    """Find commitments by words; synonyms of the codebook count, and so do near misses.

    \b
    plancompare search 县管校聘
    plancompare search 智慧校园 覆盖率 --plan 玉泉
    """
    from plancompare.formats.views import write_hits
    from plancompare.search import search
    from plancompare.wording import Wording

    corpus, chosen = session.choose(plans)
    sought = [c for plan in corpus.plans if plan.id in chosen for c in plan.commitments]
    asked = " ".join(words)
    hits = search(sought, asked, Wording(corpus.codebook), limit)
    screen = session.screen()
    write_hits(hits, asked, {plan.id: plan.name for plan in corpus.plans}, screen)
    show(screen, pager)
