"""What stands above and below every plot: what is compared, from which texts, and what blanks mean."""

from collections.abc import Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.model import Lang
from plancompare.plotting.figure import BODY, INK, MARGIN, TITLE, Canvas, folded, line_height
from plancompare.telling.words import listed, say


def heading(title: str, comparison: Comparison, theme: str, lang: Lang, room: float) -> tuple[list[str], list[str]]:
    """The title and, below it, the plans with the extent of their texts, as lines that fit ``room`` inches."""
    texts = [say("plot_text", lang, plan=plan.name, extent=say(plan.source.extent, lang)) for plan in comparison.plans]
    texts_said = say("plot_texts", lang, count=len(texts), plans=listed(texts, lang))
    labels = {entry.id: entry.label.of(lang) for entry in comparison.codebook.themes}
    only = [say("plot_only_theme", lang, theme=labels.get(theme, theme))] if theme else []
    below = [line for part in [*only, texts_said] for line in folded(part, room, BODY)]
    return folded(say(title, lang), room, TITLE), below


def heading_height(lines: tuple[list[str], list[str]]) -> float:
    """How high the heading is, with the margin above it and a gap below."""
    title, below = lines
    return MARGIN + len(title) * line_height(TITLE) + len(below) * line_height(BODY) + 0.2


def write_heading(canvas: Canvas, lines: tuple[list[str], list[str]]) -> None:
    """Write the heading."""
    title, below = lines
    y = canvas.paragraph(MARGIN, MARGIN, title, TITLE, INK, bold=True)
    canvas.paragraph(MARGIN, y + 0.05, below, BODY)


def caption(text: str, room: float) -> Sequence[str]:
    """The caption's lines."""
    return folded(text, room)
