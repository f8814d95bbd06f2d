"""`plancompare diff`."""

import sys

import click

from plancompare.commands.options import (
    Session,
    compared,
    kinds_option,
    no_decisions_option,
    paging,
    plans_argument,
    show,
    speaking,
    theme_option,
    warn_of_losses,
)
from plancompare.errors import PlanCompareError


@click.command()
@plans_argument()
@theme_option
@kinds_option
@click.option("--brief", "short", is_flag=True, help="One line of counts.")
@click.option("--exit-code", is_flag=True, help="Exit 1 if the plans differ.")
@no_decisions_option
@paging
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    only: tuple[str, ...],
    short: bool,
    exit_code: bool,
    no_decisions: bool,
    pager: bool,
) -> None:
    """The aligned commitments of two or more plans, theme by theme: shared, partial, only in one.

    A promise that one plan makes and another does not is "not found" only where the text that we hold treats the theme
    whole; else it is "not covered". Without PLAN all plans of the collection are compared.

    \b
    plancompare diff 朝阳 丰台 玉泉
    plancompare diff 朝阳 丰台 --theme 教师待遇 --only partial --only shared
    plancompare diff chaoyang fengtai --brief --exit-code
    """
    from plancompare.formats.rows_view import brief, write_rows

    if len(plans) == 1:
        raise PlanCompareError(f"diff wants two plans or more; `plancompare show {plans[0]}` shows one")
    _, comparison = compared(session, plans, theme, only, decisions=not no_decisions)
    screen = session.screen()
    if short:
        brief(comparison, screen)
    else:
        write_rows(comparison, screen)
    show(screen, pager)
    warn_of_losses(comparison, session.lang)
    if exit_code and comparison.differences:
        sys.exit(1)
