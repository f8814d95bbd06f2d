"""Views of many plans as plain values, for JSON: themes × plans, themes × groups of plans."""

from collections.abc import Sequence
from typing import Any

from plancompare.asking.peers import Peers
from plancompare.asking.prevalence import By, Group, Share, grouped, movements, standard_share, theme_shares
from plancompare.asking.usual import Usual
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.coverage import tally, theme_cells
from plancompare.model import Plan, Theme


def share_data(share: Share) -> dict[str, Any]:
    """A share with its inputs: k (made) of n (covered)."""
    value = None if share.value is None else round(share.value, 4)
    return {"share": value, **share._asdict()}


def group_data(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """Groups with the ids of their plans; "" is the key of those that do not say it."""
    return [{"key": group.key, "plans": [plan.id for plan in group.plans]} for group in groups]


def groups_data(comparison: Comparison, by: By) -> dict[str, Any]:
    """Themes × groups: how many plans of each make a commitment there."""
    groups = grouped(comparison.plans, by)
    shares = theme_shares(comparison, groups)
    themes = [
        {**_theme(theme), "groups": {group.key: share_data(shares[theme.id, group.key]) for group in groups}}
        for theme in _themes(comparison)
    ]
    return {"groups": group_data(groups), "themes": themes}


def standard_groups_data(usual: Sequence[Usual], plans: Sequence[Plan], by: By) -> dict[str, Any]:
    """Standards × groups. By period the standards stand as they moved, with ``change``: points from the first group to
    the last, and ``apart``: the change in standard errors, null where too few plans can be asked."""
    groups = grouped(plans, by)
    named = [group for group in groups if group.key]
    moved = movements(usual, named) if by == "period" and len(named) > 1 else ()
    change = {m.usual.standard.id: {"change": _rounded(m.points), "apart": _rounded(m.apart)} for m in moved}
    standards = [
        {
            "id": one.standard.id,
            "theme": one.standard.theme,
            "label": {"zh": one.standard.label.zh, "en": one.standard.label.en},
            "groups": {group.key: share_data(standard_share(one, group.plans)) for group in groups},
            **change.get(one.standard.id, {}),
        }
        for one in ([m.usual for m in moved] or usual)
    ]
    return {"groups": group_data(groups), "standards": standards}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def matrix_data(comparison: Comparison) -> dict[str, Any]:
    """Themes × plans: state and number of commitments; ``part``: our text does not hold the theme whole."""
    cells = theme_cells(comparison)
    themes = []
    for theme in _themes(comparison):
        own = {plan.id: cells[theme.id, plan.id] for plan in comparison.plans}
        made, covered, unsure = tally(own.values())
        counts = {"made": made, "covered": covered, "unsure": unsure}
        told = {id: {"status": c.status, "commitments": c.number, "part": c.part} for id, c in own.items()}
        themes.append({**_theme(theme), **counts, "plans": told})
    return {"plans": [plan_head(plan) for plan in comparison.plans], "themes": themes}


def peers_data(found: Peers) -> dict[str, Any]:
    """The peers of a plan, nearest first, with the standards that each figure counts."""
    ranked = [
        {
            **plan_head(peer.plan),
            "jaccard": None if peer.jaccard is None else round(float(peer.jaccard), 4),
            "shared": list(peer.shared),
            "only_plan": list(peer.only_plan),
            "only_peer": list(peer.only_peer),
            "unsure": list(peer.unsure),
            "themes": list(peer.themes),
        }
        for peer in found.ranked
    ]
    apart = [{"id": one.plan.id, "reason": one.reason, "codes": one.codes} for one in found.apart]
    return {"plan": plan_head(found.plan), "peers": ranked, "not_ranked": apart}


def plan_head(plan: Plan) -> dict[str, Any]:
    """What a plan is."""
    period = {"from": plan.period[0], "to": plan.period[1]} if plan.period else None
    area = {"name": plan.area.name, "level": plan.area.level, "code": plan.area.code}
    return {"id": plan.id, "name": plan.name, "area": area, "period": period, "extent": plan.source.extent}


def _themes(comparison: Comparison) -> Sequence[Theme]:
    wanted = comparison.settings.theme
    return [theme for theme in comparison.codebook.themes if not wanted or theme.id == wanted]


def _theme(theme: Theme) -> dict[str, Any]:
    return {"id": theme.id, "label": {"zh": theme.label.zh, "en": theme.label.en}}
