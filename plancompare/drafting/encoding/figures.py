"""Figures in a clause: how much of what, how it is bounded, from where and how often. Knows no indicator.

What may be counted, and which numbers only name something, the codebook says; here stands the grammar of figures:
numerals, ranges, percentages, sums and sayings.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plancompare.drafting.encoding.bounds import SIGNS, bound, bounding_word, length_behind
from plancompare.drafting.encoding.conditions import without_conditions
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import masked, plain
from plancompare.drafting.numerals import CHINESE, NUMBER, value_of, whole
from plancompare.model import Number, Op

_TO = r"\s*(?:-|—|–|~|至|到|－|―)+\s*"
_DIGIT_YEAR = r"(?:20\d\d|二[〇零0○]{1,2}[一二三四五六七八九十〇零]{1,2})"
YEAR = re.compile(rf"({_DIGIT_YEAR})\s*年")
_YEARS = re.compile(rf"{_DIGIT_YEAR}\s*年?{_TO}{_DIGIT_YEAR}\s*年?")
_DATE = re.compile(
    r"\d{1,2}\s*月(?:\d{1,2}\s*日)?|\d{1,2}\s*[日号](?!均)|第\s*\d+"
    r"|[一二三四五六七八九十]+月(?:底|份|[一二三四五六七八九十]+日)"
)
_CODE = re.compile(
    r"[A-Za-z]+[-+.]?\d[\w.+-]*|\d+(?:\.\d+)?(?:\+[\dA-Za-z]+)+|[2-6][GgDdKk](?![A-Za-z])|\d+周年|\d{5}(?=热线|平台)"
)
# 一校一策, 三区三州: pairs of numerals and nouns are sayings
_ONE = "[一二三四五六七八九两双多零]"
_SAYING = re.compile(rf"{_ONE}(?!{CHINESE}|[点成])[\u4e00-\u9fff]{_ONE}(?!{CHINESE})[\u4e00-\u9fff]")
_EACH = re.compile(
    r"一([\u4e00-\u9fff])[、，,]?[\u4e00-\u9fff]{1,4}一\1(?![\u4e00-\u9fff])|一([\u4e00-\u9fff])[、，,][\u4e00-\u9fff]{1,4}一\2"
)  # 成熟一个推广一个
_NO_TENTHS = "立为员果就长效熟功才型本交绩套不"  # 成立, 成果 …: no share in tenths
_SHARES = (
    rf"(?P<share>百分之{CHINESE}+(?:点{CHINESE}+)?)|(?P<tenths>[1-9一二三四五六七八九]成[半一二三四五六七八九]?(?![{_NO_TENTHS}]))"
    rf"|(?P<part>{CHINESE}+分之{CHINESE}+)|(?P<half>一半|半数|过半(?![时后之]))(?![年天日])"
    r"|(?P<ratio>\d+(?:\.\d+)?\s*[:：]\s*\d+(?:\.\d+)?)"
)
_OFTEN = re.compile(
    r"(每[两二三四五\d]?半?(?:学年|学期|季度|年|月|周|天|日)|年均|月均|(?<![\d一二三四五六七八九十个])[年月周](?=[^，,]{0,4}次数))"
)
_TIMES = ("次", "场", "轮", "期", "届")
_SINGLY = re.compile(r"(?:至少|不少于|不低于|最少|每[^，,；;]{1,10}|(?:并|合并|整合|归并)[成为])$")
_ONES = ("所", "座", "处", "家", "场", "次", "轮", "名")
_NO_SPAN = re.compile(r"[内来底末前后]|行动|规划|计划|期|制|级|间|的?任期|一|目标")
_SUMMED = re.compile(r"[个项大][^，。；,;]{0,6}(?:工程|任务|行动|举措|措施|计划|内容|制度|方面|环节|机制|关系|体系)")
_MYRIADS = {"万人": ("人", 10_000), "万名": ("名", 10_000), "万个": ("个", 10_000)}

_POINTS = "个百分点"
LONGEST = 32  # signs of a number or a range; longer runs of digits are no figures
_SPANS = ("小时", "分钟", "天", "个月")
_MONEY = {"万": 10_000, "亿": 100_000_000}


class Figure(NamedTuple):
    """A quantity at ``start``..``end`` of a clause: a value or a range, its bound and its unit.

    ``often`` is the period of a frequency (年 in 次/年); ``base`` and ``base_year`` are what it rises or falls from.
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


