"""Tables of a plan: indicators with their values by year, and projects or tasks with who does them until when.

Columns are known by their heads, which are words of the codebook; a year in a head makes a column of values.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from plancompare.drafting.encoding.heads import AMONG, NO_VALUE
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import Years

Role = Literal["", "name", "unit", "kind", "task", "lead", "support", "deadline", "base", "value", "done"]
_ROLES: tuple[Role, ...] = ("unit", "kind", "lead", "support", "deadline", "task", "name")
_BODIES = re.compile(r"[、，,；;/\n\t ]+")
_UNIT_IN_NAME = re.compile(r"[（(](?:[^（）()]*[，,；;])?([^（）()，,；;]{1,8})[）)]\s*$")
_AMONG, _NUMBERED = re.compile(AMONG), re.compile(r"^\d{1,2}[.．、]\s*(?!\d)")
HEAD = 40  # characters of the longest head of a column
PROSE = 8  # a column whose cells are this long on average tells something


class Cell(NamedTuple):
    """A cell's text and its offset in the document's text."""

    text: str
    start: int


class Value(NamedTuple):
    """What a row says for one year: the cell, the year, and whether it is a value to start from."""

    cell: str
    year: int | None
    base: bool


class IndicatorRow(NamedTuple):
    """A row of an indicator table; ``kind`` is what the table says of its force (约束性 …).

    ``own_name`` is the row's own, ``label`` with the name of the row that it is a part of (其中：…).
    """

    name: Cell
    own_name: str
    label: str
    unit: str
    kind: str
    values: tuple[Value, ...]

    @property
    def printed(self) -> str:
        """The last value as a reader would write it behind the name."""
        value = self.values[-1].cell.strip("[]【】")
        return value if not self.unit or self.unit in value else f"{value}{self.unit}"


class TaskRow(NamedTuple):
    """A row of a table of projects or tasks: what it is called, the cells that tell what will be done, and by whom."""

    name: str
    cells: tuple[Cell, ...]
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline: str = ""


class Table:
    """A table with its columns understood."""

    def __init__(self, rows: Sequence[Sequence[str]], start: int, steering: Steering, years: Years) -> None:
        """``start`` is the offset of the table in the document's text, where cells are apart by one character."""
        self._words = steering
        self._years = years
        self._rows = list(_placed(rows, start))
        self._head, self.roles = self._columns()

    @property
    def is_of_indicators(self) -> bool:
        """Whether the table has a name and a value to be reached in each row."""
        roles = [role for role, _ in self.roles]
        return "name" in roles and "value" in roles

    def indicators(self) -> Iterator[IndicatorRow]:
        """The rows of an indicator table."""
        over, parted = "", False  # parted: the row above names what those behind it are parts of, without a value
        for row in self._rows[self._head :]:
            names = self._cells(row, "name")
            values = tuple(
                Value(plain(cell.text).strip(), year, role == "base")
                for (role, year), cell in zip(self.roles, row, strict=False)
                if role in ("base", "value")
            )
            if not names or len({cell.text for cell in row}) == 1:
                continue  # a line across the table names a group
            name = names[-1]
            filled = [value for value in values if value.cell not in NO_VALUE]
            label, unit = _name_and_unit(name.text, self._text(row, "unit"))
            label = _NUMBERED.sub("", label)
            child = bool(_AMONG.match(name.text)) or (parted and bool(self._words.scopes.fullmatch(name.text.strip())))
            if not child:
                over, parted = label, not filled
            if filled and not all(value.base for value in filled):
                part_name = _AMONG.sub("", label)
                scopes = self._words.scopes if parted else self._words.pattern("areas", "levels")
                whole = (
                    f"{part_name}{over}"
                    if scopes.fullmatch(part_name)
                    else f"{self._whose(over, part_name)}{part_name}"
                )
                yield IndicatorRow(
                    name,
                    part_name,
                    whole if child else part_name,
                    unit,
                    self._text(row, "kind"),
                    tuple(filled),
                )

    def _whose(self, over: str, own: str) -> str:
        """What a part takes from the row above it: of a share only whose it is, 小学教师 of 小学教师专科学历比例."""
        if not (self._words.ends("rates", over) and self._words.ends("rates", own)):
            return over
        persons = one_of(word for words in self._words.audiences.values() for word in words).search(over)
        return over[: persons.end()] if persons else over

    def tasks(self) -> Iterator[TaskRow]:
        """The rows of a table that tells what will be done; each cell once, however many rows it spans."""
        telling = self._telling()
        years = {year for column, (_, year) in enumerate(self.roles) if column in telling and year is not None}
        due = f"{max(years)}年" if len(years) == 1 else ""
        seen: set[tuple[int, str]] = set()
        for row in self._rows[self._head :]:
            cells = []
            for column in telling:
                if column < len(row) and row[column].text.strip() and (column, row[column].text) not in seen:
                    seen.add((column, row[column].text))
                    cells.append(row[column])
            names = [
                cell.text
                for column, ((role, _), cell) in enumerate(zip(self.roles, row, strict=False))
                if role in ("name", "task") and column not in telling and cell.text.strip()
            ]
            if cells or names:
                yield TaskRow(
                    _NUMBERED.sub("", names[-1]) if names else "",
                    tuple(cells),
                    _bodies(self._text(row, "lead")),
                    _bodies(self._text(row, "support")),
                    self._text(row, "deadline") or due,
                )

    def _telling(self) -> list[int]:
        """The columns that tell what will be done: of those with task heads the most wordy, else all that are prose."""
        tasks = [column for column, (role, _) in enumerate(self.roles) if role == "task"]
        if any(role == "done" for role, _ in self.roles):  # beside what came of it, what was aimed at
            aims = [column for column in tasks if self._words.has("columns_value", self._heading(column))]
            if aims:  # with what was planned of them for a part of the year
                terms = self._words.lists.get("columns_term", ())
                return [c for c in range(len(self.roles)) if c in aims or self._heading(c) in terms]
        if tasks:
            longest = max(self._mean(column) for column in tasks)
            return [column for column in tasks if self._mean(column) >= max(PROSE, longest / 3)] or tasks[-1:]
        prose = [c for c, (role, _) in enumerate(self.roles) if role in ("", "name") and self._mean(c) >= PROSE]
        named = [c for c, (role, _) in enumerate(self.roles) if role == "name"]
        return prose or named

    def _heading(self, column: int) -> str:
        return "".join(dict.fromkeys(row[column].text for row in self._rows[: self._head] if column < len(row)))

    def _mean(self, column: int) -> float:
        texts = [row[column].text for row in self._rows[self._head :] if column < len(row)]
        return sum(map(len, texts)) / len(texts) if texts else 0.0

    def _columns(self) -> tuple[int, list[tuple[Role, int | None]]]:
        """How many rows are heads, and what each column holds."""
        width = max((len(row) for row in self._rows), default=0)
        best: tuple[int, int, list[tuple[Role, int | None]]] = (0, 0, [("", None)] * width)
        long = any(len(cell.text) > HEAD for row in self._rows[1:2] for cell in row)
        for count in (1,) if long else (1, 2):
            heads = [
                "".join(dict.fromkeys(row[c].text for row in self._rows[:count] if c < len(row))) for c in range(width)
            ]
            roles = self._with_values([self._role(head) for head in heads], heads)
            known = sum((role != "") + (year is not None) for role, year in roles)
            if known > best[0]:
                best = (known, count, roles)
        heads_above = best[1] if best[0] > 1 or best[0] == width == 1 else 0
        settled = [self._settled(role, column, heads_above) for column, role in enumerate(best[2])]
        return heads_above, self._with_name(settled, heads_above)

    def _with_name(self, roles: list[tuple[Role, int | None]], heads: int) -> list[tuple[Role, int | None]]:
        """Where values stand beside what came of them and no head names what they are of, the column before does."""
        known = [role for role, _ in roles]
        if "done" not in known or "value" not in known or "name" in known or "task" in known:
            return roles
        before = [c for c in range(known.index("value")) if not known[c] and self._names(c, heads)]
        return [("name", None) if before and c == before[-1] else role for c, role in enumerate(roles)]

    def _names(self, column: int, heads: int) -> bool:
        cells = [row[column].text.strip() for row in self._rows[heads:] if column < len(row)]
        return any(cells) and not any(cell.isdigit() for cell in cells)

    def _settled(self, role: tuple[Role, int | None], column: int, heads: int) -> tuple[Role, int | None]:
        """A column of values whose cells say what will be done is one of tasks: 年度任务目标 over 新建学校3所."""
        if role[0] != "value":
            return role
        cells = [row[column].text.strip() for row in self._rows[heads:] if column < len(row)]
        acts = [bool(self._words.opens("acts", self._words.core(plain(cell)))) for cell in cells if cell]
        return ("task", role[1]) if any(acts) and 2 * sum(acts) >= len(acts) else role

    def _role(self, head: str) -> tuple[Role, int | None]:
        text = re.sub(r"\s", "", plain(head))
        bare = re.sub(r"[（(].*?[）)]", "", text)
        for role in _ROLES:
            if bare in self._words.lists.get(f"columns_{role}", ()):
                return (role, None)
        year = self._years.named(text)
        if self._words.has("columns_done", bare):
            return ("base", year) if year is not None else ("done", None)
        if year is not None:
            return ("value", year)
        if self._words.has("columns_base", bare):
            return ("base", None)
        return ("value", None) if self._words.has("columns_value", bare) else ("", None)

    def _with_values(self, roles: list[tuple[Role, int | None]], heads: Sequence[str]) -> list[tuple[Role, int | None]]:
        """Of the columns with years the first is where things start, if another follows and it is not to come."""
        years = [year for role, year in roles if role == "value" and year is not None]
        # what came of it in the year itself is nothing to start from
        over = [role == "base" and year is not None and year >= min(years, default=year + 1) for role, year in roles]
        roles = [("done", None) if done else role for role, done in zip(roles, over, strict=True)]
        start = self._years.period[0] if self._years.period else None
        first = min(years, default=None)
        settled: list[tuple[Role, int | None]] = []
        for role, year in roles:
            early = year is not None and (year < start if start is not None else year == first and len(set(years)) > 1)
            settled.append(("base", year) if role == "value" and early else (role, year))
        return settled

    def _cells(self, row: Sequence[Cell], wanted: Role) -> list[Cell]:
        return [cell for (role, _), cell in zip(self.roles, row, strict=False) if role == wanted and cell.text.strip()]

    def _text(self, row: Sequence[Cell], wanted: Role) -> str:
        cells = self._cells(row, wanted)
        return cells[0].text.strip() if cells else ""


def _placed(rows: Sequence[Sequence[str]], start: int) -> Iterator[list[Cell]]:
    for row in rows:
        cells = []
        for text in row:
            cells.append(Cell(text, start))
            start += len(text) + 1
        yield cells


def _name_and_unit(name: str, unit: str) -> tuple[str, str]:
    """A row's name without the unit in brackets behind it, and the unit."""
    if not unit and plain(name).endswith("%"):  # 毛入园率%, where the cell of its unit was run into it
        return name.strip()[:-1], "%"
    match = _UNIT_IN_NAME.search(plain(name))
    if match and (not unit or match[1] == unit or match[1] == "%"):
        return name[: match.start()].strip(), unit or match[1]
    return name.strip(), unit


def _bodies(text: str) -> tuple[str, ...]:
    return tuple(body for body in _BODIES.split(text.strip()) if body and body not in NO_VALUE)
