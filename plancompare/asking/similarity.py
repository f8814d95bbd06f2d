"""How far plans overlap: Jaccard over the rows of themes that both texts cover whole.

An excerpt says nothing of themes that it leaves out, so a pair is measured only where both could have spoken; pairs
without such a theme do not compare. An unsure cell counts as not made: only what is joined is in common.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.model import Plan


class Overlap(NamedTuple):
    """What two plans make in the themes that both cover: rows of the first, of the second, of both."""

    first: int
    second: int
    both: int

    @property
    def either(self) -> int:
        """The rows that at least one of them makes: n."""
        return self.first + self.second - self.both

    @property
    def jaccard(self) -> float | None:
        """The share of these rows that both make (Jaccard 1912); None where there are none."""
        return self.both / self.either if self.either else None


def overlaps(comparison: Comparison) -> Mapping[tuple[str, str], Overlap]:
    """The overlap of every two plans, keyed by their ids in the order of the plans compared."""
    return {(a.id, b.id): _overlap(a, b, comparison.rows) for a, b in combinations(comparison.plans, 2)}


def _overlap(a: Plan, b: Plan, rows: Sequence[Row]) -> Overlap:
    first = second = both = 0
    for row in rows:
        if not (_speaks(a, row) and _speaks(b, row)):
            continue
        mine, theirs = row.cells[a.id].status == "made", row.cells[b.id].status == "made"
        first, second, both = first + mine, second + theirs, both + (mine and theirs)
    return Overlap(first, second, both)


def _speaks(plan: Plan, row: Row) -> bool:
    """Whether the plan's text covers the row's theme whole and the row can apply to it."""
    return plan.covers(row.theme) and row.cells[plan.id].status != "not_applicable"


def comparable(plans: Sequence[str], pairs: Mapping[tuple[str, str], Overlap]) -> tuple[str, ...]:
    """The plans of which every two compare, in their order: those that block most pairs are left out, one by one."""
    remaining = list(plans)
    while True:
        blocked = {plan: sum(_blocks(plan, other, pairs) for other in remaining if other != plan) for plan in remaining}
        worst = max(blocked.values(), default=0)
        if not worst:
            return tuple(remaining)
        remaining.remove(next(plan for plan in reversed(remaining) if blocked[plan] == worst))


def _blocks(one: str, other: str, pairs: Mapping[tuple[str, str], Overlap]) -> bool:
    pair = pairs.get((one, other)) or pairs[other, one]
    return pair.jaccard is None
