"""When something is due: years and the ends of plans in running text. Knows a plan's own period, no figure."""

import re
from functools import cached_property
from typing import NamedTuple

from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.numerals import value_of

YEAR = re.compile(rf"({grammar.YEAR_DIGITS})\s*年")
_ORDINAL = re.compile(grammar.FIVE_YEAR_PLANS)
_END = re.compile(grammar.PLAN_ENDS)
_BASE = re.compile(grammar.BASE_BEFORE)
_DECIDED = re.compile(grammar.DECIDED)
_RANGE_BEFORE = re.compile(r"(?:-|—|–|~|－)\s*$")
_RANGE = re.compile(r"\s*(?:-|—|–|~|至|到|－)+\s*(?=(?:20\d\d|二[〇零○]))")


class Deadline(NamedTuple):
    """The year by which something is due; ``said`` are the words, ``of_plan`` whether it is just the plan's end."""

    year: int | None
    said: str
    of_plan: bool


class Years:
    """Reads deadlines in a plan of this period, by one codebook's words."""

    def __init__(self, period: tuple[int, int] | None, steering: Steering) -> None:
        self.period = period
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
            if _BASE.search(before) or _RANGE_BEFORE.search(before):
                continue
            ends = match.end()
            if text.startswith("的", ends) or _RANGE.match(text, ends) or _DECIDED.match(text, ends):
                continue
            year = year_in(match[0])
            if year is None or (self.period and year < self.period[0]):
                continue
            return Deadline(year, match[0], bool(self.period and year == self.period[1]))
        found_end = _END.search(text)
        if found_end:
            named = five_years(found_end[0])
            if named is None or self.period is None or named >= self.period[0]:
                return Deadline(self.period[1] if self.period else named, found_end[0], True)
        return None

    def named(self, text: str) -> int | None:
        """The year that a table's head names: 2025年, 2025年目标, 2025, “十四五”末."""
        match = re.search(r"(?<!\d)(20\d\d)(?!\d)", plain(text)) or YEAR.search(plain(text))
        if match:
            return year_in(f"{match[1]}年")
        end = _END.search(plain(text))
        return five_years(end[0]) or (self.period[1] if self.period else None) if end else None

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
