"""Title pages say what plans that were read whole say, and parse no more than that takes."""

from pathlib import Path

import pytest

from plancompare.model import Plan
from plancompare.reading.collection import load, shipped
from plancompare.reading.reader import Reader
from plancompare.reading.title_pages import KEYS, title_pages
from tests.support import collection, plan_text

FIELDS = tuple(KEYS)


def about(plans: tuple[Plan, ...]) -> list[tuple[object, ...]]:
    return [(p.id, p.name, p.area, p.period, p.status, p.source) for p in plans]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = "source: {extent: full, file: x.txt}\nstatus: adopted"
    plans = {name: plan_text(name, [f"id: {name}-1, text: 扩大学位"], head) for name in ("north", "south")}
    text = plan_text("late", ["id: late-1, text: 扩大学位"], "source: {extent: excerpt}")
    plans["late"] = text + "status: draft\n"  # behind the sections
    plans["long"] = plan_text("long", [], f"source: {{extent: full}}\nstatus: adopted\n# {'x' * 9000}")
    plans["odd"] = plan_text("odd", [], "status: adpoted")  # a value that the reader cuts off
    plans["broken"] = "id: broken\nname: [\nsections: []\n"
    return collection(tmp_path / "plans", plans)


@pytest.mark.parametrize("index", [True, False])
def test_title_pages_say_what_plans_read_whole_say(folder: Path, index: bool) -> None:
    for root in (folder, shipped()):
        assert about(title_pages(root, FIELDS, index=index)) == about(load(root).plans)


def test_only_heads_are_parsed_where_they_say_what_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole: list[str] = []
    read = Reader.plan

    def noted(self: Reader, path: Path) -> Plan | None:
        whole.append(path.stem)
        return read(self, path)

    monkeypatch.setattr(Reader, "plan", noted)
    title_pages(folder, ["level", "area", "period"], index=False)
    assert whole == ["broken", "long", "odd"]
    whole.clear()
    title_pages(folder, ["status"], index=False)
    assert whole == ["broken", "late", "long", "odd"]


def test_of_one_id_the_first_file_counts(tmp_path: Path) -> None:
    twins = {"a": plan_text("same", []), "b": plan_text("same", []).replace("2021", "2016")}
    folder = collection(tmp_path / "plans", twins)
    assert about(title_pages(folder, FIELDS)) == about(load(folder).plans)
