"""Rows of what nobody has coded: average-link agglomeration over pairs of different plans.

The strongest link acts first. Two groups join while the mean log-odds of their pairs across plans reaches the bound;
a pair that shares too little to be scored counts as `FLOOR`. So no chaining (one strong link does not carry two
unlike rows together), and one weak link does not keep a row of ten apart, as "every pair above a bound" does. Ties go
by index: deterministic, and order-free because indexes follow the keys. (Sokal & Michener 1958, UPGMA.)
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
FLOOR = -6.0  # log-odds of a pair that shares too little to be scored: 1 in 400, about where the mixture starts


def linked(
    plans: Sequence[str],
    odds: Mapping[Pair, float],
    least: float,
    apart: Callable[[Sequence[int], Sequence[int]], bool],
) -> list[list[int]]:
    """Groups of the indexes that stand in ``odds`` (log-odds of pairs of different plans, the smaller index first).

    ``least`` is the mean log-odds at which groups join, ``apart`` forbids a union.
    """
    members = {index: [index] for index in sorted({index for pair in odds for index in pair})}
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in odds:
        near[one].add(other)
        near[other].add(one)
    heap = [(-value, one, other, 1, 1) for (one, other), value in odds.items() if value >= least]
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        fresh = len(members.get(one, ())) == size and len(members.get(other, ())) == other_size
        if not fresh or apart(members[one], members[other]):
            continue
        members[one] = members[one] + members.pop(other)
        near[one] = (near[one] | near.pop(other)) - {one, other}
        for third in sorted(near[one]):
            near[third].discard(other)
            near[third].add(one)
            first, second = min(one, third), max(one, third)
            value = _mean(members[first], members[second], plans, odds)
            if value >= least:
                heappush(heap, (-value, first, second, len(members[first]), len(members[second])))
    return sorted(sorted(group) for group in members.values())


def _mean(one: Sequence[int], other: Sequence[int], plans: Sequence[str], odds: Mapping[Pair, float]) -> float:
    """Mean log-odds between two groups, over pairs of different plans; nothing joins where there is none."""
    values = [odds.get((min(a, b), max(a, b)), FLOOR) for a in one for b in other if plans[a] != plans[b]]
    return sum(values) / len(values) if values else float("-inf")
