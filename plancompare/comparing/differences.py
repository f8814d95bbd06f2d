"""What differs in rows: who lacks what others promise, and figures that do not say the same."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from plancompare.comparing.rows import Difference, Row
from plancompare.comparing.targets import Relation, relation, strictest
from plancompare.model import Indicator


def differences(rows: Sequence[Row], indicators: Mapping[str, Indicator]) -> tuple[Difference, ...]:
    """All differences, row by row. A blank that proves nothing ("not covered") is none."""
    return tuple(each_difference(rows, indicators))


def each_difference(rows: Sequence[Row], indicators: Mapping[str, Indicator]) -> Iterator[Difference]:
    """The same one by one."""
    for row in rows:
        yield from _missing(row)
        yield from _figures(row, indicators)


def _missing(row: Row) -> Iterator[Difference]:
    if row.missing:
        makers = tuple(plan for plan, cell in row.cells.items() if cell.status == "made")
        yield Difference("missing", row.id, row.theme, makers, row.missing)


def _figures(row: Row, indicators: Mapping[str, Indicator]) -> Iterator[Difference]:
    figures = {
        plan: strictest((t for c in cell.commitments for t in c.targets), indicators)
        for plan, cell in row.cells.items()
        if cell.status == "made"
    }
    for one, other in combinations(figures, 2):
        mine, theirs = figures[one], figures[other]
        if not mine and not theirs:
            continue
        shared = [measure for measure in mine if measure in theirs]
        for measure in shared:
            standing = relation(mine[measure], theirs[measure], indicators)
            if standing != "equal":
                pair = (mine[measure], theirs[measure])
                yield Difference("target", row.id, row.theme, (one, other), (), standing, measure, pair)
        if not shared:
            kind: Relation = "not_comparable" if mine and theirs else "unquantified"
            first, second = next(iter(mine.values()), None), next(iter(theirs.values()), None)
            measure = (first or second).measure  # type: ignore[union-attr]
            yield Difference("target", row.id, row.theme, (one, other), (), kind, measure, (first, second))
