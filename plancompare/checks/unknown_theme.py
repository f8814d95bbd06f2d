"""Every theme that a pin, an `also`, a `reads`, a neighbour or a standard names is in the codebook.

A record with an unknown pin would fall back to the matcher, which a curator meant to overrule.

Bad:

    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, theme: layuot}

Good:

    - {id: n-1, text: 新建图书馆, evidence: 新建图书馆, theme: layout}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.errors import meant
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "error"


def check(corpus: Corpus) -> Iterator[Breach]:
    """Every theme id used anywhere is in the codebook."""
    known = corpus.codebook.ids

    def unknown(theme: str) -> Message:
        return Message('no theme "{theme}" in the codebook{hint}', theme=theme, hint=meant(theme, known))

    for plan in corpus.plans:
        for theme in (*plan.reads, *plan.not_applicable):
            if theme not in known:
                yield of(plan, unknown(theme))
        for section in plan.sections:
            if section.theme and section.theme not in known:
                yield Breach(
                    section.at,
                    Message("section {id}: {fault}", id=section.id, fault=unknown(section.theme)),
                    plan.waived,
                )
    for commitment in corpus.commitments():
        for theme in (commitment.theme, *commitment.also):
            if theme and theme not in known:
                yield of(commitment, unknown(theme))
    for standard in corpus.catalogue.standards.values():
        for theme in (standard.theme, *standard.also):
            if theme not in known:
                yield Breach(standard.at, Message("standard {id}: {fault}", id=standard.id, fault=unknown(theme)))
    for entry in corpus.codebook.themes:
        for theme in entry.near:
            if theme not in known:
                yield Breach(entry.at, Message("theme {id}, near: {fault}", id=entry.id, fault=unknown(theme)))
