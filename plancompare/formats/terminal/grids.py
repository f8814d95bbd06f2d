"""Grids on a terminal: rows with every plan's sign and words; other tables by rich, in a pipe by tabulate."""

import re
from collections.abc import Sequence
from io import StringIO

from plancompare.formats.terminal.abreast import abreast, passage_text
from plancompare.formats.terminal.fitted import fitted, is_of_plans
from plancompare.formats.terminal.screen import STYLES, Screen
from plancompare.telling.blocks import Cell, Column, Count, Grid, Line, Mark, Own, Passage
from plancompare.telling.text import cells, clip, one_line, pad, painted, wrap
from plancompare.telling.words import say

MOST_HEAD = 6  # columns that a plan's name takes at the head of its column of signs
MOST_NAME = 12  # and before its words
ROOM_FOR_ALL = 120  # columns of a terminal from which on spare columns are shown

_CODES = re.compile(r"\x1b\[([0-9;]+)m(.*?)\x1b\[0m")  # as rich writes a text in a style

Styled = tuple[str, str]  # a text and its style


def grid(block: Grid, screen: Screen) -> None:
    """A grid: of rows, if plans have signs in it, of plans' figures, else a table."""
    if any(column.kind == "mark" for column in block.columns):
        _Rows(block, screen).write()
    elif is_of_plans(block):
        fitted(block, screen)
    else:
        _table(block, screen)


class _Rows:
    """Knows the columns of one grid of rows on one screen."""

    def __init__(self, block: Grid, screen: Screen) -> None:
        self.block = block
        self.screen = screen
        marks = [column for column in block.columns if column.kind == "mark"]
        self.names = {column.plan: one_line(column.head) for column in marks}
        self.heads = [clip(name, MOST_HEAD) for name in self.names.values()]
        self.widths = [max(2, cells(head)) for head in self.heads]
        self.signs = {
            (width, state): screen.paint(pad(sign, width), state)
            for width in self.widths
            for state, sign in screen.marks.items()
        }
        self.indent = sum(self.widths) + len(self.widths)
        self.name_width = min(MOST_NAME, max(map(cells, self.names.values())))
        self.label = next(index for index, column in enumerate(block.columns) if column.kind == "label")
        shown = [index for index in block.shown if index > self.label]
        self.counts = [index for index in shown if block.columns[index].kind == "text"]

    def write(self) -> None:
        """The plans' names over their columns, then the rows; side by side where there is room for what plans say."""
        columns = None if self.block.brief else abreast(self.block, self.screen)
        if columns:
            columns.write(self.counts)
            return
        heads = (pad(head, width) for head, width in zip(self.heads, self.widths, strict=True))
        self.screen.line(self.screen.paint(" ".join(heads), "faint"))
        for line in self.block.lines:
            self._row(line)

    def _row(self, line: Line) -> None:
        """The signs, the row's label and counts; then each plan's own words where more than one passage speaks."""
        screen, marks = self.screen, tuple(line.marks)
        passages = [passage for mark in marks for passage in mark.passages]
        alone = passages[0] if len(passages) == 1 else None
        body = passage_text(alone, self.screen) if alone else one_line(str(line.cells[self.label]))
        counts = " · ".join(str(line.cells[index]) for index in self.counts if line.cells[index])
        tail = screen.own(f"  {counts}")
        signs = [self.signs[width, mark.state] for width, mark in zip(self.widths, marks, strict=True)]
        first, *others = wrap(body, screen.width - self.indent - cells(tail)) or [""]
        style = "" if alone else "head"
        blank = " " * (screen.width - self.indent - cells(first) - cells(tail))
        screen.line(f"{' '.join(signs)} {screen.paint(first, style)}{blank}{screen.paint(tail, 'faint')}")
        for text in others:
            screen.line(" " * self.indent + screen.paint(text, style))
        if not self.block.brief:
            for mark in marks:
                if not alone or mark.candidates:
                    self._words(mark)
        if not alone and not self.block.brief:
            for note in line.notes:
                screen.paragraph(" " * self.indent, screen.own(one_line(note)), "target")

    def _words(self, mark: Mark) -> None:
        """What one plan says, or may say; a blank is said in words too, so that no one has to trust a colour."""
        screen = self.screen
        if mark.state == "not_covered" and not mark.candidates:
            return  # said once, at the head of the theme
        start = " " * self.indent + pad(clip(self.names[mark.plan], self.name_width), self.name_width) + " "
        if not mark.passages:
            reason = f": {one_line(mark.reason)}" if mark.reason else ""
            screen.line(start + screen.paint(say(mark.state, screen.lang) + reason, mark.state))
            start = " " * cells(start)
        for passage in mark.candidates:
            screen.paragraph(start, self._candidate(passage), "faint")
        if mark.more:
            screen.paragraph(start, say("more_candidates", screen.lang, count=mark.more), "faint")
        for passage in mark.passages:
            screen.paragraph(start, passage_text(passage, screen))
            start = " " * cells(start)

    def _candidate(self, passage: Passage) -> str:
        """A passage that may be the promise, and its score."""
        return f"{passage_text(passage, self.screen)} ({passage.score})"


