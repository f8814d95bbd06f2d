"""From figures to targets: what is counted (an indicator of the registry, or a label of its own) and by when."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plancompare.comparing.wording import Wording
from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import grammar, tenses
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.indicators import Indicators, bare
from plancompare.drafting.encoding.naming import Naming
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.tables import IndicatorRow, Value
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import Years
from plancompare.drafting.numerals import whole
from plancompare.model import A_THING, Baseline, Indicator, Number, Op, Target

_COMPARED, _RATIO, _ZERO, _ENDED = (
    re.compile(p) for p in (grammar.COMPARED_MEANS, grammar.RATIO_OF, grammar.NOTHING_OF, grammar.ENDED)
)
_BY_SIZE = re.compile(grammar.PLACES_BY_SIZE)
NAMED = 4  # characters of the name of one thing: 城关幼儿园, but not 幼儿园
# by `python -m tests.drafting.encoding.numbers`, 2026-11-29: .50 does as well, .85 costs .005 of the F1 of targets
NEARLY = 0.7  # of the characters of what is compared
_STATES = ("goal", "result", "act_inside")  # reasons of clauses in which the thing stands first: 到2030年布局更加合理
_DATED = re.compile(tenses.SAYS_BY_WHEN)
_SHARED, _JOINT = re.compile(grammar.SHARE_OF_ALL), re.compile(grammar.PLAIN_AND)
_ONCE = re.compile(grammar.ONCE)
_FLIPPED: Mapping[Op, Op] = {">=": "<="}


class Measurer:
    """Makes targets by one collection's indicators, one codebook's words and one plan's years."""

    def __init__(self, indicators: Mapping[str, Indicator], wording: Wording, steering: Steering, years: Years) -> None:
        self._indicators = Indicators(indicators, wording, steering)
        self._words = steering
        self._years = years
        self._figures = FigureReader(steering)
        self._naming = Naming(steering, years)

    def targets(self, unit: Unit) -> tuple[Target, ...]:
        """The targets that a promise names; a year of its own without a figure makes a milestone."""
        result: list[Target] = []
        for index in range(len(unit.figures)):
            result.append(self._more(unit, index, result) or self._target(unit, index))
        result = result or list(self._compared(unit)) or list(self._all_or_nothing(unit))
        if not result:
            result = list(self._milestone(unit))
        return tuple(result)

    def from_row(self, row: IndicatorRow) -> tuple[Target, ...]:
        """The targets of a row of an indicator table: one for each year to come, from the value of the year before."""
        base = next((v for v in row.values if v.base), None)
        targets = []
        for value in row.values:
            figure = self._in_cell(value.cell, row.unit) if not value.base else None
            if figure is None:
                continue
            op, number, low, high, unit = figure
            indicator = self._indicators.named(unit, row.own_name)
            started = self._in_cell(base.cell, row.unit) if base else None
            targets.append(
                Target(
                    indicator=indicator.id if indicator else "",
                    label="" if indicator else row.label,
                    op=self._directed(op, indicator) if "达到" in value.cell else op,
                    value=number,
                    low=low,
                    high=high,
                    unit=indicator.unit if indicator else unit,
                    by=value.year or self._end,
                    baseline=_baseline(started[1] if started else None, base, value),
                )
            )
        return tuple(targets)

    @property
    def _end(self) -> int | None:
        return self._years.period[1] if self._years.period else None

    def _by(self, unit: Unit) -> int | None:
        return unit.deadline.year if unit.deadline and unit.deadline.year else self._end

    def _more(self, unit: Unit, index: int, before: Sequence[Target]) -> Target | None:
        """The target of a figure that only says how much more of what the one before it counts: 学位3000个、2000个."""
        figure, last = unit.figures[index], unit.figures[index - 1]
        if not before or (figure.unit, figure.often) != (last.unit, last.often):
            return None
        behind = unit.figures[index + 1].start if index + 1 < len(unit.figures) else len(unit.text)
        joint, tail = unit.text[last.end : figure.start], unit.text[figure.end : behind]
        if not _JOINT.fullmatch(joint) or _JOINT.sub("", tail).strip("。 "):
            return None
        op = self._directed(figure.op, self._indicators.by_id.get(before[-1].indicator))
        return before[-1]._replace(op=op, value=figure.value, low=figure.low, high=figure.high)

    def _target(self, unit: Unit, index: int) -> Target:
        figure = unit.figures[index]
        printed = f"{figure.unit}/{figure.often}" if figure.often else figure.unit
        before = self._naming.tail.sub("", plain(unit.text[max(0, figure.start - NEAR_FIGURE) : figure.start]))
        before = before.replace(grammar.YEARLY, grammar.EVERY_YEAR)
        behind = unit.text[figure.end : figure.end + NEAR_FIGURE]
        name = self._naming.before(unit.text, figure)
        lead = unit.subject + unit.lead
        taken = self._naming.takes(unit.text, figure)
        # with the unit, too: 每周…课时
        around = (f"{lead}{before}{behind}", f"{lead}{before}{figure.unit}{behind}", taken)
        last = unit.figures[len(unit.figures) - unit.parts :]
        part = unit.part or any(figure is one for one in last) or (index > 0 and self._naming.is_scope(name))
        indicator = self._indicators.named(printed, *around) if not part else None
        if indicator is None and printed != figure.unit and not part:
            indicator = self._indicators.named(figure.unit, *around)
        by, year = self._by(unit), figure.base_year
        if taken and not (unit.deadline and unit.deadline.said):
            by = None  # how long it takes, from a year that nobody says
        started = year if year and (by is None or year < by) else None
        return Target(
            indicator=indicator.id if indicator else "",
            label="" if indicator else self._label(unit, index, name),
            op=self._directed(figure.op, indicator),
            value=figure.value,
            low=figure.low,
            high=figure.high,
            unit=indicator.unit if indicator else printed,
            by=by,
            baseline=Baseline(figure.base, started) if figure.base is not None else None,
        )

    def _directed(self, op: Op, indicator: Indicator | None) -> Op:
        """达到 means at most where less is better."""
        return _FLIPPED.get(op, op) if indicator and indicator.direction == "lower" else op

    def _compared(self, unit: Unit) -> Iterator[Target]:
        """甲不低于乙的平均水平: the ratio of the two is at least 1, where the registry has that ratio."""
        said = _COMPARED.search(plain(unit.text[:NEAR_FIGURE]))
        if said is None:
            return
        for indicator in self._indicators.by_id.values():
            halves = _RATIO.fullmatch(bare(indicator.label.zh)) if indicator.unit == "%" else None
            if halves and _shared(halves[2], said[3]) >= NEARLY and self._is_said(halves[1], said[1]):
                op: Op = ">" if said[2] == "高于" else ">="
                yield Target(indicator.id, "", op, 100, None, None, "%", self._by(unit), None)
                return

    def _is_said(self, name: str, text: str) -> bool:
        """Whether ``text`` names what ``name`` does, or is a shorter name of it: 教师工资收入 of 教师平均工资收入."""
        short = self._naming.clean(text)
        return _shared(name, text) >= NEARLY or (len(short) >= NAMED and _shared(short, name) == 1)

    def _all_or_nothing(self, unit: Unit) -> Iterator[Target]:
        text = plain(unit.text)
        zero = _ZERO.search(text)
        value, label = None, ""
        everything = self._words.ends("everything", text)
        if everything:
            value, label = 100, self._naming.clean(text.removesuffix(everything))
        elif unit.of_all:
            value, label = 100, self._naming.clean(text)
        elif zero and not self._words.opens("zero_not", zero[1]):
            value, label = 0, zero[1]
        if value is None:
            yield from self._ended(unit, text)
            return
        rated = text.replace(grammar.COVERED, grammar.COVERAGE)
        rated = _ZERO.sub(lambda m: f"{m[1]}{grammar.RATE}", rated) if zero else rated
        indicator = self._indicators.named("%", unit.lead + text, unit.lead + rated)
        yield self._plain_target(indicator, label or self._naming.clean(text), value, "%", self._by(unit))

    def _ended(self, unit: Unit, text: str) -> Iterator[Target]:
        """消除大班额: a share of nothing, where the registry has that share."""
        found = _ENDED.search(text)
        for share in grammar.SHARES_OF if found else ():
            indicator = self._indicators.named("%", f"{text[found.end() :]}{share}" if found else "")
            if indicator:
                yield self._plain_target(indicator, "", 0, "%", self._by(unit))
                return

    def _milestone(self, unit: Unit) -> Iterator[Target]:
        """A year that is not just the plan's last, and no figure: one thing with a name is done or not by then."""
        if not (unit.dated and unit.deadline and unit.deadline.year) or unit.deadline.of_plan:
            return
        if self._years.period is None and not _DATED.search(unit.deadline.said):
            return  # 2021年开展…: when it falls, as all of the text may, not by when it is due
        label = self._naming.clean(unit.lead + plain(unit.text))
        beyond = self._end is not None and unit.deadline.year > self._end  # a vision, as the plan itself sets one
        if len(label) >= NAMED and (beyond or self._is_done_once(unit, label)) and not self._naming.is_scope(label):
            yield self._plain_target(None, label, 1, A_THING, unit.deadline.year)

    def _is_done_once(self, unit: Unit, label: str) -> bool:
        """Whether something is done or not by a year: a paper issued, a house built, a test passed, a state reached.

        提高待遇, 开展培训, 推开服务 go on, more or less; of them nothing can be counted off.
        """
        if self._words.ends("abstract", label) or self._words.ends("uncountable", label):
            return False
        if unit.judgement.reason in _STATES or _ONCE.search(unit.text):
            return True
        done = self._words.has("completes", plain(unit.lead + unit.text))
        return bool(done or self._words.ends("single", label) or self._words.ends("passed", label) or "《" in label)

    def _plain_target(
        self, indicator: Indicator | None, label: str, value: Number, unit: str, by: int | None
    ) -> Target:
        name = "" if indicator else label
        return Target(indicator.id if indicator else "", name, "=", value, None, None, unit, by, None)

    def _label(self, unit: Unit, index: int, name: str) -> str:
        """What a figure behind ``name`` counts; a part (其中国家级5所) with the name of the whole."""
        figure = unit.figures[index]
        end = unit.figures[index + 1].start if index + 1 < len(unit.figures) else None
        label = self._naming.label(unit.text, figure, end)
        if index and self._naming.is_scope(name) and self._naming.is_scope(label):
            whole_name = self._label(unit, 0, self._naming.before(unit.text, unit.figures[0]))
            return name + self._naming.unscoped(whole_name.removeprefix(unit.subject), name)
        places = _BY_SIZE.search(plain(unit.text[max(0, figure.start - NEAR_FIGURE) : figure.start]))
        if places and not label.startswith(places[0]):
            label = f"{places[0]}{label}"
        if unit.subject and self._naming.names_nothing(unit.text, figure):
            each = self._naming.tail.sub("", plain(unit.text[: figure.start]))
            return unit.subject if figure.often else f"{unit.subject}{each}"
        label = label if label.startswith(unit.subject) else unit.subject + label
        shared = figure.unit == "%" and _SHARED.search(
            plain(unit.text[max(0, figure.start - NEAR_FIGURE) : figure.start])
        )
        return f"{label}{grammar.SHARE_NAME}" if shared and not self._words.ends("rates", label) else label

    def _in_cell(self, cell: str, unit: str) -> tuple[Op, Number | None, Number | None, Number | None, str] | None:
        """The figure of a table's cell: ≥90, >99, [30], 90以上, 5-10."""
        text = plain(cell).strip().strip("[]【】*")
        for written in (text, f"{text}{unit}"):
            figures = self._figures.read(written)
            if figures:
                figure = figures[0]
                return figure.op, figure.value, figure.low, figure.high, figure.unit or unit
        bare = re.fullmatch(r"(\d+(?:,\d{3})*(?:\.\d+)?)(以上|左右|以内)?", text)
        if not bare:
            return None
        op = grammar.BOUNDS_BEHIND.get(bare[2] or "", "=")
        return op, whole(float(bare[1].replace(",", ""))), None, None, unit


def _shared(name: str, text: str) -> float:
    """The share of a name's characters that stand in ``text``."""
    return sum(character in text for character in name) / len(name)


def _baseline(number: Number | None, base: Value | None, value: Value) -> Baseline | None:
    if number is None or base is None:
        return None
    year = base.year if base.year and (value.year is None or base.year < value.year) else None
    return Baseline(number, year)
