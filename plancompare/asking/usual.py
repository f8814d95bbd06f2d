"""Who makes which usual promise, k of n: of plans in brief, for codes are enough but where nobody coded."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from plancompare.asking.standards import code_of, speaks, uncoded
from plancompare.comparing.coding import PERHAPS
from plancompare.comparing.kept import seal_of
from plancompare.comparing.recognition import Recognition
from plancompare.model import Brief, Catalogue, Corpus, Plan, Shelf, Standard, shelf_of


class Usual(NamedTuple):
    """A standard, the ids of the commitments that people coded as it (plan id -> ids), of how many plans we can say.

    ``covered`` counts the plans that make it and those whose text treats its theme whole. ``perhaps`` has the ids of
    uncoded commitments that may be it, of plans that are not known to make it.
    """

    standard: Standard
    made: Mapping[str, Sequence[str]]
    covered: int
    perhaps: Mapping[str, Sequence[str]] = {}


_ByStandard = dict[str, dict[str, list[str]]]  # standard -> plan -> ids of commitments


class Doubts:
    """A judge of plans: which standards each commitment may be that nobody coded."""

    def __init__(self, described: Corpus) -> None:
        """``described`` has what words are read by; it holds no plan."""
        self._recognition = Recognition(described.codebook, described.catalogue, described.store)

    @cached_property
    def name(self) -> str:
        """A hash of all that words are read by."""
        return f"doubts-{seal_of(self._recognition)}"

    def asks(self, brief: Brief) -> bool:
        """Whether there is something to be held against the catalogue."""
        return brief.uncoded and bool(self._recognition.catalogue.standards)

    def __call__(self, plan: Plan) -> bytes:
        """The ids of what nobody coded, each with the standards that it may be, as JSON."""
        found = []
        for commitment in uncoded(plan.commitments):
            coding = self._recognition.coding(commitment, self._recognition.theme_shares(commitment))
            found.append((commitment.id, [id for id, share in coding.shares.items() if share >= PERHAPS]))
        return json.dumps(found).encode()


def usual_promises(corpus: Corpus) -> tuple[Usual, ...]:
    """Every standard of the catalogue, the most widely made first, ties in the catalogue's order."""
    return usual_in_brief(shelf_of(corpus, Doubts))


def usual_in_brief(shelf: Shelf) -> tuple[Usual, ...]:
    """The same of plans in brief, which were judged by `Doubts`."""
    catalogue, plans = shelf.corpus.catalogue, shelf.corpus.plans
    briefs = [shelf.briefs[plan.id] for plan in plans]
    makers = _makers(briefs, catalogue)
    perhaps: _ByStandard = {}
    for brief in briefs:
        for id, several in _doubts(brief):
            for standard in several:
                perhaps.setdefault(standard, {}).setdefault(brief.head.id, []).append(id)
    themes = {standard.theme for standard in catalogue.standards.values()}
    speaking = {theme: frozenset(plan.id for plan in plans if speaks(plan, theme)) for theme in themes}
    every = [
        _usual(standard, makers.get(standard.id, {}), perhaps.get(standard.id, {}), speaking[standard.theme])
        for standard in catalogue.standards.values()
    ]
    return tuple(sorted(every, key=lambda usual: -len(usual.made)))


def _doubts(brief: Brief) -> Iterable[tuple[str, Sequence[str]]]:
    return json.loads(brief.said) if brief.said else ()


def _makers(briefs: Iterable[Brief], catalogue: Catalogue) -> _ByStandard:
    """What people coded; it is asked of every commitment of a collection, so each code is looked up once."""
    of_today: dict[str, dict[str, list[str]] | None] = {}
    makers: _ByStandard = {}
    for brief in briefs:
        plan = brief.head.id
        for id, code in zip(brief.ids, brief.codes, strict=True):
            if code not in of_today:
                current = code_of(code, catalogue)
                of_today[code] = makers.setdefault(current, {}) if current in catalogue.standards else None
            made = of_today[code]
            if made is None:
                continue
            if plan in made:
                made[plan].append(id)
            else:
                made[plan] = [id]
    return makers


def _usual(
    standard: Standard,
    makers: Mapping[str, Sequence[str]],
    perhaps: Mapping[str, Sequence[str]],
    speaking: AbstractSet[str],
) -> Usual:
    near = {plan: several for plan, several in perhaps.items() if plan not in makers}
    return Usual(standard, makers, len(speaking | makers.keys()), near)


def missing(usual: Iterable[Usual], plan: Plan) -> tuple[Usual, ...]:
    """What others make and ``plan`` does not, though its text covers the theme and nothing uncoded in it may be it."""
    lacking = (u for u in usual if u.made and plan.id not in u.made and plan.id not in u.perhaps)
    return tuple(u for u in lacking if speaks(plan, u.standard.theme))


def makers_told(usual: Iterable[Usual]) -> Iterator[str]:
    """The ids of plans that make one of several promises."""
    return (plan for one in usual for plan in one.made)
