"""From a comparison to its report, and its last chapters: method, rulings, findings, how to make it again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from platform import python_version

from plancompare import __version__
from plancompare.comparing.comparison import Comparison
from plancompare.model import Decision, Lang
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line, Prose, Report
from plancompare.telling.figure_chapter import figures
from plancompare.telling.many import digest_figures, digest_findings, digest_rows, digest_themes
from plancompare.telling.messages import message_text
from plancompare.telling.opening import main_findings
from plancompare.telling.overview import scope, theme_matrix
from plancompare.telling.rows import by_plan, rows_by_theme
from plancompare.telling.source import MOST_PLANS, Source
from plancompare.telling.words import clauses, listed, say


def method(source: Source) -> Iterator[Block]:
    """The unit, the steps, the thresholds, and what a blank means."""
    say, settings = source.say, source.comparison.settings
    yield Heading(2, say("report_method"), "method")
    for step in ("unit", "themes", "rows", "blanks", "figures"):
        yield Prose(say(f"method_{step}", match=settings.thresholds.match, review=settings.thresholds.review))
    yield Prose(say("method_decisions" if settings.decisions else "method_no_decisions"))


def decisions(source: Source) -> Iterator[Block]:
    """The rulings that shaped the rows shown."""
    say, comparison = source.say, source.comparison
    if not comparison.settings.decisions:
        return
    members = {commitment.key for row in comparison.rows for commitment in row.commitments}
    used = [d for d in comparison.rulings if len(members & set(d.members)) > 1]
    if not used:
        return
    yield Heading(2, say("report_decisions"), "decisions")
    several: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in used:
        several.setdefault((decision.kind, decision.who, decision.date), []).append(decision)
    for place, (key, rulings) in enumerate(several.items()):
        yield _rulings(f"decisions-{place}" if place else "decisions", key, rulings, members, source)


def _rulings(
    id: str, key: tuple[str, str, str], rulings: Sequence[Decision], members: set[str], source: Source
) -> Grid:
    """The rulings of one kind that one person made on one day: what they share stands above them."""
    say = source.say
    told = (say(f"ruled_{key[0]}"), *key[1:])
    heads = (("report_ruling", 9), ("report_who", 10), ("report_date", 10))
    columns = (
        *(Column(say(head), "text", width, data=True) for head, width in heads),
        Column(say("row"), "label", 30, spare=True),
        Column(say("report_members"), "text", 30),
        Column(say("report_reason"), "text", 40, spare=True),
    )
    lines = tuple(Line((*told, *_decision(decision, members, source))) for decision in rulings)
    caption = f"{say('report_decisions_caption')}　{clauses(filter(None, told), source.lang)} ({len(lines)})"
    return Grid(id, "decisions", caption, columns, lines)


def _decision(decision: Decision, members: set[str], source: Source) -> tuple[Cell, ...]:
    label = decision.label.of(source.lang) if decision.label else ""
    named = f"{label} [{decision.id}]" if decision.id else label
    return named, ", ".join(key for key in decision.members if key in members), decision.reason


def findings(source: Source) -> Iterator[Block]:
    """What reading found wrong, and rulings that no longer hold."""
    say, lang, comparison = source.say, source.lang, source.comparison
    if not comparison.findings:
        return
    yield Heading(2, say("report_findings"), "findings")
    heads = (("report_level", 9), ("report_place", 26), ("report_message", 60), ("report_check", 16))
    columns = tuple(Column(say(head), "text", width) for head, width in heads)
    lines = tuple(
        Line(
            (say(f"level_{f.level}"), f"{f.at.file}:{f.at.line}:{f.at.column}", message_text(f.message, lang), f.check)
        )
        for f in comparison.findings
    )
    yield Grid("findings", "findings", say("report_findings_caption"), columns, lines)


def reproduction(source: Source) -> Iterator[Block]:
    """The command, the versions and the files: who has these gets the same bytes."""
    say = source.say
    yield Heading(2, say("report_again"), "again")
    if source.command:
        yield Prose(source.command, code=True)
    yield Prose(say("report_versions", version=__version__, python=".".join(python_version().split(".")[:2])))
    columns = (Column(say("report_file"), "text", 24), Column("SHA-256", "text", 66))
    lines = tuple(Line((file.path, file.sha256)) for file in source.comparison.inputs)
    yield Grid("inputs", "inputs", say("report_inputs"), columns, lines)


def sources(source: Source) -> Iterator[Block]:
    """What was compared, how, by which rulings, what was wrong with it, and how to make the report again."""
    yield Heading(1, source.say("report_sources"), "sources")
    for part in (scope, method, decisions, findings, reproduction):
        yield from part(source)


def again(source: Source) -> Iterator[Block]:
    """How to make the report again, where nothing else is told of its sources."""
    yield Heading(1, source.say("report_sources"), "sources")
    yield from reproduction(source)


def with_annexes(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a paper: what is told first is the paper itself, every chapter behind that an annex."""
    told: list[Block] = []
    chapters = 0
    for block in blocks:
        chapter = isinstance(block, Heading) and block.level == 1
        told.append(block._replace(annex=chapters > 0) if chapter and isinstance(block, Heading) else block)
        chapters += chapter
    return told


