"""The words of views of many plans: which are chosen, groups of them, their peers. (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # fields by which plans are chosen and grouped, and their values
    "where_level": ("级别", "level"),
    "where_area": ("地区", "area"),
    "where_period": ("规划期", "period"),
    "where_status": ("状态", "status"),
    "where_coverage": ("文本", "coverage"),
    "where_province": ("省级", "province"),
    "where_city": ("市级", "city"),
    "where_district": ("区", "district"),
    "where_county": ("县", "county"),
    "where_adopted": ("已印发", "adopted"),
    "where_consultation": ("征求意见稿", "consultation"),
    "where_draft": ("草案", "draft"),
    "where_full": ("全文", "full"),
    "where_excerpt": ("节选", "excerpt"),
    "where_chosen": ("{all} 份规划中选了 {chosen} 份：{where}", "{chosen} of {all} plans chosen: {where}"),
    "where_silent": (
        "{count} 份没有注明{field}，不在其中（{plans}）",
        "{count} do not say their {field} and are left out ({plans})",
    ),
}
# what people write for a field or a value of --where, besides the words above; a word may stand for several values
ALSO: Mapping[str, tuple[str, ...]] = {
    "level": ("层级",),
    "area": (
        "区域",
        "地方",
    ),
    "period": (
        "时期",
        "期限",
    ),
    "status": ("效力",),
    "coverage": (
        "覆盖",
        "范围",
    ),
    "province": ("省",),
    "city": (
        "市",
        "地市",
        "地级市",
    ),
    "district": (
        "区级",
        "区县",
        "县级",
    ),
    "county": (
        "区县",
        "县级",
    ),
    "adopted": (
        "印发",
        "正式",
    ),
    "consultation": ("征求意见",),
    "draft": ("草稿",),
    "full": ("完整",),
    "excerpt": ("部分",),
}
