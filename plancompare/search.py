"""Fuzzy search over commitments, in standard terms: whoever asks for 县管校聘 finds 区管校聘."""

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.model import Commitment
from plancompare.scoring import strings
from plancompare.wording import Wording, evidence_words, fold

LEAST = 60  # below this a hit is noise
QUOTED = 90  # found in the source's words or the heading only: behind what the curator's own words say


class Hit(NamedTuple):
    """A commitment found; ``score`` 0-100, the mean over the words asked for."""

    commitment: Commitment
    score: int


def search(commitments: Iterable[Commitment], words: str, wording: Wording, limit: int = 20) -> tuple[Hit, ...]:
    """The commitments that answer to all ``words`` (separated by spaces), best first, ties by key."""
    asked = [(fold(word), wording.standard(word)) for word in words.split() if wording.standard(word)]
    hits = []
    for commitment in commitments if asked else ():
        answers = [_answer(word, standard, commitment, wording) for word, standard in asked]
        score = round(sum(answers) / len(answers)) if all(answers) else 0
        if score >= LEAST:
            hits.append(Hit(commitment, score))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.commitment.key))[:limit])


def _answer(word: str, standard: str, commitment: Commitment, wording: Wording) -> float:
    """How well one word is answered: in the text (as written or in standard terms), around it, or nearly so."""
    text = wording.standard(commitment.text)
    if word in fold(commitment.text) or standard in text:
        return 100
    raw = " ".join((evidence_words(commitment), commitment.section.heading, *commitment.named))
    around = wording.standard(raw)
    if word in fold(raw) or standard in around:
        return QUOTED
    near = strings.best_within(standard, [text, around], LEAST) if len(standard) > 2 else None
    return 0.8 * near[1] if near else 0
