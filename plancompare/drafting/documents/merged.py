"""Rows that are shorter than the one above them, where a merged cell spans both: 类别 over several items.

Where such a table is copied as lines with bars between its cells, only the first row of the span has that cell; the
others begin with the next one, and an empty cell may end them instead.
"""

import re
from collections.abc import Sequence

MOST = 2  # columns at the front that may be merged
LONG = 16  # characters of a cell that tells something, where others only name it
_COUNTED = re.compile(r"[（(]?\d{1,3}[.．、)）]")


def below_merged(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A row with the cells that the last of ``rows`` shares with it; as it is where its own do not look like those.

    A row may also lack its last cells, which say nothing then: where its cells look as much like those above them as
    they stand, they stay in their places.
    """
    above = rows[-1]
    lacking = len(above) - len(cells)
    if len(rows) < 2 or not 0 < lacking <= MOST or len(cells) <= lacking:
        return list(cells)
    moved = [*above[:lacking], *cells]
    kept = [*cells, *[""] * lacking]
    return moved if _likeness(moved[lacking:], above[lacking:]) > _likeness(kept, above) else kept


def _likeness(row: Sequence[str], above: Sequence[str]) -> int:
    """How far the cells of a row are like those above them."""
    return sum(_alike(cell, other) for cell, other in zip(row, above, strict=True) if cell)


def _alike(cell: str, other: str) -> int:
    """Cells that are the same, or both counted, are more alike than such as are only both long, or both short."""
    same = cell == other or (_COUNTED.match(cell) and _COUNTED.match(other))
    return 2 * bool(same) + ((len(cell) > LONG) == (len(other) > LONG))
