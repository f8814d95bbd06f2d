"""Rows and cells: made, not found, not covered, not applicable; k of n; and the laws of rows on invented plans."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare import Comparison, Corpus, compare, load
from plancompare.comparing.copies import copy_of, original_key, with_copies
from plancompare.comparing.groups import Candidate, Group
from plancompare.comparing.rows import (
    STATES,
    Blanks,
    Frame,
    Near,
    Row,
    blank_status,
    make_row,
    row_ids,
    split_standards,
)
from plancompare.model import Commitment, Decision, Label, Plan, Rulings, Section, Source, Target
from tests.comparing.collections import catalogue
from tests.support import collection, plan_text

PHRASES = ["普惠性幼儿园", "小学", "高中", "教师", "校长", "交流轮岗", "县管校聘", "培训", "学位", "新建", "推进改革"]
ORDER = {"preschool": 0, "training": 1, "staffing": 2}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A codebook and indicators, and no plan that promises anything."""
    return load(collection(tmp_path_factory.mktemp("laws"), {"a": plan_text("a", [])}))


@pytest.fixture(scope="module")
def blank(empty: Corpus) -> Plan:
    """A plan read in full that promises nothing."""
    return empty.plans[0]


def commitment(key: str, text: str = "推行区管校聘") -> Commitment:
    plan, number = key.split("/")
    return Commitment(plan, number, Section("1", "一", "主要任务"), text)


def same(name: str, *members: str) -> Decision:
    return Decision("same", members, name, Label("区管校聘", "Teachers employed by the district"))


def row_of(
    made: Sequence[str] | Sequence[Commitment],
    plans: Sequence[Plan],
    decision: Decision | None = None,
    themes: Sequence[str] = (),
    weakest: int | None = None,
    near: Sequence[Commitment] = (),
    standard: str = "",
) -> Row:
    """The row of commitments, given by keys or whole; all are on staffing unless ``themes`` says otherwise.

    ``near`` are its candidates, the first with 90 points, each other with ten less.
    """
    members = [commitment(m) if isinstance(m, str) else m for m in made]
    candidates = tuple(Candidate(len(members) + n, 90 - 10 * n) for n in range(len(near)))
    homes = {m.key: themes[n] if themes else "staffing" for n, m in enumerate(members)}
    group = Group(tuple(range(len(members))), decision, standard, weakest, candidates)
    return make_row(group, Frame([*members, *near], Blanks(plans), homes, ORDER, catalogue(), row_ids([group])))


def excerpt(plan: Plan, **reads: str) -> Plan:
    return plan._replace(source=Source("excerpt"), reads=reads)  # type: ignore[arg-type]


def test_the_states_of_a_cell_are_words_of_the_contract() -> None:
    assert STATES == ("made", "unsure", "not_found", "not_covered", "not_applicable")


@pytest.mark.parametrize(("covered", "comparable"), [(1, False), (2, True), (3, True)])
def test_a_row_compares_where_two_texts_speak_of_it(blank: Plan, covered: int, comparable: bool) -> None:
    row = row_of(["a/1"], [blank._replace(id=id) for id in "abc"[:covered]])
    assert (row.covered, row.comparable) == (covered, comparable)


def test_a_standard_is_split_where_two_rows_or_more_are_coded_as_it() -> None:
    codes = ("places", "managed", "managed", "rotation", "rotation", "rotation", "", "")
    groups = [Group((number,), None, code, None) for number, code in enumerate(codes)]
    assert split_standards(groups) == {"managed", "rotation"}


def test_a_row_of_a_standard_that_several_rows_share_has_its_name_and_its_own_words(blank: Plan) -> None:
    members = [commitment("a/1", "推行区管校聘"), commitment("b/1", "编制由区里统筹")]
    groups = [Group((at,), None, "managed", None, ()) for at in (0, 1)]
    homes = {member.key: "staffing" for member in members}
    blanks = Blanks([blank, blank._replace(id="b")])
    frame = Frame(members, blanks, homes, ORDER, catalogue(), row_ids(groups), split_standards(groups))
    labels = [make_row(group, frame).label for group in groups]
    assert labels == [
        Label("推行区管校聘", "managed: 推行区管校聘"),
        Label("编制由区里统筹", "managed: 编制由区里统筹"),
    ]


def test_a_plan_that_makes_the_promise_shows_all_its_commitments(blank: Plan) -> None:
    cell = row_of(["a/1", "a/2"], [blank]).cells["a"]
    assert (cell.status, [c.key for c in cell.commitments]) == ("made", ["a/1", "a/2"])


