"""Tables of the comparison: rows, a line for each row and plan, candidates, figures that differ, rulings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import CellStatus, Row, RowStatus
from plancompare.comparing.targets import Relation
from plancompare.model import Decision, Label, Lang
from plancompare.publishing.table import COMMITMENT, NUMBER, PLAN, ROW, Line, Table, text, to, truth, whole

_ROWS = (
    ROW,
    text("theme", "主题编号", "Id of the theme"),
    text(
        "label",
        "条目名称：裁定者所取，否则为核心承诺的文字",
        "Name given by curators, else the core's words",
        required=True,
    ),
    text("label_zh", "裁定者所取的中文名", "Curators' name in Chinese"),
    text("label_en", "裁定者所取的英文名", "Curators' name in English"),
    text("status", "共有、部分共有或独有", "Made by all plans, by several, by one", True, get_args(RowStatus)),
    whole("made", "作出承诺的规划数", "Plans that make the promise", required=True),
    whole(
        "covered",
        "文本覆盖该主题的规划数，即“k/n”的 n",
        "Plans whose text covers the theme: the n of k of n",
        required=True,
    ),
    whole("unsure", "另有可能作出的规划数", "More plans that may make it", required=True),
    text("standard", "成员所编的常见承诺编号", "Standard promise that people coded its members as"),
    truth("decided", "是否经人裁定", "Whether a person ruled on the row"),
    whole(
        "weakest_link",
        "不同规划的成员之间最低的匹配分；无则为空",
        "Lowest score between members of different plans; empty where none counts",
    ),
    text("core", "代表该条目的承诺", "The commitment that stands for the row", required=True),
)
_CELLS = (
    ROW,
    PLAN,
    text(
        "status",
        "已承诺、存疑、未见、文本未覆盖、不适用",
        "Made, unsure, not found, not covered, not applicable",
        True,
        get_args(CellStatus),
    ),
    whole("commitments", "该规划在此条目下的承诺数", "The plan's commitments in the row", required=True),
    text("reason", "不适用的理由", "Why it cannot apply"),
)
_CANDIDATES = (
    ROW,
    PLAN,
    COMMITMENT,
    whole(
        "score",
        "可能性分值 0-100：这样的每 100 对约有多少对是同一承诺",
        "Score 0-100: of 100 such pairs about so many are the same promise",
        required=True,
    ),
    text("text", "该承诺的内容", "Words of that commitment", required=True),
    text("place", "所在位置", "Where it stands"),
)
_DIFFERENCES = (
    ROW,
    NUMBER,
    text("measure", "所计的指标或名称", "What is counted: indicator or label", required=True),
    text("plan", "规划甲", "Plan A", required=True),
    text("other", "规划乙", "Plan B", required=True),
    text("relation", "乙对甲", "How B stands to A", True, get_args(Relation)),
)
_DECISIONS = (
    text("decision", "裁定编号", "Id of the ruling", required=True),
    text("kind", "同一、不同或未定", "Same promise, different, or left unsure", True, ("same", "different", "unsure")),
    text("row_id", "裁定所设的条目编号", "Id of the row that the ruling makes"),
    text("label_zh", "条目的中文名", "The row's name in Chinese"),
    text("label_en", "条目的英文名", "The row's name in English"),
    text("reason", "理由", "Reason"),
    text("who", "裁定人", "Who ruled"),
    text("date", "裁定日期", "When"),
    whole(
        "members",
        "裁定所及的承诺数，含未列入本数据集的",
        "Commitments ruled on, also those not in this data set",
        required=True,
    ),
)
_MEMBERS = (
    text("decision", "裁定编号", "Id of the ruling", required=True),
    COMMITMENT,
    text("text_hash", "裁定时文字的短哈希（CRC-32）", "Short hash of the text as it was judged (CRC-32)"),
)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """``names`` in their order; one that comes again gets a number."""
    seen: Counter[str] = Counter()
    labels = []
    for name in names:
        seen[name] += 1
        labels.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return tuple(labels)


def row_tables(comparison: Comparison, rows: Sequence[str], lang: Lang) -> tuple[Table, ...]:
    """``rows``, ``cells``, ``figure_differences``, ``decisions`` and their members; ``rows`` are the rows' ids."""
    named = list(zip(rows, comparison.rows, strict=True))
    name_of = {row.id: name for name, row in reversed(named)}
    cells = tuple(
        (name, plan, cell.status, len(cell.commitments), cell.reason)
        for name, row in named
        for plan, cell in row.cells.items()
    )
    counted: Counter[str] = Counter()
    differing = []
    for difference in comparison.differences:
        if difference.kind == "target":
            counted[difference.row] += 1
            row_keys = (name_of[difference.row], counted[difference.row])
            differing.append((*row_keys, difference.measure, *difference.plans, difference.relation))
    about_cells = Label("条目 × 规划，每格一行", "Rows by plans, a line for each cell")
    of_plans = (to("plans", "plan"), to("plans", "other", keys=("plan",)))
    return (
        Table(
            "rows",
            Label("条目：各规划的同一承诺", "Rows: one promise across the plans"),
            _ROWS,
            tuple(_row(name, row, lang) for name, row in named),
            ("row",),
            (to("themes", "theme"), to("commitments", "core", keys=("commitment",))),
        ),
        Table("cells", about_cells, _CELLS, cells, ("row", "plan"), (to("rows", "row"), to("plans", "plan"))),
        _candidates(named),
        Table(
            "figure_differences",
            Label("同一条目中数值不同的规划", "Plans whose figures differ in a row"),
            _DIFFERENCES,
            tuple(differing),
            ("row", "number"),
            (to("rows", "row"), *of_plans),
        ),
        *_decision_tables(comparison),
    )


