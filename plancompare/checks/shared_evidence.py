"""Two commitments rest on one phrase: one of them probably repeats the other, or points beside its own clause."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
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
                    message = f"shares its phrase with {first.id}; choose the stretch that carries each promise"
                    yield of(commitment, message, evidence.at)
