"""The catalogue over groups of plans: how many plans of each group make a usual promise, and what moved."""

from collections.abc import Iterator, Sequence

from plancompare.asking.prevalence import FEW, ONCE_IN, By, Group, Moved, beyond_chance, movements, standard_share
from plancompare.asking.usual import Usual
from plancompare.model import Lang, Plan, Standard
from plancompare.telling.blocks import Cell, Column, Grid, Line, Own, Prose, Shown
from plancompare.telling.grouped import GROUP, Named, fitting, group_name, group_sizes, share_cell
from plancompare.telling.words import say

LABEL, MOVE = 34, 8  # columns that a label and a movement want


def standards_of_many(usual: Sequence[Usual], plans: Sequence[Plan], lang: Lang) -> Iterator[Shown]:
    """The standards with the share of all plans, where these are too many for a sign each."""
    yield _grid(usual, [Named(say("group_all", lang), Group("", tuple(plans)))], (), lang)
    yield Prose(say("standards_share_legend", lang), tone="faint")


def standards_by(
    usual: Sequence[Usual], groups: Sequence[Group], by: By, most: int, width: int, lang: Lang
) -> Iterator[Shown]:
    """The standards over groups, at most so many; by period with what moved from the first to the last, first."""
    yield Prose(group_sizes(groups, by, lang))
    named = [group for group in groups if group.key]
    moved = movements(usual, named) if by == "period" and len(named) > 1 else ()
    if moved:
        yield from _how_much_moved(moved, named, lang)
    shown = [one.usual for one in moved] if moved else list(usual)
    room = width - (LABEL - 30) - MOVE * bool(moved)  # `fitting` counts on a narrower label
    yield _grid(shown[:most], fitting(groups, by, room, lang), moved[:most], lang)
    if len(shown) > most:
        yield Prose(say("standards_hidden", lang, count=len(shown) - most), tone="faint")
    yield Prose(say("standards_share_legend", lang), tone="faint")


def _how_much_moved(moved: Sequence[Moved], groups: Sequence[Group], lang: Lang) -> Iterator[Shown]:
    first, last = (group_name(group, "period", lang) for group in (groups[0], groups[-1]))
    beyond, told = beyond_chance(one.apart for one in moved)
    key = "standards_moved" if told else "standards_few"
    yield Prose(say(key, lang, first=first, last=last, beyond=beyond, told=told, chance=round(told / ONCE_IN), few=FEW))


def _grid(usual: Sequence[Usual], shown: Sequence[Named], moved: Sequence[Moved], lang: Lang) -> Grid:
    columns = (
        Column(say("standard", lang), width=LABEL),
        *(Column(one.name, "share", GROUP) for one in shown),
        *((Column(say("standards_change", lang), "share", MOVE),) if moved else ()),
    )
    lines = []
    for place, one in enumerate(usual):
        cells: list[Cell] = [share_cell(standard_share(one, named.group.plans), lang) for named in shown]
        cells += [_change(moved[place])] if moved else []
        lines.append(Line((standard_named(one.standard, lang), *cells), one.standard.theme, one.standard.id))
    return Grid("standards", "standards", "", columns, tuple(lines))


def _change(moved: Moved) -> Own:
    """The movement in percentage points; nothing where too few plans can be asked at either end."""
    return Own("" if moved.apart is None or moved.points is None else f"{moved.points:+.0f}")


def standard_named(standard: Standard, lang: Lang) -> str:
    """The label with the id by which commands and plan files take it, and whether its campaign is over."""
    return f"{standard.label.of(lang)}{over(standard, lang)} [{standard.id}]"


def over(standard: Standard, lang: Lang) -> str:
    """That the campaign of a standard is over, if it is."""
    return f" ({say('campaign_over', lang, year=standard.until)})" if standard.until else ""
