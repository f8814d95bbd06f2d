"""The first screen and the list of many plans: of what kinds they are, what to try; nothing is compared for it."""

from pathlib import Path

import pytest

from plancompare.comparing import comparison
from plancompare.telling.text import cells
from tests.benchmarks.national import write
from tests.support import run
from tests.telling.test_many import folder  # noqa: F401


def test_the_first_screen_of_many_plans_compares_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    def no_comparison(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(comparison, "compare", no_comparison)
    for width in ("80", "100"):
        for lang in ("zh", "en"):
            lines = run("--lang", lang, "--width", width, folder=folder).stdout.splitlines()
            assert 5 < len(lines) < 40
            assert max(map(cells, lines)) <= int(width)
    assert "Plans by level: city: 1, district: 12." in lines


@pytest.mark.parametrize(("codes", "first"), [(0.0, "review"), (1.0, "similar")])
def test_what_is_to_be_tried_next_can_be_tried(tmp_path: Path, codes: float, first: str) -> None:
    """Nearest plans are told by codes, so there have to be some."""
    write(tmp_path, 14, codes)
    lines = run("--width", "300", folder=tmp_path).stdout.splitlines()
    tried, *_ = [line.split() for line in lines if line.startswith("  $ ")]
    assert tried[-2:] == [first, "p00000"]
    assert (run("similar", "p00000", folder=tmp_path).exit_code == 0) == (first == "similar")


def test_a_list_of_many_says_first_of_what_kinds_they_are(folder: Path) -> None:  # noqa: F811
    lines = run("list", folder=folder).stdout.splitlines()
    assert "Plans by level: city: 1, district: 12." in lines[:3]
