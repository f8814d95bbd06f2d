"""The plans nearest to one on a screen: the share with its inputs, what could not be compared, what to try next."""

from collections.abc import Iterator, Sequence

from plancompare.asking.peers import LEAST, Apart, Peer, Peers
from plancompare.model import Lang, Plan
from plancompare.telling.blocks import Column, Grid, Line, Own, Prose, Shown
from plancompare.telling.words import clauses, listed, say

SHARE, NUMBER = 13, 14  # columns of a share and of a count with its head
MOST_NAMED = 5  # plans named that could not be ranked, a reason


def nearest_on_screen(found: Peers, limit: int, themes: int, lang: Lang) -> Iterator[Shown]:
    """The nearest first, at most so many; ``themes`` were asked for."""
    first, plan = found.ranked[:limit], found.plan
    if first:
        yield Prose(_answer(first[0], found, themes, lang))
        yield _grid(first, plan, lang)
        hidden = len(found.ranked) - len(first)
        if hidden:
            yield Prose(say("peers_hidden", lang, count=hidden), tone="faint")
        yield Prose(say("peers_legend", lang, plan=plan.name), tone="faint")
    else:
        yield Prose(say("peers_none", lang, plan=plan.name))
    if found.apart:
        yield Prose(say("peers_apart", lang, told=clauses(_reasons(found.apart, lang), lang)), tone="faint")
    if first:
        yield Prose(say("peers_next", lang, one=plan.id, other=first[0].plan.id), tone="faint")


def _answer(nearest: Peer, found: Peers, themes: int, lang: Lang) -> str:
    counts = {"shared": len(nearest.shared), "either": nearest.either, "share": f"{float(nearest.jaccard or 0):.0%}"}
    names = {"plan": found.plan.name, "peer": nearest.plan.name}
    return say("peers_answer", lang, **names, **counts, themes=len(nearest.themes), all=themes)


def _grid(first: Sequence[Peer], plan: Plan, lang: Lang) -> Grid:
    some_unsure = any(peer.unsure for peer in first)
    columns = (
        Column(say("plan_head", lang), width=30),
        Column(say("peers_share", lang), "share", SHARE),
        Column(say("peers_only", lang, plan=plan.name), "share", NUMBER),
        Column(say("peers_only_there", lang), "share", NUMBER),
        *((Column(say("unsure", lang), "share", NUMBER),) if some_unsure else ()),
        Column(say("peers_themes", lang), "share", NUMBER),
    )
    lines = tuple(Line(tuple(_cells(peer, some_unsure, lang))) for peer in first)
    return Grid("peers", "peers", "", columns, lines)


def _cells(peer: Peer, some_unsure: bool, lang: Lang) -> Iterator[str | int]:
    plan = peer.plan
    period = say("period_of", lang, start=plan.period[0], end=plan.period[1]) if plan.period else ""
    yield " ".join(filter(None, (plan.name, Own(period), f"[{plan.id}]")))
    yield f"{float(peer.jaccard or 0):>4.0%} {len(peer.shared)}/{peer.either}"
    yield len(peer.only_plan)
    yield len(peer.only_peer)
    if some_unsure:
        yield len(peer.unsure)
    yield len(peer.themes)


def _reasons(apart: Sequence[Apart], lang: Lang) -> Iterator[str]:
    for reason in dict.fromkeys(one.reason for one in apart):
        names = [one.plan.name for one in apart if one.reason == reason]
        told = listed((*names[:MOST_NAMED], *("…",) * (len(names) > MOST_NAMED)), lang)
        yield say(f"peers_{reason}", lang, count=len(names), plans=told, least=LEAST)
