"""How Word prints the numbers of a list: 一, 壹, 甲, ①, Ⅰ, a."""

from collections.abc import Callable, Mapping

_TENS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = tuple(zip(
    (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
    ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
    strict=True,
))  # fmt: skip


def printed(value: int, form: str) -> str:
    """``value`` as the number format ``form`` of the file prints it; plain digits for forms that are not known."""
    return _FORMS.get(form, str)(value) if 0 < value < 10_000 else str(value)


def chinese(value: int, digits: str = _TENS, units: tuple[str, ...] = ("", "十", "百", "千"), teen: bool = True) -> str:
    """``value`` below ten thousand in words; ``teen`` drops the 一 of 一十二."""
    told, gap = "", False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            told += (digits[0] if gap and told else "") + digits[digit] + units[place]
            gap = False
        else:
            gap = bool(told)
    return told[1:] if teen and told.startswith(digits[1] + units[1]) else told


def _digits(value: int) -> str:
    return "".join("〇一二三四五六七八九"[int(d)] for d in str(value))


def _legal(value: int) -> str:
    return chinese(value, _LEGAL, ("", "拾", "佰", "仟"), teen=False)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda value: characters[(value - 1) % len(characters)]


def _run(start: int, size: int) -> Callable[[int], str]:
    """Characters that Unicode lists one after the other; plain digits beyond the last."""
    return lambda value: chr(start + value - 1) if value <= size else str(value)


def _circled(value: int) -> str:
    return chr(0x245F + value) if value <= 20 else chr(0x3250 + value - 20) if value <= 35 else str(value)


def _roman(value: int) -> str:
    told = ""
    for size, sign in _ROMAN:
        told += sign * (value // size)
        value %= size
    return told


def _letter(value: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 9)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanDigital2": chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "japaneseLegal": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _run(0x3280, 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _run(0x2474, 20),
    "decimalEnclosedFullstop": _run(0x2488, 20),
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda value: str(value).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "none": lambda value: "",
}
