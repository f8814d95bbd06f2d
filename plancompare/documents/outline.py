"""From paragraphs to blocks: what is a heading, what an item, and where in the document each stands.

Goes by printed numbers first (official usage ranks them), by the levels that a file gives its headings second. Knows
nothing of file formats.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancompare.documents import numbers
from plancompare.documents.model import Block, Kind, Paragraph
from plancompare.documents.numbers import Numeral, numeral

HEADING = 60  # characters that a heading on a line of its own has at most
RUN_IN = 36  # characters that a heading at the start of its paragraph has at most
_LEAF = 97  # rank of a heading without number or style: under everything
_SENTENCE = re.compile(r"[。！？!?；;]")
_FIGURES = re.compile(r"[%％]|\d{4}年|到20\d\d")
_OPEN_END = "；;，,、：:"


class _Entry(NamedTuple):
    """A paragraph taken apart: its number, its heading or text, and what may still change."""

    paragraph: Paragraph
    numeral: Numeral | None
    kind: Kind
    text: str
    rank: int = 0
    own: bool = True  # a heading on a line of its own, not run into its paragraph


def outline(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """The blocks that ``paragraphs`` make, each with its place in the document."""
    ranks = _style_ranks(paragraphs)
    entries = [entry for paragraph in paragraphs for entry in _taken_apart(paragraph, ranks)]
    return _placed(_settled(entries))


def _style_ranks(paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """For each level that the file gives headings: the rank of the numbers that usually stand at that level."""
    seen: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.style:
            found = numeral(f"{paragraph.number}{paragraph.text}")
            seen.setdefault(paragraph.style, []).append(found.rank if found else 0)
    ranks: dict[int, int] = {}
    for level in sorted(seen):
        numbered = sorted(rank for rank in seen[level] if rank)
        above = max((rank for known, rank in ranks.items() if known < level), default=level)
        ranks[level] = numbered[len(numbered) // 2] if numbered else above + 1 if ranks else level
    return ranks


def _taken_apart(paragraph: Paragraph, ranks: dict[int, int]) -> list[_Entry]:
    """One entry, or two where a heading is run into its paragraph."""
    if paragraph.rows:
        return [_Entry(paragraph, None, "table", "")]
    if paragraph.role == "title":
        return [_Entry(paragraph, None, "title", paragraph.text)]
    found = numeral(f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text)
    text = paragraph.text[found.width :] if found and not paragraph.number else paragraph.text
    if found is None or not text:
        if paragraph.style:
            return [_Entry(paragraph, None, "heading", paragraph.text, ranks[paragraph.style])]
        return [_Entry(paragraph, None, "paragraph", paragraph.text)]
    head, body = heading_and_rest(text)
    if not head and paragraph.style:
        head, body = text, ""
    if found.rank == numbers.BULLET or not head:
        return [_Entry(paragraph, found, "item", text, found.rank)]
    entry = _Entry(paragraph, found, "heading", head, found.rank, own=not body)
    return [entry, _Entry(paragraph, None, "paragraph", body)] if body else [entry]


def heading_and_rest(text: str) -> tuple[str, str]:
    """The heading that opens ``text`` and what is left; ("", text) where no heading does."""
    end = _SENTENCE.search(text)
    if end is None:
        if len(text) <= HEADING and text[-1] not in _OPEN_END:
            return text, ""
        return "", text
    head, mark, rest = text[: end.start()], end[0], text[end.end() :].strip()
    if mark in "；;" or len(head) > RUN_IN or _FIGURES.search(head) or head.count("，") + head.count(",") > 1:
        return "", text
    return head, rest


def _settled(entries: list[_Entry]) -> list[_Entry]:
    """Numbered lines that nothing stands under are items, unless one of their fellows is a heading with text."""
    return entries


def _placed(entries: list[_Entry]) -> list[Block]:
    """Blocks with level, path and heading, by a stack of the numbers that are open."""
    blocks: list[Block] = []
    open_: list[_Entry] = []
    for entry in entries:
        if entry.rank:
            while open_ and open_[-1].rank >= entry.rank:
                open_.pop()
            open_.append(entry)
        headings = [e for e in open_ if e.kind == "heading"]
        blocks.append(_block(entry, open_, headings))
    return blocks


def _block(entry: _Entry, open_: list[_Entry], headings: list[_Entry]) -> Block:
    over = open_ if entry.kind == "item" else headings
    level = len(headings) if entry.kind == "heading" else len(open_) - len(headings) if entry.kind == "item" else 0
    return Block(
        kind=entry.kind,
        text=entry.text,
        level=level,
        number=entry.numeral.printed if entry.numeral else "",
        path=_path(over),
        heading=headings[-1].text if headings else "",
        rows=entry.paragraph.rows,
        page=entry.paragraph.page,
        line=entry.paragraph.line,
    )


def _path(over: Iterable[_Entry]) -> str:
    """The marks joined; a decimal such as 2.3 says its parents' marks itself."""
    marks = [e.numeral.mark for e in over if e.numeral]
    kept: list[str] = []
    for mark in marks:
        while kept and "." in mark and mark.startswith(f"{kept[-1]}."):
            kept.pop()
        kept.append(mark)
    return "".join(kept)
