"""The rules by which clauses are judged, in the order in which they are asked. Each test says what it looks for.

The codebook's words steer them (``lexicon.encoding``), the grammar of clauses is data; the order is here.
"""

import re

from plancompare.drafting.encoding import aims, clauses, forecasts, grounds, news
from plancompare.drafting.encoding.judging import RUN_IN, Case, Rule
from plancompare.drafting.encoding.text import asks as asking
from plancompare.drafting.encoding.text import masked, plain

# characters of a sentence without a known verb that may be a promise; 4 and 7 do as well (`numbers`)
LONG_ENOUGH = 5
SHORTEST = 4  # characters of a clause that can promise anything
WHOSE = 3  # characters of whose something general is: 区政府统筹力度
LABEL = 20  # the longest clause before a colon that is only a label
TAKES_YEARS, _REACHES, _NOT = map(re.compile, (clauses.TAKES_YEARS, clauses.REACHES, clauses.NOT_DOING))
_DEFINES, _IS_A, _ONE_BY_ONE = (re.compile(p) for p in (clauses.DEFINES, clauses.IS_A, clauses.ONE_BY_ONE))
_COMPARED = re.compile(f"{clauses.COMPARED_WITH_MEAN}|{clauses.BARE_VALUE}")
_FIRSTLY, _ALONGSIDE, _GOES_INTO = map(re.compile, (clauses.FIRSTLY, clauses.ALONGSIDE, clauses.GOES_INTO))
_MUST, _BEING = map(re.compile, (clauses.SUBJECT_MUST, clauses.BEING))
_WHEN = re.compile(f"{clauses.MONTH}|{clauses.SINCE_A_YEAR}|{clauses.WITHIN}")


def introduces_a_document(case: Case) -> bool:
    """特制定本规划."""
    return case.sentence.is_preamble


def tells_what_was_done(case: Case) -> bool:
    """已建成三所学校; 目前仍有不足."""
    return case.is_past or (case.sentence.looks_back and not case.goals)


def reports(case: Case) -> bool:
    """近日，某市印发《方案》: news of what was issued or said, unless it goes on to say what will be."""
    return news.reports(plain(case.text), case.sentence.is_news, bool(case.following))


def is_too_short(case: Case) -> bool:
    """到2025年."""
    return len(case.text) < SHORTEST or _WHEN.fullmatch(case.text) is not None


def stands_before_a_colon(case: Case) -> bool:
    """主要措施包括：…"""
    return case.clause.closes in ("：", ":") and len(case.text) < LABEL


def names_a_condition(case: Case) -> bool:
    """…的, 可…: on what condition."""
    return bool(case.following) and case.text.endswith("的") and not case.text.endswith("目的")


def takes_years(case: Case) -> bool:
    """力争用五年时间."""
    return TAKES_YEARS.match(case.text) is not None


def asks(case: Case) -> bool:
    """钱从哪里来？"""
    return case.clause.closes in ("？", "?") and asking(case.sentence.text)


def explains_the_document(case: Case) -> bool:
    """本规划由…负责解释; 见表2; 甲是指乙."""
    return case.has("colophon") or case.has("pointers") or _DEFINES.match(case.text) is not None


def points_back(case: Case) -> bool:
    """这一条…"""
    return bool(case.words.opens("deictic", case.text))


def comments_without_an_act(case: Case) -> bool:
    """关键在于早."""
    return case.has("comments") and not case.opens("acts")


def says_what_something_is(case: Case) -> bool:
    """甲是乙的基础; 成熟一个推广一个."""
    return _IS_A.search(case.text) is not None or _ONE_BY_ONE.fullmatch(case.text) is not None


def says_who_acts_where(case: Case) -> bool:
    """暂不具备条件的由…代管."""
    return case.acted and "的由" in case.text


def counts_off(case: Case) -> bool:
    """一是夯实根基, …"""
    return _FIRSTLY.match(case.clause.mark) is not None and len(case.core) <= RUN_IN and bool(case.following)


def says_what_is_not_done(case: Case) -> bool:
    """举办…, 不搞…: what the act before it is not."""
    return case.acted and _NOT.match(case.core) is not None


