"""Which theme of the codebook a heading or a commitment belongs to; a curator's pin wins, a weak match says so.

Evidence for a theme is words of its label and synonyms standing in the text (long and rare ones count most), less
words that look like it but belong elsewhere; where no word is found, the nearest phrase by fuzzy matching.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from plancompare.model import Codebook, Commitment, Section
from plancompare.scoring import strings
from plancompare.wording import Vocabulary, Wording, evidence_words, fold

WEAK = 40  # a match below this says little
MARGIN = 8  # and so does one with a runner-up this close
FUZZY_CUTOFF = 70
AGAINST = -0.5  # a negative word speaks less loudly than a synonym
# What each part of the record adds to the evidence for a theme.
OWN, QUOTED, HEADING = 1.0, 0.5, 0.6


class ThemeMatch(NamedTuple):
    """A theme for a text: ``score`` 0-100 (None for a pin), the runner-up, and the words that told."""

    theme: str
    score: int | None
    pinned: bool = False
    runner_up: str = ""
    margin: int = 100
    via: str = ""

    @property
    def weak(self) -> bool:
        """Whether a person should look: little evidence, or a tie."""
        return self.score is not None and (self.score < WEAK or self.margin < MARGIN)


class ThemeMatcher:
    """Matches texts to the themes of one codebook."""

    def __init__(self, codebook: Codebook, wording: Wording) -> None:
        self.order = {theme: place for place, theme in enumerate(codebook.ids)}
        self._codebook = codebook
        self._wording = wording
        self._sections: dict[tuple[str, str, str], dict[str, float]] = {}

    @cached_property
    def _claims(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """Phrase -> (theme, weight); a phrase that several themes claim tells less about each."""
        claims: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for theme in self._codebook.themes:
            for phrase in dict.fromkeys(map(fold, (theme.label.zh, *theme.synonyms))):
                claims[phrase].append((theme.id, 1.0))
            for phrase in dict.fromkeys(map(fold, theme.negative)):
                claims[phrase].append((theme.id, AGAINST))
        return {
            phrase: tuple((theme, sign * _weight(phrase) / len(found)) for theme, sign in found)
            for phrase, found in claims.items()
        }

    @cached_property
    def _phrases(self) -> Vocabulary:
        return Vocabulary({phrase: phrase for phrase in self._claims})

    def section(self, section: Section) -> ThemeMatch:
        """The theme of a heading alone."""
        if section.theme in self.order:
            return ThemeMatch(section.theme, None, pinned=True)
        return self._decide(self._heading(section), section.heading)

    def commitment(self, commitment: Commitment, pins: bool = True) -> ThemeMatch:
        """The theme of a commitment, from its words, its evidence and its heading; ``pins=False`` ignores pins."""
        if pins and commitment.pin in self.order:
            return ThemeMatch(commitment.pin, None, pinned=True)
        evidence: dict[str, float] = defaultdict(float)
        for weight, found in (
            (OWN, self._evidence(commitment.text)),
            (QUOTED, self._evidence(evidence_words(commitment))),
            (HEADING, self._heading(commitment.section)),
        ):
            for theme, value in found.items():
                evidence[theme] += weight * value
        return self._decide(evidence, f"{commitment.text} {commitment.section.heading}")

    def _heading(self, section: Section) -> Mapping[str, float]:
        key = (section.id, section.path, section.heading)
        if key not in self._sections:
            self._sections[key] = self._evidence(section.heading)
        return self._sections[key]

    def _evidence(self, text: str) -> dict[str, float]:
        """Theme -> weight of the words for it in ``text``; a word counts once."""
        found: dict[str, float] = defaultdict(float)
        folded = fold(text)
        standard = fold(self._wording.standard(text))
        for phrase in dict.fromkeys(phrase for form in (folded, standard) for _, phrase, _ in self._phrases.find(form)):
            for theme, weight in self._claims[phrase]:
                found[theme] += weight
        return found

    def _decide(self, evidence: Mapping[str, float], text: str) -> ThemeMatch:
        ranked = sorted(
            ((value, theme) for theme, value in evidence.items() if value > 0),
            key=lambda pair: (-pair[0], self.order[pair[1]]),
        )
        if not ranked:
            return self._nearest_phrase(text)
        best, theme = ranked[0]
        second, runner_up = ranked[1] if len(ranked) > 1 else (0.0, "")
        score = round(100 * best / (best + 4))
        return ThemeMatch(theme, score, runner_up=runner_up, margin=round(100 * (best - second) / best))

    def _nearest_phrase(self, text: str) -> ThemeMatch:
        """No word of any theme stands in the text: the phrase that comes closest, always a weak match."""
        found = strings.best_within(fold(text), list(self._claims), FUZZY_CUTOFF)
        if found is None or not self.order:
            return ThemeMatch(next(iter(self.order), ""), 0, margin=0)
        phrase, likeness = found
        theme = max(self._claims[phrase], key=lambda claim: (claim[1], -self.order[claim[0]]))[0]
        return ThemeMatch(theme, round((likeness - FUZZY_CUTOFF) * (WEAK - 1) / 30), margin=0, via=phrase)


def _weight(phrase: str) -> float:
    """Longer phrases are rarer in running text and tell more."""
    return log(1 + len(phrase)) * len(phrase) / 2


def match_all(commitments: Iterable[Commitment], matcher: ThemeMatcher, pins: bool = True) -> Mapping[str, ThemeMatch]:
    """The theme of each commitment by its key."""
    return {commitment.key: matcher.commitment(commitment, pins) for commitment in commitments}


def agreement(commitments: Sequence[Commitment], matcher: ThemeMatcher) -> tuple[int, int, int]:
    """How often the matcher, with pins ignored, agrees with curators: (home theme, home or also, pinned)."""
    pinned = [c for c in commitments if c.pin in matcher.order]
    told = [(matcher.commitment(c, pins=False).theme, c) for c in pinned]
    return (
        sum(theme == c.pin for theme, c in told),
        sum(theme in (c.pin, *c.also) for theme, c in told),
        len(pinned),
    )
