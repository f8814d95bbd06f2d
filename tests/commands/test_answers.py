"""Commands are functions of a session and values: what they answer is told without a command line."""

import inspect
import json
from importlib import import_module
from pathlib import Path

import click
import pytest

from plancompare import PlanCompareError
from plancompare.commands import (
    COMMANDS,
    CommandModule,
    check,
    diff,
    evaluate,
    explain,
    gaps,
    load,
    matrix,
    report,
    search,
    show,
    targets,
)
from plancompare.commands.list import overview
from plancompare.commands.output import Outcome
from plancompare.commands.session import Session
from plancompare.telling.blocks import Count, Entries, Grid, Heading, Prose, Sum
from tests.formats.support import CASES
from tests.support import CODEBOOK, collection, plan_text, run, whole

FIELD = """\
version: "1"
themes:
- id: beds
  label: {zh: 床位, en: Beds}
  synonyms: [床位, 护理]
lexicon:
  gates:
    setting:
      label: {zh: 照护场所, en: setting of care}
      cost: 20
      values: {home: [居家], ward: [机构]}
    stage: {acute: [急性], chronic: [慢性]}
"""


@pytest.fixture
def session() -> Session:
    return Session(CASES / "two_districts")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_member_of_the_shelf_has_its_command_and_examples(name: str) -> None:
    module: CommandModule = import_module(f"plancompare.commands.{name}")
    assert load(name) is module.command
    assert module.command.help
    assert f"plancompare {name}" in module.command.help or f" {name}" in module.command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_but_click_s_own_functions_has_many_parameters(name: str) -> None:
    module = import_module(f"plancompare.commands.{name}")
    for function in vars(module).values():
        if inspect.isfunction(function) and function.__module__ == module.__name__:
            assert len(inspect.signature(function).parameters) <= 8, function


def test_the_plans_held(session: Session) -> None:
    [grid] = overview(session).blocks
    assert isinstance(grid, Grid)
    assert [line.cells[0] for line in grid.lines] == ["north", "south"]


def test_one_plan(session: Session) -> None:
    title, *_ = show.one_plan(session, "north").blocks
    assert isinstance(title, Prose)
    assert title.tone == "head"
    themes = [block.key for block in show.one_plan(session, "north", "preschool").blocks if isinstance(block, Heading)]
    assert themes == ["preschool"]


def test_matrix_and_diff_count_a_theme_alike(session: Session) -> None:
    [grid, _] = matrix.table(session, (), matrix.View("staffing")).blocks
    assert isinstance(grid, Grid)
    counted = sum(cell.value for line in grid.lines for cell in line.cells if isinstance(cell, Count))
    rows = [
        block for block in diff.differences(session, diff.Request(theme="staffing")).blocks if isinstance(block, Grid)
    ]
    assert counted == sum(len(mark.passages) for grid in rows for line in grid.lines for mark in line.marks)


def test_diff_ends_with_1_only_if_asked_and_where_plans_differ(session: Session) -> None:
    assert diff.differences(session, diff.Request(), exit_code=True).status == 1
    assert diff.differences(session, diff.Request()).status == 0
    same = diff.differences(session, diff.Request(("north", "north")), exit_code=True)
    assert same.status == 0
    with pytest.raises(PlanCompareError, match="two plans or more"):
        diff.differences(session, diff.Request(("north",)))


def test_search_wants_something_to_look_for(session: Session) -> None:
    with pytest.raises(PlanCompareError, match="search for what"):
        search.answer(session, search.Request())
    heading, promise, single, entries = search.answer(session, search.Request("县管校聘")).blocks
    assert isinstance(heading, Heading) and isinstance(single, Heading)
    assert isinstance(promise, Entries) and isinstance(entries, Entries)
    assert (promise.kind, entries.kind) == ("measure", "hits")


@pytest.mark.slow
def test_gaps_may_fail_by_how_much_is_missing() -> None:
    session, wish = Session(CASES.parent.parent / "plans"), gaps.Wish("fengtai", ("chaoyang",), theme="staffing")
    desk, _ = gaps.answers(session, wish)
    assert desk.missing
    statuses = [gaps.on_screen(session, wish._replace(fail_if=n)).status for n in (0, desk.missing, desk.missing + 1)]
    assert statuses == [0, 1, 0]
    with pytest.raises(PlanCompareError, match="--fail-if"):
        gaps.resolved(session, gaps.Wish("fengtai", own=True, fail_if=1))
    with pytest.raises(PlanCompareError, match="named twice"):
        gaps.resolved(session, gaps.Wish("fengtai", ("fengtai",)))


def envelope(outcome: Outcome) -> dict[str, object]:
    assert outcome.data
    told: dict[str, object] = json.loads(whole(outcome.data))
    return told


def test_answers_without_a_schema_of_their_own_share_one_envelope(session: Session) -> None:
    answers = {
        "search": search.answer(session, search.Request("县管校聘"), as_json=True),
        "check": check.findings(session, check.Request(), "json"),
        "targets": targets.figures(session, (), targets.Request(), as_json=True),
        "explain": explain.explanation(session, "north/n-1", None, (), True, as_json=True),
        "gaps": gaps.in_format(session, gaps.Wish("south", ("north",)), "json"),
    }
    for name, outcome in answers.items():
        told = envelope(outcome)
        inputs = told.pop("inputs", [])
        assert isinstance(inputs, list)
        assert list(told) == ["schema_version", "plancompare", "command", "settings", "data"]
        assert (told["schema_version"], told["command"]) == (2, name)


def test_contracts_stand_in_no_envelope(session: Session, tmp_path: Path) -> None:
    labels = tmp_path / "labels.yaml"
    labels.write_text("- {a: north/n-1, b: south/s-1, label: same}\n", encoding="utf-8")
    assert "pairs" in envelope(evaluate.evaluation(session, labels, as_json=True))
    assert "rows" in envelope(report.file_of(session, diff.Request(), report.Form("json")))


def explained(folder: Path, lang: str = "en") -> Sum:
    outcome = explain.explanation(Session(folder, lang), "a/a-1", "b/b-1", (), True)  # type: ignore[arg-type]
    [found] = [block for block in outcome.blocks if isinstance(block, Sum)]
    return found


def test_a_gate_of_any_field_is_called_by_its_label_and_costs_points(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", ["id: a-1, text: 增加居家护理床位, evidence: 床位"]),
        "b": plan_text("b", ["id: b-1, text: 增加机构护理床位, evidence: 床位"]),
    }
    folder = collection(tmp_path / "new", plans, codebook=FIELD)
    for lang, label in (("en", "another setting of care"), ("zh", "照护场所不同")):
        assert dict(part[:2] for part in explained(folder, lang).parts)[label] < 0
    assert run("check", folder=folder).exit_code == 0


def test_the_plain_form_of_a_gate_is_read_too(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", ["id: a-1, text: 增加小学学位, evidence: 学位"]),
        "b": plan_text("b", ["id: b-1, text: 增加高中学位, evidence: 学位"]),
    }
    folder = collection(tmp_path, plans, codebook=CODEBOOK)
    assert dict(part[:2] for part in explained(folder).parts)["another stage"] < 0


def test_load_gives_click_commands() -> None:
    assert all(isinstance(load(name), click.Command) for name in COMMANDS)
