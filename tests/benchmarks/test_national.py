"""The invented national collections: what is measured on them has to be the same tomorrow, and true."""

from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from plancompare.reading.collection import load
from tests.benchmarks.national import COMMITMENTS, Nation, write
from tests.benchmarks.truth import quality


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    write(folder, 4, codes=0.5)
    return folder


def test_files_are_sound_plans_and_truth_names_each_commitment(collection: Path) -> None:
    corpus = load(collection)
    assert not corpus.findings
    truth = dict(line.split("\t") for line in (collection / "truth.tsv").read_text("utf-8").splitlines())
    assert sorted(truth) == sorted(commitment.key for commitment in corpus.commitments())
    assert [len(plan.commitments) for plan in corpus.plans] == [COMMITMENTS] * 4


def test_codes_are_the_true_rows(collection: Path) -> None:
    corpus = load(collection)
    truth = dict(line.split("\t") for line in (collection / "truth.tsv").read_text("utf-8").splitlines())
    coded = [commitment for commitment in corpus.commitments() if commitment.standard]
    assert len(coded) == pytest.approx(COMMITMENTS * 2, rel=0.2)
    assert {c.standard == "none" for c in coded} == {False, True}
    for commitment in coded:
        assert truth[commitment.key].startswith("local-") or truth[commitment.key] == commitment.standard


def test_a_plan_depends_on_the_seed_and_its_number_alone() -> None:
    nation = Nation()
    fifth = nation.plan(5)
    for number in range(3):
        nation.plan(number)
    assert nation.plan(5) == fifth == Nation().plan(5)
    assert Nation(seed=2).plan(5) != fifth


def test_plans_of_all_levels_and_periods_have_names_of_their_own() -> None:
    corpus_heads = [Nation().plan(number).yaml.splitlines()[:5] for number in (0, 1, 2, 4, 26, 242)]
    assert len({head[1] for head in corpus_heads}) == len(corpus_heads)
    levels = {head[3].split("level: ")[1].split(",")[0] for head in corpus_heads}
    assert levels == {"province", "city", "district"}
    assert {head[4] for head in corpus_heads} == {"period: {from: 2016, to: 2020}", "period: {from: 2021, to: 2025}"}


def test_quality_is_that_of_the_pairs_counted_one_by_one() -> None:
    random = Random(3)
    keys = [f"p{random.randint(0, 3)}/c{number}" for number in range(40)]
    truth = {key: str(random.randint(0, 5)) for key in keys}
    place = {key: random.randint(0, 5) for key in keys}
    rows = [[key for key in keys if place[key] == row] for row in range(6)]
    pairs = [(a, b) for a, b in combinations(keys, 2) if a.split("/")[0] != b.split("/")[0]]
    found = {pair for pair in pairs if place[pair[0]] == place[pair[1]]}
    true = {pair for pair in pairs if truth[pair[0]] == truth[pair[1]]}
    precision, recall = len(found & true) / len(found), len(found & true) / len(true)
    expected = (precision, recall, 2 * precision * recall / (precision + recall))
    assert quality(rows, truth) == pytest.approx(expected)
    assert quality([[key for key in keys if truth[key] == row] for row in set(truth.values())], truth).f1 == 1
