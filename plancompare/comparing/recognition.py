"""Brings commitments to themes and standards: what people said wins, else what words say. Compiled when first asked.

A theme is told by a log-linear mixture (weights in `weights.json`, `python -m tests.learning`): the themes of the
standard promises that the words point to, and a linear classifier over the words; the heading is read the same way and
speaks at part weight. A catalogue without learned tables has weights of its own, for its words alone then say how sure
they are. A collection without a catalogue falls back on the words of its codebook (`themes.py`).
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, partial
from math import exp, log
from pathlib import Path
from typing import Any, Literal, NamedTuple

from plancompare.comparing.coding import UNKNOWN, Coder, Coding, CodingWeights, Hearing, pinned
from plancompare.comparing.grams import Vectors, read_vectors
from plancompare.comparing.index import Watch, index_of
from plancompare.comparing.people import NONE
from plancompare.comparing.theme_words import read_theme_words
from plancompare.comparing.themes import ThemeMatch, ThemeMatcher
from plancompare.comparing.wording import Wording
from plancompare.model import NO_STORE, Catalogue, Codebook, Commitment, Section, Store

WEIGHTS = Path(__file__).with_name("weights.json")
FLOOR = 1e-4  # a theme that no entry speaks for is unlikely, not impossible; the weights were learned with it
ALSO = 0.5  # what a further theme counts for beside the home theme: a choice, half


class ThemeWeights(NamedTuple):
    """How much each reading of the text and of the heading counts."""

    entries: float
    words: float
    heading_entries: float
    heading_words: float


class Signs(NamedTuple):
    """What one text says of themes: theme -> probability by entries, theme -> score by words."""

    entries: Mapping[str, float]
    words: Mapping[str, float]


# What a collection knows of its field: a catalogue with learned tables, a catalogue's wordings alone, or no catalogue.
Knowledge = Literal["tables", "wordings", "words"]


@cache
def weights(knowledge: Knowledge = "tables") -> Mapping[str, Any]:
    """The mixtures that were learned for collections which know so much; the file says from what."""
    mixtures: Mapping[str, Mapping[str, Any]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return mixtures[knowledge]


class Recognition:
    """What the words of commitments say, by one collection's codebook and catalogue."""

    def __init__(
        self,
        codebook: Codebook,
        catalogue: Catalogue = Catalogue(),  # noqa: B008
        store: Store = NO_STORE,
        codes: bool = True,
    ) -> None:
        """``codes`` says whether the codes that people gave are listened to where a theme is told."""
        self.codebook = codebook
        self.catalogue = catalogue
        self.codes = codes
        self.wording = Wording(codebook)
        self.by_codebook = ThemeMatcher(codebook, self.wording)
        self.store = store
        self._ids = codebook.ids
        self._known = frozenset(self._ids)
        self._heard: dict[str, Hearing] = {}
        self._seen: dict[str, Signs] = {}  # headings, and lists of one thing, are asked about again and again

    def __reduce__(self) -> tuple[Any, ...]:
        """It travels to other processes with all that words are read by, and without what it heard."""
        return Recognition, (self.codebook, _portable(self.catalogue), self.store, self.codes)

    @cached_property
    def coder(self) -> Coder:
        """The coder of the catalogue; making its index takes seconds once, then it is kept in the store."""
        return self.make_coder()

    def make_coder(self, watch: Watch = iter) -> Coder:
        """The coder, with a watch over the compiling of its index."""
        index = index_of(self.catalogue, self._vectors, self.store, watch)
        return Coder(self.catalogue, index, self._vectors, CodingWeights(**weights(self.knowledge)["coding"]))

    @cached_property
    def _vectors(self) -> Vectors:
        return read_vectors(self.catalogue.learned("vectors"))

    @cached_property
    def knowledge(self) -> Knowledge:
        """What there is to judge by: without learned vectors wordings have to say how sure they are."""
        if not self.catalogue.standards:
            return "words"
        return "tables" if self._vectors.dims else "wordings"

    @property
    def _lacks_themes(self) -> bool:
        """Whether the codebook alone tells themes: there is no catalogue, or no theme is left of a damaged codebook."""
        return not (self.catalogue.standards and self.codebook.themes)

    @cached_property
    def _words(self) -> Any:
        return read_theme_words(self.catalogue.learned("themes"))

    def hearing(self, text: str) -> Hearing:
        """What a text says before any theme."""
        if text not in self._heard:
            self._heard[text] = self.coder.hear(self.wording.in_terms(text))
        return self._heard[text]

    def _signs(self, text: str) -> Signs:
        if not text:
            return Signs({}, {})
        if text not in self._seen:
            words = self._words.scores(self.wording.in_terms(text))
            self._seen[text] = Signs(self.coder.themes(self.hearing(text)), words)
        return self._seen[text]

    def theme_shares(self, commitment: Commitment, pins: bool = True) -> Mapping[str, float]:
        """Theme -> probability; of a commitment whose home people told it counts whole and further themes half."""
        told = self.told(commitment) if pins else ""
        if told:
            return {**dict.fromkeys(commitment.also, ALSO), told: 1.0}
        if self._lacks_themes:
            match = self.by_codebook.commitment(commitment, pins=False)
            return {**dict.fromkeys(commitment.also if pins else (), ALSO), match.theme: 1.0}
        shares = self._posterior(self._signs(commitment.text), self._signs(commitment.section.heading))
        return {**shares, **dict.fromkeys(commitment.also, ALSO)} if pins else shares

    def _posterior(self, text: Signs, heading: Signs) -> dict[str, float]:
        mixture, bias = ThemeWeights(**weights(self.knowledge)["themes"]), self._words.bias
        logits = {
            theme: mixture.entries * log(FLOOR + text.entries.get(theme, 0.0))
            + mixture.words * (text.words.get(theme, 0.0) + bias.get(theme, 0.0))
            + mixture.heading_entries * log(FLOOR + heading.entries.get(theme, 0.0))
            + mixture.heading_words * heading.words.get(theme, 0.0)
            for theme in self._ids
        }
        top = max(logits.values())
        shares = {theme: exp(value - top) for theme, value in logits.items()}
        whole = sum(shares.values())
        return {theme: share / whole for theme, share in shares.items()}

    def told(self, commitment: Commitment) -> str:
        """The home theme that people told: by a pin, or by a code, for a standard has a home; "" where nobody did."""
        if commitment.pin in self._known:
            return commitment.pin
        standard = self.catalogue.standards.get(self.code(commitment)) if self.codes else None
        return standard.theme if standard and standard.theme in self._known else ""

    def theme(self, commitment: Commitment, pins: bool = True) -> ThemeMatch:
        """The home theme of a commitment, with how sure that is and the runner-up."""
        told = self.told(commitment) if pins else ""
        if told:
            return ThemeMatch(told, None, pinned=True)
        if self._lacks_themes:
            return self.by_codebook.commitment(commitment, pins=False)
        shares = self._posterior(self._signs(commitment.text), self._signs(commitment.section.heading))
        return _decided(shares, self._ids)

    def section(self, section: Section) -> ThemeMatch:
        """The theme of a heading alone."""
        return self.by_codebook.section(section)

    def coding(self, commitment: Commitment, themes: Mapping[str, float], pins: bool = True) -> Coding:
        """The standards that a commitment may be: a person's code is certain."""
        code = self.code(commitment) if pins else ""
        if code:
            return pinned(code)
        return self.coder.code(self.hearing(commitment.text), themes) if self.catalogue.standards else UNKNOWN

    def code(self, commitment: Commitment) -> str:
        """The code that a person gave, under its id of today; "" for none, or for one that the catalogue lacks."""
        if commitment.standard in ("", NONE):
            return commitment.standard
        return self.catalogue.current(commitment.standard)


def _decided(shares: Mapping[str, float], order: Sequence[str]) -> ThemeMatch:
    """The likeliest theme, ties by the codebook's order; the margin is the lead over the runner-up in per cent."""
    rank = {theme: n for n, theme in enumerate(order)}
    ranked = sorted(shares.items(), key=lambda share: (-share[1], rank[share[0]]))
    (theme, best), *others = ranked
    runner_up, second = others[0] if others else ("", 0.0)
    return ThemeMatch(theme, round(100 * best), runner_up=runner_up, margin=round(100 * (best - second) / best))


def _portable(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with all that it would read from its files when it is asked."""
    tables = {name: catalogue.learned(name) for name in ("vectors", "themes")}
    return catalogue._replace(
        standards=dict(catalogue.standards), phrases=dict(catalogue.phrases), learned=partial(_table, tables)
    )


def _table(tables: Mapping[str, bytes], name: str) -> bytes:
    return tables.get(name, b"")
