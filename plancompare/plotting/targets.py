"""Figures as dots: one panel a measure, each plan's way from baseline to target, and the benchmarks as lines.

A plan without a figure is named below the panel with what the blank means; it is never drawn at 0.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plancompare.asking.figures import Measure, bound, measures
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.targets import plain, shown
from plancompare.errors import PlanCompareError
from plancompare.model import Benchmark, Lang, Number, Target
from plancompare.plotting.figure import (
    ACCENT,
    BODY,
    FAINT,
    INK,
    MARGIN,
    RULE,
    SECOND,
    SMALL,
    Canvas,
    fitted,
    folded,
    line_height,
    width_of,
)
from plancompare.plotting.head import heading, heading_height, write_heading
from plancompare.telling.figures import BLANKS, benchmark_words, label_of, measure_kind, standing_word
from plancompare.telling.words import clauses, listed, say

LINE = 0.24
NAMES, AXIS, LEFT, RIGHT = 2.0, 3.4, 0.75, 1.5  # inches: row heads, scale, room for labels on both sides of it
PANEL = NAMES + LEFT + AXIS + RIGHT
GAP = 0.35
HIGHEST = 11.0  # inches of panels above one another, then a further column


class Panel(NamedTuple):
    """One measure, laid out: its title, a line on it, what stands below, and the numbers that its scale must hold."""

    measure: Measure
    title: Sequence[str]
    note: str
    blanks: Sequence[str]
    numbers: tuple[Number, ...]

    @property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """The benchmarks of the measure's indicator."""
        return self.measure.indicator.benchmarks if self.measure.indicator else ()

    @property
    def rows(self) -> int:
        """Lines with a mark on the scale."""
        return len(self.benchmarks) + len(self.measure.leading)

    @property
    def height(self) -> float:
        """In inches, with the distance to the next panel."""
        above = len(self.title) * line_height(BODY) + line_height(SMALL)
        return above + LINE * self.rows + 0.28 + len(self.blanks) * line_height(SMALL) + GAP


def draw(comparison: Comparison, lang: Lang, theme: str = "") -> Canvas:
    """The panels of all measures that can be set side by side. Raises PlanCompareError if there are none."""
    panels = [_panel(measure, comparison, lang) for measure in plotted(measures(comparison), theme)]
    if not panels:
        raise PlanCompareError("no measure has figures of two plans, or a figure and a benchmark; nothing to plot")
    columns = stacked(panels)
    width = 2 * MARGIN + len(columns) * PANEL + (len(columns) - 1) * GAP
    room = width - 2 * MARGIN
    head = heading("plot_targets", comparison, theme, lang, room)
    top = heading_height(head) + LINE + 0.15
    below = folded(say("plot_targets_caption", lang), room)
    bottom = top + max(sum(panel.height for panel in column) for column in columns)
    canvas = Canvas(width, bottom + len(below) * line_height(SMALL) + MARGIN)
    write_heading(canvas, head)
    _legend(canvas, heading_height(head), lang)
    for across, column in enumerate(columns):
        y = top
        for panel in column:
            _draw(canvas, MARGIN + across * (PANEL + GAP), y, panel, lang, comparison.names)
            y += panel.height
    canvas.paragraph(MARGIN, bottom, below)
    return canvas


def plotted(every: Sequence[Measure], theme: str) -> list[Measure]:
    """The measures that two or more plans have figures for, or one plan and a benchmark; percentages first."""
    chosen = [
        measure
        for measure in every
        if (not theme or theme in measure.themes)
        and _numbers(measure)
        and (len(measure.leading) > 1 or (measure.indicator and measure.indicator.benchmarks))
    ]
    return sorted(chosen, key=lambda measure: measure.unit != "%")


def stacked(panels: Sequence[Panel]) -> list[list[Panel]]:
    """The panels in up to three columns of about the same height, read downwards."""
    whole = sum(panel.height for panel in panels)
    most = min(3, int(whole / HIGHEST) + 1)
    height = whole / most
    while len(columns := _cut(panels, height)) > most:
        height += 0.1
    return columns


def _cut(panels: Sequence[Panel], height: float) -> list[list[Panel]]:
    """Columns of at most ``height``, or of one panel."""
    columns: list[list[Panel]] = []
    used = height
    for panel in panels:
        if not columns or used + panel.height > height:
            columns.append([])
            used = 0.0
        columns[-1].append(panel)
        used += panel.height
    return columns


def _numbers(measure: Measure) -> tuple[Number, ...]:
    """All numbers that the measure's scale must hold; none if no target has one."""
    numbers = [number for target in measure.leading.values() for number in _span(target) if number is not None]
    if not numbers:
        return ()
    starts = [target.baseline.value for target in measure.leading.values() if target.baseline]
    goals = [benchmark.value for benchmark in measure.indicator.benchmarks] if measure.indicator else []
    return (*numbers, *starts, *goals)


def _span(target: Target) -> tuple[Number | None, ...]:
    return (target.low, target.high) if target.op == "range" else (target.value,)


