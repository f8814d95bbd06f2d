"""How firm the cells are: which of them change when the thresholds move a little, or rulings are ignored.

An unsure cell is not made, and counts as a blank here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.comparison import Comparison, compare
from plancompare.model import Corpus, Label

SHIFT = 5  # points by which the thresholds move: a choice, the step of the curve in `evaluation`


class Flip(NamedTuple):
    """A cell that another setting would fill or empty; ``by`` names the settings: lower, higher, no decisions."""

    row: str
    theme: str
    label: Label
    plan: str
    made: bool
    by: tuple[str, ...]


class Stability(NamedTuple):
    """``flips``: the cells that change; ``cells``: all cells, by theme and plan."""

    flips: tuple[Flip, ...]
    cells: Mapping[tuple[str, str], int]


def stability(corpus: Corpus, comparison: Comparison) -> Stability:
    """Hold ``comparison`` (made of ``corpus``) against three others: thresholds lower, higher, and without decisions.

    A cell flips if the row that holds the same core commitment makes the plan's cell filled instead of blank or the
    other way round.
    """
    settings = comparison.settings
    base = settings.thresholds
    plans = [plan.id for plan in comparison.plans]
    variants = {
        "lower": _makers(compare(corpus, plans, decisions=settings.decisions, thresholds=_moved(base, -SHIFT))),
        "higher": _makers(compare(corpus, plans, decisions=settings.decisions, thresholds=_moved(base, SHIFT))),
    }
    if settings.decisions:
        variants["no decisions"] = _makers(compare(corpus, plans, decisions=False, thresholds=base))
    flips, cells = [], dict[tuple[str, str], int]()
    for row in comparison.rows:
        core = row.core.key
        for plan, cell in row.cells.items():
            cells[row.theme, plan] = cells.get((row.theme, plan), 0) + 1
            filled = cell.status == "made"
            by = tuple(name for name, makers in variants.items() if (plan in makers[core]) != filled)
            if by:
                flips.append(Flip(row.id, row.theme, row.label, plan, filled, by))
    return Stability(tuple(flips), cells)


def _moved(thresholds: Thresholds, points: int) -> Thresholds:
    return Thresholds(thresholds.match + points, thresholds.review + points)


def _makers(comparison: Comparison) -> Mapping[str, frozenset[str]]:
    """For each commitment the plans that make its row."""
    return {
        commitment.key: frozenset(plan for plan, cell in row.cells.items() if cell.commitments)
        for row in comparison.rows
        for commitment in row.commitments
    }
