"""Which clauses promise something: the rules of `rules` are asked in order, and the first that holds gives the reason.

A clause is taken unless something speaks against it: it tells what was achieved, on what ground, how, or what for.
Chinese policy prose puts what an act is for behind it, so the same verb (提升 …) opens a promise at the head of a
sentence and an aim behind another act.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, Protocol, get_args

from plancompare.drafting.encoding import news
from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.past import Past
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause, masked, plain
from plancompare.drafting.encoding.years import Years

PromiseReason = Literal[
    "figure", "act", "act_by_preposition", "act_behind_its_ground", "turned", "means", "joint_act", "aim_at_the_head",
    "obligation", "act_inside", "goal", "principle", "item", "result", "adverb", "alone",
]  # fmt: skip
LeftReason = Literal[
    "preamble", "done", "short", "label", "topic", "how", "question", "note", "comment", "aim", "slogan", "ground",
    "generic", "guiding_thought", "no_known_verb", "title", "heading", "background", "caption", "leads_in", "cell",
    "bodies",
]  # fmt: skip
Reason = PromiseReason | LeftReason
PROMISE_REASONS: tuple[Reason, ...] = get_args(PromiseReason)
LEFT_REASONS: tuple[LeftReason, ...] = get_args(LeftReason)
# promises at which a person should look
DOUBTFUL: frozenset[Reason] = frozenset(
    ("act_by_preposition", "act_behind_its_ground", "means", "aim_at_the_head", "principle", "item", "adverb", "alone")
)
RUN_IN = 6  # the longest heading that runs into its paragraph
NEAREST = 24  # clauses before one that rules look back at; hardly a sentence has so many
GUIDING = 3  # grounds and slogans in one sentence that make it guiding thought, in which only a figure promises


class Judgement(NamedTuple):
    """Why a clause is a promise, or why it is none."""

    reason: Reason

    @property
    def is_promise(self) -> bool:
        """Whether the clause is a promise."""
        return self.reason in PROMISE_REASONS

    @property
    def sure(self) -> bool:
        """Whether no person need look."""
        return self.reason not in DOUBTFUL


class LeftOut(NamedTuple):
    """A clause that is no promise, why, and where in the text it stands."""

    reason: Reason
    text: str
    start: int = 0
    end: int = 0


class Sentence:
    """A sentence as rules see it: whether it tells of what was done, or introduces a document."""

    def __init__(self, clauses: Sequence[Clause], words: Steering, years: Years, figures: FigureReader) -> None:
        self.clauses, self.words, self.years, self.figures = clauses, words, years, figures
        self.text = "，".join(clause.text for clause in clauses)
        self.times = Past(words, years)

    @cached_property
    def is_preamble(self) -> bool:
        """Whether it introduces a document: 特制定本规划."""
        return bool(self.words.has("preamble", plain(self.text)))

    @cached_property
    def is_news(self) -> bool:
        """Whether it says when or how something was heard."""
        return news.is_news(self.text, self.words)

    @cached_property
    def is_of_these_days(self) -> bool:
        """Whether it tells of the last few days: 近日, …"""
        return news.is_of_these_days(plain(self.text))

    @cached_property
    def of_years_before(self) -> frozenset[int]:
        """The places of clauses under a year before the plan, up to a year to come: 2019年新建3所，改建2所."""
        told, before = list[int](), False
        for place, clause in enumerate(self.clauses):
            before = self.times.opens(clause.text) or (before and self.years.deadline(clause.text) is None)
            told += [place] if before else []
        return frozenset(told)

    @cached_property
    def looks_back(self) -> bool:
        """Whether it tells of a span before the plan, or how far something rose in it; no goal does."""
        return self.years.deadline(self.text) is None and self.times.tells(self.text)

    @cached_property
    def past(self) -> frozenset[int]:
        """The places of clauses that tell what was done, is the case or is lacking.

        One that does so tells it of those around it, up to what speaks of a time to come: 去年新建3所，今年将建5所.
        Behind that only what names a time gone by, or the present, looks back again.
        """
        told = list[int]()
        for stretch in self._stretches():
            ahead = self._is_to_come(stretch[0])
            backs = [place for place in stretch if self._looks_back(place, ahead)]
            told += [place for place in stretch if backs and (not ahead or place >= backs[0])]
        return frozenset(told)

    def _stretches(self) -> Iterator[list[int]]:
        """The places of the clauses, parted where one speaks of a time to come, and where that part of it ends."""
        stretch, ahead = list[int](), False
        for place in range(len(self.clauses)):
            to_come = self._is_to_come(place)
            part_ends = ahead and self.clauses[place].part != self.clauses[place - 1].part
            ahead = to_come or (ahead and not part_ends)
            if stretch and (to_come or part_ends):
                yield stretch
                stretch = []
            stretch.append(place)
        yield stretch

    def _is_to_come(self, place: int) -> bool:
        return self.times.is_to_come(self.clauses[place].text)

    def _looks_back(self, place: int, ahead: bool) -> bool:
        """Whether a clause tells what was done, is the case or is lacking; behind what is ``ahead`` it says when."""
        text, words = plain(masked(self.clauses[place].text)), self.words
        if self.times.is_built_on(text):
            return False
        over = place == 0 and self.times.is_over(self.text) and self.years.deadline(self.text) is None
        if self.is_of_these_days and news.is_event(text):
            return True
        stands = place == 0 and news.stands(plain(masked(self.text)))
        lacks = words.has("lacking", text) and not words.pattern("acts", "aims").match(words.core(text))
        gone_by = self.times.has_gone_by(text) or self.years.is_before(text)
        if over or stands or lacks or gone_by or words.opens("being", text):
            return True
        if ahead:
            return False
        standing = re.sub(rf"(?:{words.pattern('acts', 'aims').pattern})现有", "", text)  # 改造现有教室
        return bool(
            words.has("statements", text)
            or self.times.has_risen(text)
            or self.times.is_done(text)
            or (words.has("being", standing) and self.figures.read(self.text))
        )


class Case:
    """A clause as rules see it.

    ``text`` is without the deadline it opens with, ``core`` also without adverbs; ``following`` is the next clause of
    the same part of the sentence, ``before`` those that stand before it there.
    ``acted``: a clause before it in the part promises something; ``after_aim``: the clause before it was an aim;
    ``aims_only``: those that promise before it in the part are all states aimed at; ``goals``: it stands where what
    is to be reached counts as a promise.
    """

    def __init__(
        self, sentence: Sentence, index: int, acted: bool, after_aim: bool, goals: bool, aims_only: bool = False
    ) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.clause, self._index = sentence.clauses[index], index
        self.acted, self.after_aim, self.goals, self.aims_only = acted, after_aim, goals, aims_only
        self.is_past = index in sentence.past or index in sentence.of_years_before
        behind = sentence.clauses[index + 1 : index + 2]  # the part of a sentence stands together
        self.following = next((c.text for c in behind if c.part == self.clause.part), "")
        self.text = sentence.years.bare(self.clause.text)

    @cached_property
    def before(self) -> str:
        """The clauses before this one in its part of the sentence: the nearest, as a sentence may go on and on."""
        clauses = self.sentence.clauses[max(0, self._index - NEAREST) : self._index]
        return "，".join(clause.text for clause in clauses if clause.part == self.clause.part)

    @cached_property
    def core(self) -> str:
        """The text without the adverbs it opens with."""
        return self.words.core(self.text)

    @cached_property
    def following_core(self) -> str:
        """The next clause without deadline and adverbs."""
        return self.words.core(self.sentence.years.bare(self.following)) if self.following else ""

    @cached_property
    def is_of_another_stage(self) -> bool:
        """Whether it names another stage than the clauses of the sentence before it: no aim of theirs."""
        before = "，".join(c.text for c in self.sentence.clauses if c.start < self.clause.start)
        stages, others = self.words.stages_of(self.text), self.words.stages_of(before)
        return bool(stages and others) and not stages & others

    @cached_property
    def figured(self) -> bool:
        """Whether it names a figure."""
        return bool(self.sentence.figures.read(self.text))

    def opens(self, name: str) -> str:
        """The word of a list that the core begins with, or nothing."""
        return self.words.opens(name, self.core)

    def ends(self, name: str) -> str:
        """The word of a list that the text ends with, or nothing."""
        return self.words.ends(name, self.text)

    def has(self, *names: str) -> bool:
        """Whether a word of the lists stands in the text."""
        return self.words.pattern(*names).search(self.text) is not None


class Test(Protocol):
    """Whether a rule holds for a clause; its name names the rule."""

    @property
    def __name__(self) -> str: ...

    def __call__(self, case: Case, /) -> bool:
        """Whether the rule holds."""
        ...


class Rule(NamedTuple):
    """A clause for which ``test`` holds, and no rule before it, is judged by ``reason``."""

    reason: Reason
    test: Test


class Judge:
    """Judges clauses by one codebook's words and one plan's years.

    ``rules`` are asked in order, the last must hold for all clauses; ``item_rules`` are asked of what opens an item of
    a list of tasks and has no verb of its own.
    """

    def __init__(
        self,
        steering: Steering,
        years: Years,
        figures: FigureReader,
        rules: Sequence[Rule],
        item_rules: Sequence[Rule],
    ) -> None:
        self._words, self._years, self._figures = steering, years, figures
        self._rules, self._item_rules = rules, item_rules

    def sentence(self, clauses: Sequence[Clause], goals: bool = False, listed: bool = False) -> Iterator[Judgement]:
        """A judgement for each clause of one sentence; ``goals`` where what is to be reached counts as a promise.

        ``listed`` if the sentence opens an item of a list of tasks, which promises something even without a verb.
        A sentence that stands on many grounds is guiding thought: in it only a figure promises something.
        """
        sentence = Sentence(clauses, self._words, self._years, self._figures)
        judged = [Judgement(rule.reason) for rule in self.deciding(sentence, goals, listed)]
        guiding = sum(judgement.reason in ("ground", "slogan") for judgement in judged) >= GUIDING
        for judgement, clause in zip(judged, clauses, strict=True):
            yield Judgement("guiding_thought") if guiding and self._is_thought(judgement, clause) else judgement

    def _is_thought(self, judgement: Judgement, clause: Clause) -> bool:
        """Whether a clause among grounds and slogans is one more of them: no figure, nothing to be set up or done."""
        if not judgement.is_promise or judgement.reason == "figure":
            return False
        core = self._words.core(self._years.bare(clause.text))
        acts = self._words.opens("acts", core) and not self._words.opens("soft", core)
        return not (acts or self._words.ends("instruments", clause.text))

    def deciding(self, sentence: Sentence, goals: bool, listed: bool) -> Iterator[Rule]:
        """The rule that decides on each clause."""
        acted, after_aim, aims_only, part = False, False, False, -1
        for index, clause in enumerate(sentence.clauses):
            if clause.part != part:
                part, acted, after_aim, aims_only = clause.part, False, False, False
            case = Case(sentence, index, acted, after_aim, goals, aims_only)
            rule = _first(self._rules, case)
            if listed and rule.reason in ("topic", "no_known_verb", "alone"):
                rule = _first(self._item_rules, case)
            listed = listed and rule.reason in ("label", "short")
            promised = rule.reason in PROMISE_REASONS
            if promised:
                aims_only = rule.reason in ("aim_at_the_head", "goal") and (aims_only or not acted)
            acted, after_aim = acted or promised, not promised and (after_aim or rule.reason == "aim")
            yield rule


def _first(rules: Sequence[Rule], case: Case) -> Rule:
    return next(rule for rule in rules if rule.test(case))
