"""The language of promises as data: how figures are bounded, counted and dated, and how clauses are made.

Constants only. Lists of words stand in the notation of regular expressions, apart by bars. Words of a field of policy
(its periods, posts and programmes) do not stand here but in the codebook's ``lexicon.encoding``.
"""

from collections.abc import Mapping

from plancompare.drafting.numerals import CHINESE
from plancompare.model import Op

# Gaps for words of the field, which lists of ``lexicon.encoding`` fill: any word of a list ({any:bases}), a character
# that ends none of its words ({behind_none:averages}均), and one that begins none (在{before_none:enrolled})
FIELD_WORDS = r"\{any:(\w+)\}"
NOT_ENDING, NOT_BEGINNING = r"\{behind_none:(\w+)\}(.)", r"(.)\{before_none:(\w+)\}"
HAN = "[\u4e00-\u9fff]"
# between two numbers or years of a range
TO = r"\s*(?:-|—|–|~|至|到|－|―)+\s*"
# what parts a clause inside
PAUSES = "[，,；;]"
COUNT = "一二三四五六七八九十"

# --- Bounds of figures ------------------------------------------------------------------------------------------------
# words right before a number
BOUNDS_BEFORE: Mapping[Op, str] = {
    ">=": "不低于|不少于|不小于|不得低于|不得少于|不下于|至少|最少|达到|达|≥|提高到|提高至|提升到|提升至|增加到|增加至"
    "|增至|升至|上升到|提到|扩大到|扩大至|增长到|增长至|保持在|保持|巩固在|占到|占|满|实现",
    ">": "超过|高于|大于|多于|突破|逾|超|>|优于",
    "<=": "不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|控制在|控制到|≤|降至|降到|下降到|下降至"
    "|降低到|降低至|减少到|减少至|压减到|缩小到|压缩到",
    "<": "低于|小于|少于|<",
    "=": "稳定在|维持在",
    "about": "约|大约|约为|近|大概|接近",
}
# words right behind a number
BOUNDS_BEHIND: Mapping[str, Op] = {
    "以上": ">=", "以内": "<=", "以下": "<=", "之内": "<=", "左右": "about", "上下": "about",
}  # fmt: skip
# those among both that may stand apart from their number: 至少召开1次, 达到总数的15%
BOUNDS_APART_FROM_VERB = "至少|最少|至多|最多"
BOUNDS_APART_FROM_SHARE = "达到|占|超过|不低于|不少于|低于|高于"
BOUND_SIGNS = ("≥", "≤", "<", ">")
# between a bound and its number: 不低于每人每年600元; the codebook adds periods and heads of its field
PER = "个月|[年月周日天人]"

