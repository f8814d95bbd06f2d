"""What the three plots show: the numbers of the comparison, blanks for what they are, nothing on top of another."""

from io import BytesIO
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plancompare import Comparison, compare, load
from plancompare.asking.figures import bound, measures
from plancompare.asking.similarity import Overlap, overlaps
from plancompare.comparing.coverage import theme_cells
from plancompare.errors import PlanCompareError
from plancompare.model import Lang
from plancompare.plotting import PLOTS
from plancompare.plotting.figure import Canvas, drawing
from plancompare.plotting.fonts import FALLBACK
from plancompare.plotting.heatmap import shade
from plancompare.plotting.similarity import tree
from plancompare.plotting.targets import Panel, plotted, stacked, steps
from tests.plotting.support import FONT, comparison, drawn
from tests.support import INDICATORS, collection, plan_text

NASTY = "$\\\\frac{$x_y^\\e[31m\\u202e很长的名字"


def ids(canvas: Canvas) -> set[str]:
    """The names of what is drawn, as SVG has them."""
    out = BytesIO()
    with drawing(FONT):
        canvas.write(out, "svg")
    return {element.get("id") or "" for element in ElementTree.fromstring(out.getvalue()).iter()}


def rate(plan: str, value: int, rest: str = "") -> str:
    target = f"indicator: inclusive-coverage, op: '>=', value: {value}, unit: '%'{rest}"
    return f"id: {plan}-1, text: 普惠性幼儿园覆盖率, theme: preschool, targets: [{{{target}}}]"


def small(folder: Path, plans: dict[str, list[str]], name: str = "") -> Comparison:
    """A comparison of plans made on the spot; ``name`` is what the first is called."""
    texts = {plan: plan_text(plan, records) for plan, records in plans.items()}
    if name:
        first = next(iter(texts))
        texts[first] = texts[first].replace(f"name: {first}\n", f'name: "{name}"\n')
    return compare(load(collection(folder, texts)))


FIVE, TWO, ELEVEN = (False, None), (False, ("fengtai", "yuquan")), (True, None)


@pytest.mark.skipif(FONT == FALLBACK, reason="no font with Chinese characters: their widths mean nothing")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plans", [FIVE, TWO, ELEVEN], ids=["five", "two", "eleven"])
@pytest.mark.parametrize("kind", PLOTS)
def test_no_text_leaves_the_sheet_or_stands_on_another(
    kind: str, plans: tuple[bool, tuple[str, ...] | None], lang: Lang
) -> None:
    canvas = drawn(kind, comparison(*plans), lang=lang)
    with drawing(FONT):
        canvas.figure.savefig(BytesIO(), dpi=canvas.figure.dpi)
        extents = [(text.get_text(), text.get_window_extent()) for text in canvas.axes.texts if text.get_text()]
    dpi = canvas.figure.dpi
    for told, extent in extents:
        assert extent.x0 >= 0 and extent.x1 <= canvas.width * dpi, told
        assert extent.y0 >= 0 and extent.y1 <= canvas.height * dpi, told
    for (told, one), (other, two) in combinations(extents, 2):
        across = min(one.x1, two.x1) - max(one.x0, two.x0)
        down = min(one.y1, two.y1) - max(one.y0, two.y0)
        assert min(across, down) < 2, f"{told} / {other}"


@pytest.mark.parametrize("kind", PLOTS)
def test_hostile_names_are_drawn_as_words(kind: str, tmp_path: Path) -> None:
    record = (
        'id: {}-1, text: 新建幼儿园, theme: preschool, targets: [{{label: "$_^{{", op: \'=\', value: 3, unit: "$"}}]'
    )
    of = small(tmp_path, {"a": [record.format("a")], "b": [record.format("b")]}, NASTY)
    canvas = drawn(kind, of)
    assert ids(canvas)
    written = "".join(canvas.texts)
    assert "$\\frac{$x_y^" in written
    assert not any(ord(c) < 32 for c in written) and "\u202e" not in written


@pytest.mark.parametrize("kind", PLOTS)
def test_titles_say_which_texts_and_captions_what_blanks_mean(kind: str) -> None:
    told = " ".join(drawn(kind, comparison()).texts)
    assert "5 plans: 朝阳 (excerpt), 甲市 (excerpt), 乙市 (excerpt), 丰台 (full), 玉泉 (excerpt)" in told
    assert {"heatmap": "Not covered:", "targets": "not drawn at 0", "similarity": "Not comparable:"}[kind] in told


