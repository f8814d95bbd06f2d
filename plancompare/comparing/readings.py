"""What words of commitments say, kept plan by plan in an index: reading them against a catalogue is dear.

What is kept depends on the words of a plan and on what they were read by: both stand, hashed, in the name of the piece.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from plancompare.comparing.coding import PERHAPS, UNKNOWN, Coding
from plancompare.comparing.recognition import Recognition, weights
from plancompare.comparing.themes import ThemeMatch
from plancompare.comparing.wording import evidence_words
from plancompare.files.stamp import code_stamp
from plancompare.model import Catalogue, Codebook, Commitment, Index, Store
from plancompare.working import in_blocks, results

SOME = 200  # plans put away at once
BLOCK = 8  # plans: a second of reading words, against hundredths for handing over the catalogue
# Commitments from which on further processes pay: a choice. The words of one take about 1 ms of a processor
# (`python -m tests.benchmarks.scale --only matrix`).
WORTH = 2000
TOLD = 5  # standards that a report tells of each commitment
_READERS = ("comparing", "model")  # rooms that decide what words say


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
    names = _names(several, reader) if index else [""] * len(several)
    known = [
        _unpacked(index.get(name), len(c)) if index and name else None for name, c in zip(names, several, strict=True)
    ]
    left = [open_ones for open_ones, kept in zip(several, known, strict=True) if kept is None]
    fresh = _fresh(left, reader)
    new: dict[str, bytes] = {}
    for name, open_ones, kept in zip(names, several, known, strict=True):
        of_plan = next(fresh) if kept is None else kept
        if kept is None and name:
            new[name] = json.dumps(of_plan, ensure_ascii=False).encode()
        read.update((c.key, reading) for c, reading in zip(open_ones, of_plan, strict=True))
        if index and len(new) >= SOME:
            index.put(new)
            new = {}
    if index and new:
        index.put(new)
    return read


class _Reader:
    """A job: reads the commitments of some plans. It travels with all that words are read by."""

    def __init__(self, recognition: Recognition, standards: bool) -> None:
        self.recognition = recognition
        self.standards = standards

    def __reduce__(self) -> tuple[Any, ...]:
        recognition = self.recognition
        catalogue = portable(recognition.catalogue)
        return _reader, (recognition.codebook, catalogue, recognition.store, recognition.codes, self.standards)

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


def _reader(codebook: Codebook, catalogue: Catalogue, store: Store, codes: bool, standards: bool) -> _Reader:
    return _Reader(Recognition(codebook, catalogue, store, codes), standards)


def _names(several: Sequence[Sequence[Commitment]], reader: _Reader) -> list[str]:
    """The name under which the readings of each plan are kept; "" where nothing may be kept."""
    if not (several and reader.recognition.catalogue.key):
        return [""] * len(several)
    start = f"{'standards' if reader.standards else 'themes'}-{seal_of(reader.recognition)}"
    words = (json.dumps([reader.words(c) for c in commitments]).encode() for commitments in several)
    return [f"{start}-{sha256(of_plan).hexdigest()}" for of_plan in words]


def _fresh(left: Sequence[Sequence[Commitment]], reader: _Reader) -> Iterator[Sequence[Reading]]:
    """What is read of plans that nobody has read yet, in their order."""
    told = results(
        reader,
        in_blocks(left, BLOCK),
        count=-(-len(left) // BLOCK),
        worth=sum(map(len, left)) >= WORTH,
    )
    return chain.from_iterable(told)


def seal_of(recognition: Recognition) -> str:
    """The hash of all that words are read by: code, weights, codebook, catalogue and what was learned from it."""
    catalogue = recognition.catalogue
    words = json.dumps(recognition.codebook, default=_plain)  # not its repr, which is short
    hashed = sha256(f"{code_stamp(*_READERS)} {catalogue.key} {words}".encode())
    mixture = json.dumps(weights(recognition.knowledge), sort_keys=True).encode()
    for data in (catalogue.learned("vectors"), catalogue.learned("themes"), mixture):
        hashed.update(sha256(data).digest())
    return hashed.hexdigest()[:32]


def _table(tables: Mapping[str, bytes], name: str) -> bytes:
    return tables.get(name, b"")


def portable(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with all that it would read from its files when it is asked, to be sent elsewhere."""
    tables = {name: catalogue.learned(name) for name in ("vectors", "themes")}
    return catalogue._replace(
        standards=dict(catalogue.standards), phrases=dict(catalogue.phrases), learned=partial(_table, tables)
    )


def _plain(value: Mapping[str, Any] | Iterable[Any]) -> Any:
    """What JSON has no word for: a mapping that cannot be changed, a set."""
    return dict(value) if isinstance(value, Mapping) else sorted(value)


def _unpacked(data: bytes | None, count: int) -> list[Reading] | None:
    """The readings that were kept; None for what are not so many."""
    try:
        readings = [Reading(ThemeMatch(*theme), Coding(*coding)) for theme, coding in json.loads(data)] if data else []
    except (ValueError, TypeError):
        return None
    return readings if len(readings) == count else None
