"""Figures side by side. They are compared only where they measure the same thing in the same unit.

Order of strictness: A is stronger than B only if its value is at least as strict, its deadline not later, and one of
them strictly so; opposite signs are "mixed".
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from plancompare.model import Indicator, Number, Target

Relation = Literal["equal", "stronger", "weaker", "earlier", "later", "mixed", "not_comparable", "unquantified"]
_CEILING: Mapping[str, int] = {"<=": 1, "<": 1, ">=": -1, ">": -1}  # "=", "about" and a range go with either


def relation(mine: Target, theirs: Target, indicators: Mapping[str, Indicator]) -> Relation:
    """How ``theirs`` stands to ``mine``."""
    value = _strictness(mine, theirs, indicators)
    if value is None:
        return "not_comparable"
    sooner = (mine.by > theirs.by) - (mine.by < theirs.by) if mine.by and theirs.by else 0
    if value == 0:
        return ("later", "equal", "earlier")[sooner + 1]
    if value * sooner < 0:
        return "mixed"
    return "stronger" if value > 0 else "weaker"


def _strictness(mine: Target, theirs: Target, indicators: Mapping[str, Indicator]) -> int | None:
    """1 if ``theirs`` asks more than ``mine``, -1 if less, 0 if as much; None if they do not compare."""
    sides = {_CEILING.get(target.op, 0) for target in (mine, theirs)} - {0}
    if mine.measure != theirs.measure or mine.unit != theirs.unit or len(sides) > 1:
        return None
    indicator = indicators.get(mine.indicator)
    # outside the registry an upper bound tells that less is more
    direction = indicator.direction if indicator else "lower" if sides == {1} else "higher"
    one, other = _bounds(mine, direction), _bounds(theirs, direction)
    if one is None or other is None:
        return None
    if mine.op != "range" or theirs.op != "range":
        one, other = one[:2], other[:2]  # only two ranges have another end to compare
    more = (other > one) - (other < one)
    if direction == "none":
        return None if more else 0
    return -more if direction == "lower" else more


def _bounds(target: Target, direction: str) -> tuple[Number, ...] | None:
    """What a target is held to: the end that binds, whether it is excluded, the other end."""
    low, high = (target.low, target.high) if target.op == "range" else (target.value, target.value)
    if low is None or high is None:
        return None
    strict = {">": 1, "<": -1}.get(target.op, 0)
    return (high, strict, low) if direction == "lower" else (low, strict, high)


def strictest(targets: Iterable[Target], indicators: Mapping[str, Indicator]) -> Mapping[str, Target]:
    """One target a measure: where prose and table differ, or a milestone precedes a goal, the one that asks more.

    Whatever the order of ``targets``, it is the first that no other exceeds: in the registry's unit before any other,
    then the sooner, then the lower.
    """
    several: dict[str, list[Target]] = {}
    for target in targets:
        several.setdefault(target.measure, []).append(target)
    return {measure: _first_unexceeded(rivals, indicators) for measure, rivals in several.items()}


def _first_unexceeded(targets: Sequence[Target], indicators: Mapping[str, Indicator]) -> Target:
    if len(targets) == 1:
        return targets[0]
    indicator = indicators.get(targets[0].measure)
    unit = indicator.unit if indicator else ""
    ordered = sorted(targets, key=lambda t: (t.unit != unit, t.unit, t.by or 0, _ends(t), repr(t)))
    free = (t for t in ordered if not any(_exceeds(other, t, indicators) for other in ordered))
    return next(free, ordered[0])  # "=" goes with floors and ceilings, so that figures may exceed each other in a ring


def _exceeds(one: Target, other: Target, indicators: Mapping[str, Indicator]) -> bool:
    """Whether the first asks more, or as much and sooner."""
    more = _strictness(other, one, indicators)
    return more is not None and (more > 0 or (more == 0 and relation(other, one, indicators) == "earlier"))


def shown(target: Target) -> str:
    """A target in a few characters: ≥90 % by 2025, 5-10 个."""
    if target.op == "range":
        figure = f"{plain(target.low)}–{plain(target.high)}" if None not in (target.low, target.high) else "?"
    else:
        sign = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "about": "≈", "range": ""}[target.op]
        figure = f"{sign}{plain(target.value)}"
    unit = target.unit if target.unit in ("%", "") else f" {target.unit}"
    return f"{figure}{unit}" + (f" ({target.by})" if target.by else "")


def spread(targets: Sequence[Target]) -> str:
    """The figures of several plans in one: the lowest to the highest, or the one that all name; unit by unit."""
    units: dict[str, list[Target]] = {}
    for target in sorted(targets, key=lambda t: (t.unit, _ends(t), t.by or 0, shown(t))):
        units.setdefault(target.unit, []).append(target)
    highest = [max(several, key=lambda t: (_ends(t)[::-1], t.by or 0, shown(t))) for several in units.values()]
    ends = zip((several[0] for several in units.values()), highest, strict=True)
    return "; ".join(" … ".join(dict.fromkeys(map(shown, low_and_high))) for low_and_high in ends)


def _ends(target: Target) -> tuple[Number, Number]:
    low, high = (target.low, target.high) if target.op == "range" else (target.value, target.value)
    return low or 0, high or 0


def plain(value: Number | None) -> str:
    """A number without needless zeros, with separators where it is long; "?" where there is none."""
    if value is None:
        return "?"
    return f"{value:,.12g}" if abs(value) >= 10000 else f"{value:.12g}"