class _Quantity(NamedTuple):
    """One number or two, and the unit."""

    values: tuple[Number, ...]
    unit: str


class FigureReader:
    """Finds figures by one codebook's units and names."""

    def __init__(self, steering: Steering) -> None:
        self._steering = steering

    @cached_property
    def _number(self) -> re.Pattern[str]:
        units = one_of(self._steering.words("counters")).pattern
        number = rf"{NUMBER}(?:\s*(?:%|{units})?{_TO}{NUMBER})?"
        return re.compile(
            rf"{_SHARES}|(?P<number>{number})\s*(?P<more>余|多)?(?P<scale>[万亿])?\s*(?P<unit>%|{units})?"
        )

    def read(self, text: str) -> list[Figure]:
        """The figures of a clause, left to right; a value that another starts from is told with that one."""
        clean = self._blotted(text)
        found = [self._figure(clean, match) for match in self._number.finditer(clean)]
        counted = _promised([figure for figure in found if figure is not None], clean)
        return list(_with_baselines(counted, plain(text)))

    def summed(self, text: str) -> tuple[int, int] | None:
        """The sum that closes a list (甲、乙、丙三项工程) and where it stands; None if there is none."""
        clean = self._blotted(text)
        for match in self._number.finditer(clean):
            if match["number"] is not None and _sums_up(clean, match):
                value = value_of(match["number"])
                return (int(value), match.start()) if value is not None else None
        return None

    def _blotted(self, text: str) -> str:
        """``text`` with everything blotted out that is written with numerals and counts nothing."""
        text = masked(plain(text))
        for pattern in (_YEARS, YEAR, _DATE, _CODE, self._steering.pattern("names_of_number"), _SAYING, _EACH):
            text = pattern.sub(lambda m: "□" * len(m[0]), text)
        return text

    def _figure(self, text: str, match: re.Match[str]) -> Figure | None:
        quantity = self._counted(text, match) if match["number"] is not None else _share(match)
        if quantity is None:
            return None
        before, behind = text[: match.start()], text[match.end() :]
        values, unit = quantity
        op = "range" if len(values) > 1 else bound(before, behind, bool(match["more"]))
        if op is None:
            # a share that "is" 93 % is one that reaches it; a rise or fall by some points is at least so many
            rated = unit == "%" and self._steering.ends("rates", before.rstrip("为是"))
            op = ">=" if rated or unit == _POINTS else "="
        if op == ">=" and unit == "%" and values[0] == 100:
            op = "="  # no share exceeds the whole
        if op == "=" and unit in _SPANS and behind.startswith("内"):
            op = "<="  # 24小时内
        one = values[0] if len(values) == 1 else None
        low, high = (None, None) if one is not None else (min(values), max(values))
        end = match.end() + length_behind(behind)
        return Figure(match.start(), end, op, one, low, high, unit, _often(before, unit))

    def _counted(self, text: str, match: re.Match[str]) -> _Quantity | None:
        """The number or numbers of a match with their unit; None if they count nothing."""
        written, unit = match["number"], match["unit"] or ""
        before, behind = text[: match.start()], text[match.end() :]
        if len(written) > LONGEST or before.endswith("每") or behind[:1].isdigit() or _sums_up(text, match):
            return None  # 每10万人口: what is counted by; 4个100%; a sum of what is listed
        if not unit and not before.rstrip().endswith(tuple(SIGNS)):
            return None
        if not written[0].isdigit() and not self._counts(written, unit, before, behind):
            return None
        if unit == "年" and not _lasts(before, behind):
            return None
        parts = [_bare(part) for part in re.split(_TO, written)]
        parts[-1] += match["scale"] or ""
        scale = parts[-1][-1] if parts[-1][-1] in _MONEY else ""
        values = [value_of(part if part[-1] in _MONEY else part + scale) for part in parts]  # 3—5万 are both myriads
        by: Number = 1
        unit, by = _MYRIADS.get(unit, (_POINTS if unit == "百分点" else unit, by))
        if unit == "元" and scale:  # 1.2亿元 stays what people say
            unit, by = f"{scale}元", 1 / _MONEY[scale]
        known = [whole(value * by) for value in values if value is not None]
        return _Quantity(tuple(known), unit) if len(known) == len(values) else None

    def _counts(self, written: str, unit: str, before: str, behind: str) -> bool:
        """Whether Chinese numerals count: 一个 and 一批 hardly ever do, 三个方面 sum up."""
        if not unit:
            return False
        if written == "一":
            singly = _SINGLY.search(before) and unit not in ("年", "点", "片", "分", "天")
            return bool(singly) or (unit in _ONES and bool(self._steering.ends("acts", before)))
        if behind.startswith("的") and not bounding_word(before):
            return False  # 两家的数据: those two
        return not self._steering.opens("uncounted", behind)


