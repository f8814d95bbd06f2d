"""Figures in a clause: how much of what, how it is bounded, since when and by when. Knows no indicator.

What is counted, and which numbers only name something, the codebook says; here stands the grammar of figures:
numerals, ranges, percentages, bounds before and behind a number, and years.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from plancompare.encoding.numerals import CHINESE, NUMBER, value_of, whole
from plancompare.encoding.steering import Steering, one_of
from plancompare.encoding.text import masked, plain
from plancompare.model import Number, Op

_TO = r"\s*(?:-|—|–|~|至|到|－|―)+\s*"
_YEAR = r"(?:20\d\d|二[〇零0○]{1,2}[一二三四五六七八九十〇零]{1,2})"
YEAR = re.compile(rf"({_YEAR})\s*年")
_SPAN = re.compile(rf"{_YEAR}\s*年?\s*(?:-|—|–|~|至|到|－)+\s*{_YEAR}\s*年?")
_SHARE = rf"百分之({CHINESE}+(?:点{CHINESE}+)?)"
_TENTHS = r"([一二三四五六七八九])成(半)?(?![立为员果就长效熟功才型本交绩套不])"
_HALF = r"(一半|半数|过半)(?=[^年天日])"
_PART = rf"({CHINESE}+)分之({CHINESE}+)"
# 一校一策, 三区三州: pairs of numerals and nouns are sayings
_SAYING = re.compile(rf"[一二三四五六七八九两双多零](?!{CHINESE})[\u4e00-\u9fff][一二三四五六七八九两双多零](?!{CHINESE})[\u4e00-\u9fff]")
_DATED = re.compile(r"\d{1,2}\s*月(?:\d{1,2}\s*日)?|\d{1,2}\s*[日号](?!均)|[一二三四五六七八九十]+月(?:底|份|[一二三四五六七八九十]+日)|第\s*\d+")
_CODED = re.compile(r"[A-Za-z]+[-+.]?\d[\w.+-]*|\d+(?:\.\d+)?(?:\+[\dA-Za-z]+)+|[2-6][GgDdKk](?![A-Za-z])|\d+周年|\d{5}(?=热线|平台)")

# what stands right before a number (or a few signs before it) and bounds it
_BEFORE: Mapping[str, Op] = {
    **dict.fromkeys(("不低于", "不少于", "不小于", "不得低于", "不得少于", "至少", "最少", "达到", "达", "≥", "提高到", "提高至"), ">="),
    **dict.fromkeys(("提升到", "提升至", "增加到", "增加至", "增至", "升至", "上升到", "扩大到", "扩大至", "增长到", "保持在", "保持"), ">="),
    **dict.fromkeys(("占", "占到", "满", "不下于", "增长至", "实现", "巩固在", "提到"), ">="),
    **dict.fromkeys(("稳定在", "维持在"), "="),
    **dict.fromkeys(("超过", "高于", "大于", "多于", "突破", "逾", "超", ">", "优于"), ">"),
    **dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "不得超过", "不得高于", "至多", "最多", "控制在", "控制到", "≤"), "<="),
    **dict.fromkeys(("降至", "降到", "下降到", "下降至", "降低到", "降低至", "减少到", "减少至", "压减到", "缩小到", "压缩到"), "<="),
    **dict.fromkeys(("低于", "小于", "少于", "<"), "<"),
    **dict.fromkeys(("约", "大约", "约为", "近", "大概", "接近"), "about"),
}
_BOUND = re.compile(rf"({one_of(_BEFORE).pattern})[了于为到在至]?\s*$|(至少|最少|至多|最多)[^\d，,；;、]{{1,10}}$|(达到|占|超过|不低于|不少于|低于|高于)[^\d，,；;、]{{2,14}}的$")
_BEHIND: Mapping[str, Op] = {"以上": ">=", "以内": "<=", "以下": "<=", "之内": "<=", "左右": "about", "上下": "about"}
_RATED: Op = ">="  # a share that "is" 93 % is a share that reaches it
_OFTEN = re.compile(r"(每半?(?:学年|学期|季度|年|月|周|天|日)|年均|月均|(?<![\d一二三四五六七八九十个])[年月周](?=[^，,]{0,4}次数))")
_PERIODS = {"年均": "年", "月均": "月"}
_TIMES = ("次", "场", "轮", "期", "届")
_COUNTS_SINGLY = re.compile(r"(?:至少|不少于|不低于|最少|每[^，,；;]{1,10})$")
_ONES = ("所", "座", "处", "家", "场", "次", "轮", "名")
_SUMMED = re.compile(r"[个项大][^，。；,;]{0,6}(?:工程|任务|行动|举措|措施|计划|内容|制度|方面|环节|机制|关系|体系)")


class Figure(NamedTuple):
    """A quantity at ``start``..``end`` of a clause: a value or a range, its bound, unit, and where it started from.

    ``often`` is the period of a frequency (年 in 次/年). ``base`` and ``base_year`` are the value it rises or falls from.
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


