"""Tall lines of a table cut into pieces, for a medium that breaks no line of a table by itself."""

from collections.abc import Iterator
from itertools import zip_longest

from plancompare.formats.paged.chapters import PADDING, Table, lines
from plancompare.formats.paged.setting import Content, Paragraph, Run, SetLine
from plancompare.telling.text import cells, clip

WHOLE = 18  # lines of letters up to which a line stays whole
PIECE = 10  # lines of letters in a piece


def pieces(table: Table, line: SetLine) -> tuple[tuple[Content, ...], ...]:
    """The cells of a line; of a tall one those of its pieces, which stand one under the other."""
    if table.height(line) <= WHOLE:
        return (line.cells,)
    cut = [tuple(_cut(content, width, table.letter)) for content, width in zip(line.cells, table.widths, strict=True)]
    return tuple(zip_longest(*cut, fillvalue=()))


def _cut(content: Content, width: int, letter: float) -> Iterator[Content]:
    """Paragraphs in groups of at most a piece's lines; one taller than that is cut itself."""
    room = max(1, int((width - 2 * PADDING) / letter)) * PIECE
    group: tuple[Paragraph, ...] = ()
    for paragraph in content:
        for part in _parts(paragraph, room):
            if group and lines((*group, part), width, letter) > PIECE:
                yield group
                group = ()
            group = (*group, part)
    if group:
        yield group


def _parts(paragraph: Paragraph, room: int) -> Iterator[Paragraph]:
    """A paragraph in parts of at most ``room`` columns, each run in its style."""
    taken: tuple[Run, ...] = ()
    left = room
    for run in paragraph:
        text = run.text
        if run.style == "id" and taken and left < cells(text) <= room:  # an id stays whole
            yield taken
            taken, left = (), room
        while cells(text) > left:
            part = clip(text, left) or text[: not taken]  # a sign wider than the room goes alone
            yield (*taken, run._replace(text=part))
            text, taken, left = text[len(part) :], (), room
        taken, left = (*taken, run._replace(text=text)), left - cells(text)
    yield taken
