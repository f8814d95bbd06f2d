"""Adds proposed records to a plan file that a curator has edited: what stands there stays as it is.

New is a record that no phrase of the file points at and that was not proposed before. Records go to the end of their
section where the file has it, else into a new section at the end.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancompare.asking.verification import SourceText, verify
from plancompare.drafting.documents import Document
from plancompare.drafting.encoding.draft import SEEN, by_section, marks_of, record_lines, section_lines, seen_lines
from plancompare.drafting.encoding.records import Record
from plancompare.errors import PlanCompareError
from plancompare.model import Evidence, Lang, Plan, Section
from plancompare.reading.writing.growth import ADVICE, Insertion, PlanFile, Room

_SEEN = re.compile(rf"(?m)^[ \t]*# {re.escape(SEEN)} ([0-9a-f ]+)\r?$")
_NUMBER = re.compile(r"\d+$")


class Lost(NamedTuple):
    """A phrase of a record that stands no longer in the text."""

    id: str
    evidence: Evidence


class Merged(NamedTuple):
    """The new text of the file, how many records were added to it, and which phrases the text no longer has."""

    text: str
    added: int
    lost: tuple[Lost, ...]


def merge(file: PlanFile, records: Sequence[Record], document: Document, lang: Lang) -> Merged:
    """Add to ``file`` those of ``records``, proposed from ``document``, that it lacks; nothing is ever taken out.

    Raises PlanCompareError if the file is not of the form that records can be added to as text.
    """
    taken, lost = _proved(file.plan, document)
    seen = {mark for line in _SEEN.findall(file.text) for mark in line.split()}
    fresh = [r for r in records if not _known(r, taken) and not seen.intersection(marks_of(r.commitment))]
    fresh = _numbered(fresh, file.plan)
    rooms = file.rooms()
    insertions, homeless = [], []
    for section, own in by_section(fresh):
        room = _room(section, rooms)
        if room is None:
            homeless.append((section, own))
        else:
            indent = " " * room.indent
            insertions.append(
                Insertion(room.row, [line for r in own for line in record_lines(r, lang, indent, room.section.theme)])
            )
    if fresh:
        insertions.append(_at_the_end(file, homeless, fresh, lang))
    source = file.plan.source
    is_newer = source.sha256 and source.sha256 != document.sha256 and source.file == document.file
    text = file.with_lines(_joined(insertions), len(fresh), document.sha256 if is_newer else "")
    return Merged(text, len(fresh), tuple(lost))


def _proved(plan: Plan, document: Document) -> tuple[list[tuple[int, int]], list[Lost]]:
    """Where the phrases of the file stand in the document, and those that it does not have."""
    taken, lost = [], []
    for proof in verify(plan, SourceText(document.text)):
        if proof.start is not None and proof.end is not None:
            taken.append((proof.start, proof.end))
        else:
            lost.append(Lost(proof.commitment.id, proof.evidence))
    return taken, lost


def _known(record: Record, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < end2 and start2 < end for start, end in record.places for start2, end2 in taken)


def _numbered(records: Sequence[Record], plan: Plan) -> list[Record]:
    """The records with ids that go on where the file's own leave off."""
    last = max((int(m[0]) for c in plan.commitments if (m := _NUMBER.search(c.id))), default=0)
    ids = [c.id for c in plan.commitments if _NUMBER.search(c.id)]
    prefix = _NUMBER.sub("", ids[-1]) if ids else f"{plan.id}-"
    width = len(_NUMBER.search(ids[-1])[0]) if ids else 3  # type: ignore[index]
    return [
        r._replace(commitment=r.commitment._replace(id=f"{prefix}{last + n:0{width}d}"))
        for n, r in enumerate(records, 1)
    ]


def _room(section: Section, rooms: Sequence[Room]) -> Room | None:
    """The file's own section of this heading: of the same path if several have it."""
    same = [room for room in rooms if room.section.heading == section.heading]
    exact = [room for room in same if room.section.path == section.path]
    return next(iter(exact or same), None)


def _at_the_end(
    file: PlanFile, sections: Sequence[tuple[Section, Sequence[Record]]], fresh: Sequence[Record], lang: Lang
) -> Insertion:
    """New sections, and the memory of what was proposed."""
    end = file.end()
    if end is None:
        raise PlanCompareError(f"cannot add to {file.path}: {ADVICE}")
    row, indent = end
    count = len(file.plan.sections)
    lines = [
        " " * indent + line
        for number, (section, own) in enumerate(sections, count + 1)
        for line in section_lines(section._replace(id=f"s{number:02d}"), own, lang)
    ]
    return Insertion(row, [*lines, *seen_lines(fresh)])


def _joined(insertions: Sequence[Insertion]) -> list[Insertion]:
    """One insertion a row: what goes to the last section before what goes behind it."""
    rows: dict[int, list[str]] = {}
    for insertion in insertions:
        rows.setdefault(insertion.row, []).extend(insertion.lines)
    return [Insertion(row, lines) for row, lines in rows.items()]
