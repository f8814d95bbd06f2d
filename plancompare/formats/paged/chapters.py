"""A report cut into chapters, each upright or across, with its tables numbered and fitted to the paper.

For Chinese the type area of GB/T 9704-2012 (156 × 225 mm on A4), else margins of 20 and 25 mm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, zip_longest
from math import ceil
from typing import NamedTuple

from plancompare.formats.paged.setting import Content, Paragraph, Run, SetLine, Setting, set_grid, share
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Grid, Heading, Prose, Report, Watch
from plancompare.telling.text import cells, clip
from plancompare.telling.words import say

TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre


class Paper(NamedTuple):
    """A sheet and its margins in millimetres; ``left`` is the binding side of an upright sheet."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def measure(self) -> int:
        """The width of the type area in twips (twentieths of a point)."""
        return round((self.width - self.left - self.right) * TWIPS)

    @property
    def depth(self) -> int:
        """The height of the type area in twips."""
        return round((self.height - self.top - self.bottom) * TWIPS)


UPRIGHT: Mapping[Lang, Paper] = {"zh": Paper(210, 297, 37, 26, 35, 28), "en": Paper(210, 297, 25, 20, 25, 20)}
# a sheet turned: its head lies at the binding, so that the type area keeps its place on the paper
ACROSS: Mapping[Lang, Paper] = {"zh": Paper(297, 210, 28, 37, 26, 35), "en": Paper(297, 210, 20, 25, 20, 25)}


def paper(lang: Lang, across: bool) -> Paper:
    """The sheet for a chapter."""
    return (ACROSS if across else UPRIGHT)[lang]


PADDING = 60  # twips left and right of what stands in a cell
SIZES = (10.5, 9.0, 8.0, 7.0)  # points; 五号, 小五 and smaller
# width of a letter in ems: Times New Roman beside Chinese, Arial alone
LETTER: Mapping[Lang, float] = {"zh": 0.5, "en": 0.56}
HEAD_COLUMNS = 70  # of the title in the head of a page
COMFORT = 0.8  # the share of its wishes that a table must get, or its chapter lies across


class Table(NamedTuple):
    """A numbered table: ``widths`` in twips sum to the measure, ``size`` in points is its letters'.

    ``letter`` is the width in twips of one of them.
    """

    number: int
    setting: Setting
    size: float
    letter: float
    widths: tuple[int, ...]

    def height(self, line: SetLine) -> int:
        """Lines of letters that a line takes, about."""
        cells_and_widths = zip(line.cells, self.widths, strict=True)
        return max(1, *(lines(content, width, self.letter) for content, width in cells_and_widths))


class Chapter(NamedTuple):
    """What stands between two headings of the first level; ``across`` if its paper is turned."""

    blocks: tuple[Heading | Prose | Table, ...]
    across: bool = False


def anchors(report: Report) -> Mapping[str, str]:
    """A name for each row that a table tells in full, by the row's id: where other tables' numbers lead."""
    rows = (line.row for grid in report.grids for line in grid.lines if any(line.marks))
    return {row: f"row{number}" for number, row in enumerate(dict.fromkeys(rows), 1)}


def chapters(report: Report, watch: Watch) -> Iterator[Chapter]:
    """The report's chapters as they come; the first holds what stands before any heading."""
    waiting: list[Heading | Prose | Setting] = []
    number = 0
    for block in _shown(watch(report.blocks), report):
        if isinstance(block, Heading) and block.level == 1:
            yield _fitted(waiting, report.lang, number)
            number += sum(isinstance(part, Setting) for part in waiting)
            waiting = []
        waiting.append(set_grid(block, report) if isinstance(block, Grid) else block)
    yield _fitted(waiting, report.lang, number)


def dated(report: Report) -> str:
    """How new the inputs are, in words; empty if no input says."""
    date = report.date
    if date and report.lang == "zh":
        date = "".join(f"{part.lstrip('0')}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))
    return say("paged_date", report.lang, date=date) if date else ""


def page_number(lang: Lang) -> tuple[str, str, str]:
    """The words before the page's number, between it and the number of all pages, and behind that."""
    before, between = say("paged_number", lang, page="\0", pages="\1").split("\0")
    middle, after = between.split("\1")
    return before, middle, after


def head_line(title: str) -> str:
    """The title as the head of a page has room for it."""
    return title if cells(title) <= HEAD_COLUMNS else f"{clip(title, HEAD_COLUMNS)}…"


def _shown(blocks: Iterable[Block], report: Report) -> Iterator[Block]:
    """The blocks of a document; a table without lines is a sentence."""
    for block in blocks:
        if isinstance(block, Grid) and not block.lines and not block.data:
            yield Prose(f"{block.caption} — {say('nothing', report.lang)}")
        elif not isinstance(block, Grid) or not block.data:
            yield block


def _fitted(blocks: Sequence[Heading | Prose | Setting], lang: Lang, number: int) -> Chapter:
    """A chapter whose tables are numbered from behind ``number`` on."""
    across = any(isinstance(part, Setting) and not _comfortable(part, lang) for part in blocks)
    numbers = count(number + 1)
    return Chapter(
        tuple(_table(next(numbers), part, lang, across) if isinstance(part, Setting) else part for part in blocks),
        across,
    )


def _room(columns: Iterable[float], size: float, lang: Lang) -> tuple[int, ...]:
    """Twips for columns of Latin letters in the cells of a line."""
    return tuple(ceil(width * size * 20 * LETTER[lang]) + 2 * PADDING for width in columns)


def _comfortable(setting: Setting, lang: Lang) -> bool:
    """Whether upright paper gives most of what is wished in letters of common size, or all in small ones."""
    common, small = SIZES[1:3]
    most = _room((max(slot.least, slot.wish * COMFORT) for slot in setting.slots), common, lang)
    all_ = _room((slot.wish for slot in setting.slots), small, lang)
    return min(sum(most), sum(all_)) <= paper(lang, False).measure


def _table(number: int, setting: Setting, lang: Lang, across: bool) -> Table:
    """The table in the largest letters in which it has its wishes, or at least what it needs."""
    measure = paper(lang, across).measure
    wishes, leasts = [slot.wish for slot in setting.slots], [slot.least for slot in setting.slots]
    sizes = SIZES[1:] if setting.rows else SIZES
    wished = (size for size in sizes[:2] if sum(_room(wishes, size, lang)) <= measure)
    needed = (size for size in SIZES[1:] if sum(_room(leasts, size, lang)) <= measure)
    size = next(wished, next(needed, SIZES[-1]))
    elastic = [slot.kind in ("text", "label", "said") for slot in setting.slots]
    widths = share(_room(wishes, size, lang), _room(leasts, size, lang), elastic, measure)
    return Table(number, setting, size, size * 20 * LETTER[lang], widths)


def lines(content: Content, width: int, letter: float) -> int:
    """Lines that paragraphs take in a cell of ``width`` twips, about."""
    room = max(1, int((width - 2 * PADDING) / letter))
    return sum(max(1, ceil(sum(cells(run.text) for run in paragraph) / room)) for paragraph in content)


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
        while cells(text) > left:
            part = clip(text, left) or text[: not taken]  # a sign wider than the room goes alone
            yield (*taken, run._replace(text=part))
            text, taken, left = text[len(part) :], (), room
        taken, left = (*taken, run._replace(text=text)), left - cells(text)
    yield taken
