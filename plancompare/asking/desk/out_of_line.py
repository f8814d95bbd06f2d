"""Figures of a draft beside its peers', end of period with end of period, each only beside what measures the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.comparing.targets import Relation, relation, strictest
from plancompare.comparing.wording import fold
from plancompare.model import Commitment, Indicator, Target

Standing = Relation | Literal["later_period", "earlier_period"]
STAGE = "stage"  # the gate of the codebook that tells kindergartens from schools
PERIOD = 5  # years of a plan: those that end in 1 to 5, and in 6 to 0
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = "成|倍|分之|[个所名次项节人]|课时|小时|分钟|学时"
_FIGURE = re.compile(rf"\d|百分之|过?半数|[一二两三四五六七八九十百千万]+(?:{_COUNTED})")


class OutOfLine(NamedTuple):
    """A measure of a row that the draft makes, beside its peers' figures.

    ``mine`` is None where the draft names no figure of this measure; ``others`` are then the row's figures under other
    names, and ``words`` its words that bear a figure which no target holds. ``relations`` says how each peer's figure
    stands to the draft's: "not comparable" where the draft counts something else, "unquantified" where it counts
    nothing, "later_period" or "earlier_period" where the draft's is due in another plan period than the peer's; of
    these ``values`` says how the peers' values alone stand to the draft's.
    """

    row: Row
    measure: str
    mine: Target | None
    peers: Mapping[str, Target]
    relations: Mapping[str, Standing]
    others: tuple[Target, ...] = ()
    words: str = ""
    values: Mapping[str, Relation] = {}


def out_of_line(comparison: Comparison, draft: str) -> tuple[OutOfLine, ...]:
    """The measures on which a peer names a figure that the draft does not equal, of the rows that the draft makes."""
    look = _Look(comparison, draft)
    return tuple(
        figure for row in comparison.rows if row.cells[draft].status == "made" for figure in look.at(row) if figure
    )


class _Look:
    """One draft's figures, wherever they stand in it."""

    def __init__(self, comparison: Comparison, draft: str) -> None:
        self._draft = draft
        self._indicators = comparison.indicators
        self._wording = comparison.pairs.recognition.wording
        self._with_figures = [c for c in comparison.plan(draft).commitments if c.targets]
        self._everywhere = self._ends(t for c in self._with_figures for t in c.targets)
        self._named = {
            id: {fold(name) for name in (one.label.zh, *one.aliases)} for id, one in comparison.indicators.items()
        }

    def at(self, row: Row) -> list[OutOfLine | None]:
        """What is out of line in one row, measure by measure."""
        ends = {
            plan: self._ends(t for c in cell.commitments for t in c.targets)
            for plan, cell in row.cells.items()
            if cell.status == "made"
        }
        mine = ends.pop(self._draft)
        measures = dict.fromkeys(measure for figures in ends.values() for measure in figures)
        one_name = self._one_name(mine, measures, ends)
        lines = []
        for measure in measures:
            peers = {plan: figures[measure] for plan, figures in ends.items() if measure in figures}
            figure = self._of_stage(mine.get(measure) or one_name or self._everywhere.get(measure), measure, row)
            counted = not all(target.milestone for target in peers.values())
            told = figure or (counted and self._tells(measure, mine))
            lines.append(self._beside(row, measure, figure, peers, mine) if told else None)
        return lines

    def _of_stage(self, figure: Target | None, measure: str, row: Row) -> Target | None:
        """A figure of the draft, unless its label means another stage: 新增学位 of kindergartens, of schools."""
        if not figure or figure.indicator:
            return figure
        mine = self._stages([c for c in self._with_figures if figure in c.targets])
        theirs = self._stages([c for c in row.commitments if any(t.measure == measure for t in c.targets)], self._draft)
        return None if mine and theirs and mine.isdisjoint(theirs) else figure

    def _stages(self, commitments: Sequence[Commitment], but_of: str = "") -> set[str]:
        """The stages of schooling that commitments speak of, those of the plan ``but_of`` aside."""
        prepared = self._wording.prepare([c.text for c in commitments if c.plan != but_of])
        return {stage for one in prepared for stage in one.gates.get(STAGE, ())}

    def _beside(
        self, row: Row, measure: str, figure: Target | None, peers: Mapping[str, Target], mine: Mapping[str, Target]
    ) -> OutOfLine | None:
        if figure:
            named = figure._replace(indicator="", label=measure) if figure.measure != measure else figure
            standings = {plan: stands(named, target, self._indicators) for plan, target in peers.items()}
            values = {
                plan: relation(named._replace(by=None), peers[plan]._replace(by=None), self._indicators)
                for plan, how in standings.items()
                if how in ("later_period", "earlier_period")
            }
            news = set(standings.values()) != {"equal"}
            return OutOfLine(row, measure, figure, peers, standings, values=values) if news else None
        others = tuple(t for t in mine.values() if not self._differ(t, measure) and not t.milestone)
        words = "" if others else _figured(row.cells[self._draft].commitments)
        how: Standing = "not_comparable" if others or words else "unquantified"
        return OutOfLine(row, measure, None, peers, dict.fromkeys(peers, how), others, words)

    def _ends(self, targets: Iterable[Target]) -> Mapping[str, Target]:
        """Of each measure the figure at the end: the last that is due, the strictest of several."""
        several: dict[str, list[Target]] = {}
        for target in targets:
            several.setdefault(target.measure, []).append(target)
        ends: dict[str, Target] = {}
        for measure, all_of in several.items():
            last = max(target.by or 0 for target in all_of)
            standing = [target for target in all_of if not target.by or target.by == last]
            ends[measure] = strictest(standing, self._indicators)[measure]
        return ends

    def _one_name(
        self, mine: Mapping[str, Target], measures: Iterable[str], ends: Mapping[str, Mapping[str, Target]]
    ) -> Target | None:
        """The one figure that a row has on each side, in one unit and under no registered name: it counts the same."""
        theirs = list(measures)
        if len(mine) != 1 or len(theirs) != 1:
            return None
        (figure,), peers = mine.values(), [ends[plan][theirs[0]] for plan in ends if theirs[0] in ends[plan]]
        plain = not figure.indicator and not any(peer.indicator for peer in peers)
        return figure if plain and {peer.unit for peer in peers} == {figure.unit} else None

    def _tells(self, measure: str, mine: Mapping[str, Target]) -> bool:
        """Whether the draft's silence on a measure tells anything: not where all that the row counts is another one."""
        return not mine or not all(self._differ(target, measure) for target in mine.values())

    def _differ(self, target: Target, measure: str) -> bool:
        """Whether a figure certainly counts another thing than ``measure``, by the registry's names."""
        one, other = self._meant(target.measure), self._meant(measure)
        return bool(one and other) and one.isdisjoint(other)

    def _meant(self, measure: str) -> set[str]:
        """The indicators that a measure is, or names."""
        if measure in self._named:
            return {measure}
        label = fold(measure)
        return {id for id, names in self._named.items() if any(name and label.endswith(name) for name in names)}


def stands(mine: Target, theirs: Target, indicators: Mapping[str, Indicator]) -> Standing:
    """How a peer's figure stands to the draft's; those of different plan periods are not held against each other."""
    value = relation(mine, theirs, indicators)
    later = periods_later(mine, theirs)
    if value != "not_comparable" and later:
        return "later_period" if later > 0 else "earlier_period"
    return value


def periods_later(mine: Target, theirs: Target) -> int:
    """By how many plan periods the first figure is due later than the second; 0 where either names no year."""
    return (mine.by - 1) // PERIOD - (theirs.by - 1) // PERIOD if mine.by and theirs.by else 0


def _figured(commitments: Sequence[Commitment]) -> str:
    """The words of the first commitment that bear a figure, years aside."""
    for commitment in commitments:
        for text in (commitment.text, *(evidence.quote for evidence in commitment.evidence)):
            if _FIGURE.search(_YEAR.sub("", fold(text))):
                return text
    return ""
