"""Rows of many plans that nobody coded: drawn by what words point to, and lawful all the same."""

import json
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import Comparison, compare, load
from plancompare.comparing import remainder
from plancompare.comparing.coding import Coding
from plancompare.comparing.pairs import Pairs
from plancompare.comparing.people import People
from plancompare.comparing.proposals import open_work, proposals_of
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.wording import fold
from plancompare.model import Corpus
from plancompare.working import Place, working_at
from tests.benchmarks.national import write
from tests.benchmarks.truth import quality, read_truth
from tests.comparing import test_laws as laws
from tests.support import run

OF_BOTH: list[Callable[[bool], None]] = [
    laws.test_every_commitment_stands_in_exactly_one_row_and_ids_are_unique,
    laws.test_a_plan_against_itself_is_all_shared,
    laws.test_a_plan_against_a_copy_of_its_file_is_all_shared_whoever_reviewed_what,
    laws.test_no_order_changes_anything,
]


@pytest.fixture
def at_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is uncoded is too much."""
    monkeypatch.setattr("plancompare.comparing.proposals.MOST_PAIRS", -1)


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    write(folder, 5)
    return folder


@pytest.mark.usefixtures("at_size")
@pytest.mark.parametrize("decisions", [True, False], ids=["with rulings", "without"])
@pytest.mark.parametrize("law", OF_BOTH, ids=lambda law: law.__name__)
def test_the_laws_hold(law: Callable[[bool], None], decisions: bool) -> None:
    law(decisions)


@pytest.mark.usefixtures("at_size")
def test_codes_join_as_ever() -> None:
    laws.test_equal_codes_join_unless_people_said_otherwise()


@pytest.mark.usefixtures("at_size")
@given(laws.collections())
def test_equal_words_are_never_not_found(made: Corpus) -> None:
    apart = {frozenset(ruling.members) for ruling in made.rulings.decisions if ruling.kind == "different"}
    comparison = compare(made)
    assert comparison.settings.proposed
    for one, other in combinations(list(made.commitments()), 2):
        if (
            one.plan != other.plan
            and fold(one.text) == fold(other.text)
            and frozenset((one.key, other.key)) not in apart
        ):
            assert comparison.row_of(one.key).cells[other.plan].status in ("made", "unsure")


@given(st.lists(st.lists(st.sampled_from(["", "none", "s"]), max_size=4), max_size=5))
def test_work_is_the_number_of_pairs_of_plans_that_are_not_both_coded(plans: list[list[str]]) -> None:
    work = sum(len(a) * len(b) for a, b in combinations(plans, 2) if not (all(a) and all(b)))
    assert open_work(plans) == work


def test_to_equal_words_the_same_is_proposed() -> None:
    vague, sure = Coding({"b": 0.5, "a": 0.4}, 0.1), Coding({"a": 0.9}, 0.05)
    proposals = proposals_of({0: vague, 1: sure, 2: vague}, [(0, 1)])
    assert proposals.codings == {0: sure, 1: sure, 2: vague} and proposals.sure == {0: "a", 1: "a"}


def test_within_a_block_scores_are_those_of_plans_side_by_side(nation: Path) -> None:
    corpus = load(nation)
    made = sorted((c for plan in corpus.plans[:3] for c in plan.commitments[::3]), key=lambda c: c.key)
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    people = People([""] * len(made))
    of_block = remainder.pairs_within(made, recognition, people)
    assert of_block.links(3) == Pairs(made, recognition, people).links(3) != {}


@pytest.mark.usefixtures("at_size")
def test_true_rows_are_found(nation: Path) -> None:
    """As many as by comparing each plan with each, which finds .69 of pairs and is right in .66 on these five."""
    comparison = compare(load(nation))
    precision, recall, _ = quality([[c.key for c in row.commitments] for row in comparison.rows], read_truth(nation))
    assert precision > 0.6 and recall > 0.7
    named = [row for row in comparison.rows if not row.standard and row.made > 1]
    assert named and all(row.weakest_link for row in named)
    labels = {standard.label for standard in comparison.catalogue.standards.values()}
    assert sum(row.label in labels for row in named) > len(named) / 2


class Shelf(dict[str, bytes]):
    """An index in memory, which counts as one while it is empty."""

    def __bool__(self) -> bool:
        return True

    def put(self, pieces: Mapping[str, bytes]) -> None:
        self.update(pieces)


def facts(comparison: Comparison) -> object:
    return (
        comparison.rows,
        comparison.themes,
        [comparison.coding(c.key) for p in comparison.plans for c in p.commitments],
    )


@pytest.mark.usefixtures("at_size")
def test_what_is_kept_and_who_works_changes_nothing(nation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, shelf = load(nation), Shelf()
    alone = facts(compare(corpus._replace(kept=None)))
    assert facts(compare(corpus._replace(kept=shelf))) == alone
    assert {name.split("-")[0] for name in shelf} == {"standards", "links"}
    with monkeypatch.context() as patch:
        patch.setattr(Recognition, "hearing", lambda *_: pytest.fail("words that are kept were read again"))
        assert facts(compare(corpus._replace(kept=shelf))) == alone
    for name in shelf:
        shelf[name] = b"[[0, 99999, 1.0]]" if name.startswith("links") else b"{"
    assert facts(compare(corpus._replace(kept=shelf))) == alone
    with working_at(Place(processes=2)):
        assert facts(compare(corpus._replace(kept=None))) == alone


@pytest.mark.usefixtures("at_size")
@pytest.mark.parametrize(("lang", "said"), [("zh", "词语所指的标准承诺"), ("en", "that words point to")])
def test_views_say_so(nation: Path, lang: str, said: str) -> None:
    told = run("--only-plans", str(nation), "--lang", lang, "matrix", "--by", "level")
    assert said in told.stderr and "5" in told.stderr
    report = run("--only-plans", str(nation), "--lang", lang, "report", "-f", "md", "-o", "-")
    assert said in report.stdout
    data = json.loads(run("--only-plans", str(nation), "report", "-f", "json", "-o", "-").stdout)
    assert data["settings"]["rows"] == "proposed"
