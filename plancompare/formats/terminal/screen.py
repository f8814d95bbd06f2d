"""A terminal or a pipe: width, colour and marks."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from shutil import get_terminal_size

from plancompare.model import Lang
from plancompare.telling.blocks import MARKS, UNQUANTIFIED, Own, Words
from plancompare.telling.text import cells, one_line, painted, wrap

PIPE_WIDTH = 100
NARROWEST, WIDEST = 40, 400  # below, words stand one over the other; above, nobody's eye finds the next line
SIGNS: Mapping[str, str] = {**MARKS, "unquantified": UNQUANTIFIED}
ASCII_SIGNS: Mapping[str, str] = {
    "made": "+", "unsure": "~", "not_found": "-", "not_covered": "?", "not_applicable": "/", "unquantified": "o",
}  # fmt: skip
_ASCII = str.maketrans({"≥": ">=", "≤": "<=", "≈": "~", "–": "-", "·": "|", "…": "...", "≠": "<>", "→": "->"})
# style -> rich's words for it, and the escape codes that rich would write on any terminal
STYLES: Mapping[str, tuple[str, str]] = {
    "made": ("bold green", "1;32"),
    "unsure": ("cyan", "36"),
    "not_found": ("red", "31"),
    "not_covered": ("yellow", "33"),
    "not_applicable": ("dim", "2"),
    "unquantified": ("magenta", "35"),
    "theme": ("bold cyan", "1;36"),
    "head": ("bold", "1"),
    "target": ("magenta", "35"),
    "faint": ("dim", "2"),
}


def _fitting(columns: int) -> int:
    """A width as `--width` takes it, whatever a terminal says of itself."""
    return min(max(NARROWEST, columns), WIDEST)


@dataclass
class Screen:
    """Gathers the lines of one output; ``tty`` says whether a person sees it as it comes, ``fixed`` whether a width was
    asked for.
    """

    lang: Lang = "en"
    tty: bool = False
    ascii: bool = False
    width: int = PIPE_WIDTH
    height: int = 24
    colours: bool = False
    lines: list[str] = field(default_factory=list)
    fixed: bool = False

    @classmethod
    def of_stdout(cls, lang: Lang, ascii: bool = False, width: int | None = None) -> "Screen":
        """The screen that stdout is; a pipe has no colour and a fixed width unless COLUMNS gives one."""
        tty = sys.stdout.isatty()
        if not tty:
            width_set = os.environ.get("COLUMNS", "")
            known = width_set.isascii() and width_set.isdigit() and len(width_set) < 10
            set_to = width or (_fitting(int(width_set)) if known else 0)
            return cls(lang, False, ascii, set_to or PIPE_WIDTH, fixed=bool(set_to))
        columns, lines = get_terminal_size()
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") in (None, "", "dumb")
        return cls(lang, True, ascii, width or _fitting(columns), max(1, lines), colours=not plain)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of each state."""
        return ASCII_SIGNS if self.ascii else SIGNS

    def paint(self, text: str, style: str) -> str:
        """``text`` in a style, where the screen has colours."""
        return painted(text, STYLES[style][1]) if self.colours and text and style else text

    def own(self, text: str) -> str:
        """The tool's own words, in plain letters where asked for; a plan's words are never touched."""
        return text.translate(_ASCII) if self.ascii else text

    def words(self, text: Words) -> str:
        """A text in pieces as one that can be printed; only the tool's own pieces may turn to plain letters."""
        return "".join(self.own(one_line(piece)) if isinstance(piece, Own) else one_line(piece) for piece in text)

    def paragraph(self, start: str, text: str, style: str = "") -> None:
        """A paragraph whose lines hang below the end of ``start``."""
        for line in wrap(text, self.width - cells(start)):
            self.line(start + self.paint(line, style))
            start = " " * cells(start)

    def line(self, text: str = "") -> None:
        """Add one finished line."""
        self.lines.append(text.replace("\n", " ").rstrip())

    def text(self) -> str:
        """All lines, each with its line end; to be ``cleared`` on the way to a stream, which shows their styles."""
        return "".join(f"{line}\n" for line in self.lines)
