"""A target names an indicator that is not registered; its figure could be compared with nothing."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.errors import meant
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every indicator id used is in the registry."""
    for commitment in corpus.commitments():
        for target in commitment.targets:
            if target.indicator and target.indicator not in corpus.indicators:
                hint = meant(target.indicator, list(corpus.indicators))
                yield of(commitment, f'no indicator "{target.indicator}" is registered{hint}', target.at)
