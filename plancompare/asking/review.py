"""Which undecided pairs a person should look at first: those whose score leaves the most doubt."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.pairs import Pair
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

    A pair counts as decided if a ruling names both, or if both stand in rows that were decided. Across themes the pairs
    are those that the aligner may join. A filter leaves out what stands in none of the rows.
    """
    thresholds = comparison.settings.thresholds
    known = _ruled(comparison.rulings)
    kept = {commitment.key for row in comparison.rows for commitment in row.commitments}
    found = []
    for pair, score in _doubtful(comparison):
        a, b = (comparison.pairs.commitments[index] for index in pair)
        if a.key not in kept or b.key not in kept:
            continue
        one, other = comparison.row_of(a.key), comparison.row_of(b.key)
        if frozenset((a.key, b.key)) in known or (one.decided and other.decided):
            continue
        if theme and theme not in (one.theme, other.theme):
            continue
        found.append(Question(a, b, score, one.id == other.id))
    return tuple(sorted(found, key=lambda q: (abs(q.score.total - thresholds.match), q.a.key, q.b.key)))


def _doubtful(comparison: Comparison) -> Iterator[tuple[Pair, Score]]:
    """The pairs that reach the review threshold, in one theme or across."""
    pairs, review = comparison.pairs, comparison.settings.thresholds.review
    yield from pairs.within(review).items()
    across = pairs.across(range(len(pairs.commitments)), comparison.closed)
    yield from ((pair, score) for pair, score in across.items() if score.total >= review)


def _ruled(rulings: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """All pairs that some ruling names together."""
    return frozenset(frozenset((a, b)) for ruling in rulings for a in ruling.members for b in ruling.members if a < b)
