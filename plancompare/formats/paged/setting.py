"""A grid as a page shows it: its cells as paragraphs of runs, its columns with the room they want.

Styles are names of meanings; how a style looks is the medium's business. Texts are as the plans have them: the medium
makes them harmless.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Literal, NamedTuple

from plancompare.telling.blocks import (
    MARKS,
    UNQUANTIFIED,
    Blank,
    Cell,
    Column,
    Count,
    Grid,
    Line,
    Mark,
    Names,
    Passage,
    Report,
)
from plancompare.telling.text import cells
from plancompare.telling.words import say

_WORD = re.compile(r"[!-~–]+")  # what no line breaks inside; Chinese breaks anywhere
WHOLE = 12  # columns of a word that is kept together
LONGEST = 22  # columns; a longer word is broken rather than given its room


def longest_word(texts: Iterable[str]) -> int:
    """Columns of the longest run that cannot be broken, as far as it is given room."""
    lengths = (len(part) for text in texts for word in _WORD.findall(text) for part in _parts(word))
    return min(max(lengths, default=0), LONGEST)


def _parts(word: str) -> list[str]:
    """A long word at its hyphens, after which lines break; a short one, such as a date, stays whole."""
    return [word] if len(word) <= WHOLE else [part for part in word.replace("-", "- ").split(" ") if part]


def widest(texts: Iterable[str]) -> int:
    """Columns of the widest text."""
    return max((cells(text) for text in texts), default=0)


def share(wishes: Sequence[int], leasts: Sequence[int], elastic: Sequence[bool], whole: int) -> tuple[int, ...]:
    """Widths that sum to ``whole``: what is wished, else between that and the least, else less than the least.

    Room that nobody wished for goes to the ``elastic`` columns by their wishes (to all, if none is).
    """
    if sum(leasts) >= whole:
        return _exact([whole * least / sum(leasts) for least in leasts], whole)
    if sum(wishes) > whole:
        spare, more = whole - sum(leasts), sum(wishes) - sum(leasts)
        return _exact(
            [least + spare * (wish - least) / more for wish, least in zip(wishes, leasts, strict=True)], whole
        )
    takers = elastic if any(elastic) else [True] * len(wishes)
    weight = sum(wish for wish, takes in zip(wishes, takers, strict=True) if takes)
    left = whole - sum(wishes)
    return _exact(
        [wish + (left * wish / weight if takes else 0) for wish, takes in zip(wishes, takers, strict=True)], whole
    )


def _exact(widths: Sequence[float], whole: int) -> tuple[int, ...]:
    """Whole numbers; what rounding leaves goes to the widest."""
    rounded = [int(width) for width in widths]
    rounded[rounded.index(max(rounded))] += whole - sum(rounded)
    return tuple(rounded)


Style = Literal["", "strong", "faint", "id", "quote", "made", "unsure", "not_found", "not_covered", "not_applicable"]
SlotKind = Literal["text", "label", "number", "mark", "count", "names", "share", "said"]
SAID = (56, 26)  # what each plan says: columns wished for and needed
HEAD, LABEL, SHORT = 9, 14, 6  # columns up to which no head, no label and no other text is broken
ROOM = 13  # columns that any text may wish for
BOLD = 1.08  # width of bold letters to that of plain ones
MARK = 3  # columns of a mark
LEVEL_HEADS = 45  # columns that all plans' heads may take before they are turned
TURNED_HEAD = 16  # columns of the longest head that is turned; longer ones are numbered


class Run(NamedTuple):
    """Words in one style."""

    text: str
    style: Style = ""


Paragraph = tuple[Run, ...]
Content = tuple[Paragraph, ...]


class Slot(NamedTuple):
    """A column as set: head, small words under the head, and the columns of Latin letters it wishes for and needs."""

    head: str
    kind: SlotKind
    wish: int
    least: int
    under: str = ""


class SetLine(NamedTuple):
    """A line as set; ``row`` is the id of the row it is about."""

    cells: tuple[Content, ...]
    row: str = ""


class Setting(NamedTuple):
    """``grid`` as set. ``turned``: the heads of marks stand upright; ``key`` says what numbered heads stand for.

    ``rows``: whether its lines are the rows themselves, to which other grids refer.
    """

    grid: Grid
    slots: tuple[Slot, ...]
    lines: tuple[SetLine, ...]
    turned: bool = False
    key: str = ""
    rows: bool = False


def set_grid(grid: Grid, report: Report) -> Setting:
    """``grid`` for a page: as it is, or with a last column of what each plan says if its cells are marks."""
    if any(column.kind == "mark" for column in grid.columns) and not grid.brief:
        return _promises(grid, report)
    groups = _groups(grid)
    lines = tuple(SetLine(tuple(_stacked(line, group) for group in groups), line.row) for line in grid.lines)
    slots = []
    for at, group in enumerate(groups):
        column, *below = (grid.columns[place] for place in group)
        least, wish = _wanted(column, [_plain(line.cells[at]) for line in lines])
        slots.append(Slot(column.head, column.kind, wish, least, " · ".join(small.head for small in below)))
    return Setting(grid, tuple(slots), lines)


def _groups(grid: Grid) -> list[list[int]]:
    """The places of the columns shown, each with those behind it that stand in its small print."""
    groups: list[list[int]] = []
    for place in grid.shown:
        if grid.columns[place].small and groups:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _stacked(line: Line, group: Sequence[int]) -> Content:
    """What a cell says, and behind its last words the small print."""
    told = _content(line.cells[group[0]])
    small = [str(line.cells[place]) for place in group[1:] if line.cells[place]]
    return _beside(told, [Run(" · ".join(small), "faint")]) if small else told


def _beside(told: Content, small: Sequence[Run]) -> Content:
    """Content with small print behind its last words."""
    *before, last = told or ((),)
    return (*before, (*last, *([Run(" ")] if last else []), *small))


def _wanted(column: Column, texts: Sequence[str]) -> tuple[int, int]:
    """The columns of letters that a column needs and wishes for; heads are bold, and marks may be drawn wide."""
    head, widths = ceil(longest_word([column.head]) * BOLD), widest(texts)
    if column.kind == "count":
        return max(widths + 2, head), max(widths + 2, head, min(cells(column.head) + 1, column.width))
    room = LABEL if column.kind in ("label", "names") else SHORT
    unbroken = min(cells(column.head), HEAD) if " " not in column.head else 0
    whole = max(unbroken, min(widths, room))
    needed = max(head, longest_word(texts), whole) + 1
    return needed, max(min(max(widths, min(cells(column.head), 8)), max(column.width, ROOM)), needed)


def _promises(grid: Grid, report: Report) -> Setting:
    """Number, label with what is told of the row in small print, a mark for each plan, and the plans' own words."""
    columns = grid.columns
    marks = [index for index in grid.shown if columns[index].kind == "mark"]
    label = next(index for index in grid.shown if columns[index].kind == "label")
    before = [index for index in grid.shown if index < label]
    under = [index for index in grid.shown if index > label and index not in marks]
    names, width, turned = _heads([columns[index].head for index in marks])
    small = " · ".join([say("report_key", report.lang), *(columns[index].head for index in under)])
    slots = (
        *(_before(columns[p], [str(line.cells[p] or "") for line in grid.lines]) for p in before),
        Slot(columns[label].head, "label", columns[label].width - 6, 18, small),
        *(Slot(name, "mark", width, width) for name in names),
        Slot(say("report_said", report.lang), "said", *SAID),
    )
    lines = []
    for line in grid.lines:
        told = tuple(_content(line.cells[place]) for place in marks)
        labelled = _beside(_content(line.cells[label]), _small_print(line, under))
        start = tuple(_content(line.cells[place]) for place in before)
        lines.append(SetLine((*start, labelled, *told, tuple(_said(line, report))), line.row))
    numbered = not turned and names != tuple(columns[place].head for place in marks)
    key = "; ".join(f"{n} {columns[place].head}" for n, place in enumerate(marks, 1)) if numbered else ""
    return Setting(grid, slots, tuple(lines), turned, say("paged_key", report.lang, names=key) if key else "", True)


