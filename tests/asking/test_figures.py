"""Figures by what they measure: what a blank means, whose figure asks most, how far benchmarks are."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import compare, load
from plancompare.asking.figures import (
    Figure,
    Measure,
    bound,
    gap,
    headroom,
    kept,
    measures,
    met_before,
    other_units,
    spread,
    strictness,
)
from plancompare.model import Baseline, Benchmark, Commitment, Number, Section, Target
from tests.comparing.test_targets import INDICATORS, target, targets
from tests.support import collection, plan_text

HIGHER, LOWER, NONE = INDICATORS["higher"], INDICATORS["lower"], INDICATORS["none"]
WHOLE = "source: {extent: excerpt, file: x.txt}\nreads: {preschool: whole, staffing: whole}"
NO_PRESCHOOL = "not_applicable: {preschool: 无}"
NOTHING = "source: {extent: excerpt, file: x.txt}\nreads: {staffing: whole}"
RATE = "text: 提高普惠性幼儿园覆盖率, theme: preschool"
NINETY = f"id: a-1, {RATE}, targets: [{{indicator: inclusive-coverage, op: '>=', value: 90, unit: '%', by: 2025}}]"
NAMED = f"id: b-1, {RATE}, targets: [{{label: 普惠率, op: '>=', value: 85, unit: '%'}}]"


def of(figures: Sequence[Target | None], plans: str = "abcdefgh") -> Measure:
    """A measure in which each plan has one figure, or none."""
    held = {}
    for plan, found in zip(plans, figures, strict=False):
        held[plan] = (Figure(Commitment(plan, f"{plan}-1", Section("1", "", ""), ""), found),) if found else ()
    named = next(found for found in figures if found)
    return Measure(
        named.measure, named.unit, INDICATORS.get(named.indicator), "preschool", frozenset(["preschool"]), held, {}
    )


def found(folder: Path, plans: dict[str, str], decisions: str = "") -> dict[str, Measure]:
    """The measures of a collection of plan files, by id."""
    others = {"decisions": decisions} if decisions else {}
    return {m.id: m for m in measures(compare(load(collection(folder, plans, **others))))}


def from_base(told: str, base: Number, measure: str = "higher", unit: str = "%") -> Target:
    return target(told, measure, unit)._replace(baseline=Baseline(base, 2020))


# what a blank means


def test_a_blank_says_whether_the_text_covers_the_theme(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", [NINETY]),
        "b": plan_text("b", ["id: b-1, text: 开展教师培训, theme: training"]),
        "c": plan_text("c", ["id: c-1, text: 教师交流, theme: staffing"], NOTHING),
        "d": plan_text(
            "d", ["id: d-1, text: 教师交流, theme: staffing"], f"{WHOLE}\nnot_applicable: {{preschool: 无}}"
        ),
        "e": plan_text("e", [f"id: e-1, {RATE}"]),
    }
    found_measure = found(tmp_path, plans)["inclusive-coverage"]
    assert found_measure.standings == {
        "a": "made", "b": "not_found", "c": "not_covered", "d": "not_applicable", "e": "unquantified",
    }  # fmt: skip
    assert list(found_measure.leading) == ["a"]


def test_a_figure_sought_in_two_themes_is_not_found_only_where_both_are_covered(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", [NINETY]),
        "b": plan_text("b", [NINETY.replace("preschool", "layout")]),
        "c": plan_text("c", ["id: c-1, text: 教师交流, theme: staffing"], WHOLE),
        "d": plan_text("d", ["id: d-1, text: 教师交流, theme: staffing"], WHOLE.replace("staffing", "layout")),
    }
    ruled = "decisions: [{different: [a/a-1, b/a-1]}]"
    standings = found(tmp_path, plans, ruled)["inclusive-coverage"].standings
    assert (standings["c"], standings["d"]) == ("not_covered", "not_found")


def test_a_label_that_is_a_registered_name_in_that_unit_is_the_indicator(tmp_path: Path) -> None:
    plans = {"a": plan_text("a", [NINETY]), "b": plan_text("b", [NAMED])}
    known = found(tmp_path, plans)
    assert set(known) == {"inclusive-coverage"}
    figures = known["inclusive-coverage"].figures
    assert [figures[plan][0].by_name for plan in "ab"] == [False, True]
    assert known["inclusive-coverage"].standings == {"a": "made", "b": "made"}


def test_a_registered_name_in_another_unit_stays_apart(tmp_path: Path) -> None:
    plans = {"a": plan_text("a", [NINETY]), "b": plan_text("b", [NAMED.replace("'%'", "所")])}
    known = found(tmp_path, plans)
    assert set(known) == {"inclusive-coverage", "普惠率"}
    assert known["普惠率"].indicator is None


def test_one_indicator_in_two_units_is_two_measures_that_know_of_each_other(tmp_path: Path) -> None:
    plans = {"a": plan_text("a", [NINETY, NINETY.replace("a-1", "a-2").replace("'%'", "所")])}
    every = measures(compare(load(collection(tmp_path, plans))))
    assert [(m.unit, other_units(m, every)) for m in every] == [("%", ("所",)), ("所", ("%",))]
    assert gap(every[1].leading["a"], GOAL, HIGHER) is None


def test_the_strictest_of_a_plans_own_figures_comes_first(tmp_path: Path) -> None:
    two = NINETY.replace("targets: [{", "targets: [{indicator: inclusive-coverage, op: '=', value: 80, unit: '%'}, {")
    figures = found(tmp_path, {"a": plan_text("a", [two])})["inclusive-coverage"].figures["a"]
    assert [figure.target.value for figure in figures] == [90, 80]


def test_a_measure_stands_where_most_of_its_figures_stand_and_knows_all_its_themes(tmp_path: Path) -> None:
    elsewhere = NINETY.replace("preschool", "layout")
    plans = {"a": plan_text("a", [NINETY]), "b": plan_text("b", [elsewhere]), "c": plan_text("c", [elsewhere])}
    ruled = "decisions: [{different: [a/a-1, b/a-1]}, {different: [a/a-1, c/a-1]}]"
    measure = found(tmp_path, plans, ruled)["inclusive-coverage"]
    assert (measure.theme, measure.themes) == ("layout", frozenset({"preschool", "layout"}))


def test_measures_of_more_plans_come_first_within_a_theme(tmp_path: Path) -> None:
    lone = "id: a-2, text: 新建幼儿园, theme: preschool, targets: [{label: A园, op: '=', value: 3, unit: 所}]"
    plans = {"a": plan_text("a", [lone, NINETY]), "b": plan_text("b", [NAMED])}
    assert list(found(tmp_path, plans)) == ["inclusive-coverage", "A园"]


# benchmarks

GOAL = Benchmark(">=", 85, 2025)


@pytest.mark.parametrize(
    ("told", "measure", "expected"),
    [
        (">= 90", "higher", 5),
        (">= 85", "higher", 0),
        ("> 85", "higher", 0),
        ("= 80.5", "higher", -4.5),
        ("range 86-99", "higher", 1),
        ("= ?", "higher", None),
        ("<= 90", "higher", None),  # a ceiling where more is more asks for nothing
        ("<= 80", "lower", 5),
        ("range 70-80", "lower", 5),
        ("= 90", "lower", -5),
        (">= 80", "lower", None),
        ("= 90", "none", None),
    ],
)
def test_the_gap_is_counted_the_way_the_indicator_asks_more(told: str, measure: str, expected: Number | None) -> None:
    assert gap(target(told, measure), GOAL, INDICATORS[measure]) == expected


def test_a_gap_of_decimals_is_the_decimal_that_a_reader_expects() -> None:
    assert gap(target("= 11.6", unit=""), Benchmark("=", 11.3, 2025), HIGHER._replace(unit="")) == 0.3
    assert gap(target("<= 0.35", "lower", ""), Benchmark("<=", 0.5, 2017), LOWER._replace(unit="")) == 0.15


@pytest.mark.parametrize(
    ("base", "indicator", "expected"),
    [
        (84, HIGHER, False),
        (85, HIGHER, True),
        (86, HIGHER, True),
        (86, LOWER, False),
        (85, LOWER, True),
        (1, NONE, False),
    ],
)
def test_a_benchmark_may_have_been_met_before_the_start(base: Number, indicator: object, expected: bool) -> None:
    assert met_before(from_base("= 95", base), GOAL, indicator) is expected  # type: ignore[arg-type]


@given(st.integers(0, 100), st.integers(0, 100))
def test_where_less_is_more_the_gap_is_mirrored(value: int, benchmark: int) -> None:
    mine, goal = target(f"= {value}"), Benchmark("=", benchmark, 2025)
    up, down = gap(mine, goal, HIGHER), gap(mine, goal, LOWER)
    assert up is not None and down is not None
    assert up == -down == value - benchmark


# effort


@pytest.mark.parametrize(
    ("told", "base", "measure", "expected"),
    [
        (">= 90", 80, "higher", 0.5),
        (">= 100", 80, "higher", 1),
        (">= 80", 80, "higher", 0),
        (">= 70", 80, "higher", -0.5),
        ("= 100", 100, "higher", None),  # nothing was left to do
        ("<= 3", 4, "lower", 0.25),
        ("= 0", 4, "lower", 1),
        ("= 0", 0, "lower", None),
        ("= 50", 40, "none", None),
        ("<= 90", 80, "higher", None),
    ],
)
def test_headroom_is_the_share_of_the_rest_that_is_closed(
    told: str, base: Number, measure: str, expected: float | None
) -> None:
    assert headroom(from_base(told, base, measure), INDICATORS[measure]) == expected


def test_only_a_percentage_with_a_baseline_has_headroom() -> None:
    assert headroom(target(">= 90"), HIGHER) is None
    assert headroom(from_base(">= 90", 80, unit="个"), HIGHER) is None


@pytest.mark.parametrize(
    ("told", "base", "expected"),
    [(">= 99", 99, True), ("> 99", 99, True), ("= 100", 100, True), ("range 99-100", 99, True), (">= 99", 98, False)],
)
def test_a_figure_that_is_its_own_baseline_is_kept(told: str, base: Number, expected: bool) -> None:
    assert kept(from_base(told, base), HIGHER) is expected


def test_without_baseline_nothing_is_kept() -> None:
    assert not kept(target("= 99"), HIGHER)


@given(st.integers(0, 99), st.integers(0, 100))
def test_what_is_kept_closes_nothing_and_what_closes_all_reaches_the_end(base: int, value: int) -> None:
    mine = from_base(f"= {value}", base)
    share = headroom(mine, HIGHER)
    assert share is not None
    assert (share == 0) == kept(mine, HIGHER)
    assert (share == 1) == (value == 100)
    assert (share < 0) == (value < base)


# whose figure asks most


@pytest.mark.parametrize(
    ("told", "kind", "plans"),
    [
        ([">= 90"], "alone", "a"),
        ([">= 90", None], "alone", "a"),
        ([">= 90", ">= 95"], "strictest", "b"),
        ([">= 95", ">= 95", ">= 90"], "strictest", "ab"),
        ([">= 90 2025", ">= 90 2023"], "strictest", "b"),
        ([">= 90", ">= 90"], "equal", "ab"),
        ([">= 90 2023", ">= 95 2025"], "mixed", "ab"),
        ([">= 90 2023", ">= 95 2025", ">= 80 2025"], "mixed", "ab"),
        ([">= 90 2023", ">= 95 2025", ">= 95 2022"], "strictest", "c"),
        ([">= 90", "<= 95"], "not_comparable", ""),
        ([">= 90", ">= 95", "= ?"], "not_comparable", ""),
    ],
)
def test_whose_figure_asks_most(told: list[str | None], kind: str, plans: str) -> None:
    measure = of([target(figure) if figure else None for figure in told])
    assert strictness(measure, INDICATORS) == (kind, tuple(plans))


def test_where_neither_way_is_more_different_figures_do_not_compare() -> None:
    assert strictness(of([target("= 50", "none"), target("= 60", "none")]), INDICATORS).kind == "not_comparable"
    assert strictness(of([target("<= 5", "lower"), target("<= 3", "lower")]), INDICATORS).plans == ("b",)


@pytest.mark.slow
@given(st.lists(targets().filter(lambda t: t.indicator == "higher" and t.unit == "%"), min_size=2, max_size=4))
def test_the_order_of_plans_changes_nothing(figures: list[Target]) -> None:
    named = dict(zip("abcd", figures, strict=False))
    outcomes = set()
    for order in permutations(named):
        found = strictness(of([named[plan] for plan in order], "".join(order)), INDICATORS)
        outcomes.add((found.kind, frozenset(found.plans)))
    assert len(outcomes) == 1
    assert found.kind == "not_comparable" or found.plans


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([">= 90", ">= 95", ">= 93"], (90, 95)),
        ([">= 90", ">= 90"], (90, 90)),
        (["range 5-10", ">= 7"], (5, 7)),
        ([">= 90"], None),
        ([">= 90", "<= 95"], None),
    ],
)
def test_the_range_of_figures_that_compare(told: list[str], expected: tuple[Number, Number] | None) -> None:
    assert spread(of([target(figure) for figure in told]), INDICATORS) == expected


def test_a_range_binds_at_the_end_that_asks_least() -> None:
    assert bound(target("range 5-10"), None) == 5
    assert bound(target("range 5-10", "lower"), LOWER) == 10
