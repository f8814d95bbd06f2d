"""Word files from marked text, the same bytes every time; and the plain text of what they say.

A marked file holds one paragraph a line: its kind, a space, its words. Kinds: TITLE, SUB, CAP, H1 H2 H3 (H1N and H2N
are numbered by Word), P, B and B2 (bullets), X (a line of a text box), T (a row of a table, cells parted by `` | ``;
a cell ``/`` is merged with the one above it), T< (a row of one cell), F (the footnote). Within the words ``[-…-]`` is
a tracked deletion, ``[+…+]`` a tracked insertion, ``[^]`` the footnote's place and ``\\n`` a line break.
"""

import io
import re
import zipfile
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

WHEN = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
NUMBERS = 90
STYLES = {
    "TITLE": "Title",
    "SUB": "Subtitle",
    "CAP": "Caption",
    "H1": "Heading 1",
    "H2": "Heading 2",
    "H3": "Heading 3",
    "H1N": "Heading 1",
    "H2N": "Heading 2",
    "P": "Normal",
    "B": "List Bullet",
    "B2": "List Bullet 2",
}
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_PIECE = re.compile(r"\[-(.*?)-\]|\[\+(.*?)\+\]|(\[\^\])|([^\[]+)")


def read(path: Path) -> list[tuple[str, str]]:
    """Kind and words of every paragraph of a marked file."""
    pairs = (line.partition(" ") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))
    return [(kind, words.replace("\\n", "\n")) for kind, _, words in pairs]


def plain(content: list[tuple[str, str]]) -> str:
    """The accepted reading: paragraphs and cells, one a line, in their order."""
    lines: list[str] = []
    for kind, words in content:
        lines += [cell for cell in words.split(" | ") if cell != "/"] if kind == "T" else [words]
    accepted = (re.sub(r"\[-.*?-\]|\[\+|\+\]|\[\^\]|\n", "", line) for line in lines)
    return "".join(f"{line}\n" for line in accepted if line)


def write(content: list[tuple[str, str]], path: Path, header: str = "", footer: str = "") -> None:
    """The Word file of a marked text."""
    document = docx.Document()
    core = document.core_properties
    core.author, core.last_modified_by, core.comments = "规划处", "规划处", ""
    core.created = core.modified = WHEN
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    _numbering(document)
    for kind, group in groupby(content, key=lambda pair: pair[0].rstrip("<")):
        lines = [(exact, words) for exact, words in group]
        if kind == "X":
            document.add_paragraph()._p.append(parse_xml(_box([words for _, words in lines])))
        elif kind == "T":
            _table(document, [[words] if exact == "T<" else words.split(" | ") for exact, words in lines])
        elif kind == "F":
            _footnote(document, lines[0][1])
        else:
            for _, words in lines:
                paragraph = document.add_paragraph(style=STYLES[kind])
                _fill(paragraph, words)
                if kind.endswith("N"):
                    _number(paragraph, 0 if kind == "H1N" else 1)
    _save(document, path)


def _numbering(document: Document) -> None:
    """一、 for numbered first headings and （一） for the second headings under them."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, text in enumerate(("%1、", "（%2）"))
    )
    kind = f'<w:multiLevelType w:val="multilevel"/>{levels}'
    kinds = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERS}">{kind}</w:abstractNum>')
    root.insert(list(root).index(root.findall(qn("w:num"))[0]), kinds)
    number = f'<w:abstractNumId w:val="{NUMBERS}"/>'
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBERS}">{number}</w:num>'))


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = NUMBERS


def _fill(paragraph: Paragraph, text: str) -> None:
    """Runs, tracked changes and the mark of the footnote; a paragraph that is all one change is changed as such."""
    pieces = list(_PIECE.finditer(text))
    for gone, new, note, kept in (piece.groups() for piece in pieces):
        if kept is not None:
            for n, part in enumerate(kept.split("\n")):
                run = paragraph.add_run()
                if n:
                    run.add_break(WD_BREAK.LINE)
                run.add_text(part)
        elif note:
            mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/>'
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{mark}</w:r>"))
        else:
            kind, tag, words = ("ins", "t", new) if gone is None else ("del", "delText", gone)
            run_xml = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
            paragraph._p.append(parse_xml(f"<w:{kind} {_stamp(paragraph)}>{run_xml}</w:{kind}>"))
            if len(pieces) == 1:
                mark = OxmlElement("w:rPr")
                mark.append(parse_xml(f"<w:{kind} {_stamp(paragraph)}/>"))
                paragraph._p.get_or_add_pPr().append(mark)


def _stamp(paragraph: Paragraph) -> str:
    """Who changed what when; numbered through the document."""
    seen = paragraph.part.element.xpath("count(//w:ins | //w:del)")
    return f'{nsdecls("w")} w:id="{100 + int(seen)}" w:author="规划处" w:date="2026-03-09T09:00:00Z"'


def _table(document: Document, rows: list[list[str]]) -> None:
    """A table with a grid."""
    table: Table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    top = 0
    for i, row in enumerate(rows):
        if len(row) == 1:
            table.cell(i, 0).merge(table.cell(i, len(rows[0]) - 1))
        for j, words in enumerate(row):
            if words != "/":
                top = i if j == 0 else top
                _fill(table.cell(i, j).paragraphs[0], words)
    for i, row in enumerate(rows):
        if row[0] == "/" and (i + 1 == len(rows) or rows[i + 1][0] != "/"):
            first = max(n for n in range(i) if rows[n][0] != "/")
            table.cell(first, 0).merge(table.cell(i, 0))


def _box(lines: list[str]) -> str:
    """A text box as Word writes it: drawn twice, for new readers and, as the fallback, for old ones."""
    words = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="1400000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx><wps:bodyPr/>"
    )
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = f'<a:graphic><a:graphicData uri="{kind}"><wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic>'
    drawing = f'<wp:extent cx="5000000" cy="1400000"/><wp:docPr id="7" name="文本框 1"/>{graphic}'
    old = f"<v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox>"
    return (
        f'<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{drawing}</wp:inline></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:rect id="box1" style="width:394pt;height:110pt">{old}</v:rect></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _footnote(document: Document, text: str) -> None:
    """The one footnote, number 2: two are Word's own lines."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{mark}<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"{head}<w:footnotes {nsdecls('w')}>{lines}{note}</w:footnotes>".encode(),
        document.part.package,
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document.part.relate_to(part, kind)


def _save(document: Document, path: Path) -> None:
    """Without the clock: every member of the archive bears the first day that a zip can name."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(path, "w") as kept:
        for name in made.namelist():
            member = zipfile.ZipInfo(name)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            kept.writestr(member, made.read(name))
