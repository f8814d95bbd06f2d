"""A check's docstring is its manual: it says what, why, and shows a bad and a good example that are run here."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from plancompare import PlanCompareError, checks, load
from plancompare.commands.check import manual_of
from plancompare.findings import Finding
from tests.support import collection, run

PLAN = {
    "id": "north",
    "name": "北区",
    "title": "北区规划",
    "area": {"name": "北区"},
    "period": {"from": 2021, "to": 2025},
    "source": {"extent": "full", "file": "north.txt"},
}
EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def examples(name: str) -> dict[str, Any]:
    """The examples of a manual as values, by Bad and Good."""
    return {kind: yaml.safe_load(dedent(text)) for kind, text in EXAMPLE.findall(checks.manual(name) + "\n")}


def texts(example: Any) -> Iterator[tuple[str, str]]:
    """The files of an example: a list is the commitments of a plan, else it has files by name."""
    files = {"commitments": example} if isinstance(example, list) else dict(example)
    records = files.pop("commitments", [{"id": "n-0", "text": "建站", "evidence": "建站"}])
    plan = files.pop("plan", {**PLAN, "sections": [{"heading": "任务", "commitments": records}]})
    for name, data in {"north": plan, **files}.items():
        yield name, yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def found(example: Any, name: str, folder: Path) -> list[Finding]:
    """What the check finds in an example; nothing else may be wrong with the example's shape."""
    files = dict(texts(example))
    corpus = load(collection(folder, {"north": files.pop("north")}, **files))
    findings = checks.run(corpus, [name])
    assert [f for f in findings if f.check != name and f.level == "error"] == []
    return [f for f in findings if f.check == name]


@pytest.mark.parametrize("name", checks.CHECKS)
def test_a_manual_says_what_and_why_and_shows_both_kinds(name: str) -> None:
    what, why, *_ = checks.manual(name).split("\n\n")
    assert "\n" not in what
    assert what.endswith(".")
    assert why.endswith(".")
    assert examples(name).keys() == {"Bad", "Good"}


@pytest.mark.parametrize("name", checks.CHECKS)
def test_the_bad_example_fires_and_the_good_one_is_silent(name: str, tmp_path: Path) -> None:
    shown = examples(name)
    assert found(shown["Bad"], name, tmp_path / "bad")
    assert found(shown["Good"], name, tmp_path / "good") == []


@pytest.mark.parametrize("name", checks.CHECKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_check_explains_itself(name: str, lang: str) -> None:
    result = run("--lang", lang, "check", "--explain", name)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{name} (")
    manual = checks.manual(name)
    assert result.stdout.endswith(f"\n\n{manual}\n") == (lang == "en")
    assert result.stdout.endswith(manual.rpartition("Good:")[2] + "\n")
    assert re.search(r"[\u4e00-\u9fff]", result.stdout.split("\n\n")[0])


@pytest.mark.parametrize(("name", "hint"), [("two-number", "did you mean"), ("xyz", "there are ambiguous-catalogue")])
def test_an_unknown_check_gets_a_hint(name: str, hint: str) -> None:
    with pytest.raises(PlanCompareError, match=hint):
        manual_of(name, "en")