@pytest.mark.parametrize("kind", PLOTS)
def test_a_theme_narrows_and_is_named(kind: str) -> None:
    canvas = drawn(kind, comparison(), "pay")
    told = " ".join(canvas.texts)
    assert "Theme: Teachers' pay, support and honours" in told
    assert "Pre-school" not in told and "kindergarten" not in told


# heatmap


def test_every_cell_of_the_heatmap_holds_its_count_and_state() -> None:
    of = comparison()
    found = ids(drawn("heatmap", of))
    for plan in of.plans:
        for theme in of.codebook.ids:
            count = sum(of.row_of(c.key).theme == theme for c in plan.commitments)
            spoken = any(of.themes[c.key].theme == theme for c in plan.commitments)
            status = "made" if count or spoken else "not_found" if plan.covers(theme) else "not_covered"
            assert f"{theme}_{plan.id}_{status}_{count}" in found


def test_a_theme_held_in_part_is_marked(tmp_path: Path) -> None:
    head = "source: {extent: excerpt, file: x.txt}\nreads: {preschool: whole, layout: part}"
    head += "\nnot_applicable: {staffing: 无}"
    records = [f"id: a-{theme}, text: 事, theme: {theme}" for theme in ("preschool", "layout")]
    of = compare(load(collection(tmp_path, {"a": plan_text("a", records, head)})))
    found = theme_cells(of)
    assert found["preschool", "a"] == (1, "made", False)
    assert found["layout", "a"] == (1, "made", True)
    assert found["staffing", "a"] == (0, "not_applicable", False)
    assert found["training", "a"] == (0, "not_covered", False)
    assert "1?" in drawn("heatmap", of).texts


def test_shades_darken_with_numbers_and_keep_them_legible() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    seen = [shade(count, 40) for count in range(1, 41)]
    lights = [light(colour) for colour, _ in seen]
    assert lights == sorted(lights, reverse=True)
    for (_, ink), ground in zip(seen, lights, strict=True):
        over = light("#ffffff" if ink == "white" else ink)
        assert (max(over, ground) + 0.05) / (min(over, ground) + 0.05) >= 4.5  # contrast as in WCAG


# targets


@pytest.mark.slow
def test_the_measures_of_two_plans_or_of_one_and_a_benchmark_percentages_first() -> None:
    every = measures(comparison(True))
    chosen = plotted(every, "")
    assert len(chosen) > 12
    assert all(len(m.leading) > 1 or (m.indicator and m.indicator.benchmarks) for m in chosen)
    units = [measure.unit == "%" for measure in chosen]
    assert units == sorted(units, reverse=True) and not all(units)
    assert {m.id for m in plotted(measures(comparison()), "")} == {
        "inclusive-kindergarten-coverage",
        "preschool-gross-enrolment",
        "teacher-civil-servant-pay-ratio",
    }


@pytest.mark.slow
def test_every_figure_baseline_and_benchmark_has_its_mark() -> None:
    of = comparison(True)
    found = ids(drawn("targets", of))
    for measure in plotted(measures(of), ""):
        name = "".join(c if c.isalnum() or c in "._-" else "_" for c in measure.id)
        for plan, target in measure.leading.items():
            value = bound(target, measure.indicator)
            assert value is not None
            assert any(f"{name}_{plan}_{value:{form}}" in found for form in ("g", ",g", ".12g", "_.12g")), (name, plan)
            if target.baseline:
                assert f"{name}_{plan}_base_{target.baseline.value:g}" in found
        for benchmark in measure.indicator.benchmarks if measure.indicator else ():
            assert f"{name}_{benchmark.level}_{benchmark.year}_{benchmark.value:g}" in found


def test_a_plan_without_a_figure_is_named_and_not_drawn(tmp_path: Path) -> None:
    of = small(tmp_path, {"a": [rate("a", 90)], "b": [rate("b", 80)], "c": ["id: c-1, text: 培训, theme: training"]})
    canvas = drawn("targets", of)
    assert "not found: c" in canvas.texts
    assert not any(name.startswith("inclusive-coverage_c") for name in ids(canvas))


def test_the_way_down_is_drawn_from_right_to_left(tmp_path: Path) -> None:
    target = "{{indicator: large-classes, op: '<=', value: {}, unit: '%', baseline: {{value: 9}}}}"
    down = f"id: {{}}-1, text: 大班额, theme: layout, targets: [{target}]"
    of = small(tmp_path, {"a": [down.format("a", 3)], "b": [down.format("b", 1)]})
    canvas = drawn("targets", of)
    at = {text.get_text(): (text.get_position()[0], text.get_horizontalalignment()) for text in canvas.axes.texts}
    assert at["≤1%"] < at["≤3%"] < at["9"]
    assert [at[label][1] for label in ("≤1%", "≤3%", "9")] == ["right", "right", "left"]


