"""The library's doors: examples run, mistakes are told plainly, and nothing shown in a notebook is large."""

import doctest
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import plancompare
from plancompare import Comparison, Corpus, PlanCompareError, compare, drafting, load
from plancompare.comparing.alignment import Thresholds
from tests.support import collection, plan_text

DOCUMENTED = (
    "plancompare",
    "plancompare.comparing.called",
    "plancompare.comparing.comparison",
    "plancompare.reading.collection",
    "plancompare.publishing.authors",
    "plancompare.publishing.imprint",
    "plancompare.publishing.licences",
)
MOST_SHOWN = 50_000  # bytes that a cell of a notebook may store


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load()


@pytest.fixture(scope="module")
def comparison(corpus: Corpus) -> Comparison:
    return compare(corpus, ["chaoyang", "丰台", "玉泉区"])


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTED)
def test_examples_in_docstrings_run(name: str) -> None:
    failed, tried = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS)
    assert tried
    assert not failed


def test_all_that_is_offered_is_there() -> None:
    assert all(getattr(plancompare, name) for name in plancompare.__all__)


@pytest.mark.parametrize("name", ["chaoyang", "朝阳", "朝阳区", "北京市朝阳区"])
def test_a_plan_is_compared_by_any_of_its_names(corpus: Corpus, name: str) -> None:
    assert [plan.id for plan in compare(corpus, [name, "fengtai"]).plans] == ["chaoyang", "fengtai"]


def test_a_plan_is_compared_as_a_value_too(tmp_path: Path, corpus: Corpus) -> None:
    record = "id: e-1, text: 推行县管校聘, theme: staffing, standard: staffing-county-managed, evidence: 县管校聘"
    own = load(collection(tmp_path, {"east": plan_text("east", [record])})).plans[0]
    found = compare(corpus, [own, "朝阳", own])
    assert [plan.id for plan in found.plans] == ["east", "chaoyang", "east#2"]
    assert found.commitment("east/e-1").plan == "east"
    assert "east" not in {plan.id for plan in corpus.plans}
    known = corpus.plans[0]
    assert compare(corpus, [known]).rows == compare(corpus, [known.id]).rows


FIVE: Any = 5
NOTHING: Any = None
WORD: Any = "30"
MISTAKES = [
    (lambda c, _: compare(c, ["潮阳"]), 'no plan "潮阳"; did you mean "朝阳"?'),
    (lambda c, _: compare(c, "朝阳"), "a list of names"),
    (lambda c, _: compare(c, c.plans[0]), "a list of names"),
    (lambda _, d: d.only(statuses=["sharde"]), 'no kind of rows "sharde"; did you mean "shared"?'),
    (lambda _, d: d.only(statuses="xyz"), "there are shared, partial, unique, differing, missing"),
    (lambda _, d: d.only(theme="学前教肓"), 'no theme "学前教肓"; did you mean'),
    (lambda _, d: d.made_by("甲市"), 'no plan "甲市"'),
    (lambda _, d: d.plan("fengtia"), 'did you mean "fengtai"'),
    (lambda _, d: d.commitment("fengtai/ft-9999"), 'no commitment "fengtai/ft-9999"'),
    (lambda _, d: d.row_of("ft-001"), 'no row here holds "ft-001"'),
    (lambda *_: load("no-such-folder"), "no folder no-such-folder"),
    (lambda *_: load(FIVE), "`folder` takes str or PathLike or None, not int"),
    (lambda c, _: load(extra=[c]), "`extra` takes str or PathLike, not Corpus"),
    (lambda *_: compare(WORD), "`corpus` takes what `load()` gives, not str"),
    (lambda c, _: compare(c, FIVE), "`plans` takes Iterable, not int"),
    (lambda c, _: compare(c, ["朝阳", NOTHING]), "`plans` takes str or Plan, not None"),
    (lambda c, _: compare(c, ["朝阳"], thresholds=FIVE), "`thresholds` takes Thresholds or None, not int"),
    (lambda c, _: compare(c, ["朝阳"], thresholds=Thresholds(match=WORD)), "`thresholds` takes int or float, not str"),
    (lambda _, d: d.only(5), "`theme` takes str, not int"),
    (lambda _, d: d.only(statuses=5), "`statuses` takes Iterable, not int"),
    (lambda _, d: d.plan(d.plans[0]), "`id` takes str, not Plan"),
    (lambda _, d: d.row_of(d.rows[0]), "`key` takes str, not Row"),
    (lambda _, d: d.figures("no-such-row"), 'no row "no-such-row" here'),
    (lambda _, d: d.score("fengtai/ft-001", "fengtai/ft-9999"), 'no commitment "fengtai/ft-9999" in these plans'),
    (lambda _, d: d.coding("fengtai/ft-9999"), 'no commitment "fengtai/ft-9999" in these plans; did you mean'),
    (lambda _, d: d.closest_wording("fengtai/ft-001", "pay-no"), 'no standard "pay-no" in the catalogue'),
    (lambda _, d: d.coding_of(None), "`words` takes str, not None"),
    (lambda *_: drafting.read(FIVE), "`path` takes str or PathLike, not int"),
    (lambda *_: drafting.draft(WORD, load()), "`document` takes Document, not str"),
]


