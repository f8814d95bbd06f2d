"""Laws of the alignment, on invented scores (tests/test_rows.py has those on invented plans)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.alignment import Group, Thresholds, align
from plancompare.model import Decision

LIMITS = Thresholds(match=58, review=42)


class Points(NamedTuple):
    total: int


class Table:
    """Scores as given; a pair not given scores nothing. ``filed_apart`` are found only across themes."""

    def __init__(
        self, keys: Sequence[str], totals: Mapping[tuple[int, int], int], filed_apart: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.plans = [key.split("/")[0] for key in keys]
        self.totals = totals
        self.filed_apart = set(filed_apart)

    def _crossing(self) -> dict[tuple[int, int], Points]:
        return {p: Points(t) for p, t in self.totals.items() if self.plans[p[0]] != self.plans[p[1]]}

    def within(self, least: int, closed: Collection[str] = ()) -> Mapping[tuple[int, int], Points]:
        return {
            p: s
            for p, s in self._crossing().items()
            if s.total >= least and p not in self.filed_apart and not {self.plans[i] for i in p} <= set(closed)
        }

    def across(self, lonely: Sequence[int], closed: Collection[str] = ()) -> Mapping[tuple[int, int], Points]:
        return {p: s for p, s in self._crossing().items() if p in self.filed_apart and set(p) & set(lonely)}

    def of(self, pair: tuple[int, int]) -> Points:
        return Points(self.totals.get(pair, 0))


class Puzzle(NamedTuple):
    keys: list[str]
    table: Table
    decisions: list[Decision]

    def solve(self, decisions: Sequence[Decision] | None = None) -> tuple[Group, ...]:
        return align(self.keys, self.table, self.decisions if decisions is None else decisions, (), LIMITS)


def same(name: str, *members: str) -> Decision:
    return Decision("same", members, name)


@st.composite
def puzzles(draw: st.DrawFn, contradictory: bool = False) -> Puzzle:
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    keys = [f"{plan}/{number}" for plan, size in zip("abcd", sizes, strict=False) for number in range(size)]
    pairs = list(combinations(range(len(keys)), 2))
    totals = {pair: draw(st.sampled_from([0, 41, 42, 57, 58, 75, 90, 100])) for pair in pairs}
    apart = draw(st.sets(st.sampled_from(pairs), max_size=4))
    rows = draw(st.lists(st.sets(st.sampled_from(keys), min_size=1, max_size=4), max_size=3))
    decisions: list[Decision] = []
    for number, row in enumerate(rows):
        free = row if contradictory else row - {key for made in decisions for key in made.members}
        decisions += [same(f"r{number}", *sorted(free))] if free else []
    return Puzzle(keys, Table(keys, totals, apart), decisions + draw_different(draw, keys, decisions))


def draw_different(draw: st.DrawFn, keys: Sequence[str], decisions: Sequence[Decision]) -> list[Decision]:
    """Pairs ruled different that no decided row holds both of."""
    pairs = [p for p in combinations(keys, 2) if not any(set(p) <= set(d.members) for d in decisions)]
    return (
        [Decision("different", p) for p in draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True))]
        if pairs
        else []
    )


def row_of(groups: Sequence[Group], keys: Sequence[str], key: str) -> Group:
    return next(group for group in groups if keys.index(key) in group.members)


@given(puzzles(contradictory=True))
def test_every_index_is_in_exactly_one_group(puzzle: Puzzle) -> None:
    assert sorted(i for group in puzzle.solve() for i in group.members) == list(range(len(puzzle.keys)))


@given(puzzles())
def test_no_two_members_of_an_undecided_group_are_below_review(puzzle: Puzzle) -> None:
    for group in puzzle.solve():
        if group.decision is None:
            assert all(puzzle.table.of(pair).total >= LIMITS.review for pair in combinations(group.members, 2))


@given(puzzles())
def test_an_undecided_group_of_several_plans_shows_its_weakest_link_and_a_ruled_one_that_of_newcomers(
    puzzle: Puzzle,
) -> None:
    plans = puzzle.table.plans
    for group in puzzle.solve():
        links = [puzzle.table.of((a, b)).total for a, b in combinations(group.members, 2) if plans[a] != plans[b]]
        ruled = {key for decision in puzzle.decisions if decision.kind == "same" for key in decision.members}
        if group.decision is None:
            assert group.weakest == (min(links) if links else None)
        elif not links or all(puzzle.keys[member] in ruled for member in group.members):
            assert group.weakest is None
        else:
            assert group.weakest is not None and group.weakest >= LIMITS.match  # a newcomer's link


@given(puzzles())
def test_decisions_are_obeyed_and_decided_rows_never_merge(puzzle: Puzzle) -> None:
    groups = puzzle.solve()
    for decision in puzzle.decisions:
        rows = [row_of(groups, puzzle.keys, key) for key in decision.members]
        if decision.kind == "same":
            assert {row.members for row in rows} == {rows[0].members}
            assert rows[0].decision == decision
        else:
            assert rows[0].members != rows[1].members
    assert sum(group.decision is not None for group in groups) == sum(d.kind == "same" for d in puzzle.decisions)


@given(puzzles(), st.data())
def test_the_order_of_decisions_changes_nothing(puzzle: Puzzle, data: st.DataObject) -> None:
    assert puzzle.solve(data.draw(st.permutations(puzzle.decisions))) == puzzle.solve()


def rows(totals: Mapping[tuple[int, int], int], *decisions: Decision, keys: str = "a/1 b/1 c/1 d/1") -> list[str]:
    """The groups as words of keys, for tables of scores between four plans."""
    names = keys.split()
    return [
        " ".join(names[i] for i in group.members) for group in align(names, Table(names, totals), decisions, (), LIMITS)
    ]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({(0, 1): 58}, ["a/1 b/1", "c/1", "d/1"]),
        ({(0, 1): 57}, ["a/1", "b/1", "c/1", "d/1"]),
        ({(0, 1): 90, (1, 2): 80, (0, 2): 42}, ["a/1 b/1 c/1", "d/1"]),
        ({(0, 1): 90, (1, 2): 80, (0, 2): 41}, ["a/1 b/1", "c/1", "d/1"]),  # no chaining: the strongest link acts first
        ({(0, 1): 80, (1, 2): 90, (0, 2): 41}, ["a/1", "b/1 c/1", "d/1"]),
        ({(0, 1): 80, (1, 2): 80, (0, 2): 41}, ["a/1 b/1", "c/1", "d/1"]),  # ties go by name
        ({(0, 1): 90, (2, 3): 90, (1, 2): 80, (0, 2): 50, (0, 3): 50, (1, 3): 50}, ["a/1 b/1 c/1 d/1"]),
        ({(0, 1): 90, (2, 3): 90, (1, 2): 80, (0, 2): 50, (0, 3): 41, (1, 3): 50}, ["a/1 b/1", "c/1 d/1"]),
    ],
)
def test_rows_grow_by_their_strongest_links(totals: dict[tuple[int, int], int], expected: list[str]) -> None:
    assert rows(totals) == expected


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({(1, 2): 58}, ["a/1 b/1 c/1", "d/1"]),  # like one member of the decided row, unlike the other
        ({(1, 2): 57}, ["a/1 b/1", "c/1", "d/1"]),
        ({(2, 3): 90, (1, 2): 80}, ["a/1 b/1", "c/1 d/1"]),  # rows are not taken over whole
    ],
)
def test_a_decided_row_is_an_exemplar(totals: dict[tuple[int, int], int], expected: list[str]) -> None:
    assert rows(totals, same("r", "a/1", "b/1")) == expected


def test_two_decided_rows_stay_two_however_alike() -> None:
    assert rows({(0, 1): 100}, same("r", "a/1"), same("s", "b/1")) == ["a/1", "b/1", "c/1", "d/1"]


def test_commitments_ruled_different_are_kept_apart_even_by_way_of_a_third() -> None:
    totals = {(0, 1): 90, (0, 2): 80, (1, 2): 70}
    assert rows(totals, Decision("different", ("a/1", "c/1"))) == ["a/1 b/1", "c/1", "d/1"]
    decided = (same("r", "a/1", "b/1"), Decision("different", ("a/1", "c/1")))
    assert rows(totals, *decided) == ["a/1 b/1", "c/1", "d/1"]


def test_two_commitments_of_one_plan_are_one_row_only_by_way_of_another_plan() -> None:
    assert rows({(0, 1): 100}, keys="a/1 a/2 b/1") == ["a/1", "a/2", "b/1"]
    assert rows({(0, 1): 50, (0, 2): 90, (1, 2): 80}, keys="a/1 a/2 b/1") == ["a/1 a/2 b/1"]
    assert rows({(0, 1): 41, (0, 2): 90, (1, 2): 80}, keys="a/1 a/2 b/1") == ["a/1 b/1", "a/2"]


def test_the_lonely_find_partners_across_themes() -> None:
    keys = ["a/1", "b/1"]
    assert [g.members for g in align(keys, Table(keys, {(0, 1): 70}, [(0, 1)]), (), (), LIMITS)] == [(0, 1)]


@pytest.mark.parametrize("members", [("a/1", "a/9"), ("x/1", "a/1")])
def test_members_that_are_not_compared_are_passed_over(members: tuple[str, ...]) -> None:
    decision = same("r", *members)
    assert align(["a/1", "b/1"], Table(["a/1", "b/1"], {}), [decision], (), LIMITS) == (
        Group((0,), decision, None),
        Group((1,), None, None),
    )


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([same("", "a/1", "b/1"), same("", "b/1", "c/1")], [("a/1 b/1 c/1", ""), ("d/1", None)]),
        ([same("r", "b/1", "c/1"), same("", "a/1", "b/1")], [("a/1 b/1 c/1", "r"), ("d/1", None)]),
        ([same("r", "a/1"), same("s", "b/1"), same("", "a/1", "b/1")], [("a/1", "r"), ("b/1", "s")]),
        (
            [same("", "a/1", "b/1"), same("", "b/1", "c/1"), Decision("different", ("a/1", "c/1"))],
            [("a/1 b/1", ""), ("c/1", None), ("d/1", None)],
        ),
    ],
)
def test_a_ruling_on_a_pair_joins_unless_named_rows_or_a_ruling_apart_forbid(
    decisions: list[Decision], expected: list[tuple[str, str | None]]
) -> None:
    keys = ["a/1", "b/1", "c/1", "d/1"]
    groups = align(keys, Table(keys, {}), decisions, (), LIMITS)
    told = [(" ".join(keys[i] for i in g.members), g.decision.id if g.decision else None) for g in groups]
    assert told[: len(expected)] == expected


CONTRADICTION = (same("r1", "a/1", "b/1"), same("r2", "b/1", "c/1"))


def test_of_contradictory_decisions_the_first_by_id_holds() -> None:
    assert rows({}, *CONTRADICTION) == ["a/1 b/1", "c/1", "d/1"]


def test_of_contradictory_decisions_the_first_by_id_holds_in_any_order() -> None:
    assert rows({}, *reversed(CONTRADICTION)) == rows({}, *CONTRADICTION)


def test_a_member_named_twice_counts_once() -> None:
    assert rows({}, same("r", "a/1", "a/1", "b/1")) == ["a/1 b/1", "c/1", "d/1"]


def reviewed(closed: Collection[str], totals: Mapping[tuple[int, int], int]) -> list[str]:
    names = ["a/1", "b/1", "c/1"]
    found = align(names, Table(names, totals), (), closed, LIMITS)
    return sorted(" ".join(names[i] for i in group.members) for group in found)


def test_a_newcomer_does_not_bring_together_what_reviewers_left_apart() -> None:
    totals = {(0, 1): 90, (0, 2): 80, (1, 2): 95}
    assert reviewed((), totals) == ["a/1 b/1 c/1"]
    assert reviewed(("a", "b"), totals) == ["a/1", "b/1 c/1"]


def solved(totals: Mapping[tuple[int, int], int], *decisions: Decision, keys: str = "a/1 b/1 c/1 d/1") -> list[Group]:
    """The groups of more than one member."""
    names = keys.split()
    return [g for g in align(names, Table(names, totals), decisions, (), LIMITS) if len(g.members) > 1]


def test_a_newcomer_whose_key_sorts_first_joins_a_decided_row_which_stays_decided() -> None:
    row = same("r", "b/1", "c/1")
    assert solved({(0, 1): 58}, row) == [Group((0, 1, 2), row, 58)]
    assert solved({(0, 1): 57}, row) == [Group((1, 2), row, None)]


def test_a_row_of_a_pair_takes_newcomers_on_either_side_and_stays_the_pairs() -> None:
    pair = same("", "b/1", "c/1")
    assert solved({(0, 2): 70, (1, 3): 60}, pair) == [Group((0, 1, 2, 3), pair, 60)]


def test_the_link_of_a_newcomer_is_its_best_and_a_rows_the_lowest_of_these() -> None:
    row = same("r", "b/1", "c/1")
    totals = {(0, 1): 58, (0, 2): 90, (1, 3): 75, (0, 3): 50}
    assert solved(totals, row) == [Group((0, 1, 2, 3), row, 75)]


def test_the_link_of_a_newcomer_is_to_another_plan() -> None:
    row = same("r", "a/1", "b/1")
    assert solved({(0, 1): 100, (1, 2): 60}, row, keys="a/1 a/2 b/1")[0].weakest == 60


@pytest.mark.parametrize("kind", ["different", "unsure"])
def test_only_a_ruling_same_makes_a_row(kind: str) -> None:
    ruling = Decision(kind, ("a/1", "b/1"), "r")  # type: ignore[arg-type]
    assert solved({}, ruling) == []
    joined = solved({(0, 1): 90}, ruling)
    assert joined == ([] if kind == "different" else [Group((0, 1), None, 90)])


def test_a_commitment_ruled_unsure_is_a_newcomer_like_any_other() -> None:
    row = same("r", "a/1", "b/1")
    assert solved({(1, 2): 60}, row, Decision("unsure", ("a/1", "c/1"))) == [Group((0, 1, 2), row, 60)]


def test_a_ruling_apart_of_which_one_is_not_compared_keeps_nothing_apart() -> None:
    assert len(solved({(0, 1): 90}, Decision("different", ("a/1", "x/1")))) == 1


def test_a_ruling_apart_holds_whichever_is_named_first() -> None:
    for members in (("a/1", "b/1"), ("b/1", "a/1")):
        assert solved({(0, 1): 90}, Decision("different", members)) == []


def test_pairs_that_meet_in_a_named_row_join_it_from_both_sides() -> None:
    rulings = (same("r", "b/1", "c/1"), same("", "a/1", "b/1"), same("", "c/1", "d/1"))
    assert solved({}, *rulings) == [Group((0, 1, 2, 3), rulings[0], None)]


def test_a_ruling_on_a_pair_of_which_one_is_not_compared_changes_nothing() -> None:
    assert solved({(0, 1): 90}, same("", "a/1", "x/1")) == [Group((0, 1), None, 90)]


def test_a_pair_all_of_whose_members_are_elsewhere_is_passed_over() -> None:
    assert solved({}, same("", "x/1", "x/2"), same("r", "x/1")) == []


def test_the_usual_thresholds() -> None:
    assert Thresholds() == (62, 52)
