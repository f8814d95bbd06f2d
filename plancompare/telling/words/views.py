"""The words of views of many plans: which are chosen, groups of them, their peers. (zh, en)."""

from collections.abc import Mapping, Sequence

TEXTS: Mapping[str, tuple[str, str]] = {
    # fields by which plans are chosen and grouped, and their values
    "where_level": ("级别", "level"),
    "where_area": ("地区", "area"),
    "where_period": ("规划期", "period"),
    "where_status": ("状态", "status"),
    "where_coverage": ("文本", "coverage"),
    "where_province": ("省级", "province"),
    "where_city": ("市级", "city"),
    "where_district": ("区", "district"),
    "where_county": ("县", "county"),
    "where_adopted": ("已印发", "adopted"),
    "where_consultation": ("征求意见稿", "consultation"),
    "where_draft": ("草案", "draft"),
    "where_chosen": ("{all} 份规划中选了 {chosen} 份：{where}", "{chosen} of {all} plans chosen: {where}"),
    "where_silent": (
        "{count} 份没有注明{field}，不在其中（{plans}）",
        "{count} do not say their {field} and are left out ({plans})",
    ),
    # groups of plans
    "group_unsaid": ("未注明", "not said"),
    "group_all": ("全部", "all plans"),
    "group_others": ("其他 {count} 组", "{count} others"),
    "group_size": ("{name} {count} 份", "{name}: {count}"),
    "group_sizes": ("按{by}分组：{groups}。", "Plans by {by}: {groups}."),
    "group_legend": (
        "在该主题作出承诺的规划所占比例和份数：分母只数所持文本完整论及该主题的规划，只持有一部分的不计。"
        "? 没有这样的文本，不能说“无”；+m 另有 m 份存疑。",
        "The share of plans that make a commitment in the theme, and k/n: n counts only plans whose text treats it"
        " whole; what is held in part does not count. ? no such text, so nothing can be said to be missing; +m may make"
        " it too.",
    ),
    "group_furthest": ("相差最大：{themes}。", "Furthest apart: {themes}."),
    "group_apart": ("{theme}（{one} {share}，{other} {others}）", "{theme} ({one} {share}, {other} {others})"),
    "group_chance": (
        "两组各有 {few} 份以上可比的 {told} 对中，{beyond} 对的差别大于偶然所能解释（仅凭偶然约有 {chance} 对）。",
        "Of {told} pairs with {few} plans or more on both sides {beyond} differ by more than chance explains (by chance"
        " alone about {chance} would).",
    ),
    "group_few": (
        "没有两组各有 {few} 份以上可比的规划：份数太少，比例之差说明不了什么。",
        "No two groups have {few} plans each that can be compared: with so few, shares that differ say nothing.",
    ),
    "standards_share_legend": (
        "比例和 k/n：n 只数可以问的规划，即所持文本完整论及该主题的；? 没有这样的规划；+m 另有 m 份存疑。",
        "Shares and k/n: n are the plans that can be asked, whose text treats the theme whole; ? there is none; +m may"
        " make it too.",
    ),
    "standards_moved": (
        "从 {first} 到 {last}：两期各有 {few} 份以上可比的 {told} 条中，{beyond} 条的变化大于偶然所能解释（仅凭偶然约有"
        " {chance} 条）；变化最确定的在前，以百分点计。",
        "From {first} to {last}: of {told} with {few} plans or more in both {beyond} moved by more than chance explains"
        " (by chance alone about {chance} would); the surest first, in percentage points.",
    ),
    "standards_few": (
        "从 {first} 到 {last}：没有一条在两期各有 {few} 份以上可比的规划，说不出变化。",
        "From {first} to {last}: of none {few} plans can be asked in both, so no movement is told.",
    ),
    "standards_change": ("变化", "change"),
    "standard_more": ("另 {count} 份：{told}", "{count} more: {told}"),
    # the plans nearest to one
    "peers_answer": (
        "与{plan}最接近的是{peer}：两份文本都完整论及的 {themes} 个主题（共 {all} 个）中，任一份作出的 {either} 条常见"
        "承诺有 {shared} 条两份都作出（{share}）。",
        "Nearest to {plan} is {peer}: of {either} usual promises that either makes in the {themes} themes (of {all})"
        " that both texts treat whole, both make {shared} ({share}).",
    ),
    "peers_share": ("共有", "both make"),
    "peers_only": ("仅{plan}", "only {plan}"),
    "peers_only_there": ("仅对方", "only the other"),
    "peers_themes": ("主题数", "themes"),
    "peers_hidden": ("另有 {count} 份；用 --limit 多看", "{count} more; see them with --limit"),
    "peers_legend": (
        "按 Jaccard 排列：两份都作出的常见承诺 ÷ 任一份作出的，只算两份文本都完整论及的主题。一份切分更细，比例就更低："
        "要与条数一起看。",
        "Ranked by Jaccard: usual promises that both make, by those that either makes, only in themes that both texts"
        " treat whole. It falls where one plan is longer: read it beside the counts.",
    ),
    "peers_none": ("没有一份规划能与{plan}比较。", "No plan can be compared with {plan}."),
    "peers_apart": ("未参与排列：{told}", "Not ranked: {told}"),
    "peers_no_codes": ("{count} 份尚无编码（{plans}）", "{count} that nobody coded ({plans})"),
    "peers_no_theme": (
        "{count} 份没有两份文本都完整论及的主题（{plans}）",
        "{count} without a theme that both texts treat whole ({plans})",
    ),
    "peers_few_codes": (
        "{count} 份可比的常见承诺不足 {least} 条（{plans}）",
        "{count} with fewer than {least} usual promises to compare ({plans})",
    ),
    "peers_next": ("接着：plancompare diff {one} {other}", "Next: plancompare diff {one} {other}"),
    # many plans
    "rows_of_many": (
        "{count} 份规划，一份一列放不下（最多 {most} 列）：以下只说有多少份作出。用 --where 选取、--theme 选主题，或用"
        " report -o cells.csv 写成数据。",
        "{count} plans are too many for a column each (at most {most}): told is how many make each promise. Choose with"
        " --where, take one --theme, or write data with report -o cells.csv.",
    ),
    "many_counts": (
        "可比的 {rows} 条中，可比者全部作出 {every} 条，部分作出 {some} 条；另有 {one} 条只有一份文本论及。",
        "Of {rows} promises that can be compared, all that can be asked make {every}, some of them {some}; of {one} "
        "more one text alone speaks.",
    ),
    "rows_hidden": ("另有 {count} 条；用 --all 查看全部", "{count} more; see them with --all"),
    "figures_of_many": (
        "{count} 份规划，一份一列放不下（最多 {most} 列）：以下是有数值的份数和最低、最高值。",
        "{count} plans are too many for a column each (at most {most}): told are how many have a figure, the lowest and"
        " the highest.",
    ),
    "home_usual": ("最多规划作出的常见承诺", "What most of them promise"),
    "home_try_similar": ("与一份规划最接近的规划", "the plans nearest to one"),
    "home_try_code": (
        "逐条编码：之后各行有据，空白可引用",
        "code its promises: rows then rest on it, and blanks can be cited",
    ),
    "home_try_groups": ("各级规划在各主题的承诺比例", "the share of plans that speak to each theme, by level"),
    "home_try_moved": ("两期之间哪些承诺变多、变少", "what is promised more often than before, and what less"),
    "home_try_where": ("按级别、地区、规划期选取", "plans chosen by level, area or period"),
    "many_plans": ("份数", "plans"),
    "many_low": ("最低", "lowest"),
    "many_high": ("最高", "highest"),
    "digest": (
        "共 {count} 份规划。份数多到不能并列时，报告只说有多少份作出哪些承诺，不逐份列出；逐份的内容见 CSV 和 JSON，或"
        "选取少数规划另写一份报告。",
        "{count} plans. On more than can stand beside each other a report tells how many make which promise, not what "
        "each says: that is in CSV and JSON, or in a report on fewer plans.",
    ),
    "brief_many": ("{count} 份规划 {commitments} 条", "{count} plans {commitments}"),
    "digest_title": ("规划承诺比对：{count} 份规划", "Commitments compared: {count} plans"),
    "digest_themes": ("各主题有多少规划作出承诺", "How many plans make a commitment in each theme"),
    "digest_rows": ("最多规划作出的承诺", "The promises that most plans make"),
    "sheet_digest-themes": ("各主题", "Themes"),
    "sheet_digest": ("最常见", "Most widely made"),
    "sheet_digest-rows": ("全部条目", "All rows"),
    "telling_covered": ("可比", "can be asked"),
    "matrix_of_many": (
        "{count} 份规划，一份一列放不下（最多 {most} 列）。用 --by level、area 或 period 分组，用 --where 选取，"
        "或用 report -o 写成文件。",
        "{count} plans are too many for a column each (at most {most}). Group them with --by level, area or period,"
        " choose with --where, or write a file with report -o.",
    ),
}
# what people write for a field or a value of --where, besides the words above; a word may stand for several values
ALSO: Sequence[tuple[str, tuple[str, ...]]] = (
    ("level", ("层级",)),
    (
        "area",
        (
            "区域",
            "地方",
        ),
    ),
    (
        "period",
        (
            "时期",
            "期限",
        ),
    ),
    ("status", ("效力",)),
    (
        "coverage",
        (
            "覆盖",
            "范围",
        ),
    ),
    ("province", ("省",)),
    (
        "city",
        (
            "市",
            "地市",
            "地级市",
        ),
    ),
    (
        "district",
        (
            "区级",
            "区县",
            "县级",
        ),
    ),
    (
        "county",
        (
            "区县",
            "县级",
        ),
    ),
    (
        "adopted",
        (
            "印发",
            "正式",
        ),
    ),
    ("consultation", ("征求意见",)),
    ("draft", ("草稿",)),
    ("full", ("完整",)),
    ("excerpt", ("部分",)),
)
