"""Text as a medium of fixed columns sees it: what may be printed, how wide it is, where its lines break.

Widths are counted in columns, never in characters: a Chinese character takes two.
"""

import re
import unicodedata
from collections.abc import Iterator

# where a line may break in text without spaces: not before these
_NO_START = frozenset("，。、；：！？）》”’】%,.;:!?)]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """``text`` without characters that steer a terminal; what a plan says can colour or move nothing."""
    return _CONTROL.sub("\ufffd", text) if _CONTROL.search(text) else text


class _Widths(dict[str, int]):
    """Columns of each character by Unicode's East Asian width: none for marks that combine, two for wide ones."""

    def __missing__(self, character: str) -> int:
        silent = unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me")
        self[character] = size = 0 if silent else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        return size


_WIDTHS = _Widths({chr(code): 1 for code in range(32, 127)})


def cells(text: str) -> int:
    """How many columns ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def pad(text: str, width: int) -> str:
    """``text`` and blanks up to ``width`` columns."""
    return text + " " * (width - cells(text))


def clip(text: str, width: int) -> str:
    """``text`` cut to ``width`` columns."""
    used = 0
    for place, character in enumerate(text):
        used += _WIDTHS[character]
        if used > width:
            return text[:place]
    return text


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; Chinese breaks anywhere but before closing marks, Latin at spaces."""
    if cells(text) <= width:
        return [text]
    lines: list[str] = []
    line: list[tuple[str, int]] = []
    used = 0
    for word, size in _words(text):
        if used + size > width and line:
            carried = [line.pop()] if word in _NO_START and len(line) > 1 else []
            lines.append("".join(piece for piece, _ in line).rstrip())
            line, used = carried, sum(columns for _, columns in carried)
            if word.isspace():
                continue
        line.append((word, size))
        used += size
    last = "".join(piece for piece, _ in line).rstrip()
    return [*lines, last] if last else lines


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Pieces that stay together, with their width: runs of narrow characters, single wide ones, spaces."""
    run = ""
    for character in text:
        size = _WIDTHS[character]
        if size == 1 and not character.isspace():
            run += character
            continue
        if run:
            yield run, len(run)
            run = ""
        yield character, size
    if run:
        yield run, len(run)
