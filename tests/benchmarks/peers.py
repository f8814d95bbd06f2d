"""The same job by other libraries: which commitments of five invented plans, uncoded, are one promise.

    python -m tests.benchmarks.peers [--plans 5] [--folder KEEP]

Peers score every two commitments of different plans; pairs from some score on count as found, and the score told is the
one that suits each best on the very truth it is measured by. plancompare gets its rows as it draws them, with nothing
chosen. A peer that is not installed is left out: `pip install thefuzz scikit-learn splink`.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from plancompare.comparing.comparison import compare
from plancompare.model import Commitment, Corpus
from plancompare.reading.collection import load
from tests.benchmarks.national import write
from tests.benchmarks.truth import quality, read_truth

Scored = Iterable[tuple[str, str, float]]  # two keys and a score


class Result(NamedTuple):
    """How a job was done: seconds of the processor, and precision, recall and F1 of pairs (0-1)."""

    seconds: float
    precision: float
    recall: float
    f1: float


def sides(corpus: Corpus) -> list[tuple[Sequence[Commitment], Sequence[Commitment]]]:
    """The commitments of every two plans."""
    return [(one.commitments, other.commitments) for one, other in combinations(corpus.plans, 2)]


def by_pairs(score: Callable[[str, str], float]) -> Callable[[Corpus], Scored]:
    """A peer that scores two texts at a time."""
    return lambda corpus: (
        (a.key, b.key, score(a.text, b.text)) for one, other in sides(corpus) for a, b in product(one, other)
    )


def difflib_ratio(corpus: Corpus) -> Scored:
    """Python's own."""
    from difflib import SequenceMatcher

    for one, other in sides(corpus):
        matcher = SequenceMatcher(autojunk=False)
        for b in other:
            matcher.set_seq2(b.text)  # what it prepares for this side serves all of the other
            for a in one:
                matcher.set_seq1(a.text)
                yield a.key, b.key, matcher.ratio()


def rapidfuzz_ratio(corpus: Corpus) -> Scored:
    """RapidFuzz, its plain ratio."""
    from rapidfuzz import fuzz

    return by_pairs(fuzz.ratio)(corpus)


def thefuzz_ratio(corpus: Corpus) -> Scored:
    """thefuzz, its token set ratio over single characters."""
    from thefuzz import fuzz

    return by_pairs(lambda a, b: fuzz.token_set_ratio(" ".join(a), " ".join(b)))(corpus)


def tf_idf(corpus: Corpus) -> Scored:
    """scikit-learn: cosine of tf-idf of characters and pairs of characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = [commitment for plan in corpus.plans for commitment in plan.commitments]
    rows = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), sublinear_tf=True).fit_transform(c.text for c in made)
    likeness = (rows @ rows.T).tocoo()
    for i, j, value in zip(likeness.row, likeness.col, likeness.data, strict=True):
        if i < j and made[i].plan != made[j].plan:
            yield made[i].key, made[j].key, float(value)


def splink(corpus: Corpus) -> Scored:
    """Splink on DuckDB: levels of the Jaccard likeness of pairs of characters, untrained, for there are no labels."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    tables = [
        pd.DataFrame([{"unique_id": c.key, "text": c.text, "all": 1} for c in plan.commitments])
        for plan in corpus.plans
    ]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[cl.JaccardAtThresholds("text", [0.9, 0.7, 0.5, 0.3])],
        blocking_rules_to_generate_predictions=[block_on("all")],
    )
    database: Any = DuckDBAPI()
    linker: Any = Linker([database.register(table) for table in tables], settings)
    found = linker.inference.predict().as_pandas_dataframe()
    return zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"].astype(float), strict=True)


# name -> the module that has to be there, and the job
PEERS: Mapping[str, tuple[str, Callable[[Corpus], Scored]]] = {
    "difflib": ("difflib", difflib_ratio),
    "RapidFuzz ratio": ("rapidfuzz", rapidfuzz_ratio),
    "thefuzz token set": ("thefuzz", thefuzz_ratio),
    "scikit-learn tf-idf": ("sklearn", tf_idf),
    "Splink, Jaccard": ("splink", splink),
}


def best(scored: Scored, truth: Mapping[str, str], true: int) -> tuple[float, float, float]:
    """Precision, recall and F1 at the score that suits best, of pairs of which ``true`` are one promise."""
    found = right = 0
    results = [(0.0, 0.0, 0.0)]
    ranked = sorted(((score, truth[a] == truth[b]) for a, b, score in scored), reverse=True)
    for place, (score, is_true) in enumerate(ranked):
        found, right = found + 1, right + is_true
        if place + 1 == len(ranked) or ranked[place + 1][0] != score:
            results.append((2 * right / (found + true), right / found, right / true))
    f1, precision, recall = max(results)
    return precision, recall, f1


def measured(corpus: Corpus, truth: Mapping[str, str]) -> Iterable[tuple[str, Result]]:
    """plancompare and each peer that is installed."""
    started = time.process_time()
    rows = [[c.key for c in row.commitments] for row in compare(corpus, decisions=False).rows]
    yield "plancompare", Result(time.process_time() - started, *quality(rows, truth))
    pairs = [(a, b) for one, other in sides(corpus) for a, b in product(one, other)]
    true = sum(truth[a.key] == truth[b.key] for a, b in pairs)
    for name, (module, job) in PEERS.items():
        if find_spec(module):
            started = time.process_time()
            scored = list(job(corpus))
            yield name, Result(time.process_time() - started, *best(scored, truth, true))


def main() -> None:
    """Print a line for each."""
    parser = argparse.ArgumentParser(description="The same job by other libraries.")
    parser.add_argument("--plans", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="a collection that is there, with its truth.tsv")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        if not asked.folder:
            write(folder, asked.plans)
        corpus, truth = load(folder), read_truth(folder)
        print(f"{'':20} {'CPU s':>7} {'precision':>9} {'recall':>7} {'F1':>5}")
        for name, (seconds, precision, recall, f1) in measured(corpus, truth):
            print(f"{name:20} {seconds:7.1f} {precision:9.2f} {recall:7.2f} {f1:5.2f}", flush=True)


if __name__ == "__main__":
    main()
