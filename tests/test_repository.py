"""The files around the package: they parse, agree on the version, and the lock holds what pyproject.toml asks for."""

import re
from collections.abc import Iterator
from importlib.metadata import distribution, requires
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import plancompare
from plancompare.commands import COMMANDS
from tests import pins

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
EXTRAS = ("pdf", "web", "office", "plot")  # what a user may ask for
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.M))


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def steps(workflow: Any) -> Iterator[str]:
    """What the jobs of a workflow run."""
    for job in workflow["jobs"].values():
        yield from (step["run"] for step in job["steps"] if "run" in step)


def test_the_workflow_runs_targets_that_there_are() -> None:
    workflow = read(".github/workflows/check.yml")
    releases = workflow["jobs"]["packages"]["strategy"]["matrix"]["releases"]
    called = {word for line in steps(workflow) for word in line.split("make ", 1)[1].split() if word.isalpha()}
    assert called | set(releases) <= TARGETS
    assert workflow["jobs"]["tests"]["strategy"]["matrix"]["python"] == list(pins.PYTHONS)


def test_what_ci_runs_are_targets_that_there_are() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    called = {word for line in re.findall(r"\bmake ([a-z ]+)", script) for word in line.split()}
    assert {"lint", "types", "plans", "verify", "test", "browser", "newest"} <= called
    assert called <= TARGETS


def test_every_target_has_its_line_of_help() -> None:
    assert set(re.findall(r"^([a-z]+):.*## \w", MAKEFILE, re.M)) == TARGETS


def test_hooks_run_what_there_is() -> None:
    own = [hook["entry"].split() for repo in read(".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    assert [words[0] for words in own] == [".venv/bin/ruff", ".venv/bin/ruff", ".venv/bin/mypy"]
    (hook,) = read(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["language"]) == ("plancompare-check", "plancompare", "python")
    assert hook["args"][-1] == "check" and "check" in COMMANDS
    assert [bool(re.search(hook["files"], name)) for name in ("plans/a.yaml", "plans/a.yml", "a.py")] == [1, 1, 0]


def test_the_version_is_the_same_everywhere() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert read("CITATION.cff")["version"] == plancompare.__version__
    assert re.findall(r"^## (\S+)", changes, re.M)[:2] == ["Unreleased", plancompare.__version__]


FAMILIES = ("MIT", "BSD", "Apache", "PSF")  # permissive, all of them


def installed_with_it(name: str = "plancompare", found: dict[str, str] | None = None) -> dict[str, str]:
    """The packages that come with a package, at any remove -> all that they say of their licence."""
    found = {} if found is None else found
    for asked in map(Requirement, requires(name) or ()):
        key = canonicalize_name(asked.name)
        wanted = any(not asked.marker or asked.marker.evaluate({"extra": extra}) for extra in ("", *EXTRAS))
        if wanted and key not in found and key != "plancompare":
            told = distribution(key).metadata
            names = ("License-Expression", "License", "Classifier")
            found[key] = "\n".join(line for part in names for line in told.get_all(part) or ())
            installed_with_it(key, found)
    return found


def test_the_list_of_licences_has_every_package_with_the_licence_it_has() -> None:
    text = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", text.split("## Packages", 1)[1], re.M)
    listed = {name.strip(): licence for names, licence in rows for name in re.sub(r"`\[\w+\]` ", "", names).split(",")}
    own = installed_with_it()
    assert own.keys() <= listed.keys() and len(own) > 20
    for name, told in own.items():
        families = [family for family in FAMILIES if family in listed[name]]
        told = told.replace("Python Software Foundation", "PSF")
        assert families and any(family in told for family in families), (name, listed[name], told[:80])


def locked() -> list[Requirement]:
    lines = pins.CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("python", pins.PYTHONS)
def test_the_lock_pins_all_that_is_asked_for_to_what_is_allowed(python: str) -> None:
    pinned = {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in locked()
        if pin.marker is None or pin.marker.evaluate({"python_version": python})
    }
    for asked in map(Requirement, pins.requirements()):
        assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), asked


def test_a_later_python_is_not_held_to_the_lock() -> None:
    assert not [pin for pin in locked() if pin.marker is None or pin.marker.evaluate({"python_version": "3.14"})]


def test_the_lock_names_no_place_and_no_package_twice() -> None:
    text = pins.CONSTRAINTS.read_text(encoding="utf-8")
    assert "://" not in text and not re.search(r"^-", text, re.M)
    for python in pins.PYTHONS:
        names = [p.name for p in locked() if p.marker is None or p.marker.evaluate({"python_version": python})]
        assert len(names) == len(set(names))


def test_the_oldest_are_the_lower_bounds() -> None:
    bounds = dict(line.split("==") for line in pins.oldest())
    for asked in map(Requirement, pins.requirements()):
        assert Version(bounds[asked.name]) in asked.specifier


def test_a_pin_is_one_line_where_pythons_agree_and_one_each_where_not() -> None:
    versions = {"3.11": {"a": "1", "b": "1"}, "3.12": {"a": "1", "b": "2"}, "3.13": {"a": "1", "b": "2", "c": "3"}}
    assert list(pins.lines(versions)) == [
        'a==1 ; python_version <= "3.13"',
        'b==1 ; python_version == "3.11"',
        'b==2 ; python_version == "3.12"',
        'b==2 ; python_version == "3.13"',
        'c==3 ; python_version <= "3.13"',
    ]
