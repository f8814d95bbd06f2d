"""Joins clauses that make one promise together.

A clause that names nothing of its own (每学期不少于16学时, 由300元提高到600元, 2026年底前全部到位) says how much, or by
when, of the act before it; one that names only a span (用三年时间) says how long the act behind it takes.
"""

import re
from collections.abc import Iterator

from plancompare.drafting.encoding.clauses import LAUNCHES
from plancompare.drafting.encoding.grammar import WHEN_DONE, WHEN_ENDS, WHOLLY
from plancompare.drafting.encoding.naming import Naming
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.years import Years

SEVERAL = 4  # figures at most that one act is told with: what goes on longer is a list, of which nobody knows whose
SHORTEST_NOUN = 2  # characters of the noun at the end of a name
_LAUNCHES = re.compile(LAUNCHES)
_RISES = re.compile("[由从]")  # 提高津贴标准，由300元提高到600元: the figure of the act before
_APART = re.compile("[；;。]")


class Joiner:
    """Joins by one codebook's words and one plan's years."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words = steering
        self._naming = Naming(steering, years)
        # 2026年底前全部到位: by when the act before it is done
        ends = f"{steering.pattern('school_periods').pattern}|{WHEN_ENDS}"
        self._by_when = re.compile(rf".*(?:{ends}){WHEN_DONE}")

    def joined(self, units: Iterator[Unit], text: str) -> Iterator[Unit]:
        """The units of one sentence of ``text``, those that make one promise as one."""
        waiting: Unit | None = None
        for unit in units:
            whole = self._together(waiting, unit, text) if waiting is not None else None
            if whole is None and waiting is not None:
                yield waiting
            waiting = whole or unit
        if waiting is not None:
            yield waiting

    def _together(self, before: Unit, unit: Unit, text: str) -> Unit | None:
        """The two units as one promise; None where they are two."""
        if unit.among and (total := with_part(before, unit)):
            return total
        if before.cut:
            return None
        if not before.judgement.is_promise:
            return _taking(before, unit)
        by_when = self._by_when.fullmatch(unit.text) if unit.deadline else None
        if by_when:
            of_all = before.of_all or (by_when[1] == WHOLLY and not before.figures)
            return before._replace(deadline=unit.deadline, dated=True, of_all=of_all, end=unit.end)
        if _RISES.match(unit.text) and any(figure.base is not None for figure in unit.figures) and not before.figures:
            return _moved(unit, text[before.start : unit.start], before)
        return self._measuring(before, unit, text) or self._counting(before, unit, text)

    def _counting(self, before: Unit, unit: Unit, text: str) -> Unit | None:
        """An act that only carries something further with the clause that counts it: 加快周转宿舍建设，新建560套."""
        aside = unit.cut or unit.subject or unit.among or not unit.figures or before.figures
        if aside or text[before.end : unit.start].strip(" ，,") or (before.dated and unit.deadline != before.deadline):
            return None
        thing = self._naming.thing(before.text)
        bare = thing and self._naming.is_bare_verb(unit.text[: unit.figures[0].start])
        counted = self._naming.label(unit.text, unit.figures[0]) if thing else ""
        named = (
            bool(thing)
            and not _LAUNCHES.match(before.text)
            and (counted.endswith(thing[-SHORTEST_NOUN:]) or counted in thing)
        )
        if bare or named or (thing and self._naming.enlarges(before.text) and self._words.has("places", unit.text)):
            return _moved(unit, text[before.start : unit.start], before)
        return None

    def _measuring(self, before: Unit, unit: Unit, text: str) -> Unit | None:
        """An act with the figure behind it that names nothing: 开展培训，每年不少于2次."""
        if unit.cut or unit.subject or len(unit.figures) != 1 or _APART.search(text[before.end : unit.start]):
            return None
        if before.dated and unit.deadline != before.deadline:
            return None  # 2023年启动试点，2025年达到50%
        if not self._naming.names_nothing(unit.text, unit.figures[0]):
            return None
        # 开展课后服务，每周5天，每天不少于2小时: all that is said of one act, but for what another year asks for
        said = before.figures
        if said and (unit.dated or len(said) == SEVERAL or not self._naming.names_nothing(before.text, said[-1], True)):
            return None
        whole = _moved(unit, f"{before.text}，", before)
        return whole._replace(figures=(*before.figures, *whole.figures))


def with_part(total: Unit, part: Unit) -> Unit | None:
    """A total with a part of it, whose figure is one more of the same promise: 新建高中9所，其中甲县4所."""
    if not total.judgement.is_promise or not total.figures or total.figures[0].unit != part.figures[0].unit:
        return None
    head, said = f"{total.text.rstrip('，,、（(')}，", part.text.lstrip("，,、")
    shift = len(head) - (len(part.text) - len(said))
    figures = tuple(f._replace(start=f.start + shift, end=f.end + shift) for f in part.figures)
    return total._replace(
        text=f"{head}{said}", end=part.end, figures=(*total.figures, *figures), parts=total.parts + len(figures)
    )


def _moved(unit: Unit, head: str, before: Unit) -> Unit:
    """The unit with what stands before it as its head, from where the one before it starts."""
    figures = tuple(f._replace(start=f.start + len(head), end=f.end + len(head)) for f in unit.figures)
    return unit._replace(
        text=f"{head}{unit.text}",
        start=before.start,
        figures=figures,
        judgement=before.judgement,
        lead=before.lead,
        subject=before.subject,
    )


def _taking(span: Unit, unit: Unit) -> Unit | None:
    """An act with the span before it that it takes: 用三年时间，完成校舍改造; its own figure is what it promises."""
    if unit.cut or unit.lead:
        return None
    whole = _moved(unit, f"{span.text}，", span)
    figures = whole.figures or span.figures
    return whole._replace(figures=figures, judgement=unit.judgement, subject=unit.subject)
