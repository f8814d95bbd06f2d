"""An excerpt says which themes it reads, whole or in part, each pinned theme among them; a full text needs not.

What an excerpt covers decides between "not found" and "not covered": without it every blank proves nothing.

Bad:

    plan:
      id: north
      name: 北区
      source: {extent: excerpt, file: north.txt}
      sections: []

Good:

    plan:
      id: north
      name: 北区
      source: {extent: excerpt, file: north.txt}
      reads: {layout: whole}
      sections: []
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """An excerpt says what it reads, each pinned theme among it; a full text needs no `reads`."""
    for plan in corpus.plans:
        if plan.source.extent == "full":
            if plan.reads:
                yield of(plan, Message("reads is for excerpts; a full text covers every theme"))
            continue
        if not plan.reads:
            yield of(plan, Message("an excerpt without reads: every blank is shown as not covered; list its themes"))
            continue
        used = {c.pin for c in plan.commitments if c.pin in corpus.codebook.ids}
        for theme in sorted(used - set(plan.reads)):
            yield of(
                plan,
                Message("has commitments on {theme}, which reads does not list; add it as part or whole", theme=theme),
            )
