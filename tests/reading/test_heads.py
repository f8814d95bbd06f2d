"""Which files may hold the plans that are named: never one too few."""

from pathlib import Path

import pytest

from plancompare.reading.collection import load, load_named
from plancompare.reading.heads import files_that_may_hold
from tests.support import plan_text

PLANS = ("north", "south", "east")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for plan in PLANS:
        (tmp_path / f"{plan}.yaml").write_text(plan_text(plan, [f"id: {plan}-1, text: 扩大{plan}学位"]), "utf-8")
    return tmp_path


def held(folder: Path, *names: str) -> set[str]:
    return {path.stem for path in files_that_may_hold(names, sorted(folder.glob("*.yaml")))}


def test_only_the_plans_named_are_read(folder: Path) -> None:
    corpus, whole = load_named(folder, ["north", "south"])
    assert [plan.id for plan in corpus.plans] == ["north", "south"]
    assert not whole
    assert corpus.plans == tuple(plan for plan in load(folder).plans if plan.id in ("north", "south"))


def test_names_and_areas_call_a_plan(folder: Path) -> None:
    assert held(folder, "east区") == {"east"}
    assert held(folder, "nowhere") == set()


@pytest.mark.parametrize(
    "text",
    [
        'id: "n\\u006frth"\nname: x\narea: {name: y}\nsections: []\n',
        "sections: []\nid: north\nname: x\narea: {name: y}\n",
        "{id: north, name: x, sections: []}\n",
        "name: x\nid: north\nsections: []\n",
        "id : north\nname: x\narea: {name: y}\nsections: []\n",
        "id: north\nname: x\narea: {name: y}\n",
        "id: other\nname: x\narea:\n  name:\n    my north\nsections: []\n",
        "﻿id: north\nname: x\narea: {name: y}\nsections: []\n",
        "id: north\rname: x\rarea: {name: y}\rsections: []\r",
        "title: >\n" + "  很长\n" * 1000 + "id: north\nname: x\narea: {name: y}\nsections: []\n",
    ],
    ids=["escape", "after", "flow", "no area", "spaced", "no sections", "folded", "bom", "cr", "long"],
)
def test_unusual_writing_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.yaml").write_bytes(text.encode())
    assert held(tmp_path, "north") == {"one"}


def test_other_encodings_and_what_cannot_be_read_are_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_bytes(plan_text("x", []).encode("utf-16"))
    (tmp_path / "two.yaml").symlink_to(tmp_path / "two.yaml")
    assert held(tmp_path, "north") == {"one", "two"}


def test_plans_that_rulings_speak_of_are_read_too(folder: Path) -> None:
    (folder / "decisions.yaml").write_text(
        "decisions:\n- {different: [south/south-1, north/north-1], reason: r, who: w, date: 2026-01-01}\n", "utf-8"
    )
    corpus, _ = load_named(folder, ["east"])
    assert not corpus.findings
    assert [plan.id for plan in corpus.plans] == ["east", "north", "south"]


def test_an_id_is_taken_by_the_collection_s_own_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "mine.yaml"
    other.write_text(plan_text("south", ["id: a, text: b"]), "utf-8")
    some, _ = load_named(folder, ["north"], [other])
    every = load(folder, [other])
    assert [f.message for f in some.findings] == [f.message for f in every.findings]
    assert some.plans == tuple(plan for plan in every.plans if plan.id != "east")
