"""Figures by what they measure: indicators × plans, with benchmarks, so that like is set beside like.

The whole comparison is read, never a part of it: a figure that a filter hides would turn into a false "not found".
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.comparing.targets import relation, strictest
from plancompare.model import Benchmark, Commitment, Indicator, Number, Target

Standing = Literal["made", "unquantified", "unsure", "not_found", "not_covered", "not_applicable"]
_AGAINST: Mapping[str, tuple[str, ...]] = {"higher": ("<=", "<"), "lower": (">=", ">")}


class Figure(NamedTuple):
    """One target and the commitment that names it.

    ``by_name`` says that the plan's record gives no indicator, only a label that is one of its registered names: the
    word is the same, whether the definition is, nobody has checked.
    """

    commitment: Commitment
    target: Target
    by_name: bool = False


class Measure(NamedTuple):
    """What is counted, and each plan's figures for it.

    ``id`` is the indicator's id, or the label where no indicator is registered (then ``indicator`` is None).
    ``theme`` is the home of most figures, ``themes`` has all. ``figures`` has every plan compared, the strictest figure
    first; ``standings`` says of every plan whether it has a figure (made), makes the promise without this figure
    (unquantified), may make it (unsure), or what the blank means.
    """

    id: str
    unit: str
    indicator: Indicator | None
    theme: str
    themes: frozenset[str]
    figures: Mapping[str, tuple[Figure, ...]]
    standings: Mapping[str, Standing]

    @property
    def counts(self) -> bool:
        """Whether anything is counted: not where all that plans name is done or not by a year."""
        return any(not one.target.milestone for several in self.figures.values() for one in several)

    @property
    def leading(self) -> Mapping[str, Target]:
        """The figure that a plan is held to, for the plans that name one."""
        return {plan: figures[0].target for plan, figures in self.figures.items() if figures}


class Strictness(NamedTuple):
    """How the plans' figures stand to each other, and the plans that this is said of.

    ``alone``: fewer than two plans have one. ``not_comparable``: some two do not compare. ``equal``: all ask as much.
    ``strictest``: these plans' figures are exceeded by none. ``mixed``: one asks more, another sooner.
    """

    kind: Literal["alone", "not_comparable", "equal", "strictest", "mixed"]
    plans: tuple[str, ...] = ()


def measures(comparison: Comparison) -> tuple[Measure, ...]:
    """The figures in the rows compared, in the codebook's order of themes; most widely used measures first."""
    names = _names(comparison.indicators)
    figures: dict[tuple[str, str], list[tuple[Row, Figure]]] = {}
    for row in comparison.rows:
        for figure in _figures(row, names):
            figures.setdefault((figure.target.measure, figure.target.unit), []).append((row, figure))
    result = [_measure(name, unit, places, comparison) for (name, unit), places in figures.items()]
    order = {theme: rank for rank, theme in enumerate(comparison.codebook.ids)}
    result.sort(key=lambda m: (order.get(m.theme, len(order)), -len(m.leading), m.id, m.unit))
    return tuple(result)


def _names(indicators: Mapping[str, Indicator]) -> Mapping[tuple[str, str], str]:
    """The indicator of each registered name and unit."""
    return {
        (name, indicator.unit): indicator.id
        for indicator in indicators.values()
        for name in (indicator.label.zh, indicator.label.en, *indicator.aliases)
    }


def _figures(row: Row, names: Mapping[tuple[str, str], str]) -> Iterator[Figure]:
    """The row's figures; a label that is a registered name, in that indicator's unit, counts as the indicator."""
    for commitment in row.commitments:
        for target in commitment.targets:
            meant = "" if target.indicator else names.get((target.label, target.unit), "")
            yield Figure(commitment, target._replace(indicator=meant) if meant else target, bool(meant))


def _measure(name: str, unit: str, members: Sequence[tuple[Row, Figure]], comparison: Comparison) -> Measure:
    themes = Counter(row.theme for row, _ in members)
    order = {theme: rank for rank, theme in enumerate(comparison.codebook.ids)}
    rows = [row for row, _ in members]
    figures: dict[str, tuple[Figure, ...]] = {}
    for plan in comparison.plans:
        of_plan = [figure for _, figure in members if figure.commitment.plan == plan.id]
        first = strictest((figure.target for figure in of_plan), comparison.indicators).get(name)
        figures[plan.id] = tuple(sorted(of_plan, key=lambda f: (f.target is not first, f.commitment.id)))
    return Measure(
        id=name,
        unit=unit,
        indicator=comparison.indicators.get(name),
        theme=min(themes, key=lambda theme: (-themes[theme], order.get(theme, len(order)), theme)),
        themes=frozenset(themes),
        figures=figures,
        standings={plan: "made" if of_plan else _blank(plan, rows) for plan, of_plan in figures.items()},
    )


