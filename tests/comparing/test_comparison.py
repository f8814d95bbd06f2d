"""A comparison as a value: it cannot be changed, shows itself, and answers what every caller asks of it."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from plancompare import Comparison, Corpus, compare
from plancompare.comparing.alignment import Thresholds
from plancompare.comparing.people import rulings_in_force
from plancompare.model import Commitment, ids_digest
from tests.desks import apart, commitment, corpora, corpus, plan, same, small, target
from tests.formats.support import HOSTILE


class Cells(HTMLParser):
    """The tags of a page, and the words inside each head or cell."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == []
        self.tags.append(tag)
        if tag in ("th", "td"):
            self.words.append("")

    def handle_data(self, data: str) -> None:
        self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def rate(plan: str, value: int) -> Commitment:
    return commitment(plan, f"{plan}1", "提高覆盖率", "preschool", target(value))


def three() -> Comparison:
    """Plans of which a and b share a row with other figures, and each has something of its own; c says nothing."""
    plans = [
        plan("a", [rate("a", 90), commitment("a", "a2", "研修", "training")]),
        plan("b", [rate("b", 85), commitment("b", "b2", "校舍", "layout")]),
        plan("c"),
    ]
    return compare(corpus(plans, [same("rate", "a/a1", "b/b1")]), ["b", "a", "c"])


# --- shown ---------------------------------------------------------------------------------------------------------


def test_it_names_its_plans_and_counts_rows_and_differences() -> None:
    comparison = three()
    assert len(comparison.rows) == 3
    assert repr(comparison) == f"<Comparison of b, a, c: 3 rows, {len(comparison.differences)} differences>"
    assert repr(compare(corpus([]))) == "<Comparison of : 0 rows, 0 differences>"


