"""Tests of rules for clauses that open with a ground, a means or a preposition, behind which an act may follow."""

import re

from plancompare.drafting.encoding import clauses, grammar
from plancompare.drafting.encoding.judging import Case

_INSISTS, _TURNS, _GIVES = (re.compile(p) for p in (clauses.INSISTS_THAT, clauses.TURNS, clauses.GIVES))
_FOR_AIM, _MEETS, _PUTS_TO_USE = (re.compile(p) for p in (clauses.FOR_AIM, clauses.MEETS, clauses.PUTS_TO_USE))
_HOLDS_HIGH, _IN_RESPECTS = re.compile(clauses.HOLDS_HIGH), re.compile(clauses.IN_RESPECTS)
_LAUNCHED, _ASKED, _CONDITION = map(re.compile, (clauses.LAUNCHED_BY_NAME, clauses.ASKED, clauses.CONDITION))
_MANNER, _CHANGES = re.compile(clauses.BY_MANNER), re.compile(clauses.CHANGES)
_DOES_IT = re.compile("对[^，,；;]{2,}进行([^，,；;]{2})[^，,；;]{0,4}$")
_AS_PART = re.compile(clauses.AS_PART)
_BUILDS_ON = re.compile(clauses.BUILDS_ON)
_BY = "通过"  # of the means the one that says how something is done even where a verb follows


def says_what_may_happen(case: Case) -> bool:
    """发现问题, 当日报告: in which case the act behind it is done."""
    return bool(case.following) and _CONDITION.match(case.core) is not None


def ends_as_a_ground(case: Case) -> bool:
    """全面落实根据…的要求: the ground stands inside."""
    inside = not _ground(case) and case.has("context") and case.ends("ground_tails")
    return bool(inside) and not case.opens("acts")


def suits_what_is(case: Case) -> bool:
    """结合三所学校实际, 在建成三所的基础上: a ground, whatever it counts."""
    builds_on = bool(case.following) and _BUILDS_ON.fullmatch(case.text) is not None
    return builds_on or (bool(_ground(case)) and case.text.endswith(grammar.SUITED))


def insists_on_a_principle(case: Case) -> bool:
    """坚持把…作为评价的依据."""
    return bool(_ground(case)) and _INSISTS.match(case.text) is not None and bool(case.ends("principle_tails"))


def acts_behind_its_ground(case: Case) -> bool:
    """按照…建立…: the act follows its ground in the same clause, and no act follows that."""
    opened, text = _ground(case), case.text
    if not opened or _INSISTS.match(text) or case.ends("ground_tails"):
        return False
    *_, last = [None, *case.words.pattern("acts").finditer(text, len(opened) + clauses.OBJECT)]
    acts_next = case.words.opens("acts", case.following_core)
    if (asked := _ASKED.match(text)) and case.words.opens("acts", case.words.core(text[asked.end() :])):
        return not acts_next  # 按照应建尽建的要求推进配套园建设
    return last is not None and len(text) - last.end() >= clauses.OBJECT and not acts_next


def opens_with_a_ground(case: Case) -> bool:
    """坚持…, 围绕…, 按照…: the ground an act stands on."""
    return bool(_ground(case))


def _ground(case: Case) -> str:
    return case.words.opens("context", case.text)


def changes_something(case: Case) -> bool:
    """甲由每周一节改为每天一节."""
    return _CHANGES.search(case.text) is not None


def turns_something(case: Case) -> bool:
    """把甲纳入乙, 将甲作为乙: what is made of what."""
    return _TURNS.match(case.text) is not None and case.has("turns")


def holds_something_high(case: Case) -> bool:
    """把甲作为生命线; 列入重要议事日程."""
    return _HOLDS_HIGH.search(case.text) is not None


def meets_what_is_wanted(case: Case) -> bool:
    """对接产业需求, 建设…: what the act behind it is for."""
    return not case.acted and bool(case.following) and _MEETS.match(case.core) is not None


