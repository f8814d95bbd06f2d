"""The language of tables and of what stands above a text as data: captions, dates, titles, names of areas.

Constants only, beside those of `grammar`.
"""

from collections.abc import Mapping

from plancompare.drafting.documents.grammar import FORMULA
from plancompare.drafting.encoding.grammar import COUNT, YEAR_DIGITS

AMONG = r"^(?:#|其中)[：:]?\s*|^[-—–]\s*"
NO_VALUE = ("", FORMULA, "-", "—", "–", "--", "——", "/", "无")
NO_CAPTION_STOP = "[。；;，,：:！!？?]"
CAPTION = rf"(?:附?[表图]|专栏)\s*[\d{COUNT}]+(?:[-—.]\d+)?[\s:：]*[^\s\d]"
BOXES = ("专栏", "附", "表")
SIGNED = rf"[^。，,；;]{{0,40}}{YEAR_DIGITS}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日"
TEAM = "队伍"
BETTER = "[^。，,；;]{0,8}更(?:加|为|高|具|有|强|优|好)"  # 构建更具活力的体制
# headings of chapters in which all that a plan is about may stand
GENERAL_HEADING = (
    "(?:总体|主要|发展|工作|行动|具体|预期|规划|奋斗|近期|远期)*目标(?:任务)?|总体要求|(?:主要|重点|工作|目标)任务"
)
# a street by which something is called: 体育馆路小学
OF_A_STREET = "[\u4e00-\u9fff]{1,5}(?:[东南西北中]?路|大道|[街巷])(?={any:single}|{any:stages})"
# a line that says only when: 2017-05-16 19:41:46
WHEN = r"(?:20\d\d\s*[年/.-]\s*)?\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
LEFT_OUT_OF_TEXT = ("(略)", "（略）", "(另附)", "（另附）")
PERIOD = r"(?<!\d)(20\d\d)\s*年?\s*(?:-|—|–|~|～|至|到|－|―)+\s*(20\d\d)(?!\d)"
# a year in a title and what it is said of, up to the next year
YEARLY_TITLE = rf"({YEAR_DIGITS})\s*年度?(?!\s*\d{{1,2}}月)((?:(?!{YEAR_DIGITS}).)*)"
LAST_YEAR = rf"[(（]({YEAR_DIGITS})年?度?[)）]\s*$"
PLAN_BEFORE_AREA = '^[“"]?十[一二三四五六七八九]五[”"]?(?:时期|期间)?'  # “十四五”某县…规划
DATE = r"(20\d\d)\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})"
# a year behind which the rest of a date, or of a document's number, stands: 2011年6月3日, 〔2011〕
DATED = r"(?<!\d)(20\d\d)(?:\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}|\s*[〕\]］]\s*\d)"
# kinds of administrative units, the longer names first, and their levels
AREA_LEVELS: Mapping[str, str] = {
    "自治区": "province", "自治州": "city", "自治县": "county", "地区": "city", "新区": "district",
    "开发区": "district", "省": "province", "市": "city", "州": "city", "盟": "city", "区": "district",
    "县": "county", "旗": "county",
}  # fmt: skip
BEFORE_AREA = "《关于印发"
ISSUER = "^(?:中国共产党|中共)"  # before the place whose committee it is
PROVINCES = (  # without the word for what they are: 河南发布…
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
# what a body does that issues a document: 某市人民政府转发…
ISSUES = "(?:政府|委员会|办公[室厅]|[局厅委]).{0,12}(?:印发|转发|下发)"
# what the name of a place does not hold: verbs of news, bodies, what plans are about
NO_AREA = (
    "发布|公布|印发|出台|下发|转发|召开|举行|部署|启动|推进|加快|明确|提出|打造|力争|全面|新建(?![区县]$)|新增|投入|建设|实施|我|各|全[省市县区]"
    "|[省市州县区]委|^委|人民|政府|关于|规划|计划|方案|工作|今年|明年|将(?!乐)|的|是|在|拟"
)
# what a first line says is issued, and what it only names as its ground
ISSUED, GROUNDED = "印发|转发|发布|公布|出台|下发|制定|编制", "根据|按照|依据|依照|为|贯彻|落实|围绕|结合|对照"
SPAN = "([两二三四五])年(?:行动)?(?:计划|规划|方案)"  # 三年行动计划
GOAL_YEAR = rf"[到至]\s*({YEAR_DIGITS})\s*年"
# a year of which the text says that something is yet to be done in it
FORWARD = rf"({YEAR_DIGITS})\s*年[^。；\n\d]{{0,14}}(?:将|计划(?!》)|拟|要(?![求素点闻])|力争|确保|争取)"
# before a year that is a deadline, or ends a span (2014年—2016年), not when something is said
BY_THEN = ("到", "至", "于", "—", "–", "－", "-", "~", "～")
# the number of a chapter, as outlines and titles print it (第三章), and of a point (三、)
CHAPTER_NUMBER = r"第([一二三四五六七八九十百\d]+)(?:章|篇|编|部分)"
POINT_NUMBER = r"([一二三四五六七八九十百]+)、"
# how a document is called that is a part of a plan
PART_TITLE = "节选|摘录|选段|专章|分册|分篇|(?:部分|章节|单章|篇章)(?:$|[(《》)]|讨论|征求|初稿|草|送审|审议)"
