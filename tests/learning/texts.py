"""What is learned from: the catalogue's wordings, the codebook's synonyms, and grams as sparse matrices."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from plancompare import Corpus, load
from plancompare.comparing.grams import grams
from plancompare.model import Plan

ROOT = Path(__file__).parent.parent.parent
STANDARDS = ROOT / "plans" / "standards"
JUDGED = ROOT / "tests" / "judged"
SETS = ("five", "judged")
Array = Any  # of numpy; its own types say no more here


def everything() -> Corpus:
    """The shipped collection with the judged set beside it: all plans that people coded."""
    return load(ROOT / "plans", sorted(JUDGED.glob("*.yaml")))


def plans_of(corpus: Corpus, sets: Sequence[str]) -> list[Plan]:
    """The plans of ``sets``: "five" are those shipped, "judged" the judged set."""
    ours = {path.stem for path in (ROOT / "plans").glob("*.yaml")}
    return [plan for plan in corpus.plans if ("five" if plan.id in ours else "judged") in sets]


def phrases(corpus: Corpus) -> tuple[list[str], Array]:
    """The label and wordings of every standard, and the number of the standard of each."""
    texts: list[str] = []
    owners: list[int] = []
    for number, (id, standard) in enumerate(corpus.catalogue.standards.items()):
        own = (standard.label.zh, *corpus.catalogue.phrases[id].wordings)
        texts += own
        owners += [number] * len(own)
    return texts, np.array(owners)


def examples(corpus: Corpus, sets: Sequence[str]) -> tuple[list[str], Array]:
    """The texts of coded commitments of ``sets``, and the number of the standard of each."""
    number = {id: n for n, id in enumerate(corpus.catalogue.standards)}
    coded = [
        (c.text, number[c.standard]) for p in plans_of(corpus, sets) for c in p.commitments if c.standard in number
    ]
    return [text for text, _ in coded], np.array([owner for _, owner in coded], dtype=int)


class Grams:
    """Numbers the grams of the texts that it learned from; others are not known to it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.numbers = {gram: n for n, gram in enumerate(dict.fromkeys(g for text in texts for g in grams(text)))}

    def matrix(self, texts: Sequence[str]) -> Array:
        """One row a text: 1 for each known gram in it."""
        cells = [(row, self.numbers[g]) for row, text in enumerate(texts) for g in grams(text) if g in self.numbers]
        rows, columns = zip(*cells, strict=True) if cells else ((), ())
        return csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(texts), len(self.numbers)))
