"""What is a heading, what an item, and where each stands."""

import pytest

from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.outline import outline
from tests.drafting.documents.support import LONG


def told(*lines: str) -> list[tuple[str, int, str, str]]:
    """Kind, level, path and text of the blocks that lines make."""
    blocks = outline([Paragraph(line, number) for number, line in enumerate(lines, 1)])
    return [(block.kind, block.level, block.path, block.text) for block in blocks]


def test_chapters_sections_and_what_is_under_them() -> None:
    lines = [
        "第一章 总则",
        "第一节 基础",
        "一、现状",
        LONG,
        "（一）成效",
        LONG,
        "第二节 目标",
        LONG,
        "第二章 任务",
        LONG,
    ]
    assert [(kind, level, path) for kind, level, path, _ in told(*lines)] == [
        ("heading", 1, "第一章"), ("heading", 2, "第一章第一节"), ("heading", 3, "第一章第一节一"),
        ("paragraph", 0, "第一章第一节一"),
        ("heading", 4, "第一章第一节一（一）"), ("paragraph", 0, "第一章第一节一（一）"),
        ("heading", 2, "第一章第二节"), ("paragraph", 0, "第一章第二节"),
        ("heading", 1, "第二章"), ("paragraph", 0, "第二章"),
    ]  # fmt: skip


def test_decimals_say_their_parents_themselves() -> None:
    lines = ["1.总则", LONG, "1.1 目标", LONG, "1.1.1 细目", LONG, "2.任务", LONG, "2.1 甲", LONG]
    assert [path for kind, _, path, _ in told(*lines) if kind == "heading"] == ["1", "1.1", "1.1.1", "2", "2.1"]


def test_levels_may_be_missing() -> None:
    lines = ["一、总则", "1.甲", LONG, "（1）甲一", LONG, "二、任务", "（一）乙", LONG]
    assert [path for kind, _, path, _ in told(*lines) if kind == "heading"] == [
        "一",
        "一1",
        "一1（1）",
        "二",
        "二（一）",
    ]


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        ("（一）健全机制。" + LONG, "健全机制", LONG),
        ("（一）健全机制：" + LONG, "健全机制", LONG),
        ("一、指导思想" + LONG, "指导思想", LONG),
        ("1.加强党的领导,完善机制。" + LONG, "加强党的领导,完善机制", LONG),
    ],
)
def test_headings_that_run_into_their_text(line: str, heading: str, rest: str) -> None:
    assert [(kind, text) for kind, _, _, text in told(line)] == [("heading", heading), ("paragraph", rest)]


@pytest.mark.parametrize(
    "line",
    [
        "1.到2025年，学位供给更加充足。" + LONG,
        "1.普惠率达到90%。其中公办达到60%。",
        "1." + LONG,
        "1.新建、改建、扩建，配套建设，接收移交，办好学校。" + LONG,
        "1.新建十所；改建十所。",
    ],
)
def test_items_that_begin_with_no_heading(line: str) -> None:
    assert [(kind, text) for kind, _, _, text in told("一、任务", line)][1] == ("item", line[2:])


def test_lists_are_items_and_text_behind_them_is_not_under_the_last() -> None:
    lines = [
        "（一）任务",
        "1.新建十所；",
        "2.改建十所；",
        "3.扩建十所。",
        LONG,
        "（二）保障",
        "1.甲类经费",
        "2.乙类经费",
        LONG,
    ]
    assert [(kind, level, path) for kind, level, path, _ in told(*lines)] == [
        ("heading", 1, "（一）"), ("item", 1, "（一）1"), ("item", 1, "（一）2"), ("item", 1, "（一）3"),
        ("paragraph", 0, "（一）"),
        ("heading", 1, "（二）"), ("item", 1, "（二）1"), ("item", 1, "（二）2"), ("paragraph", 0, "（二）"),
    ]  # fmt: skip


def test_items_under_items() -> None:
    lines = [
        "一、任务",
        "1.建设工程，包括：",
        "（1）甲工程；",
        "（2）乙工程；",
        "①甲子项；",
        "2.改造工程，包括：",
        "一是丙；",
    ]
    assert [(level, path) for kind, level, path, _ in told(*lines) if kind == "item"] == [
        (1, "一1"), (2, "一1（1）"), (2, "一1（2）"), (3, "一1（2）①"), (1, "一2"), (2, "一2一是"),
    ]  # fmt: skip


def test_numbered_sentences_are_items() -> None:
    assert [(kind, text) for kind, _, _, text in told("一、任务", "（一）新建十所学校。", "（二）改建十所学校。")][
        1:
    ] == [
        ("item", "新建十所学校。"),
        ("item", "改建十所学校。"),
    ]


def test_a_chapter_that_runs_into_its_text_still_holds_what_follows() -> None:
    lines = ["二、" + LONG, "1.甲", LONG, "2.乙", LONG]
    assert [(kind, path) for kind, _, path, _ in told(*lines)] == [
        ("item", "二"), ("heading", "二1"), ("paragraph", "二1"), ("heading", "二2"), ("paragraph", "二2"),
    ]  # fmt: skip


