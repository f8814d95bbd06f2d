"""What words of commitments say of their themes and standards, read and kept plan by plan."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from plancompare.comparing.coding import PERHAPS, UNKNOWN, Coding
from plancompare.comparing.kept import kept_or_done, names_of
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.themes import ThemeMatch
from plancompare.comparing.wording import evidence_words
from plancompare.model import Commitment, Index
from plancompare.working import in_blocks, results

SOME = 200  # plans put away at once
BLOCK = 8  # plans: a second of reading words, against hundredths for handing over the catalogue
# Commitments from which on further processes pay: a choice. The words of one take about 1 ms of a processor
# (`python -m tests.benchmarks.scale --only matrix`).
WORTH = 2000
TOLD = 5  # standards that a report tells of each commitment


class Reading(NamedTuple):
    """The home theme of a commitment and, where it was asked for, the standards that it may be."""

    theme: ThemeMatch
    coding: Coding = UNKNOWN


def readings_of(
    plans: Sequence[Sequence[Commitment]],
    recognition: Recognition,
    index: Index | None = None,
    standards: bool = False,
) -> dict[str, Reading]:
    """What is read of each commitment by its key; ``plans`` are the commitments of each, read one plan at a time.

    ``standards`` asks also for the standards of those that nobody coded.
    """
    reader = _Reader(recognition, standards)
    read = {c.key: Reading(recognition.theme(c)) for own in plans for c in own if reader.is_told(c)}
    several = [[c for c in own if not reader.is_told(c)] for own in plans]
    several = [open_ones for open_ones in several if open_ones]
    words = ([reader.words(c) for c in open_ones] for open_ones in several)
    names = names_of("standards" if standards else "themes", recognition, [*words] if index else [])
    readings = kept_or_done(
        names or [""] * len(several),
        index,
        lambda data, place: _unpacked(data, len(several[place])),
        lambda left: _fresh([several[place] for place in left], reader),
        SOME,
    )
    for open_ones, of_plan in zip(several, readings, strict=True):
        read.update((c.key, reading) for c, reading in zip(open_ones, of_plan, strict=True))
    return read


class _Reader:
    """A job: reads the commitments of some plans."""

    def __init__(self, recognition: Recognition, standards: bool) -> None:
        self.recognition = recognition
        self.standards = standards

    def is_told(self, commitment: Commitment) -> bool:
        """Whether people said of a commitment all that is asked for."""
        recognition = self.recognition
        coded = not self.standards or bool(recognition.codes and recognition.code(commitment))
        return coded and bool(recognition.told(commitment))

    def words(self, commitment: Commitment) -> Sequence[Any]:
        """All of a commitment that a reading depends on."""
        told = (self.recognition.told(commitment), commitment.also) if self.standards else ()
        return (commitment.text, commitment.section.heading, evidence_words(commitment), *told)

    def __call__(self, block: Sequence[Sequence[Commitment]]) -> list[list[Reading]]:
        return [[self._reading(commitment) for commitment in commitments] for commitments in block]

    def _reading(self, commitment: Commitment) -> Reading:
        recognition = self.recognition
        theme = recognition.theme(commitment)
        if not self.standards:
            return Reading(theme)
        coding = recognition.coding(commitment, recognition.theme_shares(commitment), pins=False)
        return Reading(theme, coding._replace(shares=_likely(coding)))


def _likely(coding: Coding) -> Mapping[str, float]:
    """The standards that are told, and those beside which a blank would claim too much; best first."""
    ranked = coding.candidates(len(coding.shares))
    return {id: share for place, (id, share) in enumerate(ranked) if place < TOLD or share >= PERHAPS}


def _fresh(left: Sequence[Sequence[Commitment]], reader: _Reader) -> Iterator[Sequence[Reading]]:
    """What is read of plans that nobody has read yet, in their order."""
    told = results(
        reader,
        in_blocks(left, BLOCK),
        count=-(-len(left) // BLOCK),
        worth=sum(map(len, left)) >= WORTH,
    )
    return chain.from_iterable(told)


def _unpacked(data: bytes | None, count: int) -> Sequence[Reading] | None:
    """The readings that were kept; None for what are not so many."""
    try:
        readings = [Reading(ThemeMatch(*theme), Coding(*coding)) for theme, coding in json.loads(data)] if data else []
    except (ValueError, TypeError):
        return None
    return readings if len(readings) == count else None