def _before(column: Column, texts: Sequence[str]) -> Slot:
    """A column before the label; a number is never broken."""
    least = max(longest_word([*texts, column.head]), min(cells(column.head), SHORT)) + 1
    return Slot(column.head, column.kind, max(column.width, least), least)


def _heads(names: Sequence[str]) -> tuple[tuple[str, ...], int, bool]:
    """Heads of marks, the columns that each takes, and whether they are turned; numbers where names are too long."""
    width = max(MARK, *(cells(n) + 1 if cells(n) <= 8 else max(longest_word([n]), cells(n) // 2 + 2) for n in names))
    if len(names) * (width + 1) <= LEVEL_HEADS:
        return tuple(names), width, False
    if widest(names) <= TURNED_HEAD:
        return tuple(names), MARK, True
    return tuple(str(number) for number in range(1, len(names) + 1)), MARK, False


def _content(cell: Cell) -> Content:
    if isinstance(cell, Names):
        last = len(cell.names) - 1
        runs = tuple(Run(name + cell.comma * (number < last)) for number, name in enumerate(cell.names))
        return (runs,) if runs else ()
    if isinstance(cell, Blank):
        state = cell.state if cell.state in MARKS else "faint"
        return ((Run(MARKS.get(cell.state, UNQUANTIFIED), state),),)  # type: ignore[arg-type]
    if isinstance(cell, Mark):
        return ((Run(MARKS[cell.state], cell.state),),)
    if isinstance(cell, Count):
        number = f" {cell.value}" if cell.value else ""
        part = (Run("?", "not_covered"),) if cell.part else ()
        return ((Run(MARKS[cell.state], cell.state), Run(number), *part),)
    return () if cell is None or cell == "" else ((Run(str(cell)),),)


def _plain(content: Content) -> str:
    return " ".join("".join(run.text for run in paragraph) for paragraph in content)


def _small_print(line: Line, under: Sequence[int]) -> Paragraph:
    """A row's id, and what is told of it behind its label."""
    told = [str(line.cells[place]) for place in under if line.cells[place]]
    return (Run(line.row, "id"), *(Run(f" · {part}", "faint") for part in told))


def _said(line: Line, report: Report) -> Iterator[Paragraph]:
    """What each plan says, a paragraph for each commitment, why a row cannot apply to a plan, and what may be it."""
    for mark in line.marks:
        for passage in mark.passages:
            yield (Run(report.names[mark.plan], "strong"), *_passage(passage, line.row))
    for mark in line.marks:
        if mark.reason:
            yield Run(report.names[mark.plan], "strong"), Run(f" {mark.reason}")
        yield from _candidates(mark, report)


def _candidates(mark: Mark, report: Report) -> Iterator[Paragraph]:
    """What may be the promise in one plan, each with its score."""
    for passage in mark.candidates:
        start = (Run(report.names[mark.plan], "strong"), Run(" "), Run(MARKS["unsure"], "unsure"))
        yield (*start, Run(f" {passage.score}", "strong"), *_passage(passage))
    if mark.more:
        yield (Run(say("more_candidates", report.lang, count=mark.more), "faint"),)


def _passage(passage: Passage, row: str = "") -> Iterator[Run]:
    """Its id (unless the ``row`` is called by it; the plan is named before), words, figures, place and phrases.

    Of the place only the path: the heading, which may be long, finds nothing more.
    """
    if passage.key != row:
        yield Run(f" {passage.id}", "id")
    if not passage.repeats:
        yield Run(f" {passage.text}")
    if passage.figures:
        yield Run(" ")
        yield Run(f"[{passage.figures}]", "strong")
    place = passage.path or passage.place
    if place:
        yield Run(f" {place}", "faint")
    for quote in passage.quotes:
        yield Run(" ")
        yield Run(f"「{quote}」", "quote")
