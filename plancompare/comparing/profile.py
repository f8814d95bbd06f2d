"""What a commitment looks like to the scorer: its words weighted, its standards and themes, its gates and names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from operator import add
from typing import NamedTuple

from plancompare.comparing.coding import Coding
from plancompare.comparing.grams import Vector, prepared
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.wording import QUANTITY, Gates, Wording, bare, evidence_words, fold
from plancompare.model import Commitment

Terms = Mapping[str, float]


class Profile(NamedTuple):
    """A commitment prepared for scoring.

    ``words`` and ``core`` map characters and pairs of characters to weights, scaled so that a text's likeness to itself
    is 1: of text and evidence as written, and after the lexicon. ``themes`` gives theme -> probability.
    """

    commitment: Commitment
    words: Terms
    core: Terms
    vector: Vector
    coding: Coding
    themes: Mapping[str, float]
    gates: Gates
    named: frozenset[str]
    measures: frozenset[str]


class Rarity:
    """How rare a gram is (idf): by the catalogue's wordings, so that no other plan changes a weight.

    A collection without a catalogue weighs every gram alike.
    """

    def __init__(self, recognition: Recognition) -> None:
        self.phrases, self.uses = 0, dict[str, int]()
        if recognition.catalogue.standards:
            index = recognition.coder.index
            self.phrases = index.phrases
            self.uses = dict(zip((*index.rare, *index.common), index.uses, strict=True))

    def of(self, gram: str) -> float:
        """1 and more: 1 for what every wording uses."""
        return 1 + log((1 + self.phrases) / (1 + self.uses.get(gram, 0)))

    def share(self, gram: str) -> float:
        """The share of the catalogue's wordings that use a gram (0-1)."""
        return self.uses.get(gram, 0) / self.phrases if self.phrases else 0.0


def profiles(
    commitments: Sequence[Commitment], recognition: Recognition, rarity: Rarity, pins: bool = True
) -> list[Profile]:
    """A profile for each commitment; without ``pins`` what people coded is not looked at."""
    in_terms = recognition.wording.in_terms
    whole = [in_terms(f"{c.text} {evidence_words(c)}".strip()) for c in commitments]
    cores = recognition.wording.prepare(whole)
    texts = recognition.wording.prepare([in_terms(c.text) for c in commitments])
    result = []
    for commitment, text, core, text_core in zip(commitments, whole, cores, texts, strict=True):
        themes = recognition.theme_shares(commitment)
        result.append(
            Profile(
                commitment=commitment,
                words=weighted(prepared(text), rarity),
                core=weighted(core.core, rarity),
                vector=recognition.hearing(commitment.text).vector if recognition.catalogue.standards else (),
                coding=recognition.coding(commitment, themes, pins),
                themes=themes,
                gates=_gates(commitment, text_core.gates, recognition.wording),
                named=frozenset(bare(name) for name in commitment.named),
                measures=frozenset(bare(target.measure) for target in commitment.targets if target.measure),
            )
        )
    return result


def weighted(text: str, rarity: Rarity) -> Terms:
    """tf-idf of a prepared text's characters and pairs, at length one."""
    counts: Counter[str] = Counter()
    for piece in text.split():
        counts.update(piece)
        counts.update(map(add, piece, piece[1:]))
    raw = {term: (1 + log(n)) * rarity.of(term) for term, n in counts.items()}
    length = sqrt(sum([weight * weight for weight in raw.values()])) or 1.0
    return {term: weight / length for term, weight in raw.items()}


def _gates(commitment: Commitment, gates: Gates, wording: Wording) -> Gates:
    """Gate values from a commitment's own words, and from the units of its targets."""
    units = [fold(target.unit) for target in commitment.targets]
    kinds = frozenset(wording.quantities[unit] for unit in units if unit in wording.quantities)
    return {**gates, QUANTITY: kinds} if kinds else gates
