"""Characters and pairs of characters, and the learned vectors for these."""

import json
from base64 import b64encode
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.comparing.grams import Vectors, dot, grams, prepared, read_vectors, scaled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新建3所幼儿园", "新建 幼儿园"),
        ("普惠率达到90%以上", "普惠率达到 以上"),
        ("投入1.5亿元，培训２,０００人次", "投入 培训 次"),
        ("  ＡＩ＋教育。", "ai 教育"),
        ("“双减”、课后", "双减 课后"),
        ("2025", ""),
        ("", ""),
    ],
)
def test_figures_and_marks_part_the_words(text: str, told: str) -> None:
    assert prepared(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("幼儿园", ["幼", "儿", "园", "幼儿", "儿园"]),
        ("好好", ["好", "好好"]),
        ("建3所园", ["建", "园"]),  # no pair spans a figure
        ("", []),
        ("90%", []),
    ],
)
def test_each_character_and_neighbouring_pair_counts_once(text: str, told: list[str]) -> None:
    assert grams(text) == told


@given(st.text(max_size=40))
def test_any_text_is_cut(text: str) -> None:
    found = grams(text)
    assert len({*found}) == len(found) and all(0 < len(gram) <= 2 and " " not in gram for gram in found)
    assert prepared(prepared(text)) == prepared(text) or any(c.isdigit() for c in prepared(text))


@given(st.lists(st.floats(-100, 100).filter(lambda x: x == 0 or abs(x) > 1e-6), max_size=5))
def test_a_scaled_vector_has_length_one_or_is_nothing(values: list[float]) -> None:
    made = scaled(values)
    assert sqrt(dot(made, made)) == pytest.approx(1.0 if any(values) else 0.0)


def table(**rows: list[int]) -> bytes:
    dims = len(next(iter(rows.values())))
    data = b"".join(bytes(value % 256 for value in row) for row in rows.values())
    told = {"dims": dims, "grams": " ".join(rows), "table": b64encode(data).decode()}
    return json.dumps(told).encode()


def test_the_vector_of_terms_is_the_scaled_sum_of_those_known() -> None:
    vectors = read_vectors(table(幼=[3, 0], 园=[0, -4], 幼儿=[100, 100]))
    assert vectors.dims == 2
    assert vectors.of(["幼"]) == (1.0, 0.0)
    assert vectors.of(["园"]) == (0.0, -1.0)  # signed bytes
    assert vectors.of(["幼", "园", "外"]) == pytest.approx((0.6, -0.8))
    assert vectors.of(["外"]) == vectors.of([]) == (0.0, 0.0)


def test_no_table_no_vectors() -> None:
    assert read_vectors(b"") == Vectors()
    assert Vectors().of(["幼"]) == ()
