"""`plancompare explain`."""

from typing import TYPE_CHECKING

import click

from plancompare.commands import completion
from plancompare.commands.keys import is_known, key_named
from plancompare.commands.options import json_option, no_decisions_option, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session, plan_named

if TYPE_CHECKING:
    from plancompare.asking.promise import Promise
    from plancompare.comparing.comparison import Comparison
    from plancompare.model import Lang


@click.command(cls=Command)
@click.argument("a", shell_complete=completion.promises)
@click.argument("b", required=False, shell_complete=completion.promises)
@click.option(
    "--among",
    multiple=True,
    shell_complete=completion.plans,
    metavar="PLAN",
    help="Score among these plans only (default: all).",
)
@click.option("--size", is_flag=True, help="Also say what the size of the two plans does to the score.")
@no_decisions_option
@json_option
@speaking
def command(
    session: Session,
    a: str,
    b: str | None,
    among: tuple[str, ...],
    size: bool,
    no_decisions: bool,
    form: str,
) -> None:
    """Why two commitments are (not) one row, or why a plan is said to make a promise or not to.

    A is a commitment (plan/id, or its id alone), a row or a standard. With a commitment B: the parts that add up to
    their score, what they share, their rivals. With a plan for B: what it says to the promise, or what its silence
    means, the passages nearest to it, and a sentence to cite. With A alone: its row, its standard (coded, or the
    likeliest ones), and its best candidates in each plan. Rivals are of all plans, or of those that --among names.

    \b
    plancompare explain cy-073 yq-100
    plancompare explain staffing-county-managed 丰台
    plancompare explain cy-073 --among 朝阳 --among 玉泉
    """
    put(session, explanation(session, a, b, among, not no_decisions, form == "json", size))


def explanation(
    session: Session,
    a: str,
    b: str | None,
    among: tuple[str, ...],
    decisions: bool,
    as_json: bool = False,
    size: bool = False,
) -> Outcome:
    """Why ``a`` and ``b`` are, or are not, one row; without ``b`` the row and the candidates of ``a``."""
    from plancompare.asking.promise import promise_called
    from plancompare.comparing.comparison import compare

    corpus, chosen = session.choose(among)
    comparison = compare(corpus, chosen, decisions=decisions)
    beside = None if among or all(is_known(name, comparison) for name in (a, b) if name) else session.layered()
    if beside:  # a name that is none of the collection's own may be that of what is shipped
        corpus, chosen = beside, [plan.id for plan in beside.plans]
        comparison = compare(corpus, decisions=decisions)
    plan = plan_named(b, comparison) if b else ""
    promise = promise_called(a, comparison, plan) if plan else None
    if promise:
        return _of_cell(promise, plan, comparison, session.lang, as_json)
    one = key_named(a, comparison)
    other = key_named(b, comparison) if b is not None else None
    if not as_json:
        return _on_screen(comparison, one, other, session.lang, size)
    from plancompare.asking.explanation import explain
    from plancompare.formats.answers import pair_data, single_data
    from plancompare.formats.json import envelope

    settings = {"a": one, "b": other, "among": chosen, "decisions": decisions}
    data = pair_data(explain(comparison, one, other)) if other else single_data(comparison, one)
    return Outcome(data=envelope("explain", settings, data, corpus.inputs))


def _of_cell(promise: "Promise", plan: str, comparison: "Comparison", lang: "Lang", as_json: bool) -> Outcome:
    """What a plan has to say to a promise."""
    if as_json:
        from plancompare.formats.json import cell_data, envelope

        settings = {"a": promise.id, "b": plan}
        data = {"row": promise.id, "plan": plan, **cell_data(promise.cells[plan])}
        return Outcome(data=envelope("explain", settings, data, comparison.inputs))
    from plancompare.telling.promise import cell_explanation
    from plancompare.telling.source import Source

    return Outcome(cell_explanation(promise, plan, Source(comparison, lang)))


def _on_screen(comparison: "Comparison", one: str, other: str | None, lang: "Lang", size: bool) -> Outcome:
    from plancompare.asking.explanation import explain
    from plancompare.telling.explanations import commitment_explanation, pair_explanation
    from plancompare.telling.source import Source

    source = Source(comparison, lang)
    if other is None:
        return Outcome(commitment_explanation(one, source))
    return Outcome(pair_explanation(explain(comparison, one, other), source, size))
