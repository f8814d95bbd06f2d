"""Documents made on the spot: Word packages from strings of XML, PDF files by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from plancompare.drafting import read
from plancompare.drafting.documents.model import Document

LONG = (
    "加大投入力度，落实各级责任，健全工作机制，强化督导评估，确保各项任务如期完成，"
    "办好人民满意的事业，促进公平提高质量。"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="{main}"/></Relationships>"""
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in (1, 2, 3)
)
WORD_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="N"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="节标题"/><w:basedOn w:val="Base"/></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Local"><w:name w:val="标题 3"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop"/></w:style>
"""


def run(text: str) -> str:
    """One run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text: str = "", style: str = "", settings: str = "", inside: str = "") -> str:
    """One paragraph: plain ``text``, then whatever XML is ``inside``."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    told = f"<w:pPr>{named}{settings}</w:pPr>" if named or settings else ""
    return f"<w:p>{told}{run(text) if text else ''}{inside}</w:p>"


def cell(text: str, settings: str = "") -> str:
    """One cell of a table."""
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{para(text)}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def part(name: str, inside: str, space: str = W) -> str:
    """The XML of a part whose root is called ``name``."""
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{space}" xmlns:mc="{MC}">{inside}</w:{name}>'


def package(path: Path, parts: Mapping[str, str | bytes], main: str = "word/document.xml") -> Path:
    """A Word file that holds ``parts``."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _RELATIONS.format(main=main))
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def word(folder: Path, *body: str, styles: str = "", numbering: str = "", space: str = W) -> Path:
    """A Word file with a body, styles and lists."""
    parts = {"word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>", space)}
    if styles:
        parts["word/styles.xml"] = part("styles", styles, space)
    if numbering:
        parts["word/numbering.xml"] = part("numbering", numbering, space)
    return package(folder / "plan.docx", parts)


def text_file(folder: Path, text: str, name: str = "plan.txt", encoding: str = "utf-8") -> Path:
    """A text file."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def outline_of(document: Document) -> list[tuple[str, str, str]]:
    """Kind, path and text of each block."""
    return [(block.kind, block.path, block.text) for block in document.blocks]


def texts_of(path: Path) -> list[str]:
    """The texts of a document's blocks with their printed numbers."""
    return [f"{block.number}{block.text}" for block in read(path).blocks]


def notes_of(path: Path) -> dict[str, dict[str, str | int]]:
    """The notes of a document: key to values."""
    return {note.key: dict(note.values) for note in read(path).notes}


def pdf(folder: Path, pages: Sequence[Sequence[tuple[float, float, str]]], drawn: str = "", trailer: str = "") -> Path:
    """A PDF whose pages hold texts at places (x, y from the left and the foot); ``drawn`` goes on every page.

    The font is not embedded; a map says which character each code stands for, as real files do.
    """
    unicode_map = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n" + (
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
        b"endcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R]"
        b" /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /FontDescriptor 5 0 R /DW 1000 /W [32 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800"
        b" /Descent -200 /CapHeight 700 /StemV 80 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(unicode_map), unicode_map),
    ]
    kids = []
    for texts in pages:
        shown = "".join(f"BT /F1 12 Tf {x} {y} Td <{t.encode('utf-16-be').hex()}> Tj ET\n" for x, y, t in texts) + drawn
        data = shown.encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _written(folder / "plan.pdf", objects, trailer)


def _written(path: Path, objects: Sequence[bytes], trailer: str) -> Path:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer.encode(),
        start,
    )
    path.write_bytes(data)
    return path
