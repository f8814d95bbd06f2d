import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import PlanCompareError, load
from plancompare.findings import Finding, Location
from plancompare.model import Corpus, Plan
from tests.support import collection, plan_text

NEW = "id: e-1, text: 新建幼儿园三所, evidence: 新建幼儿园"
TRAIN = "id: e-2, text: 开展教师培训, evidence: 教师培训"
HEAD = "id: east\nname: 东\nsource: {extent: full}\n"


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{Path(f.at.file).name}:{f.at.line}:{f.at.column} {f.check}: {f.message}" for f in findings]


def east(folder: Path, text: str) -> tuple[Plan, list[str]]:
    corpus = load(collection(folder, {"east": text}))
    (plan,) = corpus.plans
    return plan, told(corpus.findings)


def bare(value: Any) -> Any:
    """The value without places: what a corpus says, not where it stands."""
    if isinstance(value, Location):
        return None
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    return {key: bare(inner) for key, inner in value.items()} if hasattr(value, "items") else value


def said(corpus: Corpus) -> Any:
    plans = tuple(plan._replace(file="") for plan in corpus.plans)
    return bare(corpus._replace(inputs=(), findings=(), plans=plans, rulings=corpus.rulings._replace(file="")))


def test_a_sound_collection_has_no_findings(tmp_path: Path) -> None:
    plan, found = east(tmp_path, plan_text("east", [NEW, TRAIN]))
    assert [c.key for c in plan.commitments] == ["east/e-1", "east/e-2"]
    assert (plan.incomplete, found) == (0, [])
    assert plan.covers("preschool")


def test_a_broken_record_costs_that_record_and_the_right_to_call_a_blank_not_found(tmp_path: Path) -> None:
    plan, found = east(tmp_path, plan_text("east", ["id: e-0, txt: 甲", NEW, "5", TRAIN]).replace("{5}", "5"))
    assert [c.id for c in plan.commitments] == ["e-1", "e-2"]
    assert plan.incomplete == 2
    assert not plan.covers("preschool")
    assert found == [
        'east.yaml:12:5 shape: commitment e-0: "text" is missing',
        'east.yaml:12:15 shape: commitment e-0: unknown key "txt"; did you mean "text"?',
        'east.yaml:14:5 shape: section 1, commitment 3: wants keys with values, found "5"',
    ]


def test_a_broken_target_costs_only_the_target(tmp_path: Path) -> None:
    record = f"{NEW}, targets: [{{op: '=>', value: 3, label: 园}}, {{op: '=', value: 4, label: 班}}]"
    plan, found = east(tmp_path, plan_text("east", [record]))
    assert [target.label for target in plan.commitments[0].targets] == ["班"]
    assert plan.incomplete == 0
    assert found == [
        f"east.yaml:12:{record.index('=>') + 5} shape: commitment e-1, target 1: "
        '"op" wants one of =, >=, >, <=, <, range, about, found "=>"; did you mean ">="?'
    ]


LOST_LISTS = [
    "commitments: x",
    "commitments: ~",
    "comitments: [{id: a, text: 甲}]",
    "commitments: [], commitments: [{id: a, text: 甲}]",
]


@pytest.mark.parametrize("written", LOST_LISTS)
def test_a_list_of_commitments_that_cannot_be_read_leaves_the_plan_incomplete(written: str, tmp_path: Path) -> None:
    plan, found = east(tmp_path, f"{HEAD}sections: [{{heading: 任务, {written}}}]\n")
    assert found
    assert plan.incomplete
    assert not plan.covers("preschool")


NESTED = [
    ("period: {from: 2021, to: x}\n", NEW),
    ("", f"{NEW}, targets: [{{op: '=', value: 3, label: 园, baseline: {{value: x, year: 2020}}}}]"),
    ("", "id: e-1, text: 甲, evidence: {quote: ''}"),
    ("", "id: e-1, text: 甲, evidence: [{quote: '', prefix: 乙}, 丙]"),
]


@pytest.mark.parametrize(("head", "record"), NESTED)
def test_a_fault_inside_a_small_mapping_is_a_finding(head: str, record: str, tmp_path: Path) -> None:
    text = f"{HEAD}{head}sections:\n- heading: 任务\n  commitments:\n  - {{{record}}}\n"
    plan, found = east(tmp_path, text)
    assert plan.id == "east"
    assert found


def test_an_id_may_end_in_any_number_of_digits(tmp_path: Path) -> None:
    plan, _ = east(tmp_path, plan_text("east", [f"id: e-{'1' * 5000}, text: 甲", NEW]))
    assert len(plan.commitments) + plan.incomplete == 2


DECISIONS = [
    "{id: r, same: 5}",
    "{id: r, same: [east/e-1], label: {zh: '', en: x}}",
]


@pytest.mark.parametrize("written", DECISIONS)
def test_a_broken_decision_costs_that_decision(written: str, tmp_path: Path) -> None:
    decisions = f"decisions:\n- {written}\n- {{id: s, same: [east/e-2]}}\n"
    corpus = load(collection(tmp_path, {"east": plan_text("east", [NEW, TRAIN])}, decisions=decisions))
    assert "s" in [decision.id for decision in corpus.decisions]
    assert corpus.findings


