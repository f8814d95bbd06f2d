"""What a table of the data set is: columns that explain themselves, lines, keys. What one holds is not known here."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from plancompare.formats.csv import Value, csv_text, safe
from plancompare.model import Label

Type = Literal["string", "integer", "number", "boolean"]
Line = tuple[Value, ...]


class Column(NamedTuple):
    """A column: its name, type and meaning; ``required`` if it is never empty, ``values`` if it has only these."""

    name: str
    type: Type
    about: Label
    required: bool = False
    values: tuple[str, ...] = ()


class Reference(NamedTuple):
    """``columns`` of a table that name a line of another by its ``keys``; where they are empty they name none."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


class Table(NamedTuple):
    """A table; ``key`` are the columns that tell its lines apart."""

    name: str
    about: Label
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def path(self) -> str:
        """Its file in the data set."""
        return f"data/{self.name}.csv"


def text(name: str, zh: str, en: str, required: bool = False, values: Iterable[str] = ()) -> Column:
    """A column of text; ``values`` are as they stand in the file."""
    return Column(name, "string", Label(zh, en), required, tuple(safe(value) for value in values))


def whole(name: str, zh: str, en: str, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, "integer", Label(zh, en), required)


def number(name: str, zh: str, en: str, required: bool = False) -> Column:
    """A column of numbers."""
    return Column(name, "number", Label(zh, en), required)


def truth(name: str, zh: str, en: str) -> Column:
    """A column of ``true`` and ``false``."""
    return Column(name, "boolean", Label(zh, en), True)


def to(table: str, *columns: str, keys: tuple[str, ...] = ()) -> Reference:
    """A reference to ``table``, whose keys have the names of the ``columns`` unless given."""
    return Reference(columns, table, keys or columns)


def as_csv(table: Table, excel: bool) -> bytes:
    """The table as CSV in UTF-8; ``excel`` puts a byte order mark before it, without which Excel misreads Chinese."""
    lines = ([str(value).lower() if isinstance(value, bool) else value for value in line] for line in table.lines)
    text = csv_text([column.name for column in table.columns], lines)
    return text.encode("utf-8-sig" if excel else "utf-8")


# columns that several tables share
PLAN = text("plan", "规划编号", "Id of the plan", required=True)
COMMITMENT = text("commitment", "承诺编号（规划/承诺）", "Id of the commitment: plan/commitment", required=True)
ROW = text("row", "条目编号", "Id of the row: one promise across the plans", required=True)
NUMBER = whole("number", "同组中的次序，从 1 起", "Place among its like, from 1", required=True)
