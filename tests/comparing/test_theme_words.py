"""The classifier of themes: a table of whole-numbered weights, read and added up."""

import json
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.theme_words import THEME_ZERO, WEIGHT_ZERO, ThemeWords, read_theme_words


def letters(*pairs: tuple[int, int]) -> str:
    return "".join(chr(THEME_ZERO + theme) + chr(WEIGHT_ZERO + weight) for theme, weight in pairs)


TABLE = json.dumps(
    {
        "themes": ["preschool", "staffing"],
        "bias": [0.5, -0.5],
        "scale": 0.1,
        "rest": 3.0,
        "grams": "幼 园 幼园 师",
        "rarity": [10, 20, 40, 15],
        "weights": " ".join([letters((0, 7)), letters((0, -2), (1, 5)), letters((0, 30)), letters((1, 20))]),
    }
).encode()
WORDS = read_theme_words(TABLE)


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


@given(st.text(max_size=30))
def test_any_text_is_scored_by_every_theme_or_none(text: str) -> None:
    assert WORDS.scores(text).keys() in (set(), {"preschool", "staffing"})
