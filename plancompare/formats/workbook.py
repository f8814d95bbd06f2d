"""Excel workbooks: one sheet a question, heads that stay, filters, states as symbols with colour, numbers as numbers.

Texts are written as strings and marked as quoted where they begin like a formula: not even retyping a cell runs one.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from plancompare.errors import PlanCompareError
from plancompare.formats.csv import formula_like
from plancompare.messages import Message
from plancompare.telling.blocks import (
    MARKS,
    Blank,
    Cell,
    Column,
    Count,
    Grid,
    Heading,
    Line,
    Mark,
    Names,
    Passage,
    Prose,
    Report,
    Watch,
    unwatched,
)
from plancompare.telling.text import cells, clip, printable
from plancompare.telling.words import say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet; what lies beyond would be lost without a word
MOST_TEXT = 32767  # characters that a cell holds
ROOM, SAID = 60, 40  # widest column, and widest column of what a plan says, in Latin letters
ABOUT = 100  # letters on a line of the first sheet
HEAD = 100  # columns of a title at the head of a page
THIN = 1  # xlsxwriter's number of a thin rule
LINE, MOST_HEIGHT = 13.5, 409  # points: a line of text, and the highest row there is
A3, A4, ON_A4 = 8, 9, 190  # numbers of paper sizes, and how many letters go on the smaller one
# state -> (text, ground), readable on paper in grey and told apart by the symbol first
COLOURS = {
    "made": ("#0B5B2E", "#DDF1E3"),
    "unsure": ("#4F2A7A", "#ECE3F7"),
    "not_found": ("#8C1D18", "#FBE3E1"),
    "not_covered": ("#6B4E00", "#FFF3CF"),
    "not_applicable": ("#555555", "#EEEEEE"),
}
_FIXED = "1980-01-01"  # the date of a report whose inputs have none


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as a workbook."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    date = datetime.fromisoformat(report.date if len(report.date) == 10 else _FIXED)
    book.set_properties({"title": printable(report.title), "created": date})
    writer = _Book(book, report)
    writer.about()
    sheets: dict[str, _Sheet] = {}
    for block in watch(report.blocks):
        if isinstance(block, Grid) and block.sheet:
            if block.sheet not in sheets:
                sheets[block.sheet] = _Sheet(writer, block)
            sheets[block.sheet].add(block.lines)
    for sheet in sheets.values():
        sheet.finish()
    book.close()
    return buffer.getvalue()


class _Book:
    """The workbook and the looks that its cells share."""

    def __init__(self, book: "Workbook", report: Report) -> None:
        self.book = book
        self.report = report
        font = "Microsoft YaHei" if report.lang == "zh" else "Calibri"
        words = {"font_name": font, "font_size": 10, "valign": "top"}
        plain = {**words, "border": THIN, "border_color": "#BFBFBF"}
        self.about_text = book.add_format({**words, "text_wrap": True})
        self.text = book.add_format({**plain, "text_wrap": True})
        self.faint = book.add_format({**plain, "text_wrap": True, "font_color": "#6B6B6B"})
        self.quoted = book.add_format({**plain, "text_wrap": True, "quote_prefix": True})
        self.number = book.add_format({**plain, "num_format": "General"})
        self.share = book.add_format({**plain, "num_format": "0.000"})
        self.state = book.add_format({**plain, "align": "center"})
        self.count = book.add_format({**plain, "align": "center", "num_format": f'"{MARKS["made"]} "0'})
        self.part = book.add_format({**plain, "align": "center", "num_format": f'"{MARKS["made"]} "0"?"'})
        self.head = book.add_format({**plain, "bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        self.title = book.add_format({**words, "bold": True, "font_size": 15})
        self.chapter = book.add_format({**words, "bold": True, "font_size": 11, "top": 1})
        self.link = book.add_format({**words, "font_color": "#0B5394", "underline": 1})
        self.states = {
            state: book.add_format({"font_color": ink, "bg_color": ground}) for state, (ink, ground) in COLOURS.items()
        }

    def about(self) -> None:
        """The first sheet: what this is, what the sheets answer, how to read a blank, how to make it again."""
        sheet = self.book.add_worksheet(say("sheet_about", self.report.lang))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, ABOUT)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, printable(self.report.title), self.title)
        for row, (text, note, target) in enumerate(self._lines(), 2):
            if target:
                sheet.write_url(row, 0, f"internal:'{target}'!A1", self.link, text)
            elif text:
                sheet.write_string(row, 0, text, self.chapter)
            look = self.quoted if formula_like(note) else self.about_text
            sheet.write_string(row, 1, printable(note)[:MOST_TEXT], look)
            sheet.set_row(row, LINE * _lines(note, ABOUT) + 2)
        self.paper(sheet)

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        """(head, text, sheet it leads to) of the first sheet."""
        report = self.report
        yield say("legend_head", report.lang), say("report_legend", report.lang), ""
        for sheet, name in report.sheets.items():
            grids = [grid for grid in report.grids if grid.sheet == sheet]
            note = grids[0].note or (grids[0].caption if len(grids) == 1 else "")
            yield name, note, name
        for block in report.blocks:
            if isinstance(block, Prose):
                yield "", block.text, ""
            elif isinstance(block, Heading) and block.id in ("method", "again"):
                yield block.text, "", ""

    def paper(self, sheet: "Worksheet", size: int = A4) -> None:
        """How a sheet prints: across, as wide as the paper, under its title and name, over its pages' numbers."""
        sheet.set_landscape()
        sheet.set_paper(size)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        title = clip(printable(self.report.title).replace("\n", " "), HEAD)[:HEAD].replace("&", "&&")
        sheet.set_header(f"&L&9{' ' if title[:1].isdigit() else ''}{title}&R&9&A")
        sheet.set_footer("&C&9&P / &N")

    def put(self, sheet: "Worksheet", row: int, column: int, cell: Cell) -> None:
        """One cell, by what it means."""
        if isinstance(cell, Count) and cell.value:
            sheet.write_number(row, column, cell.value, self.part if cell.part else self.count)
        elif isinstance(cell, Count | Mark):
            sheet.write_string(row, column, MARKS[cell.state], self.state)
        elif isinstance(cell, Names):
            self.put(sheet, row, column, str(cell))
        elif isinstance(cell, Blank):
            sheet.write_string(row, column, cell.words, self.faint)
        elif isinstance(cell, str):
            look = self.quoted if formula_like(cell) else self.text
            sheet.write_string(row, column, _fitting(printable(cell)), look)
        elif cell is not None:
            sheet.write_number(row, column, cell, self.number if isinstance(cell, int) or cell > 1 else self.share)


