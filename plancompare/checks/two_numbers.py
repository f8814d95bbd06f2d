"""Two figures in one commitment: probably two promises, which can then match only half of any other."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.checks.figures import figures
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A text holds at most one figure, a record targets of one measure (text and table may differ on its value)."""
    for commitment in corpus.commitments():
        found = figures(commitment.text)
        if len(found) > 1:
            yield of(commitment, f"holds {len(found)} figures ({', '.join(found)}); split it")
        elif len({target.measure for target in commitment.targets}) > 1:
            yield of(commitment, "holds targets of two measures; split it", commitment.targets[1].at)
