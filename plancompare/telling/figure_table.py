"""Targets as a table: indicators × plans with unit, year and benchmarks; first those that most plans have."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plancompare.asking.figures import Figure, Measure, spread
from plancompare.comparing.targets import shown
from plancompare.telling.blocks import Blank, Cell, Column, Grid, Legend, Line, Prose, Shown
from plancompare.telling.figures import BLANKS, benchmark_words, label_of, standing_word, with_baseline
from plancompare.telling.source import MOST_PLANS, Source
from plancompare.telling.words import clauses

SCREENFUL = 10  # measures that a window has room for, with benchmarks, the legend and what is said below


def most_shared(measures: Sequence[Measure]) -> list[Measure]:
    """The measures that most plans have figures for; of equals those held against a benchmark, then those that more
    texts can tell of, then as they come."""
    return sorted(measures, key=lambda m: (-len(m.leading), not (m.indicator and m.indicator.benchmarks), -_told(m)))


def _told(measure: Measure) -> int:
    return sum(standing in ("made", "unquantified", "not_found") for standing in measure.standings.values())


def figures_on_screen(chosen: Sequence[Measure], every: bool, source: Source) -> Iterator[Shown]:
    """The measures ``chosen``, or the first screenful of them, and how many are left."""
    milestones = sum(not measure.counts for measure in chosen)
    chosen = [measure for measure in chosen if measure.counts]
    if not chosen:
        yield Prose(source.say("nothing"))
        return
    ordered = most_shared(chosen)
    told = ordered if every else ordered[:SCREENFUL]
    words = {"made": source.say("targets_figure")} | {blank: standing_word(blank, source.lang) for blank in BLANKS}
    if source.many:
        yield Prose(source.say("figures_of_many", count=len(source.comparison.plans), most=MOST_PLANS))
        yield figures_of_many(told, source)
    else:
        yield Legend(tuple(words.items()))
        yield figure_grid(told, source, brief=True)
    shared = sum(len(measure.leading) > 1 for measure in chosen)
    left = len(ordered) - len(told)
    rest = source.say("targets_left", left=left) if left else ""
    dated = source.say("targets_milestones", count=milestones) if milestones else ""
    yield Prose(source.say("targets_count", count=len(chosen), shared=shared) + rest + dated)
    if any(figures[0].by_name for m in told for figures in m.figures.values() if figures):
        yield Prose(source.say("targets_by_name_note"), sign="*")
    if any(b.status == "unchecked" for m in told if m.indicator for b in m.indicator.benchmarks):
        yield Prose(source.say("targets_unchecked_note"))


def figures_of_many(chosen: Sequence[Measure], source: Source) -> Grid:
    """A line a measure: unit, year, how many plans have a figure, the lowest and the highest, benchmarks."""
    say = source.say
    heads = ("report_unit", "report_by", "many_plans", "many_low", "many_high")
    columns = (
        Column(say("report_measure"), "label", 30),
        *(Column(say(head), "share", 9) for head in heads),
        Column(say("report_benchmarks"), "text", 24, spare=True),
    )
    lines = tuple(_measure(measure, source) for measure in most_shared(chosen))
    return Grid("targets", "targets", say("report_targets"), columns, lines)


def _measure(measure: Measure, source: Source) -> Line:
    years = Counter(target.by for target in measure.leading.values() if target.by)
    year = max(years, key=lambda year: (years[year], -year), default=None)
    reach = spread(measure, source.comparison.indicators)
    low, high = reach or (None, None)
    indicator = measure.indicator
    benchmarks = [benchmark_words(b, indicator, source.lang) for b in indicator.benchmarks] if indicator else []
    start = (label_of(measure, source.lang), measure.unit, year, len(measure.leading), low, high)
    return Line((*start, clauses(benchmarks, source.lang)), measure.theme)


def figure_grid(measures: Sequence[Measure], source: Source, brief: bool = False) -> Grid:
    """A line a measure; ``brief``: of each plan only the figure that it is held to, and how many more there are."""
    say = source.say
    columns = (
        Column(say("report_measure"), "label", 30),
        Column(say("report_unit"), "text", 6),
        Column(say("report_by"), "text", 5),
        *source.plan_columns("text", 10),
        Column(say("report_benchmarks"), "text", 24, spare=True),
    )
    lines = tuple(_line(measure, source, brief) for measure in measures)
    return Grid("targets", "targets", say("report_targets"), columns, lines, say("report_targets_note"))


def _line(measure: Measure, source: Source, brief: bool) -> Line:
    years = Counter(target.by for target in measure.leading.values() if target.by)
    year = max(years, key=lambda year: (years[year], -year), default=None)
    cells: list[Cell] = []
    for plan, figures in measure.figures.items():
        standing = measure.standings[plan]
        blank = Blank(standing, standing_word(standing, source.lang))
        cells.append(_figures(figures, measure.unit, year, brief) if figures else blank)
    indicator = measure.indicator
    benchmarks = [benchmark_words(b, indicator, source.lang) for b in indicator.benchmarks] if indicator else []
    start = (label_of(measure, source.lang), measure.unit, str(year or ""))
    return Line((*start, *cells, clauses(benchmarks, source.lang)), measure.theme)


def _figures(figures: Sequence[Figure], unit: str, year: int | None, brief: bool) -> str:
    """Figures in the unit of their column; the year only where it is another one than the measure's."""
    first, *others = (_figure(figure, unit, year, brief) for figure in figures)
    if brief:
        return first + (f" +{len(others)}" if others else "")
    return "; ".join((first, *others))


def _figure(figure: Figure, unit: str, year: int | None, brief: bool) -> str:
    target = figure.target._replace(unit="", by=None if figure.target.by == year else figure.target.by)
    told = shown(target) if brief else with_baseline(target)
    return told + ("*" if figure.by_name else "")
