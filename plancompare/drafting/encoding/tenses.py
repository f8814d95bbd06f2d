"""The language of what was and of what is to come as data. Constants only, beside those of `grammar`."""

from plancompare.drafting.encoding.grammar import TO, YEAR_DIGITS

# what speaks of a time to come, behind a sentence on an earlier year
TO_COME = "将|要(?!求|素|点)|拟|计划|力争|争取|确保|今年|明年|下一步|接下来|未来|今后"
# who a statement on a year is about, before it: 全市2019年…
WHOSE_YEAR = "(?:(?:全|我|本|该)[省市县区州旗镇乡])?(?:在|至|到|截[至止])?"
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
LONG_AGO = r"过去的?[一二三四五六七八九十几数多\d]+年"
MORE_OF_IT = "其中|共|累计|总计|合计"
