"""Rows as people drew them, before any score joins; and rows that have grown, told as groups with what is in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from math import inf
from typing import NamedTuple, Protocol

from plancompare.comparing.linkage import Pair
from plancompare.comparing.odds import points
from plancompare.comparing.people import NONE, Drawn, Grouping, People, apart_among, best_odds, rulings_among
from plancompare.comparing.proposals import Proposals
from plancompare.model import Decision


class Candidate(NamedTuple):
    """A commitment of another plan that may be the promise of a row, and its best score with a member (0-100)."""

    commitment: int
    score: int


class Group(NamedTuple):
    """A row in the making.

    ``standard`` is the code that people gave its members, ``proposed`` what words alone point to. ``weakest`` is
    the lowest score between members of different plans, or in a row that people made the best link of its weakest
    newcomer (None where no score joined anything); of proposals it is how sure the least sure one is. ``candidates``
    are members of no such row, of plans that have none in this one, best first.
    """

    members: tuple[int, ...]
    decision: Decision | None
    standard: str
    weakest: int | None
    candidates: tuple[Candidate, ...] = ()
    proposed: str = ""


class Scores(Protocol):
    """What the alignment asks of a scorer; pairs are indexes, the smaller first, scores 0-100."""

    def links(self, least: int) -> Mapping[Pair, float]:
        """Log-odds of pairs of different plans that reach ``least`` points, but for those that people settled."""

    def odds(self, pair: Pair) -> float:
        """Log-odds of any pair, of one plan too."""

    def equal(self) -> Iterable[Sequence[int]]:
        """Groups of indexes (sorted, of one plan too) whose texts are word for word the same."""


class Anchors(Grouping):
    """Rows that people drew, what their rulings allow, and what scores and proposals say."""

    def __init__(
        self, keys: Sequence[str], people: People, scores: Scores, drawn: Sequence[Drawn], proposals: Proposals
    ) -> None:
        super().__init__(keys)
        self.scores = scores
        self.proposals = proposals
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

    def spoken_for(self, index: int) -> bool:
        """Whether the row of a commitment holds one that people spoke of."""
        return not self.spoken_of.isdisjoint(self.members[self.row_of[index]])

    def kept_apart(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether a ruling forbids that two groups become one row."""
        return bool(self.apart) and not self.apart.isdisjoint({(min(a, b), max(a, b)) for a in one for b in other})

    def all_reviewed(self, indexes: Iterable[int]) -> bool:
        """Whether all of these are of plans that people read to the end."""
        return all(self.plans[index] in self.reviewed for index in indexes)

    def of_codes(self) -> dict[str, list[int]]:
        """Code -> the rows in which people put commitments of it."""
        rows: dict[str, dict[int, None]] = {}
        for index, code in enumerate(self.codes):
            if code not in ("", NONE):
                rows.setdefault(code, {})[self.row_of[index]] = None
        return {code: [*several] for code, several in rows.items()}


