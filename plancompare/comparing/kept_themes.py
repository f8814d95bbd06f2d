"""Themes of commitments that nobody pinned, kept plan by plan in an index: reading words against a catalogue is dear.

What is kept depends on the words of a plan and on what they were read by: both stand, hashed, in the name of the piece.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from plancompare.comparing.recognition import Recognition, weights
from plancompare.comparing.themes import ThemeMatch
from plancompare.comparing.wording import evidence_words
from plancompare.files.stamp import code_stamp
from plancompare.model import Catalogue, Commitment, Index

SOME = 200  # plans put away at once
_READERS = ("comparing", "model")  # rooms that decide what words say


def themes_of(
    plans: Sequence[Sequence[Commitment]], recognition: Recognition, index: Index | None = None
) -> dict[str, ThemeMatch]:
    """The theme of each commitment by its key; ``plans`` are the commitments of each, judged one plan at a time."""
    themes: dict[str, ThemeMatch] = {}
    new: dict[str, bytes] = {}
    seal = ""
    for commitments in plans:
        open_ones = [c for c in commitments if not recognition.is_pinned(c)]
        themes.update((c.key, recognition.theme(c)) for c in commitments if recognition.is_pinned(c))
        if not open_ones:
            continue
        name = ""
        if index and recognition.catalogue.key:
            seal = seal or seal_of(recognition)
            words = json.dumps([(c.text, c.section.heading, evidence_words(c)) for c in open_ones]).encode()
            name = f"themes-{seal}-{sha256(words).hexdigest()}"
        matches = _unpacked(index.get(name), len(open_ones)) if index and name else None
        if matches is None:
            matches = [recognition.theme(c) for c in open_ones]
            if name:
                new[name] = json.dumps(matches, ensure_ascii=False).encode()
        themes.update((c.key, match) for c, match in zip(open_ones, matches, strict=True))
        if index and len(new) >= SOME:
            index.put(new)
            new = {}
    if index and new:
        index.put(new)
    return themes


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
