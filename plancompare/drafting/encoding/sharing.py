"""One share that several things shall reach: 甲率和乙率均达到99% names two promises, each with the same figure.

What is a list here can be promised apart: rates side by side, stages or places before one rate (小学、初中巩固率), and
what members of one kind do or have (建有甲和开设乙的学校比例). A ratio of one to the other (甲与乙的比例) is one thing.
"""

import re
from collections.abc import Sequence

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.pairs import Named, Pairing, members
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import masked, plain

BARE_RATE = 4  # characters of a rate that does not say of what: 巩固率, 毛入学率
NOUN = 2  # characters of a thing, and of those that a share is of: 学校 of 的学校比例
_REACHED = rf"(?P<each>{grammar.OF_EACH})*(?P<reached>(?:{grammar.REACHES})*)\s*$"
_HOPED, _JOINT = re.compile(grammar.HOPED), re.compile(grammar.PLAIN_AND)
_HAVING = re.compile(grammar.HAVING)

Place = tuple[int, int]


class Sharing:
    """Tells the members of such lists apart by one codebook's words."""

    def __init__(self, steering: Steering, figures: FigureReader, pairing: Pairing) -> None:
        self._words, self._figures, self._pairing = steering, figures, pairing

    def shares(self, text: str, head: int) -> list[Named]:
        """A name and the figure for each thing that shall reach it; [] where the clause tells of one thing only.

        ``head`` is where the clause begins behind its deadline.
        """
        if not _JOINT.search(text) or ("%" not in plain(text) and "百分之" not in text):
            return []
        figures = self._figures.read(text)
        if len(figures) != 1 or figures[0].unit != "%" or figures[0].base is not None or figures[0].start <= head:
            return []
        figure, hidden = figures[0], masked(plain(text))
        match = self._words.grammar(_REACHED).search(hidden, head, figure.start)
        end = match.start() if match else figure.start
        rate = self._words.ends("rates", hidden[head:end])
        if not rate or rate in grammar.NO_SHARES:
            return []
        start = end - len(self._measure(hidden[head:end]))
        names = self._named(text, hidden, (start, end), rate, bool(match and match["each"]))
        reached = match["reached"] if match else ""
        printed, lead = text[figure.start :].rstrip("。 "), text[head:start]
        return [Named(f"{name}{reached}", offset, figure, printed, lead=lead) for name, offset in names]

    def _measure(self, text: str) -> str:
        """What is measured, without the words that say that it is wished for: 力争实现."""
        while True:
            core = self._words.core(text)
            match = _HOPED.match(core)
            core = core[match.end() :] if match else core
            core = core.removeprefix(self._words.opens("aims", core))
            if core == text:
                return text
            text = core

    def _named(self, text: str, hidden: str, span: Place, rate: str, each: bool) -> list[tuple[str, Place]]:
        """The members of a list that can be promised apart, each named in full, and their places."""
        places = self._with_whose(hidden, members(hidden, *span))
        names = [text[low:high].strip() for low, high in places]
        if len(names) < 2:
            return []
        if all(self._words.ends("rates", name) for name in names):
            return list(zip(_headed(names), places, strict=True))
        if all(self._words.scopes.fullmatch(name) for name in names[:-1]):
            # a ratio may be one of both, as may the share that two of a kind have together, unless each is said to
            stems, full = self._pairing.in_full(names)
            apart = stems[-1] != names[-1] and (each or not rate.startswith(grammar.RATIO))
            return list(zip(full, places, strict=True)) if apart else []
        return self._of_those(text, hidden, span, rate)

    def _with_whose(self, text: str, places: Sequence[Place]) -> list[Place]:
        """The places of several rates, the first with all whose it is: 中小学、幼儿园保安配备率、封闭管理率."""
        rated = [bool(self._words.ends("rates", text[low:high])) for low, high in places]
        first = rated.index(True) if True in rated else 0
        whose = all(self._words.scopes.search(text[low:high]) for low, high in places[:first])
        if not first or sum(rated) < len(places) - first or sum(rated) == 1 or not whose:
            return list(places)
        return [(places[0][0], places[first][1]), *places[first + 1 :]]

    def _of_those(self, text: str, hidden: str, span: Place, rate: str) -> list[tuple[str, Place]]:
        """建有甲和开设乙的学校比例: the same share of schools, once for each thing that they do or have."""
        start, end = span
        joints = [j.span() for j in _JOINT.finditer(hidden, start, end) if self._does(hidden[j.end() : end])]
        places = list(zip([start, *(high for _, high in joints)], [*(low for low, _ in joints), end], strict=True))
        names = [text[low:high].strip() for low, high in places]
        _, of, those = names[-1].rpartition("的")
        if len(names) < 2 or not of or len(those) - len(rate) < NOUN or not all(map(self._tells_what, names)):
            return []
        tails = _tails(names, f"{of}{those}", rate)
        return [(f"{name}{tail}", offset) for name, tail, offset in zip(names, tails, places, strict=True)]

    def _does(self, text: str) -> str:
        """The verb that a member opens with."""
        had = _HAVING.match(text)
        return self._words.opens("acts", text) or (had[0] if had else "")

    def _tells_what(self, name: str) -> bool:
        """Whether a member is more than a verb: 开发和使用教材的学校 are those that do both with one thing."""
        return len(name) - len(self._does(name)) >= NOUN


def _headed(names: Sequence[str]) -> list[str]:
    """Rates with the head that only the first of them has: 初中入学率和巩固率, 学前教育毛入园率和普惠率."""
    first = names[0]
    heads = [first[: -len(n)].rstrip(grammar.GROSS_OR_NET) if len(n) <= BARE_RATE else "" for n in names[1:]]
    return [first, *(f"{head}{name}" for head, name in zip(heads, names[1:], strict=True))]


def _tails(names: Sequence[str], tail: str, rate: str) -> list[str]:
    """What each member lacks: nothing the last, the rate those that say of whom, all the others."""
    return [*(rate if "的" in name else tail for name in names[:-1]), ""]
