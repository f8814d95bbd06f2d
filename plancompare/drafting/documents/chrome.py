"""Lines that belong to a web page and not to the document on it: navigation, share buttons, other articles, imprints.

Only whole lines go, and only those that no plan would say; what is doubtful stays.
"""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from plancompare.drafting.documents.numbers import BRACKETED, numeral

SUBSTANTIAL = 50  # characters of a line with a full stop that may well be text
SURELY = 100  # characters of one that surely is
LONGEST = 320  # characters of a line that may be the page's
_BULLETS = "•·-* "
_SHOWN = r"\d{4}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_TOOLS = "字体|字号|打印|关闭|收藏|分享|纠错|返回|浏览次数"
_FACTS = (
    "(?:信息)?来源|稿源|作者|(?:责任)?编辑|责编|审核|(?:发布|更新|发稿)(?:时间|日期)|(?:浏览|点击|阅读|访问)(?:次数|量)"
)
_IMPRINT = r"ICP备|公网安备|[Cc]opyright|©|All\s+[Rr]ights|版权所有|网站标识码|技术支持\s*[:：]|建议使用.{0,40}浏览"
_SITE = "登录|注册|搜索|设为首页|加入收藏"
# what is navigation wherever it stands, as a whole line
_NAVIGATION = re.compile(
    "|".join(
        (
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
            r"验证码\s*[:：]?|留言与?评论.{0,40}|我要评论.{0,20}|您访问的链接即将离开.{0,80}",
            r"(?:本文)?[仅只]代表作者.{0,200}",
            r".{0,60}未经.{0,20}(?:许可|授权).{0,30}(?:转载|使用|复制).{0,120}",
            r"(?:本文|链接|原文|文章)(?:地址|链接)\s*[:：].{0,200}|(?:https?://|www\.)\S{1,300}",
            r".{0,120}(?:由会员分享|可在线阅读|珍藏版).{0,160}",
            r"【(?:图解|视频|图片|解读|一图读懂).{0,80}",
        )
    )
)
# what is the page's only above and below the text: inside it, someone may be named as being in charge of something
_EDGE = re.compile(rf"(?:{_FACTS})\s*[:：].{{0,60}}|(?:主办|承办|协办)(?:单位)?\s*[:：].{{0,100}}")
# a file to be fetched; above the text it may be the title
_ATTACHED = re.compile(
    r"\S{1,80}\.(?:jpe?g|png|gif|bmp|docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd|txt)(?:\s*[(（\[].{0,20})?", re.IGNORECASE
)
_OTHER = "阅读|链接|文章|新闻|推荐|文档|报道|解读|信息|资料|附件"
# lines after which nothing of the document follows
_TAIL = re.compile(
    "|".join(
        (
            rf"(?:猜你喜欢|为您推荐|延伸阅读|同类(?:文档|文章)|网友评论|最新评论|.{{0,6}}相关(?:{_OTHER}))\s*[:：]?.{{0,20}}",
            r"(?:推荐|最新|热门|热点|图文)(?:图文|阅读|文章|新闻|资讯|推荐|排行|文档)\s*[:：]?",
            r"(?:配套讲稿|特殊限制|关\s*键\s*词)\s*[:：]?.{0,20}",
            r"(?:扫码|扫描二维码|附件下载|政策解读|分享到).{0,40}",
        )
    )
)


class _Told(Protocol):
    @property
    def text(self) -> str: ...


L = TypeVar("L", bound=_Told)


def without_chrome(lines: Sequence[L]) -> tuple[list[L], int]:
    """The lines (or paragraphs) that are the document's, and how many were dropped."""
    kept = [line for line in lines if not _is_navigation(line.text)]
    surely = max((i for i, line in enumerate(kept) if _substantial(line.text, SURELY)), default=len(kept))
    kept = kept[: next((i for i in range(surely + 1, len(kept)) if _ends_text(kept[i].text)), len(kept))]
    text = [i for i, line in enumerate(kept) if _substantial(line.text, SUBSTANTIAL)]
    if text:
        above = [line for line in kept[: text[0]] if not (_ends_text(line.text) or _EDGE.fullmatch(line.text))]
        inside = [line for line in kept[text[0] : text[-1] + 1] if not _ATTACHED.fullmatch(line.text)]
        below = [ln for ln in kept[text[-1] + 1 :] if not (_ATTACHED.fullmatch(ln.text) or _EDGE.fullmatch(ln.text))]
        kept = above + inside + below
    return kept, len(lines) - len(kept)


def _ends_text(text: str) -> bool:
    return len(text) <= LONGEST and _TAIL.fullmatch(text.lstrip(_BULLETS)) is not None


def _is_navigation(text: str) -> bool:
    return len(text) <= LONGEST and _NAVIGATION.fullmatch(text.lstrip(_BULLETS)) is not None


def _substantial(text: str, least: int) -> bool:
    found = numeral(text[:40])
    return (len(text) >= least and "。" in text) or (found is not None and found.rank <= BRACKETED)
