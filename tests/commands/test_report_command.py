"""`plancompare report`: files, formats, refusals."""

import json
from pathlib import Path

import pytest

from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS
from tests.formats.support import CASES
from tests.support import run

CASE = CASES / "two_districts"


@pytest.mark.parametrize("name", FORMATS)
def test_same_input_same_bytes(name: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{place}.{FORMATS[name].suffixes[0]}" for place in range(2)]
    for file in files:
        assert run("report", "-o", str(file), folder=CASE).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert len(files[0].read_bytes()) > 500


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if not format.binary])
def test_text_goes_to_stdout_as_into_the_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{FORMATS[name].suffixes[0]}"
    assert run("report", "-o", str(file), folder=CASE).exit_code == 0
    assert run("report", "-f", name, folder=CASE).stdout_bytes == file.read_bytes()


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.binary])
def test_what_is_not_text_wants_a_file(name: str) -> None:
    assert "name a file with -o" in str(run("report", "-f", name, folder=CASE).exception)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_is_there_stays(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{FORMATS[name].suffixes[0]}"
    file.write_text("mine")
    assert isinstance(run("report", "-o", str(file), folder=CASE).exception, PlanCompareError)
    assert file.read_text() == "mine"
    assert run("report", "-o", str(file), "--force", folder=CASE).exit_code == 0
    assert file.read_bytes() != b"mine"


def test_a_name_without_known_suffix_asks_for_a_format(tmp_path: Path) -> None:
    assert "which format?" in str(run("report", "-o", str(tmp_path / "report.ods"), folder=CASE).exception)
    assert run("report", "-f", "md", "-o", str(tmp_path / "report.txt"), folder=CASE).exit_code == 0


@pytest.mark.parametrize("switch", ["--wide", "--excel"])
def test_switches_of_csv_are_for_csv(switch: str) -> None:
    assert f"{switch} is for csv" in str(run("report", "-f", "json", switch, folder=CASE).exception)


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    failure = run("report", "-o", str(tmp_path / "none" / "report.md"), folder=CASE).exception
    assert isinstance(failure, PlanCompareError)
    assert "cannot write" in str(failure)


def test_a_failing_writer_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.formats.markdown.escaped", lambda text: 1 / 0)
    assert isinstance(run("report", "-o", str(tmp_path / "r.md"), folder=CASE).exception, ZeroDivisionError)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_package_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.formats.find_spec", lambda name: None)
    said = str(run("report", "-o", str(tmp_path / "r.xlsx"), folder=CASE).exception)
    assert "pip install 'plancompare[office]'" in said


def test_the_command_in_the_report_makes_the_same_report(tmp_path: Path) -> None:
    first = run("report", "south", "north", "-f", "md", "--theme", "staffing", "--rows", folder=CASE).stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    words = again.split()[1 : again.split().index("-o")]
    assert run(*words, folder=CASE).stdout == first


def test_narrowing_reaches_the_data_formats_too() -> None:
    data = json.loads(run("report", "-f", "json", "--theme", "staffing", folder=CASE).stdout)
    assert data["settings"]["filters"]["theme"] == "staffing"
    assert {row["theme"] for row in data["rows"]} == {"staffing"}
    assert {
        line.split(",")[1]
        for line in run("report", "-f", "csv", "--theme", "staffing", folder=CASE).stdout.splitlines()[1:]
    } == {"staffing"}
