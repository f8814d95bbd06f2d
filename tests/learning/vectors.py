"""Vectors of grams: a softmax over the standards with cosine logits, half of the grams dropped at each step.

After fastText (Joulin et al. 2017). The idf is folded into the vectors, which are kept as signed bytes.
"""

import base64
import json
from collections.abc import Sequence

import numpy as np
from sklearn.preprocessing import normalize

from plancompare import Corpus
from tests.learning.texts import SETS, STANDARDS, Array, Grams, everything, examples, phrases

DIMS, EPOCHS, BATCH, RATE, SCALE, DROP = 64, 15, 512, 6e-3, 14.0, 0.5  # by recall of held-out codes, 2026-11-29
FEWEST = 5  # phrases that use a gram for it to get a vector


def learn() -> None:
    """Write learned-vectors.json, learned from the wordings and from all coded plans."""
    (STANDARDS / "learned-vectors.json").write_bytes(table(everything(), SETS))


def table(corpus: Corpus, sets: Sequence[str]) -> bytes:
    """The vectors as they are kept; ``sets`` are the coded plans whose texts are learned from beside the wordings."""
    texts, owners = phrases(corpus)
    more, their_owners = examples(corpus, sets)
    texts, owners = [*texts, *more], np.concatenate([owners, their_owners])
    known = Grams(texts)
    uses = np.asarray(known.matrix(texts).sum(0)).ravel()
    kept = [gram for gram, n in known.numbers.items() if uses[n] >= FEWEST and " " not in gram]
    known.numbers = {gram: n for n, gram in enumerate(kept)}
    cells = known.matrix(texts)
    spread = np.zeros((int(owners.max()) + 1, len(kept)), dtype=bool)
    rows, columns = cells.nonzero()
    spread[owners[rows], columns] = True
    idf = np.log(1 + len(spread) / spread.sum(0))
    vectors = trained(normalize(cells.multiply(idf).tocsr()).astype(np.float32), owners)
    weighted = vectors * idf[:, None]
    scale = np.percentile(np.abs(weighted), 99.95) / 127
    bytes_of = np.clip(np.round(weighted / scale), -127, 127).astype(np.int8).tobytes()
    print(f"vectors of {len(kept)} grams from {len(texts)} phrases of {len(spread)} standards")
    held = {"dims": DIMS, "grams": " ".join(kept), "table": base64.b64encode(bytes_of).decode()}
    return json.dumps(held, ensure_ascii=False).encode()


def trained(cells: Array, owners: Array, seed: int = 0) -> Array:
    """The vector of each gram, by Adam with a falling rate."""
    draw = np.random.default_rng(seed)
    grams, count, standards = cells.shape[1], cells.shape[0], int(owners.max()) + 1
    vectors = (draw.standard_normal((grams, DIMS)) / np.sqrt(DIMS)).astype(np.float32)
    sums = np.zeros((standards, DIMS), dtype=np.float32)
    np.add.at(sums, owners, cells @ vectors)
    weights = [vectors, normalize(sums)]
    first = [np.zeros_like(w) for w in weights]
    second = [np.zeros_like(w) for w in weights]
    steps, step = EPOCHS * -(-count // BATCH), 0
    for _ in range(EPOCHS):
        order = draw.permutation(count)
        for start in range(0, count, BATCH):
            batch = order[start : start + BATCH]
            step += 1
            gradients = _gradients(cells[batch].copy(), owners[batch], weights, draw)
            rate = RATE * (1 - step / (steps + 1))
            for weight, gradient, m, v in zip(weights, gradients, first, second, strict=True):
                m += 0.1 * (gradient - m)
                v += 0.001 * (gradient * gradient - v)
                weight -= rate / (1 - 0.9**step) * m / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return weights[0]


def _gradients(cells: Array, owners: Array, weights: list[Array], draw: np.random.Generator) -> list[Array]:
    """Of the cross-entropy of one batch, for the vectors of grams and of standards."""
    vectors, standards = weights
    cells.data = cells.data * (draw.random(len(cells.data)) > DROP)
    size = np.sqrt(np.asarray(cells.multiply(cells).sum(1)).ravel()) + 1e-6
    texts = np.asarray(cells @ vectors) / size[:, None]
    length = np.linalg.norm(texts, axis=1, keepdims=True) + 1e-6
    unit = texts / length
    long = np.linalg.norm(standards, axis=1, keepdims=True) + 1e-6
    centres = standards / long
    logits = SCALE * (unit @ centres.T)
    shares = np.exp(logits - logits.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    shares[np.arange(len(owners)), owners] -= 1
    shares *= SCALE / len(owners)
    of_texts, of_standards = shares @ centres, shares.T @ unit
    of_standards = (of_standards - (of_standards * centres).sum(1, keepdims=True) * centres) / long
    of_texts = (of_texts - (of_texts * unit).sum(1, keepdims=True) * unit) / length / size[:, None]
    return [np.asarray(cells.T @ of_texts), of_standards]