class FigureReader:
    """Finds figures by one codebook's units and names."""

    def __init__(self, steering: Steering) -> None:
        self._steering = steering

    @cached_property
    def _number(self) -> re.Pattern[str]:
        units = one_of(self._steering.words("counters")).pattern
        number = rf"{NUMBER}(?:\s*(?:%|{units})?{_TO}{NUMBER})?"
        return re.compile(
            rf"(?P<share>{_SHARE})|(?P<tenths>{_TENTHS})|(?P<part>{_PART})|(?P<half>{_HALF})"
            rf"|(?P<ratio>\d+(?:\.\d+)?\s*[:：]\s*\d+(?:\.\d+)?)"
            rf"|(?P<number>{number})\s*(?P<more>余|多)?(?P<scale>[万亿])?\s*(?P<unit>%|{units})?"
        )

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return one_of(self._steering.words("names_of_number"))

    def _blotted(self, text: str) -> str:
        """``text`` with everything blotted out that is written with numerals and counts nothing."""
        text = masked(plain(text))
        for pattern in (_SPAN, YEAR, _DATED, _CODED, self._names, _SAYING):
            text = pattern.sub(lambda m: "□" * len(m[0]), text)
        return text

    def read(self, text: str) -> list[Figure]:
        """The figures of a clause, left to right; a value that another starts from is told with that one."""
        clean = self._blotted(text)
        found = [f for f in (self._figure(clean, m) for m in self._number.finditer(clean)) if f is not None]
        return list(_with_baselines(found, plain(text)))

    def summed(self, text: str) -> tuple[int, int] | None:
        """The sum that closes a list (甲、乙、丙三项工程) and where it stands; None if there is none."""
        clean = self._blotted(text)
        for match in self._number.finditer(clean):
            if match["number"] is not None and self._sums_up(clean, match):
                value = value_of(match["number"])
                return (int(value), match.start()) if value is not None else None
        return None

    def _figure(self, text: str, match: re.Match[str]) -> Figure | None:
        value: Number | None
        low = high = None
        kind = match.lastgroup if match.lastgroup in ("share", "tenths", "part", "half", "ratio") else "number"
        kind = next(k for k in ("share", "tenths", "part", "half", "ratio", "number") if match[k] is not None)
        unit, end = "%", match.end()
        if kind == "share":
            value = value_of(match[0].removeprefix("百分之"))
        elif kind == "tenths":
            value = (value_of(match[0][0]) or 0) * 10 + (5 if match[0].endswith("半") else 0)
        elif kind == "half":
            value = 50
        elif kind == "part":
            below, above = (value_of(part) for part in match["part"].split("分之"))
            if not below or above is None:
                return None
            value = whole(round(100 * above / below, 2))
        elif kind == "ratio":
            one, other = (value_of(part) for part in re.split("[:：]", match[0]))
            if not one or not other:
                return None
            value, unit = (other, "1:n") if one == 1 else (one, "n:1") if other == 1 else (whole(one / other), "n:1")
        else:
            read = self._counted(text, match)
            if read is None:
                return None
            value, low, high, unit, end = read
        if value is None and low is None:
            return None
        op = _bound(text, match.start(), end, bool(match["more"]))
        if low is not None:
            op, value = "range", None
        elif op is None:
            op = _RATED if unit == "%" and self._steering.ends("rates", text[: match.start()].rstrip("为是")) else "="
        if op == ">=" and unit == "%" and value == 100:
            op = "="  # no share exceeds the whole
        while text[end : end + 2] in _BEHIND or text[end : end + 3] in ("及以上", "及以下"):
            end += 2 if text[end : end + 2] in _BEHIND else 3
        often = self._often(text, match.start(), unit)
        return Figure(match.start(), end, op, value, low, high, unit, often)

    def _counted(
        self, text: str, match: re.Match[str]
    ) -> tuple[Number | None, Number | None, Number | None, str, int] | None:
        """Value or range, unit and end of a plain number; None if it counts nothing."""
        written, unit, end = match["number"], match["unit"] or "", match.end()
        before = text[: match.start()]
        bounded = _BOUND.search(before)
        if before.endswith("每"):
            return None  # 每10万人口, 每3个班: what something is counted by
        if not unit and not (bounded and bounded[1] and bounded[1] in "≥≤<>"):
            return None
        chinese = not written[0].isdigit()
        if chinese and not self._counts(written, unit, before, text[end:]):
            return None
        if unit == "年" and not self._lasts(text, match):
            return None
        if self._sums_up(text, match) or text[end : end + 1].isdigit():
            return None
        scale = match["scale"] or ""
        parts = [re.sub(r"[^\d.,一-鿿〇]", "", part) for part in re.split(_TO, written)]
        numbers = [value_of(_bare_number(part) + (scale if part is parts[-1] else "")) for part in parts]
        if any(number is None for number in numbers):
            return None
        if unit in ("百分点",):
            unit = "个百分点"
        for myriad in ("万", "千"):
            if unit.startswith(myriad) and unit[1:] in ("人", "名", "个"):
                return _scaled(numbers, 10_000 if myriad == "万" else 1000, unit[1:], end)
        return _scaled(numbers, 1, unit, end)

    def _counts(self, written: str, unit: str, before: str, behind: str) -> bool:
        """Whether Chinese numerals count: 一个 and 一批 hardly ever do."""
        if not unit or unit in ("年", "级", "点", "片", "分", "天", "元") and len(written) == 1 and written == "一":
            return False
        if written == "一":
            return bool(_COUNTS_SINGLY.search(before)) or unit in _ONES and bool(self._steering.ends("acts", before))
        return not self._steering.opens("uncounted", behind)

    def _lasts(self, text: str, match: re.Match[str]) -> bool:
        """Whether N年 is how long something lasts, not the name of a plan or a deadline."""
        before, behind = text[: match.start()], text[match.end() :]
        if re.match(r"[内来底末前后]|行动|规划|计划|期|制|级|间|的?任期|一|目标", behind):
            return False
        return bool(_BOUND.search(before)) or behind.startswith(("以上", "以内", "左右", "的时间")) or before.endswith("用")

    def _sums_up(self, text: str, match: re.Match[str]) -> bool:
        """Whether the number only sums up the list before it: …、…、…五项重点工程."""
        if not _SUMMED.match(text, match.start("unit") if match["unit"] else match.end()):
            return False
        before = re.split("[，,；;。]", text[: match.start()])[-1]
        return "、" in before or before.endswith("等")

    def _often(self, text: str, start: int, unit: str) -> str:
        if unit not in _TIMES:
            return ""
        found = None
        for found in _OFTEN.finditer(text[:start]):
            pass
        if found is None:
            return ""
        return _PERIODS.get(found[0], found[0].removeprefix("每"))


