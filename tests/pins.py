"""The versions that the tests run with, read from pyproject.toml; needs nothing but Python itself.

`python tests/pins.py lock` rewrites tests/constraints.txt with the newest releases (`make lock`), `python tests/pins.py
oldest` prints the lowest that pyproject.toml allows, as constraints (`make oldest`).
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
CONSTRAINTS = ROOT / "tests" / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13")  # those that CI tests; any other takes what is newest for it
HEAD = f"# Made by `make lock` for CPython {PYTHONS[0]} to {PYTHONS[-1]}; not written by hand.\n"


def requirements() -> list[str]:
    """All that building, using and testing the package asks for, as pyproject.toml has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    found = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    found += [one for several in extras.values() for one in several if not one.startswith("plancompare[")]
    return sorted(set(found), key=str.lower)


def oldest() -> Iterator[str]:
    """One constraint a requirement: its lower bound."""
    for requirement in requirements():
        name, bound = re.match(r"([\w.-]+)>=([\w.]+)", requirement).groups()  # type: ignore[union-attr]
        yield f"{name}=={bound}"


def resolved(python: str) -> dict[str, str]:
    """Package -> version that pip would install today on that CPython, wheels only."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--dry-run", "--ignore-installed", "--only-binary", ":all:", "--python-version", python]
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *options]
        command += ["--target", folder, "--report", str(report), *requirements()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"pip finds no set of packages for Python {python}:\n{done.stderr}")
        found = [package["metadata"] for package in json.loads(report.read_text(encoding="utf-8"))["install"]]
    return {re.sub(r"[-_.]+", "-", package["name"]).lower(): package["version"] for package in found}


def lines(versions: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """``versions``: Python -> package -> version. One line where all Pythons agree, else one for each."""
    for name in sorted({name for found in versions.values() for name in found}):
        pins = {python: found[name] for python, found in versions.items() if name in found}
        if len(set(pins.values())) == 1:
            # a later Python than all of these may need a later release: it is left free
            yield f'{name}=={next(iter(pins.values()))} ; python_version <= "{PYTHONS[-1]}"'
        else:
            yield from (f'{name}=={version} ; python_version == "{python}"' for python, version in pins.items())


def main() -> None:
    """Do what the one argument says."""
    if sys.argv[1:] == ["oldest"]:
        print("\n".join(oldest()))
    elif sys.argv[1:] == ["lock"]:
        pinned = lines({python: resolved(python) for python in PYTHONS})
        CONSTRAINTS.write_text(HEAD + "".join(f"{line}\n" for line in pinned), encoding="utf-8")
    else:
        raise SystemExit("say oldest or lock")


if __name__ == "__main__":
    main()
