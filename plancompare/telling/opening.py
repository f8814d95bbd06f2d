"""The first pages of a report: what was compared, the outcome in numbers, and the rows that a meeting would look at."""

from collections.abc import Iterator, Sequence

from plancompare.asking.highlights import telling_rows
from plancompare.comparing.rows import Row
from plancompare.comparing.selection import outcome as kind_of
from plancompare.telling.blocks import Block, Column, Grid, Heading, Line, Names, Prose
from plancompare.telling.diff import outcome
from plancompare.telling.rows import answers
from plancompare.telling.source import Source, figures_of
from plancompare.telling.words import clauses, listed

MOST = 12  # rows of a kind: four tables of so many find room on the two or three pages that a meeting looks through


def main_findings(source: Source) -> Iterator[Block]:
    """Nothing for a lone plan, of which there is nothing to find by comparing."""
    say, comparison = source.say, source.comparison
    if len(comparison.plans) < 2:
        return
    yield Heading(1, say("telling"), "telling")
    sizes = [
        say("telling_plan", plan=p.name, extent=say(p.source.extent), count=_size(p.id, source))
        for p in comparison.plans
    ]
    yield Prose(say("telling_plans", plans=listed(sizes, source.lang), rows=len(comparison.rows)))
    columns = (
        Column(say("report_measure"), "text", 22), Column(say("telling_rows"), "number", 6),
        Column(say("telling_remark"), "text", 60),
    )  # fmt: skip
    lines = tuple(Line((say(key), count, note)) for key, count, note in outcome(source))
    yield Grid("telling-outcome", "telling-outcome", say("telling_outcome"), columns, lines)
    if not any(row.comparable for row in comparison.rows):
        yield Prose(say("telling_none"))
        return
    for kind, rows in telling_rows(comparison).items():
        if rows:
            yield _grid(kind, rows, source)


def _size(plan: str, source: Source) -> int:
    return sum(len(row.cells[plan].commitments) for row in source.comparison.rows)


def _grid(kind: str, rows: Sequence[Row], source: Source) -> Grid:
    """The first rows of a kind: who makes them, with figures, and in whom they were not found."""
    say = source.say
    columns = (
        Column(say("telling_kind"), "text", 12, data=True),
        Column(say("report_no"), "text", 6),
        Column(say("row"), "label", 36),
        Column(say("theme"), "text", 14, small=True),
        Column(say("telling_makers"), "names", 30),
        Column(say("not_found"), "names", 12, spare=True),
        answers(source.lang),
    )
    name = say(f"telling_{kind}")
    lines = tuple(_line(name, row, source) for row in rows[:MOST])
    first = say("telling_first", shown=len(lines), count=len(rows)) if len(lines) < len(rows) else f" ({len(rows)})"
    return Grid(f"telling-{kind}", "telling", f"{name}{first}", columns, lines, say("telling_note"))


def _line(kind: str, row: Row, source: Source) -> Line:
    makers = {plan: cell.commitments for plan, cell in row.spoken.items() if cell.status == "made"}
    figures = {plan: figures_of(*commitments) for plan, commitments in makers.items()}
    if any(figures.values()):
        told = tuple(f"{source.names[plan]} {figure}".strip() for plan, figure in figures.items())
        made = Names(told, clauses(("", ""), source.lang))
    else:
        made = source.names_of(makers)
    start = (kind, source.numbers[row.id], source.label(row), source.theme(row.theme), made)
    return Line((*start, source.names_of(row.missing), ""), row.theme, row.id, kind_of(row))
