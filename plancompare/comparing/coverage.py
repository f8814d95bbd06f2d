"""Themes × plans: how many commitments a plan has under a theme, and what it means if it has none."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import CellStatus, blank_status
from plancompare.model import Plan


class ThemeCell(NamedTuple):
    """A plan under a theme: the number of commitments and the state.

    ``part``: it makes, or may make, a promise there, and our text does not hold the theme whole.
    """

    number: int
    status: CellStatus
    part: bool


def theme_cells(comparison: Comparison) -> Mapping[tuple[str, str], ThemeCell]:
    """The cell of each theme of the codebook (id) and plan (id).

    A commitment is counted under its row's theme, where every list of rows shows it, though by its own words it may
    belong to another. Under that other theme the plan is not told to be silent: it makes a promise there, counted
    elsewhere (made, 0). By all commitments of the plans, also of a narrowed comparison: what a filter left out is made
    all the same. Where it has nothing but passages that may be a promise of a row there, the cell is unsure.
    """
    counts: Counter[tuple[str, str]] = Counter()
    spoken: set[tuple[str, str]] = set()
    for plan in comparison.plans:
        for commitment in plan.commitments:
            home = comparison.homes[commitment.key]
            counts[home, plan.id] += 1
            spoken |= {(home, plan.id), (comparison.themes[commitment.key].theme, plan.id)}
    cells = {}
    for theme in comparison.codebook.ids:
        for plan in comparison.plans:
            speaks = (theme, plan.id) in spoken
            status: CellStatus = "made" if speaks else _blank(comparison, plan, theme)
            part = status in ("made", "unsure") and not plan.covers(theme)
            cells[theme, plan.id] = ThemeCell(counts[theme, plan.id], status, part)
    return cells


def _blank(comparison: Comparison, plan: Plan, theme: str) -> CellStatus:
    """What it means that a plan makes nothing under a theme."""
    status = blank_status(plan, theme)
    return "unsure" if status != "not_applicable" and (theme, plan.id) in comparison.doubts else status


def tally(cells: Iterable[ThemeCell]) -> tuple[int, int, int]:
    """Of the cells of one theme: how many are made, how many count as covered, how many are unsure."""
    states = Counter((cell.status, cell.part) for cell in cells)
    makers = states["made", False] + states["made", True]
    unsure = states["unsure", False] + states["unsure", True]
    return makers, makers + states["not_found", False] + states["unsure", False], unsure
