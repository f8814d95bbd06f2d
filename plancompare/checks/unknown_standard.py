"""Every standard that a commitment is coded as is in the catalogue.

A code that the catalogue lacks is no code: the commitment would fall back to the matcher, which a person meant to
overrule.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, standard: libaries}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, standard: libraries}
    - {id: n-2, text: 建设操场, evidence: 建设操场, standard: none}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.comparing.people import NONE
from plancompare.errors import meant
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every code is an id of the catalogue, one that an entry had before, or "none"."""
    catalogue = corpus.catalogue
    for commitment in corpus.commitments():
        code = commitment.standard
        if code not in ("", NONE) and not catalogue.current(code):
            yield of(
                commitment,
                Message(
                    'no standard "{code}" in the catalogue{hint}', code=code, hint=meant(code, catalogue.standards)
                ),
            )
