"""Every format tells the same cells: each is read back and held against the comparison itself."""

import csv
from collections.abc import Callable, Mapping
from io import StringIO

import pytest

from plancompare.comparing.comparison import Comparison
from plancompare.formats import DATA, DOCUMENTS, FORMATS
from plancompare.formats.csv import render as csv_render
from tests.formats import test_csv, test_docx, test_html, test_latex, test_markdown, test_workbook
from tests.formats.support import expected, shipped, told, whole

Cells = Mapping[str, Mapping[str, str]]
COMPARISONS: Mapping[str, Callable[[], Comparison]] = {
    "two districts": whole,
    "narrowed": lambda: whole(only=("partial", "unique")),
    "shipped": shipped,
}


def by_id(comparison: Comparison) -> Cells:
    """Row id -> plan id -> state, as the comparison has it."""
    return {row.id: {plan: cell.status for plan, cell in row.cells.items()} for row in comparison.rows}


def named(comparison: Comparison, cells: Cells) -> Cells:
    """The same with the plans' names instead of their ids."""
    names = {plan.id: plan.name for plan in comparison.plans}
    return {row: {names[plan]: state for plan, state in states.items()} for row, states in cells.items()}


def from_json(data: bytes) -> Cells:
    import json

    return {
        row["id"]: {plan: cell["status"] for plan, cell in row["cells"].items()} for row in json.loads(data)["rows"]
    }


# format -> its reader, and what a reader finds names rows and plans by
READERS: Mapping[str, tuple[Callable[[bytes], Cells], str]] = {
    "docx": (test_docx.cells, "id, name"),
    "xlsx": (test_workbook.cells, "number, name"),
    "html": (lambda data: test_html.cells(data.decode()), "id, id"),
    "md": (test_markdown.cells, "number, name"),
    "latex": (test_latex.cells, "id, name"),
    "csv": (test_csv.cells, "id, id"),
    "json": (from_json, "id, id"),
}


def test_every_format_has_a_reader() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.fixture(scope="module", params=COMPARISONS)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return COMPARISONS[request.param]()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_cells(name: str, comparison: Comparison) -> None:
    data = DOCUMENTS[name].render(told(comparison)) if name in DOCUMENTS else DATA[name].render(comparison)
    read, by = READERS[name]
    wanted = {
        "id, id": by_id(comparison),
        "id, name": named(comparison, by_id(comparison)),
        "number, name": expected(comparison),
    }[by]
    assert len(wanted) == len(comparison.rows) > 0
    assert read(data) == wanted


def test_the_wide_table_says_the_same(comparison: Comparison) -> None:
    states = {"1": "made", "0": "not_found", "": "not_covered", "n/a": "not_applicable"}
    lines = csv.DictReader(StringIO(csv_render(comparison, "en", wide=True).decode()))
    plans = [plan.id for plan in comparison.plans]
    assert {line["row"]: {plan: states[line[plan]] for plan in plans} for line in lines} == by_id(comparison)
