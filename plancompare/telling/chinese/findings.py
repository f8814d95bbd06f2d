"""English to Chinese: what is wrong with a collection, and with what is read or written there."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # checks / ambiguous_catalogue
    "standard {id}: alias {alias} is the id of an entry": "标准承诺 {id}：旧编号 {alias} 是另一条现用的编号",
    "standard {id}: alias {alias} is one of {other}, too": "标准承诺 {id}：旧编号 {alias} 也列在 {other} 下",
    "row {id}: its id is that of a standard that none of its members is coded as": (
        "条目 {id}：这个编号是一条标准承诺的编号，而条目中没有一条承诺编为它；请换一个编号"
    ),
    # checks / ambiguous_codebook
    'theme id "{theme_id}" is used {count} times': "主题编号“{theme_id}”用了 {count} 次",
    'lexicon, plain: "{word}" stands for {count} terms; keep it at one': (
        "词库的口语词：“{word}”对应 {count} 个术语；只留一处"
    ),
    'lexicon, synonyms: "{word}" stands in {count} groups; keep it in one': (
        "词库的同义词：“{word}”列在 {count} 组里；只留一处"
    ),
    'indicator {id}: "{name}" also names {other}': "指标 {id}：“{name}”也是 {other} 的名称",
    # checks / benchmark_sense
    "higher": "数值越大，要求越高",
    "lower": "数值越小，要求越高",
    "indicator {id}, benchmark {op}{value} of {year}": "指标 {id}，{year} 年的基准 {op}{value}",
    "{benchmark}: the same level and year as {op}{value}; keep one": "{benchmark}：同级同年已有 {op}{value}；只留一个",
    '{benchmark}: "{op}" looks the wrong way; {direction} is more ambitious here': (
        "{benchmark}：“{op}”的方向反了；此指标{direction}"
    ),
    # checks / breach
    "commitment {id}: {fault}": "承诺 {id}：{fault}",
    # checks / contradictory_decision
    "{one} and {two} are ruled {here} here and {there} on line {line}; keep one": (
        "{one} 与 {two} 在此裁定为 {here}，在第 {line} 行裁定为 {there}；只留一处"
    ),
    'row id "{id}" is used twice': "条目编号“{id}”用了两次",
    "{key} is in row {id} and in row {other}; keep it in one": "{key} 既在条目 {id} 中，又在条目 {other} 中；只留一处",
    "{one} and {other} are ruled different, but row {row} holds both": (
        "{one} 与 {other} 裁定为不同，条目 {row} 却同时含有两者"
    ),
    # checks / decision_members
    'reviewed: no plan "{plan}"{hint}': "reviewed：没有规划“{plan}”{hint}",
    'no plan "{plan}"{hint}': "没有规划“{plan}”{hint}",
    # checks / excerpt_reads
    "an excerpt without reads: every blank is shown as not covered; list its themes": (
        "节选没有写 reads：空格一律显示为“文本未覆盖”；请列出所含主题"
    ),
    "has commitments on {theme}, which reads does not list; add it as part or whole": (
        "有主题 {theme} 的承诺，reads 却没有列出；请补上，写 part 或 whole"
    ),
    "reads is for excerpts; a full text covers every theme": "reads 只用于节选；全文覆盖所有主题",
    # checks / figure_without_target
    "says {figure} but has no target; record the figure": "文字中有 {figure}，却没有目标值；请把数值记下来",
    # checks / hedged_word
    '"{word}" is {usual} in the codebook, the record says {strength}': (
        "“{word}”在编码手册中属 {usual}，记录却写 {strength}"
    ),
    # checks / no_evidence
    "has no evidence; give a short phrase that stands in the source": "没有依据；请摘一个原文中有的短语",
    # checks / renamed_standard
    "standard {code} is now called {current}": "标准承诺 {code} 现在的编号是 {current}",
    # checks / shared_evidence
    "shares its phrase with {id}; choose the stretch that carries each promise": (
        "与 {id} 用了同一处原文；请各选载有该承诺的那一段"
    ),
    # checks / shared_wording
    'standard {id}: the wording "{wording}" stands in {other}, too': "标准承诺 {id}：表述“{wording}”也列在 {other} 下",
    # checks / sparse_metadata
    "gives no {lacking}": "没有写 {lacking}",
    "its period ends ({end}) before it begins ({start})": "规划期的终年（{end}）早于始年（{start}）",
    "holds no commitments": "没有一条承诺",
    # checks / standard_theme
    "is filed under {pin}, its standard {id} under {theme}": "归在主题 {pin}，其标准承诺 {id} 却在 {theme}",
    # checks / stray_wording
    "standard {id}: its wordings are taken for {other}: {wordings}": (
        "标准承诺 {id}：这些表述被机器归入 {other}：{wordings}"
    ),
    # checks / target_sense
    "the target says not what is counted; give an indicator or a label": (
        "目标值没有说明数的是什么；请写 indicator 或 label"
    ),
    'unit "{unit}" is not that of {indicator} ("{own}")': "单位“{unit}”与 {indicator} 的单位（“{own}”）不符",
    "{value} % cannot be": "{value} % 不合情理",
    "the year {year} lies outside the plan's period": "{year} 年不在规划期内",
    "the baseline ({year}) is not before the deadline ({by})": "基期（{year}）不早于期限（{by}）",
    "a range needs min and max": "范围要写 min 和 max",
    "op {op} needs a value": "写了 op {op}，还要写 value",
    "min {low} is above max {high}": "min {low} 大于 max {high}",
    # checks / thin_standard
    "standard {id} has {count} wordings; give it {least} or more": (
        "标准承诺 {id} 只有 {count} 个表述；请补到 {least} 个以上"
    ),
    # checks / two_numbers
    "holds {count} figures ({figures}); split it": "一条里有 {count} 个数值（{figures}）；请拆开",
    "holds targets of two measures; split it": "有两个指标的目标值；请拆开",
    # checks / two_promises
    "may hold {count} promises ({promises}); split it if so": "一条里可能有 {count} 个承诺（{promises}）；若是，请拆开",
    # checks / uncoded_commitment
    "{count} of {total} commitments are not coded ({ids}); `plancompare review {plan}` codes them": (
        "{total} 条承诺中有 {count} 条尚未编码（{ids}）；用 `plancompare review {plan}` 编码"
    ),
    # checks / unknown_indicator
    'no indicator "{indicator}" is registered{hint}': "指标“{indicator}”没有登记{hint}",
    # checks / unknown_standard
    'no standard "{code}" in the catalogue{hint}': "目录中没有标准承诺“{code}”{hint}",
    # checks / unknown_theme
    'no theme "{theme}" in the codebook{hint}': "编码手册中没有主题“{theme}”{hint}",
    "section {id}: {fault}": "章节 {id}：{fault}",
    "standard {id}: {fault}": "标准承诺 {id}：{fault}",
    "theme {id}, near: {fault}": "主题 {id} 的 near：{fault}",
    # comparing / people
    "decision {name} is stale: {changed} has been reworded; judge it again": (
        "裁定 {name} 已过期：{changed} 的文字已改；请重新裁定"
    ),
    "the review of {id} is stale: commitments have come or gone since; look at the new ones": (
        "规划 {id} 的审阅已过期：此后承诺有增减；请看新的几条"
    ),
    # reading / catalogue
    "standard {id} stands on {at} already; keep one": "标准承诺 {id} 已在 {at}；只留一处",
    # reading / collection
    "no folder {root}; name a collection with --plans DIR": "没有文件夹 {root}；请用 --plans DIR 指定资料所在的文件夹",
    "no plan files (*.yaml) in {root}; name a collection with --plans DIR": (
        "{root} 中没有规划文件（*.yaml）；请用 --plans DIR 指定资料所在的文件夹"
    ),
    "indicator {id} is registered on line {line} already; keep one": "指标 {id} 已在第 {line} 行登记；只留一处",
    'plan id "{id}" is taken by {file}; this file is left out': "规划编号“{id}”已被 {file} 使用；本文件没有读入",
    "commitment id {id} is taken on line {line}; give this one an id of its own": (
        "承诺编号 {id} 已在第 {line} 行使用；请给这一条另编"
    ),
    # reading / keywords
    "text": "文字",
    "a number": "数字",
    "a whole number": "整数",
    "a list (items after `- `)": "列表（每项以 `- ` 开头）",
    "keys with values": "键和值",
    "characters": "个字符",
    "items": "项",
    '"{key}"': "“{key}”",
    "nothing": "空白",
    "a list": "列表",
    '{keys} and "{key}"': "{keys}和“{key}”",
    "wants one of {values}, found {value}{hint}": "应是 {values} 之一，实为{value}{hint}",
    "wants at least {least} {what}": "至少要有 {least} {what}",
    "has {size} {what}, at most {most} are allowed: {value}": "有 {size} {what}，最多 {most} {what}：{value}",
    "wants the form {form}, found {value}": "应写成 {form} 的形式，实为{value}",
    "{node} is out of range": "是 {node}，超出范围",
    "wants {wanted}": "应有{wanted}",
    "is empty": "是空的",
    # reading / labels
    'no commitment "{key}"{hint}': "没有承诺“{key}”{hint}",
    "{path} holds no pairs": "{path} 里没有承诺对",
    # reading / nodes
    "a catalogue holds at most {count} standards; the rest of this file is left out": (
        "目录最多容纳 {count} 条标准承诺；此文件其余的未读入"
    ),
    "the catalogue's {file} is damaged ({why}); take a sound one, or none": (
        "目录的 {file} 已损坏（{why}）；请换一份完好的，或不用"
    ),
    "cannot be read: {why}": "读不出：{why}",
    "nested more than {most} deep; a plan never is": "嵌套超过 {most} 层；规划文件不会这么深",
    "; indent with spaces, and quote text that begins with a special character": (
        "；请用空格缩进，以特殊符号开头的文字要加引号"
    ),
    '; a text with ": " in it needs quotes': "；含“: ”的文字要加引号",
    " (it looks like GBK)": "（像是 GBK 编码）",
    " (it looks like UTF-16)": "（像是 UTF-16 编码）",
    "not valid YAML: {problem}{advice}": "YAML 写法有误：{problem}{advice}",
    "the file is empty": "文件是空的",
    "not valid YAML: {problem}; remove control characters": "YAML 写法有误：{problem}；请删去控制字符",
    "anchors and tags are not used here; write the value out": "这里不用锚点和标签；请把值直接写出来",
    "alias *{anchor} is not used here; write the value out": "这里不用别名 *{anchor}；请把值直接写出来",
    "a second document begins here; one file holds one": "这里开始了第二份文档；一个文件只放一份",
    "not UTF-8 text{guess}; save the file as UTF-8": "不是 UTF-8 文本{guess}；请把文件另存为 UTF-8",
    "a key must be a word, not a list or mapping; is a quote missing?": (
        "键要是一个词，不能是列表或键值；是不是漏了引号？"
    ),
    '"{key}" is given twice (first on line {first}); keep one': "“{key}”写了两次（第一次在第 {first} 行）；只留一处",
    'not valid YAML: write it in quotes: {key} "{value}"': '不是有效的 YAML：请加引号，写成 {key} "{value}"',
    # reading / shape
    "commitment": "承诺",
    "section": "章节",
    "target": "目标值",
    "theme": "主题",
    "standard": "标准承诺",
    "indicator": "指标",
    "benchmark": "基准",
    "decision": "裁定",
    '"{key}" {fault}': "“{key}”{fault}",
    "{record}: {fault}": "{record}：{fault}",
    "item": "项",
    "{kind} {id}": "{kind} {id}",
    "wants {wanted}, found {value}": "应是{wanted}，实为{value}",
    "; put it in quotes": "；请加引号",
    "wants {wanted}, found {value}{hint}": "应是{wanted}，实为{value}{hint}",
    '"{key}" is missing': "缺少“{key}”",
    'unknown key "{key}"{hint}': "不认识的键“{key}”{hint}",
    # reading / writing / codes
    "write the record as a mapping with a key a line, or in braces, and `text` as its second key": (
        "请把记录写成每行一个键，或写在花括号里，并把 `text` 写在第二个"
    ),
    "{path}:{line}: {id} is coded {code} here, {now} now; settle it first": (
        "{path}:{line}：{id} 在此编为 {code}，现在编为 {now}；请先定下来"
    ),
    "{path} no longer has a commitment {id}": "{path} 里已经没有承诺 {id}",
    "{path}: the words of {id} have changed meanwhile; run this again": "{path}：{id} 的文字已经改动；请再运行一次",
    "cannot add to {path}:{line}: {advice}": "不能写入 {path}:{line}：{advice}",
    "cannot take the code of {id} back, it no longer stands in {path}": "不能撤回 {id} 的编码：{path} 里已经没有它",
    "cannot take a code back, {path}:{line} was rewritten meanwhile": "不能撤回编码：{path}:{line} 已被改写",
    # reading / writing / growth
    "cannot read {path}: {why}": "不能读 {path}：{why}",
    "{path}:{line}: a line ends in an odd character; save the file with usual line ends": (
        "{path}:{line}：行尾是少见的字符；请用通常的换行保存"
    ),
    "keep `sections:` and `commitments:` as lists with an entry a line, and `sections:` as the last key": (
        "请把 `sections:` 和 `commitments:` 写成列表，每行一项，`sections:` 写在最后"
    ),
    # reading / writing / rulings
    "keep `decisions:` as its last key, with entries that begin with `- ` at the start of a line": (
        "请把 `decisions:` 写在最后，各项在行首以 `- ` 开头"
    ),
    "cannot take the ruling back, it no longer stands in {path} as it was written: {lines}": (
        "不能撤回裁定：{path} 里的文字已与写入时不同：{lines}"
    ),
    "{path}:{line}: {pair} are ruled {before} here, {now} now; take this ruling out first if it no longer holds": (
        "{path}:{line}：{pair} 在此裁定为 {before}，现在裁定为 {now}；若原裁定不再成立，请先删去"
    ),
    # reading / writing / sound
    "{finding}; mend the file first (`plancompare check`)": "{finding}；请先改正文件（用 `plancompare check` 检查）",
    "{name}:{line}: {fault}": "{name}:{line}：{fault}",
    "cannot read {name} as UTF-8 text; save it as such": "不能把 {name} 作为 UTF-8 文本读入；请另存为 UTF-8",
    # telling / drafts
    "cannot add to {path}: {advice}": "不能写入 {path}：{advice}",
}
