"""The language of clauses as data: by what the rules tell a promise from what says when, how or what for.

Constants only, beside those of `grammar`; gaps for words of the field are filled as there.
"""

from plancompare.drafting.encoding import grammar

OBJECT = 2  # characters that a thing has at least, before or behind its verb
MONTH = r"(?:到|至|在)?\d{1,2}月(?:底|初|中旬|上旬|下旬|份)?(?:之?前|以前)?"  # 12月底前, by itself
# a span by itself, within which the act behind it is done: 未来3到5年, 在今后五年时间内
_SO_MANY = rf"(?:\d+|[{grammar.COUNT}两几])+"
WITHIN = rf"在?(?:今后|未来|接下来)的?{_SO_MANY}(?:{grammar.TO}{_SO_MANY})?个?年(?:左右)?的?(?:时间)?(?:里|内|之内|间)?"
# what the act before it is of: 完善以甲为主体, 乙为补充的模式
AS_PART = "以?[^，,；;以]{2,}为(?:补充|辅助?|支撑|保障|依托|基础|主体|重点|引领|核心|纽带)的[^，,；;]+$"
# ends of a clause that opens with 在 and only says where or when
TIME_OR_PLACE = (
    "(?:[下上里前后内时外间]|{behind_none:short_names}中|方面|基础上|领域|区域|地区|过程中|同时|环节|层面|阶段|等)$"
)
TAKES_YEARS = f"{grammar.TAKES}$"  # by itself
_MEANS = "指(?![导标定南数挥引向派示])"
DEFINES = rf"{_MEANS}[^，]{{2,}}的|[^，]{{1,16}}?(?:是指|指的是|(?<=[^所]){_MEANS})|[“”][^“”]+[”]指"
IS_A = rf"是[^，]{{0,12}}的{grammar.HAN}{{1,3}}$|是[^，]*之[年际时]$|^[也又更]是"  # 甲是乙的基础, 是收官之年
# what will be the case of itself: 预计到2025年在校生达8万人, 缺口约1万个; the codebook says of what
FORECAST = "预计|预测|测算|预判|估计|(?<=缺口)(?:将|约|达|为|仍|还)"
ONE_BY_ONE = rf"{grammar.HAN}{{1,4}}一({grammar.HAN})[、，]?{grammar.HAN}{{1,4}}一\1"  # 成熟一个推广一个
COMPARED_WITH_MEAN = r"(?:不低于|不少于|不高于|不超过)[^，,；;\d]{2,}|高于[^，,；;\d]*平均"
CHANGES = r"由[^，,；;]{2,20}?(?:改为|改成|调整为|变为|转为|升级为|延长[到至]|提高[到至]|扩大[到至])[^，,；;]"
SUBJECT_MUST = (
    rf"{grammar.HAN}[^，,；;]{{1,16}}?(?<![需重主首只想不将简摘纲机提也还是])要(?![求素点害闻务件职领义么是因塞])"
)
BEING = r"^[也还]|[是有]|变成|成为|为\d|的$|如何|多么|不够|不足|难|[吗呢吧]"
GOES_INTO = "(?:[入进][^、，,；;]{2,4}[、和]?){2,}$"  # 某精神进社区、进家庭
BY_MANNER = "等?(?:多种|各种)?(?:方式|形式|途径|渠道|手段|办法)"  # between means and what is done by them
FIRSTLY = "[一二三四五六七八九十]是"
# on what condition the clause behind is done: 发现学生欺凌, 24小时内介入; but not 发现和培养名师
CONDITION = (
    "(?:[^，,；;]{0,6}中)?发现(?![和与、并])|一旦|如果|若(?!干)|倘若|凡是?(?=[^，,；;]{2})|遇有|出现(?=[^，,；;]{2})"
)
# what the clause behind goes on from: 在前期建成8所的基础上, 继2021年开通20条后
BUILDS_ON = "在(?:前期|先期|此前|已|现有|原有|去年|上年)[^，,；;]+基础上|继[^续承，,；;][^，,；;]*[后来]"
NOT_DOING = "(?:绝|决|坚决)?不(?![得再断低少超高大小])"
ALONGSIDE = "与[^，]{2,12}?同步"
GIVES = "提供|创造|奠定|营造|打下|注入|贡献|作出|做出|储备|打牢|夯实"
INSISTS_THAT = "坚持[把将以]"
TURNS = "(?:要|并|同时)?(?:由[^，]{2,14}?)?[把将]"  # 把甲纳入乙, 将甲作为乙
# what the act in the next clause is for: 为缓解…问题, 为了…, 更好地应对…; but not 为培训机构配备
_HOW = "更好|进一步|有效|切实|积极|主动|妥善|全面|深入|大力|不断|着力|加快|及时|充分"
WHAT_FOR = f"(?:为了?(?:(?:{_HOW})地?)*|更好地?)"
# what an act widens or narrows, behind it: 增加…供给, 缩小…差距
WIDENS = "(?:增加|扩大|丰富|优化|拓展|扩充)[^，,；;]*(?:供给|供给量|有效供给)$"
NARROWS = "(?:缩小|弥合)[^，,；;]*(?:差[距异别]|鸿沟)$"
ASKED = "(?:严格)?(?:按照?|依照|遵照|根据)[^，,；;]*?的(?:要求|原则|部署|规定|标准|思路|精神)(?=[^，,；;]{4})"
BARE_VALUE = (  # …数提高至560: a number without a unit that something reaches
    r"(?:数|值|指数|系数|比值?|量)[^，,；;\d]{0,3}(?:提高|增加|提升|上升|扩大|达|降低|下降|控制|保持|稳定)(?:到|至|在)?\d+(?:\.\d+)?(?:以[上下内]|左右)?$"
)
LAUNCHED_BY_NAME = (
    "通过(?:组织|启动|深入|全面|继续|大力)?(?:实施|开展|启动)[^，,；;“《]{0,6}"
    "[“《][^”》]+[”》][^，,；;]{0,4}(?:工程|计划|行动|项目)?"
)
# something finished, which stands before it: 新校区主体完工
_DONE = "完工|封顶|竣工|落成|交付|交付使用|投入使用|投用|建成投用|开工|开工建设|动工"
FINISHED = f"(?!按|如期|保质)[^，,；;]{{2,}}?(?:主体)?(?:工程)?(?:基本|全面|全部|正式|如期)?(?:{_DONE})$"
EACH_OF_THEM = ("每", "各", "所有")  # whose state is promised beside any act: 每所小学设有图书室
# what comes to all: 党组织应建尽建, 人人会游泳
COMES_TO_ALL = rf"(?!按|以)[^，,；;]{{2,}}应({grammar.HAN})尽\1|({grammar.HAN})\2(?:会|有|能|都)[^，,；;]{{1,10}}"
REACHES = f"{FINISHED}|{COMES_TO_ALL}"
GUIDES = "[^，,；;]*(?:总体思路|总体要求|总的要求|总要求|指导思想|工作思路|基本思路)(?:是|为)"  # before a colon
FOR_AIM = "^以[^，]{1,6}促|为[^，]{1,14}$"
# what someone comes by through the act before it: 让教师安心从教; but not 让利, 使用
LETS = "让(?![利渡位])|使(?![用馆命])"
# something abstract that is bettered: 提升督导专业性; but not 加大力度, 完善制度, 增加人力
BETTERS = "提[升高]|增[强加]|激发|强化|激活|夯实"
QUALITY = "(?:性|(?<![人主劳财物电])力|(?<![制力幅额进深强难跨])度|感|体验)$"
# how something is done: 发挥…主导作用, 突出…地位, before what is done by it; but 发挥党组织作用 may be an act
PUTS_TO_USE = (
    "发挥[^，,；;]*(?:(?:主导|主阵地|主体|主渠道|基础|核心|示范|引领|辐射|带动)作用|优势|职能|功能|效能)$"
    "|(?:突出|彰显|凸显)[^，,；;]*(?:地位|标准|导向|特色|属性)$|突出[^，,；;]{2,6}(?:提升|发展|改革|引领)$"
)
# in which respects the act before it is done: 在管理、备考等方面开展深度合作
IN_RESPECTS = "在[^，,；;]*方面[^，,；;]*(?:融合|合作|互通有无|协作|联动|协同|共享|余地)$"
# what it is done for: 对接产业需求, 服务县域发展, before what is done for it
MEETS = "(?:对接|服务)(?!于)[^，,；;]{2,}(?:产业|需求|发展|建设|战略|定位|要求|行业)$"
# how high something is held: 把甲作为生命线, 列入重要议事日程
HOLDS_HIGH = (
    "^(?:突出|抓住|抓好|抓牢|把握|扭住|紧盯|聚焦)[^，,；;]*[一两二三四五六七八]?(?:个|项|大)(?:重点|关键|主线|中心|主题|核心)$|^〔[^〔〕]*〕$|"
    "(?:作为|列为|列入|摆上|摆在|放在)[^，,；;]*(?:(?:民生|民心)(?:工程|实事)|(?<!评价)(?<!考核)重要内容|生命线|首位|重要位置|突出位置"
    "|议事日程|思想武器|头等大事|首要任务|重中之重)"
    "|转[化变]为[^，,；;]*(?:实效|成效|动力|优势|能力|力量|行动|实践)$"
)
# 办好每一所学校、教好每名学生; 关注每一个孩子成长
_EVERYONE = "每一?[个所名位堂节]?(?:乡村|农村)?(?:{any:everyone}|家庭|人)"
EVERY_SINGLE = (
    "(?:关心|关爱|爱护|上好|办好|帮助)[^，,；;]{0,2}每一[^，,；;]{1,6}$"
    rf"|(?:{{any:cares}}{_EVERYONE}(?:[^，,；;、和]{{0,2}}(?:成长|发展|成才|进步|健康))?(?:[、和与]|$))+$"
)
BECOMES = "(?:推动|推进|促进|实现)[^，,；;]*[由从][^，,；;]{2,}向[^，,；;]{2,}"  # behind an act: 推动方式由甲向乙转变
# but 解决大班额问题 promises something that is counted
SOLVES = "解决[^，,；;]*(?:难题|困难|后顾之忧|(?:短缺|紧缺|不足|紧张)的?问题)$"
# what the acts before it are good for: 提供坚实的人才支撑
SUPPORTS = "提供[^，,；;\\d]*(?:智力|人才|坚实|有力|强大|坚强|良好)[^，,；;\\d]*(?:支持|支撑|保障|保证|基础|条件)$"
OF_IT = "[^，,；;]{2,4}其(?![他它余中次实])"  # 提升其能力: whose the act before it says
SINCE_A_YEAR = rf"(?:从|自)?{grammar.YEAR_DIGITS}年(?:\d{{1,2}}月|[春秋]季?)?(?:起|开始|以来)"
# a verb that another one helps: 研究制定, 组织开展
_HELPING = "研究|组织|探索|启动|推动|支持|鼓励|引导|力争|争取|确保|统筹|继续|抓紧"
_HELPED_BY = "制定|开展|建立|实施|编制|推进|建设|举办|出台|修订|完善|开发|设立|开设|新建|推行"
HELPED = f"(?:{_HELPING})(?:{_HELPED_BY})"

