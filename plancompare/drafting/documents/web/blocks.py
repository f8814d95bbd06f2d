"""Elements of a page to paragraphs: blocks, line breaks, lists, tables with merged cells."""

from collections.abc import Iterator
from typing import Any

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.cells import CellGrid
from plancompare.drafting.documents.characters import one_line
from plancompare.drafting.documents.lines import unbroken
from plancompare.drafting.documents.model import Paragraph, Rows, Watch
from plancompare.errors import PlanCompareError

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_LEVELS = {f"h{level}": level for level in range(1, 7)}
LONG = 400  # characters of a cell in a table of two rows or fewer that is there for the layout


class _Walk:
    """Goes through a part of a page in order and gathers running text between blocks."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._ordinal = 0
        self._set = False  # inside <pre>, where line ends count
        self._style = 0
        self._number = ""
        self._role = ""

    def node(self, node: Any, depth: int = 0) -> Iterator[Paragraph]:
        """The paragraphs that end inside the element."""
        if depth > limits.DEPTH:
            raise PlanCompareError("the page nests elements deeper than any page of text; not read")
        tag = node.tag
        if tag == "br":
            self._held.append("\n")
            return
        if tag == "table" and (rows := _data(node)):
            yield from self._flush()
            self._ordinal += 1
            yield from _named(node, self._ordinal)
            yield Paragraph("", self._ordinal, rows=rows)
            return
        block = tag in _BLOCKS
        if block:
            yield from self._flush()
            self._begin(node)
        self._take(node.text)
        for child in node:
            yield from self.node(child, depth + 1)
            self._take(child.tail)
        if block:
            yield from self._flush()
            self._style = 0 if tag in _LEVELS else self._style
            self._set = self._set and tag != "pre"

    def inside(self, part: Any, watch: Watch) -> Iterator[Paragraph]:
        """The paragraphs of a part's content, child by child."""
        self._take(part.text)
        for child in watch(list(part)):
            yield from self.node(child, 1)
            self._take(child.tail)
        yield from self._flush()

    def _begin(self, node: Any) -> None:
        self._style = _LEVELS.get(node.tag, self._style)
        self._set = self._set or node.tag == "pre"
        if node.tag == "li":
            self._number, self._role = _number(node), "item"

    def _take(self, text: str | None) -> None:
        if text:
            self._held.append(text if self._set else text.replace("\n", " "))

    def _flush(self) -> Iterator[Paragraph]:
        text = "".join(self._held)
        self._held = []
        for line in unbroken(text):
            self._ordinal += 1
            number, role = self._number, self._role
            self._number = self._role = ""
            yield Paragraph(line, self._ordinal, style=self._style, number=number, role=role)  # type: ignore[arg-type]


def paragraphs_of(part: Any, watch: Watch) -> Iterator[Paragraph]:
    """The paragraphs of a part of a page; the children of the part are the steps that are watched."""
    walk = _Walk()
    if part.tag in _LEVELS or part.tag in ("table", "li") or len(part) < 2:
        yield from walk.node(part)
        return
    yield from walk.inside(part, watch)


def _number(item: Any) -> str:
    """What a browser prints before the item of a list."""
    holder = item.getparent()
    if holder is None or holder.tag != "ol":
        return "•"
    place = [child for child in holder if child.tag == "li"].index(item)
    start = holder.get("start", "1")
    return f"{place + (int(start) if start.isdigit() and len(start) < 5 else 1)}."


def _named(table: Any, ordinal: int) -> Iterator[Paragraph]:
    caption = table.find("caption")
    if caption is not None and (text := one_line("".join(caption.itertext()))):
        yield Paragraph(text, ordinal, role="caption")


def _data(table: Any) -> Rows:
    """The cells of a table; none for one that only arranges the page."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    widest = max(map(len, cells), default=0)
    nested = next((True for inner in table.iter("table") if inner is not table), False)
    texts = [[_cell(cell) for cell in row] for row in cells]
    layout = len(rows) <= 2 and any(len(text) > LONG for row in texts for text in row)
    return () if widest < 2 or len(rows) < 2 or nested or layout else _grid(cells, texts)


def _table_of(row: Any) -> Any:
    node = row.getparent()
    while node is not None and node.tag != "table":
        node = node.getparent()
    return node


def _cell(cell: Any) -> str:
    walk = _Walk()
    return " ".join(f"{p.number} {p.text}".strip() for p in walk.node(cell))


def _grid(cells: list[list[Any]], texts: list[list[str]]) -> Rows:
    """Cells in their places."""
    grid = CellGrid("page")
    for place, (row, row_texts) in enumerate(zip(cells, texts, strict=True)):
        grid.begin()
        for cell, text in zip(row, row_texts, strict=True):
            height = _span(cell, "rowspan", len(cells) - place)
            grid.put(text, _span(cell, "colspan", limits.SPAN), height)
    return grid.rows()


def _span(cell: Any, name: str, most: int) -> int:
    """How many rows or columns a cell takes; 0 rows means all that are left."""
    given = cell.get(name, "1").strip()
    size = int(given) if given.isdigit() and len(given) < 6 else 1
    return max(min(size or most, most), 1)
