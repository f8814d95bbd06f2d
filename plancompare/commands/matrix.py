"""`plancompare matrix`."""

from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands.options import (
    choosing,
    compared,
    every_option,
    json_option,
    no_decisions_option,
    paging,
    plans_argument,
    speaking,
    theme_option,
)
from plancompare.commands.output import Outcome, left_out, losses, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.prevalence import By


class View(NamedTuple):
    """What is shown: one theme, plans in groups, a line for each row that can be compared (``every``: for all), or the
    cells that other settings would change (``firm``)."""

    theme: str = ""
    by: "By | None" = None
    rows: bool = False
    firm: bool = False
    every: bool = False


@click.command(cls=Command)
@plans_argument()
@click.option("--rows", is_flag=True, help="One line a row that can be compared instead of one a theme.")
@every_option
@theme_option
@click.option(
    "--by",
    type=Choice(["area", "level", "period"]),
    help="Columns are groups of plans: the share (k/n) of plans that make a commitment in the theme.",
)
@click.option("--stability", "firm", is_flag=True, help="Which cells flip if thresholds move by 5 or rulings go.")
@json_option
@no_decisions_option
@paging
@speaking
@choosing
def command(
    session: Session,
    plans: tuple[str, ...],
    rows: bool,
    every: bool,
    theme: str,
    by: "By | None",
    firm: bool,
    form: str,
    no_decisions: bool,
    pager: bool,
) -> None:
    """Themes by plans: how many commitments each plan makes, and whether a blank is "not found" or "not covered".

    A commitment is counted under the theme of its row, as in diff. Many plans are read in groups, --by level, by period
    or by area: the provinces of a nation, the districts of a city.

    \b
    plancompare matrix
    plancompare matrix 朝阳 丰台 玉泉 --rows --theme 教师编制
    plancompare matrix --by level --where "period=2021-2025"
    plancompare matrix 朝阳 丰台 玉泉 --stability
    """
    if form == "json" and (rows or firm):
        raise PlanCompareError("-f json gives themes; rows are in `plancompare report -f json`")
    if by and (rows or firm):
        raise PlanCompareError("--by counts plans by theme; it does not go with --rows or --stability")
    view = View(theme, by, rows, firm, every)
    answer = (
        data(session, plans, view, not no_decisions)
        if form == "json"
        else table(session, plans, view, not no_decisions)
    )
    put(session, answer, pager)


def table(session: Session, plans: tuple[str, ...], view: View = View(), decisions: bool = True) -> Outcome:  # noqa: B008
    """Themes × plans, or × groups of plans."""
    from plancompare.telling.diff import diff_on_screen
    from plancompare.telling.overview import matrix_on_screen
    from plancompare.telling.source import Source

    corpus, comparison = compared(session, plans, view.theme, decisions=decisions, alone=True)
    source, notes = Source(comparison, session.lang), losses(comparison, session.lang)
    notes += left_out(session, plans, "matrix", "all", rows=view.rows, theme=view.theme)
    if view.firm:
        from plancompare.asking.stability import stability
        from plancompare.telling.judging import firmness

        return Outcome(firmness(stability(corpus, comparison), view.rows, source), notes=notes)
    if view.rows:
        return Outcome(diff_on_screen(source, view.every, brief=True), notes=notes)
    if view.by:
        from plancompare.asking.prevalence import grouped
        from plancompare.telling.grouped import grouped_matrix

        groups = grouped(comparison.plans, view.by)
        return Outcome(grouped_matrix(source, groups, view.by, session.screen().width), notes=notes)
    return Outcome(matrix_on_screen(source), notes=notes)


def data(session: Session, plans: tuple[str, ...], view: View, decisions: bool = True) -> Outcome:
    """Themes × plans, or × groups of plans, as JSON."""
    from plancompare.formats.json import envelope
    from plancompare.formats.view_answers import groups_data, matrix_data

    _, comparison = compared(session, plans, view.theme, decisions=decisions)
    settings = {"theme": comparison.settings.theme or None, "by": view.by, "decisions": decisions, **session.narrowed}
    answer = groups_data(comparison, view.by) if view.by else matrix_data(comparison)
    notes = losses(comparison, session.lang)
    return Outcome(data=envelope("matrix", settings, answer, comparison.inputs), notes=notes)
