"""What no standard claims, compared theme by theme: blocks that other processes may work on, and that are kept.

A block is what is left of one theme. Within it scores are those of `Pairs`, but that only the block's own commitments
rival each other; between themes nothing is compared. So no memory holds more than the candidates of one theme.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from plancompare.comparing.kept import kept_or_done, names_of
from plancompare.comparing.linkage import FLOOR, Pair
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import NONE, People
from plancompare.comparing.proposals import Proposals
from plancompare.comparing.readings import Reading
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.scores import EQUAL, Likeness
from plancompare.comparing.wording import evidence_words
from plancompare.model import Commitment, Index
from plancompare.working import results

WORTH = 2000  # commitments from which on further processes pay: each takes about 1 ms to be prepared


class Block(NamedTuple):
    """What is left of one theme: ``codes`` by index, ``sizes`` of the whole plans, and those that people read."""

    commitments: tuple[Commitment, ...]
    codes: tuple[str, ...]
    sizes: Mapping[str, int]
    reviewed: tuple[str, ...]


class Remainder:
    """Scores where rows are drawn by proposals: of equal words, and among what no standard claims."""

    def __init__(
        self, pairs: Pairs, people: People, proposals: Proposals, readings: Mapping[str, Reading], index: Index | None
    ) -> None:
        """``index`` keeps what is found of a block."""
        self._pairs = pairs
        self._people = people
        self._index = index
        self._found: Mapping[Pair, float] = {}
        self._themes: dict[str, list[int]] = {}
        for number, code in enumerate(people.codes):
            if code in ("", NONE) and number not in proposals.sure:
                theme = readings[pairs.commitments[number].key].theme.theme
                self._themes.setdefault(theme, []).append(number)

    def links(self, least: int) -> Mapping[Pair, float]:
        """Log-odds of pairs of different plans: equal words, and what of one theme reaches ``least`` points."""
        blocks = [self._block(indexes) for indexes in self._themes.values()]
        found = _links_of(blocks, _Linker(self._pairs.recognition, least), self._index)
        self._found = {
            (indexes[one], indexes[other]): odds
            for indexes, of_block in zip(self._themes.values(), found, strict=True)
            for one, other, odds in of_block
        }
        return {**self._pairs.twins, **self._found}

    def _block(self, indexes: Sequence[int]) -> Block:
        commitments = tuple(self._pairs.commitments[number] for number in indexes)
        plans = sorted({commitment.plan for commitment in commitments})
        return Block(
            commitments,
            tuple(self._people.codes[number] for number in indexes),
            {plan: self._pairs.sizes[plan] for plan in plans},
            tuple(plan for plan in plans if plan in self._people.reviewed),
        )

    def odds(self, pair: Pair) -> float:
        """Log-odds of any pair: of what is left those that ``links`` found, for no others are known there."""
        if self._left.issuperset(pair):
            return EQUAL if pair in self._pairs.twins else self._found.get(pair, FLOOR)
        return self._pairs.odds(pair)

    @cached_property
    def _left(self) -> frozenset[int]:
        return frozenset(index for indexes in self._themes.values() for index in indexes)

    def equal(self) -> Iterable[Sequence[int]]:
        """Groups of indexes (sorted, of one plan too) whose texts are word for word the same."""
        return self._pairs.equal()


class _Within(Pairs):
    """The pairs of one block: many plans with few commitments each, so that candidates of all are looked up at once."""

    @cached_property
    def _candidates(self) -> Mapping[tuple[str, str], Sequence[Pair]]:
        """The pairs worth scoring of every two plans that have any."""
        posted = self._posted(range(len(self.commitments)))
        found: dict[tuple[str, str], list[Pair]] = {}
        for index, commitment in enumerate(self.commitments):
            for partner in self._partners(index, posted):
                plans = (commitment.plan, self.commitments[partner].plan)
                if plans[0] < plans[1]:
                    found.setdefault(plans, []).append((min(index, partner), max(index, partner)))
        return found

    def likeness(self, pair: Pair) -> Likeness:
        """How alike two commitments are; it is asked twice, before their rivals are known and after."""
        if pair not in self._likeness:
            self._likeness[pair] = super().likeness(pair)
        return self._likeness[pair]

    @cached_property
    def _likeness(self) -> dict[Pair, Likeness]:
        return {}

    def _open_plans(self) -> Iterator[tuple[str, str]]:
        return filter(self._is_open, sorted(self._candidates))

    def _leads(self, one: str, other: str) -> Iterable[Pair]:
        return self._candidates.get((one, other), ())


def pairs_within(
    commitments: Sequence[Commitment], recognition: Recognition, people: People, sizes: Mapping[str, int] | None = None
) -> Pairs:
    """The very scores of `Pairs`, for many plans with few commitments each; ``sizes`` of plans that have more."""
    return _Within(commitments, recognition, people, sizes=sizes)


_Links = list[tuple[int, int, float]]  # two indexes of a block, the smaller first, and log-odds


class _Linker:
    """A job: the links of a block."""

    def __init__(self, recognition: Recognition, least: int) -> None:
        self.recognition = recognition
        self.least = least

    def __call__(self, block: Block) -> _Links:
        people = People(block.codes, (), block.reviewed)
        pairs = pairs_within(block.commitments, self.recognition, people, block.sizes)
        return [(one, other, odds) for (one, other), odds in pairs.links(self.least).items()]


def _links_of(blocks: Sequence[Block], linker: _Linker, index: Index | None) -> Sequence[_Links]:
    """The links of each block: kept from an earlier run, else found by whoever works on blocks."""
    names = names_of("links", linker.recognition, [_words(block, linker.least) for block in blocks] if index else [])
    return kept_or_done(
        names or [""] * len(blocks),
        index,
        lambda data, place: _unpacked(data, len(blocks[place].codes)),
        lambda left: _found([blocks[place] for place in left], linker),
        some=1,  # a block may take minutes
    )


def _found(blocks: Sequence[Block], linker: _Linker) -> Iterator[_Links]:
    return results(linker, blocks, count=len(blocks), worth=sum(len(block.codes) for block in blocks) >= WORTH)


def _words(block: Block, least: int) -> Sequence[Any]:
    """All that the links of a block hang on."""
    said = [
        (c.key, c.text, c.section.heading, evidence_words(c), c.pin, c.also, c.named, c.targets)
        for c in block.commitments
    ]
    return said, block.codes, block.sizes, block.reviewed, least


def _unpacked(data: bytes | None, count: int) -> _Links | None:
    """The links that were kept; None for what does not fit so many commitments."""
    try:
        links = [(int(one), int(other), float(odds)) for one, other, odds in json.loads(data)] if data else None
    except (ValueError, TypeError):
        return None
    return links if links is not None and all(0 <= one < other < count for one, other, _ in links) else None
