"""Brings a commitment to the catalogue: a probability for each standard and for "none of these".

Two readings of the words are added up as log-odds (weights in `weights.json`):
* naive Bayes: how often an entry's wordings use each character and pair of the text (Manning, Raghavan & Schütze 2008,
  Introduction to Information Retrieval, chapter 13),
* vectors: the cosine of the text's vector and the mean vector of the entry's wordings (nearest centroid).
Then the theme speaks as a factor: an entry of the theme counts whole, an entry that names it under `also` in part,
others little.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from heapq import nlargest, nsmallest
from math import exp, fsum, log
from operator import itemgetter, mul
from typing import NamedTuple

from plancompare.comparing.grams import Vector, Vectors, dot, grams, scaled
from plancompare.comparing.index import BYTE, MOST_COUNT, Index
from plancompare.comparing.odds import MOST_ODDS
from plancompare.model import Catalogue

SMOOTHING = 0.1  # naive Bayes: what a gram that no wording has counts for; the weights were learned with it
SHORTLIST = 60  # entries that pairs of characters choose: 60, 80 and 160 do as well, 40 a little worse
# A machine's code is proposed from this probability on, where "none" has little: of the judged set 70 in 100 get
# a proposal and 87 in 100 of these are right, of the five plans 70 and 83
# (`python -m tests.drafting.encoding.sureness`).
SURE = 0.6
MOST_NONE = 0.1
# From this probability of a standard on a blank beside an uncoded commitment would claim too much: by tables that had
# not seen them, 96 in 100 of the judged set and 92 of the five plans have so much in the right one.
PERHAPS = 0.01
LEAST_SHARE = 1e-4  # a standard less likely than this is not kept: a choice, a hundredth of what a doubt takes
_GAINS = tuple(log(1 + count / SMOOTHING) for count in range(MOST_COUNT + 1))
_gain = _GAINS.__getitem__
_value = itemgetter(1)


class CodingWeights(NamedTuple):
    """The mixture: what a vector's cosine and naive Bayes weigh, what themes under `also` and others count for, and the
    log-odds of "none" of a text that shares nothing with the catalogue, with what each point beyond takes off them."""

    vectors: float
    bayes: float
    also: float
    other: float
    none: float
    none_slope: float


class Hearing(NamedTuple):
    """What words say before any theme is known: entry -> log-odds up to a constant, for a shortlist; their vector.

    ``beyond`` says by how much all entries together beat a text that shares nothing with any: little means "none".
    """

    odds: Mapping[int, float]
    vector: Vector
    beyond: float


class Coding(NamedTuple):
    """``shares``: standard id -> probability, those that matter; they and ``none`` add up to about 1."""

    shares: Mapping[str, float]
    none: float
    pinned: bool = False

    def candidates(self, limit: int = 5) -> tuple[tuple[str, float], ...]:
        """The likeliest standards with their probabilities, best first, ties by id."""
        # a text that says little is shared by a whole catalogue: only those that may be among the best are ordered
        least = min(nlargest(limit, self.shares.values()), default=0.0)
        best = [share for share in self.shares.items() if share[1] >= least]
        return tuple(nsmallest(limit, best, key=lambda share: (-share[1], share[0])))


UNKNOWN = Coding({}, 1.0)


def pinned(standard: str) -> Coding:
    """What a person coded is certain; "none" too."""
    return UNKNOWN._replace(pinned=True) if standard == "none" else Coding({standard: 1.0}, 0.0, True)


def sure(coding: Coding) -> str:
    """The standard that a machine would code; "" where it is not sure enough."""
    best = coding.candidates(1)
    return best[0][0] if best and best[0][1] >= SURE and coding.none <= MOST_NONE else ""


def shared(one: Coding, other: Coding) -> float:
    """The probability (0-1) that two commitments are one standard promise, as far as the catalogue sees."""
    few, many = sorted((one.shares, other.shares), key=len)
    return fsum([share * many[id] for id, share in few.items() if id in many])  # exact: in any order the same


class Coder:
    """Codes texts against one catalogue."""

    def __init__(self, catalogue: Catalogue, index: Index, vectors: Vectors, weights: CodingWeights) -> None:
        self.catalogue = catalogue
        self.index = index
        self.vectors = vectors
        self.weights = weights
        self._themes = [catalogue.standards[id].theme for id in index.ids]
        served = [(catalogue.standards[id].theme, tuple(catalogue.standards[id].also)) for id in index.ids]
        self._served = list(dict.fromkeys(served))  # home theme and further ones: far fewer than entries
        places = {themes: number for number, themes in enumerate(self._served)}
        self._serves = [places[themes] for themes in served]
        self._absent = [log(SMOOTHING / (size + 2 * SMOOTHING)) for size in index.sizes]
        self._silence = sum(self._absent) / max(1, len(self._absent))
        self._pairs: dict[int, Sequence[tuple[int, float]]] = {}

    @cached_property
    def _centres(self) -> Sequence[Sequence[int]]:
        dims = self.index.dims
        return [self.index.centres[n * dims : (n + 1) * dims].tolist() for n in range(len(self.index.ids))]

    def hear(self, text: str) -> Hearing:
        """Read a text against the whole catalogue. The words alone: evidence phrases did not help coding."""
        terms = grams(text)
        vector = self.vectors.of(terms)
        mine, bayes = self.weights.vectors / BYTE, self.weights.bayes
        centres = self._centres
        odds = {n: bayes * v + mine * float(sum(map(mul, vector, centres[n]))) for n, v in self._bayes(terms)}
        top = max(odds.values(), default=0.0)
        whole = top + log(sum([exp(value - top) for value in odds.values()])) if odds else 0.0
        return Hearing(odds, vector, whole - bayes * len(terms) * self._silence)

    def _bayes(self, terms: Sequence[str]) -> list[tuple[int, float]]:
        """Naive Bayes of the entries that share most with the text: rare pairs choose them, then all grams count."""
        index = self.index
        heard: dict[int, float] = defaultdict(float)
        for row in [index.rare[term] for term in terms if term in index.rare]:
            for entry, gain in self._uses(row):
                heard[entry] += gain
        chosen = sorted(heard.items(), key=_value, reverse=True)[:SHORTLIST] or [
            (n, 0.0) for n in range(len(index.ids))
        ]
        number = len(terms)
        others = self._others([index.common[term] for term in terms if term in index.common], [n for n, _ in chosen])
        return [
            (entry, value + number * self._absent[entry] + other)
            for (entry, value), other in zip(chosen, others, strict=True)
        ]

    def _uses(self, row: int) -> Sequence[tuple[int, float]]:
        """The entries that use a rare pair, and what it adds for each."""
        if row not in self._pairs:
            starts, places, counts = self.index.pairs
            start, end = starts[row], starts[row + 1]
            gains = [_GAINS[count] for count in counts[start:end]]
            self._pairs[row] = tuple(zip(places[start:end], gains, strict=True))
        return self._pairs[row]

    def _others(self, terms: Sequence[int], chosen: Sequence[int]) -> list[float]:
        """What characters and common pairs add for each chosen entry: a column a term, summed entry by entry."""
        if not terms or len(chosen) < 2:  # of one place itemgetter gives the thing itself
            return [sum([_GAINS[self._column(term)[entry]] for term in terms]) for entry in chosen]
        picked = itemgetter(*chosen)
        columns = [map(_gain, picked(self._column(term))) for term in terms]
        return [*map(sum, zip(*columns, strict=True))]

    def _column(self, term: int) -> bytes:
        """How many phrases of each entry use a character or common pair."""
        return self._columns[term]

    @cached_property
    def _columns(self) -> Sequence[bytes]:
        starts, places, counts = self.index.singles
        columns = [bytearray(len(self.index.ids)) for _ in self.index.common]
        for entry in range(len(self.index.ids)):
            start, end = starts[entry], starts[entry + 1]
            for term, count in zip(places[start:end], counts[start:end], strict=True):
                columns[term][entry] = count
        return [bytes(column) for column in columns]

    def code(self, hearing: Hearing, themes: Mapping[str, float]) -> Coding:
        """Probabilities from what the words say and from the probabilities of ``themes`` (a pin: that theme, 1)."""
        weights, serves = self.weights, self._serves
        fits = [
            log(weights.other + themes.get(home, 0.0) + weights.also * sum([themes.get(theme, 0.0) for theme in also]))
            for home, also in self._served
        ]
        logits = {entry: value + fits[serves[entry]] for entry, value in hearing.odds.items()}
        top = max(logits.values(), default=0.0)
        shares = {entry: exp(value - top) for entry, value in logits.items()}
        none = 1 / (1 + exp(min(MOST_ODDS, weights.none_slope * hearing.beyond - weights.none)))
        whole = sum(shares.values()) / (1 - none)
        least = LEAST_SHARE * whole
        ids = self.index.ids
        return Coding({ids[n]: share / whole for n, share in shares.items() if share > least}, none)

    def themes(self, hearing: Hearing) -> dict[str, float]:
        """Theme -> probability that an entry of it is meant."""
        top = max(hearing.odds.values(), default=0.0)
        sums: dict[str, float] = defaultdict(float)
        for entry, value in hearing.odds.items():
            sums[self._themes[entry]] += exp(value - top)
        whole = sum(sums.values()) or 1.0
        return {theme: value / whole for theme, value in sums.items()}

    def kinship(self, one: str, other: str) -> float:
        """How alike the wordings of two standards are as wholes: the cosine of their mean vectors, 0 without any."""
        return dot(*(scaled(self._centres[self._place[id]]) for id in (one, other)))

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self.index.ids)}

    def closest_wording(self, vector: Vector, standard: str, text: str = "") -> str:
        """The wording of a standard that comes closest to a text's vector, ties by the catalogue's order.

        Without learned vectors the one that shares most characters and pairs of characters with ``text`` itself.
        """
        entry = self.catalogue.standards[standard]
        phrases: Iterable[str] = (entry.label.zh, *self.catalogue.phrases[standard].wordings)
        if self.vectors.dims:
            return max(phrases, key=lambda phrase: dot(vector, self.vectors.of(grams(phrase))))
        terms = frozenset(grams(text))
        return max(phrases, key=lambda phrase: _overlap(terms, grams(phrase)))


def _overlap(one: frozenset[str], other: Sequence[str]) -> float:
    """How many grams two texts share, by the mean of their numbers (Dice)."""
    return 2 * len(one.intersection(other)) / max(1, len(one) + len(other))
