"""A folder of one's own lies over the shipped plans: what is left out is said, with the command that takes it in."""

import shlex
from pathlib import Path

import pytest

from plancompare.commands.session import Session
from tests.support import collection, plan_text, run

GARDENS = "id: o-1, text: 新建幼儿园三所, theme: preschool, evidence: 新建幼儿园"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """One plan that borrows the shipped codebook."""
    folder = tmp_path / "my"
    folder.mkdir()
    (folder / "own.yaml").write_text(plan_text("own", [GARDENS]), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "asked",
    [
        ["search", "县管校聘"],
        ["matrix"],
        ["matrix", "--rows"],
        ["targets"],
        ["search", "--theme", "学前教育", "--figures"],
    ],
)
def test_the_command_that_takes_in_shipped_plans_is_said_and_does(own: Path, asked: list[str]) -> None:
    result = run(*asked, folder=own)
    assert "朝阳" not in result.stdout
    (note,) = (line for line in result.stderr.splitlines() if "without the shipped" in line)
    words = shlex.split(note.partition("with these: ")[2])
    assert words[:3] == ["plancompare", "--plans", str(own)]
    whole = run(*words[1:])
    assert whole.exit_code == 0 and "丰台" in whole.stdout
    assert set(asked) - {"学前教育"} <= set(words)
    assert "without the shipped" not in whole.stderr


def test_nothing_is_said_where_plans_are_named_or_nothing_is_left_out(own: Path, tmp_path: Path) -> None:
    for result in (
        run("matrix", "own", "朝阳", folder=own),
        run("matrix"),
        run("--only-plans", str(own), "matrix"),
        run("matrix", folder=collection(tmp_path / "field", {"own": plan_text("own", [GARDENS])})),
    ):
        assert result.exit_code == 0 and "without the shipped" not in result.stderr


def test_all_names_every_plan_once_unless_a_plan_is_called_so(own: Path) -> None:
    _, ids = Session(own).choose(["own", "all"])
    assert ids[0] == "own" and len(ids) == len(set(ids)) == 6
    assert Session(own, alone=True).choose(["all"])[1] == ["own"]
    (own / "all.yaml").write_text(plan_text("all", [GARDENS]), encoding="utf-8")
    assert Session(own).choose(["all"])[1] == ["all"]
