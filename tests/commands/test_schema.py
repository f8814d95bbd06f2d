"""The schema of one's own collection: valid, of its own words, beside the plans that name it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from plancompare import load
from plancompare.formats.editor import KINDS, Words, file_name, render
from plancompare.reading.collection import shipped, vocabulary
from tests.support import collection, plan_text, run

SOUND = "id: e-1, text: 新建幼儿园, evidence: 新建幼儿园, theme: preschool"
STANDARDS = """\
theme: layout
standards:
- {id: libraries, aliases: [reading-rooms], label: {zh: 图书馆, en: Libraries}, definition: 馆, wordings: [新建图书馆]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return collection(tmp_path / "own", {"east": plan_text("east", [SOUND])}, **{"standards/layout": STANDARDS})


def made(folder: Path, *args: str) -> dict[str, Any]:
    result = run("schema", *args, folder=folder)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(made(shipped(), kind))


@pytest.mark.slow
def test_the_shipped_plans_and_standards_are_taken() -> None:
    plans, standards = (jsonschema.Draft7Validator(made(shipped(), kind)) for kind in ("plan", "standards"))
    for plan in load().plans[:2]:
        record = yaml.safe_load(Path(plan.file).read_text(encoding="utf-8"))
        record.pop("dates", None)  # yaml makes dates of them
        assert list(plans.iter_errors(record)) == []
    for path in sorted((shipped() / "standards").glob("*.yaml"))[:3]:
        assert list(standards.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("record", "valid"),
    [
        ({"theme": "layout"}, True),
        ({"theme": "layuot"}, False),
        ({"also": ["layout", "pay"]}, False),
        ({"standard": "libraries"}, True),
        ({"standard": "reading-rooms"}, True),
        ({"standard": "none"}, True),
        ({"standard": "librarie"}, False),
        ({"proposed": "gyms"}, False),
        ({"targets": [{"indicator": "large-classes", "op": "="}]}, True),
        ({"targets": [{"indicator": "large-class", "op": "="}]}, False),
    ],
)
def test_only_words_of_the_collection_are_taken(folder: Path, record: dict[str, Any], valid: bool) -> None:
    plan = {"id": "a", "name": "a", "sections": [{"heading": "h", "commitments": [{"id": "a", "text": "t", **record}]}]}
    assert jsonschema.Draft7Validator(made(folder)).is_valid(plan) == valid


@pytest.mark.parametrize(("key", "value"), [("reads", "whole"), ("not_applicable", "无")])
def test_themes_that_are_keys_are_known_too(folder: Path, key: str, value: str) -> None:
    plan = {"id": "a", "name": "a", "sections": []}
    taken = jsonschema.Draft7Validator(made(folder))
    assert taken.is_valid({**plan, key: {"layout": value}})
    assert not taken.is_valid({**plan, key: {"lay": value}})


def test_the_shipped_plans_have_their_schema_beside_them() -> None:
    codebook, indicators, catalogue, _ = vocabulary(shipped())
    assert (shipped() / file_name()).read_bytes() == render(Words(codebook, indicators, catalogue)), "run make docs"
    for plan in load().plans:
        first = Path(plan.file).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={file_name()}"


def test_new_and_encode_put_the_schema_beside_a_plan_once(folder: Path, tmp_path: Path) -> None:
    result = run("new", "north", folder=folder)
    assert "plan.schema.json" in result.stderr
    assert "north.yaml" in result.stderr
    schema = folder / "plan.schema.json"
    assert json.loads(schema.read_bytes()) == made(folder)
    schema.write_text("{}", encoding="utf-8")
    assert "schema" not in run("new", "south", folder=folder).stderr
    assert schema.read_text(encoding="utf-8") == "{}"
    (tmp_path / "text.txt").write_text("某区规划\n一、任务\n新建幼儿园三所。\n", encoding="utf-8")
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    assert run("encode", str(tmp_path / "text.txt"), "-o", str(drafts / "d.yaml"), folder=folder).exit_code == 0
    assert sorted(path.name for path in drafts.iterdir()) == ["d.yaml", "plan.schema.json"]


def test_a_schema_is_made_anew_but_no_other_file_is_written_over(folder: Path) -> None:
    path = folder / "plan.schema.json"
    args = ("schema", "-o", str(path))
    assert run(*args, folder=folder).exit_code == 0
    codebook = folder / "codebook.yaml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("id: layout", "id: places"), encoding="utf-8")
    assert run(*args, folder=folder).exit_code == 0
    assert '"places"' in path.read_text(encoding="utf-8")
    path.write_text('{"mine": 1}', encoding="utf-8")
    assert "--force" in str(run(*args, folder=folder).exception)
    assert path.read_text(encoding="utf-8") == '{"mine": 1}'


def test_a_collection_without_words_has_the_plain_schema(tmp_path: Path) -> None:
    empty = collection(tmp_path, {}, codebook="themes: []\n", indicators="indicators: []\n")
    assert jsonschema.Draft7Validator(made(empty)).is_valid({"id": "a", "name": "a", "sections": []})