def _candidates(named: Iterable[tuple[str, Row]]) -> Table:
    """The passages behind unsure cells; a narrowed data set may lack the rows that they are members of."""
    lines = tuple(
        (name, plan, near.commitment.key, near.score, near.commitment.text, near.commitment.place)
        for name, row in named
        for plan, cell in row.cells.items()
        for near in cell.candidates
    )
    about = Label("存疑的格：可能是该条目的承诺", "Unsure cells: commitments that may be the promise of a row")
    references = (to("rows", "row"), to("plans", "plan"), to("cells", "row", "plan"))
    return Table("candidates", about, _CANDIDATES, lines, ("row", "plan", "commitment"), references)


def _row(name: str, row: Row, lang: Lang) -> Line:
    label = row.decision.label if row.decision else None
    labels = (row.label.of(lang), label.zh if label else None, label.en if label else None)
    counts = (row.status, row.made, row.covered, row.unsure, row.standard)
    return (name, row.theme, *labels, *counts, row.decided, row.weakest_link, row.core.key)


def _decision_tables(comparison: Comparison) -> tuple[Table, ...]:
    """The rulings that were obeyed and speak of commitments in the rows; none where rulings were ignored."""
    keys = {commitment.key for row in comparison.rows for commitment in row.commitments}
    obeyed = comparison.rulings if comparison.settings.decisions else ()
    used = [d for d in obeyed if keys.intersection(d.members)]
    named = list(zip(unique(d.id or f"{d.kind}:{'+'.join(d.members)}" for d in used), used, strict=True))
    members = tuple(
        (name, key, decision.digests.get(key))
        for name, decision in named
        for key in dict.fromkeys(decision.members)
        if key in keys
    )
    return (
        Table(
            "decisions",
            Label("所依据的人工裁定", "Rulings by people that were obeyed"),
            _DECISIONS,
            tuple(_decision(name, decision) for name, decision in named),
            ("decision",),
        ),
        Table(
            "decision_members",
            Label("裁定所及的承诺", "Commitments that the rulings speak of"),
            _MEMBERS,
            members,
            ("decision", "commitment"),
            (to("decisions", "decision"), to("commitments", "commitment")),
        ),
    )


def _decision(name: str, decision: Decision) -> Line:
    label = decision.label
    labels = (label.zh, label.en) if label else (None, None)
    ruling = (decision.reason, decision.who, decision.date)
    return (name, decision.kind, decision.id, *labels, *ruling, len(set(decision.members)))
