"""Whatever a Python program hands to the library is taken, or refused in one line: nothing fails on the way."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancompare import Comparison, Corpus, PlanCompareError, compare, drafting, load
from tests.support import collection, plan_text

TEXTS = Path(__file__).parent / "texts"
STANDARDS = """\
theme: layout
standards:
- {id: schools, label: {zh: 新建学校, en: Schools}, definition: 新建, wordings: [新建小学, 扩建小学]}
"""


@cache
def folder() -> TemporaryDirectory[str]:
    """A collection of two plans with a catalogue; it goes with the process."""
    record = "id: e-1, text: 新建幼儿园3所, evidence: 新建"
    home = TemporaryDirectory()
    plans = {id: plan_text(id, [record]) for id in ("east", "west")}
    collection(Path(home.name), plans, **{"standards/layout": STANDARDS})
    return home


@cache
def small() -> tuple[Corpus, Comparison]:
    """The collection, and its comparison."""
    corpus = load(folder().name)
    return corpus, compare(corpus)


TEXT = drafting.read(TEXTS / "shilin.txt")
# the doors of the library, each with one argument that may be anything
DOORS: dict[str, Callable[[Corpus, Comparison, Any], object]] = {
    "load": lambda _, __, value: load(value, index=False) if value is not None else None,
    "extra": lambda _, __, value: load(folder().name, value, index=False),
    "corpus": lambda _, __, value: compare(value),
    "plans": lambda c, __, value: compare(c, value),
    "a plan": lambda c, __, value: compare(c, ["east", value]),
    "thresholds": lambda c, __, value: compare(c, thresholds=value),
    "theme": lambda _, d, value: d.only(value),
    "statuses": lambda _, d, value: d.only("", value),
    "a status": lambda _, d, value: d.only("", [value]),
    "made_by": lambda _, d, value: d.made_by(value),
    "plan": lambda _, d, value: d.plan(value),
    "row_of": lambda _, d, value: d.row_of(value),
    "figures": lambda _, d, value: d.figures(value),
    "commitment": lambda _, d, value: d.commitment(value),
    "score": lambda _, d, value: d.score("east/e-1", value),
    "size_offset": lambda _, d, value: d.size_offset(value, "east/e-1"),
    "coding": lambda _, d, value: d.coding(value),
    "coding_of": lambda _, d, value: d.coding_of(value),
    "code": lambda _, d, value: d.code(value),
    "terms": lambda _, d, value: d.terms(value),
    "closest_wording": lambda _, d, value: d.closest_wording("east/e-1", value),
    "read": lambda _, __, value: drafting.read(value),
    "read_text": lambda _, __, value: drafting.read_text(value),
    "draft": lambda c, _, value: drafting.draft(value, c),
    "vocabulary": lambda _, __, value: drafting.draft(TEXT, value),
    "identity": lambda c, _, value: drafting.draft(TEXT, c, value),
    "period": lambda c, _, value: drafting.draft(TEXT, c, "", value),
    "coded_drafts": lambda c, _, value: drafting.coded_drafts(value, c),
    "beside_records": lambda _, __, value: drafting.beside_records(value),
    "is_part": lambda _, __, value: drafting.is_part(value),
}
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.binary(max_size=4) | st.text(max_size=6)
ANYTHING = (
    SCALARS
    | st.lists(SCALARS, max_size=3)
    | st.dictionaries(st.text(max_size=3), SCALARS, max_size=2)
    | st.sampled_from(
        [
            object(),
            int,
            len,
            {"east"},
            ("east", "west"),
            (2021,),
            (1, 2, 3),
            (2025, 2021),
            b"east",
            Path("east"),
            ["east", ["east"]],
        ]
    )
)


@pytest.mark.parametrize("door", DOORS)
@given(value=ANYTHING)
@settings(max_examples=40)
def test_whatever_comes_to_a_door_is_taken_or_refused_in_one_line(door: str, value: Any) -> None:
    try:
        DOORS[door](*small(), value)
    except PlanCompareError as error:
        assert str(error) and "\n" not in str(error)
