"""The little that is wanted of rapidfuzz: likeness, the best phrase, near words, the closest stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.strings import best_within, closest_stretch, likeness, nearest

WORDS = st.text(alphabet="教师编制交流轮岗学位", max_size=12)
SOURCE = "到2025年，全区普惠性幼儿园覆盖率稳定在百分之九十以上，公办园在园幼儿占比不低于百分之五十五。"


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert 0 <= likeness(a, b) <= 100


@given(WORDS)
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert likeness(text, text) == 100


@pytest.mark.parametrize(
    ("a", "b", "expected"), [("教师", "学位", 0), ("教师编制", "教师", 66.7), ("教师", "师教", 50)]
)
def test_likeness_counts_characters_in_the_same_order(a: str, b: str, expected: float) -> None:
    assert likeness(a, b) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("开展教师培训工作", ("教师培训", 100.0)),
        ("开展教师培养工作", ("教师培训", 75.0)),
        ("修缮校舍", None),
    ],
)
def test_the_best_phrase_within_a_text(text: str, found: tuple[str, float] | None) -> None:
    assert best_within(text, ["学位供给", "教师培训"], 70) == found


def test_there_is_no_best_of_no_phrases() -> None:
    assert best_within("教师", [], 0) is None


def test_nearest_gives_keys_best_first() -> None:
    choices = {"x": "学位供给", "y": "教师培训", "z": "教师培养"}
    assert nearest("教师培训", choices) == ["y", "z"]
    assert nearest("教师培训", choices, limit=1) == ["y"]
    assert nearest("体育场馆", choices) == []


def test_nearest_orders_equals_by_key_whatever_the_order_given() -> None:
    assert nearest("教师", {"b": "教师", "a": "教师"}) == nearest("教师", {"a": "教师", "b": "教师"}) == ["a", "b"]


@pytest.mark.parametrize(
    ("quote", "stretch"),
    [
        ("普惠性幼儿园覆盖率稳定在百分之九十以上", "普惠性幼儿园覆盖率稳定在百分之九十以上"),
        ("普惠性幼儿园覆盖稳定在百分之九十以上", "普惠性幼儿园覆盖率稳定在百分之九十以上"),  # source has one more
        ("普惠性幼儿园的覆盖率稳定在百分之九十以上", "普惠性幼儿园覆盖率稳定在百分之九十以上"),  # source has one less
        ("公办园在园儿童占比不低于百分之五十五", "公办园在园幼儿占比不低于百分之五十五"),
    ],
)
def test_the_closest_stretch_reaches_to_the_quote_s_own_edges(quote: str, stretch: str) -> None:
    found = closest_stretch(quote, SOURCE, 90)
    assert found is not None
    start, end, alike = found
    assert SOURCE[start:end] == stretch
    assert alike == pytest.approx(likeness(quote, stretch))


@pytest.mark.parametrize(
    ("quote", "text"),
    [("建设劳动教育实践基地二十个", SOURCE), ("全区普惠", "全区"), ("全区", ""), ("覆盖率翻一番", SOURCE)],
)
def test_what_is_not_there_has_no_closest_stretch(quote: str, text: str) -> None:
    assert closest_stretch(quote, text, 90) is None


@given(WORDS.filter(lambda w: len(w) > 3), WORDS, WORDS)
def test_what_stands_in_the_text_is_found_whole(quote: str, before: str, after: str) -> None:
    text = f"{before}，{quote}，{after}"
    found = closest_stretch(quote, text, 90)
    assert found is not None
    assert text[found[0] : found[1]] == quote
    assert found[2] == 100
