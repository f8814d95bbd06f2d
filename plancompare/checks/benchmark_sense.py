"""A benchmark can be used: one figure for a level and year, bounded on the side that its indicator looks to.

Gaps are counted against benchmarks. Two figures for one level and year give two gaps, and a ceiling on a measure of
which more is better says that all may stay below it.

Bad:

    indicators:
      indicators:
      - id: coverage
        label: {zh: 覆盖率, en: Coverage}
        unit: "%"
        direction: higher
        benchmarks: [{op: "<=", value: 85, year: 2025, level: national, source: 某行动计划}]

Good:

    indicators:
      indicators:
      - id: coverage
        label: {zh: 覆盖率, en: Coverage}
        unit: "%"
        direction: higher
        benchmarks: [{op: ">=", value: 85, year: 2025, level: national, source: 某行动计划}]
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Benchmark, Corpus

LEVEL: Level = "error"
_AGAINST = {"higher": ("<=", "<"), "lower": (">=", ">")}
_MORE = {"higher": Message("higher"), "lower": Message("lower")}


def check(corpus: Corpus) -> Iterator[Breach]:
    """Each level sets one figure a year, bounded on the side that the indicator's direction asks for."""
    for indicator in corpus.indicators.values():
        seen: dict[tuple[str, int], Benchmark] = {}
        for benchmark in indicator.benchmarks:
            other = seen.setdefault((benchmark.level, benchmark.year), benchmark)
            name = Message(
                "indicator {id}, benchmark {op}{value} of {year}",
                id=indicator.id,
                op=benchmark.op,
                value=benchmark.value,
                year=benchmark.year,
            )
            if other is not benchmark:
                yield Breach(
                    benchmark.at,
                    Message(
                        "{benchmark}: the same level and year as {op}{value}; keep one",
                        benchmark=name,
                        op=other.op,
                        value=other.value,
                    ),
                )
            if benchmark.op in _AGAINST.get(indicator.direction, ()):
                yield Breach(
                    benchmark.at,
                    Message(
                        '{benchmark}: "{op}" looks the wrong way; {direction} is more ambitious here',
                        benchmark=name,
                        op=benchmark.op,
                        direction=_MORE[indicator.direction],
                    ),
                )
