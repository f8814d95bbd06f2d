"""Measures and figures on a screen, theme by theme: who names which figure, what a blank means, where benchmarks lie.

A view of figures, not of plans: it says whose figure asks most, never who does better.
"""

from collections.abc import Iterable, Iterator, Sequence

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
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.targets import shown
from plancompare.formats.terminal.screen import Screen
from plancompare.model import Benchmark, Indicator, Lang, Number
from plancompare.telling.text import cells, clip, pad, printable, wrap
from plancompare.telling.words import listed, say

MOST_NAME = 12  # columns that a plan's name takes before its figures
BLANKS = ("unquantified", "not_found", "not_covered", "not_applicable")


def write_targets(chosen: Sequence[Measure], every: Sequence[Measure], comparison: Comparison, screen: Screen) -> None:
    """The measures ``chosen`` of ``every``, under their themes, with a legend before and a summary behind."""
    if not chosen:
        screen.line(say("nothing", screen.lang))
        return
    view = _View(every, comparison, screen)
    view.put("", screen.own(say("targets_legend", screen.lang, **view.marks)), "faint")
    for theme in dict.fromkeys(measure.theme for measure in chosen):
        own = [measure for measure in chosen if measure.theme == theme]
        view.theme(theme, len(own))
        for measure in own:
            view.measure(measure)
    screen.line()
    shared = sum(len(measure.leading) > 1 for measure in chosen)
    view.put("", say("targets_summary", screen.lang, count=len(chosen), shared=shared))
    if any(f.by_name for m in chosen for figures in m.figures.values() for f in figures):
        view.put("* ", say("targets_by_name_note", screen.lang))
    benchmarks = [benchmark for m in chosen if m.indicator for benchmark in m.indicator.benchmarks]
    if benchmarks:
        view.put("", say("targets_gap_note", screen.lang))
    if any(benchmark.status == "unchecked" for benchmark in benchmarks):
        view.put("", say("targets_unchecked_note", screen.lang))


class _View:
    """Knows the names and marks of one comparison on one screen."""

    def __init__(self, every: Sequence[Measure], comparison: Comparison, screen: Screen) -> None:
        self.every = every
        self.comparison = comparison
        self.screen = screen
        self.marks = {**screen.marks, "unquantified": "~" if screen.ascii else "◐"}
        self.names = {plan.id: printable(plan.name) for plan in comparison.plans}
        self.name_width = min(MOST_NAME, max(cells(name) for name in self.names.values()))
        self.labels = {theme.id: theme.label for theme in comparison.codebook.themes}

    def put(self, start: str, text: str, style: str = "") -> None:
        """A paragraph whose lines hang below the end of ``start``."""
        screen = self.screen
        for line in wrap(text, screen.width - cells(start)):
            screen.line(start + (screen.paint(line, style) if style else line))
            start = " " * cells(start)

    def theme(self, theme: str, count: int) -> None:
        """The theme's head."""
        screen = self.screen
        label = printable(self.labels[theme].of(screen.lang)) if theme in self.labels else theme
        screen.line()
        self._titled(f"{label} [{theme}]", say("targets_in_theme", screen.lang, count=count), "theme")

    def _titled(self, title: str, told: str, style: str) -> None:
        """A title and a word on it, on one line where there is room."""
        *before, last = wrap(title, self.screen.width)
        for line in before:
            self.screen.line(self.screen.paint(line, style))
        if cells(last) + 2 + cells(told) <= self.screen.width:
            self.screen.line(f"{self.screen.paint(last, style)}  {self.screen.paint(told, 'faint')}")
        else:
            self.screen.line(self.screen.paint(last, style))
            self.put("  ", told, "faint")

    def measure(self, measure: Measure) -> None:
        """The measure, each plan's figures, what blanks mean, how figures stand to each other and to benchmarks."""
        self.screen.line()
        self._head(measure)
        for plan in self.names:
            self._figures(plan, measure)
        for standing in BLANKS:
            self._blank(standing, measure)
        self._strictness(measure)
        if measure.indicator:
            for benchmark in measure.indicator.benchmarks:
                self._benchmark(benchmark, measure, measure.indicator)

    def _head(self, measure: Measure) -> None:
        screen, lang = self.screen, self.screen.lang
        made = len(measure.leading)
        covered = made + sum(kind in ("unquantified", "not_found") for kind in measure.standings.values())
        label = printable(measure.indicator.label.of(lang) if measure.indicator else measure.id)
        notes = [printable(measure.unit), measure_kind(measure, lang), say("of", lang, made=made, covered=covered)]
        self._titled(label, screen.own(" · ").join(note for note in notes if note), "head")

    def _figures(self, plan: str, measure: Measure) -> None:
        mark = self.screen.paint(self.marks["made"], "made")
        name = pad(clip(self.names[plan], self.name_width), self.name_width)
        room = self.screen.width - 5 - self.name_width
        for figure in measure.figures[plan]:
            for line in wrap(printable(self._told(figure, measure.indicator)), room):
                self.screen.line(f"  {mark} {name} {line}")
                mark, name = " ", " " * self.name_width

    def _told(self, figure: Figure, indicator: Indicator | None) -> str:
        """The figure, the commitment that names it, what it starts from and how far it goes."""
        source = figure.commitment.id + ("*" if figure.by_name else "")
        told = [shown(figure.target), source, *progress(figure, indicator, self.screen.lang)]
        return self.screen.own(" · ".join(told))

    def _blank(self, standing: str, measure: Measure) -> None:
        names = [self.names[plan] for plan, kind in measure.standings.items() if kind == standing]
        if names:
            lang = self.screen.lang
            start = f"  {self.screen.paint(self.marks[standing], standing_style(standing))} "
            head = say("targets_blank", lang, what=standing_word(standing, lang))
            for line in self._flow(head, names, "、" if lang == "zh" else ", "):
                self.screen.line(start + line)
                start = "    "

    def _flow(self, head: str, items: Sequence[str], comma: str) -> Iterator[str]:
        """Lines of items, none of them broken where it fits on a line, behind ``head``."""
        room = self.screen.width - 4
        line = head
        for place, item in enumerate(items):
            piece = item + (self.screen.own(comma) if place < len(items) - 1 else "")
            if line.strip() and cells(line + piece.rstrip()) > room:
                yield from wrap(line, room)
                line = ""
            line += piece
        yield from wrap(line, room)

    def _strictness(self, measure: Measure) -> None:
        lang, own = self.screen.lang, self.screen.own
        found = strictness(measure, self.comparison.indicators)
        plans = self._listed(self.names[plan] for plan in found.plans)
        named = found.kind in ("strictest", "mixed")
        told = [] if found.kind == "alone" else [say(f"targets_{found.kind}", lang) + (plans if named else "")]
        reach = spread(measure, self.comparison.indicators)
        if reach and reach[0] < reach[1]:
            high = with_unit(plain(reach[1]), measure.unit)
            told.append(own(say("targets_range", lang, low=plain(reach[0]), high=high)))
        told += [say("targets_other_unit", lang, unit=unit) for unit in other_units(measure, self.every)]
        if told:
            self.put("  = ", printable(own(" · ").join(told)), "target")

    def _benchmark(self, benchmark: Benchmark, measure: Measure, indicator: Indicator) -> None:
        """The benchmark and where it is written; then how far each plan's figure lies beyond it."""
        lang = self.screen.lang
        what = self.screen.own(benchmark_words(benchmark, indicator, lang))
        self.put("  > ", printable(say("targets_benchmark", lang, what=what, source=benchmark.source)), "faint")
        gaps = []
        for plan, target in measure.leading.items():
            beyond = gap(target, benchmark, indicator)
            if beyond is not None:
                before = say("targets_met_before", lang) if met_before(target, benchmark, indicator) else ""
                gaps.append(f"{self.names[plan]} {signed(beyond)}{before}")
        if gaps:
            unit = say("targets_points", lang) if indicator.unit == "%" else indicator.unit
            head = say("targets_gap_in" if unit else "targets_gap", lang, unit=unit)
            for line in self._flow(head, [printable(told) for told in gaps], " · "):
                self.screen.line(f"    {line}")

    def _listed(self, names: Iterable[str]) -> str:
        return listed(names, self.screen.lang)


