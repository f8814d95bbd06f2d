"""Many plans: no column for each, in no view and no report; how many make what is told instead."""

from pathlib import Path

import pytest

from plancompare import compare, load
from plancompare.comparing.comparison import Comparison
from plancompare.formats import DATA, DOCUMENTS, FORMATS
from plancompare.telling.blocks import Heading
from plancompare.telling.report import make_report
from plancompare.telling.source import MOST_PLANS
from plancompare.telling.text import cells
from tests.support import collection, plan_text, run

TARGET = 'targets: [{indicator: inclusive-coverage, op: ">=", value: %s, unit: "%%", by: 2025}]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = {}
    for number in range(MOST_PLANS + 1):
        id = f"p{number:02d}"
        lines = [f"id: {id}-1, text: 提高普惠性幼儿园覆盖率, theme: preschool, {TARGET % (80 + number)}"]
        lines += [f"id: {id}-2, text: 实行区管校聘管理改革, theme: staffing"] if number % 3 else []
        text = plan_text(id, lines).replace(f"name: {id}区", f"name: {id}区, level: {'district' if number else 'city'}")
        plans[id] = text
    return collection(tmp_path_factory.mktemp("many") / "plans", plans)


@pytest.fixture(scope="module")
def many(folder: Path) -> Comparison:
    return compare(load(folder))


def test_a_report_on_many_plans_is_a_digest(many: Comparison) -> None:
    report = make_report(many, "en")
    assert report.title == "Commitments compared: 13 plans"
    heads = [block.id for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert heads == ["telling", "matrix", "rows", "targets", "sources"]
    assert not any(column.plan for grid in report.grids for column in grid.columns)
    staffing = next(
        line for grid in report.grids if grid.id == "digest-themes" for line in grid.lines if line.theme == "staffing"
    )
    assert staffing.cells[1:] == (" 62% 8/13", "  0% 0/1", " 67% 8/12")


def test_a_format_may_hold_more_plans(many: Comparison) -> None:
    assert make_report(many, "en", most=13).title != make_report(many, "en").title
    assert {name: document.plans for name, document in DOCUMENTS.items()} == {
        "docx": 12, "xlsx": 60, "html": 25, "md": 12, "latex": 12,
    }  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_document_sets_a_digest(many: Comparison, name: str, lang: str) -> None:
    report = make_report(many, lang)  # type: ignore[arg-type]
    data = DOCUMENTS[name].render(report)
    assert data == DOCUMENTS[name].render(report)
    if not DOCUMENTS[name].binary:
        assert "62% 8/13" in data.decode().replace("\\", "")


def test_data_have_every_plan_all_the_same(many: Comparison) -> None:
    for name in DATA:
        assert b"p12" in FORMATS[name].render(many)  # type: ignore[arg-type]


def test_rows_alone_are_told_by_how_many_make_them(many: Comparison) -> None:
    report = make_report(many, "en", rows_only=True)
    assert [block.id for block in report.blocks if isinstance(block, Heading) and block.level == 1] == [
        "rows",
        "sources",
    ]


@pytest.mark.parametrize("args", [["diff"], ["matrix"], ["matrix", "--rows"], ["targets"], ["standards"]])
@pytest.mark.parametrize("width", ["40", "80", "100", "140"])
def test_views_of_many_plans_fit_the_screen(folder: Path, args: list[str], width: str) -> None:
    for lang in ("zh", "en"):
        out = run("--lang", lang, *args, "--width", width, folder=folder).stdout
        assert max(map(cells, out.splitlines())) <= int(width)
        assert "p07" not in out


def test_figures_of_many_plans_are_told_from_lowest_to_highest(folder: Path) -> None:
    [line] = [line for line in run("targets", folder=folder).stdout.splitlines() if line.startswith("Inclusive")]
    assert line.split()[-5:] == ["%", "2025", "13", "80", "92"]


def test_the_line_of_counts_names_no_plan(folder: Path) -> None:
    assert run("diff", "--brief", folder=folder).stdout.startswith("13 plans 21 | comparable 2:")


def test_one_promise_over_many_plans_tells_some_makers_and_counts_the_rest(folder: Path) -> None:
    out = run("search", "区管校聘", "--limit", "1", folder=folder).stdout
    assert "8 more: made 3, not found 5" in out
    assert out.count("实行区管校聘管理改革") < 10
    one = run("search", "区管校聘", "--plan", "p03", "--limit", "1", folder=folder).stdout
    assert "○ p03" in one and "more:" not in one