class _Sheet:
    """One sheet, filled with the grids that answer its question."""

    def __init__(self, writer: _Book, grid: Grid) -> None:
        self.writer = writer
        self.columns = grid.columns
        report = writer.report
        self.sheet = writer.book.add_worksheet(report.sheets[grid.sheet])
        self.heads = [column.head for column in grid.columns]
        said = [column for column in grid.columns if column.kind == "mark"]
        self.heads += [say("report_says", report.lang, plan=column.head) for column in said]
        self.ids = any(line.row for other in report.grids if other.sheet == grid.sheet for line in other.lines)
        self.heads += [say("row_id", report.lang)] * self.ids
        self.heads = _unlike(self.heads)
        self.widths = [cells(head) + 4 if cells(head) < 20 else 20 for head in self.heads]
        self.most = [_room(column) for column in grid.columns] + [SAID] * len(said) + [SAID] * self.ids
        self.lines: list[tuple[Cell, ...]] = []
        self._hold(1, len(self.heads))
        for number, head in enumerate(self.heads):
            self.sheet.write_string(0, number, printable(head), writer.head)

    def _hold(self, rows: int, columns: int) -> None:
        """Raise PlanCompareError for what a sheet cannot hold."""
        for count, most, what in ((rows, MOST_ROWS, Message("rows")), (columns, MOST_COLUMNS, Message("columns"))):
            if count > most:
                raise PlanCompareError(
                    "a sheet of a workbook holds {most} {what}, not {count}; choose plans with --where, one --theme, or"
                    " write csv",
                    most=most, what=what, count=count,
                )  # fmt: skip

    def add(self, lines: Sequence[Line]) -> None:
        """More lines below those that are there. Raises PlanCompareError for more than a sheet holds."""
        self._hold(len(self.lines) + len(lines) + 1, len(self.heads))
        for line in lines:
            cells_ = (*line.cells, *_said(line), *([line.row] if self.ids else []))
            self.lines.append(cells_)
            for column, cell in enumerate(cells_):
                self.writer.put(self.sheet, len(self.lines), column, cell)
                if isinstance(cell, str) and self.widths[column] < self.most[column]:
                    longest = max(map(cells, cell.split("\n")))
                    self.widths[column] = max(self.widths[column], min(longest + 2, self.most[column]))

    def finish(self) -> None:
        """Widths, filters, the head that stays, colours by state, and how it prints."""
        sheet, last = self.sheet, max(len(self.lines), 1)
        for number, column in enumerate(self.columns):
            if column.data and not any(line[number] for line in self.lines):  # for people to fill
                self.widths[number] = max(self.widths[number], column.width)
        for number, width in enumerate(self.widths):
            sheet.set_column(number, number, width)
        for number, line in enumerate(self.lines, 1):
            lines = max(map(_lines, line, self.widths))
            if lines > 1:
                sheet.set_row(number, min(LINE * lines + 2, MOST_HEIGHT))
        sheet.autofilter(0, 0, last, len(self.heads) - 1)
        label = next((number + 1 for number, column in enumerate(self.columns) if column.kind == "label"), 1)
        sheet.freeze_panes(1, label if sum(self.widths[:label]) <= ROOM * 1.5 else 1)
        states = [number for number, column in enumerate(self.columns) if column.kind in ("mark", "count")]
        if states:
            for state, look in self.writer.states.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{MARKS[state]}"', "format": look}
                sheet.conditional_format(1, states[0], last, states[-1], rule)
            if self.columns[states[0]].kind == "count":
                scale = {"type": "2_color_scale", "min_color": "#EAF6EE", "max_color": "#5FB37E"}
                sheet.conditional_format(1, states[0], last, states[-1], scale)
        for number, column in enumerate(self.columns):
            if column.choices:
                rule = {"validate": "list", "source": list(column.choices), "error_type": "information"}
                sheet.data_validation(1, number, last, number, rule)
        self.writer.paper(sheet, A3 if sum(self.widths) > ON_A4 else A4)
        sheet.repeat_rows(0)


