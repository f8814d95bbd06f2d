"""`plancompare review` codes: keys, what they write, sheets, and what is never written."""

import os
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from select import select

import pytest
from click.testing import CliRunner, Result

from plancompare import load
from plancompare.cli import group
from plancompare.commands.session import Session
from plancompare.formats.code_sheet import heads
from plancompare.reading.writing.codes import Code, CodedFile
from tests.support import collection, plan_text

openpyxl = import_module("openpyxl")  # has no type hints

CATALOGUE = """\
theme: layout
standards:
- id: libraries
  label: {zh: 建设图书馆, en: Libraries}
  definition: 建馆
  wordings: [新建图书馆, 扩建图书馆, 图书馆改造]
- id: gyms
  label: {zh: 建设体育馆, en: Gyms}
  definition: 建馆
  aliases: [sports-halls]
  wordings: [新建体育馆, 扩建体育馆, 室内体育场馆]
- id: games
  label: {zh: 举办运动会, en: Games}
  wordings: [举办运动会, 开展球类比赛, 全民健身比赛]
"""
RECORDS = [
    "id: a1, text: 新建图书馆三座, theme: layout, evidence: 新建图书馆3座",
    "id: a2, text: 扩建体育馆, theme: layout",
    "id: a3, text: 每年举办运动会, theme: layout",
    "id: a4, text: 修建长廊, theme: preschool, standard: none",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return collection(tmp_path / "plans", {"a": plan_text("a", RECORDS)}, **{"standards/layout": CATALOGUE})


def review(folder: Path, *args: str, keys: str = "") -> Result:
    env = {"LC_ALL": "en_US.UTF-8", "COLUMNS": None, "PLANCOMPARE_PLANS": None}
    return CliRunner().invoke(group, ["--plans", str(folder), "review", *args], input=keys, env=env, obj=Session())


def codes(folder: Path) -> dict[str, str]:
    return {c.id: c.standard for c in load(folder).commitments() if c.standard and c.id != "a4"}


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("1\n1\n1\n", {"a1": "libraries", "a2": "gyms", "a3": "games"}),
        ("1\nn\nq\n", {"a1": "libraries", "a2": "none"}),
        ("u\ns\n1\n", {"a3": "games"}),
        ("9\nx\n\n1\nq\n", {"a1": "libraries"}),
        ("1\nb\nn\nq\n", {"a1": "none"}),
        ("1\ns\nb\nb\nn\nq\n", {"a1": "none"}),
        ("b\n1\n", {"a1": "libraries"}),
        ("/\n运动会\n1\nq\n", {"a1": "games"}),
        ("/\nsports-halls\n1\n", {"a1": "gyms"}),
        ("/\n没有的词\n1\n", {"a1": "libraries"}),
        ("", {}),
    ],
)
def test_keys_become_codes(folder: Path, keys: str, found: dict[str, str]) -> None:
    result = review(folder, "--by", "code", keys=keys)
    assert (result.exit_code, result.exception) == (0, None)
    assert codes(folder) == found
    told = f"{len(found)} coded, {3 - len(found)} left; written to {folder / 'a.yaml'}\n"
    assert result.stderr == (told if found else "nothing coded, 3 left\n")


def test_a_commitment_comes_with_its_place_its_phrase_and_its_progress(folder: Path) -> None:
    shown = review(folder, "--by", "code", keys="q\n").stdout
    for words in ("1 of 3", "新建图书馆三座", "a/a1  一 主要任务  「新建图书馆3座」", "建设图书馆  [libraries]"):
        assert words in shown
    assert "1-2 choose · / search · n none" in shown


def test_what_is_written_is_one_line_a_code(folder: Path) -> None:
    before = (folder / "a.yaml").read_text(encoding="utf-8")
    review(folder, "--by", "code", keys="1\nq\n")
    coded = before.replace("三座, theme", "三座, standard: libraries, theme")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == coded
    assert not (folder / "decisions.yaml").exists()


def test_theme_and_limit_narrow_what_is_asked(folder: Path) -> None:
    assert "1 of 2" in review(folder, "--by", "code", "--limit", "2", keys="q\n").stdout
    told = review(folder, "--by", "code", "--theme", "preschool")
    assert (told.stdout, told.stderr) == ("", "no commitment is left to code\n")


def test_pairs_come_after_codes_and_not_where_the_person_ended(tmp_path: Path) -> None:
    plans = {
        p: plan_text(p, [f"id: {p}1, text: 修建{t}长廊和凉亭, theme: layout"]) for p, t in (("a", "木"), ("b", "石"))
    }
    folder = collection(tmp_path / "plans", plans, **{"standards/layout": CATALOGUE})
    assert "same · d different" in review(folder, keys="s\ns\nq\n").stdout
    assert "same · d different" not in review(folder, keys="s\nq\n").stdout
    assert "choose" not in review(folder, "--by", "pairs", keys="q\n").stdout


