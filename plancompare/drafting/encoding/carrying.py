"""What a clause leaves unsaid because one before it said it: its measure (其中城区…), or whose figure it is."""

import re
from functools import cached_property

from plancompare.drafting.encoding import grammar
from plancompare.drafting.encoding.naming import Naming
from plancompare.drafting.encoding.passages import field_of
from plancompare.drafting.encoding.promises import Unit
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import plain

_EACH = re.compile(grammar.EACH_TIME)
_SHARE_OF_ALL, _SERVED = re.compile(grammar.SHARE_OF_ALL), re.compile(grammar.SERVED)
_OBJECT = 2  # characters of what a verb is about


class Carrier:
    """Goes through the units of one passage in order and gives each what those before it carry over."""

    def __init__(self, steering: Steering, naming: Naming, field: str = "") -> None:
        """``field`` is the stage that the headings name, if they name one."""
        self._words, self._naming, self._field = steering, naming, field
        self._among_them = steering.grammar(grammar.AMONG_THEM)
        # thing: what the clause before carries further, without a figure (周转宿舍建设)
        # here: whose figures the sentence tells; last: the clause before, whatever it says
        self._subject = self._here = self._topic = self._last = self._thing = self._stage = ""
        self._title = ""  # what the passage is about
        self._before: dict[str, str] = {}
        self._among = self._parts = False  # whether a sentence is about parts of a total, and the unit before was one
        self._measures: dict[str, str] = {}  # by the kind of what is measured
        self._built = ""  # the kind of schools that the sentence named last

    def begins(self) -> None:
        """A sentence begins: what a clause of the one before was about holds no longer, its measure only for 其中…"""
        self._topic, self._last, self._here, self._among = "", "", "", False
        self._thing = self._stage = self._built = ""
        self._parts = False
        self._before, self._measures = self._before | self._measures, {}

    def titled(self, text: str) -> None:
        """Take up what a passage says first that it is about, by its stage and by itself: 学前教育。…, 教师培训。…"""
        self._field = field_of(text, self._words) or self._field
        self._title = self._naming.clean(plain(text))

    def topic(self, text: str) -> None:
        """Take up a clause that only names what those behind it are about: 技能人才中."""
        self._note_stage(text)
        self._built = self._schools_in(text) or self._built
        if self._naming.is_scope(plain(text)):
            self._field = field_of(text, self._words) or self._field  # 高中阶段：毛入学率达到95%
        self._last = _what(text)
        match = self._words.grammar(grammar.TOPIC_AMONG).fullmatch(plain(text))
        self._topic = match[1] if match else ""
        if self._words.ends("rates", text):
            self._measures["%"] = self._naming.clean(plain(text))  # 甲率：小学98%、初中99%
        self._among = self._among or self._among_them.fullmatch(plain(text)) is not None

    def filled(self, unit: Unit) -> Unit:
        """The unit with its measure, or with the subject that it lacks."""
        if not self._note_stage(unit.text) and unit.figures:
            unit = unit._replace(stage=self._stage)
        whose = self._built
        if not (unit.figures and unit.figures[0].unit == "%"):  # whose share it is builds nothing
            self._built = self._schools_in(unit.text) or self._built
        among = self._among_them.match(unit.text) or self._among
        if isinstance(among, re.Match) and among.end() < len(unit.text):
            unit = _without_head(unit, among.end())
        if not unit.figures:
            self._last, self._thing = _what(unit.text), self._naming.thing(unit.text)
            return self._stated(unit)
        figure = unit.figures[0]
        name = self._naming.label(unit.text, figure)
        before = self._naming.before(unit.text, figure)
        kind = _kind(figure.unit)
        measure = self._measures.get(kind, "") or (self._before.get(kind, "") if among else "")
        own = self._naming.agents.is_place(before) or (bool(among) and self._naming.houses_persons(before, figure.unit))
        # 学位 are of a stage, 学校 are of it by their name: 其中小学3所
        counted = _is_count(kind) and not self._words.ends("places", measure)
        part = own or (self._naming.is_scope(before, of_things=counted) and (among or before))
        shared = self._is_share_of_all(unit)
        part = part and not shared
        bare = _is_count(kind) and not self._thing and self._naming.is_bare_verb(unit.text[: figure.start])
        if (measure or (bare and self._field)) and (part or bare) and not _counted_behind(unit):
            unit = self._measured(unit, "" if bare else before, measure or self._field)
            unit = unit._replace(
                part=own, among=own and not self._naming.is_scope(before) and (bool(among) or self._parts)
            )
            self._parts = unit.among
            name = self._naming.label(unit.text, unit.figures[0])
        elif among and kind == "%" and not shared and (rate := self._rate_of_fellows(before, measure)):
            unit = self._measured(unit, before, rate)
        elif name in self._words.words("places") and whose and not self._naming.enlarges(self._last):
            unit = unit._replace(subject=whose)  # 新建幼儿园3所，新增学位900个
        elif subject := self._subject_for(unit, name, before, bool(among)):
            unit = unit._replace(subject=subject)
        if name and not own and not self._says_no_thing(name, kind):
            self._measures[kind] = name
        self._thing = ""
        self._parts = self._parts and unit.among
        self._here = unit.subject or self._subject_of(before) or self._here
        self._subject = self._here or self._subject
        return unit

    def _schools_in(self, text: str) -> str:
        """The schools of one kind that a clause names last: 公办幼儿园."""
        *_, last = [None, *self._schools.finditer(text)]
        return last[0] if last else ""

    @cached_property
    def _schools(self) -> re.Pattern[str]:
        owned = one_of(word for words in self._words.owners.values() for word in words).pattern
        staged = one_of(word for words in self._words.stages.values() for word in words).pattern
        return re.compile(f"(?:{owned})?(?:{staged})")

    def _is_share_of_all(self, unit: Unit) -> bool:
        """Whether a share is what a part has of the whole: 其中城区占60%."""
        return (
            unit.figures[0].unit == "%" and _SHARE_OF_ALL.search(plain(unit.text[: unit.figures[0].start])) is not None
        )

    def _rate_of_fellows(self, before: str, measure: str) -> str:
        """交流轮岗比例 of 教师交流轮岗比例, for 其中骨干教师; all of it for 其中农村学校; else nothing."""
        if self._words.pattern("areas").match(before) and not self._words.ends("rates", before):
            return measure
        noun = before[-_OBJECT:]
        place = measure.rfind(noun) if len(noun) == _OBJECT and not self._words.ends("rates", before) else -1
        rate = measure[place + _OBJECT :] if place >= 0 else ""
        return rate if self._words.ends("rates", rate) and rate != self._words.ends("rates", rate) else ""

    def _note_stage(self, text: str) -> bool:
        """Whether a clause names a stage: the one that it names is that of those behind it which name none."""
        named = self._tells_whose(text) or bool(self._words.pattern("stages").search(text))
        self._stage = field_of(text, self._words) if named else self._stage
        return named

    def _says_no_thing(self, name: str, kind: str) -> bool:
        """Whether a name tells no measure that another clause could go on with: 城区, or 新建 by itself."""
        return self._naming.is_scope(name, of_things=_is_count(kind)) or self._naming.is_bare_verb(name)

    def _subject_for(self, unit: Unit, name: str, before: str, among: bool) -> str:
        """Whose figure it is where another clause, or a heading, says so; nothing where its own clause does."""
        if self._topic and not unit.text.startswith(self._topic):
            return self._topic
        if name in grammar.AWARDS and self._last:
            return self._last
        if self._words.grammar(grammar.ELIDED).match(before) and self._subject:
            return self._subject
        if self._here and self._lacks_subject(unit, before, among):
            return self._here
        if unit.text.startswith(grammar.EACH) and self._naming.names_nothing(unit.text, unit.figures[0]):
            served = _SERVED.fullmatch(self._measures.get("%", ""))  # 课后服务覆盖率达到100%，每周不少于5天
            return served[1] if served else self._title
        rated = self._field and self._words.ends("rates", name)
        return self._field if rated and not self._words.scopes.search(unit.lead + unit.text) else ""

    def _lacks_subject(self, unit: Unit, before: str, among: bool) -> bool:
        """Whether a clause says what is said of persons, and not of whom: 起薪…, 其中本科…, 每月补助…"""
        said_of = self._words.opens("of_persons", before)
        if said_of or self._words.persons.search(before):
            return bool(said_of) and not self._words.persons.search(before, len(said_of))
        each, figure = _EACH.match(plain(unit.text)), unit.figures[0]
        if each is None or not (figure.unit.endswith(grammar.MONEY) or self._naming.is_of_each(figure.unit)):
            return False
        said = self._naming.tail.sub("", plain(unit.text[each.end() : figure.start]))
        own = len(said) - len(self._words.opens("acts", said)) >= _OBJECT and said not in grammar.AWARDS
        return not own and self._words.persons.search(self._here) is not None

    def _stated(self, unit: Unit) -> Unit:
        """A state without a figure (普及程度显著提高), of what the headings say; 起薪高于平均 is of persons."""
        if self._here and unit.judgement.reason == "figure" and self._words.opens("of_persons", unit.text):
            return unit._replace(subject=self._here)
        stated = self._field and (unit.judgement.reason == "goal" or self._ends_in_a_verb(unit))
        if not stated or self._tells_whose(unit.text):
            return unit
        doubled = max((size for size in range(1, 3) if unit.text.startswith(self._field[-size:])), default=0)
        return unit._replace(subject=self._field[:-doubled] if doubled else self._field)

    def _ends_in_a_verb(self, unit: Unit) -> bool:
        """办学条件明显改善: the thing stands before what is done to it."""
        if unit.judgement.reason not in ("act_inside", "result"):
            return False
        *_, last = [None, *self._words.pattern("acts", "aims").finditer(unit.text)]
        return last is not None and last.end() == len(unit.text)

    def _tells_whose(self, text: str) -> bool:
        return any(word in text for words in self._words.stages.values() for word in words)

    def _measured(self, unit: Unit, name: str, measure: str) -> Unit:
        """The unit with the measure of the one before it put behind its own place or level."""
        head = plain(unit.text).find(name) + len(name) if name else self._verb(unit)
        measure = self._naming.unscoped(measure, name)
        text = unit.text[:head] + measure + unit.text[head:]
        shift = len(measure)
        figures = tuple(f._replace(start=f.start + shift, end=f.end + shift) for f in unit.figures)
        return unit._replace(text=text, figures=figures)

    def _verb(self, unit: Unit) -> int:
        """Where the verb ends that a figure hangs on."""
        lead = plain(unit.text[: unit.figures[0].start])
        verbs = list(self._words.pattern("acts").finditer(lead))
        return verbs[-1].end() if verbs else 0

    def _subject_of(self, name: str) -> str:
        """The persons or the stage that a measure opens with: 中职毕业生 of 中职毕业生就业率."""
        *_, last = [None, *self._words.whose.finditer(name)]
        return name[: last.end()] if last else ""


def _what(text: str) -> str:
    """What a clause is about that an award behind it goes to: 新建公办园 of 凡是新建公办园."""
    return re.sub("^凡是?", "", plain(text).strip("。 "))


def _kind(unit: str) -> str:
    """What is measured alike: shares, money, persons, and things of one unit."""
    return "人" if unit in grammar.PERSONS else grammar.MONEY if unit.endswith(grammar.MONEY) else unit


def _is_count(kind: str) -> bool:
    return kind not in ("%", grammar.MONEY)


def _counted_behind(unit: Unit) -> bool:
    """Whether what is counted stands behind the figure: 城区新建3所小学."""
    behind = plain(unit.text[unit.figures[0].end :]).strip("。 ")
    return len(behind) >= 2 and not re.match("以上|以内|以下|左右|[（(]", behind)


def _without_head(unit: Unit, size: int) -> Unit:
    figures = tuple(f._replace(start=f.start - size, end=f.end - size) for f in unit.figures if f.start >= size)
    return unit._replace(text=unit.text[size:], figures=figures)
