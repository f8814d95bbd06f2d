"""Values as YAML: they read back as they were, whatever a reader takes words for."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare.reading.nodes import read_document
from plancompare.reading.writing.scalars import comment, flow_list, flow_map, key, quoted, scalar

UNPRINTED = {
    *map(chr, range(9)),
    *map(chr, range(11, 32)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u2028\u2029\ufeff\ufffe\uffff",
}
VALUES = st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False)


def as_read(value: Any) -> Any:
    """A value as it is in a file: text without what cannot be printed, and without half a pair of surrogates."""
    if not isinstance(value, str):
        return value
    return "".join(c for c in value if c not in UNPRINTED and not "\ud800" <= c <= "\udfff")


@given(st.lists(VALUES, max_size=4))
@example(
    ["no", "Off", "NULL", "~", "1", "1.5", "1e3", "2021-01-01", "12:30", "=", "<<", "- a", "a: b", "a #b", "", " a "]
)
@example(["a\x07b", "\ufeffa", "a\u2028b", "\ud800", "“引”", "（一）新建", "a\tb\nc"])
def test_a_list_reads_back_as_the_same_values(values: list[Any]) -> None:
    assert yaml.safe_load(flow_list(values)) == [*map(as_read, values)]


@pytest.mark.parametrize("word", ["true", "False", "NULL", "yes", "No", "on", "oFF", "y", "N", "nan", "Inf"])
def test_a_word_that_some_reader_takes_for_something_else_is_quoted(word: str) -> None:
    assert scalar(word) == f'"{word}"'
    assert scalar(f"{word}x") == f"{word}x"


@pytest.mark.parametrize("text", ["新建3所", "“双减”政策", "a b", "_x"])
def test_a_plain_text_stands_as_it_is(text: str) -> None:
    assert scalar(text) == text


@given(st.text())
@example("\ud800")
@example("\udfff新\ud83d")
def test_quoted_text_reads_back_character_for_character(text: str) -> None:
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert yaml.safe_load(quoted(text)) == whole


def test_a_mapping_stands_on_one_line_also_in_another() -> None:
    text = flow_map({"zh": "新建", "en": "a: b", "of": {"min": 1, "max": True}, "of nothing": {}})
    assert text == '{zh: 新建, en: "a: b", of: {min: 1, max: true}, of nothing: {}}'
    assert read_document(text.encode(), "x").findings == ()


@pytest.mark.parametrize(("name", "text"), [("east/e-1", "east/e-1"), ("no", '"no"'), ("a b/c", '"a b/c"')])
def test_a_key_is_plain_where_nothing_else_is_meant(name: str, text: str) -> None:
    assert key(name) == text


def test_a_comment_is_one_line_of_what_can_be_printed() -> None:
    assert comment("新建\n三所\x07  幼儿园", "  ") == "  # 新建 三所 幼儿园"
