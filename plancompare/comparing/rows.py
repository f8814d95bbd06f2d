"""Rows, cells and differences: who makes a promise, who does not, of whom we cannot say, and whose figures differ.

"Not found" is a claim and is made only where the text that we hold treats the row's theme whole, and nothing in it may
be the promise.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.groups import Group
from plancompare.model import Catalogue, Commitment, Decision, Label, Plan, Standard

CellStatus = Literal["made", "unsure", "not_found", "not_covered", "not_applicable"]
STATES: tuple[CellStatus, ...] = ("made", "unsure", "not_found", "not_covered", "not_applicable")
RowStatus = Literal["shared", "partial", "unique"]


class Near(NamedTuple):
    """A passage that may be the promise of a row, and its score (0-100) with the member it is most like."""

    commitment: Commitment
    score: int


class Cell(NamedTuple):
    """What one plan has to say to one row.

    ``commitments`` where it makes the promise, ``candidates`` (best first) where it may, ``reason`` where it cannot.
    """

    status: CellStatus
    commitments: tuple[Commitment, ...] = ()
    reason: str = ""
    candidates: tuple[Near, ...] = ()


_NOT_FOUND, _NOT_COVERED = Cell("not_found"), Cell("not_covered")


class Cells(Mapping[str, Cell]):
    """The cells of a row by plan, in the order of the plans: what plans have to say, and blanks that rows share.

    ``own`` are the cells of plans that have something to say, or of which a person said why they do not; without
    ``blanks`` those of all plans.
    """

    __slots__ = ("_blanks", "own")

    def __init__(self, own: Mapping[str, Cell], blanks: Mapping[str, Cell] | None = None) -> None:
        self.own = own
        self._blanks = own if blanks is None else blanks

    def __getitem__(self, plan: str) -> Cell:
        return self.own[plan] if plan in self.own else self._blanks[plan]

    def __iter__(self) -> Iterator[str]:
        return iter(self._blanks)

    def __len__(self) -> int:
        return len(self._blanks)


class Row(NamedTuple):
    """One promise across the plans compared.

    ``made`` of ``covered``: plans that make it, of those whose text covers the theme; ``unsure`` more may make it.
    ``standard``: the usual promise that people coded it as ("" for none). ``weakest_link``: the lowest score between
    members of different plans, in a decided row the link of a newcomer that nobody has ruled on (None: neither).
    ``core`` is the member that stands for the row; its words are the label where it has none.
    """

    id: str
    theme: str
    label: Label
    status: RowStatus
    made: int
    covered: int
    unsure: int
    standard: str
    decision: Decision | None
    weakest_link: int | None
    cells: Cells
    core: Commitment

    def __repr__(self) -> str:
        return f"<Row {self.id}: {self.made} of {self.covered}, {self.status}>"

    @property
    def decided(self) -> bool:
        """Whether a person ruled on this row."""
        return self.decision is not None

    @property
    def comparable(self) -> bool:
        """Whether two texts or more speak of it: where one alone does, no blank says anything."""
        return self.covered > 1

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The members, plan by plan."""
        return tuple(c for cell in self.spoken.values() for c in cell.commitments)

    @property
    def spoken(self) -> Mapping[str, Cell]:
        """The cells of plans that have something to say, and perhaps of others, in the order of the plans."""
        return self.cells.own

    @property
    def missing(self) -> tuple[str, ...]:
        """The plans of which we may say that they do not make this promise."""
        return tuple(plan for plan, cell in self.cells.items() if cell.status == "not_found")


