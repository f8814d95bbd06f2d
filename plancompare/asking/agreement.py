"""How far two people's rulings agree: percent agreement and Krippendorff's alpha for nominal data."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from plancompare.model import Decision

Pair = tuple[str, str]


class Compared(NamedTuple):
    """Two files of rulings side by side: pair -> (what A says, what B says), "" where one is silent."""

    verdicts: Mapping[Pair, tuple[str, str]]

    @property
    def both(self) -> Sequence[tuple[str, str]]:
        """The verdicts on pairs that both ruled on."""
        return [pair for pair in self.verdicts.values() if all(pair)]

    @property
    def percent(self) -> float | None:
        """Share of equal verdicts among pairs both ruled on; None if there are none."""
        return sum(a == b for a, b in self.both) / len(self.both) if self.both else None

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha over those pairs; None where verdicts do not vary."""
        return krippendorff(self.both)


def compare_rulings(a: Sequence[Decision], b: Sequence[Decision]) -> Compared:
    """Hold two sets of rulings against each other, pair by pair.

    Members of one row are ruled the same; pairs ruled different are so; two commitments that a file puts into
    different rows it rules different too, but only pairs that at least one file names as same or different count.
    """
    mine, theirs = _verdicts(a), _verdicts(b)
    my_rows, their_rows = _rows(a), _rows(b)
    return Compared(
        {
            pair: (mine.get(pair) or _apart(pair, my_rows), theirs.get(pair) or _apart(pair, their_rows))
            for pair in sorted({*mine, *theirs})
        }
    )


def _verdicts(decisions: Sequence[Decision]) -> dict[Pair, str]:
    """Pairs of different plans that a file names as same or different, rows that share a member taken as one."""
    rows: dict[int, list[str]] = {}
    for key, row in _rows(decisions).items():
        rows.setdefault(row, []).append(key)
    same = [pair for members in rows.values() for pair in combinations(sorted(members), 2)]
    verdicts = {(one, other): "same" for one, other in same if one.split("/")[0] != other.split("/")[0]}
    for decision in decisions:
        if decision.kind == "different" and len(decision.members) == 2:
            one, other = sorted(decision.members)
            verdicts[one, other] = "different"
    return verdicts


def _rows(decisions: Sequence[Decision]) -> dict[str, int]:
    """Which row each commitment stands in; rulings that share a member are one row."""
    row_of: dict[str, int] = {}
    for number, decision in enumerate(decisions):
        if decision.kind == "same":
            joined = {row_of[key] for key in decision.members if key in row_of}
            row_of |= {key: number for key, row in row_of.items() if row in joined}
            row_of |= dict.fromkeys(decision.members, number)
    return row_of


def _apart(pair: Pair, rows: Mapping[str, int]) -> str:
    one, other = rows.get(pair[0]), rows.get(pair[1])
    return "different" if one is not None and other is not None and one != other else ""


def krippendorff(units: Iterable[Sequence[str]]) -> float | None:
    """Alpha for nominal data (Krippendorff, Content Analysis): 1 - observed / expected disagreement.

    Each unit holds the values that its coders gave, "" for a gap; units with fewer than two values say nothing. None
    where all values are the same, for then nothing could disagree.
    """
    totals: Counter[str] = Counter()
    observed = 0.0
    for unit in units:
        values = [value for value in unit if value]
        if len(values) < 2:
            continue
        totals.update(values)
        pairs = sum(a != b for a, b in combinations(values, 2))
        observed += 2 * pairs / (len(values) - 1)
    n = sum(totals.values())
    expected = sum(totals[c] * totals[k] for c in totals for k in totals if c != k)
    return 1 - (n - 1) * observed / expected if expected else None
