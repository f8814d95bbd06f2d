"""What the README says is true: generated parts are current, examples run, every command is mentioned."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from plancompare.commands import COMMANDS
from plancompare.plotting import fonts
from tests.docs import README, renewed
from tests.support import run
from tests.texts.draft import write as write_draft

TEXT = README.read_text(encoding="utf-8")
CHINESE = README.with_name("README.zh.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ plancompare (.*)$", TEXT + CHINESE, re.M)
HELPS = {name: run(name, "--help", env={"COLUMNS": "200"}).stdout for name in COMMANDS}
HELP_EXAMPLES = [line.strip() for told in HELPS.values() for line in told.splitlines() if "  plancompare " in line]


@pytest.mark.slow
def test_generated_parts_are_current() -> None:
    assert renewed(TEXT) == TEXT, "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_a_mention(name: str) -> None:
    assert f"plancompare {name}" in TEXT
    assert re.search(rf"^ +plancompare (--plans \S+ )?{name}", HELPS[name], re.M)


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_readme_run(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*shlex.split(example))
    assert result.exit_code == 0, result.output
    assert result.stdout or "-o" in example or example == "check" or example.startswith("publish ")


@pytest.mark.slow
@pytest.mark.parametrize("example", HELP_EXAMPLES)
def test_examples_of_the_help_run(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Placeholders of the examples stand for folders that are made here; any font will do."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fonts, "FAMILIES", (fonts.FALLBACK,))
    shipped = README.parent / "plans"
    for name in ("my-plans", "drafts"):
        (tmp_path / name).mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "extracts").mkdir()
    pairs = [(f"chaoyang/cy-{a:03}", f"yuquan/yq-{b:03}") for a in range(70, 76) for b in range(99, 104)]
    labels = "".join(f"- {{a: {a}, b: {b}, label: related}}\n" for a, b in pairs)
    for name, verdict in (("mine", "same"), ("theirs", "different")):
        ruling = f"decisions:\n- {{{verdict}: [chaoyang/cy-073, yuquan/yq-100]}}\n"
        (tmp_path / f"{name}.yaml").write_text(ruling, encoding="utf-8")
    (tmp_path / "labels.yaml").write_text(labels, encoding="utf-8")
    text = (shipped / "city-yi.yaml").read_text(encoding="utf-8")
    (tmp_path / "my-plans" / "north.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "drafts" / "north.yaml").write_text(text.replace("id: city-yi", "id: north"), encoding="utf-8")
    write_draft(tmp_path / "draft.docx")
    (tmp_path / "north.txt").write_text("一、主要任务\n建立教研制度。\n", encoding="utf-8")
    result = run(*shlex.split(example)[1:])
    assert result.exit_code in (0, 1), result.output  # diff --exit-code says 1
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_library_example_runs() -> None:
    code = re.search(r"```python\n(.*?)```", TEXT, re.S)
    assert code
    done = subprocess.run([sys.executable, "-c", code[1]], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
