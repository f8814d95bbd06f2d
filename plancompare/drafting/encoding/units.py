"""Cuts passages into promises: clauses that promise something, with the figures and the deadline of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.clauses import GUIDES
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.joining import Joiner, with_part
from plancompare.drafting.encoding.judging import GUIDING, Judge, Judgement, LeftOut, Reason
from plancompare.drafting.encoding.labels import Labels
from plancompare.drafting.encoding.lists import AND, ListCutter
from plancompare.drafting.encoding.pairs import Named, Pairing
from plancompare.drafting.encoding.past import Past
from plancompare.drafting.encoding.promises import Unit, of_pair
from plancompare.drafting.encoding.rules import ITEM_RULES, RULES, TAKES_YEARS
from plancompare.drafting.encoding.sharing import Sharing
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause, clauses
from plancompare.drafting.encoding.yearly import by_years, years_of
from plancompare.drafting.encoding.years import Deadline, Years

_GUIDES = re.compile(GUIDES)


class Setting(NamedTuple):
    """Where a passage stands: its offset ``start`` in the document, and what its surroundings say of it.

    ``goals`` if it states aims to be reached, where states count too. ``listed`` if it is an item of a list of tasks,
    which may be no more than a few words without a verb. ``deadline`` is what the nearest heading, or the sentence that
    a list stands under, sets. ``opening`` above the first heading, where guiding thought goes on to the last sentence;
    ``guiding`` under a heading that announces nothing else. ``reported`` in a report on what was done, which promises
    only what it says is to come.
    """

    start: int = 0
    goals: bool = False
    listed: bool = False
    deadline: Deadline | None = None
    opening: bool = False
    guiding: bool = False
    reported: bool = False


PLAIN = Setting()


class Carrying(Protocol):
    """What goes along with the units of a passage: see `carrying.Carrier`."""

    def begins(self) -> None:
        """A sentence begins."""

    def titled(self, text: str) -> None:
        """Take up what a passage says first that it is about."""

    def topic(self, text: str) -> None:
        """Take up a clause that is no unit."""

    def filled(self, unit: Unit) -> Unit:
        """The unit with what others said of it."""
        ...


class UnitCutter:
    """Cuts passages by one codebook's words and one plan's years.

    Remembers in ``left_out`` what promised nothing, in ``due`` the deadline that the last passage set for what
    follows it (到2023年，实现以下目标：), and in ``last_due`` the last that a sentence named which tells of no past.
    """

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years
        self._figures = FigureReader(steering)
        self._judge = Judge(steering, years, self._figures, RULES, ITEM_RULES)
        self._lists = ListCutter(steering, years, self._figures)
        self._pairing = Pairing(steering, self._figures)
        self._sharing = Sharing(steering, self._figures, self._pairing)
        self._joiner = Joiner(steering, years)
        self._labels = Labels(steering, self._figures)
        self.left_out: list[LeftOut] = []
        self.due: Deadline | None = None
        self.last_due: Deadline | None = None
        self._carrier: Carrying | None = None
        # told_list: the items below a line are about what was done: 过去一年的主要工作：
        self._guided = self._told_done = self._told_list = False
        self._past = Past(steering, years)
        self._said: Deadline | None = None  # the deadline of the sentence before

    def cut(self, text: str, setting: Setting = PLAIN, carrier: Carrying | None = None) -> Iterator[Unit]:
        """The promises of one passage in its ``setting``; ``carrier`` gives each what those before it carry over."""
        self._carrier, self._guided = carrier, False
        # a passage that opens with the plan, or a year, before this one goes on about it
        past = over = False
        told_done, self._told_done = self._told_done, False
        due, found = setting.deadline, list[Unit]()
        sentences = [list(group) for _, group in groupby(clauses(text), key=lambda clause: clause.sentence)]
        self._told_list = self._told_list and (setting.listed or any(one[0].mark for one in sentences[:1]))
        if len(sentences) > 1 and self._labels.names_only(sentences[0], sentences[1:]):
            self._leave("label", sentences[0][0], setting)
            if carrier:
                carrier.titled(sentences[0][0].text)
            del sentences[0]
        for number, sentence in enumerate(sentences):
            whole = "，".join(clause.text for clause in sentence)
            past = self._years.is_before(whole) if number == 0 else past
            figures = [figure for clause in sentence for figure in self._figures.read(clause.text)]
            counts = bool(figures) if over else self._past.counts_events(figures, whole)
            goes_on = (over or told_done) and self._past.goes_on(whole, counts)
            over = self._past.opens_sentence(sentence) or (over and goes_on)
            told_done = (told_done and goes_on) or (setting.reported and not self._past.looks_ahead(sentence))
            told_done = told_done or self._told_list
            if told_done or ((past or (over and number)) and self._years.deadline(whole) is None):
                for clause in sentence:
                    self._leave("done", clause, setting)
                told_done = True
                continue
            left = len(self.left_out)
            listed = setting.listed and number == 0
            among = self._words.grammar(grammar.AMONG_THEM).match(whole)
            setting_here = setting._replace(listed=listed, deadline=self._said or due if among else due)
            promises = list(self._promises(sentence, setting_here, text))
            if found and promises and promises[0].among and (total := with_part(found[-1], promises[0])):
                found[-1] = total  # 新建初中9所。其中甲县4所
                del promises[0]
            found += promises
            told_done = not promises and any(one.reason == "done" for one in self.left_out[left:])
            set_here = self._years.deadline(whole)
            self._said = set_here or (self._said if among else None)
            if self._years.period is None and any(one.reason == "done" for one in self.left_out[left:]):
                continue  # a year of the past, for all that is known
            self.last_due = set_here or self.last_due
            holds = not promises or self._sets_for_all(sentence) or self._years.period is None
            due = set_here if set_here and holds else due
        yield from found
        if sentences and text.rstrip().endswith(("：", ":")):
            self._told_list = self._past.opens_sentence(sentences[-1])
        self.due, self._told_done = due if setting.deadline != due else None, told_done

    def _promises(self, sentence: Sequence[Clause], setting: Setting, text: str) -> Iterator[Unit]:
        """The promises of a sentence; a span that nothing in it takes is none."""
        for unit in self._joiner.joined(self._sentence(sentence, setting), text):
            if unit.judgement.is_promise:
                yield unit
            else:
                start = setting.start + unit.start
                self.left_out.append(LeftOut(unit.judgement.reason, unit.text, start, start + len(unit.text)))

    def _sets_for_all(self, sentence: Sequence[Clause]) -> bool:
        """Whether a sentence opens with a deadline and a colon: it holds for the list behind it."""
        colon = next((index for index, clause in enumerate(sentence) if clause.closes in ("：", ":")), None)
        return colon is not None and any(self._years.deadline(clause.text) for clause in sentence[: colon + 1])

    def _leave(self, reason: Reason, clause: Clause, setting: Setting) -> None:
        start = setting.start + clause.start
        self.left_out.append(LeftOut(reason, clause.text, start, start + len(clause.text)))

    def _sentence(self, sentence: Sequence[Clause], setting: Setting) -> Iterator[Unit]:
        deadline = setting.deadline
        framed = of_all = False  # framed: the deadline stands in a clause of its own and holds for those behind it
        several = len({due.year for clause in sentence if (due := self._years.deadline(clause.text))}) > 1
        named: list[Named] = []
        years = next((listed for clause in sentence if (listed := years_of(clause.text))), [])
        if self._carrier:
            self._carrier.begins()
        for clause, judgement in zip(sentence, self._judged(sentence, setting), strict=True):
            due_here = self._years.deadline(clause.text)
            deadline = due_here or deadline
            framed = not self._years.bare(clause.text) if due_here else framed
            of_all = self._lists.is_of_all(clause.text, of_all)
            spans = judgement.reason == "how" and self._spans(clause)
            if not judgement.is_promise and not spans:
                self._leave(judgement.reason, clause, setting)
                if self._carrier:
                    self._carrier.topic(clause.text)
                continue
            if spans:
                yield from self._units(clause, judgement)
                continue
            end = self._years.period[1] if self._years.period else None
            if each := list(by_years(clause, judgement, self._figures, years, end)):
                yield from (self._carrier.filled(unit) if self._carrier else unit for unit in each)
                continue
            pairs = self._pairs(clause, named)
            named = pairs or named
            pairs = pairs or self._sharing.shares(clause.text, self._head(clause))
            units = [of_pair(pair, clause, judgement) for pair in pairs] or self._units(clause, judgement)
            for unit in units:
                dated = due_here is not None or framed
                unit = unit._replace(deadline=deadline, dated=dated, of_all=of_all and not unit.figures)
                unit = unit._replace(among_years=several)
                yield self._carrier.filled(unit) if self._carrier else unit

    def _judged(self, sentence: Sequence[Clause], setting: Setting) -> list[Judgement]:
        """A judgement for each clause; what opens with a deadline says what is to be reached by then."""
        self._guided = self._guided or setting.guiding or _GUIDES.fullmatch(sentence[0].text) is not None
        goals = setting.goals or any(self._frames(clause.text) for clause in sentence)
        judged = list(self._judge.sentence(sentence, goals, setting.listed))
        if setting.opening:
            self._guided = (
                self._guided or sum(j.reason in ("ground", "slogan", "guiding_thought") for j in judged) >= GUIDING
            )
        if self._guided:
            spans = [False, *(self._spans(clause) for clause in sentence)]  # 用十五年时间，建成…
            return [
                Judgement("guiding_thought") if j.is_promise and j.reason != "figure" and not span else j
                for j, span in zip(judged, spans, strict=False)
            ]
        return judged

    def _frames(self, text: str) -> bool:
        """Whether a clause is no more than a deadline, which holds for those behind it."""
        return self._years.deadline(text) is not None and not self._years.bare(text)

    def _spans(self, clause: Clause) -> bool:
        """Whether a clause only says how long something takes, and does so in figures."""
        return bool(TAKES_YEARS.match(self._years.bare(clause.text)) and self._figures.read(clause.text))

    def _pairs(self, clause: Clause, before: Sequence[Named]) -> list[Named]:
        return self._pairing.pairs(clause.text, self._head(clause), before)

    def _head(self, clause: Clause) -> int:
        """Where a clause begins behind its deadline."""
        return len(clause.text) - len(self._years.bare(clause.text))

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
            if len(starts) > 1 and text.count("(") + text.count("（") != text.count(")") + text.count("）"):
                text = text.rstrip("()（）")  # cut at a bracket
            offset = clause.start + low
            opened = start and self._words.opens("acts", text)
            # the sum of a list is no figure of its last member
            figures = tuple(f for f in self._figures.read(text) if summed is None or f.start + low != summed[1])
            own_lead = lead if start and not opened else ""
            often = units[0].figures[0].often if units and units[0].figures and figures else ""
            if often and not figures[0].often and clause.text.startswith(grammar.EACH):
                figures = tuple(f if f.often else f._replace(often=often) for f in figures)
            whose = self._lists.area(clause.text, text) if opened else ""
            unit = Unit(text, offset, offset + len(text), judgement, figures, lead=own_lead, subject=whose)
            units.append(unit._replace(cut=len(starts) > 1))
        return self._counting_alike(units)

    def _counting_alike(self, units: list[Unit]) -> list[Unit]:
        """甲至少建成3所、乙至少建成2所小学: what stands behind the last figure is counted before it, too."""
        *before, last = units
        tail = last.text[last.figures[-1].end :].strip("的。 ") if before and last.figures else ""
        if len(tail) < 2 or not all(self._ends_in_figure(unit) for unit in before):
            return units
        return [*(unit._replace(text=f"{unit.text}{tail}") for unit in before), last]

    def _ends_in_figure(self, unit: Unit) -> bool:
        """Whether a verb and its figure end a unit: …至少建成3所."""
        if not unit.figures or unit.text[unit.figures[-1].end :].strip("。 "):
            return False
        head = unit.text[: unit.figures[-1].start].rstrip()
        return bool(self._words.ends("acts", head))
