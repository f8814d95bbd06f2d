"""Figures in a clause: how much of what, how it is bounded, from where and how often. Knows no indicator.

What may be counted, and which numbers only name something, the codebook says; the grammar of figures (numerals,
ranges, percentages, sums and sayings) is data. Figures that only tell which things are meant (百人以上的村,
驻村满六年的人, 六十岁以上居民) promise nothing and are passed over.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.grammar import MONEY, MYRIADS, POINTS, TO
from plancompare.drafting.encoding.quantities import Figure, promised, with_baselines
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import masked, plain
from plancompare.drafting.encoding.years import YEAR
from plancompare.drafting.numerals import CHINESE, NUMBER, rough_values, value_of, whole
from plancompare.model import Number, Op

_YEARS = re.compile(rf"{grammar.YEAR_DIGITS}\s*年?{TO}{grammar.YEAR_DIGITS}\s*年?")
_DATE, _CODE = re.compile(grammar.DATES), re.compile(grammar.CODES)
_SAYING, _EACH = re.compile(grammar.SAYINGS), re.compile(grammar.EACH_ONE)
_JOINT, _OF_SHARES = re.compile(grammar.PLAIN_AND), re.compile(grammar.OF_SHARES)
_TAKEN = re.compile(grammar.TAKEN_TAIL)  # 用五年的时间 is no 两家的数据
_SINGLY, _NO_SPAN, _SUMMED = (re.compile(p) for p in (grammar.SINGLY, grammar.NO_SPAN, grammar.SUMS))
FEW_OF = 3  # times as many as a list names are more than it sums up
LONGEST = 32  # signs of a number or a range; longer runs of digits are no figures

_OP_OF = {word: op for op, words in grammar.BOUNDS_BEFORE.items() for word in words.split("|")}
_BOUND = re.compile(
    rf"({one_of(_OP_OF).pattern})[了于为到在至]?\s*$"
    rf"|({grammar.BOUNDS_APART_FROM_VERB})[^\d，,；;、]{{1,10}}$"
    rf"|({grammar.BOUNDS_APART_FROM_SHARE})[^\d，,；;、]{{2,14}}的$"
)
_GROWS = re.compile(grammar.GROWS)
_RUN = re.compile(rf"\d{{{LONGEST + 1},}}|{CHINESE}{{{LONGEST + 1},}}")
_SOME, _AT_LEAST = re.compile(grammar.SOME), re.compile(grammar.AT_LEAST_A_MYRIAD)
_BOUND_BEHIND = re.compile(rf"及?({'|'.join(grammar.BOUNDS_BEHIND)})")
_PLUS = re.compile(r"\s*[+＋]\s*$")  # 85%+


class _Quantity(NamedTuple):
    """One number or two, and the unit."""

    values: tuple[Number, ...]
    unit: str


class FigureReader:
    """Finds figures by one codebook's units and names."""

    def __init__(self, steering: Steering) -> None:
        self._steering = steering
        self._read: tuple[str, tuple[Figure, ...]] = ("", ())  # one clause is asked about again and again

    @cached_property
    def _per(self) -> re.Pattern[str]:
        """Between a bound and its number: 不低于每人每年600元."""
        field = one_of(self._steering.words("school_periods", "heads")).pattern
        return re.compile(rf"(?:每(?:{field}|{grammar.PER})?)+(?:均)?$")

    @cached_property
    def _often(self) -> re.Pattern[str]:
        periods = f"{one_of(self._steering.words('school_periods')).pattern}|{grammar.OFTEN_EACH}"
        acts = self._steering.pattern("acts").pattern
        return re.compile(
            rf"(每[两二三四五\d]?半?(?:{periods})|{grammar.OFTEN}|{self._steering.fitted(grammar.A_YEAR)}(?={acts}))"
        )

    @cached_property
    def _each(self) -> re.Pattern[str]:
        """By what a figure is counted that is no time: 每县区, 每所学校."""
        bases, acts = (one_of(self._steering.words(name)).pattern for name in ("bases", "acts"))
        every = rf"每(?:{grammar.ONE_OF_EACH})?{grammar.MADE_NEW}(?P<each>{bases})(?:{grammar.BEHIND_BASE}|(?={acts}))"
        return re.compile(rf"{every}|各(?P<all>{bases}){grammar.ALL_ALIKE}")

    @cached_property
    def _number(self) -> re.Pattern[str]:
        units = one_of(self._steering.words("counters")).pattern
        number = rf"{NUMBER}(?:\s*(?:%|{units})?{TO}{NUMBER})?"
        return re.compile(
            rf"{grammar.SHARES}|(?P<number>{number})\s*(?P<more>余|多)?(?P<scale>[万亿])?\s*(?P<unit>%|{units})?"
        )

    def read(self, text: str) -> list[Figure]:
        """The figures of a clause, left to right; a value that another starts from is told with that one."""
        if text != self._read[0]:
            clean = self._blotted(text)
            figures = [self._figure(clean, match) for match in self._number.finditer(clean)]
            counted = promised([figure for figure in figures if figure is not None], clean)
            self._read = text, tuple(with_baselines(counted, plain(text)))
        return list(self._read[1])

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
        for pattern in (_RUN, _YEARS, YEAR, _DATE, _CODE, self._steering.pattern("names_of_number"), _SAYING, _EACH):
            text = pattern.sub(lambda m: "□" * len(m[0]), text)
        return text

    def _figure(self, text: str, match: re.Match[str]) -> Figure | None:
        quantity = self._counted(text, match) if match["number"] is not None else _share(match)
        if quantity is None:
            return None
        before = text[max(0, match.start() - NEAR_FIGURE) : match.start()]
        behind = text[match.end() : match.end() + NEAR_FIGURE]
        values, unit = quantity
        op = "range" if len(values) > 1 else self._bound(before, behind, bool(match["more"]), match[0][:1])
        if op is None:
            # a share that "is" 93 % is one that reaches it; a rise or fall by some points is at least so many
            rated = unit == "%" and self._steering.ends("rates", before.rstrip("为是").removesuffix(grammar.APART))
            op = ">=" if rated or unit == POINTS else "="
        if op == ">=" and unit == "%" and values[0] == 100:
            op = "="  # no share exceeds the whole
        if op == "=" and unit in grammar.SPANS and behind.startswith("内"):
            op = "<="  # 24小时内
        one = values[0] if len(values) == 1 else None
        low, high = (None, None) if one is not None else (min(values), max(values))
        bounded = _BOUND_BEHIND.match(behind)
        end = match.end() + (bounded.end() if bounded else 0)
        return Figure(match.start(), end, op, one, low, high, unit, self._period(before, unit))

    def _counted(self, text: str, match: re.Match[str]) -> _Quantity | None:
        """The number or numbers of a match with their unit; None if they count nothing."""
        written, unit = match["number"], match["unit"] or ""
        before = text[max(0, match.start() - NEAR_FIGURE) : match.start()]
        behind = text[match.end() : match.end() + NEAR_FIGURE]
        if _SOME.search(before):
            return None  # 几十所, 数百名: nobody can say how many
        if len(written) > LONGEST or before.endswith("每") or _OF_SHARES.match(behind) or _sums_up(text, match):
            return None  # 每10万人口: what is counted by; 4个100%; a sum of what is listed
        if not unit and not before.rstrip().endswith(grammar.BOUND_SIGNS):
            return None
        if not written[0].isdigit() and not self._counts(written, unit, before, behind):
            return None
        if unit == "年" and not self._lasts(before, behind):
            return None
        rough = rough_values(written)
        parts = [str(value) for value in rough] if rough else [_bare(part) for part in re.split(TO, written)]
        parts[-1] += match["scale"] or ""
        scale = parts[-1][-1] if parts[-1][-1] in MYRIADS else ""
        values = [value_of(part if part[-1] in MYRIADS else part + scale) for part in parts]  # 3—5万 are both myriads
        by: Number = 1
        unit, by = grammar.MYRIAD_UNITS.get(unit, (grammar.SHORT_UNITS.get(unit, unit), by))
        if unit == MONEY and scale:  # 1.2亿元 stays what people say
            said = next(myriad for myriad in grammar.MYRIADS_DOWN if myriad in parts[-1])
            unit, by = f"{said}{MONEY}", 1 / MYRIADS[said]
        known = [whole(value * by) for value in values if value is not None]
        return _Quantity(tuple(known), unit) if len(known) == len(values) else None

    def _counts(self, written: str, unit: str, before: str, behind: str) -> bool:
        """Whether Chinese numerals count: 一个 and 一批 hardly ever do, 三个方面 sum up."""
        if not unit:
            return False
        if written == "一":
            singly = _SINGLY.search(before) and unit not in grammar.NEVER_SINGLE
            return bool(singly) or (unit in grammar.SINGLE and bool(self._steering.ends("acts", before)))
        if behind.startswith("的") and not self._bounding_word(before) and not _TAKEN.match(behind):
            return False  # 两家的数据: those two
        return not self._steering.opens("uncounted", behind)

    def _bound(self, before: str, behind: str, more: bool, sign: str) -> Op | None:
        """The bound of a number, by words behind it first; ``more`` for 100余名, ``sign`` its first; else None."""
        if _PLUS.match(behind):
            return ">="
        match = _BOUND_BEHIND.match(behind)
        if match:
            return grammar.BOUNDS_BEHIND[match[1]]
        if more:
            return ">"
        word = self._bounding_word(before)
        return _OP_OF[word] if word else ">=" if _AT_LEAST.search(f"{before[-1:]}{sign}") else None

    def _bounding_word(self, before: str) -> str:
        """The word right before a number that bounds it, or nothing."""
        match = _BOUND.search(self._per.sub("", before))
        return next(group for group in match.groups() if group) if match else ""

    def _lasts(self, before: str, behind: str) -> bool:
        """Whether N年 is how long something lasts, not the name of a plan or a deadline."""
        if _NO_SPAN.match(behind):
            return False
        return bool(self._bounding_word(before)) or behind.startswith(grammar.SPAN_TAILS) or before.endswith("用")

    def _period(self, before: str, unit: str) -> str:
        """By what something is counted: 年 of 每年两次, 人月 of 每人每月300元; nothing for shares."""
        if unit in (*grammar.UNCOUNTED_BY, *self._steering.words("hours")) and not (
            unit == "%" and _GROWS.search(before)
        ):
            return ""
        before = re.split(grammar.PAUSES, before)[-1]
        *_, last = [None, *self._often.finditer(before)]
        period = last[0].removeprefix("每").removesuffix("均").replace(grammar.YEARLY, "年") if last else ""
        bases = "".join(self._bases(before))
        return period or bases if unit in grammar.TIMES else bases + period

    def _bases(self, text: str) -> Iterator[str]:
        yield from (match["each"] or match["all"] for match in self._each.finditer(text))


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
        below, above = (
            value_of(part) for part in (text.split("分之") if "/" not in text else reversed(text.split("/")))
        )
        return _Quantity((whole(round(100 * above / below, 2)),), "%") if below and above is not None else None
    value = value_of(text.removeprefix("百分之").strip())
    return _Quantity((value,), "%") if value is not None else None


def _bare(part: str) -> str:
    match = re.match(NUMBER, part)
    return match[0] if match else ""


def _sums_up(text: str, match: re.Match[str]) -> bool:
    """Whether the number only sums up the list before it: …、…、…五项重点工程; not …、…等17项, which lists a few."""
    if not _SUMMED.match(text, match.start("unit") if match["unit"] else match.end()):
        return False
    before = re.split("[，,；;。]", text[max(0, match.start() - NEAR_FIGURE) : match.start()])[-1]
    if before.endswith("等") and "”" not in before and (value := value_of(match["number"])) is not None:
        return value <= FEW_OF * (1 + len(_JOINT.findall(before)))
    return "、" in before or before.endswith(("等", "”"))
