"""Folds promises that a text makes again in nearly the same words: goals, tasks and tables repeat each other.

Two records are one if they name the same figures, or none, and share most pairs of characters once stock words are
gone (Dice); or if a figure of theirs measures the same indicator by the same year.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from plancompare.encoding.records import Record
from plancompare.model import Target
from plancompare.wording import Wording, bigrams

ALIKE = 0.78  # of records without figures
ALIKE_WITH_FIGURE = 0.5  # the same figure in the same unit tells much
HELD = 3  # pairs of characters of a promise that another section's promise holds whole
COMMON = 0.05  # pairs of characters in more than this share of the records find no candidates
FEW = 40  # … unless there are fewer records than this


def folded(records: Sequence[Record], wording: Wording) -> list[Record]:
    """The records with repetitions folded into the first of their kind, which then has several phrases."""
    terms = [frozenset(bigrams(p.core)) for p in wording.prepare([r.commitment.text for r in records])]
    postings: dict[str, list[int]] = defaultdict(list)
    spread = Counter(term for own in terms for term in own)
    most = max(FEW, COMMON * len(records))
    kept: dict[int, Record] = {}
    measures: dict[tuple[str, int | None], int] = {}
    for place, record in enumerate(records):
        first = next((measures[m] for m in _measures(record) if m in measures), None)
        if first is None:
            shared = Counter(i for term in sorted(terms[place]) if spread[term] <= most for i in postings[term])
            first = next((i for i in sorted(shared) if _same(kept[i], record, terms[i], terms[place])), None)
        if first is None:
            kept[place] = record
            for term in terms[place]:
                postings[term].append(place)
        else:
            kept[first] = _joined(kept[first], record)
        for measure in _measures(record):
            measures.setdefault(measure, place if first is None else first)
    return list(kept.values())


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _measures(record: Record) -> Iterator[tuple[str, int | None]]:
    for target in record.commitment.targets:
        if target.indicator:
            yield target.indicator, target.by


def _figures(record: Record) -> frozenset[tuple[object, ...]]:
    return frozenset((t.value, t.low, t.high, t.unit, t.by) for t in record.commitment.targets)


def _same(one: Record, other: Record, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    figures = _figures(one)
    if figures != _figures(other) or one.places[-1] == other.places[0]:
        return False
    if figures:
        return _dice(mine, theirs) >= ALIKE_WITH_FIGURE
    if _dice(mine, theirs) >= ALIKE:
        return True
    apart = one.commitment.section != other.commitment.section
    return apart and min(len(mine), len(theirs)) >= HELD and (mine <= theirs or theirs <= mine)


def _joined(first: Record, again: Record) -> Record:
    one, other = first.commitment, again.commitment
    commitment = one._replace(
        evidence=(*one.evidence, *(e for e in other.evidence if e[:3] not in {known[:3] for known in one.evidence})),
        targets=_all_targets(one.targets, other.targets),
        named=tuple(dict.fromkeys((*one.named, *other.named))),
        lead=one.lead or other.lead,
        support=one.support or other.support,
    )
    return first._replace(commitment=commitment, places=(*first.places, *again.places))


def _all_targets(ours: Sequence[Target], theirs: Sequence[Target]) -> tuple[Target, ...]:
    """Every target once; what one place leaves open (year, baseline) the other may fill."""
    targets = list(ours)
    for target in theirs:
        for place, known in enumerate(targets):
            if (known.op, known.value, known.low, known.high, known.unit) == target[2:7] and known.by == target.by:
                targets[place] = known._replace(baseline=known.baseline or target.baseline)
                break
        else:
            baseline = target.baseline or next((t.baseline for t in targets if t.indicator == target.indicator), None)
            targets.append(target._replace(baseline=baseline))
    return tuple(targets)
