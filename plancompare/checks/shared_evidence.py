"""Inside a plan no two commitments rest on the same phrase in the same surroundings.

Of two that do, one probably repeats the other, or points beside its own clause. Where a sentence makes two promises,
take of each the stretch that carries it.

Bad:

    - {id: n-1, text: 新建图书馆, evidence: 新建扩建图书馆}
    - {id: n-2, text: 扩建图书馆, evidence: 新建扩建图书馆}

Good:

    - {id: n-1, text: 新建图书馆, evidence: {quote: 新建, suffix: 扩建图书馆}}
    - {id: n-2, text: 扩建图书馆, evidence: 扩建图书馆}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Commitment, Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Inside a plan no two commitments have the same phrase in the same surroundings."""
    for plan in corpus.plans:
        taken: dict[tuple[str, str, str], Commitment] = {}
        for commitment in plan.commitments:
            for evidence in commitment.evidence:
                first = taken.setdefault(evidence[:3], commitment)
                if first is not commitment:
                    message = Message(
                        "shares its phrase with {id}; choose the stretch that carries each promise", id=first.id
                    )
                    yield of(commitment, message, evidence.at)
