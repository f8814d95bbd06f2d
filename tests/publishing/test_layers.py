"""A data set of own plans beside shipped ones: whatever it rests on goes with it, and makes it again."""

import json
import shlex
from pathlib import Path

import pytest
import yaml

from plancompare import load
from plancompare.reading.collection import load_over
from tests.publishing.support import SHIPPED, contents, table
from tests.support import plan_text, run

CODED = "id: e-1, text: 推行县管校聘, theme: staffing, standard: staffing-county-managed, evidence: 县管校聘"
OWN = "id: e-2, text: 建图书馆, theme: libraries, standard: reading-rooms, evidence: 图书馆"
CODEBOOK = "version: own\nthemes:\n- id: libraries\n  label: {zh: 图书馆, en: Libraries}\n  synonyms: [图书馆]\n"
STANDARDS = (
    "theme: libraries\nstandards:\n- {id: reading-rooms, label: {zh: 阅览室, en: Rooms}, wordings: [建图书馆]}\n"
)
RULING = "decisions:\n- {id: own-row, label: {zh: 甲, en: A}, same: [east/e-1, east/e-3]}\n"
PLAN = plan_text("east", [CODED, OWN, "id: e-3, text: 校长定期轮岗, theme: staffing, evidence: 轮岗"])
PRIVATE = plan_text("private", ["id: p-1, text: 不公开, theme: layout, evidence: 不公开"])
PARTS = {
    "plans alone": {},
    "standards": {"standards/libraries.yaml": STANDARDS},
    "all": {"codebook.yaml": CODEBOOK, "standards/libraries.yaml": STANDARDS, "decisions.yaml": RULING},
}


def own(folder: Path, parts: dict[str, str]) -> Path:
    for name, text in {"east.yaml": PLAN, "private.yaml": PRIVATE, **parts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# yaml-language-server: $schema=plan.schema.json\n{text}", encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("plans", [("east", "朝阳"), ("east",)])
def test_it_is_made_again_from_its_own_files(name: str, plans: tuple[str, ...], tmp_path: Path) -> None:
    folder = own(tmp_path / "my", dict(PARTS[name]))
    out = tmp_path / "out"
    result = run("publish", str(out), *plans, folder=folder)
    assert result.exit_code == 0, result.output
    lines = (out / "README.md").read_text(encoding="utf-8").splitlines()
    words = shlex.split(next(line for line in lines if line.startswith("    plancompare ")))[1:]
    places = {"collection": str(out / "collection"), "DIR": str(tmp_path / "again")}
    again = run(*(places.get(word, word) for word in words))
    assert again.exit_code == 0, again.output
    assert contents(tmp_path / "again") == contents(out)
    assert not any("不公开".encode() in data for data in contents(out).values())


@pytest.mark.slow
def test_whatever_it_rests_on_is_there(tmp_path: Path) -> None:
    folder = own(tmp_path / "my", dict(PARTS["all"]))
    out = tmp_path / "out"
    assert run("publish", str(out), "east", "chaoyang", folder=folder).exit_code == 0
    held = load(out / "collection")
    layered = load_over(folder)
    assert held.codebook == layered.codebook._replace(themes=held.codebook.themes)
    assert set(held.codebook.ids) == set(layered.codebook.ids)
    assert set(held.catalogue.standards) == set(layered.catalogue.standards)
    assert [plan.id for plan in held.plans] == ["chaoyang", "east"]
    assert {decision.id for decision in held.decisions} == {decision.id for decision in layered.decisions}
    files = {line["file"] for line in table(out, "inputs")}
    assert {"codebook.yaml", "shipped/codebook.yaml", "standards/", "shipped/standards/", "east.yaml"} <= files


@pytest.mark.slow
def test_the_schema_that_a_published_file_names_is_there(tmp_path: Path) -> None:
    folder = own(tmp_path / "my", {})
    out = tmp_path / "out"
    result = run("publish", str(out), "east", "chaoyang", folder=folder)
    assert "names a schema" not in result.stderr
    count = 0
    for path in (out / "collection").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert "$schema=" in first
        schema = json.loads((path.parent / first.partition("$schema=")[2]).read_bytes())
        assert isinstance(schema["title"], str)
        count += 1
    assert count > 5
    plan = yaml.safe_load((out / "collection" / "east.yaml").read_text(encoding="utf-8"))
    assert plan["id"] == "east"


@pytest.mark.parametrize("place", ["/somewhere/", "../../../", "..\\\\..\\\\", "a\\\\"])
def test_a_schema_line_that_leads_out_is_told(tmp_path: Path, place: str) -> None:
    folder = own(tmp_path / "my", {})
    path = folder / "east.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("$schema=plan", f"$schema={place}plan"), encoding="utf-8")
    result = run("publish", str(tmp_path / "out"), "east", folder=folder)
    assert result.exit_code == 0
    assert "collection/east.yaml" in result.stderr
    assert "lies outside the data set" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my", "out"]


def test_a_bundled_collection_borrows_nothing_that_is_installed(tmp_path: Path) -> None:
    folder = own(tmp_path / "my", {"codebook.yaml": CODEBOOK, "indicators.yaml": "indicators: []\n"})
    (folder / "shipped").mkdir()
    held = load(folder)
    assert held.codebook.ids == ("libraries",)
    assert held.catalogue.standards == {}
    assert not [plan for plan in held.plans if (SHIPPED / f"{plan.id}.yaml").exists()]
