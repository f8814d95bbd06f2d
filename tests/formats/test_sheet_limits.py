"""What a sheet cannot hold is refused or seen to be cut, never lost without a word."""

from io import BytesIO

import pytest

from plancompare import PlanCompareError
from plancompare.formats import workbook
from plancompare.telling.blocks import Column, Grid, Line, Report


def report(columns: int, lines: int, text: str = "x") -> Report:
    heads = tuple(Column(f"head {number}") for number in range(columns))
    grid = Grid("rows", "rows", "", heads, tuple(Line((text,) * columns) for _ in range(lines)))
    return Report("Title", "en", (grid,), {"rows": "Rows"}, {}, {})


@pytest.mark.parametrize(
    ("most", "size", "words"), [("MOST_ROWS", (1, 4), "4 rows, not 5"), ("MOST_COLUMNS", (5, 1), "4 columns, not 5")]
)
def test_more_than_a_sheet_holds_is_refused(
    monkeypatch: pytest.MonkeyPatch, most: str, size: tuple[int, int], words: str
) -> None:
    monkeypatch.setattr(workbook, most, 4)
    with pytest.raises(PlanCompareError) as error:
        workbook.render(report(*size))
    assert words in error.value.message and "--where" in error.value.message


def test_a_text_that_is_cut_says_so() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(BytesIO(workbook.render(report(1, 1, "长" * 40_000))))["Rows"]
    assert len(sheet["A2"].value) == workbook.MOST_TEXT
    assert sheet["A2"].value.endswith("长…")
