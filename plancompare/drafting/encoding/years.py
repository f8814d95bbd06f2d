"""When something is due: years and the ends of plans in running text. Knows a plan's own period, no figure."""

import re
from functools import cached_property
from typing import NamedTuple

from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import grammar, tenses
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.numerals import value_of

YEAR = re.compile(rf"({grammar.YEAR_DIGITS})\s*年")
_ORDINAL = re.compile(grammar.FIVE_YEAR_PLANS)
_END = re.compile(grammar.PLAN_ENDS)
_BASE = re.compile(grammar.BASE_BEFORE)
_SAYS_BY_WHEN = re.compile(tenses.SAYS_BY_WHEN)
_FOR = re.compile(grammar.FOR_A_YEAR)
_DECIDED = re.compile(grammar.DECIDED)
_RANGE_BEFORE = re.compile(r"(?:-|—|–|~|－)\s*$")
_RANGE = re.compile(r"\s*(?:-|—|–|~|至|到|－)+\s*(?=(?:20\d\d|二[〇零○]))")


LAST_YEAR = 5  # characters at the end of a cell in which the year stands by which a span ends: 2023年


class Deadline(NamedTuple):
    """The year by which something is due; ``said`` are the words, ``of_plan`` whether it is just the plan's end.

    ``carried`` where another section said it, of the whole text.
    """

    year: int | None
    said: str
    of_plan: bool
    carried: bool = False


class Years:
    """Reads deadlines in a plan of this period, by one codebook's words.

    ``present`` is the year in which a text without a period was written, as far as it tells: what names an earlier one
    looks back.
    """

    def __init__(self, period: tuple[int, int] | None, steering: Steering, present: int | None = None) -> None:
        self.period = period
        self.begins = period[0] if period else present
        self._words = steering

    @cached_property
    def _due(self) -> re.Pattern[str]:
        parts = f"{self._words.pattern('school_seasons').pattern}|{grammar.DUE_PARTS}"
        return re.compile(rf"{grammar.DUE_BEFORE}{YEAR.pattern}(?:{parts})?{grammar.DUE_BEHIND}")

    def deadline(self, text: str) -> Deadline | None:
        """The deadline that a clause names, if it names one."""
        text = plain(text)
        for match in self._due.finditer(text):
            before = text[max(0, match.start() - NEAR_FIGURE) : match.start()]
            if _BASE.search(before) or _FOR.search(before) or _RANGE_BEFORE.search(before):
                continue
            ends = match.end()
            if text.startswith("的", ends) or _RANGE.match(text, ends) or _DECIDED.match(text, ends):
                continue
            year = year_in(match[0])
            if year is None or self.is_over(year, match[0]):
                continue
            return Deadline(year, match[0], bool(self.period and year == self.period[1]))
        found_end = _END.search(text)
        if found_end and not text.startswith("的", found_end.end()):  # 约为“十二五”期间的2倍
            named = five_years(found_end[0])
            if named is None or self.period is None or named >= self.period[0]:
                return Deadline(self.period[1] if self.period else named, found_end[0], True)
        return None

    def is_over(self, year: int, said: str) -> bool:
        """Whether a year lies behind the plan; in a text of no period only one that sets no deadline (2022年)."""
        if self.begins is None or year >= self.begins:
            return False
        return self.period is not None or not _SAYS_BY_WHEN.search(said)

    def named(self, text: str) -> int | None:
        """The year that a table's head names: 2025年, 2025年目标, 2025, “十四五”末."""
        match = re.search(r"(?<!\d)(20\d\d)(?!\d)", plain(text)) or YEAR.search(plain(text))
        if match:
            return year_in(f"{match[1]}年")
        end = _END.search(plain(text))
        return five_years(end[0]) or (self.period[1] if self.period else None) if end else None

    def until(self, cell: str) -> Deadline | None:
        """The deadline that a table's cell gives: 2023年8月, or the end of 2021—2023."""
        year = None if (due := self.deadline(cell)) else self.named(plain(cell)[-LAST_YEAR:])
        return due or (Deadline(year, cell, bool(self.period and year == self.period[1])) if year else None)

    def bare(self, text: str) -> str:
        """A clause in half-width signs without the deadline at its head."""
        return self.without_deadline(plain(text).strip())

    def without_deadline(self, text: str) -> str:
        """``text`` without a deadline at its head."""
        for pattern in (self._due, _END):
            match = pattern.match(text)
            if match and match.end() < len(text):
                return text[match.end() :].lstrip("，, ")
            if match:
                return ""
        return text

    def is_before(self, text: str) -> bool:
        """Whether ``text`` names the five-year plan before this one (and not this one)."""
        starts = [five_years_from(name) for name in ordinals(text)]
        return bool(self.period and starts and max(starts) + 4 < self.period[0])


def five_years_from(ordinal: str) -> int:
    """The first year of the five-year plan called 十四(五): 2021."""
    return grammar.FIRST_PLAN_YEAR + 5 * int(value_of(ordinal) or 0)


def five_years(text: str) -> int | None:
    """The last year of the five-year plan that ``text`` names, if it names one."""
    named = ordinals(text)
    return five_years_from(named[0]) + 4 if named else None


def ordinals(text: str) -> list[str]:
    """The five-year plans that ``text`` names, by their ordinals: 十四 for “十四五”."""
    return ["".join(groups) for groups in _ORDINAL.findall(text)]


def year_in(text: str) -> int | None:
    """The last year that ``text`` names, if any."""
    years = YEAR.findall(plain(text))
    if not years:
        return None
    digits = years[-1] if years[-1].isdigit() else re.sub("[零○0]", "〇", years[-1])
    value = value_of(digits)
    return int(value) if value and 1900 < value < 2200 else None
