"""A report cut into chapters, each upright or across, with its tables numbered and fitted to the paper.

For Chinese the type area of GB/T 9704-2012 (156 × 225 mm on A4), else margins of 20 and 25 mm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from plancompare.formats.paged.setting import Content, Paragraph, SetLine, Setting, set_grid, share
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


# annexes are tables to look something up in, and want fewer sheets rather than wide margins
_ANNEX: Mapping[Lang, Paper] = {"zh": Paper(210, 297, 28, 20, 25, 26), "en": UPRIGHT["en"]}
_ANNEX_ACROSS: Mapping[Lang, Paper] = {"zh": Paper(297, 210, 26, 28, 20, 25), "en": ACROSS["en"]}


def paper(lang: Lang, across: bool, annex: bool = False) -> Paper:
    """The sheet for a chapter."""
    if annex:
        return (_ANNEX_ACROSS if across else _ANNEX)[lang]
    return (ACROSS if across else UPRIGHT)[lang]


PADDING = 60  # twips left and right of what stands in a cell
SIZES = (10.5, 9.0, 8.0, 7.0)  # points; 五号, 小五 and smaller
LARGEST, LARGEST_ROWS = 9.0, 8.0  # of tables of more than a few columns, and in annexes; there of rows in full
STIFF = ("number", "count")  # kinds of columns that have no use for more than they need
FEW = 3  # columns of a table in the letters of common size
# width of a letter in ems: Times New Roman beside Chinese, Arial alone
LETTER: Mapping[Lang, float] = {"zh": 0.5, "en": 0.56}
LEADING = 1.25  # from line to line in a table, in sizes of its letters
RULE, CAPTION, TEXT = 3, 48, 40  # points that a rule with its padding, a caption with its head, and a paragraph take
SHORT = 12  # pages of a paper that needs no contents
HEAD_COLUMNS = 70  # of the title in the head of a page
COMFORT = 0.8  # the share of its wishes that a table must get, or its chapter lies across


class Table(NamedTuple):
    """A numbered table: ``widths`` in twips sum to the measure, ``size`` in points is its letters'.

    ``letter`` is the width in twips of one of them. ``heading`` is one that its caption says already, and ``note`` what
    stands below it, unless a table before it in the chapter says the same.
    """

    number: int
    setting: Setting
    size: float
    letter: float
    widths: tuple[int, ...]
    heading: Heading | None = None
    note: str = ""

    @property
    def depth(self) -> float:
        """The points that it takes on paper, about."""
        heads = 2 if any(slot.under for slot in self.setting.slots) else 1
        told = heads + sum(map(self.height, self.setting.lines))
        return CAPTION + told * self.size * LEADING + (len(self.setting.lines) + 1) * RULE

    def height(self, line: SetLine) -> int:
        """Lines of letters that a line takes, about."""
        cells_and_widths = zip(line.cells, self.widths, strict=True)
        return max(1, *(lines(content, width, self.letter) for content, width in cells_and_widths))


class Chapter(NamedTuple):
    """What stands between two headings of the first level; ``across`` if its paper is turned.

    ``annex`` is the number of an annex, 0 for a chapter of the paper itself.
    """

    blocks: tuple[Heading | Prose | Table, ...]
    across: bool = False
    annex: int = 0


def is_short(told: Sequence[Chapter], lang: Lang) -> bool:
    """Whether a paper is one to leaf through: it has no contents, and its annexes go on where the page is."""
    room = paper(lang, False).depth / 20
    points = 0.0
    for chapter in told:
        points += sum(block.depth if isinstance(block, Table) else TEXT for block in chapter.blocks)
    return points < SHORT * room


def anchors(report: Report) -> Mapping[str, str]:
    """A name for each row that a table tells in full, by the row's id: where other tables' numbers lead."""
    rows = (line.row for grid in report.grids for line in grid.lines if any(line.marks))
    return {row: f"row{number}" for number, row in enumerate(dict.fromkeys(rows), 1)}


class Layout(NamedTuple):
    """What stands before any heading, and the chapters behind it. A ``short`` paper goes on from page to page; a long
    one has contents, and its annexes lie on paper of their own.
    """

    front: Chapter
    chapters: tuple[Chapter, ...]
    short: bool


def laid_out(report: Report, watch: Watch) -> Layout:
    """The report as a program that knows no pages can be told to lay it out."""
    parts = list(_held(report, watch))
    front, *told = _fit(parts, report.lang, True)
    short = is_short(told, report.lang)
    if short:
        front, *told = _fit(parts, report.lang, False)
    return Layout(front, tuple(told), short)


def chapters(report: Report, watch: Watch) -> list[Chapter]:
    """The report's chapters, all on one kind of paper; the first holds what stands before any heading."""
    return list(_fit(list(_held(report, watch)), report.lang, False))


Held = tuple[int, list[Heading | Prose | Setting]]  # what a chapter holds, and the number of its annex


def _held(report: Report, watch: Watch) -> Iterator[Held]:
    held: list[Heading | Prose | Setting] = []
    annex = 0
    for block in _shown(watch(report.blocks), report):
        if isinstance(block, Heading) and block.level == 1:
            yield annex, held
            annex += block.annex
            held = []
        held.append(set_grid(block, report) if isinstance(block, Grid) else block)
    yield annex, held


