"""Fuzzy search over commitments, in standard terms: whoever asks for 县管校聘 finds 区管校聘.

A word such as 90%, >=90% or 2025 asks for figures and years instead.
"""

import re
from collections.abc import Iterable
from itertools import takewhile
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from plancompare.comparing import strings
from plancompare.comparing.wording import Wording, evidence_words, fold
from plancompare.model import Commitment, Target

LEAST = 60  # below this a hit is noise: a choice
QUOTED = 90  # found in the source's words or the heading only: behind what the curator's own words say


# >=90%, <50, 30个, 2025
_FIGURE = re.compile(r"(>=|<=|≥|≤|>|<|=)?(\d+(?:\.\d+)?)(\D*)")
_HOLDS = {">=": ge, "≥": ge, "<=": le, "≤": le, ">": gt, "<": lt, "=": eq, None: eq}


class Hit(NamedTuple):
    """A commitment found; ``score`` 0-100, the mean over the words asked for."""

    commitment: Commitment
    score: int


def search(commitments: Iterable[Commitment], words: str, wording: Wording, limit: int = 20) -> tuple[Hit, ...]:
    """The commitments that answer to all ``words`` (separated by spaces), best first, ties by key."""
    # a figure has no standard term: it is taken out of texts before they are compared
    found = ((word, wording.standard(word)) for word in dict.fromkeys(words.split()))
    terms = [(fold(word), standard) for word, standard in found if standard or _figure(word)]
    hits = []
    for commitment in commitments if terms else ():
        first = (_answer(word, standard, commitment, wording) for word, standard in terms)
        answers = [*takewhile(bool, first)]  # a word without an answer ends it
        score = round(sum(answers) / len(answers)) if len(answers) == len(terms) else 0
        if score >= LEAST:
            hits.append(Hit(commitment, score))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.commitment.key))[:limit])


def _answer(word: str, standard: str, commitment: Commitment, wording: Wording) -> float:
    """How well one word is answered: by a figure, in the text (as written or in standard terms), or around it."""
    figure = _figure(word)
    if figure and any(_holds(figure, target) for target in commitment.targets):
        return 100
    if figure and (figure[1] or not standard):
        return 0
    text = wording.standard(commitment.text)
    # a standard term has no signs: 90% must not find 90所
    words = bool(standard) and not standard.replace(" ", "").isdigit()
    if word in fold(commitment.text) or (words and standard in text):
        return 100
    raw = " ".join((evidence_words(commitment), commitment.section.heading, *commitment.named))
    around = wording.standard(raw)
    if word in fold(raw) or (words and standard in around):
        return QUOTED
    near = strings.best_within(standard, [text, around], LEAST) if words and len(standard) > 2 else None
    return 0.8 * near[1] if near else 0  # what only looks alike stands behind what stands there in other words


def _figure(word: str) -> re.Match[str] | None:
    """The figure that a word asks for, if it is one."""
    return _FIGURE.fullmatch(word)


def _holds(figure: re.Match[str], target: Target) -> bool:
    """Whether a target's value (either end of a range), or its year, is the one asked for."""
    sign, digits, unit = figure.groups()
    number = float(digits)
    if unit and fold(unit) != fold(target.unit):
        return False
    values = [value for value in (target.value, target.low, target.high) if value is not None]
    if not unit and not sign and target.by == number:
        return True
    return any(_HOLDS[sign](value, number) for value in values)
