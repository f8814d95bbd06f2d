"""Answers of commands as plain values, for JSON: search, targets, explain, evaluate, verify, standards."""

from collections.abc import Sequence
from typing import Any

from plancompare.asking.evaluation import Evaluation, Quality
from plancompare.asking.explanation import Explanation, Rival, Shared, rivals
from plancompare.asking.figures import Figure, Measure, gap, headroom, kept, met_before, other_units, spread, strictness
from plancompare.asking.search import Hit
from plancompare.asking.usual import Usual
from plancompare.asking.verification import Proof
from plancompare.comparing.comparison import Comparison
from plancompare.formats.json import evidence_data, label_data, standard_data, target_data
from plancompare.model import Benchmark, Indicator


def hits_data(hits: Sequence[Hit], comparison: Comparison) -> list[dict[str, Any]]:
    """Commitments found, best first, each with the row it belongs to."""
    return [_hit(hit, comparison) for hit in hits]


def _hit(hit: Hit, comparison: Comparison) -> dict[str, Any]:
    commitment, row = hit.commitment, comparison.row_of(hit.commitment.key)
    section = commitment.section
    return {
        "id": commitment.key,
        "score": hit.score,
        "plan": commitment.plan,
        "theme": comparison.themes[commitment.key].theme,
        "text": commitment.text,
        "section": {"id": section.id, "path": section.path, "heading": section.heading},
        "evidence": [evidence_data(evidence) for evidence in commitment.evidence],
        "targets": [target_data(target) for target in commitment.targets],
        "row": {
            "id": row.id,
            "label": label_data(row),
            "status": row.status,
            "made": row.made,
            "unsure": row.unsure,
            "covered": row.covered,
            "plans": [plan for plan, cell in row.cells.items() if cell.status == "made"],
        },
    }


def proof_data(proof: Proof) -> dict[str, Any]:
    """A proof; offsets are code points of the source as decoded, or of the text that is read from a document."""
    place = proof.place
    return {
        "plan": proof.commitment.plan,
        "commitment": proof.commitment.id,
        "quote": proof.evidence.quote,
        "status": proof.status,
        "start": proof.start,
        "end": proof.end,
        "place": place and {"path": place.path, "page": place.page, place.unit: place.number},
        "settled_by": [{"prefix": spot.evidence.prefix, "suffix": spot.evidence.suffix} for spot in proof.spots],
    }


def evaluation_data(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation as plain values."""
    return {
        "pairs": [
            {"a": p.a, "b": p.b, "label": p.label, "score": p.score, "same_row": p.same_row} for p in evaluation.pairs
        ],
        "by_threshold": [{"threshold": cut, **_quality(result)} for cut, result in evaluation.curve.items()],
        "rows": _quality(evaluation.rows),
        "auc": round(evaluation.auc, 4),
        "calibration": [
            {"from": b.low, "to": b.high, "pairs": b.number, "mean_score": round(b.mean, 1), "same": round(b.share, 4)}
            for b in evaluation.bands
        ],
        "coding": {
            f"themes_{themes}": {
                "commitments": c.number,
                "first": c.first,
                "among_three": c.three,
                "among_five": c.five,
            }
            for themes, c in evaluation.codings.items()
        },
        "themes": {"right": evaluation.themes[0], "pinned": evaluation.themes[1]},
        "by_theme": {theme: _quality(result) for theme, result in evaluation.by_theme.items()},
        "plain": {
            name: {"auc": round(area, 4), "best_f1": round(f1, 4), "threshold": cut}
            for name, (area, f1, cut) in evaluation.plain.items()
        },
    }


def _quality(result: Quality) -> dict[str, float]:
    return {"precision": round(result.precision, 4), "recall": round(result.recall, 4), "f1": round(result.f1, 4)}


def pair_data(explanation: Explanation) -> dict[str, Any]:
    """An explanation as plain values; the points of ``parts`` add up to ``score``."""
    ruling = explanation.ruling
    return {
        "a": explanation.a.key,
        "b": explanation.b.key,
        **_score_data(explanation.score.total, explanation.score.parts),
        "size": round(explanation.size, 3),
        "codes": {
            c.key: code or None for c, code in zip((explanation.a, explanation.b), explanation.codes, strict=True)
        },
        "standard": _standard_data(explanation.standard) if explanation.standard else None,
        "verdict": explanation.verdict,
        "thresholds": {"match": explanation.thresholds.match, "review": explanation.thresholds.review},
        "same_row": explanation.same_row,
        "decision": {"id": ruling.id, "kind": ruling.kind, "reason": ruling.reason} if ruling else None,
        "shared": [{"text": stretch, "share": round(share, 3)} for stretch, share in explanation.shared],
        "rivals": {key: [_rival_data(r) for r in candidates] for key, candidates in explanation.rivals.items()},
    }


def _standard_data(shared: Shared) -> dict[str, Any]:
    return {"id": shared.id, "share": round(shared.share, 3), "closest_wordings": dict(shared.closest)}


def single_data(comparison: Comparison, key: str) -> dict[str, Any]:
    """One commitment's best candidates in every other plan as plain values."""
    plan_of_key = comparison.commitment(key).plan
    others = [plan.id for plan in comparison.plans if plan.id != plan_of_key]
    standard = standard_data(comparison.coding(key))
    return {
        "a": key,
        "standard": standard,
        "rivals": {plan: [_rival_data(r) for r in rivals(comparison, key, plan)] for plan in others},
    }


def _rival_data(rival: Rival) -> dict[str, Any]:
    return {
        "id": rival.commitment.key,
        "text": rival.commitment.text,
        **_score_data(rival.score.total, rival.score.parts),
    }


def _score_data(total: int, parts: tuple[tuple[str, int], ...]) -> dict[str, Any]:
    return {"score": total, "parts": [{"name": name, "points": points} for name, points in parts]}


def measures_data(chosen: Sequence[Measure], every: Sequence[Measure], comparison: Comparison) -> dict[str, Any]:
    """The measures ``chosen`` of ``every``, with the plans' figures and the gap to benchmarks."""
    return {
        "plans": [{"id": p.id, "name": p.name, "extent": p.source.extent} for p in comparison.plans],
        "measures": [_measure(measure, every, comparison) for measure in chosen],
    }


def _measure(measure: Measure, every: Sequence[Measure], comparison: Comparison) -> dict[str, Any]:
    indicator = measure.indicator
    strict = strictness(measure, comparison.indicators)
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
        "strictness": {"kind": strict.kind, "plans": list(strict.plans)},
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


def standards_data(usual: Sequence[Usual]) -> list[dict[str, Any]]:
    """Standards with the ids of the commitments that people coded as each, by plan."""
    return [
        {
            "id": one.standard.id,
            "aliases": list(one.standard.aliases),
            "theme": one.standard.theme,
            "label": {"zh": one.standard.label.zh, "en": one.standard.label.en},
            "definition": one.standard.definition,
            "made": {plan: list(several) for plan, several in one.made.items()},
            "covered": one.covered,
            "unsure": {plan: list(several) for plan, several in one.perhaps.items()},
        }
        for one in usual
    ]
