"""What nobody looked at, or nobody checked, is never told as proved or read."""

import json
from pathlib import Path

import pytest

from tests.support import collection, plan_text, run

GARDENS = "id: {}1, text: 新建幼儿园三所, theme: preschool, evidence: 新建幼儿园三所"
SAFE = "id: {}2, text: 消防演练每学期一次, theme: layout, evidence: 消防演练"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan with its source, one without, and one that a machine alone has encoded."""
    plans = {
        "north": plan_text("north", [GARDENS.format("n")], "source: {extent: full, file: north.txt}"),
        "south": plan_text("south", [GARDENS.format("s"), SAFE.format("s")], "source: {extent: full, file: south.txt}"),
        "west": plan_text("west", [SAFE.format("w")], "coding: draft\nsource: {extent: full, file: west.txt}"),
    }
    (tmp_path / "north.txt").write_text("主要任务\n新建幼儿园三所。\n", encoding="utf-8")
    return collection(tmp_path / "plans", plans)


def test_a_missing_source_has_a_status_and_a_line_of_its_own(folder: Path) -> None:
    proved = run("verify", "north", "--sources", str(folder.parent), folder=folder)
    assert (proved.exit_code, "exact 1" in proved.stderr) == (0, True)
    partly = run("verify", "north", "south", "--sources", str(folder.parent), folder=folder)
    assert partly.exit_code == 2
    (line,) = (line for line in partly.stderr.splitlines() if line.startswith("Not proved"))
    assert "south (south.txt)" in line and line.endswith("not looked for: 2")
    unread = run("verify", "south", "--sources", str(folder.parent), folder=folder)
    assert unread.exit_code == 2 and "exact" not in unread.output
    data = run("verify", "south", "--sources", str(folder.parent), "-f", "json", folder=folder)
    assert (data.exit_code, json.loads(data.stdout)) == (2, []) and "Not proved" in data.stderr


def test_a_lost_phrase_is_told_by_its_own_status_also_beside_a_missing_source(folder: Path) -> None:
    (folder.parent / "north.txt").write_text("主要任务\n别的话。\n", encoding="utf-8")
    assert run("verify", "north", "south", "--sources", str(folder.parent), folder=folder).exit_code == 1


@pytest.mark.parametrize(("lang", "unread"), [("en", "was read"), ("zh", "已读")])
def test_nothing_of_a_draft_is_cited_as_read(folder: Path, lang: str, unread: str) -> None:
    for asked in (["search", "north/n1", "--cite"], ["search", "north/n1"], ["explain", "north/n1", "west"]):
        told = run(*asked, "--lang", lang, *(["--plan", "west"] if asked[0] == "search" else []), folder=folder)
        assert told.exit_code == 0 and unread not in told.stdout
        assert ("nobody has checked" if lang == "en" else "未经人核对") in told.stdout.replace("\n", " ")
    made = run("search", "west/w2", "--cite", "--plan", "west", folder=folder)
    assert "nobody has checked" in made.stdout.replace("\n", " ")
    assert (
        unread in run("search", "north/n1", "--cite", "--plan", "west", "--lang", lang, folder=_curated(folder)).stdout
    )


def _curated(folder: Path) -> Path:
    """The same collection where a person has been through the draft."""
    west = folder / "west.yaml"
    west.write_text(west.read_text(encoding="utf-8").replace("coding: draft\n", ""), encoding="utf-8")
    return folder
