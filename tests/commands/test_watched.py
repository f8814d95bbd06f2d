"""The bar that is shown while a person waits."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from plancompare.commands.files import watched


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
