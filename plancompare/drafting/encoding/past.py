"""What was done, by its years: what opens with a year before the plan, spans that ended before it, what rose since."""

import re
from collections.abc import Sequence
from functools import cached_property

from plancompare.drafting.encoding import grammar, tenses
from plancompare.drafting.encoding.clauses import BUILDS_ON
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause, plain
from plancompare.drafting.encoding.years import YEAR, Years, year_in

WHOSE = 6  # characters that may stand before the year of a clause: 我县2019年…
_SINCE_WHEN, _SPAN = re.compile(tenses.SINCE_WHEN), re.compile(tenses.YEARS_FROM_TO)
_GONE_BY, _MORE_OF_IT = re.compile(f"{tenses.WHOSE}(?:{tenses.GONE_BY})"), re.compile(tenses.MORE_OF_IT)
_OPENED = re.compile(rf"{tenses.WHOSE_YEAR}(?:{grammar.YEAR_DIGITS}\s*年?{grammar.TO})?{YEAR.pattern}")
_HAS_RISEN, _TO_COME, _WILL_DO = (re.compile(p) for p in (tenses.HAS_RISEN, tenses.TO_COME, tenses.WILL_DO))
_BUILDS_ON = re.compile(BUILDS_ON)
_HELD = re.compile(f"{tenses.ONE_BY_ONE}|{tenses.CAME_OF_IT}")
_HAVING = re.compile(tenses.HAVING)
_SAYS_BY_WHEN = re.compile(tenses.SAYS_BY_WHEN)
_DECIDED, _SINCE, _BASE = (re.compile(p) for p in (grammar.DECIDED, grammar.SINCE, grammar.BASE_BEFORE))


class Past:
    """Tells by one plan's years what lies behind it."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years

    def tells(self, text: str) -> bool:
        """Whether a sentence without a year to come tells of a span before the plan: 自2018年以来…; 2017年至2019年."""
        text = plain(text).strip()
        spans = (_SINCE_WHEN.match(text), _SPAN.match(text))
        return any(span and self._is_before(span[0]) for span in spans)

    def is_over(self, text: str) -> bool:
        """Whether ``text`` opens with a year before the plan's first (2023年工作, in a plan for 2024)."""
        text = plain(text).lstrip()
        opened = _OPENED.match(text)
        return opened is not None and self._is_before(opened[0]) and _SINCE.match(text, opened.end()) is None

    def has_gone_by(self, text: str) -> bool:
        """Whether a clause opens with a span that has gone by: 过去一年, 近年来, “双减”实施以来."""
        return _GONE_BY.match(plain(text).lstrip()) is not None

    def is_built_on(self, text: str) -> bool:
        """Whether a clause names what was done only as what another goes on from: 继去年新增900个后."""
        return _BUILDS_ON.fullmatch(text) is not None

    def is_to_come(self, text: str) -> bool:
        """Whether a clause tells of a time to come: 下一步, 将新建…, 到2025年; a bare year does not."""
        text = plain(text)
        due = self._years.deadline(text)
        if _TO_COME.search(text) or self._words.has("modals", text):
            return True
        if due is not None and _SAYS_BY_WHEN.search(due.said) and not due.said.startswith(tenses.AS_OF):
            return True
        will = _WILL_DO.search(text)
        act = self._words.core(self._years.without_deadline(text[will.end() :])) if will else ""
        return any(self._words.opens(verbs, act) for verbs in ("acts", "aims", "results"))

    def has_risen(self, text: str) -> bool:
        """Whether ``text`` tells what rose or fell from an earlier year up to now: 从2015年的3万人增至4万人."""
        match = _HAS_RISEN.search(plain(text))
        if match is None or _TO_COME.search(plain(text)) or _WILL_DO.search(plain(text)):
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

    def looks_ahead(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence tells of a time to come."""
        return any(self.is_to_come(clause.text) for clause in sentence)

    def opens_sentence(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence opens with a year before this plan or a span that has gone by, and tells of no other."""
        if self.is_over(sentence[0].text):
            return True
        return any(self.has_gone_by(clause.text) for clause in sentence) and not self.looks_ahead(sentence)

    def is_done(self, text: str) -> bool:
        """Whether a clause says that something is done: 已建成, 新增了; but not 对已建成的…, and not 巩固已有成果."""
        text = _HAVING.sub("", plain(text))
        if _HELD.search(text) and self._years.deadline(text) is None:
            return True
        for match in (self._words.pattern("done").search(text), self._have_done.search(text)):
            # what is done stands before a 的 and only tells which
            if match and not re.search(rf"{re.escape(match[0])}[^，]*的", text):
                return True
        return False

    @cached_property
    def _have_done(self) -> re.Pattern[str]:
        """A verb and the sign that it is done: 新增了."""
        return re.compile(rf"(?:{self._words.pattern('acts', 'aims', 'results').pattern}){tenses.DONE_SIGN}")

    def goes_on(self, text: str, counts: bool = False) -> bool:
        """Whether a sentence behind one that told of what was done tells more of it: 其中农村新建9所.

        Right behind it that is also one that ``counts`` something, and tells of nothing to come.
        """
        text = plain(text).strip()
        more = _MORE_OF_IT.match(text) is not None and self._years.deadline(text) is None
        return (more or counts) and not self.is_to_come(text)

    def counts_events(self, figures: Sequence[Figure], text: str) -> bool:
        """Whether a sentence counts what was held, once and not again and again: 组织讲座12场, 服务家长300人次."""
        return "每" not in text and any(figure.unit in tenses.EVENT_UNITS and not figure.often for figure in figures)

    def _is_before(self, text: str) -> bool:
        year = year_in(text)
        return year is not None and self._years.is_over(year, text)
