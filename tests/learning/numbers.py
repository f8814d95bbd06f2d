"""What each number of the matcher is worth: rows and codes with it as it is, lower and higher.

`python -m tests.learning.numbers [NAME ...]`. By the shipped tables, which have seen both sets: it shows where a number
matters, not how good the matcher is (`held` does).
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from math import log
from typing import Any, NamedTuple

from plancompare import Corpus, compare
from plancompare.asking.evaluation import codings, recall, themes_right
from plancompare.comparing import coding
from plancompare.comparing.themes import ThemeMatcher, agreement
from plancompare.comparing.wording import Wording
from plancompare.model import NO_STORE
from tests.learning.texts import SETS, everything, five_rows, judged_rows, plans_of

# module of `comparing`, name, other values
NUMBERS = (
    ("alignment", "match", (20, 25, 35, 40)),
    ("alignment", "review", (2, 5)),
    ("coding", "SHORTLIST", (30, 40, 80)),
    ("coding", "SMOOTHING", (0.05, 0.2)),
    ("coding", "LEAST_SHARE", (1e-3, 1e-5)),
    ("index", "COMMON", (150, 600)),
    ("linkage", "FLOOR", (-5.0, -8.0)),
    ("pairs", "COMMON_PAIR", (0.005, 0.02)),
    ("pairs", "LEAD", (0.05, 0.15)),
    ("pairs", "SHARE", (0.01, 0.1)),
    ("recognition", "FLOOR", (1e-3, 1e-5)),
    ("recognition", "ALSO", (0.25, 1.0)),
)
# of the themes that a codebook alone tells, for collections without a catalogue
OF_THEMES = (
    ("themes", "AGAINST", (-1.0, 0.0)),
    ("themes", "QUOTED", (0.25, 1.0)),
    ("themes", "HEADING", (0.2, 0.8)),
    ("themes", "DEFINED", (0.25, 1.0)),
    ("themes", "PHRASES", (0.0, 0.02)),
    ("themes", "FUZZY_CUTOFF", (60, 80)),
)


class Outcome(NamedTuple):
    """Rows, reach, load, first codes and themes of one set."""

    name: str
    f1: float
    reach: float
    load: float
    first: float
    themes: float

    def __str__(self) -> str:
        """In a few columns."""
        figures = f"F1 {self.f1:.3f} reach {self.reach:.3f} at {self.load:.1f}"
        return f"{self.name}: {figures} first code {self.first:.3f} themes {self.themes:.3f}"


def outcomes(corpus: Corpus) -> Iterator[Outcome]:
    """Both sets, compared without decisions."""
    for name in SETS:
        same, unsettled = five_rows(corpus) if name == "five" else judged_rows()
        comparison = compare(corpus._replace(plans=tuple(plans_of(corpus, (name,)))), decisions=False)
        rows, codes, (right, pinned) = (
            recall(comparison, same, unsettled),
            codings(comparison),
            themes_right(comparison),
        )
        yield Outcome(name, rows.rows.f1, rows.reach, rows.load, codes.first / codes.number, right / pinned)


def themes_by_codebook(corpus: Corpus) -> str:
    """How often the words of the codebook alone tell the curators' theme."""
    commitments = [c for plan in corpus.plans for c in plan.commitments]
    home, either, pinned = agreement(commitments, ThemeMatcher(corpus.codebook, Wording(corpus.codebook)))
    return f"home {home / pinned:.3f}, home or further {either / pinned:.3f} of {pinned}"


def put(module: Any, name: str, value: float) -> None:
    """Give a number another value, and what was made of it."""
    if name in ("match", "review"):
        match, review = module.Thresholds.__new__.__defaults__
        module.Thresholds.__new__.__defaults__ = (value, review) if name == "match" else (match, value)
        return
    setattr(module, name, value)
    if name == "SMOOTHING":
        coding._GAINS = tuple(log(1 + count / value) for count in range(len(coding._GAINS)))


def measure(wanted: list[str]) -> None:
    """Print a line a value and set."""
    corpus = everything()
    print("as it is: " + "; ".join(map(str, outcomes(corpus))), flush=True)
    print("themes by codebook, as it is: " + themes_by_codebook(corpus), flush=True)
    for home, name, values in (*NUMBERS, *OF_THEMES):
        if wanted and name not in wanted:
            continue
        module = import_module(f"plancompare.comparing.{home}")
        usual = getattr(module.Thresholds(), name) if name in ("match", "review") else getattr(module, name)
        for value in values:
            put(module, name, value)
            fresh = corpus._replace(store=NO_STORE) if name == "COMMON" else corpus
            shown = themes_by_codebook(corpus) if home == "themes" else "; ".join(map(str, outcomes(fresh)))
            print(f"{home}.{name} {usual} -> {value}: {shown}", flush=True)
        put(module, name, usual)


if __name__ == "__main__":
    measure(sys.argv[1:])
