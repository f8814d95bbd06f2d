"""A plan gives its title, area, period and source, its period runs forward, and it holds commitments.

Without them a reader can neither find the document nor judge whether two plans compare at all.

Bad:

    plan:
      id: north
      name: 北区
      sections:
      - {heading: 设施, commitments: [{id: n-1, text: 新建图书馆, evidence: 新建图书馆}]}

Good:

    plan:
      id: north
      name: 北区
      title: 北区“十四五”规划
      area: {name: 北区, level: district}
      period: {from: 2021, to: 2025}
      source: {extent: full, file: north.txt}
      sections:
      - {heading: 设施, commitments: [{id: n-1, text: 新建图书馆, evidence: 新建图书馆}]}
"""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.messages import Message
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A plan says its title, area, period and source, and its period runs forward."""
    for plan in corpus.plans:
        source = plan.source
        facts = {
            "title": plan.title,
            "area": plan.area.name,
            "period": plan.period,
            "source": source.url or source.file,
        }
        lacking = [name for name, value in facts.items() if not value]
        if lacking:
            yield of(plan, Message("gives no {lacking}", lacking=tuple(lacking)))
        if plan.period and plan.period[0] > plan.period[1]:
            yield of(
                plan,
                Message("its period ends ({end}) before it begins ({start})", end=plan.period[1], start=plan.period[0]),
            )
        if not plan.commitments:
            yield of(plan, Message("holds no commitments"))
