"""Pairs to rule on as a sheet (CSV or XLSX), and the filled sheet read back."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from string import ascii_uppercase
from typing import Any, NamedTuple

from plancompare.asking.review import Question
from plancompare.errors import PlanCompareError, install
from plancompare.files import read_whole
from plancompare.formats.csv import csv_text, plain_cell, safe
from plancompare.messages import reason
from plancompare.model import Lang
from plancompare.reading.writing.rulings import Verdict
from plancompare.telling.words import say

COLUMNS = ("ruling", "reason", "score", "a", "text_a", "place_a", "b", "text_b", "place_b")
WIDTHS = (11, 20, 7, 18, 44, 26, 18, 44, 26)
NEEDED = 7  # columns up to the key of the second commitment; programs leave empty ones at the end of a line out
_WORDS: Mapping[Verdict, tuple[str, ...]] = {
    "same": ("same", "s", "同", "相同", "同一条"),
    "different": ("different", "d", "异", "不同"),
    "unsure": ("unsure", "u", "不确定", "存疑"),
}
VERDICTS = {word: verdict for verdict, words in _WORDS.items() for word in words}


class Filled(NamedTuple):
    """A filled line of a sheet: what was ruled of the commitments ``a`` and ``b``, by their keys, and on what words."""

    line: int
    verdict: Verdict
    reason: str
    a: str
    b: str
    texts: tuple[str, str]


def heads(lang: Lang) -> tuple[str, ...]:
    """The first line of a sheet."""
    return tuple(say(f"pair_{name}", lang) for name in COLUMNS)


def sheet(suffix: str, questions: Iterable[Question], lang: Lang = "en") -> bytes:
    """The pairs with an empty first column to fill with same, different or unsure; XLSX or CSV by its suffix."""
    rows = [_row(question) for question in questions]
    if suffix.lower() == ".xlsx":
        words = ",".join(say(f"pair_ruled_{verdict}", lang) for verdict in _WORDS)
        return workbook(say("pair_sheet", lang), [heads(lang), *rows], WIDTHS, (f"A2:A{len(rows) + 1}", f'"{words}"'))
    return csv_text(heads(lang), rows).encode("utf-8-sig")  # a BOM, or Excel misreads it


def _row(question: Question) -> list[str]:
    cells = ["", "", str(question.score.total)]
    for commitment in (question.a, question.b):
        cells += [commitment.key, commitment.text, commitment.place]
    return cells


def _openpyxl() -> Any:
    try:
        return import_module("openpyxl")
    except ImportError as error:
        raise PlanCompareError(
            "xlsx needs openpyxl: {install}, or use a .csv file", install=install("office")
        ) from error


def workbook(
    title: str, rows: Sequence[Sequence[str]], widths: Sequence[int], offer: tuple[str, str] | None = None
) -> bytes:
    """One sheet, its first row the heads; ``widths`` are its columns' (at most 26).

    ``offer``: cells that offer a drop-down, and what it offers: words, or the cells, of the first of these lines, that
    hold them; they take other words, too. It prints across, as wide as the paper, with its heads on each page.
    """
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append([safe(value) for value in row])
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    properties = import_module("openpyxl.worksheet.properties")
    sheet.sheet_properties.pageSetUpPr = properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    _look(sheet)
    for column, width in zip(ascii_uppercase, widths, strict=False):
        sheet.column_dimensions[column].width = width
    if offer:
        validation = import_module("openpyxl.worksheet.datavalidation").DataValidation(type="list", formula1=offer[1])
        validation.showErrorMessage = False
        validation.add(offer[0])
        sheet.add_data_validation(validation)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _look(sheet: Any) -> None:
    """Thin rules, words that wrap, heads in bold."""
    styles = import_module("openpyxl.styles")
    side = styles.Side(style="thin", color="BFBFBF")
    border, wrapped = styles.Border(side, side, side, side), styles.Alignment(vertical="top", wrap_text=True)
    bold = styles.Font(bold=True)
    for number, row in enumerate(sheet.iter_rows()):
        for cell in row:
            cell.border, cell.alignment = border, wrapped
            if number == 0:
                cell.font = bold


def read_sheet(path: Path) -> list[Filled]:
    """The lines that were filled, at least one, each pair once.

    PlanCompareError names the line of a fault: of a word that is no ruling, of a pair ruled in two ways, of a sheet
    that was cut off.
    """
    table = read_table(path)
    first = tuple(cell.strip() for cell in table[0][: len(COLUMNS)]) if table else ()
    if first not in (heads("zh"), heads("en")):  # whoever fills a sheet may speak another language than who made it
        raise PlanCompareError(
            "{path}: the first line is none of a sheet of pairs; make a new one with `plancompare review --batch`",
            path=path,
        )
    rows = [(line, cells) for line, cells in enumerate(table[1:], 2) if any(cell.strip() for cell in cells)]
    if not rows:
        raise PlanCompareError("{path} holds no pairs; delete it and run this again for a new sheet", path=path)
    filled = [ruling for line, cells in rows if (ruling := _filled(path, line, cells))]
    if not filled:
        raise PlanCompareError(
            "{path} holds no ruling; write same, different or unsure into its first column", path=path
        )
    return _settled(path, filled)


def _filled(path: Path, line: int, cells: Sequence[str]) -> Filled | None:
    """The ruling of one line; None where none was given."""
    if len(cells) < NEEDED:
        raise PlanCompareError(
            "{path}:{line}: {count} columns, a pair has {wanted}; the sheet was cut off",
            path=path,
            line=line,
            count=len(cells),
            wanted=len(COLUMNS),
        )
    verdict = cells[0].strip().lower()
    if not verdict:
        return None
    if verdict not in VERDICTS:
        raise PlanCompareError(
            '{path}:{line}: ruling "{verdict}"; write same, different or unsure', path=path, line=line, verdict=verdict
        )
    a, text_a, _, b, text_b = map(plain_cell, (*cells, "")[3:8])
    return Filled(line, VERDICTS[verdict], cells[1].strip(), a, b, (text_a, text_b))


def _settled(path: Path, filled: Iterable[Filled]) -> list[Filled]:
    """Each pair once; PlanCompareError if it is ruled in two ways."""
    first: dict[frozenset[str], Filled] = {}
    for row in filled:
        other = first.setdefault(frozenset((row.a, row.b)), row)
        if other.verdict != row.verdict:
            raise PlanCompareError(
                "{path}:{line}: {a} and {b} are {here} here, {there} on line {first}; keep one",
                path=path,
                line=row.line,
                a=row.a,
                b=row.b,
                here=row.verdict,
                there=other.verdict,
                first=other.line,
            )
    return list(first.values())


def read_table(path: Path) -> list[list[str]]:
    """The cells of a sheet as texts; PlanCompareError for a file that is none."""
    return _read_xlsx(path) if path.suffix.lower() == ".xlsx" else _read_csv(path)


def _read_csv(path: Path) -> list[list[str]]:
    text = _decoded(path)
    try:
        return list(csv.reader(StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        line = text.count("\n") + (not text.endswith("\n"))
        raise PlanCompareError(
            "{path}:{line}: the table breaks off or is damaged ({why}); fill a whole one",
            path=path,
            line=line,
            why=reason(error),
        ) from error


def _read(path: Path) -> bytes:
    try:
        return read_whole(path)
    except OSError as error:
        raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error


def _decoded(path: Path) -> str:
    data = _read(path)
    # Excel on a Chinese system saves the latter; what begins with a mark of UTF-8 is nothing else
    for encoding in ("utf-8-sig",) if data.startswith(BOM_UTF8) else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PlanCompareError("{path} is neither UTF-8 nor GBK text, or was cut off; save it as CSV UTF-8", path=path)


def _read_xlsx(path: Path) -> list[list[str]]:
    openpyxl = _openpyxl()
    data = _read(path)
    try:
        sheet = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True).worksheets[0]
        return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise PlanCompareError("{path} cannot be read as a workbook; save it as .xlsx or .csv", path=path) from error