@pytest.mark.parametrize(
    ("reads", "status"),
    [
        (None, "not_found"),  # read in full
        ({"staffing": "whole"}, "not_found"),
        ({"staffing": "part"}, "not_covered"),
        ({"training": "whole"}, "not_covered"),
        ({}, "not_covered"),
    ],
)
def test_a_blank_is_a_finding_only_where_the_text_treats_the_theme_whole(
    blank: Plan, reads: dict[str, str] | None, status: str
) -> None:
    other = blank._replace(id="b")
    cell = row_of(["a/1"], [blank, other if reads is None else excerpt(other, **reads)]).cells["b"]
    assert (cell.status, cell.commitments, cell.reason) == (status, (), "")


def test_a_blank_under_a_theme_is_told_like_one_in_a_row(blank: Plan) -> None:
    city = excerpt(blank, training="whole")._replace(not_applicable={"staffing": "no schools of its own"})
    told = [blank_status(city, theme) for theme in ("staffing", "training", "layout")]
    assert told == ["not_applicable", "not_found", "not_covered"]


@pytest.mark.parametrize("reads", [None, {"staffing": "whole"}])
def test_a_blank_of_an_incomplete_plan_proves_nothing(blank: Plan, reads: dict[str, str] | None) -> None:
    broken = blank._replace(id="b", incomplete=1)
    row = row_of(["a/1"], [blank, broken if reads is None else excerpt(broken, **reads)])
    assert row.cells["b"].status == "not_covered"
    assert row.missing == ()
    assert (row.made, row.covered) == (1, 1)


