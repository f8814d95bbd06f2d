"""A collection laid over the shipped one: own plans beside those shipped, with what people ruled on them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plancompare import PlanCompareError, load
from plancompare.cli import group
from plancompare.commands.session import Session
from plancompare.reading.collection import load_over, read_decisions, shipped
from tests.support import plan_text, run

OWN = [
    "id: l-1, text: 教师由学校人变系统人, theme: staffing, evidence: 系统人",
    "id: l-2, text: 建设智慧校园, theme: digital, evidence: 智慧校园",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One plan, and nothing else."""
    (tmp_path / "linjiang.yaml").write_text(plan_text("linjiang", OWN), encoding="utf-8")
    return tmp_path


def test_own_plans_stand_beside_those_shipped(folder: Path) -> None:
    corpus, below = load_over(folder), load()
    assert {plan.id for plan in corpus.plans} == {"linjiang", *(plan.id for plan in below.plans)}
    assert corpus.codebook == below.codebook and corpus.catalogue.standards == below.catalogue.standards
    assert corpus.rulings.decisions == below.rulings.decisions
    assert {file.path for file in corpus.inputs} == {"linjiang.yaml", *(file.path for file in below.inputs)}


def test_of_equal_ids_ones_own_replaces_what_is_shipped(folder: Path) -> None:
    (folder / "fengtai.yaml").write_text(plan_text("fengtai", ["id: f-1, text: 建设智慧校园"]), encoding="utf-8")
    first = next(decision for decision in load().rulings.decisions if decision.id)
    own = f"decisions:\n- {{id: {first.id}, label: {{zh: 甲, en: Mine}}, same: [fengtai/f-1, linjiang/l-2]}}\n"
    (folder / "decisions.yaml").write_text(own, encoding="utf-8")
    corpus = load_over(folder)
    assert [c.id for plan in corpus.plans if plan.id == "fengtai" for c in plan.commitments] == ["f-1"]
    assert [d.members for d in corpus.rulings.decisions if d.id == first.id] == [("fengtai/f-1", "linjiang/l-2")]
    assert len(corpus.rulings.decisions) == len(load().rulings.decisions)
    assert {"decisions.yaml", "shipped/decisions.yaml"} <= {file.path for file in corpus.inputs}


def test_own_themes_and_words_are_added(folder: Path) -> None:
    theme = "{id: harbour, label: {zh: 港口教育, en: Harbour}, definition: 港口, synonyms: [海员]}"
    own = f"version: mine\nthemes:\n- {theme}\n"
    (folder / "codebook.yaml").write_text(own, encoding="utf-8")
    corpus, below = load_over(folder), load()
    assert corpus.codebook.ids == (*below.codebook.ids, "harbour")
    assert corpus.codebook.lexicon == below.codebook.lexicon


def test_a_shipped_plan_is_named_beside_ones_own(folder: Path) -> None:
    told = run("diff", "linjiang", "朝阳", "--brief", folder=folder)
    assert told.exit_code == 0 and told.stdout.startswith("linjiang 2 · 朝阳 114")
    assert run("list", folder=folder).stdout.count("linjiang") == 3 and "朝阳" not in run("list", folder=folder).stdout
    assert sorted(path.name for path in folder.iterdir()) == ["linjiang.yaml"]


def test_what_was_ruled_on_shipped_plans_holds_beside_ones_own(folder: Path) -> None:
    beside = run("diff", "朝阳", "丰台", "linjiang", "--brief", folder=folder).stdout
    alone = run("diff", "朝阳", "丰台", "--brief", folder=shipped()).stdout
    count = alone.partition("all make ")[2].split()[0]
    assert f"all make {count}" in run("diff", "朝阳", "丰台", "--brief", folder=folder).stdout
    assert "linjiang 2" in beside


def test_explain_finds_what_is_shipped_beside_ones_own(folder: Path) -> None:
    assert "不在同一行" in run("explain", "l-2", "cy-073", "--lang", "zh", folder=folder).stdout
    assert "staffing-county-managed" in run("explain", "staffing-county-managed", "丰台", folder=folder).stdout


def test_a_collection_can_stand_alone(folder: Path) -> None:
    told = run("--only-plans", str(folder), "diff", "linjiang", "朝阳")
    assert isinstance(told.exception, PlanCompareError) and 'no plan "朝阳"' in str(told.exception)


def test_nothing_is_written_into_what_is_shipped(folder: Path) -> None:
    told = run("review", "朝阳", "--by", "code", folder=folder)
    assert told.exit_code == 0 or isinstance(told.exception, PlanCompareError)
    before = {path: path.read_bytes() for path in shipped().glob("*.yaml")}
    run("review", "linjiang", "朝阳", "--by", "pairs", "--limit", "1", folder=folder)
    assert {path: path.read_bytes() for path in shipped().glob("*.yaml")} == before


def test_rulings_on_pairs_with_shipped_plans_are_ones_own(folder: Path) -> None:
    """They are written into one's own folder, hold where shipped plans are named, and are no fault of the folder."""
    command = ["--plans", str(folder), "review", "linjiang", "--by", "pairs", "--limit", "1"]
    told = CliRunner().invoke(group, command, input="d\n", obj=Session())
    assert told.exit_code == 0, told.output
    (ruled,) = read_decisions(folder / "decisions.yaml")[0]
    mine, other = sorted(ruled.members, key=lambda key: not key.startswith("linjiang/"))
    assert not other.startswith("linjiang/")
    assert run("check", folder=folder).exit_code == 0
    assert run("explain", mine, other, folder=folder).stdout.count("ruled different") == 1


def test_what_a_ruling_names_in_no_plan_is_a_fault_still(folder: Path) -> None:
    (folder / "decisions.yaml").write_text("decisions:\n- {same: [linjiang/l-1, fengtai/ft-9999]}\n", encoding="utf-8")
    told = run("check", folder=folder)
    assert told.exit_code == 1 and "ft-9999" in told.stdout and "chaoyang.yaml" not in told.stdout
