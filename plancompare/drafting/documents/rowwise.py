"""Tables that a text holds a row a line, their cells apart by single blanks below a line of heads.

A page whose table was copied as text leaves such lines. Each row begins with the number that counts it; where a cell
holds sentences, only a blank behind a stop parts it from the next.
"""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.characters import one_line
from plancompare.drafting.documents.grammar import COUNTER_HEAD, SPACED_HEAD
from plancompare.drafting.documents.model import Paragraph

FEWEST, HEAD = 3, 10  # columns that such a table has at least, and characters of the head of one
REACH = 12  # lines that one row may take
_BLANKS = re.compile(r"[ \t\u3000\u00a0]+")
_BEHIND_STOP = re.compile(r"(?<=[。；;])[ \t\u3000\u00a0]+")
_ROW = re.compile(r"(\d{1,4})[ \t\u3000\u00a0]+(?=\S)")
_KNOWN = re.compile(SPACED_HEAD)


def row_by_row(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """Where a table that begins at ``start`` ends, and its rows; ``(start, [])`` where none begins."""
    heads = _BLANKS.split(paragraphs[start].text.strip())
    if len(heads) < FEWEST or heads[0] != COUNTER_HEAD or max(map(len, heads)) > HEAD:
        return start, []
    if not any(_KNOWN.search(head) for head in heads[1:]):
        return start, []
    rows, end = list[list[str]](), start + 1
    while (row := _row_from(paragraphs, end)) > end:
        counter = _ROW.match(paragraphs[end].text)
        lines = [p.text for p in paragraphs[end:row]]
        if counter is None or any(p.rows for p in paragraphs[end:row]):
            break
        cells = _cells(lines[0][counter.end() :], lines[1:], len(heads) - 1)
        rows.append([counter[1], *map(one_line, cells)])
        end = row
    return (end, [heads, *rows]) if len(rows) > 1 else (start, [])


def _row_from(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the row at ``start`` ends: before the next one, or with its line, if none follows."""
    if start >= len(paragraphs) or not _ROW.match(paragraphs[start].text):
        return start
    near = range(start + 1, min(start + REACH, len(paragraphs)))
    return next((place for place in near if _ROW.match(paragraphs[place].text)), start + 1)


def _cells(line: str, more: Sequence[str], width: int) -> list[str]:
    """The cells of a row; lines behind the first belong to its last cell."""
    cells = [cell.strip() for cell in _BEHIND_STOP.split(line.strip())]
    blanks = _BLANKS.split(line.strip())
    if len(cells) < width - bool(more) and len(blanks) == width - bool(more):
        cells = blanks
    cells = cells if len(cells) <= width else [*cells[: width - 1], " ".join(cells[width - 1 :])]
    cells += [""] * (width - len(cells) - bool(more))
    rest = " ".join(more)
    return [*cells, rest] if len(cells) < width else [*cells[:-1], f"{cells[-1]} {rest}".strip()]
