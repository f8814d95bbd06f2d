"""English to Chinese: the manuals of the checks."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # ambiguous-catalogue
    (
        "An id of the catalogue means one entry: no alias is the id of another entry or an alias of two, no other "
        "row has it."
    ): "目录的一个编号只指一条：旧编号不能是另一条的编号，也不能属于两条；别的条目不能用它作编号。",
    (
        "Codes are given by id and for good; of an id that two entries claim nobody could say any more what was meant. "
        "Rows that people drew are called by ids, too: one with the id of an entry holds commitments that were coded "
        "as that entry."
    ): (
        "编码靠编号，一经写下长期有效；一个编号有两条来认，就再也说不清当初指的是哪一条。人工划定的条目也有编号：编号与"
        "目录某条相同的，只能收编为该条的承诺。"
    ),
    # ambiguous-codebook
    (
        "No entry of the codebook or the registry contradicts another: an id twice, a word in two groups, a shared "
        "name."
    ): ("编码手册和指标表中各条不互相矛盾：没有重复的编号，没有列在两组里的词，没有共用的名称。"),
    (
        "Of two themes with one id only one can be meant, a word in two groups of synonyms would be replaced by "
        "either, and a figure called by a name that two indicators share would be set beside the wrong one."
    ): (
        "两个主题共用一个编号，只能指其中一个；一个词列在两组同义词里，会被任意替换；两个指标共用一个名称，数值会放"
        "到错误的指标旁边。"
    ),
    # benchmark-sense
    "A benchmark can be used: one figure for a level and year, bounded on the side that its indicator looks to.": (
        "基准可以用：一级一年只有一个数值，且界限与指标的方向一致。"
    ),
    (
        "Gaps are counted against benchmarks. Two figures for one level and year give two gaps, and a ceiling on a "
        "measure of which more is better says that all may stay below it."
    ): ("差距按基准计算。同级同年有两个数值，就有两个差距；数值越大要求越高的指标却只设上限，等于说谁都可以更低。"),
    # contradictory-decision
    (
        "Rulings can all hold: a commitment is in one decided row, a pair is ruled one way, a row holds none ruled "
        "different."
    ): ("裁定可以同时成立：一条承诺只在一个已裁定的条目中，一对承诺只有一种裁定，一个条目里没有裁定为不同的承诺。"),
    "Rulings are obeyed to the letter, so of two that contradict each other one would be broken without a word.": (
        "裁定是逐条照办的，两个裁定互相矛盾，就必有一个不声不响地落空。"
    ),
    # decision-members
    "Every key in decisions.yaml names a commitment or a plan of the collection.": (
        "decisions.yaml 中的每个编号都指资料中的一条承诺或一份规划。"
    ),
    "A ruling about what is not there rules nothing: the id was mistyped, or the record has gone.": (
        "所指的不存在，裁定就落空：不是编号写错了，就是记录已经删去。"
    ),
    # excerpt-reads
    "An excerpt says which themes it reads, whole or in part, each pinned theme among them; a full text needs not.": (
        "节选要说明论及哪些主题，是全部还是部分，人工指定的主题都要列入；全文不必写。"
    ),
    'What an excerpt covers decides between "not found" and "not covered": without it every blank proves nothing.': (
        "节选覆盖什么，决定空格是“未见”还是“文本未覆盖”；不写，空格就什么也证明不了。"
    ),
    # figure-without-target
    "A figure in the text of a commitment is recorded as a target.": "承诺文字中的数值都记为目标值。",
    (
        "Figures are compared by targets alone; one that stands only in the words is compared with nothing. Years, "
        "ordinals and names such as 1+X or 5G are no figures."
    ): ("数值只按目标值比较；只写在文字里的，无从比较。年份、序数以及 1+X、5G 之类的名称不算数值。"),
    # hedged-word
    "The word given for a commitment's strength belongs to that strength in the codebook: 力争 is not binding.": (
        "承诺刚性所依据的用词，在编码手册中属同一刚性：“力争”不是刚性承诺。"
    ),
    (
        "How firm promises are is counted and compared; a hedged word counted as binding makes a plan look firmer "
        "than it is."
    ): ("承诺的刚性要计数和比较；把弹性用词算作刚性，规划就显得比实际更硬。"),
    # no-evidence
    "Every commitment has at least one phrase of its source.": "每条承诺至少有一处依据。",
    "Without one nobody can find it in the document, so it cannot be claimed, and `verify` has nothing to prove.": (
        "没有依据，就没人能在文档中找到它，也就不能说规划有此承诺；`verify` 也无从核对。"
    ),
    # renamed-standard
    "A commitment is coded by the id that its standard has today.": "承诺用的是其标准承诺现在的编号。",
    (
        "Entries are merged, and the ids that go stay as aliases: such a code counts all the same, but a reader "
        "who looks it up in the catalogue finds it under another name."
    ): ("目录中的条目会合并，停用的编号留作旧编号：这样的编码照样有效，但读者到目录里查，看到的是另一个名称。"),
    # shared-evidence
    "Inside a plan no two commitments rest on the same phrase in the same surroundings.": (
        "同一份规划里，没有两条承诺用同一处原文。"
    ),
    (
        "Of two that do, one probably repeats the other, or points beside its own clause. Where a sentence makes "
        "two promises, take of each the stretch that carries it."
    ): ("若有，多半是一条重复了另一条，或没有指到自己的分句。一句话里有两个承诺时，各取载有该承诺的一段。"),
    # shared-wording
    "No wording stands in two entries of the catalogue.": "没有一个表述列在两条标准承诺下。",
    (
        "A wording shows what an entry means, to coders and to the matcher; one that two entries have shows that "
        "it cannot be told which of them is meant."
    ): ("表述向编码的人和机器说明这一条指什么；两条共有的表述，说不清指的是哪一条。"),
    # sparse-metadata
    "A plan gives its title, area, period and source, its period runs forward, and it holds commitments.": (
        "规划写明标题、地区、规划期和来源，规划期先后不颠倒，并且有承诺。"
    ),
    "Without them a reader can neither find the document nor judge whether two plans compare at all.": (
        "缺了这些，读者既找不到文档，也判断不了两份规划能不能比。"
    ),
    # stale-decision
    "Every text is as it was when people ruled on it, and a reviewed plan has the commitments that were read.": (
        "每段文字都与裁定时相同，审阅过的规划，其承诺也与审阅时相同。"
    ),
    (
        "A ruling on words that have changed since is not applied, so that nobody is held to a judgement that they "
        "did not make: judge anew and write the text's new hash (`review` does), or take the ruling out."
    ): (
        "文字此后已改的裁定不再采用，免得把没有作过的判断算在人头上：请重新判断，并写上新文字的校验值（`review` 会"
        "写），或删去该裁定。"
    ),
    # standard-theme
    "A commitment's themes and those of its standard have one in common.": (
        "承诺的主题与其标准承诺的主题至少有一个相同。"
    ),
    (
        "Either the theme or the code may be a slip; or the entry serves the other theme as well and should say so "
        "under `also`."
    ): ("不是主题写错，就是编码写错；也可能该标准承诺同样属于另一主题，那就应写在它的 `also` 下。"),
    # stray-wording
    "The matcher gives an entry's wordings to that entry and not to another.": (
        "机器把一条标准承诺的表述归入这一条，而不归入另一条。"
    ),
    (
        "Where it gives several of them to one other entry, the two are hardly told apart by their words: move the "
        "wordings that belong there, sharpen both, or merge them. It takes a while, and only a collection's own "
        "entries are looked at."
    ): (
        "若有几个表述都被归入另一条，说明两条单凭文字很难分清：请把属于那边的表述移过去，或把两条写得更分明，或合并"
        "。此项检查较慢，只查自己资料中的条目。"
    ),
    # target-sense
    (
        "A target means what it says: it has a measure, a value that fits its op, its indicator's unit, a year "
        "that can be."
    ): ("目标值合乎情理：说明数的是什么，数值与 op 相符，单位与指标相符，年份可能。"),
    (
        "A range upside down or a deadline before the plan begins is a slip of the pen, and would be compared as "
        "if it were not."
    ): ("范围上下颠倒，期限早于规划期，都是笔误；不改就会照错的比较。"),
    # thin-standard
    "An entry of the catalogue has at least 12 wordings.": "每条标准承诺至少有 12 个表述。",
    (
        "The matcher knows an entry by its wordings; one with a few of them is found only where a plan uses the "
        "very words."
    ): ("机器靠表述认识一条标准承诺；表述太少，只有规划用了原话才找得到。"),
    # two-numbers
    "A commitment holds at most one figure, a range counting as one, and targets of one measure.": (
        "一条承诺最多有一个数值，范围算一个，目标值只属一个指标。"
    ),
    (
        "Two figures are probably two promises, and a record of two promises can match only half of any other. "
        "Text and table may differ on the value of one measure: both are recorded."
    ): (
        "两个数值多半是两个承诺，而一条记录里有两个承诺，与别的承诺就只能各对上一半。同一指标在正文和表格中数值不同"
        "时，两个都记。"
    ),
    # two-promises
    "No two clauses of a text begin with a verb of promise (the codebook's plain words of strength).": (
        "一条文字里没有两个分句都以承诺动词开头（编码手册中一般刚性的用词）。"
    ),
    (
        "A record that holds two promises can match only half of any other. It is a hint: read the text again, and "
        "split it if somebody else could make one of the promises without the other."
    ): (
        "一条记录里有两个承诺，与别的承诺就只能各对上一半。这只是提示：请再读原文，如果别人可能只作出其中一个，就拆开。"
    ),
    # uncoded-commitment
    "Every commitment was held against the catalogue and has a code, or the word `none`.": (
        "每条承诺都已对照目录编码，或写明 `none`。"
    ),
    (
        "A plan that people coded stands in one row with every other coded plan, for good; of the rest a machine "
        "has to guess."
    ): ("人工编码过的规划，与其他编码过的规划长期对得上；没有编码的，只能由机器推测。"),
    # unknown-indicator
    "Every indicator that a target names is in the registry.": "目标值所写的指标都已登记。",
    (
        "A figure of an unknown indicator could be compared with nothing. Register it in indicators.yaml, or name "
        "what is counted with `label`."
    ): ("指标没有登记，数值就无从比较。请在 indicators.yaml 中登记，或用 `label` 写明数的是什么。"),
    # unknown-standard
    "Every standard that a commitment is coded as is in the catalogue.": "承诺所编的标准承诺都在目录中。",
    (
        "A code that the catalogue lacks is no code: the commitment would fall back to the matcher, which a person "
        "meant to overrule."
    ): ("目录中没有的编码等于没有编码：承诺会退回由机器匹配，而人本来是要改正机器的。"),
    # unknown-theme
    "Bad:": "不合要求：",
    "Good:": "符合要求：",
    "Every theme that a pin, an `also`, a `reads`, a neighbour or a standard names is in the codebook.": (
        "人工指定的主题、`also`、`reads`、相邻主题和标准承诺所写的主题都在编码手册中。"
    ),
    "A record with an unknown pin would fall back to the matcher, which a curator meant to overrule.": (
        "指定的主题不存在，记录就退回由机器匹配，而编码的人本来是要改正机器的。"
    ),
}
