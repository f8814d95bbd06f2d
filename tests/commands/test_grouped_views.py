"""Views of many plans by groups: `matrix --by`, and what it gives as data."""

import json
from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.telling.text import cells
from tests.support import collection, plan_text, run

LEVELS = ("province", "city", "city", "district", "district", "district", "county")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = {}
    for number in range(14):
        id, level = f"p{number:02d}", LEVELS[number % 7]
        lines = [f"id: {id}-1, text: 新建幼儿园{number + 1}所, theme: preschool"]
        lines += [f"id: {id}-2, text: 实行区管校聘管理改革, theme: staffing"] if number % 2 else []
        text = plan_text(id, lines).replace(f"name: {id}区", f"name: 东海省{number % 4}号大市, level: {level}")
        plans[id] = text.replace("2021, to: 2025", "2016, to: 2020") if number > 6 else text
    return collection(tmp_path_factory.mktemp("many") / "plans", plans)


def test_columns_are_groups_with_shares(folder: Path) -> None:
    out = run("matrix", "--by", "level", folder=folder).stdout
    assert out.startswith("Plans by level: province: 2, city: 4, district: 6, county: 2.")
    [staffing] = [line for line in out.splitlines() if line.startswith("Staffing")]
    assert staffing.split()[-8:] == ["50%", "1/2", "50%", "2/4", "50%", "3/6", "50%", "1/2"]
    [layout] = [line for line in out.splitlines() if line.startswith("Layout")]
    assert layout.split()[-2:] == ["0%", "0/2"]


@pytest.mark.parametrize("width", ["40", "80", "100", "140"])
@pytest.mark.parametrize("by", ["level", "period", "area"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_fits_the_screen(folder: Path, by: str, width: str, lang: str) -> None:
    lines = run("--lang", lang, "matrix", "--by", by, "--width", width, folder=folder).stdout.splitlines()
    assert max(map(cells, lines)) <= int(width)
    assert "2016–2020" in "\n".join(lines) or by != "period" or lang == "zh"


def test_of_many_plans_the_share_of_all_is_shown_and_what_to_do(folder: Path) -> None:
    out = run("matrix", folder=folder).stdout
    assert "14 plans are too many for a column each" in out
    assert " 50% 7/14" in out and "p00" not in out


def test_groups_as_data(folder: Path) -> None:
    answer = json.loads(run("matrix", "--by", "period", "--theme", "staffing", "-f", "json", folder=folder).stdout)
    assert answer["command"] == "matrix"
    assert answer["settings"] == {"theme": "staffing", "by": "period", "decisions": True}
    [theme] = answer["data"]["themes"]
    earlier = {"share": 0.4286, "made": 3, "covered": 7, "unsure": 0, "outside": 0}
    later = {"share": 0.5714, "made": 4, "covered": 7, "unsure": 0, "outside": 0}
    assert {key: theme["groups"][key] for key in ("2021-2025", "2016-2020")} == {
        "2021-2025": earlier, "2016-2020": later,
    }  # fmt: skip
    assert [len(group["plans"]) for group in answer["data"]["groups"]] == [7, 7]


def test_themes_by_plans_as_data(folder: Path) -> None:
    data = json.loads(run("matrix", "p01", "p02", "--theme", "staffing", "-f", "json", folder=folder).stdout)["data"]
    assert [plan["id"] for plan in data["plans"]] == ["p01", "p02"]
    [theme] = data["themes"]
    assert (theme["made"], theme["covered"], theme["unsure"]) == (1, 2, 0)
    assert theme["plans"]["p02"] == {"status": "not_found", "commitments": 0, "part": False}


@pytest.mark.parametrize(
    "args", [["--by", "level", "--rows"], ["--by", "level", "--stability"], ["-f", "json", "--rows"]]
)
def test_views_that_do_not_go_together_are_refused(folder: Path, args: list[str]) -> None:
    assert isinstance(run("matrix", *args, folder=folder).exception, PlanCompareError)
