"""PDF files: words in order by their place, tables by their ruled lines."""

from pathlib import Path

import pytest

from plancompare.drafting import read
from plancompare.drafting.documents.pdf.layout import Glyph, Rule, laid_out, tables, turned
from plancompare.errors import PlanCompareError
from tests.drafting.documents.support import LONG, pdf

SIZE = 12.0


def typed(text: str, x: float, y: float) -> list[Glyph]:
    """A line of type."""
    glyphs = []
    for character in text:
        width = SIZE / 2 if character.isascii() else SIZE
        if not character.isspace():
            glyphs.append(Glyph(x, y, x + width, y + SIZE, character))
        x += width
    return glyphs


def ruled(xs: list[float], ys: list[float]) -> list[Rule]:
    """All lines of a grid."""
    return [Rule(xs[0], y, xs[-1], y) for y in ys] + [Rule(x, min(ys), x, max(ys)) for x in xs]


def test_words_painted_out_of_order_are_put_in_order() -> None:
    glyphs = typed("”", 60, 700) + typed("第二行", 0, 680) + typed("“", 0, 698) + typed("十四五", 12, 701)
    assert [line.text for line in laid_out(glyphs, [], 1)] == ["“十四五”", "第二行"]


def test_gaps_between_words_and_columns() -> None:
    glyphs = typed("plan of action", 0, 700) + typed("甲", 0, 680) + typed("乙", 60, 680)
    assert [line.text for line in laid_out(glyphs, [], 1)] == ["plan of action", "甲\t乙"]


def test_indents_and_gaps() -> None:
    glyphs = typed("首行文字文字", 24, 700) + typed("次行文字文字文字", 0, 680) + typed("三行文字文字文字", 0, 660)
    glyphs += typed("另段", 0, 600)
    assert [(line.indent, line.gap) for line in laid_out(glyphs, [], 1)] == [
        (4, False),
        (0, False),
        (0, False),
        (0, True),
    ]


def test_cells_of_a_grid_and_text_around_it() -> None:
    glyphs = typed("前文", 0, 720) + typed("后文", 0, 580)
    for row, y in enumerate((680, 650, 620)):
        for column, x in enumerate((5, 105)):
            glyphs += typed(f"格{row}{column}", x, y)
    lines = laid_out(glyphs, ruled([0, 100, 200], [700, 670, 640, 610]), 3)
    assert [line.text for line in lines] == ["前文", "", "后文"]
    assert lines[1].rows == (("格00", "格01"), ("格10", "格11"), ("格20", "格21"))
    assert {line.page for line in lines} == {3}


def test_cells_without_a_border_between_them_are_one() -> None:
    uprights = [Rule(0, 640, 0, 700), Rule(200, 640, 200, 700), Rule(100, 640, 100, 670)]
    rules = [*ruled([0, 100, 200], [700, 670, 640])[:3], *uprights]
    glyphs = typed("横跨两栏", 60, 680) + typed("左", 5, 650) + typed("右", 105, 650)
    assert laid_out(glyphs, rules, 1)[0].rows == (("横跨两栏", "横跨两栏"), ("左", "右"))


def test_a_table_may_leave_its_sides_open() -> None:
    rules = [*(Rule(0, y, 200, y) for y in (700, 670, 640)), Rule(100, 640, 100, 700)]
    glyphs = [
        g for x, y, t in ((5, 680, "甲"), (105, 680, "乙"), (5, 650, "丙"), (105, 650, "丁")) for g in typed(t, x, y)
    ]
    assert laid_out(glyphs, rules, 1)[0].rows == (("甲", "乙"), ("丙", "丁"))


def test_a_frame_and_a_line_are_no_tables() -> None:
    assert not list(tables([*ruled([0, 200], [700, 600]), Rule(300, 500, 500, 500)]))


def test_a_pdf_goes_through(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    first = [(50.0, 760.0, "某区规划文本"), (50.0, 700.0, "一、总则")]
    first += [
        (50.0 + 24 * (i == 0), 680.0 - 20 * i, LONG[28 * i - 2 * (i > 0) :][: 28 - 2 * (i == 0)]) for i in range(3)
    ]
    second = [
        (50.0, 760.0, "某区规划文本"),
        (50.0, 700.0, "（一）健全机制"),
        (74.0, 680.0, LONG[:26]),
        (50.0, 660.0, LONG[26:54]),
    ]
    second += [(50.0, 640.0, LONG[54:]), (290.0, 20.0, "- 2 -")]
    third = [(50.0, 760.0, "某区规划文本"), (50.0, 700.0, "二、保障"), (50.0, 680.0, "落实。"), (290.0, 20.0, "- 3 -")]
    document = read(pdf(tmp_path, [[*first, (290.0, 20.0, "- 1 -")], second, third]))
    assert [(b.page, f"{b.number}{b.text}") for b in document.blocks] == [
        (1, "一、总则"), (1, LONG), (2, "（一）健全机制"), (2, LONG), (3, "二、保障"), (3, "落实。"),
    ]  # fmt: skip
    assert document.kind == "pdf"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_are_shown_turned(turn: int) -> None:
    """A page is drawn so that it stands upright once it is turned clockwise."""
    lying = {0: (3, 2), 90: (-2, 3), 180: (-3, -2), 270: (2, -3)}
    assert turned(*lying[turn], turn) == (3, 2)


def test_a_table_that_a_turn_of_the_page_cuts_is_one(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    grid = "0.5 w " + " ".join(f"50 {y} m 450 {y} l S" for y in (700, 670, 640)) + " "
    grid += " ".join(f"{x} 640 m {x} 700 l S" for x in (50, 250, 450))
    first = [(60.0, 680.0, "指标"), (260.0, 680.0, "数值"), (60.0, 650.0, "入园率达到的比例，"), (260.0, 650.0, "九成")]
    second = [
        (60.0, 680.0, "指标"),
        (260.0, 680.0, "数值"),
        (60.0, 650.0, "普惠率达到的比例，"),
        (260.0, 650.0, "八成"),
    ]
    filler = [(50.0, 600.0 - 20 * i, LONG[:30]) for i in range(2)]
    document = read(
        pdf(tmp_path, [[(50.0, 760.0, "表1 指标"), (50.0, 740.0, LONG[:30]), *first], [*second, *filler]], grid)
    )
    table = next(block for block in document.blocks if block.kind == "table")
    assert table.rows == (("指标", "数值"), ("入园率达到的比例，", "九成"), ("普惠率达到的比例，", "八成"))


@pytest.mark.parametrize(
    ("trailer", "texts", "told"),
    [
        ("", [(50.0, 700.0, "1")], "a scan without text; recognise its text first"),
        (
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
            + "11" * 32
            + "> /U <"
            + "22" * 32
            + "> >> /ID [<00><00>]",
            [(50.0, 700.0, LONG)],
            "locked with a password",
        ),
    ],
)
def test_scans_and_locked_files(tmp_path: Path, trailer: str, texts: list[tuple[float, float, str]], told: str) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(PlanCompareError, match=told):
        read(pdf(tmp_path, [texts], trailer=trailer))


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_a_file_that_is_cut_off(tmp_path: Path, share: float) -> None:
    pytest.importorskip("pypdfium2")
    path = pdf(tmp_path, [[(50.0, 700.0, LONG)]])
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(PlanCompareError, match="cut off or damaged"):
        read(path)


def test_without_the_engine_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(PlanCompareError, match="pip install"):
        read(pdf(tmp_path, [[(50.0, 700.0, LONG)]]))
