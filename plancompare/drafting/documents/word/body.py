"""The body of a Word file: each paragraph or table that comes, as paragraphs of the outline."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plancompare.drafting.documents.breaks import unbroken
from plancompare.drafting.documents.lines import clean
from plancompare.drafting.documents.model import Note, Paragraph, noted
from plancompare.drafting.documents.word.numbering import Numbering
from plancompare.drafting.documents.word.story import Story, mark_removed, turns
from plancompare.drafting.documents.word.styles import Style, Styles, value, whole
from plancompare.drafting.documents.word.tables import cells_of, children, grid, rows_of

_NOTES = ("changes", "comments", "footnotes", "hidden", "pictures", "embedded", "nested", "contents")
CAPTION = 80  # characters of a row across a whole table that names it


class Body:
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

    def block(self, element: Element, in_contents: bool) -> Iterator[Paragraph]:
        """The paragraphs of one block of the body."""
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

    def rest(self) -> Iterator[Paragraph]:
        """What waited for a next paragraph that did not come."""
        carried, self._carried = self._carried, ""
        for text in unbroken(carried):
            yield Paragraph(text, self._ordinal, self._page)

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
        given = value(element, "pPr/outlineLvl")
        level = style.level if not given.isdigit() else int(given) + 1 if int(given) < 9 else 0
        for place, line in enumerate(unbroken(text)):
            first = Paragraph(line, self._ordinal, page, boxed=boxed)
            role = "item" if bullet else style.role if style.role in ("title", "caption") else ""
            if place:
                yield first
            else:
                yield first._replace(style=level, number=number, role=role)  # type: ignore[arg-type]

    def _number(self, element: Element, style: Style) -> tuple[str, bool]:
        """The automatic number, and whether it is but a bullet."""
        own = element.find("pPr/numPr")
        name = value(element, "pPr/pStyle")
        list_id = (value(own, "numId") if own is not None else "") or style.list_id
        depth = self._numbering.depth(list_id, name, style.depth)
        if own is not None and (given := value(own, "ilvl")):
            depth = whole(given)
        return self._numbering.next(list_id, depth) if list_id not in ("", "0") else ("", False)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        """A table; or, of a frame with one column, the paragraphs inside."""
        rows = rows_of(table)
        cells = [cells_of(row) for row in rows]
        if all(len(line) <= 1 for line in cells):
            for line in cells:
                for cell in line:
                    yield from self._boxed(cell)
            return
        page = self._page
        told = grid(table, self._cell)
        # a first row across the whole table is its name, if it is no longer than a name
        named = len(cells[0]) == 1 and len(told) > 1 and 0 < len(told[0][0]) <= CAPTION
        if named:
            yield Paragraph(told[0][0], self._ordinal, page, role="caption", boxed=True)
        if told:
            yield Paragraph("", self._ordinal, page, rows=told[named:], boxed=named)

    def _boxed(self, cell: Element) -> Iterator[Paragraph]:
        """Paragraphs that stand in a frame: a cell, or a text box."""
        for child in _content(cell):
            if child.tag == "p":
                yield from self._paragraph(child, boxed=True)
            else:
                yield from self._table(child)

    def _cell(self, cell: Element) -> str:
        """The text of a cell on one line; a table inside it is told cell by cell."""
        told: list[str] = []
        for child in _content(cell):
            if child.tag == "p":
                told += [f"{p.number} {p.text}".strip() for p in self._paragraph(child)]
            else:
                self._story.counts["nested"] += 1
                # each cell once: spans of tables inside tables would multiply
                told += [self._cell(inner) for row in rows_of(child) for inner in cells_of(row)]
        return " ".join(filter(None, told))


def _content(node: Element) -> list[Element]:
    """Paragraphs and tables directly in a cell or box, in order."""
    wanted = {id(child) for name in ("p", "tbl") for child in children(node, name)}
    return [child for child in node.iter() if id(child) in wanted]
