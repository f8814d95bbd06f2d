"""Text as a medium of fixed columns sees it: what may be printed, how wide it is, where its lines break.

Widths are counted in columns, never in characters: a Chinese character takes two.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator

# where a line may break in text without spaces: not before these, and not behind those
_NO_START = frozenset("，。、；：！？）》”’】%,.;:!?)]")
_NO_END = frozenset("（《“‘【([")
# what steers a terminal (C0, DEL, C1), ends a line, turns the order of characters round, or is none at all
_STEERING = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(rf"[{_STEERING}\r]")
# what a style begins with in a text that is not printed yet: a plan cannot write it, for each run has another
_INK = f"\x1b{os.urandom(8).hex()}"
_UNPRINTED = re.compile(rf"{_INK}(?=\[[0-9;]*m)|[{_STEERING}]|\r(?!\n)")


def printable(text: str) -> str:
    """``text`` without characters that steer a terminal; what a plan says can colour or move nothing."""
    return _CONTROL.sub("\ufffd", text) if _CONTROL.search(text) else text


def steering(text: str, instead: Callable[[str], str]) -> str:
    """``text`` with something ``instead`` of each character that steers a terminal; line ends and tabs stay."""
    return _CONTROL.sub(lambda match: instead(match[0]), text) if _CONTROL.search(text) else text


def painted(text: str, codes: str) -> str:
    """``text`` in a style, given by the codes of a terminal ("1;32"); only ``cleared`` text shows it."""
    return f"{_INK}[{codes}m{text}{_INK}[0m"


def cleared(text: str) -> str:
    """``text`` as it goes to a stream: styles are those of ``painted``, nothing else in it can steer a terminal.

    Line ends and tabs stay.
    """
    if not _CONTROL.search(text):  # a styled text has an escape in it; data of hundreds of megabytes have nothing
        return text
    return _UNPRINTED.sub(lambda match: "\x1b" if len(match[0]) > 1 else "\ufffd", text)


def one_line(text: str) -> str:
    """``text`` as it can be printed in a line: without what steers a terminal or ends the line."""
    return printable(text).replace("\n", " ")


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
    for index, character in enumerate(text):
        used += _WIDTHS[character]
        if used > width:
            return text[:index]
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
            while len(line) > 1 and line[-1][0] in _NO_END:
                carried.insert(0, line.pop())
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
