"""`plancompare gaps`: who is asked about, files, refusals, exit status."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS
from plancompare.telling.text import cells
from tests.desks import ROOT
from tests.support import collection, plan_text, run

ROTATION = "theme: staffing, evidence: 交流"
RULING = "decisions:\n- {id: r, label: {zh: 教师交流, en: Rotation}, same: [a/a1, b/b1, up/u1]}\n"
FIGURE = 'targets: [{indicator: inclusive-coverage, op: ">=", value: %d, unit: "%%", by: 2025}]'


def plans_of(tmp_path: Path) -> Path:
    """A collection of a draft d, its peers and a superior plan."""
    plans = {
        "a": plan_text("a", [f"id: a1, text: 教师校际流动, {ROTATION}", "id: a2, text: 建设名师工坊, theme: training"]),
        "b": plan_text("b", [f"id: b1, text: 推动交流轮岗, {ROTATION}"]),
        "d": plan_text("d", [f"id: d1, text: 扩建园舍, theme: preschool, strength: hedged, word: 力争, {FIGURE % 90}"]),
        "e": plan_text("e", ["id: e1, text: 编制布局规划, theme: layout"], head="source: {extent: excerpt}"),
        "up": plan_text("up", [f"id: u1, text: 骨干到村小任教, {ROTATION}"]),
    }
    return collection(tmp_path / "plans", plans, decisions=RULING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plans_of(tmp_path)


def found(*args: str, folder: Path) -> list[tuple[str, int, int]]:
    result = run("gaps", *args, "-f", "json", folder=folder)
    assert result.exit_code == 0
    return [(gap["row"], gap["made"], gap["covered"]) for gap in json.loads(result.stdout)["data"]["gaps"]["found"]]


# --- who is asked about -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "gaps"),
    [
        ((), [("r", 3, 3), ("a/a2", 1, 3), ("e/e1", 1, 4)]),  # all others; e makes what its text does not treat whole
        (("--against", "a"), [("a/a2", 1, 1), ("a/a1", 1, 1)]),
        (("--against", "a", "b"), [("r", 2, 2), ("a/a2", 1, 2)]),
        (("a", "b"), [("r", 2, 2), ("a/a2", 1, 2)]),
        (("--against", "a", "--against", "b"), [("r", 2, 2), ("a/a2", 1, 2)]),
        (("--against", "b区", "a"), [("r", 2, 2), ("a/a2", 1, 2)]),
        (("a", "b", "--min-peers", "2"), [("r", 2, 2)]),
        (("a", "b", "--min-peers", "3"), []),
        (("a", "b", "--theme", "staffing"), [("r", 2, 2)]),
        (("a", "b", "--theme", "教师编制与交流"), [("r", 2, 2)]),
        (("a", "b", "--theme", "layout"), []),
        (("up",), [("r", 1, 1)]),
    ],
)
def test_peers_are_those_named_or_all_others(
    folder: Path, args: tuple[str, ...], gaps: list[tuple[str, int, int]]
) -> None:
    rows = [("r" if row in ("a/a1", "b/b1", "up/u1") else row, made, covered) for row, made, covered in gaps]
    assert sorted(found("d", *args, folder=folder)) == sorted(rows)


@pytest.mark.parametrize("order", [("a", "b", "up"), ("up", "b", "a"), ("b", "up", "a")])
def test_the_order_of_peers_changes_no_gap(folder: Path, order: tuple[str, ...]) -> None:
    assert found("d", *order, folder=folder) == found("d", "a", "b", "up", folder=folder)


def test_an_excerpt_has_no_gap_and_says_how_many_rows_cannot_be_told(folder: Path) -> None:
    result = run("gaps", "e", "a", "b", folder=folder)
    assert "0 missing, 0 unsure (near)" in result.stdout
    assert "2 cannot be told" in " ".join(result.stdout.split())
    assert "e: it is not said what its text covers" in result.stderr
    assert found("e", "a", "b", folder=folder) == []


def test_a_draft_with_broken_records_is_warned_of(folder: Path) -> None:
    text = (folder / "d.yaml").read_text(encoding="utf-8")
    (folder / "d.yaml").write_text(text + "  - {id: broken}\n", encoding="utf-8")
    result = run("gaps", "d", "--upstream", "up", folder=folder)
    assert result.exit_code == 0
    assert "1 broken records left out" in result.stderr
    assert "missing" not in result.stdout


def test_a_draft_may_be_a_file_beside_the_collection(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "my draft.yaml"
    draft.write_text(plan_text("mine", ["id: m1, text: 扩建园舍, theme: preschool"]), encoding="utf-8")
    assert found(str(draft), "a", "b", folder=folder) == found("d", "a", "b", folder=folder)
    data = json.loads(run("gaps", str(draft), "-f", "json", folder=folder).stdout)["data"]
    assert (data["draft"]["id"], data["gaps"]["peers"]) == ("mine", ["a", "b", "d", "e", "up"])


def test_a_draft_without_commitments_and_one_peer(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text(plan_text("empty", []), encoding="utf-8")
    result = run("gaps", str(empty), "b", folder=folder)
    assert "1 themes not touched (1 promises of peers, not listed): Staffing." in result.stdout
    assert "推动交流轮岗" not in result.stdout
    assert "1 of 1 推动交流轮岗" in run("gaps", str(empty), "b", "--all", folder=folder).stdout
    assert run("gaps", str(empty), "--self", folder=folder).stdout.splitlines() == [
        "0 with different figures, 0 that cannot be checked, 0 hedged, of 0 commitments.",
    ]  # fmt: skip
    up = run("gaps", str(empty), "--upstream", "up", "--previous", "d", folder=folder)
    assert "1 commitments: missing 1." in up.stdout
    assert "1 commitments: dropped 1." in up.stdout


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (("--upstream", "up"), ["upstream"]),
        (("--previous", "a"), ["previous"]),
        (("--self",), ["self"]),
        (("--upstream", "up", "--previous", "a", "--self"), ["upstream", "previous", "self"]),
        (("b", "--self"), ["gaps", "self"]),
        (("--against", "b", "--upstream", "up", "--previous", "a"), ["gaps", "upstream", "previous"]),
        ((), ["gaps"]),
    ],
)
def test_each_question_alone_or_together(folder: Path, args: tuple[str, ...], parts: list[str]) -> None:
    data = json.loads(run("gaps", "d", *args, "-f", "json", folder=folder).stdout)["data"]
    assert [part for part in ("gaps", "upstream", "previous", "self") if data[part] is not None] == parts
    for part, named in (("upstream", "up"), ("previous", "a")):
        assert part not in parts or data[part]["plan"] == named
    assert "gaps" not in parts or not args or data["gaps"]["peers"] == ["b"]


# --- refusals -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("x",), 'no plan "x"; there are'),
        (("d", "upp"), 'no plan "upp"; did you mean "up"?'),
        (("d", "--upstream", "x"), 'no plan "x"'),
        (("d", "--previous", "x"), 'no plan "x"'),
        (("none.yaml",), "no file none.yaml"),
        (("d", "--theme", "stafing"), 'no theme "stafing"; did you mean "staffing'),
        (("d", "d"), "named twice"),
        (("d", "a", "a"), "named twice"),
        (("d", "a", "--against", "a区"), "named twice"),
        (("d", "a", "--upstream", "a"), "named twice"),
        (("d", "--upstream", "up", "--previous", "up"), "named twice"),
        (("d", "--previous", "d"), "named twice"),
        (("d", "--self", "-f", "csv"), "csv lists gaps against peers; name some with --against"),
        (("d", "--self", "--fail-if", "1"), "--fail-if counts"),
        (("d", "--previous", "a", "--fail-if", "1"), "--fail-if counts"),
        (("d", "-o", "gaps.ods"), "which format? name one with -f"),
        (("d", "-f", "xlsx"), "name a file with -o"),
        (("d", "-f", "xlsx", "-o", "-"), "name a file with -o"),
        (("d", "-f", "md", "-o", f"{'x' * 300}.md"), "cannot write"),
        (("d", "-o", "nowhere/gaps.md"), "cannot write"),
    ],
)
def test_bad_usage_is_one_line(folder: Path, args: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    failure = run("gaps", *args, folder=folder).exception
    assert isinstance(failure, PlanCompareError)
    assert said in str(failure)
    assert "\n" not in str(failure)
    assert [path.name for path in folder.parent.iterdir()] == ["plans"]


@pytest.mark.parametrize("args", [(), ("d", "--min-peers", "0"), ("d", "--fail-if", "0"), ("d", "-f", "odt")])
def test_what_the_options_do_not_allow_is_bad_usage(folder: Path, args: tuple[str, ...]) -> None:
    assert run("gaps", *args, folder=folder).exit_code == 2


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("a", "b", "--fail-if", "1"), 1),
        (("a", "b", "--fail-if", "2"), 1),
        (("a", "b", "--fail-if", "3"), 0),
        (("a", "b", "--fail-if", "2", "--min-peers", "2"), 0),
        (("a", "b", "--fail-if", "1", "--theme", "layout"), 0),
        (("--upstream", "up", "--fail-if", "1"), 1),
        (("--upstream", "up", "--fail-if", "2"), 0),
        (("a", "b", "--upstream", "up", "--fail-if", "3"), 1),
        (("a", "b"), 0),
    ],
)
@pytest.mark.parametrize("form", [(), ("-f", "json")])
def test_the_status_says_whether_too_much_is_missing(
    folder: Path, args: tuple[str, ...], status: int, form: tuple[str, ...]
) -> None:
    result = run("gaps", "d", *args, *form, folder=folder)
    assert result.exit_code == status
    assert result.stdout


def test_what_is_near_does_not_count_as_missing(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", ["id: a1, text: 改造老旧校舍二十栋, theme: layout"]),
        "d": plan_text("d", ["id: d1, text: 改造老旧校舍门窗, theme: layout"]),
    }
    folder = collection(tmp_path / "plans", plans, decisions="decisions:\n- {unsure: [a/a1, d/d1]}\n")
    result = run("gaps", "d", "a", "--fail-if", "1", folder=folder)
    assert "0 missing, 1 unsure (near)" in result.stdout
    assert result.exit_code == 0


# --- files --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file_once_and_over_it_only_if_forced(folder: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"gaps.{FORMATS[name].suffixes[0]}"
    args = ("gaps", "d", "a", "b", "--self", "-o", str(file))
    result = run(*args, folder=folder)
    assert (result.exit_code, result.stdout) == (0, "")
    written = file.read_bytes()
    file.write_bytes(b"mine")
    failure = run(*args, folder=folder).exception
    assert isinstance(failure, PlanCompareError)
    assert "is there already" in str(failure)
    assert file.read_bytes() == b"mine"
    assert "is there already" in str(run("gaps", "nobody", "-o", str(file), folder=folder).exception)  # before any work
    assert run(*args, "--force", folder=folder).exit_code == 0
    assert file.read_bytes() == written
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["plans", file.name])


@pytest.mark.parametrize("name", [n for n, format in FORMATS.items() if not format.binary])
def test_text_goes_to_stdout_as_into_the_file(folder: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"gaps.{FORMATS[name].suffixes[0]}"
    assert run("gaps", "d", "a", "b", "-o", str(file), folder=folder).exit_code == 0
    for extra in ((), ("-o", "-")):
        assert run("gaps", "d", "a", "b", "-f", name, *extra, folder=folder).stdout_bytes == file.read_bytes()


def test_the_command_in_the_report_makes_the_same_report(folder: Path) -> None:
    args = ("d", "a", "b", "--min-peers", "2", "--theme", "staffing", "--upstream", "up", "--self", "-f", "md")
    first = run("--lang", "zh", "gaps", *args, folder=folder).stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    words = again.split()[1 : again.split().index("-o")]
    assert run(*words, folder=folder).stdout == first
    assert "只含至少 2 个同类规划作出的承诺" in first


def test_a_lone_question_has_its_command_too(folder: Path) -> None:
    first = run("gaps", "d", "--previous", "a", "-f", "md", folder=folder).stdout
    again = next(line.strip() for line in first.splitlines() if line.startswith("    plancompare"))
    assert again == f"plancompare --plans {folder} --lang en gaps d --previous a -f md -o gaps.md"


def test_csv_has_the_gaps_only(folder: Path) -> None:
    result = run("gaps", "d", "a", "b", "--self", "-f", "csv", folder=folder)
    lines = list(csv.DictReader(StringIO(result.stdout)))
    assert [(line["row"], line["commitment"]) for line in lines] == [("r", "a1"), ("r", "b1"), ("a/a2", "a2")]


# --- the screen ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", ["40", "80", "140"])
@pytest.mark.parametrize("ascii", [(), ("--ascii",)])
@pytest.mark.parametrize(
    "args",
    [
        ("丰台", "--against", "朝阳", "玉泉", "--min-peers", "2"),
        ("玉泉", "--upstream", "丰台", "--theme", "教师待遇"),
        ("玉泉", "--self", "--previous", "朝阳"),
    ],
)
def test_shipped_plans_at_any_width_and_language(
    lang: str, width: str, ascii: tuple[str, ...], args: tuple[str, ...]
) -> None:
    result = run("--lang", lang, "gaps", *args, "--width", width, *ascii, folder=ROOT / "plans")
    assert result.exit_code == 0
    assert result.stdout
    for line in result.stdout.splitlines():
        assert cells(line) <= int(width), line
    own = set("≥≤≈→●○") & set(result.stdout)
    assert not own or not ascii


def test_the_language_is_that_asked_for(folder: Path) -> None:
    zh = run("--lang", "zh", "gaps", "d", "a", "--all", folder=folder).stdout
    assert "同类规划有、草案未见的承诺" in zh
    assert "What peers promise" in run("gaps", "d", "a", "--all", folder=folder).stdout


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".docx"),
        ("table.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "text"),
        ("office.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),
        ("rich.rtf", b"{\\rtf1 plan}", ".docx"),
    ],
)
def test_a_draft_in_an_old_format_is_told_what_to_be_saved_as(
    folder: Path, tmp_path: Path, name: str, data: bytes, advice: str
) -> None:
    (tmp_path / name).write_bytes(data)
    failure = run("gaps", str(tmp_path / name), "--against", "a", folder=folder).exception
    assert isinstance(failure, PlanCompareError)
    assert str(failure).startswith(name) and "save it as" in str(failure) and advice in str(failure)
