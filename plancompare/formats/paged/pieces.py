"""Lines of a table too tall for a page, cut into pieces for media whose table lines no page end may break."""

from collections.abc import Iterator
from itertools import zip_longest

from plancompare.formats.paged.chapters import PADDING, Table, lines
from plancompare.formats.paged.setting import Content, Paragraph, Run, SetLine
from plancompare.formats.screen import cells, clip

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
    held: tuple[Run, ...] = ()
    left = room
    for run in paragraph:
        text = run.text
        while cells(text) > left:
            part = clip(text, left) or text[: not held]  # a sign wider than the room goes alone
            yield (*held, run._replace(text=part))
            text, held, left = text[len(part) :], (), room
        held, left = (*held, run._replace(text=text)), left - cells(text)
    yield held
