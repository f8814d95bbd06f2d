"""The writer's desk as data: JSON with every answer, CSV with a line for each gap and peer."""

import json
from collections.abc import Iterator
from typing import Any

from plancompare import __version__
from plancompare.asking.desk.carrying import Following
from plancompare.asking.desk.desk import Desk
from plancompare.asking.desk.gaps import Gap, Gaps, OutOfLine
from plancompare.asking.desk.housekeeping import Untidy
from plancompare.comparing.targets import shown
from plancompare.formats.csv import Value, csv_text
from plancompare.formats.json import target_data
from plancompare.model import Commitment, Lang

SCHEMA_VERSION = 1
HEADS = (
    "kind", "row", "theme", "label", "made", "covered", "plan", "commitment", "text", "targets", "place", "evidence",
    "nearest", "nearest_text", "nearest_score",
)  # fmt: skip


def as_json(desk: Desk) -> bytes:
    """Every answer as one JSON object; keys of what nobody asked are null."""
    gaps = desk.gaps
    data = {
        "schema_version": SCHEMA_VERSION,
        "plancompare": __version__,
        "draft": {"id": desk.draft.id, "name": desk.draft.name, "encoded_from": desk.encoded or None},
        "settings": {"theme": desk.asked.theme or None, "min_peers": desk.asked.least_peers},
        "gaps": _gaps(gaps) if gaps else None,
        "upstream": {
            "plan": desk.carrying.plan.id,
            "commitments": [{**_following(f), "carried": f.carried} for f in desk.carrying.found],
        }
        if desk.carrying
        else None,
        "previous": {
            "plan": desk.renewal.plan.id,
            "commitments": [{**_following(f.following), "change": f.change} for f in desk.renewal.found],
            "new": [c.key for c in desk.renewal.beyond.new],
            "not_covered": [c.key for c in desk.renewal.beyond.untold],
        }
        if desk.renewal
        else None,
        "self": [_untidy(untidy) for untidy in desk.own] if desk.own is not None else None,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _gaps(gaps: Gaps) -> dict[str, Any]:
    return {
        "peers": [plan.id for plan in gaps.peers],
        "unknown": gaps.unknown,
        "found": [_gap(gap) for gap in gaps.gaps],
        "figures": [_figure(found) for found in gaps.figures],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    near = gap.nearest
    return {
        "kind": gap.kind,
        "row": gap.row.id,
        "theme": gap.row.theme,
        "label": {"zh": gap.row.label.zh, "en": gap.row.label.en or None},
        "made": gap.made,
        "covered": gap.covered,
        "decided": gap.row.decided,
        "weakest_link": gap.row.weakest_link,
        "commitments": [_commitment(c) for c in gap.row.commitments],
        "nearest": {**_commitment(near.commitment), "score": near.score} if near else None,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.key,
        "text": commitment.text,
        "targets": [target_data(target) for target in commitment.targets],
        "place": commitment.place,
        "evidence": [evidence.quote for evidence in commitment.evidence],
    }


def _figure(found: OutOfLine) -> dict[str, Any]:
    return {
        "row": found.row.id,
        "measure": found.measure,
        "draft": target_data(found.mine) if found.mine else None,
        "peers": {
            plan: {"target": target_data(target), "relation": found.relations[plan]}
            for plan, target in found.peers.items()
        },
    }


def _following(found: Following) -> dict[str, Any]:
    return {
        "commitment": _commitment(found.commitment),
        "draft": [_commitment(c) for c in found.theirs],
        "reasons": list(found.reasons),
        "not_applicable": found.why or None,
        "score": found.score,
    }


def _untidy(untidy: Untidy) -> dict[str, Any]:
    return {
        "fault": untidy.fault,
        "commitment": untidy.commitment.key,
        "word": untidy.word or None,
        "other": untidy.other.key if untidy.other else None,
        "measure": untidy.measure or None,
    }


def as_csv(gaps: Gaps, lang: Lang, excel: bool = False) -> bytes:
    """A line for each gap and each commitment of a peer."""
    return csv_text(HEADS, _lines(gaps, lang)).encode("utf-8-sig" if excel else "utf-8")


def _lines(gaps: Gaps, lang: Lang) -> Iterator[list[Value]]:
    for gap in gaps.gaps:
        row, near = gap.row, gap.nearest
        tail: list[Value] = [near.commitment.id, near.commitment.text, near.score] if near else [None, None, None]
        for c in row.commitments:
            figures, quotes = "; ".join(map(shown, c.targets)), " | ".join(e.quote for e in c.evidence)
            start: list[Value] = [gap.kind, row.id, row.theme, row.label.of(lang), gap.made, gap.covered]
            yield [*start, c.plan, c.id, c.text, figures, c.place, quotes, *tail]
