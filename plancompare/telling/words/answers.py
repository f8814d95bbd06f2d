"""Words of the answers that come first: the first screen, the outcome of a comparison, one promise over all plans."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # the outcome of a comparison
    "brief": (
        "{plans} | 可比 {comparable}：全部作出 {every} · 部分作出 {some} | 数值不同 {figures} | 存疑的格 {unsure}"
        " | 仅一份文本论及 {one}",
        "{plans} | comparable {comparable}: all make {every} · some make {some} | figures differ {figures}"
        " | cells unsure {unsure} | one text alone {one}",
    ),
    "by_all": ("都作出", "made by all"),
    "by_some": ("部分作出", "made by some"),
    "by_one": ("仅一份文本论及", "one text alone speaks of it"),
    "by_machine": ("其中 {count} 条由机器匹配、未经裁定", "{count} of them by the machine alone"),
    "alone": ("只有一份作出 {count}", "made by one alone {count}"),
    "lacking": ("未见：{plans}", "not found: {plans}"),
    "lacks_not_found": ("{plan}未见", "not found in {plan}"),
    "lacks_made_by": ("两份以上作出 {several}；一份作出 {one}", "made by two or more {several}; by one {one}"),
    "lacks_unsure": ("{plan}存疑", "unsure in {plan}"),
    "lacks_unsure_note": ("可能有，尚无人裁定", "a passage may be it, nobody has ruled"),
    "lacks_untold": ("不能判断", "cannot be told"),
    "lacks_untold_note": (
        "他人作出，而{plan}的文本未覆盖其主题或只含一部分（{themes} 个主题），不能说没有",
        "made by others, of {themes} themes that the text of {plan} treats in part or not at all",
    ),
    "figures_differ": ("数值不同", "figures differ"),
    "rows_unsure": ("有存疑", "something unsure"),
    "see_all": ("加 --all 列出", "listed by --all"),
    "themes_alone": ("不可比的主题", "themes not comparable"),
    "theme_silent": ("；文本未覆盖：{plans}", "; not covered: {plans}"),
    "differs_mark": ("≠ 数值不同", "≠ figures differ"),
    "none_comparable": (
        "没有可比的条目：每条只有一份文本论及；加 --all 列出全部。",
        "Nothing can be compared: of each promise one text alone speaks; --all lists them all.",
    ),
    # the first screen
    "home_plans": ("收录的规划", "The plans held"),
    "home_extents": (
        "主题：完整论及的个数，+n? 为只含一部分的个数；其余主题所持文本未覆盖，不能说“未承诺”。",
        "themes: how many the text treats whole, +n? in part; of the others nothing can be said to be missing.",
    ),
    "home_findings": ("值得先知道的", "Worth knowing first"),
    "home_next": ("接着可试", "What to try next"),
    "home_everyone": (
        "可比的 {count} 份都承诺“{label}”（{plans}）",
        "All {count} that can be compared promise “{label}” ({plans})",
    ),
    "home_one_lacks": ("{plans}都承诺“{label}”，{plan}未见", "{plans} promise “{label}”; in {plan} it is not found"),
    "home_figures": ("“{label}”的数值不同：{figures}", "Figures differ for “{label}”: {figures}"),
    "home_one_makes": (
        "只有{plan}承诺“{label}”；{others}论及此主题而未见",
        "{plan} alone promises “{label}”; {others} treat the theme and do not",
    ),
    "home_nobody": (
        "{count} 条常见承诺无一规划作出，虽有两份以上文本可查，例如“{label}”",
        "{count} usual promises are made by nobody, though two texts or more could tell, such as “{label}”",
    ),
    "home_try_diff": ("并排比较：先结论，后逐条", "side by side: the outcome first, then row by row"),
    "home_try_show": ("按主题看这份规划", "this plan by theme"),
    "home_try_standards": ("常见承诺目录：谁作出、谁没有", "usual promises: who makes which"),
    "home_try_search": ("谁承诺、谁没有；附可引用的句子", "who promises it and who does not, in sentences to cite"),
    "home_try_gaps": ("草案比同类规划少了什么", "what a draft lacks that its peers promise"),
    # one promise over all plans
    "silence_read_full": ("未见：全文已读", "not found: the whole text was read"),
    "silence_read_excerpt": ("未见：节选含此主题的全部", "not found: the excerpt holds all of the theme"),
    "silence_draft": (
        "未见于机器初编，未经人核对，不能说没有",
        "not found in a first encoding by machine, which nobody has checked: cannot be told",
    ),
    "silence_unsure": ("存疑：可能是以下内容，尚无人裁定", "unsure: these may be it, nobody has ruled"),
    "silence_part": (
        "不能说没有：节选只含此主题的一部分",
        "cannot be told: the excerpt holds only part of the theme",
    ),
    "silence_none": (
        "不能说没有：所持文本未覆盖此主题",
        "cannot be told: the text that we hold does not cover the theme",
    ),
    "single_hits": ("逐条", "One by one"),
    "see_also": ("另见：", "See also: "),
    "cite_passage": ("{text}（原文{quotes}，{place}，{id}）", "{text} (source: {quotes}, {place}, {id})"),
    "cite_made": ("《{plan}》承诺“{label}”：{passages}。", "“{plan}” promises “{label}”: {passages}."),
    "cite_unsure": (
        "《{plan}》是否承诺“{label}”存疑：有 {candidates} 条可能，尚未裁定，不能作为“未承诺”引用。",
        "Whether “{plan}” promises “{label}” is unsure: {candidates} passages may be it and nobody has ruled;"
        " not to be cited as missing.",
    ),
    "cite_not_found": (
        "《{plan}》（所持文本：{extent}）中未见“{label}”的承诺：主题“{theme}”的全部文字已读",
        "“{plan}” (text held: {extent}) makes no commitment found to “{label}”: all that it says on {theme} was read",
    ),
    "cite_draft": (
        "《{plan}》（所持文本：{extent}）只有机器初编的 {count} 条承诺，未经人核对；其中未见“{label}”，不能作为“未承诺”"
        "引用。",
        "Of “{plan}” (text held: {extent}) there is a first encoding by machine alone, which nobody has checked; none"
        " of its {count} commitments is “{label}”, which is not to be cited as missing.",
    ),
    "cite_made_draft": (
        "（机器初编，未经人核对：引用前请看原文。）",
        " (A first encoding by machine, which nobody has checked: look at the text before you cite it.)",
    ),
    "cite_not_covered": (
        "所持《{plan}》（{extent}）未覆盖主题“{theme}”或只含一部分，不能据此说它没有承诺“{label}”。",
        "The text held of “{plan}” ({extent}) does not, or not wholly, cover {theme}: it cannot be said that it"
        " does not promise “{label}”.",
    ),
    "cite_not_applicable": (
        "“{label}”不适用于《{plan}》：{reason}。",
        "“{label}” does not apply to “{plan}”: {reason}.",
    ),
    "cite_coded": (
        "，{count} 条承诺逐条由人对照标准承诺目录编码，无一编为 {standard}。",
        ", and of its {count} commitments, each coded by people against the catalogue, none is {standard}.",
    ),
    "cite_scored": (
        "，{count} 条承诺由程序对照标准承诺 {standard} 及其各种说法计分，无一达到存疑线。",
        ", and of its {count} commitments, scored by machine against {standard} and its wordings, none comes near.",
    ),
    "cite_compared": (
        "，{count} 条承诺与作出此承诺的条目逐条比对，无一达到存疑线。",
        ", and of its {count} commitments, compared with those that make it, none comes near.",
    ),
    "cite_apart": (
        "，{count} 条承诺逐条由人编码；编为同一标准承诺的 {passages} 经人裁定不属此条。",
        ", and its {count} commitments were coded by people; of this code, but judged not to be this one: {passages}.",
    ),
    "same_code": ("编码相同，经裁定不属此条：", "of the same code, judged not to be this one: "),
    "cite_version": ("（plancompare {version}，条目 {row}{until}）", " (plancompare {version}, row {row}{until})"),
    "cite_until": ("，资料截至 {date}", ", data up to {date}"),
}
