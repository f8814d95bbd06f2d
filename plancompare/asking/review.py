"""Which undecided pairs a person should look at first: those whose score leaves the most doubt."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.people import NONE
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

    They are those whose score leaves a doubt, and what stands as "unsure" in a row for any other reason.

    A pair counts as decided if a ruling names both, if both were coded, or if people put both where they stand, in rows
    that were decided (a newcomer that a score brought there is asked about); and nobody need be asked whether equal
    words that stand in one row are one promise.
    """
    thresholds = comparison.settings.thresholds
    known, placed = _ruled(comparison.rulings), _placed(comparison)
    keys = {commitment.key for row in comparison.rows for commitment in row.commitments}
    doubtful = []
    for pair in sorted({*comparison.pairs.links(thresholds.review), *_shown(comparison)}):
        a, b = (comparison.pairs.commitments[index] for index in pair)
        if frozenset((a.key, b.key)) in known or not {a.key, b.key} <= keys:
            continue
        one, other = comparison.row_of(a.key), comparison.row_of(b.key)
        score = comparison.pairs.of(pair)
        decided = one.decided and other.decided and {a.key, b.key} <= placed
        if decided or (one is other and score.total == EQUAL):
            continue
        if not theme or theme in (one.theme, other.theme):
            doubtful.append(Question(a, b, score, one is other))
    return tuple(sorted(doubtful, key=lambda q: (abs(q.score.total - thresholds.match), q.a.key, q.b.key)))


def _ruled(rulings: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """All pairs that some ruling names together."""
    return frozenset(frozenset((a, b)) for ruling in rulings for a in ruling.members for b in ruling.members if a < b)


def _shown(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Each passage that may be a row's promise (by its index), with the member that stands for the row."""
    for row in comparison.rows:
        for cell in row.spoken.values():
            for near in cell.candidates:
                one, other = sorted((comparison.place_of[near.commitment.key], comparison.place_of[row.core.key]))
                if near.commitment.plan != row.core.plan:
                    yield one, other


def _placed(comparison: Comparison) -> frozenset[str]:
    """The keys of commitments that stand in their rows because people said so: by a ruling, or by a code."""
    named = {key for ruling in comparison.rulings if ruling.kind == "same" for key in ruling.members}
    return frozenset(named | {key for key in comparison.homes if comparison.code(key) not in ("", NONE)})
