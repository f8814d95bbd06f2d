"""Scores of pairs, plan against plan: what two commitments score depends on their two plans and the catalogue alone.

So a plan that joins changes no score, and nothing is made before it is asked: plans that people coded need no score.
Nothing here looks at all pairs of two plans: words that few wordings share, and standards, lead from one to the other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from math import exp, log, sqrt
from types import MappingProxyType
from typing import NamedTuple

from plancompare.comparing.coding import Coding, pinned, shared
from plancompare.comparing.grams import dot
from plancompare.comparing.people import People
from plancompare.comparing.postings import Postings, cosine, sums_of
from plancompare.comparing.profile import Profile, Rarity, Terms, profiles
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.scores import EQUAL, Likeness, Mixture, Score, mixture, score
from plancompare.comparing.wording import fold
from plancompare.model import Commitment

Pair = tuple[int, int]
# Which pairs are worth scoring. Choices that trade time for reach, for lower ones score more pairs; what they cost is
# the reach that `python -m tests.learning.numbers COMMON_PAIR LEAD SHARE` prints.
COMMON_PAIR = 0.01  # a pair of characters that more of the catalogue's wordings use leads nowhere
LEAD, SHARE = 0.10, 0.03  # cosine over rare pairs, or probability of one standard
# Candidates of plans for each other that are held at once: some 300 MB. Two plans of 150 commitments have 1,200, so all
# of 50 plans stay; beyond, those first made go and are made again where they are asked for.
MOST_HELD = 2_000_000
USUAL_SIZE = (
    4  # log of the number of commitments at which size adds nothing (some 55); the weights were learned with it
)


class Claims(NamedTuple):
    """The candidates of two plans for each other: log-odds before rank by pair, the sum of each commitment's odds."""

    first: Mapping[Pair, float]
    sums: Mapping[int, float]


