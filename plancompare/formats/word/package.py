"""The file around a Word document: parts, properties, head and foot; the same content packs to the same bytes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plancompare.formats.paged.chapters import head_line, page_number
from plancompare.formats.word.markup import NAMESPACES, field, paragraph, plain, run
from plancompare.formats.word.styles import font_table, numbering, styles
from plancompare.model import Lang
from plancompare.telling.blocks import Report

if TYPE_CHECKING:
    from docx.document import Document

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that an archive can tell
# parts of python-docx's blank file that say nothing here: a picture of an empty page, an empty store of data
_NEEDLESS = ("thumbnail", "customXml", "stylesWithEffects", "webSettings")
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{{even}}'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>plancompare</Application></Properties>"
)


def package(report: Report, body: str, annexes: Sequence[int]) -> bytes:
    """A whole .docx file around the markup of a body, which ends with its last section's properties.

    ``annexes`` says of each section which annex it belongs to: 0 for the paper itself, whose feet the first one has.
    """
    import docx
    from docx.oxml.parser import parse_xml

    document = docx.Document()
    for part in (document.part.package, document.part):
        for id, relation in list(part.rels.items()):
            if any(name in relation.reltype for name in _NEEDLESS):
                del part.rels[id]
    _set_parts(document, report.lang)
    _set_head(document, report)
    _set_foot(document.sections[0], report.lang, "paged_page" if any(annexes) else "paged_number")
    _set_properties(document, report)
    held = document.element.body
    references = [*held.xpath("./w:sectPr/w:headerReference"), *held.xpath("./w:sectPr/w:footerReference")]
    held[:] = list(parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))
    held.xpath(".//w:sectPr")[0][:0] = references
    for place, (annex, before) in enumerate(zip(annexes[1:], annexes, strict=False), 1):
        if annex != before:
            _set_foot(document.sections[place], report.lang, "paged_annex_page", annex)
    saved = BytesIO()
    document.save(saved)
    return same_bytes(saved.getvalue())


def same_bytes(archive: bytes) -> bytes:
    """An archive with the same files, sorted, and without the times at which they were written."""
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # whatever the machine is
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _set_parts(document: "Document", lang: Lang) -> None:
    """Styles, numbers, fonts and settings of our own in place of the blank file's."""
    even = "<w:evenAndOddHeaders/>" if lang == "zh" else ""
    texts = {
        "styles": styles(lang),
        "numbering": numbering(lang),
        "fontTable": font_table(),
        "settings": _SETTINGS.format(even=even),
    }
    for relation in document.part.rels.values():
        _fill(relation.target_part, texts.get(relation.reltype.rpartition("/")[2], ""))
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith("/extended-properties"):
            _fill(relation.target_part, _PROPERTIES)


def _fill(part: Any, text: str) -> None:
    """Put markup into a part, which python-docx holds as a tree or as bytes; nothing if there is no text."""
    from docx.opc.part import XmlPart
    from docx.oxml.parser import parse_xml

    if text and isinstance(part, XmlPart):
        part._element = parse_xml(text)
    elif text:
        part._blob = text.encode()


def _set_head(document: "Document", report: Report) -> None:
    """The title above each page."""
    section, head = document.sections[0], paragraph(run(head_line(report.title)), "Header")
    _put(section.header, head)
    if report.lang == "zh":
        _put(section.even_page_header, head)


def _set_foot(section: Any, lang: Lang, words: str, annex: int = 0) -> None:
    """Page numbers, for Chinese outwards on odd and even pages as GB/T 9704 puts them."""
    official, foot = lang == "zh", _page_number(lang, words, annex)
    _put(section.footer, paragraph(foot, "Footer", f'<w:jc w:val="{"right" if official else "center"}"/>'))
    if official:
        _put(section.even_page_footer, paragraph(foot, "Footer", '<w:jc w:val="left"/>'))


def _put(element: Any, markup: str) -> None:
    """Make ``markup`` all that stands in a head or foot."""
    from docx.oxml.parser import parse_xml

    element.is_linked_to_previous = False
    element._element[:] = [parse_xml(markup.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))]


def _page_number(lang: Lang, words: str, annex: int) -> str:
    """Words around fields that Word always keeps up."""
    before, middle, after = page_number(lang, words, annex)
    whole = f"{field('NUMPAGES', '1')}{run(after)}" if after is not None else ""
    return f"{run(before)}{field('PAGE', '1')}{run(middle) if middle else ''}{whole}"


def _set_properties(document: "Document", report: Report) -> None:
    """Title, language and dates from the inputs, never the clock's."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = (
        plain(report.title)[:250],
        "plancompare",
        "plancompare",
    )
    properties.language, properties.comments, properties.revision = "zh-CN" if report.lang == "zh" else "en", "", 1
    try:
        when = datetime.fromisoformat(report.date).replace(tzinfo=UTC)
    except ValueError:
        when = datetime(*EPOCH, tzinfo=UTC)
    properties.created = properties.modified = when
