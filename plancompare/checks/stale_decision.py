"""Every text is as it was when people ruled on it, and a reviewed plan has the commitments that were read.

A ruling on words that have changed since is not applied, so that nobody is held to a judgement that they did not make:
judge anew and write the text's new hash (`review` does), or take the ruling out.

Bad:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    decisions:
      decisions:
      - {id: libraries, same: [north/n-1], hashes: {north/n-1: "00000000"}}

Good:

    commitments:
    - {id: n-1, text: 扩建图书馆, evidence: 扩建图书馆}
    decisions:
      decisions:
      - {id: libraries, same: [north/n-1]}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach
from plancompare.comparing.people import rulings_in_force
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every text is as it was when people ruled on it, and every reviewed plan has the commitments that were read."""
    for finding in rulings_in_force(corpus)[2]:
        yield Breach(finding.at, finding.message)
