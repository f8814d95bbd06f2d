"""Tables that a text holds without signs of columns: cells apart by one blank, in lines or all in one; or one a line.

They are known by their heads, which are words that tables have (指标 2020年 2025年 属性), and by rows as long as these.
"""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.grammar import CELL_HEADS, TABLE_HEADS, YEAR_HEAD
from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import BRACKETED, numeral

WIDEST = 8  # columns that such a table has at most
FEWEST_HEADS, FEWEST_ROWS = 3, 2
CELL = 40  # characters of a cell
_HEAD = re.compile(rf"{CELL_HEADS}|{TABLE_HEADS}|{YEAR_HEAD}")
_NAME = re.compile(CELL_HEADS)
_STOPS = re.compile("[。；]")


def spaced(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """Where a table that begins at ``start`` ends, and its rows; ``(start, [])`` where none begins."""
    cells = paragraphs[start].text.split()
    heads = _heads(cells)
    if len(heads) < FEWEST_HEADS:
        return _one_a_line(paragraphs, start)
    if len(heads) < len(cells):
        rows = _even(cells, len(heads))
        return (start + 1, rows) if len(rows) > FEWEST_ROWS else (start, [])
    end, rows = start + 1, [heads]
    while end < len(paragraphs) and not paragraphs[end].rows:
        cells = paragraphs[end].text.split()
        if len(cells) != len(heads) or not _are_cells(cells):
            break
        rows.append(cells)
        end += 1
    return (end, rows) if len(rows) > FEWEST_ROWS else (start, [])


def _one_a_line(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """A table with a cell a line, beneath heads that say what was aimed at and what came of it, or who does it."""
    lines: list[str] = []
    for paragraph in paragraphs[start:]:
        number = numeral(paragraph.text)
        outranks = number is not None and number.rank <= BRACKETED
        if paragraph.rows or outranks or not _are_cells([paragraph.text]):
            break
        lines.append(paragraph.text)
    heads = _heads(lines[:WIDEST])
    rows = _even(lines, len(heads)) if len(heads) >= FEWEST_HEADS else []
    return (start + len(lines), rows) if len(rows) > FEWEST_ROWS else (start, [])


def _heads(cells: Sequence[str]) -> list[str]:
    """The cells at the front that are heads of columns, if the first or second names what a row is about."""
    heads: list[str] = []
    for cell in cells[:WIDEST]:
        if not _HEAD.fullmatch("".join(cell.split())):
            break
        heads.append(cell)
    named = any(_NAME.fullmatch(head) or not re.search(r"\d", head) for head in heads[:2])
    return heads if named and len(set(heads)) == len(heads) else []


def _even(cells: Sequence[str], width: int) -> list[list[str]]:
    """Rows of ``width`` cells; none where the last would be shorter."""
    if not width or len(cells) % width or not _are_cells(cells):
        return []
    return [list(cells[place : place + width]) for place in range(0, len(cells), width)]


def _are_cells(cells: Sequence[str]) -> bool:
    """Whether pieces are cells, not running text: short, and a stop at most at the end of one."""
    return all(len(cell) <= CELL and not _STOPS.search(cell[:-1]) for cell in cells)
