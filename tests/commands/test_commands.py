"""What a person sees of commands beyond the golden cases: own words, warnings, exit status."""

import re
from pathlib import Path

import pytest

from plancompare import __version__
from tests.support import collection, plan_text, run

RULING = "decisions:\n- {id: r, label: {zh: 名, en: A curator's name}, same: [a/a1, b/b1]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text("a", ["id: a1, text: 推行县管校聘, theme: staffing, evidence: 县管校聘"]),
        "b": plan_text("b", ["id: b1, text: 落实区管校聘, theme: staffing, evidence: 区管校聘"]),
        "c": plan_text("c", ["id: c1, text: 新建幼儿园, theme: preschool, evidence: 新建"]),
        "d": plan_text("d", ["id: d1, text: 扩建校舍, theme: layout, evidence: 扩建"], head=""),
    }
    return collection(tmp_path / "plans", plans, decisions=RULING)


def test_a_row_of_several_plans_has_the_curators_name_and_a_lone_plan_its_own_words(folder: Path) -> None:
    assert "A curator's name" in run("diff", "a", "b", folder=folder).stdout
    alone = run("diff", "a", "c", folder=folder).stdout
    assert "推行县管校聘" in alone
    assert "A curator's name" not in alone


def test_a_plan_that_does_not_say_what_it_covers_is_warned_of(folder: Path) -> None:
    result = run("diff", "a", "d", folder=folder)
    assert result.exit_code == 0
    assert result.stderr.startswith("d: it is not said what its text covers")
    assert "extent: full" in result.stderr
    assert run("diff", "a", "c", folder=folder).stderr == ""


@pytest.mark.parametrize(("plans", "status"), [(("a", "b"), 0), (("a", "c"), 1), (("a", "a"), 0)])
def test_exit_code_tells_whether_plans_differ(folder: Path, plans: tuple[str, str], status: int) -> None:
    assert run("diff", *plans, "--brief", "--exit-code", folder=folder).exit_code == status
    assert run("diff", *plans, "--brief", folder=folder).exit_code == 0


def test_report_refuses_to_write_over_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run("report", "-o", str(target), folder=folder).exit_code == 0
    written = target.read_bytes()
    target.write_bytes(b"mine")
    assert "is there already" in str(run("report", "-o", str(target), folder=folder).exception)
    assert target.read_bytes() == b"mine"
    assert run("report", "-o", str(target), "--force", folder=folder).exit_code == 0
    assert target.read_bytes() == written


def test_the_version_is_that_of_program_schema_codebook_and_catalogue() -> None:
    first, second = run("--version").stdout.splitlines()
    assert first == f"plancompare, version {__version__}"
    assert re.fullmatch(r"JSON schema \d+, codebook \d\S*, catalogue [0-9a-f]{8} \(\d+ standards\)", second)
