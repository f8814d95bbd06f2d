"""A figure in the text that no target records: it would be compared with nothing."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.checks.figures import figures
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Where the text has a figure there is a target."""
    for commitment in corpus.commitments():
        found = figures(commitment.text)
        if found and not commitment.targets:
            yield of(commitment, f"says {found[0].strip()} but has no target; record the figure")
