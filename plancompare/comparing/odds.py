"""Log-odds and the points of 100 that they stand for."""

from math import exp, inf, log

MOST_ODDS = 700.0  # exp of more overflows


def points(odds: float) -> int:
    """The probability behind log-odds, as a whole number 0-100."""
    return round(100 / (1 + exp(-max(odds, -MOST_ODDS))))


def odds_of(points: int) -> float:
    """The log-odds of so many points; of none and of all, what no pair is below or above."""
    if points <= 0:
        return -inf
    return log(points / (100 - points)) if points < 100 else MOST_ODDS
