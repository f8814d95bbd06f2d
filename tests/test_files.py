"""Files that commands write: whole or not at all, over nothing that is there."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plancompare.commands.files import refuse_to_overwrite, watched, write_whole
from plancompare.errors import PlanCompareError


def test_what_is_there_is_refused_unless_forced(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_bytes(b"mine")
    link.symlink_to("nowhere")
    for path in (there, link, tmp_path):
        with pytest.raises(PlanCompareError, match="is there already; write over it with --force"):
            refuse_to_overwrite(path, force=False)
        refuse_to_overwrite(path, force=True)
    for name in ("new", "x" * 300):
        refuse_to_overwrite(tmp_path / name, force=False)


def test_a_file_is_written_whole_and_readable_by_all(tmp_path: Path) -> None:
    path = tmp_path / "new"
    write_whole(path, b"one", force=False)
    assert path.read_bytes() == b"one"
    assert path.stat().st_mode & 0o777 == 0o644
    with pytest.raises(PlanCompareError, match="is there already"):
        write_whole(path, b"two", force=False)
    assert path.read_bytes() == b"one"
    write_whole(path, b"two", force=True)
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("name", ["none/new", "x" * 300, "folder"])
def test_a_place_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PlanCompareError, match=r"cannot write .*: "):
        write_whole(tmp_path / name, b"one", force=True)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_broken_move_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise failure

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PlanCompareError if isinstance(failure, OSError) else KeyboardInterrupt) as caught:
        write_whole(path, b"new", force=True)
    assert isinstance(failure, KeyboardInterrupt) or "No space left on device" in str(caught.value)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"old": b"old"}


class Bar:
    """A progress bar that remembers what it was told."""

    def __init__(self) -> None:
        self.length, self.steps = 0, list[int]()

    def __call__(self, length: int, file: Any, show_eta: bool) -> "Bar":
        self.length = length
        return self

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self.steps.append(-1)

    def update(self, steps: int) -> None:
        self.steps.append(steps)


@pytest.mark.parametrize(
    ("person", "slow", "steps"), [(True, True, [0, 1, 1, 1, -1]), (True, False, []), (False, True, [])]
)
def test_a_bar_appears_where_a_person_waits(
    monkeypatch: pytest.MonkeyPatch, person: bool, slow: bool, steps: list[int]
) -> None:
    bar = Bar()

    def clock() -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += 1.0 if slow else 0.0

    ticks = clock()
    monkeypatch.setattr("click.progressbar", bar)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: person, raising=False)
    monkeypatch.setattr("time.monotonic", lambda: next(ticks))
    assert list(watched("abc")) == ["a", "b", "c"]
    assert bar.steps == steps
    assert bar.length == (3 if steps else 0)
    assert list(watched([])) == []
