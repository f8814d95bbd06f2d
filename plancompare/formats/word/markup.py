"""Pieces of WordprocessingML as text, and the one layer that keeps a plan's words from being markup.

Tables are built as text and parsed once: reaching for cells one by one takes python-docx time that grows with the
square of their number.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancompare.formats.paged.setting import Run
from plancompare.formats.screen import printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold, besides control characters
_BREAKS = re.compile("[\n\t]+")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ENTITY = re.compile('[&<>"]')
# signs that stand in Latin and in Chinese fonts alike, narrow in one and wide in the other
_AMBIGUOUS = re.compile("[“”‘’…—·●○①-⑳Ⅰ-Ⅻ≥≤≈≠←→×]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# style of a run -> id of the character style
CHARACTERS = {
    "strong": "PlanStrong",
    "faint": "PlanFaint",
    "id": "PlanId",
    "quote": "PlanQuote",
    "made": "PlanMade",
    "not_found": "PlanNotFound",
    "not_covered": "PlanNotCovered",
    "not_applicable": "PlanNotApplicable",
}


class Links(NamedTuple):
    """Bookmarks of headings (by the heading's id) and of rows (by the row's id), and each bookmark's number."""

    headings: Mapping[str, str]
    rows: Mapping[str, str]
    ids: Mapping[str, int]


def plain(text: str) -> str:
    """``text`` in one line, without what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", _BREAKS.sub(" ", printable(text)))


def escaped(text: str) -> str:
    """``text`` as words in one line, fit to stand between tags and in attributes."""
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], plain(text))


def run(text: str, style: str = "") -> str:
    """Words in a character style. Signs that both scripts have are drawn with the Chinese ones they stand among."""
    eastern = _AMBIGUOUS.search(text) and (_HAN.search(text) or len(text) == 1)
    properties = f'<w:rStyle w:val="{CHARACTERS[style]}"/>' if style else ""
    properties += '<w:rFonts w:hint="eastAsia"/>' if eastern else ""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def runs(paragraph: Iterable[Run]) -> str:
    """The runs of a paragraph."""
    return "".join(run(part.text, part.style) for part in paragraph)


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph in a style; ``properties`` in the order of the schema."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    held = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p>{held}{content}</w:p>"


def field(instruction: str, shown: str) -> str:
    """A field that Word computes; ``shown`` stands until it does. ``instruction`` is never a plan's words."""
    return f'<w:fldSimple w:instr=" {escaped(instruction)} "><w:r><w:t>{escaped(shown)}</w:t></w:r></w:fldSimple>'


def bookmarked(content: str, name: str, number: int) -> str:
    """Content that links inside the document lead to; ``number`` is unique in it."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(content: str, name: str) -> str:
    """Content that leads to a bookmark of this document; there are no links to anywhere else."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'
