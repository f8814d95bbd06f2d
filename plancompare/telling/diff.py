"""The comparison on a screen: first what can be said at once, then the rows in which plans can be compared."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plancompare.comparing.rows import Row
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown
from plancompare.telling.rows import differing, grid_of_rows, legend, made_alone, outcome_words, outcomes
from plancompare.telling.source import Source
from plancompare.telling.words import clauses

WIDE = 5  # digits that a count has room for


def diff_on_screen(source: Source, every: bool = False, brief: bool = False) -> Iterator[Shown]:
    """The summary, then theme by theme the rows that can be compared, differences first; ``every``: all rows.

    ``brief`` leaves out what the plans say.
    """
    if not source.comparison.rows:
        yield Prose(source.say("nothing"))
        return
    if source.many:
        from plancompare.telling.many import rows_of_many  # two plans compared have no need of it

        yield from rows_of_many(source, every)
        return
    yield summary(source)
    yield from _themes(source, every, brief)


def lacking_on_screen(plan: str, source: Source) -> Iterator[Shown]:
    """What others make and a plan (id) lacks: how many, and of how many it cannot be told; then a line for each."""
    comparison, say, name = source.comparison, source.say, source.names[plan]
    lacking = comparison.lacking(plan)
    states = {
        state: [row for row in comparison.rows if row.cells[plan].status == state]
        for state in ("unsure", "not_covered")
    }
    several = sum(row.made > 1 for row in lacking.rows)
    themes = len({row.theme for row in states["not_covered"]})
    made_by = say("lacks_made_by", several=several, one=len(lacking.rows) - several)
    lines = (
        ("lacks_not_found", len(lacking.rows), made_by if len(comparison.plans) > 2 else ""),
        ("lacks_unsure", len(states["unsure"]), say("lacks_unsure_note")),
        ("lacks_untold", len(states["not_covered"]), say("lacks_untold_note", plan=name, themes=themes)),
    )
    told = [line for line in lines if line[1] or line[0] == "lacks_not_found"]
    entries = (_counted(say(key, plan=name), count, note if count else "") for key, count, note in told)
    yield Entries("summary", tuple(entries))
    if lacking.rows:
        yield from _themes(Source(lacking, source.lang), brief=True)


def _themes(source: Source, every: bool = False, brief: bool = False) -> Iterator[Shown]:
    comparison = source.comparison
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
    words = outcome_words(rows, source.lang)
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


def summary(source: Source) -> Entries:
    """What can be said at once, of rows that can be compared: a line each with its number."""
    entries = (
        _counted(source.say(key), count, note or source.say("see_all") * (key == "by_one"))
        for key, count, note in outcome(source)
    )
    return Entries("summary", tuple(entries))


def _counted(lead: str, count: int, note: str) -> Entry:
    return Entry((Own(f"{count:{WIDE}d}  {note}"),), lead=lead)


def outcome(source: Source) -> list[tuple[str, int, str]]:
    """What can be said at once: the key of its words, a number, and what more there is to say of it."""
    comparison, say = source.comparison, source.say
    comparable = [row for row in comparison.rows if row.comparable]
    counts = outcomes(comparison.rows)
    figures = differing(comparison)
    lacking = Counter(plan for row in comparable for plan in row.missing)
    lack = clauses([f"{source.names[plan]} {count}" for plan, count in lacking.items()], source.lang)
    machine = sum(row.weakest_link is not None for row in comparable if row.made == row.covered)
    alone = len(made_alone(comparison.rows))
    some = [say("lacking", plans=lack)] if lack else []
    some += [say("alone", count=alone)] if 0 < alone < counts["by_some"] else []
    lines = [
        ("by_all", counts["by_all"], say("by_machine", count=machine) if machine else ""),
        ("by_some", counts["by_some"], clauses(some, source.lang)),
        ("figures_differ", sum(row.id in figures for row in comparable), ""),
        ("rows_unsure", sum(row.unsure > 0 for row in comparable), ""),
        ("by_one", counts["by_one"], ""),
    ]
    themes = _not_comparable(source)
    if themes:
        lines.append(("themes_alone", len(themes), clauses(themes, source.lang)))
    return [line for line in lines if line[1] or line[0] in ("by_all", "by_some")]


def _not_comparable(source: Source) -> list[str]:
    """The themes that one text alone speaks of; of some of the rows (--only) that cannot be told."""
    if source.comparison.settings.only:
        return []
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
    counts = outcomes(comparison.rows)
    figures = differing(comparison)
    words = source.say(
        "brief",
        plans=_sizes(source),
        comparable=counts["by_all"] + counts["by_some"],
        every=counts["by_all"],
        some=counts["by_some"],
        one=counts["by_one"],
        figures=sum(row.id in figures for row in comparison.rows if row.comparable),
        unsure=sum(row.unsure for row in comparison.rows),
    )
    return Prose(words, code=True)
