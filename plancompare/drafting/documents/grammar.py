"""The language of documents as data: how outlines are numbered, what stands around a text, what its parts are called.

Constants only. Lists of words stand in the notation of regular expressions, apart by bars. Words of a field of policy
do not stand here but in the codebook.
"""

# --- Numbers of the outline -------------------------------------------------------------------------------------------
# numerals that number headings: 一, 十二, 二〇, 一百零三
CHINESE_NUMERALS = "零〇一二三四五六七八九十百"
# those that a first level may have in formal documents
FORMAL_NUMERALS = "壹贰叁肆伍陆柒捌玖拾"
# numerals of short enumerations: 一是, 第二
COUNTING_NUMERALS = "一二三四五六七八九十"
BRACKETS_OPEN, BRACKETS_CLOSE = "（(〔［", "）)〕］"
# what a document is divided into (第一章); signs behind such a number that make it part of a sentence (第三条规定)
DIVISIONS = "编|編|篇|部分|章|节|節|条|條"
NO_DIVISION = "规定|[的款第、，,和及与至]"
# behind a numeral and a comma: a list of numbers (一、二年级) is no number before a heading
COUNTED = "、年季月日级线类期次者是"
# a decimal before one of these is a figure (1.5亿)
MEASURES = "%％‰万亿千百倍元个名所人年月日公米吨平KMGkm"
# signs of numbers in words
NUMERALS = "一二两三四五六七八九十百千万亿零〇"
# spoken numbers: 一是…, 第二，…
SPOKEN_NUMBERS = (
    f"([{COUNTING_NUMERALS}]{{1,2}})(?:是|要)(?=[^{COUNTING_NUMERALS}])|第([{COUNTING_NUMERALS}]{{1,2}})[，,]"
)
BOX_NAME, ANNEX_NAMES = "(?:专栏|專欄)", "附[ 　]?[件录錄表]|附"
# words before the number of a table, a box, an annex, or an ordinal
NUMBERED = r"(?:[表图圖第附]|附件|专栏|專欄|[A-Za-z])\s*$"
BULLETS = "•●■◆▪◦○◇□➢➤▶►★※·∙"

# --- Headings ---------------------------------------------------------------------------------------------------------
# those that official documents share, whatever they are about: found even where they run into their text
STOCK_HEADINGS = (
    "总体要求|总体思路|指导思想|基本原则|工作原则|战略定位|(?:总体|主要|发展|工作|行动|具体|预期)目标|"
    "(?:主要|重点|工作)任务|(?:工作|重点|保障|主要|政策)措施|重点(?:工作|工程|项目)|(?:工作|有关|相关)要求|实施步骤|"
    "组织(?:领导|实施|保障)|(?:发展|现实)基础|(?:发展|面临)形势|(?:发展|面临)环境|(?:存在|主要)问题"
)
# a short sentence with a figure of this kind is no heading
HEADING_FIGURES = r"[%％]|\d{4}年|到20\d\d"
# the name of a table of contents
CONTENTS_NAME = r"目\s*[录次]|(?:table of )?contents"

