"""Where plans differ: promises that one makes and another does not, and figures of one measure that are not equal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from plancompare.comparing.rows import Row
from plancompare.comparing.targets import Relation, relation, strictest
from plancompare.model import Indicator, Target


class Difference(NamedTuple):
    """``missing``: ``plans`` make the row, ``without`` do not. ``target``: two plans whose figures differ.

    For targets ``relation`` says how the second plan of ``plans`` stands to the first, ``measure`` what is counted
    and ``targets`` gives the two figures (None where a plan names no figure).
    """

    kind: Literal["missing", "target"]
    row: str
    theme: str
    plans: tuple[str, ...]
    without: tuple[str, ...] = ()
    relation: Relation | None = None
    measure: str = ""
    targets: tuple[Target | None, ...] = ()

    @property
    def of_figures(self) -> bool:
        """Whether two figures differ that can be compared: of one measure and unit."""
        return self.kind == "target" and self.relation not in ("unquantified", "not_comparable")


def each_difference(rows: Sequence[Row], indicators: Mapping[str, Indicator]) -> Iterator[Difference]:
    """All differences one by one, row by row. A blank that proves nothing ("not covered") is none."""
    for row in rows:
        yield from _missing(row)
        yield from _figures(row, indicators)


def _missing(row: Row) -> Iterator[Difference]:
    if row.missing:
        makers = tuple(plan for plan, cell in row.spoken.items() if cell.status == "made")
        yield Difference("missing", row.id, row.theme, makers, row.missing)


def _figures(row: Row, indicators: Mapping[str, Indicator]) -> Iterator[Difference]:
    figures = {
        plan: strictest((t for c in cell.commitments for t in c.targets), indicators)
        for plan, cell in row.spoken.items()
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
