"""Every format of the shelf tells the same cells and keeps words words; a new one that does not turns these red."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from plancompare.comparing import rows
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.formats import FORMATS, Document
from plancompare.formats.csv import render as csv_render
from plancompare.telling.blocks import MARKS, Mark, Report, Watch, unwatched
from tests.formats.shelf import READERS, SHELF, Cells, Reader, document, faults, has_the_same_cells, keeps_words_words
from tests.formats.support import HOSTILE, STATES, doubtful, shipped, whole

COMPARISONS: Mapping[str, Callable[[], Comparison]] = {
    "two districts": whole,
    "narrowed": lambda: whole(only=("partial", "unique")),
    "shipped": shipped,
    "unsure": doubtful,
}


@pytest.fixture(scope="module", params=COMPARISONS)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return COMPARISONS[request.param]()


def test_every_format_has_a_reader() -> None:
    assert SHELF.keys() == FORMATS.keys() == READERS.keys()


@pytest.mark.parametrize("name", SHELF)
def test_the_same_cells(name: str, comparison: Comparison) -> None:
    has_the_same_cells(SHELF[name], comparison)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", SHELF)
def test_no_text_is_more_than_words(name: str, text: str) -> None:
    keeps_words_words(SHELF[name], text)


class Careless:
    """A format that escapes nothing: a line a row, cells apart by tabs, words as they come."""

    def render(self, report: Report, watch: Watch = unwatched) -> bytes:
        lines = []
        for grid in report.grids:
            if any(column.kind == "mark" for column in grid.columns):
                for line in grid.lines:
                    cells = (MARKS[cell.state] if isinstance(cell, Mark) else str(cell) for cell in line.cells)
                    said = (p.text for mark in line.marks for p in mark.passages)
                    lines.append("\t".join((line.row, *report.names, *cells, *said)))
        return "\n".join(lines).encode()


def careless_cells(data: bytes) -> Cells:
    """Row id -> plan id -> state."""
    found = {}
    for line in data.decode().split("\n"):
        row, one, other, *cells = line.split("\t")
        found[row] = dict(zip((one, other), (STATES[cell] for cell in cells[9:11]), strict=True))
    return found


def test_a_format_that_escapes_nothing_turns_red() -> None:
    form = Document("careless", ("txt",))
    toy = document(form, Careless(), Reader(careless_cells, "id", "id"))
    found = faults(toy, whole())
    assert "cells" not in found, "it tells plain words well"
    assert {"\t=1+1", "line one\nline two", "\x1b[31mred\x1b[0m\x07\x08\x00", "\u202eright to left\u2066"} <= set(found)


def test_a_format_without_a_reader_turns_red() -> None:
    assert "cells" in faults(document(Document("careless", ("txt",)), Careless(), None), whole())


CANDIDATES = 3  # of a cell, that a document shows


@pytest.mark.parametrize("name", SHELF)
def test_an_unsure_cell_is_told_with_its_candidates_and_their_scores(name: str) -> None:
    comparison = doubtful()
    plain = SHELF[name].write(replace(comparison, rows=tuple(map(_without_candidates, comparison.rows))))
    told, bare = found_in(name, SHELF[name].write(comparison)), found_in(name, plain)
    near = [n for row in comparison.rows for cell in row.cells.values() for n in cell.candidates[:CANDIDATES]]
    assert near
    for word in {*(n.commitment.id for n in near), *(str(n.score) for n in near)}:
        assert told.count(word) > bare.count(word), word


def _without_candidates(row: Row) -> Row:
    return row._replace(cells=rows.Cells({plan: cell._replace(candidates=()) for plan, cell in row.cells.items()}))


def found_in(name: str, data: bytes) -> str:
    """All words of a file."""
    if name not in ("docx", "xlsx"):
        return data.decode()
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))


def test_the_wide_table_says_the_same(comparison: Comparison) -> None:
    states = {"1": "made", "unsure": "unsure", "0": "not_found", "": "not_covered", "n/a": "not_applicable"}
    lines = csv.DictReader(StringIO(csv_render(comparison, "en", wide=True).decode()))
    plans = [plan.id for plan in comparison.plans]
    cells = {row.id: {plan: cell.status for plan, cell in row.cells.items()} for row in comparison.rows}
    assert {line["row"]: {plan: states[line[plan]] for plan in plans} for line in lines} == cells
