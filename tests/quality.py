"""Rows that the matcher draws by itself against rows that people drew, set by set: for the README."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plancompare import Comparison, Corpus, compare, load
from plancompare.asking.evaluation import Keys, across, codings, recall

ROOT = Path(__file__).parent.parent
JUDGED = ROOT / "tests" / "judged"


@cache
def coded() -> Corpus:
    """The shipped collection with the judged set beside it."""
    return load(ROOT / "plans", sorted(JUDGED.glob("*.yaml")))


def shipped() -> list[str]:
    """The ids of the shipped plans."""
    return [plan.id for plan in load(ROOT / "plans").plans]


def judged() -> list[str]:
    """The ids of the judged plans."""
    return [plan.id for plan in coded().plans if plan.id not in shipped()]


def pairs_of(comparison: Comparison) -> set[Keys]:
    """The pairs of different plans that stand in one row."""
    return {keys for row in comparison.rows for keys in across(c.key for c in row.commitments)}


def readings(number: int) -> tuple[set[Keys], set[Keys]]:
    """The pairs that one reading of the judged set put into a row, and those with its "maybe"."""
    lines = (JUDGED / f"rows-{number}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    sure = {keys for row in rows for keys in across(row["members"])}
    return sure, {keys for row in rows for keys in across([*row["members"], *row.get("maybe", [])])}


def judged_rows() -> tuple[set[Keys], set[Keys]]:
    """The pairs that both readings have, and those that only one has or that are a "maybe"."""
    (one, one_more), (other, other_more) = readings(1), readings(2)
    return one & other, (one_more | other_more) - (one & other)


def without_themes(corpus: Corpus) -> Corpus:
    """The corpus with the curators' themes taken out."""
    plans = tuple(
        plan._replace(
            commitments=tuple(
                c._replace(theme="", also=(), section=c.section._replace(theme="")) for c in plan.commitments
            )
        )
        for plan in corpus.plans
    )
    return corpus._replace(plans=plans)


def table() -> str:
    """Rows, reach, load and coding of each set, unaided, with the curators' themes and without."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "| set | themes | true pairs | rows: precision | recall | F1 | reach | load | code first | among five |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    five = (pairs_of(compare(coded(), shipped())), set[Keys]())
    for name, ids, (same, unsettled) in (("five shipped", shipped(), five), ("judged set", judged(), judged_rows())):
        for given in (True, False):
            corpus = coded() if given else without_themes(coded())
            comparison = compare(corpus, ids, decisions=False)
            drawn, codes = recall(comparison, same, unsettled), codings(comparison, pins=given)
            cells = [
                name,
                "given" if given else "not given",
                str(len(same)),
                *(f"{value:.2f}" for value in (drawn.rows.precision, drawn.rows.recall, drawn.rows.f1, drawn.reach)),
                f"{drawn.load:.1f}",
                f"{codes.first / codes.number:.2f}",
                f"{codes.five / codes.number:.2f}",
            ]
            yield f"| {' | '.join(cells)} |"
