"""The middle of a report: the rows theme by theme, figures side by side, and what each plan alone makes or lacks."""

from collections.abc import Iterator, Mapping

from plancompare.asking.figures import Measure, Standing, measures
from plancompare.comparing.differences import Difference
from plancompare.comparing.rows import Row
from plancompare.comparing.targets import shown
from plancompare.model import Benchmark, Number, Target
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line
from plancompare.telling.source import Source


def rows_by_theme(source: Source) -> Iterator[Block]:
    """Every row: who makes it and in which words, with figures, places and phrases."""
    say, comparison = source.say, source.comparison
    yield Heading(1, say("report_rows_chapter"), "rows")
    columns = (
        Column(say("report_no"), "text", 6),
        Column(say("theme"), "text", 16, data=True),
        Column(say("row"), "label", 40),
        Column(say("report_status"), "text", 8, data=True),
        Column(say("report_k_of_n"), "text", 8),
        Column(say("report_made_by"), "number", 7, data=True),
        Column(say("report_covered_by"), "number", 7, data=True),
        Column(say("report_basis"), "text", 12),
        *source.plan_columns("mark", 6),
    )
    for theme, rows in comparison.by_theme().items():
        yield Heading(2, source.theme(theme), f"rows-{theme}")
        lines = tuple(_row(row, source) for row in rows)
        counts = {key: sum(row.status == key for row in rows) for key in ("shared", "partial", "unique")}
        caption = f"{source.theme(theme)} · {say('theme_counts', **counts)}"
        yield Grid(f"rows-{theme}", "rows", caption, columns, lines, say("report_legend"))
    yield _commitments(source)


def basis(row: Row, source: Source) -> str:
    """What a row of several plans rests on: a person's ruling, or a score that says how weak its weakest link is."""
    if row.decided and row.weakest_link is not None:
        return source.say("newcomer", score=row.weakest_link)
    if row.decided:
        return source.say("decided")
    return source.say("weakest", score=row.weakest_link) if row.weakest_link is not None else ""


def _row(row: Row, source: Source) -> Line:
    theme, status = source.theme(row.theme), source.say(row.status)
    told = source.say("of", made=row.made, covered=row.covered)
    start = (source.numbers[row.id], theme, source.label(row), status, told, row.made, row.covered)
    return Line((*start, basis(row, source), *source.marks(row)), row.theme, row.id, row.status)


def _commitments(source: Source) -> Grid:
    """One commitment a line, for sheets: what a filter or a pivot wants."""
    say = source.say
    heads = (
        ("report_no", 7), ("theme", 16), ("row", 30), ("plan_head", 9), ("report_key", 18), ("report_text", 50),
        ("targets", 18), ("strength", 9), ("report_word", 9), ("report_place", 30), ("evidence", 34),
    )  # fmt: skip
    lines = []
    for row in source.comparison.rows:
        label, theme = source.label(row), source.theme(row.theme)
        for commitment in row.commitments:
            told = source.passage(commitment)
            cells: tuple[Cell, ...] = (
                source.numbers[row.id], theme, label, source.names[commitment.plan], told.key, told.text,
                told.figures, say(told.strength), told.word, told.place, " | ".join(told.quotes),
            )  # fmt: skip
            lines.append(Line(cells, row.theme, row.id, row.status))
    columns = tuple(Column(say(head), "text", width) for head, width in heads)
    return Grid("commitments", "commitments", say("commitments"), columns, tuple(lines), data=True)


def figures(source: Source) -> Iterator[Block]:
    """Targets: measures × plans, and the rows whose figures differ."""
    say = source.say
    found = measures(source.comparison)
    if not found:
        return
    yield Heading(1, say("report_targets_chapter"), "targets")
    columns = (
        Column(say("report_measure"), "label", 30),
        Column(say("report_unit"), "text", 6),
        *source.plan_columns("text", 16),
        Column(say("report_benchmarks"), "text", 22),
    )
    lines = tuple(_measure(measure, source) for measure in found)
    yield Grid("targets", "targets", say("report_targets"), columns, lines, say("report_targets_note"))
    differing = _differing(source)
    if differing.lines:
        yield differing
    yield _target_list(found, source)


def _measure(measure: Measure, source: Source) -> Line:
    cells = [
        "; ".join(told(figure.target) for figure in figures) or _no_figure(measure.standings[plan], source)
        for plan, figures in measure.figures.items()
    ]
    benchmarks = [_benchmark(b, source) for b in (measure.indicator.benchmarks if measure.indicator else ())]
    label = measure.indicator.label.of(source.lang) if measure.indicator else measure.id
    return Line((label, measure.unit, *cells, "; ".join(benchmarks)), measure.theme)


