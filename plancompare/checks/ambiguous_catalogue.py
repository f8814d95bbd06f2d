"""An id of the catalogue means one entry: no alias is the id of another entry or an alias of two, no other row has it.

Codes are given by id and for good; of an id that two entries claim nobody could say any more what was meant. Rows that
people drew are called by ids, too: one with the id of an entry holds commitments that were coded as that entry.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
      - {id: gyms, aliases: [libraries], label: {zh: 建体育馆, en: Gyms}, definition: 建馆, wordings: [新建体育馆]}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
      - {id: gyms, aliases: [sports-halls], label: {zh: 建体育馆, en: Gyms}, definition: 建馆, wordings: [新建体育馆]}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.findings import NOWHERE, Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """No alias is an id, or an alias twice; no row has the id of an entry that it is not."""
    standards = corpus.catalogue.standards
    first: dict[str, str] = {}
    for standard in standards.values():
        for alias in standard.aliases:
            other = first.setdefault(alias, standard.id)
            if alias in standards:
                yield Breach(
                    standard.at.inside("aliases", alias),
                    Message("standard {id}: alias {alias} is the id of an entry", id=standard.id, alias=alias),
                )
            elif other != standard.id:
                yield Breach(
                    standard.at.inside("aliases", alias),
                    Message(
                        "standard {id}: alias {alias} is one of {other}, too", id=standard.id, alias=alias, other=other
                    ),
                )
    yield from _rows(corpus)


def _rows(corpus: Corpus) -> Iterator[Breach]:
    standards = corpus.catalogue.standards
    codes = {c.key: corpus.catalogue.current(c.standard) for c in corpus.commitments() if c.standard}
    for decision in corpus.decisions:
        coded = {codes[key] for key in decision.members if key in codes}
        if decision.kind == "same" and coded and decision.id in standards and decision.id not in coded:
            at = (decision.at or NOWHERE).inside("id")
            yield Breach(
                at,
                Message("row {id}: its id is that of a standard that none of its members is coded as", id=decision.id),
            )
