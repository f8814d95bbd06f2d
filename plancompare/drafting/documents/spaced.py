"""Tables that a text holds without signs of columns: cells apart by one blank, in lines or all in one; or one a line.

They are known by their heads, which are words that tables have (指标 2020年 2025年 属性), and by rows as long as these.
"""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.grammar import CELL_HEADS, COLUMNS_DONE, TABLE_HEADS, YEAR_HEAD
from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import heads_outline

WIDEST = 8  # columns that such a table has at most
FEWEST_HEADS, FEWEST_ROWS = 3, 2
CELL, NAME = 40, 16  # characters of a cell, and of what a row begins with
LONGEST = 400  # lines of a table
_HEAD = re.compile(rf"{CELL_HEADS}|{TABLE_HEADS}|{YEAR_HEAD}")
_NAME, _DONE = re.compile(CELL_HEADS), re.compile(COLUMNS_DONE)
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
        if paragraph.rows or heads_outline(paragraph.text) or not _are_cells([paragraph.text]):
            break
        lines.append(paragraph.text)
    heads = _heads(lines[:WIDEST])
    rows = _even(lines, len(heads)) if len(heads) >= FEWEST_HEADS else []
    return (start + len(lines), rows) if len(rows) > FEWEST_ROWS else _beside_done(paragraphs, start)


def _beside_done(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """A table with a cell a line whose cells may be sentences, beneath a head that says what came of each task.

    Each row begins with a name; where a line is too long for one, a cell took several lines and the rows are lost.
    """
    heads = _heads([paragraph.text for paragraph in paragraphs[start : start + WIDEST]])
    rows, width = [heads], len(heads)
    if width < FEWEST_HEADS or not any(_DONE.fullmatch(head) for head in heads):
        return start, []
    lines = [paragraph.text for paragraph in paragraphs[start : start + LONGEST]]
    for place in range(width, len(lines) - width + 1, width):
        cells = lines[place : place + width]
        broken = any(paragraph.rows for paragraph in paragraphs[start + place : start + place + width])
        if broken or len(cells[0]) > NAME or _STOPS.search(cells[0]) or all(len(cell) <= NAME for cell in cells[1:]):
            break
        rows.append(cells)
    return (start + width * len(rows), rows) if len(rows) > FEWEST_ROWS else (start, [])


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
