"""The comparison on a screen: its summary counts right, and what can be compared comes first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import compare, load
from plancompare.asking.highlights import telling_rows
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.formats.terminal import write
from plancompare.formats.terminal.rows import FROM, GAP, LEAST, MARGIN, shared_room
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Lang
from plancompare.telling.blocks import Entries, Grid, Heading
from plancompare.telling.diff import brief_counts, diff_on_screen, lacking_on_screen, summary
from plancompare.telling.report import make_report
from plancompare.telling.rows import differing
from plancompare.telling.source import Source
from plancompare.telling.text import cells
from tests.formats.support import shipped


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare(load(), ["chaoyang", "fengtai"])


def told(entries: Entries) -> dict[str, tuple[int, str]]:
    """What each line of a summary counts, and its words behind the number."""
    found = {}
    for entry in entries.entries:
        count, _, words = "".join(entry.text).strip().partition("  ")
        found[entry.lead] = int(count), words
    return found


def shown(comparison: Comparison, width: int, lang: Lang = "en", every: bool = False) -> list[str]:
    screen = Screen(lang=lang, width=width)
    write(diff_on_screen(Source(comparison, lang), every), screen)
    return screen.lines


@pytest.mark.parametrize("plans", [["chaoyang", "fengtai"], ["yuquan", "fengtai", "city-yi"], None])
def test_the_summary_counts_rows_that_can_be_compared(plans: list[str] | None) -> None:
    comparison = compare(load(), plans)
    found = told(summary(Source(comparison, "en")))
    comparable = [row for row in comparison.rows if row.covered > 1]
    assert found["made by all"][0] == sum(row.made == row.covered for row in comparable)
    assert found["made by all"][0] + found["made by some"][0] == len(comparable)
    assert found["one text alone speaks of it"][0] == len(comparison.rows) - len(comparable)
    assert found.get("figures differ", (0, ""))[0] == len(differing(comparison) & {row.id for row in comparable})
    for plan in comparison.plans:
        lacking = sum(plan.id in row.missing for row in comparable)
        assert (f"{plan.name} {lacking}" in found["made by some"][1]) == bool(lacking)


@pytest.mark.parametrize("plans", [["chaoyang", "fengtai"], ["yuquan", "fengtai", "city-yi"], None])
def test_kinds_of_rows_are_those_that_the_summary_counts(plans: list[str] | None) -> None:
    comparison = compare(load(), plans)
    found = told(summary(Source(comparison, "en")))
    assert len(comparison.only(statuses=["shared"]).rows) == found["made by all"][0]
    assert len(comparison.only(statuses=["partial"]).rows) == found["made by some"][0]
    assert len(comparison.only(statuses=["differing"]).rows) == found.get("figures differ", (0, ""))[0]
    alone = [row for row in comparison.only(statuses=["unique"]).rows if row.comparable]
    if len(alone) < found["made by some"][0]:  # of two plans, what some make one makes
        assert f"made by one alone {len(alone)}" in found["made by some"][1]


@pytest.mark.parametrize("plans", [["chaoyang", "fengtai"], None])
def test_every_table_of_a_report_counts_rows_as_its_summary_does(plans: list[str] | None) -> None:
    comparison = compare(load(), plans)
    blocks = make_report(comparison, "en").blocks
    grids = {block.id: block for block in blocks if isinstance(block, Grid)}
    summed = {line.cells[0]: line.cells[1] for line in grids["telling-outcome"].lines}
    counts = {line.cells[0]: line.cells[1] for line in grids["counts"].lines}
    for kind in ("made by all", "made by some", "one text alone speaks of it"):
        assert counts[kind] == summed[kind]
        themes = [re.search(rf"{kind} (\d+)", block.caption) for id, block in grids.items() if id.startswith("rows-")]
        assert sum(int(match[1]) for match in themes if match) == summed[kind]
    assert counts["rows whose figures differ"] == summed.get("figures differ", 0)
    by_plan = grids["by-plan"]
    alone = next(at for at, column in enumerate(by_plan.columns) if column.head == "made by one alone")
    for plan, line in zip(comparison.plans, by_plan.lines, strict=True):
        assert line.cells[alone] == len(grids[f"unique-{plan.id}"].lines)


def test_figures_that_do_not_compare_are_not_told_as_figures_that_differ() -> None:
    comparison = compare(load(), ["chaoyang", "fengtai"])
    assert {row.id for row in telling_rows(comparison)["figures"]} == differing(comparison)


def test_what_one_plan_lacks_is_counted_and_listed(pair: Comparison) -> None:
    blocks = list(lacking_on_screen("chaoyang", Source(pair, "en")))
    assert isinstance(blocks[0], Entries)
    found = told(blocks[0])
    lacking = [row for row in pair.rows if "chaoyang" in row.missing]
    assert found["not found in 朝阳"][0] == len(lacking)
    assert found["cannot be told"][0] == sum(row.cells["chaoyang"].status == "not_covered" for row in pair.rows)
    assert [line.row for block in blocks if isinstance(block, Grid) for line in block.lines] == [r.id for r in lacking]
    assert [row.id for row in pair.lacking("chaoyang").rows] == [row.id for row in lacking]


def test_the_line_of_counts_says_the_same(pair: Comparison) -> None:
    found = told(summary(Source(pair, "en")))
    line = brief_counts(Source(pair, "en")).text
    comparable = found["made by all"][0] + found["made by some"][0]
    assert f"comparable {comparable}: all make {found['made by all'][0]}" in line
    assert f"one text alone {found['one text alone speaks of it'][0]}" in line


def row_ids(comparison: Comparison, every: bool) -> list[list[str]]:
    blocks = diff_on_screen(Source(comparison, "zh"), every)
    return [[line.row for line in block.lines] for block in blocks if isinstance(block, Grid)]


def test_only_comparable_rows_are_shown_unless_all_are_asked_for(pair: Comparison) -> None:
    assert {id for grid in row_ids(pair, False) for id in grid} == {row.id for row in pair.rows if row.covered > 1}
    assert sorted(id for grid in row_ids(pair, True) for id in grid) == sorted(row.id for row in pair.rows)


def test_differences_come_before_agreements_in_each_theme() -> None:
    comparison = shipped()
    rows = {row.id: row for row in comparison.rows}
    figures = differing(comparison)

    def agrees(row: Row) -> bool:
        return row.id not in figures and not row.missing and not row.unsure

    for grid in row_ids(comparison, False):
        order = [agrees(rows[id]) for id in grid]
        assert order == sorted(order)


def test_a_text_that_is_silent_on_a_theme_is_said_once(pair: Comparison) -> None:
    for width in (80, 100):
        lines = shown(pair, width, every=True)
        heads = [line for line in lines if "; not covered: " in line]
        assert heads and sum("not covered" in line for line in lines) == len(heads) + 1  # and the legend
    silent = {
        block.key
        for block in diff_on_screen(Source(pair, "en"), every=True)
        if isinstance(block, Heading) and "not covered: 朝阳" in block.note
    }
    assert silent == {
        theme
        for theme, rows in pair.by_theme().items()
        if all(row.cells["chaoyang"].status == "not_covered" for row in rows)
    }


@pytest.mark.parametrize("plans", [["chaoyang", "fengtai"], ["chaoyang", "fengtai", "yuquan"], None])
@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_no_line_is_wider_than_the_screen_and_no_promise_is_lost(plans: list[str] | None, width: int) -> None:
    comparison = compare(load(), plans)
    lines = shown(comparison, width)
    assert max(map(cells, lines)) <= width
    ids = set(re.findall(r"[a-z]+-\d+", " ".join(lines)))  # never broken over lines
    assert {c.id for row in comparison.rows if row.comparable for c in row.commitments} <= ids


def test_plans_stand_side_by_side_where_there_is_room(pair: Comparison) -> None:
    wide = shown(pair, 100)
    assert any(line.count("●") == 2 for line in wide if line.startswith("  ●"))
    assert not any(line.startswith("  ●") for line in shown(pair, FROM - 1))


def test_nothing_comparable_is_said() -> None:
    comparison = compare(load(), ["chaoyang", "fengtai"]).only(theme="preschool")
    assert shown(comparison, 100)[-1].startswith("Nothing can be compared")
    assert len(shown(comparison, 100, every=True)) > 20


@given(st.lists(st.integers(0, 300), min_size=1, max_size=8), st.integers(1, 300))
def test_room_is_shared_by_need(needs: list[int], room: int) -> None:
    widths = shared_room(needs, room)
    assert sum(widths) <= room and all(width <= need for width, need in zip(widths, needs, strict=True))
    assert widths == needs if sum(needs) <= room else sum(widths) >= room - len(needs)
    least = min((width for width, need in zip(widths, needs, strict=True) if width < need), default=room)
    assert all(width <= least + 1 or width == need for width, need in zip(widths, needs, strict=True))


def test_two_columns_can_be_read_on_the_narrowest_screen_that_has_them() -> None:
    assert (FROM - MARGIN - GAP) // 2 >= LEAST


def test_rows_in_which_one_plan_takes_part(pair: Comparison) -> None:
    own = pair.made_by("chaoyang")
    assert [row.id for row in own.rows] == [row.id for row in pair.rows if row.cells["chaoyang"].commitments]
    assert {d.row for d in own.differences} <= {row.id for row in own.rows}
    with pytest.raises(KeyError):
        pair.made_by("yuquan")
