"""Line breaks inside a paragraph (Word's soft returns, <br> of web pages), and wide gaps: which of them part it."""

import re

from plancompare.drafting.documents.lines import closed, goes_on, one_line, together
from plancompare.drafting.documents.numbers import numeral

# a heading without punctuation, a gap, and text
_GAP = re.compile(r"([^，。；：:,;！？\s]{2,30})[ \u3000\t\u00a0]{2,}(?=[^ \u3000].{20})")
HEADING = 40  # characters of a numbered line that is a heading above the next


def unbroken(text: str) -> list[str]:
    """The paragraphs that ``text`` holds: its lines, joined where a break falls inside a sentence or a word."""
    kept: list[list[str]] = []
    for line in (one_line(piece) for row in text.split("\n") for piece in at_gap(row)):
        if not line:
            continue
        if kept and not _parts(kept[-1], line):
            kept[-1].append(line)
        else:
            kept.append([line])
    return [together(*lines) for lines in kept]


def at_gap(line: str) -> list[str]:
    """The line, or a numbered heading and the text that a wide gap parts it from."""
    line = line.strip()
    number = numeral(line)
    gap = _GAP.match(line, number.width) if number else None
    return [line[: gap.end(1)], line[gap.end() :]] if gap else [line]


def _parts(before: list[str], after: str) -> bool:
    """Whether a break between lines begins a paragraph."""
    if goes_on(after):
        return False
    heading = len(before) == 1 and len(before[0]) <= HEADING and numeral(before[0]) is not None
    return heading or closed(before[-1]) or numeral(after) is not None
