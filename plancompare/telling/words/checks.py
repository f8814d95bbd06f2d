"""What each check looks for, in one line, and how grave its findings are: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "level_error": ("错误", "error"),
    "level_warning": ("警告", "warning"),
    "level_hint": ("提示", "hint"),
    "level_waived": ("已说明", "waived"),
    "check_ambiguous-catalogue": ("标准承诺目录的一个编号有两种意思", "an id of the catalogue with two meanings"),
    "check_ambiguous-codebook": ("编码手册或指标表自相矛盾", "a codebook or registry that contradicts itself"),
    "check_benchmark-sense": ("基准不能用：同级同年有两个，或方向相反", "a benchmark that cannot be used"),
    "check_contradictory-decision": ("裁定互相矛盾", "rulings that cannot all hold"),
    "check_decision-members": ("裁定所指的承诺或规划不存在", "a ruling about what is not there"),
    "check_excerpt-reads": ("节选没有说明覆盖哪些主题", "an excerpt that does not say what it covers"),
    "check_figure-without-target": ("文字中有数值，却没有记为目标值", "a figure that no target records"),
    "check_hedged-word": ("用词与所记的刚性不符", "a word of another strength than the record's"),
    "check_no-evidence": ("承诺没有原文短语", "a commitment without a phrase of its source"),
    "check_renamed-standard": ("编码用的是标准承诺的旧编号", "a code by an id that its standard no longer has"),
    "check_shared-evidence": ("两条承诺用同一处原文", "two commitments that rest on one phrase"),
    "check_shared-wording": ("一个表述列在两条标准承诺下", "a wording that two entries of the catalogue have"),
    "check_sparse-metadata": ("规划缺少标题、地区、规划期或来源", "a plan without title, area, period or source"),
    "check_stale-decision": ("裁定之后文字已改，裁定过期", "a ruling on words that have changed since"),
    "check_standard-theme": ("承诺的主题与其标准承诺的主题不符", "a theme that does not fit the standard's"),
    "check_stray-wording": ("标准承诺的表述被机器归入另一条", "wordings that the matcher gives to another entry"),
    "check_target-sense": ("目标值不合情理", "a target that cannot mean what it says"),
    "check_thin-standard": ("标准承诺的表述太少", "an entry of the catalogue with few wordings"),
    "check_two-numbers": ("一条承诺里有两个数值", "two figures in one commitment"),
    "check_two-promises": ("一条里可能有两个承诺", "a commitment that may hold two promises"),
    "check_uncoded-commitment": ("有承诺尚未编码", "commitments that nobody coded"),
    "check_unknown-indicator": ("目标值的指标未登记", "a target with an unregistered indicator"),
    "check_unknown-standard": ("编码所用的标准承诺不在目录中", "a code that the catalogue lacks"),
    "check_unknown-theme": ("主题不在编码手册中", "a theme that the codebook lacks"),
}
