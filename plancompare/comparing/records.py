"""A comparison as flat records, a line for each row and plan: what tables and data frames are made of."""

from collections.abc import Iterator, Mapping, Sequence

from plancompare.comparing.rows import Cell, Row
from plancompare.comparing.targets import shown
from plancompare.model import Codebook, Plan

Value = str | int | bool | None
Record = dict[str, Value]


def records(rows: Sequence[Row], plans: Sequence[Plan], codebook: Codebook) -> Iterator[Record]:
    """A record for each row and plan, row by row in the order of ``plans``."""
    labels = {theme.id: theme.label for theme in codebook.themes}
    for row in rows:
        theme = labels.get(row.theme)
        about: Mapping[str, Value] = {
            "row": row.id,
            "theme": row.theme,
            "theme_zh": theme.zh if theme else row.theme,
            "theme_en": theme.en if theme else row.theme,
            "label_zh": row.label.zh,
            "label_en": row.label.en or None,
            "standard": row.standard or None,
            "row_status": row.status,
            "made": row.made,
            "unsure": row.unsure,
            "covered": row.covered,
            "decided": row.decided,
            "weakest_link": row.weakest_link,
        }
        for plan in plans:
            yield {**about, "plan": plan.id, "plan_name": plan.name, **_cell(row.cells[plan.id])}


def _cell(cell: Cell) -> Record:
    """What one plan has to say: several commitments stand in one field, a line each."""
    said = cell.commitments
    return {
        "status": cell.status,
        "commitments": _lines(c.id for c in said),
        "text": _lines(c.text for c in said),
        "figures": _lines(shown(target) for c in said for target in c.targets),
        "evidence": _lines(e.quote for c in said for e in c.evidence),
        "place": _lines(dict.fromkeys(c.place for c in said)),
        "candidates": _lines(near.commitment.id for near in cell.candidates),
        "best_candidate_score": cell.candidates[0].score if cell.candidates else None,
        "reason": cell.reason or None,
    }


def _lines(texts: Iterator[str] | Mapping[str, None]) -> str | None:
    return "\n".join(texts) or None
