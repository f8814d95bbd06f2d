"""Excel workbooks, read back with another library."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from plancompare.comparing.comparison import Comparison
from plancompare.formats.workbook import MOST_TEXT, _unlike, render
from plancompare.model import Lang
from tests.formats.support import HOSTILE, STATES, hostile, told, whole


def book(comparison: Comparison) -> Any:
    return load_workbook(BytesIO(render(told(comparison))))


def cells(data: bytes) -> dict[str, dict[str, str]]:
    """Row number -> plan name -> state, from the sheet of rows."""
    sheet = load_workbook(BytesIO(data))["Rows"]
    heads = [cell.value for cell in sheet[1]]
    first = heads.index("basis") + 1
    names = heads[first : first + (len(heads) - first) // 2]
    return {
        str(row[0].value): {str(name): STATES[str(cell.value)] for name, cell in zip(names, row[first:], strict=False)}
        for row in sheet.iter_rows(min_row=2)
    }


def test_every_question_has_its_sheet_with_a_head_that_stays_and_filters() -> None:
    found = book(whole())
    assert found.sheetnames[0] == "About"
    assert {"Rows", "Commitments", "Themes", "Targets", "Not found", "Unique"} <= set(found.sheetnames)
    for sheet in found.worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref
        assert sheet.auto_filter.ref.startswith("A1:")


def test_numbers_are_numbers_and_counts_carry_their_mark() -> None:
    found = book(whole())
    values = [cell.value for row in found["Counts"].iter_rows(min_row=2) for cell in row[1:]]
    assert values
    assert all(isinstance(value, int) for value in values)
    matrix = [cell for row in found["Themes"].iter_rows(min_row=2) for cell in row[1:-1]]
    assert any(isinstance(cell.value, int) and "●" in cell.number_format for cell in matrix)
    assert all(isinstance(cell.value, int) or cell.value in STATES for cell in matrix)


def test_evidence_and_place_stand_in_columns() -> None:
    sheet = book(whole())["Commitments"]
    heads = [cell.value for cell in sheet[1]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    comparison = whole()
    assert len(rows) == sum(len(row.commitments) for row in comparison.rows)
    by_key = {row[heads.index("id")]: row for row in rows}
    for row in comparison.rows:
        for commitment in row.commitments:
            found = by_key[commitment.key]
            assert found[heads.index("commitment")] == commitment.text
            assert found[heads.index("evidence")] == " | ".join(e.quote for e in commitment.evidence)


def test_states_are_coloured_by_rules_on_the_symbol() -> None:
    rules = book(whole())["Rows"].conditional_formatting
    told_of = {rule.formula[0] for area in rules for rule in area.rules}
    assert told_of == {f'"{mark}"' for mark in STATES}


def test_wide_text_gets_a_wide_column_and_a_high_row() -> None:
    sheet = book(hostile("很长" * 400))["Rows"]
    assert sheet.column_dimensions["C"].width > 50
    assert sheet.row_dimensions[2].height > 100


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_or_a_link(text: str) -> None:
    data = render(told(hostile(text)))
    for sheet in load_workbook(BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or cell.hyperlink.target is None
    cell = load_workbook(BytesIO(data))["Commitments"]["F2"]
    assert isinstance(cell.value, str)
    if text.strip()[0] in "=+-@＝" or text[0] in "\t\r":
        assert cell.quotePrefix


def test_longer_text_than_a_cell_holds_is_cut() -> None:
    sheet = book(hostile("长" * (MOST_TEXT + 5)))["Commitments"]
    assert len(sheet["F2"].value) == MOST_TEXT


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_sheet_has_two_columns_of_one_name(lang: Lang) -> None:
    found = load_workbook(BytesIO(render(told(whole(), lang))))
    for sheet in found.worksheets[1:]:
        heads = [str(cell.value).casefold() for cell in sheet[1]]
        assert len(heads) == len(set(heads)), sheet.title
        assert not [head for head in heads if head.endswith(" (2)")], "two columns mean to be called the same"


def test_a_plan_called_like_a_column_does_not_hide_it() -> None:
    assert _unlike(["Row", "row", "row (2)", "x"]) == ["Row", "row (2)", "row (2) (2)", "x"]


def test_sheets_about_rows_have_the_ids_by_which_data_call_them() -> None:
    comparison = whole()
    ids = {row.id for row in comparison.rows}
    sheets = {sheet.title: sheet for sheet in book(comparison).worksheets}
    for title in ("Rows", "Commitments", "Findings first", "Figures that differ"):
        heads = [cell.value for cell in sheets[title][1]]
        column = heads.index("row id") + 1
        told_ids = {sheets[title].cell(row, column).value for row in range(2, sheets[title].max_row + 1)}
        assert told_ids and told_ids <= ids, title
    heads = [cell.value for cell in sheets["Rows"][1]]
    assert {sheets["Rows"].cell(row, heads.index("row id") + 1).value for row in range(2, len(ids) + 2)} == ids


def test_sheets_print_across_as_wide_as_the_paper_with_their_heads() -> None:
    for sheet in book(whole()).worksheets[1:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.max_row == 1 or sheet["A2"].border.left.style == "thin"
