"""Log-odds and the points of 100 that they stand for."""

from math import exp, inf, log

HALF = 0.5 - 1e-9  # a little less than half: Python rounds halves to even numbers
MOST_ODDS = 700.0  # exp of more overflows


def points(odds: float) -> int:
    """The probability behind log-odds, as a whole number 0-100."""
    return round(100 / (1 + exp(-max(odds, -MOST_ODDS))))


def odds_of(points: float) -> float:
    """The log-odds of so many points; of none and of all, what no pair is below or above."""
    if points <= 0:
        return -inf
    return log(points / (100 - points)) if points < 100 else MOST_ODDS


def least_odds(points: int) -> float:
    """The least log-odds that stand for so many points when these are rounded: what a threshold asks for."""
    return odds_of(points - HALF)
