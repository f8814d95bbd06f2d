"""Themes × plans on a screen of a given width: every name whole, every count there, whatever the number of plans.

Where there is room a cell is one line, then its counts stand one below another, and at last the plans stand in several
tables.
"""

from collections.abc import Sequence
from typing import NamedTuple

from plancompare.formats.terminal.heads import head_lines, head_widths, stack
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.blocks import Count, Grid, Line
from plancompare.telling.text import cells, one_line, pad, wrap

TAIL = 12  # columns of "k of n" where cells go over several lines

Piece = tuple[str, str]  # a text and its style


class _Form(NamedTuple):
    """One way to write cells: on one line or on several; the columns that labels have at least, and between plans."""

    stacked: bool
    label: int
    gap: str = "  "


# the first that has room is taken; the narrowest holds eleven plans in 80 columns
FORMS = (_Form(False, 34), _Form(False, 18), _Form(True, 18), _Form(True, 16, " "))


def counts(block: Grid, screen: Screen) -> None:
    """The table; where not even the narrowest way to write it has room, halves of the plans one below the other."""
    plans = [place for place in block.shown if block.columns[place].kind == "count"]
    _write(block, screen, plans)


def _write(block: Grid, screen: Screen, plans: Sequence[int]) -> None:
    for form in FORMS:
        table = _Table(block, screen, plans, form)
        if table.widths or (len(plans) == 1 and form is FORMS[-1]):
            table.write()
            return
    half = (len(plans) + 1) // 2
    _write(block, screen, plans[:half])
    screen.line()
    _write(block, screen, plans[half:])


class _Table:
    """The table in one form; ``widths`` of the plans' columns are empty where there is no room for it."""

    def __init__(self, block: Grid, screen: Screen, plans: Sequence[int], form: _Form) -> None:
        self.block, self.screen, self.plans, self.form = block, screen, plans, form
        self.label, self.tail = block.shown[0], block.shown[-1]
        self.cells = [[self._pieces(line, place) for place in plans] for line in block.lines]
        self.tails = [self._tail(line) for line in block.lines]
        least = [max((cells(text) for row in self.cells for text, _ in row[at]), default=1) for at in range(len(plans))]
        tail = max((cells(text) for lines in self.tails for text in lines), default=0)
        labels = [self._label(line) for line in block.lines]
        widest = max(map(cells, [*labels, one_line(block.columns[self.label].head)]))
        room = screen.width - tail - len(form.gap) * (len(plans) + 1)
        names = [block.columns[place].head for place in plans]
        self.names = names
        self.widths = head_widths(names, least, room - min(widest, form.label)) or []
        self.room = max(1, min(widest, room - sum(self.widths)))
        self.tail_width = tail

    def write(self) -> None:
        """Heads, a rule, and the lines."""
        screen, widths = self.screen, self.widths or [2] * len(self.plans)
        *above, heads = head_lines(self.names, widths)
        title = pad(one_line(self.block.columns[self.label].head), self.room)
        for pieces in above:
            screen.line(screen.paint(self.form.gap.join([" " * self.room, *pieces]), "faint"))
        screen.line(screen.paint(self.form.gap.join([title, *heads]), "faint"))
        screen.line(self.form.gap.join("-" * width for width in (self.room, *widths, self.tail_width)))
        for at, line in enumerate(self.block.lines):
            self._line(line, at, widths)

    def _line(self, line: Line, at: int, widths: Sequence[int]) -> None:
        label = stack(self._label(line), self.room)
        height = max(len(label), len(self.tails[at]), *map(len, self.cells[at]))
        for number in range(height):
            told = [pad(label[number] if number < len(label) else "", self.room)]
            for pieces, width in zip(self.cells[at], widths, strict=True):
                text, style = pieces[number] if number < len(pieces) else ("", "")
                told.append(self.screen.paint(pad(text, width), style))
            told.append(self.tails[at][number] if number < len(self.tails[at]) else "")
            self.screen.line(self.form.gap.join(told))

    def _label(self, line: Line) -> str:
        """A theme with the id by which commands take it."""
        return one_line(f"{line.cells[self.label]} [{line.theme}]")

    def _tail(self, line: Line) -> list[str]:
        text = self.screen.own(one_line(str(line.cells[self.tail])))
        return wrap(text, TAIL) if self.form.stacked else [text]

    def _pieces(self, line: Line, place: int) -> list[Piece]:
        """A plan's cell in lines: its sign and count, then how many rows are not found in it, or unsure."""
        cell = line.cells[place]
        assert isinstance(cell, Count)
        told = counted(cell, self.screen, "" if self.form.stacked else " ")
        return [(text, cell.state) for text in (told if self.form.stacked else [" ".join(told)])]


def counted(cell: Count, screen: Screen, gap: str) -> list[str]:
    """A plan's sign and count, then, each for itself, how many rows that others make are not found, or unsure."""
    number = f"{cell.value or ''}{'?' if cell.part else ''}"
    others = ((cell.missing, "not_found"), (cell.unsure, "unsure"))
    sign = screen.marks[cell.state]
    return [f"{sign}{gap}{number}".rstrip(), *(f"{screen.marks[state]}{count}" for count, state in others if count)]
