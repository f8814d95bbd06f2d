"""The score: named parts that add up to the total, whatever the likenesses are."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare.comparing.odds import points
from plancompare.comparing.scores import EQUAL, MOST, PART_OF, PARTS, Likeness, mixture, score, shared_out

SHARES = st.floats(0, 1)
GATES = st.dictionaries(st.sampled_from(["stage", "audience", "quantity"]), st.integers(0, 30), max_size=3)
LIKENESSES = st.builds(Likeness, SHARES, SHARES, SHARES, SHARES, SHARES, SHARES, SHARES, GATES)
ALIKE = Likeness(0.8, 0.8, 0.8, 0.9, 1.0, 0.0, 0.0)
NOTHING = Likeness(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@example(NOTHING, 0.0, 4.0, False)
@example(NOTHING._replace(gates={"stage": 12}), 0.0, 4.0, True)
@given(LIKENESSES, SHARES, st.floats(-4, 4), st.booleans())
def test_parts_add_up_to_a_total_within_0_and_100(alike: Likeness, rank: float, size: float, equal: bool) -> None:
    found = score(alike, rank, size, equal)
    assert found.total == sum(value for _, value in found.parts)
    assert 0 <= found.total <= 100
    names = [name for name, _ in found.parts]
    assert len({*names}) == len(names) and {*names} <= {*PARTS, *alike.gates}
    assert [name for name in names if name in PARTS] == [name for name in PARTS if name in names]
    for name, value in found.parts:
        assert value <= 0 if name in alike.gates else value > 0


@given(LIKENESSES, SHARES, st.floats(-4, 4))
def test_only_equal_words_have_100(alike: Likeness, rank: float, size: float) -> None:
    assert score(alike, rank, size, False).total <= points(MOST) == 99
    equal = score(alike, rank, size, True)
    assert (equal.total, equal.odds) == (100, EQUAL) and points(EQUAL) == 100


@given(LIKENESSES, SHARES, st.floats(-4, 4))
def test_the_total_is_the_probability_behind_the_odds(alike: Likeness, rank: float, size: float) -> None:
    found = score(alike, rank, size, False)
    assert found.total == points(found.odds) and found.odds <= MOST


@pytest.mark.parametrize("part", sorted({*PART_OF}))
def test_more_of_what_speaks_for_a_pair_is_never_fewer_points(part: str) -> None:
    """The several likenesses of words go together, and speak as one part."""
    fields = [field for field, name in zip(Likeness._fields, PART_OF, strict=False) if name == part]
    little, much = (
        NOTHING._replace(**dict.fromkeys(fields, value))  # type: ignore[arg-type]
        for value in (0.1, 0.9)
    )
    assert score(little, 0.5, 0, False).odds < score(much, 0.5, 0, False).odds


def test_a_better_rank_is_more_and_a_gate_takes() -> None:
    assert score(ALIKE, 0.2, 0, False).odds < score(ALIKE, 0.9, 0, False).odds
    bare, gated = (score(ALIKE._replace(gates=gates), 0.9, 0, False) for gates in ({}, {"stage": 100}))
    assert dict(gated.parts)["stage"] == gated.total - bare.total < 0
    assert [p for p in gated.parts if p[0] != "stage"] == list(bare.parts)


def test_gates_share_what_they_take_by_their_costs() -> None:
    parts = dict(score(ALIKE._replace(gates={"stage": 200, "audience": 100, "free": 0}), 0.9, 0, False).parts)
    assert parts["stage"] < parts["audience"] < 0 and "free" not in parts


def test_equal_words_have_100_whatever_gates_say() -> None:
    found = score(NOTHING._replace(gates={"stage": 12}), 0.0, 0, True)
    assert found.total == 100 == sum(value for _, value in found.parts)


def test_opposed_is_told_in_the_codebooks_usual_cost_as_far_as_words_are_alike() -> None:
    gated = ALIKE._replace(gates={"a": 10, "b": 5})
    assert ALIKE.opposed == 0 and gated.opposed == pytest.approx(1.5 * ALIKE.word)
    assert gated._replace(word=0.0).opposed == 0


def test_before_rank_grows_with_the_standard_and_the_size() -> None:
    learned = mixture()
    assert learned.before_rank(NOTHING, 0) == learned.first_start
    assert learned.before_rank(NOTHING, 1) == pytest.approx(learned.first_start + learned.first_size)
    assert learned.before_rank(NOTHING._replace(standard=1.0), 0) > learned.first_start
    free, gated = (NOTHING._replace(word=1.0, gates=gates) for gates in ({}, {"stage": 20}))
    cost = learned.before_rank(free, 0) - learned.before_rank(gated, 0)
    assert cost == pytest.approx(-2 * learned.first_gate) and cost > 0


@pytest.mark.parametrize(
    ("points", "gives", "expected"),
    [
        (10, {"a": 1.0, "b": 1.0}, [("a", 5), ("b", 5)]),
        (5, {"a": 1.0, "b": 1.0}, [("a", 3), ("b", 2)]),  # ties by order
        (10, {"a": 2.0, "b": 1.0}, [("a", 7), ("b", 3)]),  # the largest remainder
        (7, {"a": 0.0, "b": 3.0}, [("a", 0), ("b", 7)]),
        (0, {"a": 1.0}, [("a", 0)]),
        (7, {"a": -1.0, "b": 2.0, "c": 2.0}, [("a", 0), ("b", 4), ("c", 3)]),  # what speaks against has none
        (7, {"a": 0.0, "b": 0.0}, [("a", 7), ("b", 0)]),  # a sum has to be somewhere
        (7, {}, []),
    ],
)
def test_points_are_shared_out_whole(points: int, gives: Mapping[str, float], expected: list[tuple[str, int]]) -> None:
    assert list(shared_out(points, gives)) == expected


@given(st.integers(0, 100), st.dictionaries(st.text("abc", min_size=1), st.floats(0, 50), min_size=1))
def test_no_point_is_lost(told: int, gives: dict[str, float]) -> None:
    out = dict(shared_out(told, gives))
    assert sum(out.values()) == told
    assert all(value >= 0 for value in out.values())
