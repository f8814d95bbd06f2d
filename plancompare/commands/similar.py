"""`plancompare similar`."""

from typing import TYPE_CHECKING

import click

from plancompare.commands import completion
from plancompare.commands.options import choosing, json_option, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, losses_of, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Number
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.peers import Peers
    from plancompare.model import Corpus


@click.command(cls=Command)
@click.argument("plan", shell_complete=completion.plans)
@theme_option
@click.option("--limit", type=Number(1), default=10, show_default=True, help="At most so many.")
@json_option
@paging
@speaking
@choosing
def command(session: Session, plan: str, theme: str, limit: int, form: str, pager: bool) -> None:
    """The plans nearest to one: those with the largest share of usual promises in common, with all inputs.

    The share (Jaccard) is of standards of the catalogue that either plan makes those that both make, over themes that
    both texts treat whole. What nobody coded is neither; what it may be is told as unsure. Plans of which fewer than 10
    standards can be compared are named, not ranked. --where chooses among whom to look.

    \b
    plancompare similar 丰台
    plancompare similar 朝阳 --where "level=district"
    plancompare similar 朝阳 --theme 教师待遇 -f json
    """
    put(session, nearest(session, plan, theme, limit, form == "json"), pager)


def nearest(session: Session, name: str, theme: str = "", limit: int = 10, as_json: bool = False) -> Outcome:
    """The peers of the plan called ``name``; as data all of them, whatever the limit.

    Raises PlanCompareError where nobody coded that plan.
    """
    corpus, found, themes = _found(session, name, theme)
    notes = losses_of([found.plan], corpus.findings, session.lang)
    if as_json:
        from plancompare.formats.json import envelope
        from plancompare.formats.view_answers import peers_data

        settings = {"plan": found.plan.id, "theme": themes[0] if theme else None, **session.narrowed}
        return Outcome(data=envelope("similar", settings, peers_data(found), corpus.inputs), notes=notes)
    from plancompare.telling.peers import nearest_on_screen

    return Outcome(nearest_on_screen(found, limit, len(themes), session.lang), notes=notes)


def _found(session: Session, name: str, theme: str) -> "tuple[Corpus, Peers, tuple[str, ...]]":
    """What was read, the peers found in it, and the themes that were asked for."""
    from plancompare.asking.peers import peers
    from plancompare.asking.standards import code_of
    from plancompare.asking.usual import Doubts, usual_in_brief

    shelf, (wanted, *rest) = session.shelf(Doubts, name, beside=True)
    shelf = shelf.of((wanted, *rest))
    corpus, brief = shelf.corpus, shelf.briefs[wanted]
    if not any(code_of(code, corpus.catalogue) for code in brief.codes):
        raise PlanCompareError("nobody coded {plan}; `plancompare review {plan}` does", plan=wanted)
    themes = (theme_named(theme, corpus),) if theme else corpus.codebook.ids
    plan = shelf.whole(brief.head)  # of a head alone it would be said that nothing is encoded
    return corpus, peers(plan, corpus.plans, usual_in_brief(shelf), themes), themes
