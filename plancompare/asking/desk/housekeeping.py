"""A plan's own house: promises that nobody can check, hedged words, one promise made twice with different figures."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.targets import relation
from plancompare.model import Commitment, Indicator, Target

Fault = Literal["unbound", "hedged", "figures"]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Untidy(NamedTuple):
    """A commitment to look at, and why.

    ``unbound``: no figure, no deadline, no body: nobody can say whether it was done. ``hedged``: by ``word``.
    ``figures``: ``other`` promises the same with a different figure of the same ``measure``.
    """

    commitment: Commitment
    fault: Fault
    word: str = ""
    other: Commitment | None = None
    measure: str = ""


def look_over(commitments: Sequence[Commitment], indicators: Mapping[str, Indicator]) -> tuple[Untidy, ...]:
    """What a writer should look at among a plan's ``commitments``, fault by fault, in the order given."""
    unbound = [Untidy(c, "unbound") for c in commitments if _unbound(c)]
    hedged = [Untidy(c, "hedged", c.word) for c in commitments if c.strength == "hedged"]
    return (*_twice(commitments, indicators), *unbound, *hedged)


def _unbound(commitment: Commitment) -> bool:
    """Whether a commitment names neither figure nor deadline nor body.

    A target has a figure or a deadline or both; a deadline may also stand in the words alone.
    """
    words = (commitment.text, *(evidence.quote for evidence in commitment.evidence))
    return not (commitment.targets or commitment.lead or commitment.support or any(map(_YEAR.search, words)))


def _twice(commitments: Sequence[Commitment], indicators: Mapping[str, Indicator]) -> list[Untidy]:
    """Measures that two commitments promise for the same year with figures that differ."""
    seen: dict[str, list[tuple[Commitment, Target]]] = {}
    found = []
    for commitment in commitments:
        for target in commitment.targets:
            for other, theirs in seen.setdefault(target.measure, []):
                if theirs.by == target.by and relation(theirs, target, indicators) not in ("equal", "not_comparable"):
                    found.append(Untidy(commitment, "figures", "", other, target.measure))
            seen[target.measure].append((commitment, target))
    return found
