"""Which undecided pairs a person should look at first: those whose score leaves the most doubt."""

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.scores import Score
from plancompare.model import Commitment, Decision


class Question(NamedTuple):
    """A pair to rule on, with its score and whether the aligner put the two into one row."""

    a: Commitment
    b: Commitment
    score: Score
    same_row: bool


def questions(comparison: Comparison, theme: str = "") -> tuple[Question, ...]:
    """Undecided pairs of different plans, the score nearest to the match threshold first, ties by key.

    A pair counts as decided if a ruling names both, or if both stand in rows that were decided.
    """
    thresholds = comparison.settings.thresholds
    known = _ruled(comparison.rulings)
    found = []
    for pair, score in comparison.pairs.within(thresholds.review).items():
        a, b = (comparison.pairs.commitments[index] for index in pair)
        one, other = comparison.row_of(a.key), comparison.row_of(b.key)
        if frozenset((a.key, b.key)) in known or (one.decided and other.decided):
            continue
        if theme and theme not in (one.theme, other.theme):
            continue
        found.append(Question(a, b, score, one.id == other.id))
    return tuple(sorted(found, key=lambda q: (abs(q.score.total - thresholds.match), q.a.key, q.b.key)))


def _ruled(rulings: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """All pairs that some ruling names together."""
    return frozenset(frozenset((a, b)) for ruling in rulings for a in ruling.members for b in ruling.members if a < b)