# --- Figures ----------------------------------------------------------------------------------------------------------
YEAR_DIGITS = rf"(?:20\d\d|二[〇零○0]{{1,2}}[{COUNT}〇零]{{1,2}})"
# and years and ordinals that count nothing: 1988年, 第七届, 第六次
DATES = (
    rf"\d{{1,2}}\s*月(?:\d{{1,2}}\s*日)?|\d{{1,2}}\s*[日号](?!均)|第\s*(?:\d+|{CHINESE}+)"
    rf"|[{COUNT}]+月(?:底|份|[{COUNT}]+日)|(?<!\d)19\d\d\s*年|(?<!附)近(?:\d+|[{COUNT}两几])年"
)
# names with numerals in them: 5G, 60周年, 12345热线
CODES = (
    r"(?<![A-Za-z])[A-Za-z]+[-+.]?\d[\w.+-]*|\d+(?:\.\d+)?(?:\+[\dA-Za-z]+)+|[2-6][GgDdKk](?![A-Za-z])|(?:\d+|[一二三四五六七八九十百]{1,5})周年|\d{5}(?=热线|平台)"
    # times of day, but not 1:15; 十九届历次全会, 八部门, 二期工程
    r"|(?<![\d:：比])(?:0\d|1\d|2[0-3]|[2-9])[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)"
    rf"|(?:[{COUNT}]{{1,4}}|\d{{1,3}})(?:届(?=历次|全国|[{COUNT}]中|中央|人大|人民|全会|党代)|大(?=和|以来|精神|报告|召开|胜利))"
    rf"|(?:[{COUNT}]{{1,4}}|\d{{1,3}})(?:个?部[门委]|个?厅局|期(?=[^，,；;\d]{{0,6}}(?:工程|项目|建设|计划|行动|规划)))"
)
# 一校一策, 三区三州: pairs of numerals and nouns are sayings, but not 三到五年
_ONE = "[一二三四五六七八九两双多零]"
SAYINGS = rf"{_ONE}(?!{CHINESE}|[点成到至]){HAN}{_ONE}(?!{CHINESE}){HAN}"
# 成熟一个推广一个
EACH_ONE = rf"一({HAN})[、，,]?{HAN}{{1,4}}一\1(?!{HAN})|一({HAN})[、，,]{HAN}{{1,4}}一\2"
# 4个100%: how many shares, which no one promises; but not 5所8万平方米
OF_SHARES = r"\d+(?:\.\d+)?%"
# shares: 百分之九十, 九成半 (but not 成立, 成果 …), 三分之一, 一半, 1:15
# a share that is more than half, not a time (时间过半) or a target (任务过半) that is half over
MORE_THAN_HALF = "(?:(?<=[率比])|(?<=比例|占比|比重|份额|人数))过半(?![时后之下减])"
_NO_TENTHS = "立为员果就长效熟功才型本交绩套不"
SHARES = (
    rf"(?P<share>百分之(?:{CHINESE}+(?:点{CHINESE}+)?|\s*\d+(?:\.\d+)?))"
    rf"|(?P<tenths>[1-9一二三四五六七八九]成[半一二三四五六七八九]?(?![{_NO_TENTHS}]))"
    rf"|(?P<part>{CHINESE}+分之{CHINESE}+|(?<![\d./／])[1-9]/(?:[2-9]|10)(?![\d./])(?!{CHINESE}|[年月日]))|(?P<half>一半|半数|{MORE_THAN_HALF})(?![年天日])"
    r"|(?P<ratio>\d+(?:\.\d+)?\s*[:：]\s*\d+(?:\.\d+)?)"
)
# what a clause opens with that says how often, and units of what is done or given again and again: 每月补助300元
EACH_TIME = "每(?:半)?[年月周天日]|每[两三四五\\d]年|年均|月均"
OF_EACH_ONE = ("次", "场", "轮", "遍", "小时", "分钟", "天")
# how often: 每两年, 年均, 每周; the codebook adds periods of its field
OFTEN_EACH = "季度|年(?!级)|月|周|天|日"
# signs behind a verb that make it a noun: 举办者, 监督员, 创新型, 普及率
NO_NOUN = "(?![者型率]|员(?!工|额)|性{before_none:no_suffix})"
# 每年增长5%: a share that something grows by, not one that it reaches
GROWS = "(?:增长|增加|递增|提高|提升|上升|下降|降低|减少|递减)[^到至，,；;]{0,6}$"
BY_YEAR = "到{year}年"  # before a record that is due by a year
YEARLY, EVERY_YEAR, EACH, PERSONS_OF = "逐年", "每年", "每", "人数"
OFTEN = rf"年均|月均|{YEARLY}|(?<![\d{COUNT}个])[年月周](?=[^，,]{{0,4}}次数)"
# 年 before a verb: so many each year (年培训500人); but not that of 2023年, 今年, 青年
A_YEAR = rf"(?<![\d{COUNT}〇零两几半整全当本今明去来近历每逐往同次该翌末]){{behind_none:no_years}}年"
# units of what happens again and again, and of how long something takes
TIMES = ("次", "场", "轮", "期", "届", "遍")
SPANS = ("小时", "分钟", "天", "个月")
# what is a part of a whole or an age, and so not counted by anything; of how long something takes, and by how much a
# share rises, the registry's names say by what (每天…时间, …每年下降)
UNCOUNTED_BY = ("%", "1:n", "n:1", "岁", "个百分点", "小时", "分钟", "天", "个月", "年")
# what adds no name to a figure: 每年累计不少于1个月
IN_TOTAL = "累计|平均|总计|共计|合计|总共|每次|每人|时间|时长|总量|共"
# behind what something is counted by: 每县区建成…, 每校至少…, 每人每月…; but not 每所县域高中
BEHIND_BASE = r"(?=$|[\d每至不最少平都均应须要可再新奖补拨])"
# 每个新建班; 县政府给每校奖补…; what only says that something is given
MADE_NEW = "(?:新建|改建|扩建|新增)?"
GIVERS = "^(?:[省市县区镇乡]级?)?(?:人民)?(?:政府|财政)(?:给予?|对|向|按)?"
AWARDS = ("奖补", "补助", "补贴", "奖励", "给予奖补", "给予补助")
# 各县区均建成…: for each of them
ALL_ALIKE = r"(?:\([^()]*\))?(?:分别|均|都|各|至少|各自|要|应|须|必须|需要)"
# 每个县区, 每所学校: the codebook says by what things are counted
ONE_OF_EACH = "个|所|名|位|家|座"
# numbers that nobody can say: 几十所, 数百名; and those that are at least a myriad's place: 上百名
SOME = r"(?:几|(?<![总人次个数位生额座床])数|若干)\s*$"  # but not 教师总数10%, 新增托位数400个
AT_LEAST_A_MYRIAD = "^上[百千万亿]"
# where a figure is not certain: digits that a blank parts, 几十, 十几, two numerals beside each other
UNCERTAIN = (
    r"\d\s+[\d.,]|[几数][十百千万亿]|[十百千万]几|若干[个所名]"
    rf"|(?<!{CHINESE})[一二两三四五六七八](?:[二三四五六七八九])[十百千万]*(?=[个所名位家人])"
)
ONCE = "[一1]次(?!性)"
# 一 counts a single thing behind these words (but not as one of these units), and of these units behind a verb
SINGLY = r"(?:至少|不少于|不低于|最少|每[^，,；;]{1,10}|(?:并|合并|整合|归并)[成为])$"
NEVER_SINGLE = ("年", "点", "片", "分", "天")
SINGLE = ("所", "座", "处", "家", "场", "次", "轮", "遍", "名")
# behind N年 where that is a plan, a deadline or a term of office, not a span
NO_SPAN = r"[内来底末前后]|行动|规划|计划|期|制|级|间|的?任期|一|目标"
SPAN_TAILS = ("以上", "以内", "左右", "时间", "的时间", "努力", "的努力")
# a number that only sums up the list before it: 甲、乙、丙三项工程
SUMS = (
    r"[个项大][^，。；,;]{0,6}(?:工程|任务|行动|举措|措施|计划|内容|制度|方面|环节|机制|关系|体系|重点|目标|改革|主题)"
)
# units that hold a myriad, and myriads of money, which stay what people say
POINTS, MONEY = "个百分点", "元"
SHORT_UNITS: Mapping[str, str] = {"百分点": POINTS, "平米": "平方米", "周岁": "岁"}
MYRIAD_UNITS: Mapping[str, tuple[str, int]] = {"万人": ("人", 10_000), "万名": ("名", 10_000), "万个": ("个", 10_000)}
MYRIADS: Mapping[str, int] = {"万": 10_000, "亿": 100_000_000}
MYRIADS_DOWN = ("亿", "万")

