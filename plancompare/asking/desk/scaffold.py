"""The outline of a plan to be encoded: a section for each theme, or another plan's sections with a checklist of rows.

Only headings and curators' labels of rows carry over from other plans, never their sentences.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.model import Codebook, Label, Plan, Section


class Promise(NamedTuple):
    """A row that most peers make: what curators call it, and how many make it."""

    row: str
    theme: str
    label: Label
    made: int
    covered: int


class Part(NamedTuple):
    """A section to be filled, with the promises that most peers make under its theme."""

    section: Section
    promises: tuple[Promise, ...]


class Scaffold(NamedTuple):
    """A plan's sections, and the promises whose theme none has; ``has_model`` if another plan gave the outline."""

    parts: tuple[Part, ...]
    elsewhere: tuple[Promise, ...]
    has_model: bool


def usual(comparison: Comparison) -> tuple[Promise, ...]:
    """The rows that more than one plan, and at least half of those whose text covers the theme, make."""
    return tuple(
        Promise(row.id, row.theme, row.label, row.made, row.covered)
        for row in comparison.rows
        if row.made > 1 and row.made * 2 >= row.covered and _has_own_label(row)
    )


def _has_own_label(row: Row) -> bool:
    """Whether people named the row; else its label would be one plan's sentence."""
    return row.decision is not None and row.decision.label is not None


def section_themes(plan: Plan, comparison: Comparison) -> Mapping[str, str]:
    """The theme of each section by its id: a curator's pin, else that of more than half of its commitments.

    A section of aims that touches on everything has none, for a theme given to a section holds for all that is in it.
    """
    theme_of = {section.id: section.theme for section in plan.sections if section.theme}
    by_section: dict[str, Counter[str]] = {}
    for commitment in plan.commitments:
        by_section.setdefault(commitment.section.id, Counter())[comparison.themes[commitment.key].theme] += 1
    for section, themes in by_section.items():
        [(theme, count)] = themes.most_common(1)
        if count * 2 > themes.total():
            theme_of.setdefault(section, theme)
    return theme_of


def scaffold(
    codebook: Codebook,
    like: Plan | None = None,
    themes: Mapping[str, str] | None = None,
    promises: Sequence[Promise] = (),
) -> Scaffold:
    """The outline of a plan to be encoded: that of ``like``, or a section for each theme.

    ``themes`` are the themes of the sections of ``like`` (by section id), under which ``promises`` then stand.
    """
    left = {promise.row: promise for promise in promises}
    parts = []
    for section in like.sections if like else _of_themes(codebook):
        theme = (themes or {}).get(section.id, section.theme)
        usual_here = tuple(left.pop(row) for row in list(left) if theme and left[row].theme == theme)
        parts.append(Part(section._replace(theme=theme), usual_here))
    return Scaffold(tuple(parts), tuple(left.values()), like is not None)


def _of_themes(codebook: Codebook) -> tuple[Section, ...]:
    return tuple(
        Section(str(number), "", theme.label.zh or theme.id, theme.id)
        for number, theme in enumerate(codebook.themes, 1)
    )
