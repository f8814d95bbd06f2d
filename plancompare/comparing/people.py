"""What people said, as far as it still holds, and the rows that they drew.

Rows are drawn by rulings (same, different) and by codes (equal standards are one promise).

They are drawn over all plans of a collection, whichever of them are compared: so whom one compares with changes no row.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations, product
from math import inf
from typing import Literal, NamedTuple

from plancompare.comparing.linkage import Pair
from plancompare.findings import Finding, Location
from plancompare.messages import Message
from plancompare.model import Corpus, Decision, digest, ids_digest

NONE = "none"  # the code of a commitment that a person looked at and found in no standard


class People(NamedTuple):
    """What people said of the commitments: codes by index ("" where nobody coded), rulings, plans read to the end.

    Among two plans that were ``reviewed`` from end to end, only rulings and codes join, never a score.
    """

    codes: Sequence[str]
    decisions: Sequence[Decision] = ()
    reviewed: Collection[str] = ()


def rulings_in_force(corpus: Corpus) -> tuple[tuple[Decision, ...], frozenset[str], tuple[Finding, ...]]:
    """The decisions whose texts are still as they were judged, the plans reviewed as they are, and what is stale."""
    judged = {key for decision in corpus.decisions for key in decision.digests}
    texts = {c.key: digest(c.text) for c in corpus.commitments() if c.key in judged}
    good, stale = [], []
    for decision in corpus.decisions:
        changed = [key for key, seen in sorted(decision.digests.items()) if key in texts and texts[key] != seen]
        if changed:
            name = decision.id or " / ".join(decision.members)
            message = Message(
                "decision {name} is stale: {changed} has been reworded; judge it again",
                name=name,
                changed=tuple(changed),
            )
            stale.append(Finding(decision.at or Location(""), "warning", message, "stale-decision"))
        else:
            good.append(decision)
    closed = set()
    for plan in corpus.plans:
        judged_ids = corpus.rulings.reviewed.get(plan.id)
        if judged_ids == ids_digest(plan):
            closed.add(plan.id)
        elif judged_ids is not None:
            message = Message(
                "the review of {id} is stale: commitments have come or gone since; look at the new ones", id=plan.id
            )
            stale.append(Finding(Location(corpus.rulings.file), "warning", message, "stale-decision"))
    return tuple(good), frozenset(closed), tuple(stale)


class Drawn(NamedTuple):
    """A row that people drew: keys of its members, and the ruling that made it, if one did."""

    members: tuple[str, ...]
    decision: Decision | None


class Grouping:
    """Indexes in groups that grow; pairs ruled ``apart`` (the smaller index first) never meet in one."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.plans = [key.split("/", 1)[0] for key in keys]
        self.row_of = list(range(len(keys)))
        self.members = {index: [index] for index in range(len(keys))}
        self.decided: dict[int, Decision] = {}
        self.apart: frozenset[Pair] = frozenset()

    def ruled_apart(self, one: int, other: int) -> bool:
        """Whether people ruled members of two groups different."""
        return bool(self.apart) and any(
            (min(a, b), max(a, b)) in self.apart for a in self.members[one] for b in self.members[other]
        )

    def merge(self, one: int, other: int) -> None:
        """Make one of two groups; a ruling with a name stays before one without."""
        keep, gone = min(one, other), max(one, other)
        newcomers = self.members.pop(gone)
        for index in newcomers:  # the others stand there
            self.row_of[index] = keep
        self.members[keep] = sorted(self.members[keep] + newcomers)
        rulings = [self.decided.pop(row) for row in (keep, gone) if row in self.decided]
        if rulings:
            self.decided[keep] = next((ruling for ruling in rulings if ruling.id), rulings[0])


def drawn_rows(keys: Sequence[str], people: People, odds: Callable[[Pair], float]) -> tuple[Drawn, ...]:
    """The rows that people drew among ``keys`` (``plan/commitment``, sorted), in the order of their first members.

    ``odds`` gives log-odds of any two indexes, the smaller first; it is asked only where several rows that people drew
    within one code are open to a commitment.
    """
    drawing = _Drawing(keys, people, odds)
    heads = sorted({drawing.row_of[index] for index in drawing.spoken_of})
    return tuple(Drawn(tuple(keys[i] for i in drawing.members[row]), drawing.decided.get(row)) for row in heads)


def splits_codes(keys: Sequence[str], people: People) -> bool:
    """Whether rulings part commitments of one code: then it takes all plans held to tell in which row each belongs."""
    rows = {key: place for place, row in enumerate(drawn_rows(keys, people, lambda _: 0.0)) for key in row.members}
    row_of_code: dict[str, int] = {}
    coded = [(code, rows[key]) for key, code in zip(keys, people.codes, strict=True) if code not in ("", NONE)]
    return any(row_of_code.setdefault(code, row) != row for code, row in coded)


def in_order(decisions: Sequence[Decision], kind: str) -> list[Decision]:
    """The rulings of a kind, in an order that does not depend on that of files."""
    return sorted((d for d in decisions if d.kind == kind), key=lambda d: (d.id, d.members))


