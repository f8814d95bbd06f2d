"""Numerals: the numbers that Chinese text writes (4.5万, 三十, 二〇二五, 壹), and how Word prints those of a list.

Knows no unit, no measure and no outline.
"""

import re
from collections.abc import Callable, Mapping

from plancompare.model import Number

DIGITS = "零一二三四五六七八九"
FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
FORMAL_PLACES = ("", "拾", "佰", "仟")
_PLACE_SIGNS = ("", "十", "百", "千")
_READ_OUT = "〇一二三四五六七八九"  # digits of years and codes, read one by one

_DIGITS = {digit: value for digits in (DIGITS, _READ_OUT) for value, digit in enumerate(digits)} | {"两": 2}
_PLACES = {sign: 10**power for power, sign in enumerate(_PLACE_SIGNS) if sign}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_FROM_FORMAL = str.maketrans(
    dict(zip((*FORMAL_DIGITS, *FORMAL_PLACES[1:]), (*DIGITS, *_PLACE_SIGNS[1:]), strict=True)),
)

CHINESE = "[零〇一二两三四五六七八九十百千万亿]"
_ARABIC = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALED = rf"(?:{_ARABIC})\s*[百千]?[万亿]*"
# Arabic digits with places and myriads behind them (4.5万, 2亿3000万, 3千5百), or Chinese numerals; 点 only between
# numerals (三点五)
NUMBER = rf"(?:{_SCALED}(?:(?<=[百千万亿]){_SCALED})*|{CHINESE}+(?:点{CHINESE}+)?)"
_PIECE = re.compile(rf"({_ARABIC})\s*([百千]?)([万亿]*)")
_MIXED = re.compile(rf"(?:{_SCALED})+\Z")
_ROUGH = re.compile(r"([十百千万]?)([一二两三四五六七八九])([二三四五六七八九])([十百千万]*)\Z")


def value_of(text: str) -> Number | None:
    """The number that ``text`` writes, or None if it writes none.

    4.5万 is 45000, 一千二百 1200, 二〇二五 2025, 三点五 3.5, 十点八万 108000, 2亿3000万 230000000.
    """
    text = text.strip()
    if _MIXED.match(text):
        return _mixed_value(text)
    head, point, tail = text.partition("点")
    number = _chinese_value(head)
    if number is None or not point:
        return number
    digits = tail.rstrip("万亿")
    decimals = [_DIGITS.get(character) for character in digits]
    if not digits or None in decimals:
        return None
    return _in_myriads(float(f"{number}.{''.join(map(str, decimals))}"), tail[len(digits) :])


def rough_values(text: str) -> tuple[Number, Number] | None:
    """The two numbers between which a rough one lies: 七八十 is 70 to 80, 十七八 17 to 18; None for any other."""
    match = _ROUGH.match(text)
    if match is None or _DIGITS[match[3]] - _DIGITS[match[2]] not in (1, 2):
        return None
    low, high = (value_of(match[1] + match[group] + match[4]) for group in (2, 3))
    return (low, high) if low is not None and high is not None else None


def ordinal(text: str) -> int:
    """The place that a number before a heading names, formal digits (壹) too; 0 if it is none."""
    return int(value_of(text.translate(_FROM_FORMAL)) or 0)


def whole(value: float) -> Number:
    """``value`` as a whole number where it is one; what multiplying by a myriad left over is rounded away."""
    rounded = round(float(value), 6)
    return int(rounded) if rounded.is_integer() else rounded


def _in_myriads(value: float, myriads: str) -> Number:
    for myriad in myriads:
        value *= _MYRIADS[myriad]
    return whole(value)


def _mixed_value(text: str) -> Number:
    """Arabic digits by their places and myriads: 2亿3千5百万."""
    total = section = 0.0
    for digits, sign, myriads in _PIECE.findall(text):
        section += float(digits.replace(",", "")) * _PLACES.get(sign, 1)
        if myriads:
            total, section = total + _in_myriads(section, myriads), 0.0
    return whole(total + section)


def _chinese_value(text: str) -> int | None:
    if not text or any(c not in _DIGITS and c not in _PLACES and c not in _MYRIADS for c in text):
        return None
    if all(c in _DIGITS for c in text) and ("两" not in text or len(text) == 1):  # read out one by one: 二〇二五
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = last = 0
    seen: int | None = None
    for character in text:
        if character in _DIGITS:
            if seen is not None and seen != 0:
                return None  # two digits in a row between places write no number: 三五百
            digit = seen = _DIGITS[character]
            last = 0 if digit == 0 else last
        elif character in _PLACES:
            section += (digit if seen is not None else 1) * _PLACES[character]
            digit, seen, last = 0, None, _PLACES[character]
        else:
            total = _with_myriad(total, section + digit, _MYRIADS[character])
            section, digit, seen, last = 0, 0, None, _MYRIADS[character]
    return total + section + digit * (last // 10 if last > 10 else 1)  # 两万五 is 25000, 两万零五 20005


def _with_myriad(total: int, section: int, myriad: int) -> int:
    """一亿二千万 adds up, 一万亿 multiplies."""
    return total + section * myriad if total >= myriad else (total + section or 1) * myriad


def printed(value: int, form: str) -> str:
    """``value`` as the number format ``form`` of a Word file prints it; plain digits for forms that are not known."""
    return _FORMS.get(form, str)(value) if 0 < value < 10_000 else str(value)


def _chinese(value: int, digits: str = DIGITS, places: tuple[str, ...] = _PLACE_SIGNS, full_teens: bool = False) -> str:
    """``value`` below ten thousand in words; 12 is 十二, with ``full_teens`` 一十二."""
    words, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit] + places[power]
            gap = False
        else:
            gap = bool(words)
    return words if full_teens or not words.startswith(digits[1] + places[1]) else words[1:]


def _read_out(value: int) -> str:
    return "".join(_READ_OUT[int(digit)] for digit in str(value))


def _formal(value: int) -> str:
    return _chinese(value, FORMAL_DIGITS, FORMAL_PLACES, full_teens=True)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda value: characters[(value - 1) % len(characters)]


def _run(start: int, size: int) -> Callable[[int], str]:
    """Characters that Unicode lists one after the other; plain digits beyond the last."""
    return lambda value: chr(start + value - 1) if value <= size else str(value)


def _circled(value: int) -> str:
    return chr(0x245F + value) if value <= 20 else chr(0x3250 + value - 20) if value <= 35 else str(value)


_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")


def _roman(value: int) -> str:
    signs = ""
    for size, sign in zip(_ROMAN_VALUES, _ROMAN_SIGNS, strict=True):
        signs += sign * (value // size)
        value %= size
    return signs


def _letter(value: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 9)


def _full_width(value: int) -> str:
    return str(value).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


# the formats of the standard for Word files, by the names they have there
_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "koreanDigital2": _chinese,
    "ideographDigital": _read_out,
    "japaneseDigitalTenThousand": _read_out,
    "taiwaneseDigital": _read_out,
    "chineseLegalSimplified": _formal,
    "japaneseLegal": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _run(0x3280, 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _run(0x2474, 20),
    "decimalEnclosedFullstop": _run(0x2488, 20),
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "none": lambda value: "",
}
