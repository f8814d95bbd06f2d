"""The classifier of themes: a table of whole-numbered weights, read and added up."""

import json
from base64 import b64encode
from collections.abc import Callable
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.grams import read_vectors
from plancompare.comparing.theme_words import ThemeWords, read_theme_words
from plancompare.errors import PlanCompareError
from tests.comparing.collections import THEME_WORDS

WORDS = read_theme_words(THEME_WORDS.encode())


def test_weights_add_up_by_theme_over_the_length_of_the_text() -> None:
    assert WORDS.scores("园") == pytest.approx({"preschool": -0.2 / 2, "staffing": 0.5 / 2})
    length = sqrt(1**2 + 2**2 + 4**2)
    assert WORDS.scores("幼园") == pytest.approx({"preschool": 3.5 / length, "staffing": 0.5 / length})


def test_what_the_table_does_not_know_only_lengthens() -> None:
    assert WORDS.scores("师外") == pytest.approx({"preschool": 0, "staffing": 2.0 / sqrt(1.5**2 + 3**2 + 3**2)})


def test_the_bias_is_told_apart() -> None:
    assert WORDS.bias == {"preschool": 0.5, "staffing": -0.5}


@pytest.mark.parametrize("text", ["", "90%", "，。"])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert WORDS.scores(text) == {}


def test_no_table_no_classifier() -> None:
    assert read_theme_words(b"") == ThemeWords()
    assert ThemeWords().scores("幼儿园") == {}


@pytest.mark.parametrize(
    "change",
    [
        {"weights": "0P 1P 0P"},
        {"weights": "0P 0P 0P 0"},
        {"weights": "0P 0P 0P 2P"},
        {"weights": "0P 0P 0P /P"},
        {"weights": None},
        {"scale": "much"},
        {"scale": float("nan")},
        {"bias": [0.5, float("inf")]},
        {"rest": 0},
        {"rarity": [10, 20, 40, 0]},
        {"rest": []},
        {"bias": [0.5]},
        {"bias": [0.5, "x"]},
        {"rarity": [10, 20, 40, None]},
        {"themes": 7},
        {"grams": ["幼"]},
    ],
)
def test_a_damaged_table_is_one_line(change: dict[str, object]) -> None:
    data = json.dumps({**json.loads(THEME_WORDS), **change}).encode()
    with pytest.raises(PlanCompareError, match=r"learned-themes\.json is damaged"):
        read_theme_words(data)


@pytest.mark.parametrize("data", [b"\xff", b"[", b"[]", b"7", b"{}", b"[" * 100_000])
@pytest.mark.parametrize("read", [read_theme_words, read_vectors])
def test_what_is_no_table_is_one_line(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(PlanCompareError, match="is damaged"):
        read(data)


@pytest.mark.parametrize("change", [{"dims": 3}, {"dims": 0}, {"dims": "x"}, {"grams": "a b c"}, {"table": "%%"}])
def test_damaged_vectors_are_one_line(change: dict[str, object]) -> None:
    sound = {"dims": 2, "grams": "a b", "table": b64encode(b"\x01\x02\x03\x04").decode()}
    assert read_vectors(json.dumps(sound).encode()).of(["a"])
    with pytest.raises(PlanCompareError, match=r"learned-vectors\.json is damaged"):
        read_vectors(json.dumps({**sound, **change}).encode())


@given(st.text(max_size=30))
def test_any_text_is_scored_by_every_theme_or_none(text: str) -> None:
    assert WORDS.scores(text).keys() in (set(), {"preschool", "staffing"})
