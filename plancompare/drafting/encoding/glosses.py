"""Readings that a mirror prints behind characters, 發(fā)展: the text without them.

Where a place of that text stands in print is kept, so that phrases are told as they are printed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancompare.drafting.documents.grammar import READING
from plancompare.drafting.documents.model import Block, Document

SEVERAL = 3  # fewer in a document are words of its own: 人工智能(ai)
# readings and other forms that a mirror prints behind a character: 發(fā)展, 教{pinyin:jiào}育, 学(繁体:學)校
_GLOSS = re.compile(
    rf"{READING}|"
    r"[(（《\[{【](?:繁[体體]?|读|練|练|拼音|pinyin)[:：][^()（）《》\[\]{}【】]{1,8}[)）》\]}】]"
)


class Unglossed(NamedTuple):
    """A document without such readings; ``cuts`` are where they stood in it, ``sizes`` how much was cut up to there."""

    document: Document
    cuts: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()

    def printed(self, place: int, end: bool = False) -> int:
        """Where in the printed text a place of the document's stands; an ``end`` stands before a reading behind it."""
        count = bisect_right(self.cuts, place - 1 if end else place)
        return place + (self.sizes[count - 1] if count else 0)


def unglossed(document: Document) -> Unglossed:
    """``document`` without the readings that it prints, where it prints several."""
    if sum(1 for _ in _GLOSS.finditer(document.text)) < SEVERAL:
        return Unglossed(document)
    blocks = tuple(_bare(block) for block in document.blocks)
    text = "\n".join(block.plain for block in blocks)
    starts, place = list[int](), 0
    for block in blocks:
        starts.append(place)
        place += len(block.plain) + 1
    cuts, sizes = zip(*_cuts(document.text), strict=True)
    title = _GLOSS.sub("", document.title)
    return Unglossed(document._replace(blocks=blocks, text=text, starts=tuple(starts), title=title), cuts, sizes)


def _bare(block: Block) -> Block:
    text, heading, caption = (_GLOSS.sub("", part) for part in (block.text, block.heading, block.caption))
    return block._replace(text=text, heading=heading, caption=caption, rows=_bare_rows(block.rows))


def _bare_rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_GLOSS.sub("", cell) for cell in row) for row in rows)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where each reading was cut out, as a place in what is left, and the size of all cut so far."""
    gone = 0
    for found in _GLOSS.finditer(text):
        place = found.start() - gone
        gone += len(found[0])
        yield place, gone
