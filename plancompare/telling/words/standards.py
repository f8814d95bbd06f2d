"""The words of the catalogue and of coding: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "standard": ("标准承诺", "standard"),
    "makers": ("作出", "made by"),
    "no_standard": ("没有这样的标准承诺。", "No such standard."),
    "standards_hidden": ("另有 {count} 条；用 --all 查看全部", "{count} more; see them with --all"),
    "standards_summary": (
        "{total} 条标准承诺：{made} 条有规划作出，{nobody} 条无人作出",
        "{total} standards: {made} made by somebody, {nobody} by nobody",
    ),
    "standards_missing": (
        "{total} 条标准承诺其他规划作出、{plan}未见",
        "{total} standards that others make and {plan} does not",
    ),
    "standards_coded": (
        "{commitments} 条承诺中 {coded} 条已由人编码",
        "people coded {coded} of {commitments} commitments",
    ),
    "standards_uncoded": (
        "{count} 条承诺尚未编码，其空格还不能作为依据；用 plancompare review 编码",
        "{count} commitments are not coded yet, so blanks prove little; code them with `plancompare review`",
    ),
    "campaign_over": ("{year} 年止", "until {year}"),
    # coding
    "code_keys": (
        "{choices} 选择 · / 搜索 · n 无 · u 待定 · s 跳过 · b 返回 · q 退出 > ",
        "{choices} choose · / search · n none · u unsure · s skip · b back · q quit > ",
    ),
    "code_words": ("搜索标准承诺 > ", "words of a standard > "),
    "code_taken": (
        "{id} 其间已由他人编为 {code}，未改动",
        "{id} was coded {code} by somebody else meanwhile; left as it is",
    ),
    "code_done": ("已编码 {coded} 条，剩余 {left} 条；写入 {files}", "{coded} coded, {left} left; written to {files}"),
    "code_done_nothing": ("没有编码，剩余 {left} 条", "nothing coded, {left} left"),
    "pairs_none": ("没有存疑待裁定的承诺对", "no doubtful pair is left to rule on"),
    "all_coded": ("没有待编码的承诺", "no commitment is left to code"),
    "code_sheet": (
        "{count} 条承诺写入 {file}；填好第一列后再运行一次",
        "{count} commitments in {file}; fill its first column and run this again",
    ),
    # sheets to fill
    "pair_sheet": ("承诺对", "review"),
    "pair_ruled_same": ("相同", "same"),
    "pair_ruled_different": ("不同", "different"),
    "pair_ruled_unsure": ("不确定", "unsure"),
    "pair_ruling": ("裁定", "ruling"),
    "pair_reason": ("理由", "reason"),
    "pair_score": ("得分", "score"),
    "pair_a": ("甲", "a"),
    "pair_text_a": ("甲的承诺", "text a"),
    "pair_place_a": ("甲的位置", "place a"),
    "pair_b": ("乙", "b"),
    "pair_text_b": ("乙的承诺", "text b"),
    "pair_place_b": ("乙的位置", "place b"),
    "code_title": ("编码", "codes"),
    "code_standard": ("标准承诺", "standard"),
    "code_commitment": ("编号", "commitment"),
    "code_text": ("承诺", "text"),
    "code_place": ("位置", "place"),
    "code_evidence": ("依据", "evidence"),
    "pairs_sheet": (
        "{count} 对承诺写入 {file}；填好第一列后再运行一次",
        "{count} pairs in {file}; fill its first column and run this again",
    ),
    "rulings_added": ("{file}：新增 {added} 条裁定", "{added} rulings added to {file}"),
    "code_read": ("{file}：新增 {added} 个编码", "{file}: {added} codes added"),
    "code_known": ("，{count} 个已在其中", "; {count} were there already"),
}