# --- Figures that only tell which things are meant --------------------------------------------------------------------
AGE = "岁"
AGED = "寿命|年龄|平均"  # how old someone is on average is a figure: 教师平均年龄降到40岁
CONDITION_BOUNDS = ("以上", "以下", "以内", "之内", "左右")
OVERSIZED = r"(?:[(（][不]?含\d*人?[)）])?(?:及?以上)?的?超?大[^，,；;]额"  # 55人(不含)以上大班额
OF_SO_MANY = "口(?:及?以[上下]|以内)"  # 5万人口以上乡镇
# which of those places something is built in, before its verb
PLACES_BY_SIZE = rf"([\d.]+万?|{CHINESE}+)人口(?:及?以[上下])的?{HAN}{{1,4}}?(?=至少|[均都要应各]|新?建|办|设|配)"
SIZED = rf"{HAN}{{1,2}}(?:以上|以下|以内)的{HAN}"  # 六个班以下的…
FULL = r"(?:满|不满|不足|达到|超过|连续|未满)[^，,；;\d]{0,4}$"  # 任职满六年的, 连续任满两届的
FORBIDDEN = r"(?:不再|不得|严禁|禁止|不)[^，,；;]{0,8}$"
PROMISING_VERB = "[建设增办成立开招配改聘训补育选派]$"  # last signs of verbs that promise what is counted
RELYING = r"(?:依托|利用|借助|凭借|借力)[^，,；;]{0,6}$"  # 依托两所高校建立…
MERGED, INTO_ONE = "[把将]$", r"[^，,；;]{1,14}?(?:并|合并|整合|归并|归集)[成为到]"
ONLY_PLACES = rf"[一二两三四五六七八九十]{{1,3}}(?:所|家|个|座)(?:{HAN}{{2}})"

