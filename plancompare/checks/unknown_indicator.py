"""Every indicator that a target names is in the registry.

A figure of an unknown indicator could be compared with nothing. Register it in indicators.yaml, or name what is counted
with `label`.

Bad:

    - id: n-1
      text: 提高覆盖率
      evidence: 提高覆盖率
      targets: [{indicator: covrage, op: ">=", value: 90, unit: "%"}]

Good:

    - id: n-1
      text: 提高覆盖率
      evidence: 提高覆盖率
      targets: [{label: 覆盖率, op: ">=", value: 90, unit: "%"}]
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.errors import meant
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every indicator id used is in the registry."""
    for commitment in corpus.commitments():
        for target in commitment.targets:
            if target.indicator and target.indicator not in corpus.indicators:
                hint = meant(target.indicator, list(corpus.indicators))
                yield of(
                    commitment,
                    Message('no indicator "{indicator}" is registered{hint}', indicator=target.indicator, hint=hint),
                    target.at,
                )