def says_who_acts(case: Case) -> bool:
    """完善…, 由…指导; 与…同步: who does the thing before it, and when."""
    return case.acted and (case.text.startswith("由") or _ALONGSIDE.match(case.text) is not None) and not case.figured


def names_a_figure(case: Case) -> bool:
    """达到90%; 全覆盖; 不低于平均水平; 在校生数提高至560."""
    return case.figured or case.has("everything") or _COMPARED.search(plain(case.text)) is not None


def calls_for_attention(case: Case) -> bool:
    """高度重视…"""
    return case.has("heed")


def says_a_slogan(case: Case) -> bool:
    """办好人民满意的…, but not a thing to be set up."""
    if case.words.grammar(clauses.EVERY_SINGLE).match(case.core) or (
        case.clause.text.startswith("努力办好一批") and not case.figured
    ):
        return True  # 办好每一所学校
    concrete = case.ends("instruments") or _GOES_INTO.search(case.text)
    return bool(case.words.has("slogans", masked(case.text))) and not concrete


def has_a_short_core(case: Case) -> bool:
    """全面落实 behind an act."""
    dated = case.text != case.clause.text  # 2024年全面推开
    return case.acted and len(case.core) < SHORTEST and not (dated and case.opens("acts"))


def is_too_general(case: Case) -> bool:
    """落实责任分工 behind an act, or before one."""
    act = case.opens("acts")
    generic = case.words.lists.get("generic", ())
    thing = case.core[len(act) :]
    said = case.ends("general")
    if case.acted:
        return bool(said) or (bool(act) and thing in generic)
    only = thing in generic or (bool(said) and len(thing) - len(said) <= WHOSE)
    return bool(act and case.following) and only


def opens_with_an_act(case: Case) -> bool:
    """建立…"""
    return bool(case.opens("acts") or case.opens("soft"))


def obliges(case: Case) -> bool:
    """…一律…; 各校要…"""
    must = _MUST.match(case.text)
    acts = must and case.words.pattern("acts").search(case.text, must.end())
    return case.has("modals") or acts is not None


def leads_to_a_topic(case: Case) -> bool:
    """…后, …"""
    if not case.acted and case.words.pattern("results").search(case.core, clauses.OBJECT):
        return False  # 村小配齐音乐教师
    return bool(case.following) and bool(case.ends("topics"))


def breaks_off(case: Case) -> bool:
    """…。各级督导评估: the last words of an excerpt, behind whole sentences, that no verb opens and no stop ends."""
    return case.clause.closes == "" and case.clause.sentence > 0


def acts_inside(case: Case) -> bool:
    """学校每年公布…"""
    return case.has("acts")


def reaches_a_state(case: Case) -> bool:
    """甲实现乙: the thing stands before what it reaches; behind an act it tells what that is for."""
    if not case.acted and _REACHES.fullmatch(case.core):
        return True
    match = case.words.pattern("results").search(case.core, clauses.OBJECT)
    free = not case.acted or case.text.startswith(clauses.EACH_OF_THEM)
    return match is not None and free and len(case.core) - match.end() >= clauses.OBJECT


def opens_with_an_adverb(case: Case) -> bool:
    """足额…, 依法…: what follows is done, whatever the verb is."""
    return (
        len(case.text) - len(case.core) >= clauses.OBJECT
        and len(case.core) > SHORTEST
        and not case.acted
        and not case.following
    )


def stands_alone(case: Case) -> bool:
    """A clause that is a sentence of its own and says neither what something is nor what it has."""
    alone = len(case.sentence.clauses) == 1 and case.clause.closes == "。"
    return alone and len(case.text) > LONG_ENOUGH and not _BEING.search(case.text)


def states_a_goal(case: Case) -> bool:
    """布局更加合理, where goals are stated."""
    return case.goals


def is_about_something(case: Case) -> bool:
    """甲是乙, or a clause without a verb beside others."""
    return bool(case.following) or case.acted or "是" in case.text


def anything(_: Case) -> bool:
    """What no rule before it knows."""
    return True