# --- Years and deadlines ----------------------------------------------------------------------------------------------
# “十四五”, 十四五时期, 第十四个五年规划; but not the 十五 of 九十五
_ORDINAL = "十[一二三四五六七八九]?|二十"
FIVE_YEAR_PLANS = (
    rf"(?<=[“\"])({_ORDINAL})五(?=[”\"])"
    rf"|(?<![一二三四五六七八九百千])({_ORDINAL})五(?=时期|期间|规划|以来|末|期末|开局|收官|目标)"
    rf"|第({_ORDINAL})个五年"
)
# the first year of a five-year plan is this and five times its ordinal: the plans would have begun so, had all been
# back to back; the tenth began in 2001
FIRST_PLAN_YEAR = 1951
_NAMED_PLAN = "“十[一二三四五六七八九]五”|十[一二三四五六七八九]五"
PLAN_ENDS = (
    rf"(?:到|至)?(?:{_NAMED_PLAN}|规划)(?:时期|期)?(?:末|期末|结束时)|规划期内|(?:{_NAMED_PLAN})(?:期间|时期|时期内)"
)
# around a year: the codebook adds seasons of its field (the terms of a school year)
DUE_BEFORE = r"(?:力争|争取|确保|展望|面向)?(?:到|至|在|于|截至|截止)?\s*"
DUE_PARTS = r"[上下]半年|[春秋]季|\d{1,2}月"
DUE_BEHIND = r"(?:底|末|初|年底|年末)?(?:之前|以前|前|时|期间|内)?(?!起|以来)"
DECIDED = "[^，,；;]{0,8}(?:确定|部署|下达|批准|启动|申报|制定|印发|出台)的"  # 2016年县政府确定的项目
SINCE = r"[^，,]{0,8}(?:起|开始|以来|至今)|\s*(?:-|—|–|~|至|到|－)"  # behind a year: what goes on from it
# words before a year that something starts from, and behind one that begins a range
BASE_BEFORE = r"(?:由|从|比|较|自|以|与|相比)\s*$"
FOR_A_YEAR = "(?:为|朝着|迈向)$"  # 为2035年建成强省奠定基础: what something is for, and by no year of its own
# 2026年底前全部到位: by when the act before it is done; the codebook adds ends of periods of its field
WHEN_ENDS = "年|末|底|前|月"
WHOLLY = "全部"
WHEN_DONE = rf"({WHOLLY}|基本|全面)?(?:到位|完成|完工|建成|落实|实现|整改到位|落实到位|投入使用)"

