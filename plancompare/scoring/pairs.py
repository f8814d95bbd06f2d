"""Finds the pairs worth scoring and scores them: theme by theme, then across themes for what found no partner.

Nothing here looks at all pairs of a collection: inside a theme the terms themselves lead from one commitment to the
next, across themes only terms that few commitments share do.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from plancompare.model import Codebook
from plancompare.scoring.profile import Profile
from plancompare.scoring.score import RANK, THEME, Score, score

Pair = tuple[int, int]
# Below this likeness no sum of the other parts lifts a pair to the review threshold.
LEAST_LIKENESS = 0.08
# Across themes a shared term counts as a lead only if it is this rare, and the pair must be this alike.
RARE_TERM = 12
ACROSS_LIKENESS = 0.30
LEAD = 0.15  # the likeness that rare terms alone must give


class Pairs:
    """Scores among ``profiles``; a pair is named by its two indexes, the smaller first."""

    def __init__(self, profiles: Sequence[Profile], codebook: Codebook) -> None:
        self.profiles = profiles
        self._near = {theme.id: frozenset(theme.near) for theme in codebook.themes}
        self.likeness: dict[Pair, float] = {}
        for members in self._blocks().values():
            self.likeness.update(self._alike(members, LEAST_LIKENESS))
        self._rank = self._ranks(self.likeness)

    def _blocks(self) -> Mapping[str, list[int]]:
        blocks: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(self.profiles):
            for theme in profile.themes:
                blocks[theme].append(index)
        return dict(sorted(blocks.items()))

    def _alike(self, members: Iterable[int], least: float) -> Iterator[tuple[Pair, float]]:
        """Pairs of ``members`` with the cosine of their terms, where it is at least ``least``."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index in members:
            sums: dict[int, float] = defaultdict(float)
            for term, weight in self.profiles[index].terms.items():
                posting = postings[term]
                for other, theirs in posting:
                    sums[other] += weight * theirs
                posting.append((index, weight))
            for other, likeness in sums.items():
                if likeness >= least:
                    yield (other, index), likeness

    def across(self, lonely: Collection[int]) -> dict[Pair, Score]:
        """Scores of the ``lonely`` with commitments of other themes and plans ("same promise, filed elsewhere")."""
        spread = Counter(term for profile in self.profiles for term in profile.terms)
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, profile in enumerate(self.profiles):
            for term, weight in profile.terms.items():
                if 1 < spread[term] <= RARE_TERM:
                    postings[term].append((index, weight))
        found: dict[Pair, float] = {}
        for index in sorted(lonely):
            mine = self.profiles[index]
            leads: dict[int, float] = defaultdict(float)
            for term, weight in mine.terms.items():
                for other, other_weight in postings.get(term, ()):
                    leads[other] += weight * other_weight
            for other, lead in leads.items():
                theirs = self.profiles[other]
                pair = (min(index, other), max(index, other))
                if lead < LEAD or theirs.commitment.plan == mine.commitment.plan or pair in self.likeness:
                    continue
                likeness = _cosine(mine.terms, theirs.terms)
                if likeness >= ACROSS_LIKENESS:
                    found[pair] = likeness
        self.likeness.update(found)
        rank = self._ranks(found)
        return {pair: self._score(pair, rank.get(pair, 0.0)) for pair in found}

    def _ranks(self, likeness: Mapping[Pair, float]) -> Mapping[Pair, float]:
        """How high each of a pair stands among the candidates of the other's plan: mean of 1/rank from both sides.

        Equals share the better rank, so that twins are each other's best whatever their names.
        """
        rivals: dict[tuple[int, str], list[float]] = defaultdict(list)
        crossing = [(pair, value) for pair, value in likeness.items() if self._cross(pair)]
        for (a, b), value in crossing:
            rivals[a, self.profiles[b].commitment.plan].append(value)
            rivals[b, self.profiles[a].commitment.plan].append(value)
        places: dict[tuple[int, str], dict[float, int]] = {}
        for key, values in rivals.items():
            table: dict[float, int] = {}
            for place, value in enumerate(sorted(values, reverse=True), 1):
                table.setdefault(value, place)
            places[key] = table
        return {
            (a, b): 0.5 / places[a, self.profiles[b].commitment.plan][value]
            + 0.5 / places[b, self.profiles[a].commitment.plan][value]
            for (a, b), value in crossing
        }

    def _cross(self, pair: Pair) -> bool:
        return self.profiles[pair[0]].commitment.plan != self.profiles[pair[1]].commitment.plan

    def within(self, least: int) -> dict[Pair, Score]:
        """Scores of the pairs that share a theme and reach ``least``."""
        scored = {}
        for pair, likeness in self.likeness.items():
            rank = self._rank.get(pair, 0.0)
            if 75 * likeness**0.5 + THEME + RANK * rank < least - 1:
                continue
            found = self._score(pair, rank)
            if found.total >= least:
                scored[pair] = found
        return scored

    def _score(self, pair: Pair, rank: float) -> Score:
        a, b = self.profiles[pair[0]], self.profiles[pair[1]]
        near = b.theme in self._near.get(a.theme, ()) or a.theme in self._near.get(b.theme, ())
        return score(a, b, self.likeness[pair], rank, near)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)
