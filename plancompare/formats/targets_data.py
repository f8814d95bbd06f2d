"""Measures and figures as JSON: what `targets` shows, as values."""

import json
from collections.abc import Sequence
from typing import IO, Any

from plancompare import __version__
from plancompare.asking.figures import Figure, Measure, gap, headroom, kept, met_before, other_units, spread, strictness
from plancompare.comparing.comparison import Comparison
from plancompare.model import Benchmark, Indicator

SCHEMA_VERSION = 1


def write(chosen: Sequence[Measure], every: Sequence[Measure], comparison: Comparison, out: IO[str]) -> None:
    """Write the measures ``chosen`` of ``every`` as one JSON object; same comparison, same bytes."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "plancompare": __version__,
        "inputs": [{"path": i.path, "sha256": i.sha256} for i in comparison.inputs],
        "plans": [{"id": p.id, "name": p.name, "extent": p.source.extent} for p in comparison.plans],
        "measures": [_measure(measure, every, comparison) for measure in chosen],
    }
    json.dump(told, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _measure(measure: Measure, every: Sequence[Measure], comparison: Comparison) -> dict[str, Any]:
    indicator = measure.indicator
    found = strictness(measure, comparison.indicators)
    reach = spread(measure, comparison.indicators)
    order = comparison.codebook.ids
    return {
        "id": measure.id,
        "indicator": indicator.id if indicator else None,
        "label": {"zh": indicator.label.zh, "en": indicator.label.en} if indicator else {"zh": measure.id, "en": ""},
        "unit": measure.unit,
        "direction": indicator.direction if indicator else None,
        "theme": measure.theme,
        "themes": sorted(measure.themes, key=lambda theme: order.index(theme) if theme in order else len(order)),
        "strictness": {"kind": found.kind, "plans": list(found.plans)},
        "range": {"low": reach[0], "high": reach[1]} if reach else None,
        "not_comparable_units": list(other_units(measure, every)),
        "plans": {
            plan: {"standing": standing, "figures": [_figure(f, indicator) for f in measure.figures[plan]]}
            for plan, standing in measure.standings.items()
        },
        "benchmarks": [_benchmark(b, measure, indicator) for b in indicator.benchmarks] if indicator else [],
    }


def _figure(figure: Figure, indicator: Indicator | None) -> dict[str, Any]:
    target, share = figure.target, headroom(figure.target, indicator) if indicator else None
    baseline = target.baseline
    return {
        "commitment": figure.commitment.id,
        "op": target.op,
        "value": target.value,
        "min": target.low,
        "max": target.high,
        "by": target.by,
        "baseline": {"value": baseline.value, "year": baseline.year} if baseline else None,
        "headroom_closed": None if share is None else round(share, 4),
        "maintenance": kept(target, indicator),
        "joined_by_name": figure.by_name,
    }


def _benchmark(benchmark: Benchmark, measure: Measure, indicator: Indicator) -> dict[str, Any]:
    return {
        "level": benchmark.level,
        "op": benchmark.op,
        "value": benchmark.value,
        "year": benchmark.year,
        "status": benchmark.status,
        "source": benchmark.source,
        "gaps": {
            plan: {"gap": beyond, "met_before_start": met_before(target, benchmark, indicator)}
            for plan, target in measure.leading.items()
            if (beyond := gap(target, benchmark, indicator)) is not None
        },
    }
