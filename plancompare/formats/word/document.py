"""A report as a Word file (.docx), such as an office sends: the same report gives the same bytes."""

from collections.abc import Iterator

from plancompare.formats.paged.chapters import TWIPS, UPRIGHT, Chapter, Table, anchors, chapters, dated, paper
from plancompare.formats.word.markup import Links, bookmarked, field, link, paragraph, run, table
from plancompare.formats.word.package import package
from plancompare.model import Lang
from plancompare.telling.blocks import Heading, Prose, Report, Watch, unwatched
from plancompare.telling.text import cells
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
    entries_markup = "".join(
        _entry(begin if number == 0 else "", *entry, report.lang) for number, entry in enumerate(entries)
    )
    end = paragraph(f'{"" if entries else begin}<w:r><w:fldChar w:fldCharType="end"/></w:r>', "PlanEnd")
    heading = paragraph(run(say("paged_contents", report.lang)), "TOCHeading")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{heading}{entries_markup}{end}</w:sdtContent></w:sdt>"


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
    numeral = (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + (_DIGITS[ones] if ones else "")
    return f"{numeral}、"


def _entry(begin: str, level: int, text: str, bookmark: str, lang: Lang) -> str:
    """A line that leads to its heading. The page is a field without a value yet, so there is no leader towards it."""
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        rf'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tab = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{UPRIGHT[lang].measure}"/></w:tabs>'
    return paragraph(f"{begin}{link(f'{run(text)}<w:r><w:tab/></w:r>{page}', bookmark)}", f"TOC{level}", tab)


TITLE_COLUMNS = 40  # that the title's letters find room for in a line
FROM_EDGE = 12  # millimetres between the type area and the lines of head and foot


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as the bytes of a .docx file."""
    links = _links(report)
    front, *body = chapters(report, watch)
    return package(report, "".join((*_front(front, report, links), *_body(body, report.lang, links))))


def _links(report: Report) -> Links:
    headings = [block.id for block in report.blocks if isinstance(block, Heading)]
    named, rows = {id: f"_Toc{number:09}" for number, id in enumerate(headings, 1)}, anchors(report)
    return Links(named, rows, {name: number for number, name in enumerate((*named.values(), *rows.values()))})


def _front(front: Chapter, report: Report, links: Links) -> Iterator[str]:
    """The title, how new the inputs are, what was left out, and the contents."""
    yield paragraph(_title(report.title), "Title")
    if report.date:
        yield paragraph(run(dated(report)), "Subtitle")
    for block in front.blocks:
        yield from _block(block, report.lang, links)
    yield contents(report, links)


def _title(title: str) -> str:
    """A title too long for its line is parted where its sense is."""
    before, colon, names = title.partition("：")
    if not colon or cells(title) <= TITLE_COLUMNS:
        return run(title)
    return f"{run(before + colon)}<w:r><w:br/></w:r>{run(names)}"


def _body(chapters: list[Chapter], lang: Lang, links: Links) -> Iterator[str]:
    """The chapters; paper turns between two that lie differently, and the last section's setting closes the body."""
    across = False
    for number, chapter in enumerate(chapters):
        if chapter.across != across:
            yield paragraph("", "PlanEnd", _section(lang, across))
        elif number == 0:
            yield paragraph('<w:r><w:br w:type="page"/></w:r>', "PlanEnd")
        across = chapter.across
        for block in chapter.blocks:
            yield from _block(block, lang, links)
    yield _section(lang, across)


def _section(lang: Lang, across: bool) -> str:
    """The paper of the chapters before; head and foot go on from section to section."""
    sheet = paper(lang, across)
    turned = ' w:orient="landscape"' if across else ""
    margins = {side: round(getattr(sheet, side) * TWIPS) for side in ("top", "right", "bottom", "left")}
    margins |= {name: round((getattr(sheet, side) - FROM_EDGE) * TWIPS) for name, side in _LINES}
    margin = " ".join(f'w:{side}="{twips}"' for side, twips in margins.items())
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{round(sheet.width * TWIPS)}" w:h="{round(sheet.height * TWIPS)}"{turned}/>'
        f'<w:pgMar {margin} w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
    )


_LINES = (("header", "top"), ("footer", "bottom"))


def _block(block: Heading | Prose | Table, lang: Lang, links: Links) -> Iterator[str]:
    if isinstance(block, Heading):
        name = links.headings[block.id]
        yield paragraph(bookmarked(run(block.text), name, links.ids[name]), f"Heading{min(block.level, 3)}")
    elif isinstance(block, Prose):
        yield paragraph(run(block.text), "PlanCommand" if block.code else "BodyText")
    else:
        yield from _table(block, lang, links)


def _table(block: Table, lang: Lang, links: Links) -> Iterator[str]:
    word, grid = say("paged_table", lang), block.setting.grid
    number = field(rf"SEQ {word} \* ARABIC", str(block.number))
    yield paragraph(f"{run(f'{word} ')}{number}{run(f'　{grid.caption}')}", "Caption")
    yield table(block, links)
    for note in (block.setting.key, grid.note):
        if note:
            yield paragraph(run(note), "PlanNote")
