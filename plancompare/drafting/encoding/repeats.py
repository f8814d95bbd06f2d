"""Folds promises that a text makes again in nearly the same words: goals, tasks and tables repeat each other.

Two records are one if they name the same figures, or none, and share most pairs of characters once stock words are
gone (Dice); or if a figure of theirs measures the same indicator by the same year. And a promise in general terms
(推进甲) whose words another part of the text puts into a narrower one (推进甲的乙) is told with that one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.wording import Gates, Wording, bigrams
from plancompare.drafting.encoding.records import Doubt, Record
from plancompare.model import Target

ALIKE = 0.78  # of records without figures
ALIKE_WITH_FIGURE = 0.5  # the same figure in the same unit tells much
HELD = 3  # pairs of characters that a general promise has at least
COMMON = 0.05  # pairs of characters in more than this share of the records find no candidates
FEW = 40  # … unless there are fewer records than this
Terms = frozenset[str]


class _Made(NamedTuple):
    """A record's words made ready: pairs of characters, what kind of thing they speak of, the pairs that tell."""

    terms: Terms
    gates: Gates
    telling: Sequence[str]


def folded(records: Sequence[Record], wording: Wording) -> list[Record]:
    """The records with repetitions folded into the first of their kind, which then has several phrases."""
    cores = wording.prepare([record.commitment.text for record in records])
    terms = [frozenset(bigrams(core.core)) for core in cores]
    spread = Counter(term for own in terms for term in own)
    most = max(FEW, COMMON * len(records))
    telling = [sorted(term for term in own if spread[term] <= most) for own in terms]
    made = [_Made(own, core.gates, tell) for own, core, tell in zip(terms, cores, telling, strict=True)]
    kept = _without_repeats(records, made)
    return _without_generalities(kept, terms, telling)


def _without_repeats(records: Sequence[Record], made: Sequence[_Made]) -> dict[int, Record]:
    """Place -> record, the same promise once."""
    postings: dict[str, list[int]] = defaultdict(list)
    kept: dict[int, Record] = {}
    measures: dict[tuple[str, int | None], int] = {}
    for place, record in enumerate(records):
        first = next((measures[m] for m in _measures(record) if m in measures), None)
        if first is None:
            near = {i for term in made[place].telling for i in postings[term]}
            first = next((i for i in sorted(near) if _same(kept[i], record, made[i], made[place])), None)
        if first is None:
            kept[place] = record
            for term in made[place].telling:
                postings[term].append(place)
        else:
            kept[first] = _joined(kept[first], record)
        for measure in _measures(record):
            measures.setdefault(measure, place if first is None else first)
    return kept


def _without_generalities(
    kept: Mapping[int, Record], terms: Sequence[Terms], telling: Sequence[Sequence[str]]
) -> list[Record]:
    """The records, those in general terms told with the shortest one elsewhere that holds all their words."""
    postings: dict[str, set[int]] = defaultdict(set)
    for place in kept:
        for term in telling[place]:
            postings[term].add(place)
    records = dict(kept)
    for place in sorted(kept, key=lambda i: (len(terms[i]), i)):
        general = records[place]
        if len(terms[place]) < HELD or not telling[place] or general.commitment.targets:
            continue
        holders = set.intersection(*(postings[term] for term in telling[place])) - {place}
        narrower = [i for i in holders if i in records and _holds(records[i], terms[i], general, terms[place])]
        if narrower:
            home = min(narrower, key=lambda i: (len(terms[i]), i))
            records[home] = _told_with(records[home], general)
            del records[place]
    return [records[place] for place in sorted(records)]


def _holds(one: Record, mine: Terms, general: Record, theirs: Terms) -> bool:
    return theirs < mine and one.commitment.section != general.commitment.section


def _told_with(record: Record, general: Record) -> Record:
    joined = _joined(record, general)
    return joined._replace(doubts=(*joined.doubts, Doubt("unsure_folded", (("text", general.commitment.text),))))


def _measures(record: Record) -> Iterator[tuple[str, int | None]]:
    for target in record.commitment.targets:
        if target.indicator:
            yield target.indicator, target.by


def _figures(record: Record) -> frozenset[tuple[object, ...]]:
    return frozenset((t.value, t.low, t.high, t.unit, t.by) for t in record.commitment.targets)


def _same(one: Record, other: Record, mine: _Made, theirs: _Made) -> bool:
    figures = _figures(one)
    if figures != _figures(other) or one.places[-1] == other.places[0]:
        return False
    dice = 2 * len(mine.terms & theirs.terms) / (len(mine.terms) + len(theirs.terms) or 1)
    if figures:
        return dice >= ALIKE_WITH_FIGURE
    if one.commitment.section == other.commitment.section:  # what one part says side by side are two things
        return one.commitment.text == other.commitment.text
    return dice >= ALIKE and mine.gates == theirs.gates


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
    """Every target once; what one place leaves open (the baseline) the other may fill."""
    targets = list(ours)
    for target in theirs:
        same = [i for i, known in enumerate(targets) if known[2:7] == target[2:7] and known.by == target.by]
        if same:
            known = targets[same[0]]
            targets[same[0]] = known._replace(baseline=known.baseline or target.baseline)
        else:
            started = next((t.baseline for t in targets if t.indicator == target.indicator), None)
            targets.append(target._replace(baseline=target.baseline or started))
    return tuple(targets)
