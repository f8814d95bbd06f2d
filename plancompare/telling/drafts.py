"""What is told of drafts and of the documents they are made from: notes, doubts, and plan files as text.

The text of a plan file carries what was doubtful as comments; the same draft makes the same bytes. A file that a
curator has edited grows by records, and what stands there stays as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.drafting.documents.model import Note
from plancompare.drafting.encoding.additions import Lost, additions, marks
from plancompare.drafting.encoding.draft import Draft
from plancompare.drafting.encoding.front import Front
from plancompare.drafting.encoding.records import Doubt, Record
from plancompare.errors import PlanCompareError
from plancompare.model import Evidence, Lang, Number, Section, Target
from plancompare.reading.writing.growth import ADVICE, Insertion, PlanFile, Room
from plancompare.reading.writing.scalars import Scalar, comment, flow_list, flow_map, scalar
from plancompare.telling.words import say

SEEN = "encode has seen:"  # the line that remembers which passages were proposed, so that none comes twice
_SEEN = re.compile(rf"(?m)^[ \t]*# {re.escape(SEEN)} ([0-9a-f ]+)\r?$")
_PER_LINE = 12


def note_text(note: Note, lang: Lang) -> str:
    """What the reader of a document did, in words."""
    return say(note.key, lang, **dict(note.values))


def doubt_text(doubt: Doubt, lang: Lang) -> str:
    """Why a person should look at a record, in words."""
    return say("doubtful", lang) + say(doubt.key, lang, **dict(doubt.values))


def plan_text(
    draft: Draft,
    extent: str,
    schema: str,
    lang: Lang,
) -> str:
    """A plan file; ``extent`` says whether the document was held whole, ``schema`` where editors find the schema."""
    source = {"file": draft.document.file, "sha256": draft.document.sha256, "extent": extent}
    records = draft.records
    lines = [f"# yaml-language-server: $schema={schema}", comment(say("draft_head", lang))]
    lines += _head(draft.front, source, lang)
    if extent == "excerpt":
        lines += _reads(records, lang)
    lines.append("sections:" if records else "sections: []")
    for section, own_records in _by_section(records):
        lines += _section_lines(section, own_records, lang)
    lines += _seen_lines(records)
    return "\n".join(lines) + "\n"


def _by_section(records: Iterable[Record]) -> list[tuple[Section, list[Record]]]:
    """The records of each section, in the order of the document."""
    grouped: dict[Section, list[Record]] = {}
    for record in records:
        grouped.setdefault(record.commitment.section, []).append(record)
    return list(grouped.items())


def _section_lines(section: Section, records: Sequence[Record], lang: Lang) -> Iterator[str]:
    """A section with its records; it carries the theme that most of them share."""
    themes = Counter(record.commitment.theme for record in records)
    theme, count = themes.most_common(1)[0]
    shared = theme if 2 * count > len(records) else ""
    yield f"- id: {scalar(section.id)}"
    if section.path:
        yield f"  path: {scalar(section.path)}"
    yield f"  heading: {scalar(section.heading or say('no_heading', lang))}"
    if shared:
        yield f"  theme: {scalar(shared)}"
    yield "  commitments:"
    for record in records:
        yield from _record_lines(record, lang, "  ", shared)


def _record_lines(record: Record, lang: Lang, indent: str, theme: str = "") -> Iterator[str]:
    """One record, its doubts as comments before it; ``theme`` is what its section says already."""
    c = record.commitment
    for doubt in record.doubts:
        yield comment(doubt_text(doubt, lang), indent)
    inner = f"{indent}  "
    yield f"{indent}- id: {scalar(c.id)}"
    yield f"{inner}text: {scalar(c.text)}"
    if c.theme and c.theme != theme:
        yield f"{inner}theme: {scalar(c.theme)}"
    if c.also:
        yield f"{inner}also: {flow_list(c.also)}"
    if c.standard:
        yield f"{inner}standard: {scalar(c.standard)}"
    elif c.proposed:
        yield f"{inner}proposed: {scalar(c.proposed)}"
    elif record.candidates:
        named = (f"{standard.id} {standard.label.of(lang)}" for standard in record.candidates)
        yield comment(say("draft_candidates", lang) + " | ".join(named), inner)
    yield from _evidence_lines(c.evidence, inner)
    if c.targets:
        yield f"{inner}targets:"
        yield from (f"{inner}- {flow_map(_target(target))}" for target in c.targets)
    yield f"{inner}strength: {c.strength}"
    if c.word:
        yield f"{inner}word: {scalar(c.word)}"
    if c.named:
        yield f"{inner}named: {flow_list(c.named)}"
    if c.lead or c.support:
        bodies = [f"{role}: {flow_list(names)}" for role, names in (("lead", c.lead), ("support", c.support)) if names]
        yield f"{inner}bodies: {{{', '.join(bodies)}}}"
    if c.note:
        yield f"{inner}note: {scalar(c.note)}"


def _seen_lines(records: Iterable[Record]) -> Iterator[str]:
    """Comments that remember the passages proposed, whatever a curator makes of the records."""
    seen = list(dict.fromkeys(mark for record in records for mark in marks(record.commitment)))
    for start in range(0, len(seen), _PER_LINE):
        yield f"# {SEEN} {' '.join(seen[start : start + _PER_LINE])}"


def _head(front: Front, source: Mapping[str, Scalar], lang: Lang) -> Iterator[str]:
    guessed = say("guessed", lang)
    fields: list[tuple[str, str]] = [("id", scalar(front.id)), ("name", scalar(front.name))]
    if front.title:
        fields.append(("title", scalar(front.title)))
    if front.area.name:
        area = {"name": front.area.name} | ({"level": front.area.level} if front.area.level else {})
        fields.append(("area", flow_map(area)))
    if front.issuer:
        fields.append(("issuer", scalar(front.issuer)))
    if front.period:
        fields.append(("period", flow_map({"from": front.period[0], "to": front.period[1]})))
    if front.dates:
        fields.append(("dates", flow_map(front.dates)))
    if front.status:
        fields.append(("status", front.status))
    for key, value in fields:
        yield f"{key}: {value}" + (f"  # {guessed}" if key in front.guessed else "")
    yield "coding: draft"
    yield f"source: {flow_map(source)}"


def _reads(records: Iterable[Record], lang: Lang) -> Iterator[str]:
    themes = sorted({record.commitment.theme for record in records if record.commitment.theme})
    if themes:
        yield comment(say("draft_reads", lang))
        yield "reads: " + flow_map(dict.fromkeys(themes, "part"))


def _evidence_lines(evidence: Sequence[Evidence], indent: str) -> Iterator[str]:
    if len(evidence) == 1:
        yield f"{indent}evidence: {_evidence(evidence[0])}"
        return
    yield f"{indent}evidence:"
    yield from (f"{indent}- {_evidence(one)}" for one in evidence)


def _evidence(evidence: Evidence) -> str:
    if not evidence.prefix and not evidence.suffix:
        return scalar(evidence.quote)
    around = {"prefix": evidence.prefix, "suffix": evidence.suffix}
    return flow_map({"quote": evidence.quote} | {key: value for key, value in around.items() if value})


def _target(target: Target) -> dict[str, Scalar | Mapping[str, Scalar]]:
    said: dict[str, Scalar | Mapping[str, Scalar] | None] = {
        "indicator": target.indicator or None,
        "label": target.label or None,
        "op": target.op,
        "value": target.value,
        "min": target.low,
        "max": target.high,
        "unit": target.unit or None,
        "by": target.by,
    }
    if target.baseline:
        baseline: dict[str, Number] = {"value": target.baseline.value}
        if target.baseline.year:
            baseline["year"] = target.baseline.year
        said["baseline"] = baseline
    return {key: value for key, value in said.items() if value is not None}


class Grown(NamedTuple):
    """The new text of a plan file, how many records were added to it, and which phrases the text no longer has."""

    text: str
    added: int
    lost: tuple[Lost, ...]


def grown_text(file: PlanFile, draft: Draft, lang: Lang) -> Grown:
    """Add to ``file`` those records of ``draft`` that it lacks; nothing is ever taken out.

    Records go to the end of their section where the file has it, else into a new section at the end. Raises
    PlanCompareError if the file is not of the form that records can be added to as text.
    """
    document = draft.document
    seen = {mark for line in _SEEN.findall(file.text) for mark in line.split()}
    fresh, lost = additions(draft.records, file.plan, seen, document.text)
    rooms = file.rooms()
    insertions, homeless = [], []
    for section, own_records in _by_section(fresh):
        room = _room(section, rooms)
        if room is None:
            homeless.append((section, own_records))
        else:
            indent = " " * room.indent
            lines = [line for r in own_records for line in _record_lines(r, lang, indent, room.section.theme)]
            insertions.append(Insertion(room.row, lines))
    if fresh:
        insertions.append(_at_the_end(file, homeless, fresh, lang))
    source = file.plan.source
    is_newer = source.sha256 and source.sha256 != document.sha256 and source.file == document.file
    return Grown(
        file.with_lines(_joined(insertions), len(fresh), document.sha256 if is_newer else ""), len(fresh), lost
    )


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
        raise PlanCompareError("cannot add to {path}: {advice}", path=file.path, advice=ADVICE)
    row, indent = end
    count = len(file.plan.sections)
    lines = [
        " " * indent + line
        for number, (section, own_records) in enumerate(sections, count + 1)
        for line in _section_lines(section._replace(id=f"s{number:02d}"), own_records, lang)
    ]
    return Insertion(row, [*lines, *_seen_lines(fresh)])


def _joined(insertions: Sequence[Insertion]) -> list[Insertion]:
    """One insertion a row: what goes to the last section before what goes behind it."""
    rows: dict[int, list[str]] = {}
    for insertion in insertions:
        rows.setdefault(insertion.row, []).extend(insertion.lines)
    return [Insertion(row, lines) for row, lines in rows.items()]
