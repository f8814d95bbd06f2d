"""An entry of the catalogue has at least 12 wordings.

The matcher knows an entry by its wordings; one with a few of them is found only where a plan uses the very words.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}

Good:

    standards/layout:
      theme: layout
      standards:
      - id: libraries
        label: {zh: 建图书馆, en: Libraries}
        definition: 建馆
        wordings: [新建图书馆, 扩建图书馆, 建设社区阅览室, 开放自习室, 增加藏书, 建流动书车, 二十四小时书房, 城市书房,
          每镇一座图书馆, 图书馆总分馆制, 阅览座位增加, 馆舍改造]
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"
LEAST = 12  # what the shipped entries have at least; of these the right one is among five proposals 93 times in 100


def check(corpus: Corpus) -> Iterator[Breach]:
    """Each entry has enough wordings."""
    catalogue = corpus.catalogue
    for standard in catalogue.standards.values():
        count = len(catalogue.phrases[standard.id].wordings)
        if count < LEAST:
            yield Breach(
                standard.at,
                Message(
                    "standard {id} has {count} wordings; give it {least} or more",
                    id=standard.id,
                    count=count,
                    least=LEAST,
                ),
            )
