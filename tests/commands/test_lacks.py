"""`diff OTHERS --lacks PLAN`: what one plan lacks that others promise, asked as a researcher asks it."""

from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.commands.diff import Request, differences
from plancompare.commands.session import Session
from plancompare.telling.blocks import Grid
from tests.support import collection, plan_text, run

GARDENS = "id: {}-1, text: 新建幼儿园三所, theme: preschool, evidence: 新建幼儿园"
ROTATION = "id: {}-2, text: 推进教师区管校聘改革, theme: staffing, evidence: 区管校聘改革"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of three plans one promises to rotate teachers, two to build kindergartens."""
    north = plan_text("north", [GARDENS.format("n"), ROTATION.format("n")])
    plans = {"north": north, "south": plan_text("south", [GARDENS.format("s")])}
    plans["west"] = plan_text("west", [ROTATION.format("w").replace("推进教师区管校聘改革", "消防演练每学期一次")])
    return collection(tmp_path_factory.mktemp("lacks"), plans)


def rows(case: Path, *plans: str, lacks: str) -> list[str]:
    outcome = differences(Session(case), Request(plans, lacks=lacks))
    return [line.row for block in outcome.blocks or () if isinstance(block, Grid) for line in block.lines]


def test_the_plan_that_lacks_may_be_named_once_or_twice_by_id_place_or_path(case: Path) -> None:
    asked = rows(case, "north", "south", lacks="south")
    assert asked == ["north/n-2"]
    for name in ("south", "south区", str(case / "south.yaml")):
        assert rows(case, "north", lacks=name) == asked
    assert set(rows(case, lacks="south区")) == {"north/n-2", "west/w-2"}  # of all plans held


def test_only_promises_that_others_make_are_told(case: Path) -> None:
    assert rows(case, "south", lacks="north") == []
    assert "not found in north     0" in run("diff", "south", "--lacks", "north", folder=case).stdout


def test_the_help_of_the_program_says_how_to_ask() -> None:
    assert "--lacks" in run("--help").stdout
    assert "--lacks" in run("diff", "--help", "--lang", "zh").stdout


def test_a_plan_compared_with_nothing_lacks_nothing(case: Path) -> None:
    with pytest.raises(PlanCompareError):
        rows(case, "south", lacks="south")


def test_status_and_counts_go_with_it(case: Path) -> None:
    asked = ("diff", "north", "--lacks", "south")
    assert run(*asked, "--exit-code", folder=case).exit_code == 1
    assert "comparable 1: all make 0 · some make 1" in run(*asked, "--brief", folder=case).stdout