def test_another_s_code_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = iter(["theirs", "1", "q"])

    def key(keyboard: object, prompt: str) -> str:
        found = next(pressed)
        if found != "theirs":
            return found
        CodedFile(folder / "a.yaml").add(Code("a1", "新建图书馆三座", "gyms"))
        return "1"

    monkeypatch.setattr("plancompare.commands.keyboard.Keyboard.key", key)
    result = review(folder, "--by", "code")
    assert codes(folder) == {"a1": "gyms", "a2": "gyms"}
    assert result.stderr.startswith("a/a1 was coded gyms by somebody else meanwhile; left as it is\n1 coded, 2 left")


@pytest.mark.parametrize("args", [["a", "--by", "code"], ["a", "--batch", "x.csv"], ["--by", "pairs"]])
def test_the_shipped_collection_is_never_written(
    folder: Path, args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = plan_text("b", ["id: b1, text: 新建图书馆三座和书屋, theme: layout"])
    (folder / "b.yaml").write_text(other, encoding="utf-8")
    monkeypatch.setattr("plancompare.reading.collection.shipped", lambda: folder)
    before = {path: path.read_bytes() for path in folder.glob("*.yaml")}
    result = review(folder, *args, keys="1\ns\n")
    assert "belongs to the shipped collection, where nothing is written" in str(result.exception)
    assert {path: path.read_bytes() for path in folder.glob("*.yaml")} == before


def fill(sheet: Path, said: dict[int, object]) -> None:
    if sheet.suffix == ".xlsx":
        book = openpyxl.load_workbook(sheet)
        for line, word in said.items():
            book.active.cell(line, 1).value = word
        book.save(sheet)
        return
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    for line, word in said.items():
        lines[line - 1] = f"{word}{lines[line - 1]}"
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_of_codes_is_written_filled_and_read_back(folder: Path, suffix: str) -> None:
    sheet = folder.parent / f"codes{suffix}"
    told = review(folder, "--batch", str(sheet))
    assert told.stderr == f"3 commitments in {sheet}; fill its first column and run this again\n"
    fill(sheet, {2: "libraries 建设图书馆", 3: 1, 4: "none"})
    told = review(folder, "--batch", str(sheet))
    assert told.stderr == f"{folder / 'a.yaml'}: 3 codes added\n"
    assert codes(folder) == {"a1": "libraries", "a2": "gyms", "a3": "none"}
    told = review(folder, "--batch", str(sheet))
    assert told.stderr == f"{folder / 'a.yaml'}: 0 codes added; 3 were there already\n"


def test_a_workbook_offers_the_proposals_of_each_line(folder: Path) -> None:
    sheet = folder.parent / "codes.xlsx"
    review(folder, "--batch", str(sheet))
    page = openpyxl.load_workbook(sheet).active
    assert [cell.value for cell in page[1]] == list(heads("en"))
    assert page["F2"].value == "libraries 建设图书馆"
    [offer] = page.data_validations.dataValidation
    assert (str(offer.sqref), offer.formula1, offer.showErrorMessage) == ("A2:A4", "$F2:$K2", False)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({2: "libraries", 3: "gym"}, ':3: no standard "gym"; did you mean "gyms"?'),
        ({2: "u", 3: "skip"}, "holds no code; write an id of the catalogue"),
        ({}, "holds no code; write an id of the catalogue"),
    ],
)
def test_a_sheet_at_fault_writes_nothing(folder: Path, said: dict[int, object], told: str) -> None:
    sheet = folder.parent / "codes.csv"
    review(folder, "--batch", str(sheet))
    fill(sheet, said)
    assert told in str(review(folder, "--batch", str(sheet)).exception)
    assert codes(folder) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_keys_typed_before_the_prompt_count(folder: Path) -> None:
    """On a real terminal, where click's own reading of a key would throw away what was typed ahead."""
    import pty

    command = [sys.executable, "-m", "plancompare", "--plans", str(folder), "review", "--by", "code"]
    child, terminal = pty.fork()
    if not child:  # pragma: no cover
        os.execv(command[0], command)
    os.write(terminal, "1/运动x\x7f会\r1\x1b[Anq".encode())
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if not select([terminal], [], [], 1)[0]:
            continue
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            break
    else:
        os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown.decode()
    assert codes(folder) == {"a1": "libraries", "a2": "games", "a3": "none"}
