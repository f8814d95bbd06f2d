"""One plan against the plan it follows: a superior plan carried down, or the last period's plan renewed.

A superior commitment is carried the same, strengthened, weakened or localised (with a figure, body or programme of
its own), or it is missing; a promise of the last period is kept, raised, lowered or dropped.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Literal, NamedTuple

from plancompare.asking.desk.nearness import nearest
from plancompare.asking.desk.out_of_line import periods_later
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.targets import relation, strictest
from plancompare.model import Commitment, Indicator, Target

Carried = Literal["same", "strengthened", "weakened", "localised", "near", "missing", "not_covered", "not_applicable"]
Change = Literal["kept", "raised", "lowered", "near", "dropped", "not_covered", "not_applicable"]
_FIRMNESS = {"hedged": 0, "plan": 1, "binding": 2}
_OWN_FIGURES: tuple[tuple[str, frozenset[str]], ...] = (
    ("carried_share", frozenset({"share"})),
    ("carried_other_figure", frozenset({"mixed", "not_comparable", "stronger", "earlier"})),
    ("carried_own_figure", frozenset({"added"})),
)
_SETTLED = frozenset({"equal", "other_period"})  # figures that leave it to the words how a commitment is carried
_UP: frozenset[str] = frozenset({"stronger", "earlier"})
_DOWN: frozenset[str] = frozenset({"weaker", "later"})


class Following(NamedTuple):
    """One commitment of the plan above (or before) and what became of it.

    ``theirs`` are the commitments that carry it; where none does the likeliest one (near: the row is
    unsure) or the nearest one (missing), with its ``score``. ``reasons`` are
    message keys: what makes it stronger, weaker or local. ``why`` is a curator's reason why it cannot apply.
    ``theme`` and ``standard`` are those of its row.
    """

    commitment: Commitment
    carried: Carried
    theirs: tuple[Commitment, ...] = ()
    reasons: tuple[str, ...] = ()
    score: int | None = None
    row: str = ""
    why: str = ""
    theme: str = ""
    standard: str = ""


def follow(comparison: Comparison, above: str, below: str, renewed: bool = False) -> tuple[Following, ...]:
    """What became in plan ``below`` of each commitment of plan ``above``, in the order of its document.

    ``renewed``: the plans are of the same place and different periods, so that deadlines say nothing and totals
    compare; else the plan below is of a smaller area, where a smaller total is not a weaker promise.
    """
    amounts = frozenset() if renewed else frozenset(comparison.codebook.lexicon.amounts)
    order = {c.key: rank for plan in comparison.plans if plan.id == above for rank, c in enumerate(plan.commitments)}
    passages = nearest(comparison, below, order)
    followings = []
    for row in comparison.rows:
        theirs = row.cells[below]
        for commitment in row.cells[above].commitments:
            following = Following(commitment, "missing", row=row.id, theme=row.theme, standard=row.standard)
            if theirs.commitments:
                figures = _relations(commitment, theirs.commitments, comparison.indicators, amounts, not renewed)
                carried, reasons = _carried(commitment, theirs.commitments, figures)
                following = following._replace(
                    carried=carried, theirs=theirs.commitments, reasons=reasons, score=row.weakest_link
                )
            elif theirs.status == "unsure":
                best = theirs.candidates[0]
                following = following._replace(carried="near", theirs=(best.commitment,), score=best.score)
            elif theirs.status != "not_found":
                blank: Carried = "not_covered" if theirs.status == "not_covered" else "not_applicable"
                following = following._replace(carried=blank, why=theirs.reason)
            elif commitment.key in passages:
                near = passages[commitment.key]
                following = following._replace(theirs=(near.commitment,), score=near.score)
            followings.append(following)
    return tuple(sorted(followings, key=lambda following: order[following.commitment.key]))


def to_look_at(followings: Sequence[Following]) -> tuple[Following, ...]:
    """What a meeting would look at first: weakened, then missing; of these figures, then usual promises first.

    Of equals one a theme before a second of any, else in the order of the document.
    """
    order: dict[Carried, int] = {"weakened": 0, "missing": 1}
    turns: Counter[tuple[str, int]] = Counter()
    ranked = []
    for following in followings:
        if following.carried in order:
            weight = 2 * (not following.commitment.targets) + (not following.standard)
            turn = turns[following.theme, weight]
            turns[following.theme, weight] += 1
            ranked.append(((order[following.carried], weight, turn), following))
    return tuple(following for _, following in sorted(ranked, key=lambda pair: pair[0]))


def untold(followings: Sequence[Following]) -> Mapping[str, int]:
    """How many commitments of each theme cannot be told of, for the text does not cover the theme."""
    return Counter(following.theme for following in followings if following.carried == "not_covered")


class Renewed(NamedTuple):
    """A commitment of the last period and what became of it; ``following`` has the particulars."""

    following: Following
    change: Change


class Beyond(NamedTuple):
    """What the new plan promises beyond the old one, in its own order.

    ``untold`` may be new: the text that we hold of the old plan does not treat the theme. ``unsure`` may be new: the
    old plan has a passage that may be the same promise.
    """

    new: tuple[Commitment, ...]
    untold: tuple[Commitment, ...]
    unsure: tuple[Commitment, ...] = ()


def renew(comparison: Comparison, before: str, now: str) -> tuple[tuple[Renewed, ...], Beyond]:
    """What became in plan ``now`` of each commitment of plan ``before``, and what is new in ``now``."""
    renewed = tuple(
        Renewed(following, _change(following)) for following in follow(comparison, before, now, renewed=True)
    )
    status_before = {c.key: row.cells[before].status for row in comparison.rows for c in row.cells[now].commitments}
    commitments = [c for plan in comparison.plans if plan.id == now for c in plan.commitments if c.key in status_before]
    new, untold, unsure = (
        tuple(c for c in commitments if status_before[c.key] in states)
        for states in (("not_found", "not_applicable"), ("not_covered",), ("unsure",))
    )
    return renewed, Beyond(new, untold, unsure)


def _change(following: Following) -> Change:
    """Only figures raise or lower a promise of the last period; other words for it keep it."""
    if following.carried in ("near", "not_covered", "not_applicable"):
        return following.carried
    if following.carried == "missing":
        return "dropped"
    if "carried_figure_up" in following.reasons:
        return "raised"
    return "lowered" if {"carried_figure_down", "carried_no_figure"} & set(following.reasons) else "kept"


def _carried(above: Commitment, below: Sequence[Commitment], figures: Set[str]) -> tuple[Carried, tuple[str, ...]]:
    """How a commitment is carried, figures before words."""
    if figures & _UP and not figures & (_DOWN | {"mixed"}):
        return "strengthened", ("carried_figure_up",)
    if figures & _DOWN and not figures & (_UP | {"mixed"}):
        return "weakened", ("carried_figure_down",)
    if "dropped" in figures:
        return "weakened", ("carried_no_figure",)
    reasons = [reason for reason, kinds in _OWN_FIGURES if figures & kinds]
    firmness = max(_FIRMNESS[c.strength] for c in below) - _FIRMNESS[above.strength]
    if firmness and not figures - _SETTLED:
        return ("strengthened", ("carried_firmer",)) if firmness > 0 else ("weakened", ("carried_softer",))
    if {body for c in below for body in c.lead} - set(above.lead):
        reasons.append("carried_own_body")
    if {name for c in below for name in c.named} - set(above.named):
        reasons.append("carried_own_name")
    period = ("carried_other_period",) if "other_period" in figures else ()
    return ("localised" if reasons else "same", (*reasons, *period))


def _relations(
    above: Commitment,
    below: Sequence[Commitment],
    indicators: Mapping[str, Indicator],
    amounts: Set[str],
    with_years: bool,
) -> set[str]:
    """How the figures below stand to those above.

    Beside the relations of figures: "dropped" and "added" where only one side has a figure, "share" for a smaller
    total of a smaller area, "other_period" for one that is due in another plan period: the two are not held against
    each other.
    """
    mine, theirs = (
        strictest((_comparable(t, with_years) for c in several for t in c.targets), indicators)
        for several in ((above,), below)
    )
    mine, theirs = _same_name(mine, theirs)
    relations: set[str] = set()
    for measure in [measure for measure in mine if measure in theirs]:
        stands = relation(mine[measure], theirs[measure], indicators)
        total = theirs[measure].unit in amounts and stands in ("weaker", "mixed")
        apart = stands != "not_comparable" and periods_later(theirs[measure], mine[measure])
        relations.add("other_period" if apart else "share" if total else stands)
    if mine and not theirs:
        relations.add("dropped")
    elif mine and not relations:
        relations.add("not_comparable")
    elif theirs and not mine:
        relations.add("added")
    return relations


def _comparable(target: Target, with_years: bool) -> Target:
    return target if with_years else target._replace(by=None)


def _same_name(mine: Mapping[str, Target], theirs: Mapping[str, Target]) -> tuple[Mapping[str, Target], ...]:
    """One unregistered figure on each side, in the same unit, of one promise: it counts the same, however called."""
    if len(mine) == len(theirs) == 1:
        (one,), (other,) = mine.values(), theirs.values()
        if not one.indicator and not other.indicator and one.unit == other.unit:
            return {one.label: one}, {one.label: other._replace(label=one.label)}
    return mine, theirs