def test_of_two_commitments_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    plan, found = east(tmp_path, plan_text("east", [NEW, TRAIN, "id: e-1, text: 又一条"]))
    assert [c.text for c in plan.commitments] == ["新建幼儿园三所", "开展教师培训"]
    assert plan.incomplete == 1
    message = "commitment id e-1 is taken on line 12; give this one an id of its own"
    assert found == [f"east.yaml:14:5 duplicate-id: {message}"]


def test_of_two_plans_with_one_id_the_first_file_is_kept(tmp_path: Path) -> None:
    corpus = load(collection(tmp_path, {"a": plan_text("east", [NEW]), "b": plan_text("east", [TRAIN])}))
    (plan,) = corpus.plans
    assert Path(plan.file).name == "a.yaml"
    message = f'plan id "east" is taken by {tmp_path / "a.yaml"}; this file is left out'
    assert told(corpus.findings) == [f"b.yaml:1:1 duplicate-id: {message}"]


def test_of_two_indicators_with_one_id_one_is_a_finding(tmp_path: Path) -> None:
    twice = "indicators:\n" + "- {id: a, label: {zh: 甲, en: A}, unit: '', direction: lower}\n" * 2
    from plancompare import checks

    corpus = load(collection(tmp_path, {"east": plan_text("east", [NEW])}, indicators=twice))
    assert checks.run(corpus)


def test_a_broken_file_costs_that_file(tmp_path: Path) -> None:
    corpus = load(collection(tmp_path, {"east": plan_text("east", [NEW]), "west": "id: west\n\tname: x\n"}))
    assert [plan.id for plan in corpus.plans] == ["east"]
    assert [(Path(f.at.file).name, f.check) for f in corpus.findings] == [("west.yaml", "yaml")]


def test_a_broken_codebook_leaves_the_plans(tmp_path: Path) -> None:
    corpus = load(collection(tmp_path, {"east": plan_text("east", [NEW])}, codebook="themes: 3\n", indicators=""))
    assert [plan.id for plan in corpus.plans] == ["east"]
    assert (corpus.codebook.themes, corpus.indicators) == ((), {})
    assert [Path(f.at.file).name for f in corpus.findings] == ["codebook.yaml", "indicators.yaml"]


def test_a_folder_without_codebook_borrows_the_shipped_one_but_no_decisions(tmp_path: Path) -> None:
    (tmp_path / "east.yaml").write_text(plan_text("east", [NEW]), encoding="utf-8")
    corpus, shipped = load(tmp_path), load()
    assert corpus.codebook == shipped.codebook
    assert corpus.indicators == shipped.indicators
    assert corpus.decisions == ()
    assert [i.path for i in corpus.inputs] == ["codebook.yaml", "east.yaml", "indicators.yaml", "standards/"]


def test_a_folder_that_is_missing_or_holds_no_plan_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PlanCompareError, match=r"no folder .*none; name a collection with --plans DIR"):
        load(tmp_path / "none")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text("themes: []\n", encoding="utf-8")
    with pytest.raises(PlanCompareError, match=r"no plan files \(\*\.yaml\) in .*; name a collection with --plans DIR"):
        load(tmp_path)


def test_an_extra_plan_stands_beside_the_collection_and_is_read_once(tmp_path: Path) -> None:
    inside = collection(tmp_path / "plans", {"east": plan_text("east", [NEW])})
    (tmp_path / "draft.yml").write_text(plan_text("draft", [TRAIN]), encoding="utf-8")
    corpus = load(inside, [tmp_path / "draft.yml", inside / "east.yaml"])
    assert [plan.id for plan in corpus.plans] == ["draft", "east"]
    assert corpus.findings == ()


@pytest.mark.slow
@given(seed=st.randoms(use_true_random=False))
def test_the_order_of_files_and_records_makes_no_difference(
    seed: random.Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    records = [f"id: e-{n}, text: 新建第{n}所, evidence: 新建第{n}" for n in (1, 2, 9, 10, 11)]
    sections = [f'- {{id: "{n}", heading: 任务{n}, commitments: [{{id: x-{n}, text: 甲{n}}}]}}' for n in (2, 3, 10)]
    rulings = ["id: r, same", "different", "id: q, same"]
    members = ["a/e-1", "b/e-10"]
    names = ["a", "b", "c"]

    def made(files: list[str]) -> Corpus:
        folder = tmp_path_factory.mktemp("plans")
        texts = {
            file: plan_text(name, records) + "\n".join(sections) + "\n" for file, name in zip(files, names, strict=True)
        }
        decisions = "decisions:\n" + "".join(f"- {{{ruling}: [{', '.join(members)}]}}\n" for ruling in rulings)
        return load(collection(folder, texts, decisions=decisions))

    sound = said(made(["p", "q", "r"]))
    for shuffled in (records, sections, rulings, members, names):
        seed.shuffle(shuffled)
    assert said(made(["r", "p", "q"])) == sound
