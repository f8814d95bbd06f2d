"""The report value: what it tells, how it is narrowed, and that it counts right."""

from collections import Counter
from collections.abc import Callable

import pytest

from plancompare import compare, load
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import theme_cells
from plancompare.model import Lang
from plancompare.telling.blocks import Count, Grid, Heading, Mark, Prose, Report
from plancompare.telling.report import make_report
from tests.formats.support import CASES, shipped, whole


@pytest.fixture(scope="module")
def five() -> Comparison:
    return shipped()


def grid(report: Report, id: str) -> Grid:
    return next(found for found in report.grids if found.id == id)


def chapters(report: Report) -> list[str]:
    return [block.id for block in report.blocks if isinstance(block, Heading) and block.level == 1]


def test_chapters_stand_in_their_order(five: Comparison) -> None:
    assert chapters(make_report(five, "en")) == [
        "telling", "matrix", "rows", "targets", "plans", "sources",
    ]  # fmt: skip


def test_lines_fit_their_columns_and_ids_are_unique(five: Comparison) -> None:
    report = make_report(five, "en")
    for found in report.grids:
        assert all(len(line.cells) == len(found.columns) for line in found.lines), found.id
    for kind in (Heading, Grid):
        ids = [block.id for block in report.blocks if isinstance(block, kind)]
        assert len(ids) == len(set(ids))
    columns = {sheet: {g.columns for g in report.grids if g.sheet == sheet} for sheet in report.sheets}
    assert {sheet for sheet, several in columns.items() if len(several) > 1} == set()


def test_rows_tell_every_cell_once(five: Comparison) -> None:
    told = {
        line.row: {mark.plan: (mark.state, tuple(p.key for p in mark.passages)) for mark in line.marks}
        for found in make_report(five, "en").grids
        if found.sheet == "rows"
        for line in found.lines
    }
    assert told == {
        row.id: {p: (cell.status, tuple(c.key for c in cell.commitments)) for p, cell in row.cells.items()}
        for row in five.rows
    }


@pytest.mark.slow
def test_the_matrix_counts_what_a_plan_lacks_and_what_is_unsure(five: Comparison) -> None:
    unaided = compare(load(), decisions=False)
    for comparison in (five, unaided):
        for line in grid(make_report(comparison, "en"), "matrix").lines:
            rows = [row for row in comparison.rows if row.theme == line.theme]
            for cell in line.cells:
                if isinstance(cell, Count):
                    states = Counter(row.cells[cell.plan].status for row in rows)
                    assert (cell.missing, cell.unsure) == (states["not_found"], states["unsure"])


def test_matrix_counts_the_commitments(five: Comparison) -> None:
    counts = [
        cell for line in grid(make_report(five, "en"), "matrix").lines for cell in line.cells if isinstance(cell, Count)
    ]
    total = Counter[str]()
    for count in counts:
        total[count.plan] += count.value
        assert count.state == "made" or not count.value
        assert not (count.part and not count.value)
    assert total == {plan.id: len(plan.commitments) for plan in five.plans}


def test_a_theme_is_counted_where_its_rows_stand(five: Comparison) -> None:
    cells = theme_cells(five)
    for theme, rows in five.by_theme().items():
        for plan in five.plans:
            own = [c for row in rows for c in row.cells[plan.id].commitments]
            assert cells[theme, plan.id].number == len(own)
            assert cells[theme, plan.id].status == "made" or not own


def test_a_theme_that_a_plan_speaks_of_in_another_theme_s_row_is_not_told_as_missing(five: Comparison) -> None:
    cells = theme_cells(five)
    for plan in five.plans:
        for commitment in plan.commitments:
            assert cells[five.themes[commitment.key].theme, plan.id].status == "made"


def test_no_blank_of_an_excerpt_is_told_as_missing(five: Comparison) -> None:
    whole_text = {plan.id: plan for plan in five.plans}
    rows = {row.id: row for row in five.rows}
    for found in make_report(five, "en").grids:
        if found.sheet == "missing":
            plan = whole_text[found.id.removeprefix("missing-")]
            assert all(plan.covers(line.theme) for line in found.lines)
            made = [rows[line.row].made for line in found.lines]
            assert made == sorted(made, reverse=True)


