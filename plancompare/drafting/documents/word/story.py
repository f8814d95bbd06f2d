"""What a paragraph of a Word file says: its runs put together, changes accepted, notes and pictures left out.

Line breaks come as "\\n", tabs as "\\t", turns of the page as "\\f".
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plancompare.drafting.documents.model import TURN
from plancompare.drafting.documents.word.xml import LEFT_OUT, switched

# what holds no text of the paragraph, whatever is in it
_SILENT = LEFT_OUT | {
    "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "ffData", "instrText", "delText", "delInstrText",
    "rt", "object", "numberingChange",
}  # fmt: skip
_COUNTED = {
    "ins": "changes", "del": "changes", "moveFrom": "changes", "moveTo": "changes",
    "footnoteReference": "footnotes", "endnoteReference": "footnotes", "commentReference": "comments",
    "pic-pic": "pictures", "v-imagedata": "pictures",
}  # fmt: skip
_SIGNS = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": TURN,
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
        return "".join(self._pieces(paragraph))

    def _pieces(self, node: Element) -> Iterator[str]:
        for child in node:
            tag = child.tag
            if tag in _COUNTED:
                self.counts[_COUNTED[tag]] += 1
            if tag in ("t", "m-t"):
                if not any(self._fields):
                    yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "br":
                yield "\n" if child.get("type", "textWrapping") != "page" else ""
            elif tag == "fldChar":
                self._field(child.get("fldCharType", ""))
            elif tag == "sym":
                yield _symbol(child)
            elif tag == "txbxContent":
                self.boxes.append(child)
            elif tag == "mc-AlternateContent":
                yield from self._first_choice(child)
            elif tag == "r" and switched(child.find("rPr"), "vanish"):
                self.counts["hidden"] += 1
            elif tag not in _SILENT:
                self.counts["struck"] += tag == "r" and _is_struck(child)
                yield from self._pieces(child)

    def _first_choice(self, node: Element) -> Iterator[str]:
        """One of the twins that are kept for programs of different age."""
        choice = node.find("mc-Choice")
        chosen = choice if choice is not None else node.find("mc-Fallback")
        if chosen is not None:
            yield from self._pieces(chosen)

    def _field(self, kind: str) -> None:
        """Of a field, its result is text and its instruction is not."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()


def _is_struck(run: Element) -> bool:
    """Whether a line runs through the text of a run, by which a person may mean that it goes."""
    marks = run.find("rPr")
    return (switched(marks, "strike") or switched(marks, "dstrike")) and any(
        (t.text or "").strip() for t in run.iter("t")
    )


def _symbol(node: Element) -> str:
    code = node.get("char", "")
    try:
        sign = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= sign <= 0xF0FF:
        return _SYMBOLS.get(sign - 0xF000, "□")
    return chr(sign) if 0x20 <= sign < 0xD800 else ""


def turns(text: str) -> tuple[str, int]:
    """The text without turns of the page, and how many there were."""
    return (text.replace(TURN, ""), text.count(TURN)) if TURN in text else (text, 0)


def mark_removed(paragraph: Element) -> bool:
    """Whether the end of the paragraph is itself a deletion: then the next paragraph goes on with it."""
    marks = paragraph.find("pPr/rPr")
    return marks is not None and (marks.find("del") is not None or marks.find("moveFrom") is not None)