# what a question asks with; a question mark without it stands for a lost character, unless a line ends with it
ASKING = (
    "什么|怎[么样]|如何|哪|吗|呢|谁|何[时地处以为]|几[个所时年位名]|多[少大久长]|为啥|是否|[能可会]否|有没有|难道"
    rf"|({grammar.HAN})不\1"
)
# what is done for a thing behind its name: 周转宿舍建设工程, 教师招聘力度; and what acts carry it further
_DONE_FOR = (
    "队伍|新建|改建|扩建|改扩建|迁建|建设|改造|提升|维修|修缮|配备|配置|购置|更新|招聘|引进|选聘|招录|培养|培训|创建"
    "|扩容|增容|布局"
)
FURTHERED = (
    rf"(?:的|{_DONE_FOR})*(?:{_DONE_FOR})(?:专项)?(?:工程|项目|计划|行动|力度|工作|步伐|进度|任务)*$"
    "|(?:工程|项目|计划|行动)$"
)
FURTHERS = "推进|推动|加快|加强|加大|强化|抓好|做好|实施|启动|开展|落实|深化"
FURTHER_BY = "(?:力度|工作|步伐|进度|活动)*"
LAUNCHES = "[^，,；;]{0,4}(?:实施|启动|落实|开展)"  # a programme is a promise besides what it counts
# what a first sentence opens and ends with that only names what those behind it do: 加强教师队伍建设
SUMS_UP = "(?:加强|推进|深化|加快|强化|抓好|做好|推动|狠抓|全面加强)[^，,；;“《]{2,}{any:summed_up}"
# what a clause carries further that the figures behind it tell: 推进学前教育普及普惠发展，新建幼儿园20所
CARRIES_ON = "(?:推进|推动|促进|加快|深化|实现)[^，,；;“《]{2,}(?:发展|均衡|普惠|一体化)$"
# behind the name of a thing, what is done for it; and before it, which of several
DONE_WITH, ONE_MORE = "(?:工程|建设|行动|计划|项目|工作)$", "^(?:新一轮|第[一二三四五]期|全[省市县区])"
# what is made larger by the places that are counted behind it: 推进高中扩容，新增学位2400个
ENLARGES = ("扩容", "增容")
GOES_WELL = ("发展", "提升")  # 义务教育优质均衡发展
# what names of bodies end with, in a line that holds no more: 各乡镇人民政府、街道办事处
BODIES = (
    "政府", "办事处", "街道办", "管委会", "委员会", "局", "厅", "委", "委办", "政府办", "编办", "部门",
    "妇联", "团委", "残联", "科协", "总工会", "联合会",
)  # fmt: skip
NO_BODIES = ("布局", "格局", "结局", "当局")
OF_STAGES = "^阶段"  # behind a stage
