"""The tables: valid by their descriptor, whole by their keys, and the same as the JSON report."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from plancompare.formats.csv import safe
from tests.publishing.support import SHIPPED, hostile, published, table
from tests.support import run

Cells = tuple[str, ...]
OPS = dict(zip(("=", ">=", ">", "<=", "<"), ("equal", "at_least", "more_than", "at_most", "less_than"), strict=True))
EXAMPLES: dict[str, tuple[str, ...]] = {
    "shipped": (),
    "narrow": ("chaoyang", "fengtai", "yuquan", "--theme", "教师待遇"),
    "hostile": ("hostile", "other"),
}


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A data set, and the JSON report of the same comparison."""
    folder = tmp_path_factory.mktemp("data")
    plans = hostile(folder / "plans") if request.param == "hostile" else SHIPPED
    args = EXAMPLES[request.param]
    told = run("report", *args, "-f", "json", folder=plans)
    return published(folder / "out", *args, folder=plans), json.loads(told.stdout)


def problems(folder: Path) -> list[Any]:
    """What frictionless finds wrong: the descriptor, types, constraints, keys, sizes and hashes."""
    return list(validate(str(folder / "datapackage.json")).flatten(["name", "type", "message"]))


@pytest.mark.slow
def test_frictionless_finds_nothing_wrong(example: tuple[Path, dict[str, Any]]) -> None:
    assert problems(example[0]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("commitments", b"hostile/h-1,hostile,", b"hostile/h-1,nobody,", "foreign-key"),
        ("cells", b",made,", b",maybe,", "constraint-error"),
        ("evidence", b"hostile/h-2,2,", b"hostile/h-2,1,", "primary-key"),
        ("targets", b",1.5,", b",1;5,", "type-error"),
        ("README", b"", b"x", "hash-count"),
    ],
)
def test_frictionless_would_notice(tmp_path: Path, name: str, old: bytes, new: bytes, kind: str) -> None:
    """The descriptor says enough to find a reference to nowhere, a value outside its list, a key that comes twice."""
    out = published(tmp_path / "out", folder=hostile(tmp_path / "plans"))
    path = out / "README.md" if name == "README" else out / "data" / f"{name}.csv"
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1) if old else data + new)
    assert kind in {found[1] for found in problems(out)}


@pytest.mark.slow
def test_excel_wants_a_mark_and_nothing_else_changes(tmp_path: Path) -> None:
    plans = hostile(tmp_path / "plans")
    plain, marked = published(tmp_path / "a", folder=plans), published(tmp_path / "b", "--excel", folder=plans)
    assert problems(marked) == []
    for path in (plain / "data").iterdir():
        assert (marked / "data" / path.name).read_bytes() == b"\xef\xbb\xbf" + path.read_bytes()


