"""Glyphs on a page to lines in reading order, and those inside ruled lines to tables. Pure geometry, in points.

Cells of a table without a border between them are one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from plancompare.drafting.documents.cells import CellGrid
from plancompare.drafting.documents.characters import together
from plancompare.drafting.documents.lines import Line
from plancompare.drafting.documents.model import Rows

SPACE = 0.25  # of a character's width: a gap that parts Latin words
COLUMN = 1.6  # of a character's width: a gap that parts columns
LOOSE = 1.8  # times the usual distance of lines: a gap that parts paragraphs
NEAR = 3.0  # points within which two lines are one, or touch
COVERED = 0.6  # of a cell's side that a border must run along


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
    left: list[Glyph] = list(glyphs)
    placed: list[tuple[float, Line]] = []
    for table in tables(rules):
        inside = [g for g in left if table.holds(g)]
        rows = table.rows(inside)
        if rows:
            of_table = set(map(id, inside))
            left = [g for g in left if id(g) not in of_table]
            placed.append((table.top, Line("", 0, page, rows=rows)))
    placed += _lines(left, page)
    return [line for _, line in sorted(placed, key=lambda entry: -entry[0])]


def _lines(glyphs: Sequence[Glyph], page: int) -> list[tuple[float, Line]]:
    """Lines with their heights, indents and gaps."""
    rows = _stacked(glyphs)
    if not rows:
        return []
    width = _width(glyphs)
    # the left edge of most lines, text apart by half a character
    margin = Counter(round(row[0].left / width * 2) for row in rows).most_common(1)[0][0] * width / 2
    heights = [median(g.middle for g in row) for row in rows]
    usual = median(a - b for a, b in pairwise(heights)) if len(rows) > 2 else 0.0
    lines = []
    for index, row in enumerate(rows):
        indent = max(0, round((row[0].left - margin) / (width / 2)))
        gap = index > 0 and heights[index - 1] - heights[index] > LOOSE * usual > 0
        lines.append((heights[index], Line(_text(row, width), 0, page, indent, gap)))
    return lines


def _stacked(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line from top to bottom, and in it from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.middle, g.left)):
        first = rows[-1][0] if rows else None
        if first is not None and first.middle - glyph.middle < max(first.top - first.bottom, 1) / 2:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in rows]


def _paragraph(glyphs: Iterable[Glyph]) -> str:
    """Glyphs of a cell as one line of text."""
    text = ""
    for row in _stacked(glyphs):
        text = together(text, _text(row, _width(row)).replace("\t", " "))
    return text


def _width(glyphs: Sequence[Glyph]) -> float:
    """The usual width of a full character; half as wide ones count double."""
    widths = [(g.right - g.left) * (2 if g.text.isascii() else 1) for g in glyphs]
    return max(median(widths), 1.0)


def _text(row: Sequence[Glyph], width: float) -> str:
    """The text of a line; gaps become blanks between Latin words, and tabs between columns."""
    text = row[0].text
    for last, glyph in pairwise(row):
        gap = glyph.left - last.right
        latin = last.text.isascii() and glyph.text.isascii()
        text += ("\t" if gap > COLUMN * width else " " if latin and gap > SPACE * width else "") + glyph.text
    return text


class Table:
    """The borders of one table: where its columns and rows part, from left to right and from top to bottom."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        levels, uprights = [r for r in rules if r.level], [r for r in rules if not r.level]
        self._levels, self._uprights = levels, uprights
        # a table may leave its outer sides open, and a turn of the page cuts it open
        self._xs = _apart([r.x0 for r in uprights] + _ends(x for r in levels for x in (r.x0, r.x1)))
        self._ys = _apart([r.y0 for r in levels] + _ends(y for r in uprights for y in (r.y0, r.y1)))[::-1]

    @property
    def top(self) -> float:
        """Where the table begins."""
        return self._ys[0]

    @property
    def is_one(self) -> bool:
        """Whether there are two columns at least; a turn of the page may leave one row."""
        return len(self._xs) > 2 and len(self._ys) > 1

    def holds(self, glyph: Glyph) -> bool:
        """Whether a glyph stands inside."""
        middle = (glyph.left + glyph.right) / 2
        return self._xs[0] < middle < self._xs[-1] and self._ys[-1] < glyph.middle < self._ys[0]

    def rows(self, glyphs: Iterable[Glyph]) -> Rows:
        """The texts of the cells, those of merged ones in every place they span; none if nothing is written."""
        places: dict[tuple[int, int], list[Glyph]] = {}
        first = self._merged()
        for glyph in glyphs:
            row = sum(y >= glyph.middle for y in self._ys) - 1
            column = sum(x <= (glyph.left + glyph.right) / 2 for x in self._xs) - 1
            places.setdefault(first[row, column], []).append(glyph)
        texts = {cell: _paragraph(inside) for cell, inside in places.items()}
        grid = CellGrid("file")
        for i in range(len(self._ys) - 1):
            grid.begin()
            for j in range(len(self._xs) - 1):
                grid.put(texts.get(first[i, j], ""))
        return grid.rows()

    def _merged(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each place of the grid the first place of the cell it belongs to."""
        first: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(len(self._ys) - 1):
            for j in range(len(self._xs) - 1):
                if i and not self._border(self._levels, self._ys[i], self._xs[j], self._xs[j + 1], level=True):
                    first[i, j] = first[i - 1, j]
                elif j and not self._border(self._uprights, self._xs[j], self._ys[i + 1], self._ys[i], level=False):
                    first[i, j] = first[i, j - 1]
                else:
                    first[i, j] = (i, j)
        return first

    def _border(self, rules: Iterable[Rule], at: float, start: float, end: float, level: bool) -> bool:
        """Whether a border at ``at`` runs along a cell's side from ``start`` to ``end``."""
        run = 0.0
        for rule in rules:
            where, low, high = (rule.y0, rule.x0, rule.x1) if level else (rule.x0, rule.y0, rule.y1)
            if abs(where - at) <= NEAR:
                run += max(0.0, min(high, end) - max(low, start))
        return run >= COVERED * (end - start)


def tables(rules: Sequence[Rule]) -> Iterator[Table]:
    """The tables that ruled lines make: those that touch belong together."""
    for group in _touching(rules):
        table = Table(group)
        if table.is_one:
            yield table


def _ends(places: Iterable[float]) -> list[float]:
    """The least and the greatest."""
    known = sorted(places)
    return [known[0], known[-1]] if known else []


def _apart(places: Iterable[float]) -> list[float]:
    """Places in order, those near each other once."""
    edges: list[float] = []
    for edge in sorted(places):
        if not edges or edge - edges[-1] > NEAR:
            edges.append(edge)
    return edges


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Groups of lines that are joined by touching; found by growing each group from one line."""
    left = sorted(set(rules))
    while left:
        group, grown = [left.pop()], 0
        while grown < len(group):
            one = group[grown]
            grown += 1
            near = [rule for rule in left if _touch(one, rule)]
            if near:
                taken = set(near)
                group += near
                left = [rule for rule in left if rule not in taken]
        yield group


def _touch(a: Rule, b: Rule) -> bool:
    return (
        a.x0 - NEAR <= b.x1 and b.x0 - NEAR <= a.x1 and a.y0 - NEAR <= b.y1 and b.y0 - NEAR <= a.y1
    )  # fmt: skip
