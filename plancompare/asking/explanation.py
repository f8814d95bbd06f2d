"""Why two commitments are, or are not, one row: the parts of their score, what they share, and their rivals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.scores import Score
from plancompare.comparing.wording import Wording, bigrams, fold
from plancompare.model import Commitment, Decision

MOST_SHARED = 8  # words named as shared: a choice


class Rival(NamedTuple):
    """Another candidate: a commitment and its score with the one that is explained."""

    commitment: Commitment
    score: Score


class Shared(NamedTuple):
    """The standard that both may be: its probability (0-1), and the catalogue's wording closest to each, by key."""

    id: str
    share: float
    closest: Mapping[str, str]


class Explanation(NamedTuple):
    """What made a pair a match or not.

    ``score`` is the very score the alignment used. ``shared`` are the stretches of prepared text both have with the
    share of the likeness that each gives (0-1, the greatest first). ``ruling`` is the decision that names both, if any.
    ``rivals`` gives for each of the two the best candidates in the other's plan, best first. ``codes`` are what people
    coded the two as ("" where nobody did), ``standard`` what both may be, ``size`` the log-odds that the size of their
    plans adds.
    """

    a: Commitment
    b: Commitment
    score: Score
    thresholds: Thresholds
    same_row: bool
    ruling: Decision | None
    shared: tuple[tuple[str, float], ...]
    rivals: Mapping[str, tuple[Rival, ...]]
    codes: tuple[str, str] = ("", "")
    standard: Shared | None = None
    size: float = 0.0

    @property
    def verdict(self) -> str:
        """match, review or apart, by the score alone."""
        if self.score.total >= self.thresholds.match:
            return "match"
        return "review" if self.score.total >= self.thresholds.review else "apart"


def explain(comparison: Comparison, a: str, b: str) -> Explanation:
    """Explain the pair of keys ``a`` and ``b`` (``plan/id``); KeyError for a key the comparison lacks."""
    one, other = sorted((a, b), key=comparison.place_of.__getitem__)
    first, second = comparison.commitment(one), comparison.commitment(other)
    obeyed = comparison.rulings if comparison.settings.decisions else ()
    named = [d for d in obeyed if one in d.members and other in d.members]
    return Explanation(
        a=first,
        b=second,
        score=comparison.score(one, other),
        thresholds=comparison.settings.thresholds,
        same_row=comparison.row_of(one) is comparison.row_of(other),
        ruling=named[0] if named else None,
        shared=_shared(comparison, one, other),
        rivals={
            one: rivals(comparison, one, second.plan),
            other: rivals(comparison, other, first.plan),
        },
        codes=(comparison.code(one), comparison.code(other)),
        standard=_standard(comparison, one, other),
        size=comparison.size_offset(one, other),
    )


def _standard(comparison: Comparison, a: str, b: str) -> Shared | None:
    """The standard that two commitments likeliest have in common, if any."""
    mine, theirs = comparison.coding(a).shares, comparison.coding(b).shares
    both = {id: share * theirs[id] for id, share in mine.items() if id in theirs}
    if not both:
        return None
    id = min(both, key=lambda id: (-both[id], id))
    return Shared(id, both[id], {key: comparison.closest_wording(key, id) for key in (a, b)})


def rivals(comparison: Comparison, key: str, plan: str, limit: int = 3) -> tuple[Rival, ...]:
    """The best candidates for ``key`` in ``plan``, best first, ties by key."""
    candidates = [Rival(c, comparison.score(key, c.key)) for c in comparison.plan(plan).commitments if c.key != key]
    return tuple(sorted(candidates, key=lambda rival: (-rival.score.total, rival.commitment.key))[:limit])


def _shared(comparison: Comparison, a: str, b: str) -> tuple[tuple[str, float], ...]:
    """Words of both with the share of their likeness each gives; neighbouring pairs of characters join to a stretch."""
    mine, theirs = comparison.terms(a), comparison.terms(b)
    words = [term for term in mine if term in theirs and len(term) > 1]
    gives = {term: mine[term] * theirs[term] for term in words}
    whole = sum(gives.values()) or 1.0
    wording = Wording(comparison.codebook)
    core = wording.prepare([comparison.commitment(a).text])[0].core
    stretches: dict[str, float] = {}
    for stretch in _runs(core, gives):
        stretches[stretch] = sum(gives.pop(term, 0.0) for term in dict.fromkeys(bigrams(stretch)))
    for term, value in gives.items():
        stretches[term] = value
    ranked = sorted(stretches.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((stretch, value / whole) for stretch, value in ranked[:MOST_SHARED] if value > 0)


def _runs(core: str, terms: Mapping[str, float]) -> Sequence[str]:
    """The longest stretches of ``core`` all of whose pairs of characters are ``terms``."""
    runs: list[str] = []
    for piece in core.split():
        run = ""
        for pair in bigrams(piece):
            if pair in terms:
                run = run + pair[-1] if run else pair
            elif run:
                runs.append(run)
                run = ""
        if run:
            runs.append(run)
    return list(dict.fromkeys(fold(run) for run in runs))
