"""The first screen: the plans held, findings worth knowing with the commands that show them, what to try next."""

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plancompare.asking.highlights import Highlight
from plancompare.asking.similarity import overlaps
from plancompare.model import Corpus, brief_of
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown
from plancompare.telling.collection import plan_list
from plancompare.telling.source import Source, figures_of
from plancompare.telling.words import clauses

PROGRAM = "plancompare"


def first_screen(
    corpus: Corpus,
    highlights: Sequence[Highlight],
    found: Mapping[str, Counter[str]],
    source: Source,
    program: str = PROGRAM,
) -> Iterator[Shown]:
    """Three parts that fit one window; ``found``: file -> findings by level; ``program``: how commands begin here."""
    say = source.say
    yield Heading(1, say("home_plans"))
    yield from plan_list([*map(brief_of, corpus.plans)], found, corpus.codebook, source.lang)
    yield Prose(say("home_extents"), tone="faint")
    entries = tuple(_finding(number, one, source, program) for number, one in enumerate(highlights, 1))
    if entries:
        yield Heading(1, say("home_findings"))
        yield Entries("listed", entries)
    yield Heading(1, say("home_next"))
    yield Entries("listed", tuple(_commands(highlights, source, program)))


def _finding(number: int, one: Highlight, source: Source, program: str) -> Entry:
    text, command = (_of_row if one.row else _of_catalogue)(one, source)
    return Entry((Own(text),), f"{number}", notes=((Own(f"$ {program} {command}"),),))


def _of_row(one: Highlight, source: Source) -> tuple[str, str]:
    """What is found about a row, and the command that shows it."""
    assert one.row
    row, say = one.row, source.say
    makers = [plan for plan, cell in row.spoken.items() if cell.status == "made"]
    values = {
        "label": source.label(row),
        "plans": source.plans_named(makers),
        "plan": source.names.get(one.plan, ""),
        "count": row.covered,
        "others": source.plans_named(list(row.missing)),
    }
    if one.kind == "figures":
        figures = [f"{source.names[p]} {figures_of(*row.cells[p].commitments) or say('unquantified')}" for p in makers]
        values["figures"] = clauses(figures, source.lang)
    id = shlex.quote(row.id)
    command = f"explain {id} {values['plan']}" if one.kind == "one_lacks" else f"search {id}"
    return say(f"home_{one.kind}", **values), command


def _of_catalogue(one: Highlight, source: Source) -> tuple[str, str]:
    assert one.standard
    label = one.standard.label.of(source.lang)
    return source.say("home_nobody", count=one.number, label=label), f"search {one.standard.id}"


def _commands(highlights: Sequence[Highlight], source: Source, program: str) -> Iterator[Entry]:
    """What to try next, with names of this collection."""
    names = _most_alike(source)
    gap = next((one for one in highlights if one.kind == "one_lacks" and one.row), None)
    together = "diff" if len(names) > 1 else "show"
    commands = {
        f"home_try_{together}": f"{together} {' '.join(names)}",
        **({"home_try_search": f"search {shlex.quote(gap.row.id)} --cite"} if gap and gap.row else {}),
        **({} if gap else {"home_try_standards": "standards"}),
        "home_try_gaps": f"gaps draft.docx --against {' '.join(names)}",
    }
    for key, command in commands.items():
        yield Entry((Own(f"$ {program} {command}"),), notes=((Own(source.say(key)),),))


def _most_alike(source: Source) -> list[str]:
    """The names of the two plans with most rows in common, or of the only one."""
    comparison = source.comparison
    pairs = overlaps(comparison) if len(comparison.plans) > 1 else {}
    best = max(pairs, key=lambda pair: pairs[pair].both, default=(comparison.plans[0].id,))
    return [source.names[plan] for plan in best]
