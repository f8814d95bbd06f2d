"""--where: one option for every command that takes plans; it narrows before plans are read."""

import json
import re
from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.reading import many
from plancompare.reading.plan_file import PlanFile, read_plan
from plancompare.telling.messages import message_text
from tests.support import collection, plan_text, run

MADE = ["id: {0}-1, text: 实行区管校聘管理改革, theme: staffing", "id: {0}-2, text: 新建幼儿园3所, theme: preschool"]
AREAS = {
    "jia": "area: {name: 北海省甲州市甲一区, level: district}",
    "yi": "area: {name: 北海省甲州市乙一区, level: district}",
    "bing": "area: {name: 北海省丙州市丙一县, level: county}",
    "ding": "area: {name: 南山省丁州市丁一区, level: district}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {}
    for number, (id, area) in enumerate(AREAS.items()):
        text = plan_text(id, [line.format(id) for line in MADE[: 1 + number % 2]])
        plans[id] = text.replace(f"area: {{name: {id}区}}", area)
    return collection(tmp_path / "plans", plans)


RUNS = {
    "matrix": (["matrix"], "yi"),
    "diff": (["diff", "--brief"], "jia 1 · yi 2"),
    "list": (["list"], "yi"),
    "search": (["search", "幼儿园"], "yi/yi-2"),
    "targets": (["targets"], ""),
    "report": (["report", "-f", "md"], "only plans that meet: area=甲州市"),
    "gaps": (["gaps", "jia"], "1 of 3 plans chosen"),
}


@pytest.mark.parametrize("name", RUNS)
def test_every_view_is_of_the_plans_meant_and_says_how_many(name: str, folder: Path) -> None:
    args, words = RUNS[name]
    result = run(*args, "--where", "area=甲州市", folder=folder)
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert not re.search(r"\b[bd]ing\b", result.stdout)
    chosen = "1 of 3" if name == "gaps" else "2 of 4"
    assert f"{chosen} plans chosen: area=甲州市" in result.stderr


def test_named_plans_are_narrowed_too(folder: Path) -> None:
    result = run("diff", "jia", "yi", "bing", "--brief", "--where", "level=district", folder=folder)
    assert result.stdout.startswith("jia 1 · yi 2 |")
    gaps = run("gaps", "jia", "yi", "bing", "--where", "level=county", "-f", "json", folder=folder)
    assert json.loads(gaps.stdout)["settings"]["against"] == ["bing"]


def test_several_options_have_all_to_hold(folder: Path) -> None:
    result = run("list", "-f", "json", "--where", "level=district", "--where", "area=甲州市", folder=folder)
    answer = json.loads(result.stdout)
    assert [plan["id"] for plan in answer["data"]] == ["jia", "yi"]
    assert answer["settings"] == {"where": "level=district area=甲州市"}


def test_an_empty_choice_is_one_line_and_status_2(folder: Path) -> None:
    for command in ("matrix", "list", "standards", "diff", "targets"):
        result = run(command, "--where", "level=province", folder=folder)
        assert isinstance(result.exception, PlanCompareError)
        told = "none of 4 plans is meant (level=province: 0); of level there are county, district"
        assert (result.stdout, result.exception.message) == ("", told)


def test_files_of_other_plans_are_not_parsed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(path: Path, data: bytes) -> PlanFile:
        read.append(path.stem)
        return read_plan(path, data)

    monkeypatch.setattr(many, "read_plan", noted)
    for args in (["matrix"], ["list"], ["search", "幼儿园"], ["report", "-f", "json"]):
        read.clear()
        assert run("--no-index", *args, "--where", "area=甲州市", folder=folder).exit_code == 0
        assert sorted(read) == ["jia", "yi"], args


def test_a_plan_that_is_broken_behind_its_head_is_left_out_and_told(folder: Path) -> None:
    broken = (folder / "yi.yaml").read_text("utf-8") + "- [\n"
    (folder / "yi.yaml").write_text(broken, "utf-8")
    result = run("list", "--where", "area=甲州市", "-f", "json", folder=folder)
    assert result.exit_code == 0 and "yi.yaml" in result.stderr
    assert [plan["id"] for plan in json.loads(result.stdout)["data"]] == ["jia"]


def test_a_report_can_be_made_again_by_the_line_that_it_prints(folder: Path) -> None:
    report = run("report", "-f", "md", "--where", "area=甲州市", folder=folder).stdout
    assert "report --where 'area=甲州市' -f md" in report


def test_the_fields_are_completed_and_told_in_chinese(folder: Path) -> None:
    result = run("--lang", "zh", "list", "--where", "级别=县", folder=folder)
    assert "4 份规划中选了 1 份：level=county" in result.stderr
    error = run("--lang", "zh", "list", "--where", "级=县", folder=folder).exception
    assert isinstance(error, PlanCompareError)
    assert message_text(error.message, "zh").startswith("没有字段“级”")
