"""What a shell is offered: plans, themes, standards, rows and commitments; quickly, and never a message."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from plancompare.cli import group
from plancompare.reading.collection import shipped
from plancompare.reading.names import plans_named
from tests.support import collection, plan_text

SOUND = "id: e-1, text: 新建幼儿园, evidence: 新建幼儿园"
ROWS = "decisions:\n- {id: new-schools, label: {zh: 新建学校, en: New}, same: [east/e-1]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "east": plan_text("east", [SOUND]),
        "eastern": plan_text("eastern", []).replace("name: eastern", "name: 东"),
    }
    return collection(tmp_path / "own", plans, decisions=ROWS)


def offered(*typed: str, folder: Path | None = None) -> list[str]:
    """What is offered for the last of the words typed."""
    before = ["--only-plans", str(folder)] if folder else []
    shell = ShellComplete(group, {}, "plancompare", "_PLANCOMPARE_COMPLETE")
    return [str(item.value) for item in shell.get_completions([*before, *typed[:-1]], typed[-1])]


def test_commands_come_with_their_help() -> None:
    items = ShellComplete(group, {}, "plancompare", "X").get_completions([], "di")
    assert [(item.value, item.help) for item in items] == [("diff", items[0].help)]
    assert items[0].help


def test_plans_by_id_and_by_name(folder: Path) -> None:
    assert offered("diff", "", folder=folder) == ["east", "eastern"]
    assert offered("diff", "eastern", folder=folder) == ["eastern"]
    assert offered("diff", "东", folder=folder) == ["东"]
    assert offered("gaps", "east", "--upstream", "easte", folder=folder) == ["eastern"]


def test_shipped_plans_are_offered_beside_own_ones(folder: Path) -> None:
    both = offered("--plans", str(folder), "diff", "")
    assert set(both) == {"east", "eastern", *(plan.id for plan in plans_named([shipped()]))}


def test_what_is_no_plan_may_be_a_file(folder: Path) -> None:
    shell = ShellComplete(group, {}, "plancompare", "X")
    (item,) = shell.get_completions(["--only-plans", str(folder), "gaps"], "drafts/n")
    assert (item.type, item.value) == ("file", "drafts/n")


def test_themes_by_id_and_by_label(folder: Path) -> None:
    assert offered("diff", "--theme", "sta", folder=folder) == ["staffing"]
    assert offered("diff", "--theme", "学前", folder=folder) == ["学前教育"]


def test_rows_and_commitments(folder: Path) -> None:
    assert offered("explain", "east/", folder=folder) == ["east/e-1"]
    assert offered("explain", "east", folder=folder) == ["east/", "eastern/"]
    assert offered("explain", "e-", folder=folder) == ["e-1"]
    assert offered("explain", "new", folder=folder) == ["new-schools"]
    assert offered("search", "新建学", folder=folder) == ["新建学校"]


def test_standards_and_checks() -> None:
    assert "staffing-county-managed" in offered("standards", "staffing-c")
    assert offered("standards", "") == []
    assert offered("check", "--explain", "unknown-t") == ["unknown-theme"]


@pytest.mark.parametrize("typed", [("diff", ""), ("diff", "--theme", "x"), ("explain", "x"), ("nosuch", "x"), ("-",)])
def test_a_collection_that_cannot_be_read_offers_no_message(
    typed: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "codebook.yaml").write_bytes(b"themes: [\xff")
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfeid: [")
    (tmp_path / "y.yaml").write_text("id: 'y'   # so\nname: \"乙\"\n[", encoding="utf-8")
    (tmp_path / "z.yaml").mkdir()
    for folder in (tmp_path, tmp_path / "none"):
        offered(*typed, folder=folder)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("id: a\nname: 甲\n", ("a", "甲")),
        ("\ufeffid: 'a'  # why\r\nname: \"甲 乙\"\r\n", ("a", "甲 乙")),
        ("# id: x\nname: 甲\nid:   a\n", ("a", "甲")),
        ("id: a\nsections:\n- id: b\n  name: c\n", ("a", "")),
        ("name: 甲\n", None),
        ("", None),
    ],
)
def test_the_head_of_a_file_is_enough(head: str, named: tuple[str, str] | None, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(head, encoding="utf-8")
    assert [plan[:2] for plan in plans_named([tmp_path])] == ([named] if named else [])


def test_of_a_plan_only_the_head_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a plan was read whole")

    monkeypatch.setattr("plancompare.reading.nodes.read_document", refuse)
    assert offered("diff", "", folder=folder) == ["east", "eastern"]


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_real_shells_take_what_is_given(shell: str, folder: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    line = f"plancompare --only-plans {folder} diff 东"
    scripts = {
        "bash": f'COMP_WORDS=({line}); COMP_CWORD=4; _plancompare_completion plancompare; echo "${{COMPREPLY[@]}}"',
        "zsh": "compadd() { print -r -- $@[-1]; }; _describe() { print -r -- ${(P)3}; };"
        f"words=({line}); CURRENT=5; _plancompare_completion",
        "fish": f'complete -C "{line}"',
    }
    source = f"_PLANCOMPARE_COMPLETE={shell}_source plancompare"
    load = f"{source} | source" if shell == "fish" else f'eval "$({source})"'
    before = "compdef() { :; }; " if shell == "zsh" else ""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = subprocess.run(
        [program, "-c", f"{before}{load}; {scripts[shell]}"],
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.split()[0].split(":")[0] == "东", told
