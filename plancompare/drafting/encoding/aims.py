"""Tests of rules for clauses that say what an act is for, and for those that look so and promise something."""

import re

from plancompare.drafting.encoding import clauses
from plancompare.drafting.encoding.judging import Case

_NAMED_PROBLEM = re.compile("(?:缓解|化解|破解|消除|解决)[^，,；;“”]*“[^”]+”")  # 缓解“入园难”
_BETTERS = re.compile("提[升高]|增强")
_HOLDS = re.compile("巩固[^，,；;]{5,}(?:成果|水平)")  # 巩固免试就近入学成果
_LETS, _BETTERS_MORE, _QUALITY = (re.compile(p) for p in (clauses.LETS, clauses.BETTERS, clauses.QUALITY))
_BECOMES, _OF_IT, _SOLVES = (re.compile(p) for p in (clauses.BECOMES, clauses.OF_IT, clauses.SOLVES))
_WIDENS, _NARROWS, _WHAT_FOR = (re.compile(p) for p in (clauses.WIDENS, clauses.NARROWS, clauses.WHAT_FOR))
# the things that are made, and how many of them that adds
KIND, _MAKES, _ADDS = 3, re.compile("[新改扩]建|回购|收回|改造|利用"), re.compile("新增|增加")
_SUPPORTS = re.compile(clauses.SUPPORTS)
_CARRIES_ON = re.compile(clauses.CARRIES_ON)
_STEPWISE = re.compile("逐步|基本|全面|率先|如期")  # 逐步满足群众需求, of a goal
_FILLS_GAP = re.compile("补[齐足强上][^，,；;]*(?:短板|弱项|不足|漏洞)")  # 补齐…短板, behind an act


def spares_or_adds(case: Case) -> bool:
    """推行网上办理, 减少群众奔波: what the act before it spares, or also does."""
    spares = (case.opens("relief") or _SOLVES.match(case.core)) and not _names_a_problem(case)
    return case.acted and (case.text.startswith("也") or bool(spares and not case.goals)) and not case.figured


def _names_a_problem(case: Case) -> bool:
    """缓解“入园难”: promised by its name, but behind what is counted that does so (新建幼儿园6所)."""
    return _NAMED_PROBLEM.match(case.core) is not None and not case.sentence.figures.read(case.before)


def says_what_for(case: Case) -> bool:
    """为缓解入园难问题, 更好地应对人口变化, before the act that is for it; but 为新建园配备图书 acts for someone."""
    opened = _WHAT_FOR.match(case.text)
    if opened and _SUPPORTS.fullmatch(case.following_core):
        return True  # 为争当排头兵, 提供坚实的人才支撑
    rest = case.words.core(case.text[opened.end() :]) if opened else ""
    if not opened or not case.following or case.acted:
        return False
    if any(case.words.opens(words, rest) for words in ("aims", "relief", "soft", "context")):
        return not (case.figured and case.words.pattern("acts").search(rest, clauses.OBJECT))
    acts = [*case.words.pattern("acts").finditer(rest)]
    return bool(acts) and acts[0].start() == 0 and (bool(case.ends("ground_tails")) or len(acts) == 1)


def widens_or_narrows(case: Case) -> bool:
    """新建幼儿园6所, 增加普惠性供给; 缩小校际差距 behind any act, unless goals are stated."""
    if not case.acted or case.goals or case.figured:
        return False
    widens = bool(_WIDENS.fullmatch(case.core) and case.sentence.figures.read(case.before))
    return widens or _NARROWS.fullmatch(case.core) is not None


def sums_up_figures(case: Case) -> bool:
    """推进学前教育普及普惠发展, 新建幼儿园20所; 改建配套幼儿园, 新增公办幼儿园20所: the figures behind it tell how."""
    if case.acted or case.figured or case.goals or not case.sentence.figures.read(case.following):
        return False
    kind = case.text[-KIND:]
    makes = _MAKES.search(case.core) and _ADDS.match(case.following_core) and kind in case.following
    return bool(makes) or _CARRIES_ON.fullmatch(case.core) is not None


def lets_someone(case: Case) -> bool:
    """让教师安心从教: what someone comes by, wherever it stands."""
    return _LETS.match(case.core) is not None


def tells_of_the_act_before(case: Case) -> bool:
    """提升其能力; 推动方式由甲向乙转变, behind an act."""
    told = _OF_IT.match(case.core) or _BECOMES.match(case.core) or _SUPPORTS.fullmatch(case.core)
    return case.acted and told is not None and not case.goals


def _of_another_stage(case: Case) -> bool:
    """抓好学前…, 推动高中多样化发展: a thing of its own; but 提升高中教学水平 says what something is for."""
    return case.is_of_another_stage and not _BETTERS.match(case.core)


def betters_something_abstract(case: Case) -> bool:
    """优化…环境 behind an act."""
    abstract = case.ends("abstract") or (_BETTERS_MORE.match(case.core) and _QUALITY.search(case.core))
    if _reaches_together(case):
        return False
    vague = bool(case.opens("soft") and abstract) and "“" not in case.text
    return case.acted and vague and not _of_another_stage(case) and not _HOLDS.fullmatch(case.core)


def _reaches_together(case: Case) -> bool:
    """保障校舍安全, 确保师生健康: aims side by side, where goals are stated and no act stands before them."""
    return case.goals and case.aims_only


def aims_at_an_instrument(case: Case) -> bool:
    """形成…机制."""
    return opens_with_an_aim(case) and bool(case.ends("instruments"))


def aims_behind_an_act(case: Case) -> bool:
    """…, 提升…水平; but what is secured for someone is promised, and where goals are stated what is reached."""
    if case.acted and _FILLS_GAP.fullmatch(case.core) and not (case.goals and _STEPWISE.match(case.text)):
        return True
    if _reaches_together(case) or (case.goals and _STEPWISE.match(case.text)):
        return False
    own = case.ends("secured") or _names_a_problem(case) or (case.goals and case.opens("outcomes"))
    return opens_with_an_aim(case) and case.acted and not own and not (case.opens("soft") and _of_another_stage(case))


def opens_with_an_aim(case: Case) -> bool:
    """提升…, at the head."""
    aim = case.opens("aims")
    return bool(aim) and len(aim) >= len(case.opens("acts")) and not case.opens("soft")


def goes_on_with_an_aim(case: Case) -> bool:
    """甲更加充实 behind an aim."""
    return case.after_aim or (case.acted and case.has("aims"))
