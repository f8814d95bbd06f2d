"""From paragraphs to blocks: what is a heading, what an item, and where in the document each stands.

Goes by printed numbers first (official usage ranks them), by the levels that a file gives its headings second. Knows
nothing of file formats.
"""

import re
from collections.abc import Iterable, Sequence

from plancompare.drafting.documents import numbers
from plancompare.drafting.documents.entries import Entry, settled, taken_apart
from plancompare.drafting.documents.grammar import TABLE_NAMES, TABLE_UNIT
from plancompare.drafting.documents.model import Block, Paragraph
from plancompare.drafting.documents.numbers import numeral

_TABLE_NAME = re.compile(TABLE_NAMES)
_TABLE_UNIT = re.compile(TABLE_UNIT)
LONGEST = 60  # characters of a line that names a table


def outline(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """The blocks that ``paragraphs`` make, each with its place in the document."""
    return _captioned(_placed(settled(taken_apart(paragraphs, _style_ranks(paragraphs)))))


def _style_ranks(paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """For each level that the file gives headings: the rank of the numbers that usually stand at that level.

    A level whose headings have no numbers stands just under the level above it.
    """
    seen: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.style:
            number = numeral(f"{paragraph.number}{paragraph.text}")
            seen.setdefault(paragraph.style, []).append(number.rank if number else 0)
    ranks: dict[int, int] = {}
    for level in sorted(seen):
        numbered = sorted(rank for rank in seen[level] if rank)
        above = max((rank for known, rank in ranks.items() if known < level), default=level)
        ranks[level] = numbered[len(numbered) // 2] if numbered else above + 1 if ranks else level
    return ranks


def _placed(entries: Sequence[Entry]) -> list[Block]:
    """Blocks with level, path and heading, by a stack of the numbers that are open."""
    blocks: list[Block] = []
    open_: list[Entry] = []
    outside: list[Entry] | None = None  # what was open before a frame
    for entry in entries:
        if entry.paragraph.boxed and outside is None:
            outside = list(open_)
        elif outside is not None and not entry.paragraph.boxed:
            open_, outside = outside, None
        if entry.rank:
            floor = _in_box(entry, open_) if outside is None else _in_frame(entry, open_, len(outside))
            while len(open_) > floor and open_[-1].rank >= entry.rank:
                open_.pop()
            while _ranks_apart(entry) and len(open_) > floor and _is_listed(open_[-1]):
                open_.pop()
            open_.append(entry)
        blocks.append(_block(entry, open_))
    return blocks


def _ranks_apart(entry: Entry) -> bool:
    """Whether an entry is a heading that official usage gives no rank: a box, or one without a number."""
    return entry.kind == "heading" and entry.rank >= numbers.BOX


def _is_listed(entry: Entry) -> bool:
    """Whether an entry is an item of a list; such headings do not stand under it."""
    return entry.kind == "item" and entry.rank > numbers.BRACKETED


def _in_frame(entry: Entry, open_: Sequence[Entry], outside: int) -> int:
    """How many of the open numbers a new one in a frame cannot close: those outside, and the frame's own name."""
    box = next((i for i in range(outside, len(open_)) if open_[i].rank == numbers.BOX), None)
    return outside if box is None or entry.rank == numbers.BOX else box + 1


def _in_box(entry: Entry, open_: Sequence[Entry]) -> int:
    """How many of the open numbers a new one cannot close, because it counts inside the box that is open.

    A text does not say where a box (专栏) ends. What begins to count anew, or goes on counting, is inside; what goes
    on with the numbers before the box, or ranks as a chapter, is not.
    """
    box = next((i for i, e in enumerate(open_) if e.rank == numbers.BOX), None)
    if box is None or entry.numeral is None or not numbers.BRACKETED < entry.rank < numbers.BOX:
        return 0
    inner = [e.numeral.value for e in open_[box:] if e.numeral and e.rank == entry.rank]
    return box + 1 if entry.numeral.value == (inner[-1] if inner else 0) + 1 else 0


def _block(entry: Entry, open_: Sequence[Entry]) -> Block:
    headings = [e for e in open_ if e.kind == "heading"]
    level = len(headings) if entry.kind == "heading" else len(open_) - len(headings) if entry.kind == "item" else 0
    return Block(
        kind=entry.kind,
        text=entry.text,
        level=level,
        number=entry.printed,
        path=_path(e for e in open_ if e is entry or e.kind == "heading" or _stays_open(e, entry)),
        heading=headings[-1].text if headings else "",
        rows=entry.paragraph.rows,
        page=entry.paragraph.page,
        line=entry.paragraph.line,
    )


def _stays_open(item: Entry, entry: Entry) -> bool:
    """Whether an item's number is in the path of what follows it: of numbers under it, and of all in its chapter."""
    return bool(entry.rank) or not _is_listed(item)


def _path(over: Iterable[Entry]) -> str:
    """The marks joined, figures kept apart; a decimal such as 2.3 says its parents' marks itself."""
    steps: list[str] = []
    for mark in (e.numeral.mark for e in over if e.numeral):
        while steps and "." in mark and mark.startswith(f"{steps[-1].lstrip('·')}."):
            steps.pop()
        steps.append(f"·{mark}" if steps and steps[-1][-1:].isdigit() and mark[:1].isdigit() else mark)
    return "".join(steps)


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, tables with the line above that names them."""
    result: list[Block] = []
    for block in blocks:
        result.append(
            block._replace(caption=_caption(result)) if block.kind == "table" and not block.caption else block
        )
    return result


def _caption(before: Sequence[Block]) -> str:
    above = [b for b in before[-2:] if not _TABLE_UNIT.fullmatch(b.text)]
    if not above or above[-1].kind == "table" or len(above[-1].text) > LONGEST:
        return ""
    line = f"{above[-1].number} {above[-1].text}".strip()
    return line if _TABLE_NAME.match(line) else ""
