"""Average link: the strongest pair acts first, a group joins by the mean of its pairs, nothing is carried along."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.linkage import FLOOR, Pair, linked

Table = dict[Pair, float]


def never(_one: Sequence[int], _other: Sequence[int]) -> bool:
    return False


def groups(odds: Mapping[Pair, float], plans: str = "abcd", least: float = 0.0) -> list[list[int]]:
    return linked(plans, odds, least, never)


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ({}, []),
        ({(0, 1): 0.0}, [[0, 1]]),
        ({(0, 1): -0.01}, [[0], [1]]),
        ({(0, 1): 4.0, (1, 2): 1.0, (0, 2): -1.0}, [[0, 1, 2]]),  # the mean decides: 0
        ({(0, 1): 4.0, (1, 2): 1.0, (0, 2): -1.1}, [[0, 1], [2]]),
        ({(0, 1): 4.0, (1, 2): 5.9}, [[0], [1, 2]]),  # a pair not scored counts as the floor
        ({(0, 1): 1.0, (2, 3): 1.0, (1, 2): 0.9}, [[0, 1], [2, 3]]),  # one link does not bring two rows together
        ({(0, 1): 1.0, (2, 3): 1.0, (1, 2): 0.9, (0, 2): -0.3, (0, 3): -0.3, (1, 3): -0.3}, [[0, 1, 2, 3]]),
        ({(0, 1): 3.0, (1, 2): 3.0}, [[0, 1], [2]]),  # of equals the first acts first
        ({(0, 2): 3.0, (1, 2): 3.0}, [[0, 2], [1]]),
    ],
)
def test_groups_join_while_their_mean_reaches_the_bound(odds: Table, expected: list[list[int]]) -> None:
    assert groups(odds) == expected


def test_a_pair_that_was_not_scored_counts_as_the_floor() -> None:
    assert groups({(0, 1): 9.0, (1, 2): -FLOOR}) == [[0, 1, 2]]
    assert groups({(0, 1): 9.0, (1, 2): -FLOOR - 0.01}) == [[0, 1], [2]]


def test_the_strongest_link_acts_first_among_groups_too() -> None:
    assert groups({(0, 1): 9.0, (0, 2): 1.0, (1, 2): 1.0, (0, 3): 3.0, (1, 3): 3.0}) == [[0, 1, 3], [2]]


def test_pairs_of_one_plan_do_not_count() -> None:
    assert groups({(0, 2): 3.0, (1, 2): 1.0}, plans="aab") == [[0, 1, 2]]
    assert groups({(0, 2): 3.0, (1, 2): -0.1}, plans="aab") == [[0, 2], [1]]


def test_what_is_kept_apart_stays_apart_and_others_may_still_join() -> None:
    def apart(one: Sequence[int], other: Sequence[int]) -> bool:
        return {0, 1} <= {*one, *other}

    odds = {(0, 1): 9.0, (0, 2): 3.0, (1, 2): 2.0}
    assert linked("abc", odds, 0.0, apart) == [[0, 2], [1]]


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, Table]:
    plans = draw(st.text("abcd", min_size=2, max_size=7))
    pairs = [(a, b) for a, b in combinations(range(len(plans)), 2) if plans[a] != plans[b]]
    values = st.sampled_from([-3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 5.0])
    return plans, draw(st.dictionaries(st.sampled_from(pairs), values) if pairs else st.just({}))


def mean(one: Sequence[int], other: Sequence[int], plans: str, odds: Mapping[Pair, float]) -> float | None:
    values = [odds.get((min(a, b), max(a, b)), FLOOR) for a in one for b in other if plans[a] != plans[b]]
    return sum(values) / len(values) if values else None


@given(tables(), st.sampled_from([-0.5, 0.0, 1.0]))
def test_every_index_once_no_union_left_undone_and_every_member_linked(made: tuple[str, Table], least: float) -> None:
    plans, odds = made
    found = linked(plans, odds, least, never)
    assert sorted(i for group in found for i in group) == sorted({i for pair in odds for i in pair})
    assert found == sorted(found) and all(group == sorted(group) for group in found)
    for one, other in combinations(found, 2):
        if any((min(a, b), max(a, b)) in odds for a in one for b in other):
            value = mean(one, other, plans, odds)
            assert value is not None and value < least
    for group in found:
        for index in group if len(group) > 1 else ():
            assert any(index in pair and set(pair) <= set(group) for pair in odds)


@given(tables())
def test_the_order_in_which_pairs_are_told_changes_nothing(made: tuple[str, Table]) -> None:
    plans, odds = made
    assert linked(plans, dict(reversed(odds.items())), 0.0, never) == linked(plans, odds, 0.0, never)


@given(tables())
def test_a_twin_of_everything_in_a_plan_of_its_own_joins_its_original(made: tuple[str, Table]) -> None:
    """What is alike in all respects is not torn apart, whatever else is alike."""
    plans, odds = made
    size = len(plans)
    twins = {(a, b + size): v for (a, b), v in odds.items()} | {(b, a + size): v for (a, b), v in odds.items()}
    copies = {(a + size, b + size): v for (a, b), v in odds.items()}
    equal = {(i, i + size): 99.0 for i in range(size)}
    doubled = linked(plans + plans.upper(), {**odds, **twins, **copies, **equal}, 0.0, never)
    assert all((i in group) == (i + size in group) for group in doubled for i in range(size))
