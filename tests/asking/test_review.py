"""Reviewing: which pairs are asked first, keys at the prompt, and sheets filled elsewhere."""

import csv
import os
import subprocess
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plancompare import Comparison, compare, load
from plancompare.asking.review import questions
from plancompare.cli import group
from plancompare.commands.session import Session
from plancompare.formats.sheet import heads
from plancompare.model import digest, ids_digest
from plancompare.reading.collection import read_decisions
from plancompare.reading.writing.rulings import Ruling, RulingsFile
from tests.support import collection, plan_text

openpyxl = import_module("openpyxl")  # has no type hints

A = [
    "id: a1, text: 普惠性幼儿园覆盖率达到九成, theme: preschool",
    "id: a2, text: 推行教师区管校聘管理改革, theme: staffing",
    "id: a3, text: 开展名师工作室培训青年教师, theme: training",
    "id: a4, text: 新建小学学位三千个, theme: layout",
]
B = [
    "id: b1, text: 普惠性幼儿园覆盖率稳步提高, theme: preschool",
    "id: b2, text: 推行教师县管校聘管理和交流轮岗, theme: staffing",
    "id: b3, text: 名师工作室带动青年教师研修, theme: training",
    "id: b4, text: 新建小学增加学位两千个, theme: layout",
]
PAIRS = {("a/a1", "b/b1"), ("a/a2", "b/b2"), ("a/a3", "b/b3"), ("a/a4", "b/b4")}
DAY = "2026-01-02"


def make(folder: Path, a: list[str] = A, b: list[str] = B, **others: str) -> Path:
    return collection(folder, {"a": plan_text("a", a), "b": plan_text("b", b)}, **others)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "plans")


def asked(comparison: Comparison, theme: str = "") -> list[tuple[str, str]]:
    return [(q.a.key, q.b.key) for q in questions(comparison, theme)]


def review(folder: Path, *args: str, keys: str = "") -> Result:
    command = ["--plans", str(folder), "review", "--who", "甲", "--date", DAY, *args]
    env = {"LC_ALL": "en_US.UTF-8", "COLUMNS": None, "PLANCOMPARE_PLANS": None}
    return CliRunner().invoke(group, command, input=keys, env=env, obj=Session())


