"""The rows theme by theme, for reports, and what each plan alone makes or lacks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import STATES, Row
from plancompare.comparing.selection import OUTCOMES, Outcome, outcome
from plancompare.model import Lang
from plancompare.telling.blocks import Block, Cell, Column, Grid, Heading, Legend, Line, Prose
from plancompare.telling.figure_chapter import against, can_be_told
from plancompare.telling.source import Source
from plancompare.telling.words import say


def rows_by_theme(source: Source) -> Iterator[Block]:
    """Every row: who makes it and in which words, with figures, places and phrases."""
    yield Heading(1, source.say("report_rows_chapter"), "rows")
    yield from _themes(source)
    yield _commitments(source)
    candidates = _candidates(source)
    if candidates.lines:
        yield candidates


def legend(lang: Lang, note: str = "") -> Legend:
    """What the signs of the states mean."""
    return Legend(tuple((state, say(state, lang)) for state in STATES), note)


def outcomes(rows: Iterable[Row]) -> Mapping[Outcome, int]:
    """How many rows all make that can be compared, how many some, of how many one text alone speaks: told once."""
    counts = Counter(map(outcome, rows))
    return {kind: counts[kind] for kind in OUTCOMES}


def outcome_words(rows: Iterable[Row], lang: Lang) -> str:
    """The outcome of some rows in words, without what there is none of."""
    return " · ".join(f"{say(kind, lang)} {count}" for kind, count in outcomes(rows).items() if count)


def made_alone(rows: Iterable[Row]) -> list[Row]:
    """The rows that one plan alone makes though other texts speak of them."""
    return [row for row in rows if row.comparable and row.made == 1]


def differing(comparison: Comparison) -> set[str]:
    """The rows (ids) in which some plan's figure differs from another's that it compares with."""
    return {difference.row for difference in comparison.differences if difference.of_figures}


def not_covered(comparison: Comparison) -> int:
    """How many cells cannot be told, for our texts do not cover them."""
    return sum(cell.status == "not_covered" for row in comparison.rows for cell in row.cells.values())


def unsure(comparison: Comparison) -> int:
    """How many cells nobody has ruled on, where a passage may be the promise."""
    return sum(row.unsure for row in comparison.rows)


def _themes(source: Source) -> Iterator[Heading | Grid]:
    """A heading and a grid for each theme that has rows."""
    for theme, rows in source.comparison.by_theme().items():
        words = outcome_words(rows, source.lang)
        yield Heading(2, source.theme(theme), f"rows-{theme}", theme, words)
        yield grid_of_rows(theme, rows, words, source)


def grid_of_rows(theme: str, rows: Sequence[Row], words: str, source: Source) -> Grid:
    """Rows of one theme, a line each; ``words`` stand in the caption."""
    say = source.say
    columns = (
        Column(say("report_no"), "text", 6),
        Column(say("theme"), "text", 16, data=True),
        Column(say("row"), "label", 40),
        Column(say("report_status"), "text", 8, data=True),
        Column(say("report_k_of_n"), "text", 8),
        Column(say("report_made_by"), "number", 7, data=True),
        Column(say("unsure"), "number", 7, data=True),
        Column(say("report_covered_by"), "number", 7, data=True),
        Column(say("report_basis"), "text", 12),
        *source.plan_columns("mark", 6),
    )
    lines = tuple(_row(row, source) for row in rows)
    return Grid(f"rows-{theme}", "rows", f"{source.theme(theme)} · {words}", columns, lines, say("report_legend"))


def basis(row: Row, lang: Lang) -> str:
    """What a row of several plans rests on: a ruling, equal codes, or a score that says how weak its weakest is."""
    if row.made < 2:
        return ""
    score = row.weakest_link
    if not row.decided and not row.standard:
        return "" if score is None else say("weakest", lang, score=score)
    newcomer = "" if score is None else say("newcomer", lang, score=score)
    return say("decided" if row.decided else "coded", lang) + newcomer


def _row(row: Row, source: Source) -> Line:
    theme, status = source.theme(row.theme), outcome(row)
    count = source.counted(row)
    start = (
        source.numbers[row.id],
        theme,
        source.label(row),
        source.say(status),
        count,
        row.made,
        row.unsure,
        row.covered,
    )
    figures = source.comparison.figures(row.id)
    notes = tuple(against(difference, source) for difference in figures if can_be_told(difference))
    return Line((*start, basis(row, source.lang), *source.marks(row)), row.theme, row.id, status, notes)


def _commitments(source: Source) -> Grid:
    """One commitment a line, for sheets: what a filter or a pivot wants."""
    say = source.say
    heads = (
        ("report_no", 7), ("theme", 16), ("row", 30), ("plan_head", 9), ("report_key", 18), ("report_text", 50),
        ("targets", 18), ("strength", 9), ("report_word", 9), ("report_place", 30), ("evidence", 34),
    )  # fmt: skip
    lines = []
    for row in source.comparison.rows:
        label, theme = source.label(row), source.theme(row.theme)
        for commitment in row.commitments:
            passage = source.passage(commitment)
            cells: tuple[Cell, ...] = (
                source.numbers[row.id], theme, label, source.names[commitment.plan], passage.key, passage.text,
                passage.figures, say(passage.strength), passage.word, passage.place, " | ".join(passage.quotes),
            )  # fmt: skip
            lines.append(Line(cells, row.theme, row.id, outcome(row)))
    columns = tuple(Column(say(head), "text", width) for head, width in heads)
    return Grid("commitments", "commitments", say("commitments"), columns, tuple(lines), data=True)


def _candidates(source: Source) -> Grid:
    """For sheets: one passage that may be a row's promise a line."""
    say = source.say
    heads = (
        ("report_no", 7), ("theme", 16), ("row", 30), ("plan_head", 9), ("score", 7), ("report_key", 18),
        ("report_text", 50), ("targets", 18), ("report_place", 30),
    )  # fmt: skip
    lines = []
    for row in source.comparison.rows:
        start = (source.numbers[row.id], source.theme(row.theme), source.label(row))
        for plan, cell in row.cells.items():
            for near in cell.candidates:
                passage = source.candidate(near)
                words = (passage.key, passage.text, passage.figures, passage.place)
                lines.append(Line((*start, source.names[plan], near.score, *words), row.theme, row.id, outcome(row)))
    columns = tuple(Column(say(head), "number" if head == "score" else "text", width) for head, width in heads)
    return Grid("candidates", "candidates", say("report_candidates"), columns, tuple(lines), data=True)


