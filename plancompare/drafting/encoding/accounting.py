"""Accounts for a text: every clause of it is (part of) a record, or listed as left out with its reason."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancompare.drafting.documents.model import Block, Document
from plancompare.drafting.encoding.judging import LeftOut, LeftReason
from plancompare.drafting.encoding.records import Record
from plancompare.drafting.encoding.text import clauses

Span = tuple[int, int]


def accounted(
    document: Document, records: Iterable[Record], left_out: Sequence[LeftOut], silent: Mapping[int, LeftReason]
) -> tuple[LeftOut, ...]:
    """What is no record, in the order of the text: ``left_out``, and every clause that nothing has told so far.

    ``silent`` says of blocks that were not looked into why not, by their place in the document.
    """
    known = [span for record in records for span in record.places] + [(left.start, left.end) for left in left_out]
    covered = _Covered(known)
    rest: list[LeftOut] = []
    for index, (block, start) in enumerate(zip(document.blocks, document.starts, strict=True)):
        reason = silent.get(index) or ("cell" if block.kind == "table" else "bodies")
        for text, offset in _pieces(block, start):
            if not covered.touches(offset, offset + len(text)):
                rest.append(LeftOut(reason, text, offset, offset + len(text)))
    return tuple(sorted((*left_out, *rest), key=lambda left: left.start))


class _Covered:
    """Stretches of a text that records or reasons stand for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        self._ends = [end for _, end in merged]
        self._starts = [start for start, _ in merged]

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with any of them."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self._starts) and self._starts[index] < end


def _pieces(block: Block, start: int) -> Iterator[tuple[str, int]]:
    """The clauses of a block with their offsets; a table's cells, each as one."""
    if block.kind != "table":
        for clause in clauses(block.text):
            yield clause.text, start + clause.start
        return
    seen: set[str] = set()
    for row in block.rows:
        for cell in row:
            if cell.strip() and cell not in seen:  # merged cells stand in every place that they span
                seen.add(cell)
                yield cell, start
            start += len(cell) + 1
