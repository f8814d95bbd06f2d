"""A plan without source, period or area: a reader could neither find the document nor judge whether it compares."""

from collections.abc import Iterator

from plancompare.checks.breach import Breach, of
from plancompare.findings import Level
from plancompare.model import Corpus

LEVEL: Level = "warning"


def check(corpus: Corpus) -> Iterator[Breach]:
    """A plan says its title, area, period and source, and its period runs forward."""
    for plan in corpus.plans:
        source = plan.source
        told = {
            "title": plan.title,
            "area": plan.area.name,
            "period": plan.period,
            "source": source.url or source.file,
        }
        lacking = [name for name, value in told.items() if not value]
        if lacking:
            yield of(plan, f"gives no {', '.join(lacking)}")
        if plan.period and plan.period[0] > plan.period[1]:
            yield of(plan, f"its period ends ({plan.period[1]}) before it begins ({plan.period[0]})")
        if not plan.commitments:
            yield of(plan, "holds no commitments")
