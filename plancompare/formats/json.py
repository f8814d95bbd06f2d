"""JSON: the whole comparison by the shipped report.schema.json, and the envelope of every other answer."""

import json
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring as quoted
from typing import Any

from plancompare import __version__
from plancompare.comparing.coding import Coding
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.differences import Difference
from plancompare.comparing.rows import Cell, Row
from plancompare.findings import Finding
from plancompare.formats.json_text import Ready, in_pieces, object_of, text_of, texts_of
from plancompare.model import Commitment, Evidence, InputFile, Lang, Plan, Target
from plancompare.telling.blocks import Watch, unwatched
from plancompare.telling.text import steering

SCHEMA_VERSION = 2
MOST_NONE = 0.5  # a "none" likelier than this is likelier than all standards together


def render(comparison: Comparison, lang: Lang = "en", watch: Watch = unwatched) -> bytes:
    """The comparison as one JSON object; same comparison, same bytes, whatever the language."""
    return b"".join(pieces(comparison))


def pieces(comparison: Comparison) -> Iterator[bytes]:
    """The same piece by piece, which no memory has to hold together."""
    return (_cleared(text) for text in in_pieces(texts_of(as_parts(comparison))))


def json_bytes(data: object) -> bytes:
    """Plain values as JSON in UTF-8, one key a line; what steers a terminal is escaped, and so stays what it is."""
    return _cleared(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _cleared(text: str) -> bytes:
    return steering(text, lambda character: f"\\u{ord(character):04x}").encode()


def envelope(
    command: str, settings: Mapping[str, object], data: object, inputs: Iterable[InputFile] | None = None
) -> bytes:
    """The answer of a command in the envelope that all answers without a schema of their own share.

    ``settings`` are what was asked for, ``data`` is the answer, ``inputs`` the files that it rests on.
    """
    head: dict[str, object] = {"schema_version": SCHEMA_VERSION, "plancompare": __version__, "command": command}
    files = {} if inputs is None else {"inputs": inputs_data(inputs)}
    return json_bytes({**head, **files, "settings": dict(settings), "data": data})


def inputs_data(inputs: Iterable[InputFile]) -> list[dict[str, str]]:
    """Files that were read, by name and hash."""
    return [{"path": file.path, "sha256": file.sha256} for file in inputs]


def _chosen_by(where: str) -> dict[str, str]:
    return {"where": where} if where else {}


def as_parts(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values in the shape of the contract; its long lists are made as they are asked for."""
    settings = comparison.settings
    texts = _Texts()
    return {
        "schema_version": SCHEMA_VERSION,
        "plancompare": __version__,
        "inputs": inputs_data(comparison.inputs),
        "settings": {
            "match": settings.thresholds.match,
            "review": settings.thresholds.review,
            "decisions": settings.decisions,
            **({"rows": "proposed"} if settings.proposed else {}),
            "filters": {"theme": settings.theme or None, "only": list(settings.only), **_chosen_by(settings.where)},
        },
        "plans": (plan_data(plan, comparison) for plan in comparison.plans),
        "themes": [
            {"id": theme.id, "label": {"zh": theme.label.zh, "en": theme.label.en}}
            for theme in comparison.codebook.themes
        ],
        "rows": (_row(row, texts) for row in comparison.rows),
        "differences": (_difference(difference, texts) for difference in comparison.each_difference()),
        "findings": [finding_data(finding) for finding in comparison.findings],
    }


_NOTHING, _GAP = Ready("null"), Ready("%s")
_FIGURES = text_of(
    {
        "kind": "target",
        "row": _GAP,
        "theme": _GAP,
        "plans": [_GAP, _GAP],
        "measure": _GAP,
        "relation": _GAP,
        "targets": [_GAP, _GAP],
    },
    2,
)


class _Texts:
    """Texts of what stands many times in one answer: figures, which many differences share, and empty cells."""

    def __init__(self) -> None:
        self._targets: dict[int, Ready] = {}  # by identity: the comparison outlives its writing
        self._blanks: dict[tuple[str, str, str], str] = {}
        self._words: dict[str | None, str] = {}

    def target(self, target: Target | None) -> Ready:
        """A figure of a difference."""
        if target is None:
            return _NOTHING
        text = self._targets.get(id(target))
        if text is None:
            text = self._targets[id(target)] = Ready(text_of(target_data(target), 4))
        return text

    def cells(self, cells: Mapping[str, Cell]) -> Ready:
        """The cells of a row, plan by plan."""
        return object_of([self._cell(plan, cell) for plan, cell in cells.items()], 3)

    def _cell(self, plan: str, cell: Cell) -> str:
        if cell.commitments or cell.candidates:
            return f"{quoted(plan)}: {text_of(cell_data(cell), 4)}"
        kind = (plan, cell.status, cell.reason)
        text = self._blanks.get(kind)
        if text is None:
            text = self._blanks[kind] = f"{quoted(plan)}: {text_of(cell_data(cell), 4)}"
        return text

    def figures(self, difference: Difference) -> Ready:
        """Two figures that differ: there are as many as pairs of plans in all rows together."""
        one, other = difference.targets
        words = (difference.row, difference.theme, *difference.plans, difference.measure, difference.relation)
        return Ready(_FIGURES % (*map(self._quoted, words), self.target(one), self.target(other)))

    def _quoted(self, word: str | None) -> str:
        text = self._words.get(word)
        if text is None:
            text = self._words[word] = "null" if word is None else quoted(word)
        return text


def plan_head(plan: Plan) -> dict[str, Any]:
    """Which plan it is, and how much of its text was read."""
    return {
        "id": plan.id,
        "name": plan.name,
        "title": plan.title,
        "area": {"name": plan.area.name, "level": plan.area.level, "code": plan.area.code},
        "period": {"from": plan.period[0], "to": plan.period[1]} if plan.period else None,
        "extent": plan.source.extent,
    }


def plan_data(plan: Plan, comparison: Comparison) -> dict[str, Any]:
    """A plan with its commitments as plain values."""
    return {
        **plan_head(plan),
        "reads": dict(sorted(plan.reads.items())),
        "coding": plan.coding or None,
        "records_left_out": plan.incomplete,
        "commitments": [_commitment(c, comparison) for c in plan.commitments],
    }


def _commitment(commitment: Commitment, comparison: Comparison) -> dict[str, Any]:
    section, match = commitment.section, comparison.themes[commitment.key]
    return {
        "id": commitment.id,
        "section": {"id": section.id, "path": section.path, "heading": section.heading},
        "theme": match.theme,
        "theme_score": match.score,
        "theme_pinned": match.pinned,
        "theme_weak": match.weak,
        "also": list(commitment.also),
        "standard": standard_data(comparison.coding(commitment.key)),
        "text": commitment.text,
        "evidence": [evidence_data(evidence) for evidence in commitment.evidence],
        "targets": [target_data(target) for target in commitment.targets],
        "strength": commitment.strength,
        "word": commitment.word,
        "named": list(commitment.named),
        "bodies": {"lead": list(commitment.lead), "support": list(commitment.support)},
        "note": commitment.note,
    }


def standard_data(coding: Coding) -> dict[str, Any]:
    """The standard that a person gave, or that is likeliest, with the five likeliest; scores are chances in 100.

    The id is null where a person found none, or where "none" is likelier than all standards together.
    """
    candidates = [{"id": id, "score": round(100 * share)} for id, share in coding.candidates()]
    none = coding.none > MOST_NONE or not candidates
    score = round(100 * coding.none) if none else candidates[0]["score"]
    chosen = None if none else candidates[0]["id"]
    return {"id": chosen, "score": score, "pinned": coding.pinned, "candidates": [] if coding.pinned else candidates}


def evidence_data(evidence: Evidence) -> dict[str, str]:
    """A phrase as plain values."""
    return {"quote": evidence.quote, "prefix": evidence.prefix, "suffix": evidence.suffix}


def label_data(row: Row) -> dict[str, str | None]:
    """What a row is called, in both languages."""
    return {"zh": row.label.zh, "en": row.label.en or None}


def target_data(target: Target) -> dict[str, Any]:
    """A target as plain values."""
    baseline = target.baseline
    return {
        "indicator": target.indicator or None,
        "label": target.label or None,
        "op": target.op,
        "value": target.value,
        "min": target.low,
        "max": target.high,
        "unit": target.unit,
        "by": target.by,
        "baseline": {"value": baseline.value, "year": baseline.year} if baseline else None,
    }


def _row(row: Row, texts: _Texts) -> dict[str, Any]:
    return {
        "id": row.id,
        "theme": row.theme,
        "standard": row.standard or None,
        "label": label_data(row),
        "status": row.status,
        "made": row.made,
        "unsure": row.unsure,
        "covered": row.covered,
        "decided": row.decided,
        "weakest_link": row.weakest_link,
        "cells": texts.cells(row.cells),
    }


def cell_data(cell: Cell) -> dict[str, Any]:
    """What one plan has to say to one row."""
    data: dict[str, Any] = {"status": cell.status, "commitments": [c.id for c in cell.commitments]}
    data["candidates"] = [{"commitment": near.commitment.id, "score": near.score} for near in cell.candidates]
    if cell.reason:
        data["reason"] = cell.reason
    return data


def _difference(difference: Difference, texts: _Texts) -> dict[str, Any] | Ready:
    if difference.kind == "missing":
        return {
            "kind": "missing",
            "row": difference.row,
            "theme": difference.theme,
            "made_by": list(difference.plans),
            "missing_in": list(difference.without),
        }
    return texts.figures(difference)


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "file": finding.at.file,
        "line": finding.at.line,
        "column": finding.at.column,
        "level": finding.level,
        "message": finding.message,
        "check": finding.check,
        "waived": finding.reason or None,
    }
