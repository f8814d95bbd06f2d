"""Quantities found in a clause: which of them are promised, and which one starts from another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.grammar import POINTS
from plancompare.drafting.encoding.years import year_in
from plancompare.model import Number, Op

_OF = re.compile(r"的?[\u4e00-\u9fff（(]")
_OF_THE = re.compile(r"的[\u4e00-\u9fff（(]")
_WHOSE = re.compile(r"[^，,；;]{0,12}?的[\u4e00-\u9fff]")
_SIZED, _FULL, _FORBIDDEN = (re.compile(p) for p in (grammar.SIZED, grammar.FULL, grammar.FORBIDDEN))
_PROMISED_BY, _RELYING = re.compile(grammar.PROMISING_VERB), re.compile(grammar.RELYING)
_MERGED, _INTO_ONE = re.compile(grammar.MERGED), re.compile(grammar.INTO_ONE)
_TAKEN, _CLASSES = re.compile(grammar.TAKEN_TAIL), re.compile(grammar.OVERSIZED)
_GROUND, _SUITED = re.compile(grammar.SUITS), re.compile(f"[^，,；;]{{0,10}}(?:{'|'.join(grammar.SUITED)})")
_AGED = re.compile(grammar.AGED)
_OF_SO_MANY = re.compile(grammar.OF_SO_MANY)
_ONLY_PLACES = re.compile(grammar.ONLY_PLACES)
RISE = 14  # characters before a figure in which 由 or 从 says that another starts from it


class Figure(NamedTuple):
    """A quantity at ``start``..``end`` of a clause: a value or a range, its bound and its unit.

    ``often`` is by what it is counted (年 in 次/年, 人月 in 元/人月); ``base`` and ``base_year`` are what it rises or
    falls from.
    """

    start: int
    end: int
    op: Op
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    often: str = ""
    base: Number | None = None
    base_year: int | None = None


def promised(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures without those that only tell which things are meant; shares never do."""
    remaining = [f for f in figures if f.unit in ("%", POINTS) or not _is_condition(text, f.start, f.end)]
    known, dropped = set(remaining), set[Figure]()
    for one, other in pairwise(figures):
        bounded = text[one.start : one.end].endswith(("以上", "以下"))
        if one in known and bounded and not re.search("[、和与及，,；;(]", text[one.end : other.start]):
            # 三千人以上的村办一所, 十人以下教学点十五个; but 八成以上学生掌握两项技能 is a share
            dropped.add(other if one.unit == "%" else one)
    remaining = [figure for figure in remaining if figure not in dropped]
    counts = [figure for figure in remaining if not _is_span(figure, text)]
    return counts or remaining  # 用两年时间新建幼儿园6所: the span only says by when


def _is_span(figure: Figure, text: str) -> bool:
    return figure.unit in grammar.TAKING and _TAKEN.match(text, figure.end) is not None


def _is_condition(text: str, start: int, end: int) -> bool:
    """Whether the figure at ``start``..``end`` tells which things are meant, not how many there shall be."""
    before, figure = text[max(0, start - NEAR_FIGURE) : start], text[start:end]
    behind = text[end : end + NEAR_FIGURE]
    if _TAKEN.match(behind):
        return False  # 三年左右的时间
    if grammar.AGE in figure and (_OF.match(behind) or not _AGED.search(before)):
        return True  # 六十岁以上居民, 年满3周岁
    if _CLASSES.match(behind):
        return True  # 55人以上大班额
    if figure.endswith(grammar.CONDITION_BOUNDS) and behind.startswith("的"):
        if end + 1 == len(text) or _FORBIDDEN.search(before):
            return True  # …三人以上的，应当…; 不再新建六个班以下的…
        if _OF_THE.match(behind) and not _PROMISED_BY.search(before):
            return True
    if figure.endswith("人") and _OF_SO_MANY.match(behind):
        return True  # 5万人口以上乡镇
    if _GROUND.search(before) and _SUITED.match(behind):
        return True  # 结合四所学校实际…
    if _SIZED.match(behind) and (not _PROMISED_BY.search(before) or _FORBIDDEN.search(before)):
        return True
    if _MERGED.search(before) and _INTO_ONE.match(behind):
        return True  # 把十个系统并成一个
    if _FULL.search(before) and _WHOSE.match(behind):
        return True
    return bool(_RELYING.search(before) and _ONLY_PLACES.match(figure + behind))


def with_baselines(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Join 由85%提高到90%: the first figure is what the second starts from."""
    base: Figure | None = None
    for index, figure in enumerate(figures):
        if index + 1 < len(figures) and _starts(figure, figures[index + 1], text):
            base = (
                figure if figure.often == figures[index + 1].often else None
            )  # 由每周3节改为每天1节: no start to count from
            continue
        yield _risen(figure, base, text) if base is not None else figure
        base = None


def _starts(figure: Figure, following: Figure, text: str) -> bool:
    lead, between = text[max(0, figure.start - RISE) : figure.start], text[figure.end : following.start]
    opened = "由" in lead or "从" in lead
    joined = re.search("[到至为]", between) and not re.search("[，,；;。]", between)
    return bool(opened and joined and following.unit == figure.unit and figure.value is not None)


def _risen(figure: Figure, base: Figure, text: str) -> Figure:
    """``figure`` with what it starts from; 到 says at least where it rises, at most where it falls."""
    figure = figure._replace(base=base.value, base_year=year_in(text[max(0, base.start - RISE) : base.start]))
    value, start = figure.value, base.value
    if value is None or start is None or figure.op not in (">=", "="):
        return figure
    if value < start:
        return figure._replace(op="<=")
    whole_share = figure.unit == "%" and value == 100
    reached = re.search("[到至]", text[base.end : figure.start])
    return figure._replace(op=">=") if reached and not whole_share else figure
