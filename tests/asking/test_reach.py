"""A chapter has gaps only in what it treats; what a draft does not touch is no list of rows."""

from pathlib import Path

import pytest

from plancompare.asking.desk.desk import Request, sit_down
from plancompare.asking.desk.said import Said
from plancompare.drafting import is_part, read
from plancompare.model import Commitment, Evidence, Section
from plancompare.telling.blocks import Prose
from plancompare.telling.desk_screen import desk_on_screen
from tests.desks import commitment, corpus, plan

PEER = plan(
    "a",
    [
        commitment("a", "a1", "推行教师县管校聘改革", "staffing"),
        commitment("a", "a2", "建设名师工作室", "training"),
        commitment("a", "a3", "改造老旧校舍", "layout"),
    ],
)


def rows(*texts: tuple[str, str], excerpt: bool = True, every: bool = False) -> tuple[list[str], int, list[str]]:
    """The rows told as gaps, how many cannot be told, and the themes not touched."""
    mine = plan("d", [commitment("d", f"d{n}", text, theme) for n, (theme, text) in enumerate(texts)])
    desk = sit_down(corpus([PEER, mine]), Request("d", ("a",), excerpt=excerpt, every=every))
    assert desk.gaps
    return [gap.row.id for gap in desk.gaps.gaps], desk.gaps.unknown, list(desk.gaps.untouched)


STAFFING = [("staffing", f"补充{subject}教师") for subject in ("音乐", "体育", "美术")]


def test_a_chapter_is_silent_only_on_what_it_treats() -> None:
    assert rows(*STAFFING) == (["a/a1"], 2, ["training", "layout"])
    assert rows(*STAFFING, excerpt=False) == (["a/a1", "a/a2", "a/a3"], 0, ["training", "layout"])


def test_a_single_promise_by_the_way_makes_no_theme_treated() -> None:
    """It touches the theme, so that nobody is told that it does not; nothing there is called missing."""
    assert rows(*STAFFING, ("layout", "修缮围墙")) == (["a/a1"], 2, ["training"])


def test_what_a_curator_said_of_an_excerpt_stands() -> None:
    mine = plan("d", [commitment("d", f"d{n}", text, "staffing") for n, (_, text) in enumerate(STAFFING)], {})
    desk = sit_down(corpus([PEER, mine]), Request("d", ("a",), excerpt=True))
    assert desk.gaps
    assert (desk.gaps.gaps, desk.gaps.unknown) == ((), 3)


@pytest.mark.parametrize(("count", "untouched"), [(1, ["training"]), (2, ["training"]), (3, [])])
def test_a_row_of_a_table_is_no_chapter(count: int, untouched: list[str]) -> None:
    """Its figure is held against the peers' all the same; several rows of a theme make one that is touched."""
    cells = [f"指标{'甲乙丙'[n]}" for n in range(count)]
    rows_of_table = [
        commitment("d", f"t{n}", f"{cell}达到90%", "training")._replace(evidence=(Evidence(cell),))
        for n, cell in enumerate(cells)
    ]
    mine = plan("d", [commitment("d", "d1", "补充音乐教师", "staffing"), *rows_of_table])
    said = [Said(cell, Section("", "一", ""), "cell") for cell in cells]
    desk = sit_down(corpus([PEER, mine]), Request("d", ("a",)), said=said)
    assert desk.gaps
    assert list(desk.gaps.untouched) == [*untouched, "layout"]
    assert [gap.touched for gap in desk.gaps.gaps if gap.row.theme == "training"] == [not untouched]


def test_themes_not_touched_are_one_paragraph_with_their_rows_counted() -> None:
    mine = plan("d", [commitment("d", "d1", "补充音乐教师", "staffing")])
    desk = sit_down(corpus([PEER, mine]), Request("d", ("a",)))
    prose = [block.text for block in desk_on_screen(desk, "en") if isinstance(block, Prose)]
    assert "2 themes not touched (2 promises of peers, not listed): Training, Layout." in prose
    assert desk.listed
    assert [gap.row.id for gap in desk.listed.missing] == ["a/a1"]
    zh = [block.text for block in desk_on_screen(desk, "zh") if isinstance(block, Prose)]
    assert "草案未涉及 2 个主题（同类规划 2 条，不列）：教师培训、资源布局。" in zh


BODY = "健全师德考核制度。每年开展师德专题教育。\n完善绩效工资制度，向一线教师倾斜。\n"


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("a.txt", f"第三章 教师队伍建设\n{BODY}", True),
        ("a.txt", f"云岫区“十五五”教育规划\n第三章 教师队伍建设\n{BODY}", True),
        ("a.txt", f"云岫区“十五五”教育规划第三章（讨论稿）\n一、师德\n{BODY}二、待遇\n{BODY}", True),
        ("a.txt", f"云岫区“十五五”教育规划教师队伍部分（讨论稿）\n一、师德\n{BODY}二、待遇\n{BODY}", True),
        ("a.txt", f"云岫区“十五五”教育规划\n（节选）\n一、师德\n{BODY}二、待遇\n{BODY}", True),
        ("第三章.txt", f"一、师德\n{BODY}二、待遇\n{BODY}", True),
        ("a.txt", f"三、教师队伍建设\n（一）师德\n{BODY}（二）待遇\n{BODY}", True),
        ("a.txt", f"第四篇 教师\n{BODY}第五篇 投入\n{BODY}", True),
        # whole plans, drafts of whole plans, parts of another kind
        ("a.txt", f"云岫区教育规划\n第一章 总则\n{BODY}第三章 教师\n{BODY}", False),
        ("a.txt", f"云岫区“十五五”教育规划（讨论稿）\n一、师德\n{BODY}二、待遇\n{BODY}", False),
        ("a.txt", f"云岫区第四期学前教育行动计划\n一、目标\n{BODY}二、任务\n{BODY}", False),
        ("a.txt", f"关于在部分学校试点的方案\n一、目标\n{BODY}二、任务\n{BODY}", False),
        ("a.txt", BODY, False),
    ],
)
def test_a_text_says_whether_it_is_a_part(tmp_path: Path, name: str, text: str, part: bool) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert is_part(read(path)) is part


def test_themes_stand_in_the_order_of_the_chapters_on_them_not_of_the_aims_in_front() -> None:
    def promise(number: int, theme: str, section: str) -> Commitment:
        one = commitment("d", f"d{number}", f"做好第{number}件事", theme)
        return one._replace(section=Section(section, section, section))

    aims = [promise(n, theme, "一") for n, theme in enumerate(("layout", "staffing", "training"))]
    tasks = [
        promise(3, "staffing", "二"), promise(4, "staffing", "二"), promise(5, "training", "三"),
        promise(6, "layout", "三"), promise(7, "layout", "四"),
    ]  # fmt: skip
    desk = sit_down(corpus([PEER, plan("d", [*aims, *tasks])]), Request("d", ("a",)))
    assert desk.gaps
    assert desk.gaps.chapters == ("staffing", "training", "layout")
