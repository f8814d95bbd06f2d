"""A commitment holds at most one figure, a range counting as one, and targets of one measure.

Two figures are probably two promises, and a record of two promises can match only half of any other. Text and table
may differ on the value of one measure: both are recorded.

Bad:

    - {id: n-1, text: 新建图书馆3座、体育馆5座, evidence: 新建图书馆3座}

Good:

    - {id: n-1, text: 新建图书馆3至5座, evidence: 新建图书馆3至5座}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.checks.figures import figures
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A text holds at most one figure, a record targets of one measure (text and table may differ on its value)."""
    for commitment in corpus.commitments():
        found = figures(commitment.text, corpus.codebook.lexicon.encoding.get("forms", ()))
        if len(found) > 1:
            yield of(
                commitment,
                Message("holds {count} figures ({figures}); split it", count=len(found), figures=tuple(found)),
                commitment.at.inside("text"),
            )
        elif len({target.measure for target in commitment.targets}) > 1:
            yield of(commitment, Message("holds targets of two measures; split it"), commitment.targets[1].at)
