"""The words of the writer's desk: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "desk_title": ("{draft}：查漏对照", "{draft}: gaps against its peers"),
    "desk_against": ("参照 {count} 份同类规划：{peers}。", "Peers ({count}): {peers}."),
    "desk_title_alone": ("{draft}：自查与承接", "{draft}: own house and carry-down"),
    "desk_counts": ("一览", "At a glance"),
    "desk_words": ("同类规划的表述", "What the peers say"),
    "desk_end": ("期限", "until"),
    "desk_telling_note": (
        "先列目录中的常见承诺，按草案章节排列；“k/n”的 n 只计文本覆盖该主题的同类规划；各规划的原话见附件。",
        "Usual promises first, in the order of the draft's chapters. In “k of n”, n counts only peers whose text covers"
        " the theme; their words stand in the annex.",
    ),
    "desk_missing": ("同类规划有、草案未见的承诺", "What peers promise and the draft does not"),
    "desk_near": ("存疑：草案有近似表述，请核对", "Unsure: the draft says something near, please look"),
    "desk_figures": ("数值与同类规划不同", "Figures that differ from the peers'"),
    "desk_self": ("自查", "The draft's own house"),
    "desk_carried": ("承接对照表：{plan}", "Carry-down of {plan}"),
    "desk_renewed": ("与上一期对照：{plan}", "Against the last period: {plan}"),
    "desk_new": ("上一期没有的承诺", "Promises that the last period did not have"),
    "desk_count_missing": ("未见", "missing"),
    "desk_count_near": ("存疑（有近似表述，待核对）", "unsure (something near, to be looked at)"),
    "desk_count_figures": ("数值不同", "figures that differ"),
    "desk_count_untouched": ("未涉及的主题", "themes not touched"),
    "desk_count_unknown": ("草案文本未覆盖，不能判断", "not covered by the draft's text, cannot be told"),
    "desk_encoded": (
        "草案由程序从 {file} 初步编码（{count} 条承诺），未经人校订；引用前请核对。",
        "The draft was encoded from {file} by the machine ({count} commitments) and not curated by a person: check"
        " before you cite.",
    ),
    "desk_note": (
        "“k/n”的 n 只计文本覆盖该主题的同类规划。“最近”是草案中最接近的一条及其分值。",
        'In "k of n", n counts only peers whose text covers the theme. "Nearest" is the draft\'s closest passage and'
        " its score.",
    ),
    "desk_near_note": (
        "存疑：可能是同一承诺的另一种说法，也可能不是，须人判断。分值约为百对中同一承诺的对数。",
        "Unsure: perhaps the same promise in other words, perhaps not; a person has to judge. A score says about how"
        " many in 100 such pairs are the same promise.",
    ),
    "desk_nearest": ("草案中最近的表述", "nearest in the draft"),
    "desk_nothing_near": ("无近似表述", "nothing near"),
    "desk_you_say": ("你写了近似的：{text}（{score}）", "you say something near: {text} ({score})"),
    "desk_nearest_passage": ("最接近的一段：{text}（{score}）", "nearest passage: {text} ({score})"),
    "desk_heading_says": ("标题写有：{text}（{score}）", "a heading says: {text} ({score})"),
    "desk_text_says": ("文中写有：{text}（{score}）", "the text says: {text} ({score})"),
    "desk_over": ("该行动已于 {year} 年结束", "a campaign that ended in {year}"),
    "desk_until": ("该行动的期限为 {year} 年", "a campaign until {year}"),
    "desk_more_of_peer": ("，另 {count} 条", ", {count} more"),
    "later_period": ("草案属后一规划期", "later period: the draft's figure"),
    "earlier_period": ("草案属前一规划期", "earlier period: the draft's figure"),
    "desk_period_value": ("{period}，同类的数值{value}", "{period}; the peer's value is {value}"),
    "desk_counts_otherwise": ("{figures}（口径或名称不同）", "{figures} (counted or called otherwise)"),
    "desk_figure_in_words": ("见原文“{text}”", "in words: {text}"),
    "desk_spread": ("同类规划的数值", "peers' figures"),
    "desk_mine": ("草案", "draft"),
    "desk_own_figures": ("草案的数值", "the draft's figures"),
    "desk_none": ("未写此数值", "no such figure"),
    "desk_stands": ("同类对草案", "peers to draft"),
    "desk_answer": ("处理意见", "your answer"),
    "desk_answer_take": ("采纳", "take up"),
    "desk_answer_adapt": ("改写采纳", "adapt"),
    "desk_answer_have": ("已有", "have it"),
    "desk_answer_leave": ("不采纳", "leave"),
    "desk_remark": ("备注", "remark"),
    "desk_nothing": ("没有发现缺漏。", "No gaps found."),
    "desk_summary": (
        "{missing} 条未见，{near} 条存疑（近似，待核对），{figures} 处数值不同，{untouched} 个主题未涉及；"
        "{unknown} 条因草案文本未覆盖不能判断。",
        "{missing} missing, {near} unsure (near), {figures} figures that differ, {untouched} themes not touched;"
        " {unknown} cannot be told, the draft's text does not cover them.",
    ),
    "desk_rule_usual": (
        "只计至少两个、且可比者中半数以上同类规划作出的承诺",
        "Only what at least two peers promise, and half of those that can be compared",
    ),
    "desk_rule_one": ("只计这一个同类规划的承诺", "Only what the one peer promises"),
    "desk_rule_least": ("只计至少 {count} 个同类规划作出的承诺", "Only what {count} peers or more promise"),
    "desk_rule_left": ("，另有 {count} 条由较少同类规划作出", "; {count} more are promised by fewer"),
    "desk_rule_first": (
        "{rule}{left}。列出未见 {missing} 条、存疑 {near} 条，先列目录中的常见承诺，按草案章节排列；其余见 --all。",
        "{rule}{left}. Listed: {missing} missing and {near} unsure, usual promises of the catalogue first, in the order"
        " of the draft's chapters; --all lists the rest.",
    ),
    "desk_untouched": (
        "草案未涉及 {count} 个主题（同类规划 {rows} 条，不列）：{themes}。",
        "{count} themes not touched ({rows} promises of peers, not listed): {themes}.",
    ),
    "desk_and_others": ("{names}等", "{names} …"),
    "desk_excerpt": (
        "草案按节选处理：只在其论及的主题下说“未见”。",
        "The draft is taken as a part of a plan: only in themes that it treats is anything called missing.",
    ),
    # scaffolds
    "new_head": (
        "一份规划的编码；怎样编码见 plans/README.md。\n写完一节就运行 plancompare check 检查。",
        "One plan, encoded; plans/README.md says how.\nRun `plancompare check` whenever a section is done.",
    ),
    "new_title": ("文件全称", "the document's full title"),
    "new_fields": (
        "area: {{name: , level: district, code: }}\nperiod: {{from: 2026, to: 2030}}\n"
        "节选的文本请写 extent: excerpt，并在 reads 中逐主题写明 whole 或 part。",
        "area: {{name: , level: district, code: }}\nperiod: {{from: 2026, to: 2030}}\n"
        "For an excerpt write extent: excerpt, and under reads say of each theme whole or part.",
    ),
    "new_elsewhere": ("其他主题下多数规划都有的承诺：", "What most plans promise under other themes:"),
    # own house
    "fault_figures": ("同一承诺数值不一", "the same with different figures"),
    "fault_unbound": ("没有数值、时限或责任主体，无从检查", "no figure, deadline or body: cannot be checked"),
    "fault_hedged": ("措辞留有余地", "hedged words"),
    "desk_fault": ("问题", "what"),
    "desk_other": ("另见", "see also"),
    "desk_draft_text": ("草案的承诺", "the draft's commitment"),
    "desk_least_peers": ("只含至少 {count} 个同类规划作出的承诺", "only what {count} peers or more promise"),
    "desk_self_summary": (
        "{figures} 处数值不一，{unbound} 条无从检查，{hedged} 条留有余地（共 {total} 条承诺）。",
        "{figures} with different figures, {unbound} that cannot be checked, {hedged} hedged, of {total} commitments.",
    ),
    # carrying down
    "carried": ("承接", "carried"),
    "carried_same": ("一致", "same"),
    "carried_strengthened": ("强化", "strengthened"),
    "carried_weakened": ("弱化", "weakened"),
    "carried_localised": ("本地化", "localised"),
    "carried_near": ("存疑", "unsure"),
    "carried_missing": ("未见", "missing"),
    "carried_not_covered": ("文本未覆盖", "not covered"),
    "carried_not_applicable": ("不适用", "not applicable"),
    "carried_figures": ("数值", "figures"),
    "carried_count": ("条数", "commitments"),
    "carried_first": ("上位规划有而草案弱化或未见的", "Weakened, or missing in the draft"),
    "carried_silent": (
        "草案文本未覆盖、不能判断的：{count} 条，{themes} 个主题",
        "Not covered by the draft's text, cannot be told: {count} commitments of {themes} themes",
    ),
    "renewed_first": ("上一期有而草案弱化或未见的", "Weakened, or missing in the draft"),
    "carried_above": ("上位规划的承诺", "the superior plan's commitment"),
    "carried_below": ("草案的承接", "what the draft says"),
    "carried_why": ("说明", "why"),
    "carried_figure_up": ("数值更高或更早", "a higher or earlier figure"),
    "carried_figure_down": ("数值更低或更晚", "a lower or later figure"),
    "carried_no_figure": ("未写数值", "the figure is gone"),
    "carried_other_figure": ("数值不可比或互有高低", "another figure, not comparable or mixed"),
    "carried_share": ("本地总量较小，不直接比高低", "a smaller total for a smaller area, not held against it"),
    "carried_own_figure": ("自定数值", "a figure of its own"),
    "carried_firmer": ("措辞更硬", "firmer words"),
    "carried_softer": ("措辞更软", "softer words"),
    "carried_own_body": ("明确本地责任主体", "names a body of its own"),
    "carried_own_name": ("本地项目", "a programme of its own"),
    "carried_summary": ("共 {total} 条：{told}。", "{total} commitments: {told}."),
    "carried_note": (
        "由机器对应，“存疑”须人判断；“未见”只就草案文本而言。",
        'Matched by the machine; "unsure" wants a person\'s judgement, "missing" speaks of the draft\'s text only.',
    ),
    "renewed_note": (
        "由机器对应，“存疑”须人判断；“取消”只就草案文本而言。",
        'Matched by the machine; "unsure" wants a person\'s judgement, "dropped" speaks of the draft\'s text only.',
    ),
    # the last period
    "renewed": ("变化", "change"),
    "renewed_before": ("上一期的承诺", "the last period's commitment"),
    "renewed_kept": ("延续", "kept"),
    "renewed_raised": ("提高", "raised"),
    "renewed_lowered": ("降低", "lowered"),
    "renewed_near": ("存疑", "unsure"),
    "renewed_dropped": ("取消", "dropped"),
    "renewed_not_covered": ("文本未覆盖", "not covered"),
    "renewed_not_applicable": ("不适用", "not applicable"),
    "renewed_untold": (
        "另有 {count} 条：所持上一期文本未覆盖其主题，不能判断是否新增。",
        "{count} more may be new: the text held of the last period does not cover their themes.",
    ),
    "renewed_unsure": (
        "另有 {count} 条存疑：上一期有近似的承诺，尚无人裁定。",
        "{count} more are unsure: the last period has something near, nobody has ruled.",
    ),
    # sheets
    "sheet_desk-counts": ("一览", "Counts"),
    "sheet_desk-missing": ("未见", "Missing"),
    "sheet_desk-near": ("存疑", "Unsure"),
    "sheet_desk-figures": ("数值", "Figures"),
    "sheet_desk-self": ("自查", "Own house"),
    "sheet_desk-carried": ("承接", "Carry-down"),
    "sheet_desk-renewed": ("上一期", "Last period"),
    "sheet_desk-new": ("新增", "New"),
}
