"""A report as a Word file (.docx), such as an office sends: the same report gives the same bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancompare.formats.paged.chapters import (
    TWIPS,
    Chapter,
    Table,
    anchors,
    dated,
    laid_out,
    paper,
)
from plancompare.formats.word.markup import Links, bookmarked, field, link, paragraph, run, table
from plancompare.formats.word.package import package
from plancompare.formats.word.styles import ANNEX, UNNUMBERED
from plancompare.model import Lang
from plancompare.telling.blocks import Heading, Prose, Report, Watch, unwatched
from plancompare.telling.text import cells
from plancompare.telling.words import listed, say

_DIGITS = "零一二三四五六七八九"
TITLE_COLUMNS = 40  # that the title's letters find room for in a line
FROM_EDGE = 12  # millimetres between the type area and the lines of head and foot
MOST_ENTRIES = 14  # lines of contents, with what stands before them, behind which a chapter begins on the first page


class Part(NamedTuple):
    """Chapters that share a section: paper that lies one way, and in a long paper one annex (0: none) with pages of
    its own, which ``begins`` here."""

    chapters: tuple[Chapter, ...]
    across: bool
    annex: int
    begins: bool


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as the bytes of a .docx file."""
    front, told, short = laid_out(report, watch)
    parts, links = _parts(told, short), _links(report)
    contents = "" if short else _contents(front, told, report.lang, links)
    body = (*_front(front, report, links), contents, *_body(parts, report.lang, links))
    return package(report, "".join(body), [part.annex for part in parts])


def _links(report: Report) -> Links:
    headings = [block.id for block in report.blocks if isinstance(block, Heading)]
    named, rows = {id: f"_Toc{place:09}" for place, id in enumerate(headings, 1)}, anchors(report)
    return Links(named, rows, {name: place for place, name in enumerate((*named.values(), *rows.values()))})


def _parts(told: Sequence[Chapter], short: bool) -> list[Part]:
    """The sections; an empty paper has one, too."""
    parts: list[Part] = []
    for chapter in told:
        annex = 0 if short else chapter.annex
        last = parts[-1] if parts else None
        if last and (last.across, last.annex) == (chapter.across, annex):
            parts[-1] = last._replace(chapters=(*last.chapters, chapter))
        else:
            begins = annex > (last.annex if last else 0)
            parts += [Part((), False, 0, False)] * (not parts and chapter.across)  # the title stands upright
            parts.append(Part((chapter,), chapter.across, annex, begins))
    return parts or [Part((), False, 0, False)]


def _contents(front: Chapter, told: Sequence[Chapter], lang: Lang, links: Links) -> str:
    """The chapters, with pages that hold without a field being computed.

    No writer of a file knows on which page a program will set what. So every annex begins a page and numbers its
    pages itself, and its first is its first; a chapter of the paper itself has a page here if that is the first one.
    """
    entries = [heading for chapter in told for heading in _heads(chapter)]
    first = len(entries) + len(front.blocks) <= MOST_ENTRIES
    lines = []
    for rank, (heading, chapter) in enumerate(entries):
        if chapter.annex and heading.annex:
            number, before = say("paged_annex", lang, annex=chapter.annex), say("paged_of_annex", lang, n=chapter.annex)
        else:
            number, before = "" if chapter.annex else numbered(rank + 1, lang), ""
        known = heading.annex or (rank == 0 and first)
        bookmark = links.headings[heading.id]
        page = f"<w:r><w:tab/></w:r>{run(before) if before else ''}{field(f'PAGEREF {bookmark}', '1')}" if known else ""
        lines.append(paragraph(link(f"{run(number + heading.text)}{page}", bookmark), "TOC1"))
    head = paragraph(run(say("paged_contents", lang)), "TOCHeading")
    return "".join((head, *lines))


def _heads(chapter: Chapter) -> Iterator[tuple[Heading, Chapter]]:
    for block in chapter.blocks[:1]:
        if isinstance(block, Heading):
            yield block, chapter


