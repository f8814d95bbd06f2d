"""The compiled catalogue: what is kept comes back equal, and nothing else is believed."""

import json
import sys
from array import array
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare.comparing import index as module
from plancompare.comparing.grams import Vectors, grams
from plancompare.comparing.index import Index, compile_index, index_of
from plancompare.model import Catalogue
from plancompare.reading.store import FolderStore
from tests.comparing.collections import ENTRIES, catalogue

GRAMS = sorted({gram for _, label, wordings in ENTRIES.values() for text in (label, *wordings) for gram in grams(text)})
VECTORS = Vectors(
    2,
    {gram: 2 * n for n, gram in enumerate(GRAMS)},
    memoryview(bytes(n % 251 for n in range(2 * len(GRAMS)))).cast("b"),
)


class Memory:
    """A store that remembers, and counts what it was handed."""

    def __init__(self, *pieces: bytes) -> None:
        self.held: dict[str, bytes] = {}
        self.put_in = 0
        self.always = pieces[0] if pieces else None

    def get(self, name: str) -> bytes | None:
        return self.always if self.always is not None else self.held.get(name)

    def put(self, name: str, data: bytes) -> None:
        self.held[name] = data
        self.put_in += 1


def plain(index: Index) -> tuple[object, ...]:
    """An index as lists, whatever arrays it is made of."""
    tables = [tuple(map(list, table)) for table in (index.pairs, index.singles)]
    return (
        index.ids, list(index.sizes), dict(index.rare), dict(index.common), *tables, list(index.uses), index.dims,
        bytes(index.centres),
    )  # fmt: skip


FRESH = plain(compile_index(catalogue(), VECTORS))


@pytest.fixture(scope="module")
def packed() -> bytes:
    store = Memory()
    index_of(catalogue(), VECTORS, store)
    return next(iter(store.held.values()))


@pytest.mark.parametrize("common", [300, 1, 0])
def test_what_was_kept_comes_back_equal(monkeypatch: pytest.MonkeyPatch, common: int) -> None:
    monkeypatch.setattr(module, "COMMON", common)
    store = Memory()
    made, kept = index_of(catalogue(), VECTORS, store), index_of(catalogue(), VECTORS, store)
    assert plain(made) == plain(kept) == plain(compile_index(catalogue(), VECTORS))
    assert store.put_in == 1


def test_a_kept_index_is_not_compiled_again(packed: bytes) -> None:
    def watch(_ids: Iterable[str]) -> Iterable[str]:
        raise AssertionError

    assert plain(index_of(catalogue(), VECTORS, Memory(packed), watch)) == FRESH


def test_the_watch_is_handed_every_id() -> None:
    told: list[str] = []

    def watch(ids: Iterable[str]) -> Iterable[str]:
        told.extend(ids)
        return ids

    index_of(catalogue(), VECTORS, Memory(), watch)
    assert told == list(ENTRIES)


def test_it_counts_phrases_by_gram() -> None:
    index = compile_index(catalogue(), VECTORS)
    assert index.ids == tuple(ENTRIES) and index.phrases == sum(1 + len(e[2]) for e in ENTRIES.values())
    uses = dict(zip((*index.rare, *index.common), index.uses, strict=True))
    phrases = [text for _, label, wordings in ENTRIES.values() for text in (label, *wordings)]
    for gram in GRAMS:
        assert uses[gram] == sum(gram in grams(text) for text in phrases)
    assert {len(gram) for gram in index.rare} == {2} and {len(gram) for gram in index.common} == {1}
    starts, places, counts = index.pairs
    row = index.rare["名师"]
    held = slice(starts[row], starts[row + 1])
    assert (list(places[held]), list(counts[held])) == ([list(ENTRIES).index("studios")], [4])


def test_centres_are_the_mean_directions_of_phrases() -> None:
    index = compile_index(catalogue(), VECTORS)
    own = [VECTORS.of(grams(text)) for text in (ENTRIES["places"][1], *ENTRIES["places"][2])]
    sums = [sum(column) for column in zip(*own, strict=True)]
    length = sum(value**2 for value in sums) ** 0.5
    assert list(index.centres[:2]) == [round(127 * value / length) for value in sums]