def names_a_task(case: Case) -> bool:
    """高峰时段专人值守, as an item; but 甲是乙 says what something is."""
    return "是" not in case.text and not case.text.endswith("的") and len(case.text) > SHORTEST


RULES: tuple[Rule, ...] = (
    Rule("preamble", introduces_a_document),
    Rule("done", tells_what_was_done),
    Rule("comment", reports),
    Rule("comment", forecasts.foresees),
    Rule("short", is_too_short),
    Rule("label", stands_before_a_colon),
    Rule("topic", names_a_condition),
    Rule("ground", grounds.says_what_may_happen),
    Rule("how", takes_years),
    # speaking about things without doing any
    Rule("question", asks),
    Rule("note", explains_the_document),
    Rule("comment", points_back),
    Rule("comment", comments_without_an_act),
    Rule("comment", forecasts.expects),
    Rule("comment", says_what_something_is),
    Rule("aim", aims.spares_or_adds),
    Rule("aim", aims.widens_or_narrows),
    Rule("aim", aims.sums_up_figures),
    Rule("topic", says_who_acts_where),
    Rule("label", counts_off),
    Rule("comment", says_what_is_not_done),
    Rule("turned", grounds.changes_something),
    Rule("how", says_who_acts),
    Rule("ground", grounds.suits_what_is),
    Rule("aim", aims.says_what_for),
    # a figure promises whatever stands around it
    Rule("figure", names_a_figure),
    Rule("slogan", calls_for_attention),
    Rule("slogan", says_a_slogan),
    # grounds and means, unless the act follows in the same clause
    Rule("ground", grounds.ends_as_a_ground),
    Rule("principle", grounds.insists_on_a_principle),
    Rule("act_behind_its_ground", grounds.acts_behind_its_ground),
    Rule("ground", grounds.opens_with_a_ground),
    Rule("ground", grounds.meets_what_is_wanted),
    Rule("slogan", grounds.holds_something_high),
    Rule("turned", grounds.turns_something),
    Rule("how", grounds.puts_something_to_use),
    Rule("how", grounds.says_in_which_respects),
    Rule("how", grounds.says_what_it_is_made_of),
    Rule("how", grounds.names_a_manner),
    Rule("means", grounds.launches_by_name),
    Rule("act", grounds.passes_a_test),
    Rule("means", grounds.acts_by_means),
    Rule("how", grounds.names_means),
    # clauses that open with a preposition
    Rule("act_behind_its_ground", grounds.takes_something_for_an_act),
    Rule("ground", grounds.takes_something_for_a_ground),
    Rule("act_by_preposition", grounds.takes_something),
    Rule("ground", grounds.says_when_or_where),
    Rule("aim", grounds.gives_to_someone),
    Rule("act", grounds.acts_for_someone),
    Rule("aim", grounds.says_from_where),
    Rule("topic", grounds.says_about_what),
    Rule("joint_act", grounds.acts_jointly),
    # verbs of acting and of aiming at the head
    Rule("short", has_a_short_core),
    Rule("generic", is_too_general),
    Rule("aim", aims.lets_someone),
    Rule("aim", aims.tells_of_the_act_before),
    Rule("aim", aims.betters_something_abstract),
    Rule("act", aims.aims_at_an_instrument),
    Rule("aim", aims.aims_behind_an_act),
    Rule("aim_at_the_head", aims.opens_with_an_aim),
    Rule("act", opens_with_an_act),
    # no verb at the head
    Rule("obligation", obliges),
    Rule("topic", leads_to_a_topic),
    Rule("short", breaks_off),
    Rule("act_inside", acts_inside),
    Rule("result", reaches_a_state),
    Rule("goal", states_a_goal),
    Rule("aim", aims.goes_on_with_an_aim),
    Rule("adverb", opens_with_an_adverb),
    Rule("alone", stands_alone),
    Rule("topic", is_about_something),
    Rule("no_known_verb", anything),
)
ITEM_RULES: tuple[Rule, ...] = (Rule("item", names_a_task), Rule("topic", anything))
