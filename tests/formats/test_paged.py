"""What formats with pages share: widths, chapters that lie across, tall lines cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.formats.paged.chapters import (
    SIZES,
    Chapter,
    Table,
    chapters,
    dated,
    head_line,
    page_number,
    paper,
)
from plancompare.formats.paged.pieces import PIECE, pieces
from plancompare.formats.paged.setting import Content, Run, SetLine, Setting, Slot, longest_word, set_grid, share
from plancompare.model import Lang
from plancompare.telling.blocks import Column, Grid, Line, unwatched
from plancompare.telling.text import cells
from tests.formats.reports import report

COLUMNS = st.lists(st.tuples(st.integers(1, 500), st.integers(0, 500), st.booleans()), min_size=1, max_size=12)


@given(COLUMNS, st.integers(100, 20000))
def test_widths_are_shared_out_to_the_whole(columns: list[tuple[int, int, bool]], whole: int) -> None:
    leasts = [least for least, _, _ in columns]
    wishes = [least + more for least, more, _ in columns]
    widths = share(wishes, leasts, [elastic for _, _, elastic in columns], whole)
    assert sum(widths) == whole
    if sum(leasts) <= whole:
        assert all(width >= least for width, least in zip(widths, leasts, strict=True))
    if sum(wishes) <= whole:
        assert all(width >= wish for width, wish in zip(widths, wishes, strict=True))
    else:
        assert all(width <= wish + len(columns) for width, wish in zip(widths, wishes, strict=True))


def test_room_left_goes_to_columns_of_words() -> None:
    assert share([10, 20, 30], [5, 5, 5], [True, False, True], 100) == (20, 20, 60)
    assert share([10, 10], [5, 5], [False, False], 40) == (20, 20)


@pytest.mark.parametrize(
    ("text", "columns"), [("教育规划", 0), ("a b", 1), ("2026-11-21", 10), ("2021–2025", 9), ("x" * 99, 22)]
)
def test_longest_word(text: str, columns: int) -> None:
    assert longest_word([text]) == columns


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plans", [1, 2, 5, 11, 30])
def test_every_table_fits_its_paper(lang: Lang, plans: int) -> None:
    numbers = []
    for chapter in chapters(report(lang, {f"p{n}": f"规划{n}" for n in range(plans)}), unwatched):
        for block in chapter.blocks:
            if isinstance(block, Table):
                numbers.append(block.number)
                assert sum(block.widths) == paper(lang, chapter.across).measure
                assert block.size in SIZES
    assert numbers == [1, 2, 3, 4]


def test_a_chapter_lies_across_if_one_of_its_tables_is_wide() -> None:
    told = list(chapters(report("zh"), unwatched))
    assert [chapter.across for chapter in told] == [False, False, False, True, False]
    many = list(chapters(report("zh", {f"p{n}": f"规划{n}" for n in range(11)}), unwatched))
    assert [chapter.across for chapter in many] == [False, False, True, True, False]


def test_an_empty_report_has_one_empty_chapter() -> None:
    assert list(chapters(report()._replace(blocks=()), unwatched)) == [Chapter(())]


def test_marks_are_told_with_what_each_plan_says() -> None:
    grid = next(grid for grid in report("zh").grids if grid.sheet == "rows")
    setting = set_grid(grid, report("zh"))
    assert [slot.kind for slot in setting.slots] == ["text", "label", "mark", "mark", "said"]
    assert [slot.head for slot in setting.slots] == ["序号", "一条", "北区", "南区", "各规划的表述"]
    assert setting.slots[1].under == "编号 · 作出 · 依据"
    number, label, north, south, said = setting.lines[0].cells
    assert number == ((Run("1.0"),),)
    assert label == ((Run("一条"), Run(" "), Run("r/row-0", "id"), Run(" · 1/2", "faint"), Run(" · 一条", "faint")),)
    assert (north, south) == (((Run("●", "made"),),), ((Run("◐", "unsure"),),))
    told = ["".join(run.text for run in part) for part in said]
    assert told == [
        "北区 x-0 一条 [一条] 一条 「一条」",
        "南区 ◐ 57 y-0 一条 [一条] 一条 「一条」",
        "另有 2 条可能",
    ]


def test_words_that_the_label_has_are_not_told_again() -> None:
    held = report("zh")
    grid = next(grid for grid in held.grids if grid.sheet == "rows")
    mark = next(grid.lines[0].marks)
    passage = mark.passages[0]._replace(repeats=True, figures="", place="")
    line = grid.lines[0]._replace(cells=(*grid.lines[0].cells[:5], mark._replace(passages=(passage,)), None))
    said = set_grid(grid._replace(lines=(line,)), held).lines[0].cells[-1]
    assert ["".join(run.text for run in part) for part in said] == ["北区 x-0 「一条」"]


@pytest.mark.parametrize(
    ("names", "turned", "heads"),
    [
        (["北", "南"], False, ["北", "南"]),
        ([f"规划{n}" for n in range(11)], True, [f"规划{n}" for n in range(11)]),
        (["一个很长很长的规划名称"] * 9, False, [str(n) for n in range(1, 10)]),
    ],
)
def test_heads_of_marks(names: list[str], turned: bool, heads: list[str]) -> None:
    held = report("zh", {f"p{n}": name for n, name in enumerate(names)})
    setting = set_grid(next(grid for grid in held.grids if grid.sheet == "rows"), held)
    assert [slot.head for slot in setting.slots if slot.kind == "mark"] == heads
    assert setting.turned == turned
    assert bool(setting.key) == (heads != names)


def tall(*contents: Content) -> tuple[Table, SetLine]:
    """A table of one line."""
    line = SetLine(contents)
    slots = tuple(Slot("x", "text", 20, 10) for _ in contents)
    grid = Grid("g", "g", "", (Column("x"),), (Line(("",)),))
    return Table(1, Setting(grid, slots, (line,)), 9, 90, (2000,) * len(contents)), line


def test_short_lines_stay_whole() -> None:
    table, line = tall(((Run("短"),),), ())
    assert pieces(table, line) == (line.cells,)


@given(st.lists(st.lists(st.text("文字ab ", min_size=1, max_size=400), min_size=1, max_size=3), min_size=1, max_size=4))
def test_pieces_hold_every_word_in_its_order(paragraphs: list[list[str]]) -> None:
    content = tuple(tuple(Run(text, "strong") for text in part) for part in paragraphs)
    table, line = tall(content, ((Run("短"),),))
    cut = pieces(table, line)
    assert all(len(piece) == 2 for piece in cut)
    told = "".join(run.text for piece in cut for part in piece[0] for run in part)
    assert told == "".join(text for part in paragraphs for text in part)
    assert "".join(run.text for piece in cut for part in piece[1] for run in part) == "短"
    if len(cut) > 1:
        room = (2000 - 120) // 90 * PIECE
        assert all(sum(cells(run.text) for part in piece[0] for run in part) <= room for piece in cut)


@pytest.mark.parametrize(
    ("date", "lang", "told"),
    [
        ("2026-03-07", "zh", "资料截至2026年3月7日"),
        ("2026", "zh", "资料截至2026年"),
        ("2026-03-07", "en", "Inputs up to 2026-03-07"),
        ("", "zh", ""),
    ],
)
def test_dates_are_told(date: str, lang: Lang, told: str) -> None:
    assert dated(report(lang)._replace(date=date)) == told


def test_heads_and_feet_of_pages() -> None:
    assert page_number("zh") == ("— ", " / ", " —")
    assert page_number("en") == ("Page ", " of ", "")
    assert head_line("短") == "短"
    assert cells(head_line("长" * 99)) <= 72 and head_line("长" * 99).endswith("…")
