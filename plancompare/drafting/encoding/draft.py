"""A proposed encoding as the text of a plan file, with what was doubtful as comments. Same records, same bytes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from plancompare.drafting.encoding.front import Front
from plancompare.drafting.encoding.records import Doubt, Record
from plancompare.model import Commitment, Evidence, Lang, Number, Section, Target
from plancompare.reading.writing.scalars import Scalar, comment, flow_list, flow_map, scalar
from plancompare.telling.words import say

SEEN = "encode has seen:"  # the line that remembers which passages were proposed, so that none comes twice
_PER_LINE = 12


def plan_text(
    front: Front,
    source: Mapping[str, Scalar],
    records: Sequence[Record],
    schema: str,
    lang: Lang,
) -> str:
    """A plan file; ``source`` is what its key of that name holds, ``schema`` where editors find the schema."""
    lines = [f"# yaml-language-server: $schema={schema}", comment(say("draft_head", lang))]
    lines += _head(front, source, lang)
    if source.get("extent") == "excerpt":
        lines += _reads(records, lang)
    lines.append("sections:" if records else "sections: []")
    for section, own in by_section(records):
        lines += section_lines(section, own, lang)
    lines += seen_lines(records)
    return "\n".join(lines) + "\n"


def by_section(records: Iterable[Record]) -> list[tuple[Section, list[Record]]]:
    """The records of each section, in the order of the document."""
    grouped: dict[Section, list[Record]] = {}
    for record in records:
        grouped.setdefault(record.commitment.section, []).append(record)
    return list(grouped.items())


def section_lines(section: Section, records: Sequence[Record], lang: Lang) -> Iterator[str]:
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
        yield from record_lines(record, lang, "  ", shared)


def record_lines(record: Record, lang: Lang, indent: str, theme: str = "") -> Iterator[str]:
    """One record, its doubts as comments before it; ``theme`` is what its section says already."""
    c = record.commitment
    for doubt in record.doubts:
        yield comment(f"{say('unsure', lang)}{_told(doubt, lang)}", indent)
    inner = f"{indent}  "
    yield f"{indent}- id: {scalar(c.id)}"
    yield f"{inner}text: {scalar(c.text)}"
    if c.theme and c.theme != theme:
        yield f"{inner}theme: {scalar(c.theme)}"
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


def seen_lines(records: Iterable[Record]) -> Iterator[str]:
    """Comments that remember the passages proposed, whatever a curator makes of the records."""
    marks = list(dict.fromkeys(mark for record in records for mark in marks_of(record.commitment)))
    for start in range(0, len(marks), _PER_LINE):
        yield f"# {SEEN} {' '.join(marks[start : start + _PER_LINE])}"


def marks_of(commitment: Commitment) -> Iterator[str]:
    """The short hash of each phrase of a proposed record."""
    for evidence in commitment.evidence:
        yield f"{crc32('|'.join(evidence[:3]).encode()):08x}"


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


def _told(doubt: Doubt, lang: Lang) -> str:
    return say(doubt.key, lang, **dict(doubt.values))


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
