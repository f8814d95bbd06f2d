"""What was done, by its years: clauses that open with a year before the plan, and spans that ended before it."""

import re

from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import YEAR, Years, year_in

WHOSE = 6  # characters that may stand before the year of a clause: 我县2019年…
_SINCE_WHEN, _SPAN = re.compile(clauses.SINCE_WHEN), re.compile(clauses.YEARS_FROM_TO)
_LONG_AGO, _MORE_OF_IT = re.compile(clauses.LONG_AGO), re.compile(clauses.MORE_OF_IT)
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