def test_a_collection_without_a_catalogue_has_an_empty_index() -> None:
    store = Memory()
    assert index_of(Catalogue(), Vectors(), store).ids == () and store.put_in == 0


@pytest.mark.parametrize("place", [0, 10, 60, 200, -1])
def test_damaged_bytes_are_not_trusted(packed: bytes, place: int) -> None:
    damaged = bytearray(packed)
    damaged[place] ^= 1
    store = Memory(bytes(damaged))
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH
    assert store.held[next(iter(store.held))] == packed  # and made anew


@pytest.mark.parametrize("length", [0, 1, 100, -1])
def test_truncated_bytes_are_not_trusted(packed: bytes, length: int) -> None:
    store = Memory(packed[:length])
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH and store.put_in == 1


def test_another_catalogue_s_other_vectors_or_another_version_s_index_is_not_trusted(
    packed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = catalogue({id: ENTRIES[id] for id in ("places", "managed")})
    assert plain(index_of(fewer, VECTORS, Memory(packed))) == plain(compile_index(fewer, VECTORS))
    bare = plain(index_of(catalogue(), Vectors(), Memory(packed)))
    assert bare == plain(compile_index(catalogue(), Vectors()))
    monkeypatch.setattr(module, "FORM", module.FORM + 1)
    store = Memory(packed)
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH and store.put_in == 1


def test_an_index_of_the_same_key_with_other_entries_is_not_trusted(packed: bytes) -> None:
    other = catalogue({id: ENTRIES[id] for id in ("places", "managed")})._replace(key=catalogue().key)
    assert index_of(other, VECTORS, Memory(packed)).ids == ("places", "managed")


def test_each_catalogue_is_kept_under_a_name_of_its_own() -> None:
    store = Memory()
    for made in (catalogue(), catalogue({"places": ENTRIES["places"]})):
        for vectors in (VECTORS, Vectors()):
            index_of(made, vectors, store)
    assert len(store.held) == 4


def resealed(packed: bytes, **changes: object) -> bytes:
    """A head that says other things, with a hash that fits."""
    _, head, body = packed.split(b"\n", 2)
    data = json.dumps({**json.loads(head), **changes}).encode() + b"\n" + body
    return sha256(data).hexdigest().encode() + b"\n" + data


@pytest.mark.parametrize(
    "changes",
    [{"lengths": []}, {"lengths": [1] * 11}, {"lengths": None}, {"lengths": ["a"] * 11}, {"of": ""}, {"form": 0}],
)
def test_a_head_that_does_not_fit_is_not_trusted(packed: bytes, changes: dict[str, object]) -> None:
    assert plain(index_of(catalogue(), VECTORS, Memory(resealed(packed, **changes)))) == FRESH


@example(b"[" * 100_000)
@example(b"null\n")
@example(b"[]\n")
@given(st.binary(max_size=300))
def test_any_bytes_lead_to_a_sound_index(data: bytes) -> None:
    for held in (data, sha256(data).hexdigest().encode() + b"\n" + data):
        assert plain(index_of(catalogue(), VECTORS, Memory(held))) == FRESH


@given(st.data())
def test_no_damaged_byte_is_trusted(packed: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(packed) - 1))
    damaged = packed[:place] + bytes([packed[place] ^ data.draw(st.integers(1, 255))]) + packed[place + 1 :]
    store = Memory(damaged)
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH and store.put_in == 1


def test_a_folder_keeps_it_and_a_folder_in_its_place_does_no_harm(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "a")
    index_of(catalogue(), VECTORS, store)
    [kept] = (tmp_path / "a").iterdir()
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH
    kept.unlink()
    kept.mkdir()
    assert plain(index_of(catalogue(), VECTORS, store)) == FRESH


def test_a_machine_of_the_other_order_of_bytes_turns_them_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = array("H", [1, 770])
    here = numbers.tobytes()
    assert module._little(array("H", numbers)) == (here if sys.byteorder == "little" else here[1::-1] + here[:1:-1])
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
    kept = module._little(array("H", numbers))
    assert module._from_little("H", kept) == numbers and (kept == here) == (sys.byteorder == "little")
