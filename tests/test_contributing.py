"""What CONTRIBUTING.md says is true: its card is current, and what it names is there."""

import re
import subprocess
import sys

from tests.docs import CONTRIBUTING, ROOT, renewed
from tests.house import LAYERS, PACKAGE, rooms

TEXT = CONTRIBUTING.read_text(encoding="utf-8")
# an entry of the list of files behind `diff`: "1. `commands/diff.py`: ..."
ENTRY = re.compile(r"^\d+\. `([a-z_/]+\.py)`:", re.M)
BEHIND_DIFF = TEXT.split("## To understand")[1].split("\n## ")[0]
LISTED = ENTRY.findall(BEHIND_DIFF)
# what may stay closed: files, the first of a line of a room with the room's name, and whole rooms that end in a stroke
CLOSED = re.findall(r"`([a-z_/]+(?:\.py|/))`", BEHIND_DIFF.split("may stay closed")[1])
MOST = 18
WATCHED = """
import sys
from plancompare.cli import group
group(["--plans", "tests/cases/two_districts", "diff"], standalone_mode=False)
print(*(m.__file__ for n, m in sys.modules.items() if n.startswith("plancompare.") and m.__file__), file=sys.stderr)
"""


def test_the_card_is_current() -> None:
    assert renewed(CONTRIBUTING) == TEXT, "run `make docs`"


def test_the_card_has_every_room_and_what_it_is() -> None:
    assert [room.name for room in rooms()] == [name for names in LAYERS for name in names]
    assert [room.name for room in rooms() if not room.summary.endswith(".")] == []


def test_the_files_behind_a_diff_are_few_and_run() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    loaded = {name.rpartition("plancompare/")[2] for name in done.stderr.splitlines()[-1].split()}
    assert len(LISTED) == len(set(LISTED)) <= MOST
    assert set(LISTED) <= loaded


def test_what_runs_for_a_diff_is_listed_or_may_stay_closed() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    loaded = {name.rpartition("plancompare/")[2] for name in done.stderr.splitlines()[-1].split()}
    closed, room = set[str](), ""
    for name in CLOSED:
        room = name.rpartition("/")[0] + "/" if "/" in name else room
        closed.add(name if "/" in name or name in loaded else room + name)
    untold = {
        name
        for name in loaded - set(LISTED) - closed
        if not name.endswith("__init__.py") and not any(name.startswith(whole) for whole in closed if whole[-1] == "/")
    }
    assert untold == set()
    assert {name for name in closed if name[-1] != "/"} <= loaded


def test_files_that_it_names_are_there() -> None:
    paths = {path.as_posix() for room in (PACKAGE, ROOT / "tests", ROOT / "plans") for path in room.rglob("*.*")}
    names = set(re.findall(r"`([a-z_/]+\.(?:py|yaml|json|md|txt))`", TEXT))
    assert {name for name in names if not any(path.endswith(f"/{name}") for path in paths)} == set()


def test_commands_that_it_names_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = {word for line in re.findall(r"`make ([a-z ]+)", TEXT) for word in line.split()}
    modules = set(re.findall(r"python -m (tests(?:\.[a-z_]+)+)", TEXT))
    assert called <= set(re.findall(r"^([a-z]+):", makefile, re.M))
    assert {name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").is_file()} == set()
