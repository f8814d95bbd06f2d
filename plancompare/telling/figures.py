"""Targets: measures × plans with what blanks mean and where benchmarks lie, for reports and for a screen.

A telling of figures, not of plans: it says whose figure asks most, never who does better.
"""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.figures import (
    Figure,
    Measure,
    gap,
    headroom,
    kept,
    met_before,
    other_units,
    spread,
    strictness,
)
from plancompare.comparing.targets import plain, shown
from plancompare.model import Benchmark, Indicator, Lang, Number, Target
from plancompare.telling.blocks import (
    Entries,
    Entry,
    Heading,
    Legend,
    Own,
    Prose,
    Shown,
    Tone,
    Words,
    joined,
)
from plancompare.telling.source import Source
from plancompare.telling.words import counted, has, listed, say

BLANKS = ("unquantified", "unsure", "not_found", "not_covered", "not_applicable")
_TONES: Mapping[str, Tone] = {
    "unquantified": "target", "unsure": "unsure", "not_found": "not_found", "not_covered": "not_covered",
    "not_applicable": "not_applicable",
}  # fmt: skip


def label_of(measure: Measure, lang: Lang) -> str:
    """What a measure is called: its indicator's label, else the label that plans give it."""
    return measure.indicator.label.of(lang) if measure.indicator else measure.id


def measure_kind(measure: Measure, lang: Lang) -> str:
    """Which way the measure asks more, or that it is not registered."""
    if measure.indicator is None:
        return say("targets_unregistered", lang)
    return say(f"targets_direction_{measure.indicator.direction}", lang)


def standing_word(standing: str, lang: Lang) -> str:
    """What it means that a plan has no figure."""
    return say("targets_unquantified" if standing == "unquantified" else standing, lang)


def benchmark_words(benchmark: Benchmark, indicator: Indicator, lang: Lang) -> str:
    """A figure set from above: level, figure and year, and whether the official text has been seen."""
    key = f"targets_level_{benchmark.level}"
    level = say(key, lang) if has(key) else benchmark.level  # else a level of the collection's own
    sign = {">=": "≥", "<=": "≤", "=": ""}.get(benchmark.op, benchmark.op)
    year = say("targets_since", lang, year=benchmark.year) if benchmark.level == "county" else str(benchmark.year)
    status = "" if benchmark.status == "final" else f" [{say(f'targets_status_{benchmark.status}', lang)}]"
    return f"{level} {sign}{with_unit(plain(benchmark.value), indicator.unit)} ({year}){status}".strip()


def benchmark_and_source(benchmark: Benchmark, indicator: Indicator, lang: Lang) -> Words:
    """The same, and where it is written."""
    return joined((Own(benchmark_words(benchmark, indicator, lang)), benchmark.source), listed(("", ""), lang, "，"))


def with_unit(number: str, unit: str) -> str:
    """A number and its unit: 90%, 3 所."""
    return f"{number}{unit}" if unit in ("%", "") else f"{number} {unit}"


def _signed(value: Number) -> str:
    """A gap with its sign: +5, -0.3, 0."""
    return f"{value:+.12g}" if value else "0"


def with_baseline(target: Target) -> str:
    """A figure with what it starts from: ≥90% (2025) ← 80 (2020)."""
    return f"{shown(target)} ← {_baseline(target)}" if target.baseline else shown(target)


def _baseline(target: Target) -> str:
    """The number that a target starts from, and its year if known."""
    start = target.baseline
    return f"{plain(start.value)}{f' ({start.year})' if start.year else ''}" if start else ""


def _progress(figure: Figure, indicator: Indicator | None, lang: Lang) -> list[str]:
    """What a figure starts from, and how much of what was left it closes."""
    target = figure.target
    if target.baseline is None:
        return []
    words = [say("targets_baseline", lang, value=_baseline(target))]
    share = headroom(target, indicator) if indicator else None
    if kept(target, indicator):
        words.append(say("targets_kept", lang))
    elif share is not None:
        behind = share < 0
        words.append(say("targets_behind", lang) if behind else say("targets_headroom", lang, share=f"{share:.0%}"))
    return words


def figures_by_theme(chosen: Sequence[Measure], every: Sequence[Measure], source: Source) -> Iterator[Shown]:
    """The measures ``chosen`` of ``every``, under their themes, with a legend before and a summary behind."""
    if not chosen:
        yield Prose(source.say("nothing"))
        return
    words = {"made": source.say("targets_figure")} | {blank: standing_word(blank, source.lang) for blank in BLANKS}
    yield Legend(tuple(words.items()))
    for theme in dict.fromkeys(measure.theme for measure in chosen):
        of_theme = [measure for measure in chosen if measure.theme == theme]
        yield Heading(2, source.theme(theme), key=theme, note=source.say("targets_in_theme", count=len(of_theme)))
        for measure in of_theme:
            yield _measure_heading(measure, source)
            yield Entries("measure", tuple(_about(measure, every, source)))
    yield from _summary(chosen, source)


