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
                key = "reads" if theme in plan.reads else "not_applicable"
                yield of(plan, unknown(theme), plan.at.key(key, theme))
        for section in plan.sections:
            if section.theme and section.theme not in known:
                fault = Message("section {id}: {fault}", id=section.id, fault=unknown(section.theme))
                yield Breach(section.at.inside("theme"), fault, plan.waived)
    for commitment in corpus.commitments():
        if commitment.theme and commitment.theme not in known:
            yield of(commitment, unknown(commitment.theme), commitment.at.inside("theme"))
        for theme in commitment.also:
            if theme not in known:
                yield of(commitment, unknown(theme), commitment.at.inside("also", theme))
    for standard in corpus.catalogue.standards.values():
        for theme in (standard.theme, *standard.also):
            if theme not in known:
                fault = Message("standard {id}: {fault}", id=standard.id, fault=unknown(theme))
                yield Breach(standard.at.inside("also", theme), fault)
    for entry in corpus.codebook.themes:
        for theme in entry.near:
            if theme not in known:
                fault = Message("theme {id}, near: {fault}", id=entry.id, fault=unknown(theme))
                yield Breach(entry.at.inside("near", theme), fault)
