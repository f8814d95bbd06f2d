"""A plan's own house: what nobody can check, what is hedged, what is promised twice with different figures."""

import pytest
from hypothesis import given

from plancompare.asking.desk.housekeeping import Untidy, look_over
from plancompare.model import Commitment, Corpus, Evidence, Target
from tests.desks import basis, between, commitment, corpora, target

INDICATORS = basis().indicators
PLAIN = commitment("d", "d1", "推行教师县管校聘改革", "staffing")


def looked(*commitments: Commitment) -> list[tuple[str, str]]:
    return [(found.fault, found.commitment.id) for found in look_over(commitments, INDICATORS)]


@pytest.mark.parametrize(
    ("made", "bound"),
    [
        (PLAIN, False),
        (PLAIN._replace(targets=(target(90),)), True),
        (PLAIN._replace(lead=("教委",)), True),
        (PLAIN._replace(support=("财政局",)), True),
        (PLAIN._replace(text="2027年前推行县管校聘"), True),
        (PLAIN._replace(text="到2030基本形成格局"), True),
        (PLAIN._replace(evidence=(Evidence("2027年底前推行"),)), True),
        # what comes round can be checked when it does
        (PLAIN._replace(text="每年发布学位预警"), True),
        (PLAIN._replace(text="每学期开展一次安全演练"), True),
        (PLAIN._replace(text="每两年评选一次骨干教师"), True),
        (PLAIN._replace(text="每个学年公布招生结果"), True),
        (PLAIN._replace(text="每季度通报整改情况"), True),
        (PLAIN._replace(text="保证学生每天两小时体育活动"), True),
        (PLAIN._replace(text="教育投入逐年增长"), True),
        (PLAIN._replace(text="督导评估三年一轮"), True),
        (PLAIN._replace(text="向社会发布教育质量年度报告"), True),
        (PLAIN._replace(evidence=(Evidence("每年发布预警"),)), True),
        # no turn: a grade, an age, a place, each of several
        (PLAIN._replace(text="关心每年级学生"), False),
        (PLAIN._replace(text="覆盖每年龄段儿童"), False),
        (PLAIN._replace(text="美化每周边环境"), False),
        (PLAIN._replace(text="办好每一所学校"), False),
        (PLAIN._replace(text="完善年度考核办法"), False),
        (PLAIN._replace(text="定期开展教研活动"), False),
        (PLAIN._replace(text="健全学年学分制"), False),
        # numbers that are no year, programmes, words of strength
        (PLAIN._replace(text="实施能力提升工程2.0"), False),
        (PLAIN._replace(text="新增学位12027个"), False),
        (PLAIN._replace(named=("春苗计划",)), False),
        (PLAIN._replace(strength="binding"), False),
    ],
)
def test_unbound_is_what_has_no_figure_no_deadline_and_no_body(made: Commitment, bound: bool) -> None:
    assert (("unbound", "d1") in looked(made)) is not bound


def test_hedged_words_are_told_with_the_word() -> None:
    hedged = PLAIN._replace(strength="hedged", word="力争", lead=("教委",))
    assert look_over([hedged], INDICATORS) == (Untidy(hedged, "hedged", "力争"),)
    assert looked(PLAIN._replace(strength="plan", word="力争", lead=("教委",))) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (target(90), target(85), True),
        (target(90), target(90), False),
        (target(90), target(90, op=">"), True),
        (target(90, by=2024), target(95, by=2025), False),  # a milestone and a goal
        (target(90, by=None), target(95, by=None), True),
        (target(90), target(90, unit="个"), False),
        (target(90), target(5, measure="large-classes"), False),
        (target(10, "个", measure="工作室"), target(12, "个", measure="工作室"), True),
        (target(10, "个", measure="工作室"), target(12, "个", measure="基地"), False),
        (between(5, 10, "个", "工作室"), between(5, 12, "个", "工作室"), True),
        (between(5, 10, "个", "工作室"), between(5, 10, "个", "工作室"), False),
    ],
)
def test_one_measure_and_year_with_two_figures(one: Target, other: Target, differ: bool) -> None:
    first, second = PLAIN._replace(targets=(one,)), PLAIN._replace(id="d2", targets=(other,))
    found = look_over([first, second], INDICATORS)
    assert found == ((Untidy(second, "figures", "", first, other.measure),) if differ else ())
    assert len(look_over([second, first], INDICATORS)) == differ


def test_a_commitment_may_contradict_itself() -> None:
    both = PLAIN._replace(targets=(target(90), target(85)))
    assert look_over([both], INDICATORS) == (Untidy(both, "figures", "", both, "inclusive-coverage"),)


def test_three_that_differ_are_three_pairs() -> None:
    three = [PLAIN._replace(id=f"d{value}", targets=(target(value),)) for value in (80, 85, 90)]
    found = look_over(three, INDICATORS)
    assert [(u.other.id if u.other else "", u.commitment.id) for u in found] == [
        ("d80", "d85"),
        ("d80", "d90"),
        ("d85", "d90"),
    ]


@pytest.mark.slow
@given(corpora("ab"))
def test_fault_by_fault_in_the_order_given_and_each_once(made: Corpus) -> None:
    commitments = made.plans[0].commitments
    found = look_over(commitments, INDICATORS)
    kinds = [untidy.fault for untidy in found]
    assert kinds == sorted(kinds, key=["figures", "unbound", "hedged"].index)
    ids = [c.id for c in commitments]
    for fault in ("unbound", "hedged"):
        told = [untidy.commitment.id for untidy in found if untidy.fault == fault]
        assert told == sorted(set(told), key=ids.index)
    assert [u.commitment for u in found if u.fault == "hedged"] == [c for c in commitments if c.strength == "hedged"]
    assert [u.commitment for u in found if u.fault == "unbound"] == [
        c for c in commitments if not (c.targets or c.lead)
    ]


@pytest.mark.slow
@given(corpora("ab"))
def test_pairs_of_figures_do_not_depend_on_the_order(made: Corpus) -> None:
    def pairs(commitments: tuple[Commitment, ...]) -> set[tuple[str, frozenset[str]]]:
        told = [u for u in look_over(commitments, INDICATORS) if u.fault == "figures"]
        return {(u.measure, frozenset([u.commitment.id, u.other.id])) for u in told if u.other}

    commitments = made.plans[0].commitments
    assert pairs(commitments) == pairs(commitments[::-1])
    assert looked() == []
