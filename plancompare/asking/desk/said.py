"""What a draft says outside its commitments: in headings, and in clauses that a first encoding folded or left out.

Such words are no commitment, but whoever reads them would not call the promise missing. They are held against the
peers' commitments by the aligner's own score, and against the catalogue by the probability of the row's standards.
Commitments that nobody coded are held against the catalogue alone: the aligner has scored them.

A clause of several is heard in its sentence alone: what it leaves unsaid (每年不少于2000人次) stands there.

A row may speak of its subject as a whole (加强师德师风建设). Who promises a measure of that subject (师德考核一票否决)
promises it too, or nearly: there the standards of the same theme count as far as they are akin.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from plancompare.comparing.coding import Coding
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import People
from plancompare.comparing.rows import Row
from plancompare.comparing.wording import fold
from plancompare.model import Commitment, Plan, Section

SaidKind = Literal["heading", "sentence", "clause", "cell", "record"]
SHORTEST = 6  # characters: fewer name a subject and say nothing of it; a choice, two words and a verb
# Chosen on four drafts with known holes (tests/asking/test_draft_gaps.py), and held against four of the shipped plans,
# encoded anew: as many promises are heard as with 30 and 0, and fewer holes. A heading names what several are about.
OF_A_HEADING = 50
# A lone clause stands for itself and says little: on five such drafts no promise was heard in one at less than 20.
OF_A_CLAUSE = 15
_LEAST: Mapping[SaidKind, float] = {"heading": OF_A_HEADING, "clause": OF_A_CLAUSE}
BESIDE_BEST = 0.05  # of the points of what they are nearest to, alone or in their sentence: words below say that alone
# How akin a measure is to what is general: cosines of 1 in 100 pairs of standards are as high (median .18)
AKIN = 0.4
OF_SUBJECT = 50  # points that a measure has to reach, its probability times its kinship: as likely as not


class Said(NamedTuple):
    """Words of a draft, where they stand, and what they are: a heading only names what the text is about.

    A "clause" is a sentence of its own; what stands in one of several clauses is said by the "sentence".
    """

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


class Heard:
    """The words of a draft, scored once against all that its peers promise.

    Words of each kind stand as a plan of their own, so that a clause is no rival of the sentence that holds it. What
    people coded of the draft's commitments is not looked at again.
    """

    def __init__(self, comparison: Comparison, draft: str, words: Iterable[Said]) -> None:
        said = tuple(dict.fromkeys(one for one in words if len(one.text) >= SHORTEST))
        self._comparison = comparison
        self._review = comparison.settings.thresholds.review
        self._said = {f"~{one.kind}/{n:06d}": one for n, one in enumerate(said)}
        passages = [Commitment(f"~{s.kind}", key.partition("/")[2], s.section, s.text) for key, s in self._said.items()]
        peers = [c for plan in comparison.plans if plan.id != draft for c in plan.commitments]
        everyone = sorted([*peers, *passages], key=lambda c: c.key)
        codes = [c.standard and comparison.code(c.key) for c in everyone]
        self._pairs = Pairs(everyone, comparison.pairs.recognition, People(codes))
        self._scores: dict[str, dict[str, float]] = {}
        self._shares: dict[str, dict[str, float]] = {}
        if said:
            self._score([n for n, c in enumerate(everyone) if c.key not in self._said])
        sentences = [one.text for one in said if one.kind == "sentence"]
        for commitment in comparison.plan(draft).commitments:
            if not comparison.code(commitment.key) and not any(commitment.text in whole for whole in sentences):
                self._said[commitment.key] = Said(commitment.text, commitment.section, "record")
                self._keep(commitment.key, comparison.coding(commitment.key))
        self._near = {row.id: self._nearness(row) for row in comparison.rows}
        self._best = self._best_of_sentences()

    def _score(self, peers: Sequence[int]) -> None:
        commitments = self._pairs.commitments
        for kind in sorted({one.kind for one in self._said.values()}):
            for (a, b), score in self._pairs.near(peers, f"~{kind}").items():
                words, other = (a, b) if commitments[a].plan == f"~{kind}" else (b, a)
                self._scores.setdefault(commitments[other].key, {})[commitments[words].key] = score.total
        for index, commitment in enumerate(commitments):
            if commitment.key in self._said:
                self._keep(commitment.key, self._pairs.coding(index))

    def _keep(self, key: str, coding: Coding) -> None:
        for standard, share in coding.shares.items():
            self._shares.setdefault(standard, {})[key] = share

    def _best_of_sentences(self) -> Mapping[str, float]:
        """For each of the words how near they, or the words that hold them or that they hold, come to any row."""
        best: dict[str, float] = {}
        for scores in self._near.values():
            for key, score in scores.items():
                best[key] = max(score, best.get(key, 0.0))
        texts = {key: self._said[key].text for key in best if self._said[key].kind != "heading"}
        return best | {
            key: max(best[other] for other, whole in texts.items() if text in whole or whole in text)
            for key, text in texts.items()
        }

    def echoes(self, rows: Iterable[Row]) -> Mapping[str, tuple[Echo, ...]]:
        """For each of ``rows`` (by id) the words that may be its promise, best first, if there are any.

        Words have to reach the review threshold, a heading and a lone clause more; and no other row may be so much
        nearer that they are plainly said of that.
        """
        by_row = {row.id: tuple(self._of(row)) for row in rows}
        return {row: several for row, several in by_row.items() if several}

    def _of(self, row: Row) -> Iterator[Echo]:
        """The words that come near to a member of a row or to its standards, best first, ties as in the draft."""
        ranked = sorted(self._near[row.id].items(), key=lambda item: (-item[1], item[0].partition("/")[2]))
        for key, score in ranked:
            least = _LEAST.get(self._said[key].kind, self._review)
            if score >= max(least, BESIDE_BEST * self._best[key]):
                yield Echo(self._said[key], round(score))

    def around(self, commitment: Commitment, row: Row) -> tuple[float, float] | None:
        """How near the sentences that hold a commitment's words come to ``row``, and to any row; None if none does."""
        quotes = [fold(evidence.quote) for evidence in commitment.evidence]  # as printed, perhaps in other characters
        holding = [key for key, whole in self._sentences if any(quote in whole for quote in quotes)]
        if not holding:
            return None
        near = self._near[row.id]
        return max(near.get(key, 0.0) for key in holding), max(self._best.get(key, 0.0) for key in holding)

    @cached_property
    def _sentences(self) -> Sequence[tuple[str, str]]:
        """The folded words of each that is no heading."""
        return [(key, fold(one.text)) for key, one in self._said.items() if one.kind in ("sentence", "clause")]

    def _nearness(self, row: Row) -> Mapping[str, float]:
        """How near each of the words comes to a row (0-100)."""
        codes = {self._comparison.code(c.key) for c in row.commitments} & self._comparison.catalogue.standards.keys()
        near = dict(self._of_subject(sorted(codes)))
        shares = ({key: 100 * share for key, share in self._shares.get(code, {}).items()} for code in sorted(codes))
        for scores in (*(self._scores.get(c.key, {}) for c in row.commitments), *shares):
            for key, score in scores.items():
                near[key] = max(score, near.get(key, 0.0))
        return near

    def _of_subject(self, codes: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The words that promise a measure of what a row speaks of as a whole, where all its codes do."""
        standards = self._comparison.catalogue.standards
        sums: dict[str, float] = {}
        for code in codes if all(standards[code].general for code in codes) else ():
            akin = [other for other in self._shares if standards[other].theme == standards[code].theme]
            for other in akin:
                kinship = self._pairs.recognition.coder.kinship(code, other)
                for key, share in self._shares[other].items() if kinship >= AKIN else ():
                    sums[key] = sums.get(key, 0.0) + share * kinship
        for key, whole in sums.items():
            if 100 * whole >= OF_SUBJECT and self._said[key].kind != "heading":
                yield key, 100 * min(1.0, whole)
