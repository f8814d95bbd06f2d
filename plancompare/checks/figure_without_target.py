"""A figure in the text of a commitment is recorded as a target.

Figures are compared by targets alone; one that stands only in the words is compared with nothing. Years, ordinals and
names such as 1+X or 5G are no figures.

Bad:

    - {id: n-1, text: 新建图书馆3座, evidence: 新建图书馆3座}

Good:

    - id: n-1
      text: 新建图书馆3座
      evidence: 新建图书馆3座
      targets: [{label: 图书馆, op: "=", value: 3, unit: 座}]
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.checks.figures import figures
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Where the text has a figure there is a target."""
    for commitment in corpus.commitments():
        found = figures(commitment.text, corpus.codebook.lexicon.encoding.get("forms", ()))
        if found and not commitment.targets:
            yield of(
                commitment,
                Message("says {figure} but has no target; record the figure", figure=found[0].strip()),
                commitment.at.inside("text"),
            )
