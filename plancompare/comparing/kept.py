"""What words say, kept piece by piece in an index: reading them against a catalogue is dear.

A piece depends on the words and on what they were read by: both stand, hashed, in its name.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from plancompare.comparing.recognition import Recognition, weights
from plancompare.files.stamp import code_stamp
from plancompare.model import Index

Told = TypeVar("Told")
_READERS = ("comparing", "model")  # rooms that decide what words say


def seal_of(recognition: Recognition) -> str:
    """The hash of all that words are read by: code, weights, codebook, catalogue and what was learned from it."""
    catalogue = recognition.catalogue
    words = json.dumps(recognition.codebook, default=_plain)  # not its repr, which is short
    hashed = sha256(f"{code_stamp(*_READERS)} {catalogue.key} {words}".encode())
    mixture = json.dumps(weights(recognition.knowledge), sort_keys=True).encode()
    for data in (catalogue.learned("vectors"), catalogue.learned("themes"), mixture):
        hashed.update(sha256(data).digest())
    return hashed.hexdigest()[:32]


def _plain(value: Mapping[str, Any] | Iterable[Any]) -> Any:
    """What JSON has no word for: a mapping that cannot be changed, a set."""
    return dict(value) if isinstance(value, Mapping) else sorted(value)


def names_of(kind: str, recognition: Recognition, words: Sequence[Any]) -> list[str]:
    """The names of pieces of a kind, one for each of ``words``, which say all that it hangs on.

    "" where nothing may be kept, for nobody knows what the catalogue says.
    """
    if not (words and recognition.catalogue.key):
        return [""] * len(words)
    seal = seal_of(recognition)
    return [f"{kind}-{seal}-{sha256(json.dumps(one).encode()).hexdigest()}" for one in words]


def kept_or_done(
    names: Sequence[str],
    index: Index | None,
    unpacked: Callable[[bytes | None, int], Told | None],
    done: Callable[[Sequence[int]], Iterator[Told]],
    some: int,
) -> list[Told]:
    """What goes by each name: what the index keeps, else what is done now, of which ``some`` are put away at once.

    ``unpacked`` reads the piece at a place among the names, None where it does not fit; ``done`` gives what is still to
    be done, for places in their order.
    """
    known = [unpacked(index.get(name) if index and name else None, place) for place, name in enumerate(names)]
    fresh = done([place for place, told in enumerate(known) if told is None])
    every: list[Told] = []
    new: dict[str, bytes] = {}
    for name, kept in zip(names, known, strict=True):
        told = next(fresh) if kept is None else kept
        every.append(told)
        if index and name and kept is None:
            new[name] = json.dumps(told, ensure_ascii=False).encode()
        if index and len(new) >= some:
            index.put(new)
            new = {}
    if index and new:
        index.put(new)
    return every
