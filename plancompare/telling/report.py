"""From a comparison to its report."""

from collections.abc import Iterable, Iterator, Mapping

from plancompare.comparing.comparison import Comparison
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Grid, Prose, Report
from plancompare.telling.method import decisions, findings, method, reproduction
from plancompare.telling.overview import findings_in_figures, scope, theme_matrix
from plancompare.telling.rows import by_plan, figures, rows_by_theme
from plancompare.telling.source import Source
from plancompare.telling.words import clauses, listed, say

_CHAPTERS = (scope, findings_in_figures, theme_matrix, rows_by_theme, figures, by_plan, method, decisions, findings)


def make_report(comparison: Comparison, lang: Lang, rows_only: bool = False, command: str = "") -> Report:
    """The report of a comparison; ``rows_only`` leaves out every chapter but the rows and how to make it again."""
    source = Source(comparison, lang, command)
    chapters = (rows_by_theme,) if rows_only else _CHAPTERS
    narrowed = narrowing(source, rows_only)
    blocks: list[Block] = [Prose(narrowed)] if narrowed else []
    for chapter in (*chapters, reproduction):
        blocks += chapter(source)
    return Report(
        title=source.say("report_title", plans=source.plans_named([plan.id for plan in comparison.plans])),
        lang=source.lang,
        blocks=tuple(blocks),
        sheets=sheets(blocks, source.lang),
        names=source.names,
        themes=source.themes,
        narrowed=narrowed,
        date=max(_dates(comparison), default=""),
    )


def sheets(blocks: Iterable[Block], lang: Lang) -> Mapping[str, str]:
    """The questions that the tables among ``blocks`` answer, in their order, with their names."""
    ids = dict.fromkeys(block.sheet for block in blocks if isinstance(block, Grid))
    return {sheet: say(f"sheet_{sheet}", lang) for sheet in ids}


def narrowing(source: Source, rows_only: bool = False) -> str:
    """What was left out on purpose, in words; empty for a whole report."""
    settings = source.comparison.settings
    told = []
    if settings.theme:
        told.append(source.say("narrowed_theme", theme=source.theme(settings.theme)))
    if settings.only:
        kinds = [source.say(kind) for kind in settings.only]
        told.append(source.say("narrowed_only", kinds=listed(kinds, source.lang)))
    if not settings.decisions:
        told.append(source.say("narrowed_decisions"))
    if rows_only:
        told.append(source.say("narrowed_rows"))
    return source.say("narrowed", told=clauses(told, source.lang)) if told else ""


def _dates(comparison: Comparison) -> Iterator[str]:
    """Every date in the inputs."""
    for plan in comparison.plans:
        yield from plan.dates.values()
    for decision in comparison.rulings:
        yield decision.date
