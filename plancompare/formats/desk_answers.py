"""The desk's answers as plain values, for JSON: gaps, what is carried down, what is renewed, the draft's own faults."""

from typing import Any

from plancompare.asking.desk.carrying import Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps
from plancompare.asking.desk.housekeeping import Untidy
from plancompare.asking.desk.out_of_line import OutOfLine
from plancompare.asking.desk.shortlist import Shortlist
from plancompare.formats.json import label_data, target_data
from plancompare.model import Commitment


def desk_data(desk: Desk) -> dict[str, Any]:
    """Every answer of the desk; keys of what nobody asked are null."""
    carrying, renewal = desk.carrying, desk.renewal
    upstream = previous = None
    if carrying:
        followings = [{**_following(f), "carried": f.carried} for f in carrying.followings]
        upstream = {"plan": carrying.plan.id, "commitments": followings}
    if renewal:
        previous = {
            "plan": renewal.plan.id,
            "commitments": [{**_following(f.following), "change": f.change} for f in renewal.renewed],
            "new": [c.key for c in renewal.beyond.new],
            "not_covered": [c.key for c in renewal.beyond.untold],
            "unsure": [c.key for c in renewal.beyond.unsure],
        }
    return {
        "draft": {"id": desk.draft.id, "name": desk.draft.name, "encoded_from": desk.encoded or None},
        "gaps": _gaps(desk.gaps, desk.listed) if desk.gaps and desk.listed else None,
        "upstream": upstream,
        "previous": previous,
        "self": [_untidy(untidy) for untidy in desk.untidy] if desk.untidy is not None else None,
    }


def _gaps(gaps: Gaps, short: Shortlist) -> dict[str, Any]:
    return {
        "peers": [plan.id for plan in gaps.peers],
        "unknown": gaps.unknown,
        "found": [{**_gap(gap), "listed": gap.row.id in short.rows} for gap in gaps.gaps],
        "figures": [_out_of_line(figure) for figure in gaps.figures],
        "missing": short.missing_in_all,
        "near": short.near_in_all,
        "themes": list(gaps.chapters),
        "themes_not_touched": dict(gaps.untouched),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    near = gap.nearest
    return {
        "kind": gap.kind,
        "row": gap.row.id,
        "theme": gap.row.theme,
        "label": label_data(gap.row),
        "made": gap.made,
        "unsure": gap.unsure,
        "covered": gap.covered,
        "decided": gap.row.decided,
        "weakest_link": gap.row.weakest_link,
        "commitments": [_commitment(c) for c in gap.row.commitments],
        "nearest": {**_commitment(near.commitment), "score": near.score} if near else None,
        "candidates": [{**_commitment(c), "score": score} for c, score in gap.candidates],
        "said": [
            {"text": said.text, "kind": said.kind, "path": said.section.path, "score": score}
            for said, score in gap.echoes
        ],
        "standard": gap.row.standard or None,
        "theme_touched": gap.touched,
        "campaign_until": gap.until,
        "campaign_over": gap.over,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.key,
        "text": commitment.text,
        "targets": [target_data(target) for target in commitment.targets],
        "place": commitment.place,
        "evidence": [evidence.quote for evidence in commitment.evidence],
    }


def _out_of_line(figure: OutOfLine) -> dict[str, Any]:
    return {
        "row": figure.row.id,
        "measure": figure.measure,
        "draft": target_data(figure.mine) if figure.mine else None,
        "peers": {
            plan: {"target": target_data(target), "relation": figure.relations[plan]}
            for plan, target in figure.peers.items()
        },
        "draft_others": [target_data(target) for target in figure.others],
        "draft_words": figure.words or None,
        "value_relations": dict(figure.values),
    }


def _following(following: Following) -> dict[str, Any]:
    return {
        "commitment": _commitment(following.commitment),
        "draft": [_commitment(c) for c in following.theirs],
        "reasons": list(following.reasons),
        "not_applicable": following.why or None,
        "score": following.score,
    }


def _untidy(untidy: Untidy) -> dict[str, Any]:
    return {
        "fault": untidy.fault,
        "commitment": untidy.commitment.key,
        "word": untidy.word or None,
        "other": untidy.other.key if untidy.other else None,
        "measure": untidy.measure or None,
    }
