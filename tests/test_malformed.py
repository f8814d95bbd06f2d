"""Whatever stands in the files, the command line gives findings or one line, never a traceback."""

import random
import re
import subprocess
import sys
from errno import EISDIR
from os import strerror
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plancompare import PlanCompareError
from plancompare.files import read_whole
from tests.support import collection, plan_text, run

LINE = re.compile(r"[^\n]+?(:[1-9]\d*:[1-9]\d*)?: (error|warning|waived): [^\n]+ \([a-z-]+\)( \[[^\n]+\])?")
EAST = plan_text("east", ["id: e-1, text: 新建幼儿园, evidence: 新建幼儿园", "id: e-2, text: 培训, evidence: 教师培训"])
WEST = plan_text(
    "west",
    [
        "id: w-1, text: 新建3所幼儿园, evidence: [新建, {quote: 三所, prefix: 幼儿园}], named: [四春],"
        " also: [layout],"
        " targets: [{indicator: inclusive-coverage, op: '>=', value: 90, unit: '%', by: 2025, baseline: {value: 80}}]",
        "id: w-2, text: 开展教师培训, theme: training, strength: hedged, word: 力争, bodies: {lead: [教委]}",
    ],
    "source: {extent: excerpt, file: x.txt}\nreads: {preschool: whole, training: part}",
)
DECISIONS = "decisions:\n- {id: r, same: [east/e-1, west/w-1]}\n- {different: [east/e-2, west/w-1], reason: 不同}\n"
COMMANDS = (["list"], ["show", "west"], ["diff"], ["matrix"], ["matrix", "--rows"], ["report", "-f", "json"])


def sound_end(result: Result) -> bool:
    return result.exception is None or isinstance(result.exception, SystemExit | PlanCompareError)


def checked(folder: Path) -> list[str]:
    """The lines of `check` with the folder's name taken off, each of the form that is promised."""
    result = run("check", folder=folder)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    lines = result.stdout.replace(f"{folder}/", "").splitlines()
    assert all(map(LINE.fullmatch, lines)), lines
    assert result.exit_code == any(": error: " in line for line in lines)
    return lines


def others_end_well(folder: Path) -> None:
    for command in COMMANDS:
        result = run(*command, folder=folder)
        assert sound_end(result), (command, result.exception)


def beside_east(folder: Path, data: bytes, name: str = "west") -> Path:
    texts = {"east": EAST, "west": WEST}
    collection(folder, texts, decisions=DECISIONS)
    (folder / f"{name}.yaml").write_bytes(data)
    return folder


