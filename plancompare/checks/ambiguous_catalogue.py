"""An id of the catalogue means one entry: no alias is the id of another entry, or an alias of two.

Codes are given by id and for good; of an id that two entries claim nobody could say any more what was meant.

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
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """No alias is an id, or an alias twice."""
    standards = corpus.catalogue.standards
    first: dict[str, str] = {}
    for standard in standards.values():
        for alias in standard.aliases:
            other = first.setdefault(alias, standard.id)
            if alias in standards:
                yield Breach(
                    standard.at,
                    Message("standard {id}: alias {alias} is the id of an entry", id=standard.id, alias=alias),
                )
            elif other != standard.id:
                yield Breach(
                    standard.at,
                    Message(
                        "standard {id}: alias {alias} is one of {other}, too", id=standard.id, alias=alias, other=other
                    ),
                )
