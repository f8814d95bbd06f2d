"""Where answers go: what was written is told, a minus is stdout in every command; annotations; plans as JSON."""

import json
from pathlib import Path

import pytest

from plancompare.commands.check import annotation
from plancompare.findings import Finding, Location
from plancompare.formats.json import SCHEMA_VERSION
from plancompare.messages import Message
from plancompare.plotting import fonts
from tests.plotting.support import FONTS_OR_BOXES
from tests.support import collection, plan_text, run

SOUND = "id: e-1, text: 新建幼儿园, evidence: 新建幼儿园, theme: preschool"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {"east": plan_text("east", [SOUND]), "west": plan_text("west", [SOUND.replace("preschool", "prescool")])}
    return collection(tmp_path / "own", plans)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text("某区规划\n一、任务\n新建幼儿园三所。\n", encoding="utf-8")
    return path


def commands(text: Path) -> dict[str, tuple[str, ...]]:
    """Every command that takes -o, but for its file."""
    return {
        "report.md": ("report", "east", "-f", "md"),
        "gaps.md": ("gaps", "east", "west", "-f", "md"),
        "new.yaml": ("new", "north"),
        "draft.yaml": ("encode", str(text)),
        "schema.json": ("schema",),
        "plot.svg": ("plot", "heatmap", "east", "west"),
    }


@pytest.mark.parametrize("name", ["report.md", "gaps.md", "new.yaml", "draft.yaml", "schema.json", "plot.svg"])
def test_what_was_written_is_told_and_a_minus_is_stdout(
    name: str, folder: Path, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fonts, "FAMILIES", FONTS_OR_BOXES)
    path = tmp_path / "out" / name
    path.parent.mkdir()
    result = run(*commands(text)[name], "-o", str(path), folder=folder)
    assert (result.exit_code, result.stdout) == (0, ""), result.output
    assert f"written: {path}" in result.stderr
    again = run(*commands(text)[name], "-o", "-", folder=folder)
    assert again.exit_code == 0
    assert again.stdout.encode() == path.read_bytes()
    assert not (tmp_path / "-").exists()
    assert "written" not in again.stderr


@pytest.mark.parametrize(
    "args", [("review", "--to", "-"), ("review", "--batch", "-"), ("encode", "x.txt", "--into", "-")]
)
def test_what_cannot_go_to_stdout_is_refused(args: tuple[str, ...], folder: Path) -> None:
    result = run(*args, folder=folder)
    assert result.exit_code == 2
    assert "name a file" in result.stderr


def test_findings_as_annotations_of_a_workflow(folder: Path) -> None:
    result = run("check", "-f", "github", folder=folder)
    assert result.exit_code == 1
    path, line = folder / "west.yaml", next(s for s in result.stdout.splitlines() if "prescool" in s)
    assert line.startswith(f"::error file={path},line=")
    assert ',title=unknown-theme::commitment e-1: no theme "prescool"' in line


def test_an_annotation_cannot_be_broken_out_of() -> None:
    at = Location("a,b:c%\n.yaml", 3, 4)
    told = annotation(Finding(at, "error", Message("x\n::error::y 100%"), "rule"))
    assert told == "::error file=a%2Cb%3Ac%25%0A.yaml,line=3,col=4,title=rule::x%0A::error::y 100%25"
    assert annotation(Finding(Location("a"), "hint", Message("x"), "rule")) == "::notice file=a,title=rule::x"
    assert annotation(Finding(at, "error", Message("x"), "rule", "因为")).startswith("::notice ")


def test_the_plans_held_as_json(folder: Path) -> None:
    told = json.loads(run("list", "-f", "json", folder=folder).stdout)
    assert (told["schema_version"], told["command"]) == (SCHEMA_VERSION, "list")
    east, west = told["data"]
    assert (east["id"], east["commitments"], east["period"], east["extent"]) == (
        "east",
        1,
        {"from": 2021, "to": 2025},
        "full",
    )
    assert (east["findings"]["error"], west["findings"]["error"]) == (0, 1)
    assert east["themes_whole"] == ["preschool", "staffing", "training", "layout"]


def test_one_plan_as_json(folder: Path) -> None:
    told = json.loads(run("show", "east", "-f", "json", folder=folder).stdout)
    assert (told["command"], told["settings"]) == ("show", {"plan": "east", "theme": None})
    states = {line["id"]: (line["status"], line["commitments"]) for line in told["data"]["themes"]}
    assert states["preschool"] == ("made", ["e-1"])
    assert states["layout"] == ("not_found", [])
    assert [c["text"] for c in told["data"]["plan"]["commitments"]] == ["新建幼儿园"]
    narrow = json.loads(run("show", "east", "--theme", "layout", "-f", "json", folder=folder).stdout)["data"]
    assert [line["id"] for line in narrow["themes"]] == ["layout"]
    assert narrow["plan"]["commitments"] == []
