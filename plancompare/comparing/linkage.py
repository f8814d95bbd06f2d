"""Rows of what nobody has coded: average-link agglomeration over pairs of different plans.

The strongest link acts first. Two groups join while the mean log-odds of their pairs across plans reaches the bound;
a pair that shares too little to be scored counts as `FLOOR`. So no chaining (one strong link does not carry two
unlike rows together), and one weak link does not keep a row of ten apart, as "every pair above a bound" does. Ties go
by index: deterministic, and order-free because indexes follow the keys. (Sokal & Michener 1958, UPGMA.)
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Pair = tuple[int, int]
STEPS = 1 << 30  # whole numbers to a unit of log-odds: a billionth, far below what a score tells
FLOOR = -6.0  # log-odds of a pair that shares too little to be scored: 1 in 400, about where the mixture starts


class _Tie(NamedTuple):
    """What two groups have between them: the sum of the log-odds found, in whole numbers, and of how many pairs."""

    total: int = 0
    pairs: int = 0

    def with_(self, other: "_Tie") -> "_Tie":
        return _Tie(self.total + other.total, self.pairs + other.pairs)


class _Groups:
    """Groups that grow; sums of log-odds are whole numbers, so that they are the same in whatever order they grew."""

    def __init__(self, plans: Sequence[str], odds: Mapping[Pair, float]) -> None:
        self.members = {index: [index] for index in sorted({index for pair in odds for index in pair})}
        self._of_plans = {index: Counter((plans[index],)) for index in self.members}
        self._ties: dict[int, dict[int, _Tie]] = {index: {} for index in self.members}
        for (one, other), value in odds.items():
            self._ties[one][other] = self._ties[other][one] = _Tie(round(value * STEPS), 1)

    def merge(self, one: int, other: int) -> list[int]:
        """Make one group of two; gives the groups that it has ties with."""
        self.members[one] = self.members[one] + self.members.pop(other)
        self._of_plans[one] += self._of_plans.pop(other)
        mine, theirs = self._ties[one], self._ties.pop(other)
        mine.pop(other, None)
        theirs.pop(one, None)
        for third, tie in theirs.items():
            mine[third] = tie.with_(mine[third]) if third in mine else tie
            del self._ties[third][other]
        for third, tie in mine.items():
            self._ties[third][one] = tie
        return sorted(mine)

    def mean(self, one: int, other: int) -> float:
        """Mean log-odds between two groups, over pairs of different plans; nothing joins where there is none."""
        few, many = sorted((self._of_plans[one], self._of_plans[other]), key=len)
        within = sum(count * many[plan] for plan, count in few.items() if plan in many)
        pairs = len(self.members[one]) * len(self.members[other]) - within
        tie = self._ties[one][other]
        return (tie.total + (pairs - tie.pairs) * FLOOR * STEPS) / (pairs * STEPS) if pairs else float("-inf")


def linked(
    plans: Sequence[str],
    odds: Mapping[Pair, float],
    least: float,
    apart: Callable[[Sequence[int], Sequence[int]], bool],
) -> list[list[int]]:
    """Groups of the indexes that stand in ``odds`` (log-odds of pairs of different plans, the smaller index first).

    ``least`` is the mean log-odds at which groups join, ``apart`` forbids a union.
    """
    groups = _Groups(plans, odds)
    members = groups.members
    heap = [(-value, one, other, 1, 1) for (one, other), value in odds.items() if value >= least]
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        fresh = len(members.get(one, ())) == size and len(members.get(other, ())) == other_size
        if not fresh or apart(members[one], members[other]):
            continue
        for third in groups.merge(one, other):
            first, second = min(one, third), max(one, third)
            value = groups.mean(first, second)
            if value >= least:
                heappush(heap, (-value, first, second, len(members[first]), len(members[second])))
    return sorted(sorted(group) for group in members.values())
