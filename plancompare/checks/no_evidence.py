"""A commitment without evidence: nobody could find it in the source, so it cannot be claimed."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every commitment has at least one phrase."""
    for commitment in corpus.commitments():
        if not commitment.evidence:
            yield of(commitment, "has no evidence; give a short phrase that stands in the source")