def puts_something_to_use(case: Case) -> bool:
    """发挥甲的作用, 建设…: how the act behind it is done."""
    return not case.acted and bool(case.following) and _PUTS_TO_USE.match(case.core) is not None


def says_in_which_respects(case: Case) -> bool:
    """组建联盟, 在管理、培训等方面深度合作; 实施校舍改造, 对乡镇校舍进行改造: how far the act before it goes."""
    again = _DOES_IT.match(case.core)
    return case.acted and (_IN_RESPECTS.match(case.core) is not None or bool(again and again[1] in case.before))


def says_what_it_is_made_of(case: Case) -> bool:
    """完善以甲为主体, 乙为补充的模式: what the act before it is of."""
    return case.acted and _AS_PART.fullmatch(case.text) is not None


def names_a_manner(case: Case) -> bool:
    """采取…方式."""
    return bool(_means(case) and case.ends("manners"))


def launches_by_name(case: Case) -> bool:
    """通过实施“暖冬”专项工程: a programme of its own name is promised, whatever is done by it."""
    return _means(case) == _BY and _LAUNCHED.fullmatch(case.text) is not None


def passes_a_test(case: Case) -> bool:
    """通过…验收."""
    return _means(case) == _BY and bool(case.ends("passed"))


def acts_by_means(case: Case) -> bool:
    """依托…建设…: a means with a verb of its own, or before a mere aim."""
    means = _means(case)
    if len(case.sentence.clauses) == 1 and (manner := _MANNER.search(case.text)):  # 通过结对等方式促进资源共享
        return bool(means) and bool(case.words.pattern("acts", "aims").match(case.text, manner.end()))
    rest, for_aim = case.text[len(means) :], bool(case.words.opens("aims", case.following_core))
    if means == _BY:
        return for_aim and bool(case.words.opens("acts", rest))
    return bool(means) and (for_aim or case.words.pattern("acts", "aims").search(rest, clauses.OBJECT) is not None)


def names_means(case: Case) -> bool:
    """采取…, 通过…: how it is done."""
    return bool(_means(case))


def _means(case: Case) -> str:
    return case.words.opens("means", case.text)


def takes_something_for_an_act(case: Case) -> bool:
    """以…为主体建设…; 以…为单位实现…"""
    rest = re.search("为[^，]{2}", case.text) if case.text.startswith("以") else None
    return rest is not None and case.words.pattern("acts", "results").search(case.text, rest.end()) is not None


def takes_something_for_a_ground(case: Case) -> bool:
    """以…为动力, 以…促…, 以推动…"""
    if case.text.startswith("以") and case.words.opens("aims", case.text[1:]):
        return True
    without_verb = not case.words.pattern("acts", "aims").search(case.text, 1)
    return case.text.startswith("以") and (without_verb or _FOR_AIM.search(case.text) is not None)


def takes_something(case: Case) -> bool:
    """以…推进…"""
    return case.text.startswith("以")


def says_when_or_where(case: Case) -> bool:
    """在…方面."""
    says = case.words.grammar(clauses.TIME_OR_PLACE).search(case.text)
    return case.text.startswith("在") and (says is not None or not case.has("acts"))


def gives_to_someone(case: Case) -> bool:
    """为…创造条件."""
    return case.text.startswith("为") and _GIVES.search(case.text) is not None and not case.ends("goods")


def acts_for_someone(case: Case) -> bool:
    """为各村选聘…"""
    verb = case.words.pattern("acts", "aims").search(case.text, 1) if case.text.startswith("为") else None
    return verb is not None and verb.start() > clauses.OBJECT and len(case.text) - verb.end() >= clauses.OBJECT


def says_from_where(case: Case) -> bool:
    """从…着眼."""
    return case.text.startswith("从") and not case.ends("instruments")


def says_about_what(case: Case) -> bool:
    """对…问题."""
    return case.text.startswith("对") and (not case.has("acts") or bool(case.ends("topics")))


def acts_jointly(case: Case) -> bool:
    """由…牵头组建…, 与…合办…"""
    return case.text.startswith(("由", "与")) and case.has("acts", "aims")
