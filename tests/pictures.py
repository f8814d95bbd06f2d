"""Pictures of terminals for the documents, as SVG: a command run on a real terminal, drawn with its colours.

Rich's own drawing counts a Chinese character as one column; here each run of narrow or wide characters has its place.
"""

from collections.abc import Iterator, Mapping
from html import escape
from io import StringIO
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from tests.terminals import on_terminal

IMAGES = Path(__file__).parent.parent / "docs" / "images"
LANGUAGES = {"en": "", "zh": ".zh"}
COLUMNS, LINES = 100, 32
CELL, LEADING, MARGIN, HEAD = 9.6, 21, 14, 34  # pixels: a column, a line, the frame, its title
INK, DIM, GROUND = "#c5c8c6", "#8b9095", "#292929"


def pictures() -> Mapping[str, str]:
    """File name -> SVG."""
    command = ("diff", "朝阳", "丰台", "--theme", "教师待遇")
    return {f"diff{suffix}.svg": terminal(language, *command) for language, suffix in LANGUAGES.items()}


def terminal(language: str, *args: str) -> str:
    """The first lines that a command shows on a terminal of 100 columns, in fonts of the reader's machine."""
    settings = {"PLANCOMPARE_LANG": language, "PLANCOMPARE_WIDTH": str(COLUMNS), "TERM": "xterm-256color"}
    shown = on_terminal([*args, "--no-pager"], env=settings).stdout.decode("utf-8").replace("\r", "")
    command = " ".join(("plancompare", *args))
    lines = [f"$ {command}", *shown.splitlines()][:LINES]
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LEADING + HEAD + MARGIN
    body = "\n".join(text for place, line in enumerate(lines) for text in _line(line, HEAD + LEADING * (place + 0.75)))
    return f"""\
<svg viewBox="0 0 {width:g} {height:g}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>{escape(command)}</title>
<style>text {{ font: 16px "Noto Sans Mono CJK SC", "Fira Code", monospace; white-space: pre; fill: {INK} }}</style>
<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>
<circle cx="20" cy="17" r="6" fill="#ff5f57"/>
<circle cx="40" cy="17" r="6" fill="#febc2e"/>
<circle cx="60" cy="17" r="6" fill="#28c840"/>
{body}
</svg>
"""


def _line(line: str, height: float) -> Iterator[str]:
    """A line of the screen, run by run: characters of one style and one width."""
    console = Console(width=COLUMNS, file=StringIO(), force_terminal=True, color_system="standard")
    column = 0
    for segment in console.render(Text.from_ansi(line, no_wrap=True, end="")):
        for text in _runs(segment):
            columns = cell_len(text)
            if text.strip():
                yield (
                    f'<text x="{MARGIN + column * CELL:g}" y="{height:g}" textLength="{columns * CELL:g}"'
                    f"{_look(segment.style)}>{escape(text)}</text>"
                )
            column += columns


def _runs(segment: Segment) -> list[str]:
    return ["".join(run) for _, run in groupby(segment.text.strip("\n"), get_character_cell_size)]


def _look(style: Style | None) -> str:
    if style is None:
        return ""
    color = style.color.get_truecolor(SVG_EXPORT_THEME).hex if style.color else DIM if style.dim else ""
    looks = [f"fill:{color}"] * bool(color) + ["font-weight:bold"] * bool(style.bold)
    return f' style="{";".join(looks)}"' if looks else ""
