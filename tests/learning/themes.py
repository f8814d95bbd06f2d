"""The linear classifier of themes: logistic regression over tf-idf of grams, pruned to whole-numbered weights."""

import json
from collections.abc import Sequence

import numpy as np
from scipy.sparse import diags
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from plancompare import Corpus
from plancompare.comparing.theme_words import THEME_ZERO, WEIGHT_ZERO
from tests.learning.texts import SETS, STANDARDS, Grams, everything, phrases, plans_of

KEPT, STRONGEST, PENALTY = 60_000, 44, 4.0  # weights kept; the letter of the strongest; of the regression
SYNONYM = 2.0  # how often a synonym of the codebook, or a coded promise, counts beside a wording


def learn() -> None:
    """Write learned-themes.json, learned from wordings, synonyms and all coded plans."""
    (STANDARDS / "learned-themes.json").write_bytes(table(everything(), SETS))


def table(corpus: Corpus, sets: Sequence[str]) -> bytes:
    """The classifier as it is kept; ``sets`` are the plans whose themes are learned from beside the wordings."""
    wordings, owners = phrases(corpus)
    themes = list(corpus.codebook.ids)
    number = {theme: n for n, theme in enumerate(themes)}
    of_standard = [number[standard.theme] for standard in corpus.catalogue.standards.values()]
    synonyms = [(word, number[t.id]) for t in corpus.codebook.themes for word in (t.label.zh, *t.synonyms)]
    own = [(c.text, number[c.pin]) for plan in plans_of(corpus, sets) for c in plan.commitments if c.pin in number]
    synonyms += own
    texts = [*wordings, *(word for word, _ in synonyms)]
    labels = np.array([*(of_standard[n] for n in owners), *(theme for _, theme in synonyms)])
    counts = np.array([*[1.0] * len(wordings), *[SYNONYM] * len(synonyms)])
    known = Grams(texts)
    cells = known.matrix(texts)
    uses = np.asarray(cells.sum(0)).ravel()
    idf = np.log(1 + len(texts) / (1 + uses))
    model = LogisticRegression(C=PENALTY, max_iter=60).fit(normalize(cells @ diags(idf)), labels, sample_weight=counts)
    weights = (model.coef_ * idf[None, :]).T
    weights -= weights.mean(1, keepdims=True)
    weights[uses < 2] = 0  # what one phrase alone uses tells of that phrase
    bound = np.sort(np.abs(weights).ravel())[-KEPT]
    weights = np.where(np.abs(weights) >= bound, weights, 0)
    scale = float(np.abs(weights).max() / STRONGEST)
    letters = np.round(weights / scale).astype(int)
    grams = [(gram, n) for gram, n in known.numbers.items() if letters[n].any()]
    bias = model.intercept_ - model.intercept_.mean()
    held = {
        "themes": themes,
        "bias": [round(float(value), 3) for value in bias],
        "scale": round(scale, 5),
        "rest": round(float(idf.max()), 1),
        "grams": " ".join(gram for gram, _ in grams),
        "rarity": [round(float(idf[n]) * 10) for _, n in grams],
        "weights": " ".join(
            "".join(chr(THEME_ZERO + t) + chr(WEIGHT_ZERO + w) for t, w in enumerate(letters[n]) if w) for _, n in grams
        ),
    }
    print(f"themes: {len(grams)} grams from {len(texts)} phrases")
    return json.dumps(held, ensure_ascii=False).encode()