Chapter = Callable[[Source], Iterator[Block]]
_DIGEST = (digest_findings, digest_themes, digest_rows, digest_figures, sources)
_CHAPTERS = (main_findings, theme_matrix, rows_by_theme, figures, by_plan, sources)


def make_report(
    comparison: Comparison, lang: Lang, rows_only: bool = False, command: str = "", most: int = MOST_PLANS
) -> Report:
    """The report of a comparison; of more than ``most`` plans a digest.

    ``rows_only`` leaves out every chapter but the rows and how to make it again.
    """
    source = Source(comparison, lang, command)
    many = len(comparison.plans) > most
    chapters: Sequence[Chapter] = _DIGEST if many else _CHAPTERS
    if rows_only:
        chapters = (digest_rows if many else rows_by_theme, again)
    narrowed = narrowing(source, rows_only)
    blocks: list[Block] = [Prose(narrowed)] if narrowed else []
    for chapter in chapters:
        blocks += chapter(source)
    blocks = with_annexes(blocks)
    return Report(
        title=_title(source, many),
        lang=source.lang,
        blocks=tuple(blocks),
        sheets=sheets(blocks, source.lang),
        names=source.names,
        themes=source.themes,
        narrowed=narrowed,
        date=source.date,
    )


def _title(source: Source, many: bool) -> str:
    plans = [plan.id for plan in source.comparison.plans]
    if many:
        return source.say("digest_title", count=len(plans))
    return source.say("report_title", plans=source.plans_named(plans))


def sheets(blocks: Iterable[Block], lang: Lang) -> Mapping[str, str]:
    """The questions that the tables among ``blocks`` answer, in their order, with their names."""
    ids = dict.fromkeys(block.sheet for block in blocks if isinstance(block, Grid) and block.sheet)
    return {sheet: say(f"sheet_{sheet}", lang) for sheet in ids}


def narrowing(source: Source, rows_only: bool = False) -> str:
    """What was left out on purpose, in words; empty for a whole report."""
    settings = source.comparison.settings
    limits = [source.say("narrowed_where", where=settings.where)] if settings.where else []
    if settings.theme:
        limits.append(source.say("narrowed_theme", theme=source.theme(settings.theme)))
    if settings.only:
        kinds = [source.say(kind) for kind in settings.only]
        limits.append(source.say("narrowed_only", kinds=listed(kinds, source.lang)))
    if not settings.decisions:
        limits.append(source.say("narrowed_decisions"))
    if settings.proposed:
        limits.append(source.say("narrowed_proposed"))
    if rows_only:
        limits.append(source.say("narrowed_rows"))
    return source.say("narrowed", told=clauses(limits, source.lang)) if limits else ""