def test_the_words_on_a_benchmark_end_before_its_mark(tmp_path: Path) -> None:
    above = f"  benchmarks: [{{op: '>=', value: 1, year: 2025, level: {'很长的级别' * 12}, source: 某规划}}]\n"
    registry = INDICATORS.replace("direction: higher\n", f"direction: higher\n{above}")
    folder = collection(tmp_path, {"a": plan_text("a", [rate("a", 90)])}, indicators=registry)
    [told] = [text for text in drawn("targets", compare(load(folder))).texts if text.startswith("很长的级别")]
    assert told.endswith("…")


def test_without_anything_to_set_side_by_side_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match="no measure has figures of two plans"):
        drawn("targets", small(tmp_path, {"a": [rate("a", 90)], "b": ["id: b-1, text: 培训, theme: training"]}))


def test_a_figure_without_a_number_is_not_drawn(tmp_path: Path) -> None:
    unknown = "id: {}-1, text: 建, theme: layout, targets: [{{label: 园, op: '=', unit: 所}}]"
    with pytest.raises(PlanCompareError, match="nothing to plot"):
        drawn("targets", small(tmp_path, {"a": [unknown.format("a")], "b": [unknown.format("b")]}))


@pytest.mark.parametrize("numbers", [(90,), (0,), (100, 100), (85, 99.5), (1, 1_000_000), (-3, 5), (0.45, 0.5)])
def test_the_scale_has_few_round_steps_around_the_numbers(numbers: tuple[float, ...]) -> None:
    ticks = steps(numbers, 100)
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(ticks)
    assert ticks[0] <= min(numbers)
    assert max(numbers) > 100 or ticks[-1] <= 100
    assert min(numbers) < 0 or ticks[0] >= 0


def test_panels_are_spread_over_at_most_three_columns_in_their_order() -> None:
    measure = measures(comparison())[0]
    panels = [Panel(measure, ["t"], "", [""] * (place % 4), (1,)) for place in range(30)]
    columns = stacked(panels)
    assert [panel for column in columns for panel in column] == panels
    heights = [sum(panel.height for panel in column) for column in columns]
    assert len(columns) == 3
    assert max(heights) - min(heights) < 2 * max(panel.height for panel in panels)
    assert stacked(panels[:2]) == [panels[:2]]


# similarity


def test_every_pair_is_shown_with_its_counts() -> None:
    of = comparison()
    canvas = drawn("similarity", of)
    found = ids(canvas)
    for (a, b), pair in overlaps(of).items():
        straight, turned = (f"{one}_{other}_{pair.both}_{pair.either}" for one, other in ((a, b), (b, a)))
        assert len({straight, turned} & found) == 1
        if pair.jaccard is not None:
            sides = (pair.first, pair.second) if straight in found else (pair.second, pair.first)
            assert f"n={pair.either} ({sides[0]}|{sides[1]})" in canvas.texts
    assert canvas.texts.count("not comparable") == sum(pair.jaccard is None for pair in overlaps(of).values())
    assert "not in the tree: no theme in common with" in canvas.texts


def test_a_ratio_of_few_rows_stands_in_brackets(tmp_path: Path) -> None:
    of = small(tmp_path, {"a": [rate("a", 90)], "b": [rate("b", 80)]})
    assert "(1.00)" in drawn("similarity", of).texts


def test_average_linkage_joins_the_nearest_first() -> None:
    """By hand: a-b at 0.2; then c at the mean of 0.6 and 0.8."""
    pairs = {("a", "b"): Overlap(9, 9, 8), ("a", "c"): Overlap(7, 7, 4), ("b", "c"): Overlap(6, 6, 2)}
    distances = {pair: 1 - (found.jaccard or 0) for pair, found in pairs.items()}
    assert distances == pytest.approx({("a", "b"): 0.2, ("a", "c"): 0.6, ("b", "c"): 0.8})
    leaves, branches = tree("abc", pairs)
    assert {leaves[0], leaves[2]} & {"c"}
    assert sorted(max(branch.distances) for branch in branches) == pytest.approx([0.2, 0.7])
    assert {place for branch in branches for place in branch.places if place in (0, 1, 2)} >= {0.0, 1.0, 2.0}


@pytest.mark.parametrize("plans", [("chaoyang", "yuquan"), ("fengtai",)])
def test_without_two_plans_that_compare_it_says_so(plans: tuple[str, ...]) -> None:
    with pytest.raises(PlanCompareError, match="nothing to compare"):
        drawn("similarity", comparison(plans=plans))
