"""`plancompare new`: an empty plan file that checks clean, where asked, over nothing that is there."""

from pathlib import Path

import pytest

from plancompare import load
from plancompare.errors import PlanCompareError
from plancompare.findings import errors
from tests.support import collection, plan_text, run

RULING = "decisions:\n- {id: r, label: {zh: 区管校聘, en: Shared staff}, same: [a/a1, b/b1]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text("a", ["id: a1, text: 推行县管校聘办法, theme: staffing, evidence: 县管校聘办法"]),
        "b": plan_text("b", ["id: b1, text: 落实区管校聘细则, theme: staffing, evidence: 区管校聘细则"]),
    }
    return collection(tmp_path / "plans", plans, decisions=RULING)


@pytest.mark.parametrize("like", [(), ("--like", "a"), ("--like", "b区")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_lies_in_the_collection_and_checks_clean(folder: Path, like: tuple[str, ...], lang: str) -> None:
    result = run("--lang", lang, "new", "haidian", "--name", "海淀", *like, folder=folder)
    assert (result.exit_code, result.stdout) == (0, "")
    file = folder / "haidian.yaml"
    assert result.stderr == f"{file}\n"
    made = load(folder)
    assert errors(made.findings) == ()
    plan = next(plan for plan in made.plans if plan.id == "haidian")
    assert (plan.name, plan.commitments, plan.status) == ("海淀", (), "draft")
    assert [section.heading for section in plan.sections] == (
        ["主要任务"] if like else ["学前教育", "教师编制与交流", "教师培训", "资源布局"]
    )
    assert run("check", str(file), folder=folder).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert ("[r]" in text) == bool(like)
    assert not any(word in text for word in ("县管校聘办法", "区管校聘细则"))


def test_the_head_leads_an_editor_to_the_schema(folder: Path) -> None:
    run("new", "x", folder=folder)
    first = (folder / "x.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert (folder / schema).resolve().name == "plan.schema.json"
    assert (folder / schema).resolve().is_file()


def test_a_dash_is_stdout_and_a_file_goes_where_it_is_told(folder: Path, tmp_path: Path) -> None:
    shown = run("new", "x", "-o", "-", folder=folder)
    assert shown.stdout.splitlines()[3] == "id: x"
    assert 'name: "x"' in shown.stdout
    assert not (folder / "x.yaml").exists()
    assert run("new", "x", "-o", str(tmp_path / "y.yaml"), folder=folder).exit_code == 0
    written = (tmp_path / "y.yaml").read_text(encoding="utf-8")
    assert written.splitlines()[1:] == shown.stdout.splitlines()[1:]


def test_with_the_shipped_collection_the_file_lies_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "haidian", "--like", "丰台")
    assert result.stderr == "haidian.yaml\n"
    assert [path.name for path in tmp_path.iterdir()] == ["haidian.yaml"]


def test_a_plan_beside_the_collection_may_be_the_model(folder: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    model.write_text(plan_text("model", []).replace("主要任务", "另一个提纲"), encoding="utf-8")
    assert "另一个提纲" in run("new", "x", "--like", str(model), "-o", "-", folder=folder).stdout


def test_a_file_that_is_there_stays_unless_forced(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("mine")
    failure = run("new", "x", "-o", str(file), folder=folder).exception
    assert isinstance(failure, PlanCompareError)
    assert "is there already" in str(failure)
    assert file.read_text() == "mine"
    assert run("new", "x", "-o", str(file), "--force", folder=folder).exit_code == 0
    assert file.read_text(encoding="utf-8").splitlines()[3] == "id: x"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("a",), "there is a plan a already"),
        (("海淀",), '"海淀" is no id; use letters'),
        (("a b",), "is no id"),
        (("../x",), "is no id"),
        (("-x", "--", "-x"), ""),
        ((".x",), "is no id"),
        (("",), "is no id"),
        (("x\n",), "is no id"),
        (("x", "--like", "aa"), 'no plan "aa"; did you mean "a'),
        (("x", "--like", "none.yaml"), "no file none.yaml"),
        (("decisions",), "decisions.yaml is the collection's own decisions"),
        (("codebook", "--force"), "codebook.yaml is the collection's own codebook"),
        (("x", "--name", "a\x1b[31m"), "cannot be printed"),
        (("x", "--name", "a\nb"), "cannot be printed"),
        (("x", "--name", "\udcff"), "cannot be printed"),
        (("x", "-o", "nowhere/x.yaml"), "cannot write"),
        (("x", "-o", f"{'x' * 300}.yaml"), "cannot write"),
    ],
)
def test_bad_usage_is_one_line_and_writes_nothing(folder: Path, args: tuple[str, ...], said: str) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run("new", *args, folder=folder)
    if said:
        assert isinstance(result.exception, PlanCompareError)
        assert said in str(result.exception)
    assert result.exit_code != 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("name", ["海淀　区", "a: b # c", '"', "'", "{x}", "- x", "null", "\\", "@"])
def test_any_printable_name_reads_back(folder: Path, name: str) -> None:
    assert run("new", "x", "--name", name, folder=folder).exit_code == 0
    assert next(plan for plan in load(folder).plans if plan.id == "x").name == name
