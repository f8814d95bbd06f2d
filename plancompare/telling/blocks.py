"""What is told, in blocks: headings, prose, grids, entries. No medium, no colour, no markup is known here.

A cell says what it means (a state, a count, a number, words); how that looks is a format's business. Texts of plans
are held as they are: each format has its own layer that makes them harmless. Documents are made of headings, prose and
grids (``Block``); a terminal also sets entries, legends and sums (``Shown``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from plancompare.comparing.rows import CellStatus
from plancompare.model import Lang

Kind = Literal["text", "label", "number", "mark", "count", "names", "share"]
Item = TypeVar("Item")
# how a text is meant: as the state of a cell that it comes near to, as a figure, as small print
Tone = Literal["", "head", "theme", "faint", "target", "made", "unsure", "not_found", "not_covered", "not_applicable"]
# what entries are: the layout of each kind is a format's business
EntryKind = Literal[
    "commitments", "hits", "texts", "rivals", "measure", "gaps", "figures", "followed", "listed", "flips", "proofs",
    "summary",
]  # fmt: skip
# the sign of each state, told apart by its shape alone
MARKS: Mapping[str, str] = {"made": "●", "unsure": "◐", "not_found": "○", "not_covered": "?", "not_applicable": "–"}
UNQUANTIFIED = "◎"  # of a plan that makes a promise without the figure asked for
# shows how far a long piece of work is: hands on what it is given, one by one
Watch = Callable[[Iterable["Block"]], Iterable["Block"]]


class Own(str):
    """Words of the tool inside a text: a medium that lacks their signs may put plain ones in their place."""

    __slots__ = ()


Words = tuple[str, ...]  # a text in pieces: ``Own`` ones are the tool's, all others a plan's and never altered


def joined(parts: Iterable[str | Words], by: str = " · ") -> Words:
    """The parts that say something, set apart by the tool's own sign."""
    pieces: list[str] = []
    for part in parts:
        if part:
            pieces += [Own(by)] * bool(pieces)
            pieces += [part] if isinstance(part, str) else part
    return tuple(pieces)


class Passage(NamedTuple):
    """One commitment in its plan's words: ``figures`` as shown, ``place`` in the document, ``quotes`` that find it.

    ``path`` is the place without its heading. ``repeats`` says that the line's label has these very words already.
    ``word`` is the source's word of strength. ``score`` says how near a candidate comes (0-100).
    """

    key: str
    text: str
    figures: str = ""
    place: str = ""
    quotes: tuple[str, ...] = ()
    strength: str = ""
    word: str = ""
    repeats: bool = False
    path: str = ""
    score: int | None = None

    @property
    def id(self) -> str:
        """The commitment's id inside its plan."""
        return self.key.partition("/")[2]


class Mark(NamedTuple):
    """What one plan has to say to one line: its state, and the passages if it makes the promise.

    ``candidates`` are the likeliest passages that may be the promise, best first, of which there are ``more``.
    """

    plan: str
    state: CellStatus
    passages: tuple[Passage, ...] = ()
    reason: str = ""
    candidates: tuple[Passage, ...] = ()
    more: int = 0


class Count(NamedTuple):
    """How many commitments a plan has under a theme; ``part``: the text that we hold treats the theme in part.

    ``missing`` and ``unsure`` count the rows of the theme that others make and it does not, or of which we cannot say.
    """

    plan: str
    state: CellStatus
    value: int
    part: bool = False
    missing: int = 0
    unsure: int = 0


class Blank(NamedTuple):
    """That a plan has no figure where others have one: ``state`` is a cell's, or "unquantified", ``words`` say it."""

    state: str
    words: str


class Names(NamedTuple):
    """Names in a row, none of which is broken over two lines; as text they are joined by ``comma``."""

    names: tuple[str, ...]
    comma: str

    def __str__(self) -> str:
        return self.comma.join(self.names)


Cell = str | int | float | None | Mark | Count | Blank | Names


