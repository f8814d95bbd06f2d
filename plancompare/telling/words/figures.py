"""The words of targets and plots: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # targets
    "targets_unquantified": ("有此承诺而无此数值", "promised without this figure"),
    "targets_figure": ("有数值", "figure"),
    "targets_in_theme": ("{count} 项指标", "measures: {count}"),
    "targets_blank": ("{what}：", "{what}: "),
    "targets_unregistered": ("未登记指标", "no registered indicator"),
    "targets_direction_higher": ("数值越高要求越高", "higher asks more"),
    "targets_direction_lower": ("数值越低要求越高", "lower asks more"),
    "targets_direction_none": ("数值不分高低", "no direction"),
    "targets_baseline": ("基期 {value}", "baseline {value}"),
    "targets_headroom": ("补上余量的 {share}", "closes {share} of the rest"),
    "targets_kept": ("保持型（与基期持平）", "maintenance (same as its baseline)"),
    "targets_behind": ("落后于基期", "behind its baseline"),
    "targets_strictest": ("最高要求：", "strictest figure: "),
    "targets_equal": ("有数值的要求相同", "these figures ask the same"),
    "targets_mixed": ("互有高低（数值与期限）：", "mixed (value against deadline): "),
    "targets_not_comparable": ("不可比：口径或上下限不同", "not comparable: base or bound differs"),
    "targets_range": ("各规划数值 {low}–{high}", "the plans' figures: {low}–{high}"),
    "targets_other_unit": ("另有以“{unit}”计的数值，不可比", 'figures in "{unit}" stand apart: not comparable'),
    "targets_benchmark": ("基准：{what}", "benchmark: {what}"),
    "targets_level_national": ("国家目标", "national goal"),
    "targets_level_province": ("省级目标", "provincial goal"),
    "targets_level_city": ("市级目标", "city goal"),
    "targets_level_county": ("县域标准", "county standard"),
    "targets_since": ("{year}年起", "since {year}"),
    "targets_status_unchecked": ("未核对原文", "unchecked"),
    "targets_status_draft": ("草案", "draft"),
    "targets_gap": ("与基准之差：", "gap: "),
    "targets_gap_in": ("与基准之差（{unit}）：", "gap ({unit}): "),
    "targets_points": ("个百分点", "points"),
    "targets_met_before": ("（基期已达）", " (met before start)"),
    "targets_summary": (
        "{count} 项指标，其中 {shared} 项有两个以上规划的数值。最高要求只比较数值与期限，不评价规划；"
        "以个数计的数值未按规模折算。",
        "Measures: {count}, with figures of two or more plans: {shared}. The strictest figure is told by value and"
        " deadline alone and says nothing of the plans as a whole; counts are not adjusted for size.",
    ),
    "targets_count": (
        "{count} 项指标，{shared} 项有两份以上规划的数值。",
        "Measures: {count}, {shared} with figures of two plans or more.",
    ),
    "targets_left": (
        "另有 {left} 项未列：--all 列出全部，--indicator 名称 看一项的细节。",
        " Left out: {left}; --all lists them, --indicator NAME shows one in detail.",
    ),
    "targets_milestones": (
        "只写明年份、不计数量的 {count} 项不是指标，不列。",
        " {count} that only name a year are none.",
    ),
    "targets_by_name_note": (
        "该记录未用指标编号，按名称归入登记指标，口径未核。",
        "The record names no indicator and was joined by its label; whether the definition is the same is unchecked.",
    ),
    "targets_gap_note": (
        "与基准之差按指标方向计：正为超出，负为不足。",
        "A gap is counted the way the indicator asks more: plus lies beyond the benchmark, minus falls short of it.",
    ),
    "targets_unchecked_note": (
        "“未核对原文”的基准取自其他来源，引用前请核对。",
        "Benchmarks marked unchecked come from other sources; look at the official text before you cite them.",
    ),
    # plots
    "plot_heatmap": ("各主题的承诺数", "Commitments by theme"),
    "plot_targets": ("各规划的数值与基准", "Figures of the plans, and benchmarks"),
    "plot_similarity": ("规划之间的重合度（Jaccard）", "Overlap between plans (Jaccard)"),
    "plot_texts": ("{count} 份规划：{plans}", "{count} plans: {plans}"),
    "plot_text": ("{plan}（{extent}）", "{plan} ({extent})"),
    "plot_only_theme": ("主题：{theme}", "Theme: {theme}"),
    "plot_covered": ("有/文本覆盖", "of covered"),
    "plot_count": ("承诺条数", "number of commitments"),
    "plot_part": ("所持文本只含该主题的一部分", "our text holds only part of the theme"),
    "plot_heatmap_caption": (
        "数字是归入该主题的承诺条数，颜色越深条数越多（平方根刻度）；条数随切分的粗细而变，不表示力度。"
        "“存疑”指有的条目可能归入该主题，尚无人裁定。“未见”指所持文本完整涵盖该主题而没有此类承诺；“文本未覆盖”指所持文本不含该主题，不能据此说没有。",
        "Numbers count the commitments filed under a theme, darker for more (square-root scale); they grow with a finer"
        " coding and say nothing of strength. Unsure: a passage may be a promise of this theme, nobody has ruled."
        " Not found: our text treats the theme whole and holds no such commitment."
        " Not covered: our text does not treat the theme, so nothing can be said.",
    ),
    "plot_figure": ("规划的数值（一份规划有几个时取要求最高者）", "a plan's figure (of several the strictest)"),
    "plot_baseline": ("基期", "baseline"),
    "plot_span": ("区间", "range"),
    "plot_final": ("基准", "benchmark"),
    "plot_unsure": ("基准（草案或未核对原文）", "benchmark (draft, or official text unchecked)"),
    "plot_targets_caption": (
        "各图刻度不同，不可互相比较；没有数值的规划列在图下，不画在 0 处。* 按名称归入登记指标，口径未核。"
        "以个数计的数值未按规模折算。",
        "Each panel has a scale of its own. Plans without a figure are named below it and not drawn at 0."
        " * joined by its label, definition unchecked. Counts are not adjusted for size.",
    ),
    "plot_distance": ("距离 1 − J（类平均法）", "distance 1 − J (average linkage)"),
    "plot_left_out": ("不在树中：与有的规划没有共同覆盖的主题", "not in the tree: no theme in common with some plan"),
    "plot_similarity_caption": (
        "J = 两份规划都作出的行 ÷ 至少一份作出的行（n），只计两份文本都完整覆盖的主题，存疑的不算作出；"
        "a|b 是行、列两份规划各自作出的行数。"
        "一份切分更细时 J 会变小。括号：n 小于 {few}，不宜解读。不可比：没有共同覆盖的主题，或其中没有行。"
        "各行中有 {undecided} 行由机器匹配、未经裁定。",
        "J = rows made by both plans / rows made by at least one (n), only in themes that both texts cover whole,"
        " unsure counted as not made; a|b"
        " are the rows that the plan of the line and of the column make. J falls when one plan is coded finer."
        " In brackets: n below {few}, too few to read. Not comparable: no theme is covered by both, or none of its rows"
        " is made. {undecided} rows in all are matched by the machine and not ruled on.",
    ),
    "plot_missing_glyphs": (
        "字体 {family} 没有的字符（{count} 个）：{characters}",
        "characters that the font {family} lacks ({count}): {characters}",
    ),
}
