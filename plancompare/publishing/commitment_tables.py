"""Tables of what the plans promise: commitments, and what belongs to one of them several times."""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.verification import Proof
from plancompare.comparing.comparison import Comparison
from plancompare.model import Commitment, Evidence, Label, Op, Target
from plancompare.publishing.table import (
    COMMITMENT,
    NUMBER,
    PLAN,
    ROW,
    Line,
    Reference,
    Table,
    number,
    text,
    to,
    truth,
    whole,
)

# comparators in words: "=" at the beginning of a cell would be a formula
OPS: Mapping[Op, str] = {
    "=": "equal",
    ">=": "at_least",
    ">": "more_than",
    "<=": "at_most",
    "<": "less_than",
    "range": "range",
    "about": "about",
}
_COMMITMENTS = (
    COMMITMENT,
    PLAN,
    text("id", "承诺在本规划内的编号", "Id within the plan", required=True),
    whole(
        "section", "所在章节（sections 表的 number）", "Section that it stands in (number in sections)", required=True
    ),
    ROW,
    text("theme", "主要主题，只计于此", "Home theme: the one it is counted under"),
    whole(
        "theme_score", "主题匹配分 0-100；人工指定的为空", "How well the theme fits, 0-100; empty if a person gave it"
    ),
    truth("theme_pinned", "主题是否人工指定", "Whether a person gave the theme"),
    truth("theme_weak", "主题匹配是否不牢", "Whether the theme is uncertain"),
    text(
        "standard", "人工所编的常见承诺编号；none 为无", "Standard that a person coded it as; none: a person found none"
    ),
    text("text", "承诺内容（编码者的话）", "The commitment in the curators' words", required=True),
    text("strength", "刚性：刚性、一般、弹性", "How binding the words are", True, ("binding", "plan", "hedged")),
    text("word", "原文中表明刚性的词", "Word of the source that shows the strength"),
    text("note", "编码者的说明", "The curators' note"),
)
_THEMES = (
    COMMITMENT,
    text("theme", "主题编号", "Id of the theme", required=True),
    text("role", "主要主题或兼及主题", "Home theme, or one that it also serves", True, ("home", "also")),
)
_EVIDENCE = (
    COMMITMENT,
    NUMBER,
    text("quote", "原文短语", "Phrase of the source", required=True),
    text("prefix", "短语之前的文字", "What stands before the phrase"),
    text("suffix", "短语之后的文字", "What stands after the phrase"),
    text(
        "found",
        "在原文中的核对结果；未提供原文的为空",
        "What became of the phrase in the source; empty where no source was given",
        values=("exact", "moved", "fuzzy", "ambiguous", "lost"),
    ),
    whole("start", "在原文中的起点（字符，从 0 起）", "Where it begins in the source as decoded (code points from 0)"),
    whole("end", "在原文中的终点（不含）", "Where it ends in the source (exclusive)"),
)
_TARGETS = (
    COMMITMENT,
    NUMBER,
    text("indicator", "指标编号", "Id of the indicator"),
    text("label", "无登记指标时的名称", "What is counted, where no indicator is registered"),
    text("op", "比较方式", "Comparator", True, OPS.values()),
    number("value", "数值", "Value"),
    number("min", "区间下限", "Lower end of a range"),
    number("max", "区间上限", "Upper end of a range"),
    text("unit", "单位", "Unit"),
    whole("by", "完成年份", "Year due"),
    number("baseline_value", "基期值", "Value it starts from"),
    whole("baseline_year", "基期年份", "Year it starts from"),
    text("note", "说明", "Note"),
)
_NAMES = (COMMITMENT, NUMBER, text("name", "专名（计划、工程、法规等）", "Programme or law named", required=True))
_BODIES = (
    COMMITMENT,
    NUMBER,
    text("role", "牵头或配合", "Whether the body leads or supports", True, ("lead", "support")),
    text("body", "单位", "Body", required=True),
)
_OWN: Reference = to("commitments", "commitment")


