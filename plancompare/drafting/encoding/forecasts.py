"""Forecasts: clauses that say what will be so whatever is done, and what somebody reckoned."""

import re

from plancompare.drafting.encoding import clauses
from plancompare.drafting.encoding.judging import Case
from plancompare.drafting.encoding.text import plain

# figures that someone reckoned; and what comes by itself: 入学高峰将来临, 学位缺口将达8万
_RECKONED = re.compile("(?:据|经)[^，,；;]{0,6}(?:预测|测算|估算|推算|估计|统计)")
_FORECAST = re.compile(clauses.FORECAST)
# what comes by itself without any strait: 招生将急剧升至3000人, 生源基本保持稳定
_DEVELOPS = re.compile("(?:将|会)[^，,；;]{0,8}(?:急剧|[骤飙攀]升|升[至到]|回落|激增)|保持(?:平稳|稳定)$")
_STRAITS = "高峰|洪峰|缺口|压力|矛盾|叠加效应|挑战|考验"
_COMES = re.compile(
    f"(?:{_STRAITS})[^，,；;]{{0,14}}(?:来临|到来|出现|显现|凸显|加剧|存在|增大)|(?:面临|迎来|遭遇|进入)[^，,；;]{{0,24}}(?:{_STRAITS})"
    "|缺口(?:将|会|仍)?(?:在|达|为|约|有)|[激剧猛]增(?!强)|(?:可能|或将|或)(?:突破|达到|超过|增至|增加)"
)


def foresees(case: Case) -> bool:
    """据测算，适龄儿童将增加到7万人; 入学高峰将来临: what will be so, unless something is done in the clause."""
    if (case.opens("acts") and not _RECKONED.match(case.core)) or case.opens("relief") or case.has("modals"):
        return False
    core = _RECKONED.sub("", case.core)
    acts = case.words.pattern("acts").finditer(core)
    done = any(not core.startswith(("到", "至"), act.end()) for act in acts)
    reckoned = not done and _RECKONED.search(plain(f"{case.before}，{case.text}")) is not None
    text = plain(case.text)
    comes = _COMES.search(text) or (case.has("comers") and _DEVELOPS.search(text))
    return reckoned or bool(comes)


def expects(case: Case) -> bool:
    """预计到2025年在校生达8万人: what will be the case of itself."""
    said = case.has("forecast") and _FORECAST.search(f"{case.before}，{case.text}")
    return bool(said) and not case.opens("acts")
