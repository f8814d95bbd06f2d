"""`targets`: what it prints and gives as JSON, how it is narrowed, and what hostile records do to it."""

import json
from pathlib import Path
from typing import Any

import pytest

from plancompare.errors import PlanCompareError
from plancompare.telling.text import cells
from plancompare.telling.words import _TEXTS
from tests.support import INDICATORS, collection, plan_text, run

ROOT = Path(__file__).parent.parent.parent
ABOVE = """\
  benchmarks:
  - {op: '>=', value: 85, year: 2025, level: national, status: unchecked, source: 某行动计划（2021年）}
  - {op: '>=', value: 80, year: 2020, level: county, status: final, source: 某评估办法（2020年）}
"""
REGISTRY = INDICATORS.replace("direction: higher\n", f"direction: higher\n{ABOVE}")
RATE = "text: 提高普惠性幼儿园覆盖率, theme: preschool"
BASED = "by: 2025, baseline: {{value: {}, year: 2020}}"
FIGURE = "id: {}, " + RATE + ", targets: [{{indicator: inclusive-coverage, op: '>=', value: {}, unit: '%', {}}}]"
LABEL = f"id: c-1, {RATE}, targets: [{{label: 普惠率, op: '>=', value: 84, unit: '%'}}]"
CLASSES = "id: a-2, text: 大班额, theme: layout, targets: [{indicator: large-classes, op: '<=', value: 3, unit: '%'}]"
CENTRES = "id: a-3, text: 建中心, theme: layout, targets: [{label: 中心, op: '=', value: 3, unit: 个}]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text("a", [FIGURE.format("a-1", 90, BASED.format(80)), CLASSES, CENTRES]),
        "b": plan_text("b", [FIGURE.format("b-1", 85, BASED.format(85))]),
        "c": plan_text("c", [LABEL]),
        "d": plan_text("d", [f"id: d-1, {RATE}"]),
    }
    return collection(tmp_path, plans, indicators=REGISTRY)


def printed(folder: Path, *args: str) -> list[str]:
    result = run("targets", *args, "--width", "100", folder=folder)
    assert result.exit_code == 0, result.output
    return [line.strip() for line in result.stdout.splitlines()]


def data(folder: Path, *args: str) -> dict[str, Any]:
    result = run("targets", "-f", "json", *args, folder=folder)
    assert result.exit_code == 0, result.output
    read: dict[str, Any] = json.loads(result.stdout)["data"]
    return read


def test_a_measure_with_figures_blanks_order_and_benchmarks(folder: Path) -> None:
    lines = printed(folder, "--indicator", "inclusive-coverage")
    start = lines.index("Inclusive coverage  % · higher asks more · 3 of 4")
    assert lines[start + 1 : start + 10] == [
        "● a ≥90% (2025) · a-1 · baseline 80 (2020) · closes 50% of the rest",
        "● b ≥85% (2025) · b-1 · baseline 85 (2020) · maintenance (same as its baseline)",
        "● c ≥84% · c-1*",
        "◎ promised without this figure: d",
        "= strictest figure: a · the plans' figures: 84–90%",
        "> benchmark: national goal ≥85% (2025) [unchecked], 某行动计划（2021年）",
        "gap (points): a +5 · b 0 (met before start) · c -1",
        "> benchmark: county standard ≥80% (since 2020), 某评估办法（2020年）",
        "gap (points): a +10 (met before start) · b +5 (met before start) · c +4",
    ]


def test_a_lone_figure_is_neither_strictest_nor_comparable(folder: Path) -> None:
    lines = printed(folder, "--indicator", "large-classes")
    assert "Share of large classes  % · lower asks more · 1 of 4" in lines
    assert not any("strictest figure:" in line or "not comparable" in line for line in lines)
    assert "○ not found: b, c, d" in lines


