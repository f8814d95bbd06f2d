"""The chapter of targets in a report: measures × plans, the rows whose figures differ, and each figure for sheets."""

from collections.abc import Iterator

from plancompare.asking.figures import Measure, measures
from plancompare.comparing.differences import Difference
from plancompare.model import Number
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line
from plancompare.telling.figure_table import figure_grid, most_shared
from plancompare.telling.figures import label_of
from plancompare.telling.source import Source, figure_words


def figures(source: Source) -> Iterator[Block]:
    """Targets: measures × plans, and the rows whose figures differ."""
    found = measures(source.comparison)
    if not found:
        return
    yield Heading(1, source.say("report_targets_chapter"), "targets")
    counted = [measure for measure in found if measure.counts]
    if counted:
        yield figure_grid(most_shared(counted), source)
    differing = _differing(source)
    if differing.lines:
        yield differing
    yield _target_list(found, source)


def _differing(source: Source) -> Grid:
    say = source.say
    lines = [
        Line((source.numbers[row.id], source.label(row), *_relation(difference, source)), row.theme, row.id)
        for row in source.comparison.rows
        for difference in source.comparison.figures(row.id)
        if can_be_told(difference)
    ]
    heads = (("report_no", 6), ("row", 30), ("report_measure", 18), ("report_one", 8), ("report_figure_one", 12))
    tail = (("report_other", 8), ("report_figure_other", 12), ("report_relation", 12))
    columns = tuple(Column(say(head), "text", width) for head, width in (*heads, *tail))
    return Grid(
        "differing", "differing", say("report_differing_caption"), columns, tuple(lines), say("report_relation_note")
    )


def _relation(difference: Difference, source: Source) -> tuple[str, ...]:
    """Measure, first plan, its figure, second plan, its figure, and how the second stands to the first."""
    one, other = (source.names[plan] for plan in difference.plans)
    mine, theirs = (figure_words(target) if target else "" for target in difference.targets)
    indicator = source.comparison.indicators.get(difference.measure)
    measure = indicator.label.of(source.lang) if indicator else difference.measure
    return measure, one, mine, other, theirs, source.say(difference.relation or "equal")


def can_be_told(difference: Difference) -> bool:
    """Whether both plans name a figure; what is done or not by a year is held only against a date for the same."""
    if difference.relation == "not_comparable":
        return not any(target and target.milestone for target in difference.targets)
    return difference.relation != "unquantified"


def against(difference: Difference, source: Source) -> str:
    """How one plan's figure stands to another's, in a sentence."""
    _, one, mine, other, theirs, relation = _relation(difference, source)
    return source.say("against", one=one, other=other, relation=relation, mine=mine, theirs=theirs)


def _target_list(found: tuple[Measure, ...], source: Source) -> Grid:
    """One figure a line, numbers as numbers, for sheets."""
    say = source.say
    texts = ("theme", "report_measure", "plan_head", "report_key", "report_op")
    numbers = ("report_value", "report_low", "report_high")
    lines = []
    for measure in found:
        for plan, several in measure.figures.items():
            for commitment, target, _ in several:
                label = label_of(measure, source.lang)
                start = (source.theme(measure.theme), label, source.names[plan], commitment.key, target.op)
                values: tuple[Number | None, ...] = (target.value, target.low, target.high)
                baseline = (target.baseline.value, target.baseline.year) if target.baseline else (None, None)
                tail = (target.unit, target.by, *baseline, commitment.place)
                lines.append(Line((*start, *values, *tail), measure.theme))
    columns = (
        *(Column(say(head), "text", 18) for head in texts),
        *(Column(say(head), "number", 9) for head in numbers),
        Column(say("report_unit"), "text", 6),
        *(Column(say(head), "number", 9) for head in ("report_by", "report_baseline", "report_baseline_year")),
        Column(say("report_place"), "text", 30),
    )
    return Grid("figures", "figures", say("report_figures"), columns, tuple(lines), data=True)
