"""Word reports: the rules by which Word opens them without repair, and how they lie on paper."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from plancompare.formats.word.document import render
from plancompare.model import Lang
from plancompare.telling.words import say
from tests.formats.reports import report
from tests.formats.test_docx import W, cells, part, words

# the order of the schema (ECMA-376), as far as these elements are written
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl"
    " sectPr",
    "rPr": "rStyle rFonts b i noProof color sz szCs lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW shd textDirection vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "lvl": "start numFmt pStyle suff lvlText lvlJc",
    "font": "altName charset family",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_elements_stand_in_the_order_of_the_schema(lang: Lang) -> None:
    data = render(report(lang, {f"p{n}": f"第{n}个规划" for n in range(11)}))
    for name in ("document", "styles", "numbering", "fontTable", "settings", "header1", "footer1"):
        for element in part(data, f"word/{name}.xml").iter():
            order = ORDERS.get(element.tag.removeprefix(W), "").split()
            told = [child.tag.removeprefix(W) for child in element]
            if order:
                assert set(told) <= set(order), f"{element.tag} holds {told}"
                assert told == sorted(told, key=order.index), f"{element.tag} holds {told}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_style_used_is_there(lang: Lang) -> None:
    data = render(report(lang))
    known = {style.attrib[f"{W}styleId"] for style in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {
        element.attrib[f"{W}val"]
        for name in ("document", "styles", "numbering", "header1", "footer1")
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn")
        for element in part(data, f"word/{name}.xml").iter(f"{W}{kind}")
    }
    assert used <= known


def test_chinese_fonts_are_those_of_the_standard() -> None:
    data = render(report("zh"))
    fonts = {}
    for held in part(data, "word/styles.xml").iter(f"{W}style"):
        found = held.find(f"{W}rPr/{W}rFonts")
        fonts[held.attrib[f"{W}styleId"]] = "" if found is None else found.attrib[f"{W}eastAsia"]
    assert [fonts[f"Heading{level}"] for level in (1, 2, 3)] == ["黑体", "楷体_GB2312", "仿宋_GB2312"]
    assert (fonts["Title"], fonts["PlanCell18"]) == ("方正小标宋简体", "宋体")
    default = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default is not None
    told = {child.tag.removeprefix(W): child.attrib for child in default}
    assert told["rFonts"][f"{W}eastAsia"] == "仿宋_GB2312" and told["rFonts"][f"{W}ascii"] == "Times New Roman"
    assert told["sz"][f"{W}val"] == "32" and told["lang"][f"{W}eastAsia"] == "zh-CN"
    instead = {
        font.attrib[f"{W}name"]: other.attrib[f"{W}val"]
        for font in part(data, "word/fontTable.xml")
        for other in font.findall(f"{W}altName")
    }
    assert instead["仿宋_GB2312"] == "仿宋" and instead["楷体_GB2312"] == "楷体"
    assert set(fonts.values()) - {""} <= set(instead)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plans", [2, 5, 11, 20])
def test_tables_fill_their_measure_and_repeat_their_heads(lang: Lang, plans: int) -> None:
    data = render(report(lang, {f"p{n}": f"规划{n}" for n in range(plans)}))
    tables = list(sections(data))
    assert len(tables) == 4
    for table, section in tables:
        page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert page is not None and margins is not None
        measure = int(page.attrib[f"{W}w"]) - int(margins.attrib[f"{W}left"]) - int(margins.attrib[f"{W}right"])
        widths = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        assert abs(sum(widths) - measure) <= 2  # rounding of millimetres
        assert min(widths) > 200
        head, *lines = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert not any(line.find(f"{W}trPr/{W}tblHeader") is not None for line in lines)
        for line in (head, *lines):
            assert [int(width.attrib[f"{W}w"]) for width in line.iter(f"{W}tcW")] == widths
        assert table.find(f"{W}tblPr/{W}tblLayout") is not None


def sections(data: bytes) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Each table with the properties of its section."""
    body = part(data).find(f"{W}body")
    assert body is not None
    waiting = []
    for element in body:
        if element.tag == f"{W}tbl":
            waiting.append(element)
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield from ((table, section) for table in waiting)
            waiting = []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_paper_turns_only_where_a_chapter_is_wide(lang: Lang) -> None:
    data = render(report(lang))
    told = []
    for section in part(data).iter(f"{W}sectPr"):
        page = section.find(f"{W}pgSz")
        assert page is not None
        across = page.attrib.get(f"{W}orient") == "landscape"
        assert (int(page.attrib[f"{W}w"]) > int(page.attrib[f"{W}h"])) == across
        told.append(across)
    assert told == [False, True, False]
    wide = [
        "很长的话" in words(table) for table, section in sections(data) if "orient" in ET.tostring(section).decode()
    ]
    assert wide == [True, False]  # the table behind it in the same chapter goes along


