"""Shares over groups of plans: who counts, who does not, and when two shares may be set apart."""

from itertools import permutations
from pathlib import Path

import pytest

from plancompare import compare, load
from plancompare.asking.prevalence import (
    BY,
    FEW,
    By,
    Share,
    apart,
    beyond_chance,
    grouped,
    movements,
    standard_share,
    theme_shares,
)
from plancompare.asking.usual import usual_promises
from plancompare.model import Corpus
from tests.support import collection, plan_text

STANDARDS = """\
theme: staffing
standards:
- id: staffing-county
  label: {zh: 区管校聘, en: County-managed}
  wordings: [实行区管校聘管理改革]
- id: staffing-quota
  label: {zh: 编制统筹, en: Quota}
  wordings: [统筹教师编制]
"""
FULL, WHOLE = "source: {extent: full}", "source: {extent: excerpt}\nreads: {staffing: whole}"
PART, NOTHING = (
    "source: {extent: excerpt}\nreads: {staffing: part}",
    "source: {extent: excerpt}\nreads: {layout: whole}",
)
MAKES, OTHER = (
    "text: 实行区管校聘管理改革, theme: staffing, standard: staffing-county",
    "text: 新建学校3所, theme: layout, standard: none",
)
# id: head, commitments, period
PLANS = {
    "makes": (FULL, (MAKES, OTHER), (2016, 2020)),
    "lacks": (FULL, (OTHER,), (2016, 2020)),
    "whole": (WHOLE, (MAKES,), (2021, 2025)),
    "part": (PART, (MAKES,), (2021, 2025)),
    "part-lacks": (PART, (OTHER,), (2021, 2025)),
    "nothing": (NOTHING, (OTHER,), (2021, 2025)),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    plans = {}
    for id, (head, commitments, (first, last)) in PLANS.items():
        lines = [f"id: {id}-{number}, {one}" for number, one in enumerate(commitments)]
        text = plan_text(id, lines, head).replace("{from: 2021, to: 2025}", f"{{from: {first}, to: {last}}}")
        plans[id] = text.replace(f"area: {{name: {id}区}}", f"area: {{name: 东海省{id}市, level: city}}")
    return load(collection(tmp_path / "plans", plans, **{"standards/staffing": STANDARDS}))


def test_a_share_counts_only_plans_whose_text_treats_the_theme_whole(corpus: Corpus) -> None:
    groups = grouped(corpus.plans, "period")
    assert [group.key for group in groups] == ["2016-2020", "2021-2025"]
    shares = theme_shares(compare(corpus), groups)
    assert shares["staffing", "2016-2020"] == Share(made=1, covered=2)
    assert shares["staffing", "2021-2025"] == Share(made=1, covered=1, outside=1)
    assert shares["training", "2021-2025"].value is None


def test_a_standard_has_the_same_shares_as_a_theme_of_its_own(corpus: Corpus) -> None:
    county = next(one for one in usual_promises(corpus) if one.standard.id == "staffing-county")
    assert standard_share(county, corpus.plans) == Share(made=2, covered=3, outside=1)


def test_areas_part_at_the_first_step_in_which_they_differ(corpus: Corpus) -> None:
    assert [group.key for group in grouped(corpus.plans, "area")][:2] == ["lacks市", "makes市"]


@pytest.mark.parametrize("by", BY)
def test_every_plan_is_in_one_group_whatever_their_order(corpus: Corpus, by: By) -> None:
    told = {tuple((g.key, frozenset(p.id for p in g.plans)) for g in grouped(some, by))
            for some in list(permutations(corpus.plans))[::97]}  # fmt: skip
    assert len(told) == 1
    assert sorted(id for _, ids in told.pop() for id in ids) == sorted(PLANS)


def test_few_plans_set_nothing_apart() -> None:
    assert apart(Share(0, FEW - 1), Share(100, 100)) is None
    assert apart(Share(0, FEW), Share(FEW, FEW)) == pytest.approx(10**0.5)  # p = 1/2: 1 / sqrt(1/4 * 2/5)
    assert apart(Share(7, 7), Share(9, 9)) == 0
    assert apart(Share(2, 10), Share(9, 10)) == -(apart(Share(9, 10), Share(2, 10)) or 0)
    assert beyond_chance([None, 0.5, -2.5, 2.0]) == (2, 3)


def test_what_rests_on_more_plans_has_moved_more_surely() -> None:
    assert (apart(Share(20, 40), Share(30, 40)) or 0) > (apart(Share(4, 8), Share(6, 8)) or 0)


def test_without_two_groups_nothing_moves(corpus: Corpus) -> None:
    usual = usual_promises(corpus)
    one = movements(usual, grouped(corpus.plans, "level"))
    assert {moved.apart for moved in one} == {None}
    assert [moved.points for moved in movements(usual, grouped(corpus.plans, "period"))] == [50.0, 0.0]
