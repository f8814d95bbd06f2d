"""A ruling holds for the words that were judged; a stale, contradictory or empty one is told with its line."""

from pathlib import Path

import pytest

from plancompare import Comparison, checks, compare, load
from plancompare.model import digest
from tests.support import collection, plan_text, run

TEXTS = {
    "east/e-1": "实施教师县管校聘",
    "east/e-2": "新建3所幼儿园",
    "east/e-3": "引进名师",
    "west/w-1": "实施教师县管校聘",
    "west/w-2": "幼儿园新建5所",
    "west/w-3": "改善校舍",
}
REWORDED = {**TEXTS, "west/w-3": "扩建校舍"}


def entry(kind: str, *keys: str, name: str = "") -> str:
    """One line of a decisions file, with the hashes of the texts as they were judged."""
    head = f"id: {name}, label: {{zh: 行{name}, en: Row {name}}}, " if name else ""
    hashes = ", ".join(f'{key}: "{digest(TEXTS[key])}"' for key in keys if key in TEXTS)
    return f"- {{{head}{kind}: [{', '.join(keys)}], hashes: {{{hashes}}}}}\n"


KEPT = entry("different", "east/e-1", "west/w-1")
RULED = entry("same", "east/e-3", "west/w-3", name="r")


def compared(folder: Path, texts: dict[str, str], *entries: str, decisions: bool = True) -> Comparison:
    plans = {
        plan: plan_text(
            plan,
            [f"id: {key.split('/')[1]}, text: {text}, evidence: {text}" for key, text in texts.items() if plan in key],
        )
        for plan in ("east", "west")
    }
    collection(folder, plans, decisions="decisions:\n" + "".join(entries))
    return compare(load(folder), decisions=decisions)


def rows(comparison: Comparison) -> list[tuple[str, tuple[str, ...], bool]]:
    return sorted((row.id, tuple(c.key for c in row.commitments), row.decided) for row in comparison.rows)


def warnings(comparison: Comparison) -> list[tuple[str, int, str, str]]:
    told = [f for f in comparison.findings if f.check == "stale-decision"]
    return [(Path(f.at.file).name, f.at.line, f.level, f.message) for f in told]


def test_a_ruling_on_the_words_as_judged_is_applied_without_a_word(tmp_path: Path) -> None:
    comparison = compared(tmp_path, TEXTS, KEPT, RULED)
    assert warnings(comparison) == []
    assert ("r", ("east/e-3", "west/w-3"), True) in rows(comparison)


def test_a_reworded_text_makes_its_ruling_stale_with_its_line(tmp_path: Path) -> None:
    comparison = compared(tmp_path, REWORDED, KEPT, RULED)
    ((file, line, level, message),) = warnings(comparison)
    assert (file, line, level) == ("decisions.yaml", 3, "warning")
    assert message.startswith("decision r is stale: west/w-3 has been reworded")


def test_a_stale_ruling_is_not_applied_and_nothing_else_changes(tmp_path: Path) -> None:
    stale = compared(tmp_path / "stale", REWORDED, KEPT, RULED)
    without = compared(tmp_path / "without", REWORDED, KEPT)
    assert rows(stale) == rows(without)
    assert ("east/e-3", ("east/e-3",), False) in rows(stale) and ("west/w-3", ("west/w-3",), False) in rows(stale)
    assert [d.kind for d in stale.rulings] == ["different"]
    before, after = ({r[0]: r for r in rows(c)} for c in (compared(tmp_path / "a", TEXTS, KEPT, RULED), stale))
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        "r", "east/e-3", "west/w-3",
    }  # fmt: skip


def test_a_stale_ruling_that_two_are_different_lets_them_meet_again(tmp_path: Path) -> None:
    reworded = {**TEXTS, "east/e-1": "推进教师县管校聘", "west/w-1": "推进教师县管校聘"}
    assert ("east/e-1", ("east/e-1",), False) in rows(compared(tmp_path / "k", TEXTS, KEPT))
    comparison = compared(tmp_path / "s", reworded, KEPT)
    assert any({"east/e-1", "west/w-1"} == {c.key for c in row.commitments} for row in comparison.rows)
    ((_, line, _, message),) = warnings(comparison)
    assert line == 2 and message.startswith("decision east/e-1 / west/w-1 is stale: east/e-1, west/w-1 has")


@pytest.mark.parametrize("change", [{"east/e-2": "新建8所幼儿园"}, {}])
def test_rewording_what_no_ruling_names_makes_none_stale(tmp_path: Path, change: dict[str, str]) -> None:
    assert warnings(compared(tmp_path, {**TEXTS, **change}, KEPT, RULED)) == []


def test_without_decisions_nobody_is_told_that_they_are_stale(tmp_path: Path) -> None:
    assert warnings(compared(tmp_path, REWORDED, KEPT, RULED, decisions=False)) == []


def test_every_member_that_was_reworded_is_named_and_each_ruling_once(tmp_path: Path) -> None:
    both = {**REWORDED, "east/e-3": "引进和培养名师", "west/w-1": "探索教师县管校聘"}
    told = warnings(compared(tmp_path, both, KEPT, RULED))
    assert sorted(line for _, line, _, _ in told) == [2, 3]
    assert any("east/e-3, west/w-3" in message for *_, message in told)


def test_a_ruling_without_hashes_never_goes_stale(tmp_path: Path) -> None:
    bare = "- {id: r, label: {zh: 甲, en: A}, same: [east/e-3, west/w-3]}\n"
    comparison = compared(tmp_path, REWORDED, bare)
    assert warnings(comparison) == [] and ("r", ("east/e-3", "west/w-3"), True) in rows(comparison)


FAULTS: list[tuple[str, list[str], list[tuple[int, str]]]] = [
    ("unknown id", [KEPT, entry("same", "east/e-3", "west/w-33", name="r")],
     [(3, 'no commitment "west/w-33"; did you mean "west/w-3"? (decision-members)')]),
    ("unknown plan", [entry("different", "east/e-3", "north/w-3")], [(2, 'no commitment "north/w-3"')]),
    ("in two rows", [RULED, entry("same", "east/e-3", "west/w-2", name="s")],
     [(3, "east/e-3 is in row s and in row r; keep it in one (contradictory-decision)")]),
    ("row id twice", [RULED, KEPT, entry("same", "west/w-1", "west/w-2", name="r")], [(4, 'row id "r" is used twice')]),
    ("same and different", [RULED, entry("different", "east/e-3", "west/w-3")],
     [(3, "east/e-3 and west/w-3 are ruled different, but row r holds both")]),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "told"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_ruling_that_cannot_hold_is_an_error_with_its_line(
    tmp_path: Path, entries: list[str], told: list[tuple[int, str]]
) -> None:
    compared(tmp_path, TEXTS, *entries)
    found = [f for f in checks.run(load(tmp_path)) if "decision" in f.check]
    assert [(Path(f.at.file).name, f.at.line, f.level) for f in found] == [
        ("decisions.yaml", line, "error") for line, _ in told
    ]
    assert all(message in str(f) for f, (_, message) in zip(found, told, strict=True))
    result = run("check", str(tmp_path / "decisions.yaml"))
    assert result.exit_code == 1 and [line for line in result.stdout.splitlines() if line] == list(map(str, found))
    assert f"{len(told)} errors" in result.stderr
