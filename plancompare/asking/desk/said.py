"""What a draft says outside its commitments: in headings, and in clauses that a first encoding folded or left out.

Such words are no commitment, but whoever reads them would not call the promise missing. They are held against the
peers' commitments by the aligner's own score, and against the catalogue by the probability of the row's standard.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import People
from plancompare.comparing.rows import Row
from plancompare.model import Commitment, Plan, Section

SaidKind = Literal["heading", "sentence", "clause"]
SHORTEST = 6  # characters: fewer name a subject and say nothing of it; a choice, two words and a verb


class Said(NamedTuple):
    """Words of a draft, where they stand, and what they are: a heading only names what the text is about."""

    text: str
    section: Section
    kind: SaidKind = "clause"


class Echo(NamedTuple):
    """Words of the draft that may be the promise of a row, and how near they come (0-100)."""

    said: Said
    score: int


def headings(plan: Plan) -> tuple[Said, ...]:
    """The headings of a plan under which it promises something."""
    return tuple(Said(section.heading, section, "heading") for section in plan.sections if section.heading)


def echoes(
    comparison: Comparison, draft: str, said: Iterable[Said], rows: Iterable[Row]
) -> Mapping[str, tuple[Echo, ...]]:
    """For each of ``rows`` (by id) the words of the draft that may be its promise, best first, if there are any.

    A clause or sentence has to reach the review threshold, a heading, which only names a subject, that of a match.
    """
    heard = _Heard(comparison, draft, tuple(dict.fromkeys(one for one in said if len(one.text) >= SHORTEST)))
    by_row = {row.id: tuple(heard.of(row)) for row in rows} if heard.said else {}
    return {row: several for row, several in by_row.items() if several}


class _Heard:
    """The words of a draft, scored once against all that its peers promise.

    Words of each kind stand as a plan of their own, so that a clause is no rival of the sentence that holds it.
    """

    def __init__(self, comparison: Comparison, draft: str, said: Sequence[Said]) -> None:
        thresholds = comparison.settings.thresholds
        self.said = said
        self._least = {"heading": thresholds.match, "sentence": thresholds.review, "clause": thresholds.review}
        self._keys = {f"~{one.kind}/{n:06d}": one for n, one in enumerate(said)}
        passages = [Commitment(f"~{s.kind}", key.partition("/")[2], s.section, s.text) for key, s in self._keys.items()]
        peers = [c for plan in comparison.plans if plan.id != draft for c in plan.commitments]
        everyone = sorted([*peers, *passages], key=lambda c: c.key)
        codes = [c.standard and comparison.code(c.key) for c in everyone]
        self._pairs = Pairs(everyone, comparison.pairs.recognition, People(codes))
        self._scores: dict[str, dict[str, int]] = {}
        self._shares: dict[str, dict[str, int]] = {}
        if said:
            self._score([n for n, c in enumerate(everyone) if c.key not in self._keys])

    def _score(self, peers: Sequence[int]) -> None:
        commitments = self._pairs.commitments
        for kind in sorted({one.kind for one in self.said}):
            for (a, b), score in self._pairs.near(peers, f"~{kind}").items():
                words, other = (a, b) if commitments[a].plan == f"~{kind}" else (b, a)
                self._scores.setdefault(commitments[other].key, {})[commitments[words].key] = score.total
        for index, commitment in enumerate(commitments):
            if commitment.key in self._keys:
                for standard, share in self._pairs.coding(index).shares.items():
                    self._shares.setdefault(standard, {})[commitment.key] = round(100 * share)

    def of(self, row: Row) -> Iterator[Echo]:
        """The words that come near to a member of a row or to its standard, best first, ties as in the draft."""
        best: dict[str, int] = {}
        for scores in (*(self._scores.get(c.key, {}) for c in row.commitments), self._shares.get(row.standard, {})):
            for key, score in scores.items():
                best[key] = max(score, best.get(key, 0))
        for key, score in sorted(best.items(), key=lambda item: (-item[1], item[0].partition("/")[2])):
            if score >= self._least[self._keys[key].kind]:
                yield Echo(self._keys[key], score)
