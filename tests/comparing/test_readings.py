"""Themes kept in an index: the same as judged anew, and only where all that they hang on is the same."""

from collections.abc import Mapping

import pytest

from plancompare.comparing.readings import readings_of
from plancompare.comparing.recognition import Recognition
from plancompare.model import Codebook, Commitment, Section
from tests.comparing.collections import CODEBOOK, ENTRIES, SECTION, catalogue

PINNED = Section("2", "二", "其他", "training")
PLANS = [
    [Commitment(plan, f"c{n}", section, text) for n, (text, section) in enumerate(words)]
    for plan, words in {
        "north": [("新建普惠性幼儿园", SECTION), ("培养名师", SECTION), ("骨干教师交流", PINNED)],
        "south": [("教师由学校人变系统人", SECTION)],
    }.items()
]


class Shelf:
    """An index in memory that tells what was asked of it."""

    def __init__(self) -> None:
        self.pieces: dict[str, bytes] = {}
        self.hits = 0

    def get(self, name: str) -> bytes | None:
        self.hits += name in self.pieces
        return self.pieces.get(name)

    def put(self, pieces: Mapping[str, bytes]) -> None:
        self.pieces.update(pieces)


@pytest.fixture
def shelf() -> Shelf:
    filled = Shelf()
    readings_of(PLANS, Recognition(CODEBOOK, catalogue()), filled)
    return filled


def test_readings_are_those_judged_anew(shelf: Shelf) -> None:
    assert readings_of(PLANS, Recognition(CODEBOOK, catalogue()), shelf) == readings_of(
        PLANS, Recognition(CODEBOOK, catalogue())
    )
    assert shelf.hits == len(PLANS) == len(shelf.pieces)


def test_themes_of_many_plans_are_put_away_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.comparing.readings.SOME", 1)
    parts: list[int] = []

    class Watched(Shelf):
        def put(self, pieces: Mapping[str, bytes]) -> None:
            parts.append(len(pieces))
            super().put(pieces)

    shelf = Watched()
    first = readings_of(PLANS, Recognition(CODEBOOK, catalogue()), shelf)
    assert parts == [1, 1] and len(shelf.pieces) == len(PLANS)
    assert readings_of(PLANS, Recognition(CODEBOOK, catalogue()), shelf) == first


@pytest.mark.parametrize("change", ["words", "heading", "codebook", "an id", "a synonym", "catalogue"])
def test_whatever_a_theme_hangs_on_makes_it_judged_anew(shelf: Shelf, change: str) -> None:
    plans, codebook, entries = [PLANS[0][:2]], CODEBOOK, dict(ENTRIES)
    if change == "words":
        plans = [[PLANS[0][0], PLANS[0][1]._replace(text="培养名校长")]]
    if change == "heading":
        plans = [[PLANS[0][0], PLANS[0][1]._replace(section=SECTION._replace(heading="学前教育"))]]
    if change == "codebook":
        codebook = Codebook(themes=CODEBOOK.themes[::-1], lexicon=CODEBOOK.lexicon)
    first, *others = CODEBOOK.themes
    if change == "an id":
        codebook = CODEBOOK._replace(themes=(first._replace(id="another"), *others))
    if change == "a synonym":
        codebook = CODEBOOK._replace(themes=(first._replace(synonyms=(*first.synonyms, "另一词")), *others))
    if change == "catalogue":
        entries["studios"] = ("training", "名师工作室", ("培养名师",))
    recognition = Recognition(codebook, catalogue(entries))
    assert readings_of(plans, recognition, shelf) == readings_of(plans, recognition)
    assert not shelf.hits


@pytest.mark.parametrize(
    "piece",
    [b"", b"[]", b"[[1]]", b"{", b"null", b'[["x", 1, 2, 3, 4, 5, 6, 7, 8]]', b'[[["x", 1, 2], [3], "y"], [1, 2, 3]]'],
)
def test_what_does_not_fit_is_judged_anew(shelf: Shelf, piece: bytes) -> None:
    shelf.pieces = dict.fromkeys(shelf.pieces, piece)
    recognition = Recognition(CODEBOOK, catalogue())
    assert readings_of(PLANS, recognition, shelf) == readings_of(PLANS, recognition)