def test_json_says_what_the_screen_says(folder: Path) -> None:
    found = data(folder, "--indicator", "普惠性幼儿园覆盖率")
    assert [plan["id"] for plan in found["plans"]] == ["a", "b", "c", "d"]
    [measure] = found["measures"]
    assert measure["strictness"] == {"kind": "strictest", "plans": ["a"]}
    assert measure["range"] == {"low": 84, "high": 90}
    figures = {plan: told["figures"] for plan, told in measure["plans"].items()}
    assert [figures[plan][0]["headroom_closed"] for plan in "abc"] == [0.5, 0, None]
    assert [figures[plan][0]["maintenance"] for plan in "abc"] == [False, True, False]
    assert [figures[plan][0]["joined_by_name"] for plan in "abc"] == [False, False, True]
    assert measure["plans"]["d"] == {"standing": "unquantified", "figures": []}
    gaps = {plan: told["gap"] for plan, told in measure["benchmarks"][0]["gaps"].items()}
    assert gaps == {"a": 5, "b": 0, "c": -1}


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), {"inclusive-coverage", "large-classes", "中心"}),
        (("--shared",), {"inclusive-coverage"}),
        (("--theme", "layout"), {"large-classes", "中心"}),
        (("--theme", "资源布局", "--indicator", "大班额比例"), {"large-classes"}),
        (("--indicator", "中心", "--indicator", "INCLUSIVE COVERAGE"), {"inclusive-coverage", "中心"}),
        (("--indicator", "普惠率"), {"inclusive-coverage"}),
        (("--theme", "staffing"), set()),
        (("b", "c", "--indicator", "large-classes"), set()),
    ],
)
def test_narrowing(folder: Path, args: tuple[str, ...], expected: set[str]) -> None:
    assert {measure["id"] for measure in data(folder, *args)["measures"]} == expected


def test_a_theme_hides_no_figure_of_its_measures(tmp_path: Path) -> None:
    """Else the plan that files the figure elsewhere would be said not to have it."""
    elsewhere = FIGURE.format("b-1", 85, "by: 2025").replace("preschool", "layout")
    plans = {"a": plan_text("a", [FIGURE.format("a-1", 90, "by: 2025")]), "b": plan_text("b", [elsewhere])}
    ruled = "decisions: [{different: [a/a-1, b/b-1]}]"
    folder = collection(tmp_path, plans, decisions=ruled)
    for theme in ("preschool", "layout"):
        [measure] = data(folder, "--theme", theme)["measures"]
        assert {plan: told["standing"] for plan, told in measure["plans"].items()} == {"a": "made", "b": "made"}


def test_nothing_to_show_is_said(folder: Path) -> None:
    assert printed(folder, "--theme", "staffing") == ["Nothing matches."]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--indicator", "普惠性幼儿圆覆盖率"), 'did you mean "普惠性幼儿园覆盖率'),
        (("--indicator", "zzzz"), "`plancompare targets` lists all"),
        (("--theme", "preschol"), 'no theme "preschol"; did you mean "preschool'),
        (("zz",), 'no plan "zz"'),
    ],
)
def test_what_is_not_there_is_one_line(folder: Path, args: tuple[str, ...], says: str) -> None:
    result = run("targets", *args, folder=folder)
    assert isinstance(result.exception, PlanCompareError)
    assert says in str(result.exception)
    assert result.stdout == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("plain", [(), ("--ascii",)])
def test_no_line_is_wider_than_asked(lang: str, width: int, plain: tuple[str, ...]) -> None:
    args = ("targets", "--width", str(width), "--lang", lang, *plain)
    result = run(*args, folder=ROOT / "plans")
    assert result.exit_code == 0, result.output
    assert max(cells(line) for line in result.stdout.splitlines()) <= width
    if plain:
        assert not set("●○◐≥≤≈·–") & set(result.stdout)


PRAISE = ("better", "best", "rank", "ahead", "leading", "更好", "最好", "排名", "领先")


def test_no_word_of_rank_or_praise() -> None:
    told = {key: "".join(texts).lower() for key, texts in _TEXTS.items() if key.startswith(("targets_", "plot_"))}
    found = [f"{key} says {word}" for key, text in told.items() for word in PRAISE if word in text]
    assert told and not found, "\n".join(found)