# --- Tables -----------------------------------------------------------------------------------------------------------
# lines that name the table below them
TABLE_NAMES = (
    r"(?:附?表|图表|专栏|附件|附)\s*[\d一二三四五六七八九十\-－.]*\s*[:：]?|.*(?:表|指标|清单|一览|目录)$|Table\b"
)
# lines between a table and its name that give a unit
TABLE_UNIT = r"[（(]?单位[:：].{1,20}"
# the head of a column that counts rows; lines above a table whose cells a text file holds one a line
COUNTER_HEAD = "序号"
# words in the heads of a table that says what is done, by whom or until when
SPACED_HEAD = "任务|目标|内容|事项|举措|措施|单位|部门|时限|时间|情况|进展|指标|负责"
# a table whose cells stand one a line without a counter: its heads, the years among them, kinds and values of a row
CELL_HEADS = "(?:主要|具体|核心)?指标(?:名称|内容)?|项目(?:名称)?|名称|序号|类别|属性|指标属性|性质|类型|单位|现状|基期"
# heads of tables of tasks and projects, in texts whose cells nothing but a blank or a line end parts
TABLE_HEADS = (
    r"(?:20\d\d年?度?|年度)?(?:主要|重点|工作|年度|具体)?(?:目标任务|任务目标|任务|内容|目标|措施|举措)|(?:建设|项目)(?:内容|规模|年限|单位)"
    "|(?:主要|重点|年度)(?:工作|项目)|(?:完成|进展|落实|推进|办理)(?:情况|进度)|(?:责任|牵头|配合|主管|实施|负责)(?:单位|部门|科室|处室|股室|人)|完成时[限间]|时间(?:节点|安排)|备注|投资"
)
# heads of columns that may be run together: what is to be done, by whom, what came of it and when, and others
COLUMNS_TASK = (
    r"(?:20\d\d年?度?|年度)?(?:主要|重点|工作|年度|具体|建设)?"
    "(?:目标任务|任务目标|任务内容|工作内容|任务|内容|目标|措施|举措)"
)
COLUMNS_LEAD = "(?:责任|牵头|配合|主管|实施|负责|承办|主办)(?:单位|部门|科室|处室|股室|人)"
COLUMNS_DONE = "(?:工作|任务|目前|当前)?(?:完成|进展|落实|推进|办理)(?:情况|进度)|工作进展|(?:取得|工作)成效"
COLUMNS_TERM = "第?[一二三四]季度|[上下]半年"
OTHER_COLUMNS = (
    "序号|类别|(?:实事|民生|项目|任务|事项)(?:名称|内容|事项|项目|类别)|项目|备注|完成时[限间]|存在问题|监督电话"
)
# how bodies are called
BODY_ENDS = "政府|办事处|管委会|委员会|[局厅委办科室股]|街道|乡镇|镇街|平台|部门|单位|中心|公司"
YEAR_HEAD = r"(?:20\d\d年?|“?十[一二三四五]五”?末)(?:目标值?|现状|规划值?|基准|完成值?)?|目标值?"
CELL_UNIT = "单位"
CELL_KINDS = "约束性?|预期性?|引导性?"
CELL_VALUE = (
    r"[≥>≤<约]?\s*\d[\d.,]*\s*(?:%|％|‰)?(?:年|个|所|人|名|万[人个名元]?|亿元|元|平方米|册|台|间|[\u4e00-\u9fff]时)?"
    r"(?:以上|以下|以内|左右)?|[-—–]+|/"
)
# what stands for a formula that no program has computed
FORMULA = "公式无存值"
PRINTED_TABLE_NAMES = r"^(?:专栏|附?表|附件|附|[^。]{0,40}(?:指标|一览表|清单|分工表|目录|项目表|台账)$)|序号"

