"""The catalogue compiled for coding: how often an entry's wordings use each gram, and where its words lie.

Made once from the catalogue's content and kept in the store under its hash, as plain numbers behind a line that says
what they are: a kept index that does not fit that line is made anew.
"""

import json
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

from plancompare.comparing.grams import Vectors, grams, scaled
from plancompare.model import Catalogue, Store

FORM = 3  # raise it when what is kept changes its shape or its making
# a pair that more entries use is asked of the shortlist alone, like single characters: it chooses nobody. A choice: of
# 1,200 entries, so that the longest rows of the index are short; fewer are faster and may miss an entry
COMMON = 300
BYTE = 127  # centres are kept as signed bytes; what rounding moves is far below what the mixture sees
MOST_COUNT = 255  # counts are kept as bytes; no entry has as many wordings


class Counts(NamedTuple):
    """Numbers in rows: row i is ``starts[i]`` to ``starts[i + 1]`` of ``places`` (what is counted) and ``counts``."""

    starts: Sequence[int]
    places: Sequence[int]
    counts: Sequence[int]


class Index(NamedTuple):
    """``ids`` are the entries in the catalogue's order, ``sizes`` their numbers of phrases.

    ``pairs`` counts for each rare pair (its row is given by ``rare``) the entries that use it; ``singles`` for each
    entry the characters and common pairs (numbered by ``common``) that it uses. ``centres`` holds ``dims`` signed
    bytes an entry: the mean direction of its phrases. ``uses`` counts the phrases of the whole catalogue that use a
    gram, first the rare, then the common ones.
    """

    ids: tuple[str, ...]
    sizes: Sequence[int]
    rare: Mapping[str, int]
    common: Mapping[str, int]
    pairs: Counts
    singles: Counts
    uses: Sequence[int]
    dims: int
    centres: memoryview

    @property
    def phrases(self) -> int:
        """How many phrases the catalogue has."""
        return sum(self.sizes)


Watch = Callable[[Iterable[str]], Iterable[str]]


def index_of(catalogue: Catalogue, vectors: Vectors, store: Store, watch: Watch = iter) -> Index:
    """The index of a catalogue: kept from an earlier run, else compiled; ``watch`` is handed the ids one by one."""
    seal = sha256(f"{FORM} {catalogue.key} {vectors.dims}".encode() + bytes(vectors.table)).hexdigest()
    stored = _unpacked(store.get(f"index-{seal}"), tuple(catalogue.standards), seal)
    if stored is not None:
        return stored
    index = compile_index(catalogue, vectors, watch)
    if catalogue.key:
        store.put(f"index-{seal}", _packed(index, seal))
    return index


def compile_index(catalogue: Catalogue, vectors: Vectors, watch: Watch = iter) -> Index:
    """Count the label and the wordings of every entry."""
    counts, sizes = [], []
    centres = array("b")
    for id in watch(catalogue.standards):
        phrases = (catalogue.standards[id].label.zh, *catalogue.phrases[id].wordings)
        uses: Counter[str] = Counter()
        sums = [0.0] * vectors.dims
        for phrase in phrases:
            terms = grams(phrase)
            uses.update(terms)
            sums = [a + b for a, b in zip(sums, vectors.of(terms), strict=True)]
        counts.append(uses)
        sizes.append(len(phrases))
        centres.extend(round(BYTE * value) for value in scaled(sums))
    spread = Counter([term for uses in counts for term in uses])
    holders: dict[str, list[Counter[str]]] = defaultdict(list)
    for uses in counts:
        for term in uses:
            holders[term].append(uses)
    rare = {term: n for n, term in enumerate(t for t, c in spread.items() if len(t) > 1 and c <= COMMON)}
    common = {term: n for n, term in enumerate(t for t in spread if t not in rare)}
    by_pair: dict[int, list[tuple[int, int]]] = defaultdict(list)
    by_entry: list[list[tuple[int, int]]] = []
    for entry, uses in enumerate(counts):
        for term in sorted(uses.keys() & rare.keys()):
            by_pair[rare[term]].append((entry, uses[term]))
        by_entry.append([(common[term], n) for term, n in uses.items() if term in common])
    return Index(
        ids=tuple(catalogue.standards),
        sizes=sizes,
        rare=rare,
        common=common,
        pairs=_rows([by_pair[n] for n in range(len(rare))]),
        singles=_rows(by_entry),
        uses=[sum(holder[term] for holder in holders[term]) for term in (*rare, *common)],
        dims=vectors.dims,
        centres=memoryview(centres),
    )


def _rows(rows: Sequence[Sequence[tuple[int, int]]]) -> Counts:
    starts = array("I", accumulate(map(len, rows), initial=0))
    places = array("H", (column for row in rows for column, _ in row))
    return Counts(starts, places, array("B", (min(n, MOST_COUNT) for row in rows for _, n in row)))


def _packed(index: Index, seal: str) -> bytes:
    """A line with the hash of all that follows, a line of JSON that names the pieces, then the pieces."""
    pieces = [
        json.dumps([*index.ids]).encode(),
        "\n".join(index.rare).encode(),
        "\n".join(index.common).encode(),
        *(_little(array(kind, numbers)) for kind, numbers in _numbers(index)),
        bytes(index.centres),
    ]
    head = {"form": FORM, "of": seal, "dims": index.dims, "lengths": [*map(len, pieces)]}
    data = json.dumps(head).encode() + b"\n" + b"".join(pieces)
    return _hash(data) + b"\n" + data


def _numbers(index: Index) -> list[tuple[str, Sequence[int]]]:
    tables = [
        (kind, numbers) for table in (index.pairs, index.singles) for kind, numbers in zip("IHB", table, strict=True)
    ]
    return [("H", index.sizes), *tables, ("I", index.uses)]


def _unpacked(data: bytes | None, ids: tuple[str, ...], seal: str) -> Index | None:
    """The index that was packed; None where nothing was kept or what was kept is another's, damaged or foreign."""
    sealed, _, rest = (data or b"").partition(b"\n")
    if sealed != _hash(rest):
        return None
    head, _, body = rest.partition(b"\n")
    try:
        header = json.loads(head)
        if (header["form"], header["of"]) != (FORM, seal):
            return None
        pieces, start = [], 0
        for length in header["lengths"]:
            pieces.append(body[start : start + length])
            start += length
        names, rare, common, *numbers, centres = pieces
        tables = [_from_little(kind, piece) for kind, piece in zip("HIHBIHBI", numbers, strict=True)]
        if tuple(json.loads(names)) != ids:
            return None
        return Index(
            ids,
            tables[0],
            {term: n for n, term in enumerate(rare.decode().split())},
            {term: n for n, term in enumerate(common.decode().split())},
            Counts(*tables[1:4]),
            Counts(*tables[4:7]),
            tables[7],
            header["dims"],
            memoryview(centres).cast("b"),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _hash(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _little(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _from_little(kind: str, data: bytes) -> "array[int]":
    numbers: array[int] = array(kind)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