class Groups:
    """Rows that have grown, told one by one."""

    def __init__(self, rows: Anchors, links: Mapping[Pair, float]) -> None:
        """``links`` are log-odds of pairs of different plans."""
        self._rows = rows
        self._links = links

    def __iter__(self) -> Iterator[Group]:
        """The groups, in the order of their first members."""
        rows = self._rows
        near = self._near()
        for row, members in sorted(rows.members.items()):
            codes = sorted({rows.codes[index] for index in members} - {"", NONE})
            yield Group(
                tuple(members),
                rows.decided.get(row),
                codes[0] if codes else "",
                self._weakest(members),
                near[row],
                "" if codes else self._proposed(members),
            )

    def _proposed(self, members: Iterable[int]) -> str:
        """The standard that most members of a row surely are by their words; of equals the first."""
        sure = self._rows.proposals.sure
        count = Counter(sure[index] for index in members if index in sure)
        return min(count, key=lambda standard: (-count[standard], standard), default="")

    def _near(self) -> Mapping[int, tuple[Candidate, ...]]:
        """For each row the commitments of plans that it lacks which come near to a member, best first.

        Links are what people left open, and equal words, which always leave a doubt.
        """
        rows = self._rows
        likeliest: dict[int, dict[int, float]] = {row: {} for row in rows.members}
        for index, row, odds in self._doubts():
            if row != rows.row_of[index]:
                likeliest[row][index] = max(odds, likeliest[row].get(index, -inf))
        lacking = {row: {rows.plans[index] for index in members} for row, members in rows.members.items()}
        return {
            row: tuple(
                Candidate(index, points(odds))
                for index, odds in sorted(near.items(), key=lambda item: (-item[1], item[0]))
                if rows.plans[index] not in lacking[row]
            )
            for row, near in likeliest.items()
        }

    def _doubts(self) -> Iterator[tuple[int, int, float]]:
        """Commitments that may belong to a row, with the log-odds of their link to a member of it."""
        rows, odds_of = self._rows, self._rows.scores.odds
        shown = {pair: odds for pair, odds in self._links.items() if pair not in rows.apart}
        for (a, b), odds in (shown | {pair: odds_of(pair) for pair in sorted(rows.open)}).items():
            yield a, rows.row_of[b], odds
            yield b, rows.row_of[a], odds
        yield from self._of_proposals()
        for index, other in self._of_split_codes():
            yield index, rows.row_of[other], odds_of((min(index, other), max(index, other)))

    def _of_proposals(self) -> Iterator[tuple[int, int, float]]:
        """Commitments with the rows of the standards that their words may be, and the log-odds of that."""
        rows, proposals = self._rows, self._rows.proposals
        of_standard = {standard: dict.fromkeys(several) for standard, several in rows.of_codes().items()}
        for index, standard in proposals.sure.items():
            of_standard.setdefault(standard, {})[rows.row_of[index]] = None
        closed = {row for several in of_standard.values() for row in several if rows.all_reviewed(rows.members[row])}
        for index, standard, odds in proposals.doubts():
            for row in of_standard.get(standard, ()):
                settled = row in closed and rows.plans[index] in rows.reviewed
                if not settled and not rows.kept_apart([index], rows.members[row]):
                    yield index, row, odds

    def _of_split_codes(self) -> Iterator[Pair]:
        """Commitments with one of another row that has the same code, where rulings drew several rows of the code.

        The code says one promise, the rulings say that there are several: unless they named the commitment, a person
        has yet to say in which it belongs.
        """
        split = {code for code, several in self._rows.of_codes().items() if len(several) > 1}
        by_code: dict[str, list[int]] = {}
        for index, code in enumerate(self._rows.codes):
            if code in split:
                by_code.setdefault(code, []).append(index)
        for several in by_code.values():
            yield from (pair for pair in permutations(several, 2) if self._is_unplaced(*pair))

    def _is_unplaced(self, index: int, other: int) -> bool:
        """Whether people left open that a commitment belongs to the row of another."""
        rows, row = self._rows, self._rows.row_of[other]
        members = rows.members[row]
        if rows.plans[index] == rows.plans[other] or rows.all_reviewed((index, other)):
            return False
        if index in rows.named:  # where a ruling put it, what is said of the others there is said of it too
            return rows.named.isdisjoint(members) and not rows.ruled_apart(rows.row_of[index], row)
        return not rows.kept_apart([index], members)

    def _weakest(self, members: Sequence[int]) -> int | None:
        """The lowest score between members of different plans; where people spoke, of a newcomer's best link."""
        rows, proposals, plans = self._rows, self._rows.proposals, self._rows.plans
        newcomers = [index for index in members if index not in rows.spoken_of]
        if not newcomers or len({plans[index] for index in members}) < 2:
            return None
        sure = [points(proposals.odds(index)) for index in newcomers if index in proposals.sure]
        if sure:
            return min(sure)
        if len(newcomers) < len(members):
            return min(points(best_odds(index, members, plans, rows.scores.odds)) for index in newcomers)
        pairs = (pair for pair in combinations(members, 2) if plans[pair[0]] != plans[pair[1]])
        return min(points(rows.scores.odds(pair)) for pair in pairs)
