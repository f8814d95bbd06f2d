"""English to Chinese: choosing, grouping and ranking many plans."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # --where
    'Only plans for which this holds, as in "level=district area=北京市 period=2021-2025". level: province, city,'
    " district, county; area: the place or one that it lies in, name or code; period: exactly these years, or one year"
    " in it; status: adopted, consultation, draft; coverage: full, excerpt. A comma stands for or.": (
        "只取符合条件的规划，如 level=district area=北京市 period=2021-2025，也可写 级别=区 地区=北京市 "
        "规划期=2021-2025。"
        "级别：省级、市级、区、县、区县；地区：该地及其上级地区，写名称或代码；规划期：写起止年份须完全一致，只写一年则"
        "含该年即可；状态：已印发、征求意见稿、草案；文本：全文、节选。逗号表示“或”。"
    ),
    "CONDITIONS": "条件",
    "PLACE": "位置",
    "--where wants a condition, such as level=district": "--where 后面要写条件，如 level=district",
    'a quote is open in "{text}"': "“{text}”中的引号没有成对",
    '"{word}" is no condition; write it as level=district': "“{word}”不是条件；请写成 level=district 的样子",
    'no field "{name}"{hint}': "没有字段“{name}”{hint}",
    "{field}= wants a value behind it": "{field}= 后面要写值",
    '"{value}" is no period; write it as 2021-2025, or a year in it': (
        "“{value}”不是规划期；请写成 2021-2025，或写其中一年"
    ),
    '{field}: "{value}" is none of {choices}{hint}': "{field}：“{value}”不在 {choices} 之中{hint}",
    "none of {total} plans is meant ({counts}){hint}": "{total} 份规划都不符合（{counts}）{hint}",
    "{clause}: {n}": "{clause}：{n} 份",
    "; of {field} there are {values}": "；{field} 有 {values}",
    "; none of them says its {field}": "；都没有注明 {field}",
    'area: "{value}" may be {names}; say which': "地区“{value}”可能指 {names}；请写明",
    'area: no plan is of a place called "{value}"{hint}': "没有“{value}”这个地区的规划{hint}",
    "; `plancompare list` names the plans held": "；`plancompare list` 列出收录的规划",
    # matrix --by
    "Columns are groups of plans: the share (k/n) of plans that make a commitment in the theme.": (
        "按组分列：各组规划中在该主题作出承诺的比例（k/n）。"
    ),
    "-f json gives themes; rows are in `plancompare report -f json`": (
        "-f json 只给主题；逐条的数据用 `plancompare report -f json`"
    ),
    "--by counts plans by theme; it does not go with --rows or --stability": (
        "--by 按主题数规划，不能与 --rows 或 --stability 同用"
    ),
    # standards --by
    "Shares of groups of plans (k/n); by period with what moved from the earlier to the later, the surest first.": (
        "各组规划的比例（k/n）；period 还列出从前一期到后一期的变化，最确定的在前。"
    ),
    # similar
    "The plans nearest to one, by usual promises in common.": "与一份规划最接近的规划，按共有的常见承诺排列。",
    "The plans nearest to one: those with the largest share of usual promises in common, with all inputs.": (
        "与一份规划最接近的规划：共有的常见承诺比例最高的在前，列出全部依据。"
    ),
    "The share (Jaccard) is of standards of the catalogue that either plan makes those that both make, over themes that"
    " both texts treat whole. What nobody coded is neither; what it may be is told as unsure. Plans of which fewer than"
    " 10 standards can be compared are named, not ranked. --where chooses among whom to look.": (
        "比例（Jaccard）是两份都作出的标准承诺 ÷ 任一份作出的标准承诺，只算两份文本都完整论及的主题。尚未编码的不算作出"
        "，也不算未见；它可能是的，列为存疑。可比的标准承诺不足 10 条的规划只列名，不排列。"
        "用 --where 选定在哪些规划中找。"
    ),
    "nobody coded {plan}; `plancompare review {plan}` does": "{plan} 尚无编码；用 `plancompare review {plan}` 编码",
    # sheets
    "a sheet of a workbook holds {most} {what}, not {count}; choose plans with --where, one --theme, or write csv": (
        "工作表最多 {most} {what}，容不下 {count} {what}；用 --where 选取规划、用 --theme 选一个主题，或写成 csv"
    ),
    "rows": "行",
    "columns": "列",
}
