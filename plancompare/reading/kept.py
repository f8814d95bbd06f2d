"""Plans as they were read from their files, kept under the hash of a file's bytes: the unchanged are not parsed again.

Only what was read without any finding is kept, as plain JSON: places as line and column, for a file may lie elsewhere
next time. The name of a piece holds a stamp of the code that reads plans, so that other code never sees it.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from plancompare.files.stamp import code_stamp
from plancompare.model import Area, Baseline, Brief, Commitment, Evidence, Index, Plan, Section, Source, Target
from plancompare.reading.places import KeptLocation

SOME = 400  # pieces put away at once: about a second of reading
_READERS = ("reading", "model", "schema")  # folders of the package that decide what a file says


def key_of(digest: str) -> str:
    """What tells the plan of a file with this hash, as this code reads it, from any other."""
    return f"{code_stamp(*_READERS)}-{digest}"


def plan_name(key: str) -> str:
    """The name under which the plan with this key is kept."""
    return f"plan-{key}"


def brief_name(key: str) -> str:
    """The name under which is kept what is told of the plan without its commitments."""
    return f"brief-{key}"


def packed(plan: Plan) -> bytes:
    """The plan as JSON in lists; its file and its id stand in it once."""
    return _json(_record(plan))


def _record(plan: Plan) -> list[Any]:
    places = {section: number for number, section in enumerate(plan.sections)}
    return [
        *plan[:3],
        plan.area,
        plan.issuer,
        plan.period,
        dict(plan.dates),
        plan.status,
        plan.source,
        dict(plan.reads),
        [[*section[:4], section.at[1:]] for section in plan.sections],
        [_commitment_record(c, places[c.section]) for c in plan.commitments],
        dict(plan.not_applicable),
        dict(plan.waived),
        plan.coding,
        plan.at[1:],
    ]


def _commitment_record(commitment: Commitment, section: int) -> list[Any]:
    evidence = [[*one[:3], one.at[1:]] for one in commitment.evidence]
    targets = [[*target[:10], target.at[1:]] for target in commitment.targets]
    plain = (*commitment[5:7], targets, *commitment[8:16], dict(commitment.waived), commitment.at[1:])
    return [commitment.id, section, commitment.text, evidence, *plain]


def unpacked(data: bytes | None, file: str) -> Plan | None:
    """The plan that was packed, as read from ``file``; None for what is no such piece."""
    if data is None:
        return None
    try:
        return _plan(json.loads(data), file)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError):
        return None


def _plan(record: Sequence[Any], file: str) -> Plan:
    id, name, title, area, issuer, period, dates, status, source, reads, *rest = record
    section_records, commitments, not_applicable, waived, coding, at = rest
    sections = tuple([_section(section, file) for section in section_records])
    return Plan(
        id=id,
        name=name,
        title=title,
        area=Area(*area),
        issuer=issuer,
        period=tuple(period) if period else None,
        dates=dates,
        status=status,
        source=Source(*source),
        reads=reads,
        sections=sections,
        commitments=tuple(_commitment(fields, id, sections, file) for fields in commitments),
        not_applicable=not_applicable,
        waived=waived,
        coding=coding,
        file=file,
        at=KeptLocation(file, *at),
    )


def _commitment(fields: Sequence[Any], plan: str, sections: Sequence[Section], file: str) -> Commitment:
    id, section, text, evidence, theme, also, targets, *words = fields
    standard, proposed, strength, word, named, lead, support, note, waived, place = words
    return Commitment(
        plan=plan,
        id=id,
        section=sections[section],
        text=text,
        evidence=tuple(
            [Evidence(quote, before, after, KeptLocation(file, *at)) for quote, before, after, at in evidence]
        ),
        theme=theme,
        also=tuple(also),
        targets=tuple([_target(target, file) for target in targets]),
        standard=standard,
        proposed=proposed,
        strength=strength,
        word=word,
        named=tuple(named),
        lead=tuple(lead),
        support=tuple(support),
        note=note,
        waived=waived,
        at=KeptLocation(file, *place),
    )


def _section(record: Sequence[Any], file: str) -> Section:
    id, path, heading, theme, at = record
    return Section(id, path, heading, theme, KeptLocation(file, *at))


def _target(record: Sequence[Any], file: str) -> Target:
    indicator, label, op, value, low, high, unit, by, baseline, note, at = record
    base = Baseline(*baseline) if baseline else None
    return Target(indicator, label, op, value, low, high, unit, by, base, note, KeptLocation(file, *at))


def packed_brief(brief: Brief) -> bytes:
    """A brief as JSON in lists; its key stands in the name of the piece."""
    return _json([_record(brief.head), brief.figures, brief.ids, brief.codes])


def unpacked_brief(data: bytes | None, file: str, key: str) -> Brief | None:
    """The brief that was packed, of a plan read from ``file``; None for what is no such piece."""
    if data is None:
        return None
    try:
        head, figures, ids, codes = json.loads(data)
        brief = Brief(_plan(head, file), tuple(ids), tuple(codes), figures, key)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError):
        return None
    return brief if len(brief.ids) == len(brief.codes) and isinstance(figures, int) else None


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class KeptPlans:
    """The plans that an index keeps, if there is one; new ones go there some at a time, lest a stopped run lose all."""

    def __init__(self, index: Index | None) -> None:
        self._index = index
        self._new: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """The piece that is kept under ``name``, if one is."""
        return self._index.get(name) if self._index else None

    def keep(self, name: str, piece: bytes) -> None:
        """Keep a piece under ``name``."""
        if self._index:
            self._new[name] = piece
            if len(self._new) >= SOME:
                self.settle()

    def keep_made(self, name: str, make: Callable[[], bytes]) -> None:
        """Keep a piece that is made only where there is an index to keep it."""
        if self._index:
            self.keep(name, make())

    def settle(self) -> None:
        """Put away what is new."""
        if self._index and self._new:
            self._index.put(self._new)
            self._new = {}
