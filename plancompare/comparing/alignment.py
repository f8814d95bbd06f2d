"""Commitments of several plans brought into rows: one row, one promise, whoever makes it.

It is handed scores and obeys decisions; it never looks at a text. Laws: no chaining (no two members of an undecided
row are below the review threshold), order-free, deterministic, a decided row keeps its members.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from plancompare.model import Decision


class Thresholds(NamedTuple):
    """``match``: alike enough to join a row. ``review``: the least that any two members of a row may have."""

    match: int = 62
    review: int = 52


class Group(NamedTuple):
    """A row in the making: members, its decision, its weakest link (None for one plan or where all is ruled)."""

    members: tuple[int, ...]
    decision: Decision | None
    weakest: int | None


class Scores(Protocol):
    """What the alignment asks of a scorer; pairs are indexes, the smaller first, scores 0-100."""

    def within(self, least: int, closed: Collection[str]) -> Mapping[tuple[int, int], "HasTotal"]:
        """Pairs of different plans that share a theme; those of two ``closed`` plans are not wanted."""

    def across(self, lonely: Sequence[int], closed: Collection[str]) -> Mapping[tuple[int, int], "HasTotal"]:
        """Pairs of the lonely with commitments of other plans and themes."""

    def of(self, pair: tuple[int, int]) -> "HasTotal":
        """Any pair, of one plan too."""


class HasTotal(Protocol):
    """A score."""

    @property
    def total(self) -> int:
        """0-100."""


def align(
    keys: Sequence[str],
    scores: Scores,
    decisions: Sequence[Decision],
    closed: Collection[str],
    thresholds: Thresholds,
) -> tuple[Group, ...]:
    """Groups of indexes into ``keys`` (``plan/commitment``, sorted); every index is in exactly one group.

    ``closed`` are plans that were reviewed from end to end: no score joins commitments of two of these.
    """
    rows = _Rows(keys, scores, decisions, closed, thresholds)
    rows.join({pair: found.total for pair, found in scores.within(thresholds.review, closed).items()})
    rows.join({pair: found.total for pair, found in scores.across(rows.lonely(), closed).items()})
    return rows.groups()


class _Rows:
    """Rows that grow by their strongest links."""

    def __init__(
        self,
        keys: Sequence[str],
        scores: Scores,
        decisions: Sequence[Decision],
        closed: Collection[str],
        thresholds: Thresholds,
    ) -> None:
        self.keys = keys
        self.scores = scores
        self.closed = closed
        self.plans = [key.split("/", 1)[0] for key in keys]
        self.thresholds = thresholds
        self.totals: dict[tuple[int, int], int] = {}
        self.row_of = list(range(len(keys)))
        self.members = {index: [index] for index in range(len(keys))}
        self.decided: dict[int, Decision] = {}
        self.apart: Collection[tuple[int, int]] = ()
        self.ruled: Collection[int] = ()
        self._rule(decisions)

    def _rule(self, decisions: Sequence[Decision]) -> None:
        """Decided rows stand before anything is scored; of contradictory rulings the first holds.

        Rows with a name come first, then rulings on pairs, which join what they name unless that would join two
        named rows or bring together a pair ruled different.
        """
        index_of = {key: index for index, key in enumerate(self.keys)}
        ordered = sorted(decisions, key=lambda d: (d.kind, d.id, d.members))
        here = [(d, [index_of[key] for key in dict.fromkeys(d.members) if key in index_of]) for d in ordered]
        self.ruled = {index for d, found in here if d.kind == "same" for index in found}
        self.apart = {(min(i), max(i)) for d, i in here if d.kind == "different" and len(i) == 2}
        for decision, members in here:
            if decision.kind != "same" or not decision.id:
                continue
            free = [index for index in members if self.row_of[index] not in self.decided]
            for index in free[1:]:
                self._merge(self.row_of[free[0]], self.row_of[index])
            if free:
                self.decided[self.row_of[free[0]]] = decision
        for decision, members in here:
            if decision.kind == "same" and not decision.id and members:
                self._join_pair(members, decision)

    def _join_pair(self, members: Sequence[int], decision: Decision) -> None:
        """One row for the members of a ruling without a name; a named row that they stand in keeps its name."""
        for index in members[1:]:
            one, other = self.row_of[members[0]], self.row_of[index]
            held = [self.decided[row] for row in dict.fromkeys((one, other)) if row in self.decided]
            named = [ruling for ruling in held if ruling.id]
            if one == other or len(named) > 1 or self._ruled_apart(one, other):
                continue
            self._merge(one, other)
            self.decided[self.row_of[index]] = (named or held or [decision])[0]

    def _ruled_apart(self, one: int, other: int) -> bool:
        return any((min(a, b), max(a, b)) in self.apart for a in self.members[one] for b in self.members[other])

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
        if self._ruled_apart(one, other) or self._reviewed_apart(one, other):
            return False
        if one in self.decided or other in self.decided:
            # a decided row may hold promises in quite different words: being like one of them is enough
            newcomers = self.members[other] if one in self.decided else self.members[one]
            return len(newcomers) == 1
        crossing = ((min(a, b), max(a, b)) for a in self.members[one] for b in self.members[other])
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

    def _reviewed_apart(self, one: int, other: int) -> bool:
        """Whether reviewed plans speak in both: a newcomer must not bring together what people left apart."""
        mine, theirs = ({self.plans[i] for i in self.members[row]} & set(self.closed) for row in (one, other))
        return bool(mine and theirs)

    def lonely(self) -> list[int]:
        """Members of rows that hold one plan only."""
        return [i for members in self.members.values() if self._one_plan(members) for i in members]

    def _one_plan(self, members: Sequence[int]) -> bool:
        return len({self.plans[index] for index in members}) == 1

    def groups(self) -> tuple[Group, ...]:
        """The rows, in the order of their first members."""
        return tuple(
            Group(tuple(members), self.decided.get(row), self._weakest(row, members))
            for row, members in sorted(self.members.items())
        )

    def _weakest(self, row: int, members: Sequence[int]) -> int | None:
        """The lowest score between members of different plans; in a decided row, of a newcomer's best link."""
        if self._one_plan(members):
            return None
        if row in self.decided:
            return min((self._best(i, members) for i in members if i not in self.ruled), default=None)
        return min(
            self._total((a, b))
            for place, a in enumerate(members)
            for b in members[place + 1 :]
            if self.plans[a] != self.plans[b]
        )

    def _best(self, index: int, members: Sequence[int]) -> int:
        """The highest score of a member with one of another plan."""
        others = [other for other in members if self.plans[other] != self.plans[index]]
        return max(self._total((min(index, other), max(index, other))) for other in others)