def _no_figure(standing: Standing, source: Source) -> str:
    """What it means that a plan has no figure."""
    return source.say("targets_unquantified" if standing == "unquantified" else standing)


def _benchmark(benchmark: Benchmark, source: Source) -> str:
    """A figure set from above, with its year, and a word of warning where it was not checked."""
    op = "" if benchmark.op == "=" else benchmark.op
    warning = "" if benchmark.status == "final" else f", {source.say(benchmark.status)}"
    return f"{benchmark.level} {op}{benchmark.value} ({benchmark.year}{warning})".strip()


def told(target: Target) -> str:
    """A figure with what it starts from: ≥90% (2025) ← 80 (2020)."""
    baseline = target.baseline
    if not baseline:
        return shown(target)
    return f"{shown(target)} ← {baseline.value}" + (f" ({baseline.year})" if baseline.year else "")


def _differing(source: Source) -> Grid:
    say = source.say
    lines = [
        Line((source.numbers[row.id], source.label(row), *_relation(difference, source)), row.theme, row.id)
        for row in source.comparison.rows
        for difference in source.comparison.figures(row.id)
        if difference.relation != "unquantified"
    ]
    heads = (("report_no", 6), ("row", 30), ("report_measure", 18), ("report_one", 8), ("targets", 12))
    tail = (("report_other", 8), ("targets", 12), ("report_relation", 12))
    columns = tuple(Column(say(head), "text", width) for head, width in (*heads, *tail))
    return Grid(
        "differing", "differing", say("report_differing_caption"), columns, tuple(lines), say("report_relation_note")
    )


def _relation(difference: Difference, source: Source) -> tuple[str, ...]:
    one, other = (source.names[plan] for plan in difference.plans)
    mine, theirs = (shown(target) if target else "" for target in difference.targets)
    indicator = source.comparison.indicators.get(difference.measure)
    measure = indicator.label.of(source.lang) if indicator else difference.measure
    return measure, one, mine, other, theirs, source.say(difference.relation or "")


def _target_list(found: tuple[Measure, ...], source: Source) -> Grid:
    """One figure a line, numbers as numbers, for sheets."""
    say = source.say
    texts = ("theme", "report_measure", "plan_head", "report_key", "report_op")
    numbers = ("report_value", "report_low", "report_high")
    lines = []
    for measure in found:
        label = measure.indicator.label.of(source.lang) if measure.indicator else measure.id
        for plan, several in measure.figures.items():
            for commitment, target, _ in several:
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


def by_plan(source: Source) -> Iterator[Block]:
    """For each plan: what it alone makes, and what others make that was not found in it, most common first."""
    say, comparison = source.say, source.comparison
    if len(comparison.plans) < 2:
        return
    yield Heading(1, say("report_plan_chapter"), "plans")
    rows: Mapping[str, Row] = {row.id: row for row in comparison.rows}
    for plan in comparison.plans:
        yield Heading(2, plan.name, f"plan-{plan.id}")
        alone = [row for row in rows.values() if row.status == "unique" and row.cells[plan.id].commitments]
        lacking = sorted((row for row in rows.values() if plan.id in row.missing), key=lambda row: -row.made)
        yield _listed(alone, f"unique-{plan.id}", "unique", say("report_unique", plan=plan.name), plan.id, source)
        yield _listed(lacking, f"missing-{plan.id}", "missing", say("report_missing", plan=plan.name), plan.id, source)


def _listed(rows: list[Row], id: str, sheet: str, caption: str, plan: str, source: Source) -> Grid:
    """Rows by number, with who makes them; the words stand in the chapter of rows."""
    say = source.say
    columns = (
        Column(say("plan_head"), "text", 8, data=True),
        Column(say("report_no"), "text", 6),
        Column(say("theme"), "text", 18),
        Column(say("row"), "label", 44),
        Column(say("report_k_of_n"), "text", 8),
        Column(say("report_makers"), "text", 16),
    )
    lines = []
    for row in rows:
        makers = [name for name, cell in row.cells.items() if cell.status == "made"]
        start = (source.names[plan], source.numbers[row.id], source.theme(row.theme), source.label(row))
        counted = say("of", made=row.made, covered=row.covered)
        lines.append(Line((*start, counted, source.plans_named(makers)), row.theme, row.id, row.status))
    return Grid(id, sheet, f"{caption} ({len(rows)})", columns, tuple(lines), say(f"report_{sheet}_note"))
