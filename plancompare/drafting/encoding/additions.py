"""What a plan file lacks of the records that its text gives: a curator's work is gone on with, never repeated."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from plancompare.asking.verification import SourceText, verify
from plancompare.drafting.encoding.records import Record
from plancompare.model import Commitment, Evidence, Plan

_LAST_NUMBER = re.compile(r"\d+$")


class Lost(NamedTuple):
    """A phrase of a record that stands no longer in the text."""

    id: str
    evidence: Evidence


class Additions(NamedTuple):
    """The records that a plan file lacks, with ids that go on from its own; and its phrases that are lost."""

    records: tuple[Record, ...]
    lost: tuple[Lost, ...]


def additions(records: Sequence[Record], plan: Plan, seen: Collection[str], text: str) -> Additions:
    """Those of ``records``, proposed from ``text``, that no phrase of ``plan`` points at and that were not ``seen``.

    ``seen`` are the marks of phrases that were proposed before, whatever a curator made of them.
    """
    taken: list[tuple[int, int]] = []
    lost: list[Lost] = []
    for proof in verify(plan, SourceText(text)):
        if proof.start is not None and proof.end is not None:
            taken.append((proof.start, proof.end))
        else:
            lost.append(Lost(proof.commitment.id, proof.evidence))
    fresh = [r for r in records if not _known(r, taken) and not set(marks(r.commitment)).intersection(seen)]
    return Additions(tuple(_numbered(fresh, plan)), tuple(lost))


def marks(commitment: Commitment) -> Iterator[str]:
    """The short hash of each phrase of a proposed record, by which it is known again."""
    for evidence in commitment.evidence:
        yield f"{crc32('|'.join(evidence[:3]).encode()):08x}"


def _known(record: Record, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < end2 and start2 < end for start, end in record.places for start2, end2 in taken)


def _numbered(records: Sequence[Record], plan: Plan) -> list[Record]:
    """The records with ids that go on where the file's own leave off."""
    last = max((int(m[0]) for c in plan.commitments if (m := _LAST_NUMBER.search(c.id))), default=0)
    ids = [c.id for c in plan.commitments if _LAST_NUMBER.search(c.id)]
    prefix = _LAST_NUMBER.sub("", ids[-1]) if ids else f"{plan.id}-"
    width = len(ids[-1]) - len(prefix) if ids else 3
    return [
        r._replace(commitment=r.commitment._replace(id=f"{prefix}{last + n:0{width}d}"))
        for n, r in enumerate(records, 1)
    ]
