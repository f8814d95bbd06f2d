"""Fuzzy search over commitments, in standard terms: whoever asks for 县管校聘 finds 区管校聘."""

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.model import Commitment
from plancompare.scoring import strings
from plancompare.wording import Wording, evidence_words

LEAST = 60  # below this a hit is noise
QUOTED = 90  # found in the source's words or the heading only: behind what the curator's own words say


class Hit(NamedTuple):
    """A commitment found; ``score`` 0-100, the mean over the words asked for."""

    commitment: Commitment
    score: int


def search(commitments: Iterable[Commitment], words: str, wording: Wording, limit: int = 20) -> tuple[Hit, ...]:
    """The commitments that answer to all ``words`` (separated by spaces), best first, ties by key."""
    asked = [wording.standard(word) for word in words.split()]
    asked = [word for word in asked if word]
    hits = []
    for commitment in commitments if asked else ():
        score = round(sum(_answer(word, commitment, wording) for word in asked) / len(asked))
        if score >= LEAST:
            hits.append(Hit(commitment, score))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.commitment.key))[:limit])


def _answer(word: str, commitment: Commitment, wording: Wording) -> float:
    """How well one word is answered: standing in the text, in the source's words, or nearly so."""
    text = wording.standard(commitment.text)
    if word in text:
        return 100
    around = wording.standard(" ".join((evidence_words(commitment), commitment.section.heading, *commitment.named)))
    if word in around:
        return QUOTED
    near = strings.best_within(word, [text, around], LEAST) if len(word) > 2 else None
    return 0.8 * near[1] if near else 0
