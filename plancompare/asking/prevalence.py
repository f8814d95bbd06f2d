"""How many plans of a group make a promise, of how many that can be asked; and how far groups stand apart.

A share is told over plans whose text treats the theme whole: of others silence says nothing, so what they do say may
not count either, or shares would grow with the number of excerpts.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Literal, NamedTuple, get_args

from plancompare.asking.standards import speaks
from plancompare.asking.usual import Usual
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import ThemeCell, theme_cells
from plancompare.comparing.places import places_of
from plancompare.comparing.rows import Row
from plancompare.comparing.where import LEVELS
from plancompare.model import Plan

By = Literal["area", "level", "period"]
BY: tuple[By, ...] = get_args(By)
# Of fewer plans in a group a share says too little to set groups apart: one plan moves it by 20 points. A choice.
FEW = 5
# Shares of one and the same population lie so many standard errors apart once in twenty times (normal distribution).
BY_CHANCE, ONCE_IN = 1.96, 20


class Group(NamedTuple):
    """Plans that have one thing in common: a place, a level, a period. ``key`` is "" where they do not say it."""

    key: str
    plans: tuple[Plan, ...]


class Share(NamedTuple):
    """``made`` of ``covered`` plans make it, ``unsure`` of them may.

    ``outside`` make it in a text that is not known to treat the theme whole, and do not count.
    """

    made: int = 0
    covered: int = 0
    unsure: int = 0
    outside: int = 0

    @property
    def value(self) -> float | None:
        """The share; None where no plan can be asked."""
        return self.made / self.covered if self.covered else None


def grouped(plans: Sequence[Plan], by: By) -> tuple[Group, ...]:
    """The plans by what they have in common, groups in order: from wide to narrow, early to late, by code and name.

    Areas are the places in which the plans first part: provinces of a nation, districts of a city. Plans that do not
    say it come last.
    """
    keys = _places(plans) if by == "area" else {plan.id: _level_or_period(plan, by) for plan in plans}
    members: dict[str, list[Plan]] = {}
    for plan in plans:
        members.setdefault(keys[plan.id], []).append(plan)
    order = {key: _order(key, some, by) for key, some in members.items()}
    return tuple(Group(key, tuple(members[key])) for key in sorted(members, key=lambda key: (not key, order[key])))


def _level_or_period(plan: Plan, by: By) -> str:
    return plan.area.level if by == "level" else "-".join(map(str, plan.period or ()))


def _places(plans: Sequence[Plan]) -> Mapping[str, str]:
    places = places_of(plans)
    known = [steps for steps in places.values() if steps]
    depth = 0
    while known and len({steps[: depth + 1] for steps in known}) == 1 and any(len(s) > depth + 1 for s in known):
        depth += 1
    # the steps before all plans have in common; a plan of that wider place itself is called by it
    return {plan: steps[min(depth, len(steps) - 1)] if steps else "" for plan, steps in places.items()}


def _order(key: str, plans: Sequence[Plan], by: By) -> tuple[object, ...]:
    if by == "level":
        return (LEVELS.index(key) if key in LEVELS else len(LEVELS),)
    return (min(plan.area.code or "~" for plan in plans), key) if by == "area" else (key,)


def theme_shares(comparison: Comparison, groups: Iterable[Group]) -> Mapping[tuple[str, str], Share]:
    """How many plans of each group make a promise in each theme: (theme, key of the group) -> share."""
    cells = theme_cells(comparison)
    return {
        (theme, group.key): _share(_asked(cells[theme, plan.id]) for plan in group.plans)
        for group in groups
        for theme in comparison.codebook.ids
    }


Asked = tuple[bool, bool, bool]  # of one plan: whether it makes it, may make it, and can be asked


def _asked(cell: ThemeCell) -> Asked:
    covered = not cell.part and cell.status in ("made", "unsure", "not_found")
    return cell.status == "made", cell.status == "unsure", covered


def _share(plans: Iterable[Asked]) -> Share:
    told = list(plans)
    covered = [(made, unsure) for made, unsure, can_be_asked in told if can_be_asked]
    outside = sum(made for made, _, can_be_asked in told if not can_be_asked)
    return Share(sum(made for made, _ in covered), len(covered), sum(unsure for _, unsure in covered), outside)


def standard_share(usual: Usual, plans: Iterable[Plan]) -> Share:
    """How many of ``plans`` make a usual promise."""
    theme = usual.standard.theme
    return _share((plan.id in usual.made, plan.id in usual.perhaps, speaks(plan, theme)) for plan in plans)


def row_share(row: Row, plans: Iterable[Plan]) -> Share:
    """How many of ``plans`` make the promise of a row."""
    cells = ((plan, row.cells[plan.id].status) for plan in plans)
    return _share(
        (status == "made", status == "unsure", plan.covers(row.theme) and status != "not_applicable")
        for plan, status in cells
    )


def apart(one: Share, other: Share) -> float | None:
    """How far the second share lies above the first, in standard errors of two shares; None where either is of few.

    The error is that of two samples of one population (pooled), so that what rests on more plans counts for more.
    """
    if min(one.covered, other.covered) < FEW:
        return None
    pooled = (one.made + other.made) / (one.covered + other.covered)
    error = sqrt(pooled * (1 - pooled) * (1 / one.covered + 1 / other.covered))
    return (other.made / other.covered - one.made / one.covered) / error if error else 0.0


class Moved(NamedTuple):
    """What a standard did from the first group to the last: shares of all groups, and how far it moved (``apart``)."""

    usual: Usual
    shares: tuple[Share, ...]
    apart: float | None

    @property
    def points(self) -> float | None:
        """The change in percentage points from the first to the last."""
        first, last = self.shares[0].value, self.shares[-1].value
        return None if first is None or last is None else 100 * (last - first)


def movements(usual: Iterable[Usual], groups: Sequence[Group]) -> tuple[Moved, ...]:
    """Each standard over the groups: what moved most surely first, then by how many make it, else in their order."""
    found = []
    for one in usual:
        shares = tuple(standard_share(one, group.plans) for group in groups)
        found.append(Moved(one, shares, apart(shares[0], shares[-1]) if len(groups) > 1 else None))
    return tuple(sorted(found, key=lambda m: (-round(abs(m.apart or 0), 9), -sum(s.made for s in m.shares))))


def beyond_chance(values: Iterable[float | None]) -> tuple[int, int]:
    """How many of the differences that can be told are larger than chance makes one in twenty; and of how many."""
    told = [value for value in values if value is not None]
    return sum(abs(value) > BY_CHANCE for value in told), len(told)
