from errno import EISDIR, ENOENT
from os import strerror
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plancompare.reading import nodes
from plancompare.reading.keywords import kind_of
from plancompare.reading.nodes import MAX_DEPTH, Document, ListNode, MapNode, Quoted, Spot, location, read_document


def read(text: str | bytes) -> Document:
    return read_document(text.encode() if isinstance(text, str) else text, "f")


def mapping(text: str) -> MapNode:
    root = read(text).root
    assert isinstance(root, MapNode)
    return root


@pytest.mark.parametrize(
    "written",
    ["3.10", "no", "010", "12:30", "2021-12-31", "0x1F", "~", "1_000", ".inf", "Yes", "+5", "1e3", "null", "110106"],
)
def test_a_plain_scalar_stays_the_text_that_was_written(written: str) -> None:
    value = mapping(f"a: {written}\n")["a"]
    assert value == written
    assert type(value) is str


@pytest.mark.parametrize("written", ['"2021"', "'2021'", "! 2021", "|-\n  2021", ">-\n  2021"])
def test_quotes_and_blocks_make_text(written: str) -> None:
    value = mapping(f"a: {written}\n")["a"]
    assert value == "2021"
    assert isinstance(value, Quoted) == (not written.startswith("!"))


KINDS = [
    *(("integer", text) for text in ("0", "-3", "+7", "2021", "007")),
    *(("number", text) for text in ("3.10", ".5", "-.5", "1e3", "2.", "+1.5E-3")),
    *(("boolean", text) for text in ("true", "True", "FALSE")),
    *(("null", text) for text in ("", "~", "null", "NULL")),
    *(
        ("string", text)
        for text in ("no", "0x1F", "12:30", "2021-12-31", "1_000", "-a", "+", ".", "丰台", "tRUE", "1.2.3")
    ),
    *(("string", text) for text in ("'2021'", '"true"', "''")),
    *(("array", text) for text in ("[]", "[1]")),
    ("object", "{}"),
]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_value_is_of_the_kind_that_an_editor_sees(kind: str, text: str) -> None:
    assert kind_of(mapping(f"a: {text}\n")["a"]) == kind


def test_an_empty_value_is_an_empty_plain_scalar() -> None:
    root = mapping("a:\nb: ''\n")
    assert (root["a"], type(root["a"])) == ("", str)
    assert (root["b"], type(root["b"])) == ("", Quoted)


def test_values_keys_and_items_know_their_place() -> None:
    root = mapping("# note\nname: 丰台\nlist:\n  - 一\n  - {a: 二, bc: [三]}\n")
    assert location("f", root.at) == ("f", 2, 1)
    assert location("f", root.places["name"]) == ("f", 2, 7)
    assert location("f", root.keys_at["list"]) == ("f", 3, 1)
    items = root["list"]
    assert isinstance(items, ListNode)
    assert [location("f", place)[1:] for place in items.places] == [(4, 5), (5, 5)]
    inner = items[1]
    assert location("f", inner.keys_at["bc"])[1:] == (5, 12)
    assert location("f", inner.places["bc"])[1:] == (5, 16)
    assert location("f", inner["bc"].places[0])[1:] == (5, 17)


def test_a_byte_order_mark_moves_no_place() -> None:
    marked, plain = read(b"\xef\xbb\xbfa: b\n"), read(b"a: b\n")
    assert isinstance(marked.root, MapNode)
    assert isinstance(plain.root, MapNode)
    assert marked.root == plain.root
    assert location("f", marked.root.places["a"]) == location("f", plain.root.places["a"])


def test_a_file_as_a_whole_has_no_line() -> None:
    assert str(location("f", None)) == "f"
    assert str(location("f", Spot())) == "f:1:1"


REFUSED = [
    ("", "f:1:1", "the file is empty"),
    ("# only a comment\n", "f:1:1", "the file is empty"),
    ("---\n", "f:1:1", "the file is empty"),
    ("a: &x b\n", "f:1:4", "anchors and tags are not used"),
    ("a: &x [b]\n", "f:1:4", "anchors and tags are not used"),
    ("a: &x {b: c}\n", "f:1:4", "anchors and tags are not used"),
    ("a: b\nc: *x\n", "f:2:4", "alias *x is not used"),
    ("<<: *x\n", "f:1:5", "alias *x is not used"),
    ("a: !!python/object:os.system ls\n", "f:1:4", "anchors and tags are not used"),
    ("a: !!python/object/apply:os.system [ls]\n", "f:1:4", "anchors and tags are not used"),
    ("a: !!int 3\n", "f:1:4", "anchors and tags are not used"),
    ("a: b\n---\nc: d\n", "f:2:1", "a second document begins here"),
    ("---\n---\na: b\n", "f:2:1", "a second document begins here"),
    ("a: b\n...\n---\nc: d\n", "f:3:1", "a second document begins here"),
    ("? [a]\n: b\n", "f:1:3", "a key must be a word"),
    ("? {a: b}\n: c\n", "f:1:3", "a key must be a word"),
    ("a: b: c\n", "f:1:5", "needs quotes"),
    ("a:\n\t- b\n", "f:2:1", "indent with spaces"),
    ("a: b\nc: @d\n", "f:2:4", 'write it in quotes: c: "@d"'),
    ("a: b\n c: d\n", "f:2:3", "needs quotes"),
    ("a: {b: c\nd: e\n", "f:2:2", "not valid YAML"),
    ("a:\n- op: >=\n  value: 3\n", "f:2:7", 'write it in quotes: op: ">="'),
    ("a:\n- {op: >=, value: 3}\n", "f:2:8", 'write it in quotes: op: ">="'),
    ("a: {unit: %}\n", "f:1:11", 'write it in quotes: unit: "%"'),
    ("a:\n- >90%\n", "f:2:3", 'write it in quotes: - ">90%"'),
    ('a: "b\n', "f:2:1", "not valid YAML"),
    *(
        (deep, f"f:1:{MAX_DEPTH + 1}", f"nested more than {MAX_DEPTH} deep")
        for deep in ("[" * (MAX_DEPTH + 1), "[" * 5000)
    ),
]


