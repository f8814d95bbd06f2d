"""The first screen of many plans: how many of what kind, what most of them promise, what to try next."""

from collections.abc import Iterator, Sequence

from plancompare.asking.prevalence import BY, grouped
from plancompare.asking.usual import Usual
from plancompare.model import Lang, Plan
from plancompare.telling.blocks import Entries, Entry, Heading, Own, Prose, Shown
from plancompare.telling.grouped import group_sizes
from plancompare.telling.standard_shares import standards_of_many
from plancompare.telling.words import say

FIRST = 5  # usual promises shown


def first_screen_of_many(
    plans: Sequence[Plan], coded: Sequence[str], usual: Sequence[Usual], program: str, lang: Lang
) -> Iterator[Shown]:
    """Three parts that fit one window; ``coded`` are the ids of plans in which people coded something.

    ``program`` is how commands on this collection begin.
    """
    yield Heading(1, say("home_plans", lang), note=str(len(plans)))
    yield from kinds_of_plans(plans, lang)
    first = [one for one in usual if one.made][:FIRST]
    if first:
        yield Heading(1, say("home_usual", lang))
        yield from standards_of_many(first, plans, lang)
    yield Heading(1, say("home_next", lang))
    of_coded = {"home_try_similar": f"similar {coded[0]}"} if coded else {"home_try_code": f"review {plans[0].id}"}
    commands = {
        **of_coded,
        "home_try_groups": "matrix --by level",
        **({"home_try_moved": "standards --by period"} if coded else {}),
        "home_try_where": 'list --where "level=district"',
        "home_try_gaps": 'gaps draft.docx --where "level=district"',
    }
    texts = (Entry((Own(f"$ {program} {line}"),), notes=((Own(say(key, lang)),),)) for key, line in commands.items())
    yield Entries("listed", tuple(texts))


def kinds_of_plans(plans: Sequence[Plan], lang: Lang) -> Iterator[Prose]:
    """How many plans there are of each area, level and period, where there are several."""
    for by in BY:
        if len(groups := grouped(plans, by)) > 1:
            yield Prose(group_sizes(groups, by, lang))
