"""`plancompare standards`: who makes which usual promise, k of n."""

import json
from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.commands.session import Session
from plancompare.commands.standards import Request, catalogue
from tests.commands.test_coding import CATALOGUE
from tests.support import collection, plan_text, run

PART = "source: {extent: excerpt, file: x.txt}\nreads: {layout: part}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text(
            "a", ["id: a1, text: 新建图书馆, standard: libraries", "id: a2, text: 再建图书馆, standard: libraries"]
        ),
        "b": plan_text(
            "b", ["id: b1, text: 扩建体育馆, standard: sports-halls", "id: b2, text: 修建长廊, standard: none"]
        ),
        "c": plan_text("c", ["id: c1, text: 图书馆改造, standard: libraries", "id: c2, text: 建设食堂"], PART),
    }
    return collection(tmp_path / "plans", plans, **{"standards/layout": CATALOGUE})


def listed(folder: Path, *args: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("standards", *args, "-f", "json", folder=folder).stdout)
    return found


def test_data_are_a_bare_array_with_who_makes_what_of_how_many(folder: Path) -> None:
    first, second, third = listed(folder)
    assert first == {
        "id": "libraries",
        "aliases": [],
        "theme": "layout",
        "label": {"zh": "建设图书馆", "en": "Libraries"},
        "definition": "建馆",
        "made": {"a": ["a1", "a2"], "c": ["c1"]},
        "covered": 3,
        "unsure": {},
    }
    assert (second["id"], second["made"], second["covered"]) == ("gyms", {"b": ["b1"]}, 2)
    assert (third["id"], third["made"], third["covered"]) == ("games", {}, 2)


def test_a_plan_whose_text_is_silent_for_lack_of_text_does_not_lack_a_promise(folder: Path) -> None:
    assert [one["id"] for one in listed(folder, "--missing", "b")] == ["libraries"]
    assert [one["id"] for one in listed(folder, "--missing", "a")] == ["gyms"]
    assert listed(folder, "--missing", "c") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("图书馆", ["libraries"]),
        ("建馆", ["libraries", "gyms"]),
        ("建馆 体育", ["gyms"]),
        ("sports-halls", ["gyms"]),
        ("Libr", ["libraries"]),
        ("球类比赛", ["games"]),
    ],
)
def test_words_stand_in_ids_labels_definitions_and_wordings(folder: Path, words: str, found: list[str]) -> None:
    assert [one["id"] for one in listed(folder, *words.split())] == found


def test_the_screen_counts_what_nobody_makes_and_what_nobody_coded(folder: Path) -> None:
    result = run("standards", folder=folder)
    assert result.stdout.startswith("3 standards: 2 made by somebody, 1 by nobody; people coded 5 of 6 commitments\n")
    assert "games" not in result.stdout
    assert result.stderr.startswith("1 commitments are not coded yet")
    assert "games" in run("standards", "--all", folder=folder).stdout
    assert "games" in run("standards", "运动会", folder=folder).stdout
    told = run("standards", "libraries", folder=folder, env={"LC_ALL": "zh_CN.UTF-8"}).stdout
    assert "● a 新建图书馆" in told
    assert "○ b 未见" in told


def test_a_long_list_fits_a_screen_and_says_how_many_more_there_are() -> None:
    shown = run("standards").stdout.splitlines()
    assert sum(line.rstrip()[-4:-3].isdigit() or " of " in line[-8:] for line in shown) == 30
    assert "more; see them with --all" in shown[-1]
    assert len(run("standards", "--all", "--theme", "staffing").stdout.splitlines()) > 30


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Request(theme="layuot"), 'no theme "layuot"; did you mean "layout'),
        (Request(missing="aa"), 'no plan "aa"; did you mean "a'),
        (Request(words="建设图书管"), 'no standard with "建设图书管"; did you mean "建设图书馆'),
    ],
)
def test_a_near_miss_gets_a_suggestion(folder: Path, wish: Request, told: str) -> None:
    with pytest.raises(PlanCompareError, match=told):
        catalogue(Session(folder), wish)
