"""Pieces of WordprocessingML as text, and the one layer that keeps a plan's words from being markup.

Tables are built as text and parsed once: reaching for cells one by one takes python-docx time that grows with the
square of their number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancompare.formats.paged.chapters import Table
from plancompare.formats.paged.setting import Run, SetLine, Slot
from plancompare.telling.text import cells, printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold, besides control characters
_BREAKS = re.compile("[\n\t]+")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ENTITY = re.compile('[&<>"]')
# signs that stand in Latin and in Chinese fonts alike, narrow in one and wide in the other
_AMBIGUOUS = re.compile("[“”‘’…—·●◐○①-⑳Ⅰ-Ⅻ≥≤≈≠←→×]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# style of a run -> id of the character style
CHARACTERS = {
    "strong": "PlanStrong",
    "faint": "PlanFaint",
    "id": "PlanId",
    "quote": "PlanQuote",
    "made": "PlanMade",
    "unsure": "PlanUnsure",
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
    return _ENTITY.sub(lambda match: _ENTITIES[match[0]], plain(text))


def run(text: str, style: str = "") -> str:
    """Words in a character style. Signs that both scripts have are drawn with the Chinese ones they stand among."""
    eastern = _AMBIGUOUS.search(text) and (_HAN.search(text) or len(text) == 1)
    properties = f'<w:rStyle w:val="{CHARACTERS[style]}"/>' if style else ""
    properties += '<w:rFonts w:hint="eastAsia"/>' if eastern else ""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def runs(paragraph: Iterable[Run]) -> str:
    """The runs of a paragraph."""
    return "".join(run(part.text, part.style) for part in paragraph)


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph in a style; ``properties`` in the order of the schema."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    formatting = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p>{formatting}{content}</w:p>"


def field(instruction: str, shown: str) -> str:
    """A field that Word computes; ``shown`` stands until it does. ``instruction`` is never a plan's words.

    In pieces, for there are readers that drop what a field in one piece shows.
    """
    ends = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
    return f"{ends['begin']}{code}{ends['separate']}<w:r><w:t>{escaped(shown)}</w:t></w:r>{ends['end']}"


def bookmarked(content: str, name: str, number: int) -> str:
    """Content that links inside the document lead to; ``number`` is unique in it."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(content: str, name: str) -> str:
    """Content that leads to a bookmark of this document; there are no links to anywhere else."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


LONG = 4  # lines of letters from which a line may be broken by the end of a page
SIDES = {"number": "right", "mark": "center", "count": "center"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'


def table(table: Table, links: Links) -> str:
    """The table; the numbers of rows in other tables lead to those where the rows are told."""
    described = " | ".join(slot.head for slot in table.setting.slots)
    properties = (
        f'<w:tblStyle w:val="PlanTable"/><w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(table.setting.grid.caption)}"/><w:tblDescription w:val="{escaped(described)}"/>'
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    lines = "".join(_line(table, line, links) for line in table.setting.lines)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{_heads(table)}{lines}</w:tbl>"


def _half(table: Table) -> int:
    return int(table.size * 2)


def _heads(table: Table) -> str:
    cells_ = "".join(_head(slot, width, table) for slot, width in zip(table.setting.slots, table.widths, strict=True))
    height = f'<w:trHeight w:val="{_turned_height(table)}" w:hRule="atLeast"/>' if table.setting.turned else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{cells_}</w:tr>"


def _turned_height(table: Table) -> int:
    """Twips that the longest turned head takes."""
    longest = max(cells(slot.head) for slot in table.setting.slots if slot.kind == "mark")
    return int(longest * table.letter) + 160


def _head(slot: Slot, width: int, table: Table) -> str:
    style = f"PlanHead{_half(table)}"
    markup = paragraph(run(slot.head), style)
    if slot.under:
        markup += paragraph(run(slot.under, "id"), style)
    turned = ""
    if table.setting.turned and slot.kind == "mark":
        # Chinese stands upright, letters lie on their side
        turned = f'<w:textDirection w:val="{"btLr" if slot.head.isascii() else "tbRlV"}"/>'
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{_SHADE}{turned}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{markup}</w:tc>"


def _line(table: Table, line: SetLine, links: Links) -> str:
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if table.height(line) <= LONG else ""
    cells = []
    for number, (content, slot, width) in enumerate(zip(line.cells, table.setting.slots, table.widths, strict=True)):
        parts = [runs(part) for part in content] or [""]
        if number == 0 and line.row in links.rows:
            parts[0] = _linked(parts[0], links.rows[line.row], table, links)
        cells.append(_cell(parts, slot, width, _half(table)))
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _linked(content: str, name: str, table: Table, links: Links) -> str:
    """A row's number: where the row is told a bookmark, elsewhere the way there."""
    return bookmarked(content, name, links.ids[name]) if table.setting.rows else link(content, name)


def _cell(parts: Sequence[str], slot: Slot, width: int, half: int) -> str:
    side = f'<w:jc w:val="{SIDES[slot.kind]}"/>' if slot.kind in SIDES else ""
    paragraphs = "".join(paragraph(part, f"PlanCell{half}", side) for part in parts)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
