"""Plans that are called alike: told apart on every screen, and never chosen by chance; and plans called like a file."""

from pathlib import Path

import pytest

from plancompare import compare, load
from tests.support import collection, plan_text, run

GARDENS = "id: {}1, text: 新建幼儿园三所, theme: preschool, evidence: 新建幼儿园三所"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans of one district, of two periods, and two that say nothing of theirs."""

    def text(id: str, period: str) -> str:
        name = "临江" if period else "河西"
        told = plan_text(id, [GARDENS.format(id)]).replace(f"name: {id}\n", f"name: {name}\n")
        return told.replace("period: {from: 2021, to: 2025}\n", period)

    periods = {
        "lj14": "period: {from: 2021, to: 2025}\n",
        "lj15": "period: {from: 2026, to: 2030}\n",
        "hx": "",
        "hx2": "",
    }
    return collection(tmp_path, {id: text(id, period) for id, period in periods.items()})


def test_no_two_columns_have_one_name(folder: Path) -> None:
    comparison = compare(load(folder))
    assert [plan.name for plan in comparison.plans] == ["河西 hx", "河西 hx2", "临江 2021–2025", "临江 2026–2030"]
    assert [plan.name for plan in compare(load(folder), ["lj14", "hx"]).plans] == ["临江", "河西"]
    assert "临江 2026–2030" in run("matrix", folder=folder).stdout


def test_a_name_that_several_have_is_answered_with_their_ids(folder: Path) -> None:
    for asked in (["show", "临江"], ["diff", "临江", "hx"], ["search", "幼儿园", "--plan", "临江"]):
        result = run(*asked, folder=folder)
        assert "lj14 (2021–2025)" in str(result.exception) and "lj15 (2026–2030)" in str(result.exception)


def test_a_plan_is_called_by_its_file_too(folder: Path) -> None:
    (folder / "lj15.yaml").rename(folder / "next.yaml")
    assert "临江" in run("show", "next", folder=folder).stdout
    assert run("diff", "next", "hx", "--brief", folder=folder).exit_code == 0


def test_a_draft_says_what_it_is_called_where_its_file_is_called_otherwise(tmp_path: Path) -> None:
    source = tmp_path / "draft.txt"
    source.write_text("临江区教育规划（2026—2030年）\n一、主要任务\n新建幼儿园3所。\n", encoding="utf-8")
    told = run("encode", str(source), "-o", str(tmp_path / "linjiang.yaml"))
    assert "plan draft (临江): 1 commitments" in told.stderr and "--id linjiang" in told.stderr
    told = run("encode", str(source), "-o", str(tmp_path / "lj.yaml"), "--id", "lj")
    assert "plan lj (临江): 1 commitments" in told.stderr and "--id" not in told.stderr
