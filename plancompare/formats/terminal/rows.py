"""Rows with every plan's sign and words: side by side where a screen is wide enough for it, else one below another."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from plancompare.formats.terminal.heads import head_lines, stack
from plancompare.formats.terminal.screen import Screen
from plancompare.telling.blocks import Grid, Line, Mark, Passage
from plancompare.telling.text import cells, one_line, pad, wrap
from plancompare.telling.words import say

FROM = 100  # columns of a screen from which on plans stand side by side
LEAST = 24  # columns in which a sentence can be read: a dozen characters
HEADS = (6, 4, 2)  # columns that a plan's name takes at most at the head of its signs: more where rows have room
BODY = 40  # columns that a row's words want beside the signs
MOST_NAME = 12  # and before its words, where plans stand one below another
MARGIN, GAP = 2, 2  # columns before the first plan, where ≠ stands, and between plans
SIGN = 2  # columns of a sign and the space behind it


def write_rows(block: Grid, screen: Screen) -> None:
    """A grid in which plans have signs: side by side where there is room for what plans say."""
    label = next(index for index, column in enumerate(block.columns) if column.kind == "label")
    counts = [index for index in block.shown if index > label and block.columns[index].kind == "text"]
    columns = None if block.brief else abreast(block, screen)
    if columns:
        columns.write(counts)
    else:
        Below(block, screen, counts).write()


class Piece(NamedTuple):
    """A text in a plan's column: its sign, if it begins with one, and its style."""

    sign: str
    text: str
    style: str


Cell = Sequence[Piece]  # what one plan says in one row


class Abreast:
    """A grid of rows whose plans have columns of these ``widths``; ``said``: what each plan says, row by row."""

    def __init__(self, block: Grid, screen: Screen, widths: Sequence[int], said: Sequence[Sequence[Cell]]) -> None:
        self.block, self.screen, self.widths, self.said = block, screen, widths, said
        self.heads = [one_line(column.head) for column in block.columns if column.kind == "mark"]
        self.label = next(index for index, column in enumerate(block.columns) if column.kind == "label")

    def write(self, counts: Sequence[int]) -> None:
        """The plans' names over their columns, then the rows; ``counts`` are the places of what a row ends with."""
        for heads in head_lines(self.heads, self.widths):
            self.screen.line(self.screen.paint(" " * MARGIN + (" " * GAP).join(heads), "faint"))
        for line, said in zip(self.block.lines, self.said, strict=True):
            self._row(line, said, " · ".join(str(line.cells[index]) for index in counts if line.cells[index]))

    def _row(self, line: Line, said: Sequence[Cell], counts: str) -> None:
        """What the row is called, unless one plan alone says it in these very words; then the columns."""
        screen, marks = self.screen, tuple(line.marks)
        several = sum(len(mark.passages) for mark in marks) > 1
        differs = several and bool(line.notes)
        margin = screen.paint(pad(screen.own("≠"), MARGIN), "target") if differs else " " * MARGIN
        if several:
            self._label(line, margin, screen.own(counts))
            margin = " " * MARGIN
        columns = [
            list(self._lines(cell, mark.state, width))
            for cell, mark, width in zip(said, marks, self.widths, strict=True)
        ]
        blanks = [" " * width for width in self.widths]
        for texts in zip_longest(*columns):
            shown = (text or blank for text, blank in zip(texts, blanks, strict=True))
            screen.line(margin + (" " * GAP).join(shown))
            margin = " " * MARGIN
        for note in line.notes if several else ():
            screen.paragraph(" " * MARGIN, screen.own(one_line(note)), "target")

    def _label(self, line: Line, margin: str, counts: str) -> None:
        """The row's label in bold, its counts behind it or, where there is no room, below it."""
        screen, label = self.screen, one_line(str(line.cells[self.label]))
        room = screen.width - MARGIN
        *first, last = wrap(label, room) or [""]
        for text in first:
            screen.line(margin + screen.paint(text, "head"))
            margin = " " * MARGIN
        tail = f"  {counts}" if counts and cells(last) + 2 + cells(counts) <= room else ""
        screen.line(margin + screen.paint(last, "head") + screen.paint(tail, "faint"))
        if counts and not tail:
            screen.line(" " * MARGIN + screen.paint(counts, "faint"))

    def _lines(self, cell: Cell, state: str, width: int) -> Iterator[str]:
        """The column of one plan, each line as wide as it."""
        screen = self.screen
        for piece in cell:
            before = screen.paint(pad(piece.sign, SIGN), state)
            for text in wrap(piece.text, width - SIGN) or [""]:
                yield before + screen.paint(pad(text, width - SIGN), piece.style)
                before = " " * SIGN


