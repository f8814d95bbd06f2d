"""The JSON report: valid by its schema, ids that no two rows share, standards and candidates."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from plancompare import compare, load
from plancompare.comparing.comparison import Comparison
from plancompare.formats.json import render
from plancompare.formats.json_text import Ready, in_pieces, text_of, texts_of
from plancompare.schema import schema
from tests.formats.support import ROOT, doubtful, shipped, whole

COMPARISONS: Mapping[str, Callable[[], Comparison]] = {
    "two districts": whole,
    "unsure": doubtful,
    "shipped": shipped,
    "unaided": lambda: compare(load(ROOT / "plans"), ["chaoyang", "yuquan"], decisions=False),
}


@pytest.fixture(scope="module", params=COMPARISONS)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return COMPARISONS[request.param]()


def as_data(comparison: Comparison) -> Any:
    """The comparison as whoever reads the file finds it."""
    return json.loads(render(comparison))


def test_it_is_valid_and_has_every_commitment_in_one_row(comparison: Comparison) -> None:
    data = as_data(comparison)
    validator = Draft7Validator(schema("report"))
    # scores of invented candidates are numbers that nothing else in a file is
    assert [e for e in validator.iter_errors(data) if "score" not in e.absolute_path] == []
    ids = [row["id"] for row in data["rows"]]
    assert len(ids) == len(set(ids))
    told = Counter((p, c) for row in data["rows"] for p, cell in row["cells"].items() for c in cell["commitments"])
    assert told == {(plan["id"], c["id"]): 1 for plan in data["plans"] for c in plan["commitments"]}


def test_a_row_is_called_by_its_ruling_else_by_a_standard_of_its_own_else_by_a_commitment() -> None:
    found = shipped()
    rows = Counter(row.standard for row in found.rows)
    rows.update(row.decision.id for row in found.rows if row.decision)  # a standard may be called as a ruling is
    kinds = Counter[str]()
    for row in found.rows:
        if row.decision and row.decision.id:
            kinds["ruling"] += row.id == row.decision.id
        elif row.standard and rows[row.standard] == 1:
            kinds["standard"] += row.id == row.standard
        else:
            kinds["commitment"] += row.id == row.core.key
    assert kinds.total() == len(found.rows)
    assert kinds["standard"] > kinds["commitment"] > 0


def test_what_people_coded_is_told_without_the_catalogue_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.comparing.recognition.index_of", lambda *_: pytest.fail("compiled"))
    standards = [c["standard"] for plan in as_data(shipped())["plans"] for c in plan["commitments"]]
    assert {(s["pinned"], s["score"], len(s["candidates"])) for s in standards} == {(True, 100, 0)}


def test_unaided_each_commitment_has_the_likeliest_standards_best_first() -> None:
    data = as_data(COMPARISONS["unaided"]())
    standards = [c["standard"] for plan in data["plans"] for c in plan["commitments"]]
    assert {s["pinned"] for s in standards} == {False}
    for standard in standards:
        scores = [found["score"] for found in standard["candidates"]]
        assert 1 <= len(scores) <= 5
        assert scores == sorted(scores, reverse=True)
        if standard["id"]:
            assert (standard["id"], standard["score"]) == tuple(standard["candidates"][0].values())
    assert {row["standard"] for row in data["rows"]} == {None}
    assert any(cell["candidates"] for row in data["rows"] for cell in row["cells"].values())


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=5))
def test_the_text_is_that_of_the_usual_writer_whole_and_in_parts(value: dict[str, Any]) -> None:
    usual = json.dumps(value, ensure_ascii=False, indent=1)
    assert text_of(value) == usual
    parts = {key: iter(one) if isinstance(one, list) else one for key, one in value.items()}
    assert "".join(in_pieces(texts_of(parts))) == usual + "\n"
    ready = {key: Ready(text_of(one, 1)) for key, one in value.items()}
    assert text_of(ready) == usual
