"""Finds the pairs worth scoring and scores them: theme by theme, then across themes for what found no partner.

Nothing here looks at all pairs of a collection: inside a theme the terms themselves lead from one commitment to the
next, across themes only terms that few commitments share do.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, groupby

from plancompare.comparing.alignment import WORD_FOR_WORD, People
from plancompare.comparing.profile import Profile, profiles
from plancompare.comparing.scores import RANK, THEME, WORDING, Score, score
from plancompare.comparing.wording import Wording, fold
from plancompare.model import Commitment

Pair = tuple[int, int]
# Below this likeness no sum of the other parts lifts a pair to the review threshold.
LEAST_LIKENESS = 0.08
# Across themes a shared term counts as a lead only if it is this rare, and the pair must be this alike.
RARE_TERM = 12
ACROSS_LIKENESS = 0.30
EXACT = 9  # decimals: the same products summed in another order differ in the last bits, and ranks must not
LEAD = 0.15  # the likeness that rare terms alone must give


class Pairs:
    """Scores among ``commitments`` (sorted by key); a pair is named by its two indexes, the smaller first.

    Nothing is computed before a score is asked for: plans that curators went through from end to end need none. What
    is computed is the same whoever asks first: a pair has one score, before and after any other question.
    """

    def __init__(
        self, commitments: Sequence[Commitment], themes: Mapping[str, str], wording: Wording, people: People
    ) -> None:
        """``themes`` maps the commitments' keys to their home themes; ``people`` settled some pairs."""
        self.commitments = commitments
        self._themes = themes
        self._wording = wording
        self._people = people
        self._plans = [commitment.plan for commitment in commitments]
        self._costs = {family: gate.cost for family, gate in wording.codebook.lexicon.gates.items()}
        self._near = {theme.id: frozenset(theme.near) for theme in wording.codebook.themes}

    @cached_property
    def profiles(self) -> Sequence[Profile]:
        """The commitments prepared for scoring."""
        return profiles(self.commitments, self._themes, self._wording)

    @cached_property
    def _spread(self) -> tuple[Mapping[str, int], Collection[str]]:
        return _crossing(self.profiles)

    @cached_property
    def _leading(self) -> Sequence[Sequence[tuple[str, float]]]:
        """Terms that lead to other plans; those of one plan alone, which are most, need not be looked at."""
        crossing = self._spread[1]
        return [[(t, w) for t, w in p.terms.items() if t in crossing] for p in self.profiles]

    @cached_property
    def likeness(self) -> Mapping[Pair, float]:
        """Cosines of the pairs that share a theme."""
        found: dict[Pair, float] = {}
        for members in self._blocks().values():
            found.update(self._alike(members, self._leading, LEAST_LIKENESS))
        return found

    @cached_property
    def crossings(self) -> Mapping[Pair, float]:
        """Cosines of the pairs of other themes that rare terms lead to."""
        rare = [[(t, w) for t, w in terms if self._spread[0][t] <= RARE_TERM] for terms in self._leading]
        led = sorted(pair for pair, _ in self._alike(range(len(rare)), rare, LEAD))
        found = {pair: self._cosine(pair) for pair in led if pair not in self.likeness}
        return {pair: likeness for pair, likeness in found.items() if likeness >= ACROSS_LIKENESS}

    @cached_property
    def _rank(self) -> Mapping[Pair, float]:
        return self._ranks(self.likeness)

    @cached_property
    def _rank_across(self) -> Mapping[Pair, float]:
        return self._ranks(self.crossings)

    def _blocks(self) -> Mapping[str, list[int]]:
        blocks: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(self.profiles):
            for theme in profile.themes:
                blocks[theme].append(index)
        return dict(sorted(blocks.items()))

    def _alike(
        self, members: Sequence[int], terms: Sequence[Sequence[tuple[str, float]]], least: float
    ) -> Iterator[tuple[Pair, float]]:
        """Pairs of ``members`` from different plans, and the product of their ``terms`` where it reaches ``least``."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for _, of_plan in groupby(members, key=self._plans.__getitem__):
            newcomers = list(of_plan)
            for index in newcomers:
                for other, likeness in self._sums(terms[index], postings).items():
                    if likeness >= least:
                        yield (other, index), round(likeness, EXACT)
            for index in newcomers:
                for term, weight in terms[index]:
                    postings[term].append((index, weight))

    def _sums(
        self, terms: Iterable[tuple[str, float]], postings: Mapping[str, Sequence[tuple[int, float]]]
    ) -> Mapping[int, float]:
        """What the posted commitments have in common with ``terms``: index -> sum of products of weights."""
        sums: dict[int, float] = defaultdict(float)
        for term, weight in terms:
            for other, theirs in postings.get(term, ()):
                sums[other] += weight * theirs
        return sums

    def _ranks(self, likeness: Mapping[Pair, float]) -> Mapping[Pair, float]:
        """How high each of a pair stands among the candidates of the other's plan: mean of 1/rank from both sides.

        Equals share the better rank, so that twins are each other's best whatever their names.
        """
        rivals: dict[tuple[int, str], list[float]] = defaultdict(list)
        plans = self._plans
        for (a, b), value in likeness.items():
            rivals[a, plans[b]].append(value)
            rivals[b, plans[a]].append(value)
        places: dict[tuple[int, str], dict[float, int]] = {}
        for key, values in rivals.items():
            table: dict[float, int] = {}
            for place, value in enumerate(sorted(values, reverse=True), 1):
                table.setdefault(value, place)
            places[key] = table
        return {
            (a, b): 0.5 / places[a, plans[b]][value] + 0.5 / places[b, plans[a]][value]
            for (a, b), value in likeness.items()
        }

    def links(self, least: int) -> Mapping[Pair, int]:
        """Scores of pairs of different plans that reach ``least``: of one theme, or led to each other by rare terms.

        Pairs that people settled are left out (both coded, or both of plans read to the end), but for equal words.
        """
        if all(self._settled(plan) for plan in range(len(self.commitments))):
            return self._twins
        promising = (max(0.0, least - THEME - RANK - 0.5) / WORDING) ** 2
        led = (pair for pair, likeness in self.likeness.items() if likeness >= promising)
        pairs = (pair for pair in (*led, *self.crossings) if not (self._settled(pair[0]) and self._settled(pair[1])))
        totals = {pair: self.of(pair).total for pair in pairs}
        return {pair: total for pair, total in totals.items() if total >= least} | self._twins

    def near(self, indexes: Collection[int], plan: str) -> Mapping[Pair, Score]:
        """Scores of pairs of ``indexes`` with commitments of ``plan`` that words bring together, settled or not."""
        wanted = frozenset(indexes)
        return {
            pair: self.of(pair)
            for pair in (*self.likeness, *self.crossings)
            if not wanted.isdisjoint(pair) and plan in (self._plans[pair[0]], self._plans[pair[1]])
        }

    def _settled(self, index: int) -> bool:
        return bool(self._people.codes[index]) or self._plans[index] in self._people.reviewed

    @cached_property
    def _twins(self) -> Mapping[Pair, int]:
        """The pairs of different plans whose texts are word for word the same."""
        by_text: dict[str, list[int]] = defaultdict(list)
        for index, commitment in enumerate(self.commitments):
            by_text[fold(commitment.text)].append(index)
        pairs = (pair for several in by_text.values() for pair in combinations(several, 2))
        return {(a, b): WORD_FOR_WORD for a, b in pairs if self._plans[a] != self._plans[b]}

    def of(self, pair: Pair) -> Score:
        """The score of any pair, also of one plan's own; such a pair has no rank, for it has no other plan."""
        a, b = self.profiles[pair[0]], self.profiles[pair[1]]
        near = b.theme in self._near.get(a.theme, ()) or a.theme in self._near.get(b.theme, ())
        if pair in self.likeness:
            return score(a, b, self.likeness[pair], self._rank[pair], near, self._costs)
        return score(a, b, self._cosine(pair), self._rank_across.get(pair, 0.0), near, self._costs)

    def total(self, pair: Pair) -> int:
        """The score of any pair as one number."""
        return self.of(pair).total

    def _cosine(self, pair: Pair) -> float:
        a, b = self.profiles[pair[0]].terms, self.profiles[pair[1]].terms
        return round(sum([weight * b[term] for term, weight in a.items() if term in b]), EXACT)


def _crossing(profiles: Sequence[Profile]) -> tuple[Mapping[str, int], Collection[str]]:
    """How many profiles have each term, and the terms that more than one plan has."""
    spread: Counter[str] = Counter()
    plans: Counter[str] = Counter()
    for _, of_plan in groupby(profiles, key=lambda profile: profile.commitment.plan):
        own = Counter([term for profile in of_plan for term in profile.terms])
        spread.update(own)
        plans.update(own.keys())
    return spread, {term for term, count in plans.items() if count > 1}
