"""Where too much is uncoded to hold every two plans side by side: rows by the standards that words point to.

A commitment whose words surely are a standard joins the row of it, and is a doubt in every row whose standard it may
be; only what no standard claims is compared, theme by theme (`remainder`). So work grows with the commitments and
not with the square of the plans. For few plans the comparison pair by pair says more: promises that no standard tells
apart are one row here (`python -m tests.benchmarks.truth` measures both).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from plancompare.comparing.coding import PERHAPS, Coding, sure
from plancompare.comparing.scores import MOST
from plancompare.model import Commitment

# Commitments of one plan times those of another, over all open pairs of plans, that are compared pair by pair: a
# choice. So many, in some 37 plans of 150 without codes, take about 45 s of a processor (`tests.benchmarks.scale`).
MOST_PAIRS = 15_000_000


class Proposals(NamedTuple):
    """``codings``: index -> the standards that it may be; ``sure``: index -> the one that a machine would code.

    Nothing is proposed for what people coded.
    """

    codings: Mapping[int, Coding] = {}
    sure: Mapping[int, str] = {}

    def odds(self, index: int) -> float:
        """Log-odds that a commitment is the standard of which it is sure."""
        return _odds(self.codings[index].shares[self.sure[index]])

    def doubts(self) -> Iterator[tuple[int, str, float]]:
        """Each index with each standard that it may be, and the log-odds of that."""
        for index, coding in self.codings.items():
            for standard, share in coding.shares.items():
                if share >= PERHAPS:
                    yield index, standard, _odds(share)


NO_PROPOSALS = Proposals()


def _odds(share: float) -> float:
    """Log-odds of a probability (0-1), no more than words which are not equal can have."""
    return min(MOST, log(share / (1 - share))) if 0 < share < 1 else MOST


def too_much(commitments: Sequence[Commitment], codes: Sequence[str]) -> bool:
    """Whether so much is uncoded that not every two plans can be held side by side; ``codes`` of each commitment."""
    of_plans: dict[str, list[str]] = {}
    for commitment, code in zip(commitments, codes, strict=True):
        of_plans.setdefault(commitment.plan, []).append(code)
    return open_work(of_plans.values()) > MOST_PAIRS


def open_work(plans: Iterable[Sequence[str]]) -> int:
    """How many pairs of commitments stand in pairs of plans between which codes leave something open.

    ``plans`` are the codes of each, "" where nobody coded.
    """
    sizes = [(len(codes), all(codes)) for codes in plans]
    return _pairs([size for size, _ in sizes]) - _pairs([size for size, coded in sizes if coded])


def _pairs(sizes: Sequence[int]) -> int:
    """How many pairs there are of members of different groups of such sizes."""
    whole = sum(sizes)
    return (whole * whole - sum(size * size for size in sizes)) // 2


def proposals_of(codings: Mapping[int, Coding], equal: Iterable[Sequence[int]]) -> Proposals:
    """What words propose by index; ``equal`` groups indexes of equal words, to which the same is proposed."""
    alike = dict(codings)
    for several in equal:
        uncoded = [index for index in several if index in codings]
        if uncoded:
            alike.update(dict.fromkeys(uncoded, max((codings[index] for index in uncoded), key=_clearness)))
    standards = {index: sure(coding) for index, coding in alike.items()}
    return Proposals(alike, {index: standard for index, standard in standards.items() if standard})


def _clearness(coding: Coding) -> tuple[bool, float, str]:
    """Headings make readings of the same words differ: the one that says most counts."""
    ((standard, share),) = coding.candidates(1) or (("", 0.0),)
    return bool(sure(coding)), share, standard