# --- Clauses ----------------------------------------------------------------------------------------------------------
# 力争用五年左右的时间: how long something takes, which stands behind it or in the next clause
_HOPES = "(?:力争|争取|确保|计划|拟|将|要|再)*"
TAKEN_TAIL = "(?:左右|以内|之内)?的?(?:时间|努力)"
TAKES = rf"{_HOPES}(?:利?用|通过|经过)[^，,；;]{{1,5}}?(?:年|个月){TAKEN_TAIL}"
# what such a span measures, by its unit: 建成…体系所用年限
TAKING: Mapping[str, str] = {"年": "所用年限", "个月": "所用时间"}
# numbers, bullets and dashes before a clause: 一是, ①, （1）, 1., ——
_ORDINALS = rf"[{COUNT}]{{1,3}}(?:是|要)(?=[^{COUNT}])|第[{COUNT}]{{1,2}}(?=[，,])"
_SIGNS = (
    r"\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u25a0-\u25ff\u2605\u2606\u203b\u2022\u00b7\u2219\u27a2\u27a4"
    r"\ue000-\uf8ff"
)
_NUMBERS = rf"[（(](?:\d{{1,2}}|[{COUNT}]{{1,3}})[)）]|\d{{1,2}}[、．)）](?!\d)|\d{{1,2}}\.(?![\d ])"
COUNTS_INSIDE = r"\d+[所名个项][^、]{2,}、\d+[所名个项]"  # “1所名校、7所示范校”
MARKS = rf"(?:\s*(?:[{_SIGNS}]|{_NUMBERS}|[—–]{{1,3}}|--+|{_ORDINALS}))+\s*"
# words that begin like an adverb: 应急演练, 均衡发展
NO_ADVERB = "应[急用对届聘]|均衡|都市|要[素点求]|再[生造]"
# 今年计划新建…, 将优化…: what is yet to be done
WILL = "(?:今年|明年|年内|全年|下一步|未来[两三五]年)?(?:还|也|并)?(?:将|拟|计划|预计)"
SUITS = "(?:结合|针对|立足|围绕|根据)[^，,；;]{0,8}$"
SUITED = ("实际", "情况", "特点", "需求", "愿景", "思路", "形势", "的要求", "的原则", "的部署")
# a place by its name: 城关镇, 东城街道; not what words for kinds of places end in: 社区, 校区
PLACE_NAME = (
    r"[\u4e00-\u9fff\U00020000-\U0003ffff]{1,6}?"
    "(?:镇|乡|街道|村|开发区|新区|(?<![小社片灾]){behind_none:no_places}区|自治县|县|自治州|市|旗)"
)
# who shall all do something: 各镇要…, 每个乡镇应…, 全县各镇都要…
ALL_OF_THEM = "(?:全[省市州县区旗])?(?:各级|各|每一?(?:个|所|名|位|家|座)?|所有)"
EVERY_LEVEL = "各级(?=人民政府|政府|部门|各部门)"
# words that make a place's name one of a kind: 示范县5个
NO_PLACE = "示范|特色|先进|文明|试点|重点|贫困|达标|[强所个]"
THEY_SHALL = "(?:人民政府|政府|部门)?(?:都|均|也|还)?(?:要|应当|应该|应|必须|须|需要?|将)?(?:至少)?"
# joints of a list; whatever is said of all of something
_AS_WELL_AS = "(?<![普涉惠危])及(?!时|以[上下])"  # but not 普及, 及以上
AND = f"、|以及|(?<![调饱])和(?![谐平])|与|{_AS_WELL_AS}"
PLAIN_AND = f"、|以及|和|与|{_AS_WELL_AS}"
_DONE_BY_ALL = "均|都|全部|普遍|达到|通过|完成|实现|配备|开设|纳入|建成|建立|设立|接入|覆盖|实行|推行|贯通"
_EVERY = rf"(?:(?<!{HAN})|(?<=推动|实现|推行|实行|确保|组织))全部(?={HAN}{{2}})"  # 推动全部专业…, not 校舍全部达标
ALL_OF = rf"(?:(?<![向对为])(?:所有|全体)|{_EVERY})(.{{2,16}}?)(?:{_DONE_BY_ALL})"
OF_ALL = (  # 校舍全部达标, 覆盖全部家庭
    rf"{HAN}{{2}}全部(?:达标|实现|完成|纳入|配备|建成|开设|通过|达到|办成|接入|安装|设立|普及|持证|覆盖)"
    "|覆盖(?:全部|所有|全体)"
)
AND_SO_ON = "等[^、，,；;]{0,4}(?:项目|工程|行动|计划|工作)$"  # 甲工程、乙计划等重点项目
GOES_ON_TO = "达到|通过|完成|取得|实现|配备|具备"
RESPECTIVELY = "(?:要|将|应|均|都)*(?:分别|依次)"
# one share that several things reach: (力争实现)甲和开设乙的学校比例(均)达到50%
OF_EACH = "{behind_none:averages}均|都|全部"
HOPED = "力争|争取|确保|要|使|将|让"
HAVING = "[建设配持具拥含开]有|有|参加|参与|取得|通过|达到|符合|获得|接受|使用"
GROSS_OR_NET = "毛净"
NO_SHARES, RATIO = ("占", "年限", "系数"), "比"  # 平均受教育年限, 基尼系数; 招生比例
# 各 behind a list and before a figure: 小学、初中各3所
APART = "分别"
EACH_OF = "各(?![类种级个位界方族地县区市镇乡村]|{any:bases})"
AMONG_THEM = rf"其中[，,：:]?|(?<![包不])含(?={{any:levels}}|{{any:areas}}|[国县区乡镇]|{PLACE_NAME})"
# behind what is counted, what is done with it as well: 新建学校3所并投入使用; but not 合并, 撤并, 并举
AS_WELL = "(?<![合撤归兼一吞])并{before_none:merging}(?![举重轨列行存购入])|(?<![而况尚])且"
UNDER_GROUND = "(?:按照|根据|依据|依照|对照|参照|遵循|依托|围绕|通过|采取|结合|以)[^，,；;]*$"
DOES = (
    "(?<![需重主])要(?![求素点])|将|把|须|应当|(?<![适相])应(?![用急])|(?<!平){behind_none:averages}均(?!衡)|(?<!首)都(?!市)|一律"
    "|纳入|同步"
)

