"""Tables that a text holds one cell a line: column heads with years, then names, and behind them their values.

A web page whose table was copied as text leaves such lines. Where rows were merged (甲率, 其中：乙率 beside one kind),
the names of all come first and then the values, column by column. Where each cell ends in a bar, a row begins with the
number that counts it.
"""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.grammar import (
    CELL_HEADS,
    CELL_KINDS,
    CELL_UNIT,
    CELL_VALUE,
    COUNTER_HEAD,
    YEAR_HEAD,
)
from plancompare.drafting.documents.model import Paragraph

HEADS = 6  # columns that such a table has at most
CELL = 40  # characters of a cell that is no running text
FEWEST = 3  # rows with values that make a table
_HEAD, _YEAR = re.compile(CELL_HEADS), re.compile(YEAR_HEAD)
_KIND, _VALUE = re.compile(CELL_KINDS), re.compile(CELL_VALUE)
_BARRED = re.compile(r"([^│┃｜|]*?)\s*[│┃｜|]\s*")


def bar_by_bar(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """The same of a table whose cells each stand on a line that a bar ends, the counter of its rows first."""
    cells: list[str] = []
    while start + len(cells) < len(paragraphs) and (cell := _BARRED.fullmatch(paragraphs[start + len(cells)].text)):
        cells.append(cell[1])
    width = next((place for place, cell in enumerate(cells) if cell.isdigit()), 0)
    heads = [re.sub(r"\s", "", cell) for cell in cells[:width]]
    if width < 2 or heads[0] != COUNTER_HEAD:
        return start, []
    rows = [cells[place : place + width] for place in range(width, len(cells), width)]
    if not all(row[0].isdigit() for row in rows):
        return start, []
    return start + len(cells), [heads, *(row + [""] * (width - len(row)) for row in rows)]


def cell_by_cell(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """Where a table that begins at ``start`` ends, and its rows; ``(start, [])`` where none begins."""
    heads = _heads(paragraphs[start : start + HEADS])
    years = [place for place, head in enumerate(heads) if _YEAR.fullmatch(head)]
    if not years or len(heads) < 2:
        return start, []
    units = [column for column, head in enumerate(heads) if head == CELL_UNIT]
    place, rows, filled = start + len(heads), [heads], 0
    while place < len(paragraphs):
        names, values, place_after = _group(paragraphs, place)
        if not names:
            break
        named = names[::2] if units == [1] and len(names) % 2 == 0 else names
        made = _rows(named, values, years, len(heads))
        if len(made) * 2 == len(names):
            made = [[row[0], unit, *row[2:]] for row, unit in zip(made, names[1::2], strict=True)]
        filled += sum(any(row[1:]) for row in made)
        rows += made
        place = place_after
    return (place, rows) if filled >= FEWEST else (start, [])


def _heads(window: Sequence[Paragraph]) -> list[str]:
    """The heads of columns that stand one a line, the first of which names a row; [] where they do not."""
    heads: list[str] = []
    for paragraph in window:
        text = re.sub(r"\s", "", paragraph.text)
        if paragraph.rows or not (_HEAD.fullmatch(text) or _YEAR.fullmatch(text)):
            break
        heads.append(text)
    return heads if heads and not _YEAR.fullmatch(heads[0]) else []


def _group(paragraphs: Sequence[Paragraph], place: int) -> tuple[list[str], list[str], int]:
    """The names from ``place`` on, the values behind them, and where the next names begin."""
    names: list[str] = []
    values: list[str] = []
    while place < len(paragraphs):
        text = paragraphs[place].text
        if paragraphs[place].rows or len(text) > CELL or "。" in text:
            break
        is_value = bool(_VALUE.fullmatch(text) or _KIND.fullmatch(text))
        if values and not is_value:
            break
        (values if is_value else names).append(text)
        place += 1
    return (names, values, place) if values else ([], [], place)


def _rows(names: Sequence[str], values: Sequence[str], years: Sequence[int], width: int) -> list[list[str]]:
    """The rows that names and values make; names that more than the values ask for stand above the others."""
    numbers = [value for value in values if not _KIND.fullmatch(value)]
    kinds = [value for value in values if _KIND.fullmatch(value)]
    count = len(numbers) // len(years)
    if not count or count * len(years) != len(numbers) or count > len(names):
        return [[name, *[""] * (width - 1)] for name in names]
    rows = [[name, *[""] * (width - 1)] for name in names[: len(names) - count]]
    for place, name in enumerate(names[len(names) - count :]):
        row = [name, *[""] * (width - 1)]
        for column, year in enumerate(years):
            row[year] = numbers[column * count + place]
        if kinds and width - 1 not in years:
            row[-1] = kinds[min(place, len(kinds) - 1)]
        rows.append(row)
    return rows
