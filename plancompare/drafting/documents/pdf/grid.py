"""Ruled lines on a page to the cells of tables; cells without a border between them are one."""

from collections.abc import Iterable, Iterator, Sequence

from plancompare.drafting.documents.pdf.layout import Glyph, Rule, paragraph

NEAR = 3.0  # points within which two lines are one, or touch
COVERED = 0.6  # of a cell's side that a border must run along


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

    def rows(self, glyphs: Iterable[Glyph]) -> tuple[tuple[str, ...], ...]:
        """The texts of the cells, those of merged ones in every place they span; none if nothing is written."""
        places: dict[tuple[int, int], list[Glyph]] = {}
        first = self._merged()
        for glyph in glyphs:
            row = sum(y >= glyph.middle for y in self._ys) - 1
            column = sum(x <= (glyph.left + glyph.right) / 2 for x in self._xs) - 1
            places.setdefault(first[row, column], []).append(glyph)
        texts = {place: paragraph(inside) for place, inside in places.items()}
        height, width = len(self._ys) - 1, len(self._xs) - 1
        rows = [tuple(texts.get(first[i, j], "") for j in range(width)) for i in range(height)]
        return tuple(row for row in rows if any(row))

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
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


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
