"""A ruling about a text since reworded, or a review of a plan since changed: not applied until judged anew."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.comparing.rulings import rulings_in_force
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every text is as it was when people ruled on it, and every reviewed plan has the commitments that were read."""
    for finding in rulings_in_force(corpus)[2]:
        yield Breach(finding.at, finding.message)