def _blank(plan: str, rows: Sequence[Row]) -> Standing:
    """What it means that a plan has no figure, told by its cells in the rows where others have theirs."""
    cells = {row.cells[plan].status for row in rows}
    if "made" in cells:
        return "unquantified"
    if "unsure" in cells:
        return "unsure"
    if "not_covered" in cells:
        return "not_covered"
    return "not_found" if "not_found" in cells else "not_applicable"


def bound(target: Target, indicator: Indicator | None) -> Number | None:
    """The number that a target is held to: its value, or the end of a range that binds."""
    if target.op != "range":
        return target.value
    return target.high if indicator and indicator.direction == "lower" else target.low


def gap(target: Target, benchmark: Benchmark, indicator: Indicator) -> Number | None:
    """How far a target lies beyond a benchmark, in the indicator's unit; negative where it falls short.

    None where the indicator has no direction, the target no value in that unit, or a bound on the easy side only.
    """
    value = bound(target, indicator)
    if value is None or target.unit != indicator.unit or not _asks(target, indicator):
        return None
    return round(benchmark.value - value if indicator.direction == "lower" else value - benchmark.value, 9)


def _asks(target: Target, indicator: Indicator) -> bool:
    """Whether the target asks anything in the direction of its indicator; a bound on the easy side does not."""
    return indicator.direction != "none" and target.op not in _AGAINST[indicator.direction]


def falls_short(measure: Measure) -> bool:
    """Whether some plan's figure lies behind a benchmark of its measure."""
    indicator = measure.indicator
    gaps = [
        gap(target, benchmark, indicator)
        for target in measure.leading.values()
        for benchmark in (indicator.benchmarks if indicator else ())
        if indicator
    ]
    return any(beyond is not None and beyond < 0 for beyond in gaps)


def headroom(target: Target, indicator: Indicator) -> float | None:
    """The share of what was left to do that a percentage target closes: (T - B)/(100 - B), or (B - T)/B downwards.

    Negative where the target lies behind its baseline. None without baseline, for other units, and where nothing was
    left to do.
    """
    value, baseline = bound(target, indicator), target.baseline
    if value is None or baseline is None or target.unit != "%" or not _asks(target, indicator):
        return None
    left = baseline.value if indicator.direction == "lower" else 100 - baseline.value
    moved = baseline.value - value if indicator.direction == "lower" else value - baseline.value
    return moved / left if left > 0 else None


def kept(target: Target, indicator: Indicator | None) -> bool:
    """Whether a target holds what is there (保持型目标): it is held to the very number that it starts from."""
    return target.baseline is not None and bound(target, indicator) == target.baseline.value


def met_before(target: Target, benchmark: Benchmark, indicator: Indicator) -> bool:
    """Whether the number that a target starts from lay on or beyond the benchmark already."""
    start = target.baseline
    if start is None or not _asks(target, indicator) or target.unit != indicator.unit:
        return False
    return start.value <= benchmark.value if indicator.direction == "lower" else start.value >= benchmark.value


def strictness(measure: Measure, indicators: Mapping[str, Indicator]) -> Strictness:
    """Whose figures ask most, by value and deadline. A statement about figures, never about plans."""
    leading = measure.leading
    if len(leading) < 2:
        return Strictness("alone", tuple(leading))
    pairs = {(a, b): relation(leading[a], leading[b], indicators) for a, b in combinations(leading, 2)}
    kinds = set(pairs.values())
    if "not_comparable" in kinds:
        return Strictness("not_comparable")
    if kinds == {"equal"}:
        return Strictness("equal", tuple(leading))
    exceeded = {a for (a, _), kind in pairs.items() if kind in ("stronger", "earlier")}
    exceeded |= {b for (_, b), kind in pairs.items() if kind in ("weaker", "later")}
    front = tuple(plan for plan in leading if plan not in exceeded)
    mixed = any(pairs[pair] == "mixed" for pair in combinations(front, 2))
    return Strictness("mixed" if mixed else "strictest", front)


def spread(measure: Measure, indicators: Mapping[str, Indicator]) -> tuple[Number, Number] | None:
    """The lowest and the highest number that two or more plans are held to; None where they do not compare."""
    if strictness(measure, indicators).kind in ("alone", "not_comparable"):
        return None
    numbers = [bound(target, measure.indicator) for target in measure.leading.values()]
    known = [number for number in numbers if number is not None]
    return (min(known), max(known)) if known else None


def other_units(measure: Measure, among: Sequence[Measure]) -> tuple[str, ...]:
    """The units in which the same thing is counted elsewhere, so that those figures do not compare with these."""
    return tuple(sorted(m.unit for m in among if m.id == measure.id and m.unit != measure.unit))
