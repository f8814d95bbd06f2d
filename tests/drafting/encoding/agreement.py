"""How far one encoding agrees with another of the same text: units, figures, themes.

Units found by both are paired one to one where their evidence overlaps or stands in the same clause; the pairing is a
largest one (augmenting paths), overlapping pairs first. Recall, precision and F1 are over records; targets count as
found where both name the same bound, value and unit and, by id or by a label that is near, the same measure.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.asking.verification import SourceText, verify
from plancompare.comparing import strings
from plancompare.model import Commitment, Indicator, Plan, Target

_STOPS = re.compile(r"[，。；！？：,;!?:\n]")
NEAR = 50  # likeness of two labels that name the same measure


class Agreement(NamedTuple):
    """What two encodings share. ``concrete`` is the recall of records that name a figure, a name or an instrument."""

    found: int
    drafted: int
    wanted: int
    targets_found: int
    targets_drafted: int
    targets_wanted: int
    themes_right: int
    pairs: tuple[tuple[Commitment, Commitment], ...]
    missed: tuple[Commitment, ...]
    surplus: tuple[Commitment, ...]
    targets_missed: tuple[tuple[Commitment, Target], ...]
    targets_surplus: tuple[tuple[Commitment, Target], ...]
    targets_whole: int = 0  # of those wanted, the ones right in value, bound, unit, year and measure

    @property
    def recall(self) -> float:
        """The share of the wanted records that were found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the drafted records that were wanted."""
        return self.found / self.drafted if self.drafted else 1.0

    @property
    def targets_f1(self) -> float:
        """Twice the targets that both name, over the targets of both."""
        both = self.targets_drafted + self.targets_wanted
        return 2 * self.targets_found / both if both else 1.0

    @property
    def themes(self) -> float:
        """The share of the records found whose theme is the wanted one, or one of the further ones."""
        return self.themes_right / self.found if self.found else 1.0


def compare_encodings(draft: Plan, gold: Plan, text: str, indicators: Mapping[str, Indicator]) -> Agreement:
    """Hold ``draft`` against ``gold``, both encodings of ``text``; themes are compared where both pin one."""
    source = SourceText(text)
    clauses = _clauses(text)
    ours, theirs = (_places(plan, source, clauses) for plan in (draft, gold))
    edges = _edges(ours, theirs)
    matched = _largest_matching(edges)
    pairs = [(draft.commitments[one], gold.commitments[other]) for other, one in matched.items()]
    pairs.sort(key=lambda pair: pair[1].id)
    found_ours, found_theirs = set(matched.values()), set(matched)
    targets = _targets(draft, gold, pairs, indicators)
    return Agreement(
        found=len(pairs),
        drafted=len(draft.commitments),
        wanted=len(gold.commitments),
        targets_found=targets[0],
        targets_drafted=sum(len(c.targets) for c in draft.commitments),
        targets_wanted=sum(len(c.targets) for c in gold.commitments),
        themes_right=sum(one.pin in (other.pin, *other.also) for one, other in pairs),
        pairs=tuple(pairs),
        missed=tuple(c for i, c in enumerate(gold.commitments) if i not in found_theirs),
        surplus=tuple(c for i, c in enumerate(draft.commitments) if i not in found_ours),
        targets_missed=targets[1],
        targets_surplus=targets[2],
        targets_whole=_whole(draft, gold, indicators),
    )


Span = tuple[int, int]


def _clauses(text: str) -> list[int]:
    """For each offset of ``text`` the number of the clause it stands in."""
    numbers, number = [], 0
    for character in text:
        numbers.append(number)
        number += bool(_STOPS.match(character))
    return [*numbers, number]


def _places(plan: Plan, source: SourceText, clauses: Sequence[int]) -> list[tuple[list[Span], set[int]]]:
    """For each commitment, where its evidence stands and which clauses that touches."""
    spans: dict[str, list[Span]] = {}
    for proof in verify(plan, source):
        if proof.start is not None and proof.end is not None:
            spans.setdefault(proof.commitment.key, []).append((proof.start, proof.end))
    found = []
    for commitment in plan.commitments:
        own = spans.get(commitment.key, [])
        found.append((own, {clauses[place] for start, end in own for place in (start, end - 1)}))
    return found


def _edges(
    ours: Sequence[tuple[list[Span], set[int]]], theirs: Sequence[tuple[list[Span], set[int]]]
) -> dict[int, list[int]]:
    """Gold record -> draft records that may be the same, overlapping ones first."""
    edges: dict[int, list[int]] = {}
    for other, (their_spans, their_clauses) in enumerate(theirs):
        ranked = []
        for one, (our_spans, our_clauses) in enumerate(ours):
            shared = max((min(e, f) - max(s, t) for s, e in their_spans for t, f in our_spans), default=-1)
            if shared > 0 or their_clauses & our_clauses:
                ranked.append((-shared if shared > 0 else 1, one))
        edges[other] = [one for _, one in sorted(ranked)]
    return edges


def _largest_matching(edges: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """A largest one-to-one pairing, by augmenting paths; gold record -> draft record."""
    taken: dict[int, int] = {}

    def place(other: int, seen: set[int]) -> bool:
        for one in edges[other]:
            if one not in seen:
                seen.add(one)
                if one not in taken or place(taken[one], seen):
                    taken[one] = other
                    return True
        return False

    for other in sorted(edges, key=lambda o: (len(edges[o]), o)):
        place(other, set())
    return {other: one for one, other in taken.items()}


def _targets(
    draft: Plan, gold: Plan, pairs: Sequence[tuple[Commitment, Commitment]], indicators: Mapping[str, Indicator]
) -> tuple[int, tuple[tuple[Commitment, Target], ...], tuple[tuple[Commitment, Target], ...]]:
    """How many targets both name; those of the gold that the draft lacks, and the other way round.

    Targets of paired records agree on bound, value and unit; elsewhere also the measure must agree.
    """
    ours = [(c, t) for c in draft.commitments for t in c.targets]
    theirs = [(c, t) for c in gold.commitments for t in c.targets]
    same = {(one.key, other.key) for one, other in pairs}
    edges: dict[int, list[int]] = {}
    for place, (their, target) in enumerate(theirs):
        fits = []
        for index, (our, proposed) in enumerate(ours):
            if _figure(target) != _figure(proposed):
                continue
            paired = (our.key, their.key) in same
            if paired or _same_measure(proposed, target, indicators):
                fits.append((not paired, index))
        edges[place] = [index for _, index in sorted(fits)]
    matched = _largest_matching(edges)
    return (
        len(matched),
        tuple(pair for i, pair in enumerate(theirs) if i not in matched),
        tuple(pair for i, pair in enumerate(ours) if i not in set(matched.values())),
    )


def _whole(draft: Plan, gold: Plan, indicators: Mapping[str, Indicator]) -> int:
    """How many targets of the gold the draft has with every part right."""
    ours = [target for commitment in draft.commitments for target in commitment.targets]
    theirs = [target for commitment in gold.commitments for target in commitment.targets]
    edges = {
        place: [i for i, proposed in enumerate(ours) if _is_whole(proposed, target, indicators)]
        for place, target in enumerate(theirs)
    }
    return len(_largest_matching(edges))


def _is_whole(proposed: Target, target: Target, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a target is right in all parts. A standing norm bears no year in the gold: any is right then.

    By what a thing is counted may stand in the unit or in the name: 实训基地 2个/县区 is 每县区实训基地 2个.
    """
    if _figure(proposed)[:-1] != _figure(target)[:-1] or (target.by and proposed.by != target.by):
        return False
    (one, *per), (other, *each) = proposed.unit.split("/"), target.unit.split("/")
    counted = per == each or (not (per and each) and "每" in (proposed.label if each else target.label))
    return one == other and counted and _same_measure(proposed, target, indicators)


def _figure(target: Target) -> tuple[object, ...]:
    return (target.op, target.value, target.low, target.high, target.unit)


def _same_measure(one: Target, other: Target, indicators: Mapping[str, Indicator]) -> bool:
    """Whether two targets measure the same: one indicator, or names that are near."""
    if one.indicator and other.indicator:
        return one.indicator == other.indicator
    return any(strings.likeness(a, b) >= NEAR for a in _names(one, indicators) for b in _names(other, indicators))


def _names(target: Target, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    indicator = indicators.get(target.indicator)
    return (indicator.label.zh, *indicator.aliases) if indicator else (target.measure,)
