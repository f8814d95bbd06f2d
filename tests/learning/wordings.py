"""The mixtures for a catalogue without learned tables, as a new field has: its wordings alone tell promises apart.

Learned on the shipped plans and the judged set with the tables taken away. The catalogue is thinned at random too, for
that of a new field is smaller; what lost its standard serves as an example of "none".
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, logsumexp, softmax
from sklearn.linear_model import LogisticRegression

from plancompare import Corpus
from plancompare.comparing import recognition
from plancompare.comparing.coding import Coder, CodingWeights, Hearing
from plancompare.comparing.grams import Vectors
from plancompare.comparing.index import compile_index
from plancompare.comparing.recognition import FLOOR
from plancompare.model import Catalogue
from tests.learning.pairs import conditions, fitted, written
from tests.learning.texts import SETS, Array, everything, plans_of

PARTS = ((1.0, 0), (0.3, 1), (0.1, 2), (0.04, 3), (0.04, 4))  # of the catalogue, with the seed that draws it
WEIGHS = (0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)  # of naive Bayes: those tried
COMMITMENTS = 500  # read against each catalogue
NONE = 0.2  # how often a text fits no standard: the shipped plans made their catalogue, so they cannot tell
ALSO, OTHER = 0.5, 0.06  # what themes count for: as with tables


class Heard(NamedTuple):
    """A text read at weight 1: log-odds of the entries that it may be, the number of the theme of each."""

    odds: Array
    themes: Array

    def by_theme(self, weight: float, count: int) -> Array:
        """Probability of each theme, when naive Bayes weighs so much."""
        return np.bincount(self.themes, softmax(weight * self.odds), count)


class Example(NamedTuple):
    """A coded commitment and its heading; ``place`` of its standard among the odds (-1: not there), its theme.

    ``silence`` takes from the odds of all entries what a text that shares nothing with any has, at weight 1.
    """

    own: Heard
    heading: Heard
    silence: float
    place: int
    theme: int


def learn() -> None:
    """Write the part of weights.json for catalogues without tables."""
    corpus = everything()
    catalogues = [thinned(corpus, part, seed) for part, seed in PARTS]
    examples = [e for seed, catalogue in enumerate(catalogues) for e in _examples(corpus, catalogue, seed)]
    fits = []
    for weight in WEIGHS:
        themes, shares = _themes(examples, weight, len(corpus.codebook.ids))
        loss, first = _coding(examples, shares, weight)
        print(f"bayes {weight}: log loss {loss:.3f}, {first:.3f} come first, themes weigh {themes.round(3)}")
        fits.append((loss, weight, themes))
    _, weight, (own, heading) = min(fits, key=lambda fit: fit[0])
    none, slope = _none(examples, weight)
    bare: dict[str, Any] = {
        "coding": {"vectors": 0.0, "bayes": weight, "also": ALSO, "other": OTHER, "none": none, "none_slope": slope},
        "themes": {
            "entries": round(float(own), 3),
            "words": 0.0,
            "heading_entries": round(float(heading), 3),
            "heading_words": 0.0,
        },
    }
    written("wordings", bare | {"pairs": recognition.weights()["pairs"]})  # to look at pairs by what was just found
    recognition.weights.cache_clear()
    smaller = catalogues[:2]
    samples = [sample for catalogue in smaller for name in SETS for sample in conditions(corpus, name, catalogue)]
    written("wordings", bare | {"pairs": fitted(samples)})


def thinned(corpus: Corpus, part: float, seed: int) -> Catalogue:
    """A part of the catalogue, without its tables."""
    draw = random.Random(seed)
    kept = {id: standard for id, standard in corpus.catalogue.standards.items() if draw.random() < part}
    return Catalogue(kept, {id: corpus.catalogue.phrases[id] for id in kept})


def _examples(corpus: Corpus, catalogue: Catalogue, seed: int) -> Iterator[Example]:
    index = compile_index(catalogue, Vectors())
    coder = Coder(catalogue, index, Vectors(), CodingWeights(0.0, 1.0, ALSO, OTHER, 0.0, 0.0))
    number = {theme: n for n, theme in enumerate(corpus.codebook.ids)}
    themes = np.array([number[catalogue.standards[id].theme] for id in index.ids])
    known = corpus.catalogue.standards
    coded = [c for plan in plans_of(corpus, SETS) for c in plan.commitments if c.standard in known]
    for c in random.Random(seed).sample(coded, COMMITMENTS):
        hearing = coder.hear(c.text)
        own, heading = _heard(hearing, themes), _heard(coder.hear(c.section.heading), themes)
        places = [index.ids[n] for n in hearing.odds]
        place = places.index(c.standard) if c.standard in places else -1
        theme = number[c.pin if c.pin in number else known[c.standard].theme]
        yield Example(own, heading, hearing.beyond - logsumexp(own.odds), place, theme)


def _heard(hearing: Hearing, themes: Array) -> Heard:
    return Heard(np.array([*hearing.odds.values()]), themes[[*hearing.odds]])


def _themes(examples: Sequence[Example], weight: float, count: int) -> tuple[Array, Array]:
    """What the text's and the heading's themes weigh, and the shares that they give each example."""
    known = np.array([example.place >= 0 for example in examples])
    truth = np.array([example.theme for example in examples])
    own = np.log(FLOOR + np.array([example.own.by_theme(weight, count) for example in examples]))
    heading = np.log(FLOOR + np.array([example.heading.by_theme(weight, count) for example in examples]))

    def loss(weights: Array) -> float:
        logits = log_softmax(weights[0] * own + weights[1] * heading, axis=1)
        return -float(logits[known, truth[known]].mean())

    weights = minimize(loss, [1.0, 0.3], method="Nelder-Mead").x
    return weights, softmax(weights[0] * own + weights[1] * heading, axis=1)


def _coding(examples: Sequence[Example], shares: Array, weight: float) -> tuple[float, float]:
    """Log loss of the true standard, and how often it comes first."""
    losses, first = [], []
    for example, own in zip(examples, shares, strict=True):
        if example.place >= 0:
            odds = log_softmax(weight * example.own.odds + np.log(OTHER + own[example.own.themes]))
            losses.append(-odds[example.place])
            first.append(odds.argmax() == example.place)
    return float(np.mean(losses)), float(np.mean(first))


def _none(examples: Sequence[Example], weight: float) -> tuple[float, float]:
    """When a text fits no standard: the log-odds at nothing in common, and what each point beyond takes off them."""
    beyond = np.array([logsumexp(weight * e.own.odds) + weight * e.silence for e in examples])
    none = np.array([e.place < 0 for e in examples])
    weights = np.where(none, NONE / none.mean(), (1 - NONE) / (1 - none.mean()))
    model = LogisticRegression(C=1e6).fit(beyond[:, None], none, sample_weight=weights)
    return round(float(model.intercept_[0]), 3), round(float(-model.coef_[0][0]), 3)
