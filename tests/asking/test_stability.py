"""A cell flips if another setting would fill or empty it: next to a threshold, or held by a ruling alone."""

from pathlib import Path

import pytest

from plancompare import Comparison, Corpus, compare, load
from plancompare.asking.stability import SHIFT, Stability, stability
from plancompare.comparing.alignment import Thresholds
from tests.support import collection, plan_text, run

EAST = ["id: e-1, text: 推行教师区管校聘改革"]
WEST = ["id: w-1, text: 实施教师县管校聘"]
TOGETHER = "decisions:\n- {id: r, label: {zh: 甲, en: Row R}, same: [east/e-1, west/w-2]}\n"
TWIN = ["id: w-1, text: 推行教师区管校聘改革"]  # what no threshold keeps apart
APART = "decisions:\n- {different: [east/e-1, west/w-1]}\n"
BOTH = ["east", "west"]


def made(folder: Path, west: list[str] = WEST, **others: str) -> Corpus:
    return load(collection(folder, {"east": plan_text("east", EAST), "west": plan_text("west", west)}, **others))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return made(tmp_path)


def held(corpus: Corpus, above: int, decisions: bool = True) -> tuple[Comparison, Stability]:
    """The comparison whose match threshold lies ``above`` the pair's score, and how firm it is."""
    score = compare(corpus).score("east/e-1", "west/w-1").total
    comparison = compare(corpus, BOTH, thresholds=Thresholds(score + above, score - 30), decisions=decisions)
    return comparison, stability(corpus, comparison)


@pytest.mark.parametrize(
    ("above", "flips"),
    [
        (-SHIFT - 1, []),
        (-SHIFT, []),
        (1 - SHIFT, [(True, ("higher",))]),
        (0, [(True, ("higher",))]),
        (1, [(False, ("lower",))] * 2),
        (SHIFT, [(False, ("lower",))] * 2),
        (SHIFT + 1, []),
    ],
)
def test_a_cell_flips_within_five_points_of_the_threshold_and_a_firm_one_does_not(
    corpus: Corpus, above: int, flips: list[tuple[bool, tuple[str, ...]]]
) -> None:
    comparison, found = held(corpus, above)
    assert [(flip.made, flip.by) for flip in found.flips] == flips
    assert sum(found.cells.values()) == sum(len(row.cells) for row in comparison.rows)


def test_a_flip_names_the_row_the_plan_and_what_the_cell_is_now(corpus: Corpus) -> None:
    comparison, found = held(corpus, 0)
    row, (flip,) = comparison.rows[0], found.flips
    assert flip[:4] == (row.id, row.theme, row.label, ({"east", "west"} - {row.core.plan}).pop())
    assert found.cells == {(row.theme, "east"): 1, (row.theme, "west"): 1}


def test_a_blank_that_a_ruling_keeps_flips_without_decisions(tmp_path: Path) -> None:
    _, found = held(made(tmp_path, decisions=APART), -2 * SHIFT)
    assert [(flip.plan, flip.made, flip.by) for flip in found.flips] == [
        ("west", False, ("no decisions",)),
        ("east", False, ("no decisions",)),
    ]


def test_a_cell_that_a_ruling_fills_flips_without_decisions(tmp_path: Path) -> None:
    corpus = made(tmp_path, ["id: w-2, text: 新建幼儿园"], decisions=TOGETHER)
    comparison = compare(corpus)
    flips = stability(corpus, comparison).flips
    assert [(flip.row, flip.made, flip.by) for flip in flips] == [("r", True, ("no decisions",))]


def test_rulings_that_are_ignored_already_cannot_be_ignored_once_more(tmp_path: Path) -> None:
    _, found = held(made(tmp_path, decisions=APART), -2 * SHIFT, decisions=False)
    assert found.flips == ()


def test_a_filter_narrows_what_is_held_not_what_it_is_held_against(tmp_path: Path) -> None:
    corpus = made(tmp_path, [*TWIN, "id: w-2, text: 新建幼儿园"], decisions=APART)
    whole = stability(corpus, compare(corpus))
    part = stability(corpus, compare(corpus).only(theme="staffing"))
    assert part.flips and part.flips == tuple(flip for flip in whole.flips if flip.theme == "staffing")
    assert {theme for theme, _ in part.cells} == {"staffing"} < {theme for theme, _ in whole.cells}


def test_the_command_counts_flips_by_theme_and_plan(tmp_path: Path) -> None:
    made(tmp_path, TWIN, decisions=APART)
    result = run("matrix", "--stability", folder=tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split() for line in result.stdout.splitlines() if "staffing" in line] == [
        ["Staffing", "[staffing]", "1/2", "1/2"]
    ]
    assert "2 of 4 cells flip" in result.stdout and "(2 blanks would be" in result.stdout
    assert "○" not in result.stdout


def test_the_command_with_rows_names_each_cell_and_the_setting_that_flips_it(tmp_path: Path) -> None:
    made(tmp_path, TWIN, decisions=APART)
    result = run("matrix", "--stability", "--rows", folder=tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line for line in result.stdout.splitlines() if line.startswith("○")] == [
        "○ west  推行教师区管校聘改革  (no decisions)",
        "○ east  推行教师区管校聘改革  (no decisions)",
    ]


def test_the_command_without_decisions_finds_the_firm_row_firm(tmp_path: Path) -> None:
    made(tmp_path, TWIN, decisions=APART)
    result = run("matrix", "--stability", "--no-decisions", folder=tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "0 of 2 cells flip" in result.stdout
