"""Grids on a terminal: those of rows have a layout of their own, others are tables by rich, in a pipe by tabulate."""

import re
from collections.abc import Sequence
from io import StringIO

from plancompare.formats.terminal.counts import counts
from plancompare.formats.terminal.fitted import fitted, is_of_plans
from plancompare.formats.terminal.rows import write_rows
from plancompare.formats.terminal.screen import STYLES, Screen
from plancompare.telling.blocks import Cell, Column, Count, Grid, Line, Mark, Own
from plancompare.telling.text import one_line, painted

ROOM_FOR_ALL = 120  # columns of a terminal from which on spare columns are shown

_CODES = re.compile(r"\x1b\[([0-9;]+)m(.*?)\x1b\[0m")  # as rich writes a text in a style

Styled = tuple[str, str]  # a text and its style


def grid(block: Grid, screen: Screen) -> None:
    """A grid: of rows, if plans have signs in it, of plans' counts or figures, else a table.

    Counts in a pipe that nobody gave a width have a line a theme, however wide: what reads it reads lines.
    """
    if any(column.kind == "mark" for column in block.columns):
        write_rows(block, screen)
    elif (screen.tty or screen.fixed) and any(column.kind == "count" for column in block.columns):
        counts(block, screen)
    elif is_of_plans(block):
        fitted(block, screen)
    else:
        _table(block, screen)


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
