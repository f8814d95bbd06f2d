"""A commitment's themes and those of its standard have one in common.

Either the theme or the code may be a slip; or the entry serves the other theme as well and should say so under `also`.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, theme: training, standard: libraries}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, label: {zh: 建图书馆, en: Libraries}, definition: 建馆, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, theme: training, also: [layout], standard: libraries}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "hint"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Of the themes that people gave, one is the standard's, or one under its `also`."""
    catalogue = corpus.catalogue
    for commitment in corpus.commitments():
        standard = catalogue.standards.get(catalogue.current(commitment.standard))
        if (
            standard
            and commitment.pin
            and {commitment.pin, *commitment.also}.isdisjoint({standard.theme, *standard.also})
        ):
            yield of(
                commitment,
                Message(
                    "is filed under {pin}, its standard {id} under {theme}",
                    pin=commitment.pin,
                    id=standard.id,
                    theme=standard.theme,
                ),
            )
