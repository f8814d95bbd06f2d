"""The language of clauses as data: by what the rules tell a promise from what says when, how or what for.

Constants only, beside those of `grammar`; gaps for words of the field are filled as there.
"""

from plancompare.drafting.encoding import grammar

MONTH = r"(?:到|至|在)?\d{1,2}月(?:底|初|中旬|上旬|下旬|份)?(?:之?前|以前)?"  # 12月底前, by itself
# ends of a clause that opens with 在 and only says where or when
TIME_OR_PLACE = (
    "(?:[下上里前后内时外间]|{behind_none:short_names}中|方面|基础上|领域|区域|地区|过程中|同时|环节|层面|阶段|等)$"
)
TAKES_YEARS = f"{grammar.TAKES}$"  # by itself
_MEANS = "指(?![导标定南数挥引向派示])"
DEFINES = rf"{_MEANS}[^，]{{2,}}的|[^，]{{1,16}}?(?:是指|指的是|(?<=[^所]){_MEANS})|[“”][^“”]+[”]指"
IS_A = rf"是[^，]{{0,12}}的{grammar.HAN}{{1,3}}$"  # 甲是乙的基础
ONE_BY_ONE = rf"{grammar.HAN}{{1,4}}一({grammar.HAN})[、，]?{grammar.HAN}{{1,4}}一\1"  # 成熟一个推广一个
COMPARED_WITH_MEAN = r"(?:不低于|不少于|不高于|不超过)[^，,；;\d]{2,}|高于[^，,；;\d]*平均"
CHANGES = r"由[^，,；;]{2,20}?(?:改为|改成|调整为|变为|转为|升级为|延长[到至]|提高[到至]|扩大[到至])[^，,；;]"
SUBJECT_MUST = (
    rf"{grammar.HAN}[^，,；;]{{1,16}}?(?<![需重主首只想不将简摘纲机提也还是])要(?![求素点害闻务件职领义么是因塞])"
)
BEING = r"^[也还]|[是有]|变成|成为|为\d|的$|如何|多么|不够|不足|难|[吗呢吧]"
FIRSTLY = "[一二三四五六七八九十]是"
# on what condition the clause behind is done: 发现学生欺凌, 24小时内介入; but not 发现和培养名师
CONDITION = (
    "(?:[^，,；;]{0,6}中)?发现(?![和与、并])|一旦|如果|若(?!干)|倘若|凡是?(?=[^，,；;]{2})|遇有|出现(?=[^，,；;]{2})"
)
NOT_DOING = "(?:绝|决|坚决)?不(?![得再断低少超高大小])"
ALONGSIDE = "与[^，]{2,12}?同步"
GIVES = "提供|创造|奠定|营造|打下|注入|贡献|作出|做出|储备|打牢|夯实"
INSISTS_THAT = "坚持[把将以]"
TURNS = "(?:要|并|同时)?(?:由[^，]{2,14}?)?[把将]"  # 把甲纳入乙, 将甲作为乙
FOR_AIM = "^以[^，]{1,6}促|为[^，]{1,14}$"
# what someone comes by through the act before it: 让教师安心从教; but not 让利, 使用
LETS = "让(?![利渡位])|使(?![用馆命])"
# something abstract that is bettered: 提升督导专业性; but not 加大力度, 完善制度, 增加人力
BETTERS = "提[升高]|增[强加]|激发|强化|激活"
QUALITY = "(?:性|(?<![人主劳财物电])力|(?<![制力幅额进深强难跨])度|感|体验)$"
# how something is done: 发挥…主导作用, 突出…地位, before what is done by it; but 发挥党组织作用 may be an act
PUTS_TO_USE = (
    "发挥[^，,；;]*(?:(?:主导|主阵地|主体|主渠道|基础|核心|示范|引领|辐射|带动)作用|优势|职能|功能|效能)$"
    "|(?:突出|彰显|凸显)[^，,；;]*(?:地位|标准|导向|特色|属性)$"
)
# in which respects the act before it is done: 在管理、备考等方面开展深度合作
IN_RESPECTS = "在[^，,；;]*方面[^，,；;]*(?:融合|合作|互通有无|协作|联动|协同|共享|余地)$"
# what it is done for: 对接产业需求, 服务县域发展, before what is done for it
MEETS = "(?:对接|服务)(?!于)[^，,；;]{2,}(?:产业|需求|发展|建设|战略|定位|要求|行业)$"
# how high something is held: 把甲作为生命线, 列入重要议事日程
HOLDS_HIGH = (
    "(?:作为|列为|列入|摆上|摆在|放在)[^，,；;]*(?:(?:民生|民心)工程|(?<!评价)(?<!考核)重要内容|生命线|首位|重要位置|突出位置"
    "|议事日程|思想武器|头等大事|首要任务|重中之重)"
)
EVERY_SINGLE = "(?:关心|关爱|爱护|上好|办好|帮助)[^，,；;]{0,2}每一[^，,；;]{1,6}$"  # 办好每一所学校
BECOMES = "(?:推动|推进|促进|实现)[^，,；;]*[由从][^，,；;]{2,}向[^，,；;]{2,}"  # behind an act: 推动方式由甲向乙转变
SOLVES = (
    "解决[^，,；;]*(?:难题|困难|后顾之忧|短缺问题|紧缺问题)$"  # but 解决大班额问题 promises something that is counted
)
OF_IT = "[^，,；;]{2,4}其(?![他它余中次实])"  # 提升其能力: whose the act before it says
SINCE_A_YEAR = rf"(?:从|自)?{grammar.YEAR_DIGITS}年(?:\d{{1,2}}月|[春秋]季?)?(?:起|开始|以来)"
# a verb that another one helps: 研究制定, 组织开展
_HELPING = "研究|组织|探索|启动|推动|支持|鼓励|引导|力争|争取|确保|统筹|继续|抓紧"
_HELPED_BY = "制定|开展|建立|实施|编制|推进|建设|举办|出台|修订|完善|开发|设立|开设|新建|推行"
HELPED = f"(?:{_HELPING})(?:{_HELPED_BY})"
