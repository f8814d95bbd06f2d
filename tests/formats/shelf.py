"""What every member of the shelf of formats is held to, whatever it is: the same cells, and words that stay words."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.formats import DATA, DOCUMENTS, DataWriter, DocumentWriter, Format
from tests.formats import test_csv, test_docx, test_html, test_latex, test_markdown, test_workbook
from tests.formats.support import HOSTILE, expected, hostile, told

Cells = Mapping[str, Mapping[str, str]]
# what steers a terminal that a file of text is shown on; a document hands on no signs that turn lines around either
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Reader(NamedTuple):
    """Finds the cells in a file of a format again, and what it names rows and plans by."""

    cells: Callable[[bytes], Cells]
    rows: str
    plans: str


def from_json(data: bytes) -> Cells:
    """Row id -> plan id -> state, from JSON."""
    return {
        row["id"]: {plan: cell["status"] for plan, cell in row["cells"].items()} for row in json.loads(data)["rows"]
    }


READERS: Mapping[str, Reader] = {
    "docx": Reader(test_docx.cells, "id", "name"),
    "xlsx": Reader(test_workbook.cells, "number", "name"),
    "html": Reader(lambda data: test_html.cells(data.decode()), "id", "id"),
    "md": Reader(test_markdown.cells, "number", "name"),
    "latex": Reader(test_latex.cells, "id", "name"),
    "csv": Reader(test_csv.cells, "id", "id"),
    "json": Reader(from_json, "id", "id"),
}


class Member(NamedTuple):
    """A format of the shelf: what it says of itself, how it writes a comparison, and its reader, if it has one."""

    form: Format
    write: Callable[[Comparison], bytes]
    reader: Reader | None


def document(form: Format, writer: DocumentWriter, reader: Reader | None) -> Member:
    """A format of documents, which sets the comparison's report."""
    return Member(form, lambda comparison: writer.render(told(comparison)), reader)


def data(form: Format, writer: DataWriter, reader: Reader | None) -> Member:
    """A format of data."""
    return Member(form, lambda comparison: writer.render(comparison), reader)


SHELF: Mapping[str, Member] = {
    **{name: document(form, form, READERS.get(name)) for name, form in DOCUMENTS.items()},
    **{name: data(form, form, READERS.get(name)) for name, form in DATA.items()},
}


def wanted(comparison: Comparison, reader: Reader) -> Cells:
    """The comparison's cells, named as the reader names them."""
    if reader.rows == "number":
        return expected(comparison)
    names = {plan.id: plan.name if reader.plans == "name" else plan.id for plan in comparison.plans}
    return {row.id: {names[plan]: cell.status for plan, cell in row.cells.items()} for row in comparison.rows}


def has_the_same_cells(member: Member, comparison: Comparison) -> None:
    """The file tells every cell of the comparison, and no other."""
    assert member.reader, "a format wants a reader of its cells in tests/formats/shelf.py"
    cells = wanted(comparison, member.reader)
    assert len(cells) == len(comparison.rows) > 0
    assert member.reader.cells(member.write(comparison)) == cells


def keeps_words_words(member: Member, text: str) -> None:
    """A text that would be markup, a command or a line's end moves no cell, and steers no reader of text."""
    assert member.reader, "a format wants a reader of its cells in tests/formats/shelf.py"
    comparison = hostile(text)
    written = member.write(comparison)
    if not member.form.binary:
        words = written.decode()
        assert not _STEERING.search(words), "control characters reach the file"
        assert member.form.reads != "report" or not _TURNING.search(words), "signs that turn lines around reach it"
    read = member.reader.cells(written)
    assert [list(states.values()) for states in read.values()] == [
        [cell.status for cell in row.cells.values()] for row in comparison.rows
    ]


def faults(member: Member, comparison: Comparison) -> list[str]:
    """What a member fails in: cells, or one of the hostile texts."""
    checks = {"cells": partial(has_the_same_cells, member, comparison)}
    checks |= {text: partial(keeps_words_words, member, text) for text in HOSTILE}
    found = []
    for name, check in checks.items():
        try:
            check()
        except Exception:  # a reader that stumbles over the file is as bad as one that finds other cells
            found.append(name)
    return found
