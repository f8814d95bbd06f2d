"""Pairs to rule on as a sheet (CSV or XLSX), and the filled sheet read back."""

import csv
from collections.abc import Iterable, Sequence
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from plancompare.asking.review import Question
from plancompare.errors import PlanCompareError
from plancompare.formats.csv import csv_text, safe

HEADS = ("ruling", "reason", "score", "a", "text a", "place a", "b", "text b", "place b")
VERDICTS = {"same": "same", "s": "same", "different": "different", "d": "different", "unsure": "unsure", "u": "unsure"}
VERDICTS |= {"同": "same", "相同": "same", "异": "different", "不同": "different", "不确定": "unsure"}


def write_sheet(path: Path, questions: Iterable[Question]) -> None:
    """Write the pairs with an empty ``ruling`` column to fill with same, different or unsure."""
    rows = [_row(question) for question in questions]
    try:
        if path.suffix.lower() == ".xlsx":
            _write_xlsx(path, rows)
            return
        path.write_text(csv_text(HEADS, rows), encoding="utf-8-sig", newline="")  # a BOM, or Excel misreads it
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error


def _row(question: Question) -> list[str]:
    told = ["", "", str(question.score.total)]
    for commitment in (question.a, question.b):
        told += [commitment.key, commitment.text, commitment.place]
    return told


def _openpyxl() -> Any:
    try:
        return import_module("openpyxl")
    except ImportError as error:
        raise PlanCompareError("xlsx needs openpyxl: pip install 'plancompare[office]', or use a .csv file") from error


def _write_xlsx(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = "review"
    for row in (HEADS, *rows):
        sheet.append([safe(value) for value in row])
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFGHI", (11, 20, 7, 18, 44, 26, 18, 44, 26), strict=True):
        sheet.column_dimensions[column].width = width
    book.save(path)


def read_sheet(path: Path) -> list[tuple[int, str, str, str, str]]:
    """(line, verdict, reason, a, b) of the rows that were filled; PlanCompareError names the line of a fault."""
    table = _read_xlsx(path) if path.suffix.lower() == ".xlsx" else _read_csv(path)
    if not table or [cell.strip() for cell in table[0]][: len(HEADS)] != list(HEADS):
        raise PlanCompareError(f"{path}: the first line wants the columns {', '.join(HEADS)}")
    found = []
    for line, cells in enumerate(table[1:], 2):
        row = [*cells, *[""] * (len(HEADS) - len(cells))]
        said = row[0].strip().lower()
        if not said:
            continue
        if said not in VERDICTS:
            raise PlanCompareError(f'{path}:{line}: ruling "{said}"; write same, different or unsure')
        found.append((line, VERDICTS[said], row[1].strip(), row[3].strip(), row[6].strip()))
    return found


def _read_csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):  # Excel on a Chinese system saves the latter
        try:
            return list(csv.reader(StringIO(data.decode(encoding))))
        except (UnicodeDecodeError, csv.Error):
            continue
    raise PlanCompareError(f"{path} is neither UTF-8 nor GBK text; save it as CSV UTF-8")


def _read_xlsx(path: Path) -> list[list[str]]:
    openpyxl = _openpyxl()
    try:
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise PlanCompareError(f"{path} cannot be read as a workbook; save it as .xlsx or .csv") from error
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
