"""The plans held, and one plan by theme, as plain values for JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import theme_cells
from plancompare.findings import Finding
from plancompare.formats.json import plan_data, plan_head
from plancompare.model import Codebook, Corpus, Plan, Theme


def plans_data(corpus: Corpus, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The plans of a collection: what they are, how much is in them, and how many findings of each level they have."""
    levels = {plan.file: Counter[str]() for plan in corpus.plans}
    for finding in findings:
        if not finding.reason and finding.at.file in levels:
            levels[finding.at.file][finding.level] += 1
    return [_held(plan, corpus.codebook, levels[plan.file]) for plan in corpus.plans]


def _held(plan: Plan, codebook: Codebook, levels: Counter[str]) -> dict[str, Any]:
    whole = [theme for theme in codebook.ids if plan.covers(theme)]
    excerpt = plan.source.extent == "excerpt"
    return {
        **plan_head(plan),
        "coding": plan.coding or None,
        "records_left_out": plan.incomplete,
        "commitments": len(plan.commitments),
        "with_figures": sum(commitment.has_figure for commitment in plan.commitments),
        "themes_whole": whole,
        "themes_part": [theme for theme, read in plan.reads.items() if read == "part"] if excerpt else [],
        "findings": {level: levels[level] for level in ("error", "warning")},
    }


def plan_by_theme_data(plan: Plan, comparison: Comparison, themes: Sequence[Theme]) -> dict[str, Any]:
    """One plan: all that it says, and what it has under each of ``themes``.

    ``comparison`` is of the collection: a commitment stands under the theme of its row.
    """
    cells = theme_cells(comparison)
    kept = {theme.id for theme in themes}
    homes = comparison.homes
    own = plan._replace(commitments=tuple(c for c in plan.commitments if homes[c.key] in kept))
    lines = [
        {
            "id": theme.id,
            "label": {"zh": theme.label.zh, "en": theme.label.en},
            "status": cells[theme.id, plan.id].status,
            "reason": plan.not_applicable.get(theme.id),
            "commitments": [c.id for c in own.commitments if homes[c.key] == theme.id],
        }
        for theme in themes
    ]
    return {"plan": plan_data(own, comparison), "themes": lines}