HEAD = "id: west\nname: 西\n"
LAUGHS = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
ROOT = "1:1: error: wants keys with values, found {} (shape)"
TAGS = "error: anchors and tags are not used here; write the value out (yaml)"
MALFORMED: list[tuple[str, bytes, list[str]]] = [
    ("empty", b"", ["1:1: error: the file is empty (yaml)"]),
    ("GBK", WEST.encode("gbk"), ["3:1: error: not UTF-8 text (it looks like GBK); save the file as UTF-8 (yaml)"]),
    ("UTF-16", WEST.encode("utf-16"), ["1:1: error: not UTF-8 text (it looks like UTF-16); save the"]),
    ("UTF-16 without mark", "id: west\n".encode("utf-16-le"), ["error: not valid YAML: "]),
    ("mark", b"\xef\xbb\xbfid: 5 5\n", ['1:1: error: "name"', '1:1: error: "sections"', '1:5: error: "id" wants']),
    ("NUL", WEST.replace("培训", "培\0训").encode(), ["remove control characters (yaml)"]),
    ("tab", b"id: west\narea:\n\tname: x\n", ["3:1: error: not valid YAML: "]),
    ("keys twice", f"{HEAD}name: 东\nsections: []\n".encode(), [*["1:1: warning"] * 2,
        '3:7: error: "name" is given twice (first on line 2); keep one (yaml)', "4:1: warning: holds no commitments"]),
    ("anchor", f"{HEAD}title: &a 甲\nissuer: *a\n".encode(), [f"3:8: {TAGS}"]),
    ("billion laughs", LAUGHS.encode(), [f"1:4: {TAGS}"]),
    ("alias of itself", b"a: &a [*a]\n", [f"1:4: {TAGS}"]),
    ("python tag", b"id: !!python/object/apply:os.system [ls]\n", [f"1:5: {TAGS}"]),
    ("two documents", f"{HEAD}---\n{HEAD}".encode(), ["3:1: error: a second document begins here"]),
    ("deep list", b"a: " + b"[" * 100_000, ["error: nested more than 40 deep; a plan never is (yaml)"]),
    ("deep mapping", b"{a: " * 5_000, ["error: nested more than 40 deep"]),
    ("scalar root", b"hello\n", [ROOT.format('"hello"')]),
    ("list root", b"- id: west\n", [ROOT.format("a list")]),
    ("null root", b"~\n", [ROOT.format("nothing")]),
    ("wrong types", b"id: [a]\nname: {b: c}\nsections: 3\narea: x\nperiod: 5\nreads: [a]\n", [
        '1:5: error: "id" wants', '2:7: error: "name" wants text, found keys with values (shape)',
        '3:11: error: "sections" wants', '4:7: error: "area" wants', '5:9: error: "period" wants',
        '6:8: error: "reads" wants keys with values, found a list']),
    ("unknown keys", f"{HEAD}sections: []\nperoid: x\n甲: y\n".encode(), [*["1:1: warning"] * 2,
        "3:1: warning: holds no commitments",
        '4:1: error: unknown key "peroid"; did you mean "period"? (shape)', '5:1: error: unknown key "甲" (shape)']),
    ("2 MB of noise", random.Random(7).randbytes(2_000_000), ["error: not UTF-8 text"]),
    ("2 MB of one word", b"a" * 2_000_000, [ROOT.format('"' + "a" * 29 + '…"')]),
    ("2 MB of brackets", b"[" * 2_000_000, ["error: nested more than 40 deep"]),
    ("2 MB in one quote", b'id: "' + b"a \n" * 700_000, ["error: not valid YAML: "]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [c[1:] for c in MALFORMED], ids=[c[0] for c in MALFORMED])
def test_a_malformed_plan_is_told_and_costs_only_itself(data: bytes, expected: list[str], tmp_path: Path) -> None:
    folder = beside_east(tmp_path, data)
    (folder / "decisions.yaml").unlink()
    lines = checked(folder)
    assert len(lines) == len(expected), lines
    for line, words in zip(lines, expected, strict=True):
        assert line.startswith("west.yaml:")
        assert words in line
    others_end_well(folder)
    listed = run("list", folder=folder)
    assert listed.exit_code == 0
    assert "east" in listed.stdout


@pytest.mark.parametrize("name", ["codebook", "indicators", "decisions"])
@pytest.mark.parametrize("data", [c[1] for c in MALFORMED], ids=[c[0] for c in MALFORMED])
def test_any_other_file_of_a_collection_may_be_malformed(name: str, data: bytes, tmp_path: Path) -> None:
    folder = beside_east(tmp_path, data, name)
    assert any(line.startswith(f"{name}.yaml:") for line in checked(folder))
    others_end_well(folder)


def test_a_folder_called_like_a_file_is_no_plan_but_a_fault_where_a_file_is_due(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": EAST})
    (folder / "west.yaml").mkdir()
    (folder / "codebook.yaml").unlink()
    (folder / "codebook.yaml").mkdir()
    assert checked(folder) == [f"codebook.yaml: error: cannot be read: {strerror(EISDIR)} (yaml)"]
    others_end_well(folder)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = collection(tmp_path, {"east": EAST, "west": WEST})

    def denied(path: Path) -> bytes:
        if path.name == "west.yaml":
            raise PermissionError(13, "Permission denied")
        return read_whole(path)

    monkeypatch.setattr(
        "plancompare.reading.nodes.read_whole", denied
    )  # root may read everything, so modes would prove nothing
    assert checked(folder) == ["west.yaml: error: cannot be read: Permission denied (yaml)"]
    others_end_well(folder)


@pytest.mark.parametrize("name", ["none", "empty"])
def test_without_a_plan_every_command_says_so_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for command in (["check"], *COMMANDS):
        result = run(*command, folder=tmp_path / name)
        assert isinstance(result.exception, PlanCompareError)
        assert result.stdout == ""
        assert "name a collection with --plans DIR" in str(result.exception)


def test_a_real_run_gives_one_line_and_status_2_where_no_plan_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "west.yaml").write_bytes(b"\xff\xfe\x00")
    command = [sys.executable, "-m", "plancompare", "--plans", str(tmp_path), "--lang", "en", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    place = f"{tmp_path}/west.yaml:1:1"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"plancompare: no plan in {tmp_path} can be read: {place}: error: not UTF-8 text")
    assert done.stderr.count("\n") == 1


BROKEN_LINES = ['a: b, "c\\nd": e', 'waive: {no-evidence: "a\\nb"}']


@pytest.mark.parametrize("inside", BROKEN_LINES)
def test_a_finding_is_one_line(inside: str, tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": plan_text("east", [f"id: e-1, text: 甲, {inside}"])})
    result = run("check", "--waived", folder=folder)
    lines = result.stdout.removesuffix("\n").split("\n")
    assert all(LINE.fullmatch(line) for line in lines)


def test_a_figure_that_no_number_can_hold_is_a_finding(tmp_path: Path) -> None:
    record = "id: e-1, text: 甲, evidence: 甲, targets: [{label: 园, op: '=', value: 1e999}]"
    folder = collection(tmp_path, {"east": plan_text("east", [record])})
    assert checked(folder)
    assert "Infinity" not in run("report", "-f", "json", folder=folder).stdout


def test_check_finds_the_faults_of_a_file_however_its_path_is_spelt(tmp_path: Path) -> None:
    folder = collection(tmp_path / "plans", {"west": plan_text("west", ["id: w-1, txt: 甲"])})
    result = run("check", str(folder / ".." / "plans" / "west.yaml"), folder=folder)
    assert (result.exit_code, result.stdout != "") == (1, True)


def test_check_of_a_sound_codebook_alone_finds_nothing(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": EAST})
    result = run("check", str(folder / "codebook.yaml"), folder=folder)
    assert (result.exit_code, result.stdout) == (0, "")


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),  # where
        st.integers(0, 12),  # how many bytes go
        st.binary(max_size=4)
        | st.sampled_from([b"\n", b": ", b"- ", b"{", b"}", b"[", b"]", b'"', b"'", b"#", b"&a", b"*a", b"\t", b", "])
        | st.sampled_from([b"id", b"x", b"text", b"targets", b"commitments", b"null", b"-1", b"0", b"9", b"\n  "]),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for where, gone, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


@pytest.mark.slow
@settings(max_examples=60, deadline=None)  # `make fuzz` goes on for as long as one likes
@given(edits=EDITS, name=st.sampled_from(["west", "west", "west", "codebook", "indicators", "decisions"]))
@example(edits=[((WEST.encode().index(b"2025}") + 0.5) / len(WEST.encode()), 4, b"x")], name="west")
def test_random_edits_give_findings_and_no_traceback(
    edits: list[tuple[float, int, bytes]], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = beside_east(tmp_path_factory.mktemp("plans"), WEST.encode())
    file = folder / f"{name}.yaml"
    file.write_bytes(edited(file.read_bytes(), edits))
    checked(folder)
    others_end_well(folder)
