"""What a report is made of: headings, prose and grids. No medium, no colour, no markup is known here.

A cell says what it means (a state, a count, a number, words); how that looks is a format's business. Texts of plans
are held as they are: each format has its own layer that makes them harmless.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from plancompare.comparing.rows import CellStatus
from plancompare.model import Lang

Kind = Literal["text", "label", "number", "mark", "count"]
Item = TypeVar("Item")
# the sign of each state, told apart by its shape alone
MARKS: Mapping[str, str] = {"made": "●", "not_found": "○", "not_covered": "?", "not_applicable": "–"}
# shows how far a long piece of work is: hands on what it is given, one by one
Watch = Callable[[Iterable["Block"]], Iterable["Block"]]


class Passage(NamedTuple):
    """One commitment in its plan's words: ``figures`` as shown, ``place`` in the document, ``quotes`` that find it.

    ``repeats`` says that the line's label has these very words already. ``word`` is the source's word of strength.
    """

    key: str
    text: str
    figures: str = ""
    place: str = ""
    quotes: tuple[str, ...] = ()
    strength: str = ""
    word: str = ""
    repeats: bool = False


class Mark(NamedTuple):
    """What one plan has to say to one line: its state, and the passages if it makes the promise."""

    plan: str
    state: CellStatus
    passages: tuple[Passage, ...] = ()
    reason: str = ""


class Count(NamedTuple):
    """How many commitments a plan has under a theme; ``part``: the text that we hold treats the theme in part."""

    plan: str
    state: CellStatus
    value: int
    part: bool = False


Cell = str | int | float | None | Mark | Count


class Column(NamedTuple):
    """A column: its head, what stands in it, its width in columns of Latin letters, and the plan it is about.

    ``data``: for sheets only, where a document says it elsewhere (as a heading above the table, say).
    ``choices``: a column for people to fill, with one of these.
    """

    head: str
    kind: Kind = "text"
    width: int = 12
    plan: str = ""
    data: bool = False
    choices: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line of a grid. ``theme`` and ``row`` are ids, for formats that filter or link; ``status`` is the row's."""

    cells: tuple[Cell, ...]
    theme: str = ""
    row: str = ""
    status: str = ""

    @property
    def marks(self) -> Iterator[Mark]:
        """The states of the plans, in their order."""
        return (cell for cell in self.cells if isinstance(cell, Mark))


class Heading(NamedTuple):
    """A heading; ``id`` is unique in a report. Level 1 is a chapter."""

    level: int
    text: str
    id: str


class Prose(NamedTuple):
    """A paragraph; ``code`` for a command line or the like."""

    text: str
    code: bool = False


class Grid(NamedTuple):
    """A table. Grids with the same ``sheet`` answer one question and have the same columns.

    ``data``: for sheets only, where a document would say the same twice.
    """

    id: str
    sheet: str
    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    note: str = ""
    data: bool = False

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the columns that a document shows."""
        return tuple(place for place, column in enumerate(self.columns) if not column.data)


Block = Heading | Prose | Grid


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