def measure_kind(measure: Measure, lang: Lang) -> str:
    """Which way the measure asks more, or that it is not registered."""
    if measure.indicator is None:
        return say("targets_unregistered", lang)
    return say(f"targets_direction_{measure.indicator.direction}", lang)


def standing_word(standing: str, lang: Lang) -> str:
    """What it means that a plan has no figure."""
    return say("targets_unquantified" if standing == "unquantified" else standing, lang)


def standing_style(standing: str) -> str:
    """The style of a blank."""
    return "target" if standing == "unquantified" else standing


def progress(figure: Figure, indicator: Indicator | None, lang: Lang) -> list[str]:
    """What a figure starts from, and how much of what was left it closes."""
    target, baseline = figure.target, figure.target.baseline
    if baseline is None:
        return []
    year = f" ({baseline.year})" if baseline.year else ""
    told = [say("targets_baseline", lang, value=f"{plain(baseline.value)}{year}")]
    share = headroom(target, indicator) if indicator else None
    if kept(target, indicator):
        told.append(say("targets_kept", lang))
    elif share is not None:
        behind = share < 0
        told.append(say("targets_behind", lang) if behind else say("targets_headroom", lang, share=f"{share:.0%}"))
    return told


def benchmark_words(benchmark: Benchmark, indicator: Indicator, lang: Lang) -> str:
    """Level, figure and year, and whether the official text has been seen."""
    level = say(f"targets_level_{benchmark.level}", lang)
    if level.startswith("targets_"):
        level = benchmark.level  # a level of the collection's own
    sign = {">=": "≥", "<=": "≤", "=": ""}.get(benchmark.op, benchmark.op)
    year = say("targets_since", lang, year=benchmark.year) if benchmark.level == "county" else str(benchmark.year)
    status = "" if benchmark.status == "final" else f" [{say(f'targets_status_{benchmark.status}', lang)}]"
    return f"{level} {sign}{with_unit(plain(benchmark.value), indicator.unit)} ({year}){status}".strip()


def signed(value: Number) -> str:
    """A gap with its sign: +5, -0.3, 0."""
    return f"{value:+.12g}" if value else "0"


def with_unit(number: str, unit: str) -> str:
    """A number and its unit: 90%, 3 所."""
    return f"{number}{unit}" if unit in ("%", "") else f"{number} {unit}"


def plain(value: Number) -> str:
    """A number without needless zeros, with separators where it is long."""
    return f"{value:,.12g}" if abs(value) >= 10000 else f"{value:.12g}"
