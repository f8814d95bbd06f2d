"""Folds promises that a text makes again in nearly the same words: goals, tasks and tables repeat each other.

Two records are one if they name the same figures, or none, share most pairs of characters once stock words are gone
(Dice), and nothing tells them apart: no stage, audience, owner, place, level or group that only one of them names, and
no word on both sides that the other lacks (新建小学3所, 新建初中3所). Or if a figure of theirs measures the same
indicator at the same value by the same year. And a promise in general terms (推进甲) whose words another part of the
text puts into a narrower one (推进甲的乙) is told with that one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.wording import Gates, Wording, bigrams
from plancompare.drafting.encoding.records import Doubt, Record
from plancompare.model import Target

# By `python -m tests.drafting.encoding.numbers`, 2026-11-29, of 563 records: .70 and .85 leave recall and precision
# as they are; beside a figure .40 does as well, .65 costs .003 of precision and .005 of the F1 of targets.
ALIKE = 0.78  # of records without figures
ALIKE_WITH_FIGURE = 0.5  # the same figure in the same unit tells much
HELD = 3  # pairs of characters that a general promise has at least; 2 and 5 do as well (the same command)
COMMON = 0.05  # pairs of characters in more than this share of the records find no candidates
FEW = 40  # … unless there are fewer records than this
TOLD_APART = ("stage", "audience", "ownership")  # families of gates
_LETTERS = re.compile(r"\W|\d")
_LISTED = re.compile(r"^[^，,；;\d]{2,}(?:(?<=等)(?=[^，,；;、]{0,8}\d)|、[^，,；;、\d]+(?=\d+[个所座处]))")
Terms = frozenset[str]


class _Words(NamedTuple):
    """A record's words made ready: pairs of characters, what they speak of, the pairs that tell, what restricts them.

    ``core`` are its letters without what tells nothing apart.
    """

    terms: Terms
    gates: Gates
    telling: Sequence[str]
    scopes: Terms
    core: str


class Distinction(NamedTuple):
    """What tells promises apart that name one figure.

    ``scopes`` finds the places, levels and groups to which one may be restricted, ``indistinct`` words by which
    repetitions differ without saying another thing; ``end`` is the plan's last year, by which is due what names none.
    ``done`` finds at the end of a text what is done for the thing before it (农村幼儿园建设, …结对力度), ``acts`` the
    verb that a text opens with.
    """

    scopes: re.Pattern[str]
    indistinct: re.Pattern[str]
    end: int | None
    done: re.Pattern[str] | None = None
    acts: re.Pattern[str] = re.compile("")

    def without_names(self, text: str) -> str:
        """A text without names that a figure sums up: 新建云陵一小、二小等3所小学 says 新建3所小学."""
        verb = self.acts.search(text)
        return text[: verb.end()] + _LISTED.sub("", text[verb.end() :]) if verb else text


def folded(records: Sequence[Record], wording: Wording, distinction: Distinction) -> list[Record]:
    """The records with repetitions folded into the first of their kind, which then has several phrases."""
    cores = wording.prepare([distinction.without_names(record.commitment.text) for record in records])
    terms = [frozenset(bigrams(core.core)) for core in cores]
    spread = Counter(term for words_of in terms for term in words_of)
    most = max(FEW, COMMON * len(records))
    telling = [sorted(term for term in words_of if spread[term] <= most) for words_of in terms]
    scopes = [frozenset(distinction.scopes.findall(record.commitment.text)) for record in records]
    words = [
        _Words(words_of, core.gates, tell, scope, _LETTERS.sub("", distinction.indistinct.sub("", core.core)))
        for words_of, core, tell, scope in zip(terms, cores, telling, scopes, strict=True)
    ]
    distinct = _without_repeats(records, words, distinction)
    return _without_generalities(distinct, terms, telling, distinction.done)


def _without_repeats(records: Sequence[Record], words: Sequence[_Words], distinction: Distinction) -> dict[int, Record]:
    """Place -> record, the same promise once."""
    postings: dict[str, list[int]] = defaultdict(list)
    distinct: dict[int, Record] = {}
    measures: dict[tuple[object, ...], int] = {}
    for index, record in enumerate(records):
        first = next((measures[m] for m in _measures(record) if m in measures), None)
        if first is None:
            near = {i for term in words[index].telling for i in postings[term]}
            first = next(
                (
                    i
                    for i in sorted(near)
                    if _same(distinct[i], record, words[i], words[index], distinction)
                    and not _go_on_apart(records, i, index)
                ),
                None,
            )
        if first is None:
            distinct[index] = record
            for term in words[index].telling:
                postings[term].append(index)
        else:
            distinct[first] = _joined(distinct[first], record)
        for measure in _measures(record):
            measures.setdefault(measure, index if first is None else first)
    return distinct


def _without_generalities(
    distinct: Mapping[int, Record],
    terms: Sequence[Terms],
    telling: Sequence[Sequence[str]],
    done: re.Pattern[str] | None,
) -> list[Record]:
    """The records, those in general terms told with the shortest one elsewhere that holds all their words."""
    postings: dict[str, set[int]] = defaultdict(set)
    for index in distinct:
        for term in telling[index]:
            postings[term].add(index)
    records = dict(distinct)
    for index in sorted(distinct, key=lambda i: (len(terms[i]), i)):
        general = records[index]
        if len(terms[index]) < HELD or not telling[index] or general.commitment.targets:
            continue
        holders = set.intersection(*(postings[term] for term in telling[index])) - {index}
        narrower = [i for i in holders if i in records and _holds(records[i], terms[i], general, terms[index])]
        narrower = [i for i in narrower if not _do_apart(records[i], general, done)]
        if narrower:
            home = min(narrower, key=lambda i: (len(terms[i]), i))
            records[home] = _told_with(records[home], general)
            del records[index]
    return [records[index] for index in sorted(records)]


def _holds(one: Record, mine: Terms, general: Record, theirs: Terms) -> bool:
    return theirs < mine and one.commitment.section != general.commitment.section


def _told_with(record: Record, general: Record) -> Record:
    joined = _joined(record, general)
    return joined._replace(doubts=(*record.doubts, Doubt("unsure_folded", (("text", general.commitment.text),))))


def _measures(record: Record) -> Iterator[tuple[object, ...]]:
    for target in record.commitment.targets:
        if target.indicator:
            yield target.indicator, target.by, target.value, target.low, target.high


def _figures(record: Record, end: int | None) -> frozenset[tuple[object, ...]]:
    return frozenset((t.value, t.low, t.high, t.unit, None if t.by == end else t.by) for t in record.commitment.targets)


def _same_figures(one: Record, other: Record, end: int | None) -> bool:
    """Whether two records name the same figures; one that is due at the plan's end may be due by another year, too."""
    ours, theirs = _figures(one, end), _figures(other, end)
    if ours == theirs:
        return True
    due_once = all(by is None for *_, by in ours) or all(by is None for *_, by in theirs)
    return due_once and {figure[:-1] for figure in ours} == {figure[:-1] for figure in theirs}


