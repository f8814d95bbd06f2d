"""Text for a terminal or a pipe: width, colour and marks. Widths are counted in columns, never in characters.

Long output is laid out here rather than as rich tables, which take longer than the comparison itself.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from shutil import get_terminal_size

from plancompare.model import Lang

PIPE_WIDTH = 100
MARKS = {"made": "●", "not_found": "○", "not_covered": "?", "not_applicable": "–"}
ASCII_MARKS = {"made": "+", "not_found": "-", "not_covered": "?", "not_applicable": "/"}
_ASCII = str.maketrans({"≥": ">=", "≤": "<=", "≈": "~", "–": "-", "·": "|", "…": "...", "≠": "<>", "→": "->"})
# style -> rich's words for it, and the escape codes that rich would write on any terminal
STYLES: Mapping[str, tuple[str, str]] = {
    "made": ("bold green", "1;32"),
    "not_found": ("red", "31"),
    "not_covered": ("yellow", "33"),
    "not_applicable": ("dim", "2"),
    "theme": ("bold cyan", "1;36"),
    "head": ("bold", "1"),
    "target": ("magenta", "35"),
    "faint": ("dim", "2"),
}
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


@dataclass
class Screen:
    """Gathers the lines of one output; ``tty`` says whether a person sees it as it comes."""

    lang: Lang = "en"
    tty: bool = False
    ascii: bool = False
    width: int = PIPE_WIDTH
    height: int = 24
    colours: bool = False
    lines: list[str] = field(default_factory=list)

    @classmethod
    def of_stdout(cls, lang: Lang, ascii: bool = False, width: int | None = None) -> "Screen":
        """The screen that stdout is; a pipe has no colour and a fixed width unless COLUMNS gives one."""
        tty = sys.stdout.isatty()
        if not tty:
            given = os.environ.get("COLUMNS", "")
            return cls(lang, False, ascii, width or (max(40, int(given)) if given.isdigit() else PIPE_WIDTH))
        columns, lines = get_terminal_size()
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") in (None, "", "dumb")
        return cls(lang, True, ascii, max(40, width or columns), lines, colours=not plain)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of each state."""
        return ASCII_MARKS if self.ascii else MARKS

    def paint(self, text: str, style: str) -> str:
        """``text`` in a style, where the screen has colours."""
        return f"\x1b[{STYLES[style][1]}m{text}\x1b[0m" if self.colours and text else text

    def own(self, text: str) -> str:
        """The tool's own words, in plain letters where asked for; a plan's words are never touched."""
        return text.translate(_ASCII) if self.ascii else text

    def line(self, text: str = "") -> None:
        """Add one finished line."""
        self.lines.append(text.rstrip())

    def text(self) -> str:
        """All lines, each with its line end."""
        return "".join(f"{line}\n" for line in self.lines)
