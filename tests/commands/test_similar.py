"""`plancompare similar`: the answer first, all inputs beside it, and who was not ranked."""

import json
from pathlib import Path

import pytest

from plancompare import PlanCompareError
from plancompare.telling.text import cells
from tests.asking.test_peers import CATALOGUE, LAYOUT, coded
from tests.support import collection, plan_text, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": coded("a", range(12), range(10)),
        "b": coded("b", range(4, 15), range(5, 15)),
        "c": coded("c", range(6, 15), range(10), LAYOUT),
        "bare": plan_text("bare", ["id: bare-1, text: 新建学校, theme: layout"]),
    }
    return collection(tmp_path / "plans", plans, **CATALOGUE)


def test_the_nearest_is_said_first_with_its_inputs(folder: Path) -> None:
    out = run("similar", "a", folder=folder).stdout
    assert " ".join(out.split()).startswith("Nearest to a is b: of 30 usual promises that either makes in the 4 themes")
    assert "Not ranked: 1 that nobody coded (bare)" in " ".join(out.split())
    assert out.rstrip().endswith("plancompare diff a b")
    assert "1 more; see them with --limit" in run("similar", "a", "--limit", "1", folder=folder).stdout


def test_peers_as_data(folder: Path) -> None:
    answer = json.loads(run("similar", "a", "--theme", "layout", "-f", "json", folder=folder).stdout)
    assert answer["settings"] == {"plan": "a", "theme": "layout"}
    first, second = answer["data"]["peers"]
    assert (first["id"], first["jaccard"], len(first["shared"])) == ("b", 0.5333, 8)
    assert (second["id"], second["themes"]) == ("c", ["layout"])
    assert answer["data"]["not_ranked"] == [{"id": "bare", "reason": "no_codes", "codes": 12}]


def test_where_chooses_among_whom_to_look_and_never_drops_the_plan_itself(folder: Path) -> None:
    result = run("similar", "a", "--where", "coverage=excerpt", folder=folder)
    assert "Nearest to a is c" in result.stdout
    assert "1 of 3 plans chosen: coverage=excerpt" in result.stderr


def test_a_plan_that_nobody_coded_has_no_peers(folder: Path) -> None:
    error = run("similar", "bare", folder=folder).exception
    assert isinstance(error, PlanCompareError)
    assert error.message == "nobody coded bare; `plancompare review bare` does"


@pytest.mark.parametrize("width", ["40", "80", "100", "140"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_fits_the_screen(folder: Path, width: str, lang: str) -> None:
    lines = run("--lang", lang, "similar", "a", "--width", width, folder=folder).stdout.splitlines()
    assert lines and max(map(cells, lines)) <= int(width)
