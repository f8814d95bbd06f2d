"""The score of two commitments: whole-numbered named parts that add up to 0-100, the same from either side.

Likeness of terms is the cosine of two profiles (idf-weighted, after synonyms and stock phrases: raw `fuzz.ratio` on
Chinese finds boilerplate). Its square root spreads the low end, where true partners in different words lie.
"""

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from plancompare.comparing.profile import INDICATOR, NAMED, Profile
from plancompare.model import GATE_COST

WORDING, THEME, RANK = 75, 10, 15  # the most that each part can give; together 100
NEAR_THEME = 6


class Score(NamedTuple):
    """``total`` is the sum of ``parts``, each with its name and a whole number of points."""

    total: int
    parts: tuple[tuple[str, int], ...]


def score(a: Profile, b: Profile, likeness: float, rank: float, near: bool, costs: Mapping[str, int]) -> Score:
    """The score of a pair.

    ``likeness`` is the cosine of their terms (0-1), ``rank`` how high each stands among the other plan's
    candidates (0-1, 1 if each is the other's best), ``near`` whether their themes are neighbours in the codebook.
    ``costs`` are the points that other values of each gate take off.
    """
    alike = round(WORDING * sqrt(min(likeness, 1.0)))
    theme = THEME if a.theme == b.theme else NEAR_THEME if near or a.themes & b.themes else 0
    ranked = round(RANK * rank)
    parts = [*_by_kind(a, b, likeness, alike), ("theme", theme), ("rank", ranked)]
    left = alike + theme + ranked
    for family in sorted(a.gates.keys() & b.gates.keys()):
        mine, theirs = a.gates[family], b.gates[family]
        if mine.isdisjoint(theirs):
            cost = min(costs.get(family, GATE_COST), left)
            parts.append((family, -cost))
            left -= cost
    return Score(left, tuple(parts))


def _by_kind(a: Profile, b: Profile, likeness: float, points: int) -> list[tuple[str, int]]:
    """The points for likeness, told apart by what gave them: shared indicators and programmes, and plain words."""
    shared = a.names & b.names
    if not shared:
        return [("wording", points)]
    told: dict[str, int] = {}
    for kind, mark in (("indicator", INDICATOR), ("named", NAMED)):
        gives = sum(a.terms[name] * b.terms[name] for name in sorted(shared) if name.startswith(mark))
        told[kind] = min(round(points * gives / likeness), points - sum(told.values()))
    return [("wording", points - sum(told.values())), *((kind, found) for kind, found in told.items() if found)]
