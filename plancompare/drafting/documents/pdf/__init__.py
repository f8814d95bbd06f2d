"""PDF files that hold their text; a scan does not. Words are put in order by where they stand on the page."""

from pathlib import Path

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.characters import clean
from plancompare.drafting.documents.lines import Line
from plancompare.drafting.documents.model import Reading, Watch, noted, unwatched
from plancompare.drafting.documents.pdf.engine import Engine
from plancompare.drafting.documents.pdf.layout import laid_out
from plancompare.drafting.documents.plain import from_lines
from plancompare.errors import PlanCompareError


def read_pdf(file: str, path: Path, watch: Watch) -> Reading:
    """The paragraphs and tables of a PDF.

    Raises PlanCompareError for a scan without text, a locked or a damaged file, and where the engine is missing.
    """
    engine = Engine(file, path)
    lines: list[Line] = []
    for page in watch(range(1, engine.count + 1)):
        glyphs, rules = engine.page(page)
        lines += laid_out(glyphs, rules, page)
    letters = sum(sum(map(str.isalnum, line.text)) + sum(len("".join(row)) for row in line.rows) for line in lines)
    if letters < limits.LETTERS * engine.count:
        raise PlanCompareError(f"{file} is a scan without text; recognise its text first (OCR), or give it as .txt")
    cleaned = [line._replace(text=clean(line.text), number=number) for number, line in enumerate(lines, 1)]
    return from_lines(cleaned, [noted("doc_pdf", pages=engine.count)], unwatched)