def test_a_level_of_the_collections_own_is_printed_as_it_is(tmp_path: Path) -> None:
    registry = REGISTRY.replace("level: national", "level: 联盟")
    folder = collection(tmp_path, {"a": plan_text("a", [FIGURE.format("a-1", 90, "by: 2025")])}, indicators=registry)
    assert "> benchmark: 联盟 ≥85% (2025) [unchecked], 某行动计划（2021年）" in printed(
        folder, "--indicator", "inclusive-coverage"
    )
    assert any("联盟 ≥85% (2025) [unchecked]" in line for line in printed(folder))


def test_hostile_words_move_and_colour_nothing(tmp_path: Path) -> None:
    nasty = "\\e[31m[red]$x_y$\\u202e\\a"
    target = f'{{label: "{nasty}", op: "=", value: 3, unit: "{nasty}"}}'
    plan = plan_text("a", [f"id: a-1, text: 建中心, theme: layout, targets: [{target}]"])
    registry = REGISTRY.replace("某行动计划", "某\\e[0m计划").replace(
        "source: 某\\e[0m计划（2021年）", 'source: "某\\e[0m计划"'
    )
    plans = {"a": plan.replace("name: a\n", f'name: "{nasty}"\n'), "b": plan_text("b", [FIGURE.format("b-1", 9, "")])}
    folder = collection(tmp_path, plans, indicators=registry)
    result = run("targets", folder=folder)
    assert result.exit_code == 0, result.output
    assert "[red]$x_y$" in result.stdout
    assert not any(ord(c) < 32 and c != "\n" for c in result.stdout)
    assert "\u202e" not in result.stdout
    assert data(folder)["measures"][-1]["unit"].startswith("\x1b[31m")


def test_the_table_has_shared_measures_first_with_unit_year_and_benchmarks(folder: Path) -> None:
    lines = printed(folder)
    head = next(n for n, line in enumerate(lines) if line.startswith("measure"))
    assert lines[head].split() == ["measure", "unit", "by", "a", "b", "c", "d"]
    rows = lines[head + 2 : lines.index("", head)]
    assert rows[0].split() == ["Inclusive", "coverage", "%", "2025", "≥90", "≥85", "≥84*", "◎"]
    assert rows[1] == "> national goal ≥85% (2025) [unchecked]; county standard ≥80% (since 2020)"
    assert rows[2].split() == ["Share", "of", "large", "classes", "%", "≤3", "○", "○", "○"]
    wide = run("targets", "--width", "140", folder=folder).stdout.splitlines()
    assert any("≥90" in line and "national goal" in line for line in wide)


def test_a_screenful_is_shown_and_how_many_are_left_is_said() -> None:
    most = {"zh": {80: 24, 100: 24, 140: 24}, "en": {80: 33, 100: 25, 140: 26}}  # English labels are long
    for lang, lines in most.items():
        for width, room in lines.items():
            shown = run("targets", "--width", str(width), "--lang", lang, folder=ROOT / "plans").stdout.splitlines()
            assert len(shown) <= room
            assert "65" in "".join(shown[-7:])  # of 75 measures
    every = run("targets", "--all", "--width", "140", folder=ROOT / "plans").stdout
    assert "Left out" not in every
    assert len(every.splitlines()) > 75


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_eleven_plans_fit_and_no_name_is_broken(tmp_path: Path, lang: str, width: int) -> None:
    plans = {f"p{n}": plan_text(f"p{n}", [FIGURE.format(f"p{n}-1", 80 + n, "by: 2025")]) for n in range(11)}
    for n in range(11):
        plans[f"p{n}"] = plans[f"p{n}"].replace(f"name: p{n}\n", f"name: 规划{n}\n")
    folder = collection(tmp_path, plans, indicators=REGISTRY)
    result = run("targets", "--width", str(width), "--lang", lang, folder=folder)
    assert result.exit_code == 0, result.output
    assert max(map(cells, result.stdout.splitlines())) <= width
    for n in range(11):
        assert f"规划{n}" in result.stdout and f"≥{80 + n}" in result.stdout
