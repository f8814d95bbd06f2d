"""Text files: encodings, pages, soft breaks, what the web page around the text left, tables printed as lines."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from plancompare.drafting import read
from plancompare.drafting.documents.model import T
from plancompare.errors import PlanCompareError
from tests.drafting.documents.support import LONG, notes_of, outline_of, text_file, texts_of

PLAN = f"一、总则\n（一）健全机制。{LONG}\n1.扩大资源\n{LONG}\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    document = read(text_file(tmp_path, mark + PLAN, encoding=encoding))
    assert outline_of(document) == [
        ("heading", "一", "总则"),
        ("heading", "一（一）", "健全机制"),
        ("paragraph", "一（一）", LONG),
        ("heading", "一（一）1", "扩大资源"),
        ("paragraph", "一（一）1", LONG),
    ]
    assert ("doc_encoding" in {note.key for note in document.notes}) == (not encoding.startswith("utf-8"))


def test_a_broken_character_in_utf_8_does_not_make_it_gbk(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.encode() + b"\xe6\x95\n" + LONG.encode())
    assert notes_of(path) == {"doc_lost_characters": {"count": 1}}
    assert LONG in read(path).text


def test_an_encoding_that_nobody_named_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match="neither UTF-8 nor GB18030"):
        read(text_file(tmp_path, "Приве\u0301т ѓ".replace("\u0301", ""), encoding="cp1251"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    assert texts_of(text_file(tmp_path, PLAN.replace("\n", end)))[:2] == ["一、总则", "（一）健全机制"]


def test_blanks_inside_chinese_go_and_between_latin_words_stay(tmp_path: Path) -> None:
    path = text_file(tmp_path, "　　提高 教育\u200b质量\u00ad，实施  STEAM   plan 计划。\n")
    assert texts_of(path) == ["提高教育质量，实施 STEAM plan 计划。"]


def test_a_line_that_begins_with_a_closing_mark_goes_on_with_the_last(tmp_path: Path) -> None:
    assert texts_of(text_file(tmp_path, "加大投入力度\n，健全机制\n\n。落实责任。\n")) == [
        "加大投入力度，健全机制。落实责任。"
    ]


def test_a_wide_gap_parts_a_heading_from_its_text(tmp_path: Path) -> None:
    path = text_file(tmp_path, f"（一）健全机制　　{LONG}\n一、　总　则\n　　全文　　{LONG}\n")
    assert texts_of(path) == ["（一）健全机制", LONG, "一、总则", f"全文{LONG}"]


@pytest.mark.parametrize("mark", ["— {} —", "-{}-", "－ {} －", "第 {} 页 共 3 页", "第{}页", "Page {} of 3", "{}/3"])
def test_page_markers_go_and_are_remembered(tmp_path: Path, mark: str) -> None:
    pages = [
        "一、总则\n\n办好每一所学校，促进公平，办好人民满意的事业，加大投入力度，落实各级各类主体责",
        "任，健全机制。\n\n二、保障",
        LONG,
    ]
    text = "\n".join(f"{page}\n{mark.format(number)}" for number, page in enumerate(pages, 1))
    document = read(text_file(tmp_path, text))
    assert [(b.page, b.text) for b in document.blocks] == [
        (1, "总则"),
        (1, "办好每一所学校，促进公平，办好人民满意的事业，加大投入力度，落实各级各类主体责任，健全机制。"),
        (2, "保障"),
        (3, LONG),
    ]


def test_figures_on_lines_of_their_own_are_no_page_markers(tmp_path: Path) -> None:
    path = text_file(tmp_path, f"{LONG}\n1/2\n{LONG}\n第 8 页\n{LONG}\n")
    assert "1/2" in texts_of(path)


def test_headers_and_footers_go(tmp_path: Path) -> None:
    pages = [f"某区规划文本\n{mark}、第{mark}部分\n{LONG}\n保密 {i}\n" for i, mark in enumerate("一二三四", 1)]
    path = text_file(tmp_path, "\f".join(pages))
    assert texts_of(path) == [told for mark in "一二三四" for told in (f"{mark}、第{mark}部分", LONG)]
    assert notes_of(path)["doc_headers"] == {"count": 8}
    assert [b.page for b in read(path).blocks] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_marks_of_sharing_sites_inside_words_go(tmp_path: Path) -> None:
    body = f"一、总则{LONG}二、任务" + f"（一）甲类。{LONG}（二）乙类。{LONG}" * 3
    cut = [body[i : i + 170] for i in range(0, len(body), 170)]
    path = text_file(tmp_path, "\n".join(f"{number}、{piece}" for number, piece in enumerate(cut, 1)))
    assert notes_of(path)["doc_marks_inside"] == {"count": len(cut)}
    blocks = read(path).blocks
    assert sum(LONG in block.text for block in blocks) == 7
    assert blocks[-1].page == len(cut)


def test_a_list_that_looks_like_such_marks_stays(tmp_path: Path) -> None:
    path = text_file(tmp_path, "\n".join(f"{number}、{LONG * 4}" for number in range(1, 6)))
    assert [b.number for b in read(path).blocks if b.kind != "paragraph"] == ["1、", "2、", "3、", "4、", "5、"]


def test_a_list_of_short_lines_is_no_such_marks(tmp_path: Path) -> None:
    assert texts_of(text_file(tmp_path, "任务\n1、甲类经费\n2、乙类经费\n3、丙类经费\n"))[1:] == [
        "1、甲类经费",
        "2、乙类经费",
        "3、丙类经费",
    ]


def wrapped(text: str, width: int = 30, indent: str = "　　") -> str:
    """A paragraph in lines of ``width`` characters."""
    text = indent + text
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@pytest.mark.parametrize("indent", ["　　", ""])
def test_hard_wrapped_lines_are_joined(tmp_path: Path, indent: str) -> None:
    other = "完善各项制度，健全督导评估体系，压实各方责任，建立台账，定期调度，按月通报，年底考核，确保见到实效"
    parts = [
        "一、总则",
        wrapped(LONG, indent=indent),
        "（一）机制",
        wrapped(other + "。", indent=indent),
        wrapped(LONG, indent=indent),
    ]
    path = text_file(tmp_path, "\n".join(parts) + "\n")
    assert texts_of(path) == ["一、总则", LONG, "（一）机制", other + "。", LONG]
    assert notes_of(path)["doc_soft_breaks"]["count"] == 3


def test_a_line_that_ends_a_sentence_at_full_width_goes_on_where_paragraphs_are_indented(tmp_path: Path) -> None:
    first = "甲" * 27 + "。" + "乙" * 35 + "。"
    text = "\n".join(wrapped(piece) for piece in (first, LONG, LONG))
    assert texts_of(text_file(tmp_path, text))[0] == first


def test_an_indented_line_begins_a_paragraph_even_after_a_full_one(tmp_path: Path) -> None:
    name, shorter = "　　" + "名" * 28, LONG[:45] + "。"
    text = "\n".join([wrapped(shorter), name, wrapped(shorter), wrapped(shorter)])
    assert texts_of(text_file(tmp_path, text)) == [shorter, "名" * 28, shorter, shorter]


def test_what_the_page_around_the_text_says_goes(tmp_path: Path) -> None:
    text = f"""首页 > 政务公开 > 规划计划
