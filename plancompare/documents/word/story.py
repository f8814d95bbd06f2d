"""What a paragraph of a Word file says: its runs put together, changes accepted, notes and pictures left out.

Line breaks come as "\\n", tabs as "\\t", turns of the page as "\\f".
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plancompare.documents.pages import TURN
from plancompare.documents.word.styles import switched
from plancompare.documents.word.xml import LEFT_OUT

# what holds no text of the paragraph, whatever is in it
_SILENT = LEFT_OUT | {
    "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:ffData", "w:instrText", "w:delText", "w:delInstrText",
    "w:rt", "w:object", "w:numberingChange",
}  # fmt: skip
_COUNTED = {
    "w:ins": "changes", "w:del": "changes", "w:moveFrom": "changes", "w:moveTo": "changes",
    "w:footnoteReference": "footnotes", "w:endnoteReference": "footnotes", "w:commentReference": "comments",
    "pic:pic": "pictures", "v:imagedata": "pictures",
}  # fmt: skip
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:lastRenderedPageBreak": TURN,
}  # fmt: skip
# signs of Wingdings that stand for yes and no in tables; other signs of such fonts are shown as an empty box
_SYMBOLS = {0x6C: "●", 0x6E: "■", 0xB7: "•", 0xFC: "✓", 0xFE: "☑", 0x52: "☑", 0xFB: "✗", 0xFD: "☒"}


class Story:
    """Reads paragraphs one after the other, counts what it leaves out, and keeps text boxes for later."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.boxes: list[Element] = []
        self._fields: list[bool] = []  # fields that are open: whether their instruction is still being told

    def text(self, paragraph: Element) -> str:
        """The text of a paragraph."""
        self._fields = []
        return "".join(self._told(paragraph))

    def _told(self, node: Element) -> Iterator[str]:
        for child in node:
            tag = child.tag
            if tag in _COUNTED:
                self.counts[_COUNTED[tag]] += 1
            if tag in ("w:t", "m:t"):
                if not any(self._fields):
                    yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "w:br":
                yield "\n" if child.get("w:type", "textWrapping") != "page" else ""
            elif tag == "w:fldChar":
                self._field(child.get("w:fldCharType", ""))
            elif tag == "w:sym":
                yield _symbol(child)
            elif tag == "w:txbxContent":
                self.boxes.append(child)
            elif tag == "mc:AlternateContent":
                yield from self._first_choice(child)
            elif tag == "w:r" and switched(child.find("w:rPr"), "w:vanish"):
                self.counts["hidden"] += 1
            elif tag not in _SILENT:
                yield from self._told(child)

    def _first_choice(self, node: Element) -> Iterator[str]:
        """One of the twins that are kept for programs of different age."""
        choice = node.find("mc:Choice")
        chosen = choice if choice is not None else node.find("mc:Fallback")
        if chosen is not None:
            yield from self._told(chosen)

    def _field(self, kind: str) -> None:
        """Of a field, its result is text and its instruction is not."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()


def _symbol(node: Element) -> str:
    code = node.get("w:char", "")
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= place <= 0xF0FF:
        return _SYMBOLS.get(place - 0xF000, "□")
    return chr(place) if 0x20 <= place < 0xD800 else ""


def turns(text: str) -> tuple[str, int]:
    """The text without turns of the page, and how many there were."""
    return (text.replace(TURN, ""), text.count(TURN)) if TURN in text else (text, 0)


def mark_removed(paragraph: Element) -> bool:
    """Whether the end of the paragraph is itself a deletion: then the next paragraph goes on with it."""
    marks = paragraph.find("w:pPr/w:rPr")
    return marks is not None and (marks.find("w:del") is not None or marks.find("w:moveFrom") is not None)