def _scaled(
    numbers: list[Number | None], by: int, unit: str, end: int
) -> tuple[Number | None, Number | None, Number | None, str, int]:
    values = [whole(number * by) for number in numbers if number is not None]
    if len(values) == 1:
        return values[0], None, None, unit, end
    low, high = values[0], values[1]
    return None, min(low, high), max(low, high), unit, end


def _bare_number(part: str) -> str:
    found = re.match(NUMBER, part)
    return found[0] if found else ""


def _bound(text: str, start: int, end: int, more: bool) -> Op | None:
    """How the number is bounded, from the words around it; words behind it go first."""
    behind = text[end : end + 3].removeprefix("及")
    for word, op in _BEHIND.items():
        if behind.startswith(word):
            return op
    if more:
        return ">"
    before = _BOUND.search(text[:start].rstrip("每"))
    return _BEFORE[before[1] or before[2] or before[3]] if before else None


def _with_baselines(figures: list[Figure], text: str) -> Iterator[Figure]:
    """Join 由85%提高到90%: the first figure is what the second starts from."""
    waiting: Figure | None = None
    for place, figure in enumerate(figures):
        following = figures[place + 1] if place + 1 < len(figures) else None
        lead = text[max(0, figure.start - 14) : figure.start]
        opened = max(lead.rfind("由"), lead.rfind("从"))
        if following is not None and opened >= 0 and not re.search("[，,；;。]", text[figure.end : following.start]):
            between = text[figure.end : following.start]
            if re.search("[到至为]", between) and following.unit == figure.unit and figure.value is not None:
                waiting = figure
                continue
        if waiting is not None:
            before = text[max(0, waiting.start - 14) : waiting.start]
            figure = figure._replace(base=waiting.value, base_year=year_in(before))
            if figure.op in (">=", "=") and waiting.value is not None and (figure.value or 0) < waiting.value:
                figure = figure._replace(op="<=")
            elif figure.op == "=" and figure.value is not None and re.search("[到至]", text[waiting.end : figure.start]):
                figure = figure._replace(op=">=" if figure.value != 100 or figure.unit != "%" else "=")
            waiting = None
        yield figure


def year_in(text: str) -> int | None:
    """The last year that ``text`` names, if any."""
    found = YEAR.findall(plain(text))
    if not found:
        return None
    value = value_of(found[-1].replace("零", "〇").replace("○", "〇").replace("0", "〇") if not found[-1].isdigit() else found[-1])
    return int(value) if value and 1900 < value < 2200 else None
