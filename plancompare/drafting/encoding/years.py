"""When something is due: years and the ends of plans in running text. Knows a plan's own period, no figure."""

import re
from typing import NamedTuple

from plancompare.drafting.encoding.figures import YEAR, year_in
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.numerals import value_of

# “十四五”, 十四五时期, 第十四个五年规划; but not the 十五 of 九十五
_ORDINAL = re.compile(
    r"(?<=[“\"])(十[一二三四五六七八九]?|二十)五(?=[”\"])"
    r"|(?<![一二三四五六七八九百千])(十[一二三四五六七八九]?|二十)五(?=时期|期间|规划|以来|末|期末|开局|收官|目标)"
    r"|第(十[一二三四五六七八九]?|二十)个五年"
)
_BEFORE_FIRST = (
    1951  # five years before the first plan would have begun, had all been back to back; the tenth began in 2001
)
_DUE = re.compile(
    rf"(?:力争|争取|确保)?(?:到|至|在|于|截至|截止)?\s*{YEAR.pattern}(?:[上下]半年|[春秋]季学期|[春秋]季|\d{{1,2}}月)?"
    r"(?:底|末|初|年底|年末)?(?:之前|以前|前|时|期间|内)?(?!起)"
)
_END = re.compile(
    r"(?:到|至)?(?:“十[一二三四五六七八九]五”|十[一二三四五六七八九]五|规划)(?:时期|期)?(?:末|期末|结束时)|规划期内|(?:“十[一二三四五六七八九]五”|十[一二三四五六七八九]五)(?:期间|时期|时期内)"
)
_BASE = re.compile(r"(?:由|从|比|较|自|以|与|相比)\s*$")
_RANGE = re.compile(r"\s*(?:-|—|–|~|至|到|－)+\s*(?=(?:20\d\d|二[〇零○]))")


class Deadline(NamedTuple):
    """The year by which something is due; ``said`` are the words, ``own`` whether it is just the plan's last year."""

    year: int | None
    said: str
    own: bool


class Years:
    """Reads deadlines in a plan of this period."""

    def __init__(self, period: tuple[int, int] | None) -> None:
        self.period = period

    def deadline(self, text: str) -> Deadline | None:
        """The deadline that a clause names, if it names one."""
        text = plain(text)
        for found in _DUE.finditer(text):
            before = text[: found.start()]
            if _BASE.search(before) or re.search(r"(?:-|—|–|~|－)\s*$", before):
                continue
            if re.match(r"的", text[found.end() :]) or _RANGE.match(text, found.end()):
                continue
            year = year_in(found[0])
            if year is None or (self.period and year < self.period[0]):
                continue
            return Deadline(year, found[0], bool(self.period and year == self.period[1]))
        found_end = _END.search(text)
        if found_end:
            named = five_years(found_end[0])
            if named is None or self.period is None or named >= self.period[0]:
                return Deadline(self.period[1] if self.period else named, found_end[0], True)
        return None

    def named(self, text: str) -> int | None:
        """The year that a table's head names: 2025年, 2025年目标, 2025, “十四五”末."""
        found = re.search(r"(?<!\d)(20\d\d)(?!\d)", plain(text)) or YEAR.search(plain(text))
        if found:
            return year_in(f"{found[1]}年")
        end = _END.search(plain(text))
        return five_years(end[0]) or (self.period[1] if self.period else None) if end else None

    def looks_ahead(self, text: str) -> bool:
        """Whether a sentence names a year that is still to come when the plan begins."""
        return self.deadline(text) is not None

    def without_deadline(self, text: str) -> str:
        """``text`` without a deadline at its head."""
        for pattern in (_DUE, _END):
            found = pattern.match(text)
            if found and found.end() < len(text):
                return text[found.end() :].lstrip("，, ")
            if found:
                return ""
        return text

    def is_before(self, text: str) -> bool:
        """Whether ``text`` names the five-year plan before this one (and not this one)."""
        starts = [five_years_from(name) for name in ordinals(text)]
        return bool(self.period and starts and max(starts) < self.period[0] - 1)


def five_years_from(ordinal: str) -> int:
    """The first year of the five-year plan called 十四(五): 2021."""
    return _BEFORE_FIRST + 5 * int(value_of(ordinal) or 0)


def five_years(text: str) -> int | None:
    """The last year of the five-year plan that ``text`` names, if it names one."""
    named = ordinals(text)
    return five_years_from(named[0]) + 4 if named else None


def ordinals(text: str) -> list[str]:
    """The five-year plans that ``text`` names, by their ordinals: 十四 for “十四五”."""
    return ["".join(groups) for groups in _ORDINAL.findall(text)]
