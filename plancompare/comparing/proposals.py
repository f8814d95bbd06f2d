"""Where too much is uncoded to hold every two plans side by side: rows by the standards that words point to.

A commitment whose words surely are a standard joins the row of it, and is a doubt in every row whose standard it may
be; only what no standard claims is compared plan with plan, as long as that is little enough. So work grows with the
commitments and not with the square of the plans. Of plans that fit a comparison pair by pair it is second best: the
standards that no entry tells apart are one row (`python -m tests.benchmarks.truth` tells both).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from plancompare.comparing.linkage import Pair
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import NONE, People
from plancompare.comparing.readings import Reading
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.scores import MOST
from plancompare.model import Commitment, Plan

# Commitments of one plan times those of another, over all open pairs of plans, that are compared pair by pair: a
# choice. So many, in some 37 plans of 150 without codes, take about 45 s of a processor (`tests.benchmarks.scale`).
MOST_PAIRS = 15_000_000


class Proposals(NamedTuple):
    """``shares``: index -> the standards that it may be with their probabilities (0-1); ``sure``: index -> standard.

    Nothing is proposed for what people coded; equal words are proposed alike.
    """

    shares: Mapping[int, Sequence[tuple[str, float]]] = {}
    sure: Mapping[int, str] = {}

    def odds(self, index: int) -> float:
        """Log-odds that a commitment is the standard of which it is sure."""
        return _odds(dict(self.shares[index])[self.sure[index]])

    def doubts(self) -> Iterator[tuple[int, str, float]]:
        """Each index with each standard that it may be, and the log-odds of that."""
        for index, several in self.shares.items():
            for standard, share in several:
                yield index, standard, _odds(share)


NO_PROPOSALS = Proposals()


def _odds(share: float) -> float:
    """Log-odds of a probability (0-1), no more than words which are not equal can have."""
    return min(MOST, log(share / (1 - share))) if 0 < share < 1 else MOST


def too_much(plans: Sequence[Plan], recognition: Recognition) -> bool:
    """Whether so much of these plans is uncoded that not every two can be held side by side."""
    if not recognition.catalogue.standards:
        return False
    heed = recognition.codes
    return open_work([recognition.code(c) if heed else "" for c in plan.commitments] for plan in plans) > MOST_PAIRS


def open_work(plans: Iterable[Sequence[str]]) -> int:
    """How many pairs of commitments stand in pairs of plans between which codes leave something open.

    ``plans`` are the codes of each, "" where nobody coded.
    """
    sizes = [(len(codes), all(codes)) for codes in plans]
    every, coded = (sum(n for n, _ in some) for some in (sizes, [size for size in sizes if size[1]]))
    squares, squares_coded = (sum(n * n for n, _ in some) for some in (sizes, [size for size in sizes if size[1]]))
    return (every * every - squares - coded * coded + squares_coded) // 2


def proposals_of(
    commitments: Sequence[Commitment],
    codes: Sequence[str],
    readings: Mapping[str, Reading],
    equal: Iterable[Sequence[int]],
) -> Proposals:
    """What words propose for the commitments that have no code (``codes``, by index); ``equal`` groups equal words."""
    read = {n: readings[c.key] for n, c in enumerate(commitments) if not codes[n]}
    for several in equal:
        uncoded = [index for index in several if index in read]
        for index in uncoded:
            read[index] = _clearest([read[other] for other in uncoded])
    shares = {index: reading.shares for index, reading in read.items() if reading.shares}
    return Proposals(shares, {index: reading.sure for index, reading in read.items() if reading.sure})


def _clearest(readings: Sequence[Reading]) -> Reading:
    """Of several readings of the same words the one that says most; headings make them differ."""
    return max(
        readings, key=lambda reading: (bool(reading.sure), reading.shares[:1] and reading.shares[0][1], reading.shares)
    )


class Remainder:
    """Scores where rows are drawn by proposals: of equal words, and among what no standard claims."""

    def __init__(self, pairs: Pairs, people: People, proposals: Proposals) -> None:
        self._pairs = pairs
        self._left = [n for n, code in enumerate(people.codes) if code in ("", NONE) and n not in proposals.sure]
        self._people = people._replace(codes=[people.codes[n] for n in self._left])

    @cached_property
    def _among(self) -> Pairs | None:
        """The scores among what is left; None where that is too much to be compared."""
        commitments = [self._pairs.commitments[n] for n in self._left]
        of_plans: dict[str, list[str]] = {}
        for commitment, code in zip(commitments, self._people.codes, strict=True):
            of_plans.setdefault(commitment.plan, []).append(code)
        few = open_work(of_plans.values()) <= MOST_PAIRS
        return Pairs(commitments, self._pairs.recognition, self._people) if few else None

    def links(self, least: int) -> Mapping[Pair, float]:
        """Log-odds of pairs of different plans: equal words, and what reaches ``least`` points of what is left."""
        links = dict(self._pairs.twins)
        if self._among:
            left = self._left
            links |= {(left[one], left[other]): odds for (one, other), odds in self._among.links(least).items()}
        return links

    def odds(self, pair: Pair) -> float:
        """Log-odds of any pair."""
        return self._pairs.odds(pair)

    def equal(self) -> Iterable[Sequence[int]]:
        """Groups of indexes (sorted, of one plan too) whose texts are word for word the same."""
        return self._pairs.equal()
