"""What differs between plans, row by row: promises missing, and figures that are not the same."""

from collections.abc import Mapping, Sequence

import pytest

from plancompare.comparing.differences import Difference, each_difference
from plancompare.comparing.rows import Cell, Cells, CellStatus, Row
from plancompare.model import Commitment, Indicator, Label, Section, Target

INDICATORS = {
    "coverage": Indicator("coverage", Label("覆盖率", "Coverage"), "%"),
    "large": Indicator("large", Label("大班额", "Large classes"), "%", direction="lower"),
}


def target(measure: str, value: int, by: int | None = None, unit: str = "%") -> Target:
    known = measure in INDICATORS
    return Target(measure if known else "", "" if known else measure, "=", value, None, None, unit, by, None)


def row(cells: Mapping[str, CellStatus | Sequence[Target]], name: str = "r") -> Row:
    """A row; a plan that makes it is given by its targets, one commitment each (or one without)."""
    made: dict[str, Cell] = {}
    for plan, cell in cells.items():
        if isinstance(cell, str):
            made[plan] = Cell(cell)
            continue
        own = Commitment(plan, "0", Section("1", "一", "任务"), "提高覆盖率")
        members = [own._replace(id=str(n), targets=(t,)) for n, t in enumerate(cell)] or [own]
        made[plan] = Cell("made", tuple(members))
    core = next(c for cell in made.values() for c in cell.commitments)
    return Row(name, "preschool", Label(core.text, ""), "partial", 0, 0, 0, "", None, None, Cells(made), core)


def differences(rows: Sequence[Row]) -> tuple[Difference, ...]:
    return tuple(each_difference(rows, INDICATORS))


def told(found: Sequence[Difference]) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(d.plans, d.relation, d.measure) for d in found]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"a": (), "b": "not_found"}, [(("a",), ("b",))]),
        ({"a": (), "b": "not_found", "c": (), "d": "not_found"}, [(("a", "c"), ("b", "d"))]),
        ({"a": (), "b": "not_found", "c": "not_covered"}, [(("a",), ("b",))]),
        ({"a": (), "b": "not_covered"}, []),
        ({"a": (), "b": "not_applicable"}, []),
        ({"a": (), "b": ()}, []),
    ],
)
def test_a_promise_is_missing_only_where_it_was_looked_for(
    cells: dict[str, CellStatus | Sequence[Target]], expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = differences([row(cells)])
    assert [(d.plans, d.without) for d in found] == expected
    assert all((d.kind, d.row, d.theme, d.relation) == ("missing", "r", "preschool", None) for d in found)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ([target("coverage", 90)], [target("coverage", 90)], []),
        ([target("coverage", 90)], [target("coverage", 95)], [("stronger", "coverage")]),
        ([target("large", 3)], [target("large", 5)], [("weaker", "large")]),
        ([target("coverage", 90, 2025)], [target("coverage", 90, 2023)], [("earlier", "coverage")]),
        ([target("coverage", 90)], [target("coverage", 90, unit="个")], [("not_comparable", "coverage")]),
        ([target("coverage", 90)], [target("large", 5)], [("not_comparable", "coverage")]),
        ([target("coverage", 90)], [], [("unquantified", "coverage")]),
        ([], [target("large", 5)], [("unquantified", "large")]),
        ([], [], []),
        # several measures: each that both name is compared, one that only one names is then not counted
        (
            [target("coverage", 90), target("large", 5)],
            [target("large", 3), target("coverage", 85)],
            [("weaker", "coverage"), ("stronger", "large")],
        ),
        ([target("coverage", 90), target("large", 5)], [target("coverage", 90)], []),
        # prose and table differ: the stricter figure counts
        ([target("coverage", 85), target("coverage", 90)], [target("coverage", 90)], []),
    ],
)
def test_figures_that_are_not_the_same(
    mine: list[Target], theirs: list[Target], expected: list[tuple[str, str]]
) -> None:
    found = differences([row({"a": mine, "b": theirs})])
    assert told(found) == [(("a", "b"), relation, measure) for relation, measure in expected]
    assert all((d.kind, d.row, d.theme, d.without) == ("target", "r", "preschool", ()) for d in found)


def test_a_difference_carries_both_figures() -> None:
    one, other = target("coverage", 90), target("coverage", 95)
    [found] = differences([row({"a": [one], "b": [other]})])
    assert found.targets == (one, other)
    [found] = differences([row({"a": [one], "b": []})])
    assert found.targets == (one, None)
    [found] = differences([row({"a": [], "b": [one]})])
    assert found.targets == (None, one)


def test_each_pair_of_plans_that_make_the_row_is_compared_in_the_order_of_the_plans() -> None:
    cells: dict[str, CellStatus | Sequence[Target]] = {
        "c": [target("coverage", 90)],
        "x": "not_covered",
        "a": [target("coverage", 95)],
        "b": [target("coverage", 90)],
    }
    assert told(differences([row(cells)])) == [
        (("c", "a"), "stronger", "coverage"),
        (("a", "b"), "weaker", "coverage"),
    ]


def test_a_plan_s_only_own_figures_count() -> None:
    one_plan = row({"a": [target("coverage", 90), target("large", 5)], "b": "not_covered"})
    assert differences([one_plan]) == ()


def test_differences_come_row_by_row_what_is_missing_first() -> None:
    cells: dict[str, CellStatus | Sequence[Target]] = {
        "a": [target("coverage", 90)],
        "b": [target("coverage", 95)],
        "c": "not_found",
    }
    found = differences([row(cells, "first"), row(cells, "second")])
    assert [(d.row, d.kind) for d in found] == [
        ("first", "missing"),
        ("first", "target"),
        ("second", "missing"),
        ("second", "target"),
    ]