def test_a_notebook_shows_for_each_plan_its_commitments_and_rows() -> None:
    found = Cells(three()._repr_html_())
    assert found.tags == ["table", "tr", *["th"] * 5, *["tr", *["td"] * 5] * 3]
    heads, *lines = (found.words[start : start + 5] for start in range(0, len(found.words), 5))
    assert heads == ["plan", "commitments", "rows", "with others", "alone"]
    assert lines == [["b区", "2", "2", "1", "1"], ["a区", "2", "2", "1", "1"], ["c区", "0", "0", "0", "0"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_plan_becomes_markup_in_a_notebook(text: str) -> None:
    tame = three()
    wild = replace(tame, plans=tuple(one._replace(name=text, title=text) for one in tame.plans))
    page = wild._repr_html_()
    before, after = Cells(tame._repr_html_()), Cells(page)
    assert after.tags == before.tags
    assert after.words[5::5] == [text] * 3
    assert [word for place, word in enumerate(after.words) if place % 5] == [
        word for place, word in enumerate(before.words) if place % 5
    ]
    cells = page.replace("<table>", "").replace("</table>", "")
    for tag in ("tr", "td", "th"):
        cells = cells.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert not set(cells) & set("<>\"'")


@given(corpora())
def test_the_counts_of_a_notebook_add_up(made: Corpus) -> None:
    comparison = compare(made)
    words = Cells(comparison._repr_html_()).words[5:]
    for place, one in enumerate(comparison.plans):
        commitments, rows, shared, alone = map(int, words[place * 5 + 1 : place * 5 + 5])
        assert commitments == len(one.commitments) >= rows == shared + alone
        assert alone == sum(row.made == 1 and row.core.plan == one.id for row in comparison.rows)


# --- unchangeable --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [field.name for field in fields(Comparison)])
def test_no_part_of_it_can_be_set_or_taken_away(name: str) -> None:
    comparison = three()
    held = getattr(comparison, name)
    with pytest.raises(FrozenInstanceError):
        setattr(comparison, name, ())
    with pytest.raises(FrozenInstanceError):
        delattr(comparison, name)
    assert getattr(comparison, name) is held


def test_nothing_can_be_added_to_it() -> None:
    with pytest.raises(FrozenInstanceError):
        three().lang = "zh"  # type: ignore[attr-defined]


def test_it_has_no_language() -> None:
    comparison = three()
    assert not hasattr(comparison.settings, "lang")
    [row] = [row for row in comparison.rows if row.decided]
    assert (row.label.zh, row.label.en) == ("条目rate", "row rate")
    assert all(row.label == (row.core.text, "") for row in comparison.rows if not row.decided)


def test_narrowing_makes_another_and_leaves_it_as_it_was() -> None:
    comparison = three()
    rows, settings = comparison.rows, comparison.settings
    assert comparison.row_of("b/b2").theme == "layout" and comparison.figures("rate")
    part = comparison.only(theme="training")
    assert (comparison.rows, comparison.settings) == (rows, settings)
    assert [row.id for row in part.rows] == ["a/a2"]
    assert comparison.figures("rate") != ()
    for of in (part.row_of, part.figures):
        with pytest.raises(KeyError):
            of("b/b2")
    assert comparison.only() is comparison


# --- answers -------------------------------------------------------------------------------------------------------


@given(corpora())
def test_the_row_of_a_commitment_is_the_one_that_holds_it(made: Corpus) -> None:
    comparison = compare(made)
    for one in made.commitments():
        row = comparison.row_of(one.key)
        assert one in row.commitments
        assert [other for other in comparison.rows if one in other.commitments] == [row]


@given(corpora())
def test_the_figures_of_a_row_are_its_differences_of_figures_in_their_order(made: Corpus) -> None:
    comparison = compare(made)
    for row in comparison.rows:
        assert comparison.figures(row.id) == tuple(
            d for d in comparison.differences if d.kind == "target" and d.row == row.id
        )
    told = [d for row in comparison.rows for d in comparison.figures(row.id)]
    assert sorted(map(id, told)) == sorted(id(d) for d in comparison.differences if d.kind == "target")


def test_figures_are_pairs_of_plans_and_a_row_without_any_has_none() -> None:
    comparison = three()
    [difference] = comparison.figures("rate")
    assert (difference.plans, difference.relation) == (("b", "a"), "stronger")
    assert comparison.figures("a/a2") == ()
    with pytest.raises(KeyError, match=r'no row "a/a3" here; did you mean "a/a2"\?'):
        comparison.figures("a/a3")  # that nothing differs is said of rows alone


def test_a_plan_is_found_by_its_id() -> None:
    comparison = three()
    assert [comparison.plan(id) for id in "bac"] == list(comparison.plans)
    assert comparison.names == {"a": "a区", "b": "b区", "c": "c区"}
    assert list(comparison.names) == ["b", "a", "c"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.plan("d"),
        lambda c: c.plan("乙区"),
        lambda c: c.row_of("a/a9"),
        lambda c: c.row_of("rate"),
        lambda c: c.commitment("d/d1"),
        lambda c: c.score("a/a1", "d/d1"),
    ],
)
def test_what_it_does_not_hold_is_a_key_error(ask: Callable[[Comparison], object]) -> None:
    with pytest.raises(KeyError):
        ask(three())


def test_a_plan_that_was_not_compared_is_not_held() -> None:
    made = small()
    comparison = compare(made, ["d", "a"])
    assert {one.id for one in made.plans} > {"d", "a"}
    with pytest.raises(KeyError):
        comparison.plan("b")


def test_themes_stand_as_in_the_codebook_and_unknown_ones_last() -> None:
    comparison = three()
    order = comparison.theme_order
    assert sorted(comparison.codebook.ids, key=order.__getitem__) == list(comparison.codebook.ids)
    assert order["no such theme"] == len(comparison.codebook.ids) > max(order.values())
    assert "no such theme" not in order and len(order) == len(comparison.codebook.ids)
    assert [order[row.theme] for row in comparison.rows] == sorted(order[row.theme] for row in comparison.rows)
    assert list(comparison.by_theme()) == ["preschool", "training", "layout"]


def test_closed_are_the_plans_whose_review_was_obeyed() -> None:
    made = small()
    assert rulings_in_force(made)[1] == set(made.rulings.reviewed) == set("abcduv")
    reworded = {**made.rulings.reviewed, "b": "another"}
    assert rulings_in_force(made._replace(rulings=made.rulings._replace(reviewed=reworded)))[1] == set("acduv")
    assert rulings_in_force(corpus(made.plans, [apart("a/a1", "b/b1")]))[1] == frozenset()


def test_among_plans_whose_review_is_obeyed_no_score_joins() -> None:
    text, near = "幼儿园家长满意度评估", "幼儿园家长满意度的评估"
    plans = [
        plan("a", [commitment("a", "a1", text, "preschool")]),
        plan("b", [commitment("b", "b1", near, "preschool")]),
    ]
    made = corpus(plans)
    low = Thresholds(match=1, review=0)
    reviewed = made._replace(rulings=made.rulings._replace(reviewed={one.id: ids_digest(one) for one in plans}))
    assert len(compare(made, thresholds=low).rows) == 1
    assert len(compare(reviewed, thresholds=low).rows) == 2
    assert len(compare(reviewed, thresholds=low, decisions=False).rows) == 1
