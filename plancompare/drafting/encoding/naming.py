"""What a figure counts or measures, as a noun phrase: 公办幼儿园 of 每年新建公办幼儿园4所."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from plancompare.drafting.documents.limits import NEAR_FIGURE
from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.agents import Agents
from plancompare.drafting.encoding.quantities import Figure
from plancompare.drafting.encoding.steering import Steering, one_of
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.encoding.years import Years
from plancompare.drafting.numerals import NUMBER

LONGEST_LABEL = 24  # characters of what a figure is called; what is longer is a sentence
FAR = 12  # characters in which a subject stands before 每年
LONGEST_UNIT = 2  # characters behind a number that are no more than its unit, or a verb
SHORTEST = 4  # characters of the end of a long name that tells enough
_LOOSE = "的，,、：: “”?？"
_PARTED = re.compile(rf"{grammar.PAUSES}|[（(：:]")
_JOINT, _PARTICLE = re.compile(grammar.AND), re.compile(grammar.VERB_PARTICLES)
_BOUND_BEHIND = re.compile("以上|以内|以下|左右")
_PART_OF = re.compile(grammar.PART_OF)
_RISEN = re.compile(grammar.RISES_FROM)
_PREPOSITION = re.compile(grammar.PREPOSITIONS)
_FURTHERS, _FURTHERED = re.compile(clauses.FURTHERS), re.compile(clauses.FURTHERED)
_TAKES, _TAKEN = re.compile(grammar.TAKES), re.compile(grammar.TAKEN_TAIL)
_GIVEN_BY, _IN_PROPORTION = re.compile(grammar.GIVEN_BY), re.compile(grammar.IN_PROPORTION)
_NUMBERED = re.compile(NUMBER)
_GIVERS, _ON = re.compile(grammar.GIVERS), re.compile(grammar.ON)
_ASIDE, _THOSE = re.compile(r"\([^()]*\)"), re.compile(grammar.THOSE)
FEW, TELLS = 3, 16  # characters of a noun that tells too little (…的学校), and of one told with what tells which
_STATED, _COUNTED_AS_WELL = re.compile(grammar.STATED), re.compile(grammar.COUNTED_AS_WELL)
_TOTAL = re.compile(grammar.IN_TOTAL)


class Naming:
    """Names what is counted by one codebook's words and one plan's years."""

    def __init__(self, steering: Steering, years: Years) -> None:
        self._words, self._years = steering, years
        self._as_well, self.agents = steering.grammar(grammar.AS_WELL), Agents(steering, years)

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What stands between the name of a measure and its figure."""
        adverbs = self._words.fitted(grammar.MEASURE_ADVERBS)
        heads = f"每(?:{self._words.pattern('heads').pattern})"
        return re.compile(rf"(?:{grammar.HOW_MANY})?(?:{adverbs})*(?:{grammar.REACHES}|{heads})*$")

    @cached_property
    def _each(self) -> re.Pattern[str]:
        """By what something is counted, which its unit says (所/年)."""
        periods = one_of(self._words.words("school_periods")).pattern
        bases = self._words.pattern("bases").pattern
        base = f"(?:{grammar.ONE_OF_EACH})?{grammar.MADE_NEW}(?:{bases}){grammar.BEHIND_BASE}"
        each = f"个?(?:{periods}|{grammar.OFTEN_EACH})|{base}"
        acts = self._words.pattern("acts").pattern
        counted = rf"(?:{grammar.ONE_OF_EACH})?(?:{bases})(?={acts})"
        a_year = f"{self._words.fitted(grammar.A_YEAR)}(?={acts})"
        return re.compile(rf"(?:每[两二三四五\d]?(?:{each}|{counted})|年均|{grammar.YEARLY}|{a_year})+")

    def label(self, text: str, figure: Figure, end: int | None = None) -> str:
        """What a figure of a clause counts: what stands behind a count (up to ``end``), before a share."""
        name = self.takes(text, figure, end) or self._named(text, figure, end)
        return f"{self._untold(text, figure, name)}{name}"

    def _named(self, text: str, figure: Figure, end: int | None) -> str:
        end = min(len(text) if end is None else end, figure.end + NEAR_FIGURE)
        whole = plain(text[figure.end : end])
        if figure.unit == "%" and (shared := self._shared_by(_ASIDE.sub("", whole))):
            return shared
        behind = self._what_becomes(self._as_well.split(_PARTED.split(whole)[0])[0])
        behind = behind if "“" in behind else behind.partition("”")[0]
        if end < len(text) and (joints := list(_JOINT.finditer(behind))):
            behind = behind[: joints[-1].start()]  # 3所小学、2所初中
        behind = behind.strip("的 。、）)")
        if portion := self._portion(text, figure):
            return portion
        if self.names_nothing(text, figure, part=True) and figure.often and figure.unit in grammar.PERSONS:
            return f"{grammar.EACH}{figure.often}{grammar.PERSONS_OF}"  # 每班不超过45人
        before = self.before(text, figure)
        told = not behind or _BOUND_BEHIND.match(behind) or behind in self._words.words("everything")
        if figure.unit == "%" or figure.unit.endswith(grammar.MONEY) or told:
            return before or self.clean(behind) or self.clean(plain(text[-NEAR_FIGURE:]))
        behind = (
            behind
            if len(behind) - behind.rfind("的") <= FEW < len(behind) <= TELLS
            else behind.rpartition("的")[2] or behind
        )
        behind = self._persons(behind) if figure.unit in grammar.PERSONS else behind
        kind = self._words.opens("told_apart", behind)  # 12所试点小学: a noun, whatever verb it opens like
        if kind and (thing := self.clean(behind[len(kind) :])):
            return f"{kind}{thing}"
        return self.clean(behind) or before or self.clean(plain(text[-NEAR_FIGURE:]))

    def _what_becomes(self, behind: str) -> str:
        """What is counted, without what becomes of it: 项目 of 20个项目将在2023年完工."""
        becomes = self._words.grammar(grammar.BECOMES).search(behind, LONGEST_UNIT)
        return behind[: becomes.start()] if becomes else behind

    def _shared_by(self, behind: str) -> str:
        """95%以上的县实现均衡发展: 实现均衡发展的县比例; nothing where no such thing follows a share."""
        found = _THOSE.match(_PARTED.split(behind)[0])
        verb = self._words.opens("results", found["does"]) or self._words.opens("acts", found["does"]) if found else ""
        if not found or not verb or len(found["does"]) - len(verb) < LONGEST_UNIT:
            return ""
        return f"{found['does']}的{found['those']}{grammar.RATIO_NAME}"[:LONGEST_LABEL]

    def takes(self, text: str, figure: Figure, end: int | None = None) -> str:
        """What a span up to ``end`` is the time of: 改造校舍所用年限 of 用三年时间，改造校舍; else nothing."""
        near = plain(text[figure.end : figure.end + NEAR_FIGURE])
        tail = _TAKEN.match(near) if figure.unit in grammar.TAKING else None
        if tail is None:
            return ""
        behind = near[tail.end() : None if end is None else end - figure.end].lstrip("，, ")
        act = self.tail.sub("", self._words.core(self._years.bare(_PARTED.split(behind)[0])))
        return f"{act[:LONGEST_LABEL]}{grammar.TAKING[figure.unit]}"

    def _portion(self, text: str, figure: Figure) -> str:
        """按教师总数10%的比例培养骨干教师: 骨干教师占教师, what is done and of whom it is a share; else nothing."""
        near = plain(text[max(0, figure.start - NEAR_FIGURE) : figure.start])
        match = _GIVEN_BY.search(near)
        money = figure.unit.endswith(grammar.MONEY)
        if match is None or not (figure.unit == "%" or money):
            return ""
        behind = _PARTED.split(plain(text[figure.end : figure.end + NEAR_FIGURE]))[0]
        done, whole = self.clean(_IN_PROPORTION.sub("", behind)), self.clean(match[1] or "")
        if len(done) <= LONGEST_UNIT:  # 经费按总额的2%列支: no more than a verb
            done = self.clean(_PARTED.split(near[: match.start()])[-1])
        if money:  # 按生均600元安排公用经费
            return f"{whole}{done}" if done and self._words.opens("acts", _IN_PROPORTION.sub("", behind)) else ""
        return (f"{done}{grammar.SHARE_OF}{whole}" if whole else f"{done}{grammar.RATIO_NAME}") if done else ""

    def names_nothing(self, text: str, figure: Figure, part: bool = False) -> bool:
        """Whether a clause, or with ``part`` the part of it around its figure, only says how much: 每年不少于2次."""
        before, behind = text[: figure.start], text[figure.end :]
        if part:
            before = _PARTED.split(plain(before[-NEAR_FIGURE:]))[-1]
            behind = _PARTED.split(plain(behind[:NEAR_FIGURE]))[0]
        return not behind.strip("的 。、）)") and self._is_bare(plain(before))

    def _last_named(self, parts: Sequence[str]) -> str:
        """The last part that names something, before which others may only say how much: 开展课后服务，每周5天，…"""
        for part in reversed(parts):
            before, *_, behind = [*_NUMBERED.split(part, 1), ""]
            if before == part or len(behind) > LONGEST_UNIT or not self._is_bare(before):
                return part
        return ""

    def _is_bare(self, before: str) -> bool:
        """Whether what stands before a figure says no more than by what it is counted and how it is bounded."""
        core = self._words.core(self._years.bare(before))
        return not _TOTAL.sub("", self.tail.sub("", _TOTAL.sub("", self._each.sub("", core)))).strip()

    def _untold(self, text: str, figure: Figure, name: str) -> str:
        """By what something is counted that neither its unit nor its name says, with whose it is.

        每校 of 每校每学期开展演练2次, counted in 次/学期; 教师每人每年 of 教师每人每年不少于90学时的培训.
        """
        if not self.is_of_each(figure.unit) or grammar.EACH in name:
            return ""
        segment = _PARTED.split(plain(text[max(0, figure.start - NEAR_FIGURE) : figure.start]))[-1]
        run = self._each.search(segment)
        parts = re.findall(f"{grammar.EACH}[^{grammar.EACH}]+", run[0]) if run else []
        untold = "".join(each for each in parts if not figure.often.endswith(each.removeprefix(grammar.EACH)))
        whose = self.clean(segment[: run.start()]) if run and untold else ""
        return f"{whose}{untold}" if not name.startswith(whose) or not whose else untold

    def is_of_each(self, unit: str) -> bool:
        """Whether a unit is that of what is done again and again, or takes time: 次, 学时."""
        return unit in (*grammar.TIMES, *grammar.OF_EACH_ONE, *self._words.words("hours"))

    def _persons(self, text: str) -> str:
        """Who is counted, without what they do: 骨干教师 of 骨干教师到山区支教."""
        does = re.compile(rf"(?<=..)(?:{grammar.GOES}|{self._words.pattern('acts').pattern})").search(text, 2)
        return text[: does.start()] if does else text

    def before(self, text: str, figure: Figure) -> str:
        """What stands before a figure in its clause or bracket, as a name."""
        near = _ASIDE.sub("", plain(text[max(0, figure.start - NEAR_FIGURE) : figure.start]))
        if figure.unit == "%" and _GIVEN_BY.search(near):
            return ""  # 各校按教师总数10%的比例培养…: what is measured stands behind
        *further, segment = _PARTED.split(near)
        if further and self.is_bare_verb(segment) and (thing := self.thing(further[-1])):
            return thing  # 加快周转宿舍建设，新建560套
        if further and self._is_bare(segment):  # 开展培训，每年不少于2次
            segment = self._last_named(further) + (self._each.sub("", segment) if figure.often else segment)
        if risen := _RISEN.search(near):
            segment = _PARTED.split(near[: risen.start()].rstrip("，, "))[-1]  # 津贴由300元提高到600元
        part = _PART_OF.fullmatch(segment) if figure.unit == "%" else None
        if part:
            return f"{self.clean(part[1], bool(figure.often))}{grammar.SHARE_OF}{part[2]}"  # 甲经费不低于乙经费的5%
        return self.clean(self._words.grammar(grammar.AMONG_THEM).sub("", segment), bool(figure.often))

    def clean(self, text: str, per: bool = True) -> str:
        """A name out of running text: without deadline, leading verbs and the words that bound a figure.

        ``per`` if by what something is counted goes, too, because its unit says that.
        """
        stated = _STATED.search(text) is not None
        text = self._without_more(self.tail.sub("", self._years.without_deadline(text[-NEAR_FIGURE:].strip("，, 。"))))
        text = self.agents.without(self._behind_means(_TAKES.sub("", text, 1)))
        each = self._each.search(text, 1, FAR)
        verb = self._words.opens("acts", text[each.end() :]) if each else ""
        if each and verb and len(text) - each.end() - len(verb) >= 2:
            text = text[each.end() :]  # 市财政每年安排…
        for _ in range(3):
            match = self._words.adverbs.match(text)
            text = text[match.end() :] if match else text
            each = self._each.match(text) if per else None
            text = text[each.end() :] if each else text
            verb = self._words.opens("acts", text) or self._words.opens("aims", text)
            if len(text) - len(verb) < 2 or (stated and self._words.opens("told_apart", text)):
                break  # 合作企业达到50家: a noun, whatever verb it opens like
            text = _PARTICLE.sub("", text[len(verb) :]) if verb else text
        text = self._each.sub("", text) if per and self._each.sub("", text) else text  # 教师每人每年补助
        text = _COUNTED_AS_WELL.sub("", self.tail.sub("", text).strip(_LOOSE))
        text = _ON.sub("", text)
        text = text[1:-1] if text.startswith("《") and text.find("》") == len(text) - 1 else text
        text = _GIVERS.sub("", text) or text
        text = text if text.count("“") == text.count("”") else text.replace("“", "").replace("”", "")
        return text if len(text) <= LONGEST_LABEL else _shorter(text)

    def _without_more(self, text: str) -> str:
        """城南小学 of 城南小学并投入使用: without what is done with it as well."""
        more = self._as_well.search(text, LONGEST_UNIT)
        acts = (
            self._words.pattern("acts", "aims", "results").match(self._words.core(text[more.end() :])) if more else None
        )
        return text[: more.start()] if more and acts else text

    def _behind_means(self, text: str) -> str:
        """通过购买服务补充教师: the name stands behind the last verb, not in the means."""
        if not (_PREPOSITION.match(text) or self._words.opens("means", text) or self._words.opens("context", text)):
            return text
        if self._words.ends("passed", text):
            return text
        ends = [verb.end() for verb in self._words.pattern("acts").finditer(text, 1) if len(text) - verb.end() >= 2]
        return text[ends[-1] :] if ends else text

    def thing(self, text: str) -> str:
        """What is carried further by an act that only says so: 周转宿舍 of 加快推进周转宿舍建设工程; else nothing."""
        core = self._words.core(self._years.bare(text))
        act = _FURTHERS.match(core)
        if act is None and not _FURTHERS.match(plain(text)):  # 加快 is an adverb, too
            return ""
        named = _ASIDE.sub("", core[act.end() if act else 0 :].strip(_LOOSE))
        done = _FURTHERED.search(named)
        return named[: done.start()].strip(_LOOSE) if done and not _PARTED.search(named) else ""

    def enlarges(self, text: str) -> bool:
        """Whether places to learn are what an act makes more of: 推进高中扩容."""
        return text.strip(_LOOSE).endswith(clauses.ENLARGES)

    def is_scope(self, name: str, of_things: bool = False) -> bool:
        """Whether a name tells only of which part something holds: 城区, 国家级; ``of_things`` have no stages."""
        scopes = self._words.pattern("areas", "levels") if of_things else self._words.scopes
        rest = scopes.sub("", name)
        return len(rest.strip("的、和与及 ")) == 0

    def houses_persons(self, name: str, unit: str) -> bool:
        """Whether a name says where the persons counted are: 石桥镇中心小学20名."""
        persons = [match.end() for match in self._words.persons.finditer(name)]
        return unit in grammar.PERSONS and bool(self._words.ends("bases", name)) and len(name) not in persons

    def is_bare_verb(self, text: str) -> bool:
        """Whether nothing but a verb and what bounds a figure stands there: 新建, 每年招聘."""
        core = self._each.sub("", self._words.core(self._years.bare(text)))
        verb = self._words.opens("acts", core)
        return bool(verb) and not self.tail.sub("", core[len(verb) :])

    def unscoped(self, name: str, head: str) -> str:
        """A measure without the place or level that it opens with, and without its stage where ``head`` is another.

        Where ``head`` is a place, the level stays: 城区市级示范校 of 市级示范校.
        """
        lists: tuple[str, ...] = ("areas", "levels")
        if self._words.pattern("areas").fullmatch(head) or self.agents.is_place(head):
            lists = ("areas",)
        elif self._words.pattern("stages").fullmatch(head):
            lists = ("areas", "levels", "stages")
        match = self._words.pattern(*lists).match(name)
        name = name[match.end() :] if match and len(name) - match.end() >= 2 else name
        last = next((scope for scope in self._words.words("stages") if name.endswith(scope)), "")
        return name[: -len(last)] if last and len(name) - len(last) > LONGEST_UNIT else name  # 生均仪器值小学


def _shorter(text: str) -> str:
    """The longest end of a name that begins behind a 的 or a joint, not inside a word; else its beginning."""
    ends = (text[start:] for start in _starts(text))
    return next((end for end in ends if SHORTEST <= len(end) <= LONGEST_LABEL), text[:LONGEST_LABEL])


def _starts(text: str) -> Iterator[int]:
    yield from sorted({m.end() for m in re.finditer(f"的|[（(]|{grammar.PAUSES}|{grammar.AND}", text)})