class Pairs:
    """Scores among ``commitments`` (sorted by key); a pair is named by its two indexes, the smaller first."""

    def __init__(
        self,
        commitments: Sequence[Commitment],
        recognition: Recognition,
        people: People,
        codings: Mapping[int, Coding] = MappingProxyType({}),
        sizes: Mapping[str, int] | None = None,
    ) -> None:
        """``people`` coded and settled some; with no codes in it what is pinned is not looked at.

        ``codings`` are those that are known already, by index; ``sizes`` the numbers of commitments of plans that are
        not here as a whole.
        """
        self._sizes = sizes
        self._reviewed = frozenset(people.reviewed)
        self._codings = codings
        self.commitments = commitments
        self.recognition = recognition
        self._people = people
        self._plans = [commitment.plan for commitment in commitments]
        self._claims: dict[tuple[str, str], Claims] = {}
        self._held = 0
        self._profiles: dict[str, dict[int, Profile]] = {}
        self._postings: dict[str, Postings] = {}

    @cached_property
    def _members(self) -> Mapping[str, list[int]]:
        members: dict[str, list[int]] = defaultdict(list)
        for index, plan in enumerate(self._plans):
            members[plan].append(index)
        return members

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many commitments each plan has."""
        return self._sizes or {plan: len(members) for plan, members in self._members.items()}

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity(self.recognition)

    @cached_property
    def mixture(self) -> Mixture:
        """The mixture that fits what the collection knows of its field."""
        return mixture(self.recognition.knowledge)

    def profile(self, index: int) -> Profile:
        """A commitment as the scorer sees it; those of one plan are prepared together."""
        plan = self._plans[index]
        if plan not in self._profiles:
            indexes = self._members[plan]
            pins = any(self._people.codes)
            of_plan = profiles([self.commitments[i] for i in indexes], self.recognition, self._rarity, pins)
            self._profiles[plan] = dict(zip(indexes, of_plan, strict=True))
        return self._profiles[plan][index]

    def code(self, index: int) -> str:
        """The code that a person gave a commitment, as far as people are listened to; "" where nobody coded it."""
        return self._people.codes[index]

    def coding(self, index: int) -> Coding:
        """The standards that a commitment may be: what a person coded is certain and costs nothing."""
        code = self.code(index)
        if code:
            return pinned(code)
        return self._codings[index] if index in self._codings else self.profile(index).coding

    def links(self, least: int) -> Mapping[Pair, float]:
        """Log-odds of pairs of different plans that reach ``least`` points, whatever their themes.

        Pairs that people settled are left out (both coded, or both of plans read to the end), but for equal words.
        """
        odds = dict(self.twins)
        for one, other in self._open_plans():
            for pair in self._between(one, other).first:
                if not self._settled(*pair) and pair not in odds:
                    scored = self.of(pair)
                    if scored.total >= least:
                        odds[pair] = scored.odds
        return odds

    def _settled(self, one: int, other: int) -> bool:
        """Whether people who looked at two commitments had both before them."""
        codes, plans = self._people.codes, self._plans
        return bool(codes[one] and codes[other]) or self._reviewed.issuperset((plans[one], plans[other]))

    def _open_plans(self) -> Iterator[tuple[str, str]]:
        """Every two plans between which people left something open."""
        if self._coded == self._members.keys():
            return iter(())
        return filter(self._is_open, combinations(sorted(self._members), 2))

    @cached_property
    def _coded(self) -> frozenset[str]:
        """The plans of which everything is coded."""
        return frozenset(p for p, members in self._members.items() if all(self._people.codes[i] for i in members))

    def _is_open(self, plans: tuple[str, str]) -> bool:
        """Whether people left something open between two plans."""
        return not (self._coded.issuperset(plans) or self._reviewed.issuperset(plans))

    def equal(self) -> Iterable[Sequence[int]]:
        """Groups of indexes (sorted, of one plan too) whose texts are word for word the same."""
        return self._equal

    @cached_property
    def _equal(self) -> Sequence[Sequence[int]]:
        by_text: dict[str, list[int]] = defaultdict(list)
        for index, commitment in enumerate(self.commitments):
            by_text[fold(commitment.text)].append(index)
        return [several for several in by_text.values() if len(several) > 1]

    @cached_property
    def twins(self) -> Mapping[Pair, float]:
        """The pairs of different plans whose texts are word for word the same."""
        pairs = (pair for several in self._equal for pair in combinations(several, 2))
        return {(a, b): EQUAL for a, b in pairs if self._plans[a] != self._plans[b]}

    def near(self, indexes: Collection[int], plan: str) -> Mapping[Pair, Score]:
        """Scores of pairs of ``indexes`` with commitments of ``plan`` that words bring together, settled or not."""
        others = sorted({self._plans[index] for index in indexes} - {plan})
        wanted = frozenset(indexes)
        pairs = (pair for other in others for pair in self._between(other, plan).first)
        return {pair: self.of(pair) for pair in pairs if not wanted.isdisjoint(pair)}

    def candidates(self, one: str, other: str) -> Collection[Pair]:
        """The pairs of two plans that are worth scoring."""
        return self._between(one, other).first.keys()

    def _between(self, one: str, other: str) -> Claims:
        """The candidates of two plans for each other."""
        key = (min(one, other), max(one, other))
        if key not in self._claims:
            first = {pair: self._before_rank(pair) for pair in sorted(self._leads(*key))}
            sums: dict[int, float] = defaultdict(float)
            for (a, b), odds in first.items():
                sums[a] += exp(odds)
                sums[b] += exp(odds)
            self._hold(key, Claims(first, sums))
        return self._claims[key]

    def _hold(self, plans: tuple[str, str], claims: Claims) -> None:
        """Keep the candidates of two plans, and forget others where there are too many."""
        self._claims[plans] = claims
        self._held += len(claims.first)
        while self._held > MOST_HELD and len(self._claims) > 1:
            oldest = next(iter(self._claims))
            self._held -= len(self._claims.pop(oldest).first)

    def _leads(self, one: str, other: str) -> Iterable[Pair]:
        """Pairs that share words which few wordings use, or a standard that both may be."""
        if other not in self._postings:
            self._postings[other] = self._posted(self._members[other])
        for index in self._members[one]:
            for partner in self._partners(index, self._postings[other]):
                yield min(index, partner), max(index, partner)

    def _partners(self, index: int, posted: Postings) -> Collection[int]:
        """The commitments posted that one shares enough with to be worth scoring."""
        profile = self.profile(index)
        alike = sums_of(self._leading(profile.words), posted.words)
        coded = sums_of(profile.coding.shares.items(), posted.standards)
        return {n for n, v in alike.items() if v >= LEAD} | {n for n, v in coded.items() if v >= SHARE}

    def _posted(self, indexes: Iterable[int]) -> Postings:
        """Where the rare pairs of characters, and the likely standards, of commitments stand."""
        postings = Postings(defaultdict(list), defaultdict(list))
        for index in indexes:
            profile = self.profile(index)
            for term, weight in self._leading(profile.words):
                postings.words[term].append((index, weight))
            for standard, share in profile.coding.shares.items():
                postings.standards[standard].append((index, share))
        return postings

    def _leading(self, terms: Terms) -> Iterator[tuple[str, float]]:
        share = self._rarity.share
        return ((term, weight) for term, weight in terms.items() if len(term) > 1 and share(term) <= COMMON_PAIR)

    def likeness(self, pair: Pair) -> Likeness:
        """How alike two commitments are in each respect."""
        a, b = self.profile(pair[0]), self.profile(pair[1])
        return Likeness(
            word=cosine(a.words, b.words),
            core=cosine(a.core, b.core),
            vector=max(0.0, dot(a.vector, b.vector)),
            standard=sqrt(shared(a.coding, b.coding)),
            theme=min(1.0, sum([share * b.themes.get(theme, 0.0) for theme, share in sorted(a.themes.items())])),
            named=float(bool(a.named & b.named)),
            indicator=float(bool(a.measures & b.measures)),
            gates=self._opposed(a, b),
        )

    def _opposed(self, a: Profile, b: Profile) -> Mapping[str, int]:
        """The gates at which two commitments speak for different values, and what each costs."""
        gates = self.recognition.codebook.lexicon.gates
        families = sorted(a.gates.keys() & b.gates.keys())
        return {family: gates[family].cost for family in families if a.gates[family].isdisjoint(b.gates[family])}

    def size(self, pair: Pair) -> float:
        """Log of how much the two plans of a pair promise, less that of a usual plan."""
        one, other = (self.sizes[self._plans[index]] for index in pair)
        return log(one * other) / 2 - USUAL_SIZE

    def _before_rank(self, pair: Pair) -> float:
        return self.mixture.before_rank(self.likeness(pair), self.size(pair))

    def _rank(self, pair: Pair) -> float:
        """0-1: the partner's part of all odds that the other plan's commitments (and nobody) have, from both sides."""
        a, b = pair
        if self._plans[a] == self._plans[b]:
            return 0.0
        claims = self._between(self._plans[a], self._plans[b])
        known = pair in claims.first
        odds = exp(claims.first[pair] if known else self._before_rank(pair))
        nobody = exp(self.mixture.nobody)
        mine, theirs = (claims.sums.get(index, 0.0) + (0.0 if known else odds) + nobody for index in pair)
        return sqrt(odds / mine * odds / theirs)

    def of(self, pair: Pair) -> Score:
        """The score of any pair, also of one plan's own; such a pair has no rank, for it has no other plan."""
        return score(
            self.likeness(pair), self._rank(pair), self.size(pair), self._are_equal(pair), self.recognition.knowledge
        )

    def odds(self, pair: Pair) -> float:
        """The log-odds behind the score of any pair; equal words need no look at the rest of their plans."""
        return EQUAL if self._are_equal(pair) else self.of(pair).odds

    def _are_equal(self, pair: Pair) -> bool:
        return fold(self.commitments[pair[0]].text) == fold(self.commitments[pair[1]].text)