某区“十四五”规划
发布日期：2021-12-31 来源：区政府办
【字体：大 中 小】 打印 关闭
{PLAN}（二）分工
主办单位：区教委
{LONG}
上一页 [1] [2] 下一页
猜你喜欢
周边新闻一则
另一则新闻
版权所有：某区人民政府 京ICP备12345号
"""
    path = text_file(tmp_path, text)
    told = texts_of(path)
    assert told[0] == "某区“十四五”规划"
    assert "主办单位：区教委" in told
    assert told[-1] == LONG
    assert notes_of(path)["doc_chrome"]["count"] == 8


def test_facts_above_the_text_are_kept_apart(tmp_path: Path) -> None:
    facts = "• [标  题] 某区教育规划\n  • [发文机构] 某区教委\n• [成文日期] 2021-12-31\n• [废止日期] - - -\n"
    text = f"{facts}某区教育规划\n{PLAN}"
    document = read(text_file(tmp_path, text))
    assert document.about == (("标题", "某区教育规划"), ("发文机构", "某区教委"), ("成文日期", "2021-12-31"))
    assert document.title == "某区教育规划"
    assert [b.kind for b in document.blocks[:2]] == ["title", "heading"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某区教育事业发展“十四五”规划", "某区教育事业发展“十四五”规划"),
        ("某区“十四五”时期\n教育改革和发展规划\n（2021—2025年）", "某区“十四五”时期教育改革和发展规划（2021—2025年）"),
        ("某区人民政府关于印发《某区教育规划》的通知", "某区教育规划"),
        ("某区人民政府关于印发某区教育规划的通知\n各街道办事处：\n某区教育规划", "某区教育规划"),
        ("推动教育高质量发展行动方案.docx", "推动教育高质量发展行动方案"),
        (
            "某区关于印发某区教育规划的通知\n附件：1.某区教育规划\n2.分工表\n某区政府\n附件1\n某区教育规划",
            "某区教育规划",
        ),
        ("某区教育规划\n某区关于印发某区教育规划的通知", "某区教育规划"),
        ("2021年12月", ""),
    ],
)
def test_titles(tmp_path: Path, head: str, title: str) -> None:
    assert read(text_file(tmp_path, f"{head}\n{PLAN}")).title == title


def test_tables_with_one_cell_a_line(tmp_path: Path) -> None:
    cells = (
        "序号\n指标\n2020年\n2025年\n1\n入园率\n85%\n90%\n2\n普惠率\n80%\n90%\n3\n达标率\n70%\n4\n优良率\n60%\n70%\n"
    )
    path = text_file(tmp_path, f"一、目标\n{LONG}\n专栏1：主要指标\n{cells}二、任务\n{LONG}\n")
    table = next(block for block in read(path).blocks if block.kind == "table")
    assert table.rows == (
        ("序号", "指标", "2020年", "2025年"), ("1", "入园率", "85%", "90%"), ("2", "普惠率", "80%", "90%"),
        ("3", "达标率", "", "70%"), ("4", "优良率", "60%", "70%"),
    )  # fmt: skip
    assert (table.caption, table.path) == ("专栏1 主要指标", "一专栏1")
    assert notes_of(path)["doc_printed_table"] == {"line": 4, "rows": 5}
    assert "二、任务" in texts_of(path)


def test_tables_with_columns_apart(tmp_path: Path) -> None:
    path = text_file(tmp_path, f"一、目标\n表1 指标\n指标\t2020\t2025\n入园率\t85%\t90%\n普惠率\t80%\t90%\n{LONG}\n")
    assert read(path).blocks[2].rows == (("指标", "2020", "2025"), ("入园率", "85%", "90%"), ("普惠率", "80%", "90%"))


def test_numbers_in_a_row_are_no_table_without_a_name(tmp_path: Path) -> None:
    path = text_file(tmp_path, "甲乙丙\n1\n2\n3\n4\n")
    assert all(block.kind != "table" for block in read(path).blocks)


def test_contents_pages_go(tmp_path: Path) -> None:
    contents = "目  录\n一、总则……………1\n（一）健全机制………2\n1.扩大资源……3\n"
    path = text_file(tmp_path, f"某区规划\n{contents}{PLAN}")
    assert [b.text for b in read(path).blocks][:2] == ["某区规划", "总则"]
    assert notes_of(path)["doc_contents"] == {"count": 4}


def test_a_text_without_line_ends_gets_its_outline_back(tmp_path: Path) -> None:
    text = f"一、总体要求{LONG}二、工作措施（一）压实责任1.理顺体制。{LONG}2 .强化意识。{LONG}"
    text += f"（二）保障普惠1.扩大资源。{LONG}"
    assert [(b.kind, b.path, b.text) for b in read(text_file(tmp_path, text)).blocks if b.kind == "heading"] == [
        ("heading", "一", "总体要求"),
        ("heading", "二", "工作措施"),
        ("heading", "二（一）", "压实责任"),
        ("heading", "二（一）1", "理顺体制"),
        ("heading", "二（一）2", "强化意识"),
        ("heading", "二（二）", "保障普惠"),
        ("heading", "二（二）1", "扩大资源"),
    ]


def test_the_steps_are_watched(tmp_path: Path) -> None:
    seen: list[object] = []

    def watch(steps: Iterable[T]) -> Iterable[T]:
        for step in steps:
            seen.append(step)
            yield step

    read(text_file(tmp_path, PLAN), watch)
    assert len(seen) == 4
