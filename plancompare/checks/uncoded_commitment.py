"""Every commitment was held against the catalogue and has a code, or the word `none`.

A plan that people coded stands in one row with every other coded plan, for good; of the rest a machine has to guess.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, standard: libraries}
    - {id: n-2, text: 修建长廊, evidence: 修建长廊, standard: none}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "hint"
NAMED = 3  # a plan that nobody coded is one line


def check(corpus: Corpus) -> Iterator[Breach]:
    """No plan has commitments that nobody coded."""
    for plan in corpus.plans if corpus.catalogue.standards else ():
        left = [commitment.id for commitment in plan.commitments if not commitment.standard]
        if left:
            message = Message(
                "{count} of {total} commitments are not coded ({ids}); `plancompare review {plan}` codes them",
                count=len(left),
                total=len(plan.commitments),
                ids=(*left[:NAMED], *(["..."] if len(left) > NAMED else [])),
                plan=plan.id,
            )
            yield of(plan, message)
