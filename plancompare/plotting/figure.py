"""A sheet to draw on, in inches from its upper left corner, and its bytes. Knows nothing of plans.

The same drawing gives the same bytes: no dates, no version, fixed ids. Text is drawn as outlines in SVG, so that it
looks the same where the font is missing; what a mark stands for is in its id.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, Literal, NamedTuple
from unicodedata import east_asian_width

from plancompare.plotting.fonts import FALLBACK
from plancompare.telling.text import cells, clip, printable, wrap

POINTS = 72
DPI = 160
MARGIN = 0.3
BODY, SMALL, TITLE = 9.0, 7.5, 13.0
# a dark blue and a vermilion that the colour-blind tell apart, and that differ in grey (Okabe and Ito 2008)
INK, FAINT, RULE, ACCENT, SECOND = "#1a1a1a", "#5a5a5a", "#c8c8c8", "#0b4f8a", "#c8500a"
METADATA: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}
Side = Literal["left", "center", "right"]


class Swatch(NamedTuple):
    """How an area is filled: colour, hatching, border."""

    fill: str = "white"
    hatch: str = ""
    edge: str = RULE


@contextmanager
def drawing(family: str) -> Iterator[None]:
    """Settings that hold whatever a user's own matplotlibrc says; no text is read as mathematics."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "font.family": [family, FALLBACK],
                "text.parse_math": False,
                "text.usetex": False,
                "svg.hashsalt": "plancompare",
                "svg.fonttype": "path",
                "pdf.fonttype": 3,
                "hatch.linewidth": 0.6,
            }
        )
        yield


class Canvas:
    """A sheet of ``width`` × ``height`` inches. ``texts`` gathers all that is written on it."""

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height), facecolor="white")
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.axis("off")
        self.texts: list[str] = []

    def box(self, x: float, y: float, width: float, height: float, swatch: Swatch, name: str = "") -> None:
        """A filled rectangle; ``name`` becomes its id in SVG."""
        from matplotlib.patches import Rectangle

        self.axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=swatch.fill,
                edgecolor=swatch.edge,
                hatch=swatch.hatch or None,
                linewidth=0.6,
                gid=_id(name) or None,
            )
        )

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        side: Side = "left",
        colour: str = INK,
        bold: bool = False,
        backed: bool = False,
    ) -> None:
        """One line of text, centred on ``y``; ``backed`` keeps lines from showing through."""
        line = one_line(text)
        self.texts.append(line)
        self.axes.text(
            x,
            y,
            line,
            fontsize=size,
            ha=side,
            va="center",
            color=colour,
            weight="bold" if bold else "normal",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8} if backed else None,
            zorder=4,
            parse_math=False,
        )

    def paragraph(
        self, x: float, y: float, lines: Sequence[str], size: float = SMALL, colour: str = FAINT, bold: bool = False
    ) -> float:
        """Lines of text below ``y``; where they end."""
        step = line_height(size)
        for number, line in enumerate(lines):
            self.words(x, y + (number + 0.5) * step, line, size, colour=colour, bold=bold)
        return y + len(lines) * step

    def line(
        self, xs: Sequence[float], ys: Sequence[float], colour: str = INK, width: float = 1, dashed: bool = False
    ) -> None:
        """A line through points."""
        self.axes.plot(xs, ys, color=colour, linewidth=width, linestyle=(0, (3, 2)) if dashed else "solid")

    def mark(self, x: float, y: float, shape: str, colour: str, filled: bool = True, name: str = "") -> None:
        """A small mark; ``shape`` as in matplotlib."""
        face = colour if filled else "white"
        [drawn] = self.axes.plot(
            [x], [y], marker=shape, color=colour, markerfacecolor=face, markersize=6, linestyle="none", zorder=5
        )
        if name:
            drawn.set_gid(_id(name))

    def arrow(self, x: float, to: float, y: float, colour: str) -> None:
        """A level arrow."""
        self.axes.annotate(
            "",
            xy=(to, y),
            xytext=(x, y),
            arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1, "shrinkA": 3, "shrinkB": 3},
        )

    def write(self, out: IO[bytes], form: str) -> None:
        """The sheet's bytes as ``form``: svg, png or pdf. What was written first is its title."""
        import warnings

        metadata = {**METADATA[form], "Title": self.texts[0]} if self.texts else METADATA[form]

        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from")  # told in one line by the caller
            self.figure.savefig(out, format=form, dpi=DPI, metadata=metadata)


def _id(name: str) -> str:
    """A name that XML takes as an id."""
    return "".join(c if c.isalnum() or c in "._-" else "_" for c in one_line(name))


def one_line(text: str) -> str:
    """``text`` on one line and without characters that steer."""
    return " ".join(printable(text).split())


def line_height(size: float) -> float:
    """The distance of lines, in inches."""
    return size * 1.5 / POINTS


def width_of(text: str, size: float = BODY) -> float:
    """About how wide a text comes out, in inches; rather too wide than too narrow.

    Quotation marks and the like, which terminals draw narrow, are as wide as Chinese characters in a Chinese font.
    """
    return sum(map(_ems, text)) * size / POINTS


def _ems(character: str) -> float:
    if not character.isascii():
        return 1.0 if east_asian_width(character) in "WFA" else 0.65
    if character in "ijltfrI.,:;'|!()[]- ":
        return 0.36
    return 0.92 if character in "mwMW%@" else 0.68 if character.isupper() else 0.57


def fitted(text: str, room: float, size: float = BODY) -> str:
    """``text``, cut with a sign where it is wider than ``room`` inches."""
    line = one_line(text)
    if width_of(line, size) <= room:
        return line
    columns = cells(line)
    while columns > 1 and width_of(clip(line, columns) + "…", size) > room:
        columns -= 1
    return clip(line, columns) + "…"


def folded(text: str, room: float, size: float = SMALL, most: int = 0) -> list[str]:
    """``text`` in lines of at most ``room`` inches; of more than ``most`` lines the last is cut."""
    cleaned = one_line(text)
    columns = max(2, int(room * POINTS / size / 0.5))
    while True:
        lines = wrap(cleaned, columns)
        if columns <= 2 or all(width_of(line, size) <= room for line in lines):
            break
        columns -= 1
    if most and len(lines) > most:
        lines = [*lines[: most - 1], "".join(lines[most - 1 :])]
    return [fitted(line, room, size) for line in lines]  # a long word is not broken
