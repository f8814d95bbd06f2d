"""Gaps of a draft: only where its text can be blamed, counted right, in one order, with the nearest passage."""

from collections.abc import Container
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.asking.desk.gaps import Gaps, find_gaps
from plancompare.asking.desk.nearness import Nearest, nearest
from plancompare.comparing.comparison import Comparison, compare
from plancompare.comparing.rows import Cell, Cells, Near
from plancompare.model import Commitment, Corpus, Plan, Target
from tests.desks import THEMES, commitment, corpora, corpus, plan, same, target


def gaps(plans: list[Plan], *rows: tuple[str, ...], least: int = 1, draft: str = "d") -> Gaps:
    """The gaps of ``draft``; each of ``rows`` is ruled to be one row."""
    decisions = [same(f"row-{place}", *row) for place, row in enumerate(rows)]
    return find_gaps(compare(corpus(plans, decisions)), draft, least)


def one(id: str, text: str = "推行教师县管校聘改革", *targets: Target) -> Commitment:
    return commitment(id, f"{id}1", text, "staffing", *targets)


def told(found: Gaps) -> list[tuple[object, ...]]:
    """All that a gap says, in an order of its own where order means nothing."""
    return [
        (
            gap.row.id,
            sorted(c.key for c in gap.row.commitments),
            gap.kind,
            gap.made,
            gap.covered,
            gap.nearest,
            {measure: sorted(several, key=str) for measure, several in gap.figures.items()},
        )
        for gap in found.gaps
    ]


# --- what a gap is ------------------------------------------------------------------------------------------------


def test_what_peers_promise_and_the_draft_does_not_is_a_gap() -> None:
    found = gaps([plan("a", [one("a")]), plan("b", [one("b")]), plan("c"), plan("d")], ("a/a1", "b/b1"))
    [gap] = found.gaps
    assert (gap.row.id, gap.kind, gap.made, gap.covered, gap.nearest) == ("row-0", "missing", 2, 3, None)
    assert (found.draft.id, [p.id for p in found.peers], found.unknown) == ("d", ["a", "b", "c"], 0)
    assert found.missing == (gap,)
    assert found.near == ()


def test_peers_whose_text_does_not_cover_the_theme_do_not_count() -> None:
    peers = [
        plan("a", [one("a")]),
        plan("b", [one("b")], reads={"staffing": "part"}),  # makes it, whatever else its text treats
        plan("c", reads={"staffing": "part"}),
        plan("e", reads={}),
        plan("f", reads={"staffing": "whole"}),
        plan("g", not_applicable={"staffing": "无"}),
        plan("h", incomplete=1),
    ]
    [gap] = gaps([*peers, plan("d")], ("a/a1", "b/b1")).gaps
    assert (gap.made, gap.covered) == (2, 3)


@pytest.mark.parametrize(
    ("draft", "unknown"),
    [
        (plan("d", reads={}), 1),
        (plan("d", reads={"staffing": "part"}), 1),
        (plan("d", reads={"training": "whole"}), 1),
        (plan("d", incomplete=1), 1),
        (plan("d", not_applicable={"staffing": "没有"}), 0),
        (plan("d", [one("d")]), 0),
    ],
)
def test_never_a_gap_where_the_text_held_proves_nothing(draft: Plan, unknown: int) -> None:
    found = gaps([plan("a", [one("a")]), draft], *([("a/a1", "d/d1")] if draft.commitments else []))
    assert found.gaps == ()
    assert found.unknown == unknown


def test_an_excerpt_has_gaps_in_what_it_treats_whole() -> None:
    peer = plan("a", [one("a"), commitment("a", "a2", "建设名师工作室", "training")])
    found = gaps([peer, plan("d", reads={"staffing": "whole"})])
    assert [gap.row.id for gap in found.gaps] == ["a/a1"]
    assert found.unknown == 1


def test_most_widely_promised_first_near_ones_last_then_by_share() -> None:
    wide, all_of_few, few = "补足中小学教师编制", "建设名师工作室", "编制学校布局专项规划"
    a = [one("a", wide), commitment("a", "a2", all_of_few, "training"), commitment("a", "a3", few, "layout")]
    b = [one("b", wide), commitment("b", "b2", all_of_few, "training"), commitment("b", "b3", few, "layout")]
    c = [one("c", wide), commitment("c", "c4", "改造老旧危房校舍", "layout")]
    peers = [plan("a", a), plan("b", b), plan("c", c, reads={"staffing": "whole", "layout": "whole"})]
    draft = plan("d", [commitment("d", "d1", "加固危险校舍", "layout")])
    decisions = [same("wide", "a/a1", "b/b1", "c/c1"), same("few", "a/a3", "b/b3"), same("all", "a/a2", "b/b2")]
    found = find_gaps(compare(corpus([*peers, draft], decisions)), "d")
    assert [(gap.row.id, gap.kind, gap.made, gap.covered) for gap in found.gaps] == [
        ("wide", "missing", 3, 3),
        ("all", "missing", 2, 2),
        ("few", "missing", 2, 3),
        ("c/c4", "near", 1, 3),
    ]