class Blanks:
    """What it means, theme by theme, that plans have nothing in a row: the same for most rows of a theme."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.plans = {plan.id: plan for plan in plans}
        self._place = {plan.id: place for place, plan in enumerate(plans)}
        self._by_theme: dict[str, Mapping[str, Cell]] = {}
        self._states: dict[str, Counter[CellStatus]] = {}

    def of(self, theme: str) -> Mapping[str, Cell]:
        """The blank cell of each plan by its id, in the order of the plans."""
        if theme not in self._by_theme:
            self._by_theme[theme] = {plan.id: _without(plan, theme, None, ()) for plan in self.plans.values()}
        return self._by_theme[theme]

    def around(self, own: Mapping[str, Cell], theme: str) -> Cells:
        """The cells of a row of this theme of which some plans have their ``own``."""
        return Cells({plan: own[plan] for plan in sorted(own, key=self._place.__getitem__)}, self.of(theme))

    def states(self, cells: Cells, theme: str) -> Counter[CellStatus]:
        """How many cells of a row of this theme are in each state; plans are not gone through one by one."""
        blanks = self.of(theme)
        if theme not in self._states:
            self._states[theme] = Counter([cell.status for cell in blanks.values()])
        states = self._states[theme].copy()
        for plan, cell in cells.own.items():
            states[blanks[plan].status] -= 1
            states[cell.status] += 1
        return states


class Frame(NamedTuple):
    """What all rows of one comparison share: commitments by index, plans, blanks, home themes by key, order of themes.

    ``ids`` gives the id of each row that has a name, by its first member; others are called by the key of their core.
    ``split`` are the standards that rulings drew several rows of: their name is that of none of these.
    """

    commitments: Sequence[Commitment]
    blanks: Blanks
    themes: Mapping[str, str]
    theme_order: Mapping[str, int]
    catalogue: Catalogue = Catalogue()
    ids: Mapping[int, str] = {}
    split: frozenset[str] = frozenset()


class ThemeOrder(dict[str, int]):
    """Places of themes, and one behind them all for any other."""

    def __missing__(self, theme: str) -> int:
        return len(self)


def row_ids(groups: Sequence[Group]) -> Mapping[int, str]:
    """Ids of rows by their first member, no two alike: a ruling's id, else a standard that no other row has.

    A row without either is left out. The key of a commitment, by which such a row is called, has a stroke in it.
    """
    ids: dict[int, str] = {}
    for group in groups:
        id = group.decision.id if group.decision else ""
        if id and id not in ids.values():
            ids[group.members[0]] = id
    rows = Counter(group.standard for group in groups)
    taken = {"", *ids.values()}
    for group in groups:
        if group.standard not in taken and rows[group.standard] == 1:
            ids.setdefault(group.members[0], group.standard)
    return ids


def split_standards(groups: Iterable[Group]) -> frozenset[str]:
    """The standards that several groups are coded as."""
    count = Counter(group.standard for group in groups)
    return frozenset(standard for standard, rows in count.items() if standard and rows > 1)


def doubts(rows: Iterable[Row]) -> frozenset[tuple[str, str]]:
    """The themes and plans in which some cell is unsure."""
    return frozenset((row.theme, plan) for row in rows for plan, cell in row.spoken.items() if cell.status == "unsure")


def make_row(group: Group, frame: Frame) -> Row:
    """The row of a group."""
    members = [frame.commitments[index] for index in group.members]
    standard = frame.catalogue.standards.get(group.standard or group.proposed)
    theme = _home(members, frame)
    by_plan: dict[str, list[Commitment]] = {}
    for member in members:
        by_plan.setdefault(member.plan, []).append(member)
    near: dict[str, list[Near]] = {}
    for index, score in group.candidates:
        near.setdefault(frame.commitments[index].plan, []).append(Near(frame.commitments[index], score))
    cells = _cells(group.decision, theme, by_plan, near, frame.blanks)
    plans, makers = frame.blanks.plans, len(by_plan)
    states = frame.blanks.states(cells, theme)
    core = min(members, key=lambda c: (frame.themes[c.key] != theme, len(c.text), c.key))
    decision = group.decision
    return Row(
        id=frame.ids.get(group.members[0], core.key),
        theme=theme,
        label=_label(decision, standard, group.standard in frame.split, core),
        status="shared" if makers == len(plans) else "unique" if makers == 1 else "partial",
        made=makers,
        covered=makers + states["not_found"] + sum([hears(cells[plan], plans[plan], theme) for plan in near]),
        unsure=states["unsure"],
        standard=group.standard,
        decision=decision,
        weakest_link=group.weakest,
        cells=cells,
        core=core,
    )


def _cells(
    decision: Decision | None,
    theme: str,
    made: Mapping[str, Sequence[Commitment]],
    near: Mapping[str, Sequence[Near]],
    blanks: Blanks,
) -> Cells:
    """The cells of a row in the order of the plans; most of a large collection are the blanks of its theme."""
    ruled_out = [plan for plan in (decision.not_applicable if decision else {}) if plan in blanks.plans]
    own = {plan: _without(blanks.plans[plan], theme, decision, near.get(plan, ())) for plan in (*near, *ruled_out)}
    own |= {plan: Cell("made", tuple(commitments)) for plan, commitments in made.items()}
    return blanks.around(own, theme)


def _label(decision: Decision | None, standard: Standard | None, split: bool, core: Commitment) -> Label:
    """What people called the row, else what the catalogue calls it, else the words of its core.

    The name of a standard that several rows share (``split``) is told with the words of each, in the other language.
    """
    name = standard.label if standard else None
    given = decision.label if decision else None
    told = given if given and not (split and given == name) else None if split else name
    return told or Label(core.text, f"{name.en}: {core.text}" if name and name.en else "")


def hears(cell: Cell, plan: Plan, theme: str) -> bool:
    """Whether a plan that may make a row is one whose text covers it."""
    return cell.status == "unsure" and plan.covers(theme)


def _home(members: Sequence[Commitment], frame: Frame) -> str:
    """The theme most members call home; of equals the first in the codebook."""
    homes = Counter(frame.themes[member.key] for member in members)
    return min(homes, key=lambda theme: (-homes[theme], frame.theme_order[theme], theme))


def blank_status(plan: Plan, theme: str) -> CellStatus:
    """What it means that a plan makes no commitment under a theme."""
    if theme in plan.not_applicable:
        return "not_applicable"
    return "not_found" if plan.covers(theme) else "not_covered"


def _without(plan: Plan, theme: str, decision: Decision | None, near: Sequence[Near]) -> Cell:
    """What it means that a plan has nothing in a row of ``theme``; ``near`` are its passages that may belong there."""
    reason = (decision.not_applicable if decision else {}).get(plan.id) or plan.not_applicable.get(theme)
    if reason:
        return Cell("not_applicable", reason=reason)
    if near:
        return Cell("unsure", candidates=tuple(near))
    return _NOT_FOUND if plan.covers(theme) else _NOT_COVERED
