"""Word files: styles and automatic numbers."""

from pathlib import Path

import pytest

from plancompare.drafting import read
from tests.drafting.documents.support import HEADINGS, LONG, WORD_STYLES, outline_of, para, word


def numbered(*levels: tuple[str, str], extra: str = "") -> str:
    """A list 1 whose levels have a form and a text."""
    told = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{told}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}'


def at(level: int, list_id: int = 1) -> str:
    """The settings of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_styles_make_the_outline(tmp_path: Path) -> None:
    body = [
        para("区教育规划", "T"), para("总体要求", "H1"), para("目标", "Mine"), para("细目", "Local"), para(LONG),
        para("保障", settings='<w:outlineLvl w:val="0"/>'), para("没有这个样式", "Gone"), para("绕圈的样式", "Loop"),
        para(LONG),
    ]  # fmt: skip
    blocks = read(word(tmp_path, *body, styles=HEADINGS + WORD_STYLES)).blocks
    told = [(block.kind, block.level, block.text) for block in blocks]
    assert told[:6] == [
        ("title", 0, "区教育规划"),
        ("heading", 1, "总体要求"),
        ("heading", 2, "目标"),
        ("heading", 3, "细目"),
        ("paragraph", 0, LONG),
        ("heading", 1, "保障"),
    ]
    assert blocks[4].heading == "细目"


def test_the_style_of_body_text_takes_a_heading_back(tmp_path: Path) -> None:
    styles = HEADINGS + (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="H1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    assert [b.kind for b in read(word(tmp_path, para("正文", "B"), styles=styles)).blocks] == ["paragraph"]


def test_a_plan_without_styles_goes_by_its_numbers(tmp_path: Path) -> None:
    body = [para("一、总则"), para("（一）健全机制。" + LONG), para("1.扩大资源"), para(LONG)]
    assert outline_of(read(word(tmp_path, *body))) == [
        ("heading", "一", "总则"),
        ("heading", "一（一）", "健全机制"),
        ("paragraph", "一（一）", LONG),
        ("heading", "一（一）1", "扩大资源"),
        ("paragraph", "一（一）1", LONG),
    ]


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（三）"]),
        ("japaneseCounting", "第%1章", ["第一章", "第二章", "第三章"]),
        ("ideographDigital", "%1、", ["一、", "二、", "三、"]),
        ("chineseLegalSimplified", "%1、", ["壹、", "贰、", "叁、"]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②", "③"]),
        ("decimalEnclosedParen", "%1", ["⑴", "⑵", "⑶"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("ideographTraditional", "%1、", ["甲、", "乙、", "丙、"]),
        ("decimalZero", "%1.", ["01.", "02.", "03."]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("unheardOf", "%1.", ["1.", "2.", "3."]),
    ],
)
def test_automatic_numbers_are_printed(tmp_path: Path, form: str, text: str, printed: list[str]) -> None:
    body = [para(name, settings=at(0)) for name in ("加强领导；", "加大投入；", "强化督导。")]
    blocks = read(word(tmp_path, *body, numbering=numbered((form, text)))).blocks
    assert [block.number for block in blocks] == printed
    assert [block.text for block in blocks] == ["加强领导；", "加大投入；", "强化督导。"]


def test_numbers_of_lower_levels_begin_anew_under_each_higher_one(tmp_path: Path) -> None:
    lists = numbered(("chineseCounting", "%1、"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
    body = [para(f"标题{i}", settings=at(level)) for i, level in enumerate((0, 1, 1, 2, 0, 1))]
    path = word(tmp_path, *body, numbering=lists.replace('w:ilvl="1">', 'w:ilvl="1"><w:isLgl/>'))
    assert [b.number for b in read(path).blocks] == ["一、", "1.1", "1.2", "一.2.1", "二、", "2.1"]


def test_a_list_that_begins_anew_and_one_that_goes_on(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = [para(f"第{i}项；", settings=at(0, list_id)) for i, list_id in enumerate((1, 1, 2, 2, 3))]
    path = word(tmp_path, *body, numbering=numbered(("decimal", "%1."), extra=again))
    assert [b.number for b in read(path).blocks] == ["1.", "2.", "1.", "2.", "3."]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_can_refuse(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    lists = numbered(("chineseCounting", "%1、")).replace("<w:start", '<w:pStyle w:val="H1"/><w:start')
    body = [
        para("总则", "H1"),
        para("前言", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        para("保障", "H1"),
        para(LONG),
    ]
    blocks = read(word(tmp_path, *body, styles=styles, numbering=lists)).blocks
    assert [(b.number, b.path) for b in blocks] == [("一、", "一"), ("", ""), ("二、", "二"), ("", "二")]