# --- The head of a document -------------------------------------------------------------------------------------------
# labels of facts that a page prints about a document
FACT_LABELS = (
    "标题|名称|信息名称|发文机构|发文机关|发布机构|发布单位|发文单位|主办单位|制发机关|主题分类|分类|体裁|文种|公文种类|发文编号|"
    "发文字号|发文文号|文号|字号|索引号|信息索引|成文日期|生成日期|发文日期|印发日期|发布日期|公开日期|实施日期|生效日期|"
    "废止日期|失效日期|有效性|时效性|是否有效|主题词|关键词|公开方式|公开形式|信息来源|所属机构"
)
# those among them whose fact is the title
TITLE_LABELS = ("标题", "名称", "信息名称")
# what documents of this sort are called, whatever they are about
DOCUMENT_KINDS = (
    "规划|计划|方案|纲要|意见|通知|办法|决定|条例|细则|要点|措施|行动|报告|公告|通告|建议|清单|指南|规定|总结|打算|安排|思路|"
    "Plan|Programme|Program|Strategy"
)
# what a first line is called that names a year: a report, a list or a table of it
_YEARLY_KINDS = "情况|亮点|成效|成绩单|回顾|实事|目标|任务|工作|项目|指标|[表账]"
_NO_STOP = "[^。；;，,：:！？!?]*"
YEARLY_TITLE = (
    rf"{_NO_STOP}20\d\d(?!\s*年\s*\d){_NO_STOP}(?:{_YEARLY_KINDS})"
    rf"|{_NO_STOP}(?:{_YEARLY_KINDS})[（(]{_NO_STOP}20\d\d\s*年?度?[）)]"
)
# a notice that issues a document, and what the notice itself is called
ISSUING = "印发|转发|发布|公布|下发"
NOTICE = "通知"
# what a notice says of the document that stands below it, and lines between the two: who signed it, and when
ISSUED_BELOW = rf"(?:{ISSUING})给你们|现(?:将|予以?)[^。]*(?:{ISSUING})|{NOTICE}$"
SIGNED_BY = (
    r".{2,40}(?:政府|委员会|办公室|办公厅|[局厅委部])|20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|二[〇零○O0]\S{2,4}年\S{1,3}月\S{1,4}日|附\s*件.{0,4}"
)
# the number of a document: 云教发〔2021〕5号
FILE_NUMBER = r"[\u4e00-\u9fff]{1,10}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*年?\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,4}\s*号"
# how news open, below their headline: a day, 近日, 本报讯
NEWS_OPENING = (
    r"(?:20\d\d\s*[年/.-]\s*)?\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?|[，,]|$)"
    "|(?:信息)?(?:来源|稿源|作者|编辑)\\s*[:：]|[^。，]{0,12}(?:近日|日前|获悉)"
    "|本[报刊网]讯|本[报刊网]记者|记者|[^。]{0,12}(?:讯|电)[ （(]"
)
# the place that a headline opens with, which the first sentence of news names again
HEADED_BY = "[\u4e00-\u9fff]{2,6}?[省市县区州旗]"
# buttons that sites print before or instead of a line
_BUTTONS = "海报|侵权投诉|侵权举报|投诉|举报|分享|收藏|点赞|评论|转发|微信|微博|朋友圈|QQ空间|下载|打印"
BUTTONS = rf"(?:(?:{_BUTTONS})[\s|/、·…]*){{2,}}"
FIRST_ANNEX = r"附\s*件\s*[1一]?\s*[:：]?"
# the first line of news: no full stop, but a mark that plans do not have in a line of their own
HEADLINE = "[^。；;]*[!！?？|｜…][^。；;]*"
# what a sentence opens with that names a document only as its ground
GROUNDS = "根据|按照|依据|为|贯彻|落实|围绕|结合"
# what no title looks like
NO_TITLE = r"[。；;，,：:！？]$|^[（(].*[）)]$|文件$|^目\s*录$|^\d(?!\d{3}\s*年)"
# what pages of public bodies say of a document in their head, and what it is called in print
PAGE_FACTS = {"PubDate": "发布日期", "ContentSource": "来源", "SiteName": "网站名称", "Author": "作者"}

