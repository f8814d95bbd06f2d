"""What was done, by its years: what opens with a year before the plan, spans that ended before it, what rose since."""

import re

from plancompare.drafting.encoding import grammar, tenses
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import YEAR, Years, year_in

WHOSE = 6  # characters that may stand before the year of a clause: 我县2019年…
_SINCE_WHEN, _SPAN = re.compile(tenses.SINCE_WHEN), re.compile(tenses.YEARS_FROM_TO)
_LONG_AGO, _MORE_OF_IT = re.compile(tenses.LONG_AGO), re.compile(tenses.MORE_OF_IT)
_OPENED = re.compile(rf"{tenses.WHOSE_YEAR}(?:{grammar.YEAR_DIGITS}\s*年?{grammar.TO})?{YEAR.pattern}")
_HAS_RISEN, _TO_COME = re.compile(tenses.HAS_RISEN), re.compile(tenses.TO_COME)
_DECIDED, _SINCE, _BASE = (re.compile(p) for p in (grammar.DECIDED, grammar.SINCE, grammar.BASE_BEFORE))


class Past:
    """Tells by one plan's years what lies behind it."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years

    def tells(self, text: str) -> bool:
        """Whether a sentence without a year to come tells of a span before the plan: 自2018年以来…; 2017年至2019年."""
        text = plain(text).strip()
        spans = (_SINCE_WHEN.match(text), _SPAN.match(text))
        return bool(_LONG_AGO.match(text)) or any(span and self._is_before(span[0]) for span in spans)

    def is_over(self, text: str) -> bool:
        """Whether ``text`` opens with a year before the plan's first (2023年工作, in a plan for 2024)."""
        text = plain(text).lstrip()
        opened = _OPENED.match(text)
        return opened is not None and self._is_before(opened[0]) and _SINCE.match(text, opened.end()) is None

    def has_risen(self, text: str) -> bool:
        """Whether ``text`` tells what rose or fell from an earlier year up to now: 从2015年的3万人增至4万人."""
        match = _HAS_RISEN.search(plain(text))
        if match is None or _TO_COME.search(plain(text)):
            return False
        base, end = (year_in(f"{match[name]}年") if match[name] else None for name in ("base", "end"))
        if self._years.period is None:
            return match["rose"] is not None
        if end is not None:
            return end < self._years.period[0]
        return base is not None and base <= self._years.period[0] - tenses.YEARS_AGO

    def opens(self, text: str) -> bool:
        """Whether a clause says what was done in a year before the plan: 我县2019年新建…, but not 2019年批准的…"""
        text = plain(text).strip()
        year = YEAR.search(text)
        if year is None or year.start() > WHOSE or not self._is_before(year[0]):
            return False
        before, behind = text[: year.start()], year.end()
        if self._words.pattern("acts", "aims").search(before) or _BASE.search(before) or before.endswith("在"):
            return False
        only_tells_which = text.startswith("的", behind) or _DECIDED.match(text, behind)
        return not (only_tells_which or _SINCE.match(text, behind))

    def goes_on(self, text: str) -> bool:
        """Whether a sentence behind one that told of what was done tells more of it: 其中农村新建9所."""
        return _MORE_OF_IT.match(plain(text).strip()) is not None and self._years.deadline(text) is None

    def _is_before(self, text: str) -> bool:
        year, period = year_in(text), self._years.period
        return bool(period and year and year < period[0])