# what a clause opens with whose subject the one before it named; a clause that names only what others are about
ELIDED = "(?:其中?)?(?:在|对|按|本(?:[地市县区省]|{any:bases})|就近|异地|比例|占比|比重|人数|合格率|达标率|优良率)"
TOPIC_AMONG = f"(?:在{{before_none:enrolled}}(?![职编岗册]))?({HAN}{{2,14}}?)(?:当?中|里面?)"
# between a verb and its object: 建立起…, 建成一批…
VERB_PARTICLES = "^(?:起来?|了|好|一批|一个|若干)(?=..)"
GOES = "到|赴|去|前往|参加|参与"
RISES_FROM = rf"[由从][^，,；;]*[\d{COUNT}百千][^，,；;]*[到至为成][^，,；;]*$"
PART_OF = "(.{2,}?)(?:不低于|不少于|不超过|达到|占到?|高于|超过)(.{2,})的"
# behind a share: 以上的县基本实现…
THOSE = (
    rf"(?:以上|左右|以内)?的?(?P<those>{HAN}{{1,8}}?)(?:都|均|全部|基本|将|要)?"
    "(?P<does>(?:实现|建成|达到|完成|通过|配备|开设|建立|具备|纳入|创建).+)"
)
# the share of a whole that a part has, and a rate of what is offered to all: 其中城区占60%, 课后服务覆盖率
SHARE_OF_ALL = "占(?:到|比)?(?:约|近|超|超过)?$"
SERVED = "(.{4,}?)(?:全?覆盖率|参与率|开展率|普及率)"
SHARE_OF, RATIO_NAME, SHARE_NAME = "占", "比例", "占比"
# 按教师总数的10%(的比例)培养…
GIVEN_BY = rf"按照?(?:(?:{BOUNDS_APART_FROM_SHARE})|([^，,；;按]*))$"
IN_PROPORTION = "^(?:以上|左右|以内)?的?(?:比例|标准)?"
ON = "^对(?=[^，,；;]{2})(?![口外比接标照象岸])"  # 对校舍排查一遍: 校舍排查
PREPOSITIONS = "[在由为向对从以用]"

