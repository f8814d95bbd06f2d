"""Blocks as lines of a terminal or a pipe: one layout for each kind of block.

Long output is laid out here rather than as rich tables, which take longer than the comparison itself.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plancompare.formats.terminal.entries import entries
from plancompare.formats.terminal.grids import grid
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.blocks import Entries, Grid, Heading, Legend, Prose, Shown, Sum
from plancompare.telling.text import cells, one_line, pad, wrap

_STYLES = {1: "theme", 2: "theme", 3: "head"}  # of a heading, by its level
PART = 34  # columns that the parts of a sum have


def write(blocks: Iterable[Shown], screen: Screen) -> None:
    """Add the blocks to the screen, with a blank line where something new begins."""
    before: Shown | None = None
    for block in blocks:
        if before is not None and _apart(before, block):
            screen.line()
        _WRITERS[type(block)](block, screen)
        before = block


def _apart(before: Shown, block: Shown) -> bool:
    """Whether a blank line stands between two blocks: before headings, and between prose and what is none."""
    if isinstance(block, Heading):
        return True
    if isinstance(block, Legend | Sum):
        return isinstance(block, Sum)
    if isinstance(before, Heading):
        return isinstance(block, Prose)
    return not (isinstance(before, Prose) and isinstance(block, Prose))


def _heading(block: Heading, screen: Screen) -> None:
    """A heading and a word on it, on one line where there is room; of a blank all is told in its state's colour."""
    title = one_line(f"{block.text} [{block.key}]" if block.key else block.text)
    note = screen.own(one_line(block.note))
    style = _STYLES.get(block.level, "")
    if block.state:
        title = f"{screen.marks[block.state]} {title}"
        if block.state != "made":
            screen.paragraph("", f"{title}  {note}", block.state)
            return
    *first, last = wrap(title, screen.width) or [""]
    for line in first:
        screen.line(screen.paint(line, style))
    if not last:
        screen.paragraph("", note, "faint")
    elif not note or cells(last) + 2 + cells(note) <= screen.width:
        screen.line(screen.paint(last, style) + (f"  {screen.paint(note, 'faint')}" if note else ""))
    else:
        screen.line(screen.paint(last, style))
        screen.paragraph("  ", note, "faint")


def _prose(block: Prose, screen: Screen) -> None:
    if block.code:
        screen.line(screen.own(one_line(block.text)))
        return
    screen.paragraph(f"{block.sign} " if block.sign else "", screen.own(one_line(block.text)), block.tone)


def _legend(block: Legend, screen: Screen) -> None:
    signs = [f"{screen.marks[state]} {words}" for state, words in block.states]
    screen.paragraph("", "  ".join([*signs, block.note] if block.note else signs), "faint")


def _sum(block: Sum, screen: Screen) -> None:
    """The parts with their running sum, what a part is made of below it, the total, and the verdict."""
    total = 0
    for part in block.parts:
        total += part.points
        running = screen.paint(f"{total:3d}", "faint")
        screen.line(f"  {pad(one_line(part.label), PART)} {part.points:+4d}   {running}")
        for note in part.notes:
            screen.line(screen.paint(f"      {one_line(note)}", "faint"))
    screen.line(screen.paint(f"  {pad(block.label, PART)} {block.total:4d}", "head"))
    screen.paragraph("", screen.words(block.verdict))


_WRITERS: Mapping[type, Callable[[Any, Screen], None]] = {
    Heading: _heading,
    Prose: _prose,
    Grid: grid,
    Legend: _legend,
    Entries: entries,
    Sum: _sum,
}
