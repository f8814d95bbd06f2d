"""One plan against the plan it follows: a superior plan carried down, or the last period's plan renewed.

A superior commitment is carried the same, strengthened, weakened or localised (with a figure, body or programme of
its own), or it is missing; a promise of the last period is kept, raised, lowered or dropped.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparison import Comparison
from plancompare.model import Commitment, Indicator, Target
from plancompare.nearness import nearest
from plancompare.targets import Relation, relation, strictest

Carried = Literal["same", "strengthened", "weakened", "localised", "near", "missing", "not_covered"]
Change = Literal["kept", "raised", "lowered", "near", "dropped", "not_covered"]
_FIRMNESS = {"hedged": 0, "plan": 1, "binding": 2}
_UP: frozenset[Relation] = frozenset({"stronger", "earlier"})
_DOWN: frozenset[Relation] = frozenset({"weaker", "later"})


class Following(NamedTuple):
    """One commitment of the plan above (or before) and what became of it.

    ``theirs`` are the commitments that carry it; for "near" the nearest one, with its ``score``. ``reasons`` are
    message keys: what makes it stronger, weaker or local.
    """

    commitment: Commitment
    carried: Carried
    theirs: tuple[Commitment, ...] = ()
    reasons: tuple[str, ...] = ()
    score: int | None = None
    row: str = ""


def follow(comparison: Comparison, above: str, below: str) -> tuple[Following, ...]:
    """What became in plan ``below`` of each commitment of plan ``above``, in the order of its document."""
    review = comparison.settings.thresholds.review
    order = {c.key: place for plan in comparison.plans if plan.id == above for place, c in enumerate(plan.commitments)}
    passages = nearest(comparison, below, order)
    found = []
    for row in comparison.rows:
        theirs = row.cells[below]
        for commitment in row.cells[above].commitments:
            if theirs.commitments:
                carried, reasons = _carried(commitment, theirs.commitments, comparison.indicators)
                found.append(Following(commitment, carried, theirs.commitments, reasons, row.weakest_link, row.id))
            elif theirs.status == "not_covered":
                found.append(Following(commitment, "not_covered", row=row.id))
            else:
                near = passages.get(commitment.key)
                kind: Carried = "near" if near and near.score >= review else "missing"
                theirs_near = (near.commitment,) if near else ()
                found.append(Following(commitment, kind, theirs_near, (), near.score if near else None, row.id))
    return tuple(sorted(found, key=lambda following: order[following.commitment.key]))


class Renewed(NamedTuple):
    """A commitment of the last period and what became of it; ``following`` has the particulars."""

    following: Following
    change: Change


def renew(comparison: Comparison, before: str, now: str) -> tuple[tuple[Renewed, ...], tuple[Commitment, ...]]:
    """What became in plan ``now`` of each commitment of plan ``before``, and what is new in ``now``."""
    found = tuple(Renewed(following, _change(following)) for following in follow(comparison, before, now))
    new = [
        commitment
        for row in comparison.rows
        if row.cells[before].status != "made"
        for commitment in row.cells[now].commitments
    ]
    return found, tuple(sorted(new, key=lambda c: c.at.line))


def _change(following: Following) -> Change:
    """Only figures raise or lower a promise of the last period; other words for it keep it."""
    if following.carried in ("near", "not_covered"):
        return following.carried
    if following.carried == "missing":
        return "dropped"
    if "carried_figure_up" in following.reasons:
        return "raised"
    return "lowered" if {"carried_figure_down", "carried_no_figure"} & set(following.reasons) else "kept"


def _carried(
    above: Commitment, below: Sequence[Commitment], indicators: Mapping[str, Indicator]
) -> tuple[Carried, tuple[str, ...]]:
    """How a commitment is carried, figures before words."""
    relations = _relations(above.targets, [t for c in below for t in c.targets], indicators)
    reasons: list[str] = []
    if relations & _UP and not relations & (_DOWN | {"mixed"}):
        return "strengthened", ("carried_figure_up",)
    if relations & _DOWN and not relations & (_UP | {"mixed"}):
        return "weakened", ("carried_figure_down",)
    if "dropped" in relations:
        return "weakened", ("carried_no_figure",)
    if relations & {"mixed", "not_comparable"} or relations & _UP:
        reasons.append("carried_other_figure")
    if "added" in relations:
        reasons.append("carried_own_figure")
    firmness = max(_FIRMNESS[c.strength] for c in below) - _FIRMNESS[above.strength]
    if firmness and not relations - {"equal"}:
        return ("strengthened", ("carried_firmer",)) if firmness > 0 else ("weakened", ("carried_softer",))
    if {b for c in below for b in c.lead} - set(above.lead):
        reasons.append("carried_own_body")
    if {n for c in below for n in c.named} - set(above.named):
        reasons.append("carried_own_name")
    return ("localised", tuple(reasons)) if reasons else ("same", ())


def _relations(above: Sequence[Target], below: Sequence[Target], indicators: Mapping[str, Indicator]) -> set[str]:
    """How the figures below stand to those above; "dropped" and "added" where only one side has a figure."""
    mine, theirs = strictest(above, indicators), strictest(below, indicators)
    found: set[str] = {relation(mine[measure], theirs[measure], indicators) for measure in mine if measure in theirs}
    if mine.keys() - theirs.keys() and not mine.keys() & theirs.keys():
        found.add("not_comparable" if theirs else "dropped")
    if theirs and not mine:
        found.add("added")
    return found
