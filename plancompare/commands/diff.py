"""`plancompare diff`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion
from plancompare.commands.options import (
    choosing,
    compared,
    every_option,
    kinds_option,
    no_decisions_option,
    paging,
    plans_argument,
    speaking,
    theme_option,
)
from plancompare.commands.output import Outcome, left_out, losses, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session, plan_named
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.comparing.selection import Kind
    from plancompare.telling.blocks import Shown


class Request(NamedTuple):
    """Which plans, and what of them: one theme, certain kinds of rows, what one makes or lacks; with rulings or not."""

    plans: tuple[str, ...] = ()
    theme: str = ""
    only: "tuple[Kind, ...]" = ()
    decisions: bool = True
    made_by: str = ""
    lacks: str = ""


@click.command(cls=Command)
@plans_argument()
@theme_option
@kinds_option
@every_option
@click.option(
    "--made-by",
    default="",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Only rows in which this plan takes part, or may.",
)
@click.option(
    "--lacks",
    default="",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Only promises that others make and that are not found in this plan, a line each; PLANs are the others.",
)
@click.option("--lines", is_flag=True, help="A line a row, without what the plans say.")
@click.option("--brief", "short", is_flag=True, help="One line of counts.")
@click.option("--exit-code", is_flag=True, help="Exit 1 if the plans differ.")
@no_decisions_option
@paging
@speaking
@choosing
def command(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    only: "tuple[Kind, ...]",
    every: bool,
    made_by: str,
    lacks: str,
    lines: bool,
    short: bool,
    exit_code: bool,
    no_decisions: bool,
    pager: bool,
) -> None:
    """Two or more plans side by side: first the outcome in figures, then theme by theme the rows, differences first.

    Shown are rows of which two texts or more speak; --all shows the rest. A promise that one plan makes and another
    does not is "not found" only where the text that we hold treats the theme whole; else it is "not covered", which is
    said once a theme. Without PLAN all plans of the collection are compared. What one plan lacks that others promise:
    diff OTHERS --lacks PLAN.

    \b
    plancompare diff 朝阳 丰台 玉泉
    plancompare diff 朝阳 丰台 --theme 教师待遇 --only differing
    plancompare diff 丰台 --lacks 朝阳
    plancompare diff --only unique --lines
    plancompare diff 朝阳 丰台 --brief --exit-code
    """
    request = Request(plans, theme, only, not no_decisions, made_by, lacks)
    put(session, differences(session, request, every, short, exit_code, lines), pager)


def differences(
    session: Session,
    request: Request,
    every: bool = False,
    short: bool = False,
    exit_code: bool = False,
    lines: bool = False,
) -> Outcome:
    """The rows that can be compared (``every``: all), with ``lines`` one a line, or with ``short`` their counts.

    Status 1 where plans differ, if ``exit_code`` asks for it.
    """
    from plancompare.telling.diff import brief_counts, diff_on_screen, lacking_on_screen
    from plancompare.telling.source import Source

    _, comparison = compared(session, *request[:4], alone=True, first=request.lacks)
    if request.plans and len(comparison.plans) == 1:
        raise PlanCompareError(
            "diff wants two plans or more; `plancompare show {plan}` shows one", plan=request.plans[0]
        )
    if request.made_by:
        comparison = comparison.made_by(_compared_plan(request.made_by, comparison))
    whole, lacking = comparison, _compared_plan(request.lacks, comparison) if request.lacks else ""
    if lacking:
        comparison = whole.lacking(lacking)
    blocks: Iterable[Shown]
    source = Source(comparison, session.lang)
    if short:
        blocks = [brief_counts(source)]
    elif lacking:
        blocks = lacking_on_screen(lacking, Source(whole, session.lang))
    else:
        blocks = diff_on_screen(source, every, brief=lines)
    status = int(exit_code and bool(comparison.differences))
    beside = left_out(session, request.plans, "diff", "all", theme=request.theme, lacks=request.lacks)
    return Outcome(blocks, notes=[*losses(comparison, session.lang), *beside], status=status)


def _compared_plan(name: str, comparison: "Comparison") -> str:
    """The id of a plan by its id or name. Raises PlanCompareError where it is not compared."""
    plan = plan_named(name, comparison)
    if not plan:
        raise PlanCompareError('"{made_by}" is none of the plans compared; name it among them', made_by=name)
    return plan
