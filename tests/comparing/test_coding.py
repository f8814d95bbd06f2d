"""Coding against a small catalogue made by hand: probabilities, order, and what a person said."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare.comparing.coding import UNKNOWN, Coder, Coding, CodingWeights, pinned, shared
from plancompare.comparing.grams import Vectors
from plancompare.comparing.index import compile_index
from plancompare.comparing.recognition import weights
from plancompare.model import Catalogue
from tests.comparing.collections import ENTRIES, THEMES, catalogue, learned

VECTORS = learned()
WEIGHTS = CodingWeights(**weights()["coding"])
WORDS = st.lists(
    st.sampled_from(["名师", "工作室", "教师", "交流轮岗", "县管校聘", "幼儿园", "学位", "评估", "桥梁", "90%"]),
    max_size=5,
)
TEXTS = WORDS.map("".join) | st.text(max_size=20)
SHARES = st.dictionaries(st.sampled_from([*THEMES, "no such theme"]), st.floats(0, 1))
EVEN = dict.fromkeys(THEMES, 1 / len(THEMES))


def coder(vectors: Vectors = VECTORS, made: Catalogue | None = None) -> Coder:
    held = catalogue() if made is None else made
    return Coder(held, compile_index(held, vectors), vectors, WEIGHTS)


CODER = coder()


def first(text: str, themes: dict[str, float] = EVEN, by: Coder = CODER) -> str:
    return by.code(by.hear(text), themes).candidates(1)[0][0]


@example("", {})
@given(TEXTS, SHARES)
def test_shares_and_none_add_up_to_one(text: str, themes: dict[str, float]) -> None:
    found = CODER.code(CODER.hear(text), themes)
    assert sum(found.shares.values()) + found.none == pytest.approx(1, abs=0.01)
    assert all(0 < share <= 1 for share in found.shares.values()) and 0 <= found.none <= 1
    assert not found.pinned and found.shares.keys() <= ENTRIES.keys()


@given(TEXTS, SHARES)
def test_the_same_text_has_the_same_code_whoever_was_heard_before(text: str, themes: dict[str, float]) -> None:
    fresh = coder()
    assert fresh.code(fresh.hear(text), themes) == CODER.code(CODER.hear(text), themes)


@given(TEXTS)
def test_candidates_stand_best_first_ties_by_id(text: str) -> None:
    found = CODER.code(CODER.hear(text), EVEN)
    best = found.candidates()
    assert len(best) <= 5 and list(best) == sorted(best, key=lambda c: (-c[1], c[0]))
    assert dict(best).items() <= found.shares.items()
    assert found.candidates(2) == best[:2]
    if best:
        assert best[0][1] == max(found.shares.values())


def test_ties_go_by_id() -> None:
    assert Coding({"b": 0.4, "c": 0.2, "a": 0.4}, 0.0).candidates() == (("a", 0.4), ("b", 0.4), ("c", 0.2))


@pytest.mark.parametrize("vectors", [VECTORS, Vectors()])
@pytest.mark.parametrize(("id", "wording"), [(id, w) for id, e in ENTRIES.items() for w in (e[1], *e[2])])
def test_a_wording_is_coded_as_its_entry(id: str, wording: str, vectors: Vectors) -> None:
    assert first(wording, by=coder(vectors)) == id


@pytest.mark.parametrize(
    ("themes", "factor"),
    [
        ({"preschool": 1.0}, 1.0),
        ({"staffing": 1.0}, (WEIGHTS.other + 1) / WEIGHTS.other),
        ({"training": 1.0}, (WEIGHTS.other + WEIGHTS.also) / (WEIGHTS.other + 1)),  # named under `also` by one
        ({"staffing": 0.5, "training": 0.5}, (WEIGHTS.other + 0.5 + WEIGHTS.also / 2) / (WEIGHTS.other + 0.5)),
        ({}, 1.0),
    ],
)
def test_the_theme_speaks_as_a_factor(themes: dict[str, float], factor: float) -> None:
    hearing = CODER.hear("交流名师")
    even, told = CODER.code(hearing, {"preschool": 1.0}).shares, CODER.code(hearing, themes).shares
    assert told["rotation"] / told["studios"] == pytest.approx(factor * even["rotation"] / even["studios"])


def test_what_shares_nothing_with_the_catalogue_is_rather_none() -> None:
    strange, usual = (CODER.code(CODER.hear(text), EVEN).none for text in ("修桥铺路", "建设名师工作室"))
    assert strange > usual


def test_a_text_without_words_is_heard_evenly() -> None:
    hearing = CODER.hear("90%")
    assert hearing.odds.keys() == set(range(len(ENTRIES))) and set(hearing.vector) == {0.0}


def test_themes_are_those_of_the_entries_meant() -> None:
    found = CODER.themes(CODER.hear("建设名师工作室"))
    assert max(found, key=found.__getitem__) == "training"
    assert sum(found.values()) == pytest.approx(1)


def test_the_closest_wording_is_one_of_the_entry_s_own() -> None:
    vector = CODER.hear("教师由学校人变系统人").vector
    assert CODER.closest_wording(vector, "managed") == "教师由学校人变系统人"
    label = ENTRIES["studios"][1]
    assert CODER.closest_wording(CODER.hear(label).vector, "studios") == label
    assert coder(Vectors()).closest_wording((), "studios") == label  # of equals the first


def test_what_a_person_said_is_certain() -> None:
    assert pinned("managed") == Coding({"managed": 1.0}, 0.0, True)
    assert pinned("none") == Coding({}, 1.0, True)
    assert Coding({}, 1.0, False) == UNKNOWN
    assert UNKNOWN.candidates() == ()


CODINGS = st.dictionaries(st.sampled_from("abcd"), st.floats(0, 0.25)).map(lambda s: Coding(s, 1 - sum(s.values())))


@given(CODINGS, CODINGS)
def test_what_two_share_is_the_same_from_either_side(one: Coding, other: Coding) -> None:
    assert shared(one, other) == shared(other, one)
    assert 0 <= shared(one, other) <= 1


def test_two_share_the_probability_of_one_code() -> None:
    assert shared(pinned("a"), pinned("a")) == 1
    assert shared(pinned("a"), pinned("b")) == shared(pinned("a"), pinned("none")) == 0
    assert shared(pinned("none"), pinned("none")) == 0
    assert shared(Coding({"a": 0.5, "b": 0.25}, 0.25), Coding({"a": 0.5, "c": 0.5}, 0.0)) == 0.25
