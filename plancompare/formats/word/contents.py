"""The table of contents: a field that Word makes anew when asked, and until then the chapters with links to them."""

from collections.abc import Iterator

from plancompare.formats.paged.paper import UPRIGHT
from plancompare.formats.word.markup import Links, link, paragraph, run
from plancompare.model import Lang
from plancompare.telling.blocks import Heading, Report
from plancompare.telling.words import say

DEPTH = 2
_DIGITS = "零一二三四五六七八九"


def contents(report: Report, links: Links) -> str:
    """Heading and field. No field is marked for update on opening: Word would ask every reader for leave to do it."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        rf'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{DEPTH}" \h \z \u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries = list(_entries(report, links))
    told = "".join(_entry(begin if place == 0 else "", *entry, report.lang) for place, entry in enumerate(entries))
    end = paragraph(f'{"" if entries else begin}<w:r><w:fldChar w:fldCharType="end"/></w:r>', "PlanEnd")
    heading = paragraph(run(say("paged_contents", report.lang)), "TOCHeading")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{heading}{told}{end}</w:sdtContent></w:sdt>"


def _entries(report: Report, links: Links) -> Iterator[tuple[int, str, str]]:
    """Level, text with the number that Word gives the heading, and bookmark."""
    chapter = 0
    for block in report.blocks:
        if not isinstance(block, Heading) or block.level > DEPTH:
            continue
        chapter += block.level == 1
        number = numbered(chapter, report.lang) if block.level == 1 else ""
        yield block.level, f"{number}{block.text}", links.headings[block.id]


def numbered(chapter: int, lang: Lang) -> str:
    """A chapter's number as Word writes it; chapters are fewer than a hundred."""
    if lang == "en":
        return f"{chapter} "
    tens, ones = divmod(chapter, 10)
    told = (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + (_DIGITS[ones] if ones else "")
    return f"{told}、"


def _entry(begin: str, level: int, text: str, bookmark: str, lang: Lang) -> str:
    """A line that leads to its heading. The page is a field without a value yet, so there is no leader towards it."""
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        rf'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tab = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{UPRIGHT[lang].measure}"/></w:tabs>'
    return paragraph(f"{begin}{link(f'{run(text)}<w:r><w:tab/></w:r>{page}', bookmark)}", f"TOC{level}", tab)