def test_pairs_are_counted_only_where_both_texts_treat_the_theme_whole(five: Comparison) -> None:
    lines = {tuple(line.cells[:2]): line.cells[2:] for line in grid(make_report(five, "en"), "in-common").lines}
    for (one, other), (mine, theirs, both, either, share) in lines.items():
        a, b = (next(p for p in five.plans if p.name == name) for name in (one, other))
        rows = [row for row in five.rows if a.covers(row.theme) and b.covers(row.theme)]
        in_a = {row.id for row in rows if row.cells[a.id].status == "made"}
        in_b = {row.id for row in rows if row.cells[b.id].status == "made"}
        assert (mine, theirs, both, either) == (len(in_a), len(in_b), len(in_a & in_b), len(in_a | in_b))
        assert share == (round(len(in_a & in_b) / len(in_a | in_b), 3) if in_a | in_b else None)


@pytest.mark.parametrize(
    ("narrow", "words"),
    [
        (lambda c: c.only(theme="staffing"), "only the theme"),
        (lambda c: c.only(statuses=("shared", "differing")), "only rows that are: made by all, differing"),
    ],
)
def test_a_narrowed_report_says_so_and_tells_only_that(narrow: Callable[[Comparison], Comparison], words: str) -> None:
    comparison = narrow(whole())
    report = make_report(comparison, "en")
    assert words in report.narrowed
    assert isinstance(report.blocks[0], Prose)
    assert report.blocks[0].text == report.narrowed
    told = {line.row for found in report.grids for line in found.lines if line.row}
    assert told <= {row.id for row in comparison.rows}
    assert len(told) < len({row.id for row in whole().rows})


@pytest.mark.slow
def test_what_narrowing_left_out_is_not_told_as_missing(five: Comparison) -> None:
    states = [
        {
            (line.theme, cell.plan): cell.state
            for line in grid(make_report(c, "en"), "matrix").lines
            for cell in line.cells
            if isinstance(cell, Count)
        }
        for c in (five, five.only(statuses=["unique"]))
    ]
    assert states[0] == states[1]


def test_a_whole_report_claims_no_narrowing() -> None:
    assert make_report(whole(), "en").narrowed == ""


def test_rows_only_leaves_out_the_other_chapters() -> None:
    report = make_report(whole(), "en", rows_only=True)
    assert chapters(report) == ["rows", "sources"]
    assert "only the rows" in report.narrowed


def test_words_that_stand_alone_are_not_said_twice() -> None:
    report = make_report(whole(), "en")
    for found in report.grids:
        if found.sheet == "rows":
            label = next(place for place, column in enumerate(found.columns) if column.kind == "label")
            for line in found.lines:
                for mark in (cell for cell in line.cells if isinstance(cell, Mark)):
                    assert all(p.repeats == (p.text == line.cells[label]) for p in mark.passages)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_of_the_tool_is_in_the_language(lang: Lang) -> None:
    report = make_report(whole(), lang)
    heads = {column.head for found in report.grids for column in found.columns}
    heads |= {block.text for block in report.blocks if isinstance(block, Heading)} | set(report.sheets.values())
    assert not [head for head in heads if head.startswith(("report_", "sheet_", "method_"))]
    for name in report.sheets.values():
        assert len(name) <= 31
        assert not set(name) & set("[]:*?/\\")


@pytest.mark.slow
def test_the_date_is_of_the_inputs() -> None:
    dates = {date for plan in shipped().plans for date in plan.dates.values()}
    dates |= {decision.date for decision in shipped().rulings}
    assert make_report(shipped(), "en").date == max(dates)


def test_a_lone_plan_makes_a_report() -> None:
    alone = compare(load(CASES / "two_districts"), ["north"])
    assert "in-common" not in {found.id for found in make_report(alone, "en").grids}
