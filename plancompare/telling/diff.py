"""The comparison on a screen: first what can be said at once, then the rows in which plans can be compared."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plancompare.comparing.rows import Row
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown
from plancompare.telling.rows import differing, grid_of_rows, legend
from plancompare.telling.source import Source
from plancompare.telling.words import clauses

WIDE = 5  # digits that a count has room for


def diff_on_screen(source: Source, every: bool = False, brief: bool = False) -> Iterator[Shown]:
    """The summary, then theme by theme the rows that can be compared, differences first; ``every``: all rows.

    ``brief`` leaves out what the plans say.
    """
    comparison = source.comparison
    if not comparison.rows:
        yield Prose(source.say("nothing"))
        return
    if source.many:
        from plancompare.telling.many import rows_of_many  # two plans compared have no need of it

        yield from rows_of_many(source, every)
        return
    yield summary(source)
    any_row = False
    for theme, rows in comparison.by_theme().items():
        chosen = [row for row in rows if every or row.comparable]
        if chosen:
            if not any_row:
                yield legend(source.lang, source.say("differs_mark"))
                any_row = True
            yield from _theme(theme, chosen, brief, source)
    if not any_row:
        yield Prose(source.say("none_comparable"))


def _theme(theme: str, rows: Sequence[Row], brief: bool, source: Source) -> Iterator[Shown]:
    figures = differing(source.comparison)
    words = _counts(rows, source)
    silent = [plan.id for plan in source.comparison.plans if not any(_speaks(row, plan.id) for row in rows)]
    note = words + (source.say("theme_silent", plans=source.plans_named(silent)) if silent else "")
    yield Heading(2, source.theme(theme), f"rows-{theme}", theme, note)
    ordered = sorted(rows, key=lambda row: _rank(row, figures))
    yield grid_of_rows(theme, ordered, words, source)._replace(brief=brief)


def _speaks(row: Row, plan: str) -> bool:
    return row.cells[plan].status != "not_covered"


def _rank(row: Row, figures: set[str]) -> int:
    """Differences before agreements: of figures, of who makes it, of who may; what one text alone says comes last."""
    if not row.comparable:
        return 4
    return 0 if row.id in figures else 1 if row.missing else 2 if row.unsure else 3


def _counts(rows: Sequence[Row], source: Source) -> str:
    """The outcome of a theme in words."""
    counts = zip(("by_all", "by_some", "by_one"), _outcome(rows), strict=True)
    return " · ".join(f"{source.say(key)} {count}" for key, count in counts if count)


def _outcome(rows: Sequence[Row]) -> tuple[int, int, int]:
    """How many rows all make that can be compared, how many some, of how many one text alone speaks."""
    comparable = [row for row in rows if row.comparable]
    every = sum(row.made == row.covered for row in comparable)
    return every, len(comparable) - every, len(rows) - len(comparable)


def summary(source: Source) -> Entries:
    """What can be said at once, of rows that can be compared: a line each with its number."""
    entries = (
        Entry((Own(f"{count:{WIDE}d}  {note or source.say('see_all') * (key == 'by_one')}"),), lead=source.say(key))
        for key, count, note in outcome(source)
    )
    return Entries("summary", tuple(entries))


def outcome(source: Source) -> list[tuple[str, int, str]]:
    """What can be said at once: the key of its words, a number, and what more there is to say of it."""
    comparison, say = source.comparison, source.say
    comparable = [row for row in comparison.rows if row.comparable]
    every, some, one = _outcome(comparison.rows)
    figures = differing(comparison)
    lacking = Counter(plan for row in comparable for plan in row.missing)
    lack = clauses([f"{source.names[plan]} {count}" for plan, count in lacking.items()], source.lang)
    machine = sum(row.weakest_link is not None for row in comparable if row.made == row.covered)
    lines = [
        ("by_all", every, say("by_machine", count=machine) if machine else ""),
        ("by_some", some, say("lacking", plans=lack) if lack else ""),
        ("figures_differ", sum(row.id in figures for row in comparable), ""),
        ("rows_unsure", sum(row.unsure > 0 for row in comparable), ""),
        ("by_one", one, ""),
    ]
    alone = _not_comparable(source)
    if alone:
        lines.append(("themes_alone", len(alone), clauses(alone, source.lang)))
    return [line for line in lines if line[1] or line[0] in ("by_all", "by_some")]


def _not_comparable(source: Source) -> list[str]:
    """The themes that one text alone speaks of."""
    by_theme = source.comparison.by_theme().items()
    return [source.theme(theme) for theme, rows in by_theme if not any(row.comparable for row in rows)]


def _sizes(source: Source) -> str:
    """The plans with their numbers of commitments; many of them as one sum."""
    sizes: Counter[str] = Counter(c.plan for row in source.comparison.rows for c in row.commitments)
    plans = source.comparison.plans
    if source.many:
        return source.say("brief_many", count=len(plans), commitments=sum(sizes.values()))
    return " · ".join(f"{plan.name} {sizes[plan.id]}" for plan in plans)


def brief_counts(source: Source) -> Prose:
    """One line of counts."""
    comparison = source.comparison
    every, some, one = _outcome(comparison.rows)
    figures = differing(comparison)
    words = source.say(
        "brief",
        plans=_sizes(source),
        comparable=every + some,
        every=every,
        some=some,
        one=one,
        figures=sum(row.id in figures for row in comparison.rows if row.comparable),
        unsure=sum(row.unsure for row in comparison.rows),
    )
    return Prose(words, code=True)