def test_a_row_in_which_the_draft_is_unsure_is_near_with_its_candidates_and_never_missing() -> None:
    comparison = compare(corpus([plan("a", [one("a")]), plan("b", [one("b")]), plan("d", [one("d", "改造老旧危房")])]))
    for state, kind in (("unsure", "near"), ("not_found", "missing")):
        near = (Near(comparison.commitment("d/d1"), 12),) if state == "unsure" else ()
        rows = [row for row in comparison.rows if not row.cells["d"].commitments]
        told = [
            row._replace(unsure=len(near), cells=Cells({**row.cells, "d": Cell(state, candidates=near)}))  # type: ignore[arg-type]
            for row in rows
        ]
        for gap in find_gaps(replace(comparison, rows=tuple(told)), "d").gaps:
            assert (gap.kind, gap.candidates, gap.unsure) == (kind, near, 0)
            assert not near or gap.nearest == (comparison.commitment("d/d1"), 12)


def test_of_each_peer_the_strictest_figure_by_measure() -> None:
    rooms = target(10, "个", measure="工作室", op="=")
    peers = [
        plan("a", [one("a", "推行教师县管校聘改革", target(85), target(90))]),
        plan("b", [one("b", "落实教师区管校聘", target(80), rooms)]),
    ]
    [gap] = gaps([*peers, plan("d")], ("a/a1", "b/b1")).gaps
    assert gap.figures == {"inclusive-coverage": (("a", target(90)), ("b", target(80))), "工作室": (("b", rooms),)}


# --- figures out of line ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "theirs", "stands"),
    [
        (target(90), target(95), "stronger"),
        (target(90), target(85), "weaker"),
        (target(90), target(90, by=2024), "earlier"),
        (target(90, by=2024), target(90), "later"),
        (target(90, by=2024), target(95), "mixed"),
        # another plan period: nothing is asked more or less of anybody
        (target(90), target(90, by=2030), "earlier_period"),
        (target(90), target(95, by=2030), "earlier_period"),
        (target(90, by=2030), target(90), "later_period"),
        (target(95, by=2030), target(90), "later_period"),
        (target(85, by=2030), target(90), "later_period"),
        (target(90, by=2030), target(90, "个"), "not_comparable"),
        (target(90), target(90, unit="个"), "not_comparable"),
        (target(5, measure="large-classes", op="<="), target(3, measure="large-classes", op="<="), "stronger"),
        (None, target(90), "unquantified"),
        (target(6, measure="工作室"), target(90), "not_comparable"),
        (target(90), target(90), None),
        (target(90), None, None),
        (None, None, None),
    ],
)
def test_a_figure_is_out_of_line_where_a_peers_differs(
    mine: Target | None, theirs: Target | None, stands: str | None
) -> None:
    texts = [
        one(id, "推行教师县管校聘改革", *([figure] if figure else [])) for id, figure in (("d", mine), ("a", theirs))
    ]
    found = gaps([plan(c.plan, [c]) for c in texts], ("a/a1", "d/d1"))
    assert found.gaps == ()
    if stands is None:
        assert found.figures == ()
        return
    [figure] = found.figures
    assert theirs is not None
    assert figure.measure == theirs.measure
    assert figure.mine == (mine if mine and mine.measure == theirs.measure else None)
    assert (figure.peers, figure.relations) == ({"a": theirs}, {"a": stands})


def test_peers_that_agree_stand_beside_one_that_differs_and_all_equal_is_no_news() -> None:
    row = [one(id, "推行教师县管校聘改革", target(value)) for id, value in (("a", 90), ("b", 95), ("d", 90))]
    [figure] = gaps([plan(c.plan, [c]) for c in row], ("a/a1", "b/b1", "d/d1")).figures
    assert figure.relations == {"a": "equal", "b": "stronger"}
    assert gaps([plan(c.plan, [c]) for c in (row[0], row[2])], ("a/a1", "d/d1")).figures == ()


# --- laws ---------------------------------------------------------------------------------------------------------


def by_hand(comparison: Comparison, draft: str, near: Container[str]) -> dict[str, tuple[int, int]]:
    """k of n for each row that the draft does not make though its text treats the theme, from the plans themselves.

    Of rows that it may make (``near``) its text need not.
    """
    plans = {one.id: one for one in comparison.plans}
    found = {}
    for row in comparison.rows:
        makers = {c.plan for c in row.commitments}

        def silent(one: Plan, theme: str = row.theme) -> bool:
            whole = one.source.extent == "full" or one.reads.get(theme) == "whole"
            return whole and not one.incomplete and theme not in one.not_applicable

        own = row.cells[draft].status
        if draft not in makers and own != "not_applicable" and (row.id in near or silent(plans[draft])):
            others = [p for p in plans.values() if p.id != draft and p.id not in makers and silent(p)]
            found[row.id] = (len(makers), len(makers) + len(others))
    return found