def _table(block: Grid, screen: Screen) -> None:
    wide = not screen.tty or screen.width >= ROOM_FOR_ALL
    shown = [index for index in block.shown if wide or not block.columns[index].spare]
    columns = [block.columns[index] for index in shown]
    counted = any(column.kind == "count" for column in columns)
    # what stands behind the plans' counts, "4 of 5", says itself what it is
    heads = ["" if counted and column.kind == "text" else one_line(column.head) for column in columns]
    rows = [[_cell(line.cells[index], block.columns[index], line, screen) for index in shown] for line in block.lines]
    (_rich if screen.tty else _plain)(screen, heads, rows, [column.kind == "number" for column in columns])


def _cell(cell: Cell, column: Column, line: Line, screen: Screen) -> Styled:
    """A cell as text, and its style; a theme is called with the id by which commands take it."""
    if isinstance(cell, Count):
        return _counts(cell, screen), cell.state
    if isinstance(cell, Mark):
        return screen.marks[cell.state], cell.state
    text = "" if cell is None else str(cell)
    if column.kind == "label" and line.theme and not line.row:
        text = f"{text} [{line.theme}]"
    return one_line(screen.own(text) if isinstance(cell, Own) else text), ""


def _counts(cell: Count, screen: Screen) -> str:
    """How many commitments, and behind it how many rows that others make are not found in the plan, or unsure."""
    number = f"{cell.value or '':>3}{'?' if cell.part else ' '}"
    others = ((cell.missing, "not_found"), (cell.unsure, "unsure"))
    counts = [f"{screen.marks[state]}{count}" for count, state in others if count]
    return " ".join([f"{screen.marks[cell.state]} {number}", *counts]).rstrip()


def _plain(screen: Screen, heads: Sequence[str], rows: Sequence[Sequence[Styled]], right: Sequence[bool]) -> None:
    from tabulate import tabulate

    texts = [[text for text, _ in row] for row in rows]
    sides = ["right" if to_the_right else "left" for to_the_right in right] if texts else None
    drawn = tabulate(texts, heads, tablefmt="simple", disable_numparse=True, colalign=sides)
    for line in drawn.splitlines():
        screen.line(line)


def _rich(screen: Screen, heads: Sequence[str], rows: Sequence[Sequence[Styled]], right: Sequence[bool]) -> None:
    from rich.box import ASCII2, SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    box = ASCII2 if screen.ascii else SIMPLE_HEAD
    drawn = Table(box=box, pad_edge=False, padding=(0, 1), collapse_padding=True, highlight=False)
    for head, to_the_right in zip(heads, right, strict=True):
        drawn.add_column(Text(one_line(head)), justify="right" if to_the_right else "left", no_wrap=to_the_right)
    for row in rows:
        drawn.add_row(*(Text(one_line(text), STYLES[style][0] if style else "") for text, style in row))
    paper = StringIO()
    console = Console(
        file=paper,
        width=screen.width,
        height=screen.height,
        force_terminal=True,
        color_system="standard" if screen.colours else None,
        highlight=False,
    )
    console.print(drawn)
    # no escape but rich's own is in there: its texts were cleaned just now
    inked = _CODES.sub(lambda match: painted(match[2], match[1]), paper.getvalue())
    for line in inked.splitlines():
        screen.line(line)
