"""How a Word report looks: styles, numbers of headings, fonts and what stands in for them.

For Chinese the conventions of GB/T 9704-2012: title in 小标宋, headings in 黑体 and 楷体, text in 仿宋 of size 3 with 22
lines to a page, two characters of indent. For English a plain office layout. Fonts are named, never embedded; the font
table tells Word what to take where one is not there, of the same kind and for the same script.
"""

from collections.abc import Iterator
from typing import NamedTuple

from plancompare.formats.paged.chapters import SIZES
from plancompare.formats.paged.paper import UPRIGHT
from plancompare.formats.word.markup import NAMESPACES
from plancompare.model import Lang

GREY = "595959"
COLOURS = {
    "PlanMade": "1A6B36",
    "PlanNotFound": "B3261E",
    "PlanNotCovered": "7A5B00",
    "PlanNotApplicable": GREY,
}


class Look(NamedTuple):
    """Fonts (of the title, headings of two levels, text, tables) and sizes in half-points; ``leading`` in twips."""

    latin: str
    title: str
    head: str
    subhead: str
    text: str
    table: str
    size: int
    leading: int
    indent: int  # characters before a paragraph's first line


LOOKS: dict[Lang, Look] = {
    "zh": Look("Times New Roman", "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体", 32, 580, 2),
    "en": Look("Arial", "黑体", "黑体", "黑体", "宋体", "宋体", 21, 300, 0),
}
# font, what the same letters are called elsewhere, family: Word takes 宋体 where neither is there
_FONTS = (
    ("仿宋_GB2312", "仿宋", "modern", "86"),
    ("楷体_GB2312", "楷体", "modern", "86"),
    ("楷体", "KaiTi", "modern", "86"),
    ("黑体", "SimHei", "modern", "86"),
    ("方正小标宋简体", "宋体", "auto", "86"),
    ("宋体", "SimSun", "auto", "86"),
    ("Times New Roman", "", "roman", "00"),
    ("Arial", "", "swiss", "00"),
    ("Courier New", "", "modern", "00"),
)


def fonts() -> str:
    """The font table."""
    told = [
        f'<w:font w:name="{name}">{_alternative(other)}<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family, charset in _FONTS
    ]
    return f"<w:fonts {NAMESPACES}>{''.join(told)}</w:fonts>"


def _alternative(name: str) -> str:
    return f'<w:altName w:val="{name}"/>' if name else ""


def numbering(lang: Lang) -> str:
    """Chapters are numbered: 一、 or 1. Rows have numbers of their own, so headings below chapters have none."""
    form, text, after = ("chineseCountingThousand", "%1、", "nothing") if lang == "zh" else ("decimal", "%1", "space")
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Heading1"/>'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def styles(lang: Lang) -> str:
    """All styles of a report, and no others."""
    look = LOOKS[lang]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(look.latin, look.text)}"
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
        f'<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    held = [*_basic(look), *_headings(look, lang), *_around(look), *_in_tables(look), *_characters(look)]
    return f"<w:styles {NAMESPACES}>{defaults}{''.join(held)}</w:styles>"


