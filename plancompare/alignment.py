"""Commitments of several plans brought into rows: one row, one promise, whoever makes it.

It is handed scores and obeys decisions; it never looks at a text. Laws: no chaining (no two members of an undecided
row are below the review threshold), order-free, deterministic, a decided row keeps its members.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from plancompare.model import Decision


class Thresholds(NamedTuple):
    """``match``: alike enough to join a row. ``review``: the least that any two members of a row may have."""

    match: int = 62
    review: int = 52


class Group(NamedTuple):
    """A row in the making: member indexes, the decision behind it, and its weakest link (None for one plan)."""

    members: tuple[int, ...]
    decision: Decision | None
    weakest: int | None


class Scores(Protocol):
    """What the alignment asks of a scorer; pairs are indexes, the smaller first, scores 0-100."""

    def within(self, least: int) -> Mapping[tuple[int, int], "HasTotal"]:
        """Pairs of different plans that share a theme."""

    def across(self, lonely: Sequence[int]) -> Mapping[tuple[int, int], "HasTotal"]:
        """Pairs of the lonely with commitments of other plans and themes."""

    def of(self, pair: tuple[int, int]) -> "HasTotal":
        """Any pair, of one plan too."""


class HasTotal(Protocol):
    """A score."""

    @property
    def total(self) -> int:
        """0-100."""


def align(
    keys: Sequence[str], scores: Scores, decisions: Sequence[Decision], thresholds: Thresholds
) -> tuple[Group, ...]:
    """Groups of indexes into ``keys`` (``plan/commitment``, sorted); every index is in exactly one group."""
    rows = _Rows(keys, scores, decisions, thresholds)
    rows.join({pair: found.total for pair, found in scores.within(thresholds.review).items()})
    rows.join({pair: found.total for pair, found in scores.across(rows.lonely()).items()})
    return rows.groups()


class _Rows:
    """Rows that grow by their strongest links."""

    def __init__(
        self, keys: Sequence[str], scores: Scores, decisions: Sequence[Decision], thresholds: Thresholds
    ) -> None:
        self.keys = keys
        self.scores = scores
        self.plans = [key.split("/", 1)[0] for key in keys]
        self.thresholds = thresholds
        self.totals: dict[tuple[int, int], int] = {}
        self.row_of = list(range(len(keys)))
        self.members = {index: [index] for index in range(len(keys))}
        self.decided: dict[int, Decision] = {}
        self.apart: set[tuple[int, int]] = set()
        self._rule(decisions)

    def _rule(self, decisions: Sequence[Decision]) -> None:
        """Decided rows stand before anything is scored; of contradictory ones the first by id holds."""
        index_of = {key: index for index, key in enumerate(self.keys)}
        for decision in decisions:
            here = [index_of[key] for key in decision.members if key in index_of]
            if decision.kind == "different":
                if len(here) == 2:
                    self.apart.add((min(here), max(here)))
                continue
            free = [index for index in here if self.row_of[index] not in self.decided]
            for index in free[1:]:
                self._merge(self.row_of[free[0]], self.row_of[index])
            if free:
                self.decided[self.row_of[free[0]]] = decision

    def join(self, totals: Mapping[tuple[int, int], int]) -> None:
        """Let the strongest links act first; ties go by the names of the two commitments."""
        self.totals.update(totals)
        strong = [
            (-total, pair)
            for pair, total in totals.items()
            if total >= self.thresholds.match and self.plans[pair[0]] != self.plans[pair[1]]
        ]
        for _, (a, b) in sorted(strong):
            one, other = self.row_of[a], self.row_of[b]
            if one != other and self._fit(one, other):
                self._merge(one, other)

    def _fit(self, one: int, other: int) -> bool:
        """Whether two rows may become one."""
        if one in self.decided and other in self.decided:
            return False
        crossing = [(min(a, b), max(a, b)) for a in self.members[one] for b in self.members[other]]
        if any(pair in self.apart for pair in crossing):
            return False
        if one in self.decided or other in self.decided:
            # a decided row may hold promises in quite different words: being like one of them is enough
            newcomers = self.members[other] if one in self.decided else self.members[one]
            return len(newcomers) == 1
        return all(self._total(pair) >= self.thresholds.review for pair in crossing)

    def _total(self, pair: tuple[int, int]) -> int:
        if pair not in self.totals:
            self.totals[pair] = self.scores.of(pair).total
        return self.totals[pair]

    def _merge(self, one: int, other: int) -> None:
        keep, gone = min(one, other), max(one, other)
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        for index in self.members[keep]:
            self.row_of[index] = keep
        if gone in self.decided:
            self.decided[keep] = self.decided.pop(gone)

    def lonely(self) -> list[int]:
        """Members of rows that hold one plan only."""
        return [i for members in self.members.values() if self._one_plan(members) for i in members]

    def _one_plan(self, members: Sequence[int]) -> bool:
        return len({self.plans[index] for index in members}) == 1

    def groups(self) -> tuple[Group, ...]:
        """The rows, in the order of their first members."""
        return tuple(
            Group(tuple(members), self.decided.get(row), self._weakest(members))
            for row, members in sorted(self.members.items())
        )

    def _weakest(self, members: Sequence[int]) -> int | None:
        """The lowest score between members of different plans."""
        if self._one_plan(members):
            return None
        return min(
            self._total((a, b))
            for place, a in enumerate(members)
            for b in members[place + 1 :]
            if self.plans[a] != self.plans[b]
        )
