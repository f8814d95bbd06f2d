"""What is done or not by a year counts nothing, and is nowhere told as a figure."""

import pytest

from plancompare.asking.figures import measures
from plancompare.commands.search import Request, answer
from plancompare.commands.session import Session
from plancompare.formats.terminal import write
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.blocks import Grid
from plancompare.telling.diff import diff_on_screen
from plancompare.telling.figure_table import figures_on_screen
from plancompare.telling.report import make_report
from plancompare.telling.source import Source, figures_of
from tests.formats.support import shipped
from tests.support import run


def milestones() -> dict[str, int]:
    """Commitments that have nothing else, with their year."""
    own = (c for plan in shipped().plans for c in plan.commitments if c.targets and not c.has_figure)
    return {c.key: c.targets[0].by or 0 for c in own}


def test_a_milestone_is_told_by_its_year_alone() -> None:
    found = milestones()
    assert len(found) > 5
    for key, year in found.items():
        assert figures_of(shipped().commitment(key)) == str(year)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_screen_and_no_report_counts_one_thing_by_a_year(lang: str) -> None:
    source = Source(shipped(), lang)  # type: ignore[arg-type]
    screen = Screen(lang, width=400)  # type: ignore[arg-type]
    write(diff_on_screen(source, every=True), screen)
    write(figures_on_screen(measures(shipped()), True, source), screen)
    ids = {key.split("/")[1] for key in milestones()}
    assert not [line for line in screen.lines if "1 项 (20" in line and any(id in line for id in ids)]
    grids = {block.id: block for block in make_report(shipped(), source.lang).blocks if isinstance(block, Grid)}
    passages = [p for grid in grids.values() for line in grid.lines for mark in line.marks for p in mark.passages]
    told = {passage.key: passage.figures for passage in passages}
    assert {key: told[key] for key in milestones()} == {key: str(year) for key, year in milestones().items()}
    labels = {line.cells[0] for line in grids["targets"].lines}
    assert not labels & {m.id for m in measures(shipped()) if not m.counts}


def test_figures_searched_for_and_shares_of_plans_leave_milestones_out() -> None:
    request = Request(words="区管校聘", figures=True)
    assert "yq-103" not in str(list(answer(Session(), request).blocks)[-1])
    share = sum(c.has_figure for c in shipped().plan("yuquan").commitments) / len(shipped().plan("yuquan").commitments)
    line = next(line for line in run("list").stdout.splitlines() if line.startswith("yuquan"))
    assert f" {share:.0%} " in line
