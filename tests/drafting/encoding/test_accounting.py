"""Every clause of a text is (part of) a record, or told with the reason why it is none."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plancompare.drafting.encoding.draft import Draft
from plancompare.drafting.encoding.text import clauses
from tests.drafting.encoding.measured import OWN, SEEN, UNSEEN, file_of
from tests.drafting.encoding.support import drafted

TWELVE = (*OWN, *SEEN, *UNSEEN)[:12]


@pytest.mark.parametrize("name", TWELVE)
def test_every_clause_is_accounted_for(name: str) -> None:
    with TemporaryDirectory() as folder:
        draft = drafted(file_of(name, Path(folder)), plan=name)
    assert unaccounted(draft) == []
    text = draft.document.text
    assert [left.text for left in draft.left_out if text[left.start : left.end] != left.text] == []
    assert [left.start for left in draft.left_out] == sorted(left.start for left in draft.left_out)


def unaccounted(draft: Draft) -> list[str]:
    """The clauses and cells that no record and no reason stands for."""
    spans = [place for record in draft.records for place in record.places]
    spans += [(left.start, left.end) for left in draft.left_out]
    told = {left.text for left in draft.left_out}
    lost = []
    for block, start in zip(draft.document.blocks, draft.document.starts, strict=True):
        if block.kind == "table":
            lost += [cell for row in block.rows for cell in row if cell.strip() and not _in_a_record(draft, cell, told)]
            continue
        for clause in clauses(block.text):
            low, high = start + clause.start, start + clause.end
            if not any(one < high and low < other for one, other in spans):
                lost.append(clause.text)
    return lost


def _in_a_record(draft: Draft, cell: str, told: set[str]) -> bool:
    """Whether a cell is told, or a record was taken from it."""
    text = draft.document.text
    places = (text[low:high] for record in draft.records for low, high in record.places)
    return cell in told or any(place in cell or cell in place for place in places)
