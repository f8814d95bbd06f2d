"""Whole runs print what is expected, to the byte."""

from pathlib import Path

import pytest

from tests.golden import READERS, RUNS, cases, output, read_back

CASES = cases()


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_output_is_as_expected(case: Path, name: str) -> None:
    expected = (case / "expected" / name).read_text(encoding="utf-8")
    assert output(case, name) == expected, "if this is meant, run `make golden` and read the difference"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_files_hold_what_is_expected(case: Path, name: str) -> None:
    expected = (case / "expected" / name).read_text(encoding="utf-8")
    assert read_back(case, name) == expected, "if this is meant, run `make golden` and read the difference"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_unexpected_is_kept(case: Path) -> None:
    assert {path.name for path in (case / "expected").iterdir()} == {*RUNS, *READERS}


@pytest.mark.parametrize("name", RUNS)
def test_no_control_character_of_a_plan_reaches_the_screen(name: str) -> None:
    told = output(Path(__file__).parent / "cases" / "hostile", name)
    if name != "report.json":  # JSON escapes them
        assert not any(ord(c) < 32 and c != "\n" for c in told)
        assert "\u202e" not in told
    else:
        assert "\x1b" not in told
