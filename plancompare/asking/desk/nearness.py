"""The passage of one plan that comes nearest to commitments of others which it does not make."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.scores import Score
from plancompare.model import Commitment

NEAREST = 30  # a passage less alike than this is not worth showing as the nearest


class Nearest(NamedTuple):
    """A passage and how near it comes: 0-100, the aligner's own score (without rank where themes differ)."""

    commitment: Commitment
    score: int


def nearest(comparison: Comparison, plan: str, keys: Iterable[str]) -> Mapping[str, Nearest]:
    """For each of ``keys`` (commitments of other plans) the nearest commitment of ``plan``, in any theme, if any is."""
    pairs = comparison.pairs
    wanted = {comparison.place_of[key]: key for key in keys}
    others = {other.id for other in comparison.plans if other.id != plan}
    scores = {pair: score.total for pair, score in pairs.within(NEAREST, others).items()}
    scores |= {pair: _unranked(score) for pair, score in pairs.across(wanted, others).items()}
    found: dict[str, Nearest] = {}
    for (a, b), total in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        own, other = (a, b) if pairs.commitments[a].plan == plan else (b, a)
        if other in wanted and total >= NEAREST:
            found.setdefault(wanted[other], Nearest(pairs.commitments[own], total))
    return found


def _unranked(score: Score) -> int:
    """A passage of another theme has its rank among its like only, and that says nothing about nearness."""
    return score.total - dict(score.parts)["rank"]
