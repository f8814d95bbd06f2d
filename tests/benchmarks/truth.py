"""How good rows are on an invented collection, whose true rows are known.

    python -m tests.benchmarks.truth FOLDER [--plans 20] [--no-decisions]

Two commitments of different plans count as one promise if they are in one row; precision, recall and F1 over all such
pairs, counted by rows, never pair by pair.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plancompare.comparing.comparison import compare
from plancompare.reading.collection import load


class Quality(NamedTuple):
    """Over pairs of commitments of different plans; 0-1 each."""

    precision: float
    recall: float
    f1: float


def quality(rows: Iterable[Collection[str]], truth: Mapping[str, str]) -> Quality:
    """Of rows of keys (``plan/commitment``) against the true row of each key."""
    rows = list(rows)
    found = sum(map(_pairs, rows))
    true_rows: dict[str, list[str]] = {}
    for key in (key for row in rows for key in row):
        true_rows.setdefault(truth[key], []).append(key)
    true = sum(map(_pairs, true_rows.values()))
    parts: dict[tuple[int, str], list[str]] = {}
    for place, row in enumerate(rows):
        for key in row:
            parts.setdefault((place, truth[key]), []).append(key)
    both = sum(map(_pairs, parts.values()))
    return Quality(both / found if found else 1.0, both / true if true else 1.0, 2 * both / ((found + true) or 1))


def _pairs(keys: Collection[str]) -> int:
    """How many pairs of different plans there are among keys."""
    of_plans = Counter(key.partition("/")[0] for key in keys)
    size = len(keys)
    return (size * size - sum(count * count for count in of_plans.values())) // 2


def read_truth(folder: Path) -> dict[str, str]:
    """The true row of each commitment, by key."""
    lines = (folder / "truth.tsv").read_text(encoding="utf-8").splitlines()
    return {key: row for key, _, row in (line.partition("\t") for line in lines)}


def main() -> None:
    """Print how good the rows of a collection's first plans are."""
    parser = argparse.ArgumentParser(description="Rows found in an invented collection against the true ones.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=0, help="only so many (default: all)")
    parser.add_argument("--no-decisions", action="store_true", help="without the codes that people gave")
    asked = parser.parse_args()
    corpus = load(asked.folder)
    plans = [plan.id for plan in corpus.plans][: asked.plans or None]
    comparison = compare(corpus, plans, decisions=not asked.no_decisions)
    rows = [[c.key for c in row.commitments] for row in comparison.rows]
    precision, recall, f1 = quality(rows, read_truth(asked.folder))
    print(f"{len(plans)} plans: pair precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({len(rows)} rows)")


if __name__ == "__main__":
    main()