def _fitting(text: str) -> str:
    """As much of a text as a cell holds; that it goes on is seen."""
    return text if len(text) <= MOST_TEXT else f"{text[: MOST_TEXT - 1]}…"


def _unlike(heads: Sequence[str]) -> list[str]:
    """Heads of which no two are alike, so that columns can be named: what comes again has a number behind it."""
    told: list[str] = []
    for head in heads:
        used = {name.casefold() for name in told}
        names = (head, *(f"{head} ({number})" for number in range(2, len(heads) + 2)))
        told.append(next(name for name in names if name.casefold() not in used))
    return told


def _room(column: Column) -> int:
    """The most that a column may take: a document's share, and half as much again on a sheet."""
    return min(ROOM, column.width * 3 // 2)


def _said(line: Line) -> Iterator[str]:
    """What each plan says, or may say: words, figures, place, phrases, and the commitment's id."""
    for mark in line.marks:
        yield "\n".join(map(_passage, (*mark.passages, *mark.candidates))) or mark.reason


def _passage(passage: Passage) -> str:
    """A passage; one that may be the promise behind its sign and score."""
    score = "" if passage.score is None else f"{MARKS['unsure']} {passage.score}"
    figures = f"[{passage.figures}]" if passage.figures else ""
    words = " ".join(filter(None, (score, passage.text, figures)))
    return f"{words}\n{passage.place} {''.join(f'「{quote}」' for quote in passage.quotes)} {passage.key}"


def _lines(cell: Cell, width: int) -> int:
    """The lines that a cell takes; set here because not every program fits rows to wrapped text by itself."""
    if not isinstance(cell, str) or len(cell) * 2 < width:
        return 1
    return sum(ceil((cells(line) or 1) / width) for line in cell.split("\n"))
