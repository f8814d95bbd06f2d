"""The words of views of many plans: which are chosen, groups of them, their peers. (zh, en); "_also": other names."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # fields by which plans are chosen and grouped, and their values
    "where_level": ("级别", "level"),
    "where_level_also": ("层级", ""),
    "where_area": ("地区", "area"),
    "where_area_also": ("区域、地方", ""),
    "where_period": ("规划期", "period"),
    "where_period_also": ("时期、期限", ""),
    "where_status": ("状态", "status"),
    "where_status_also": ("效力", ""),
    "where_coverage": ("文本", "coverage"),
    "where_coverage_also": ("覆盖、范围", ""),
    "where_province": ("省级", "province"),
    "where_province_also": ("省", ""),
    "where_city": ("市级", "city"),
    "where_city_also": ("市、地市、地级市", ""),
    "where_district": ("区", "district"),
    "where_district_also": ("区级、区县、县级", ""),
    "where_county": ("县", "county"),
    "where_county_also": ("区县、县级", ""),
    "where_adopted": ("已印发", "adopted"),
    "where_adopted_also": ("印发、正式", ""),
    "where_consultation": ("征求意见稿", "consultation"),
    "where_consultation_also": ("征求意见", ""),
    "where_draft": ("草案", "draft"),
    "where_draft_also": ("草稿", ""),
    "where_full": ("全文", "full"),
    "where_full_also": ("完整", ""),
    "where_excerpt": ("节选", "excerpt"),
    "where_excerpt_also": ("部分", ""),
    "where_chosen": ("{all} 份规划中选了 {chosen} 份：{where}", "{chosen} of {all} plans chosen: {where}"),
    "where_silent": (
        "{count} 份没有注明{field}，不在其中（{plans}）",
        "{count} do not say their {field} and are left out ({plans})",
    ),
}
