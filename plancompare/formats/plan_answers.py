"""The plans held, and one plan by theme, as plain values for JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import theme_cells
from plancompare.formats.json import plan_data, plan_head
from plancompare.model import Brief, Codebook, Plan, Theme


def plans_data(briefs: Iterable[Brief], found: Mapping[str, Counter[str]], codebook: Codebook) -> list[dict[str, Any]]:
    """The plans of a collection: what they are, how much is in them; ``found``: file -> findings by level."""
    return [_held(brief, codebook, found.get(brief.head.file, Counter())) for brief in briefs]


def _held(brief: Brief, codebook: Codebook, levels: Counter[str]) -> dict[str, Any]:
    plan = brief.head
    whole = [theme for theme in codebook.ids if plan.covers(theme)]
    excerpt = plan.source.extent == "excerpt"
    return {
        **plan_head(plan),
        "coding": plan.coding or None,
        "records_left_out": plan.incomplete,
        "commitments": len(brief.ids),
        "with_figures": brief.figures,
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
