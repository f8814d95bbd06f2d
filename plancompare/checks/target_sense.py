"""A target means what it says: it has a measure, a value that fits its op, its indicator's unit, a year that can be.

A range upside down or a deadline before the plan begins is a slip of the pen, and would be compared as if it were not.

Bad:

    - id: n-1
      text: 新建图书馆
      evidence: 新建图书馆
      targets: [{label: 图书馆, op: range, min: 5, max: 3, unit: 座}]

Good:

    - id: n-1
      text: 新建图书馆
      evidence: 新建图书馆
      targets: [{label: 图书馆, op: range, min: 3, max: 5, unit: 座}]
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.model import Corpus, Plan, Target

LEVEL: Level = "error"
LONGEST = 30  # years that a plan may look ahead of its own period


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every target has a measure, a value that fits its op, its indicator's unit, and a year that can be."""
    for plan in corpus.plans:
        for commitment in plan.commitments:
            for target in commitment.targets:
                indicator = corpus.indicators.get(target.indicator)
                for message in _faults(target, indicator.unit if indicator else "", plan):
                    yield of(commitment, message, target.at)


def _faults(target: Target, unit: str, plan: Plan) -> Iterator[str]:
    if not target.measure:
        yield "the target says not what is counted; give an indicator or a label"
    if target.op == "range":
        if target.low is None or target.high is None:
            yield "a range needs min and max"
        elif target.low > target.high:
            yield f"min {target.low} is above max {target.high}"
    elif target.value is None:
        yield f"op {target.op} needs a value"
    if unit and target.unit != unit:
        yield f'unit "{target.unit}" is not that of {target.indicator} ("{unit}")'
    if target.unit == "%" and target.value is not None and target.value < 0:
        yield f"{target.value} % cannot be"
    if target.by and plan.period and not plan.period[0] <= target.by <= plan.period[1] + LONGEST:
        yield f"the year {target.by} lies outside the plan's period"
    if target.baseline and target.baseline.year and target.by and target.baseline.year >= target.by:
        yield f"the baseline ({target.baseline.year}) is not before the deadline ({target.by})"