@pytest.mark.parametrize(("mistake", "words"), MISTAKES)
def test_a_mistake_is_told_plainly(mistake: object, words: str, corpus: Corpus, comparison: Comparison) -> None:
    with pytest.raises(PlanCompareError) as told:
        mistake(corpus, comparison)  # type: ignore[operator]
    assert words in str(told.value)
    assert "\n" not in str(told.value)


def test_one_kind_may_stand_alone(comparison: Comparison) -> None:
    assert comparison.only(statuses="shared").rows == comparison.only(statuses=["shared"]).rows  # type: ignore[arg-type]


def test_an_extra_file_may_stand_alone(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": plan_text("east", []), "x/west": plan_text("west", [])})
    for extra in (folder / "x/west.yaml", str(folder / "x/west.yaml"), [folder / "x/west.yaml"]):
        assert [plan.id for plan in load(folder, extra).plans] == ["east", "west"]


def test_records_are_flat_and_say_what_the_rows_say(comparison: Comparison) -> None:
    records = comparison.to_records()
    assert len(records) == len(comparison.rows) * len(comparison.plans)
    assert len({tuple(record) for record in records}) == 1
    assert all(value is None or isinstance(value, str | int | bool) for record in records for value in record.values())
    place = {(record["row"], record["plan"]): record for record in records}
    for row in comparison.rows:
        for plan, cell in row.cells.items():
            record = place[row.id, plan]
            assert (record["status"], record["made"], record["covered"]) == (cell.status, row.made, row.covered)
            assert (record["text"] or "").splitlines() == [c.text for c in cell.commitments]  # type: ignore[union-attr]


def test_what_a_notebook_shows_is_small(corpus: Corpus, comparison: Comparison) -> None:
    row = comparison.rows[0]
    shown = [
        corpus, comparison, corpus.plans, corpus.codebook, corpus.codebook.themes, corpus.catalogue, corpus.rulings,
        corpus.decisions, dict(corpus.indicators), comparison.plans[0], row, row.cells, row.core, comparison.rows[:100],
        comparison.plan("chaoyang").commitments, comparison.findings, comparison.settings,
    ]  # fmt: skip
    for value in shown:
        assert len(repr(value).encode()) < MOST_SHOWN, type(value)
    for value in (corpus, comparison):
        assert len(value._repr_html_().encode()) < MOST_SHOWN


def test_the_tables_of_a_notebook_escape_what_plans_say(tmp_path: Path) -> None:
    text = plan_text("east", []).replace("name: east", "name: <b>").replace("title: east规划", "title: <i>&")
    corpus = load(collection(tmp_path, {"east": text}))
    for told in (corpus._repr_html_(), compare(corpus)._repr_html_()):
        assert "<b>" not in told
        assert "&lt;b&gt;" in told


def test_an_id_goes_before_a_name_of_another_plan_and_a_value_before_its_old_id(tmp_path: Path) -> None:
    plans = {
        "a": plan_text("a", [RECORD]).replace("name: a", "name: b"),
        "b": plan_text("b", [RECORD]).replace("name: b", "name: 乙"),
    }
    corpus = load(collection(tmp_path / "c", plans))
    assert [plan.id for plan in compare(corpus, ["b", "乙"]).plans] == ["b", "b#2"]
    renamed = corpus.plans[0]._replace(id="other")
    assert compare(corpus, [renamed, "b"]).row_of("other/e-1").cells["other"].commitments


RECORD = "id: e-1, text: 新建幼儿园3所, evidence: 新建"
