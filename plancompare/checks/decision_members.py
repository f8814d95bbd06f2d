"""Every key in decisions.yaml names a commitment or a plan of the collection.

A ruling about what is not there rules nothing: the id was mistyped, or the record has gone.

Bad:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    decisions:
      decisions:
      - {id: libraries, same: [north/n-11]}

Good:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    decisions:
      decisions:
      - {id: libraries, same: [north/n-1]}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.errors import meant
from plancompare.findings import Level, Location
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every key in decisions.yaml names a commitment of the collection."""
    known = [commitment.key for commitment in corpus.commitments()]
    keys = set(known)
    plans = {plan.id for plan in corpus.plans}
    for plan in corpus.rulings.reviewed:
        if plan not in plans:
            message = Message('reviewed: no plan "{plan}"{hint}', plan=plan, hint=meant(plan, sorted(plans)))
            yield Breach(Location(corpus.rulings.file), message)
    for decision in corpus.decisions:
        for key in (*decision.members, *decision.digests):
            if key not in keys:
                yield Breach(decision.at, Message('no commitment "{key}"{hint}', key=key, hint=meant(key, known)))
        for plan in decision.not_applicable:
            if plan not in plans:
                yield Breach(decision.at, Message('no plan "{plan}"{hint}', plan=plan, hint=meant(plan, sorted(plans))))
