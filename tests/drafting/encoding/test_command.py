"""`plancompare encode` as a person runs it."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from plancompare import drafting
from plancompare.drafting.encoding.draft import Draft
from plancompare.errors import PlanCompareError
from plancompare.reading.collection import load
from tests.drafting.encoding.support import PLANS, TEXTS
from tests.support import run


@pytest.mark.slow
def test_a_draft_to_a_file_is_accepted_by_check(tmp_path: Path) -> None:
    out = tmp_path / "jinsha.yaml"
    done = run("encode", str(TEXTS / "jinsha.txt"), "-o", str(out))
    assert done.exit_code == 0 and done.stdout == ""
    assert "commitments" in done.stderr and "left out" in done.stderr
    checked = run("check", str(out), folder=PLANS)
    assert checked.exit_code == 0, checked.output


@pytest.mark.slow
def test_stdout_and_file_hold_the_same_plan_twice_over(tmp_path: Path) -> None:
    first, second = (run("encode", str(TEXTS / "donghu.html")).stdout for _ in range(2))
    run("encode", str(TEXTS / "donghu.html"), "-o", str(tmp_path / "x.yaml"))
    written = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert first == second
    assert first.splitlines()[1:] == written.splitlines()[1:]  # the first line says where the schema is from there


@pytest.mark.slow
def test_what_a_person_says_wins_over_the_guess(tmp_path: Path) -> None:
    out = tmp_path / "x.yaml"
    told = ["--id", "north", "--name", "北区", "--period", "2022-2026", "--excerpt"]
    assert run("encode", str(TEXTS / "jinsha.txt"), "-o", str(out), *told).exit_code == 0
    plan = next(p for p in load(PLANS, [out]).plans if p.id == "north")
    assert (plan.name, plan.period, plan.source.extent) == ("北区", (2022, 2026), "excerpt")
    assert set(plan.reads.values()) == {"part"}


@pytest.mark.slow
def test_list_show_and_json_say_that_it_is_a_draft(tmp_path: Path) -> None:
    out = tmp_path / "north.yaml"
    run("encode", str(TEXTS / "jinsha.txt"), "-o", str(out))
    assert "draft coding" in run("show", str(out), "--no-pager", folder=PLANS).stdout
    told = run("diff", str(out), "chaoyang", "--brief", "--no-pager", folder=PLANS)
    assert "not curated" in told.stderr
    assert '"coding": "draft"' in run("report", str(out), "chaoyang", "-f", "json", folder=PLANS).stdout


def test_left_out_tells_each_clause(tmp_path: Path) -> None:
    done = run("encode", str(TEXTS / "jinsha.txt"), "-o", str(tmp_path / "x.yaml"), "--left-out")
    assert "slogan: 办好人民满意的教育" in done.stderr


def test_nothing_is_written_over_without_force(tmp_path: Path) -> None:
    out = tmp_path / "x.yaml"
    out.write_text("mine", encoding="utf-8")
    done = run("encode", str(TEXTS / "jinsha.txt"), "-o", str(out))
    assert isinstance(done.exception, PlanCompareError) and "--force" in str(done.exception)
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("encode", str(TEXTS / "jinsha.txt"), "-o", str(out), "--force").exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan.schema.json", "x.yaml"]


def test_into_refuses_a_text_in_which_nothing_of_the_plan_stands(tmp_path: Path) -> None:
    one, other, plan = tmp_path / "one.txt", tmp_path / "other.txt", tmp_path / "one.yaml"
    one.write_text("一、任务\n新建幼儿园3所。\n新建小学2所。\n改造厕所9座。\n", encoding="utf-8")
    other.write_text("一、任务\n招聘校医20名。\n", encoding="utf-8")
    assert run("encode", str(one), "-o", str(plan)).exit_code == 0
    before = plan.read_bytes()
    refused = run("encode", str(other), "--into", str(plan)).exception
    assert isinstance(refused, PlanCompareError) and "nothing of" in refused.message
    assert plan.read_bytes() == before
    assert run("encode", str(other), "--into", str(plan), "--force").exit_code == 0
    assert "招聘校医20名" in plan.read_text(encoding="utf-8")


def test_into_adds_and_tells(tmp_path: Path) -> None:
    source, out = tmp_path / "n.txt", tmp_path / "n.yaml"
    source.write_text("一、任务\n建立教研制度。\n", encoding="utf-8")
    run("encode", str(source), "-o", str(out))
    source.write_text("一、任务\n设立名师讲堂。\n", encoding="utf-8")
    done = run("encode", str(source), "--into", str(out))
    assert done.exit_code == 0
    assert "1 added; 1 phrases" in done.stderr and "建立教研制度" in done.stderr
    assert "设立名师讲堂" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "args",
    [
        ["nowhere.txt"],
        ["."],
        ["{text}", "--id", "北 区"],
        ["{text}", "--period", "soon"],
        ["{text}", "--period", "2025-2021"],
        ["{text}", "--into", "nowhere.yaml"],
        ["{text}", "--into", "x.yaml", "-o", "y.yaml"],
        ["{text}", "-o", "no/such/folder/x.yaml"],
        ["{empty}"],
        ["{binary}"],
    ],
)
def test_faults_are_one_line_and_leave_nothing_behind(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    names = {"text": str(TEXTS / "jinsha.txt"), "empty": "empty.txt", "binary": "binary.txt"}
    done = run("encode", *(arg.format(**names) for arg in args))
    assert isinstance(done.exception, PlanCompareError), done.output
    assert "\n" not in str(done.exception).strip()
    assert {p.name for p in tmp_path.iterdir()} == {"empty.txt", "binary.txt"}


def test_a_text_without_promises_makes_an_empty_plan(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("教育是民生之首。\n", encoding="utf-8")
    out = tmp_path / "x.yaml"
    assert run("encode", str(tmp_path / "x.txt"), "-o", str(out)).exit_code == 0
    assert "sections: []" in out.read_text(encoding="utf-8")
    assert run("check", str(out), folder=PLANS).exit_code == 0


def test_a_collection_of_another_field_lends_its_themes_and_borrows_steering_words(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(
        "themes:\n- id: clinics\n  label: {zh: 卫生院, en: Clinics}\n  synonyms: [卫生院, 门诊]\n", encoding="utf-8"
    )
    (tmp_path / "indicators.yaml").write_text("indicators: []\n", encoding="utf-8")
    (tmp_path / "x.txt").write_text("一、任务\n新建乡镇卫生院三所，健全门诊制度。\n", encoding="utf-8")
    done = run("encode", str(tmp_path / "x.txt"), folder=tmp_path)
    assert "theme: clinics" in done.stdout
    assert "text: 新建乡镇卫生院三所" in done.stdout and "text: 健全门诊制度" in done.stdout


def grown_while(curator: Callable[[Path], None], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Add to a plan file while a curator works on it."""
    source, out = folder / "n.txt", folder / "n.yaml"
    source.write_text("一、任务\n建立教研制度。\n", encoding="utf-8")
    run("encode", str(source), "-o", str(out))
    source.write_text("一、任务\n建立教研制度。\n设立名师讲堂。\n", encoding="utf-8")
    draft = drafting.draft

    def late(*args: Any) -> Draft:
        curator(out)
        return draft(*args)

    monkeypatch.setattr(drafting, "draft", late)
    return run("encode", str(source), "--into", str(out))


