"""Tables as WordprocessingML: fixed widths, heads that repeat on each page, lines that stay whole unless long."""

from collections.abc import Sequence

from plancompare.formats.paged.chapters import Table
from plancompare.formats.paged.setting import SetLine, Slot
from plancompare.formats.screen import cells
from plancompare.formats.word.markup import Links, bookmarked, escaped, link, paragraph, run, runs

LONG = 16  # lines of letters from which a line may be broken by the end of a page
SIDES = {"number": "right", "mark": "center", "count": "center"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'


def table(held: Table, links: Links) -> str:
    """The table; the numbers of rows in other tables lead to those where the rows are told."""
    described = " | ".join(slot.head for slot in held.setting.slots)
    properties = (
        f'<w:tblStyle w:val="PlanTable"/><w:tblW w:w="{sum(held.widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(held.setting.grid.caption)}"/><w:tblDescription w:val="{escaped(described)}"/>'
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in held.widths)
    lines = "".join(_line(held, line, links) for line in held.setting.lines)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{_heads(held)}{lines}</w:tbl>"


def _half(held: Table) -> int:
    return int(held.size * 2)


def _heads(held: Table) -> str:
    cells_ = "".join(_head(slot, width, held) for slot, width in zip(held.setting.slots, held.widths, strict=True))
    height = f'<w:trHeight w:val="{_turned_height(held)}" w:hRule="atLeast"/>' if held.setting.turned else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{cells_}</w:tr>"


def _turned_height(held: Table) -> int:
    """Twips that the longest turned head takes."""
    longest = max(cells(slot.head) for slot in held.setting.slots if slot.kind == "mark")
    return int(longest * held.letter) + 160


def _head(slot: Slot, width: int, held: Table) -> str:
    style = f"PlanHead{_half(held)}"
    told = paragraph(run(slot.head), style)
    if slot.under:
        told += paragraph(run(slot.under, "id"), style)
    turned = ""
    if held.setting.turned and slot.kind == "mark":
        # Chinese stands upright, letters lie on their side
        turned = f'<w:textDirection w:val="{"btLr" if slot.head.isascii() else "tbRlV"}"/>'
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{_SHADE}{turned}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{told}</w:tc>"


def _line(held: Table, line: SetLine, links: Links) -> str:
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if held.height(line) <= LONG else ""
    told = []
    for place, (content, slot, width) in enumerate(zip(line.cells, held.setting.slots, held.widths, strict=True)):
        parts = [runs(part) for part in content] or [""]
        if place == 0 and line.row in links.rows:
            parts[0] = _linked(parts[0], links.rows[line.row], held, links)
        told.append(_cell(parts, slot, width, _half(held)))
    return f"<w:tr>{whole}{''.join(told)}</w:tr>"


def _linked(content: str, name: str, held: Table, links: Links) -> str:
    """A row's number: where the row is told a bookmark, elsewhere the way there."""
    return bookmarked(content, name, links.ids[name]) if held.setting.rows else link(content, name)


def _cell(parts: Sequence[str], slot: Slot, width: int, half: int) -> str:
    side = f'<w:jc w:val="{SIDES[slot.kind]}"/>' if slot.kind in SIDES else ""
    told = "".join(paragraph(part, f"PlanCell{half}", side) for part in parts)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{told}</w:tc>'
