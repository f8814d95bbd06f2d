"""`plancompare targets`."""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

import click

from plancompare.commands.options import (
    Session,
    compared,
    no_decisions_option,
    paging,
    plans_argument,
    show,
    speaking,
    theme_named,
    warn_of_losses,
)
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.asking.figures import Measure
    from plancompare.model import Corpus


@click.command()
@plans_argument()
@click.option("--theme", default="", help="Only measures with figures in this theme (id or label).")
@click.option("--indicator", "names", multiple=True, help="Only this measure (id, name or label); may be repeated.")
@click.option("--shared", is_flag=True, help="Only measures that two or more plans have figures for.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@no_decisions_option
@paging
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    theme: str,
    names: tuple[str, ...],
    shared: bool,
    form: str,
    no_decisions: bool,
    pager: bool,
) -> None:
    """The figures of plans by what they measure: value, deadline, baseline, and the gap to benchmarks.

    Figures are compared only within one indicator and unit. The strictest figure is told by value and deadline; a
    maintenance figure is the same as its baseline. Gaps are in points for percentages; a benchmark marked unchecked
    has not been read in the official text.

    \b
    plancompare targets
    plancompare targets 丰台 乙市 --shared
    plancompare targets --indicator 普惠性幼儿园覆盖率 -f json
    """
    from plancompare.asking.figures import measures

    corpus, comparison = compared(session, plans, decisions=not no_decisions)
    every = measures(comparison)
    chosen = narrowed(every, corpus, theme, names, shared)
    if form == "json":
        from plancompare.formats.targets_data import write

        held = StringIO()
        write(chosen, every, comparison, held)
        click.echo(held.getvalue().encode(), nl=False)  # UTF-8 whatever the locale
    else:
        from plancompare.formats.targets_view import write_targets

        screen = session.screen()
        write_targets(chosen, every, comparison, screen)
        show(screen, pager)
    warn_of_losses(comparison, session.lang)


def narrowed(
    every: "Sequence[Measure]", corpus: "Corpus", theme: str, names: Sequence[str] = (), shared: bool = False
) -> "Sequence[Measure]":
    """The measures asked for: of one theme, by name, with figures of two or more plans."""
    wanted = theme_named(theme, corpus)
    ids = {measure_named(name, every, corpus) for name in names}
    return [
        measure
        for measure in every
        if (not wanted or wanted in measure.themes)
        and (not ids or measure.id in ids)
        and (not shared or len(measure.leading) > 1)
    ]


def measure_named(name: str, every: "Sequence[Measure]", corpus: "Corpus") -> str:
    """The id of the measure called ``name``: an indicator's id, label or alias, or a label that a plan gives."""
    wanted = name.strip().lower()
    called = {measure.id: measure.id for measure in every if measure.indicator is None}
    for indicator in corpus.indicators.values():
        known = (indicator.id, indicator.label.zh, indicator.label.en, *indicator.aliases)
        called |= dict.fromkeys(known, indicator.id)
    for word, found in called.items():
        if word.lower() == wanted:
            return found
    from plancompare.comparing.strings import nearest

    near = nearest(wanted, {word: word for word in called})
    hint = f"did you mean {' or '.join(near)}?" if near else "`plancompare targets` lists all that have figures"
    raise PlanCompareError(f'no measure "{name}"; {hint}')
