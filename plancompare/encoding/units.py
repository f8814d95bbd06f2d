"""Cuts passages into promises: clauses that promise something, and lists in them whose members could be promised alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from plancompare.encoding.figures import Figure, FigureReader
from plancompare.encoding.judging import Judge, Judgement
from plancompare.encoding.respective import Named, paired
from plancompare.encoding.steering import Steering
from plancompare.encoding.text import Clause, clauses, masked, plain
from plancompare.encoding.years import Deadline, Years

MEMBER = 5  # the shortest member of a list that could be promised alone
_AND = re.compile(r"、|以及|(?<![调饱])和(?![谐平])|与|及(?!时)")
_ALL_OF = re.compile(
    r"(?<![向对为])(?:所有|全体)(.{2,16}?)(?:均|都|全部|普遍|达到|通过|完成|实现|配备|开设|纳入|建成|建立|设立|接入|覆盖)"
)
_GOES_ON = re.compile("达到|通过|完成|取得|实现|配备|具备")
_NAMED_PAIR = re.compile(r"[”》](?:、|和|与|及|以及)?[“《]")


class Unit(NamedTuple):
    """One promise: the stretch ``start``..``end`` of a passage that makes it.

    ``lead`` are words before it in its clause that it shares with others (the verb of a list). ``figures`` have their
    places in ``text``, which adds to the stretch where that lacks its figure. ``judgement`` says why it was taken; ``cut`` whether its clause was cut into several; ``dated`` whether its
    own clause, or one just before it, names the deadline; ``of_all`` whether it is said of all of something (所有…都).
    """

    text: str
    start: int
    end: int
    clause: Clause
    judgement: Judgement
    figures: tuple[Figure, ...] = ()
    deadline: Deadline | None = None
    dated: bool = False
    lead: str = ""
    cut: bool = False
    of_all: bool = False


class LeftOut(NamedTuple):
    """A clause that is no promise, and why."""

    reason: str
    text: str


class UnitCutter:
    """Cuts passages by one codebook's words and one plan's years; remembers in ``left_out`` what promised nothing."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words = steering
        self._years = years
        self._figures = FigureReader(steering)
        self._judge = Judge(steering, years, self._figures)
        self.left_out: list[LeftOut] = []

    def cut(self, text: str, goals: bool = False) -> Iterator[Unit]:
        """The promises of one passage; ``goals`` if it states aims to be reached, where states count too."""
        for _, group in groupby(clauses(text), key=lambda clause: clause.sentence):
            deadline: Deadline | None = None
            framed = False  # the deadline stands in a clause of its own and holds for those behind it
            names: list[str] = []
            of_all = False
            sentence = list(group)
            for clause, judgement in zip(sentence, self._judge.sentence(sentence, goals), strict=True):
                own = self._years.deadline(clause.text)
                deadline = own or deadline
                framed = not self._judge.bare(clause.text) if own else framed
                of_all = self._is_of_all(clause.text, of_all)
                pairs = self._pairs(clause, names)
                if pairs:
                    names = [pair.name for pair in pairs]
                    yield from (_of_pair(pair, clause, judgement, deadline) for pair in pairs)
                elif judgement.kept:
                    for unit in self._units(clause, judgement, deadline):
                        dated = own is not None or framed
                        yield unit._replace(of_all=of_all and not unit.figures, dated=dated)
                else:
                    self.left_out.append(LeftOut(judgement.reason, clause.text))

    def _pairs(self, clause: Clause, names: Sequence[str]) -> list[Named]:
        head = len(clause.text) - len(self._judge.bare(clause.text))
        return paired(clause.text, head, self._figures.read(clause.text), names)

    def _is_of_all(self, text: str, before: bool) -> bool:
        """Whether a clause is said of all of something, in so many words or because the clause before it was."""
        text = self._judge.bare(text)
        return bool(_ALL_OF.search(text)) or (before and bool(_GOES_ON.match(self._judge.core(text))))

    def _units(self, clause: Clause, judgement: Judgement, deadline: Deadline | None) -> Iterator[Unit]:
        starts = self._cuts(clause.text)
        summed = self._figures.summed(clause.text)
        ends = [*starts[1:], len(clause.text)]
        lead = self._lead(clause.text) if len(starts) > 1 else ""
        for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
            raw = clause.text[start:end]
            opened = _AND.match(raw) if place else None
            start += opened.end() if opened else 0
            text = clause.text[start:end].rstrip("、和与及以")
            yield Unit(
                text,
                clause.start + start,
                clause.start + start + len(text),
                clause,
                judgement,
                figures=tuple(f for f in self._figures.read(text) if summed is None or f.start + start != summed[1]),
                deadline=deadline,
                lead=lead if place else "",
                cut=len(starts) > 1,
            )

    def _lead(self, text: str) -> str:
        """The verb that a list hangs on."""
        bare = self._judge.bare(text)
        core = self._judge.core(bare)
        opened = self._words.opens("acts", core) or self._words.opens("aims", core)
        return opened or self._words.has("acts", re.split(_AND, bare)[0])

    def _cuts(self, text: str) -> list[int]:
        """Where the members of a clause begin that could be promised alone; [0] for a clause that stays whole."""
        return self._by_subjects(text) or self._by_figures(text) or self._by_sum(text) or self._by_names(text) or self._by_things(text) or [0]

    def _by_subjects(self, text: str) -> list[int]:
        """所有甲、乙达到…: each of those who shall all do it."""
        found = _ALL_OF.search(plain(text))
        if found is None:
            return []
        joints = [m.start() for m in _AND.finditer(masked(text), found.start(1), found.end(1))]
        return [0, *joints] if joints and not self._figures.read(text) else []

    def _by_figures(self, text: str) -> list[int]:
        """A member for each figure that counts something of its own."""
        figures = self._figures.read(text)
        if len(figures) < 2:
            return []
        starts = [0]
        for before, figure in pairwise(figures):
            joints = list(_AND.finditer(plain(text), before.end, figure.start))
            if joints:
                starts.append(joints[-1].start())
        return starts if len(starts) > 1 else []

    def _by_sum(self, text: str) -> list[int]:
        """实施甲、乙、丙三项工程: the sum at the end says how many members there are."""
        summed = self._figures.summed(text)
        if summed is None:
            return []
        count, place = summed
        joints = [m.start() for m in _AND.finditer(masked(text), 0, place)]
        lists = [m.start() for m in re.finditer("、", masked(text)[:place])]
        for found in (lists, joints):
            if len(found) == count - 1:
                return [0, *found]
        return []

    def _by_names(self, text: str) -> list[int]:
        """落实《甲》和《乙》, “甲”“乙”: names side by side."""
        if self._figures.read(text):
            return []
        return [0, *(m.start() + 1 for m in _NAMED_PAIR.finditer(text))] if _NAMED_PAIR.search(text) else []

    def _by_things(self, text: str) -> list[int]:
        """建立甲机制和乙制度: members that each end in a thing that can be set up."""
        hidden = masked(text)
        joints = [m.span() for m in _AND.finditer(hidden)]
        # a list before 的 or 等 is part of one thing
        if not joints or re.search("[的等]", hidden[joints[-1][1] :]) or self._figures.read(text):
            return []
        commas = [span for span in joints if hidden[span[0]] == "、"]
        for spans in (joints, commas):
            if spans and self._are_things(hidden, spans):
                return [0, *(low for low, _ in spans)]
        return []

    def _are_things(self, text: str, joints: Sequence[tuple[int, int]]) -> bool:
        """Whether what stands between the joints, the leading verb aside, could all be promised alone."""
        lead = len(text) - len(self._judge.core(self._judge.bare(text)))
        lead += len(self._words.opens("acts", text[lead:]) or self._words.opens("aims", text[lead:]))
        starts = [lead, *(high for _, high in joints)]
        ends = [*(low for low, _ in joints), len(text)]
        members = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        return all(len(member) >= MEMBER and self._words.ends("things", member) for member in members)


def _of_pair(pair: Named, clause: Clause, judgement: Judgement, deadline: Deadline | None) -> Unit:
    """The unit of one name and its figure, which stand apart in the clause."""
    low, high = pair.place or (pair.figure.start, pair.figure.end)
    printed = clause.text[pair.figure.start : pair.figure.end]
    figure = pair.figure._replace(start=len(pair.name), end=len(pair.name) + len(printed))
    start, end = clause.start + low, clause.start + high
    return Unit(pair.name + printed, start, end, clause, judgement, (figure,), deadline, cut=True)