def test_a_record_that_cannot_be_read_makes_its_plan_incomplete(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plans = {
        "a": plan_text("a", ["id: a1, text: 推行区管校聘"]),
        "b": plan_text("b", ["id: b1, text: 建幼儿园", "id: b2"]),
    }
    comparison = compare(load(collection(tmp_path_factory.mktemp("broken"), plans)))
    [row] = [row for row in comparison.rows if "a" in {c.plan for c in row.commitments}]
    assert row.cells["b"].status == "not_covered"
    assert any("b2" in finding.message for finding in comparison.findings)


def test_what_cannot_apply_is_told_with_its_reason_the_row_s_before_the_theme_s(blank: Plan) -> None:
    city = blank._replace(id="b", not_applicable={"staffing": "no schools of its own"})
    assert row_of(["a/1"], [blank, city]).cells["b"] == ("not_applicable", (), "no schools of its own", ())
    ruling = same("r", "a/1")._replace(not_applicable={"b": "a matter of districts"})
    assert row_of(["a/1"], [blank, city], ruling).cells["b"] == ("not_applicable", (), "a matter of districts", ())
    assert row_of(["b/1"], [blank, city]).cells["b"].status == "made"  # what is promised applies


@pytest.mark.parametrize(
    ("makers", "status", "made", "covered", "missing"),
    [
        ("abcd", "shared", 4, 4, ()),
        ("abc", "partial", 3, 3, ()),
        ("ab", "partial", 2, 3, ("c",)),
        ("a", "unique", 1, 3, ("b", "c")),
        ("d", "unique", 1, 4, ("a", "b", "c")),
    ],
)
def test_status_and_k_of_n_count_only_plans_that_cover_the_theme(
    blank: Plan, makers: str, status: str, made: int, covered: int, missing: tuple[str, ...]
) -> None:
    plans = [*(blank._replace(id=name) for name in "abc"), excerpt(blank._replace(id="d"))]
    row = row_of([f"{maker}/1" for maker in makers], plans)
    assert (row.status, row.made, row.covered, row.missing) == (status, made, covered, missing)


def test_a_row_s_cells_stand_in_the_order_of_the_plans_asked_for(blank: Plan) -> None:
    plans = [blank._replace(id=name) for name in "cab"]
    row = row_of(["a/1", "b/1", "c/1"], plans)
    assert list(row.cells) == ["c", "a", "b"]
    assert [c.key for c in row.commitments] == ["c/1", "a/1", "b/1"]


@pytest.mark.parametrize(
    ("themes", "home"),
    [
        (["training", "training", "preschool"], "training"),
        (["staffing", "training"], "training"),  # of equals the first in the codebook
        (["staffing"], "staffing"),
    ],
)
def test_a_row_is_filed_where_most_of_its_members_are(blank: Plan, themes: list[str], home: str) -> None:
    plans = [blank._replace(id=name) for name in "abc"[: len(themes)]]
    assert row_of([f"{plan.id}/1" for plan in plans], plans, themes=themes).theme == home


def test_an_undecided_row_is_called_by_its_shortest_member_of_its_own_theme(blank: Plan) -> None:
    plans = [blank._replace(id=name) for name in "abc"]
    members = [commitment("a/1", "全面推行区管校聘"), commitment("b/1", "推行区管校聘"), commitment("c/1", "聘任")]
    row = row_of(members, plans, themes=["staffing", "staffing", "training"], weakest=61)
    assert (row.id, row.label, row.decided, row.weakest_link) == ("b/1", Label("推行区管校聘", ""), False, 61)
    assert row.core == members[1]


def test_a_decided_row_is_called_as_the_curator_called_it(blank: Plan) -> None:
    row = row_of(["a/1", "b/1"], [blank, blank._replace(id="b")], same("hire", "a/1", "b/1"))
    assert (row.id, row.label, row.decided) == ("hire", Label("区管校聘", "Teachers employed by the district"), True)
    nameless = same("hire", "a/1")._replace(label=None)
    assert row_of(["a/1"], [blank], nameless).label == Label("推行区管校聘", "")


def test_a_row_that_people_coded_is_called_as_the_catalogue_calls_it(blank: Plan) -> None:
    row = row_of(["a/1", "b/1"], [blank, blank._replace(id="b")], standard="managed")
    assert (row.id, row.label, row.standard, row.decided) == (
        "managed", Label("县管校聘管理改革", "managed"), "managed", False,
    )  # fmt: skip
    assert row_of(["a/1"], [blank], same("hire", "a/1"), standard="managed").label == same("hire").label
    assert row_of(["a/1"], [blank], standard="no such entry").label == Label("推行区管校聘", "")


def test_no_two_rows_have_one_id() -> None:
    """A ruling names its row, a standard the one row that has it; a key, with a stroke in it, any other."""
    groups = [
        Group((0,), same("hire", "a/1"), "managed", None),
        Group((1,), None, "places", None),
        Group((2,), None, "studios", None),
        Group((3,), None, "studios", None),
        Group((4,), same("courses", "a/5"), "", None),
        Group((5,), None, "courses", None),
        Group((6,), same("hire", "a/9"), "rotation", None),  # a contradiction: the first has the name
        Group((7,), None, "", None),
        Group((8,), Decision("same", ("a/9", "b/9")), "quality", None),
    ]
    assert row_ids(groups) == {0: "hire", 1: "places", 4: "courses", 6: "rotation", 8: "quality"}


# --- what may be the promise ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("covered", [True, False])
def test_a_plan_with_a_near_passage_is_unsure_whatever_its_text_covers(blank: Plan, covered: bool) -> None:
    other = blank._replace(id="b") if covered else excerpt(blank._replace(id="b"))
    near = [commitment("b/7", "区管校聘试点"), commitment("b/3", "校聘")]
    row = row_of(["a/1"], [blank, other], near=near)
    assert row.cells["b"] == ("unsure", (), "", (Near(near[0], 90), Near(near[1], 80)))
    assert (row.status, row.made, row.covered, row.unsure, row.missing) == ("unique", 1, 1 + covered, 1, ())
    assert row.commitments == row.cells["a"].commitments


def test_what_cannot_apply_is_not_unsure(blank: Plan) -> None:
    city = blank._replace(id="b", not_applicable={"staffing": "no schools of its own"})
    row = row_of(["a/1"], [blank, city], near=[commitment("b/7")])
    assert (row.cells["b"].status, row.unsure, row.covered) == ("not_applicable", 0, 1)


def test_each_plan_has_its_own_candidates(blank: Plan) -> None:
    plans = [blank._replace(id=name) for name in "abcd"]
    row = row_of(["a/1"], plans, near=[commitment("c/1"), commitment("b/1"), commitment("c/2")])
    assert {id: [near.commitment.key for near in cell.candidates] for id, cell in row.cells.items()} == {
        "a": [], "b": ["b/1"], "c": ["c/1", "c/2"], "d": [],
    }  # fmt: skip
    assert (row.unsure, row.covered, row.missing) == (2, 4, ("d",))


# --- copies --------------------------------------------------------------------------------------------------------


def test_a_copy_says_what_its_plan_says_under_a_name_of_its_own(blank: Plan) -> None:
    plan = blank._replace(commitments=(commitment("a/1"),))
    copy = copy_of(plan, 2)
    assert (copy.id, copy.name) == ("a#2", f"{plan.name}#2") and [c.key for c in copy.commitments] == ["a#2/1"]
    assert (original_key("a#2/1"), original_key("a/1"), original_key("b/x#2/1")) == ("a/1", "a/1", "b/x#2/1")


def test_a_row_with_copies_counts_each(blank: Plan) -> None:
    a, b = blank, blank._replace(id="b")
    plans = [a, b, copy_of(a, 2), copy_of(b, 2), copy_of(a, 3)]
    row = row_of(["a/1"], [a, b], near=[commitment("b/7")])
    told = with_copies(row, plans)
    assert list(told.cells) == ["a", "b", "a#2", "b#2", "a#3"]
    assert [c.key for c in told.commitments] == ["a/1", "a#2/1", "a#3/1"]
    assert told.cells["b#2"] == ("unsure", (), "", (Near(commitment("b#2/7"), 90),))
    assert (told.status, told.made, told.covered, told.unsure) == ("partial", 3, 5, 2)
    assert (told.id, told.core, told.label) == (row.id, row.core, row.label)
    assert with_copies(row, [a, b]) is row


def test_a_row_of_a_plan_and_its_copies_is_shared(blank: Plan) -> None:
    told = with_copies(row_of(["a/1"], [blank]), [blank, copy_of(blank, 2)])
    assert (told.status, told.made, told.covered, told.unsure) == ("shared", 2, 2, 0)
    lone = with_copies(row_of(["a/1"], [blank, blank._replace(id="b")]), [blank, blank._replace(id="b")])
    assert lone.status == "unique"


def test_blanks_of_copies_count_like_those_of_their_plans(blank: Plan) -> None:
    a, b, c = blank, blank._replace(id="b"), excerpt(blank._replace(id="c"))
    told = with_copies(row_of(["a/1"], [a, b, c]), [a, b, c, copy_of(b, 2), copy_of(c, 2)])
    assert (told.status, told.made, told.covered, told.missing) == ("unique", 1, 3, ("b", "b#2"))


def test_plans_without_commitments_have_no_rows(empty: Corpus) -> None:
    assert compare(empty).rows == ()


def target(value: int) -> Target:
    return Target("inclusive-coverage", "", ">=", value, None, None, "%", 2025, None)


@st.composite
def promises(draw: st.DrawFn) -> list[Commitment]:
    """Commitments of no plan yet, some with a pinned theme and a figure."""
    texts = draw(st.lists(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4), min_size=1, max_size=5))
    themes = st.sampled_from(["", "preschool", "staffing", "training"])
    figures = st.lists(st.integers(80, 95).map(target), max_size=1).map(tuple)
    return [
        Commitment(
            "", f"{n:02}", Section("1", "一", "主要任务"), "、".join(t), theme=draw(themes), targets=draw(figures)
        )
        for n, t in enumerate(texts)
    ]


