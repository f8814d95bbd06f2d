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
from plancompare.messages import Message
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


def _faults(target: Target, unit: str, plan: Plan) -> Iterator[Message]:
    if not target.measure:
        yield Message("the target says not what is counted; give an indicator or a label")
    if target.op == "range":
        if target.low is None or target.high is None:
            yield Message("a range needs min and max")
        elif target.low > target.high:
            yield Message("min {low} is above max {high}", low=target.low, high=target.high)
    elif target.value is None:
        yield Message("op {op} needs a value", op=target.op)
    if unit and target.unit != unit:
        yield Message(
            'unit "{unit}" is not that of {indicator} ("{own}")', unit=target.unit, indicator=target.indicator, own=unit
        )
    if target.unit == "%" and target.value is not None and target.value < 0:
        yield Message("{value} % cannot be", value=target.value)
    if target.by and plan.period and not plan.period[0] <= target.by <= plan.period[1] + LONGEST:
        yield Message("the year {year} lies outside the plan's period", year=target.by)
    if target.baseline and target.baseline.year and target.by and target.baseline.year >= target.by:
        yield Message(
            "the baseline ({year}) is not before the deadline ({by})", year=target.baseline.year, by=target.by
        )
