"""Names of plans over their columns: whole on every screen, however many plans there are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.formats.terminal import write
from plancompare.formats.terminal.heads import head_lines, head_widths, stack
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Lang
from plancompare.telling.blocks import Column, Count, Grid, Line, Mark
from plancompare.telling.text import cells

NAMES = (
    "朝阳", "石景山区", "三明市三元区", "Upper Dale", "延平", "漳州市长泰区", "思明", "鹿城", "Northumberland",
    "玉泉", "甲市",
)  # fmt: skip
name_texts = st.text("朝阳区石景山 abcdefghij-", min_size=1, max_size=24).filter(lambda name: name.strip())


def letters(text: str) -> str:
    return "".join(text.split())


@given(name_texts, st.integers(2, 20))
def test_a_name_in_lines_is_whole_and_no_line_is_wider_than_its_column(name: str, width: int) -> None:
    lines = stack(name, width)
    assert letters("".join(lines)) == letters(name)
    assert all(cells(line) <= width for line in lines)


@given(st.lists(st.tuples(name_texts, st.integers(1, 8)), min_size=1, max_size=12), st.integers(2, 120))
def test_heads_have_the_room_that_their_columns_need(columns: list[tuple[str, int]], room: int) -> None:
    names, least = zip(*columns, strict=True)
    widths = head_widths(names, least, room)
    if widths is None:
        assert sum(max(width, 2) for width in least) > room
        return
    assert sum(widths) <= room and all(width >= floor for width, floor in zip(widths, least, strict=True))
    drawn = list(head_lines(names, widths))
    for at, name in enumerate(names):
        assert letters("".join(line[at] for line in drawn)) == letters(name)


def columns_of(lines: Sequence[str], rule: str) -> list[str]:
    """What stands over each dash-ruled column but the first."""
    told, start = [], 0
    for dashes in rule.split():
        at = rule.index(dashes, start)
        start = at + len(dashes)
        told.append("".join(_part(line, at, start) for line in lines))
    return told[1:]


def _part(line: str, low: int, high: int) -> str:
    """The characters of a line between two columns of a screen."""
    taken, used = [], 0
    for character in line:
        if low <= used < high:
            taken.append(character)
        used += cells(character)
    return "".join(taken)


def matrix(plans: int, lang: Lang) -> Grid:
    """A matrix as full as the shipped plans fill it."""
    names = NAMES[:plans]
    theme = "德育与思想政治教育" if lang == "zh" else "Moral and ideological-political education"
    full = tuple(Count(name, "made", 23, part=not at % 3, missing=14 - at) for at, name in enumerate(names))
    blank = tuple(Count(name, "not_covered", 0) for name in names)
    lines = (
        Line((theme, *full, "11/11" if lang == "zh" else "11 of 11"), "moral"),
        Line((theme, *blank, "0/0"), "arts"),
    )
    columns = (Column("theme", "label"), *(Column(name, "count", plan=name) for name in names), Column("k of n"))
    return Grid("matrix", "matrix", "", columns, lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize("plans", range(2, 12))
def test_every_name_and_count_of_a_matrix_is_whole(plans: int, width: int, lang: Lang) -> None:
    screen = Screen(lang, width=width, fixed=True)
    write([matrix(plans, lang)], screen)
    assert all(cells(line) <= width for line in screen.lines)
    found: list[str] = []
    for at, line in enumerate(screen.lines):
        if line and not set(line) - {"-", " "}:
            above = screen.lines[:at]
            table = above[above.index("") + 1 :] if "" in above else above
            found += columns_of(table, line)[:-1]
    assert [letters(name) for name in found] == [letters(name) for name in NAMES[:plans]]
    for at in range(plans):
        assert f"○{14 - at}" in "\n".join(screen.lines)


def test_eleven_plans_stand_in_one_table_of_80_columns() -> None:
    for lang in ("zh", "en"):
        screen = Screen(lang, width=80, fixed=True)
        write([matrix(11, lang)], screen)
        assert sum(bool(line) and not set(line) - {"-", " "} for line in screen.lines) == 1


@pytest.mark.parametrize("plans", range(2, 12))
@pytest.mark.parametrize("brief", [True, False])
def test_names_over_signs_of_rows_are_whole(plans: int, brief: bool) -> None:
    names = NAMES[:plans]
    marks = tuple(Mark(name, "not_found") for name in names)
    columns = (Column("row", "label"), Column("k of n"), *(Column(name, "mark", plan=name) for name in names))
    screen = Screen(width=80)
    write([Grid("rows", "rows", "", columns, (Line(("a promise", "2 of 3", *marks)),), brief=brief)], screen)
    signs = next(at for at, line in enumerate(screen.lines) if line.startswith("○"))
    starts = [at for at, sign in enumerate(screen.lines[signs]) if sign == "○"]
    for start, end, name in zip(starts, [*starts[1:], 80], names, strict=False):
        over = "".join(_part(line, start, end) for line in screen.lines[:signs])
        assert letters(over) == letters(name)
    assert all(cells(line) <= 80 for line in screen.lines)
