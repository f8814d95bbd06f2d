"""Numbers as Chinese running text writes them: 4.5万, 三十, 一千二百, 二〇二五. Knows no unit and no measure."""

import re

from plancompare.model import Number

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

CHINESE = "[零〇一二两三四五六七八九十百千万亿]"
ARABIC = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# Arabic digits with a myriad behind them (4.5万), or Chinese numerals; 点 only between numerals (三点五)
NUMBER = rf"(?:(?:{ARABIC})\s*[百千]?[万亿]*|{CHINESE}+(?:点{CHINESE}+)?)"
_MIXED = re.compile(rf"({ARABIC})\s*([百千]?)([万亿]*)\Z")


def value_of(text: str) -> Number | None:
    """The number that ``text`` writes, or None if it writes none.

    4.5万 is 45000, 一千二百 1200, 二〇二五 2025, 三点五 3.5, 十点八万 108000.
    """
    mixed = _MIXED.match(text.strip())
    if mixed:
        digits, place, myriads = mixed.groups()
        value = float(digits.replace(",", "")) * _PLACES.get(place, 1)
        for myriad in myriads:
            value *= _MYRIADS[myriad]
        return whole(value)
    head, point, tail = text.strip().partition("点")
    number = _chinese(head)
    if number is None or not point:
        return number
    digits = tail.rstrip("万亿")
    decimals = [_DIGITS.get(character) for character in digits]
    if not digits or None in decimals:
        return None
    value = float(f"{number}.{''.join(map(str, decimals))}")
    for myriad in tail[len(digits) :]:
        value *= _MYRIADS[myriad]
    return whole(value)


def whole(value: float) -> Number:
    """``value`` as a whole number where it is one; what multiplying by a myriad left over is rounded away."""
    rounded = round(float(value), 6)
    return int(rounded) if rounded.is_integer() else rounded


def _chinese(text: str) -> int | None:
    if not text or any(c not in _DIGITS and c not in _PLACES and c not in _MYRIADS for c in text):
        return None
    if all(c in _DIGITS for c in text):  # digits read out one by one: 二〇二五
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    seen: int | None = None
    for character in text:
        if character in _DIGITS:
            if seen is not None and seen != 0:
                return None  # two digits in a row between places write no number: 三五百
            digit = seen = _DIGITS[character]
        elif character in _PLACES:
            section += (digit if seen is not None else 1) * _PLACES[character]
            digit, seen = 0, None
        else:
            total = (total + section + digit or 1) * _MYRIADS[character]
            section, digit, seen = 0, 0, None
    return total + section + digit