@pytest.mark.parametrize(("text", "place", "words"), REFUSED)
def test_what_cannot_be_used_is_one_finding_with_a_place_and_advice(text: str, place: str, words: str) -> None:
    document = read(text)
    assert document.root is None
    (finding,) = document.findings
    assert (str(finding.at), finding.level, finding.check) == (place, "error", "yaml")
    assert words in finding.message


def test_what_nests_as_deep_as_allowed_is_read() -> None:
    assert read("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH).root is not None


ENCODINGS = [
    ("id: a\nname: 丰台\n".encode("gbk"), "f:2:1", "not UTF-8 text (it looks like GBK); save the file as UTF-8"),
    ("id: a\n".encode("utf-16"), "f:1:1", "not UTF-8 text (it looks like UTF-16); save the file as UTF-8"),
    (b"\xfe\xff\x00a", "f:1:1", "not UTF-8 text (it looks like UTF-16); save the file as UTF-8"),
    (b"a: b\nc: \xff\xff\n", "f:2:1", "not UTF-8 text; save the file as UTF-8"),
]


@pytest.mark.parametrize(("data", "place", "message"), ENCODINGS)
def test_another_encoding_is_named_where_it_can_be_guessed(data: bytes, place: str, message: str) -> None:
    document = read(data)
    assert document.root is None
    assert [(str(f.at), f.message) for f in document.findings] == [(place, message)]


@pytest.mark.parametrize("text", ["a: b\nc: d\x00\n", "a: b\nc: \x07\n", "a: 丰台\nc: \x7f\n", "a: b\nc: d\x1b[31m\n"])
def test_a_control_character_is_refused_with_advice(text: str) -> None:
    (finding,) = read(text).findings
    assert finding.message.endswith("remove control characters")


@pytest.mark.parametrize("text", ["a: b\nc: \x07\n", "a: 丰台\nc: \x00\n"])
def test_a_control_character_is_refused_on_its_line(text: str) -> None:
    (finding,) = read(text).findings
    assert finding.at.line == 2


def test_the_first_of_two_equal_keys_counts_and_each_other_is_told() -> None:
    document = read("a: 1\na: 2\nb: {c: 3, c: {d: 4}}\na:\n  - 5\n")
    assert document.root == {"a": "1", "b": {"c": "3"}}
    assert [(str(f.at), f.message) for f in document.findings] == [
        ("f:2:4", '"a" is given twice (first on line 1); keep one'),
        ("f:3:14", '"c" is given twice (first on line 3); keep one'),
        ("f:5:3", '"a" is given twice (first on line 1); keep one'),
    ]


def test_faults_before_a_refusal_are_told_with_it() -> None:
    document = read("a: 1\na: 2\nb: *c\n")
    assert document.root is None
    assert [f.at.line for f in document.findings] == [2, 3]


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name, why in (("folder.yaml", strerror(EISDIR)), ("none.yaml", strerror(ENOENT))):
        document, data = nodes.read_file(tmp_path / name, name)
        assert (document.root, data) == (None, b"")
        assert [str(f) for f in document.findings] == [f"{name}: error: cannot be read: {why} (yaml)"]


WORDS = st.text("ab:-#[]{}&*!|>'\"%@ \n\t,?丰、“”～0１~", max_size=40)


@given(WORDS)
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    document = read(text)
    assert document.root is not None or document.findings
    assert all(finding.at.line >= 1 and finding.at.column >= 1 for finding in document.findings)


@given(st.recursive(WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4)))
def test_nodes_hold_what_yaml_dumps(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert read(text).root == value


@pytest.mark.parametrize(
    "text", [text for text, _, _ in REFUSED] + ["a: 'b'\nc: [d, {e: >\n   f}]\n", "a: 1\na: 2\n", "a"]
)
def test_without_libyaml_the_same_nodes_come_out(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = read(text)
    monkeypatch.setattr(nodes, "_Loader", yaml.SafeLoader)
    slow = read(text)
    assert slow.root == quick.root
    assert [f.at.line for f in slow.findings] == [f.at.line for f in quick.findings]
