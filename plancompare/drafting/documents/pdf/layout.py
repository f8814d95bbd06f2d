"""Glyphs on a page to lines in reading order, and those inside ruled lines to tables. Pure geometry, in points."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from plancompare.drafting.documents.lines import Line, together

SPACE = 0.25  # of a character's width: a gap that parts Latin words
COLUMN = 1.6  # of a character's width: a gap that parts columns
LOOSE = 1.8  # times the usual distance of lines: a gap that parts paragraphs


class Glyph(NamedTuple):
    """A character and the box it takes; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


class Rule(NamedTuple):
    """A ruled line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.y0 == self.y1


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of a page that is shown turned clockwise by so many degrees, as it stands for a reader."""
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(turn, (x, y))


def laid_out(glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int) -> list[Line]:
    """The lines and tables of a page from top to bottom."""
    from plancompare.drafting.documents.pdf.grid import tables

    left: list[Glyph] = list(glyphs)
    placed: list[tuple[float, Line]] = []
    for table in tables(rules):
        inside = [g for g in left if table.holds(g)]
        rows = table.rows(inside)
        if rows:
            kept = set(map(id, inside))
            left = [g for g in left if id(g) not in kept]
            placed.append((table.top, Line("", 0, page, rows=rows)))
    placed += _lines(left, page)
    return [line for _, line in sorted(placed, key=lambda entry: -entry[0])]


def _lines(glyphs: Sequence[Glyph], page: int) -> list[tuple[float, Line]]:
    """Lines with their heights, indents and gaps."""
    rows = stacked(glyphs)
    if not rows:
        return []
    width = _width(glyphs)
    # the left edge of most lines, told apart by half a character
    margin = Counter(round(row[0].left / width * 2) for row in rows).most_common(1)[0][0] * width / 2
    heights = [median(g.middle for g in row) for row in rows]
    usual = median(a - b for a, b in pairwise(heights)) if len(rows) > 2 else 0.0
    lines = []
    for place, row in enumerate(rows):
        indent = max(0, round((row[0].left - margin) / (width / 2)))
        gap = place > 0 and heights[place - 1] - heights[place] > LOOSE * usual > 0
        lines.append((heights[place], Line(_text(row, width), 0, page, indent, gap)))
    return lines


def stacked(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line from top to bottom, and in it from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.middle, g.left)):
        first = rows[-1][0] if rows else None
        if first is not None and first.middle - glyph.middle < max(first.top - first.bottom, 1) / 2:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in rows]


def paragraph(glyphs: Iterable[Glyph]) -> str:
    """Glyphs of a cell as one line of text."""
    told = ""
    for row in stacked(glyphs):
        told = together(told, _text(row, _width(row)).replace("\t", " "))
    return told


def _width(glyphs: Sequence[Glyph]) -> float:
    """The usual width of a full character; half as wide ones count double."""
    widths = [(g.right - g.left) * (2 if g.text.isascii() else 1) for g in glyphs]
    return max(median(widths), 1.0)


def _text(row: Sequence[Glyph], width: float) -> str:
    """The text of a line; gaps become blanks between Latin words, and tabs between columns."""
    told = row[0].text
    for last, glyph in pairwise(row):
        gap = glyph.left - last.right
        latin = last.text.isascii() and glyph.text.isascii()
        told += ("\t" if gap > COLUMN * width else " " if latin and gap > SPACE * width else "") + glyph.text
    return told
