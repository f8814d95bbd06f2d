"""Plain text files: bytes to lines, lines to paragraphs."""

from collections.abc import Sequence

from plancompare.drafting.documents.breaks import at_gap
from plancompare.drafting.documents.chrome import without_chrome
from plancompare.drafting.documents.decoding import decode
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.lines import Line, clean, lines_of, one_line
from plancompare.drafting.documents.model import Note, Paragraph, Reading, Watch, noted
from plancompare.drafting.documents.pages import paged
from plancompare.drafting.documents.printed import with_tables
from plancompare.drafting.documents.wrapping import joined


def read_plain(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a text file. Raises PlanCompareError where the bytes are no text."""
    text, notes = decode(file, data)
    return from_lines(list(lines_of(clean(text))), notes, watch)


def from_lines(lines: Sequence[Line], notes: Sequence[Note], watch: Watch) -> Reading:
    """Lines, from a text file or the pages of a PDF, to paragraphs; ``notes`` are those already taken."""
    found, told = paged(lines)
    found, chrome = without_chrome(found)
    whole, soft = joined(found)
    paragraphs, tables = with_tables(
        [Paragraph(line.text, line.number, line.page, rows=line.rows) for line in watch(whole)]
    )
    kept = [p._replace(text=one_line(piece)) for p in paragraphs for piece in at_gap(p.text)]
    told = [*notes, *told]
    told += [noted("doc_chrome", count=chrome)] if chrome else []
    told += [noted("doc_soft_breaks", count=soft)] if soft else []
    return finished([p for p in kept if p.text or p.rows], [*told, *tables])


def _paragraph(line: Line) -> Paragraph:
    return Paragraph(line.text, line.number, line.page, rows=line.rows)
