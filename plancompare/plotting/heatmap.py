"""Themes × plans: how many commitments, and what a blank means, by number, sign, hatching and shade alike."""

from collections.abc import Mapping

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import ThemeCell, tally, theme_cells
from plancompare.comparing.rows import CellStatus
from plancompare.model import Lang
from plancompare.plotting.figure import (
    BODY,
    FAINT,
    MARGIN,
    SMALL,
    Canvas,
    Swatch,
    fitted,
    folded,
    line_height,
    width_of,
)
from plancompare.plotting.head import heading, heading_height, write_heading
from plancompare.telling.blocks import MARKS
from plancompare.telling.words import counted, say

COLUMN, LINE, TAIL = 0.82, 0.27, 1.5
PART = 0.16  # the hatched strip of a theme held in part
MOST_LABEL = 4.2
NARROWEST = 7.2
BLANKS: Mapping[CellStatus, Swatch] = {
    "unsure": Swatch("#efe6f7", "....", "#8a6bb0"),
    "not_found": Swatch("white"),
    "not_covered": Swatch("#f2f2f2", "////", "#9a9a9a"),
    "not_applicable": Swatch("#d9d9d9"),
}
# from light to dark by lightness alone, so that it reads in grey: the ends of one blue
LIGHT, DARK = (0.87, 0.92, 0.97), (0.03, 0.25, 0.46)
TURN = 0.66  # from here on white is told from the shade more easily than black


def shade(count: float, most: float) -> tuple[str, str]:
    """The colour of a cell and of the number on it, on a square-root scale."""
    share = (count / most) ** 0.5 if most else 0.0
    mixed = [low + (high - low) * share for low, high in zip(LIGHT, DARK, strict=True)]
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed), "white" if share > TURN else "#000000"


def draw(comparison: Comparison, lang: Lang, theme: str = "") -> Canvas:
    """The heatmap of all themes, or of one."""
    rows = [theme] if theme else comparison.codebook.ids
    cells = {key: cell for key, cell in theme_cells(comparison).items() if key[0] in rows}
    labels = {entry.id: entry.label.of(lang) for entry in comparison.codebook.themes}
    left = MARGIN + min(MOST_LABEL, max(width_of(labels.get(name, name)) for name in rows)) + 0.12
    width = max(NARROWEST, left + COLUMN * len(comparison.plans) + TAIL + MARGIN)
    room = width - 2 * MARGIN
    head = heading("plot_heatmap", comparison, theme, lang, room)
    names = [folded(plan.name, COLUMN - 0.06, BODY, 3) for plan in comparison.plans]
    below = folded(say("plot_heatmap_caption", lang), room)
    top = heading_height(head) + max(map(len, names)) * line_height(BODY) + line_height(SMALL) + 0.1
    bottom = top + LINE * len(rows)
    legend = (2 + len(BLANKS)) * 0.25
    canvas = Canvas(width, bottom + 0.15 + legend + len(below) * line_height(SMALL) + 0.1 + MARGIN)
    write_heading(canvas, head)
    for column, plan in enumerate(comparison.plans):
        middle = left + COLUMN * (column + 0.5)
        y = top - 0.05 - line_height(SMALL) / 2
        canvas.words(middle, y, say(plan.source.extent, lang), SMALL, "center", FAINT)
        for back, line in enumerate(reversed(names[column])):
            canvas.words(middle, y - line_height(SMALL) / 2 - line_height(BODY) * (back + 0.5), line, side="center")
    tail = left + COLUMN * len(comparison.plans) + 0.1
    canvas.words(tail, top - 0.05 - line_height(SMALL) / 2, say("plot_covered", lang), SMALL, colour=FAINT)
    most = max((cell.number for cell in cells.values()), default=0)
    for down, name in enumerate(rows):
        y = top + LINE * down
        canvas.words(left - 0.1, y + LINE / 2, fitted(labels.get(name, name), MOST_LABEL), side="right")
        row_cells = [(column, plan.id, cells[name, plan.id]) for column, plan in enumerate(comparison.plans)]
        for column, plan_id, cell in row_cells:
            _cell(canvas, left + COLUMN * column, y, cell, most, f"{name}_{plan_id}_{cell.status}_{cell.number}")
        count = counted(*tally(cell for _, _, cell in row_cells), lang)
        canvas.words(tail, y + LINE / 2, count, SMALL, colour=FAINT)
    y = _legend(canvas, bottom + 0.15, lang, most)
    canvas.paragraph(MARGIN, y + 0.1, below)
    return canvas


def _cell(canvas: Canvas, x: float, y: float, cell: ThemeCell, most: int, name: str) -> None:
    middle = (x + COLUMN / 2, y + LINE / 2)
    if cell.status != "made":
        canvas.box(x, y, COLUMN, LINE, BLANKS[cell.status], name)
        if BLANKS[cell.status].hatch:
            fill = BLANKS[cell.status].fill
            canvas.box(middle[0] - 0.09, y + 0.04, 0.18, LINE - 0.08, Swatch(fill, edge=fill))
        canvas.words(*middle, MARKS[cell.status], side="center", colour=FAINT)
        return
    fill, ink = shade(cell.number, most)
    canvas.box(x, y, COLUMN, LINE, Swatch(fill), name)
    if cell.part:
        canvas.box(x + COLUMN - PART, y, PART, LINE, BLANKS["not_covered"])
    number = str(cell.number or MARKS["made"])  # made, but counted under other themes
    figure = f"{number}?" if cell.part else number
    canvas.words(x + (COLUMN - PART * cell.part) / 2, y + LINE / 2, figure, side="center", colour=ink)


def _legend(canvas: Canvas, y: float, lang: Lang, most: int) -> float:
    """One line a state, drawn as in the map; where the legend ends."""
    some = max(1, round(most / 4))
    entries = [
        (ThemeCell(some, "made", False), say("plot_count", lang)),
        (ThemeCell(some, "made", True), say("plot_part", lang)),
        *((ThemeCell(0, status, False), say(status, lang)) for status in BLANKS),
    ]
    for state, words in entries:
        _cell(canvas, MARGIN, y, state, most, "")
        canvas.words(MARGIN + COLUMN + 0.12, y + LINE / 2, words, SMALL)
        y += LINE + 0.02
    return y
