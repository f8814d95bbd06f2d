"""How far two people agree: alpha on published numbers, rulings pair by pair, and `decisions diff`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.asking.agreement import compare_rulings, krippendorff
from plancompare.model import Decision
from tests.support import collection, plan_text, run

# Three coders, fifteen units, * is a gap: the example of Krippendorff, Computing Krippendorff's Alpha-Reliability
PUBLISHED = [
    "*    *    *    *    *    3    4    1    2    1    1    3    3    *    3",
    "1    *    2    1    3    3    4    3    *    *    *    *    *    *    *",
    "*    *    2    1    3    4    4    *    2    1    1    3    3    *    4",
]


def units(rows: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of coders as units; * becomes the gap that the function knows."""
    coders = [row.replace("*", "-").split() for row in rows]
    return [tuple("" if value == "-" else value for value in unit) for unit in zip(*coders, strict=True)]


def same(*members: str, name: str = "") -> Decision:
    return Decision("same", members, name)


def different(*members: str) -> Decision:
    return Decision("different", members)


def unsure(*members: str) -> Decision:
    return Decision("unsure", members)


def test_alpha_is_that_of_the_published_example() -> None:
    assert krippendorff(units(PUBLISHED)) == pytest.approx(0.691358, abs=5e-7)


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        (["1 2 3", "1 2 3"], 1.0),
        (["1 2 * 3", "1 2 3 3", "1 * 3 3"], 1.0),
        (["1 1 1", "1 1 1"], None),
        (["1 2 *", "* * 3"], None),
        (["1 1 2", "1 1 *"], None),
        (["1 2", "2 1"], -0.5),
        (["1 1 1 1", "1 1 1 2"], 0.0),
        (["1 1 2 2", "1 1 2 1"], 8 / 15),
    ],
)
def test_alpha_by_hand(rows: list[str], alpha: float | None) -> None:
    expected = None if alpha is None else pytest.approx(alpha)
    assert krippendorff(units(rows)) == expected


def test_alpha_without_units_is_undefined() -> None:
    assert krippendorff([]) is None


def test_alpha_does_not_depend_on_the_order_of_units_or_coders() -> None:
    alpha = krippendorff(units(PUBLISHED))
    assert krippendorff(units(PUBLISHED[::-1])) == pytest.approx(alpha)
    assert krippendorff(units(PUBLISHED)[::-1]) == pytest.approx(alpha)


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        ([same("x/1", "y/1")], [same("y/1", "x/1")], {("x/1", "y/1"): ("same", "same")}),
        ([same("x/1", "y/1")], [different("y/1", "x/1")], {("x/1", "y/1"): ("same", "different")}),
        ([same("x/1", "y/1")], [], {("x/1", "y/1"): ("same", "")}),
        ([], [different("x/1", "y/1")], {("x/1", "y/1"): ("", "different")}),
        ([], [], {}),
        ([unsure("x/1", "y/1")], [unsure("x/1", "y/1")], {}),
        ([unsure("x/1", "y/1")], [same("x/1", "y/1")], {("x/1", "y/1"): ("", "same")}),
        ([same("x/1", "x/2")], [same("x/1", "x/2")], {}),
    ],
)
def test_each_pair_stands_with_both_verdicts(
    a: list[Decision], b: list[Decision], verdicts: dict[tuple[str, str], tuple[str, str]]
) -> None:
    assert dict(compare_rulings(a, b).verdicts) == verdicts
    assert dict(compare_rulings(b, a).verdicts) == {pair: said[::-1] for pair, said in verdicts.items()}


def test_all_members_of_a_row_are_ruled_the_same_pair_by_pair() -> None:
    compared = compare_rulings([same("x/1", "y/1", "z/1", name="row")], [same("x/1", "y/1"), different("y/1", "z/1")])
    assert compared.verdicts == {
        ("x/1", "y/1"): ("same", "same"),
        ("x/1", "z/1"): ("same", ""),
        ("y/1", "z/1"): ("same", "different"),
    }


def test_two_rows_of_one_file_are_apart_for_a_pair_that_the_other_file_names() -> None:
    rows = [same("x/1", "y/1", name="one"), same("x/2", "y/2", name="two")]
    compared = compare_rulings(rows, [same("x/1", "y/2"), different("x/2", "y/1")])
    assert compared.verdicts["x/1", "y/2"] == ("different", "same")
    assert compared.verdicts["x/2", "y/1"] == ("different", "different")


