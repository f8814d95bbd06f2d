"""Sheets of paper. For Chinese the type area of GB/T 9704-2012 (156 × 225 mm on A4), else margins of 20 and 25 mm."""

from collections.abc import Mapping
from typing import NamedTuple

from plancompare.model import Lang

TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre


class Paper(NamedTuple):
    """A sheet and its margins in millimetres; ``left`` is the binding side of an upright sheet."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def measure(self) -> int:
        """The width of the type area in twips (twentieths of a point)."""
        return round((self.width - self.left - self.right) * TWIPS)

    @property
    def depth(self) -> int:
        """The height of the type area in twips."""
        return round((self.height - self.top - self.bottom) * TWIPS)


UPRIGHT: Mapping[Lang, Paper] = {"zh": Paper(210, 297, 37, 26, 35, 28), "en": Paper(210, 297, 25, 20, 25, 20)}
# a sheet turned: its head lies at the binding, so that the type area keeps its place on the paper
ACROSS: Mapping[Lang, Paper] = {"zh": Paper(297, 210, 28, 37, 26, 35), "en": Paper(297, 210, 20, 25, 20, 25)}


def paper(lang: Lang, across: bool) -> Paper:
    """The sheet for a chapter."""
    return (ACROSS if across else UPRIGHT)[lang]
