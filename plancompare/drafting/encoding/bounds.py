"""How a number is bounded by the words around it: 不低于 and 以上 are at least, 约 and 左右 about."""

import re
from collections.abc import Mapping

from plancompare.drafting.encoding.steering import one_of
from plancompare.model import Op

_BEFORE: Mapping[Op, str] = {
    ">=": "不低于 不少于 不小于 不得低于 不得少于 不下于 至少 最少 达到 达 ≥ 提高到 提高至 提升到 提升至 增加到 增加至"
    " 增至 升至 上升到 提到 扩大到 扩大至 增长到 增长至 保持在 保持 巩固在 占到 占 满 实现",
    ">": "超过 高于 大于 多于 突破 逾 超 > 优于",
    "<=": "不超过 不高于 不多于 不大于 不得超过 不得高于 至多 最多 控制在 控制到 ≤ 降至 降到 下降到 下降至"
    " 降低到 降低至 减少到 减少至 压减到 缩小到 压缩到",
    "<": "低于 小于 少于 <",
    "=": "稳定在 维持在",
    "about": "约 大约 约为 近 大概 接近",
}
_BEHIND: Mapping[str, Op] = {"以上": ">=", "以内": "<=", "以下": "<=", "之内": "<=", "左右": "about", "上下": "about"}
_OP_OF: Mapping[str, Op] = {word: op for op, words in _BEFORE.items() for word in words.split()}
_REACHES = "达到|占|超过|不低于|不少于|低于|高于"
_BOUND = re.compile(
    rf"({one_of(_OP_OF).pattern})[了于为到在至]?\s*$"
    r"|(至少|最少|至多|最多)[^\d，,；;、]{1,10}$"  # 至少召开1次
    rf"|({_REACHES})[^\d，,；;、]{{2,14}}的$"  # 达到总数的15%
)
_PER = re.compile(r"(?:每(?:学年|学期|个月|[年月周日天人生])?)+(?:均)?$")  # 不低于每人每年600元
_MORE = re.compile(r"及?(以上|以内|以下|之内|左右|上下)")
_PLUS = re.compile(r"\s*[+＋]\s*$")  # 85%+
SIGNS = "≥≤<>"


def bound(before: str, behind: str, more: bool = False) -> Op | None:
    """The bound of a number between these words, those behind it first; ``more`` for 100余名, None for a bare one."""
    if _PLUS.match(behind):
        return ">="
    found = _MORE.match(behind)
    if found:
        return _BEHIND[found[1]]
    if more:
        return ">"
    word = bounding_word(before)
    return _OP_OF[word] if word else None


def bounding_word(before: str) -> str:
    """The word right before a number that bounds it, or nothing."""
    found = _BOUND.search(_PER.sub("", before))
    return next(group for group in found.groups() if group) if found else ""


def length_behind(behind: str) -> int:
    """How many characters behind a number belong to its bound."""
    found = _MORE.match(behind)
    return found.end() if found else 0
