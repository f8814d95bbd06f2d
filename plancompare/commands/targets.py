"""`plancompare targets`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands.options import (
    choosing,
    compared,
    json_option,
    no_decisions_option,
    paging,
    plans_argument,
    speaking,
    theme_named,
)
from plancompare.commands.output import Outcome, left_out, losses, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.errors import PlanCompareError, likely
from plancompare.messages import Message

if TYPE_CHECKING:
    from plancompare.asking.figures import Measure
    from plancompare.model import Corpus


class Request(NamedTuple):
    """Which measures: of one theme, by name, with figures of two or more plans, with benchmarks; ``every``: not the
    first alone.
    """

    theme: str = ""
    indicators: tuple[str, ...] = ()
    shared: bool = False
    every: bool = False
    benchmarks: bool = False


@click.command(cls=Command)
@plans_argument()
@click.option("--theme", default="", help="Only measures with figures in this theme (id or label).")
@click.option("--indicator", "names", multiple=True, help="Only this measure (id, name or label); may be repeated.")
@click.option("--shared", is_flag=True, help="Only measures that two or more plans have figures for.")
@click.option("--benchmarks", is_flag=True, help="Only measures that have a benchmark, with each plan's gap to it.")
@click.option("--all", "every", is_flag=True, help="All measures, not the first screenful.")
@json_option
@no_decisions_option
@paging
@speaking
@choosing
def command(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    names: tuple[str, ...],
    shared: bool,
    benchmarks: bool,
    every: bool,
    form: str,
    no_decisions: bool,
    pager: bool,
) -> None:
    """The figures of plans by what they measure: a table of indicators × plans, those most widely used first.

    With --indicator or --benchmarks: each figure's deadline and baseline, whose figure is strictest, and the gap to
    benchmarks, figures that fall short of one first.

    Figures are compared only within one indicator and unit. The strictest figure is told by value and deadline; a
    maintenance figure is the same as its baseline. Gaps are in points for percentages; a benchmark marked unchecked
    has not been read in the official text.

    \b
    plancompare targets
    plancompare targets 丰台 乙市 --shared
    plancompare targets --benchmarks
    plancompare targets --indicator 普惠性幼儿园覆盖率 -f json
    """
    request = Request(theme, names, shared, every, benchmarks)
    put(session, figures(session, plans, request, not no_decisions, form == "json"), pager)


def figures(
    session: Session, plans: tuple[str, ...], request: Request, decisions: bool = True, as_json: bool = False
) -> Outcome:
    """The measures asked for, with the figures of ``plans``."""
    from plancompare.asking.figures import falls_short, measures

    corpus, comparison = compared(session, plans, decisions=decisions, alone=not as_json)
    every = measures(comparison)
    request = resolved(request, every, corpus)
    chosen, notes = narrowed(every, request), losses(comparison, session.lang)
    if as_json:
        from plancompare.formats.answers import measures_data
        from plancompare.formats.json import envelope

        settings = {"plans": [plan.id for plan in comparison.plans], **_narrowing(request), "decisions": decisions}
        settings |= session.narrowed
        data = envelope("targets", settings, measures_data(chosen, every, comparison), comparison.inputs)
        return Outcome(data=data, notes=notes)
    from plancompare.telling.figure_table import figures_on_screen
    from plancompare.telling.figures import figures_by_theme
    from plancompare.telling.source import Source

    notes += left_out(session, plans, "targets", "all", theme=request.theme, shared=request.shared)
    source = Source(comparison, session.lang)
    if request.indicators or request.benchmarks:
        shortest = sorted(chosen, key=lambda measure: not falls_short(measure))
        return Outcome(figures_by_theme(shortest, every, source), notes=notes)
    return Outcome(figures_on_screen(chosen, request.every, source), notes=notes)


def _narrowing(request: Request) -> dict[str, object]:
    """What narrows the data; they always hold all that is left."""
    return {key: value for key, value in request._asdict().items() if key != "every"}


def resolved(request: Request, every: "Sequence[Measure]", corpus: "Corpus") -> Request:
    """What is asked for by ids. Raises PlanCompareError for a name that nothing has."""
    ids = tuple(dict.fromkeys(measure_named(name, every, corpus) for name in request.indicators))
    return request._replace(theme=theme_named(request.theme, corpus), indicators=ids)


def narrowed(every: "Sequence[Measure]", request: Request) -> "Sequence[Measure]":
    """The measures asked for, by ids."""
    return [
        measure
        for measure in every
        if (not request.theme or request.theme in measure.themes)
        and (not request.indicators or measure.id in request.indicators)
        and (not request.shared or len(measure.leading) > 1)
        and (not request.benchmarks or bool(measure.indicator and measure.indicator.benchmarks))
    ]


def measure_named(name: str, every: "Sequence[Measure]", corpus: "Corpus") -> str:
    """The id of the measure called ``name``: an indicator's id, label or alias, or a label that a plan gives.

    A part of a name will do where it means one measure alone.
    """
    wanted = name.strip().lower()
    called = {measure.id: measure.id for measure in every if measure.indicator is None}
    for indicator in corpus.indicators.values():
        known = (indicator.id, indicator.label.zh, indicator.label.en, *indicator.aliases)
        called |= dict.fromkeys(known, indicator.id)
    for word, id in called.items():
        if word.lower() == wanted:
            return id
    within = {id for word, id in called.items() if len(wanted) > 1 and wanted in word.lower()}
    if len(within) == 1:
        return within.pop()
    from plancompare.comparing.strings import nearest

    near = nearest(wanted, {word: word for word in called})
    hint = likely(near) if near else Message("`plancompare targets` lists all that have figures")
    raise PlanCompareError('no measure "{name}"; {hint}', name=name, hint=hint)