def _panel(measure: Measure, comparison: Comparison, lang: Lang) -> Panel:
    names = comparison.names
    label = label_of(measure, lang)
    blanks: list[str] = []
    for standing in BLANKS:
        silent = [names[plan] for plan, kind in measure.standings.items() if kind == standing]
        if silent:
            heading = say("targets_blank", lang, what=standing_word(standing, lang))
            blanks += folded(heading + listed(silent, lang), PANEL, SMALL, 3)
    note = clauses(filter(None, [measure.unit, measure_kind(measure, lang)]), lang)
    return Panel(measure, folded(label, PANEL, BODY, 2), note, blanks, _numbers(measure))


def _draw(canvas: Canvas, x: float, y: float, panel: Panel, lang: Lang, names: Mapping[str, str]) -> None:
    measure = panel.measure
    y = canvas.paragraph(x, y, panel.title, BODY, INK, bold=True)
    y = canvas.paragraph(x, y, [panel.note])
    ticks = steps(panel.numbers, 100 if measure.unit == "%" else None)
    low, high = min(ticks[0], *panel.numbers), max(ticks[-1], *panel.numbers)
    start = x + NAMES + LEFT

    def at(number: Number) -> float:
        return start + AXIS * (number - low) / (high - low)

    bottom = y + LINE * panel.rows
    for tick in ticks:
        canvas.line([at(tick)] * 2, [y, bottom + 0.03], RULE, 0.5)
        canvas.words(at(tick), bottom + 0.12, plain(tick), SMALL, "center", FAINT)
    for benchmark in panel.benchmarks:
        _benchmark(canvas, x, y, bottom, benchmark, panel, at, lang)
        y += LINE
    for plan, figures in measure.figures.items():
        if figures:
            canvas.words(x, y + LINE / 2, fitted(names[plan] + ("*" if figures[0].by_name else ""), NAMES - 0.1))
            _target(canvas, y + LINE / 2, figures[0].target, panel, at, f"{measure.id}_{plan}")
            y += LINE
    canvas.paragraph(x, bottom + 0.24, panel.blanks)


def _benchmark(
    canvas: Canvas,
    x: float,
    y: float,
    bottom: float,
    benchmark: Benchmark,
    panel: Panel,
    at: Callable[[Number], float],
    lang: Lang,
) -> None:
    """A line of its own at the top, with level, figure, year and status, and a stroke down through the plans' lines."""
    assert panel.measure.indicator
    middle = y + LINE / 2
    words = benchmark_words(benchmark, panel.measure.indicator, lang)
    x_at = at(benchmark.value)
    canvas.line([x_at, x_at], [middle, bottom], SECOND, 1.1, dashed=benchmark.status != "final")
    name = f"{panel.measure.id}_{benchmark.level}_{benchmark.year}_{plain(benchmark.value)}"
    canvas.mark(x_at, middle, "D", SECOND, benchmark.status == "final", name)
    canvas.words(x, middle, fitted(words, x_at - x - 0.1, SMALL), SMALL, colour=SECOND, backed=True)


def _target(canvas: Canvas, y: float, target: Target, panel: Panel, at: Callable[[Number], float], name: str) -> None:
    """The plan's figure with its words; from its baseline, if it has one; a range as a bar."""
    number = bound(target, panel.measure.indicator)
    if number is None:
        return
    x, figure, side = at(number), shown(target), 1
    if target.baseline:
        base = at(target.baseline.value)
        side = -1 if base > x else 1
        if abs(x - base) > 0.16:
            canvas.arrow(base, x, y, ACCENT)
        canvas.mark(base, y, "o", ACCENT, filled=False, name=f"{name}_base_{plain(target.baseline.value)}")
        if abs(x - base) > 0.1:
            words = plain(target.baseline.value)
            canvas.words(base - side * 0.09, y, words, SMALL, "right" if side > 0 else "left", FAINT, backed=True)
    if target.op == "range" and target.low is not None and target.high is not None:
        canvas.line([at(target.low), at(target.high)], [y, y], ACCENT, 3)
        x = at(target.high if side > 0 else target.low)
        canvas.mark(at(target.low), y, "o", ACCENT)
    canvas.mark(x, y, "o", ACCENT, name=f"{name}_{plain(number)}")
    canvas.words(x + side * 0.1, y, figure, SMALL, "left" if side > 0 else "right", INK, backed=True)


def _legend(canvas: Canvas, y: float, lang: Lang) -> None:
    """The marks and what they stand for, on one line."""
    entries = (
        ("plot_baseline", "o", ACCENT, False),
        ("plot_figure", "o", ACCENT, True),
        ("plot_final", "D", SECOND, True),
        ("plot_unsure", "D", SECOND, False),
    )
    x = MARGIN + 0.05
    for key, shape, colour, filled in entries:
        words = say(key, lang)
        canvas.mark(x, y, shape, colour, filled)
        canvas.words(x + 0.1, y, words, SMALL)
        x += 0.35 + width_of(words, SMALL)


def steps(numbers: Sequence[Number], most: Number | None = None) -> list[float]:
    """Three to five round numbers around ``numbers``; none above ``most`` where no number is."""
    from matplotlib.ticker import MaxNLocator

    low, high = float(min(numbers)), float(max(numbers))
    if low == high:
        pad = abs(low) * 0.05 + 0.5
        low, high = max(low - pad, 0.0) if low >= 0 else low - pad, high + pad
    ticks = [float(tick) for tick in MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
    return ticks if most is None or max(numbers) > most else [tick for tick in ticks if tick <= most]
