"""What was compared and from which texts, the outcome in figures, themes × plans: for reports and for a screen."""

from collections import Counter
from collections.abc import Iterator

from plancompare.asking.similarity import overlaps
from plancompare.comparing.coverage import ThemeCell, tally, theme_cells
from plancompare.comparing.rows import STATES
from plancompare.model import Plan
from plancompare.telling.blocks import Block, Cell, Column, Count, Grid, Heading, Line, Prose, Shown
from plancompare.telling.grouped import matrix_of_many
from plancompare.telling.rows import differing, legend, made_alone, not_covered, outcomes, unsure
from plancompare.telling.source import Source
from plancompare.telling.words import clauses, counted


def scope(source: Source) -> Iterator[Block]:
    """The plans compared, how much of each is held, and what our text of it does not cover."""
    say = source.say
    yield Heading(2, say("report_scope"), "scope")
    heads = ("plan_head", "title", "issuer", "period", "dates_head", "report_origin", "extent", "commitments")
    widths = (8, 40, 16, 10, 11, 20, 7, 8)
    columns = [
        Column(say(head), "number" if head == "commitments" else "text", width, small=2 <= place <= 5)
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    lines = [Line(_plan(plan, source)) for plan in source.comparison.plans]
    yield Grid("plans", "scope", say("report_plans"), tuple(columns), tuple(lines))
    covered = [Line((plan.name, *_covered(plan, source))) for plan in source.comparison.plans]
    covers = (
        Column(say("plan_head"), width=8),
        *(Column(say(f"report_{part}"), width=34) for part in ("part", "none")),
    )
    note = say("report_blanks")
    yield Grid("coverage", "coverage", say("report_coverage"), covers, tuple(covered), note)


def _plan(plan: Plan, source: Source) -> tuple[Cell, ...]:
    period = source.say("period_of", start=plan.period[0], end=plan.period[1]) if plan.period else ""
    dates = plan.dates.get("published") or plan.dates.get("written", "")
    extent = source.say(plan.source.extent)
    own = sum(c.plan == plan.id for row in source.comparison.rows for c in row.commitments)
    return (plan.name, plan.title, plan.issuer, period, dates, plan.source.url or plan.source.file, extent, own)


def _covered(plan: Plan, source: Source) -> tuple[str, str]:
    """The themes that our text of a plan treats in part, and those it does not treat at all."""
    if plan.source.extent == "full" and not plan.incomplete:
        return "", ""
    told: dict[str, list[str]] = {"whole": [], "part": [], "none": []}
    for theme in source.shown_themes:
        state = "whole" if plan.covers(theme) else "part" if plan.reads.get(theme) else "none"
        told[state].append(source.theme(theme))
    part, none, whole = (clauses(told[state], source.lang) for state in ("part", "none", "whole"))
    if len(told["none"]) > len(told["whole"]) > 0:
        none = source.say("report_all_but", count=len(told["none"]), names=whole)
    return part, none


def findings_in_figures(source: Source) -> Iterator[Block]:
    """Counts only: rows by status, each plan's share in them, and how much any two plans have in common."""
    say, comparison = source.say, source.comparison
    yield Heading(2, say("report_outcome"), "outcome")
    counts: dict[str, int] = {
        "report_rows": len(comparison.rows),
        **{str(kind): count for kind, count in outcomes(comparison.rows).items()},
        "report_differing": len(differing(comparison)),
        "report_undecided": sum(row.weakest_link is not None for row in comparison.rows),
        "report_unsure": unsure(comparison),
        "report_unknown": not_covered(comparison),
    }
    figures = tuple(Line((say(key), count)) for key, count in counts.items())
    columns = (Column(say("report_measure"), width=50), Column(say("report_number"), "number", 10))
    yield Grid("counts", "outcome", say("report_counts"), columns, figures)
    yield _by_plan(source)
    if len(comparison.plans) > 1:
        yield _in_common(source)


def _by_plan(source: Source) -> Grid:
    say, comparison = source.say, source.comparison
    blanks = [state for state in STATES if state != "made"]
    keys = ("commitments", "report_with_figures", "binding", "hedged", "report_made", "unique", "by_one")
    heads = (*keys, *blanks)
    lines = []
    for plan in comparison.plans:
        states = Counter(row.cells[plan.id].status for row in comparison.rows)
        commitments = [c for row in comparison.rows for c in row.cells[plan.id].commitments]
        own = [row for row in comparison.rows if row.cells[plan.id].commitments]
        strengths = Counter(c.strength for c in commitments)
        counts = (
            len(commitments),
            sum(c.has_figure for c in commitments),
            strengths["binding"],
            strengths["hedged"],
            states["made"],
            len(made_alone(own)),
            outcomes(own)["by_one"],
        )
        lines.append(Line((plan.name, *counts, *(states[state] for state in blanks))))
    columns = (Column(say("plan_head"), width=10), *(Column(say(head), "number", 9) for head in heads))
    return Grid("by-plan", "by-plan", say("report_by_plan"), columns, tuple(lines), say("report_by_plan_note"))


def _in_common(source: Source) -> Grid:
    """Overlap of every two plans; the sizes stand beside it, for it falls where one plan is cut finer."""
    say, names = source.say, source.names
    lines = []
    for (one, other), overlap in overlaps(source.comparison).items():
        share = None if overlap.jaccard is None else round(overlap.jaccard, 3)
        lines.append(
            Line((names[one], names[other], overlap.first, overlap.second, overlap.both, overlap.either, share))
        )
    heads = ("report_one", "report_other", "report_rows_one", "report_rows_other", "report_both", "report_either")
    columns = (
        *(Column(say(head), "text", 12) for head in heads[:2]),
        *(Column(say(head), "number", 10) for head in (*heads[2:], "report_jaccard")),
    )
    return Grid("in-common", "in-common", say("report_in_common"), columns, tuple(lines), say("report_jaccard_note"))


def theme_matrix(source: Source) -> Iterator[Block]:
    """Themes × plans: how many commitments, what a blank means, and the outcome in figures."""
    yield Heading(1, source.say("report_matrix"), "matrix")
    yield _matrix(source)
    if source.comparison.settings.theme or source.comparison.settings.only:
        yield Prose(source.say("report_narrowed_counts"))
    yield from findings_in_figures(source)


def matrix_on_screen(source: Source) -> Iterator[Shown]:
    """Themes × plans, and what the signs mean; of too many plans for a column each their share alone."""
    if source.many:
        yield from matrix_of_many(source)
        return
    yield _matrix(source)
    yield legend(source.lang, clauses((source.say("part_mark"), source.say("count_marks")), source.lang))


def _matrix(source: Source) -> Grid:
    """Commitments counted where their rows stand."""
    say, comparison = source.say, source.comparison
    counts = Counter((row.theme, c.plan) for row in comparison.rows for c in row.commitments)
    states = Counter((row.theme, p, cell.status) for row in comparison.rows for p, cell in row.cells.items())
    whole = theme_cells(comparison)
    lines = []
    for theme in source.shown_themes:
        by_plan = {plan.id: whole[theme, plan.id] for plan in comparison.plans}
        cells = tuple(
            _count(plan, counts[theme, plan], cell)._replace(
                missing=states[theme, plan, "not_found"], unsure=states[theme, plan, "unsure"]
            )
            for plan, cell in by_plan.items()
        )
        lines.append(Line((source.theme(theme), *cells, counted(*tally(by_plan.values()), source.lang)), theme))
    columns = (
        Column(say("theme"), "label", 26),
        *source.plan_columns("count", 9),
        Column(say("report_k_of_n"), "text", 10),
    )
    note = f"{say('report_legend')} {say('part_mark')}"
    return Grid("matrix", "matrix", say("report_matrix_caption"), columns, tuple(lines), note)


def _count(plan: str, count: int, cell: ThemeCell) -> Count:
    """How many of the rows told are the plan's; what a blank means is told by the whole plan."""
    return Count(plan, cell.status, count, part=bool(count) and cell.part)
