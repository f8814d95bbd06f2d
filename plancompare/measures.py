"""Figures by what they measure: indicators × plans, with benchmarks, so that like is set beside like."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.comparison import Comparison
from plancompare.model import Benchmark, Commitment, Indicator, Number, Target
from plancompare.rows import CellStatus, Row
from plancompare.targets import relation, strictest


class Figure(NamedTuple):
    """One target and the commitment that names it."""

    commitment: Commitment
    target: Target


class Measure(NamedTuple):
    """What is counted, and each plan's figures for it.

    ``id`` is the indicator's id, or the label where no indicator is registered (then ``indicator`` is None).
    ``figures`` has every plan compared, the strictest figure first; ``statuses`` says what a blank means.
    """

    id: str
    unit: str
    indicator: Indicator | None
    theme: str
    figures: Mapping[str, tuple[Figure, ...]]
    statuses: Mapping[str, CellStatus]

    @property
    def label(self) -> str:
        """The measure's name in the plans' language."""
        return self.indicator.label.zh if self.indicator else self.id

    @property
    def leading(self) -> Mapping[str, Target]:
        """The figure that a plan is held to, for the plans that name one."""
        return {plan: figures[0].target for plan, figures in self.figures.items() if figures}


def measures(comparison: Comparison) -> tuple[Measure, ...]:
    """The figures in the rows compared, in the codebook's order of themes; most widely used measures first."""
    rows_of: dict[tuple[str, str], list[tuple[Row, Figure]]] = {}
    for row in comparison.rows:
        for commitment in row.commitments:
            for target in commitment.targets:
                found = rows_of.setdefault((target.measure, target.unit), [])
                found.append((row, Figure(commitment, target)))
    made = [_measure(name, unit, found, comparison) for (name, unit), found in rows_of.items()]
    order = {theme: place for place, theme in enumerate(comparison.codebook.ids)}
    made.sort(key=lambda m: (order.get(m.theme, len(order)), -len(m.leading), m.id, m.unit))
    return tuple(made)


def _measure(name: str, unit: str, found: Sequence[tuple[Row, Figure]], comparison: Comparison) -> Measure:
    themes = Counter(row.theme for row, _ in found)
    order = {theme: place for place, theme in enumerate(comparison.codebook.ids)}
    theme = min(themes, key=lambda t: (-themes[t], order.get(t, len(order)), t))
    figures: dict[str, tuple[Figure, ...]] = {}
    statuses: dict[str, CellStatus] = {}
    for plan in comparison.plans:
        own = [figure for _, figure in found if figure.commitment.plan == plan.id]
        first = strictest((figure.target for figure in own), comparison.indicators).get(name)
        figures[plan.id] = tuple(sorted(own, key=lambda f: (f.target is not first, f.commitment.id)))
        if own:
            statuses[plan.id] = "made"
        elif theme in plan.not_applicable:
            statuses[plan.id] = "not_applicable"
        else:
            statuses[plan.id] = "not_found" if all(plan.covers(t) for t in themes) else "not_covered"
    return Measure(name, unit, comparison.indicators.get(name), theme, figures, statuses)


def gap(target: Target, benchmark: Benchmark, indicator: Indicator) -> Number | None:
    """How far a target lies beyond a benchmark, in the indicator's unit; negative where it falls short.

    None where the indicator has no direction or the target no value in that unit.
    """
    value = bound(target, indicator)
    if value is None or indicator.direction == "none" or target.unit != indicator.unit:
        return None
    gap = value - benchmark.value
    return round(-gap if indicator.direction == "lower" else gap, 9)


def headroom(target: Target, indicator: Indicator) -> float | None:
    """The share of what was left to do that a percentage target closes: (T - B)/(100 - B), or (B - T)/B downwards.

    0 is a maintenance target. None without baseline, for other units, and where nothing was left to do.
    """
    value, baseline = bound(target, indicator), target.baseline
    if value is None or baseline is None or target.unit != "%" or indicator.direction == "none":
        return None
    left = baseline.value if indicator.direction == "lower" else 100 - baseline.value
    moved = baseline.value - value if indicator.direction == "lower" else value - baseline.value
    return moved / left if left > 0 else None


def bound(target: Target, indicator: Indicator | None) -> Number | None:
    """The number that a target is held to: its value, or the end of a range that binds."""
    if target.op != "range":
        return target.value
    return target.high if indicator and indicator.direction == "lower" else target.low


def front(measure: Measure, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """The plans whose figure no other plan's exceeds; none where fewer than two compare."""
    leading = measure.leading
    if len(leading) < 2:
        return ()
    first = []
    for plan, target in leading.items():
        others = [relation(target, other, indicators) for name, other in leading.items() if name != plan]
        if "not_comparable" in others:
            return ()
        if not {"stronger", "earlier", "mixed"} & set(others):
            first.append(plan)
    return tuple(first)
