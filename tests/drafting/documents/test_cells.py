"""Cells in their places, whichever kind of file they come from."""

import pytest

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.cells import CellGrid
from plancompare.errors import PlanCompareError


def test_a_merged_cell_stands_in_every_place_that_it_spans() -> None:
    grid = CellGrid("file")
    grid.begin()
    grid.put("a", width=2, height=2)
    grid.put("b")
    grid.begin()
    grid.put("c")
    grid.begin()
    grid.put("d")
    assert grid.rows() == (("a", "a", "b"), ("a", "a", "c"), ("d", "", ""))


def test_a_cell_can_go_on_with_the_one_above() -> None:
    grid = CellGrid("file")
    grid.begin()
    assert grid.above() == ""
    grid.put("a")
    grid.begin()
    grid.put(grid.above())
    assert grid.rows() == (("a",), ("a",))


def test_rows_that_say_nothing_are_left_out() -> None:
    grid = CellGrid("file")
    for text in ("", "a", ""):
        grid.begin()
        grid.put(text, width=2)
    assert grid.rows() == (("a", "a"),)


def test_spans_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 10)
    grid = CellGrid("page")
    grid.begin()
    grid.put("a", width=6, height=2)
    grid.begin()
    with pytest.raises(PlanCompareError, match="a table of the page is bigger"):
        grid.rows()
