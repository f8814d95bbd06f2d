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

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import NamedTuple

from plancompare.comparing.groups import Anchors, Group, Groups, Scores
from plancompare.comparing.linkage import Pair, linked
from plancompare.comparing.odds import least_odds
from plancompare.comparing.people import NONE, Drawn, People, drawn_rows
from plancompare.comparing.proposals import NO_PROPOSALS, Proposals
from plancompare.errors import require

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


def align(
    keys: Sequence[str],
    scores: Scores,
    people: People,
    thresholds: Thresholds,
    drawn: Sequence[Drawn] | None = None,
    proposals: Proposals = NO_PROPOSALS,
) -> tuple[Group, ...]:
    """Groups of indexes into ``keys`` (``plan/commitment``, sorted); every index is in exactly one group.

    ``drawn`` are the rows that people drew, of more commitments than these where other plans are held too.
    ``proposals`` draw rows where there are too many plans to score all pairs; equal words then come first.
    """
    rows = _Rows(keys, people, scores, drawn_rows(keys, people, scores.odds) if drawn is None else drawn, proposals)
    links = scores.links(thresholds.review)
    strong = {pair: odds for pair, odds in links.items() if odds >= thresholds.odds}
    for looked_at in rows.looked_at:
        rows.attach(strong, looked_at)
        rows.stand(looked_at)
    if proposals.sure:
        rows.attach({pair: odds for pair, odds in strong.items() if odds >= WORD_FOR_WORD}, range(len(keys)))
        rows.propose()
    rows.attach(strong, range(len(keys)))
    rows.join(links, thresholds.odds)
    return tuple(Groups(rows, links))


class _Rows(Anchors):
    """Rows that grow: from those that people drew, by links."""

    def attach(self, strong: Mapping[Pair, float], movers: Iterable[int]) -> None:
        """Bring each of ``movers`` that is by itself to the anchor that it is most like; of equals to the first."""
        free = {index for index in movers if len(self.members[self.row_of[index]]) == 1} - self.standing
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
        seen = frozenset(looked_at)
        for several in self.scores.equal():
            for one, other in combinations(filter(seen.__contains__, several), 2):
                rows = self.row_of[one], self.row_of[other]
                alone = not (self.spoken_for(one) and self.spoken_for(other))
                if len({*rows}) > 1 and alone and not self.ruled_apart(*rows):
                    self.merge(*rows)
        self.standing.update(seen)

    def _may_join(self, index: int, row: int, odds: float) -> bool:
        """Whether a score may bring a commitment to a row: not against a person's "none", nor among plans reviewed."""
        coded = any(self.codes[other] not in ("", NONE) for other in self.members[row])
        reviewed = self.plans[index] in self.reviewed and self._reviewed_in(row)
        if (coded and self.codes[index] == NONE) or (reviewed and odds < WORD_FOR_WORD):
            return False
        return not self.ruled_apart(row, self.row_of[index])

    def propose(self) -> None:
        """Bring what stands nowhere to the one row that people drew of its standard, else to the others like it.

        Where rulings drew several rows of a standard a person has to say which: then none is chosen.
        """
        heads = self.of_codes()
        for index, standard in sorted(self.proposals.sure.items()):
            if index in self.standing or len(heads.setdefault(standard, [index])) != 1:
                continue
            row, own = self.row_of[heads[standard][0]], self.row_of[index]
            reviewed = self.plans[index] in self.reviewed and self._reviewed_in(row)
            if row != own and not reviewed and not self.ruled_apart(row, own):
                self.merge(row, own)

    def join(self, links: Mapping[Pair, float], least: float) -> None:
        """Rows among what is left."""
        free = {pair: odds for pair, odds in links.items() if self._may_grow(*pair)}
        for group in linked(self.plans, free, least, self.kept_apart):
            for index in group[1:]:
                self.merge(self.row_of[group[0]], self.row_of[index])

    def _may_grow(self, one: int, other: int) -> bool:
        """Whether two commitments are of different rows, neither of which stands."""
        return self.row_of[one] != self.row_of[other] and not self._stands(one) and not self._stands(other)

    def _stands(self, index: int) -> bool:
        return not self.standing.isdisjoint(self.members[self.row_of[index]])

    def _reviewed_in(self, row: int) -> bool:
        return any(self.plans[index] in self.reviewed for index in self.members[row])
