"""The grid of a table: cells in their places, merged ones repeated into every place they span."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.word.styles import value, whole
from plancompare.drafting.documents.word.xml import LEFT_OUT
from plancompare.errors import PlanCompareError

Rows = tuple[tuple[str, ...], ...]
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "mc-AlternateContent", "mc-Choice"))


def children(node: Element, name: str) -> Iterator[Element]:
    """The children called ``name``, also inside controls and insertions."""
    for child in node:
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS and child.tag not in LEFT_OUT:
            yield from children(child, name)


def rows_of(table: Element) -> list[Element]:
    """The rows that are left once changes are accepted."""
    return [row for row in children(table, "tr") if row.find("trPr/del") is None]


def cells_of(row: Element) -> list[Element]:
    """The cells of a row that are left once changes are accepted."""
    return [cell for cell in children(row, "tc") if cell.find("tcPr/cellDel") is None]


def grid(table: Element, told: Callable[[Element], str]) -> Rows:
    """The texts of a table by row and column; ``told`` gives the text of a cell. Rows are made equally long.

    Raises PlanCompareError for a table that its merged cells make bigger than any plan's.
    """
    above: list[str] = []
    rows: list[list[str]] = []
    size = width = 0
    for row in rows_of(table):
        line = [""] * _columns(row, "trPr/gridBefore", 0)
        for cell in cells_of(row):
            text = told(cell)
            held = not text and _goes_on(cell) and len(line) < len(above)
            line += [above[len(line)] if held else text] * _columns(cell, "tcPr/gridSpan", 1)
        rows.append(line)
        above = line
        width = max(width, len(line))
        size += sum(map(len, line))
        if size > limits.TABLE or width * len(rows) > limits.CELLS:
            raise PlanCompareError("a table of the file is bigger than any plan's; not read")
    return tuple(tuple(line + [""] * (width - len(line))) for line in rows if any(line))


def _goes_on(cell: Element) -> bool:
    """Whether a cell goes on with the one above it."""
    merged = cell.find("tcPr/vMerge")
    return merged is not None and merged.get("val", "continue") == "continue"


def _columns(node: Element, path: str, default: int) -> int:
    """A count of grid columns, within bounds."""
    given = value(node, path)
    return min(max(whole(given), default), limits.SPAN) if given else default
