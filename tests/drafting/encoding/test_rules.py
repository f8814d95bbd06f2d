"""Every rule of judging decides on a clause of its own; every reason that is told has words in both languages."""

from typing import NamedTuple

import pytest

from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.judging import (
    DOUBTFUL,
    LEFT_REASONS,
    PROMISE_REASONS,
    Judge,
    Judgement,
    Reason,
    Sentence,
)
from plancompare.drafting.encoding.rules import ITEM_RULES, RULES
from plancompare.drafting.encoding.text import clauses
from plancompare.drafting.encoding.years import Years
from plancompare.model import Lang
from plancompare.telling.words import say
from tests.drafting.encoding.support import steering


class Judged(NamedTuple):
    """The rule and the reason that decide on the clause behind the ``|``; how the judge is asked."""

    rule: str
    reason: Reason
    text: str
    goals: bool = False
    listed: bool = False


CASES = (
    Judged("introduces_a_document", "preamble", "|根据上级纲要，编制本规划。"),
    Judged("tells_what_was_done", "done", "|目前，全市仍有6个县未达到标准。"),
    Judged("reports", "comment", "近日，|某县印发《校舍方案》，建立台账。"),
    Judged("foresees", "comment", "据测算，|到2027年适龄幼儿将增加至8000人。"),
    Judged("is_too_short", "short", "|到2025年，建立教研制度。"),
    Judged("stands_before_a_colon", "label", "|具体指标是：建立教研制度。"),
    Judged("names_a_condition", "topic", "|考核不合格的，当年取消资格。"),
    Judged("says_what_may_happen", "ground", "|发现桥面裂缝，当日报告。"),
    Judged("takes_years", "how", "|利用五年时间，建立教研制度。"),
    Judged("asks", "question", "|钱从哪里来？"),
    Judged("explains_the_document", "note", "|主要指标见表1。"),
    Judged("points_back", "comment", "|这一条不打折扣。"),
    Judged("comments_without_an_act", "comment", "|活动贵在持久。"),
    Judged("expects", "comment", "|预计到2025年全县在校生达到8万人。"),
    Judged("says_what_something_is", "comment", "|修路是全村共同的事。"),
    Judged("spares_or_adds", "aim", "推行网上办理，|减少群众来回奔波。"),
    Judged("widens_or_narrows", "aim", "实施城乡结对，|缩小校际差距。"),
    Judged("sums_up_figures", "aim", "|推进村级公路均衡发展，新建桥梁3座。"),
    Judged("says_who_acts_where", "topic", "建立轮岗制度，|年满届的由镇政府安排。"),
    Judged("counts_off", "label", "|一是夯实根基，建立巡查台账。"),
    Judged("says_what_is_not_done", "comment", "举办村民运动会，|不搞层层选拔。"),
    Judged("changes_something", "turned", "|课间由十分钟改为一刻钟。"),
    Judged("says_who_acts", "how", "完善诊疗方案，|由专家组驻点指导。"),
    Judged("suits_what_is", "ground", "|结合三所学校实际，建立台账。"),
    Judged("says_what_for", "aim", "|为缓解停车难问题，建立台账。"),
    Judged("names_a_figure", "figure", "|普惠率达到90%。"),
    Judged("calls_for_attention", "slogan", "|各部门要提高认识，建立台账。"),
    Judged("says_a_slogan", "slogan", "|办好人民满意的教育，建立台账。"),
    Judged("ends_as_a_ground", "ground", "|主动适应人口变化的趋势，建立台账。"),
    Judged("insists_on_a_principle", "principle", "|坚持把师德表现作为评价的首要标准。"),
    Judged("acts_behind_its_ground", "act_behind_its_ground", "|围绕主导产业建设一批特色专业。"),
    Judged("opens_with_a_ground", "ground", "|根据监测结果，建立台账。"),
    Judged("meets_what_is_wanted", "ground", "|对接县域产业需求，建立台账。"),
    Judged("holds_something_high", "slogan", "|把修路作为重大民生工程。"),
    Judged("turns_something", "turned", "|将落实情况纳入年度考核。"),
    Judged("puts_something_to_use", "how", "|发挥村委会主体作用，建立台账。"),
    Judged("says_in_which_respects", "how", "组建诊所联盟，|在采购、培训等方面深度合作。"),
    Judged("says_what_it_is_made_of", "how", "完善以村道为主体，|便道为补充的路网格局。"),
    Judged("names_a_manner", "how", "|通过新建、改建等方式，建立台账。"),
    Judged("launches_by_name", "means", "|通过实施“暖冬”专项工程，更换锅炉。"),
    Judged("passes_a_test", "act", "|通过优质均衡发展区国家认定。"),
    Judged("acts_by_means", "means", "|依托乡镇医院建设康复站。"),
    Judged("names_means", "how", "|依托国家平台，建立台账。"),
    Judged("takes_something_for_an_act", "act_behind_its_ground", "|以县医院为主体建设康复中心。"),
    Judged("takes_something_for_a_ground", "ground", "|以改革为动力，建立台账。"),
    Judged("takes_something", "act_by_preposition", "|以购买服务扶持民办园。"),
    Judged("says_when_or_where", "ground", "|在保障安全的前提下，建立台账。"),
    Judged("gives_to_someone", "aim", "建立备课中心，|为一线提供支持。"),
    Judged("acts_for_someone", "act", "|为各村选聘法律顾问。"),
    Judged("says_from_where", "aim", "开展专题宣讲，|从严查处违规行为。"),
    Judged("says_about_what", "topic", "|对偏远的村庄，建立台账。"),
    Judged("acts_jointly", "joint_act", "|与企业合作举办订单班。"),
    Judged("has_a_short_core", "short", "建立台账，|全面运转。"),
    Judged("is_too_general", "generic", "建立联席会议，|细化工作举措。"),
    Judged("lets_someone", "aim", "|让村民安心种田。"),
    Judged("tells_of_the_act_before", "aim", "组织专题研修，|提升其业务能力。"),
    Judged("betters_something_abstract", "aim", "加强绩效管理，|提高资金使用效益。"),
    Judged("aims_at_an_instrument", "act", "加强统筹，|形成定期会商的工作机制。"),
    Judged("aims_behind_an_act", "aim", "加强规划宣传，|凝聚各方共识。"),
    Judged("opens_with_an_aim", "aim_at_the_head", "|保障随迁子女就近入学。"),
    Judged("opens_with_an_act", "act", "|建立教研制度。"),
    Judged("obliges", "obligation", "|未经许可的软件不得入内。"),
    Judged("leads_to_a_topic", "topic", "|五年以后的问题，建立台账。"),
    Judged("breaks_off", "short", "建立台账。|各村督导评估"),
    Judged("acts_inside", "act_inside", "|作业总量公示到班。"),
    Judged("reaches_a_state", "result", "|各村实现村容美化。"),
    Judged("states_a_goal", "goal", "|村庄布局更加合理。", goals=True),
    Judged("goes_on_with_an_aim", "aim", "建立积分制度，|就近满足居民的学习需要。"),
    Judged("opens_with_an_adverb", "adverb", "|依法兑付村民补偿。"),
    Judged("stands_alone", "alone", "|守望村口那棵老树。"),
    Judged("is_about_something", "topic", "|牌子好挂，心难连。"),
    Judged("anything", "no_known_verb", "|窗明几净。"),
    Judged("names_a_task", "item", "|村口高峰时段专人值守。", listed=True),
    Judged("anything", "topic", "|水是命脉。", listed=True),
)


