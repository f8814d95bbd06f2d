"""Which undecided pairs a person should look at first: those whose score leaves the most doubt."""

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.scores import Score
from plancompare.model import Commitment, Decision

EQUAL = 100  # the score of equal words


class Question(NamedTuple):
    """A pair to rule on, with its score and whether the aligner put the two into one row."""

    a: Commitment
    b: Commitment
    score: Score
    same_row: bool


def questions(comparison: Comparison, theme: str = "") -> tuple[Question, ...]:
    """Undecided pairs of different plans, the score nearest to the match threshold first, ties by key.

    A pair counts as decided if a ruling names both, if both were coded, or if both stand in rows that were decided; and
    nobody need be asked whether equal words that stand in one row are one promise.
    """
    thresholds = comparison.settings.thresholds
    known = _ruled(comparison.rulings)
    kept = {commitment.key for row in comparison.rows for commitment in row.commitments}
    found = []
    for pair in comparison.pairs.links(thresholds.review):
        a, b = (comparison.pairs.commitments[index] for index in pair)
        if frozenset((a.key, b.key)) in known or not {a.key, b.key} <= kept:
            continue
        one, other = comparison.row_of(a.key), comparison.row_of(b.key)
        score = comparison.pairs.of(pair)
        if (one.decided and other.decided) or (one is other and score.total == EQUAL):
            continue
        if not theme or theme in (one.theme, other.theme):
            found.append(Question(a, b, score, one is other))
    return tuple(sorted(found, key=lambda q: (abs(q.score.total - thresholds.match), q.a.key, q.b.key)))


def _ruled(rulings: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """All pairs that some ruling names together."""
    return frozenset(frozenset((a, b)) for ruling in rulings for a in ruling.members for b in ruling.members if a < b)