# --- Around the text --------------------------------------------------------------------------------------------------
# page markers: 第3页共40页, Page 3 of 40, — 3 —, 3/40
_DASH = r"[-—–－‐―·•~]"
PAGE_MARKERS = (
    rf"{_DASH}{{1,3}}\s*(\d{{1,4}})\s*{_DASH}{{1,3}}"
    r"|第\s*(\d{1,4})\s*页\s*(?:[,，/／(（]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?"
    r"|[Pp]age\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|(\d{1,4})\s*[/／]\s*\d{1,4}"
)
# the figures of a line that is printed on every page
PAGE_FIGURES = r"\d+|(?<=第)[一二三四五六七八九十百]+(?=页)"
_SHOWN = r"\d{4}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_TOOLS = "字体|字号|打印|关闭|收藏|分享|纠错|返回|浏览次数"
_IMPRINT = r"ICP备|公网安备|[Cc]opyright|©|All\s+[Rr]ights|版权所有|网站标识码|技术支持\s*[:：]|建议使用.{0,40}浏览"
_SITE = "登录|注册|搜索|设为首页|加入收藏"
# what is navigation wherever it stands, as a whole line
NAVIGATION = (
    r"您?你?(?:的|现在)?(?:当前)?(?:所在)?(?:的)?(?:位置|路径)\s*[:：].*",
    r"(?:网站)?首页\s*[>›»＞/|-].{0,80}",
    r"[^。；]{1,40}\s[>›»＞]{1,2}\s[^。；]{1,40}\s[>›»＞]{1,2}\s[^。；]{0,40}",
    rf"[\[【]?\s*(?:{_TOOLS})\s*[\]】]?\s*[:：]?\s*[\[【(（大中小特\]】)）打印关闭本页窗口收藏分享到+\-AaTt\s|]{{0,30}}",
    r"(?:打印|关闭|返回|分享|收藏)(?:本页|本文|窗口|顶部|列表|上一页|到.{0,20})?",
    r"[上下]一[页篇条]\s*[:：]?.{0,80}|首页|尾页|末页|(?:\[\d+\]\s*)+|共\s*\d+\s*页.{0,30}",
    rf"{_SHOWN}\s*(?:点击|浏览|阅读|来源|作者|编辑|访问|人气).{{0,60}}",
    rf".{{0,80}}(?:{_IMPRINT}).{{0,120}}|(?:手机|移动|电脑|繁体)版|扫一扫.{{0,40}}",
    r"网站地图|站点地图|联系我们|关于我们|法律声明|隐私(?:声明|政策)|无障碍(?:浏览|阅读)?",
    rf"(?:{_SITE})(?:\s*[|/]?\s*(?:{_SITE})){{0,9}}",
    # what sites that share files print about one: 29.51KB, 24 页, 999+
    r"\d+(?:\.\d+)?\s*[KMG]B|\d{1,4}\s*页|\d{2,6}\+|VIP\S{0,8}|侵权(?:投诉|举报)|海报",
    r"(?:文档|文件)?(?:格式|大小|页数|编号|上传时间)\s*[:：]\s*(?:\S+\s?[KMG]B|[\w.-]{1,30})",
    # how many people looked at it; where it was printed first; signs of the page's own language
    r"\d{1,7}\s*[次人](?:浏览|阅读|点击|围观|点赞|收藏|关注)|\d{1,7}人(?:申请|已|正在)(?:入群|加入|关注)",
    r"原文?(?:标题|链接|题)\s*[:：].{0,200}|(?:<[^<>]{1,200}>\s*)+",
    rf"{BUTTONS}.{{0,4}}",
    r"验证码\s*[:：]?|留言与?评论.{0,40}|我要评论.{0,20}|您访问的链接即将离开.{0,80}",
    r"(?:本文)?[仅只]代表作者.{0,200}",
    r".{0,60}未经.{0,20}(?:许可|授权).{0,30}(?:转载|使用|复制).{0,120}",
    r"(?:本文|链接|原文|文章)(?:地址|链接)\s*[:：].{0,200}|(?:https?://|www\.)\S{1,300}",
    r".{0,120}(?:由会员分享|可在线阅读|珍藏版).{0,160}",
    r"【(?:图解|视频|图片|解读|一图读懂).{0,80}",
)
# what is the page's only above and below the text: inside it, someone may be named as being in charge of something
_FACTS = (
    "(?:信息)?来源|稿源|作者|(?:责任)?编辑|责编|审核|(?:发布|更新|发稿)(?:时间|日期)?"
    "|(?:浏览|点击|阅读|访问)(?:次数|量|数)"
)
PAGE_EDGE = rf"(?:{_FACTS})\s*[:：].{{0,60}}|(?:(?:主办|承办|协办)(?:单位)?|关\s*键\s*词|标签)\s*[:：].{{0,200}}"
# a file to be fetched; above the text it may be the title
ATTACHED_FILE = r"\S{1,80}\.(?:jpe?g|png|gif|bmp|docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd|txt)(?:\s*[(（\[].{0,20})?"
# readings that mirrors print behind characters: 發(fā)展
READING = "(?<=[\u4e00-\u9fff])(?:[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńň]{1,6}\\s*[)）])+"
# lines after which nothing of the document follows
_OTHER = "阅读|链接|文章|新闻|推荐|文档|报道|解读|信息|资料|附件"
PAGE_TAIL = (
    rf"(?:猜你喜欢|为您推荐|延伸阅读|同类(?:文档|文章)|网友评论|最新评论|.{{0,6}}相关(?:{_OTHER}))\s*[:：]?.{{0,20}}",
    r"(?:推荐|最新|热门|热点|图文)(?:图文|阅读|文章|新闻|资讯|推荐|排行|文档)\s*[:：]?",
    r"(?:配套讲稿|特殊限制|关\s*键\s*词)\s*[:：]?.{0,20}",
    r"(?:扫码|扫描二维码|附件下载|政策解读|分享到).{0,40}",
)
