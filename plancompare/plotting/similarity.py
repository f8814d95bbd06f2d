"""A tree of plans beside their overlap, pair by pair: Jaccard over the rows of themes that both texts cover."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.asking.similarity import Overlap, comparable, overlaps
from plancompare.comparing.comparison import Comparison
from plancompare.errors import PlanCompareError
from plancompare.model import Lang
from plancompare.plotting.figure import (
    BODY,
    FAINT,
    INK,
    MARGIN,
    RULE,
    SMALL,
    Canvas,
    Swatch,
    fitted,
    folded,
    line_height,
    width_of,
)
from plancompare.plotting.head import heading, heading_height, write_heading
from plancompare.plotting.heatmap import BLANKS, shade
from plancompare.telling.words import say

COLUMN, LINE, TREE = 1.0, 0.46, 2.4
MOST_LABEL = 1.6
FEW = 10  # rows: below, a ratio says little
Pairs = Mapping[tuple[str, str], Overlap]


class Branch(NamedTuple):
    """A joint of the tree: three strokes through four points, as distance and place among the leaves."""

    distances: tuple[float, ...]
    places: tuple[float, ...]


def draw(comparison: Comparison, lang: Lang, theme: str = "") -> Canvas:
    """The tree and the pairs. Raises PlanCompareError where no two plans compare."""
    narrowed = comparison.only(theme)
    pairs = overlaps(narrowed)
    ids = [plan.id for plan in comparison.plans]
    joined = comparable(ids, pairs)
    if len(joined) < 2:
        raise PlanCompareError("no two of these plans cover a theme in common whole; there is nothing to compare")
    leaves, branches = tree(joined, pairs)
    order = [*leaves, *(plan for plan in ids if plan not in joined)]
    names = {plan.id: fitted(plan.name, MOST_LABEL) for plan in comparison.plans}
    widest = max(width_of(name) for name in names.values())
    left = MARGIN + TREE + 0.15 + widest + 0.15
    width = max(7.0, left + COLUMN * (len(order) - 1) + MARGIN + 0.1)
    room = width - 2 * MARGIN
    head = heading("plot_similarity", comparison, theme, lang, room)
    undecided = sum(row.weakest_link is not None for row in narrowed.rows)
    below = folded(say("plot_similarity_caption", lang, few=FEW, undecided=undecided), room)
    left_out = folded(say("plot_left_out", lang), TREE - 0.2) if len(joined) < len(ids) else []
    top = heading_height(head) + 0.35
    bottom = top + LINE * len(order)
    canvas = Canvas(width, bottom + 0.2 + len(below) * line_height(SMALL) + MARGIN)
    write_heading(canvas, head)
    _tree(canvas, top, branches, len(leaves), say("plot_distance", lang))
    for leaf, plan in enumerate(order):
        canvas.words(MARGIN + TREE + 0.15, top + LINE * (leaf + 0.5), names[plan])
    _pairs(canvas, left, top, order, pairs, names, say("not_comparable", lang))
    canvas.paragraph(MARGIN, top + LINE * len(leaves) + 0.1, left_out)
    canvas.paragraph(MARGIN, bottom + 0.2, below)
    return canvas


def tree(plans: Sequence[str], pairs: Pairs) -> tuple[list[str], list[Branch]]:
    """Average linkage (UPGMA, Sokal and Michener 1958) on 1 - J: the leaves in the order drawn, and the joints."""
    from itertools import combinations

    from scipy.cluster.hierarchy import dendrogram, linkage

    distances = [1 - _jaccard(a, b, pairs) for a, b in combinations(plans, 2)]
    drawn = dendrogram(linkage(distances, "average"), no_plot=True, labels=list(plans), color_threshold=0)
    branches = [
        Branch(tuple(map(float, heights)), tuple((float(leaf) - 5) / 10 for leaf in places))
        for heights, places in zip(drawn["dcoord"], drawn["icoord"], strict=True)
    ]
    return list(drawn["ivl"]), branches


def _pair(a: str, b: str, pairs: Pairs) -> Overlap:
    """The overlap of ``a`` with ``b``, whichever stands first in the comparison."""
    straight = pairs.get((a, b))
    if straight:
        return straight
    other = pairs[b, a]
    return other._replace(first=other.second, second=other.first)


def _jaccard(a: str, b: str, pairs: Pairs) -> float:
    share = _pair(a, b, pairs).jaccard
    assert share is not None  # the tree has only plans that compare
    return share


def _tree(canvas: Canvas, top: float, branches: Sequence[Branch], leaves: int, axis: str) -> None:
    def across(distance: float) -> float:
        return MARGIN + 0.1 + (TREE - 0.1) * (1 - distance)

    for tick in (0, 0.25, 0.5, 0.75, 1):
        canvas.line([across(tick)] * 2, [top - 0.03, top + LINE * leaves], RULE, 0.5)
        canvas.words(across(tick), top - 0.11, f"{tick:g}", SMALL, "center", FAINT)
    canvas.words(MARGIN, top - 0.27, axis, SMALL, colour=FAINT)
    for branch in branches:
        down = [top + LINE * (leaf + 0.5) for leaf in branch.places]
        canvas.line([across(distance) for distance in branch.distances], down, INK, 1.2)


def _pairs(
    canvas: Canvas,
    left: float,
    top: float,
    order: Sequence[str],
    pairs: Pairs,
    names: Mapping[str, str],
    incomparable: str,
) -> None:
    """The lower half of the square: each plan against those above it."""
    for across, column in enumerate(order[:-1]):
        x = left + COLUMN * across
        canvas.words(x + COLUMN / 2, top + LINE * (across + 0.8), fitted(names[column], COLUMN - 0.05), side="center")
        for down in range(across + 1, len(order)):
            y = top + LINE * down
            overlap = _pair(order[down], column, pairs)
            share = overlap.jaccard
            name = f"{order[down]}_{column}_{overlap.both}_{overlap.either}"
            if share is None:
                canvas.box(x, y, COLUMN, LINE, BLANKS["not_covered"], name)
                canvas.box(x + 0.1, y + 0.1, COLUMN - 0.2, LINE - 0.2, Swatch("#f2f2f2", edge="#f2f2f2"))
                canvas.words(x + COLUMN / 2, y + LINE / 2, incomparable, SMALL, "center", FAINT)
                continue
            fill, ink = shade(share**2, 1)  # linear
            canvas.box(x, y, COLUMN, LINE, Swatch(fill), name)
            figure = f"{share:.2f}" if overlap.either >= FEW else f"({share:.2f})"
            canvas.words(x + COLUMN / 2, y + LINE * 0.32, figure, BODY, "center", ink)
            counts = f"n={overlap.either} ({overlap.first}|{overlap.second})"
            canvas.words(x + COLUMN / 2, y + LINE * 0.72, counts, SMALL, "center", ink)
