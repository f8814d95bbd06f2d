"""Lists that answer each other: 甲率、乙率分别达到90%、99% names two promises, each with its own figure.

Each is named in full: what only the last member of a list says (小学、初中辍学率) holds for all of them, and a clause
that names nothing but a measure (辍学率分别控制在…) goes on with the members of the list before it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import masked, plain
from plancompare.drafting.numerals import NUMBER

HEAD = 4  # characters before 分别 with which it names no list of its own
NEARBY = 16  # characters behind 各 in which its figure stands
OBJECT = 2  # characters of what a verb is about
LONG = 12  # of a member of a list that may lack a tail which its last member has; longer ones are whole
_JOINT = re.compile(grammar.PLAIN_AND)
_RESPECTIVELY = re.compile(grammar.RESPECTIVELY)
_RANKED = re.compile("(.{1,2}?)[两二三四五]级(.+)")
_BARE = re.compile(rf"[^\d一二两三四五六七八九十]{{0,8}}?({NUMBER})\s*$")


class Named(NamedTuple):
    """A name of the first list, its place in the clause (None if an earlier clause gave it), and its figure.

    ``stem`` is what tells it from its fellows: 小学 of 小学辍学率; ``verb`` what the list hangs on, with which the name
    begins; ``lead`` words before the list that the name lacks (力争实现); ``done`` what all of the list do (新建小学).
    """

    name: str
    span: tuple[int, int] | None
    figure: Figure
    printed: str
    stem: str = ""
    verb: str = ""
    lead: str = ""
    done: str = ""


class Pairing:
    """Joins lists by one codebook's words."""

    def __init__(self, steering: Steering, figures: FigureReader) -> None:
        self._words = steering
        self._figures = figures
        bounds = "|".join(grammar.BOUNDS_BEFORE.values())
        self._reached = re.compile(rf"(?:{grammar.REACHES}|{bounds})+\s*$")

    def pairs(self, text: str, head: int, before: Sequence[Named]) -> list[Named]:
        """Names and figures of a clause joined in their order; [] where the clause has no such lists.

        ``head`` is where the clause begins behind its deadline; ``before`` are the pairs of an earlier clause, whose
        names go on to hold where this one gives none (2025年分别达到…；2030年分别达到…).
        """
        hidden = masked(plain(text))
        among = self._words.grammar(grammar.AMONG_THEM).match(hidden, head)
        head = among.end() if among else head
        match = _RESPECTIVELY.search(hidden, head)
        if match is None:
            return self._each(text, hidden, head) or self._unsaid(text, hidden, head)
        answering = self._answers(text, match.end())
        places = members(hidden, head, match.start())
        if len(answering) == 1 and answering[0][0].unit == "%" and match.start() - head >= HEAD:
            answering *= len(places)  # 园数、幼儿数分别占80%以上
        if len(answering) < 2:
            return []
        verb = ""
        if match.start() - head < HEAD and len(before) != len(answering):
            verb, places = self._behind(hidden, match.end(), answering[0][0].start)
        if len(places) == len(answering):
            done = "" if verb else self._done(hidden[match.end() : answering[0][0].start])
            return self._named(text, places, answering, verb, done)
        if len(before) == len(answering):
            measure = text[head : match.start()].strip() if match.start() - head >= 2 else ""
            names = [f"{pair.stem}{measure}" if measure else pair.name for pair in before]
            return [
                Named(name, None, figure, printed, pair.stem)
                for name, pair, (figure, printed) in zip(names, before, answering, strict=True)
            ]
        return []

    def _behind(self, hidden: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
        """分别新建甲、乙3所、2所: the verb, and the members between it and the first figure."""
        verb = self._words.opens("acts", hidden[start:])
        return verb, members(hidden, start + len(verb), end) if verb else []

    def _unsaid(self, text: str, hidden: str, head: int) -> list[Named]:
        """甲率、乙率达到90%、99%: as many figures, with nothing but joints between, as things stand before them."""
        read = self._figures.read(text)
        bare = len(read) > 1 and all(_JOINT.fullmatch(hidden[a.end : b.start].strip()) for a, b in pairwise(read))
        if not bare or read[0].start <= head or hidden[read[-1].end :].strip("。 "):
            return []
        reached = self._reached.search(hidden, head, read[0].start)
        end = reached.start() if reached else read[0].start
        verb = self._words.opens("acts", hidden[head:end])
        for hangs_on in dict.fromkeys((verb, "")):
            places = members(hidden, head + len(hangs_on), end)
            if len(places) == len(read):
                return self._named(text, places, self._answers(text, read[0].start), hangs_on)
        return []

    def _done(self, between: str) -> str:
        """What several do: 新建小学 of 甲镇、乙镇分别新建小学1所、2所; nothing where they only reach it."""
        core = self._words.core(between)
        verb = self._words.opens("acts", core)
        return core if verb and len(self._reached.sub("", core[len(verb) :])) >= OBJECT else ""

    def _each(self, text: str, hidden: str, head: int) -> list[Named]:
        """新建甲、乙各3所: the same figure for each."""
        each_of = self._words.grammar(grammar.EACH_OF).finditer(hidden, head)
        match = next((m for m in each_of if self._counts(text, m.end())), None)
        if match is None:
            return []
        verb = self._words.opens("acts", hidden[head:])
        places = members(hidden, head + len(verb), match.start())
        if verb and match.start() - head <= len(verb):
            return []
        figures = [figure for figure in self._figures.read(text) if figure.start >= match.end()]
        if len(places) < 2 or len(figures) != 1:
            return []
        figure = figures[0]
        between, printed = text[match.end() : figure.start], text[figure.start :].rstrip("。 ")
        named = self._named(text, places, [(figure, printed)] * len(places), verb)
        if not all(self._words.scopes.match(pair.name.removeprefix(verb)) for pair in named):
            return []
        return [pair._replace(name=pair.name + between) for pair in named]

    def _counts(self, text: str, end: int) -> bool:
        """Whether a figure follows 各 at once, or behind a verb and few words."""
        behind = text[end : end + NEARBY]
        return bool(
            re.match(NUMBER, plain(behind)) or (self._words.opens("acts", behind) and self._figures.read(behind))
        )

    def _answers(self, text: str, start: int) -> list[tuple[Figure, str]]:
        """The figures behind 分别, and how they are printed; a bare number takes the unit of the last (95、98和99%)."""
        read = [figure for figure in self._figures.read(text) if figure.start >= start]
        if not read:
            return []
        last, answers, low = read[-1], list[tuple[Figure, str]](), start
        hidden, starts = plain(text), [figure.start for figure in read]
        for joint in [*_JOINT.finditer(hidden, start), None]:
            high = joint.start() if joint else len(text)
            inside = read[bisect_left(starts, low) : bisect_left(starts, high)]
            bare = _BARE.match(hidden[low:high]) if not inside else None
            if bare is not None:
                figures = self._figures.read(f"{text[low:high].rstrip()}{last.unit}")
                if len(figures) == 1:
                    offset = low + bare.start(1)
                    inside = [figures[0]._replace(start=offset, end=low + bare.end(1), op=figures[0].op)]
            if not inside and bare is None:
                inside = self._of_years(text, low, high, read[0])
            answers += [(figure, _printed(text, figure, last)) for figure in inside]
            low = joint.end() if joint else high
        return [(self._bounded(figure, printed, text, answers), printed) for figure, printed in answers]

    def _of_years(self, text: str, low: int, high: int, first: Figure) -> list[Figure]:
        """How many years a list ends on, which count only behind the bound of its first figure: 达到92%和13.5年."""
        head = text[max(0, first.start - NEARBY) : first.start]
        shift = low - len(head)
        read = [figure for figure in self._figures.read(f"{head}{text[low:high]}") if figure.start >= len(head)]
        return [figure._replace(start=figure.start + shift, end=figure.end + shift) for figure in read]

    def _bounded(self, figure: Figure, printed: str, text: str, answers: Sequence[tuple[Figure, str]]) -> Figure:
        """A figure with the bound before the first of its list or behind the last; the whole (100%) has none."""
        first, behind = answers[0][0], answers[-1][1]
        if figure.op != "=" or (figure.unit == "%" and figure.value == 100):
            return figure
        for word, op in grammar.BOUNDS_BEHIND.items():
            if behind.endswith(word):
                return figure._replace(op=op)  # 98%、90%以上
        if figure.start == first.start:
            return figure
        near = text[max(0, first.start - NEARBY) : first.start]
        read = self._figures.read(f"{near}{printed}")
        return figure._replace(op=read[-1].op) if read else figure

    def _named(
        self,
        text: str,
        places: Sequence[tuple[int, int]],
        answers: Sequence[tuple[Figure, str]],
        verb: str,
        done: str = "",
    ) -> list[Named]:
        names = [text[low:high].strip() for low, high in places]
        stems, names = self.in_full(names)
        counted = answers[0][0].op == "=" and answers[0][0].unit != "%"
        done = done or (self._done(names[-1].removeprefix(stems[-1])) if counted else "")
        return [
            Named(f"{verb}{name.removesuffix(done)}", start, figure, printed, stem, verb, done=done)
            for name, stem, start, (figure, printed) in zip(names, stems, places, answers, strict=True)
        ]

    def in_full(self, names: Sequence[str]) -> tuple[list[str], list[str]]:
        """What tells the members of a list apart, and each with the tail that only the last of them has."""
        last = names[-1]
        ranked = _RANKED.match(last)
        if ranked and all(len(name) <= 2 for name in names[:-1]):  # 市、县、校三级骨干教师
            stems = [*names[:-1], ranked[1]]
            return [f"{stem}级" for stem in stems], [f"{stem}级{ranked[2]}" for stem in stems]
        verb = self._words.opens("acts", last)
        if verb and last != verb and all(self._words.opens("acts", name) == name for name in names[:-1]):
            whole = [f"{name}{last[len(verb) :]}" for name in names[:-1]]  # 新建、改建幼儿园
            return [*whole, last], [*whole, last]
        stem = self._stem_like(last, names[:-1]) or self._by_length(names) or self._by_rate(names)
        tail = last[len(stem) :] if stem else ""
        ends = self._words.ends
        shared = bool(tail) and not any(self._is_whole(name, tail) or ends("rates", name) for name in names[:-1])
        if not shared:
            return [self._stem(name) or name for name in names], list(names)
        said = _said_of_all(tail, names[:-1])  # 学校 of 城区学校、乡村学校教师交流比例
        tail = tail[said:]
        return [*names[:-1], last[: len(stem) + said]], [*(f"{name}{tail}" for name in names[:-1]), last]

    def _is_whole(self, name: str, tail: str) -> bool:
        """Whether a member lacks nothing: 特级教师 beside 省级教学名师; but not 城区学校 beside 乡村学校班额."""
        rest = name[len(self._stem(name)) :] if self._stem(name) else ""
        whole = len(rest) >= OBJECT and rest not in tail and self._words.persons.search(rest) is not None
        return whole or len(name) > LONG or name.endswith(tail[-1])

    def _stem(self, name: str) -> str:
        """The stage, place, level or group that a name begins with, where more follows."""
        match = self._words.scopes.match(name)
        return match[0] if match and len(name) - match.end() >= 1 else ""

    def _stem_like(self, name: str, fellows: Sequence[str]) -> str:
        """The stem of a name that is as long as its fellows, where there is one: 高中, not 高中教师, beside 初中."""
        size = max(map(len, fellows))
        stems = [name[:end] for end in range(1, len(name)) if self._words.scopes.fullmatch(name[:end])]
        return min(stems, key=lambda stem: abs(len(stem) - size), default="")

    def _by_length(self, names: Sequence[str]) -> str:
        """As much of the last name as its fellows have, where they are as long as each other: 甲片、乙片学校."""
        *fellows, last = names
        size = len(fellows[0]) if len({len(name) for name in fellows}) == 1 else 0
        if not 0 < size < len(last) - 1:
            return ""
        alike = size > 1 and all(name[-1] == last[size - 1] for name in fellows)
        return last[:size] if alike or (size <= HEAD and self._words.ends("rates", last)) else ""

    def _by_rate(self, names: Sequence[str]) -> str:
        """The last name without its rate, where no other has one: 指导站、社区学校覆盖率."""
        *fellows, last = names
        rate = self._words.ends("rates", last)
        done = self._words.ends("acts", last[: -len(rate)]) if rate else ""
        stem = last[: -len(f"{done}{rate}")] if done else ""
        return stem if len(stem) >= OBJECT and not any(self._words.ends("rates", name) for name in fellows) else ""


def _said_of_all(tail: str, names: Sequence[str]) -> int:
    """How many characters of the tail of a list all its other members end with."""
    return next((size for size in range(len(tail) - 1, 0, -1) if all(n.endswith(tail[:size]) for n in names)), 0)


def _printed(text: str, figure: Figure, last: Figure) -> str:
    printed = plain(text[figure.start : figure.end])
    return printed if printed[-1:] not in "0123456789" else f"{printed}{last.unit}"


def members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the members of a list that stands at ``start``..``end`` of a text."""
    places, low = [], start
    for joint in [*_JOINT.finditer(text, start, end), None]:
        high = joint.start() if joint else end
        if text[low:high].strip():
            places.append((low, high))
        low = joint.end() if joint else end
    return places
