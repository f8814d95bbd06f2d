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

    By all commitments of the plans, also of a narrowed comparison: what a filter left out is made all the same.
    """
    counts = Counter((comparison.themes[c.key].theme, c.plan) for plan in comparison.plans for c in plan.commitments)
    found = {}
    for theme in comparison.codebook.ids:
        for plan in comparison.plans:
            count = counts[theme, plan.id]
            status: CellStatus = "made" if count else blank_status(plan, theme)
            found[theme, plan.id] = ThemeCell(count, status, bool(count) and not plan.covers(theme))
    return found
