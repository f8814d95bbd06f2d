"""Themes × plans: how many commitments a plan has under a theme, and what it means if it has none."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import CellStatus, blank_status


class ThemeCell(NamedTuple):
    """A plan under a theme: the number of commitments, the state, and whether our text holds the theme only in part."""

    number: int
    status: CellStatus
    part: bool


def theme_cells(comparison: Comparison) -> Mapping[tuple[str, str], ThemeCell]:
    """The cell of each theme of the codebook (id) and plan (id).

    A commitment is counted under its row's theme, where every list of rows shows it, though by its own words it may
    belong to another. Under that other theme the plan is not told to be silent: it makes a promise there, counted
    elsewhere (made, 0). By all commitments of the plans, also of a narrowed comparison: what a filter left out is made
    all the same.
    """
    counts: Counter[tuple[str, str]] = Counter()
    spoken: set[tuple[str, str]] = set()
    for plan in comparison.plans:
        for commitment in plan.commitments:
            home = comparison.homes[commitment.key]
            counts[home, plan.id] += 1
            spoken |= {(home, plan.id), (comparison.themes[commitment.key].theme, plan.id)}
    found = {}
    for theme in comparison.codebook.ids:
        for plan in comparison.plans:
            made = (theme, plan.id) in spoken
            status: CellStatus = "made" if made else blank_status(plan, theme)
            found[theme, plan.id] = ThemeCell(counts[theme, plan.id], status, made and not plan.covers(theme))
    return found
