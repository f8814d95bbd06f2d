"""What is learned from: wordings, synonyms, coded plans and the rows that people drew of them; sparse matrices."""

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from plancompare import Corpus, compare, load
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


def across(members: Sequence[str]) -> set[tuple[str, str]]:
    """The pairs of keys of different plans among the members of a row."""
    pairs = combinations(sorted(set(members)), 2)
    return {(a, b) for a, b in pairs if a.split("/")[0] != b.split("/")[0]}


def five_rows(corpus: Corpus) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs that people put into one row of the shipped plans; none is left open."""
    rows = compare(corpus, [plan.id for plan in plans_of(corpus, ("five",))]).rows
    return set().union(*(across([c.key for c in row.commitments]) for row in rows)), set()


def judged_rows() -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs that both readings of the judged set have, and those that only one has or that are a "maybe"."""
    sure, perhaps = [], []
    for number in (1, 2):
        lines = (JUDGED / f"rows-{number}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line]
        sure.append(set().union(*(across(row["members"]) for row in rows)))
        perhaps.append(set().union(*(across(row["members"] + row.get("maybe", [])) for row in rows)))
    same = sure[0] & sure[1]
    return same, (perhaps[0] | perhaps[1]) - same


class Grams:
    """Numbers the grams of the texts that it learned from; others are not known to it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.numbers = {gram: n for n, gram in enumerate(dict.fromkeys(g for text in texts for g in grams(text)))}

    def matrix(self, texts: Sequence[str]) -> Array:
        """One row a text: 1 for each known gram in it."""
        cells = [(row, self.numbers[g]) for row, text in enumerate(texts) for g in grams(text) if g in self.numbers]
        rows, columns = zip(*cells, strict=True) if cells else ((), ())
        return csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(texts), len(self.numbers)))