def corpus_of(empty: Corpus, decisions: Sequence[Decision] = (), **plans: Sequence[Commitment]) -> Corpus:
    made = [
        empty.plans[0]._replace(id=name, name=name, commitments=tuple(c._replace(plan=name) for c in commitments))
        for name, commitments in plans.items()
    ]
    return empty._replace(plans=tuple(made), rulings=Rulings(tuple(decisions)))


def told(comparison: Comparison) -> list[tuple[str, str, str, list[str]]]:
    return [(row.id, row.theme, row.status, sorted(c.key for c in row.commitments)) for row in comparison.rows]


@pytest.mark.slow
@given(promises())
def test_a_plan_against_its_renamed_copy_is_all_shared_without_differences(
    empty: Corpus, made: list[Commitment]
) -> None:
    comparison = compare(corpus_of(empty, a=made, b=made))
    assert {row.status for row in comparison.rows} == {"shared"}
    assert comparison.differences == ()


@pytest.mark.slow
@given(promises(), promises(), promises(), st.permutations("abc"))
def test_the_order_of_plans_and_decisions_changes_nothing(
    empty: Corpus, a: list[Commitment], b: list[Commitment], c: list[Commitment], order: list[str]
) -> None:
    decisions = [same("r1", "a/00", "c/00"), Decision("different", ("a/00", "b/00"))]
    straight = compare(corpus_of(empty, decisions, a=a, b=b, c=c))
    made = {"a": a, "b": b, "c": c}
    turned = compare(corpus_of(empty, decisions[::-1], **{name: made[name][::-1] for name in order}), order)
    assert told(turned) == told(straight)
    assert [plan.id for plan in turned.plans] == order


@pytest.mark.slow
@given(promises(), promises(), promises())
def test_adding_a_plan_leaves_decided_rows_as_they_were_decided(
    empty: Corpus, a: list[Commitment], b: list[Commitment], c: list[Commitment]
) -> None:
    decision = same("r1", "a/00", "b/00")
    for plans in ({"a": a, "b": b}, {"a": a, "b": b, "c": c}):
        comparison = compare(corpus_of(empty, [decision], **plans))
        [row] = [row for row in comparison.rows if row.decided]
        assert row.id == "r1"
        newcomers = {c.key for c in row.commitments} - {"a/00", "b/00"}
        assert (row.weakest_link is None) == (not newcomers)
        assert {"a/00", "b/00"} <= {c.key for c in row.commitments}
    unaided = compare(corpus_of(empty, [decision], a=a, b=b), decisions=False)
    assert not any(row.decided for row in unaided.rows)
