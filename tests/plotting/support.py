"""What the tests of plots need: the shipped plans with and without the extracts, and drawn sheets."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from plancompare import Comparison, compare, load
from plancompare.errors import PlanCompareError
from plancompare.model import Lang
from plancompare.plotting import PLOTS, fonts
from plancompare.plotting.figure import Canvas, drawing

ROOT = Path(__file__).parent.parent.parent
EXTRACTS = tuple(sorted((ROOT / "tests" / "extracts").glob("*.yaml")))
# a machine without a Chinese font draws boxes for its characters
FONTS_OR_BOXES = (*fonts.FAMILIES, fonts.FALLBACK)


def found_font() -> str:
    """The family that this machine writes Chinese with, else the fallback."""
    try:
        return fonts.family()
    except PlanCompareError:
        return fonts.FALLBACK


FONT = found_font()


@cache
def comparison(extracts: bool = False, plans: Sequence[str] | None = None) -> Comparison:
    """The five plans, with the six extracts if asked for; or only ``plans``."""
    return compare(load(ROOT / "plans", EXTRACTS if extracts else ()), plans)


def drawn(kind: str, of: Comparison, theme: str = "", lang: Lang = "en") -> Canvas:
    """A sheet, with the settings that the command draws with."""
    with drawing(FONT):
        return PLOTS[kind].load().draw(of, lang, theme)
