"""Which theme of the codebook a heading or a commitment belongs to; a curator's pin wins, a weak match says so.

A theme is known by the words of its label, synonyms, definition and use: pairs of characters, weighted by how few
themes share them (tf-idf). A text is held against each theme by the cosine of such weights, with some credit for whole
synonyms that stand in it, less for words that look like the theme but belong elsewhere. A text that shares nothing with
any theme gets the nearest phrase by fuzzy matching, always as a weak match.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from plancompare.comparing import strings
from plancompare.comparing.wording import Vocabulary, Wording, bigrams, evidence_words, fold
from plancompare.model import Codebook, Commitment, Section, Theme

# For collections without a catalogue; with one, `recognition` tells themes. Chosen by hand on extracts of other plans
# (83 in 100 themes right there); today the home theme is right 81 times in 100 of 1,503 pinned commitments
# (`python -m tests.learning.numbers AGAINST QUOTED HEADING DEFINED PHRASES FUZZY_CUTOFF`, 2026-11-29).
WEAK = 30  # a match below this says little
MARGIN = 20  # and so does one with a runner-up this close (per cent of its own evidence)
FUZZY_CUTOFF = 70  # likeness of a phrase below which it is no sign of its theme: a choice
AGAINST = -0.5  # a negative word speaks less loudly than a synonym
# What each part of the record adds to the evidence for a theme.
OWN, QUOTED, HEADING = 1.0, 0.5, 0.4
DEFINED = 0.5  # words of a definition count half
PHRASES = 0.01  # credit for whole synonyms beside the cosine
FULL = 0.5  # the evidence that counts as 100: no text shares all its words with a codebook


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
        self.order = {theme: rank for rank, theme in enumerate(codebook.ids)}
        self._codebook = codebook
        self._wording = wording
        self._heard: dict[str, Mapping[str, float]] = {}

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
            phrase: tuple((theme, sign * _weight(phrase) / len(claimants)) for theme, sign in claimants)
            for phrase, claimants in claims.items()
        }

    @cached_property
    def _phrases(self) -> Vocabulary:
        return Vocabulary({phrase: phrase for phrase in self._claims})

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        spread = Counter(term for terms in self._raw.values() for term in terms)
        return {term: log(1 + len(self._raw) / count) for term, count in spread.items()}

    @cached_property
    def _raw(self) -> Mapping[str, Mapping[str, float]]:
        return {theme.id: self._words_of(theme) for theme in self._codebook.themes}

    def _words_of(self, theme: Theme) -> Mapping[str, float]:
        """Term -> how often the codebook uses it for the theme."""
        terms: dict[str, float] = defaultdict(float)
        phrases = (theme.label.zh, *theme.synonyms)
        for phrase, prepared in zip(phrases, self._wording.prepare(phrases), strict=True):
            for term in dict.fromkeys(bigrams(prepared.core or fold(phrase))):
                terms[term] += 1
        for prepared in self._wording.prepare((theme.definition, theme.when)):
            for term in dict.fromkeys(bigrams(prepared.core)):
                terms[term] += DEFINED
        return {term: log(1 + count) for term, count in terms.items()}

    @cached_property
    def _posted(self) -> Mapping[str, list[tuple[str, float]]]:
        """Term -> (theme, weight), the weights of each theme scaled to length one."""
        posted: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for theme, terms in self._raw.items():
            weights = {term: value * self._rarity[term] for term, value in terms.items()}
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            for term, weight in weights.items():
                posted[term].append((theme, weight / length))
        return posted

    def section(self, section: Section) -> ThemeMatch:
        """The theme of a heading alone."""
        if section.theme in self.order:
            return ThemeMatch(section.theme, None, pinned=True)
        return self._match([(section.heading, OWN)])

    def commitment(self, commitment: Commitment, pins: bool = True) -> ThemeMatch:
        """The theme of a commitment, from its words, its evidence and its heading; ``pins=False`` ignores pins."""
        if pins and commitment.pin in self.order:
            return ThemeMatch(commitment.pin, None, pinned=True)
        heading = commitment.section.heading
        return self._match([(heading, HEADING), (evidence_words(commitment), QUOTED), (commitment.text, OWN)])

    def _match(self, texts: Sequence[tuple[str, float]]) -> ThemeMatch:
        evidence = self._cosines(texts)
        for text, weight in texts:
            for theme, value in self._spoken(text).items():
                evidence[theme] += PHRASES * weight * value
        return self._decide(evidence, " ".join(text for text, _ in texts))

    def _cosines(self, texts: Sequence[tuple[str, float]]) -> dict[str, float]:
        """Theme -> cosine of its words with those of the texts, each text counting by its weight."""
        terms: dict[str, float] = defaultdict(float)
        prepared_texts = self._wording.prepare([text for text, _ in texts])
        for prepared, (_, weight) in zip(prepared_texts, texts, strict=True):
            for term in dict.fromkeys(bigrams(prepared.core)):
                terms[term] += weight
        unknown = log(1 + len(self._raw))
        weights = {term: weight * self._rarity.get(term, unknown) for term, weight in terms.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        cosines: dict[str, float] = defaultdict(float)
        for term, weight in weights.items():
            for theme, value in self._posted.get(term, ()):
                cosines[theme] += weight * value / length
        return cosines

    def _spoken(self, text: str) -> Mapping[str, float]:
        """Theme -> weight of the whole phrases for it that stand in ``text``; a phrase counts once."""
        if text not in self._heard:
            weights: dict[str, float] = defaultdict(float)
            forms = (fold(text), fold(self._wording.standard(text)))
            for phrase in dict.fromkeys(phrase for form in forms for _, phrase, _ in self._phrases.find(form)):
                for theme, weight in self._claims[phrase]:
                    weights[theme] += weight
            self._heard[text] = weights
        return self._heard[text]

    def _decide(self, evidence: Mapping[str, float], text: str) -> ThemeMatch:
        ranked = sorted(
            ((value, theme) for theme, value in evidence.items() if value > 0),
            key=lambda pair: (-pair[0], self.order[pair[1]]),
        )
        if not ranked:
            return self._nearest_phrase(text)
        best, theme = ranked[0]
        second, runner_up = ranked[1] if len(ranked) > 1 else (0.0, "")
        score = min(100, round(100 * best / FULL))
        return ThemeMatch(theme, score, runner_up=runner_up, margin=round(100 * (best - second) / best))

    def _nearest_phrase(self, text: str) -> ThemeMatch:
        """No word of any theme stands in the text: the phrase that comes closest, always a weak match."""
        phrases = [phrase for phrase, claims in self._claims.items() if all(weight > 0 for _, weight in claims)]
        nearest = strings.best_within(fold(text), phrases, FUZZY_CUTOFF)
        if nearest is None or not self.order:
            return ThemeMatch(next(iter(self.order), ""), 0, margin=0)
        phrase, likeness = nearest
        theme = max(self._claims[phrase], key=lambda claim: (claim[1], -self.order[claim[0]]))[0]
        return ThemeMatch(
            theme, round((likeness - FUZZY_CUTOFF) * (WEAK - 1) / (100 - FUZZY_CUTOFF)), margin=0, via=phrase
        )


def _weight(phrase: str) -> float:
    """Longer phrases are rarer in running text and tell more."""
    return log(1 + len(phrase)) * len(phrase) / 2


def agreement(commitments: Sequence[Commitment], matcher: ThemeMatcher) -> tuple[int, int, int]:
    """How often the matcher, with pins ignored, agrees with curators: (home theme, home or also, pinned)."""
    pinned = [c for c in commitments if c.pin in matcher.order]
    matches = [(matcher.commitment(c, pins=False).theme, c) for c in pinned]
    return (
        sum(theme == c.pin for theme, c in matches),
        sum(theme in (c.pin, *c.also) for theme, c in matches),
        len(pinned),
    )
