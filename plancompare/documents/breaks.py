"""Line breaks inside a paragraph (Word's soft returns, <br> of web pages): which of them part it."""

from plancompare.documents.lines import closed, one_line, together
from plancompare.documents.numbers import numeral

HEADING = 40  # characters of a numbered line that is a heading above the next


def unbroken(text: str) -> list[str]:
    """The paragraphs that ``text`` holds: its lines, joined where a break falls inside a sentence or a word."""
    kept: list[list[str]] = []
    for line in map(one_line, text.split("\n")):
        if not line:
            continue
        if kept and not _parts(kept[-1], line):
            kept[-1].append(line)
        else:
            kept.append([line])
    return [together(*lines) for lines in kept]


def _parts(before: list[str], after: str) -> bool:
    """Whether a break between lines begins a paragraph."""
    heading = len(before) == 1 and len(before[0]) <= HEADING and numeral(before[0]) is not None
    return heading or closed(before[-1]) or numeral(after) is not None