class Column(NamedTuple):
    """A column: its head, what stands in it, its width in columns of Latin letters, and the plan it is about.

    ``data``: for sheets only, where a document says it elsewhere (as a heading above the table, say). ``spare``: left
    out where a narrow screen has no room for it, and of a document where nothing stands in it. ``small``: on paper it
    stands in small print behind what the column before it says.
    ``choices``: a column for people to fill, with one of these.
    """

    head: str
    kind: Kind = "text"
    width: int = 12
    plan: str = ""
    data: bool = False
    choices: tuple[str, ...] = ()
    spare: bool = False
    small: bool = False


_NOTHING: tuple[Cell, ...] = ("", None, Names((), "、"), Names((), ", "))


class Line(NamedTuple):
    """One line of a grid. ``theme`` and ``row`` are ids, for formats that filter or link; ``status`` is the row's.

    ``notes`` say how the plans' figures stand to each other; a document has a table of its own for that.
    """

    cells: tuple[Cell, ...]
    theme: str = ""
    row: str = ""
    status: str = ""
    notes: tuple[str, ...] = ()

    @property
    def marks(self) -> Iterator[Mark]:
        """The states of the plans, in their order."""
        return (cell for cell in self.cells if isinstance(cell, Mark))


class Heading(NamedTuple):
    """A heading; ``id`` is unique in a report. Level 1 is a chapter; with the first ``annex`` the paper itself ends.

    For a screen: ``key`` is the id by which commands take what it names, ``note`` a word on it, ``state`` the plan's.
    """

    level: int
    text: str
    id: str = ""
    key: str = ""
    note: str = ""
    state: str = ""
    annex: bool = False


class Prose(NamedTuple):
    """A paragraph; ``code``: a line never broken; ``tone``: how it is meant; ``sign``: the sign that it explains."""

    text: str
    code: bool = False
    tone: Tone = ""
    sign: str = ""


class Grid(NamedTuple):
    """A table. Grids with the same ``sheet`` answer one question and have the same columns; "" is for documents alone.

    ``data``: for sheets only, where a document would say the same twice. ``brief``: what plans say in the marks of a
    line is not wanted.
    """

    id: str
    sheet: str
    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    note: str = ""
    data: bool = False
    brief: bool = False

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the columns that a document shows."""
        return tuple(
            place
            for place, column in enumerate(self.columns)
            if not column.data and not (column.spare and all(line.cells[place] in _NOTHING for line in self.lines))
        )


class Legend(NamedTuple):
    """What signs stand for: (state, words), and a word on anything else."""

    states: tuple[tuple[str, str], ...]
    note: str = ""


class Entry(NamedTuple):
    """A text under a short ``lead``, with small print (``notes``) and further entries below it.

    ``sign`` is a state or a sign that stands before the lead. ``items`` are names behind the text, set apart by
    ``comma``, none of which is broken over two lines.
    """

    text: Words
    lead: str = ""
    sign: str = ""
    tone: Tone = ""
    lead_tone: Tone = ""
    notes: tuple[Words, ...] = ()
    items: tuple[str, ...] = ()
    comma: str = ""
    entries: tuple["Entry", ...] = ()


class Entries(NamedTuple):
    """Entries of one kind."""

    kind: EntryKind
    entries: tuple[Entry, ...]


class Addend(NamedTuple):
    """A part of a sum, in points, and what it is made of."""

    label: str
    points: int
    notes: tuple[str, ...] = ()


class Sum(NamedTuple):
    """Parts that add up to a total, and what follows from it."""

    parts: tuple[Addend, ...]
    label: str
    total: int
    verdict: Words


Block = Heading | Prose | Grid
Shown = Block | Legend | Entries | Sum


class Report(NamedTuple):
    """A whole report. ``sheets`` names the questions in their order, ``names`` the plans and ``themes`` the themes.

    ``date`` is the newest date in the inputs (ISO), never today's: the same input gives the same bytes.
    """

    title: str
    lang: Lang
    blocks: tuple[Block, ...]
    sheets: Mapping[str, str]
    names: Mapping[str, str]
    themes: Mapping[str, str]
    narrowed: str = ""
    date: str = ""

    @property
    def grids(self) -> Iterator[Grid]:
        """The tables in their order."""
        return (block for block in self.blocks if isinstance(block, Grid))


def unwatched(blocks: Iterable[Block]) -> Iterable[Block]:
    """The watch of one who is not looking."""
    return blocks