def test_percent_and_alpha_count_only_what_both_ruled() -> None:
    a = [same("x/1", "y/1"), same("x/2", "y/2"), different("x/3", "y/3"), different("x/4", "y/4"), same("x/5", "y/5")]
    b = [same("x/1", "y/1"), same("x/2", "y/2"), different("x/3", "y/3"), same("x/4", "y/4"), different("x/6", "y/6")]
    compared = compare_rulings(a, b)
    assert len(compared.both) == 4
    assert compared.percent == pytest.approx(0.75)
    assert compared.alpha == pytest.approx(8 / 15)


def test_without_a_common_pair_there_is_no_percent_and_no_alpha() -> None:
    compared = compare_rulings([same("x/1", "y/1")], [same("x/2", "z/2")])
    assert (list(compared.both), compared.percent, compared.alpha) == ([], None, None)


THEIRS = "decisions:\n- {same: [a/a1, b/b1]}\n- {same: [a/a2, b/b2]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"a": ["推行区管校聘", "新建小学"], "b": ["县管校聘改革", "新建幼儿园"]}
    plans = {p: plan_text(p, [f"id: {p}{n}, text: {t}" for n, t in enumerate(texts[p], 1)]) for p in texts}
    return collection(tmp_path / "plans", plans)


def decisions_diff(folder: Path, mine: str, theirs: str, *more: str) -> tuple[int, str, str]:
    paths = [folder.parent / "mine.yaml", folder.parent / "theirs.yaml"]
    for path, text in zip(paths, (mine, theirs), strict=True):
        path.write_text(text, encoding="utf-8")
    result = run("decisions", "diff", *map(str, paths), *more, folder=folder)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_tells_counts_percent_alpha_and_each_pair_in_dispute(folder: Path) -> None:
    mine = "decisions:\n- {same: [a/a1, b/b1]}\n- {different: [a/a2, b/b2]}\n- {different: [a/a1, b/b2]}\n"
    theirs = "decisions:\n- {same: [a/a1, b/b1]}\n- {same: [a/a2, b/b2]}\n- {different: [a/a2, b/b1]}\n"
    status, out, err = decisions_diff(folder, mine, theirs)
    assert (status, err) == (0, "")
    told = " ".join(out.split())
    assert "3 pairs ruled on by both, 0 by A only, 1 by B only; agreement 67%" in told
    assert "Krippendorff's alpha 0.444" in told
    assert out.count("A ruled") == 1
    assert "A ruled different · B ruled the same" in out
    assert "a/a2 新建小学" in told
    assert "b/b2 新建幼儿园" in told
    assert "推行区管校聘" not in out


def test_the_command_says_undefined_where_nothing_varies(folder: Path) -> None:
    status, out, err = decisions_diff(folder, THEIRS, THEIRS)
    assert (status, err) == (0, "")
    assert "agreement 100%, Krippendorff's alpha undefined (no variation)" in " ".join(out.split())
    assert "A ruled" not in out


def test_the_command_speaks_chinese(folder: Path) -> None:
    status, out, err = decisions_diff(folder, THEIRS, THEIRS, "--lang", "zh")
    assert (status, err) == (0, "")
    assert "一致率 100%" in out


def test_a_file_that_is_not_there_is_bad_usage(folder: Path) -> None:
    result = run("decisions", "diff", str(folder / "none.yaml"), str(folder / "a.yaml"), folder=folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "none.yaml" in result.stderr


def test_a_file_with_a_fault_is_refused_with_its_place(folder: Path) -> None:
    broken = folder.parent / "broken.yaml"
    broken.write_text("decisions:\n- {same: [a/a1, b/b1]}\n- {sme: [a/a2, b/b2]}\n", encoding="utf-8")
    result = run("decisions", "diff", str(broken), str(broken), folder=folder)
    assert isinstance(result.exception, PlanCompareError)
    assert str(result.exception).startswith(f"{broken} cannot be used: {broken}:3:")
    assert (result.stdout, result.stderr) == ("", "")