def abreast(block: Grid, screen: Screen) -> Abreast | None:
    """The grid with its plans side by side; None where the screen is too narrow for that."""
    if screen.width < FROM:
        return None
    heads = [one_line(column.head) for column in block.columns if column.kind == "mark"]
    needs = [cells(head) for head in heads]
    said = [[tuple(_pieces(mark, screen)) for mark in line.marks] for line in block.lines]
    for row in said:
        for index, cell in enumerate(row):
            needs[index] = max(needs[index], SIGN + max((cells(piece.text) for piece in cell), default=0))
    room = screen.width - MARGIN - GAP * (len(heads) - 1)
    widths = shared_room(needs, room)
    if any(width < min(need, LEAST) for width, need in zip(widths, needs, strict=True)):
        return None
    return Abreast(block, screen, widths, said)


def shared_room(needs: Sequence[int], room: int) -> list[int]:
    """``room`` shared out: each has what it needs if that is less than an equal share of what is left, else the share.

    Of two that need more than there is, each has half: a page of two columns.
    """
    widths = [0] * len(needs)
    left, order = room, sorted(range(len(needs)), key=lambda index: (needs[index], index))
    for number, index in enumerate(order):
        widths[index] = min(needs[index], left // (len(needs) - number))
        left -= widths[index]
    return widths


def _pieces(mark: Mark, screen: Screen) -> Iterator[Piece]:
    """What a plan says in a row, or that it says nothing, or what it may say."""
    sign = screen.marks[mark.state]
    for passage in mark.passages:
        yield Piece(sign, passage_text(passage, screen), "")
    if mark.passages:
        return
    reason = f": {one_line(mark.reason)}" if mark.reason else ""
    silent = mark.state == "not_covered" and not mark.candidates  # said once, at the head of the theme
    yield Piece(sign, "" if silent else say(mark.state, screen.lang) + reason, mark.state)
    for passage in mark.candidates:
        yield Piece("", f"{passage_text(passage, screen)} ({passage.score})", "faint")
    if mark.more:
        yield Piece("", say("more_candidates", screen.lang, count=mark.more), "faint")


def passage_text(passage: Passage, screen: Screen) -> str:
    """A plan's words, with figures, place and id behind them."""
    figures = screen.own(f"  [{one_line(passage.figures)}]") if passage.figures else ""
    tail = [one_line(part) for part in (passage.path, passage.id) if part]
    return screen.own(" · ").join([one_line(passage.text) + figures, *tail])


def _sign_widths(names: Sequence[str], width: int) -> list[int]:
    """The columns of signs: as wide as names want where the rows have room beside them, else names are broken."""
    for most in HEADS:
        widths = [max(HEADS[-1], min(cells(name), most)) for name in names]
        if width - sum(widths) - len(widths) >= BODY:
            break
    return widths


class Below:
    """A grid of rows with the plans' signs before each row, and what plans say one below another."""

    def __init__(self, block: Grid, screen: Screen, counts: Sequence[int]) -> None:
        self.block = block
        self.screen = screen
        marks = [column for column in block.columns if column.kind == "mark"]
        self.names = {column.plan: one_line(column.head) for column in marks}
        self.heads = list(self.names.values())
        self.widths = _sign_widths(self.heads, screen.width)
        self.signs = {
            (width, state): screen.paint(pad(sign, width), state)
            for width in self.widths
            for state, sign in screen.marks.items()
        }
        self.indent = sum(self.widths) + len(self.widths)
        self.name_width = min(MOST_NAME, max(map(cells, self.names.values())))
        self.label = next(index for index, column in enumerate(block.columns) if column.kind == "label")
        self.counts = counts

    def write(self) -> None:
        """The plans' names over their columns of signs, then the rows."""
        for heads in head_lines(self.heads, self.widths):
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
        *above, name = stack(self.names[mark.plan], self.name_width)
        for piece in above:
            screen.line(" " * self.indent + piece)
        start = " " * self.indent + pad(name, self.name_width) + " "
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
