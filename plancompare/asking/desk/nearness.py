"""The passage of one plan that comes nearest to commitments of others which it does not make."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.model import Commitment

NEAREST = 30  # a passage less alike is not worth showing as the nearest: the score from which rows join


class Nearest(NamedTuple):
    """A passage and how near it comes: 0-100, the aligner's own score."""

    commitment: Commitment
    score: int


def nearest(comparison: Comparison, plan: str, keys: Iterable[str]) -> Mapping[str, Nearest]:
    """For each of ``keys`` (commitments of other plans) the nearest commitment of ``plan``, in any theme, if any is."""
    pairs = comparison.pairs
    wanted = {comparison.place_of[key]: key for key in keys}
    scores = {pair: score.total for pair, score in pairs.near(wanted, plan).items()}
    passages: dict[str, Nearest] = {}
    for (a, b), total in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        passage, other = (a, b) if pairs.commitments[a].plan == plan else (b, a)
        if other in wanted and total >= NEAREST:
            passages.setdefault(wanted[other], Nearest(pairs.commitments[passage], total))
    return passages
