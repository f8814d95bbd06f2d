"""Where the weighted terms of many commitments stand, and what two have in common by them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.profile import Terms

EXACT = 9  # decimals: the same products summed in another order differ in the last bits


class Postings(NamedTuple):
    """Where rare pairs of characters and likely standards stand: key -> (index, weight)."""

    words: dict[str, list[tuple[int, float]]]
    standards: dict[str, list[tuple[int, float]]]


def sums_of(
    terms: Iterable[tuple[str, float]], postings: Mapping[str, Sequence[tuple[int, float]]]
) -> Mapping[int, float]:
    """What the posted commitments have in common with ``terms``: index -> sum of products of weights."""
    sums: dict[int, float] = defaultdict(float)
    for term, weight in terms:
        for other, theirs in postings.get(term, ()):
            sums[other] += weight * theirs
    return sums


def cosine(one: Terms, other: Terms) -> float:
    """Sum of products of two weighted texts of length one; the same from either side, whatever the order of terms."""
    if len(one) > len(other):
        one, other = other, one
    return round(sum(sorted([weight * other[term] for term, weight in one.items() if term in other])), EXACT)