def by_plan(source: Source) -> Iterator[Block]:
    """For each plan: what it alone makes though others might, and what others make that was not found in it.

    Of two plans, what one alone makes is what was not found in the other: documents say it once.
    """
    say, comparison = source.say, source.comparison
    if len(comparison.plans) < 2:
        return
    yield Heading(1, say("report_plan_chapter"), "plans")
    rows: Mapping[str, Row] = {row.id: row for row in comparison.rows}
    for plan in comparison.plans:
        yield Heading(2, plan.name, f"plan-{plan.id}")
        own = [row for row in rows.values() if row.made == 1 and row.cells[plan.id].commitments]
        alone = made_alone(own)
        lacking = sorted((row for row in rows.values() if plan.id in row.missing), key=lambda row: -row.made)
        unique = _listed(alone, f"unique-{plan.id}", "unique", say("report_unique", plan=plan.name), plan.id, source)
        yield unique._replace(data=len(comparison.plans) == 2)
        if len(alone) < len(own):
            yield Prose(say("report_alone", plan=plan.name, count=len(own) - len(alone)))
        yield _listed(lacking, f"missing-{plan.id}", "missing", say("report_missing", plan=plan.name), plan.id, source)


def _listed(rows: Sequence[Row], id: str, sheet: str, caption: str, plan: str, source: Source) -> Grid:
    """Rows by number, with who makes them; the words stand in the chapter of rows."""
    say = source.say
    columns = (
        Column(say("plan_head"), "text", 8, data=True),
        Column(say("report_no"), "text", 6),
        Column(say("row"), "label", 44),
        Column(say("theme"), "text", 18, small=True),
        Column(say("report_makers"), "names", 14),
        Column(say("report_k_of_n"), "text", 8, small=True),
        answers(source.lang),
    )
    lines = []
    for row in rows:
        makers = [name for name, cell in row.cells.items() if cell.status == "made"]
        start = (source.names[plan], source.numbers[row.id], source.label(row), source.theme(row.theme))
        told = (*start, source.names_of(makers), source.counted(row), "")
        lines.append(Line(told, row.theme, row.id, outcome(row)))
    return Grid(id, sheet, f"{caption} ({len(rows)})", columns, tuple(lines), say(f"report_{sheet}_note"))


def answers(lang: Lang) -> Column:
    """A column for people to fill: what they decide on a line."""
    choices = tuple(say(f"desk_answer_{answer}", lang) for answer in ("take", "adapt", "have", "leave"))
    return Column(say("desk_answer", lang), "text", 12, choices=choices)