def _fit(parts: Sequence[Held], lang: Lang, apart: bool) -> Iterator[Chapter]:
    """The chapters with their tables numbered; ``apart``: annexes lie on paper of their own."""
    number = 0
    for annex, held in parts:
        yield _fitted(held, lang, number, annex, apart)
        number += sum(isinstance(part, Setting) for part in held)


def dated(report: Report) -> str:
    """How new the inputs are, in words; empty if no input says."""
    date = report.date
    if date and report.lang == "zh":
        date = "".join(f"{part.lstrip('0')}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))
    return say("paged_date", report.lang, date=date) if date else ""


def page_number(lang: Lang, words: str = "paged_number", annex: int = 0) -> tuple[str, str, str | None]:
    """The words before the page's number, those behind it, and behind the number of all pages (None: not told)."""
    before, _, rest = say(words, lang, page="\0", pages="\1", annex=annex).partition("\0")
    middle, all_, after = rest.partition("\1")
    return before, middle, after if all_ else None


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


def _fitted(held: Sequence[Heading | Prose | Setting], lang: Lang, number: int, annex: int, apart: bool) -> Chapter:
    """A chapter whose tables are numbered from behind ``number`` on; what several say at head or foot is said once."""
    across = any(isinstance(part, Setting) and not _comfortable(part, lang) for part in held)
    sheet = paper(lang, across, annex > 0 and apart)
    told: list[Heading | Prose | Table] = []
    said = {""}
    for part in held:
        if not isinstance(part, Setting):
            told.append(part)
            continue
        number += 1
        heading = told[-1] if told and isinstance(told[-1], Heading) and _says(part, told[-1]) else None
        if heading:
            told.pop()
        slots = tuple(slot._replace(under="") if slot.under in said else slot for slot in part.slots)
        note = "" if part.grid.note in said else part.grid.note
        said |= {note, *(slot.under for slot in slots)}
        table = _table(number, part._replace(slots=slots), lang, sheet.measure, annex > 0)
        told.append(table._replace(heading=heading, note=note))
    return Chapter(tuple(told), across, annex)


def _says(setting: Setting, heading: Heading) -> bool:
    """Whether a table's caption says what the heading of its part does."""
    return heading.level > 1 and setting.grid.caption.startswith(heading.text)


def _room(columns: Iterable[float], size: float, lang: Lang) -> tuple[int, ...]:
    """Twips for columns of Latin letters in the cells of a line."""
    return tuple(ceil(width * size * 20 * LETTER[lang]) + 2 * PADDING for width in columns)


def _comfortable(setting: Setting, lang: Lang) -> bool:
    """Whether upright paper gives most of what is wished in small letters: sheets that turn are left half empty."""
    stiff = sum(slot.kind in STIFF for slot in setting.slots)
    if 2 * stiff > len(setting.slots):  # of figures, which are read as well in the smallest letters
        return sum(_room((slot.least for slot in setting.slots), SIZES[-1], lang)) <= paper(lang, False).measure
    most = _room((max(slot.least, slot.wish * COMFORT) for slot in setting.slots), SIZES[2], lang)
    return sum(most) <= paper(lang, False).measure


def _table(number: int, setting: Setting, lang: Lang, measure: int, annex: bool) -> Table:
    """The table in the largest letters in which it has its wishes, or at least what it needs."""
    wishes, leasts = [slot.wish for slot in setting.slots], [slot.least for slot in setting.slots]
    plain = not annex and not setting.rows and len(setting.slots) <= FEW
    largest = SIZES[0] if plain else LARGEST_ROWS if annex and setting.rows else LARGEST
    sizes = [size for size in SIZES if size <= largest]
    wished = (size for size in sizes[:2] if sum(_room(wishes, size, lang)) <= measure)
    needed = (size for size in sizes if size < SIZES[0] and sum(_room(leasts, size, lang)) <= measure)
    size = next(wished, next(needed, SIZES[-1]))
    elastic = [slot.kind in ("text", "label", "said") for slot in setting.slots]
    widths = share(_room(wishes, size, lang), _room(leasts, size, lang), elastic, measure)
    letter = size * 20 * LETTER[lang]
    return Table(number, _with_whole_names(setting, widths, letter), size, letter, widths)


def _with_whole_names(setting: Setting, widths: Sequence[int], letter: float) -> Setting:
    """The setting with names in as many paragraphs as it takes for none to be broken."""
    named = [slot.kind == "names" for slot in setting.slots]
    if not any(named):
        return setting
    rooms = [int((width - 2 * PADDING) / letter) if names else 0 for names, width in zip(named, widths, strict=True)]
    lines = tuple(
        line._replace(
            cells=tuple(
                _packed(content, room) if room else content for content, room in zip(line.cells, rooms, strict=True)
            )
        )
        for line in setting.lines
    )
    return setting._replace(lines=lines)


def _packed(content: Content, room: int) -> Content:
    """The runs of a cell in paragraphs of at most ``room`` columns, where no run is wider itself."""
    told: list[Paragraph] = []
    for run in (run for paragraph in content for run in paragraph):
        if told and sum(cells(one.text) for one in told[-1]) + cells(run.text.rstrip()) <= room:
            told[-1] = (*told[-1], run)
        else:
            told.append((run,))
    return tuple(told)


def lines(content: Content, width: int, letter: float) -> int:
    """Lines that paragraphs take in a cell of ``width`` twips, about."""
    room = max(1, int((width - 2 * PADDING) / letter))
    return sum(max(1, ceil(sum(cells(run.text) for run in paragraph) / room)) for paragraph in content)