def _same(one: Record, other: Record, mine: _Words, theirs: _Words, distinction: Distinction) -> bool:
    if not _same_figures(one, other, distinction.end) or one.places[-1] == other.places[0]:
        return False
    if one.commitment.text == other.commitment.text:
        return True
    figured = bool(one.commitment.targets)
    dice = 2 * len(mine.terms & theirs.terms) / (len(mine.terms) + len(theirs.terms) or 1)
    if mine.scopes != theirs.scopes or not _agree(mine.gates, theirs.gates):
        return False
    if figured:
        beside = one.commitment.section == other.commitment.section
        return dice >= ALIKE_WITH_FIGURE and not _tell_apart(mine.core, theirs.core, beside)
    if one.commitment.section == other.commitment.section:  # what one part says side by side are two things
        return False
    return dice >= ALIKE and mine.gates == theirs.gates and not _do_apart(one, other, distinction.done)


def _go_on_apart(records: Sequence[Record], one: int, other: int) -> bool:
    """Whether figures go on with other things each: 新建小学5所，新增学位900个；新建初中5所，新增学位900个."""
    if one == 0 or not records[one].commitment.targets:
        return False
    before, first, last, again = (records[i].commitment for i in (one - 1, one, other - 1, other))
    beside = before.section == first.section == last.section == again.section
    told = {commitment.text for commitment in (before, first, last)}
    return beside and len(told) == len((before, first, last)) and bool(before.targets and last.targets)


def _do_apart(one: Record, other: Record, done: re.Pattern[str] | None) -> bool:
    """Whether two texts end in what is done for a thing, and neither names what the other does (…建设, …结对)."""
    ours, theirs = one.commitment.text, other.commitment.text
    mine, its = (done.search(text) if done else None for text in (ours, theirs))
    return bool(mine and its) and mine[1] not in theirs and its[1] not in ours  # type: ignore[index]


def _agree(ours: Gates, theirs: Gates) -> bool:
    """Whether two texts speak of the same stages, audiences and owners; one may leave them unsaid."""
    return all(not (mine := ours.get(f)) or not (other := theirs.get(f)) or mine == other for f in TOLD_APART)


def _tell_apart(one: str, other: str, beside: bool) -> bool:
    """Whether each of two texts says something that the other lacks (新建…, 改建…); ``beside`` each other, either."""
    ours, theirs = set(one), set(other)
    more, less = bool(ours - theirs), bool(theirs - ours)
    return more or less if beside else more and less


def _joined(first: Record, again: Record) -> Record:
    one, other = first.commitment, again.commitment
    commitment = one._replace(
        evidence=(*one.evidence, *(e for e in other.evidence if e[:3] not in {known[:3] for known in one.evidence})),
        targets=_all_targets(one.targets, other.targets),
        named=tuple(dict.fromkeys((*one.named, *other.named))),
        lead=one.lead or other.lead,
        support=one.support or other.support,
    )
    doubts = first.doubts
    if one.text != other.text:
        doubts = (*doubts, Doubt("unsure_repeated", (("text", other.text),)))
    return first._replace(commitment=commitment, doubts=doubts, places=(*first.places, *again.places))


def _all_targets(ours: Sequence[Target], theirs: Sequence[Target]) -> tuple[Target, ...]:
    """Every target once; what one place leaves open (the baseline) the other may fill."""
    targets = list(ours)
    for target in theirs:
        same = [i for i, known in enumerate(targets) if _one_value(known, target) and _one_measure(known, target)]
        if same:
            known = targets[same[0]]
            named = target if target.indicator else known
            due = min(filter(None, (known.by, target.by)), default=None)
            op = known.op if known.op != "=" else target.op
            targets[same[0]] = named._replace(op=op, baseline=known.baseline or target.baseline, by=due)
        else:
            started = next((t.baseline for t in targets if t.indicator == target.indicator), None)
            targets.append(target._replace(baseline=target.baseline or started))
    return tuple(targets)


def _one_value(one: Target, other: Target) -> bool:
    """Whether figures are one; a table tells none of the bounds that the text does (达到95%, 95)."""
    return one[3:7] == other[3:7] and (one.op == other.op or "=" in (one.op, other.op))


def _one_measure(one: Target, other: Target) -> bool:
    """Whether figures of one promise measure the same: names of their own differ with the words around them."""
    return one.measure == other.measure or not (one.indicator and other.indicator)
