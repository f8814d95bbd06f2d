"""Many plans: rows and figures without a column each, on a screen; and the digest that a report on them is.

What each plan says to each row is data (CSV, JSON), not something to read; told here is how many of whom.
"""

from collections.abc import Iterator, Sequence

from plancompare.asking.figures import measures
from plancompare.asking.prevalence import By, Group, grouped, row_share, theme_shares
from plancompare.comparing.rows import Row
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Line, Names, Prose, Shown
from plancompare.telling.figure_table import figures_of_many
from plancompare.telling.grouped import Named, fitting, share_cell
from plancompare.telling.home_of_many import kinds_of_plans
from plancompare.telling.source import MOST_PLANS, Source
from plancompare.telling.words import say

SCREENFUL = 30  # rows that, with head and foot, fit a window
ON_PAPER = 100  # rows that a document tells, a few pages of them
SHARE = 13  # columns of a share
ON_PAGE = 90  # columns of a page that shares find room on, about four


def widely_made(rows: Sequence[Row]) -> list[Row]:
    """Rows of which two texts or more speak, those that most plans make first."""
    return sorted((row for row in rows if row.comparable), key=lambda row: (-row.made, row.covered, row.id))


# --- a screen ---


def rows_of_many(source: Source, every: bool) -> Iterator[Shown]:
    """The rows that most plans make, k of n; ``every``: all that can be compared."""
    rows = widely_made(source.comparison.rows)
    shown = rows if every else rows[:SCREENFUL]
    plans = source.comparison.plans
    yield Prose(source.say("rows_of_many", count=len(plans), most=MOST_PLANS))
    yield Prose(_counts(rows, source))
    if shown:
        yield _row_grid(shown, [Named(source.say("group_all"), Group("", plans))], source)
    if len(shown) < len(rows):
        yield Prose(source.say("rows_hidden", count=len(rows) - len(shown)), tone="faint")
    yield Prose(source.say("standards_share_legend"), tone="faint")


def _counts(rows: Sequence[Row], source: Source) -> str:
    every = sum(row.made == row.covered for row in rows)
    values = {"rows": len(rows), "every": every, "some": len(rows) - every}
    return source.say("many_counts", **values, one=len(source.comparison.rows) - len(rows))


# --- a report ---


def digest_findings(source: Source) -> Iterator[Block]:
    """What was compared, by level and period, and the outcome in numbers."""
    plans = source.comparison.plans
    yield Heading(1, source.say("telling"), "telling")
    yield Prose(source.say("digest", count=len(plans)))
    yield from kinds_of_plans(plans, source.lang)
    yield Prose(_counts(widely_made(source.comparison.rows), source))


def digest_themes(source: Source) -> Iterator[Block]:
    """Themes × all plans, levels and periods."""
    shown = _groups(source)
    yield Heading(1, source.say("digest_themes"), "matrix")
    shares = [theme_shares(source.comparison, [one.group]) for one in shown]
    lines = tuple(
        Line((source.theme(theme), *(share_cell(some[theme, one.group.key], source.lang) for some, one in zip(
            shares, shown, strict=True))), theme)
        for theme in source.shown_themes
    )  # fmt: skip
    columns = (Column(source.say("theme"), "label", 26), *(Column(one.name, "share", SHARE) for one in shown))
    caption, note = source.say("digest_themes"), source.say("group_legend")
    yield Grid("digest-themes", "digest-themes", caption, columns, lines, note)


def digest_rows(source: Source) -> Iterator[Block]:
    """The rows that most plans make; all rows with their makers on a sheet of their own."""
    rows = widely_made(source.comparison.rows)
    yield Heading(1, source.say("digest_rows"), "rows")
    caption = source.say("telling_first", shown=min(ON_PAPER, len(rows)), count=len(rows))
    grid = _row_grid(rows[:ON_PAPER], _groups(source), source)
    yield grid._replace(caption=f"{source.say('digest_rows')}{caption}", note=source.say("standards_share_legend"))
    yield _all_rows(source)


def digest_figures(source: Source) -> Iterator[Block]:
    """The measures that two plans or more have figures for."""
    found = [measure for measure in measures(source.comparison) if len(measure.leading) > 1]
    if found:
        yield Heading(1, source.say("report_targets_chapter"), "targets")
        yield figures_of_many(found, source)


def _groups(source: Source) -> list[Named]:
    """All plans, then levels and periods, where there are several."""
    plans = source.comparison.plans
    shown = [Named(source.say("group_all"), Group("", plans))]
    kinds: tuple[By, ...] = ("level", "period")
    for by in kinds:
        groups = grouped(plans, by)
        shown += fitting(groups, by, ON_PAGE, source.lang) if len(groups) > 1 else []
    return shown


def _row_grid(rows: Sequence[Row], shown: Sequence[Named], source: Source) -> Grid:
    columns = (Column(source.say("row"), "label", 36), *(Column(one.name, "share", SHARE) for one in shown))
    lines = []
    for row in rows:
        cells: list[Cell] = [share_cell(row_share(row, one.group.plans), source.lang) for one in shown]
        label = f"{source.label(row)} [{row.id}]"
        lines.append(Line((label, *cells), row.theme, row.id, row.status))
    return Grid("digest", "digest", "", columns, tuple(lines))


def _all_rows(source: Source) -> Grid:
    """For sheets: each row with its counts, and the plans that make it."""
    heads = (("row", 36), ("theme", 20), ("standard", 24), ("made", 8), ("telling_covered", 8), ("unsure", 8))
    columns = (
        *(Column(source.say(head), "text", width) for head, width in heads),
        Column(source.say("telling_makers")),
    )
    lines = tuple(
        Line((source.label(row), source.theme(row.theme), row.standard, row.made, row.covered, row.unsure,
              Names(tuple(plan for plan, cell in row.cells.items() if cell.status == "made"), " ")), row.theme, row.id)
        for row in source.comparison.rows
    )  # fmt: skip
    caption = say("sheet_digest-rows", source.lang)
    return Grid("digest-rows", "digest-rows", caption, columns, lines, data=True)