def apart_among(
    keys: Sequence[str],
    decisions: Sequence[Decision],
    drawn: Sequence[Drawn],
    kind: Literal["different", "unsure"] = "different",
) -> frozenset[Pair]:
    """The pairs of indexes into ``keys`` that were ruled different (or of which people said that they cannot tell).

    For one that is not among the keys the others of its row stand in: it is the row that another differs from.
    """
    index_of = {key: index for index, key in enumerate(keys)}
    row_of = {key: row for row in drawn for key in row.members}

    def standing_for(key: str) -> list[int]:
        members = (key,) if key in index_of or key not in row_of else row_of[key].members
        return [index_of[member] for member in members if member in index_of]

    named = (pair for ruling in decisions if ruling.kind == kind for pair in combinations(ruling.members, 2))
    among = (
        pair
        for a, b in named
        if row_of.get(a, a) is not row_of.get(b, b)
        for pair in product(standing_for(a), standing_for(b))
    )
    return frozenset((min(pair), max(pair)) for pair in among if pair[0] != pair[1])


class _Drawing(Grouping):
    """Rows by rulings first, then by codes."""

    def __init__(self, keys: Sequence[str], people: People, odds: Callable[[Pair], float]) -> None:
        super().__init__(keys)
        self.odds = odds
        self.spoken_of: set[int] = set()  # indexes that people put somewhere
        index_of = {key: index for index, key in enumerate(keys)}
        self.apart = apart_among(keys, people.decisions, ())
        same = [
            (d, [index_of[key] for key in dict.fromkeys(d.members) if key in index_of])
            for d in in_order(people.decisions, "same")
        ]
        self._rule([(decision, members) for decision, members in same if members])
        self._code(people.codes)

    def _rule(self, rulings: Sequence[tuple[Decision, list[int]]]) -> None:
        """Of contradictory rulings the first holds.

        Rows with a name come first, then rulings on pairs, which join what they name unless that would join two
        named rows or bring together a pair ruled different.
        """
        for decision, members in rulings:
            self.spoken_of.update(members)
            free = [index for index in members if self.row_of[index] not in self.decided]
            if decision.id and free:
                for index in free[1:]:
                    self.merge(self.row_of[free[0]], self.row_of[index])
                self.decided[self.row_of[free[0]]] = decision
        for decision, members in rulings:
            if not decision.id:
                self._join_pair(members, decision)

    def _join_pair(self, members: Sequence[int], decision: Decision) -> None:
        """One row for the members of a ruling without a name; a named row that they stand in keeps its name."""
        for index in members[1:]:
            one, other = self.row_of[members[0]], self.row_of[index]
            if one != other and self._may_be_one(one, other):
                self.merge(one, other)
                self.decided.setdefault(self.row_of[index], decision)

    def _code(self, codes: Sequence[str]) -> None:
        """Equal codes are one row, unless people ruled them different or drew rows of their own within the code."""
        by_code: dict[str, list[int]] = {}
        for index, code in enumerate(codes):
            if code and code != NONE:
                by_code.setdefault(code, []).append(index)
        for members in by_code.values():
            self.spoken_of.update(members)
            heads: list[int] = []  # a member of each row of this code
            for index in sorted(members, key=lambda i: (self.row_of[i] not in self.decided, i)):
                mine = self.row_of[index]
                fitting = [head for head in heads if self._may_be_one(self.row_of[head], mine)]
                if mine in {self.row_of[head] for head in heads}:
                    continue
                if fitting:
                    self.merge(self.row_of[self._likest(index, fitting)], mine)
                else:
                    heads.append(index)

    def _likest(self, index: int, heads: Sequence[int]) -> int:
        """Of several rows of one code, which people drew, the one that a commitment is most like."""
        return heads[0] if len(heads) == 1 else max(heads, key=lambda head: (self._best(index, head), -head))

    def _best(self, index: int, head: int) -> float:
        members = self.members[self.row_of[head]]
        return best_odds(index, members, self.plans, self.odds)

    def _may_be_one(self, one: int, other: int) -> bool:
        """Whether people let two rows be one: not if they named both, or ruled members of them different."""
        named = [self.decided[row] for row in (one, other) if row in self.decided and self.decided[row].id]
        return len(named) < 2 and not self.ruled_apart(one, other)


def best_odds(index: int, members: Sequence[int], plans: Sequence[str], odds: Callable[[Pair], float]) -> float:
    """The highest log-odds of a commitment with one of ``members`` that is of another plan."""
    others = [other for other in members if plans[other] != plans[index]]
    return max((odds((min(index, other), max(index, other))) for other in others), default=-inf)


def rulings_among(keys: Sequence[str], drawn: Sequence[Drawn]) -> Mapping[int, tuple[list[int], Decision | None]]:
    """The rows drawn as far as their members are among ``keys``: first index -> indexes, and the ruling."""
    index_of = {key: index for index, key in enumerate(keys)}
    rows = (([index_of[key] for key in row.members if key in index_of], row.decision) for row in drawn)
    return {members[0]: (sorted(members), decision) for members, decision in rows if members}
