"""Rows and cells: who makes a promise, who does not, and of whom we cannot say.

"Not found" is a claim and is made only where the text that we hold treats the row's theme whole.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.alignment import Group
from plancompare.model import Commitment, Decision, Label, Plan

CellStatus = Literal["made", "not_found", "not_covered", "not_applicable"]
RowStatus = Literal["shared", "partial", "unique"]


class Cell(NamedTuple):
    """What one plan has to say to one row; ``reason`` only for "not applicable"."""

    status: CellStatus
    commitments: tuple[Commitment, ...] = ()
    reason: str = ""


_NOT_FOUND, _NOT_COVERED = Cell("not_found"), Cell("not_covered")


class Row(NamedTuple):
    """One promise across the plans compared.

    ``made`` of ``covered``: plans that make it, of those whose text covers the theme. ``weakest_link`` is the lowest
    score between members of different plans, or in a decided row the link of a newcomer that nobody has ruled on (None
    where there is neither). ``core`` is the member that stands for the row; a row
    that nobody named is labelled with its words, in the language of its plan.
    """

    id: str
    theme: str
    label: Label
    status: RowStatus
    made: int
    covered: int
    decision: Decision | None
    weakest_link: int | None
    cells: Mapping[str, Cell]
    core: Commitment

    @property
    def decided(self) -> bool:
        """Whether a person ruled on this row."""
        return self.decision is not None

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The members, plan by plan."""
        return tuple(c for cell in self.cells.values() for c in cell.commitments)

    @property
    def missing(self) -> tuple[str, ...]:
        """The plans of which we may say that they do not make this promise."""
        return tuple(plan for plan, cell in self.cells.items() if cell.status == "not_found")


def make_row(
    group: Group,
    commitments: Sequence[Commitment],
    plans: Sequence[Plan],
    themes: Mapping[str, str],
    theme_order: Mapping[str, int],
) -> Row:
    """The row of a group; ``themes`` maps keys to home themes, ``theme_order`` any theme to its place."""
    members = [commitments[index] for index in group.members]
    theme = _home(members, themes, theme_order)
    own: dict[str, list[Commitment]] = {}
    for member in members:
        own.setdefault(member.plan, []).append(member)
    cells = {
        plan.id: Cell("made", tuple(own[plan.id])) if plan.id in own else _blank(plan, theme, group.decision)
        for plan in plans
    }
    made = len(own)
    covered = made + sum([cell is _NOT_FOUND for cell in cells.values()])
    core = min(members, key=lambda c: (themes[c.key] != theme, len(c.text), c.key))
    decision = group.decision
    return Row(
        id=decision.id if decision and decision.id else core.key,
        theme=theme,
        label=decision.label if decision and decision.label else Label(core.text, ""),
        status="shared" if made == len(plans) else "unique" if made == 1 else "partial",
        made=made,
        covered=covered,
        decision=decision,
        weakest_link=group.weakest,
        cells=cells,
        core=core,
    )


def _home(members: Sequence[Commitment], themes: Mapping[str, str], theme_order: Mapping[str, int]) -> str:
    """The theme most members call home; of equals the first in the codebook."""
    homes = Counter(themes[member.key] for member in members)
    return min(homes, key=lambda theme: (-homes[theme], theme_order[theme], theme))


def blank_status(plan: Plan, theme: str) -> CellStatus:
    """What it means that a plan makes no commitment under a theme."""
    if theme in plan.not_applicable:
        return "not_applicable"
    return "not_found" if plan.covers(theme) else "not_covered"


def _blank(plan: Plan, theme: str, decision: Decision | None) -> Cell:
    """What it means that a plan has nothing in a row of ``theme``."""
    reason = (decision.not_applicable if decision else {}).get(plan.id) or plan.not_applicable.get(theme)
    if reason:
        return Cell("not_applicable", reason=reason)
    return _NOT_FOUND if plan.covers(theme) else _NOT_COVERED
