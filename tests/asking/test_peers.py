"""Nearest plans: only what both texts treat whole counts, what nobody coded counts for nothing, ties have an order."""

from fractions import Fraction
from pathlib import Path

import pytest

from plancompare import load
from plancompare.asking.peers import LEAST, Peers, peers
from plancompare.asking.usual import usual_promises
from plancompare.model import Corpus
from tests.support import collection, plan_text

COUNT = 15
CATALOGUE = {
    f"standards/{theme}": f"theme: {theme}\nstandards:\n"
    + "".join(
        f"- {{id: {theme}-{n}, label: {{zh: {theme}第{n}项, en: {theme} {n}}}, wordings: [{theme}第{n}项工作]}}\n"
        for n in range(COUNT)
    )
    for theme in ("layout", "staffing")
}
FULL, LAYOUT = "source: {extent: full}", "source: {extent: excerpt}\nreads: {layout: whole}"


def coded(id: str, layout: range, staffing: range = range(0), head: str = FULL) -> str:
    codes = [f"layout-{n}" for n in layout] + [f"staffing-{n}" for n in staffing]
    lines = [f"id: {id}-{code}, text: 推进{code}, theme: {code.split('-')[0]}, standard: {code}" for code in codes]
    return plan_text(id, lines, head)


def held(folder: Path, **plans: str) -> Corpus:
    return load(collection(folder / "plans", plans, **CATALOGUE))


def nearest(corpus: Corpus, plan: str = "a") -> Peers:
    asked = next(one for one in corpus.plans if one.id == plan)
    return peers(asked, corpus.plans, usual_promises(corpus), corpus.codebook.ids)


def test_the_share_is_of_codes_in_themes_that_both_texts_treat_whole(tmp_path: Path) -> None:
    corpus = held(
        tmp_path,
        a=coded("a", range(12), range(10)),
        b=coded("b", range(4, 15), range(5, 15)),
        c=coded("c", range(6, 15), range(10), LAYOUT),  # its codes outside layout do not count
    )
    b, c = nearest(corpus).ranked
    assert (b.plan.id, b.jaccard, len(b.only_plan), len(b.only_peer)) == ("b", Fraction(13, 30), 9, 8)
    assert (c.plan.id, c.jaccard, c.themes) == ("c", Fraction(6, 15), ("layout",))


def test_equal_shares_stand_by_codes_in_common_then_by_id(tmp_path: Path) -> None:
    corpus = held(
        tmp_path,
        a=coded("a", range(10), range(10)),
        z=coded("z", range(5), range(5)),
        b=coded("b", range(5, 10), range(5)),
        half=coded("half", range(5), range(10), LAYOUT),
    )
    assert [(one.plan.id, one.jaccard) for one in nearest(corpus).ranked] == [
        ("b", Fraction(1, 2)), ("z", Fraction(1, 2)), ("half", Fraction(1, 2)),
    ]  # fmt: skip


def test_what_nobody_coded_is_unsure_and_counts_on_neither_side(tmp_path: Path) -> None:
    b = coded("b", range(10)) + "  - {id: b-x, text: layout第11项工作, theme: layout}\n"
    peer = nearest(held(tmp_path, a=coded("a", range(12)), b=b)).ranked[0]
    assert "layout-11" in peer.unsure and "layout-11" not in peer.only_plan
    assert (len(peer.shared), peer.only_peer) == (10, ())


def test_who_cannot_be_ranked_is_named_with_the_reason(tmp_path: Path) -> None:
    corpus = held(
        tmp_path,
        a=coded("a", range(12), range(2)),
        bare=plan_text("bare", ["id: bare-1, text: 新建学校, theme: layout"], FULL),
        other=coded("other", range(0), range(12), "source: {extent: excerpt}\nreads: {training: whole}"),
        small=coded("small", range(0), range(3), "source: {extent: excerpt}\nreads: {staffing: whole}"),
    )
    found = nearest(corpus)
    assert not found.ranked
    assert [(one.plan.id, one.reason, one.codes) for one in found.apart] == [
        ("bare", "no_codes", 14), ("other", "few_codes", 0), ("small", "few_codes", 3),
    ]  # fmt: skip
    assert LEAST > 3


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "c"), ("a", "c")])
def test_nearness_is_the_same_from_both_sides(tmp_path: Path, one: str, other: str) -> None:
    corpus = held(
        tmp_path, a=coded("a", range(12), range(4)), b=coded("b", range(3, 15), head=LAYOUT), c=coded("c", range(11))
    )
    from_one = next(peer for peer in nearest(corpus, one).ranked if peer.plan.id == other)
    from_other = next(peer for peer in nearest(corpus, other).ranked if peer.plan.id == one)
    assert from_one.jaccard == from_other.jaccard
    assert (from_one.only_plan, from_one.only_peer) == (from_other.only_peer, from_other.only_plan)
