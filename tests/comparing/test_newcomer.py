"""A plan that joins the collection reshuffles nothing that people have ruled; nor does the order of files."""

import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from plancompare import Comparison, Corpus, compare, load
from plancompare.reading.collection import ROLES, shipped

EXTRACT = Path(__file__).parent.parent / "extracts" / "qingyuan.yaml"
NEW = "qingyuan"
Members = frozenset[str]


@pytest.fixture(scope="module")
def five() -> Comparison:
    return compare(load())


@pytest.fixture(scope="module")
def six() -> Comparison:
    return compare(load(extra=[EXTRACT]))


def decided(comparison: Comparison) -> dict[str, Members]:
    """The decided rows by id, with their members among the shipped plans."""
    rows = [row for row in comparison.rows if row.decided]
    members = {row.id: frozenset(c.key for c in row.commitments if c.plan != NEW) for row in rows}
    assert len(members) == len(rows)
    return members


def by_members(comparison: Comparison) -> list[tuple[object, ...]]:
    return [
        (
            *(row.id, row.theme, row.label, row.status, row.made, row.covered, row.decided, row.weakest_link),
            row.core.key,
            *sorted((p, cell.status, tuple(sorted(c.key for c in cell.commitments))) for p, cell in row.cells.items()),
        )
        for row in comparison.rows
    ]


@pytest.mark.slow
def test_decided_rows_keep_exactly_their_members_and_none_merge(five: Comparison, six: Comparison) -> None:
    assert decided(five) and decided(six) == decided(five)


@pytest.mark.slow
def test_the_newcomer_joins_decided_rows(six: Comparison) -> None:
    joined = [row.id for row in six.rows if row.decided and row.cells[NEW].commitments]
    assert len(joined) >= 5


@pytest.mark.slow
def test_every_commitment_stands_in_exactly_one_row(six: Comparison) -> None:
    held = [c.key for row in six.rows for c in row.commitments]
    assert sorted(held) == sorted(six.place_of) and any(key.startswith(f"{NEW}/") for key in held)


@pytest.mark.slow
def test_an_undecided_row_with_the_newcomer_is_chained_by_no_weak_link(six: Comparison) -> None:
    for row in six.rows:
        if row.cells[NEW].commitments and row.weakest_link is not None:
            assert row.weakest_link >= six.settings.thresholds.review


def among(comparison: Comparison, plans: Sequence[str]) -> set[Members]:
    """The rows of these plans, without those of others."""
    rows = (frozenset(c.key for c in row.commitments if c.plan in plans) for row in comparison.rows)
    return {row for row in rows if row}


@pytest.mark.slow
def test_whom_one_compares_changes_no_row_of_coded_plans(five: Comparison) -> None:
    held, corpus = [plan.id for plan in five.plans], load()
    for number in range(1, len(held)):
        for plans in combinations(held, number):
            assert among(compare(corpus, plans), plans) == among(five, plans), plans


@pytest.mark.slow
def test_whom_one_compares_with_changes_no_ruling(five: Comparison, six: Comparison) -> None:
    corpus = load(extra=[EXTRACT])
    for plan in five.plans:
        pair = compare(corpus, [plan.id, NEW])
        own = {row.id: {c.key for c in row.commitments if c.plan == plan.id} for row in pair.rows if row.decided}
        for name, members in decided(six).items():
            wanted = {key for key in members if key.startswith(f"{plan.id}/")}
            if wanted:
                assert own[name] == wanted, name


def shuffled(folder: Path, seed: int, left_out: str) -> Corpus:
    """The shipped plans but one and the newcomer, under file names in another order."""
    files = [*sorted(shipped().glob("*.yaml")), EXTRACT]
    plans = [file for file in files if file.name not in ROLES and file.stem != left_out]
    random.Random(seed).shuffle(plans)
    folder.mkdir()
    for place, file in enumerate(plans):
        (folder / f"{place}.yaml").write_bytes(file.read_bytes())
    for name in ROLES:
        (folder / name).write_bytes((shipped() / name).read_bytes())
    return load(folder)


@pytest.mark.slow
@pytest.mark.parametrize("left_out", ["chaoyang", "city-yi", "fengtai"])
def test_the_order_of_files_changes_no_row(tmp_path: Path, left_out: str) -> None:
    first = compare(shuffled(tmp_path / "1", 1, left_out))
    for seed in (2, 3):
        corpus = shuffled(tmp_path / f"{seed}", seed, left_out)
        assert [plan.file for plan in corpus.plans] != [plan.file.replace(f"/{seed}/", "/1/") for plan in first.plans]
        assert [plan.id for plan in corpus.plans] == [plan.id for plan in first.plans]
        assert by_members(compare(corpus)) == by_members(first)


@pytest.mark.slow
def test_the_order_of_extra_plans_changes_no_row() -> None:
    others = sorted(EXTRACT.parent.glob("*.yaml"))
    assert by_members(compare(load(extra=others))) == by_members(compare(load(extra=others[::-1])))
