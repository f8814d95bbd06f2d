"""Log-odds and points are two ways of saying one probability."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.odds import MOST_ODDS, least_odds, odds_of, points
from plancompare.comparing.scores import EQUAL, MOST


@pytest.mark.parametrize(
    ("odds", "told"), [(0.0, 50), (-inf, 0), (inf, 100), (-MOST_ODDS, 0), (2.1972, 90), (-2.1972, 10), (-0.8473, 30)]
)
def test_points_are_the_probability_in_hundredths(odds: float, told: int) -> None:
    assert points(odds) == told


@given(st.integers(0, 100))
def test_the_odds_of_points_stand_for_these_points(told: int) -> None:
    assert points(odds_of(told)) == told


def test_no_pair_is_below_no_points_or_above_all() -> None:
    assert (odds_of(0), odds_of(-3)) == (-inf, -inf)
    assert odds_of(100) == odds_of(120) == MOST_ODDS
    assert odds_of(99) < MOST_ODDS and odds_of(1) > -inf and odds_of(50) == 0


@given(st.floats(-800, 800), st.floats(-800, 800))
def test_more_odds_are_never_fewer_points(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= points(low) <= points(high) <= 100


@pytest.mark.parametrize("told", range(1, 100))
def test_a_threshold_asks_for_all_that_is_told_as_so_many_points(told: int) -> None:
    least = least_odds(told)
    assert points(least) == told and points(least - 1e-6) == told - 1


def test_of_a_threshold_of_all_points_equal_words_remain() -> None:
    assert MOST < least_odds(100) < EQUAL and least_odds(0) == -inf