def numbered(chapter: int, lang: Lang) -> str:
    """A chapter's number as Word writes it; chapters are fewer than a hundred."""
    if lang == "en":
        return f"{chapter} "
    tens, ones = divmod(chapter, 10)
    numeral = (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + (_DIGITS[ones] if ones else "")
    return f"{numeral}、"


def _front(front: Chapter, report: Report, links: Links) -> Iterator[str]:
    """The title, how new the inputs are, and what was left out."""
    yield paragraph("<w:r><w:br/></w:r>".join(map(run, title_lines(report.title, report.lang))), "Title")
    if report.date:
        yield paragraph(run(dated(report)), "Subtitle")
    for block in front.blocks:
        yield from _block(block, front, report.lang, links)


def title_lines(title: str, lang: Lang) -> list[str]:
    """A title in lines that it has room for, parted behind its colon and between names, never inside one."""
    colon, comma = ("：", "、") if lang == "zh" else (": ", listed(("", ""), lang))
    if cells(title) <= TITLE_COLUMNS:
        return [title]
    head, sign, rest = title.partition(colon)
    lines = [head + sign.rstrip()] if sign else [""]
    for place, name in enumerate((rest or head).split(comma)):
        told = f"{lines[-1]}{comma}{name}" if place else name
        if place and cells(told) <= TITLE_COLUMNS:
            lines[-1] = told
        else:
            lines[-1] += comma.rstrip() if place else ""
            lines.append(name)
    return [line for line in lines if line]


def _body(parts: Sequence[Part], lang: Lang, links: Links) -> Iterator[str]:
    """The sections; a section's setting stands behind it, the last one's closes the body."""
    for place, part in enumerate(parts, 1):
        for chapter in part.chapters:
            for block in chapter.blocks:
                yield from _block(block, chapter, lang, links)
        section = _section(lang, part)
        yield section if place == len(parts) else paragraph("", "PlanEnd", section)


def _section(lang: Lang, part: Part) -> str:
    """The paper of a section; head and foot go on from section to section, numbers too but where an annex begins."""
    sheet = paper(lang, part.across, part.annex > 0)
    turned = ' w:orient="landscape"' if part.across else ""
    margins = {side: round(getattr(sheet, side) * TWIPS) for side in ("top", "right", "bottom", "left")}
    margins |= {name: round((getattr(sheet, side) - FROM_EDGE) * TWIPS) for name, side in _LINES}
    told = " ".join(f'w:{side}="{twips}"' for side, twips in margins.items())
    number = '<w:pgNumType w:start="1"/>' if part.begins else ""
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{round(sheet.width * TWIPS)}" w:h="{round(sheet.height * TWIPS)}"{turned}/>'
        f'<w:pgMar {told} w:gutter="0"/>{number}<w:cols w:space="720"/></w:sectPr>'
    )


_LINES = (("header", "top"), ("footer", "bottom"))


def _block(block: Heading | Prose | Table, chapter: Chapter, lang: Lang, links: Links) -> Iterator[str]:
    if isinstance(block, Heading):
        name = links.headings[block.id]
        numbers = "" if block.level > 1 or not chapter.annex else ANNEX if block.annex else UNNUMBERED
        # an annex lies on sheets of its own; the others follow where the page is
        fresh = "<w:pageBreakBefore/>" if block.annex and chapter.annex == 1 else ""
        style = f"Heading{min(block.level, 3)}"
        yield paragraph(bookmarked(run(block.text), name, links.ids[name]), style, fresh + numbers)
    elif isinstance(block, Prose):
        small = chapter.annex or block.tone == "faint"
        yield paragraph(run(block.text), "PlanCommand" if block.code else "PlanSmall" if small else "BodyText")
    else:
        yield from _table(block, lang, links)


def _table(block: Table, lang: Lang, links: Links) -> Iterator[str]:
    """Its caption, which is a heading too where it says what one would; the table, and what stands below it."""
    word, grid = say("paged_table", lang), block.setting.grid
    number = field(rf"SEQ {word} \* ARABIC", str(block.number))
    told, level = f"{run(f'{word} ')}{number}{run(f'　{grid.caption}')}", ""
    if block.heading:
        name = links.headings[block.heading.id]
        told = bookmarked(told, name, links.ids[name])
        level = f'<w:outlineLvl w:val="{block.heading.level - 1}"/>'
    yield paragraph(told, "Caption", level)
    yield table(block, links)
    for note in (block.setting.key, block.note):
        if note:
            yield paragraph(run(note), "PlanNote")
