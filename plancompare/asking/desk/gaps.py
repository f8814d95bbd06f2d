"""What peers promise that a draft lacks, most widely promised first, with the draft's nearest passage.

What is missing is told only where the draft's text treats the theme whole. Where the draft has a passage that may be
the promise and is not plainly another, or says it outside its commitments, a person has to look: that is told as
"near", never as missing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.asking.desk.doubt import Doubt
from plancompare.asking.desk.nearness import Nearest, nearest
from plancompare.asking.desk.out_of_line import OutOfLine, out_of_line
from plancompare.asking.desk.reach import chapters_of, tabled_in
from plancompare.asking.desk.said import Echo, Heard, Said, headings
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import CellStatus, Near, Row, blank_status
from plancompare.comparing.targets import strictest
from plancompare.model import Indicator, Plan, Target


class Gap(NamedTuple):
    """A row that peers make and the draft does not: ``made`` of the ``covered`` peers whose text treats the theme.

    ``unsure`` more peers may make it. ``kind`` is "near" where passages of the draft may be the promise
    (``candidates``, best first) or where it says something near in words that are no commitment (``echoes``; beside
    candidates those that come nearer than these), else "missing". ``figures`` are the peers' targets by measure, the
    strictest of each peer. ``touched``: the draft says anything on the theme. ``until`` is the year in which the
    campaign that the promise belongs to ended, ``over`` whether that was before the draft's period.
    """

    row: Row
    kind: Literal["missing", "near"]
    made: int
    covered: int
    nearest: Nearest | None
    figures: Mapping[str, tuple[tuple[str, Target], ...]]
    unsure: int = 0
    candidates: tuple[Near, ...] = ()
    echoes: tuple[Echo, ...] = ()
    touched: bool = True
    until: int | None = None
    over: bool = False


class Gaps(NamedTuple):
    """The desk's answer: what is missing, what is near, which figures differ; ``unknown`` counts rows that cannot be
    told for a draft of which only an excerpt is held.

    ``chapters`` are the themes that the draft touches, in the order in which it does; ``untouched`` says of the others
    how many rows of its peers they hold.
    """

    draft: Plan
    peers: tuple[Plan, ...]
    comparison: Comparison
    gaps: tuple[Gap, ...]
    figures: tuple[OutOfLine, ...]
    unknown: int
    chapters: tuple[str, ...] = ()
    untouched: Mapping[str, int] = {}

    @property
    def missing(self) -> tuple[Gap, ...]:
        """The gaps to which nothing in the draft comes near."""
        return tuple(gap for gap in self.gaps if gap.kind == "missing")

    @property
    def near(self) -> tuple[Gap, ...]:
        """The gaps that a person has to look at."""
        return tuple(gap for gap in self.gaps if gap.kind == "near")


def find_gaps(comparison: Comparison, draft: str, least_peers: int = 1, said: Sequence[Said] = ()) -> Gaps:
    """The gaps of the plan ``draft`` against the other plans of ``comparison``, made by ``least_peers`` or more.

    ``said`` are words of the draft's text beside its commitments; its headings are looked at in any case.
    """
    mine = comparison.plan(draft)
    peers = tuple(plan for plan in comparison.plans if plan.id != draft)
    promised = [row for row in comparison.rows if row.made >= least_peers]
    words = Heard(comparison, draft, [*headings(mine), *said])
    doubt = Doubt(comparison, draft, words)
    open_to = {row.id: near for row in promised if (near := doubt.candidates(row))}
    lacking = [row for row in promised if row.id in open_to or _blank(row, mine) == "not_found"]
    silent = [row for row in lacking if row.id not in open_to]
    heard = words.echoes(lacking)
    cells = {one.text for one in said if one.kind == "cell"}
    tabled = tabled_in(mine, cells)
    spoken = _spoken(heard, cells.union(tabled.values()))
    chapters = chapters_of(comparison, draft, (row.theme for row in silent if row.id in spoken), tabled)
    passages = _nearest(comparison, draft, silent)
    find = _Finding(comparison, mine, passages, open_to, heard, frozenset(chapters))
    gaps = sorted(map(find.gap, lacking), key=lambda gap: (gap.kind != "missing", -gap.made, -gap.made / gap.covered))
    unknown = [row for row in promised if row.id not in open_to and _blank(row, mine) == "not_covered"]
    untouched = _untouched([*lacking, *unknown], chapters)
    return Gaps(mine, peers, comparison, tuple(gaps), out_of_line(comparison, draft), len(unknown), chapters, untouched)


def _blank(row: Row, draft: Plan) -> CellStatus:
    """What it means that a draft has nothing in a row, where no passage of it leaves a doubt."""
    status = row.cells[draft.id].status
    return blank_status(draft, row.theme) if status == "unsure" else status


def _beside(candidates: Sequence[Near], echoes: Sequence[Echo]) -> tuple[Echo, ...]:
    """The words that come nearer than every passage which may be the promise."""
    best = max((near.score for near in candidates), default=0)
    texts = {near.commitment.text for near in candidates}
    return tuple(echo for echo in echoes if echo.score > best and echo.said.text not in texts)


def _spoken(heard: Mapping[str, Sequence[Echo]], tabled: Collection[str]) -> set[str]:
    """The rows that are heard in more than the words of tables."""
    return {row for row, echoes_of in heard.items() if any(echo.said.text not in tabled for echo in echoes_of)}


def _untouched(rows: Iterable[Row], chapters: Sequence[str]) -> Mapping[str, int]:
    """The themes of ``rows`` that the draft does not touch, each with how many of them it holds."""
    counts: dict[str, int] = {}
    for row in rows:
        if row.theme not in chapters:
            counts[row.theme] = counts.get(row.theme, 0) + 1
    return counts


class _Finding(NamedTuple):
    """What is known when rows become gaps."""

    comparison: Comparison
    draft: Plan
    passages: Mapping[str, Nearest]
    open_to: Mapping[str, tuple[Near, ...]]
    heard: Mapping[str, tuple[Echo, ...]]
    touched: frozenset[str]

    def gap(self, row: Row) -> Gap:
        """A row that the draft does not make."""
        candidates = self.open_to.get(row.id, ())
        said = _beside(candidates, self.heard.get(row.id, ()))
        until = self._until(row)
        return Gap(
            row,
            "near" if candidates or said else "missing",
            row.made,
            # the draft itself counts among those whose text covers the row's theme
            row.covered - self.draft.covers(row.theme),
            Nearest(*candidates[0]) if candidates else self.passages.get(row.id),
            _figures(row, self.comparison.indicators),
            row.unsure - (row.cells[self.draft.id].status == "unsure"),
            candidates,
            said,
            row.theme in self.touched,
            until,
            bool(until and self.draft.period and until < self.draft.period[0]),
        )

    def _until(self, row: Row) -> int | None:
        """When the campaigns ended that all coded members of a row belong to; None where any belongs to none."""
        standards = self.comparison.catalogue.standards
        codes = {self.comparison.code(c.key) for c in row.commitments} & standards.keys()
        years = [standards[code].until for code in sorted(codes)]
        ended = [year for year in years if year]
        return max(ended) if ended and len(ended) == len(years) else None


def _figures(row: Row, indicators: Mapping[str, Indicator]) -> Mapping[str, tuple[tuple[str, Target], ...]]:
    """The peers' targets by measure, the strictest of each peer."""
    figures: dict[str, list[tuple[str, Target]]] = {}
    for plan, cell in row.cells.items():
        for measure, target in strictest((t for c in cell.commitments for t in c.targets), indicators).items():
            figures.setdefault(measure, []).append((plan, target))
    return {measure: tuple(several) for measure, several in figures.items()}


def _nearest(comparison: Comparison, draft: str, rows: Sequence[Row]) -> Mapping[str, Nearest]:
    """Each row's nearest passage of the draft: the best score with any of its members."""
    near = nearest(comparison, draft, [c.key for row in rows for c in row.commitments])
    by_row = {}
    for row in rows:
        passages = [near[c.key] for c in row.commitments if c.key in near]
        if passages:
            by_row[row.id] = min(passages, key=lambda passage: (-passage.score, passage.commitment.key))
    return by_row
