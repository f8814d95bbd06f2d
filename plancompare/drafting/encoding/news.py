"""News of a plan: clauses that report what was issued or said, and sentences that tell how things stand."""

import re

from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import plain

_COUNT = "一二三四五六七八九十百千万"
# 《规划》提出, …; 会上
_SAYS_SO = re.compile(
    ".{0,16}(?:提出|表示|指出|介绍|获悉|了解到|显示|宣布|透露|强调|(?:研究)决定)|《[^》]+》明确|.{0,12}(?:负责人|发言人|局长|主任|书记)公布|.{0,12}(?:会议?|大会|发布会)上"
)
# 《某规划》正式出台; 会上公布…; 教育十四五规划公布
_COME_OUT = "出台|印发|发布|公布|颁布|颁发|亮相|问世|下发"
_ISSUED_NOW = re.compile(
    f".{{0,12}}《[^》]+》[^，,；;]{{0,8}}?(?:正式|日前|近日|今日|昨日|重磅)(?:{_COME_OUT})(?:并?(?:启动|施行|实施))?$"
    f"|.{{0,12}}(?:会议?|大会|发布会)上(?:公布|发布|宣布|通报|介绍|透露)"
    f"|.{{2,}}(?:规划|计划|方案|要点|五)年?(?:正式)?(?:{_COME_OUT})$"
)
_REPORTED = re.compile(
    "(?:公布|发布|印发|出台|下发|颁布|编制|制定)了?[《“]|(?:召开|举行|举办)[^，,；;]*(?:发布会|大会|会议)"
    "|^(?!(?:公布|发布|印发|出台|下发|制定|编制)).{2,}?(?:公布|发布|印发|出台|下发)[^，,；;]*(?:规划|计划|方案|办法|意见|要点|清单)$"
    "|^介绍[^，,；;]*(?:情况|进展|成效|内容)$"
    "|(?:公布|发布|提出|明确|介绍|部署|印发|出台|下发|颁布|召开|举行)了|^发布[^，,；;]*(?:规划|计划|方案|[表单])$"
)
_ON_A_DAY = re.compile(r"^\d{1,2}月\d{1,2}日(?:[上下中]午|晚)?$|^本[刊报]讯")
_ISSUED = re.compile("(?:公布|发布|印发|出台|下发|颁布|召开|举行|介绍|部署)了")
_SAYS_IN_IT = re.compile("《[^》]+》中?(?:明确|提出|规定|确定|部署)了?[^，,；;]*(?:目标|任务|要求|举措|思路|方向)$")
_BESIDE = re.compile(
    "[^，,；;]*[就对][^，,；;]*(?:进行|作|做)了[^，,；;]{0,4}(?:通报|介绍|说明|部署|解读|发布|回顾|分析|总结|安排)$|[^，,；;]*(?:会议|大会|仪式|活动|发布会)现场$|[^，,；;]*(?:也在其中|概括为“[^”]*”|为民办[^，,；;]*实事)$"
)
_THESE_DAYS = re.compile("(?:^|[，,])(?:近日|日前|连日来|近期|昨[日天])(?=[，,]|[^，,]{2,})")
_EVENT = re.compile(
    "(?:(?!将|拟|计划)[^，,；;])*?(?:举行|举办|召开|开展|组织)[^，,；;]*(?:活动|[节会赛]|仪式|展演|讲座|论坛|巡讲|研讨|宣讲|调研)$"
)
_STANDS = re.compile(rf"^截[至止].*(?:[共现已仅拥]?有|达到?)[^，,]*[\d{_COUNT}]")  # 截至2022年，全市有学校30所


def is_news(text: str, words: Steering) -> bool:
    """Whether a sentence says when or how something was heard: 近日, 3月5日, 记者获悉."""
    opened = any(_ON_A_DAY.search(part.strip()) for part in re.split("[，,]", plain(text)))
    return opened or bool(words.has("reports", plain(text)) or _ISSUED.search(text))


def reports(clause: str, in_news: bool, goes_on: bool) -> bool:
    """Whether a clause reports what was issued or said: 某市印发《方案》 in news; 《方案》提出, before what it says."""
    if goes_on and (_SAYS_SO.fullmatch(clause) or _SAYS_IN_IT.fullmatch(clause)):
        return True
    if _BESIDE.fullmatch(clause):
        return True
    if _ISSUED_NOW.match(clause):
        return True
    return bool(_REPORTED.search(clause)) and (in_news or _ISSUED.search(clause) is not None)


def is_of_these_days(sentence: str) -> bool:
    """Whether news tell of the last few days: 近日, …"""
    return _THESE_DAYS.search(sentence) is not None


def is_event(clause: str) -> bool:
    """Whether a clause tells that something was held: 某县举办读书节活动; but not 将举办…"""
    return _EVENT.fullmatch(clause) is not None


def stands(text: str) -> bool:
    """Whether a sentence tells how things stand by a day: 截至2022年，全市有学校30所."""
    return _STANDS.search(text) is not None