def rulings(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """What the collection's decisions say; nothing if there is no such file."""
    if not (folder / "decisions.yaml").exists():
        return []
    decisions, findings = read_decisions(folder / "decisions.yaml")
    assert findings == ()
    return [(d.kind, d.members) for d in decisions]


def fill(sheet: Path, said: dict[int, str]) -> None:
    """Write rulings into the first column; lines count from 1, the heads are the first."""
    if sheet.suffix == ".xlsx":
        book = openpyxl.load_workbook(sheet)
        for line, word in said.items():
            book.worksheets[0].cell(line, 1).value = word
        book.save(sheet)
        return
    table = cells_of(sheet)
    for line, word in said.items():
        table[line - 1][0] = word
    held = StringIO()
    csv.writer(held).writerows(table)
    sheet.write_text(held.getvalue(), encoding="utf-8-sig", newline="")


def cells_of(sheet: Path) -> list[list[str]]:
    if sheet.suffix == ".xlsx":
        table = [list(row) for row in openpyxl.load_workbook(sheet).worksheets[0].iter_rows()]
        assert "f" not in {cell.data_type for row in table for cell in row}  # f: a formula
        return [[str(cell.value or "") for cell in row] for row in table]
    return list(csv.reader(StringIO(sheet.read_text(encoding="utf-8-sig"))))


def test_the_most_doubtful_pair_comes_first(folder: Path) -> None:
    comparison = compare(load(folder))
    found = questions(comparison)
    match = comparison.settings.thresholds.match
    doubts = [(abs(q.score.total - match), q.a.key, q.b.key) for q in found]
    assert doubts == sorted(doubts)
    assert len({doubt for doubt, *_ in doubts}) > 1
    assert set(asked(comparison)) == PAIRS


def test_a_question_says_the_score_used_and_whether_the_two_are_in_one_row(folder: Path) -> None:
    comparison = compare(load(folder))
    together = {frozenset(c.key for c in row.commitments) for row in comparison.rows}
    for q in questions(comparison):
        assert q.score == comparison.score(q.a.key, q.b.key)
        assert q.same_row == (frozenset((q.a.key, q.b.key)) in together)


def test_a_narrowed_comparison_asks_about_its_own_rows(folder: Path) -> None:
    comparison = compare(load(folder))
    assert asked(comparison.only(theme="staffing")) == [("a/a2", "b/b2")] == asked(comparison, "staffing")
    shared = comparison.only(statuses=("shared",))
    kept = {c.key for row in shared.rows for c in row.commitments}
    assert asked(shared) == [pair for pair in asked(comparison) if set(pair) <= kept]


@pytest.mark.parametrize(("reviewed", "found"), [("", True), ("a", True), ("ab", False)])
def test_a_pair_across_themes_is_asked_unless_both_plans_were_reviewed(
    tmp_path: Path, reviewed: str, found: bool
) -> None:
    records = ["id: a1, text: 家长满意度评估结果公开, theme: preschool"]
    made = load(make(tmp_path, records, ["id: b1, text: 家长满意度评估结果向社会公开, theme: staffing"]))
    digests = {one.id: ids_digest(one) for one in made.plans if one.id in reviewed}
    comparison = compare(made._replace(rulings=made.rulings._replace(reviewed=digests)))
    assert comparison.score("a/a1", "b/b1").total >= comparison.settings.thresholds.review
    assert asked(comparison) == ([("a/a1", "b/b1")] if found else [])


def test_the_order_of_records_and_plans_changes_no_question(folder: Path, tmp_path: Path) -> None:
    first = asked(compare(load(folder)))
    turned = load(make(tmp_path / "turned", A[::-1], B[::-1]))
    assert asked(compare(turned)) == first
    assert asked(compare(turned, ["b", "a"])) == first


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_decided_pair_is_not_asked_again(tmp_path: Path, verdict: str) -> None:
    folder = make(tmp_path, decisions=f"decisions:\n- {{{verdict}: [b/b3, a/a3]}}\n")
    assert set(asked(compare(load(folder)))) == PAIRS - {("a/a3", "b/b3")}


def test_a_pair_whose_two_rows_were_decided_is_not_asked(tmp_path: Path) -> None:
    named = [
        f"- {{id: {n}, label: {{zh: 行, en: row}}, same: [{key}]}}\n" for n, key in (("r1", "a/a3"), ("r2", "b/b3"))
    ]
    assert ("a/a3", "b/b3") in asked(compare(load(make(tmp_path / "one", decisions="decisions:\n" + named[0]))))
    both = compare(load(make(tmp_path / "two", decisions="decisions:\n" + "".join(named))))
    assert set(asked(both)) == PAIRS - {("a/a3", "b/b3")}


def test_a_ruling_on_a_text_since_reworded_is_asked_again(tmp_path: Path) -> None:
    stale = 'decisions:\n- {same: [a/a3, b/b3], hashes: {a/a3: "00000000"}}\n'
    assert set(asked(compare(load(make(tmp_path, decisions=stale))))) == PAIRS


def test_keys_become_rulings_with_name_date_and_hashes(folder: Path) -> None:
    order = asked(compare(load(folder)))
    result = review(folder, keys="s\nd\nu\nS\n")
    assert (result.exit_code, result.exception) == (0, None)
    assert result.stderr == f"4 ruled on, 0 left; written to {folder / 'decisions.yaml'}\n"
    assert "1/4" in result.stdout
    assert "s same · d different · u unsure" in result.stdout
    assert sorted(rulings(folder)) == sorted(zip(["same", "different", "unsure", "same"], order, strict=True))
    corpus = load(folder)
    texts = {c.key: c.text for c in corpus.commitments()}
    for decision in corpus.decisions:
        assert (decision.who, decision.date) == ("甲", DAY)
        assert decision.digests == {key: digest(texts[key]) for key in decision.members}
    assert asked(compare(corpus)) == []


@pytest.mark.parametrize(
    ("keys", "verdicts"),
    [
        ("s\nd\nq\ns\n", ["same", "different"]),
        ("s\nd\n", ["same", "different"]),
        ("s\nx\n\nd\nq\n", ["same", "different"]),
        ("s\nb\nd\nq\n", ["different"]),
        ("s\ns\nb\nb\nd\nu\nq\n", ["different", "unsure"]),
        ("b\nu\nq\n", ["unsure"]),
        ("s\nb\nq\n", []),
        ("q\n", []),
        ("", []),
    ],
)
def test_quit_back_and_the_end_of_input_leave_what_was_ruled(folder: Path, keys: str, verdicts: list[str]) -> None:
    order = asked(compare(load(folder)))
    result = review(folder, keys=keys)
    assert (result.exit_code, result.exception) == (0, None)
    assert result.stderr.startswith(f"{len(verdicts)} ruled on, {4 - len(verdicts)} left")
    assert sorted(rulings(folder)) == sorted(zip(verdicts, order, strict=False))


def test_what_was_ruled_before_an_interruption_is_on_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = iter(["s", "d"])

    def pressed(keyboard: object, prompt: str) -> str:
        key = next(keys, None)
        if key is None:
            raise KeyboardInterrupt
        return key

    monkeypatch.setattr("plancompare.commands.keyboard.Keyboard.key", pressed)
    order = asked(compare(load(folder)))
    assert review(folder).exit_code == 130
    assert sorted(rulings(folder)) == sorted(zip(["same", "different"], order, strict=False))


def test_limit_theme_and_another_file(folder: Path) -> None:
    other = folder.parent / "mine.yaml"
    assert "1/1" in review(folder, "--limit", "1", keys="q\n").stdout
    result = review(folder, "--theme", "编制", "--to", str(other), keys="s\n")
    assert (result.exit_code, result.stderr) == (0, f"1 ruled on, 0 left; written to {other}\n")
    assert [d.members for d in read_decisions(other)[0]] == [("a/a2", "b/b2")]
    assert rulings(folder) == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_is_written_and_filled_read_back(folder: Path, suffix: str) -> None:
    sheet = folder.parent / f"pairs{suffix}"
    order = asked(compare(load(folder)))
    result = review(folder, "--batch", str(sheet))
    assert (result.exit_code, result.stdout, rulings(folder)) == (0, "", [])
    assert result.stderr.startswith(f"4 pairs in {sheet}")
    table = cells_of(sheet)
    assert table[0] == list(heads("en"))
    assert [(row[0], row[3], row[6]) for row in table[1:]] == [("", a, b) for a, b in order]
    fill(sheet, {2: "same", 3: " D ", 5: "不确定"})
    result = review(folder, "--batch", str(sheet))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"3 rulings added to {folder / 'decisions.yaml'}\n"
    assert sorted(rulings(folder)) == sorted([("same", order[0]), ("different", order[1]), ("unsure", order[3])])


@pytest.mark.slow
def test_a_bad_ruling_is_one_line_with_its_place_and_nothing_is_written(folder: Path) -> None:
    sheet = folder.parent / "pairs.csv"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same", 3: "mabye", 4: "different"})
    command = [sys.executable, "-m", "plancompare", "--plans", str(folder), "review", "--batch", str(sheet)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f'plancompare: {sheet}:3: ruling "mabye"; write same, different or unsure\n'
    assert rulings(folder) == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_commitment_that_is_not_there_stops_the_whole_sheet(folder: Path, suffix: str) -> None:
    sheet = folder.parent / f"pairs{suffix}"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same", 3: "same"})
    fewer = make(folder.parent / "fewer", A[1:2], B[1:2])
    result = review(fewer, "--batch", str(sheet))
    assert f"{sheet}:2: no commitment" in str(result.exception)
    assert (result.exit_code, rulings(fewer)) == (1, [])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("start", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"])
def test_a_hostile_text_becomes_no_formula(tmp_path: Path, suffix: str, start: str) -> None:
    hostile = [f'id: {p}1, text: "{start}推行教师区管校聘管理改革{p}", theme: staffing' for p in "ab"]
    sheet = tmp_path / f"pairs{suffix}"
    folder = make(tmp_path / "plans", [hostile[0]], [hostile[1]])
    assert review(folder, "--batch", str(sheet)).exit_code == 0
    table = cells_of(sheet)
    assert table[1][4].startswith(f"'{start}")
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    fill(sheet, {2: "same"})
    assert review(folder, "--batch", str(sheet)).exit_code == 0
    assert rulings(folder) == [("same", ("a/a1", "b/b1"))]
    assert compare(load(folder)).findings == ()


# --- what goes wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_read_twice_adds_nothing_twice(folder: Path, suffix: str) -> None:
    sheet = folder.parent / f"pairs{suffix}"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same", 3: "different"})
    review(folder, "--batch", str(sheet))
    before = (folder / "decisions.yaml").read_bytes()
    result = review(folder, "--batch", str(sheet), "--date", "2027-01-01")
    assert result.stderr == f"0 rulings added to {folder / 'decisions.yaml'}; 2 were there already\n"
    assert (folder / "decisions.yaml").read_bytes() == before
    fill(sheet, {2: "different"})
    assert "are ruled same here, different now" in str(review(folder, "--batch", str(sheet)).exception)
    assert (folder / "decisions.yaml").read_bytes() == before


def doubled(sheet: Path, line: int, said: str) -> None:
    """The pair of a line once more at the end, its two commitments turned."""
    table = cells_of(sheet)
    table.append([said, *table[line - 1][1:3], *table[line - 1][6:9], *table[line - 1][3:6]])
    held = StringIO()
    csv.writer(held).writerows(table)
    sheet.write_text(held.getvalue(), encoding="utf-8-sig", newline="")


def test_a_pair_ruled_in_two_ways_is_an_error_with_both_lines(folder: Path) -> None:
    sheet = folder.parent / "pairs.csv"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same", 3: "same"})
    doubled(sheet, 3, "different")
    told = str(review(folder, "--batch", str(sheet)).exception)
    assert told.startswith(f"{sheet}:6: ")
    assert told.endswith(" are different here, same on line 3; keep one")
    assert rulings(folder) == []


def test_a_pair_ruled_twice_in_one_way_is_one_ruling(folder: Path) -> None:
    sheet = folder.parent / "pairs.csv"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same"})
    doubled(sheet, 2, "s")
    assert review(folder, "--batch", str(sheet)).stderr.startswith("1 rulings added")


@pytest.mark.parametrize("day", ["2026/01/01", "2026-1-1", "20260101", "2026-02-30", "heute"])
def test_a_date_of_another_form_is_wrong_usage(folder: Path, day: str) -> None:
    result = review(folder, "--date", day, keys="s\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f'--date: "{day}" is no date; write it as 2026-01-31' in result.stderr
    assert rulings(folder) == []


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (0, "the first line is none of a sheet of pairs"),
        (10, "the first line is none of a sheet of pairs"),
        ("heads", "holds no pairs; delete it and run this again for a new sheet"),
        ("first key", "columns, a pair has 9; the sheet was cut off"),
        ("character", "neither UTF-8 nor GBK text, or was cut off"),
        ("quote", "the table breaks off or is damaged"),
        ("unfilled", "holds no ruling; write same, different or unsure into its first column"),
    ],
)
def test_a_sheet_that_was_cut_off_or_not_filled_is_noticed(folder: Path, keep: int | str, told: str) -> None:
    sheet = folder.parent / "pairs.csv"
    review(folder, "--batch", str(sheet))
    if keep != "unfilled":
        fill(sheet, {2: "same", 3: "same"})
    data = sheet.read_bytes()
    ends = {
        "heads": data.index(b"\n") + 1,
        "first key": data.find(b"a/", data.find(b"\nsame")) + 4,
        "character": data.index("普惠".encode()) + 4,
        "unfilled": len(data),
    }
    if keep == "quote":
        sheet.write_bytes(data[: ends["heads"]] + b'same,"a reason that breaks')
    else:
        sheet.write_bytes(data[: keep if isinstance(keep, int) else ends[keep]])
    result = review(folder, "--batch", str(sheet))
    assert told in str(result.exception)
    assert result.exit_code != 0
    assert rulings(folder) == []


def test_a_workbook_that_was_cut_off_is_noticed(folder: Path) -> None:
    sheet = folder.parent / "pairs.xlsx"
    review(folder, "--batch", str(sheet))
    fill(sheet, {2: "same"})
    data = sheet.read_bytes()
    for length in (0, 100, len(data) // 2, len(data) - 10):
        sheet.write_bytes(data[:length])
        assert "cannot be read as a workbook" in str(review(folder, "--batch", str(sheet)).exception)
    assert rulings(folder) == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_on_a_full_disk_is_no_sheet(folder: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = folder.parent / f"pairs{suffix}"

    def full(descriptor: int, data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    assert str(review(folder, "--batch", str(sheet)).exception) == f"cannot write {sheet}: No space left on device"
    assert [path.name for path in folder.parent.iterdir()] == ["plans"]


def test_a_file_that_cannot_be_written_is_refused_before_anything_is_asked(folder: Path) -> None:
    (folder / "decisions.yaml").write_text("decisions: []\n", encoding="utf-8")
    (folder / "decisions.yaml").chmod(0o444)
    result = review(folder, keys="s\n")
    assert "it is read-only" in str(result.exception)
    assert result.stdout == ""


def test_back_leaves_what_another_person_ruled_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = asked(compare(load(folder)))
    other = RulingsFile(folder / "decisions.yaml")
    keys = iter(["s", "theirs", "b", "d", "q"])

    def pressed(keyboard: object, prompt: str) -> str:
        key = next(keys)
        if key == "theirs":
            other.add(Ruling("unsure", dict.fromkeys(order[3], "x"), "乙"))
            key = next(keys)
        return key

    monkeypatch.setattr("plancompare.commands.keyboard.Keyboard.key", pressed)
    assert review(folder).exit_code == 0
    assert sorted(rulings(folder)) == sorted([("different", order[0]), ("unsure", order[3])])


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_ruling_is_on_the_words_that_stood_in_the_sheet(folder: Path, tmp_path: Path, suffix: str) -> None:
    sheet = tmp_path / f"pairs.{suffix}"
    review(folder, "--batch", str(sheet), "--by", "pairs")
    fill(sheet, {2: "same"})
    make(folder, [line.replace("text: ", "text: 另有") for line in A])
    result = review(folder, "--batch", str(sheet), "--by", "pairs")
    assert "are others now; make a new sheet" in str(result.exception) and rulings(folder) == []
