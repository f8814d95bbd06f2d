"""The words of a page's own controls: (zh, en). The script fills in what stands in braces."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "page_skip": ("跳到正文", "Skip to the content"),
    "page_contents": ("目录", "Contents"),
    "page_by_theme": ("各主题", "by theme"),
    "page_by_plan": ("各规划", "by plan"),
    "page_date": ("所读文件中最新的日期：{date}", "Newest date in the files read: {date}"),
    "page_dark": ("深色", "Dark"),
    # heatmap
    "page_cell": ("{theme}，{plan}：{state}", "{theme}, {plan}: {state}"),
    "page_count": ("{value} 条承诺", "{value} commitments"),
    "page_depth": ("承诺数", "commitments"),
    "page_heat_hint": (
        "点一格，看该主题下该规划的条目；方向键在格间移动，回车筛选。",
        "A cell shows the rows of its theme and plan. Arrow keys move between cells, Enter filters.",
    ),
    # filters
    "page_filters": ("筛选条目", "Filter the rows"),
    "page_search": ("搜索文字、原文、编号", "Search words, phrases, ids"),
    "page_all_themes": ("全部主题", "all themes"),
    "page_all_plans": ("任一规划", "any plan"),
    "page_any_state": ("任何状态", "any state"),
    "page_any_status": ("各种结果", "any outcome"),
    "page_plan_state": ("规划的状态", "the plan's state"),
    "page_clear": ("清除", "Clear"),
    "page_more": ("筛选", "Filters"),
    "page_shown": ("{n} / {all} 条", "{n} of {all} rows"),
    "page_none": (
        "没有符合条件的条目。一条承诺可能归在另一主题的条目里：试试“全部主题”，或按 Esc 清除筛选。",
        "No row matches. A commitment may stand in a row filed under another theme: try all themes, or press Esc to"
        " clear the filters.",
    ),
    "page_empty": ("无。", "None."),
    "page_view": ("版式", "Layout"),
    "page_list": ("列表", "List"),
    "page_side": ("并排", "Side by side"),
    "page_pane": ("并排阅读，可横向滚动", "Side by side, scrolls sideways"),
    "page_to_heatmap": ("回到主题表", "Back to the themes"),
    "page_printed": (
        "打印的是筛选后的条目（{told}）：{n} / {all} 条。",
        "Printed as filtered ({told}): {n} of {all} rows.",
    ),
    # help
    "page_help": ("键盘与链接", "Keys and links"),
    "page_key_search": ("到搜索框", "go to the search"),
    "page_key_clear": ("清除全部筛选", "clear all filters"),
    "page_key_arrows": ("在主题表的格间移动", "move between the cells of the themes"),
    "page_key_enter": ("按所在的格筛选", "filter by the cell"),
    "page_link_view": (
        "筛选和版式写在地址里：复制地址，即可分享所见。",
        "Filters and layout stand in the address: copy it to share what you see.",
    ),
    "page_link_row": (
        "条目序号和承诺编号都是链接，可以引用；#row-条目:规划 指一个格。",
        "Numbers of rows and ids of commitments are links to cite; #row-ROW:PLAN is one cell.",
    ),
    "page_link_state": (
        "选了规划，状态只看该规划；未选规划，任一规划有此状态即可。",
        "With a plan chosen, the state is that plan's; with none, that of any plan.",
    ),
}
