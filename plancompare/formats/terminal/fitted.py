"""Tables with a column for each plan, fitted to the width of a screen: the label gives way, then columns do."""

from collections.abc import Iterator, Sequence

from plancompare.formats.terminal.heads import head_lines
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.blocks import Blank, Cell, Grid, Line
from plancompare.telling.text import cells, one_line, pad, wrap

MOST_HEAD = 8  # columns that a plan's name takes before it is broken, unless its cells are wider
LABEL = (18, 40)  # columns that a label needs and may take
MOST_SPARE = 48  # columns of a last word that may go below its line
GAP = "  "

Styled = tuple[str, str]  # a text and its style


def fitted(block: Grid, screen: Screen) -> None:
    """The table, or where not even a narrow label has room, each line as a paragraph."""
    _Fitted(block, screen).write()


class _Fitted:
    """Knows the widths of the columns of one table on one screen."""

    def __init__(self, block: Grid, screen: Screen) -> None:
        self.block = block
        self.screen = screen
        self.label, *rest = block.shown
        self.spare = [place for place in rest if block.columns[place].spare]
        self.columns = [place for place in rest if place not in self.spare]
        lines = [[self._cell(line.cells[place])[0] for place in self.columns] for line in block.lines]
        self.heads = [one_line(block.columns[place].head) for place in self.columns]
        most = [c.width if c.kind == "share" else MOST_HEAD for c in (block.columns[place] for place in self.columns)]
        least = [max((cells(line[at]) for line in lines), default=1) for at in range(len(self.columns))]
        wished = zip(self.heads, least, most, strict=True)
        self.widths = [max(width, min(cells(head), top)) for head, width, top in wished]
        self.room = screen.width - sum(self.widths) - len(GAP) * len(self.widths)
        widest = max(cells(one_line(str(line.cells[self.label]))) for line in block.lines)
        beside = min(max((cells(self._last(line)) for line in block.lines), default=0), MOST_SPARE)
        # a last word stands beside its line where labels have all the room that they wish for even so
        self.beside = beside if self.room - beside - len(GAP) >= min(widest, LABEL[1]) else 0
        self.room = min(self.room - (self.beside + len(GAP) if self.beside else 0), max(widest, LABEL[0]))

    def write(self) -> None:
        """Heads, a rule, and the lines."""
        if self.room < LABEL[0]:
            for line in self.block.lines:
                self._paragraph(line)
            return
        columns, screen = self.block.columns, self.screen
        title = pad(one_line(columns[self.label].head), self.room)
        *above, names = head_lines(self.heads, self.widths)
        for pieces in above:
            screen.line(screen.paint(GAP.join([" " * self.room, *pieces]), "faint"))
        heads = [title, *names]
        if self.beside:
            heads += [one_line(columns[place].head) for place in self.spare]
        screen.line(screen.paint(GAP.join(heads), "faint"))
        screen.line(screen.own("-") * min(screen.width, cells(GAP.join(heads)) if not self.beside else screen.width))
        for line in self.block.lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        screen = self.screen
        first, *more = wrap(one_line(str(line.cells[self.label])), self.room) or [""]
        told = []
        for place, width in zip(self.columns, self.widths, strict=True):
            text, style = self._cell(line.cells[place])
            told.append(screen.paint(pad(text, width), style))
        last, *below = wrap(self._last(line), self.beside) if self.beside else [""]
        screen.line(GAP.join([pad(first, self.room), *told, screen.paint(last, "faint")]))
        for place in range(max(len(more), len(below))):
            label, tail = (texts[place] if place < len(texts) else "" for texts in (more, below))
            blank = " " * (screen.width - self.room - self.beside - len(GAP)) if tail else ""
            screen.line(f"{pad(label, self.room)}{GAP}{blank[len(GAP) :]}{screen.paint(tail, 'faint')}")
        if self._last(line) and not self.beside:
            screen.paragraph("  > ", self._last(line), "faint")

    def _paragraph(self, line: Line) -> None:
        """The label, and behind it what each column says under its head."""
        screen = self.screen
        screen.paragraph("", one_line(str(line.cells[self.label])), "head")
        told = []
        for place in self.columns:
            text, _ = self._cell(line.cells[place])
            told.append(f"{one_line(self.block.columns[place].head)} {text}".strip() if text else "")
        for text in _packed([one for one in told if one], screen.own(" · "), screen.width - 2):
            screen.paragraph("  ", text)
        if self._last(line):
            screen.paragraph("  > ", self._last(line), "faint")

    def _last(self, line: Line) -> str:
        """What stands in the spare columns."""
        return "; ".join(filter(None, (self._cell(line.cells[place])[0] for place in self.spare)))

    def _cell(self, cell: Cell) -> Styled:
        """A cell as text, and its style."""
        if isinstance(cell, Blank):
            return self.screen.marks[cell.state], cell.state
        return self.screen.own(one_line("" if cell is None else str(cell))), ""


def _packed(parts: Sequence[str], comma: str, width: int) -> Iterator[str]:
    """Lines of parts, none of which is broken where a line has room for it."""
    line = ""
    for part in parts:
        if line and cells(line + comma + part) > width:
            yield line
            line = part
        else:
            line = f"{line}{comma}{part}" if line else part
    if line:
        yield line


def is_of_plans(block: Grid) -> bool:
    """Whether a table has a column of words for each of several plans, or of shares for groups of them."""
    return any((column.plan and column.kind == "text") or column.kind == "share" for column in block.columns)
