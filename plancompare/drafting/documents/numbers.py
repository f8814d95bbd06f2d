"""The numbers that stand before headings and items: how they are printed, what they outrank, what comes next.

Ranks follow the usage of official Chinese documents: 第一编, 第一章, 第一节, 一、（一）1.（1）①. Knows no line but
the one it is given; whether a number is likely in its place is for the outline to say.
"""

import re
from string import ascii_letters
from typing import NamedTuple

from plancompare.drafting.documents.grammar import (
    ANNEX_NAMES,
    BOX_NAME,
    BRACKETS_CLOSE,
    BRACKETS_OPEN,
    BULLETS,
    CHINESE_NUMERALS,
    COUNTED,
    DIVISIONS,
    FORMAL_NUMERALS,
    MEASURES,
    NO_DIVISION,
    SPOKEN_NUMBERS,
)
from plancompare.drafting.numerals import ordinal

ANNEX, PART, CHAPTER, SECTION, ARTICLE = 5, 10, 20, 30, 35
FORMAL, CHINESE, BRACKETED, ARABIC, BRACKETED_ARABIC = 38, 40, 50, 60, 70
CIRCLED, LETTER, SPOKEN, BOX, BULLET = 80, 85, 90, 92, 95

_DIVISIONS = {"章": CHAPTER, "节": SECTION, "節": SECTION, "条": ARTICLE, "條": ARTICLE}
_CIRCLED = {chr(start + i): i + 1 for start, n in ((0x2460, 20), (0x2776, 10), (0x24F5, 10)) for i in range(n)}
_PARENTHESISED = {chr(0x2474 + i): i + 1 for i in range(20)} | {chr(0x3220 + i): i + 1 for i in range(10)}
_FULL_STOP = {chr(0x2488 + i): i + 1 for i in range(20)}


class Numeral(NamedTuple):
    """A number before a heading or item.

    ``printed`` is as it stands, ``mark`` what it adds to a path, ``rank`` which numbers it stands under (lower ranks),
    ``value`` its place among its fellows (0: none), ``width`` how many characters of the line it takes.
    """

    printed: str
    mark: str
    rank: int
    value: int
    width: int


_ANY = rf"[{CHINESE_NUMERALS}\d０-９]{{1,5}}"
_NO_LIST = rf"(?![{CHINESE_NUMERALS}]{{1,3}}[{COUNTED}])"
_DIVISION = re.compile(rf"第[ \t　]*({_ANY})[ \t　]*({DIVISIONS})(?!{NO_DIVISION})[ \t　:：、.．]*")
_LINES = (
    (FORMAL, re.compile(rf"([{FORMAL_NUMERALS}]{{1,3}})[ \t　]?[、.．]")),
    (CHINESE, re.compile(rf"([{CHINESE_NUMERALS}]{{1,4}})[ \t　]?[、.．]{_NO_LIST}")),
    (
        BRACKETED,
        re.compile(rf"[{BRACKETS_OPEN}][ \t　]?([{CHINESE_NUMERALS}]{{1,4}})[ \t　]?[{BRACKETS_CLOSE}][、.．]?"),
    ),
    (BRACKETED_ARABIC, re.compile(rf"[{BRACKETS_OPEN}][ \t　]?(\d{{1,3}})[ \t　]?[{BRACKETS_CLOSE}][、.．]?")),
    (BRACKETED_ARABIC, re.compile(rf"(\d{{1,3}})[{BRACKETS_CLOSE[:2]}]")),
    (ARABIC, re.compile(r"(\d{1,3})[ \t　]?[、．](?!\d{1,3}[、．])|(\d{1,3})[ \t　]?\.(?![\d ]*\d)")),
    (LETTER, re.compile(rf"[{BRACKETS_OPEN}]?([A-Za-z])(?:[{BRACKETS_CLOSE[:2]}]|[、.．](?![A-Za-z]))")),
    (SPOKEN, re.compile(SPOKEN_NUMBERS)),
)
_DECIMALS = re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?:[.．、](?!\d)|(?![\d{MEASURES}]))[ \t　]*")
_PART_OF = r"(?:[ \t　]*[-－—][ \t　]*\d{1,2})?"  # 专栏1-2
_BOX = re.compile(rf"({BOX_NAME})[ \t　]?({_ANY})?{_PART_OF}[ \t　:：、.．]*")
_ANNEX = re.compile(rf"({ANNEX_NAMES})[ \t　]?({_ANY})?{_PART_OF}(?:[ \t　]*[:：、.．][ \t　]*|[ \t　]+|$)")
_BULLET = re.compile(rf"([{BULLETS}])[ \t　]*(?=\S)|([-*–—])[ \t　]+(?=\S)")
_STARTS = frozenset(CHINESE_NUMERALS + FORMAL_NUMERALS + "第专專附" + ascii_letters)


def numeral(line: str) -> Numeral | None:
    """The number at the start of ``line`` (already stripped), if there is one."""
    first = line[:1]
    if not first or (first.isalpha() and first not in _STARTS):
        return None
    for known, rank in ((_CIRCLED, CIRCLED), (_PARENTHESISED, BRACKETED_ARABIC), (_FULL_STOP, ARABIC)):
        if first in known:
            rank = BRACKETED if "\u3220" <= first <= "\u3229" else rank
            return Numeral(first, first, rank, known[first], _skip(line, 1))
    if match := _DIVISION.match(line):
        rank = _DIVISIONS.get(match[2], PART)
        printed = f"第{match[1]}{match[2]}"
        return Numeral(printed, printed, rank, ordinal(match[1]), match.end())
    if match := _BOX.match(line):
        printed = f"{match[1]}{match[2] or ''}"
        return Numeral(printed, printed, BOX, ordinal(match[2] or ""), match.end())
    if match := _ANNEX.match(line):
        printed = re.sub(r"[ 　]", "", match[1]) + (match[2] or "")
        return Numeral(printed, printed, ANNEX, ordinal(match[2] or ""), match.end())
    if match := _DECIMALS.match(line):
        digits = match[1].replace("．", ".")
        depth = digits.count(".")
        return Numeral(match[0].strip(), digits, ARABIC + depth, int(digits.rpartition(".")[2]), match.end())
    for rank, pattern in _LINES:
        if match := pattern.match(line):
            inner = next(group for group in match.groups() if group)
            return Numeral(match[0], _mark(match[0], inner, rank), rank, _value(inner), _skip(line, match.end()))
    if match := _BULLET.match(line):
        return Numeral(match[1] or match[2], "", BULLET, 0, match.end())
    return None


def heads_outline(line: str) -> bool:
    """Whether a line begins as the upper levels of an outline do: 第一章, 一、, （一）."""
    number = numeral(line)
    return number is not None and number.rank <= BRACKETED


def _mark(printed: str, inner: str, rank: int) -> str:
    """What a number adds to a path: brackets stay (full width), points and commas go."""
    if rank in (BRACKETED, BRACKETED_ARABIC):
        return f"（{inner}）"
    return printed.rstrip("，,") if rank == SPOKEN else inner


def _value(inner: str) -> int:
    return ord(inner.lower()) - 96 if inner.isascii() and inner.isalpha() else ordinal(inner)


def _skip(line: str, end: int) -> int:
    """The first place from ``end`` on that is no blank."""
    return len(line) - len(line[end:].lstrip())
