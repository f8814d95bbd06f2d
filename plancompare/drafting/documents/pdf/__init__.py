"""PDF files that hold their text; a scan does not. Glyphs are put in order by where they stand on the page.

The only place that knows pypdfium2 (PDFium).
"""

from collections.abc import Iterator
from ctypes import byref, c_float
from pathlib import Path
from typing import Any

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.characters import clean
from plancompare.drafting.documents.lines import Line
from plancompare.drafting.documents.model import Reading, Watch, noted, unwatched
from plancompare.drafting.documents.pdf.layout import Glyph, Rule, laid_out, turned
from plancompare.drafting.documents.plain import from_lines
from plancompare.errors import PlanCompareError, install
from plancompare.messages import Message

MISSING = Message("reading PDF files needs pypdfium2; run: {install}, or save the text as .txt", install=install("pdf"))
_PASSWORD, _SECURITY = 4, 5  # PDFium's numbers for files that it cannot unlock
_STRAIGHT = 1.0  # points by which a ruled line may lean
_THIN = 3.0  # points: a filled shape as thin as this is a ruled line
_SHORT = 6.0  # points: what is shorter is no border of a cell


def read_pdf(file: str, path: Path, watch: Watch) -> Reading:
    """The paragraphs and tables of a PDF.

    Raises PlanCompareError for a scan without text, a locked or a damaged file, and where the engine is missing.
    """
    engine = _Engine(file, path)
    lines: list[Line] = []
    for page in watch(range(1, engine.count + 1)):
        glyphs, rules = engine.page(page)
        lines += laid_out(glyphs, rules, page)
    letters = sum(sum(map(str.isalnum, line.text)) + sum(len("".join(row)) for row in line.rows) for line in lines)
    if letters < limits.LETTERS * engine.count:
        raise PlanCompareError(
            "{file} is a scan without text; recognise its text first (OCR), or give it as .txt", file=file
        )
    cleaned = [line._replace(text=clean(line.text), number=number) for number, line in enumerate(lines, 1)]
    return from_lines(cleaned, [noted("doc_pdf", pages=engine.count)], unwatched)


class _Engine:
    """A PDF that is open; ``count`` is how many pages it has."""

    def __init__(self, file: str, path: Path) -> None:
        """Raises PlanCompareError for what cannot be opened."""
        try:
            import pypdfium2  # type: ignore[import-not-found,import-untyped,unused-ignore]
        except ImportError as error:
            raise PlanCompareError(MISSING) from error
        self._file, self._raw, self._error = file, pypdfium2.raw, pypdfium2.PdfiumError
        try:
            self._document: Any = pypdfium2.PdfDocument(path)
            self.count = len(self._document)
        except pypdfium2.PdfiumError as error:
            if error.err_code in (_PASSWORD, _SECURITY):
                raise PlanCompareError(
                    "{file} is locked with a password; save a copy without one", file=file
                ) from error
            raise PlanCompareError(
                "{file} is cut off or damaged: no PDF that can be read; save it again", file=file
            ) from error
        if not 0 < self.count <= limits.PAGES:
            raise PlanCompareError(
                "{file} has {count} pages; a plan has 1 to {most}", file=file, count=self.count, most=limits.PAGES
            )

    def page(self, number: int) -> tuple[list[Glyph], list[Rule]]:
        """What stands on a page (counted from 1), as it is turned for reading."""
        try:
            page = self._document[number - 1]
            text = page.get_textpage()
            turn = page.get_rotation()
            glyphs = list(self._glyphs(text, turn))
            rules = [rule for shape in self._shapes(page) for rule in self._rules(shape, turn)]
        except self._error as error:
            raise PlanCompareError(
                "{file} is damaged: page {number} cannot be read; save it again", file=self._file, number=number
            ) from error
        return glyphs, rules[: limits.RULES]

    def _glyphs(self, text: Any, turn: int) -> Iterator[Glyph]:
        raw, box = self._raw, self._raw.FS_RECTF()
        for index in range(min(text.count_chars(), limits.GLYPHS)):
            code = self._code(text, index)
            if code <= 32 or code in (0xFFFE, 0xFFFF) or chr(code).isspace():
                continue
            if raw.FPDFText_GetLooseCharBox(text, index, byref(box)):
                ends = (turned(box.left, box.bottom, turn), turned(box.right, box.top, turn))
                (x0, y0), (x1, y1) = ends
                yield Glyph(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), chr(code))

    def _code(self, text: Any, index: int) -> int:
        """The character at a place: one that UTF-16 writes in two halves is whole at the first."""
        code: int = self._raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00 and 0xDC00 <= (low := self._raw.FPDFText_GetUnicode(text, index + 1)) < 0xE000:
            return 0x10000 + (code - 0xD800) * 0x400 + int(low) - 0xDC00
        return 0x20 if 0xDC00 <= code < 0xE000 else int(code)

    def _shapes(self, page: Any) -> Iterator[Any]:
        for count, shape in enumerate(page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
            if count >= limits.RULES:
                return
            yield shape

    def _rules(self, shape: Any, turn: int) -> Iterator[Rule]:
        """The straight lines of a shape: its edges, or for a thin one the line that it is."""
        raw, matrix = self._raw, shape.get_matrix()
        left, bottom, right, top = shape.get_bounds()
        count = raw.FPDFPath_CountSegments(shape)
        if count <= 6 and min(right - left, top - bottom) <= _THIN:
            yield from _rule(turned(left, (bottom + top) / 2, turn), turned(right, (bottom + top) / 2, turn))
            yield from _rule(turned((left + right) / 2, bottom, turn), turned((left + right) / 2, top, turn))
            return
        x, y, start, last = c_float(), c_float(), None, None
        for index in range(min(count, limits.RULES)):
            segment = raw.FPDFPath_GetPathSegment(shape, index)
            if not raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
                continue
            across, up = matrix.on_point(x.value, y.value)
            point = turned(across, up, turn)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                start = point
            elif last is not None:
                yield from _rule(last, point)
            if start is not None and raw.FPDFPathSegment_GetClose(segment):
                yield from _rule(point, start)
            last = point


def _rule(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Rule]:
    """The line between two points, if it is level or upright and long enough to be a border."""
    (x0, x1), (y0, y1) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    if y1 - y0 <= _STRAIGHT and x1 - x0 >= _SHORT:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= _STRAIGHT and y1 - y0 >= _SHORT:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
