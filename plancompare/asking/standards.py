"""The catalogue as people used it: who makes which usual promise, what nobody coded yet, what a machine would code."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from plancompare.comparing.people import NONE
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.wording import fold
from plancompare.model import Catalogue, Commitment, Corpus, Plan, Standard

PROPOSALS = 5  # of the judged set the right code is among five 93 times in 100, 95 where the theme is pinned


class Proposal(NamedTuple):
    """A standard that a commitment may be, how likely that is (0-1), and its wording that comes closest."""

    standard: Standard
    share: float
    wording: str = ""


def code_of(standard: str, catalogue: Catalogue) -> str:
    """What people coded, under its id of today; "none" where none fits, "" where nobody looked or the id is unknown."""
    return NONE if standard == NONE else catalogue.current(standard)


def uncoded(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The commitments that nobody has held against the catalogue."""
    return tuple(commitment for commitment in commitments if not commitment.standard)


def speaks(plan: Plan, theme: str) -> bool:
    """Whether a plan that is not known to make a promise counts among those whose text covers its theme."""
    return plan.covers(theme) and theme not in plan.not_applicable


def named_by(words: str, catalogue: Catalogue) -> Mapping[str, int]:
    """The standards that all ``words`` (parted by blanks) stand in: id -> how far from its name they stand.

    0: in the id, an alias or the label; 1: in the definition; 2: in one of the wordings. The farthest word counts. An
    id names its standard alone.
    """
    terms = [*dict.fromkeys(map(fold, words.split()))]
    if exact := catalogue.current(words.strip()):
        return {exact: 0}
    distances = {}
    for standard in catalogue.standards.values() if terms else ():
        texts = _Texts(standard, catalogue)
        places = [*takewhile(lambda place: place is not None, map(texts.place, terms))]  # one nowhere ends it
        if len(places) == len(terms):
            distances[standard.id] = max(place for place in places if place is not None)
    return distances


class _Texts:
    """What words of a standard may stand in, the nearest to its name first; each is folded when it is first asked."""

    def __init__(self, standard: Standard, catalogue: Catalogue) -> None:
        self._standard, self._catalogue = standard, catalogue

    @cached_property
    def _names(self) -> str:
        standard = self._standard
        return _folded((standard.id, *standard.aliases, *standard.label))

    @cached_property
    def _definition(self) -> str:
        return fold(self._standard.definition)

    @cached_property
    def _wordings(self) -> str:
        return _folded(self._catalogue.phrases[self._standard.id].wordings)

    def place(self, word: str) -> int | None:
        """How far from the name a folded word stands (0, 1, 2); None if it stands nowhere."""
        if word in self._names:
            return 0
        if word in self._definition:
            return 1
        return 2 if word in self._wordings else None


def _folded(names: Iterable[str]) -> str:
    """Several texts as one in which no word can stand across two of them."""
    return fold("\0".join(names))


class Proposer:
    """Proposes standards for commitments, by one collection's catalogue."""

    def __init__(self, corpus: Corpus) -> None:
        self.catalogue = corpus.catalogue
        self._recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)

    def theme(self, commitment: Commitment) -> str:
        """The home theme of a commitment: pinned, or the likeliest."""
        return self._recognition.theme(commitment).theme

    def proposals(self, commitment: Commitment) -> tuple[Proposal, ...]:
        """The likeliest standards, best first, each with its closest wording."""
        recognition = self._recognition
        if not self.catalogue.standards:
            return ()
        coding = recognition.coding(commitment, recognition.theme_shares(commitment), pins=False)
        return tuple(self.proposal(commitment, id, share) for id, share in coding.candidates(PROPOSALS))

    def search(self, commitment: Commitment, words: str, limit: int) -> tuple[Proposal, ...]:
        """The standards with these words, nearest to the name first, then the likeliest."""
        recognition = self._recognition
        shares = recognition.coding(commitment, recognition.theme_shares(commitment), pins=False).shares
        places = named_by(words, self.catalogue)
        ranked = sorted(places, key=lambda id: (places[id], -shares.get(id, 0.0)))
        return tuple(self.proposal(commitment, id, shares.get(id, 0.0)) for id in ranked[:limit])

    def proposal(self, commitment: Commitment, standard: str, share: float = 0.0) -> Proposal:
        """One standard as a proposal for a commitment."""
        vector = self._recognition.hearing(commitment.text).vector
        wording = self._recognition.coder.closest_wording(vector, standard, commitment.text)
        return Proposal(self.catalogue.standards[standard], share, wording)
