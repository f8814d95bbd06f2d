"""Excel workbooks (.xlsx): each sheet a table under the sheet's name, as indicator and task lists are kept.

Values as they were last computed, percentages as they are shown. The package is looked at before it is opened: no
bombs, no XML that declares anything of its own; macros are not run, links not followed.
"""

from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.cells import CellGrid
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.grammar import FORMULA
from plancompare.drafting.documents.model import Paragraph, Reading, Watch, noted
from plancompare.drafting.documents.package import Package
from plancompare.errors import PlanCompareError, install

_FORMULA = b"<f"
SHOWN = 5  # cells that a note names
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def read_workbook(file: str, path: Path, watch: Watch) -> Reading:
    """The sheets of a workbook. Raises PlanCompareError for what is none, or is locked, cut off or hostile."""
    if find_spec("openpyxl") is None:
        raise PlanCompareError(
            "{file} is a workbook, which needs openpyxl: {install}", file=file, install=install("office")
        )
    with Package(file, path, "xl/workbook.xml") as package:
        _refuse_declarations(file, package)
        macros = package.macros
        formulas_stand = any(_FORMULA in piece for name in package.names for piece in _sheet(package, name))
    try:
        book = import_module("openpyxl").load_workbook(path, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise PlanCompareError(
            "{file} is cut off or damaged: its sheets cannot be read; save it again", file=file
        ) from error
    formulas = _without_value(path, book) if formulas_stand else []
    paragraphs: list[Paragraph] = []
    for number, sheet in enumerate(watch(book.worksheets), 1):
        rows, title = list(_rows(file, sheet)), sheet.title
        while len(rows) > 1 and len(set(rows[0])) == 1 < len(rows[0]):  # a title over all columns
            title = rows.pop(0)[0]
        if rows:
            paragraphs += [Paragraph(title, number, style=1), Paragraph("", number, rows=tuple(rows))]
    notes = [noted("doc_macros")] if macros else []
    if formulas:
        notes.append(noted("doc_formulas", count=len(formulas), cells=", ".join(formulas[:SHOWN])))
    return finished(paragraphs, notes)


def _sheet(package: Package, name: str) -> Iterator[bytes]:
    return package.chunks(name) if name.startswith("xl/worksheets/") else iter(())


def _without_value(path: Path, book: Any) -> list[str]:
    """The cells with a formula that no program has computed; each says so in ``book``, and is told."""
    written = import_module("openpyxl").load_workbook(path, keep_links=False)
    cells: list[str] = []
    for sheet, formulas in zip(book.worksheets, written.worksheets, strict=True):
        for row in formulas.iter_rows():
            for cell in row:
                computed = sheet.cell(cell.row, cell.column)
                if cell.data_type == "f" and computed.value in (None, ""):
                    computed.value = FORMULA
                    cells.append(f"{sheet.title}!{cell.coordinate}")
    return cells


def _refuse_declarations(file: str, package: Package) -> None:
    """Sheets are plain XML; one that declares entities was made to harm."""
    for name in package.names:
        if name.startswith("xl/") and name.endswith(".xml"):
            head = next(package.chunks(name), b"")
            if any(word in head for word in _DECLARED):
                raise PlanCompareError(
                    "{file}: {name} declares entities of its own, which no program writes; not opened",
                    file=file,
                    name=name,
                )


def _rows(file: str, sheet: Any) -> Iterator[tuple[str, ...]]:
    """The rows that say anything, empty columns left out."""
    if sheet.max_row * sheet.max_column > limits.CELLS:
        raise PlanCompareError(
            "{file}: sheet {title!r} is larger than any table of a plan; keep what matters",
            file=file,
            title=sheet.title,
        )
    merged = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1)
        for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1)
    }
    texts = {(cell.row, cell.column): _text(cell) for row in sheet.iter_rows() for cell in row}
    grid = CellGrid("file")
    for row in range(1, sheet.max_row + 1):
        grid.begin()
        for column in range(1, sheet.max_column + 1):
            grid.put(texts.get(merged.get((row, column), (row, column)), ""))  # a sheet may say it is larger than it is
    rows = grid.rows()
    used = [column for column in range(sheet.max_column) if any(row[column] for row in rows)]
    for cells in rows:
        yield tuple(cells[column] for column in used)


def _text(cell: Any) -> str:
    """A cell as it is shown: 0.9 formatted as a percentage is 90%, 12.0 is 12."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return " ".join(str(value).split())
    if isinstance(value, datetime | date):
        return f"{value:%Y年%m月}" if getattr(value, "day", 1) == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        shown = value * 100 if "%" in (cell.number_format or "") else value
        return f"{shown:.12g}" + ("%" if shown is not value else "")
    return str(value)
