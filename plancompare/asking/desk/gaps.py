"""What peers promise that a draft lacks, most widely promised first, with the draft's nearest passage.

What is missing is told only where the draft's text treats the theme whole. Where the draft has a passage that may be
the promise (its cell is unsure), a person has to look: that is told as "near", never as missing.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.asking.desk.nearness import Nearest, nearest
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Near, Row
from plancompare.comparing.targets import Relation, relation, strictest
from plancompare.model import Indicator, Plan, Target


class Gap(NamedTuple):
    """A row that peers make and the draft does not: ``made`` of the ``covered`` peers whose text treats the theme.

    ``unsure`` more peers may make it. ``kind`` is "near" where the draft's cell is unsure (then ``candidates`` are its
    passages that may be the promise, best first), else "missing". ``figures`` are the peers' targets by measure, the
    strictest of each peer.
    """

    row: Row
    kind: Literal["missing", "near"]
    made: int
    covered: int
    nearest: Nearest | None
    figures: Mapping[str, tuple[tuple[str, Target], ...]]
    unsure: int = 0
    candidates: tuple[Near, ...] = ()


class OutOfLine(NamedTuple):
    """A measure of a row that the draft makes, beside its peers' figures.

    ``mine`` is None where the draft names no such figure. ``relations`` says how each peer's figure stands to the
    draft's: "not comparable" where the draft counts something else, "unquantified" where it counts nothing.
    """

    row: Row
    measure: str
    mine: Target | None
    peers: Mapping[str, Target]
    relations: Mapping[str, Relation]


class Gaps(NamedTuple):
    """The desk's answer: what is missing, what is near, which figures differ; ``unknown`` counts rows that cannot be
    told for a draft of which only an excerpt is held."""

    draft: Plan
    peers: tuple[Plan, ...]
    comparison: Comparison
    gaps: tuple[Gap, ...]
    figures: tuple[OutOfLine, ...]
    unknown: int

    @property
    def missing(self) -> tuple[Gap, ...]:
        """The gaps to which nothing in the draft comes near."""
        return tuple(gap for gap in self.gaps if gap.kind == "missing")

    @property
    def near(self) -> tuple[Gap, ...]:
        """The gaps that a person has to look at."""
        return tuple(gap for gap in self.gaps if gap.kind == "near")


def find_gaps(comparison: Comparison, draft: str, least_peers: int = 1) -> Gaps:
    """The gaps of the plan ``draft`` against the other plans of ``comparison``, made by ``least_peers`` or more."""
    mine = next(plan for plan in comparison.plans if plan.id == draft)
    peers = tuple(plan for plan in comparison.plans if plan.id != draft)
    asked = [row for row in comparison.rows if row.made >= least_peers]
    lacking = [row for row in asked if row.cells[draft].status in ("not_found", "unsure")]
    unknown = sum(row.cells[draft].status == "not_covered" for row in asked)
    passages = _nearest(comparison, draft, [row for row in lacking if row.cells[draft].status == "not_found"])
    gaps = [_gap(row, mine, passages.get(row.id), comparison.indicators) for row in lacking]
    gaps.sort(key=lambda gap: (gap.kind != "missing", -gap.made, -gap.made / gap.covered))
    figures = tuple(
        found
        for row in comparison.rows
        if row.cells[draft].status == "made"
        for found in _out_of_line(row, draft, comparison.indicators)
    )
    return Gaps(mine, peers, comparison, tuple(gaps), figures, unknown)


def _gap(row: Row, draft: Plan, nearest: Nearest | None, indicators: Mapping[str, Indicator]) -> Gap:
    own = row.cells[draft.id]
    unsure = own.status == "unsure"
    if unsure:
        nearest = Nearest(*own.candidates[0])
    figures: dict[str, list[tuple[str, Target]]] = {}
    for plan, cell in row.cells.items():
        for measure, target in strictest((t for c in cell.commitments for t in c.targets), indicators).items():
            figures.setdefault(measure, []).append((plan, target))
    told = {measure: tuple(several) for measure, several in figures.items()}
    # the draft itself counts among those whose text covers the row's theme
    covered = row.covered - draft.covers(row.theme)
    kind: Literal["missing", "near"] = "near" if unsure else "missing"
    return Gap(row, kind, row.made, covered, nearest, told, row.unsure - unsure, own.candidates)


def _nearest(comparison: Comparison, draft: str, rows: Sequence[Row]) -> Mapping[str, Nearest]:
    """Each row's nearest passage of the draft: the best score with any of its members."""
    near = nearest(comparison, draft, [c.key for row in rows for c in row.commitments])
    found = {}
    for row in rows:
        passages = [near[c.key] for c in row.commitments if c.key in near]
        if passages:
            found[row.id] = min(passages, key=lambda passage: (-passage.score, passage.commitment.key))
    return found


def _out_of_line(row: Row, draft: str, indicators: Mapping[str, Indicator]) -> list[OutOfLine]:
    """The measures of a row on which a peer names a figure that the draft does not equal."""
    figures = {
        plan: strictest((t for c in cell.commitments for t in c.targets), indicators)
        for plan, cell in row.cells.items()
        if cell.status == "made"
    }
    mine = figures.pop(draft)
    measures = dict.fromkeys(measure for own in figures.values() for measure in own)
    none: Relation = "not_comparable" if mine else "unquantified"
    found = []
    for measure in measures:
        peers = {plan: own[measure] for plan, own in figures.items() if measure in own}
        own_target = mine.get(measure)
        relations: dict[str, Relation] = {
            plan: relation(own_target, target, indicators) if own_target else none for plan, target in peers.items()
        }
        if set(relations.values()) != {"equal"}:
            found.append(OutOfLine(row, measure, own_target, peers, relations))
    return found
