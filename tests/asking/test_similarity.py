"""How far plans overlap: only where both texts could have spoken, the same from either side."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import compare, load
from plancompare.asking.similarity import Overlap, comparable, overlaps
from tests.support import collection, plan_text

ROOT = Path(__file__).parent.parent.parent
EXCERPT = "source: {{extent: excerpt, file: x.txt}}\nreads: {{{}}}"
SAME = "decisions: [{id: r, same: [a/a-1, b/b-1, c/c-1]}]"


def made(plan: str, *themes: str) -> list[str]:
    """One commitment a theme, with words of its own; the first ones are ruled the same."""
    return [f"id: {plan}-{place}, text: {plan}{place}号事, theme: {theme}" for place, theme in enumerate(themes, 1)]


def found(folder: Path, plans: dict[str, str], *order: str) -> dict[tuple[str, str], Overlap]:
    ruled = SAME if "c" in plans else SAME.replace(", c/c-1", "")
    kept = [
        f"{{different: [{a}/{a}-{i}, {b}/{b}-{j}]}}"
        for a, b in combinations(sorted(plans), 2)
        for i in (1, 2, 3)
        for j in (1, 2, 3)
        if (i, j) != (1, 1) and f"{a}-{i}," in plans[a] and f"{b}-{j}," in plans[b]
    ]
    ruled = ruled.replace("}]", "}, " + ", ".join(kept) + "]") if kept else ruled
    corpus = load(collection(folder, plans, decisions=ruled))
    return dict(overlaps(compare(corpus, order or None)))


def test_rows_in_common_of_rows_made_by_either(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", made("a", "preschool", "preschool", "layout")),
        "b": plan_text("b", made("b", "preschool", "staffing")),
    }
    [pair] = found(tmp_path, plans).values()
    assert pair == Overlap(first=3, second=2, both=1)
    assert (pair.either, pair.jaccard) == (4, 0.25)


def test_only_themes_that_both_cover_whole_count(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", made("a", "preschool", "preschool", "layout")),
        "b": plan_text(
            "b", made("b", "preschool", "staffing"), EXCERPT.format("preschool: whole, layout: part, staffing: part")
        ),
    }
    [pair] = found(tmp_path, plans).values()
    assert pair == Overlap(first=2, second=1, both=1)


def test_texts_without_a_theme_in_common_do_not_compare(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", made("a", "preschool"), EXCERPT.format("preschool: whole")),
        "b": plan_text("b", made("b", "layout"), EXCERPT.format("layout: whole, preschool: part")),
    }
    [pair] = found(tmp_path, plans).values()
    assert (pair.either, pair.jaccard) == (0, None)


def test_what_cannot_apply_to_a_plan_does_not_count_against_it(tmp_path: Path) -> None:
    head = "source: {extent: full, file: x.txt}\nnot_applicable: {layout: 无}"
    plans = {
        "a": plan_text("a", made("a", "preschool", "layout")),
        "b": plan_text("b", made("b", "preschool"), head),
    }
    [pair] = found(tmp_path, plans).values()
    assert pair == Overlap(1, 1, 1)


def test_the_order_of_plans_swaps_sides_only() -> None:
    corpus = load(ROOT / "plans")
    ids = [plan.id for plan in corpus.plans]
    straight, turned = overlaps(compare(corpus, ids)), overlaps(compare(corpus, ids[::-1]))
    for (a, b), pair in straight.items():
        other = turned[b, a]
        assert (pair.first, pair.second, pair.both) == (other.second, other.first, other.both)


def test_a_plan_overlaps_with_itself_wholly() -> None:
    corpus = load(ROOT / "plans")
    copy = corpus.plans[0]._replace(
        id="copy", commitments=tuple(c._replace(plan="copy") for c in corpus.plans[0].commitments)
    )
    [pair] = overlaps(compare(corpus._replace(plans=(corpus.plans[0], copy)), decisions=False)).values()
    assert pair.jaccard == 1 and pair.either > 0


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_the_share_lies_between_none_and_all(mine: int, theirs: int, both: int) -> None:
    pair = Overlap(mine + both, theirs + both, both)
    share = pair.jaccard
    assert (share is None) == (pair.either == 0)
    if share is not None:
        assert 0 <= share <= 1
        assert (share == 1) == (mine == theirs == 0)


BLOCK, PASS = Overlap(0, 0, 0), Overlap(1, 1, 1)


@given(st.lists(st.booleans(), min_size=10, max_size=10))
def test_every_two_of_the_plans_kept_compare_and_none_is_dropped_in_vain(answers: list[bool]) -> None:
    plans = "abcde"
    pairs = {pair: PASS if answer else BLOCK for pair, answer in zip(combinations(plans, 2), answers, strict=True)}
    kept = comparable(plans, pairs)
    assert list(kept) == [plan for plan in plans if plan in kept]
    assert all(pairs[pair].jaccard is not None for pair in combinations(kept, 2))
    assert (kept == tuple(plans)) == all(answers)


@pytest.mark.parametrize(
    ("blocked", "expected"),
    [((), "abc"), (("ab",), "ac"), (("ab", "bc"), "ac"), (("ab", "ac", "bc"), "a")],
)
def test_the_plan_that_blocks_most_goes_first_of_equals_the_last(blocked: tuple[str, ...], expected: str) -> None:
    pairs = {pair: BLOCK if "".join(pair) in blocked else PASS for pair in combinations("abc", 2)}
    assert comparable("abc", pairs) == tuple(expected)