def _fonts(latin: str, eastern: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{eastern}" w:cs="{latin}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(id: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal", kind: str = "paragraph") -> str:
    default = ' w:default="1"' if id in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList") else ""
    basis = "" if default else f'<w:basedOn w:val="{based}"/>'
    held = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    custom = ' w:customStyle="1"' if id.startswith("Plan") else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{id}"><w:name w:val="{name}"/>{basis}<w:qFormat/>{held}'
        "</w:style>"
    )


def _basic(look: Look) -> Iterator[str]:
    exact = f'<w:spacing w:line="{look.leading}" w:lineRule="exact"/>'
    after = f'<w:spacing w:after="100" w:line="{look.leading}" w:lineRule="atLeast"/>'
    yield _style("Normal", "Normal", f"<w:widowControl/>{exact if look.indent else after}")
    yield _style("DefaultParagraphFont", "Default Paragraph Font", kind="character")
    yield _style("NoList", "No List", kind="numbering")
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    justified = '<w:jc w:val="both"/>' if look.indent else ""
    yield _style("BodyText", "Body Text", f"{_indent(look)}{justified}")


def _indent(look: Look) -> str:
    twips = look.indent * look.size * 10
    return f'<w:ind w:firstLineChars="{look.indent * 100}" w:firstLine="{twips}"/>' if look.indent else ""


def _headings(look: Look, lang: Lang) -> Iterator[str]:
    chinese = lang == "zh"
    sizes = (look.size, look.size, look.size) if chinese else (32, 26, 22)
    bold = "" if chinese else "<w:b/>"
    faces = (look.head, look.subhead, look.text)
    for level, (face, size) in enumerate(zip(faces, sizes, strict=True)):
        number = '<w:numPr><w:numId w:val="1"/></w:numPr>' if level == 0 else ""
        room = '<w:spacing w:before="120" w:after="60"/>' if chinese else '<w:spacing w:before="280" w:after="100"/>'
        flow = f'<w:keepNext/><w:keepLines/>{number}{room}{_indent(look)}<w:outlineLvl w:val="{level}"/>'
        weight = "<w:b/>" if chinese and level == 2 else bold
        yield _style(
            f"Heading{level + 1}", f"heading {level + 1}", flow, f"{_fonts(look.latin, face)}{weight}{_size(size)}"
        )
    title = '<w:keepNext/><w:spacing w:before="400" w:after="300" w:line="{}" w:lineRule="atLeast"/><w:jc w:val="{}"/>'
    side = "center" if chinese else "left"
    yield _style(
        "Title", "Title", title.format(600, side), f"{_fonts(look.latin, look.title)}{bold}{_size(44 if chinese else 40)}"
    )
    yield _style(
        "Subtitle",
        "Subtitle",
        f'<w:jc w:val="{side}"/>',
        f'{_fonts(look.latin, look.subhead)}<w:color w:val="{GREY}"/>{_size(look.size if chinese else 22)}',
    )


def _around(look: Look) -> Iterator[str]:
    """Contents, captions, notes, head and foot of a page, command lines, and the line that ends a section."""
    small, side = (28, "center") if look.indent else (18, "left")
    entry = 24 if look.indent else 21
    measure = UPRIGHT["zh" if look.indent else "en"].measure
    yield _style(
        "TOCHeading",
        "TOC Heading",
        f'<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:jc w:val="{side}"/>',
        f"{_fonts(look.latin, look.head)}{'' if look.indent else '<w:b/>'}{_size(32 if look.indent else 26)}",
    )
    for level in (1, 2):
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{measure}"/></w:tabs>'
        indent = f'<w:ind w:left="{(level - 1) * 400}"/>'
        spacing = '<w:spacing w:after="0" w:line="380" w:lineRule="exact"/>'
        yield _style(f"TOC{level}", f"toc {level}", f"{tabs}{spacing}{indent}", _size(entry if level == 1 else entry - 3))
    caption = f'<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80" w:line="240" w:lineRule="auto"/>'
    yield _style(
        "Caption",
        "caption",
        f'{caption}<w:jc w:val="{side}"/>',
        f"{_fonts(look.latin, look.head)}{'' if look.indent else '<w:b/>'}{_size(24 if look.indent else 20)}",
    )
    close = '<w:spacing w:before="60" w:after="120" w:line="240" w:lineRule="auto"/>'
    yield _style("PlanNote", "Table note", close, f'{_fonts(look.latin, look.table)}<w:color w:val="{GREY}"/>{_size(18)}')
    for id, place in (("Header", "header"), ("Footer", "footer")):
        size = 18 if id == "Header" else small
        yield _style(
            id,
            place,
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
            f"{_fonts(look.latin, look.table)}{_size(size)}",
        )
    box = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="BFBFBF"/></w:pBdr><w:shd w:val="clear" w:fill="F5F5F5"/>'
    yield _style(
        "PlanCommand",
        "Command line",
        f'{box}<w:spacing w:before="80" w:after="80" w:line="300" w:lineRule="atLeast"/>',
        f"{_fonts('Courier New', look.table)}{_size(20)}",
    )
    yield _style("PlanEnd", "Section end", '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>', _size(2))


def _in_tables(look: Look) -> Iterator[str]:
    """The table and its cells; a style for each size of letters, so that an office can change them all at once."""
    inner = "BFBFBF" if not look.indent else "808080"
    sides = ("top", "bottom", "insideH") if not look.indent else ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{inner}"/>' for side in sides)
    margins = '<w:top w:w="20" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    yield (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
    close = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    for size in SIZES:
        half, shown = int(size * 2), f"{size:g}"
        run = f"{_fonts(look.latin, look.table)}{_size(half)}"
        yield _style(f"PlanCell{half}", f"Cell {shown}", f"{close}", run)
        head = f"<w:keepNext/>{close}<w:jc w:val=\"center\"/>"
        yield _style(f"PlanHead{half}", f"Cell head {shown}", head, f"{_fonts(look.latin, look.head)}<w:b/>", f"PlanCell{half}")


def _characters(look: Look) -> Iterator[str]:
    """What runs mean. Marks differ in shape as well as in colour."""

    def character(id: str, name: str, run: str) -> str:
        return _style(id, name, "", run, "DefaultParagraphFont", "character")

    yield character("PlanStrong", "Plan name", "<w:b/>")
    yield character("PlanFaint", "Plan place", f'<w:color w:val="{GREY}"/>')
    yield character("PlanId", "Plan id", f'<w:noProof/><w:color w:val="{GREY}"/>{_size(14)}')
    yield character("PlanQuote", "Plan quote", '<w:rFonts w:eastAsia="楷体"/>')
    for id, colour in COLOURS.items():
        yield character(id, f"Mark {id[4:]}", f'<w:rFonts w:eastAsia="{look.table}"/><w:b/><w:color w:val="{colour}"/>')
