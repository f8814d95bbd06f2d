"""Commitments of several plans brought into rows: one row, one promise, whoever makes it.

It is handed scores and obeys people; it never looks at a text. People speak twice: by coding commitments (equal
standards are one promise, different ones are not) and by rulings (same, different). What they say makes anchors. What
nobody has spoken of joins the anchor that it is most like, each by itself, so that no newcomer changes where another
stands: first what people looked at and left alone, which then is an anchor too, then what nobody has seen. What is left
joins among itself by its strongest links.

Laws: every index is in exactly one row; order-free; no chaining (the mean over all pairs of two groups decides, so one
strong link does not carry two unlike rows together); different standards never join by a score; an anchor keeps its
members; where people ruled that they cannot tell no score joins.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import inf
from typing import NamedTuple, Protocol

from plancompare.comparing.linkage import Pair, linked
from plancompare.comparing.odds import least_odds, points
from plancompare.comparing.people import (
    NONE,
    Drawn,
    Grouping,
    People,
    apart_among,
    best_odds,
    drawn_rows,
    rulings_among,
)
from plancompare.errors import require
from plancompare.model import Decision

WORD_FOR_WORD = 10.0  # log-odds that only equal texts reach: between `MOST` and `EQUAL` of the scores


class Thresholds(NamedTuple):
    """Points of a score: ``match`` to join a row, ``review`` to be shown as what may be the promise.

    Chosen on the shipped plans and the judged set with tables that had not seen them: rows are as good from 20 to 35,
    and from 3 on at least 85 of 100 shared promises are joined or shown. With the shipped tables, which have seen both
    (`python -m tests.learning.numbers match review`, 2026-11-29), F1 of rows is .62 and .78 at a match of 20, .63 and
    .82 at 30, .64 and .85 at 40; a review of 5, 3, 2 joins or shows .86, .89, .89 and .97, .98, .99 of what is shared,
    with 2.9, 4.2, 5.1 and 2.8, 3.4, 4.2 pairs to look at for each.
    """

    match: int = 30
    review: int = 3

    @property
    def odds(self) -> float:
        """The log-odds at which rows join: those of scores that are told as ``match`` points or more."""
        return least_odds(self.match)


def thresholds_of(given: Thresholds | None) -> Thresholds:
    """Those given, else the usual ones. Raises WrongKindError for what are none."""
    require("thresholds", given, Thresholds, type(None))
    for least in given or ():
        require("thresholds", least, int, float)
    return given or Thresholds()


class Candidate(NamedTuple):
    """A commitment of another plan that may be the promise of a row, and its best score with a member (0-100)."""

    commitment: int
    score: int


class Group(NamedTuple):
    """A row in the making.

    ``standard`` is the code that people gave its members. ``weakest`` is the lowest score between members of different
    plans, or in a row that people made the best link of its weakest newcomer (None where no score joined anything).
    ``candidates`` are members of no such row, of plans that have none in this one, best first.
    """

    members: tuple[int, ...]
    decision: Decision | None
    standard: str
    weakest: int | None
    candidates: tuple[Candidate, ...] = ()


class Scores(Protocol):
    """What the alignment asks of a scorer; pairs are indexes, the smaller first, scores 0-100."""

    def links(self, least: int) -> Mapping[Pair, float]:
        """Log-odds of pairs of different plans that reach ``least`` points, but for those that people settled."""

    def odds(self, pair: Pair) -> float:
        """Log-odds of any pair, of one plan too."""

    def equal(self) -> Iterable[Sequence[int]]:
        """Groups of indexes (sorted, of one plan too) whose texts are word for word the same."""


def align(
    keys: Sequence[str], scores: Scores, people: People, thresholds: Thresholds, drawn: Sequence[Drawn] | None = None
) -> tuple[Group, ...]:
    """Groups of indexes into ``keys`` (``plan/commitment``, sorted); every index is in exactly one group.

    ``drawn`` are the rows that people drew, of more commitments than these where other plans are held too.
    """
    rows = _Rows(keys, people, scores, drawn_rows(keys, people, scores.odds) if drawn is None else drawn)
    links = scores.links(thresholds.review)
    strong = {pair: odds for pair, odds in links.items() if odds >= thresholds.odds}
    for looked_at in rows.looked_at:
        rows.attach(strong, looked_at)
        rows.stand(looked_at)
    rows.attach(strong, range(len(keys)))
    rows.join(links, thresholds.odds)
    return tuple(rows.groups(links))


class _Rows(Grouping):
    """Rows that grow: from those that people drew, by links."""

    def __init__(self, keys: Sequence[str], people: People, scores: Scores, drawn: Sequence[Drawn]) -> None:
        super().__init__(keys)
        self.scores = scores
        self.codes = people.codes
        self.reviewed = people.reviewed
        self.spoken_of: set[int] = set()  # indexes that stand where people put them
        for members, decision in rulings_among(keys, drawn).values():
            self.spoken_of.update(members)
            for index in members[1:]:
                self.merge(members[0], index)
            if decision:
                self.decided[members[0]] = decision
        different = apart_among(keys, people.decisions, drawn)
        # where people could not tell no score can: such a pair is never joined and always shown
        self.open = apart_among(keys, people.decisions, drawn, "unsure") - different
        self.apart = different | self.open
        named = {key for ruling in people.decisions if ruling.kind == "same" for key in ruling.members}
        self.named = {index for index, key in enumerate(keys) if key in named}
        outside = [i for i, code in enumerate(self.codes) if code == NONE and i not in self.spoken_of]
        seen = self.spoken_of.union(outside)
        # looked at, and in no row that people made: coded as "none", or of a plan read to the end
        self.looked_at = (outside, [i for i, plan in enumerate(self.plans) if plan in self.reviewed and i not in seen])
        self.standing = set(self.spoken_of)  # indexes that no newcomer moves

    def attach(self, strong: Mapping[Pair, float], movers: Iterable[int]) -> None:
        """Bring each of ``movers`` that stands nowhere to the anchor that it is most like; of equals to the first."""
        free = set(movers) - self.standing
        best: dict[int, tuple[float, int]] = {}
        for (a, b), odds in strong.items():
            for index, other in ((a, b), (b, a)):
                row = self.row_of[other]
                if other in self.standing and index in free and self._may_join(index, row, odds):
                    best[index] = max(best.get(index, (-inf, 0)), (odds, -self.members[row][0]))
        for index, (_, head) in sorted(best.items()):
            if not self.ruled_apart(self.row_of[-head], index):
                self.merge(self.row_of[-head], index)

    def stand(self, looked_at: Collection[int]) -> None:
        """Make anchors of what people looked at and left alone; among these only equal words join, in one plan too."""
        for several in self.scores.equal():
            for one, other in combinations(filter(set(looked_at).__contains__, several), 2):
                rows = self.row_of[one], self.row_of[other]
                alone = not (self.spoken_for(one) and self.spoken_for(other))
                if len({*rows}) > 1 and alone and not self.ruled_apart(*rows):
                    self.merge(*rows)
        self.standing.update(looked_at)

    def _may_join(self, index: int, row: int, odds: float) -> bool:
        """Whether a score may bring a commitment to a row: not against a person's "none", nor among plans reviewed."""
        coded = any(self.codes[other] not in ("", NONE) for other in self.members[row])
        reviewed = self.plans[index] in self.reviewed and self._reviewed_in(row)
        if (coded and self.codes[index] == NONE) or (reviewed and odds < WORD_FOR_WORD):
            return False
        return not self.ruled_apart(row, self.row_of[index])

    def join(self, links: Mapping[Pair, float], least: float) -> None:
        """Rows among what is left."""
        free = {pair: odds for pair, odds in links.items() if not self._stands(pair[0]) and not self._stands(pair[1])}
        for group in linked(self.plans, free, least, self._kept_apart):
            for index in group[1:]:
                self.merge(self.row_of[group[0]], self.row_of[index])

    def _stands(self, index: int) -> bool:
        return not self.standing.isdisjoint(self.members[self.row_of[index]])

    def spoken_for(self, index: int) -> bool:
        """Whether the row of a commitment holds one that people spoke of."""
        return not self.spoken_of.isdisjoint(self.members[self.row_of[index]])

    def _kept_apart(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether a ruling forbids that two groups become one row."""
        return not self.apart.isdisjoint({(min(a, b), max(a, b)) for a in one for b in other})

    def _reviewed_in(self, row: int) -> bool:
        return any(self.plans[index] in self.reviewed for index in self.members[row])

    def groups(self, links: Mapping[Pair, float]) -> Iterator[Group]:
        """The rows, in the order of their first members."""
        near = self._near(links)
        for row, members in sorted(self.members.items()):
            codes = sorted({self.codes[index] for index in members} - {"", NONE})
            yield Group(
                tuple(members), self.decided.get(row), codes[0] if codes else "", self._weakest(members), near[row]
            )

    def _near(self, links: Mapping[Pair, float]) -> Mapping[int, tuple[Candidate, ...]]:
        """For each row the commitments of plans that it lacks which come near to a member, best first.

        Links are what people left open, and equal words, which always leave a doubt.
        """
        likeliest: dict[int, dict[int, float]] = {row: {} for row in self.members}
        for index, row, odds in self._doubts(links):
            if row != self.row_of[index]:
                likeliest[row][index] = max(odds, likeliest[row].get(index, -inf))
        lacking = {row: {self.plans[index] for index in members} for row, members in self.members.items()}
        return {
            row: tuple(
                Candidate(index, points(odds))
                for index, odds in sorted(near.items(), key=lambda item: (-item[1], item[0]))
                if self.plans[index] not in lacking[row]
            )
            for row, near in likeliest.items()
        }

    def _doubts(self, links: Mapping[Pair, float]) -> Iterator[tuple[int, int, float]]:
        """Commitments that may belong to a row, with the log-odds of their link to a member of it."""
        shown = {pair: odds for pair, odds in links.items() if pair not in self.apart}
        for (a, b), odds in (shown | {pair: self.scores.odds(pair) for pair in sorted(self.open)}).items():
            yield a, self.row_of[b], odds
            yield b, self.row_of[a], odds
        for index, other in self._of_split_codes():
            yield index, self.row_of[other], self.scores.odds((min(index, other), max(index, other)))

    def _of_split_codes(self) -> Iterator[Pair]:
        """Commitments with one of another row that has the same code, where rulings drew several rows of the code.

        The code says one promise, the rulings say that there are several: unless they named the commitment, a person
        has yet to say in which it belongs.
        """
        by_code: dict[str, list[int]] = {}
        for index, code in enumerate(self.codes):
            if code not in ("", NONE):
                by_code.setdefault(code, []).append(index)
        for several in by_code.values():
            if len({self.row_of[index] for index in several}) > 1:
                yield from (pair for pair in permutations(several, 2) if self._is_unplaced(*pair))

    def _is_unplaced(self, index: int, other: int) -> bool:
        """Whether people left open that a commitment belongs to the row of another."""
        row, plans = self.row_of[other], {self.plans[index], self.plans[other]}
        if len(plans) < 2 or plans <= set(self.reviewed):
            return False
        if index in self.named:  # where a ruling put it, what is said of the others there is said of it too
            return self.named.isdisjoint(self.members[row]) and not self.ruled_apart(self.row_of[index], row)
        return not self._kept_apart([index], self.members[row])

    def _weakest(self, members: Sequence[int]) -> int | None:
        """The lowest score between members of different plans; where people spoke, of a newcomer's best link."""
        pairs = [pair for pair in combinations(members, 2) if self.plans[pair[0]] != self.plans[pair[1]]]
        newcomers = [index for index in members if index not in self.spoken_of]
        if not pairs or not newcomers:
            return None
        if len(newcomers) < len(members):
            return min(points(best_odds(index, members, self.plans, self.scores.odds)) for index in newcomers)
        return min(points(self.scores.odds(pair)) for pair in pairs)
