"""Lists that answer each other: 甲率、乙率分别达到90%、99% names two promises, each with its own figure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancompare.drafting.encoding.figures import Figure
from plancompare.drafting.encoding.text import masked, plain

_RESPECTIVELY = re.compile(r"(?:要|将|应|均|都)*分别")
_AND = re.compile(r"、|以及|和|与|及")


class Named(NamedTuple):
    """A name of the first list, its place in the clause (None if an earlier clause gave it), and its figure."""

    name: str
    place: tuple[int, int] | None
    figure: Figure


def paired(text: str, head: int, figures: Sequence[Figure], before: Sequence[str]) -> list[Named]:
    """Names and figures of a clause joined in their order; [] where the clause has no such lists.

    ``head`` is where the clause begins behind its deadline; ``before`` are the names of an earlier clause, which go on
    to hold where this one gives none (2025年分别达到…；2030年分别达到…).
    """
    hidden = masked(plain(text))
    found = _RESPECTIVELY.search(hidden)
    behind = [figure for figure in figures if found and figure.start >= found.end()]
    if found is None or len(behind) < 2:
        return []
    op = behind[0].op
    told = [
        figure._replace(op=op) if figure.op == "=" and figure.unit == behind[0].unit else figure for figure in behind
    ]
    places = _members(hidden, head, found.start())
    if len(places) == len(told):
        return [Named(text[low:high], (low, high), figure) for (low, high), figure in zip(places, told, strict=True)]
    if found.start() - head < 4 and len(before) == len(told):
        return [Named(name, None, figure) for name, figure in zip(before, told, strict=True)]
    return []


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    places, low = [], start
    for joint in [*_AND.finditer(text, start, end), None]:
        high = joint.start() if joint else end
        if text[low:high].strip():
            places.append((low, high))
        low = joint.end() if joint else end
    return places
