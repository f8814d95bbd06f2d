"""Figures that only tell which things are meant: 百人以上的村, 驻村满六年的人, 六十岁以上居民. They promise nothing."""

import re
from itertools import pairwise

_BOUNDED = ("以上", "以下", "以内", "之内", "左右")
_OF = re.compile(r"的?[\u4e00-\u9fff（(]")
_THE = re.compile(r"的[\u4e00-\u9fff（(]")
_AGE = "岁"
_FULL = re.compile(r"(?:满|不满|不足|达到|超过|连续|未满)[^，,；;\d]{0,4}$")  # 任教满六年的, 连续任满两届的
_WHOSE = re.compile(r"[^，,；;]{0,12}?的[\u4e00-\u9fff]")
_NOT = re.compile(r"(?:不再|不得|严禁|禁止|不)[^，,；;]{0,8}$")
_VERB_BEFORE = re.compile(r"[建设增办成立开招配改聘训补育选派]$")
_RELYING = re.compile(r"(?:依托|利用|借助|凭借|借力)[^，,；;]{0,6}$")  # 依托两所高校建立…
_SIZED = re.compile(r"[\u4e00-\u9fff]{1,2}(?:以上|以下|以内)的[\u4e00-\u9fff]")
_MERGED = re.compile("[把将]$")
_INTO_ONE = re.compile(r"[^，,；;]{1,14}?(?:并|合并|整合|归并|归集)[成为到]")
_ONLY_PLACE = re.compile(r"[一二两三四五六七八九十]{1,3}(?:所|家|个|座)(?:[\u4e00-\u9fff]{2})")

Span = tuple[int, int]


def without_conditions(spans: list[Span], text: str, shares: frozenset[Span]) -> list[Span]:
    """Those of ``spans`` that are no mere conditions; ``shares`` are figures in per cent, which never are."""
    kept = [span for span in spans if span in shares or not is_condition(text, *span)]
    for one, other in pairwise(spans):
        between = text[one[1] : other[0]]
        bounded = text[one[0] : one[1]].endswith(("以上", "以下"))
        if one in kept and bounded and not re.search("[、和与及，,；;]", between):
            kept.remove(one)  # 三千人以上的村办一所, 十人以下教学点十五个
    return kept


def is_condition(text: str, start: int, end: int) -> bool:
    """Whether the figure at ``start``..``end`` tells which things are meant, not how many there shall be."""
    before, figure, behind = text[:start], text[start:end], text[end:]
    bounded = figure.endswith(_BOUNDED)
    if _AGE in figure and _OF.match(behind):
        return True
    if bounded and behind.startswith("的") and (len(behind) == 1 or _NOT.search(before)):
        return True  # …三人以上的，应当…; 不再新建六个班以下的…
    if bounded and _THE.match(behind) and not _VERB_BEFORE.search(before):
        return True
    if (_SIZED.match(behind) and not _VERB_BEFORE.search(before)) or (_SIZED.match(behind) and _NOT.search(before)):
        return True  # 六个班以下的…
    if _MERGED.search(before) and _INTO_ONE.match(behind):
        return True  # 把十个系统并成一个
    if _FULL.search(before) and _WHOSE.match(behind):
        return True
    return bool(_RELYING.search(before) and _ONLY_PLACE.match(figure + behind))
