"""Every commitment has at least one phrase of its source.

Without one nobody can find it in the document, so it cannot be claimed, and `verify` has nothing to prove.

Bad:

    - {id: n-1, text: 新建图书馆}

Good:

    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every commitment has at least one phrase."""
    for commitment in corpus.commitments():
        if not commitment.evidence:
            yield of(commitment, Message("has no evidence; give a short phrase that stands in the source"))
