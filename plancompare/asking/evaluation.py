"""How well the aligner does on pairs that people judged, by threshold and by theme, with plain scorers beside it.

A pair counts as positive if it was judged "same"; "related" and "different" are negatives. Always without decisions:
rulings would only repeat what people said.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from plancompare.comparing import strings
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.people import NONE
from plancompare.comparing.wording import Wording
from plancompare.model import Commitment

Keys = tuple[str, str]
THRESHOLDS = tuple(range(5, 100, 5))  # of the curve; every fifth is as fine as the labels bear


class Labelled(NamedTuple):
    """Two keys (``plan/id``) and what people said of them: same, related or different."""

    a: str
    b: str
    label: str


class Judged(NamedTuple):
    """A labelled pair with the aligner's score and whether it put the two into one row."""

    a: str
    b: str
    label: str
    score: int
    same_row: bool
    theme: str

    @property
    def same(self) -> bool:
        """Whether people said it is one promise."""
        return self.label == "same"


class Quality(NamedTuple):
    """Counts of a yes/no question against labels, and the usual ratios (0 where nothing was said or found)."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of what is right that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.hits / (2 * self.hits + self.false + self.missed) if self.hits else 0.0


class Band(NamedTuple):
    """Pairs whose score lies from ``low`` to below ``high``: how many, their mean score, the share judged the same."""

    low: int
    high: int
    number: int
    mean: float
    share: float


class Codings(NamedTuple):
    """Of ``number`` commitments that people coded: how many have their code first, among three, among five."""

    number: int
    first: int
    three: int
    five: int


class Recall(NamedTuple):
    """Rows against rows that people drew.

    ``reach`` is the share of true pairs that are joined or shown, ``load`` how many pairs are, for each true pair.
    """

    rows: Quality
    reach: float
    load: float


class Evaluation(NamedTuple):
    """``rows``: quality of rows; ``curve``: of the score by threshold; ``plain``: name -> (AUC, best F1, its cut).

    ``bands`` tell what a score means, ``codings`` how often the machine codes as people did: with the curators' themes
    ("given") and without ("none"). ``themes``: how often it names the curators' theme, of how many pinned ones.
    """

    pairs: tuple[Judged, ...]
    rows: Quality
    curve: Mapping[int, Quality]
    auc: float
    by_theme: Mapping[str, Quality]
    plain: Mapping[str, tuple[float, float, int]]
    bands: tuple[Band, ...]
    codings: Mapping[str, Codings]
    themes: tuple[int, int]


def evaluate(comparison: Comparison, labels: Sequence[Labelled]) -> Evaluation:
    """Hold ``comparison`` (made without decisions) against ``labels``, whose keys it must have."""
    pairs = tuple(
        Judged(
            a=label.a,
            b=label.b,
            label=label.label,
            score=comparison.score(label.a, label.b).total,
            same_row=comparison.row_of(label.a) is comparison.row_of(label.b),
            theme=comparison.themes[min(label.a, label.b)].theme,
        )
        for label in labels
    )
    truth = [pair.same for pair in pairs]
    themes = sorted({pair.theme for pair in pairs})
    return Evaluation(
        pairs=pairs,
        rows=quality(truth, [pair.same_row for pair in pairs]),
        curve={cut: quality(truth, [pair.score >= cut for pair in pairs]) for cut in THRESHOLDS},
        auc=auc(truth, [pair.score for pair in pairs]),
        by_theme={
            theme: quality([p.same for p in pairs if p.theme == theme], [p.same_row for p in pairs if p.theme == theme])
            for theme in themes
        },
        plain={name: _plain(comparison, pairs, scorer) for name, scorer in _plain_scorers(comparison).items()},
        bands=bands(truth, [pair.score for pair in pairs]),
        codings={"given": codings(comparison), "none": codings(comparison, pins=False)},
        themes=themes_right(comparison),
    )


def bands(truth: Sequence[bool], scores: Sequence[int]) -> tuple[Band, ...]:
    """The pairs in ten bands of score; a band without pairs is left out."""
    result = []
    for low in range(0, 100, 10):
        high = low + 10 if low < 90 else 101
        inside = [(score, same) for score, same in zip(scores, truth, strict=True) if low <= score < high]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            result.append(Band(low, min(high, 100), len(inside), mean, sum(same for _, same in inside) / len(inside)))
    return tuple(result)


def codings(comparison: Comparison, pins: bool = True) -> Codings:
    """The machine's proposals for what people coded; ``pins=False`` keeps the curators' themes from it."""
    recognition = comparison.pairs.recognition
    places = []
    for commitment in _commitments(comparison):
        code = recognition.code(commitment)
        if code and code != NONE:
            coding = recognition.coding(commitment, recognition.theme_shares(commitment, pins), pins=False)
            ids = [id for id, _ in coding.candidates()]
            places.append(ids.index(code) if code in ids else len(ids))
    return Codings(len(places), *(sum(rank < most for rank in places) for most in (1, 3, 5)))


def themes_right(comparison: Comparison) -> tuple[int, int]:
    """How often the machine names the theme that curators pinned, and how many are pinned."""
    recognition, known = comparison.pairs.recognition, frozenset(comparison.codebook.ids)
    pinned = [c for c in _commitments(comparison) if c.pin in known]
    return sum(recognition.theme(c, pins=False).theme == c.pin for c in pinned), len(pinned)


def _commitments(comparison: Comparison) -> Iterator[Commitment]:
    for plan in comparison.plans:
        yield from plan.commitments


def recall(comparison: Comparison, same: Collection[Keys], unsettled: Collection[Keys] = ()) -> Recall:
    """Hold the rows of ``comparison`` against the pairs of keys that people put into one row.

    Pairs in ``unsettled`` count neither way.
    """
    joined = {keys for row in comparison.rows for keys in across(c.key for c in row.commitments)}
    links = comparison.pairs.links(comparison.settings.thresholds.review)
    keys = [commitment.key for commitment in comparison.pairs.commitments]
    shown = joined | {(keys[a], keys[b]) for a, b in links}
    hits = len(joined & set(same))
    rows = Quality(hits, len(joined - set(same) - set(unsettled)), len(same) - hits)
    return Recall(rows, len(shown & set(same)) / len(same), len(shown) / len(same))


def across(members: Iterable[str]) -> Iterator[Keys]:
    """The pairs of keys of different plans among the members of a row, each in order."""
    for one, other in combinations(sorted(set(members)), 2):
        if one.split("/")[0] != other.split("/")[0]:
            yield one, other


def in_half(a: str, b: str, half: str) -> bool:
    """Whether the judged pair belongs to ``half`` (tune or report), by its names alone: the same on every machine."""
    from zlib import crc32

    return crc32("\n".join(sorted((a, b))).encode()) % 2 == (half == "report")


def quality(truth: Sequence[bool], answers: Sequence[bool]) -> Quality:
    """Counts of ``answers`` against ``truth``, pair by pair."""
    both = list(zip(truth, answers, strict=True))
    return Quality(both.count((True, True)), both.count((False, True)), both.count((True, False)))


def auc(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """Chance that a positive scores above a negative, ties half (Mann-Whitney); 0.5 if either kind is missing."""
    ranked = sorted(scores)
    first = {value: position for position, value in reversed(list(enumerate(ranked)))}
    last = {value: position for position, value in enumerate(ranked)}
    positives = [(first[s] + last[s]) / 2 + 1 for t, s in zip(truth, scores, strict=True) if t]
    p, n = len(positives), len(truth) - len(positives)
    return (sum(positives) - p * (p + 1) / 2) / (p * n) if p and n else 0.5


Scorer = Callable[[str, str], float]


def _plain_scorers(comparison: Comparison) -> Mapping[str, Scorer]:
    """Scorers that know nothing of the field, as what the aligner has to beat; the last sees prepared text."""
    wording = Wording(comparison.codebook)

    def prepared(a: str, b: str) -> float:
        one, other = (text.core for text in wording.prepare((a, b)))
        return strings.likeness(one, other)

    return {**strings.PLAIN, "ratio of prepared text": prepared}


def _plain(comparison: Comparison, pairs: Sequence[Judged], scorer: Scorer) -> tuple[float, float, int]:
    texts = [(comparison.commitment(pair.a).text, comparison.commitment(pair.b).text) for pair in pairs]
    scores = [scorer(a, b) for a, b in texts]
    truth = [pair.same for pair in pairs]
    best, cut = max((quality(truth, [s >= cut for s in scores]).f1, -cut) for cut in range(20, 100))
    return auc(truth, scores), best, -cut