def _measure_heading(measure: Measure, source: Source) -> Heading:
    plans = len(measure.leading)
    covered = plans + sum(kind in ("unquantified", "not_found") for kind in measure.standings.values())
    unsure = sum(kind == "unsure" for kind in measure.standings.values())
    notes = (measure.unit, measure_kind(measure, source.lang), counted(plans, covered, unsure, source.lang))
    return Heading(3, label_of(measure, source.lang), note=" · ".join(filter(None, notes)))


def _about(measure: Measure, every: Sequence[Measure], source: Source) -> Iterator[Entry]:
    """Each plan's figures, what blanks mean, how figures stand to each other and to benchmarks."""
    for plan, several in measure.figures.items():
        texts = [Entry(_figure(figure, measure.indicator, source.lang)) for figure in several]
        if texts:
            yield texts[0]._replace(sign="made", lead=source.names[plan], entries=tuple(texts[1:]))
    for standing in BLANKS:
        names = tuple(source.names[plan] for plan, kind in measure.standings.items() if kind == standing)
        if names:
            head = source.say("targets_blank", what=standing_word(standing, source.lang))
            yield Entry((Own(head),), sign=standing, items=names, comma=listed(("", ""), source.lang))
    standing_to = _stands(measure, every, source)
    if standing_to:
        yield Entry((Own(" · ".join(standing_to)),), sign="=", tone="target")
    if measure.indicator:
        for benchmark in measure.indicator.benchmarks:
            yield _benchmark(benchmark, measure, measure.indicator, source)


def _figure(figure: Figure, indicator: Indicator | None, lang: Lang) -> Words:
    """The figure, the commitment that names it, what it starts from and how far it goes."""
    named = figure.commitment.id + ("*" if figure.by_name else "")
    return (Own(" · ".join((shown(figure.target), named, *_progress(figure, indicator, lang)))),)


def _stands(measure: Measure, every: Sequence[Measure], source: Source) -> list[str]:
    """Whose figure asks most, from where to where they go, and what stands apart."""
    say = source.say
    strict = strictness(measure, source.comparison.indicators)
    named = source.plans_named(strict.plans) if strict.kind in ("strictest", "mixed") else ""
    words = [] if strict.kind == "alone" else [say(f"targets_{strict.kind}") + named]
    reach = spread(measure, source.comparison.indicators)
    if reach and reach[0] < reach[1]:
        words.append(say("targets_range", low=plain(reach[0]), high=with_unit(plain(reach[1]), measure.unit)))
    return words + [say("targets_other_unit", unit=unit) for unit in other_units(measure, every)]


def _benchmark(benchmark: Benchmark, measure: Measure, indicator: Indicator, source: Source) -> Entry:
    """The benchmark and where it is written; then how far each plan's figure lies beyond it."""
    say = source.say
    what = (Own(say("targets_benchmark", what="")), *benchmark_and_source(benchmark, indicator, source.lang))
    gaps = []
    for plan, target in measure.leading.items():
        beyond = gap(target, benchmark, indicator)
        if beyond is not None:
            before = say("targets_met_before") if met_before(target, benchmark, indicator) else ""
            gaps.append(f"{source.names[plan]} {_signed(beyond)}{before}")
    below = []
    if gaps:
        unit = say("targets_points") if indicator.unit == "%" else indicator.unit
        head = say("targets_gap_in", unit=unit) if unit else say("targets_gap")
        below.append(Entry((Own(head),), items=tuple(gaps), comma=" · "))
    return Entry(what, sign=">", tone="faint", entries=tuple(below))


def _summary(chosen: Sequence[Measure], source: Source) -> Iterator[Prose]:
    """How many measures there are, and what has to be known of those with a mark."""
    shared = sum(len(measure.leading) > 1 for measure in chosen)
    yield Prose(source.say("targets_summary", count=len(chosen), shared=shared))
    if any(f.by_name for m in chosen for several in m.figures.values() for f in several):
        yield Prose(source.say("targets_by_name_note"), sign="*")
    benchmarks = [benchmark for m in chosen if m.indicator for benchmark in m.indicator.benchmarks]
    if benchmarks:
        yield Prose(source.say("targets_gap_note"))
    if any(benchmark.status == "unchecked" for benchmark in benchmarks):
        yield Prose(source.say("targets_unchecked_note"))