def commitment_tables(comparison: Comparison, rows: Sequence[str], proofs: Sequence[Proof]) -> tuple[Table, ...]:
    """The commitments in the rows compared (``rows`` are the rows' ids); ``proofs`` of phrases, if any were made."""
    row_of = {c.key: name for name, row in zip(rows, comparison.rows, strict=True) for c in row.commitments}
    of_rows = [c for plan in comparison.plans for c in plan.commitments if c.key in row_of]
    places = {(p.id, s): number for p in comparison.plans for number, s in enumerate(p.sections, 1)}
    commitments = tuple(_commitment(c, comparison, places[c.plan, c.section], row_of[c.key]) for c in of_rows)
    of_plan = (to("plans", "plan"), to("sections", "plan", "section", keys=("plan", "number")))
    references = (*of_plan, to("rows", "row"), to("themes", "theme"))
    about = Label("承诺：一个主体的一项行动或结果", "Commitments: one actor, one act or outcome")
    first = Table("commitments", about, _COMMITMENTS, commitments, ("commitment",), references)
    return (first, *_parts(of_rows, comparison, proofs))


def _parts(commitments: Sequence[Commitment], comparison: Comparison, proofs: Sequence[Proof]) -> tuple[Table, ...]:
    """The tables that have several lines to a commitment."""
    proved = {(p.commitment.key, p.evidence): p for p in proofs}
    return (
        Table(
            "commitment_themes",
            Label("承诺的主要主题和兼及主题", "Themes of the commitments"),
            _THEMES,
            tuple(line for c in commitments for line in _themes(c, comparison.themes[c.key].theme)),
            ("commitment", "theme", "role"),
            (_OWN, to("themes", "theme")),
        ),
        Table(
            "evidence",
            Label("原文短语，据以找到承诺的出处", "Phrases that find the commitments in their sources"),
            _EVIDENCE,
            tuple(line for c in commitments for line in _evidence(c, proved)),
            ("commitment", "number"),
            (_OWN,),
        ),
        Table(
            "targets",
            Label("目标值", "Figures promised"),
            _TARGETS,
            tuple((c.key, number, *_target(t)) for c in commitments for number, t in enumerate(c.targets, 1)),
            ("commitment", "number"),
            (_OWN, to("indicators", "indicator")),
        ),
        Table(
            "names",
            Label("承诺中的专名", "Programmes named in the commitments"),
            _NAMES,
            tuple((c.key, number, name) for c in commitments for number, name in enumerate(c.named, 1)),
            ("commitment", "number"),
            (_OWN,),
        ),
        Table(
            "bodies",
            Label("责任单位", "Bodies responsible"),
            _BODIES,
            tuple(line for c in commitments for line in _bodies(c)),
            ("commitment", "number"),
            (_OWN,),
        ),
    )


def _commitment(commitment: Commitment, comparison: Comparison, section: int, row: str) -> Line:
    match = comparison.themes[commitment.key]
    keys = (commitment.key, commitment.plan, commitment.id, section, row)
    theme = (match.theme, match.score, match.pinned, match.weak)
    return (
        *keys,
        *theme,
        comparison.code(commitment.key),
        commitment.text,
        commitment.strength,
        commitment.word,
        commitment.note,
    )


def _themes(commitment: Commitment, home: str) -> Iterator[Line]:
    if home:
        yield (commitment.key, home, "home")
    for theme in dict.fromkeys(commitment.also):
        yield (commitment.key, theme, "also")


def _evidence(commitment: Commitment, proved: Mapping[tuple[str, Evidence], Proof]) -> Iterator[Line]:
    for position, evidence in enumerate(commitment.evidence, 1):
        proof = proved.get((commitment.key, evidence))
        offsets = (proof.status, proof.start, proof.end) if proof else (None, None, None)
        yield (commitment.key, position, evidence.quote, evidence.prefix, evidence.suffix, *offsets)


def _target(target: Target) -> Line:
    baseline = target.baseline
    base = (baseline.value, baseline.year) if baseline else (None, None)
    figure = (OPS[target.op], target.value, target.low, target.high, target.unit, target.by)
    return (target.indicator, target.label, *figure, *base, target.note)


def _bodies(commitment: Commitment) -> Iterator[Line]:
    bodies = [("lead", body) for body in commitment.lead] + [("support", body) for body in commitment.support]
    for position, (role, body) in enumerate(bodies, 1):
        yield (commitment.key, position, role, body)
