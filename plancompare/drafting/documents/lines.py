"""Lines of a text, before it is known which of them make a paragraph."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\u00a0\u2002-\u200a\u3000]+")
# what is there for typesetters and would break words in two: soft hyphens, zero width blanks, marks of order
_SILENT = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_RADICALS = re.compile(r"[\u2e9f\u2ef3\u2f00-\u2fd5]")
_NO_START = tuple("，。、；：！？）》”’】〉〕%％")
_CLOSED = re.compile(r"[。！？!?；;：:…][”’\"'」』）)》〉】]*$")
_IS_WIDE = r"\u1100-\u11ff\u2010-\u2027\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffe6"
_WIDE = re.compile(f"[{_IS_WIDE}]")
_INSIDE_NUMBER = re.compile(r"\d[.,]$")
_BETWEEN_WIDE = re.compile(f"(?<=[{_IS_WIDE}]) (?=[{_IS_WIDE}])")


class Line(NamedTuple):
    """A line: its text without blanks at the ends, where it stands, and what it shows of its paragraph.

    ``indent`` is in columns; ``gap`` says that a blank line stands before it. A table has ``rows`` instead of a text.
    """

    text: str
    number: int
    page: int | None = None
    indent: int = 0
    gap: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def clean(text: str) -> str:
    """``text`` without silent and control characters; line breaks, tabs and form feeds stay.

    Radicals, which some PDF files write for the characters that look like them, become those characters.
    """
    text = _CONTROL.sub("", _SILENT.sub("", text))
    return _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def one_line(text: str) -> str:
    """``text`` on one line: runs of blanks are one, none between Chinese characters and none at the ends."""
    return _BETWEEN_WIDE.sub("", _BLANKS.sub(" ", text)).strip()


def together(*pieces: str) -> str:
    """Stretches that soft breaks part: with a blank between Latin words, none beside Chinese characters."""
    told: list[str] = []
    for piece in filter(None, pieces):
        cut = told and _INSIDE_NUMBER.search(told[-1]) and piece[0].isdigit()
        if told and not cut and not (_WIDE.match(told[-1][-1]) or _WIDE.match(piece)):
            told.append(" ")
        told.append(piece)
    return "".join(told)


def closed(text: str) -> bool:
    """Whether ``text`` ends as a sentence or a clause in a list does."""
    return bool(_CLOSED.search(text[-4:]))


def goes_on(text: str) -> bool:
    """Whether ``text`` begins with what no paragraph begins with: a mark that closes or parts."""
    return text.startswith(_NO_START)


def columns(text: str) -> int:
    """How many columns ``text`` takes in a fixed-width face."""
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank; a form feed begins a page."""
    pages = text.split("\f")
    number, gap = 0, False
    for page, content in enumerate(pages, 1):
        rows = _BREAKS.split(content)
        for place, row in enumerate(rows):
            number += place > 0 or page == 1
            line = row.strip(" \t\u00a0\u3000")
            if line:
                start = row[: len(row) - len(row.lstrip())]
                yield Line(line, number, page if len(pages) > 1 else None, columns(start), gap)
            gap = not line
