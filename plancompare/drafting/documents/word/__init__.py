"""Word files (.docx): the text as it stands with all tracked changes accepted.

Read straight from the XML in the package, paragraph by paragraph, so that a long file costs little more than its text.
Nothing outside the file is ever opened, no macro run, and XML that declares anything of its own is refused.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.cells import CellGrid
from plancompare.drafting.documents.characters import clean
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.lines import unbroken
from plancompare.drafting.documents.model import Note, Paragraph, Reading, Rows, Watch, noted
from plancompare.drafting.documents.package import Package
from plancompare.drafting.documents.word.story import Story, mark_removed, turns
from plancompare.drafting.documents.word.styles import Numbering, Style, Styles
from plancompare.drafting.documents.word.xml import LEFT_OUT, integer, parsed, streamed, value

_NOTES = ("changes", "comments", "footnotes", "hidden", "struck", "pictures", "embedded", "nested", "contents")
# elements around rows and cells that say nothing of their own
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "mc-AlternateContent", "mc-Choice"))
CAPTION = 80  # characters of a row across a whole table that names it


def read_word(file: str, path: Path, watch: Watch) -> Reading:
    """The paragraphs of a Word file. Raises PlanCompareError for what is none, or is locked, cut off or hostile."""
    with Package(file, path) as package:
        styles = Styles(parsed(package, package.beside("styles.xml")))
        numbering = Numbering(parsed(package, package.beside("numbering.xml")))
        body = _Body(styles, numbering)
        paragraphs = list(body.paragraphs(streamed(package, package.main, watch)))
        notes = ([noted("doc_macros")] if package.macros else []) + body.notes()
    if not body.pages:
        paragraphs = [p._replace(page=None) for p in paragraphs]
    return finished(paragraphs, notes)


class _Body:
    """Takes the blocks of a body in order; ``pages`` tells whether the file says where its pages turned."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._story = Story()
        self._ordinal, self._page = 0, 1
        self._carried = ""  # text of paragraphs whose end was deleted

    @property
    def pages(self) -> bool:
        """Whether any page turned."""
        return self._page > 1

    def notes(self) -> list[Note]:
        """What was left out or decided."""
        counts = self._story.counts
        return [noted(f"doc_{name}", count=counts[name]) for name in _NOTES if counts[name]]

    def paragraphs(self, blocks: Iterator[tuple[Element, bool]]) -> Iterator[Paragraph]:
        """The paragraphs of the blocks, each told whether it stands in a table of contents."""
        for element, in_contents in blocks:
            yield from self._block(element, in_contents)
        carried, self._carried = self._carried, ""
        for text in unbroken(carried):
            yield Paragraph(text, self._ordinal, self._page)

    def _block(self, element: Element, in_contents: bool) -> Iterator[Paragraph]:
        self._ordinal += 1
        if element.tag == "altChunk":
            self._story.counts["embedded"] += 1
        elif element.tag == "tbl":
            yield from self._table(element)
        elif in_contents:
            self._story.counts["contents"] += 1
        else:
            yield from self._paragraph(element)
        while self._story.boxes:
            yield from self._boxed(self._story.boxes.pop(0))

    def _paragraph(self, element: Element, boxed: bool = False) -> Iterator[Paragraph]:
        text, turned = turns(clean(self._story.text(element)))
        page = self._page
        self._page += turned
        if mark_removed(element):
            self._carried += text
            return
        text, self._carried = self._carried + text, ""
        style = self._styles.of(value(element, "pPr/pStyle"))
        if style.role == "contents":
            self._story.counts["contents"] += bool(text.strip())
            return
        number, bullet = self._number(element, style)
        outline = value(element, "pPr/outlineLvl")
        level = style.level if not re.fullmatch("[0-9]{1,4}", outline) else int(outline) + 1 if int(outline) < 9 else 0
        for index, line in enumerate(unbroken(text)):
            first = Paragraph(line, self._ordinal, page, boxed=boxed)
            role = "item" if bullet else style.role if style.role in ("title", "caption") else ""
            if index:
                yield first
            else:
                yield first._replace(style=level, number=number, role=role)  # type: ignore[arg-type]

    def _number(self, element: Element, style: Style) -> tuple[str, bool]:
        """The automatic number, and whether it is but a bullet."""
        properties = element.find("pPr/numPr")
        name = value(element, "pPr/pStyle")
        list_id = (value(properties, "numId") if properties is not None else "") or style.list_id
        depth = self._numbering.depth(list_id, name, style.depth)
        if properties is not None and (written := value(properties, "ilvl")):
            depth = integer(written)
        return self._numbering.next(list_id, depth) if list_id not in ("", "0") else ("", False)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        """A table; or, of a frame with one column, the paragraphs inside."""
        cells = [_cells_of(row) for row in _rows_of(table)]
        if all(len(line) <= 1 for line in cells):
            for line in cells:
                for cell in line:
                    yield from self._boxed(cell)
            return
        page = self._page
        rows = self._grid(table)
        # a first row across the whole table is its name, if it is no longer than a name
        named = len(cells[0]) == 1 and len(rows) > 1 and 0 < len(rows[0][0]) <= CAPTION
        if named:
            yield Paragraph(rows[0][0], self._ordinal, page, role="caption", boxed=True)
        if rows:
            yield Paragraph("", self._ordinal, page, rows=rows[named:], boxed=named)

    def _grid(self, table: Element) -> Rows:
        """The texts of a table by row and column."""
        grid = CellGrid("file")
        for row in _rows_of(table):
            grid.begin()
            grid.put("", _columns(row, "trPr/gridBefore", 0))
            for cell in _cells_of(row):
                text = self._cell(cell)
                grid.put(text or (grid.above() if _goes_on(cell) else ""), _columns(cell, "tcPr/gridSpan", 1))
        return grid.rows()

    def _boxed(self, cell: Element) -> Iterator[Paragraph]:
        """Paragraphs that stand in a frame: a cell, or a text box."""
        for child in _content(cell):
            if child.tag == "p":
                yield from self._paragraph(child, boxed=True)
            else:
                yield from self._table(child)

    def _cell(self, cell: Element) -> str:
        """The text of a cell on one line; a table inside it is told cell by cell."""
        texts: list[str] = []
        for child in _content(cell):
            if child.tag == "p":
                texts += [f"{p.number} {p.text}".strip() for p in self._paragraph(child)]
            else:
                self._story.counts["nested"] += 1
                # each cell once: spans of tables inside tables would multiply
                texts += [self._cell(inner) for row in _rows_of(child) for inner in _cells_of(row)]
        return " ".join(filter(None, texts))


def _content(node: Element) -> list[Element]:
    """Paragraphs and tables directly in a cell or box, in order."""
    wanted = {id(child) for name in ("p", "tbl") for child in _children(node, name)}
    return [child for child in node.iter() if id(child) in wanted]


def _children(node: Element, name: str) -> Iterator[Element]:
    """The children called ``name``, also inside controls and insertions."""
    for child in node:
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS and child.tag not in LEFT_OUT:
            yield from _children(child, name)


def _rows_of(table: Element) -> list[Element]:
    """The rows that are left once changes are accepted."""
    return [row for row in _children(table, "tr") if row.find("trPr/del") is None]


def _cells_of(row: Element) -> list[Element]:
    """The cells of a row that are left once changes are accepted."""
    return [cell for cell in _children(row, "tc") if cell.find("tcPr/cellDel") is None]


def _goes_on(cell: Element) -> bool:
    """Whether a cell goes on with the one above it."""
    merged = cell.find("tcPr/vMerge")
    return merged is not None and merged.get("val", "continue") == "continue"


def _columns(node: Element, path: str, default: int) -> int:
    """A count of grid columns, within bounds."""
    written = value(node, path)
    return min(max(integer(written), default), limits.SPAN) if written else default
