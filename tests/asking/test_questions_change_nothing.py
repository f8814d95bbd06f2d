"""No question changes a comparison: every score and every answer is the same, whatever was asked before."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare import Comparison, Corpus, compare, load
from plancompare.asking.desk.gaps import find_gaps
from plancompare.asking.desk.nearness import nearest
from plancompare.asking.explanation import explain
from plancompare.asking.review import questions
from plancompare.asking.similarity import overlaps
from plancompare.asking.stability import stability
from plancompare.comparing.scores import Score
from tests.desks import commitment, corpora, corpus, plan, same

ROOT = Path(__file__).parent.parent.parent
PAIRS = 40  # that are explained


def keys_of(comparison: Comparison, without: str = "") -> list[str]:
    return [c.key for one in comparison.plans if one.id != without for c in one.commitments]


def explained(corpus: Corpus, comparison: Comparison) -> object:
    pairs = list(combinations(keys_of(comparison), 2))
    return [explain(comparison, *pair) for pair in Random(7).sample(pairs, min(PAIRS, len(pairs)))]


ASK: Mapping[str, Callable[[Corpus, Comparison], object]] = {
    "nearest": lambda _, c: [nearest(c, one.id, keys_of(c, one.id)) for one in c.plans],
    "nearest to one": lambda _, c: [nearest(c, c.plans[0].id, [key]) for key in keys_of(c, c.plans[0].id)[:20]],
    "questions": lambda _, c: questions(c),
    "questions of rows": lambda _, c: questions(c.only(statuses=("unique",))),
    "explain": explained,
    "stability": stability,
    "overlaps": lambda _, c: overlaps(c),
    "gaps": lambda _, c: [find_gaps(c, one.id)._replace(comparison=None) for one in c.plans],  # type: ignore[arg-type]
}


def scores(comparison: Comparison) -> Mapping[tuple[str, str], Score]:
    """The score of every two commitments."""
    return {pair: comparison.score(*pair) for pair in combinations(keys_of(comparison), 2)}


def across() -> Corpus:
    """The same words in other themes: three such pairs, one within a ruled row, so not all stand alone."""
    text = "幼儿园家长满意度评估"
    made = {id: commitment(id, f"{id}1", text, "preschool" if id in "ab" else "staffing") for id in "abcd"}
    return corpus([plan(id, [c]) for id, c in made.items()], [same("one", "a/a1", "b/b1"), same("two", "c/c1", "d/d1")])


ORDERS = st.permutations(list(ASK))


@example(across(), list(ASK))
@given(corpora("abc"), ORDERS)
def test_no_question_changes_a_score(made: Corpus, order: Sequence[str]) -> None:
    quiet = scores(compare(made))
    comparison = compare(made)
    for name in order:
        ASK[name](made, comparison)
        assert scores(comparison) == quiet, name


@example(across(), list(ASK))
@given(corpora("abc"), ORDERS)
def test_no_question_changes_the_answer_to_another(made: Corpus, order: Sequence[str]) -> None:
    asked = compare(made)
    for name in order:
        assert ASK[name](made, asked) == ASK[name](made, compare(made)), name


@pytest.mark.slow
@pytest.mark.parametrize("extracts", [False, True], ids=["shipped", "with extracts"])
def test_no_question_changes_a_score_of_the_shipped_plans(extracts: bool) -> None:
    """A sample of all pairs; with the extracts, which nobody coded, those that are candidates too."""
    more = sorted((ROOT / "tests" / "extracts").glob("*.yaml"))[:2] if extracts else ()
    made = load(ROOT / "plans", more)
    quiet, comparison = compare(made), compare(made)
    order = list(ASK)
    Random(3).shuffle(order)
    for name in order:
        ASK[name](made, comparison)
    keys = range(len(comparison.pairs.commitments))
    pairs = [(a, b) for a, b in (sorted(Random(n).sample(keys, 2)) for n in range(8_000))]
    if extracts:
        pairs += quiet.pairs.links(0)
        assert comparison.pairs.links(0) == quiet.pairs.links(0)
    assert all(comparison.pairs.of(pair) == quiet.pairs.of(pair) for pair in pairs)
