"""`standards` of many plans: shares, groups, and what moved between periods."""

import json
from pathlib import Path

import pytest

from plancompare.telling.text import cells
from tests.support import collection, plan_text, run

KINDS = ("libraries", "sports-halls", "canteens", "gardens", "paths")
CATALOGUE = "theme: layout\nstandards:\n" + "".join(
    f"- id: {kind}\n  label: {{zh: 建设{kind}, en: {kind}}}\n  wordings: [新建{kind}]\n" for kind in KINDS
)
PART = "source: {extent: excerpt}\nreads: {layout: part}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight plans a period: of the earlier 2 make libraries, of the later 7; sports halls 1 and 1; one excerpt each."""
    plans = {}
    for number in range(18):
        later, place = divmod(number, 9)
        id = f"p{number:02d}"
        makes = place < (7 if later else 2)
        lines = [f"id: {id}-1, text: 新建图书馆, standard: libraries"] if makes else []
        lines += [f"id: {id}-2, text: 扩建体育馆, standard: sports-halls"] if place in (0, 8) else []
        text = plan_text(id, lines, PART if place == 8 else "source: {extent: full}")
        plans[id] = text if later else text.replace("2021, to: 2025", "2016, to: 2020")
    return collection(tmp_path_factory.mktemp("many") / "plans", plans, **{"standards/layout": CATALOGUE})


def test_movement_is_told_in_points_the_surest_first_with_its_inputs(folder: Path) -> None:
    lines = run("standards", "--by", "period", "--all", folder=folder).stdout.splitlines()
    assert lines[0] == "Plans by period: 2016–2020: 9, 2021–2025: 9."
    assert "with 5 plans or more in both 1 moved by more than chance explains" in " ".join(lines[1:3])
    libraries, sports = (line for line in lines if "[libraries]" in line or "[sports-halls]" in line)
    assert libraries.split()[-5:] == ["25%", "2/8", "88%", "7/8", "+62"]
    assert sports.split()[-5:] == ["12%", "1/8", "12%", "1/8", "+0"]  # the excerpts make it and do not count


def test_movement_as_data(folder: Path) -> None:
    answer = json.loads(run("standards", "--by", "period", "-f", "json", folder=folder).stdout)
    first = answer["data"]["standards"][0]
    assert (first["id"], first["change"], first["apart"]) == ("libraries", 62.5, 2.5198)  # 0.625 / sqrt(63/256 * 2/8)
    sports = next(one for one in answer["data"]["standards"] if one["id"] == "sports-halls")
    assert sports["groups"]["2016-2020"] == {"share": 0.125, "made": 1, "covered": 8, "unsure": 0, "outside": 1}


def test_of_many_plans_shares_are_shown_and_of_one_standard_some_makers(folder: Path) -> None:
    out = run("standards", "--all", folder=folder).stdout
    [line] = [line for line in out.splitlines() if "[libraries]" in line]
    assert line.split()[-2:] == ["56%", "9/16"]
    full = run("standards", "libraries", folder=folder).stdout
    assert full.count("新建图书馆") == 5
    assert "13 more: made 4, not found 7, not covered 2" in full


@pytest.mark.parametrize("width", ["40", "80", "100", "140"])
@pytest.mark.parametrize("args", [[], ["--by", "period"], ["--by", "area"], ["--missing", "p08"]])
def test_every_line_fits_the_screen(folder: Path, width: str, args: list[str]) -> None:
    for lang in ("zh", "en"):
        lines = run("--lang", lang, "standards", "--all", *args, "--width", width, folder=folder).stdout.splitlines()
        assert lines and max(map(cells, lines)) <= int(width)


def test_with_few_plans_no_movement_is_told(folder: Path) -> None:
    out = run("standards", "--by", "period", "--where", "area=p01区,p11区,p12区", folder=folder).stdout
    assert "of none 5 plans can be asked in both" in " ".join(out.split())
