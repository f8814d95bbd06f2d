"""Figures side by side. They are compared only where they measure the same thing in the same unit.

Order of strictness: A is stronger than B only if its value is at least as strict, its deadline not later, and one of
them strictly so; opposite signs are "mixed".
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from plancompare.model import Indicator, Number, Target

Relation = Literal["equal", "stronger", "weaker", "earlier", "later", "mixed", "not_comparable", "unquantified"]
_STRICT = {">": 1, "<": 1}  # "more than 85" asks a little more than "at least 85"


def relation(mine: Target, theirs: Target, indicators: Mapping[str, Indicator]) -> Relation:
    """How ``theirs`` stands to ``mine``."""
    if mine.measure != theirs.measure or mine.unit != theirs.unit:
        return "not_comparable"
    indicator = indicators.get(mine.indicator)
    direction = indicator.direction if indicator else "higher"
    value = _compare(_bound(mine), _bound(theirs))
    if value is None or (direction == "none" and value):
        return "not_comparable"
    if direction == "lower":
        value = -value
    sooner = (mine.by > theirs.by) - (mine.by < theirs.by) if mine.by and theirs.by else 0
    if value == 0:
        return ("later", "equal", "earlier")[sooner + 1]
    if value * sooner < 0:
        return "mixed"
    return "stronger" if value > 0 else "weaker"


def _bound(target: Target) -> tuple[Number, int] | None:
    value = target.low if target.op == "range" else target.value
    strict = _STRICT.get(target.op, 0)
    return None if value is None else (value, -strict if target.op == "<" else strict)


def _compare(mine: tuple[Number, int] | None, theirs: tuple[Number, int] | None) -> int | None:
    if mine is None or theirs is None:
        return None
    return (theirs > mine) - (theirs < mine)


def strictest(targets: Iterable[Target], indicators: Mapping[str, Indicator]) -> Mapping[str, Target]:
    """One target for each measure: where prose and table differ, the one that asks more."""
    best: dict[str, Target] = {}
    for target in targets:
        known = best.get(target.measure)
        if known is None or relation(known, target, indicators) in ("stronger", "earlier"):
            best[target.measure] = target
    return best


def shown(target: Target) -> str:
    """A target in a few characters: ≥90 % by 2025, 5-10 个."""
    if target.op == "range":
        figure = f"{target.low:g}–{target.high:g}" if None not in (target.low, target.high) else "?"
    else:
        sign = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "about": "≈", "range": ""}[target.op]
        figure = f"{sign}{_plain(target.value)}"
    unit = target.unit if target.unit in ("%", "") else f" {target.unit}"
    return f"{figure}{unit}" + (f" ({target.by})" if target.by else "")


def _plain(value: Number | None) -> str:
    return "?" if value is None else f"{value:,}" if isinstance(value, int) and value >= 10000 else f"{value:g}"
