"""Groups of plans on a screen: of each theme or standard, how many plans of a group make it, of how many.

What stands furthest apart is said first. A group of which no text treats a theme whole has a "?", not a zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from plancompare.asking.prevalence import (
    BY_CHANCE,
    FEW,
    ONCE_IN,
    By,
    Group,
    Share,
    apart,
    beyond_chance,
    theme_shares,
)
from plancompare.model import Lang
from plancompare.telling.blocks import Blank, Cell, Column, Grid, Line, Prose, Shown
from plancompare.telling.source import MOST_PLANS, Source
from plancompare.telling.where import field_name
from plancompare.telling.words import clauses, listed, say

LABEL, GROUP = 30, 13  # columns of a screen that a label and a group want
MOST_APART = 3  # themes told first
_OTHERS = "*"  # the key of groups told together


class Named(NamedTuple):
    """A group and what it is called on the screen."""

    name: str
    group: Group


def fitting(groups: Sequence[Group], by: By, width: int, lang: Lang) -> Sequence[Named]:
    """As many groups as a screen has room for: the largest, the others together behind them."""
    most = max(2, (width - LABEL) // GROUP)
    largest = sorted(groups, key=lambda group: (-len(group.plans), groups.index(group)))
    largest = largest if len(groups) <= most else largest[: most - 1]
    shown = [Named(group_name(group, by, lang), group) for group in groups if group in largest]
    others = [group for group in groups if group not in largest]
    together = Group(_OTHERS, tuple(plan for group in others for plan in group.plans))
    return [*shown, Named(say("group_others", lang, count=len(others)), together)] if others else shown


def group_name(group: Group, by: By, lang: Lang) -> str:
    """A group as it is called: a level in words, a period in the language's signs, a place by its name."""
    if not group.key:
        return say("group_unsaid", lang)
    if by == "period":
        first, _, last = group.key.partition("-")
        return say("period_of", lang, start=first, end=last) if last else group.key
    return field_name(group.key, lang) if by == "level" else group.key


# --- themes × groups ---


def grouped_matrix(source: Source, groups: Sequence[Group], by: By, width: int) -> Iterator[Shown]:
    """Themes × groups, what stands furthest apart before it."""
    lang = source.lang
    yield Prose(group_sizes(groups, by, lang))
    every = theme_shares(source.comparison, groups)
    yield from _furthest(source, groups, every, by)
    yield from _theme_grid(source, fitting(groups, by, width, lang))


def matrix_of_many(source: Source) -> Iterator[Shown]:
    """Themes with the share of all plans, where these are too many for a column each; and how to see more."""
    plans = source.comparison.plans
    yield Prose(source.say("matrix_of_many", count=len(plans), most=MOST_PLANS))
    yield from _theme_grid(source, [Named(source.say("group_all"), Group("", plans))])


def _theme_grid(source: Source, shown: Sequence[Named]) -> Iterator[Shown]:
    shares = theme_shares(source.comparison, [one.group for one in shown])
    columns = (Column(source.say("theme"), width=LABEL), *(Column(one.name, "share", GROUP) for one in shown))
    lines = tuple(
        Line((source.theme(theme), *(share_cell(shares[theme, one.group.key], source.lang) for one in shown)), theme)
        for theme in source.shown_themes
    )
    yield Grid("groups", "groups", "", columns, lines)
    yield Prose(source.say("group_legend"), tone="faint")


def group_sizes(groups: Sequence[Group], by: By, lang: Lang) -> str:
    """How many plans there are in each group."""
    sizes = [say("group_size", lang, name=group_name(g, by, lang), count=len(g.plans)) for g in groups[:MOST_PLANS]]
    more = [say("group_others", lang, count=len(groups) - MOST_PLANS)] if len(groups) > MOST_PLANS else []
    return say("group_sizes", lang, by=field_name(by, lang), groups=listed([*sizes, *more], lang))


def share_cell(share: Share, lang: Lang) -> Cell:
    """A share in per cent and as k/n, behind it how many more may make it; "?" where nobody can be asked."""
    if share.value is None:
        return Blank("not_covered", say("not_covered", lang))
    unsure = f" +{share.unsure}" if share.unsure else ""
    return f"{share.value:>4.0%} {share.made}/{share.covered}{unsure}"


class _Apart(NamedTuple):
    """Two groups in one theme, and by how many standard errors they differ."""

    theme: str
    one: Group
    other: Group
    by: float


def _furthest(
    source: Source, groups: Sequence[Group], shares: Mapping[tuple[str, str], Share], by: By
) -> Iterator[Shown]:
    """The themes in which two groups stand furthest apart; how many do by more than chance."""
    named = [group for group in groups if group.key]
    found = [
        _Apart(theme, one, other, far)
        for theme in source.shown_themes
        for one, other in combinations(named, 2)
        if (far := apart(shares[theme, one.key], shares[theme, other.key])) is not None
    ]
    if not found:
        yield Prose(source.say("group_few", few=FEW))
        return
    beyond, told = beyond_chance(one.by for one in found)
    best: dict[str, _Apart] = {}
    for one in sorted(found, key=lambda one: -round(abs(one.by), 9)):
        best.setdefault(one.theme, one)
    first = [one for one in best.values() if abs(one.by) > BY_CHANCE][:MOST_APART]
    if first:
        texts = clauses((_apart_text(one, shares, by, source) for one in first), source.lang)
        yield Prose(source.say("group_furthest", themes=texts))
    yield Prose(
        source.say("group_chance", beyond=beyond, told=told, chance=round(told / ONCE_IN), few=FEW), tone="faint"
    )


def _apart_text(far: _Apart, shares: Mapping[tuple[str, str], Share], by: By, source: Source) -> str:
    one, other = (group_name(group, by, source.lang) for group in (far.one, far.other))
    share, others = (_words(shares[far.theme, group.key]) for group in (far.one, far.other))
    return source.say("group_apart", theme=source.theme(far.theme), one=one, share=share, other=other, others=others)


def _words(share: Share) -> str:
    return f"{share.value or 0:.0%} ({share.made}/{share.covered})"
