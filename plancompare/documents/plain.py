"""Plain text files: bytes to lines, lines to paragraphs."""

from collections.abc import Iterable

from plancompare.documents.model import Paragraph, Reading, Watch
from plancompare.errors import PlanCompareError


def read_plain(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a text file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise PlanCompareError(f"{file}: neither UTF-8 nor GB18030; save it as UTF-8 text")
    return Reading(list(_paragraphs(watch(text.splitlines()))), [])


def _paragraphs(lines: Iterable[str]) -> Iterable[Paragraph]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Paragraph(line.strip(), number)