def test_zh_type_area_is_that_of_the_standard() -> None:
    page = next(part(render(report("zh"))).iter(f"{W}sectPr"))
    size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
    assert size is not None and margins is not None
    held = {name.removeprefix(W): int(twips) / 56.6929 for name, twips in (size.attrib | margins.attrib).items()}
    assert round(held["w"] - held["left"] - held["right"]) == 156
    assert round(held["h"] - held["top"] - held["bottom"]) == 225
    assert (round(held["top"]), round(held["left"])) == (37, 28)


def test_heads_of_many_plans_are_turned_and_long_ones_numbered() -> None:
    turned = render(report(names={f"p{n}": f"规划之{n}" for n in range(11)}))
    directions = [d.attrib[f"{W}val"] for d in part(turned).iter(f"{W}textDirection")]
    assert directions == ["tbRlV"] * 11
    heights = [int(height.attrib[f"{W}val"]) for height in part(turned).iter(f"{W}trHeight")]
    assert len(heights) == 1 and heights[0] >= 4 * 2 * 9 * 10
    long = {f"p{n}": f"名称很长的规划之{n}，放不进一格" for n in range(11)}
    numbered_ = render(report("zh", long))
    assert set(cells(numbered_)["r/row-0"]) == {str(number) for number in range(1, 12)}
    key = say("paged_key", "zh", names="")
    assert any(p.startswith(key) and "11 名称很长的规划之10" in p for p in map(words, part(numbered_).iter(f"{W}p")))


def test_only_long_lines_may_break_across_pages() -> None:
    data = render(report(texts=("短", "长文" * 800), rows=4))
    whole = {}
    for table in part(data).iter(f"{W}tbl"):
        for line in table.findall(f"{W}tr"):
            whole[words(line)[:5]] = line.find(f"{W}trPr/{W}cantSplit") is not None
    assert whole["1.0短 "] and not whole["1.1长文"]


def test_word_opens_it_in_its_own_mode() -> None:
    settings = part(render(report("zh")), "word/settings.xml")
    modes = {s.attrib[f"{W}name"]: s.attrib[f"{W}val"] for s in settings.iter(f"{W}compatSetting")}
    assert modes == {"compatibilityMode": "15"}
    assert settings.find(f"{W}updateFields") is None  # Word would ask each reader for leave


@pytest.mark.parametrize(("lang", "feet"), [("zh", ["right", "left"]), ("en", ["center"])])
def test_pages_have_title_and_number(lang: Lang, feet: list[str]) -> None:
    data = render(report(lang))
    sides = []
    for number in range(1, len(feet) + 1):
        foot = part(data, f"word/footer{number}.xml")
        assert [(code.text or "").strip() for code in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
        sides += [side.attrib[f"{W}val"] for side in foot.iter(f"{W}jc")]
        assert words(part(data, f"word/header{number}.xml")) == "一条"
    assert sides == feet
    references = [
        len(s.findall(f"{W}headerReference")) + len(s.findall(f"{W}footerReference"))
        for s in part(data).iter(f"{W}sectPr")
    ]
    assert references == [2 * len(feet), 0, 0]  # later sections go on with the first one's
