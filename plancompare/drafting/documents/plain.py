"""Plain text files: bytes to lines, lines to paragraphs, and tables that a text holds as lines.

Such a table has its columns apart by tabs or wide gaps, or one cell a line after a counter.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plancompare.drafting.documents.cellwise import bar_by_bar, cell_by_cell
from plancompare.drafting.documents.characters import clean, decode, one_line
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.grammar import COUNTER_HEAD, PRINTED_TABLE_NAMES
from plancompare.drafting.documents.lines import Line, at_gap, joined, lines_of
from plancompare.drafting.documents.margins import paged, without_chrome
from plancompare.drafting.documents.merged import below_merged
from plancompare.drafting.documents.model import Note, Paragraph, Reading, Rows, Watch, noted
from plancompare.drafting.documents.numbers import heads_outline, numeral
from plancompare.drafting.documents.rowwise import row_by_row
from plancompare.drafting.documents.runtogether import run_together
from plancompare.drafting.documents.spaced import spaced

_GAP = re.compile(r"\t+|[ \u3000]{3,}|\s*[│┃｜|]\s*")
_SIGNS_OF_COLUMNS = ("\t", "   ", "\u3000\u3000\u3000", "│", "｜", "|")
_BARS = "│┃｜|"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(r"[\s─━┄┈═┌┬┐├┼┤└┴┘│┃\-+|=]+")
_NAMED = re.compile(PRINTED_TABLE_NAMES)
REACH = 12  # lines that one row may take
HEADS = 8  # lines above the first counter that may be column heads
CELL = 40  # characters of a cell that is no running text


def read_plain(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a text file. Raises PlanCompareError where the bytes are no text."""
    text, notes = decode(file, data)
    return from_lines(list(lines_of(clean(text))), notes, watch)


def from_lines(lines: Sequence[Line], notes: Sequence[Note], watch: Watch) -> Reading:
    """Lines, from a text file or the pages of a PDF, to paragraphs; ``notes`` are those already taken."""
    remaining, page_notes = paged(lines)
    remaining, chrome = without_chrome(remaining)
    whole, soft = joined(remaining)
    paragraphs, tables = _with_tables(
        [Paragraph(line.text, line.number, line.page, rows=line.rows) for line in watch(whole)]
    )
    pieces = [p._replace(text=one_line(piece)) for p in paragraphs for piece in at_gap(p.text)]
    all_notes = [*notes, *page_notes]
    all_notes += [noted("doc_chrome", count=chrome)] if chrome else []
    all_notes += [noted("doc_soft_breaks", count=soft)] if soft else []
    return finished([p for p in pieces if p.text or p.rows], [*all_notes, *tables])


def _with_tables(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Note]]:
    """The paragraphs, with runs of lines that are a table made one."""
    result: list[Paragraph] = []
    notes: list[Note] = []
    index = 0
    while index < len(paragraphs):
        end, rows = _table(paragraphs, index)
        if rows:
            table = paragraphs[index]._replace(text="", rows=_even(rows), number="", style=0)
            result.append(table)
            notes.append(noted("doc_printed_table", line=table.line, rows=len(rows)))
            index = end
        else:
            result.append(paragraphs[index])
            index += 1
    return result, notes


def _even(rows: list[list[str]]) -> Rows:
    """Rows of one length. A cell that the text left out is taken to be the one before the last ones filled."""
    width = max(map(len, rows))
    short = [row if len(row) == width else row[:2] + [""] * (width - len(row)) + row[2:] for row in rows]
    return tuple(tuple(row) for row in short)


def _table(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """Where a table that begins at ``start`` ends, and its rows, by the first reader that finds one; else no rows."""
    readers = (_columns, cell_by_cell, bar_by_bar, row_by_row, spaced, run_together)
    found = ((end, rows) for reader in (_counted, *readers) for end, rows in (reader(paragraphs, start),) if rows)
    return next(found, (start, []))


def _counted(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """A table from ``start``: heads, then rows that each begin with the next number on a line of its own."""
    window = paragraphs[start : start + HEADS + 1]
    first = next((start + i for i, p in enumerate(window) if p.text == "1"), -1)
    heads = [p.text for p in paragraphs[start:first]] if first > start else []
    named = (start > 0 and _NAMED.search(paragraphs[start - 1].text)) or COUNTER_HEAD in heads[:1]
    if (
        paragraphs[start].rows
        or not heads
        or not named
        or any(len(h) > CELL // 2 or numeral(h) or "。" in h for h in heads)
    ):
        return start, []
    places = _counters(paragraphs, first)
    if len(places) < 3:
        return start, []
    sizes = Counter(b - a for a, b in pairwise(places))
    usual = max(sizes, key=lambda size: (sizes[size], size))
    width = len(heads) if heads[0] == COUNTER_HEAD else usual
    end = _end_of_row(paragraphs, places[-1], usual)
    rows = [_row(paragraphs[a:b], width) for a, b in zip(places, [*places[1:], end], strict=True)]
    head = heads if len(heads) >= width else [""] * (width - len(heads)) + heads
    return end, [head, *rows]


def _counters(paragraphs: Sequence[Paragraph], first: int) -> list[int]:
    """Places of the lines 1, 2, 3 … from ``first`` on, each near the one before."""
    places = [first]
    while True:
        wanted = str(len(places) + 1)
        stretch = paragraphs[places[-1] + 1 : places[-1] + 1 + REACH]
        near = next((i for i, p in enumerate(stretch) if p.text == wanted), -1)
        if near < 1 or any(p.rows or heads_outline(p.text) for p in stretch[:near]):
            return places
        places.append(places[-1] + 1 + near)


def _end_of_row(paragraphs: Sequence[Paragraph], start: int, usual: int) -> int:
    """Where the last row ends: as long as the others, but never beyond a number of the outline."""
    for index in range(start + 1, min(start + usual, len(paragraphs))):
        if heads_outline(paragraphs[index].text) or paragraphs[index].rows:
            return index
    return min(start + usual, len(paragraphs))


def _row(paragraphs: Sequence[Paragraph], width: int) -> list[str]:
    cells = [p.text for p in paragraphs]
    return cells if len(cells) <= width else [*cells[: width - 1], " ".join(cells[width - 1 :])]


def _columns(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """A table from ``start`` whose lines fall into the same number of columns."""
    rows: list[list[str]] = []
    end = start
    while end < len(paragraphs) and not paragraphs[end].rows:
        if _RULE.fullmatch(paragraphs[end].text):
            end += 1
            continue
        cells = _cells(paragraphs[end].text)
        if rows and _BAR.search(paragraphs[end].text):
            cells = below_merged(cells, rows)
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        end += 1
    return (end, rows) if len(rows) >= 2 and len(rows[0]) >= (2 if len(rows) > 2 else 3) else (start, [])


def _cells(text: str) -> list[str]:
    if not any(sign in text for sign in _SIGNS_OF_COLUMNS):
        return []
    bare = text.strip()
    if len(bare) > 1 and bare[0] in _BARS and bare[-1] in _BARS:  # a bar at either end, and so with its empty cells
        cells = [cell.strip() for cell in _BAR.split(bare[1:-1])]
        return cells if len(cells) > 1 and any(cells) else []
    cells = [cell.strip() for cell in _GAP.split(text.strip("│┃｜| "))]
    return cells if sum(map(bool, cells)) * 2 > len(cells) else []
