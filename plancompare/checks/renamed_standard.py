"""A commitment is coded by the id that its standard has today.

Entries are merged, and the ids that go stay as aliases: such a code counts all the same, but a reader who looks it up
in the catalogue finds it under another name.

Bad:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, aliases: [reading-rooms], label: {zh: 建图书馆, en: Libraries}, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, standard: reading-rooms}

Good:

    standards/layout:
      theme: layout
      standards:
      - {id: libraries, aliases: [reading-rooms], label: {zh: 建图书馆, en: Libraries}, wordings: [新建图书馆]}
    commitments:
    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, standard: libraries}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "hint"


def check(corpus: Corpus) -> Iterator[Breach]:
    """No code is an alias."""
    catalogue = corpus.catalogue
    for commitment in corpus.commitments():
        code = commitment.standard
        if code and code not in catalogue.standards and catalogue.current(code):
            yield of(
                commitment,
                Message("standard {code} is now called {current}", code=code, current=catalogue.current(code)),
            )