def judge() -> tuple[Judge, Years]:
    years = Years((2021, 2025), steering())
    return Judge(steering(), years, FigureReader(steering()), RULES, ITEM_RULES), years


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.reason}")
def test_the_rule_that_decides(case: Judged) -> None:
    before, text = case.text.split("|")
    asked, years = judge()
    sentence = Sentence(list(clauses(before + text)), steering(), years, FigureReader(steering()))
    place = len(list(clauses(before)))
    rule = list(asked.deciding(sentence, case.goals, case.listed))[place]
    assert (rule.test.__name__, rule.reason) == (case.rule, case.reason)


def test_every_rule_has_its_case() -> None:
    assert [(case.rule, case.reason) for case in CASES] == [
        (rule.test.__name__, rule.reason) for rule in (*RULES, *ITEM_RULES)
    ]


def test_many_grounds_are_guiding_thought_but_do_not_silence_the_tasks_behind_them() -> None:
    text = "坚持以人民为中心，全面贯彻方针，以改革为动力，围绕主题，推进村风文明，建立台账，普惠率达到90%。"
    judged = list(judge()[0].sentence(list(clauses(text))))
    assert [judgement.reason for judgement in judged[-3:]] == ["guiding_thought", "act", "figure"]


def test_a_reason_is_of_a_promise_or_of_none() -> None:
    given: set[Reason] = {rule.reason for rule in (*RULES, *ITEM_RULES)}
    of_blocks = {"title", "heading", "background", "caption", "leads_in", "cell", "bodies"}
    assert given | of_blocks | {"guiding_thought"} == {*PROMISE_REASONS, *LEFT_REASONS}
    assert not set(PROMISE_REASONS) & set(LEFT_REASONS) and set(PROMISE_REASONS) >= DOUBTFUL
    assert Judgement("item").is_promise and not Judgement("item").sure and not Judgement("aim").is_promise


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_that_is_told_has_words(lang: Lang) -> None:
    keys = [*(f"left_{reason}" for reason in LEFT_REASONS), *(f"unsure_{reason}" for reason in DOUBTFUL)]
    labels = [say(key, lang) for key in keys]
    assert not set(keys) & set(labels)
    assert len(set(labels)) == len(labels)
