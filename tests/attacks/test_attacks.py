"""A small run of the attacks, and the promises of the threat list: each names a test that is there."""

import re
import tempfile
from pathlib import Path
from random import Random

import pytest

from tests.attacks import fuzz, kill, targets

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", targets.KINDS)
def test_a_few_inputs(name: str, tmp_path: Path) -> None:
    kind, random = targets.KINDS[name], Random(20260131)
    if kind.strategy is not None:
        data = targets.drawn(kind.strategy, 20260131)[:40]
    else:
        seeds = kind.seeds()
        data = [*seeds, *(kind.change(random.choice(seeds), random, seeds) for _ in range(40))]
    for one in data:
        kind.run(tmp_path, one)


def test_what_is_found_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "FINDS", tmp_path / "finds")

    def fails(folder: Path, data: bytes) -> None:
        raise KeyError(data)

    for data in (b"long", b"x", b"longer"):
        case = targets.Input("plan", data, fails)
        took = fuzz.tried(case, tmp_path)
        assert took.fault.startswith("KeyError")
        fuzz.keep(took, case)
    assert [path.read_bytes() for path in (tmp_path / "finds").glob("*/input")] == [b"x"]


@pytest.mark.parametrize("name", ["code", "codes", "review", "batch", "report", "into", "again", "new"])
def test_a_few_kills(name: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        trial = kill.Trial(name, Path(home))
        for at in Random(name).sample(range(1, trial.events + 1), min(3, trial.events)):
            trial.kill(at)


def test_two_writers() -> None:
    assert kill.both_at_once(2, Random(1)) == []


@pytest.mark.parametrize("name", ["threats.md", "threats.zh.md"])
def test_every_promise_is_held_by_a_test_that_is_there(name: str) -> None:
    held = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs" / name).read_text("utf-8"))
    assert len(held) > 15
    for path, test in held:
        assert f"def {test}" in (ROOT / path).read_text("utf-8"), (path, test)


def test_the_same_promises_in_both_languages() -> None:
    both = [(ROOT / "docs" / name).read_text("utf-8") for name in ("threats.md", "threats.zh.md")]
    tests = [re.findall(r"`(?:tests|drafting|make)[^`]*`", text) for text in both]
    assert tests[0] == tests[1]
