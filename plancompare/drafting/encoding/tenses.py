"""The language of what was and of what is to come as data. Constants only, beside those of `grammar`."""

from plancompare.drafting.encoding.grammar import TO, YEAR_DIGITS

# what speaks of a time to come, behind what tells of an earlier one; 将 does before a verb: 将新建, but not 将甲纳入
TO_COME = (
    "(?<![主重需首必紧])要(?!求|素|点|闻|事|务|害|看到|清醒)|(?<![模虚])拟(?!定|订)|(?:^|[今明]年|[省市县区州旗镇乡们])(?:还|也|将|再)*计划(?![》”的])"
    "|预计(?:可|能|将|在|于)*(?:今年|明年|年[内底末]|月底|20\\d\\d年|\\d{1,2}月)|马上|即将|有望(?:在|于)|力争|争取|确保|今年(?!以来)|明年|来年|下一?步|接下来|未来|今后|下一?阶段|展望"
)
WILL_DO = "将(?![来领士近要])"
# a span that has gone by, which a clause opens with: 过去一年, 近年来, “双减”实施以来, 去年
_SO_MANY = r"[一二两三四五六七八九十几数多\d]+"
GONE_BY = (
    rf"(?:刚刚?)?过去的?这?{_SO_MANY}个?年|近(?:{_SO_MANY}|些)?年[来间，,]|(?:这|近)?{_SO_MANY}年多?来(?![^，,；;]*的)"
    "|去年(?!级|[^，,；;]{0,8}的)|上一?年(?![级度末底]|[^，,；;]{0,8}的)|[^，,；;的]{2,14}以来(?!的)"
)
# who a statement on a year is about, before it: 全市2019年…
WHOSE = "(?:(?:全|我|本|该)[省市县区州旗镇乡])?"
WHOSE_YEAR = f"{WHOSE}(?:在|至|到|截[至止])?"
# what rose or fell from an earlier year: 从2015年的3万人增至4万人; the first verbs tell rather than promise
_ROSE = (
    "(?P<rose>增至|增加[到至]|增长[到至]|上升[到至]|降至|下降[到至]|减少[到至])|升至|扩大[到至]|提高[到至]|提升[到至]"
)
HAS_RISEN = (
    rf"[从由自](?P<base>{YEAR_DIGITS})\s*年[底末]?的?[^，,；;]{{0,20}}?\d[^，,；;]{{0,16}}?(?:{_ROSE})"
    rf"(?:(?P<end>{YEAR_DIGITS})\s*年)?"
)
YEARS_AGO = 4  # years before a plan's first: what rose from then is no promise of the plan, unless it says by when
SAYS_BY_WHEN = "[到至前底末]|截[至止]"  # of a deadline: not 2021年 by itself
# What lies behind a plan: 自2018年以来, 2017年至2019年, 过去五年; and what goes on about it
SINCE_WHEN = rf"(?:自|从)?{YEAR_DIGITS}\s*年[^，,]{{0,4}}以来"
YEARS_FROM_TO = rf"(?:自|从|在)?{YEAR_DIGITS}\s*年?{TO}{YEAR_DIGITS}\s*年"
MORE_OF_IT = "其中|先后|一?共|累计|总计|合计|同时[，,]|此外[，,]|另外[，,]|[其期]间[，,]"
AS_OF = "截"  # 截至2022年底: no time to come
# behind a verb: 新增了; but not 为了, 了解, nor what a plan tells of itself: 确定了
DONE_SIGN = "(?<!为)(?<!确定)(?<!明确)(?<!提出)(?<!部署)(?<!规定)了(?![解结却断用])"
# one after the other: what was done, wherever no time to come is named: 先后组织讲座20场; and what came of an event
ONE_BY_ONE = "(?:^|[省市县区州旗局])先后(?!顺序|次序|轻重)"
CAME_OF_IT = "(?:活动|讲座|大赛|比赛|仪式|展演|论坛)(?:共计?|累计|总共|一共)+(?:吸引|有|收到|评选|服务|惠及)"
EVENT_UNITS = frozenset(("场", "场次", "人次", "批次", "届"))  # of what was held, and of those who came
# what is there and taken up: 巩固已有成果, 在已有校舍基础上
HAVING = "(?<=[\u4e00-\u9fff])已有(?=[^，,；;\\d]*$)"
