"""Every word the tool itself says about plans, in both languages. The plans' own words are never translated."""

from collections.abc import Iterable

from plancompare.model import Lang
from plancompare.telling.words import (
    answers,
    checks,
    desk,
    documents,
    editing,
    encoding,
    figures,
    pages,
    publishing,
    reports,
    standards,
    views,
)

_TEXTS: dict[str, tuple[str, str]] = {
    # states: (zh, en)
    "made": ("已承诺", "made"),
    "unsure": ("存疑", "unsure"),
    "not_found": ("未见", "not found"),
    "not_covered": ("文本未覆盖", "not covered"),
    "not_applicable": ("不适用", "not applicable"),
    "shared": ("都作出", "made by all"),
    "partial": ("部分作出", "made by some"),
    "unique": ("独有", "made by one alone"),
    "differing": ("数值不同", "differing"),
    "missing": ("有缺", "missing"),
    "decided": ("已裁定", "decided"),
    "coded": ("同一编码", "coded"),
    "newcomer": ("，新成员 {score}", ", newcomer {score}"),
    "weakest": ("最弱关联 {score}", "weakest link {score}"),
    "of": ("{made}/{covered}", "{made} of {covered}"),
    "and_unsure": ("，另 {unsure} 存疑", " (+{unsure} unsure)"),
    "more_candidates": ("另有 {count} 条可能", "{count} more may be it"),
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
    "told_elsewhere": ("见其他主题下的条目", "told under another theme"),
    "weak_theme": ("主题待定", "theme uncertain"),
    # parts of a score
    "part_standard": ("同一常见承诺", "one standard promise"),
    "part_wording": ("各自用词（文字、原文）", "own words (text, quote)"),
    "part_named": ("共有的专名", "programmes in common"),
    "part_indicator": ("共有的指标", "indicators in common"),
    "part_theme": ("主题", "theme"),
    "part_rank": ("在对方规划中的名次", "rank in the other plan"),
    "part_gate": ("{gate}不同", "another {gate}"),
    "total": ("合计", "total"),
    "verdict_match": ("达到匹配线 {match}", "a match (from {match})"),
    "verdict_review": ("介于 {review} 与 {match}，存疑", "unsure (from {review}, below {match})"),
    "verdict_apart": ("低于复核线 {review}，分开", "apart (below {review})"),
    "verdict_coded_same": ("都编为“{label}”", "both coded “{label}”"),
    "verdict_coded_none": ("都编为“无”：常见承诺中没有这一条", "both coded “none”: in no standard"),
    "verdict_coded_different": ("分别编为“{one}”和“{other}”", "coded “{one}” and “{other}”"),
    "code_none": ("无", "none"),
    "score_means": (
        "{score} 分：这样的两条承诺，每 100 对约有 {score} 对被独立的读者判为同一承诺。",
        "{score}: about {score} in 100 such pairs were the same promise for independent readers.",
    ),
    "score_means_equal": ("100 分：逐字相同。", "100: word for word the same."),
    "score_size_more": (
        "两份规划的承诺比一般规划多，合计因此较高（对数优势 {offset}）。",
        "The two plans promise more than is usual, which raises the total (log-odds {offset}).",
    ),
    "score_size_less": (
        "两份规划的承诺比一般规划少，合计因此较低（对数优势 {offset}）。",
        "The two plans promise less than is usual, which lowers the total (log-odds {offset}).",
    ),
    "score_size_none": ("两份规划的规模与一般规划相当。", "The two plans are of a usual size."),
    "standard_shared": ("{label}（都属此条的可能 {share}）", "{label} (chance that both are: {share})"),
    "standard_closest": ("{plan}最接近的说法：{wording}", "closest wording to {plan}: {wording}"),
    "standard_coded": ("编为“{label}”", "coded “{label}”"),
    "standard_coded_none": ("人工认定不属任何常见承诺", "a person found no standard that fits"),
    "standard_proposed": ("未编码；机器认为可能是：", "not coded; likely for the machine:"),
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
        "{cells} 个格中有 {flips} 个在匹配线上下移动 5 分或不用裁定时会改变（空转满 {fill}，满转空 {empty}）；"
        "存疑的格算空。",
        "{flips} of {cells} cells flip when thresholds move by 5 points or rulings are ignored"
        " ({fill} blanks would be filled, {empty} filled ones emptied; unsure cells count as blanks).",
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
    "band_n": ("数量", "n"),
    "band_mean": ("平均分", "mean score"),
    "band_share": ("人判为同一承诺", "judged the same"),
    "coding_head": ("机器归入标准承诺", "coding by the machine"),
    "coding_given": ("主题由人给定", "themes given"),
    "coding_none": ("主题不给定", "themes not given"),
    "coding_1": ("首选正确", "right first"),
    "coding_3": ("前三含正确", "among three"),
    "coding_5": ("前五含正确", "among five"),
    "themes_right": (
        "不看人工主题时，{pinned} 条中 {right} 条主题正确（{share}）",
        "Themes without looking at pins: {right} of {pinned} right ({share})",
    ),
    # sentences
    "nothing": ("没有符合条件的条目。", "Nothing matches."),
    "part_mark": (
        "数字后的 ? 表示所持文本只含该主题的一部分",
        "a ? behind a number: our text holds only part of the theme",
    ),
    "count_marks": (
        "○n ◐n：他人作出而未见、存疑的条目数",
        "○n ◐n: rows that others make, not found here or unsure",
    ),
    "empty_plan": (
        "{plan}：还没有一条承诺，其“未见”只说明尚未编码",
        "{plan}: holds no commitment yet, so its blanks only say that nothing is encoded",
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
    "shipped_left_out": (
        "只含自己的规划，未含附带的；一并列入：{command}",
        "Your own plans only, without the shipped ones; with these: {command}",
    ),
    "rows_proposed": (
        "{plans} 份规划中有 {count} 条承诺无人编码，太多而不能两两比较：各行按词语所指的标准承诺归并。"
        "要逐对比较，用 --where 少选几份；要落实归属，用 review --batch 编码",
        "{plans} plans with {count} commitments that nobody coded are too many to compare each with each: rows are "
        "drawn by the standard promises that words point to. Choose fewer with --where to compare them pair by pair, "
        "or code them with `review --batch`",
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
        "未核对：缺少原文文件，{phrases} 条引文没有查：{plans}",
        "Not proved, for the source is missing: {plans}; phrases not looked for: {phrases}",
    ),
    "renamed_source": (
        "{plan}：原文文件 {file} 改了名，按校验和找到",
        "{plan}: source file {file} has another name now; it was found by its checksum",
    ),
    "place_line": ("第 {number} 行", "line {number}"),
    "place_paragraph": ("第 {number} 段", "paragraph {number}"),
    "place_page": ("第 {page} 页", "page {page}"),
    "changed_source": (
        "{plan}：原文文件 {file} 与登记的校验和不符",
        "{plan}: source file {file} is not the one whose checksum is recorded",
    ),
    **answers.TEXTS,
    **checks.TEXTS,
    **documents.TEXTS,
    **editing.TEXTS,
    **desk.TEXTS,
    **encoding.TEXTS,
    **figures.TEXTS,
    **reports.TEXTS,
    **publishing.TEXTS,
    **pages.TEXTS,
    **standards.TEXTS,
    **views.TEXTS,
}


def counted(made: int, covered: int, unsure: int, lang: Lang) -> str:
    """k of n, and how many more plans may make it: 2 of 4 (+1 unsure)."""
    more = say("and_unsure", lang, unsure=unsure) if unsure else ""
    return say("of", lang, made=made, covered=covered) + more


def listed(parts: Iterable[str], lang: Lang, zh: str = "、", en: str = ", ") -> str:
    """``parts`` in a row, as the language sets names: 甲、乙 or A, B; or with another comma."""
    return (zh if lang == "zh" else en).join(parts)


def clauses(parts: Iterable[str], lang: Lang) -> str:
    """``parts`` that are longer than names, or hold such signs themselves: 甲；乙 or A; B."""
    return listed(parts, lang, "；", "; ")


def has(key: str) -> bool:
    """Whether there is a text called ``key``."""
    return key in _TEXTS


def template(key: str, lang: Lang) -> str:
    """The text called ``key`` with the braces that someone else fills in. Raises KeyError if there is none."""
    if key not in _TEXTS:
        raise KeyError(f'no words called "{key}"')
    return _TEXTS[key][0 if lang == "zh" else 1]


def say(key: str, lang: Lang, **values: object) -> str:
    """The text called ``key`` in ``lang``, with ``values`` filled in; KeyError if there is none, or a value is missing.

    A mistyped key or a forgotten value is a fault of the program: to print it would hide it.
    """
    try:
        return template(key, lang).format(**values)
    except KeyError as error:
        raise KeyError(f'"{key}" in {lang}: {error.args[0]}') from error