@pytest.mark.slow
@given(corpora())
def test_every_gap_and_its_k_of_n_are_those_counted_by_hand(made: Corpus) -> None:
    comparison = compare(made)
    found = find_gaps(comparison, "d")
    near = {gap.row.id for gap in found.near}
    assert {gap.row.id: (gap.made, gap.covered) for gap in found.gaps} == by_hand(comparison, "d", near)
    assert len({gap.row.id for gap in found.gaps}) == len(found.gaps)


@pytest.mark.slow
@given(corpora())
def test_every_row_of_peers_is_a_gap_unknown_or_cannot_apply(made: Corpus) -> None:
    comparison = compare(made)
    found = find_gaps(comparison, "d")
    states = [row.cells["d"].status for row in comparison.rows]
    assert len(found.gaps) + found.unknown == len(states) - states.count("made") - states.count("not_applicable")
    assert len(found.missing) >= states.count("not_found")
    assert found.unknown >= states.count("not_covered")
    draft = found.draft
    assert all(draft.covers(gap.row.theme) and gap.row.theme not in draft.not_applicable for gap in found.missing)


@pytest.mark.slow
@given(corpora(), st.integers(1, 4))
def test_least_peers_leaves_out_what_fewer_promise_and_nothing_else(made: Corpus, least: int) -> None:
    comparison = compare(made)
    every, some = find_gaps(comparison, "d"), find_gaps(comparison, "d", least)
    assert told(some) == [gap for gap in told(every) if isinstance(gap[3], int) and gap[3] >= least]
    lacking = [row for row in comparison.rows if row.made >= least and row.cells["d"].status != "made"]
    impossible = [row for row in lacking if row.cells["d"].status == "not_applicable"]
    assert some.unknown == len(lacking) - len(impossible) - len(some.gaps)
    assert some.figures == every.figures


@pytest.mark.slow
@given(corpora("ab"))
def test_a_draft_against_itself_has_no_gaps(made: Corpus) -> None:
    draft = made.plans[0]
    copy = draft._replace(id="copy", commitments=tuple(c._replace(plan="copy") for c in draft.commitments))
    found = find_gaps(compare(corpus([draft, copy])), "a")
    assert (found.gaps, found.figures) == ((), ())


@pytest.mark.slow
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_plans_peers_and_records_changes_nothing(made: Corpus, chance: Random) -> None:
    shuffled = []
    for one in made.plans:
        records = list(one.commitments)
        chance.shuffle(records)
        shuffled.append(one._replace(commitments=tuple(records)))
    chance.shuffle(shuffled)
    peers = ["a", "b", "c", "d"]
    chance.shuffle(peers)
    found = find_gaps(compare(made, ["d", "a", "b", "c"]), "d")
    other = find_gaps(compare(made._replace(plans=tuple(shuffled)), peers), "d")
    assert told(found) == told(other)
    assert found.unknown == other.unknown
    figures, others = (
        {(f.row.id, f.measure): (f.mine, dict(f.peers), dict(f.relations)) for f in several.figures}
        for several in (found, other)
    )
    assert figures == others


@pytest.mark.slow
@given(corpora())
def test_gaps_stand_by_kind_then_peers_then_share(made: Corpus) -> None:
    found = find_gaps(compare(made), "d").gaps
    keys = [(gap.kind == "near", -gap.made, -gap.made / gap.covered) for gap in found]
    assert keys == sorted(keys)
    assert all(1 <= gap.made <= gap.covered for gap in found)


@pytest.mark.slow
@given(corpora())
def test_near_is_what_is_unsure_and_not_plainly_another_and_shows_the_likeliest_passage(made: Corpus) -> None:
    comparison = compare(made)
    for gap in find_gaps(comparison, "d").gaps:
        own = gap.row.cells["d"]
        assert (gap.kind == "near") == bool(gap.candidates)
        assert gap.candidates == tuple(near for near in own.candidates if near in gap.candidates)
        if gap.candidates:
            assert gap.nearest == Nearest(*gap.candidates[0])
        else:
            passages = nearest(comparison, "d", [c.key for c in gap.row.commitments]).values()
            assert gap.nearest in (passages or [None])


@pytest.mark.slow
@given(corpora())
def test_figures_are_told_of_rows_that_the_draft_makes_and_a_peer_counts_otherwise(made: Corpus) -> None:
    comparison = compare(made)
    for figure in find_gaps(comparison, "d").figures:
        assert figure.row.cells["d"].status == "made"
        assert figure.peers
        assert "d" not in figure.peers
        assert set(figure.relations.values()) != {"equal"}
        for name, theirs in figure.peers.items():
            assert theirs.measure == figure.measure
            assert theirs in [t for c in figure.row.cells[name].commitments for t in c.targets]


@pytest.mark.parametrize("theme", THEMES)
def test_a_draft_without_commitments_lacks_all_and_one_peer_is_enough(theme: str) -> None:
    found = gaps([plan("a", [commitment("a", "a1", "随便什么承诺", theme)]), plan("d")])
    assert [(gap.made, gap.covered, gap.kind, gap.nearest) for gap in found.gaps] == [(1, 1, "missing", None)]
