"""The words of reports: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "report_title": ("规划承诺比对：{plans}", "Commitments compared: {plans}"),
    # chapters
    "report_scope": ("比对了什么", "What was compared"),
    "report_outcome": ("结果数字", "The outcome in figures"),
    "report_matrix": ("主题 × 规划", "Themes × plans"),
    "report_rows_chapter": ("逐条比对", "Commitments row by row"),
    "report_plan_chapter": ("各规划独有与未见的承诺", "What each plan alone makes, and what was not found in it"),
    "report_targets_chapter": ("目标值", "Targets"),
    "report_findings": ("检查所见", "Findings"),
    "report_method": ("方法", "Method"),
    "report_decisions": ("所依据的人工裁定", "Rulings by people"),
    "report_again": ("如何重做", "How to make this again"),
    "report_sources": ("来源与方法", "Sources and method"),
    # the first pages
    "telling": ("主要发现", "Main findings"),
    "telling_plan": ("{plan}（{extent}，{count} 条）", "{plan} ({extent}, {count} commitments)"),
    "telling_plans": (
        "比对{plans}，归为 {rows} 个条目。可比的条目，是至少两份文本论及其主题的条目。",
        "Compared: {plans}, in {rows} rows. A row can be compared where two texts or more treat its theme.",
    ),
    "telling_outcome": ("结果", "The outcome"),
    "telling_rows": ("条目", "rows"),
    "telling_remark": ("说明", "remark"),
    "telling_none": (
        "没有可比的条目：每条只有一份文本论及其主题。",
        "Nothing can be compared: of each promise one text alone treats the theme.",
    ),
    "telling_kind": ("要点", "point"),
    "telling_makers": ("作出（数值）", "made by (figures)"),
    "telling_first": ("（前 {shown} 条，共 {count} 条）", " (the first {shown} of {count})"),
    "telling_figures": ("数值不同", "Figures that differ"),
    "telling_one_lacks": ("只有一份未见", "Not found in one alone"),
    "telling_one_makes": ("只有一份作出，另有文本论及其主题而未见", "Made by one alone, though others treat the theme"),
    "telling_everyone": ("可比的文本都作出", "Made by all that can be compared"),
    "telling_note": (
        "不列：存疑的条目；未见的一方另有同一编码的承诺、须看原文才能判断的条目。先列论及的文本最多的，再列常见承诺，"
        "各主题轮流；序号指附件中的条目。",
        "Without rows of which something is unsure, and those where a plan that lacks the row has another promise of"
        " the same code, which wants a look at both texts. Those that most texts speak of come first, then usual"
        " promises, themes by turns; numbers are those of the rows in the annex.",
    ),
    # narrowing
    "narrowed": ("本报告经过筛选：{told}。", "This report is narrowed: {told}."),
    "narrowed_theme": ("只含主题“{theme}”", 'only the theme "{theme}"'),
    "narrowed_where": ("只含符合条件的规划：{where}", "only plans that meet: {where}"),
    "narrowed_only": ("只含{kinds}的条目", "only rows that are: {kinds}"),
    "narrowed_proposed": (
        "未编码的承诺太多，各行按词语所指的标准承诺归并，而非两两比较",
        "too much is uncoded to compare every two plans: rows are drawn by the standard promises that words point to",
    ),
    "narrowed_decisions": ("未采用人工裁定", "rulings by people were not used"),
    "narrowed_rows": ("只含逐条比对", "only the rows"),
    "report_narrowed_counts": (
        "上表只计筛选后的承诺；● 后无数字表示该主题有承诺，但都在筛选之外。",
        "The table above counts what is left after narrowing; a ● without number: the plan has commitments under this"
        " theme, all of them left out.",
    ),
    # scope
    "issuer": ("发布机构", "issued by"),
    "dates_head": ("日期", "date"),
    "report_origin": ("来源", "source"),
    "report_plans": ("所比规划", "Plans compared"),
    "report_coverage": ("所持文本未覆盖的主题", "Themes that the texts we hold do not cover"),
    "report_part": ("只覆盖一部分", "covered in part"),
    "report_none": ("未覆盖", "not covered"),
    "report_all_but": (
        "其余 {count} 个主题；完整覆盖的是：{names}",
        "the other {count} themes; covered whole are: {names}",
    ),
    "report_blanks": (
        "全文持有的规划此栏为空。未覆盖或只覆盖一部分的主题，其空格一律记作“文本未覆盖”，不能读作“没有承诺”。",
        "Empty for plans held in full. A blank under a theme not covered, or covered in part, is told as"
        ' "not covered" and must not be read as "not promised".',
    ),
    # outcome
    "report_measure": ("指标", "measure"),
    "report_number": ("数量", "number"),
    "report_counts": ("条目计数", "Rows counted"),
    "report_rows": ("条目", "rows"),
    "report_differing": ("各规划数值不同的条目", "rows whose figures differ"),
    "report_undecided": ("由机器匹配、未经人裁定的条目", "rows matched by the machine, not ruled on by a person"),
    "report_unsure": ("存疑的格", "unsure cells"),
    "report_unknown": ("文本未覆盖的格", "cells not covered by our texts"),
    "report_by_plan": ("各规划", "By plan"),
    "report_with_figures": ("有数值", "with figures"),
    "report_made": ("作出的条目", "rows made"),
    "report_by_plan_note": (
        "前四列计承诺，其后各列计条目。独有：只有它作出，另有文本论及；存疑：有一条可能就是此承诺，尚无人裁定；"
        "未见：所持文本完整处理该主题而未找到；文本未覆盖：不能判断。",
        "The first four columns count commitments, the others rows. Made by one alone: other texts speak of it and do"
        " not make it. Unsure: a passage may be the promise, nobody has ruled. Not found: our text treats the theme"
        " whole and the promise is not there. Not covered: nothing can be said.",
    ),
    "report_in_common": ("两两之间", "Plans in pairs"),
    "report_one": ("甲", "plan A"),
    "report_other": ("乙", "plan B"),
    "report_rows_one": ("甲的条目", "rows of A"),
    "report_rows_other": ("乙的条目", "rows of B"),
    "report_both": ("双方都作出", "in both"),
    "report_either": ("任一", "in either"),
    "report_jaccard": ("Jaccard", "Jaccard"),
    "report_jaccard_note": (
        "只计双方文本都完整覆盖其主题的条目；存疑的不算作出。一方切分更细时，Jaccard 会降低，须与条目数同看。",
        "Over rows whose theme both texts cover whole; unsure counts as not made. Jaccard falls where one plan is cut"
        " finer: read it beside the numbers of rows.",
    ),
    # matrix and rows
    "report_matrix_caption": ("各主题的承诺数", "Commitments by theme"),
    "report_k_of_n": ("作出/可比", "k of n"),
    "report_legend": (
        "● 已承诺　◐ 存疑　○ 未见　? 文本未覆盖　– 不适用。",
        "● made  ◐ unsure  ○ not found  ? not covered  – not applicable.",
    ),
    "report_candidates": ("可能是该条目的承诺（存疑）", "Passages that may be the promise of a row (unsure)"),
    "report_no": ("序号", "no."),
    "report_status": ("状态", "status"),
    "report_made_by": ("作出", "made by"),
    "report_covered_by": ("可比", "of"),
    "report_basis": ("依据", "basis"),
    "row_id": ("条目编号", "row id"),
    "report_key": ("编号", "id"),
    "report_text": ("承诺", "commitment"),
    "report_word": ("用词", "word"),
    "report_place": ("位置", "place"),
    "report_said": ("各规划的表述", "what each plan says"),
    # figures
    "report_unit": ("单位", "unit"),
    "report_benchmarks": ("基准", "benchmarks"),
    "report_targets": ("目标值对照", "Targets side by side"),
    "report_targets_note": (
        "先列数值最多的。同一指标、同一单位才比较。◎ 有此承诺而无此数值，○ 未见，◐ 存疑，? 文本未覆盖；年份与该行不同的"
        "写在括号里；← 后为基期值；* 按名称归入，口径未核。基准标“未核对原文”的，尚未与原文核对。",
        "Those that most plans have figures for come first. Compared only within one indicator and unit. ◎ promised"
        " without this figure, ○ not found, ◐ unsure, ? not covered; a year other than the line's stands in brackets; a"
        " baseline stands behind ←; * joined by its label, definition unchecked. A benchmark marked “unchecked” was not"
        " yet held against its official text.",
    ),
    "report_differing_caption": ("数值不同的条目", "Rows whose figures differ"),
    "report_figure_one": ("甲的数值", "figure of A"),
    "report_figure_other": ("乙的数值", "figure of B"),
    "report_relation": ("乙对甲", "B to A"),
    "report_relation_note": (
        "按指标方向比较数值和时限：更高、更低指要求的高低，不是优劣。",
        "Values and deadlines are compared in the indicator's direction: stronger and weaker speak of what is asked,"
        " not of merit.",
    ),
    "report_figures": ("目标值清单", "List of targets"),
    "report_op": ("比较", "comparator"),
    "report_value": ("数值", "value"),
    "report_low": ("下限", "min"),
    "report_high": ("上限", "max"),
    "report_by": ("年份", "by"),
    "report_baseline": ("基期值", "baseline"),
    "report_baseline_year": ("基期", "base year"),
    # each plan
    "report_unique": ("只有{plan}作出", "Only in {plan}"),
    "report_missing": ("他人作出而{plan}未见", "Made by others and not found in {plan}"),
    "report_makers": ("作出者", "made by"),
    "report_alone": (
        "另有 {count} 条只有{plan}的文本论及其主题，不能说他人没有。",
        "Of {count} more rows {plan}'s text alone treats the theme: of the others nothing can be said.",
    ),
    "report_unique_note": (
        "“只有”只就所比规划的所持文本而言。",
        '"Only" speaks of the plans compared and of the texts held.',
    ),
    "report_missing_note": (
        "只列所持文本完整处理其主题的条目，按作出者多少排列。",
        "Only rows whose theme our text treats whole; most widely made first.",
    ),
    # method
    "method_unit": (
        "单位：一个主体的一项行动或结果为一条承诺；口号、成就和形势分析不计。编码由人完成，每条附原文短语和位置。",
        "Unit: one actor, one act or outcome is one commitment; slogans, achievements and analysis are none. People"
        " encoded the texts; each commitment has a phrase and a place in its source.",
    ),
    "method_themes": (
        "主题：先用编码者指定的主题，否则按编码手册的词汇匹配。",
        "Themes: a curator's pin first, else matched by the words of the codebook.",
    ),
    "method_rows": (
        "条目：编为同一常见承诺的归为一条。未编码的逐对计分（常见承诺、用词、专名、指标、主题、名次，减去词库所列的对象类差异），"
        "分值 70 表示这样的每 100 对约有 70 对是同一承诺：不低于 {match} 分归入条目，{review} 至 {match} 分存疑；"
        "不作链式合并。",
        "Rows: commitments coded as one standard promise are one row. Others are scored in pairs (standard, wording,"
        " programmes, indicators, theme, rank, less what the lexicon's gates tell apart); a score of 70 means that"
        " about 70 in 100 such pairs are the same promise. {match} points and more join a row, {review} to {match} are"
        " unsure; there is no chaining.",
    ),
    "method_blanks": (
        "空格：有一条可能就是此承诺而无人裁定的写“存疑”；只有所持文本完整处理该主题时才写“未见”；否则写“文本未覆盖”。"
        "“k/n”的 n 只计文本覆盖该主题的规划，“另 m 存疑”是可能也作出的规划。",
        'Blanks: "unsure" where a passage may be the promise and nobody has ruled; "not found" is said only where the'
        ' text held treats the theme whole, else "not covered". In "k of n", n counts only plans whose text covers the'
        ' theme; "+m unsure" are plans that may make it too.',
    ),
    "method_figures": (
        "数值：指标和单位都相同才比较，按指标方向。",
        "Figures: compared only where indicator and unit are the same, in the indicator's direction.",
    ),
    "method_decisions": (
        "人工裁定优先于分值；其文字此后改动的裁定视为过期，不采用并列出。",
        "Rulings by people go before scores; a ruling whose text has changed since is stale: not used, but listed.",
    ),
    "method_no_decisions": ("未采用人工裁定。", "Rulings by people were not used."),
    # decisions, findings, reproduction
    "report_ruling": ("裁定", "ruling"),
    "report_members": ("成员", "members"),
    "report_reason": ("理由", "reason"),
    "report_who": ("裁定人", "who"),
    "report_date": ("日期", "date"),
    "report_decisions_caption": ("影响所列条目的裁定", "Rulings that shaped the rows shown"),
    "report_level": ("级别", "level"),
    "report_message": ("内容", "message"),
    "report_check": ("规则", "check"),
    "report_findings_caption": ("读入时的问题", "What reading found"),
    "report_versions": ("plancompare {version}，Python {python}。", "plancompare {version}, Python {python}."),
    "report_file": ("文件", "file"),
    "report_inputs": ("读入的文件", "Files read"),
    "report_says": ("{plan}的表述", "{plan} says"),
    "legend_head": ("图例", "legend"),
    # sheets: at most 31 characters, none of []:*?/\\
    "sheet_about": ("说明", "About"),
    "sheet_telling-outcome": ("结果", "Outcome"),
    "sheet_telling": ("主要发现", "Findings first"),
    "sheet_scope": ("比对范围", "Plans"),
    "sheet_coverage": ("文本覆盖", "Coverage"),
    "sheet_outcome": ("计数", "Counts"),
    "sheet_by-plan": ("各规划", "By plan"),
    "sheet_in-common": ("两两", "Pairs"),
    "sheet_matrix": ("主题矩阵", "Themes"),
    "sheet_rows": ("逐条比对", "Rows"),
    "sheet_commitments": ("承诺清单", "Commitments"),
    "sheet_candidates": ("存疑", "Unsure"),
    "sheet_targets": ("目标值对照", "Targets"),
    "sheet_differing": ("数值不同", "Figures that differ"),
    "sheet_figures": ("目标值清单", "Target list"),
    "sheet_unique": ("独有", "Unique"),
    "sheet_missing": ("未见", "Not found"),
    "sheet_decisions": ("裁定", "Rulings"),
    "sheet_findings": ("检查", "Findings"),
    "sheet_inputs": ("输入文件", "Inputs"),
    # documents with pages
    "paged_contents": ("目　录", "Contents"),
    "paged_table": ("表", "Table"),
    "paged_date": ("资料截至{date}", "Inputs up to {date}"),
    "paged_key": ("规划编号：{names}", "Plans by number: {names}"),
    "paged_number": ("— {page} / {pages} —", "Page {page} of {pages}"),
    "paged_page": ("— {page} —", "Page {page}"),
    "paged_annex": ("附件{annex}　", "Annex {annex}  "),
    "paged_of_annex": ("附{n}-", "A{n}-"),
    "paged_annex_page": ("— 附{annex}-{page} —", "Page A{annex}-{page}"),
}
