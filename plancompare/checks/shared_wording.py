"""No wording stands in two entries of the catalogue.

A wording shows what an entry means, to coders and to the matcher; one that two entries have shows that it cannot be
told which of them is meant.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆, 新建场馆]}
      - {id: gyms, label: {zh: 建体育馆, en: Gyms}, definition: 建馆, wordings: [新建体育馆, 新建场馆]}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆, 扩建图书馆]}
      - {id: gyms, label: {zh: 建体育馆, en: Gyms}, definition: 建馆, wordings: [新建体育馆, 扩建体育馆]}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.comparing.wording import fold
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Each wording stands in one entry."""
    catalogue = corpus.catalogue
    first: dict[str, str] = {}
    for standard in catalogue.standards.values():
        for wording in catalogue.phrases[standard.id].wordings:
            other = first.setdefault(fold(wording), standard.id)
            if other != standard.id:
                yield Breach(
                    standard.at,
                    Message(
                        'standard {id}: the wording "{wording}" stands in {other}, too',
                        id=standard.id,
                        wording=wording,
                        other=other,
                    ),
                )