@pytest.mark.slow
def test_every_column_says_what_it_means_in_both_languages(tmp_path: Path) -> None:
    descriptor = json.loads((published(tmp_path / "out") / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    tables = [resource for resource in descriptor["resources"] if resource.get("type") == "table"]
    assert len(tables) == 21
    for resource in tables:
        for field in resource["schema"]["fields"]:
            english, chinese = field["description"].split(" / ", 1)
            assert english.isascii()
            assert not chinese.isascii() or chinese == "SHA-256"


def shown(value: object) -> str:
    """A value of the report as a cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return safe(value) if isinstance(value, str) else str(value)


def cells(*values: object) -> Cells:
    return tuple(map(shown, values))


def held(folder: Path, name: str, *columns: str) -> list[Cells]:
    """Some columns of a table."""
    return [tuple(line[column] for column in columns) for line in table(folder, name)]


def commitments(report: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Plan, row and commitment, for all commitments in the rows."""
    row_of = {(p, c): r["id"] for r in report["rows"] for p, cell in r["cells"].items() for c in cell["commitments"]}
    for plan in report["plans"]:
        for c in plan["commitments"]:
            if (plan["id"], c["id"]) in row_of:
                yield plan["id"], row_of[plan["id"], c["id"]], c


def test_plans_are_as_in_the_report(example: tuple[Path, dict[str, Any]]) -> None:
    folder, report = example
    own = [plan for plan, _, _ in commitments(report)]
    expected = []
    for p in report["plans"]:
        area, period = p["area"], p["period"] or {"from": None, "to": None}
        place = (area["name"], area["level"], area["code"], period["from"], period["to"])
        counts = (p["extent"], p["records_left_out"], own.count(p["id"]))
        expected.append(cells(p["id"], p["name"], p["title"], *place, *counts))
    place = ("area_name", "area_level", "area_code", "period_from", "period_to")
    assert (
        held(folder, "plans", "plan", "name", "title", *place, "extent", "records_left_out", "commitments") == expected
    )


def test_commitments_are_as_in_the_report(example: tuple[Path, dict[str, Any]]) -> None:
    folder, report = example
    sections = {line[:2]: line[2:] for line in held(folder, "sections", "plan", "number", "id", "path", "heading")}
    found = []
    for line in table(folder, "commitments"):
        section, row = sections[line["plan"], line.pop("section")], line.pop("row").split("#")[0]
        found.append((row, *section, *line.values()))
    expected = []
    for plan, row, c in commitments(report):
        theme = (c["theme"], c["theme_score"], c["theme_pinned"], c["theme_weak"])
        standard = c["standard"]
        code = (standard["id"] or "none") if standard["pinned"] else None
        own = (f"{plan}/{c['id']}", plan, c["id"], *theme, code, c["text"], c["strength"], c["word"], c["note"])
        expected.append(cells(row, *(c["section"][key] for key in ("id", "path", "heading")), *own))
    assert found == expected != []


def test_what_a_commitment_has_several_times_is_as_in_the_report(example: tuple[Path, dict[str, Any]]) -> None:
    folder, report = example
    themes, evidence, targets, names, bodies = [], [], [], [], []
    for plan, _, c in commitments(report):
        key = f"{plan}/{c['id']}"
        themes += [cells(key, c["theme"], "home"), *(cells(key, also, "also") for also in dict.fromkeys(c["also"]))]
        evidence += [cells(key, n, e["quote"], e["prefix"], e["suffix"]) for n, e in enumerate(c["evidence"], 1)]
        names += [cells(key, n, name) for n, name in enumerate(c["named"], 1)]
        told = [(role, body) for role in ("lead", "support") for body in c["bodies"][role]]
        bodies += [cells(key, n, role, body) for n, (role, body) in enumerate(told, 1)]
        for number, t in enumerate(c["targets"], 1):
            base = t["baseline"] or {"value": None, "year": None}
            figure = (
                OPS.get(t["op"], t["op"]),
                t["value"],
                t["min"],
                t["max"],
                t["unit"],
                t["by"],
                base["value"],
                base["year"],
            )
            targets.append(cells(key, number, t["indicator"], t["label"], *figure))
    assert held(folder, "commitment_themes", "commitment", "theme", "role") == themes
    assert held(folder, "evidence", "commitment", "number", "quote", "prefix", "suffix") == evidence
    assert [tuple(line.values())[:-1] for line in table(folder, "targets")] == targets
    assert [tuple(line.values()) for line in table(folder, "names")] == names
    assert [tuple(line.values()) for line in table(folder, "bodies")] == bodies


def test_rows_and_cells_are_as_in_the_report(example: tuple[Path, dict[str, Any]]) -> None:
    folder, report = example
    told = ("theme", "label", "status", "made", "covered", "decided", "weakest_link")
    rows = [
        cells(row["id"], *({**row, "label": row["label"]["en"] or row["label"]["zh"]}[key] for key in told))
        for row in report["rows"]
    ]
    assert [(line[0].split("#")[0], *line[1:]) for line in held(folder, "rows", "row", *told)] == rows
    expected = [
        cells(row["id"], plan, cell["status"], len(cell["commitments"]), cell.get("reason"))
        for row in report["rows"]
        for plan, cell in row["cells"].items()
    ]
    assert [(line["row"].split("#")[0], *list(line.values())[1:]) for line in table(folder, "cells")] == expected


def test_candidates_are_as_in_the_report(tmp_path: Path) -> None:
    args = ("chaoyang", "fengtai", "--theme", "教师编制与交流", "--no-decisions")
    report = json.loads(run("report", *args, "-f", "json", folder=SHIPPED).stdout)
    told = held(published(tmp_path / "out", *args), "candidates", "row", "plan", "commitment", "score")
    expected = [
        cells(row["id"], plan, f"{plan}/{near['commitment']}", near["score"])
        for row in report["rows"]
        for plan, cell in row["cells"].items()
        for near in cell["candidates"]
    ]
    assert told == expected != []


def test_figures_that_differ_and_inputs_are_as_in_the_report(example: tuple[Path, dict[str, Any]]) -> None:
    folder, report = example
    figures = [
        cells(d["row"], d["measure"], *d["plans"], d["relation"])
        for d in report["differences"]
        if d["kind"] == "target"
    ]
    assert held(folder, "figure_differences", "row", "measure", "plan", "other", "relation") == figures
    compared = {f"{plan['id']}.yaml" for plan in report["plans"]} | {
        "codebook.yaml",
        "decisions.yaml",
        "indicators.yaml",
        "standards/",
    }
    inputs = [cells(file["path"], file["sha256"]) for file in report["inputs"] if file["path"] in compared]
    assert held(folder, "inputs", "file", "sha256") == inputs


def test_coverage_says_what_each_blank_means(example: tuple[Path, dict[str, Any]]) -> None:
    folder, _ = example
    blanks = {line[:2]: line[2] for line in held(folder, "coverage", "plan", "theme", "blank")}
    theme_of = {line["row"]: line["theme"] for line in table(folder, "rows")}
    found = 0
    for row, plan, status in held(folder, "cells", "row", "plan", "status"):
        if status != "made":
            assert blanks[plan, theme_of[row]] == status
            found += 1
    assert found
