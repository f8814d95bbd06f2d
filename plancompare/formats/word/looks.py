"""Fonts and sizes of Word reports.

For Chinese those of GB/T 9704-2012: title in 小标宋, headings in 黑体 and 楷体, text in 仿宋 of size 3 with 22 lines to
a page. For English a plain office layout. Fonts are named, never embedded: the font table tells Word what to take where
one is not there, and for which script.
"""

from collections.abc import Mapping
from typing import NamedTuple

from plancompare.formats.word.markup import NAMESPACES
from plancompare.model import Lang


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
    told = []
    for name, other, family, charset in _FONTS:
        instead = f'<w:altName w:val="{other}"/>' if other else ""
        kind = f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/>'
        told.append(f'<w:font w:name="{name}">{instead}{kind}</w:font>')
    return f"<w:fonts {NAMESPACES}>{''.join(told)}</w:fonts>"


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
