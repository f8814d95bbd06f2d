"""The nearest passage of a plan: in any theme, by the aligner's score, never another plan's."""

import pytest
from hypothesis import given

from plancompare.asking.desk.nearness import NEAREST, nearest
from plancompare.comparing.comparison import compare
from plancompare.model import Corpus
from tests.desks import WORDS, commitment, corpora, corpus, plan, same


def test_the_most_alike_passage_with_the_aligners_own_score() -> None:
    mine = [
        commitment("d", f"d{n}", text, "layout")
        for n, text in enumerate(("编制布局规划", "改造老旧校舍", "改造校园围墙"))
    ]
    comparison = compare(corpus([plan("a", [commitment("a", "a1", "改造老旧校舍", "layout")]), plan("d", mine)]))
    found = nearest(comparison, "d", ["a/a1"])
    assert {key: near.commitment.key for key, near in found.items()} == {"a/a1": "d/d1"}
    assert found["a/a1"].score == comparison.score("a/a1", "d/d1").total


def test_a_passage_of_another_theme_is_near_by_the_same_score() -> None:
    text = "幼儿园家长满意度评估"
    plans = [
        plan("a", [commitment("a", "a1", text, "preschool")]),
        plan("d", [commitment("d", "d1", text, "staffing")]),
    ]
    comparison = compare(corpus(plans))
    [near] = nearest(comparison, "d", ["a/a1"]).values()
    assert near.score == comparison.score("a/a1", "d/d1").total


def test_a_passage_that_has_a_partner_may_be_near_to_another_row_of_another_theme() -> None:
    """The alignment itself looks across themes only for what stands alone."""
    text = "幼儿园家长满意度评估"
    made = {id: commitment(id, f"{id}1", text, "preschool" if id in "ab" else "staffing") for id in "abcd"}
    rows = [same("one", "a/a1", "b/b1"), same("other", "c/c1", "d/d1")]
    comparison = compare(corpus([plan(id, [c]) for id, c in made.items()], rows))
    found = nearest(comparison, "d", ["a/a1", "b/b1"])
    assert {key: near.commitment for key, near in found.items()} == {"a/a1": made["d"], "b/b1": made["d"]}


def test_what_is_hardly_alike_is_not_shown() -> None:
    plans = [
        plan("a", [commitment("a", "a1", "推行教师县管校聘改革", "staffing")]),
        plan("d", [commitment("d", "d1", "补足编制缺口", "staffing")]),
    ]
    comparison = compare(corpus(plans))
    assert comparison.score("a/a1", "d/d1").total < NEAREST
    assert nearest(comparison, "d", ["a/a1"]) == {}


def test_other_plans_are_not_the_draft_and_nothing_is_near_to_nothing() -> None:
    text = "建设名师工作室"
    plans = [plan(id, [commitment(id, f"{id}1", text, "training")]) for id in "ab"]
    comparison = compare(corpus([*plans, plan("d")]))
    assert nearest(comparison, "d", ["a/a1", "b/b1"]) == {}
    assert nearest(comparison, "b", []) == {}
    assert set(nearest(comparison, "b", ["a/a1"])) == {"a/a1"}


def test_equals_go_by_the_first_id() -> None:
    mine = [commitment("d", id, "建设名师工作室", "training") for id in ("d2", "d1")]
    comparison = compare(corpus([plan("a", [commitment("a", "a1", "建设名师工作室", "training")]), plan("d", mine)]))
    assert nearest(comparison, "d", ["a/a1"])["a/a1"].commitment.id == "d1"


@pytest.mark.slow
@given(corpora())
def test_each_key_at_most_once_with_a_passage_of_the_plan_that_no_candidate_beats(made: Corpus) -> None:
    comparison = compare(made)
    keys = [c.key for one in comparison.plans if one.id != "d" for c in one.commitments]
    found = nearest(comparison, "d", keys)
    own = next(one for one in comparison.plans if one.id == "d").commitments
    assert set(found) <= set(keys)
    for key, near in found.items():
        assert near.commitment in own
        assert NEAREST <= near.score <= 100
        for mine in own:
            rival = comparison.score(key, mine.key)
            if mine.theme == comparison.commitment(key).theme and rival.total >= 52:
                assert near.score >= rival.total


@pytest.mark.slow
@given(corpora())
def test_what_else_is_asked_for_changes_no_answer(made: Corpus) -> None:
    keys = [c.key for one in made.plans if one.id != "d" for c in one.commitments]
    together = nearest(compare(made), "d", keys)
    alone = {key: near for one in keys for key, near in nearest(compare(made), "d", [one]).items()}
    assert together == alone


def test_words_of_the_tests_are_of_use() -> None:
    """The pool that plans are drawn from has passages that are near and such that are not."""
    scores = set()
    for theme, words in WORDS.items():
        texts = list(enumerate(words))
        both = [plan(id, [commitment(id, f"{id}{n}", text, theme) for n, text in texts]) for id in "ad"]
        comparison = compare(corpus(both))
        scores |= {comparison.score(f"a/a{n}", f"d/d{m}").total for n, _ in texts for m, _ in texts}
    for low, high in ((NEAREST, 101), (0, NEAREST)):
        assert any(low <= score < high for score in scores), sorted(scores)
