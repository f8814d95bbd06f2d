"""A decisions file that grows: what stands there stays, and what cannot be read afterwards is never written."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from plancompare import PlanCompareError, load
from plancompare.model import digest
from plancompare.reading.collection import read_decisions
from plancompare.reading.writing.rulings import Ruling, RulingsFile, Verdict
from tests.support import collection, plan_text

STANDING = """\
# 本文件由两人共同维护
version: "1"   # of the rules
who: 甲
decisions:   # newest last
- id: staffing-row
  label: {zh: "区管校聘", en: 'Employed by the district'}
  same: [a/a1,   b/b1]  # odd spacing stays
  # a remark between keys
  reason: |
    several
    lines
# a last remark
"""
SECOND = Ruling("different", {"a/a2": "新建小学", "b/b2": "新建幼儿园"}, "乙", "2026-01-02", "学段不同")


def ruling(verdict: Verdict = "same", number: int = 1) -> Ruling:
    return Ruling(verdict, {f"a/a{number}": f"甲{number}", f"b/b{number}": f"乙{number}"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.yaml"


@pytest.mark.parametrize(
    "standing", [STANDING, STANDING.rstrip("\n"), "decisions:\n", "decisions:\n- {same: [a/a1]}\n"]
)
def test_a_ruling_goes_to_the_end_and_nothing_above_it_changes(path: Path, standing: str) -> None:
    path.write_text(standing, encoding="utf-8")
    RulingsFile(path).add(SECOND)
    text = path.read_text(encoding="utf-8")
    assert text == standing.rstrip("\n") + "\n" + SECOND.line()


def test_all_that_was_ruled_reads_back_with_who_when_why_and_hashes(path: Path) -> None:
    path.write_text(STANDING, encoding="utf-8")
    RulingsFile(path).add(SECOND)
    (added, standing), findings = read_decisions(path)
    assert findings == ()
    assert (standing.id, standing.members, standing.who) == ("staffing-row", ("a/a1", "b/b1"), "甲")
    assert (added.kind, added.members, added.who, added.date, added.reason) == (
        "different",
        ("a/a2", "b/b2"),
        "乙",
        "2026-01-02",
        "学段不同",
    )
    assert added.digests == {"a/a2": digest("新建小学"), "b/b2": digest("新建幼儿园")}


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_each_verdict_reads_back_through_load(tmp_path: Path, verdict: Verdict) -> None:
    plans = {p: plan_text(p, [f"id: {p}1, text: 推行区管校聘"]) for p in "ab"}
    folder = collection(tmp_path, plans)
    texts = {"b/b1": "推行区管校聘", "a/a1": "推行区管校聘"}
    RulingsFile(folder / "decisions.yaml").add(Ruling(verdict, texts))
    corpus = load(folder)
    assert corpus.findings == ()
    assert [(d.kind, d.members, d.who, d.reason) for d in corpus.decisions] == [(verdict, ("a/a1", "b/b1"), "", "")]


@pytest.mark.parametrize(
    "reason",
    ['"quoted" and \\ and \'', "a: b # no comment", "two\nlines\tand a tab", "- {same: [x/1]}", "}], {[", "😀 — 学段"],
)
def test_a_reason_with_any_marks_in_it_reads_back_as_it_was(path: Path, reason: str) -> None:
    RulingsFile(path).add(SECOND._replace(reason=reason, who=reason))
    (decision,), findings = read_decisions(path)
    assert (decision.reason, decision.who, findings) == (reason, reason, ())


@pytest.mark.parametrize("standing", [None, "", "\n\n", "decisions: []\n", 'version: "1"\ndecisions: []\n'])
def test_a_new_or_empty_file_takes_its_first_ruling(path: Path, standing: str | None) -> None:
    if standing is not None:
        path.write_text(standing, encoding="utf-8")
    RulingsFile(path).add(SECOND)
    decisions, findings = read_decisions(path)
    assert ([d.kind for d in decisions], findings) == (["different"], ())
    assert ("version" in path.read_text(encoding="utf-8")) == ("version" in (standing or ""))


def test_each_ruling_is_on_disk_before_the_next(path: Path) -> None:
    file = RulingsFile(path)
    for count in (1, 2, 3):
        file.add(ruling(number=count))
        assert len(read_decisions(path)[0]) == count
    assert [p.name for p in path.parent.iterdir()] == ["decisions.yaml"]


def test_undo_takes_back_the_last_first_and_then_says_there_is_no_more(path: Path) -> None:
    path.write_text(STANDING, encoding="utf-8")
    file = RulingsFile(path)
    file.add(SECOND)
    once = path.read_text(encoding="utf-8")
    file.add(ruling(number=3))
    assert file.undo()
    assert path.read_text(encoding="utf-8") == once
    assert file.undo()
    assert path.read_text(encoding="utf-8") == STANDING
    assert not file.undo()
    assert path.read_text(encoding="utf-8") == STANDING


@pytest.mark.parametrize(
    "standing", ["decisions:\n", "decisions:", "# a\r\ndecisions:  # b\r\n\n\n", "decisions: []\n"]
)
def test_undo_of_the_first_ruling_leaves_every_byte_as_it_was(path: Path, standing: str) -> None:
    path.write_bytes(standing.encode())
    file = RulingsFile(path)
    file.add(SECOND)
    assert file.undo()
    assert path.read_bytes() == standing.encode()


def test_undo_finds_a_ruling_that_somebody_put_first(path: Path) -> None:
    file = RulingsFile(path)
    file.add(SECOND)
    path.write_text(SECOND.line() + "# of another\n", encoding="utf-8")
    assert file.undo()
    assert path.read_text(encoding="utf-8") == "# of another\n"


def test_undo_of_the_ruling_that_made_the_file_takes_the_file_away(path: Path) -> None:
    file = RulingsFile(path)
    file.add(SECOND)
    assert file.undo()
    assert not path.exists()


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        ("decisions:\n- {same: [a/a1, b/b1]}\nwho: 甲\n", "cannot add to FILE: keep `decisions:` as its last key"),
        ("decisions:\n  - {same: [a/a1, b/b1]}\n", "cannot add to FILE: keep `decisions:` as its last key"),
        ("decisions: [{same: [a/a1, b/b1]}]\n", "cannot add to FILE: keep `decisions:` as its last key"),
        ("decisions:\n- {same: [a/a1, b/b1]\n", "FILE:3:1: error: not valid YAML"),
        ("decisions:\n- {sme: [a/a1, b/b1]}\n", 'FILE:2: decision 1: wants "same" or "different" or "unsure"'),
        (
            "decisions:\n- {same: [a/a1, b/b1], date: 2026/01/01}\n",
            'FILE:2: decision 1: "date" wants the form 2026-01-31, found "2026/01/01"; mend',
        ),
        ("- {same: [a/a1, b/b1]}\n", "FILE:1: wants keys with values, found a list; mend the file first"),
        ("just words\n", 'FILE:1: wants keys with values, found "just words"'),
    ],
)
def test_a_file_that_would_not_read_afterwards_is_refused_and_left_as_it_was(
    path: Path, standing: str, told: str
) -> None:
    path.write_text(standing, encoding="utf-8")
    file = RulingsFile(path)
    with pytest.raises(PlanCompareError) as failure:
        file.add(SECOND)
    assert told in str(failure.value).replace(str(path), "FILE")
    assert path.read_text(encoding="utf-8") == standing
    assert [p.name for p in path.parent.iterdir()] == ["decisions.yaml"]
    assert not file.undo()


def test_a_folder_that_is_not_there_is_an_error_to_act_on(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match="cannot write"):
        RulingsFile(tmp_path / "gone" / "decisions.yaml").add(SECOND)


@pytest.mark.parametrize("standing", ["# only a remark\n", "decisions: []\r\n", "decisions: [] # none yet\r\n"])
def test_a_file_without_rulings_takes_its_first_whatever_its_lines_end_on(path: Path, standing: str) -> None:
    path.write_bytes(standing.encode())
    RulingsFile(path).add(SECOND)
    decisions, findings = read_decisions(path)
    assert ([d.kind for d in decisions], findings) == (["different"], ())
    assert path.read_bytes().count(b"\r\n") == (2 if "\r" in standing else 0)


@pytest.mark.parametrize("mark", ["\x7f", "\x85", "\u2028", "\ufeff", "\x00", "\x1b"])
def test_a_mark_that_yaml_cannot_hold_reads_back_too(path: Path, mark: str) -> None:
    RulingsFile(path).add(SECOND._replace(reason=f"a{mark}b"))
    (decision,), findings = read_decisions(path)
    assert (decision.reason, findings) == (f"a{mark}b", ())


@pytest.mark.parametrize("name", ["a,b", "{a}", "a:b", "#a", "'a'", "[a]", "*a", "12", "第1条", "a-1.b"])
def test_any_key_reads_back(path: Path, name: str) -> None:
    RulingsFile(path).add(Ruling("same", {f"p/{name}": "甲", f"{name}/q": "乙"}))
    (decision,), findings = read_decisions(path)
    assert (decision.members, findings) == (tuple(sorted([f"p/{name}", f"{name}/q"])), ())


def test_a_plain_key_stays_plain() -> None:
    assert (
        Ruling("same", {"2025-a/第1条": "甲", "b/b-1.2": "乙"}).line().startswith("- {same: [2025-a/第1条, b/b-1.2], ")
    )


# --- several people -----------------------------------------------------------------------------------------------


def rule(path: Path, who: str, count: int) -> None:
    file = RulingsFile(path)
    for number in range(count):
        file.add(Ruling("same", {f"a/{who}{number}": "甲", f"b/{who}{number}": "乙"}, who))


def test_two_who_rule_at_once_lose_nothing_of_each_other(path: Path) -> None:
    people = [get_context("fork").Process(target=rule, args=(path, who, 60)) for who in "xy"]
    for person in people:
        person.start()
    for person in people:
        person.join(120)
    decisions, findings = read_decisions(path)
    assert ([person.exitcode for person in people], findings) == ([0, 0], ())
    assert sorted((d.who, d.members[0]) for d in decisions) == sorted((w, f"a/{w}{n}") for w in "xy" for n in range(60))
    assert [p.name for p in path.parent.iterdir()] == ["decisions.yaml"]


@pytest.mark.parametrize("standing", [None, STANDING, STANDING.rstrip("\n"), "decisions: []\n"])
def test_undo_takes_back_ones_own_ruling_and_no_other(path: Path, standing: str | None) -> None:
    if standing is not None:
        path.write_text(standing, encoding="utf-8")
    mine, theirs = RulingsFile(path), RulingsFile(path)
    mine.add(ruling(number=5))
    theirs.add(ruling(number=6))
    mine.add(ruling(number=7))
    theirs.add(ruling(number=8))
    whole = path.read_text(encoding="utf-8")
    for number in (7, 5):
        assert mine.undo()
        whole = whole.replace(ruling(number=number).line(), "")
        assert path.read_text(encoding="utf-8") == whole
    assert not mine.undo()
    assert theirs.undo() and theirs.undo()
    decisions, findings = read_decisions(path)
    assert findings == ()
    assert [d.id for d in decisions] == ["staffing-row"] * ("staffing-row" in (standing or ""))


def test_a_ruling_that_was_changed_meanwhile_is_not_taken_back_in_silence(path: Path) -> None:
    file = RulingsFile(path)
    file.add(ruling(number=1))
    changed = path.read_text(encoding="utf-8").replace("same", "different")
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PlanCompareError, match=r"cannot take the ruling back.*- \{same: \[a/a1, b/b1\]"):
        file.undo()
    assert path.read_text(encoding="utf-8") == changed


# --- a second time ------------------------------------------------------------------------------------------------


def test_what_stands_already_is_passed_over_if_asked(path: Path) -> None:
    file = RulingsFile(path)
    assert file.add(SECOND, ruling(number=1), again=False) == 2
    before = path.read_bytes()
    later = SECOND._replace(date="2027-01-01", reason="noch einmal")
    assert file.add(later, ruling(number=1), again=False) == 0
    assert path.read_bytes() == before
    assert file.add(later._replace(who="丙"), again=False) == 1  # another person says so too
    assert file.add(SECOND._replace(texts={"a/a2": "新建小学三所", "b/b2": "新建幼儿园"}), again=False) == 1  # reworded
    assert file.undo() and file.undo() and file.undo()
    assert path.read_bytes() == before
    assert file.undo()
    assert not path.exists()


def test_the_opposite_of_what_stands_is_refused_with_its_line(path: Path) -> None:
    RulingsFile(path).add(ruling(number=1), SECOND)
    before = path.read_bytes()
    with pytest.raises(PlanCompareError, match=r"decisions\.yaml:4: a/a2, b/b2 are ruled different here, same now"):
        RulingsFile(path).add(ruling(number=3), SECOND._replace(verdict="same"), again=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "day", ["2026/01/01", "2026-1-1", "20260101", "2026-13-01", "2026-02-30", "2026-04-31", "gestern"]
)
def test_a_date_of_another_form_is_a_finding_with_its_line_and_costs_no_ruling(path: Path, day: str) -> None:
    path.write_text(f"date: {day}\ndecisions:\n- {{same: [a/a1, b/b1]}}\n- {{same: [a/a2, b/b2], date: '{day}'}}\n")
    decisions, findings = read_decisions(path)
    assert [(d.members, d.date) for d in decisions] == [(("a/a1", "b/b1"), ""), (("a/a2", "b/b2"), "")]
    assert [f.at.line for f in findings] == [1, 4]
    assert findings[1].message == f'decision 2: "date" wants the form 2026-01-31, found "{day}"'
