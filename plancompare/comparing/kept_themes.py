"""Themes of commitments that nobody pinned, kept plan by plan in an index: reading words against a catalogue is dear.

What is kept depends on the words of a plan and on what they were read by: both stand, hashed, in the name of the piece.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any

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
_READERS = ("comparing", "model")  # rooms that decide what words say


def themes_of(
    plans: Sequence[Sequence[Commitment]], recognition: Recognition, index: Index | None = None
) -> dict[str, ThemeMatch]:
    """The theme of each commitment by its key; ``plans`` are the commitments of each, judged one plan at a time."""
    themes = {c.key: recognition.theme(c) for commitments in plans for c in commitments if recognition.is_pinned(c)}
    several = [[c for c in commitments if not recognition.is_pinned(c)] for commitments in plans]
    several = [open_ones for open_ones in several if open_ones]
    names = _names(several, recognition) if index else [""] * len(several)
    known = [
        _unpacked(index.get(name), len(c)) if index and name else None for name, c in zip(names, several, strict=True)
    ]
    left = [open_ones for open_ones, matches in zip(several, known, strict=True) if matches is None]
    fresh = _fresh(left, recognition)
    new: dict[str, bytes] = {}
    for name, open_ones, kept in zip(names, several, known, strict=True):
        matches = next(fresh) if kept is None else kept
        if kept is None and name:
            new[name] = json.dumps(matches, ensure_ascii=False).encode()
        themes.update((c.key, match) for c, match in zip(open_ones, matches, strict=True))
        if index and len(new) >= SOME:
            index.put(new)
            new = {}
    if index and new:
        index.put(new)
    return themes


def _names(several: Sequence[Sequence[Commitment]], recognition: Recognition) -> list[str]:
    """The name under which the matches of each plan are kept; "" where nothing may be kept."""
    if not (several and recognition.catalogue.key):
        return [""] * len(several)
    seal = seal_of(recognition)
    return [f"themes-{seal}-{sha256(_words(commitments)).hexdigest()}" for commitments in several]


def _words(commitments: Sequence[Commitment]) -> bytes:
    return json.dumps([(c.text, c.section.heading, evidence_words(c)) for c in commitments]).encode()


def _fresh(left: Sequence[Sequence[Commitment]], recognition: Recognition) -> Iterator[Sequence[ThemeMatch]]:
    """The matches of plans that nobody has read yet, in their order."""
    told = results(
        _Reader(recognition),
        in_blocks(left, BLOCK),
        count=-(-len(left) // BLOCK),
        worth=sum(map(len, left)) >= WORTH,
    )
    return chain.from_iterable(told)


class _Reader:
    """A job: the theme of each commitment of some plans. It travels with all that words are read by."""

    def __init__(self, recognition: Recognition) -> None:
        self._recognition = recognition

    def __reduce__(self) -> tuple[Any, ...]:
        recognition = self._recognition
        return _reader, (recognition.codebook, portable(recognition.catalogue), recognition.store)

    def __call__(self, block: Sequence[Sequence[Commitment]]) -> list[list[ThemeMatch]]:
        return [[self._recognition.theme(commitment) for commitment in commitments] for commitments in block]


def _reader(codebook: Codebook, catalogue: Catalogue, store: Store) -> _Reader:
    return _Reader(Recognition(codebook, catalogue, store))


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


def _unpacked(data: bytes | None, count: int) -> list[ThemeMatch] | None:
    """The matches that were kept; None for what are not so many."""
    try:
        matches = [ThemeMatch(*match) for match in json.loads(data)] if data else []
    except (ValueError, TypeError):
        return None
    return matches if len(matches) == count else None
