"""How fast long documents are read, and in how much memory: `python -m tests.benchmarks.documents`.

A page is 840 characters in eight paragraphs of four runs each, with the settings that Word writes out for every run,
and a table of ten rows every tenth page.
"""

import sys
import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.sax.saxutils import escape

from plancompare.drafting import draft, read
from plancompare.drafting.encoding.draft import Vocabulary
from plancompare.reading.collection import shipped, vocabulary
from tests.drafting.documents.support import LONG, cell, para, table, word

PAGES = 300
_SETTINGS = (
    '<w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:hint="eastAsia"/><w:color w:val="000000"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
)


class Measured(NamedTuple):
    """What reading took: seconds, megabytes at the peak, megabytes that the document itself keeps."""

    kind: str
    size: float
    seconds: float
    peak: float
    kept: float


def _paragraph(text: str) -> str:
    step = len(text) // 4 + 1
    runs = (text[i : i + step] for i in range(0, len(text), step))
    return para(inside="".join(f"<w:r>{_SETTINGS}<w:t>{escape(run)}</w:t></w:r>" for run in runs))


def _pages(pages: int) -> list[list[str]]:
    """The paragraphs of each page."""
    return [
        [f"（{page}）第{page}页的标题", *[f"{LONG}{LONG[:40]}第{page}页第{i}段。" for i in range(8)]]
        for page in range(pages)
    ]


def word_file(folder: Path, pages: int = PAGES) -> Path:
    """A long Word file."""
    rows = table(*[[cell(f"指标{i}"), cell("85%"), cell("90%")] for i in range(10)])
    body = [
        "".join(map(_paragraph, texts)) + (rows if page % 10 == 0 else "") for page, texts in enumerate(_pages(pages))
    ]
    return word(folder, *body)


def text_file(folder: Path, pages: int = PAGES) -> Path:
    """The same as text, with page markers."""
    path = folder / "plan.txt"
    marked = ["\n".join([*texts, f"— {page} —"]) for page, texts in enumerate(_pages(pages), 1)]
    path.write_text("\n".join(marked), encoding="utf-8")
    return path


def measured(path: Path) -> Measured:
    """Read a file once for its time, once for its memory."""
    started = time.perf_counter()
    read(path)
    seconds = time.perf_counter() - started
    tracemalloc.start()
    document = read(path)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Measured(document.kind, path.stat().st_size / 2**20, seconds, peak / 2**20, kept / 2**20)


def documents(pages: int = PAGES) -> list[Measured]:
    """The figures for a Word file and a text file of so many pages."""
    with TemporaryDirectory() as folder:
        return [measured(make(Path(folder), pages)) for make in (word_file, text_file)]


def encoding(pages: int = PAGES) -> float:
    """Seconds that a first encoding of a Word file of so many pages takes, reading included."""
    words = Vocabulary(*vocabulary(shipped()))
    with TemporaryDirectory() as folder:
        path = word_file(Path(folder), pages)
        started = time.perf_counter()
        _ = draft(read(path), words, "long").plan
        return time.perf_counter() - started


def main() -> None:
    """Print the figures; an argument gives the number of pages."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    for row in documents(pages):
        print(
            f"{row.kind:5}{pages} pages, {row.size:.1f} MB: {row.seconds:.2f} s, {pages / row.seconds:.0f} pages/s,"
            f" peak {row.peak:.0f} MB, of which kept {row.kept:.0f} MB"
        )
    seconds = encoding(pages)
    print(f"encode {pages} pages: {seconds:.2f} s, {pages / seconds:.0f} pages/s")


if __name__ == "__main__":
    main()
