"""Cuts passages into promises: clauses that promise something, with the figures and the deadline of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.grammar import WHEN_DONE, WHEN_ENDS, WHOLLY
from plancompare.drafting.encoding.judging import Judge, Judgement, LeftOut, Reason
from plancompare.drafting.encoding.lists import AND, ListCutter
from plancompare.drafting.encoding.pairs import Named, Pairing
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.rules import ITEM_RULES, RULES, RUN_IN
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause, clauses
from plancompare.drafting.encoding.years import Deadline, Years

_GOES_ON = re.compile("[由从]")  # 提高津贴标准，由300元提高到600元: the figure of the act before


class Unit(NamedTuple):
    """One promise: the stretch ``start``..``end`` of a passage that makes it.

    ``lead`` are words before it in its clause that it shares with others (the verb of a list). ``figures`` have their
    places in ``text``, which adds to the stretch where that lacks its figure. ``judgement`` says why it was taken;
    ``cut`` whether its clause was cut into several; ``dated`` whether its own clause, or one just before it, names the
    deadline; ``of_all`` whether it is said of all of something (所有…都). ``subject`` is whose figure or state it is,
    where only a clause or a heading before it says so; ``among_years`` whether its sentence is due by several years.
    """

    text: str
    start: int
    end: int
    judgement: Judgement
    figures: tuple[Figure, ...] = ()
    deadline: Deadline | None = None
    dated: bool = False
    lead: str = ""
    cut: bool = False
    of_all: bool = False
    subject: str = ""
    among_years: bool = False


class Setting(NamedTuple):
    """Where a passage stands: its offset ``start`` in the document, and what its surroundings say of it.

    ``goals`` if it states aims to be reached, where states count too. ``listed`` if it is an item of a list of tasks,
    which may be no more than a few words without a verb. ``deadline`` is what the nearest heading, or the sentence that
    a list stands under, sets.
    """

    start: int = 0
    goals: bool = False
    listed: bool = False
    deadline: Deadline | None = None


PLAIN = Setting()


class Carrying(Protocol):
    """What goes along with the units of a passage: see `carrying.Carrier`."""

    def begins(self) -> None:
        """A sentence begins."""
        ...

    def topic(self, text: str) -> None:
        """Take up a clause that is no unit."""
        ...

    def filled(self, unit: Unit) -> Unit:
        """The unit with what others said of it."""
        ...


class UnitCutter:
    """Cuts passages by one codebook's words and one plan's years.

    Remembers in ``left_out`` what promised nothing, and in ``due`` the deadline that the last passage set for what
    follows it (到2023年，实现以下目标：).
    """

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years
        self._figures = FigureReader(steering)
        self._judge = Judge(steering, years, self._figures, RULES, ITEM_RULES)
        self._lists = ListCutter(steering, years, self._figures)
        self._pairing = Pairing(steering, self._figures)
        # 2026年底前全部到位: by when the act before it is done
        ends = f"{steering.pattern('school_periods').pattern}|{WHEN_ENDS}"
        self._by_when = re.compile(rf".*(?:{ends}){WHEN_DONE}")
        self.left_out: list[LeftOut] = []
        self.due: Deadline | None = None
        self._carrier: Carrying | None = None

    def cut(self, text: str, setting: Setting = PLAIN, carrier: Carrying | None = None) -> Iterator[Unit]:
        """The promises of one passage in its ``setting``; ``carrier`` gives each what those before it carry over."""
        self._carrier = carrier
        past = False  # a passage that opens with the plan before this one goes on about it
        due = setting.deadline
        sentences = [list(group) for _, group in groupby(clauses(text), key=lambda clause: clause.sentence)]
        if len(sentences) > 1 and self._is_label(sentences[0]):
            self._leave("label", sentences[0][0], setting)
            del sentences[0]
        for number, sentence in enumerate(sentences):
            whole = "，".join(clause.text for clause in sentence)
            past = self._years.is_before(whole) if number == 0 else past
            if past and self._years.deadline(whole) is None:
                for clause in sentence:
                    self._leave("done", clause, setting)
                continue
            listed = setting.listed and number == 0
            found = list(self._continued(self._sentence(sentence, setting._replace(listed=listed, deadline=due)), text))
            yield from found
            set_here = self._years.deadline(whole)
            due = set_here if set_here and (not found or self._sets_for_all(sentence)) else due
        self.due = due if setting.deadline != due else None

    def _sets_for_all(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence opens with a deadline and a colon: it holds for the list behind it."""
        colon = next((place for place, clause in enumerate(sentence) if clause.closes in ("：", ":")), None)
        return colon is not None and any(self._years.deadline(clause.text) for clause in sentence[: colon + 1])

    def _leave(self, reason: Reason, clause: Clause, setting: Setting) -> None:
        start = setting.start + clause.start
        self.left_out.append(LeftOut(reason, clause.text, start, start + len(clause.text)))

    def _is_label(self, sentence: Sequence[Clause]) -> bool:
        """Whether the first sentence of a passage only names what it is about: 定向培养。…"""
        clause = sentence[0]
        short = len(sentence) == 1 and len(clause.text) <= RUN_IN and not self._sets_up(clause.text)
        return short and clause.closes in ("。", "：", ":") and not self._figures.read(clause.text)

    def _sets_up(self, text: str) -> bool:
        """Whether even a few words promise something: 建立某制度."""
        return bool(self._words.opens("acts", text) and self._words.ends("instruments", text))

    def _sentence(self, sentence: Sequence[Clause], setting: Setting) -> Iterator[Unit]:
        deadline = setting.deadline
        framed = of_all = False  # framed: the deadline stands in a clause of its own and holds for those behind it
        several = len({due.year for clause in sentence if (due := self._years.deadline(clause.text))}) > 1
        named: list[Named] = []
        if self._carrier:
            self._carrier.begins()
        for clause, judgement in zip(
            sentence, self._judge.sentence(sentence, setting.goals, setting.listed), strict=True
        ):
            own = self._years.deadline(clause.text)
            deadline = own or deadline
            framed = not self._years.bare(clause.text) if own else framed
            of_all = self._lists.is_of_all(clause.text, of_all)
            pairs = self._pairs(clause, named)
            named = pairs or named
            if not judgement.kept and not pairs:
                self._leave(judgement.reason, clause, setting)
                if self._carrier:
                    self._carrier.topic(clause.text)
                continue
            units = [_of_pair(pair, clause, judgement) for pair in pairs] or self._units(clause, judgement)
            for unit in units:
                dated = own is not None or framed
                unit = unit._replace(deadline=deadline, dated=dated, of_all=of_all and not unit.figures)
                unit = unit._replace(among_years=several)
                yield self._carrier.filled(unit) if self._carrier else unit

    def _pairs(self, clause: Clause, before: Sequence[Named]) -> list[Named]:
        head = len(clause.text) - len(self._years.bare(clause.text))
        return self._pairing.pairs(clause.text, head, before)

    def _units(self, clause: Clause, judgement: Judgement) -> list[Unit]:
        """The clause as one unit, or as many as it lists."""
        starts = self._lists.cuts(clause.text)
        summed = self._figures.summed(clause.text)
        lead = self._lists.lead(clause.text) if len(starts) > 1 else ""
        units: list[Unit] = []
        for start, end in zip(starts, [*starts[1:], len(clause.text)], strict=True):
            joint = AND.match(clause.text[start:end]) if start else None
            low = start + (joint.end() if joint else 0)
            text = clause.text[low:end].rstrip("、和与及以")
            place = clause.start + low
            opened = start and self._words.opens("acts", text)
            # the sum of a list is no figure of its last member
            figures = tuple(f for f in self._figures.read(text) if summed is None or f.start + low != summed[1])
            own_lead = lead if start and not opened else ""
            often = units[0].figures[0].often if units and units[0].figures and figures else ""
            if often and not figures[0].often and clause.text.startswith(grammar.EACH):
                figures = tuple(f if f.often else f._replace(often=often) for f in figures)
            units.append(Unit(text, place, place + len(text), judgement, figures, lead=own_lead, cut=len(starts) > 1))
        return units

    def _continued(self, units: Iterator[Unit], text: str) -> Iterator[Unit]:
        """The units with a figure that goes on about the unit before it joined to that."""
        waiting: Unit | None = None
        for unit in units:
            by_when = self._by_when.fullmatch(unit.text) if unit.deadline else None
            if waiting is not None and by_when and not waiting.cut:
                of_all = by_when[1] == WHOLLY and not waiting.figures
                waiting = waiting._replace(
                    deadline=unit.deadline, dated=True, of_all=waiting.of_all or of_all, end=unit.end
                )
                continue
            goes_on = _GOES_ON.match(unit.text) and any(figure.base is not None for figure in unit.figures)
            if waiting is not None and goes_on and not waiting.figures and not waiting.cut:
                shift = unit.start - waiting.start
                figures = tuple(f._replace(start=f.start + shift, end=f.end + shift) for f in unit.figures)
                joined = text[waiting.start : unit.end]
                unit = unit._replace(text=joined, start=waiting.start, figures=figures, judgement=waiting.judgement)
            elif waiting is not None:
                yield waiting
            waiting = unit
        if waiting is not None:
            yield waiting


def _of_pair(pair: Named, clause: Clause, judgement: Judgement) -> Unit:
    """The unit of one name and its figure, which stand apart in the clause."""
    low, high = pair.place or (pair.figure.start, pair.figure.end)
    figure = pair.figure._replace(start=len(pair.name), end=len(pair.name) + len(pair.printed))
    return Unit(pair.name + pair.printed, clause.start + low, clause.start + high, judgement, (figure,), cut=True)
