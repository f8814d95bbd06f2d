"""Figures side by side: which asks more, which is due sooner, and which cannot be compared."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.targets import Relation, relation, shown, spread, strictest
from plancompare.model import Baseline, Indicator, Label, Number, Op, Target

LABEL = Label("某率", "Some rate")
INDICATORS = {
    direction: Indicator(direction, LABEL, "%", direction=direction) for direction in ("higher", "lower", "none")
}
BOUNDS: list[Op] = ["=", ">=", ">", "<=", "<", "about"]
MIRROR: dict[Relation, Relation] = {
    "stronger": "weaker",
    "weaker": "stronger",
    "earlier": "later",
    "later": "earlier",
}


def target(told: str, measure: str = "higher", unit: str = "%") -> Target:
    """A target written as "op value [year]"; a range as "range low-high [year]"."""
    op, value, *year = told.split()
    low, _, high = value.partition("-") if op == "range" else ("", "", "")
    return Target(
        indicator=measure if measure in INDICATORS else "",
        label="" if measure in INDICATORS else measure,
        op=op,  # type: ignore[arg-type]
        value=None if op == "range" or value == "?" else number(value),
        low=number(low) if low else None,
        high=number(high) if high else None,
        unit=unit,
        by=int(year[0]) if year else None,
        baseline=None,
    )


def number(text: str) -> Number:
    return float(text) if "." in text else int(text)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    value = draw(st.integers(80, 83))
    year = draw(st.sampled_from(["", " 2023", " 2025"]))
    told = draw(st.sampled_from([f"{op} {value}" for op in BOUNDS] + [f"range {value}-{value + 2}"]))
    return target(told + year, draw(st.sampled_from([*INDICATORS, "其他"])), draw(st.sampled_from(["%", "个"])))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (">= 90", ">= 90", "equal"),
        (">= 90", ">= 95", "stronger"),
        (">= 90", ">= 85", "weaker"),
        (">= 85", "> 85", "stronger"),
        ("> 85", ">= 85", "weaker"),
        ("> 85", ">= 86", "stronger"),
        (">= 90", "= 90", "equal"),
        (">= 90", "about 90", "equal"),
        (">= 85.5", ">= 85.6", "stronger"),
        (">= 90 2025", ">= 90 2023", "earlier"),
        (">= 90 2023", ">= 90 2025", "later"),
        (">= 90 2025", ">= 90 2025", "equal"),
        (">= 90 2025", ">= 90", "equal"),  # no year says nothing about the deadline
        (">= 90 2025", ">= 95 2023", "stronger"),
        (">= 90 2025", ">= 95 2025", "stronger"),
        (">= 90 2023", ">= 95 2025", "mixed"),
        (">= 95 2025", ">= 90 2023", "mixed"),
        (">= 95 2023", ">= 90 2025", "weaker"),
        (">= 90", ">= 95 2035", "stronger"),
        ("range 5-10", "range 6-10", "stronger"),
        ("range 5-10", ">= 5", "equal"),
        ("range 5-10", ">= 4", "weaker"),
        ("= ?", "= 5", "not_comparable"),
        ("= 5", "= ?", "not_comparable"),
        ("range 5-", "= 5", "not_comparable"),  # half a range is none
        ("range -5", "= 5", "not_comparable"),
    ],
)
def test_where_more_is_more(mine: str, theirs: str, expected: Relation) -> None:
    assert relation(target(mine), target(theirs), INDICATORS) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("<= 5", "<= 5", "equal"),
        ("<= 5", "<= 3", "stronger"),
        ("<= 5", "<= 7", "weaker"),
        ("<= 5", "< 5", "stronger"),
        ("< 5", "<= 5", "weaker"),
        ("< 5", "<= 4", "stronger"),
        ("= 0 2025", "= 0 2023", "earlier"),
        ("<= 5 2023", "<= 3 2025", "mixed"),
        ("<= 5 2025", "<= 3 2023", "stronger"),
        ("<= 3 2023", "<= 5 2025", "weaker"),
    ],
)
def test_where_less_is_more(mine: str, theirs: str, expected: Relation) -> None:
    assert relation(target(mine, "lower"), target(theirs, "lower"), INDICATORS) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("= 50", "= 50", "equal"),
        ("= 50 2025", "= 50 2023", "earlier"),
        ("= 50", "= 60", "not_comparable"),
        ("= 50 2025", "= 60 2025", "not_comparable"),
    ],
)
def test_where_neither_is_more_only_the_deadline_counts(mine: str, theirs: str, expected: Relation) -> None:
    assert relation(target(mine, "none"), target(theirs, "none"), INDICATORS) == expected


def test_only_the_same_measure_in_the_same_unit_is_compared() -> None:
    mine = target(">= 90")
    assert relation(mine, target(">= 90", "lower"), INDICATORS) == "not_comparable"
    assert relation(mine, target(">= 90", unit="个"), INDICATORS) == "not_comparable"
    assert relation(target("= 5", "名师工作室"), target("= 5", "校长工作室"), INDICATORS) == "not_comparable"
    assert relation(target("= 5", "名师工作室"), target("= 6", "名师工作室"), INDICATORS) == "stronger"


def test_a_baseline_or_a_note_does_not_count() -> None:
    mine = target(">= 90 2025")
    assert relation(mine, mine._replace(baseline=Baseline(80, 2020), note="表"), INDICATORS) == "equal"


@given(targets(), targets())
def test_looking_from_the_other_side_mirrors_the_relation(one: Target, other: Target) -> None:
    straight = relation(one, other, INDICATORS)
    assert relation(other, one, INDICATORS) == MIRROR.get(straight, straight)


@given(targets())
def test_a_target_is_equal_to_itself(one: Target) -> None:
    assert relation(one, one, INDICATORS) == "equal"


def test_where_less_is_more_a_range_is_as_strict_as_its_high_end() -> None:
    assert relation(target("<= 4", "lower"), target("range 3-5", "lower"), INDICATORS) == "weaker"


def test_ranges_that_end_elsewhere_are_not_equal() -> None:
    assert relation(target("range 5-10"), target("range 5-8"), INDICATORS) != "equal"


@pytest.mark.parametrize("bound", ["<=", "<"])
def test_an_upper_bound_tells_that_less_is_more_where_no_indicator_does(bound: str) -> None:
    assert relation(target(f"{bound} 45", "班额"), target(f"{bound} 50", "班额"), INDICATORS) == "weaker"


@pytest.mark.parametrize("floor", [">=", ">"])
@pytest.mark.parametrize("ceiling", ["<=", "<"])
def test_a_floor_and_a_ceiling_are_not_compared(floor: str, ceiling: str) -> None:
    assert relation(target(f"{floor} 80"), target(f"{ceiling} 95"), INDICATORS) == "not_comparable"


@pytest.mark.parametrize(
    ("told", "measure", "best"),
    [
        ([">= 90", ">= 95", ">= 85"], "higher", ">= 95"),
        (["<= 5", "<= 3"], "lower", "<= 3"),
        ([">= 90", "> 90"], "higher", "> 90"),
        ([">= 90 2025", ">= 90 2023"], "higher", ">= 90 2023"),
        (["= 50", "= 50 2025"], "none", "= 50"),  # of equals the first
        (["= 50", "= 60"], "none", "= 50"),  # of the incomparable the first
    ],
)
def test_the_strictest_of_one_measure_counts(told: list[str], measure: str, best: str) -> None:
    assert strictest([target(t, measure) for t in told], INDICATORS) == {measure: target(best, measure)}


def test_each_measure_has_its_own_strictest_target_in_the_order_given() -> None:
    found = strictest([target(">= 5", "甲"), target(">= 90"), target(">= 6", "甲")], INDICATORS)
    assert list(found.items()) == [("甲", target(">= 6", "甲")), ("higher", target(">= 90"))]
    assert strictest([], INDICATORS) == {}


@given(st.lists(targets(), max_size=4), st.data())
def test_the_strictest_target_does_not_depend_on_the_order_of_the_list(told: list[Target], data: st.DataObject) -> None:
    assert strictest(data.draw(st.permutations(told)), INDICATORS) == strictest(told, INDICATORS)


@pytest.mark.parametrize(
    ("told", "measure", "best"),
    [
        ([">= 85 2023", ">= 90 2025"], "higher", ">= 90 2025"),
        ([">= 80", "<= 95"], "higher", ">= 80"),  # a floor and a ceiling: the lower
        ([">= 90 2025", "<= 80 2023"], "higher", "<= 80 2023"),  # the sooner before the lower
        ([">= 80", "<= 95", "= 96"], "higher", "= 96"),  # exceeds what it can be compared with
        (["= 5", "= 6", "<= 5.5"], "班额", "= 5"),  # each exceeds another: the lowest
        (["range 5-10 2030", "= 5 2025", "range 5-8 2023"], "所数", "range 5-8 2023"),  # likewise: the soonest
    ],
)
def test_what_cannot_be_ranked_goes_by_deadline_and_size(told: list[str], measure: str, best: str) -> None:
    for order in permutations(told):
        assert strictest([target(t, measure) for t in order], INDICATORS) == {measure: target(best, measure)}, order


def test_the_unit_of_the_registry_counts_before_another() -> None:
    told = [target("= 300", unit="个"), target(">= 90"), target("= 1", unit="!")]
    for order in permutations(told):
        assert strictest(order, INDICATORS) == {"higher": target(">= 90")}
    assert strictest([target("= 3", "甲", unit=unit) for unit in "乙丙"], {})["甲"].unit == "丙"


@pytest.mark.parametrize(
    ("told", "unit", "expected"),
    [
        (">= 90 2025", "%", "≥90% (2025)"),
        ("> 85", "%", ">85%"),
        ("<= 5", "%", "≤5%"),
        ("< 5", "%", "<5%"),
        ("= 3", "所", "3 所"),
        ("about 12000", "个", "≈12,000 个"),
        ("= 9999", "个", "9999 个"),
        (">= 99.5", "%", "≥99.5%"),
        ("range 5-10 2025", "个", "5–10 个 (2025)"),
        ("range 5-", "个", "? 个"),
        ("= ?", "", "?"),
        ("= 1", "", "1"),
    ],
)
def test_a_target_in_a_few_characters(told: str, unit: str, expected: str) -> None:
    assert shown(target(told, unit=unit)) == expected


@pytest.mark.parametrize("told", ["= 15823.67", "range 1500000-2000000"])
def test_no_digit_of_a_figure_is_lost(told: str) -> None:
    digits = "".join(c for c in shown(target(told, unit="")) if c.isdigit())
    assert digits == "".join(c for c in told if c.isdigit())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["= 90"], "90%"),
        ([">= 85 2025", ">= 95 2025", ">= 90 2025"], "≥85% (2025) … ≥95% (2025)"),
        (["= 90", "= 90"], "90%"),
        ([">= 90", "= 90"], "90% … ≥90%"),
        (["= 90 2024", "= 90 2025"], "90% (2024) … 90% (2025)"),
        (["range 5-10", "= 7", "range 5-8"], "5–8% … 5–10%"),
        (["<= 5", "<= 15"], "≤5% … ≤15%"),
        (["about 9000", "about 10000"], "≈9000% … ≈10,000%"),
    ],
)
def test_a_spread_goes_from_the_lowest_to_the_highest_whatever_the_order(told: list[str], expected: str) -> None:
    assert {spread([target(one) for one in order]) for order in permutations(told)} == {expected}


def test_a_spread_keeps_units_apart() -> None:
    told = [target("= 90"), target("= 12", unit="所"), target("= 85"), target("= 3", unit="所")]
    assert {spread(order) for order in permutations(told)} == {"85% … 90%; 3 所 … 12 所"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["= ?", "= 0.5"], "?% … 0.5%"),  # what names no figure counts as nothing
        (["range 5-10", "range 6-10"], "5–10% … 6–10%"),
        (["= 90", "= 90 2025"], "90% … 90% (2025)"),  # no year before any
        (["= 90 2025", ">= 90 2025", "about 90 2025"], "90% (2025) … ≥90% (2025)"),  # of equals by their signs
        (["range 4-12", "= 12"], "4–12% … 12%"),
    ],
)
def test_a_spread_of_figures_that_leave_something_out(told: list[str], expected: str) -> None:
    assert {spread([target(one) for one in order]) for order in permutations(told)} == {expected}


def test_a_spread_of_nothing_is_empty() -> None:
    assert spread([]) == ""
