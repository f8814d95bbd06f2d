"""`plancompare matrix`."""

import click

from plancompare.commands.options import (
    Session,
    choosing,
    compared,
    every_option,
    no_decisions_option,
    paging,
    plans_argument,
    speaking,
    theme_option,
)
from plancompare.commands.output import Outcome, losses, put
from plancompare.commands.pages import Command


@click.command(cls=Command)
@plans_argument()
@click.option("--rows", is_flag=True, help="One line a row that can be compared instead of one a theme.")
@every_option
@theme_option
@click.option("--stability", "firm", is_flag=True, help="Which cells flip if thresholds move by 5 or rulings go.")
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
    firm: bool,
    no_decisions: bool,
    pager: bool,
) -> None:
    """Themes by plans: how many commitments each plan makes, and whether a blank is "not found" or "not covered".

    A commitment is counted under the theme of its row, as in diff.

    \b
    plancompare matrix
    plancompare matrix 朝阳 丰台 玉泉 --rows --theme 教师编制
    plancompare matrix 朝阳 丰台 玉泉 --stability
    """
    put(session, table(session, plans, theme, not no_decisions, rows, firm, every), pager)


def table(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    decisions: bool,
    rows: bool = False,
    firm: bool = False,
    every: bool = False,
) -> Outcome:
    """Themes × plans; with ``rows`` a line for each row that can be compared (``every``: for all).

    With ``firm`` the cells that other settings would change.
    """
    from plancompare.telling.diff import diff_on_screen
    from plancompare.telling.overview import matrix_on_screen
    from plancompare.telling.source import Source

    corpus, comparison = compared(session, plans, theme, decisions=decisions, alone=True)
    source, notes = Source(comparison, session.lang), losses(comparison, session.lang)
    if firm:
        from plancompare.asking.stability import stability
        from plancompare.telling.judging import firmness

        return Outcome(firmness(stability(corpus, comparison), rows, source), notes=notes)
    return Outcome(diff_on_screen(source, every, brief=True) if rows else matrix_on_screen(source), notes=notes)
