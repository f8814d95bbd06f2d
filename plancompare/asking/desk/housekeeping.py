"""A plan's own house: promises that nobody can check, hedged words, one promise made twice with different figures."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from plancompare.comparing.targets import relation
from plancompare.model import Commitment, Indicator, Target

Fault = Literal["unbound", "hedged", "figures"]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = r"[\d一两二三四五六七八九十半]"
_KIND = r"[\u4e00-\u9fff]"  # the field's own years and terms
# 每年, 每两年, 每个学期, 逐年, 一年一次, 年度…报告: what comes round can be checked when it does (每年级 does not)
_YEARLY = re.compile(
    rf"每{_NUMBER}*个?(?:{_KIND}?年(?![级龄])|{_KIND}期|季度|季(?!节)|月|周(?!边)|星期|天|日)|逐年|"
    rf"{_NUMBER}(?:{_KIND}?年|{_KIND}期|月|周)内?{_NUMBER}+[次度轮届]|年度\w{{0,8}}(?:报告|公报|白皮书|蓝皮书|清单|计划)"
)


class Untidy(NamedTuple):
    """A commitment to look at, and why.

    ``unbound``: no figure, no deadline, no body, and no turn at which it comes round: nobody can say whether it was
    done. ``hedged``: by ``word``. ``figures``: ``other`` promises the same with a different figure of the same
    ``measure``.
    """

    commitment: Commitment
    fault: Fault
    word: str = ""
    other: Commitment | None = None
    measure: str = ""


def look_over(commitments: Sequence[Commitment], indicators: Mapping[str, Indicator]) -> tuple[Untidy, ...]:
    """What a writer should look at among a plan's ``commitments``, fault by fault, in the order given."""
    unbound = [Untidy(c, "unbound") for c in commitments if _unbound(c)]
    hedged = [Untidy(c, "hedged", c.word) for c in commitments if c.strength == "hedged"]
    return (*_twice(commitments, indicators), *unbound, *hedged)


def _unbound(commitment: Commitment) -> bool:
    """Whether a commitment names neither figure nor deadline nor body, nor a turn at which it is done again.

    A target has a figure or a deadline or both; a deadline may also stand in the words alone.
    """
    words = (commitment.text, *(evidence.quote for evidence in commitment.evidence))
    dated = any(_YEAR.search(text) or _YEARLY.search(text) for text in words)
    return not (commitment.targets or commitment.lead or commitment.support or dated)


def _twice(commitments: Sequence[Commitment], indicators: Mapping[str, Indicator]) -> list[Untidy]:
    """Measures that two commitments promise for the same year with figures that differ."""
    seen: dict[str, list[tuple[Commitment, Target]]] = {}
    untidy = []
    for commitment in commitments:
        for target in commitment.targets:
            for other, theirs in seen.setdefault(target.measure, []):
                if theirs.by == target.by and relation(theirs, target, indicators) not in ("equal", "not_comparable"):
                    untidy.append(Untidy(commitment, "figures", "", other, target.measure))
            seen[target.measure].append((commitment, target))
    return untidy