def _share(match: re.Match[str]) -> _Quantity | None:
    """百分之九十, 九成半, 三分之一, 一半, 1:15."""
    text = match[0]
    if match["tenths"]:
        last = 5 if text.endswith("半") else value_of(text[2:]) or 0  # 九成五 is 95 %
        return _Quantity((10 * (value_of(text[0]) or 0) + last,), "%")
    if match["half"]:
        return _Quantity((50,), "%")
    if match["ratio"]:
        one, other = (value_of(part) for part in re.split("[:：]", text))
        if not one or not other:
            return None
        return _Quantity((other,), "1:n") if one == 1 else _Quantity((whole(one / other),), "n:1")
    if match["part"]:
        below, above = (value_of(part) for part in text.split("分之"))
        return _Quantity((whole(round(100 * above / below, 2)),), "%") if below and above is not None else None
    value = value_of(text.removeprefix("百分之"))
    return _Quantity((value,), "%") if value is not None else None


def _bare(part: str) -> str:
    found = re.match(NUMBER, part)
    return found[0] if found else ""


def _lasts(before: str, behind: str) -> bool:
    """Whether N年 is how long something lasts, not the name of a plan or a deadline."""
    if _NO_SPAN.match(behind):
        return False
    told = behind.startswith(("以上", "以内", "左右", "的时间"))
    return bool(bounding_word(before)) or told or before.endswith("用")


def _sums_up(text: str, match: re.Match[str]) -> bool:
    """Whether the number only sums up the list before it: …、…、…五项重点工程."""
    if not _SUMMED.match(text, match.start("unit") if match["unit"] else match.end()):
        return False
    before = re.split("[，,；;。]", text[: match.start()])[-1]
    return "、" in before or before.endswith("等")


def _often(before: str, unit: str) -> str:
    if unit not in _TIMES:
        return ""
    *_, last = [None, *_OFTEN.finditer(before)]
    return last[0].removeprefix("每").removesuffix("均") if last else ""


def _promised(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures without those that only tell which things are meant."""
    places = {(figure.start, figure.end): figure for figure in figures}
    shares = frozenset(place for place, figure in places.items() if figure.unit in ("%", _POINTS))
    return [places[place] for place in without_conditions(list(places), text, shares)]


def _with_baselines(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Join 由85%提高到90%: the first figure is what the second starts from."""
    base: Figure | None = None
    for place, figure in enumerate(figures):
        if place + 1 < len(figures) and _starts(figure, figures[place + 1], text):
            base = figure
            continue
        yield _risen(figure, base, text) if base is not None else figure
        base = None


def _starts(figure: Figure, following: Figure, text: str) -> bool:
    lead, between = text[max(0, figure.start - 14) : figure.start], text[figure.end : following.start]
    opened = "由" in lead or "从" in lead
    joined = re.search("[到至为]", between) and not re.search("[，,；;。]", between)
    return bool(opened and joined and following.unit == figure.unit and figure.value is not None)


def _risen(figure: Figure, base: Figure, text: str) -> Figure:
    """``figure`` with what it starts from; 到 says at least where it rises, at most where it falls."""
    figure = figure._replace(base=base.value, base_year=year_in(text[max(0, base.start - 14) : base.start]))
    value, start = figure.value, base.value
    if value is None or start is None or figure.op not in (">=", "="):
        return figure
    if value < start:
        return figure._replace(op="<=")
    whole_share = figure.unit == "%" and value == 100
    reached = re.search("[到至]", text[base.end : figure.start])
    return figure._replace(op=">=") if reached and not whole_share else figure


def year_in(text: str) -> int | None:
    """The last year that ``text`` names, if any."""
    found = YEAR.findall(plain(text))
    if not found:
        return None
    digits = found[-1] if found[-1].isdigit() else re.sub("[零○0]", "〇", found[-1])
    value = value_of(digits)
    return int(value) if value and 1900 < value < 2200 else None
