"""Every word the tool itself says about plans, in both languages. The plans' own words are never translated."""

from collections.abc import Mapping

from plancompare.model import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    # states: (zh, en)
    "made": ("已承诺", "made"),
    "not_found": ("未见", "not found"),
    "not_covered": ("文本未覆盖", "not covered"),
    "not_applicable": ("不适用", "not applicable"),
    "shared": ("共有", "shared"),
    "partial": ("部分共有", "partial"),
    "unique": ("独有", "unique"),
    "differing": ("数值不同", "differing"),
    "missing": ("有缺", "missing"),
    "decided": ("已裁定", "decided"),
    "newcomer": ("已裁定，新成员 {score}", "decided, newcomer {score}"),
    "weakest": ("最弱关联 {score}", "weakest link {score}"),
    "of": ("{made}/{covered}", "{made} of {covered}"),
    # target relations: how the second plan stands to the first
    "equal": ("相同", "equal"),
    "stronger": ("更高", "stronger"),
    "weaker": ("更低", "weaker"),
    "earlier": ("更早", "earlier"),
    "later": ("更晚", "later"),
    "mixed": ("互有高低", "mixed"),
    "not_comparable": ("不可比", "not comparable"),
    "against": (
        "≠ {other}对{one}：{relation}（{theirs} / {mine}）",
        "≠ {other} to {one}: {relation} ({theirs} / {mine})",
    ),
    "unquantified": ("未量化", "unquantified"),
    # strength
    "binding": ("刚性", "binding"),
    "plan": ("一般", "plain"),
    "hedged": ("弹性", "hedged"),
    # extent
    "full": ("全文", "full"),
    "excerpt": ("节选", "excerpt"),
    "whole": ("完整", "whole"),
    "part": ("部分", "part"),
    # column heads
    "plan_head": ("规划", "plan"),
    "title": ("标题", "title"),
    "extent": ("文本", "text"),
    "period": ("规划期", "period"),
    "commitments": ("承诺", "commitments"),
    "quantified": ("量化", "figures"),
    "themes": ("主题", "themes"),
    "theme": ("主题", "theme"),
    "covered_themes": ("主题", "themes"),
    "findings": ("检查", "findings"),
    "evidence": ("原文", "evidence"),
    "score": ("分值", "score"),
    "targets": ("目标值", "targets"),
    "strength": ("刚性", "strength"),
    "row": ("条目", "row"),
    "weak_theme": ("主题待定", "theme uncertain"),
    # parts of a score
    "part_wording": ("用词（文字、原文、标题）", "wording (text, quote, heading)"),
    "part_named": ("共有的专名", "programmes in common"),
    "part_indicator": ("共有的指标", "indicators in common"),
    "part_theme": ("主题", "theme"),
    "part_rank": ("在对方规划中的名次", "rank in the other plan"),
    "part_stage": ("学段不同", "another stage"),
    "part_audience": ("对象不同", "another audience"),
    "part_ownership": ("办学性质不同", "another ownership"),
    "part_quantity": ("计量对象不同", "another kind of quantity"),
    "total": ("合计", "total"),
    "verdict_match": ("达到匹配线 {match}", "a match (from {match})"),
    "verdict_review": ("介于 {review} 与 {match}，待人复核", "for review (from {review}, below {match})"),
    "verdict_apart": ("低于复核线 {review}，分开", "apart (below {review})"),
    "ruled_same": ("已裁定为同一条", "ruled the same"),
    "ruled_different": ("已裁定为不同", "ruled different"),
    "one_row": ("在同一行", "in one row"),
    "two_rows": ("不在同一行", "not in one row"),
    "rivals": ("{name} 在 {plan} 中最近的承诺：", "nearest to {name} in {plan}:"),
    "in_row": ("所在行 {row}", "in row {row}"),
    # review
    "review_keys": (
        "s 同一条 · d 不同 · u 不确定 · b 返回 · q 退出 > ",
        "s same · d different · u unsure · b back · q quit > ",
    ),
    "review_done": (
        "已裁定 {ruled} 对，剩余 {left} 对；写入 {file}",
        "{ruled} ruled on, {left} left; written to {file}",
    ),
    "ruled_unsure": ("未能裁定", "left unsure"),
    "undefined": ("无法计算（没有差异）", "undefined (no variation)"),
    "agreement": (
        "两人都裁定 {both} 对，仅 A {only_a} 对，仅 B {only_b} 对；一致率 {percent}，Krippendorff α {alpha}",
        "{both} pairs ruled on by both, {only_a} by A only, {only_b} by B only; agreement {percent},"
        " Krippendorff's alpha {alpha}",
    ),
    # stability
    "stable": (
        "{cells} 个格中有 {flips} 个在匹配线上下移动 5 分或不用裁定时会改变（空转满 {fill}，满转空 {empty}）。",
        "{flips} of {cells} cells flip when thresholds move by 5 points or rulings are ignored"
        " ({fill} blanks would be filled, {empty} filled ones emptied).",
    ),
    "flip_lower": ("阈值低 5", "5 lower"),
    "flip_higher": ("阈值高 5", "5 higher"),
    "flip_no decisions": ("不用裁定", "no decisions"),
    # evaluation
    "judged": (
        "{total} 对经人判断的承诺，其中 {same} 对为同一承诺；AUC {auc}",
        "{total} judged pairs, {same} of them the same promise; AUC {auc}",
    ),
    "precision": ("精确率", "precision"),
    "recall": ("召回率", "recall"),
    "f1": ("F1", "F1"),
    "rows_head": ("对齐后的行", "rows"),
    "plain_scorer": ("直接比较原文", "plain scorer"),
    "best_f1": ("最佳 F1", "best F1"),
    "cut": ("阈值", "at"),
    # sentences
    "nothing": ("没有符合条件的条目。", "Nothing matches."),
    "legend": (
        "{made} 已承诺  {not_found} 未见  {not_covered} 文本未覆盖  {not_applicable} 不适用",
        "{made} made  {not_found} not found  {not_covered} not covered  {not_applicable} not applicable",
    ),
    "part_mark": (
        "数字后的 ? 表示所持文本只含该主题的一部分",
        "a ? behind a number: our text holds only part of the theme",
    ),
    "brief": (
        "{plans} | 共有 {shared} · 部分共有 {partial} · 独有 {unique} | 数值差异 {figures} | 文本未覆盖的格 {unknown}",
        "{plans} | shared {shared} · partial {partial} · unique {unique}"
        " | figures that differ {figures} | cells not covered {unknown}",
    ),
    "theme_counts": (
        "共有 {shared} · 部分 {partial} · 独有 {unique}",
        "{shared} shared · {partial} partial · {unique} unique",
    ),
    "summary": (
        "{rows} 行；其中 {multi} 行由两个以上规划作出；{undecided} 行多规划条目为机器匹配、未经裁定。",
        "{rows} rows; {multi} made by two or more plans;"
        " {undecided} of those are matched by the machine and not ruled on by a person.",
    ),
    "lost_records": (
        "{plan}：{count} 条记录有误未读入，其空格一律显示为“文本未覆盖”；运行 plancompare check 查看",
        "{plan}: {count} broken records left out, so its blanks are shown as not covered; see `plancompare check`",
    ),
    "no_reads": (
        "{plan}：未说明所持文本的范围，其空格一律显示为“文本未覆盖”；全文请写 source: {{extent: full}}，节选请列 reads",
        "{plan}: it is not said what its text covers, so its blanks are shown as not covered;"
        " give source: {{extent: full}}, or list its themes under reads",
    ),
    "files_left_out": (
        "{count} 处错误，未能全部读入；运行 plancompare check 查看",
        "{count} errors in the collection, not everything was read; see `plancompare check`",
    ),
    "period_of": ("{start}–{end}", "{start}–{end}"),
    "sections": ("{count} 节", "{count} sections"),
    "no_match": ("没有找到“{words}”。", 'Nothing found for "{words}".'),
    "checked": (
        "{files} 个文件，{commitments} 条承诺：{errors} 个错误，{warnings} 个警告，{waived} 个已说明",
        "{files} files, {commitments} commitments: {errors} errors, {warnings} warnings, {waived} waived",
    ),
    "verified": (
        "{total} 条引文：准确 {exact}，移位 {moved}，近似 {fuzzy}，多处 {ambiguous}，未找到 {lost}",
        "{total} phrases: exact {exact}, moved {moved}, fuzzy {fuzzy}, ambiguous {ambiguous}, lost {lost}",
    ),
    "copied": (
        "{count} 条文字与原文有 16 个以上连续相同字符（{share:.1%}）",
        "{count} texts share 16 or more running characters with their source ({share:.1%})",
    ),
    "no_source": (
        "{plan}：没有原文文件 {file}，其引文未核对",
        "{plan}: no source file {file}, its phrases are unproved",
    ),
    "changed_source": (
        "{plan}：原文文件 {file} 与登记的校验和不符",
        "{plan}: source file {file} is not the one whose checksum is recorded",
    ),
    # targets
    "targets_unquantified": ("有此承诺而无此数值", "promised without this figure"),
    "targets_legend": (
        "{made} 有数值  {unquantified} 有此承诺而无此数值  {not_found} 未见  {not_covered} 文本未覆盖"
        "  {not_applicable} 不适用",
        "{made} figure  {unquantified} promised without this figure  {not_found} not found"
        "  {not_covered} not covered  {not_applicable} not applicable",
    ),
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
    "targets_benchmark": ("基准：{what}，{source}", "benchmark: {what}, {source}"),
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
        "“未见”指所持文本完整涵盖该主题而没有此类承诺；“文本未覆盖”指所持文本不含该主题，不能据此说没有。",
        "Numbers count the commitments filed under a theme, darker for more (square-root scale); they grow with a finer"
        " coding and say nothing of strength. Not found: our text treats the theme whole and holds no such commitment."
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
        "J = 两份规划都作出的行 ÷ 至少一份作出的行（n），只计两份文本都完整覆盖的主题；"
        "a|b 是行、列两份规划各自作出的行数。"
        "一份切分更细时 J 会变小。括号：n 小于 {few}，不宜解读。不可比：没有共同覆盖的主题，或其中没有行。"
        "各行中有 {undecided} 行由机器匹配、未经裁定。",
        "J = rows made by both plans / rows made by at least one (n), only in themes that both texts cover whole; a|b"
        " are the rows that the plan of the line and of the column make. J falls when one plan is coded finer."
        " In brackets: n below {few}, too few to read. Not comparable: no theme is covered by both, or none of its rows"
        " is made. {undecided} rows in all are matched by the machine and not ruled on.",
    ),
    "plot_missing_glyphs": (
        "字体 {family} 没有的字符（{count} 个）：{characters}",
        "characters that the font {family} lacks ({count}): {characters}",
    ),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The text called ``key`` in ``lang``, with ``values`` filled in."""
    text = _TEXTS.get(key, (key, key))[0 if lang == "zh" else 1]
    return text.format(**values) if values else text