def test_numbers_that_begin_anew_in_a_box_do_not_leave_it() -> None:
    lines = [
        "（一）任务",
        "1.甲",
        LONG,
        "2.乙",
        LONG,
        "专栏1 工程",
        "1.子",
        LONG,
        "2.丑",
        LONG,
        "3.丙",
        LONG,
        "（二）保障",
    ]
    assert [path for kind, _, path, _ in told(*lines) if kind == "heading"] == [
        "（一）", "（一）1", "（一）2", "（一）2专栏1", "（一）2专栏1·1", "（一）2专栏1·2", "（一）2专栏1·3", "（二）",
    ]  # fmt: skip


def test_numbers_that_go_on_behind_a_box_leave_it() -> None:
    lines = ["（一）任务", "1.甲", LONG, "2.乙", LONG, "专栏1 工程", LONG, "3.丙", LONG]
    assert [path for kind, _, path, _ in told(*lines) if kind == "heading"][-2:] == ["（一）2专栏1", "（一）3"]


def test_annexes_begin_anew_and_take_the_next_line_for_their_name() -> None:
    lines = ["一、任务", LONG, "附件1", "重点项目表", "一、甲", LONG, "附件2：分工表", LONG, "附件3"]
    assert [(path, text) for kind, _, path, text in told(*lines) if kind == "heading"] == [
        ("一", "任务"), ("附件1", "重点项目表"), ("附件1一", "甲"), ("附件2", "分工表"),
    ]  # fmt: skip


def test_a_list_of_annexes_is_no_annex() -> None:
    lines = [LONG, "附件：1.项目表", "2.分工表", "某区人民政府"]
    assert [(kind, path, text) for kind, _, path, text in told(*lines)][1:] == [
        ("paragraph", "", "附件："), ("item", "1", "项目表"), ("item", "2", "分工表"),
        ("paragraph", "", "某区人民政府"),
    ]  # fmt: skip


def test_short_first_sentences_are_headings_where_the_document_does_so() -> None:
    body = [f"{name}。{LONG}" for name in ("加强队伍建设", "健全管理制度", "深化教学改革", "完善督导体系")]
    blocks = told("（一）实施工程。", *body, "单独一段，没有标题。")
    assert [(kind, level, path, text) for kind, level, path, text in blocks][:3] == [
        ("heading", 1, "（一）", "实施工程"),
        ("heading", 2, "（一）", "加强队伍建设"),
        ("paragraph", 0, "（一）", LONG),
    ]


def test_short_first_sentences_count_over_the_whole_document() -> None:
    lines = [line for mark in "一二三四" for line in (f"（{mark}）部分", f"加强{mark}类建设。{LONG}")]
    assert [text for kind, _, _, text in told(*lines) if kind == "heading"][1::2] == [
        f"加强{m}类建设" for m in "一二三四"
    ]


def test_a_list_that_begins_anew_is_another_list() -> None:
    lines = ["一、任务", "1.甲类", LONG, "2.乙类", LONG, "有下列项目", "1.丙类", "2.丁类"]
    assert [(kind, text) for kind, _, _, text in told(*lines)][-2:] == [("item", "丙类"), ("item", "丁类")]


def test_a_table_is_named_by_the_line_above_its_unit() -> None:
    lines = [
        Paragraph("表2 主要指标", 1),
        Paragraph("（单位：万人）", 2),
        Paragraph("", 3, rows=(("甲", "1"), ("乙", "2"))),
    ]
    assert outline(lines)[-1].caption == "表2 主要指标"


def test_short_first_sentences_are_text_elsewhere() -> None:
    body = ["前景很好。" + LONG, LONG + LONG, LONG + LONG, LONG + LONG]
    assert [kind for kind, _, _, _ in told("（一）形势", *body)] == ["heading"] + ["paragraph"] * 4


def test_short_lines_before_long_paragraphs_are_headings() -> None:
    lines = [LONG, "发展目标", LONG, "保障措施", LONG, "2021年12月", LONG]
    assert [(kind, text) for kind, _, _, text in told(*lines) if kind == "heading"] == [
        ("heading", "发展目标"),
        ("heading", "保障措施"),
    ]


def test_styles_and_numbers_together() -> None:
    lines = [
        Paragraph("任务", 1, style=1, number="第一章"), Paragraph("前言", 2, style=2), Paragraph(LONG, 3),
        Paragraph("目标", 4, style=2, number="一、"), Paragraph("概述", 5, style=3), Paragraph(LONG, 6),
        Paragraph("保障", 7, style=1),
    ]  # fmt: skip
    assert [(b.level, b.path, b.text) for b in outline(lines) if b.kind == "heading"] == [
        (1, "第一章", "任务"), (2, "第一章", "前言"), (2, "第一章一", "目标"), (3, "第一章一", "概述"), (1, "", "保障"),
    ]  # fmt: skip


def test_a_chapter_whose_name_begins_like_a_word_for_rules_is_one() -> None:
    assert [(kind, path) for kind, _, path, _ in told("第一章  规划背景", LONG, "依照第三条规定执行。")] == [
        ("heading", "第一章"),
        ("paragraph", "第一章"),
        ("paragraph", "第一章"),
    ]
