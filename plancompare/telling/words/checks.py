"""What each check looks for, in one line, and how grave its findings are: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "level_error": ("错误", "error"),
    "level_warning": ("警告", "warning"),
    "level_hint": ("提示", "hint"),
    "check_ambiguous-codebook": ("编码手册或指标表自相矛盾", "a codebook or registry that contradicts itself"),
    "check_benchmark-sense": ("基准不能用：同级同年有两个，或方向相反", "a benchmark that cannot be used"),
    "check_contradictory-decision": ("裁定互相矛盾", "rulings that cannot all hold"),
    "check_decision-members": ("裁定所指的承诺或规划不存在", "a ruling about what is not there"),
    "check_excerpt-reads": ("节选没有说明覆盖哪些主题", "an excerpt that does not say what it covers"),
    "check_figure-without-target": ("文字中有数值，却没有记为目标值", "a figure that no target records"),
    "check_hedged-word": ("用词与所记的刚性不符", "a word of another strength than the record's"),
    "check_no-evidence": ("承诺没有原文短语", "a commitment without a phrase of its source"),
    "check_shared-evidence": ("两条承诺用同一处原文", "two commitments that rest on one phrase"),
    "check_sparse-metadata": ("规划缺少标题、地区、规划期或来源", "a plan without title, area, period or source"),
    "check_stale-decision": ("裁定之后文字已改，裁定过期", "a ruling on words that have changed since"),
    "check_target-sense": ("目标值不合情理", "a target that cannot mean what it says"),
    "check_two-numbers": ("一条承诺里有两个数值", "two figures in one commitment"),
    "check_two-promises": ("一条里可能有两个承诺", "a commitment that may hold two promises"),
    "check_unknown-indicator": ("目标值的指标未登记", "a target with an unregistered indicator"),
    "check_unknown-theme": ("主题不在编码手册中", "a theme that the codebook lacks"),
}
