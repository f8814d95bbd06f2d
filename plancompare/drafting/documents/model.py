"""What is read from a document: blocks in reading order, and what the reader did that a person must know."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol, TypeVar

Rows = tuple[tuple[str, ...], ...]
"""The cells of a table; those of merged ones stand in every place that they span."""

Kind = Literal["title", "heading", "paragraph", "item", "table"]
TURN = "\f"
"""Stands in a line where a page turns inside it."""

T = TypeVar("T")


class Watch(Protocol):
    """Hands on the steps of a long reading one by one, and may show how far it has come.

    The steps have a length where it is known.
    """

    def __call__(self, steps: Iterable[T], /) -> Iterable[T]:
        """The same steps."""
        ...


def unwatched(steps: Iterable[T], /) -> Iterable[T]:
    """The steps, shown to nobody: a Watch."""
    return steps


class Block(NamedTuple):
    """One piece of a document.

    ``text`` is one line without its number; "" for tables. ``level`` is a heading's depth in the outline (1 = top) or
    the depth of an item's number under its heading. ``number`` is as printed: "一、", "（一）", "1.", "专栏2".
    ``path`` joins the numbers of the headings above (and the block's own): "三（四）1". ``heading`` is the text of the
    nearest heading above (or the block's own). ``rows`` are a table's cells, merged ones repeated into every place they
    span, and ``caption`` the line that names it. ``page`` is known where the file marks pages. ``line`` is the line of
    a text file, or the ordinal of the paragraph in other kinds.
    """

    kind: Kind
    text: str
    level: int = 0
    number: str = ""
    path: str = ""
    heading: str = ""
    rows: Rows = ()
    caption: str = ""
    page: int | None = None
    line: int = 0

    @property
    def plain(self) -> str:
        """The block as it stands in the document's ``text``: a line, or a line a row with cells apart by tabs."""
        return "\n".join("\t".join(row) for row in self.rows) if self.kind == "table" else self.text


class Note(NamedTuple):
    """Something the reader did: a key of the messages and what fills it. Words are put to it where it is told."""

    key: str
    values: tuple[tuple[str, str | int], ...] = ()


class Document(NamedTuple):
    """A document as read.

    ``kind`` is txt, md, docx, html, pdf or xlsx. ``text`` holds the blocks in order, as a place for offsets;
    ``starts[i]`` is where the i-th block begins in it. ``about`` are labelled facts that a web page or a file prints
    above the text, such as who issued it and when. ``sha256`` is of the file's bytes.
    """

    file: str
    kind: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    text: str
    sha256: str
    starts: tuple[int, ...] = ()
    about: tuple[tuple[str, str], ...] = ()


class Paragraph(NamedTuple):
    """A paragraph (or a table, if it has ``rows``) as a file gives it, before the outline is made.

    ``style`` is the level that the file itself gives a heading (0: none), ``number`` an automatic number.
    ``role`` says what the file calls it where that matters. ``boxed`` paragraphs stand in a frame of their own, after
    which the text goes on where it left off.
    """

    text: str
    line: int
    page: int | None = None
    style: int = 0
    number: str = ""
    rows: Rows = ()
    role: Literal["", "title", "item", "caption"] = ""
    boxed: bool = False


class Reading(NamedTuple):
    """What a reader of one kind of file hands to the outline."""

    paragraphs: list[Paragraph]
    notes: list[Note]
    title: str = ""
    about: tuple[tuple[str, str], ...] = ()


def noted(key: str, **values: str | int) -> Note:
    """A note of what was done."""
    return Note(key, tuple(sorted(values.items())))
