"""The score of two commitments: named whole-numbered parts that add up to a calibrated 0-100, alike from either side.

A logistic mixture (weights in `weights.json`, fitted by `python -m tests.learning pairs` on the judged pairs of several
collections): log-odds = start + sum of weight x likeness. 100 x its probability is the total; the points are shared out
among the parts in proportion to the log-odds that each gives, and what each gate takes is told as a part of its own
below zero.

* standard: square root of the probability that both are the same entry of the catalogue,
* wording: tf-idf cosine of own words and evidence (Salton & Buckley 1988; log tf, idf of the catalogue),
  once as written, once after the lexicon (synonyms made one, stock phrases out), and the learned vectors,
* named, indicator: a programme's name or an indicator in common,
* theme: probability that both are of one theme,
* rank: how much of the other plan's claim on this commitment the partner holds (a softmax over the other plan's
  commitments, from both sides, geometric mean: mutual nearest neighbours in soft form),
* gates: opposite values of a family of words, such as stages or audiences.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plancompare.comparing.odds import points as points_of
from plancompare.comparing.recognition import Knowledge, weights

PARTS = ("standard", "wording", "named", "indicator", "theme", "rank")
# Which likeness speaks under which name, in the order of `Likeness`.
PART_OF = ("wording", "wording", "wording", "standard", "theme", "named", "indicator")
POINTS_OF_A_GATE = 10  # the codebook's cost at which a gate weighs what was learned
EQUAL = 12.0  # log-odds of texts that are word for word the same: 100 points, and far above all others
MOST = 5.0  # log-odds that others can have: 99 points, so that 100 means equal words


class Likeness(NamedTuple):
    """How alike two commitments are in each respect, about 0-1 each; ``gates``: family -> cost of its opposition."""

    word: float
    core: float
    vector: float
    standard: float
    theme: float
    named: float
    indicator: float
    gates: Mapping[str, int] = {}

    @property
    def opposed(self) -> float:
        """What opposite gates weigh together, in the unit of the learned weight: the more, the more alike the words.

        Of pairs with few words in common those that oppose are the same promise no less often than others.
        """
        return self.word * sum(self.gates.values()) / POINTS_OF_A_GATE


class Mixture(NamedTuple):
    """``first``: weights of the likenesses and of gates before rank is known; ``full``: the same beside rank.

    ``nobody``: log-odds of having no partner. ``size``: what the size of the two plans adds (log of the geometric
    mean of their numbers of commitments, less 4): the best partner in a plan of 200 promises is likelier to be one
    than the best in a plan of 20. Thinning the five plans at random showed that this is size and not the collection.
    """

    first: tuple[float, ...]
    first_gate: float
    first_start: float
    full: tuple[float, ...]
    gate: float
    rank: float
    start: float
    nobody: float
    first_size: float
    size: float

    def before_rank(self, likeness: Likeness, size: float) -> float:
        """Log-odds of a pair before the other candidates are looked at."""
        likenesses = sum([weight * value for weight, value in zip(self.first, likeness[:7], strict=True)])
        return self.first_start + self.first_size * size + likenesses + self.first_gate * likeness.opposed


class Score(NamedTuple):
    """``total`` is the sum of ``parts``; ``odds`` the log-odds behind it, for ordering."""

    total: int
    parts: tuple[tuple[str, int], ...]
    odds: float


@cache
def mixture(knowledge: Knowledge = "tables") -> Mixture:
    """The mixture that was learned for collections which know so much of their field."""
    learned = weights(knowledge)["pairs"]
    (*first, opposed, first_named, first_indicator), (*full, gate, named, indicator) = learned["first"], learned["full"]
    return Mixture(
        first=(*first, first_named, first_indicator),
        first_gate=opposed,
        first_start=learned["first_start"],
        full=(*full, named, indicator),
        gate=gate,
        rank=learned["rank"],
        start=learned["start"],
        nobody=learned["nobody"],
        first_size=learned["first_size"],
        size=learned["size"],
    )


def score(likeness: Likeness, rank: float, size: float, equal: bool, knowledge: Knowledge = "tables") -> Score:
    """Log-odds, their probability in points, and the points shared out by what gave them.

    ``rank`` is 0-1, ``size`` that of the two plans (see `Mixture`), ``equal`` says that the texts are the same,
    ``knowledge`` what the collection can judge by.
    """
    learned = mixture(knowledge)
    gives = dict.fromkeys(PARTS, 0.0)
    for name, weight, value in zip(PART_OF, learned.full, likeness[:7], strict=True):
        gives[name] += weight * value
    gives["rank"] = learned.rank * rank
    before = learned.start + learned.size * size + sum(gives.values())
    odds = EQUAL if equal else min(MOST, before + learned.gate * likeness.opposed)
    total = points_of(odds)
    points = total if equal else max(total, points_of(min(MOST, before)))
    parts = [part for part in shared_out(points, gives) if part[1]]
    gates = {} if equal else {family: float(cost) for family, cost in sorted(likeness.gates.items()) if cost}
    taken = shared_out(points - total, gates)  # told even where it is nothing: what opposes is worth knowing
    return Score(total, (*parts, *((family, -cost) for family, cost in taken)), odds)


def shared_out(points: int, gives: Mapping[str, float]) -> Sequence[tuple[str, int]]:
    """``points`` in whole numbers by what each gave, largest remainders first, ties by order.

    Where nothing gave anything the first has all: a total is always the sum of its parts.
    """
    shares = {name: max(0.0, value) for name, value in gives.items()}
    whole = sum(shares.values())
    if whole <= 0:
        return [(name, 0 if position else points) for position, name in enumerate(gives)]
    exact = {name: points * value / whole for name, value in shares.items()}
    floors = {name: int(value) for name, value in exact.items()}
    rest = points - sum(floors.values())
    for name in sorted(gives, key=lambda n: floors[n] - exact[n])[:rest]:
        floors[name] += 1
    return list(floors.items())
