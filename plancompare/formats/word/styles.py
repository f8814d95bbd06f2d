"""The styles of a Word report, and no others: an office that wants another look changes them, not the paragraphs.

For Chinese fonts and sizes of GB/T 9704-2012: title in 小标宋, headings in 黑体 and 楷体, text in 仿宋 of size 3 with
22 lines to a page. For English a plain office layout. Fonts are named, never embedded: the font table tells Word what
to take where one is not there, and for which script.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plancompare.formats.paged.chapters import LEADING, PADDING, SIZES, UPRIGHT
from plancompare.formats.word.markup import NAMESPACES
from plancompare.model import Lang
from plancompare.telling.words import say


class Look(NamedTuple):
    """Fonts and sizes (in half-points) of title, headings, text, contents and captions; ``leading`` in twips.

    ``official`` lays out by the standard: centred titles, two characters before a paragraph, ruled tables.
    """

    official: bool
    latin: str
    title: str
    headings: tuple[str, str, str]
    text: str
    table: str
    size: int
    leading: int
    title_size: int
    heading_sizes: tuple[int, int, int]
    entry_size: int
    caption_size: int

    @property
    def side(self) -> str:
        """Where titles and captions stand."""
        return "center" if self.official else "left"


LOOKS: Mapping[Lang, Look] = {
    "zh": Look(
        official=True,
        latin="Times New Roman",
        title="方正小标宋简体",
        headings=("黑体", "楷体_GB2312", "仿宋_GB2312"),
        text="仿宋_GB2312",
        table="宋体",
        size=32,  # 三号
        leading=580,
        title_size=44,  # 二号
        heading_sizes=(32, 32, 32),
        entry_size=24,
        caption_size=24,  # 小四
    ),
    "en": Look(
        official=False,
        latin="Arial",
        title="黑体",
        headings=("黑体", "黑体", "黑体"),
        text="宋体",
        table="宋体",
        size=21,
        leading=300,
        title_size=40,
        heading_sizes=(32, 26, 22),
        entry_size=21,
        caption_size=20,
    ),
}
# font, what else the same letters are called or come near to, family, character set (86: simplified Chinese)
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


def font_table() -> str:
    """The fonts named, and what stands in for them."""
    fonts = []
    for name, other, family, charset in _FONTS:
        instead = f'<w:altName w:val="{other}"/>' if other else ""
        kind = f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/>'
        fonts.append(f'<w:font w:name="{name}">{instead}{kind}</w:font>')
    return f"<w:fonts {NAMESPACES}>{''.join(fonts)}</w:fonts>"


def numbering(lang: Lang) -> str:
    """Chapters are numbered, 一、 or 1, and annexes by themselves; headings below have none, for rows have theirs."""
    form, text, after = ("chineseCountingThousand", "%1、", "nothing") if lang == "zh" else ("decimal", "%1", "space")
    annex = say("paged_annex", lang, annex="%1")
    levels = (
        f'<w:numFmt w:val="{form}"/><w:pStyle w:val="Heading1"/><w:suff w:val="{after}"/><w:lvlText w:val="{text}"/>',
        f'<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="{annex}"/>',
    )
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/>{level}<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for place, level in enumerate(levels)
    )
    numbers = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place - 1}"/></w:num>' for place, _ in enumerate(levels, 1)
    )
    return f"<w:numbering {NAMESPACES}>{kinds}{numbers}</w:numbering>"


# of a chapter: the numbers of annexes, or none
ANNEX = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


GREY = "595959"
# each contrasts with white by more than 4.5 to 1; marks differ in shape as well
COLOURS = {
    "PlanMade": "1A6B36", "PlanUnsure": "6A3D9A", "PlanNotFound": "B3261E", "PlanNotCovered": "7A5B00",
    "PlanNotApplicable": GREY,
}  # fmt: skip
DEFAULTS = ("Normal", "DefaultParagraphFont", "NoList")
ID_SIZE = 14  # half-points
TOGETHER = "<w:keepNext/><w:keepLines/>"


def styles(lang: Lang) -> str:
    """All styles of a report."""
    look = LOOKS[lang]
    languages = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = f"<w:rPrDefault><w:rPr>{_letters(look, look.text, look.size)}{languages}</w:rPr></w:rPrDefault>"
    every = [*_text(look), *_headings(look), *_around(look, lang), *_in_tables(look), *_characters(look)]
    return f"<w:styles {NAMESPACES}><w:docDefaults>{defaults}<w:pPrDefault/></w:docDefaults>{''.join(every)}</w:styles>"


def _style(
    id: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal", kind: str = "paragraph"
) -> str:
    """A style: its properties of paragraphs and runs, each in the order of the schema."""
    default = ' w:default="1"' if id in DEFAULTS else ""
    custom = ' w:customStyle="1"' if id.startswith("Plan") else ""
    basis = "" if default else f'<w:basedOn w:val="{based}"/>'
    formatting = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    start = f'<w:style w:type="{kind}"{default}{custom} w:styleId="{id}">'
    return f'{start}<w:name w:val="{name}"/>{basis}<w:qFormat/>{formatting}</w:style>'


def _letters(look: Look, eastern: str, size: int, bold: bool = False, colour: str = "", latin: str = "") -> str:
    """Properties of runs: fonts of both scripts, weight, colour, size in half-points."""
    western = latin or look.latin
    fonts = f'<w:rFonts w:ascii="{western}" w:hAnsi="{western}" w:eastAsia="{eastern}" w:cs="{western}"/>'
    weight, shade = "<w:b/>" if bold else "", f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{fonts}{weight}{shade}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _room(before: int = 0, after: int = 0, line: int = 240, rule: str = "auto") -> str:
    """Twips before and after a paragraph, and from line to line (in 240ths of a line where the rule is auto)."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def _indent(look: Look) -> str:
    """Two characters before a paragraph's first line, where the standard asks for them."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{look.size * 20}"/>' if look.official else ""


def _side(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def _text(look: Look) -> Iterator[str]:
    room = _room(line=look.leading, rule="exact") if look.official else _room(0, 100, look.leading, "atLeast")
    yield _style("Normal", "Normal", f"<w:widowControl/>{room}")
    yield _style("DefaultParagraphFont", "Default Paragraph Font", kind="character")
    yield _style("NoList", "No List", kind="numbering")
    yield _style("BodyText", "Body Text", f"{_indent(look)}{_side('both') if look.official else ''}")
    bar = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="BFBFBF"/></w:pBdr>'
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F5F5F5"/>'
    code = _letters(look, look.table, 20, latin="Courier New")
    yield _style("PlanCommand", "Command line", f"{bar}{shade}{_room(80, 80, 300, 'atLeast')}", code)


def _headings(look: Look) -> Iterator[str]:
    room = _room(120, 60, look.leading, "exact") if look.official else _room(280, 100)
    for level, (face, size) in enumerate(zip(look.headings, look.heading_sizes, strict=True)):
        number = '<w:numPr><w:numId w:val="1"/></w:numPr>' if level == 0 else ""
        flow = f'{TOGETHER}{number}{room}{_indent(look)}<w:outlineLvl w:val="{level}"/>'
        bold = level == 2 or not look.official
        yield _style(f"Heading{level + 1}", f"heading {level + 1}", flow, _letters(look, face, size, bold))
    title = _letters(look, look.title, look.title_size, not look.official)
    yield _style("Title", "Title", f"<w:keepNext/>{_room(0, 120, 600, 'atLeast')}{_side(look.side)}", title)
    below = _letters(look, look.headings[1], look.heading_sizes[1 if look.official else 2], colour=GREY)
    yield _style("Subtitle", "Subtitle", _side(look.side), below)


def _around(look: Look, lang: Lang) -> Iterator[str]:
    """Contents, captions, notes, head and foot of a page, and the line that ends a section."""
    bold, face = not look.official, look.headings[0]
    entries = f"{TOGETHER}{_room(240, 80)}{_side(look.side)}"
    yield _style("TOCHeading", "TOC Heading", entries, _letters(look, face, look.heading_sizes[1], bold))
    for level, size in enumerate((look.entry_size, look.entry_size - 3)):
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{UPRIGHT[lang].measure}"/></w:tabs>'
        tabs_and_indent = f'{tabs}{_room(line=380, rule="exact")}<w:ind w:left="{level * 400}"/>'
        yield _style(f"TOC{level + 1}", f"toc {level + 1}", tabs_and_indent, _letters(look, look.text, size))
    caption = _letters(look, face, look.caption_size, bold)
    yield _style("Caption", "caption", f"{TOGETHER}{_room(160, 60)}{_side(look.side)}", caption)
    small = _room(line=320, rule="exact") if look.official else _room(0, 80, 260, "atLeast")
    yield _style("PlanSmall", "Text of annexes", small, _letters(look, look.table, 21 if look.official else 19))
    yield _style("PlanNote", "Table note", _room(60, 120), _letters(look, look.table, 18, colour=GREY))
    for id, size in (("Header", 18), ("Footer", 28 if look.official else 18)):
        yield _style(id, id.lower(), f"{_room()}{_side('center')}", _letters(look, look.table, size))
    yield _style("PlanEnd", "Section end", _room(line=20, rule="exact"), _letters(look, look.table, 2))


def _in_tables(look: Look) -> Iterator[str]:
    """The table and its cells: a style for each size of letters."""
    yield _table_style("TableNormal", "Normal Table", ' w:default="1"', "", _margins(0, 108))
    colour = "808080" if look.official else "BFBFBF"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if look.official else ("top", "bottom", "insideH")
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>' for side in sides)
    inside = f"<w:tblBorders>{rules}</w:tblBorders>{_margins(20, PADDING)}"
    yield _table_style("PlanTable", "Plan table", ' w:customStyle="1"', '<w:basedOn w:val="TableNormal"/>', inside)
    for size in SIZES:
        half, cell = int(size * 2), f"PlanCell{int(size * 2)}"
        # from line to line as much whatever font is there: fonts that stand in for others are often taller
        room = _room(line=round(size * 20 * LEADING), rule="exact")
        yield _style(cell, f"Cell {size:g}", room, _letters(look, look.table, half))
        head = _letters(look, look.headings[0], half, bold=True)
        yield _style(f"PlanHead{half}", f"Cell head {size:g}", f"<w:keepNext/>{room}{_side('center')}", head, cell)


def _table_style(id: str, name: str, kind: str, basis: str, inside: str) -> str:
    start = f'<w:style w:type="table"{kind} w:styleId="{id}"><w:name w:val="{name}"/>{basis}'
    return f"{start}<w:tblPr>{inside}</w:tblPr></w:style>"


def _margins(upright: int, across: int) -> str:
    """Twips around what stands in a cell."""
    sides = (("top", upright), ("left", across), ("bottom", upright), ("right", across))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _characters(look: Look) -> Iterator[str]:
    """What runs mean."""
    grey = f'<w:color w:val="{GREY}"/>'
    runs = {
        "PlanStrong": ("Plan name", "<w:b/>"),
        "PlanFaint": ("Plan place", grey),
        "PlanId": ("Plan id", f'<w:noProof/>{grey}<w:sz w:val="{ID_SIZE}"/><w:szCs w:val="{ID_SIZE}"/>'),
        "PlanQuote": ("Plan quote", '<w:rFonts w:eastAsia="楷体"/>'),
    }
    for id, colour in COLOURS.items():
        runs[id] = (f"Mark {id[4:]}", f'<w:rFonts w:eastAsia="{look.table}"/><w:b/><w:color w:val="{colour}"/>')
    for id, (name, run) in runs.items():
        yield _style(id, name, "", run, "DefaultParagraphFont", "character")
