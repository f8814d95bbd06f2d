"""Entries on a terminal: a short lead, beside it the text, below it small print and further entries."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.formats.terminal.heads import stack
from plancompare.formats.terminal.screen import STYLES, Screen
from plancompare.telling.blocks import Entries, Entry, EntryKind
from plancompare.telling.text import cells, one_line, wrap

MOST_LEAD = 12  # columns that a plan's name takes before its words


class Layout(NamedTuple):
    """Columns before an entry (``indent``), behind its lead (``gap``), and that leads take (``least``, ``most``).

    ``step`` are those by which entries below stand further in than the text above them. ``tone`` is a lead's where the
    entry has none. ``whole``: lines are for machines and are not broken.
    """

    indent: int = 0
    gap: int = 1
    least: int = 0
    most: int = 60
    step: int = 0
    tone: str = ""
    whole: bool = False


LAYOUTS: Mapping[EntryKind, Layout] = {
    "commitments": Layout(indent=2, least=8),
    "hits": Layout(gap=2),
    "texts": Layout(gap=2, tone="head"),
    "rivals": Layout(indent=1, gap=2),
    "measure": Layout(indent=2, most=MOST_LEAD),
    "gaps": Layout(least=6),
    "figures": Layout(indent=4, step=2),
    "followed": Layout(gap=2),
    "listed": Layout(indent=2, gap=2),
    "summary": Layout(gap=1),
    "flips": Layout(),
    "proofs": Layout(whole=True),
}
_BELOW = Layout(most=MOST_LEAD)


def entries(block: Entries, screen: Screen) -> None:
    """The entries, their leads in one column; those of the entries below them in another."""
    layout = LAYOUTS[block.kind]
    below = _width([inner for entry in block.entries for inner in entry.entries], _BELOW)
    width = _width(block.entries, layout)
    for entry in block.entries:
        start = _start(entry, layout, width, screen)
        room = _body(entry, start, layout, screen)
        for inner in entry.entries:
            indent = _BELOW._replace(indent=room + layout.step)
            _body(inner, _start(inner, indent, below, screen), indent, screen)


def _width(several: Sequence[Entry], layout: Layout) -> int:
    """The columns of the longest lead, as far as it is given room."""
    longest = max((cells(one_line(entry.lead)) for entry in several), default=0)
    return max(layout.least, min(longest, layout.most)) if longest else 0


def _start(entry: Entry, layout: Layout, width: int, screen: Screen) -> tuple[str, int]:
    """What stands before an entry's first line, and its columns."""
    start, columns = " " * layout.indent, layout.indent
    if entry.sign:
        sign = screen.marks.get(entry.sign, entry.sign)
        start += screen.paint(sign, entry.sign if entry.sign in STYLES else "") + " "
        columns += cells(sign) + 1
    if entry.lead:
        *above, lead = stack(entry.lead, layout.most)
        for piece in above:
            screen.line(" " * columns + screen.paint(piece, entry.lead_tone or layout.tone))
        start += screen.paint(lead, entry.lead_tone or layout.tone) + " " * (width - cells(lead) + layout.gap)
        columns += width + layout.gap
    return start, columns


def _body(entry: Entry, start: tuple[str, int], layout: Layout, screen: Screen) -> int:
    """Text and small print behind ``start``; the columns at which they stand."""
    before, columns = start
    text = screen.words(entry.text)
    room = screen.width - columns
    if layout.whole:
        screen.line(before + text)
        return columns
    lines = flow(text, entry.items, screen.own(entry.comma), room) if entry.items else wrap(text, room)
    for line in lines:
        screen.line(before + screen.paint(line, entry.tone))
        before = " " * columns
    for note in entry.notes:
        screen.paragraph(" " * columns, screen.words(note), "faint")
    return columns


def flow(head: str, items: Sequence[str], comma: str, room: int) -> Iterator[str]:
    """Lines of ``items`` behind ``head``, none of them broken where it fits on a line."""
    line = head
    for index, item in enumerate(items):
        piece = one_line(item) + (comma if index < len(items) - 1 else "")
        if line.strip() and cells(line + piece.rstrip()) > room:
            yield from wrap(line, room)
            line = ""
        line += piece
    yield from wrap(line, room)
