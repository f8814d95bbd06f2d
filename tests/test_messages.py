"""A sentence that remembers how it was made: copies know it too, and names in it change with their files."""

import copy
import pickle

import pytest

from plancompare.findings import Location
from plancompare.messages import Message, either, escaped

WHY = Message("it is {state}", state="gone")
TOLD = Message("cannot read {path}: {why}; there are {names}", path="a.yaml", why=WHY, names=("a.yaml", "b.yaml"))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_says_the_same_and_remembers_how(again: object) -> None:
    other = again(TOLD)  # type: ignore[operator]
    assert other == "cannot read a.yaml: it is gone; there are a.yaml, b.yaml"
    assert (other.template, other.values) == (TOLD.template, TOLD.values)


def test_files_of_other_names_are_told_by_them_wherever_they_stand() -> None:
    renamed = TOLD.renamed({"a.yaml": "plans/a.yaml", "gone": "lost"})
    assert renamed == "cannot read plans/a.yaml: it is lost; there are plans/a.yaml, b.yaml"


def test_either_and_escaped_read_as_they_are_meant() -> None:
    assert either(["甲"]) == "甲" and either(["甲", "乙", "丙"]) == "甲 or 乙 or 丙"
    assert Message(escaped("{a} {{b}}")) == "{a} {{b}}"


def test_a_place_that_knows_no_nodes_stands_for_all_that_is_in_it() -> None:
    place = Location("a.yaml", 3, 5)
    assert place.inside("targets", 0, "unit") == place == place.key("unit")