def test_what_a_curator_saves_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def save(path: Path) -> None:
        text = path.read_text(encoding="utf-8").replace("text: 建立教研制度", "text: 建立健全教研制度  # mine")
        path.write_text(f"{text}# {'f' * 64}\n", encoding="utf-8")

    done = grown_while(save, tmp_path, monkeypatch)
    assert (done.exit_code, done.exception) == (0, None)
    assert "1 added" in done.stderr
    text = (tmp_path / "n.yaml").read_text(encoding="utf-8")
    assert "text: 建立健全教研制度  # mine" in text and "设立名师讲堂" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["n.txt", "n.yaml", "plan.schema.json"]


def test_a_file_broken_or_gone_meanwhile_is_said_and_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(path: Path) -> None:
        path.write_text("id: [", encoding="utf-8")

    broken = grown_while(spoil, tmp_path, monkeypatch)
    assert "mend the file first" in str(broken.exception)
    assert (tmp_path / "n.yaml").read_text(encoding="utf-8") == "id: ["
    (tmp_path / "n.yaml").unlink()
    monkeypatch.undo()
    gone = grown_while(Path.unlink, tmp_path, monkeypatch)
    assert "cannot read" in str(gone.exception)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["n.txt", "plan.schema.json"]


def test_another_checksum_of_the_source_goes_to_its_place_alone(tmp_path: Path) -> None:
    source, out = tmp_path / "n.txt", tmp_path / "n.yaml"
    source.write_text("一、任务\n建立教研制度。\n", encoding="utf-8")
    run("encode", str(source), "-o", str(out))
    old = sha256(source.read_bytes()).hexdigest()
    with out.open("a", encoding="utf-8") as file:
        file.write(f"# first encoded from {old}\n")
    source.write_text("一、任务\n建立教研制度。\n设立名师讲堂。\n", encoding="utf-8")
    assert run("encode", str(source), "--into", str(out)).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert f"# first encoded from {old}" in text
    assert f"sha256: {sha256(source.read_bytes()).hexdigest()}" in text.replace('"', "")


def test_a_plan_file_that_is_read_only_is_refused_before_any_work(tmp_path: Path) -> None:
    out = tmp_path / "n.yaml"
    out.write_text("mine", encoding="utf-8")
    out.chmod(0o444)
    for more in (("--into", str(out)), ("-o", str(out), "--force")):
        done = run("encode", str(tmp_path / "no source.txt"), *more)
        assert "it is read-only" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["n.yaml"]


def test_each_record_has_a_proposal_or_three_candidates(tmp_path: Path) -> None:
    out = tmp_path / "north.yaml"
    source = tmp_path / "north.txt"
    source.write_text("一、主要任务\n推进义务教育教师县管校聘改革。\n", encoding="utf-8")
    run("encode", str(source), "-o", str(out))
    assert "    proposed: staffing-county-managed\n" in out.read_text(encoding="utf-8")
    source.write_text(
        "一、主要任务\n推进义务教育教师县管校聘改革。\n二、其他任务\n实施山水振兴工程。\n", encoding="utf-8"
    )
    run("encode", str(source), "--into", str(out))
    assert re.search(r"    # standard: perhaps \S+ .+ \| \S+ .+ \| \S+ .+\n", out.read_text(encoding="utf-8"))
    plan = next(p for p in load(PLANS, [out]).plans if p.id == "north")
    assert (plan.commitments[0].standard, plan.commitments[0].proposed) == ("", "staffing-county-managed")