# --- Names of measures ------------------------------------------------------------------------------------------------
COMPARED_MEANS = r"([^，,；;]+?)(不低于或高于|不低于|高于)([^，,；;\d]*平均[^，,；;\d]*)"
RATIO_OF = "(.+)与(.+)之比"
# behind a thing, how many of it there are before how large they are: 教学楼3栋2.4万平方米
COUNTED_AS_WELL = rf"(?<={HAN}{{2}})\d+{HAN}$"
# between a thing and how many of it there shall be, which no verb before it counts: 指导教师达到30名
STATED = r"(?:达到|达|为|占|保持在|稳定在|控制在)\s*$"
# behind what is counted, what becomes of it: 20个项目将在2023年完工; 5所学校全部达标
BECOMES = (
    r"将(?!来)|把|(?<![适相])应(?![用急])|(?<!平)均(?!衡)|(?<!首)都(?!市)|全部"
    "|一律|陆续|相继|预计|有望|力争|确保|实行|(?:完成|通过)(?![率人])|(?:建设|建成|投用|竣工|开工)$"
)
# kinds that together are all there is: 公办或民办幼儿园 are 幼儿园
BOTH_KINDS = "(?:公办|民办)(?:或者?|和|与|及|、|以及)(?:公办|民办)"
PERSONS = frozenset("人名位")
HOW_MANY = "(?<!均)(?:总数|总量|数量|人数|数|规模)"
MEASURE_ADVERBS = "要|{behind_none:averages}均|都|全部|基本|稳步|逐步|力争"
# what stands between the name of a measure and its figure; the codebook adds heads of its field (每…)
REACHES = (
    "实现|达到|达|保持在?|稳定在|提高[到至]|提升[到至]|增加[到至]|增至|升至|扩大[到至]|控制在|降[到至]|下降[到至]|降低[到至]"
    "|减少[到至]|增长|递增|不低于|不少于|不高于|不超过|超过|高于|低于|大于|小于|至少|约|占|为|是|有|至|到|在|由|从|每人|每月|每年"
    "|接近|大约|(?<![就附邻亲靠远])近(?!视)|逾"
)
COVERED, COVERAGE, RATE = "全覆盖", "覆盖率", "率"  # 全覆盖 is a 覆盖率 of the whole, 零择校 a 择校率 of nothing
# 消除大班额: a 大班额比例 of nothing
ENDED = (
    "(?<![年月]内)(?<![年月]内全面)(?:消除|清零|杜绝|消灭)(?![^，,；;]{0,12}[向到至][^，,；;]{0,12}转[变向型为])"
    "(?:[^，,；;的]*[以上及)）])?的?"
)
SHARES_OF = ("比例", "占比", "率")
NOTHING_OF = rf"(?<![清归为点百千万〇一二三四五六七八九])零(?![一二三四五六七八九点])({HAN}{{2}})"
