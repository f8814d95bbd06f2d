"""The text of each plan in a REFI-QDA project, and where in it the evidence stands.

Where we hold the source it is the whole source; else it is made of the evidence phrases alone, under their headings.
Lines end in LF. Positions are code points from 0, the end excluded.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plancompare.asking.verification import Proof, Status, read_source, verify
from plancompare.drafting import read_text
from plancompare.model import Commitment, Lang, Plan
from plancompare.publishing.refi_codes import one_line, sound
from plancompare.telling.words import say


class Span(NamedTuple):
    """Where a phrase of a commitment stands in the text; ``number`` counts the commitment's phrases from 1."""

    commitment: Commitment
    number: int
    start: int
    end: int
    status: Status = "exact"


class PlanText(NamedTuple):
    """A plan's text; ``whole`` if it is the source itself."""

    plan: Plan
    text: str
    whole: bool
    spans: tuple[Span, ...]


class Held(NamedTuple):
    """Sources as found: texts by plan, proofs of all phrases, plans whose source gave trouble (and which)."""

    texts: Mapping[str, str] = {}
    proofs: tuple[Proof, ...] = ()
    troubles: tuple[tuple[Plan, str], ...] = ()


def hold(plans: Sequence[Plan], folder: Path) -> Held:
    """Read the sources of ``plans`` from ``folder`` and find every evidence phrase in them."""
    texts: dict[str, str] = {}
    proofs: list[Proof] = []
    troubles: list[tuple[Plan, str]] = []
    for plan in plans:
        source, trouble = read_source(plan, folder, read_text)
        if trouble:
            troubles.append((plan, trouble))
        if source is not None:
            texts[plan.id] = source.raw
            proofs += verify(plan, source)
    return Held(texts, tuple(proofs), tuple(troubles))


def plan_texts(plans: Sequence[Plan], keys: Iterable[str], sources: Held, lang: Lang) -> tuple[PlanText, ...]:
    """The text of every plan, with spans for the commitments ``keys`` (keys)."""
    wanted = set(keys)
    texts = []
    for plan in plans:
        raw = sources.texts.get(plan.id)
        commitments = [c for c in plan.commitments if c.key in wanted]
        if raw is None:
            texts.append(_of_phrases(plan, commitments, lang))
        else:
            texts.append(_of_source(plan, raw, [p for p in sources.proofs if p.commitment.plan == plan.id], wanted))
    return tuple(texts)


def _of_phrases(plan: Plan, commitments: Sequence[Commitment], lang: Lang) -> PlanText:
    """Title, a warning, then the phrases one a line under their sections."""
    parts = [f"{one_line(plan.title or plan.name)}\n{say('publish_phrases_only', lang)}\n"]
    length = len(parts[0])
    spans = []
    section = None
    for commitment in commitments:
        if commitment.section != section:
            section = commitment.section
            parts.append(f"\n{one_line(commitment.place)}\n")
            length += len(parts[-1])
        for number, evidence in enumerate(commitment.evidence, 1):
            quote = sound(evidence.quote)
            spans.append(Span(commitment, number, length, length + len(quote)))
            parts.append(f"{quote}\n")
            length += len(parts[-1])
    return PlanText(plan, "".join(parts), False, tuple(spans))


def _of_source(plan: Plan, raw: str, proofs: Sequence[Proof], wanted: set[str]) -> PlanText:
    """The source with lines that end in LF, and the spans moved by what the line ends lost."""
    lost = [offset for offset in range(len(raw) - 1) if raw[offset] == "\r" and raw[offset + 1] == "\n"]
    numbers = {(c.key, evidence): n for c in plan.commitments for n, evidence in enumerate(c.evidence, 1)}
    spans = [
        Span(p.commitment, numbers[p.commitment.key, p.evidence], _moved(p.start, lost), _moved(p.end, lost), p.status)
        for p in proofs
        if p.commitment.key in wanted and p.start is not None and p.end is not None
    ]
    return PlanText(plan, raw.replace("\r\n", "\n").replace("\r", "\n"), True, tuple(spans))


def _moved(offset: int, lost: Sequence[int]) -> int:
    from bisect import bisect_left

    return offset - bisect_left(lost, offset)
