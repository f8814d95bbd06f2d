"""Figures beside each other: end of period with end of period, and nothing that measures another thing."""

import pytest

from plancompare.asking.desk.gaps import find_gaps
from plancompare.asking.desk.out_of_line import OutOfLine, stands
from plancompare.comparing.comparison import compare
from plancompare.model import Commitment, Source, Target
from plancompare.reading.collection import load, shipped
from plancompare.telling.desk_gaps import own_figure, standing
from plancompare.telling.source import Source as Telling
from tests.desks import basis, commitment, corpus, plan, same, target

INDICATORS = basis().indicators


def beside(mine: Commitment, *theirs: Target, also: tuple[Commitment, ...] = ()) -> tuple[OutOfLine, ...]:
    """What is out of line where a peer has ``theirs`` in the row of ``mine``; the draft says ``also`` elsewhere."""
    peer = commitment("a", "a1", "推行教师县管校聘改革", "staffing", *theirs)
    made = corpus([plan("a", [peer]), plan("d", [mine, *also])], [same("r", "a/a1", mine.key)])
    return find_gaps(compare(made), "d").figures


def own(*targets: Target, text: str = "推行教师县管校聘改革") -> Commitment:
    return commitment("d", "d1", text, "staffing", *targets)


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        (target(90, by=2030), target(90, by=2025), "later_period"),
        (target(95, by=2030), target(90, by=2025), "later_period"),
        (target(85, by=2030), target(90, by=2025), "later_period"),
        (target(85, by=2026), target(90, by=2025), "later_period"),
        (target(90, by=2025), target(95, by=2030), "earlier_period"),
        (target(90, by=2035), target(95, by=2030), "later_period"),
        (target(90, by=2030), target(95, by=2030), "stronger"),
        (target(90, by=2027), target(95, by=2030), "mixed"),  # a milestone and an end of one period
        (target(90, by=None), target(95, by=2025), "stronger"),  # a standing norm is of no period
        (target(90, by=2030), target(90, "个", by=2025), "not_comparable"),
    ],
)
def test_figures_of_two_periods_are_told_as_such(mine: Target, theirs: Target, told: str) -> None:
    assert stands(mine, theirs, INDICATORS) == told


def test_the_end_of_a_period_counts_not_a_milestone_on_the_way() -> None:
    assert beside(own(target(80, by=2027), target(90, by=2030)), target(70, by=2028), target(90, by=2030)) == ()
    [found] = beside(own(target(80, by=2027), target(90, by=2030)), target(85, by=2023), target(85, by=2025))
    assert (found.mine, found.peers) == (target(90, by=2030), {"a": target(85, by=2025)})
    assert (found.relations, found.values) == ({"a": "later_period"}, {"a": "weaker"})


def test_what_is_only_done_or_not_is_no_figure_that_a_draft_lacks() -> None:
    """A plan of 2022 for a reform, which the manual writes as 1 项 by 2022."""
    thing = target(1, "项", 2022, "改革实施方案")._replace(op="=")
    assert beside(own(), thing) == ()
    assert [found.measure for found in beside(own(), thing, target(90))] == [target(90).measure]
    [found] = beside(own(thing._replace(by=2028)), target(90))
    assert (found.mine, found.others) == (None, ())
    [found] = beside(own(thing._replace(by=2024)), thing)  # one thing, another year
    assert found.relations == {"a": "earlier"}


def test_how_the_values_stand_is_told_beside_the_period() -> None:
    made = corpus([plan("a", [own()._replace(plan="a")]), plan("d")])
    telling = {lang: Telling(compare(made), lang) for lang in ("zh", "en")}
    [found] = beside(own(target(90, by=2030)), target(95, by=2025))
    assert standing(found, "a", telling["zh"]) == "草案属后一规划期，同类的数值更高"
    assert standing(found, "a", telling["en"]) == "later period: the draft's figure; the peer's value is stronger"


@pytest.mark.parametrize(
    ("mine", "theirs", "shown"),
    [
        # called otherwise: 65 % beside >85 %
        (own(target(65, measure="专业课教师占比", by=2030)), target(85, op=">"), "≥65% (2030)（口径或名称不同）"),
        # counted otherwise: 节 beside 课时
        (
            own(target(1, "节/周", None, "心理健康课")),
            target(1, "课时", None, "劳动课时"),
            "≥1 节/周（口径或名称不同）",
        ),
        # in words alone, which no target holds
        (own(text="七成以上学校推行县管校聘"), target(60), "见原文“七成以上学校推行县管校聘”"),
        (own(text="每周安排两节劳动课"), target(1, "课时", None, "劳动课时"), "见原文“每周安排两节劳动课”"),
        (own(text="半数学校推行县管校聘"), target(60), "见原文“半数学校推行县管校聘”"),
        (own(text="推行县管校聘的学校达到百分之六十"), target(60), "见原文“推行县管校聘的学校达到百分之六十”"),
        # a year is no figure
        (own(text="2027年推行县管校聘"), target(60), "未写此数值"),
        (own(), target(60), "未写此数值"),
    ],
)
def test_a_figure_that_stands_in_the_draft_is_not_told_as_absent(mine: Commitment, theirs: Target, shown: str) -> None:
    [found] = beside(mine, theirs)
    telling = Telling(compare(corpus([plan("d", [mine])])), "zh")
    assert own_figure(found, telling) == shown
    assert found.mine is None
    assert set(found.relations.values()) == {"unquantified" if shown == "未写此数值" else "not_comparable"}


def test_a_figure_that_the_draft_names_in_another_place_is_its_figure() -> None:
    elsewhere = commitment("d", "d2", "普惠性幼儿园覆盖率达到90%", "preschool", target(90))
    [found] = beside(own(), target(95), also=(elsewhere,))
    assert (found.mine, found.relations) == (target(90), {"a": "stronger"})
    assert beside(own(), target(90), also=(elsewhere,)) == ()


def test_one_unregistered_figure_on_each_side_in_one_unit_counts_the_same() -> None:
    [found] = beside(own(target(6, "个", measure="名师工作室")), target(10, "个", measure="工作室"))
    assert (found.mine, found.relations) == (target(6, "个", measure="名师工作室"), {"a": "stronger"})


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (target(99.5), target(5, measure="large-classes", op="<=")),  # two indicators
        (target(99.5, measure="全区大班额比例"), target(90)),  # one that a label names
    ],
)
def test_measures_that_are_different_are_not_set_against_each_other(mine: Target, theirs: Target) -> None:
    assert beside(own(mine), theirs) == ()


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("新增幼儿园学位3000个", False),  # of another stage than the peer's
        ("新增普通高中学位3000个", False),
        ("新增中小学学位3000个", True),
        ("新增学位3000个", True),  # of which stage is not said
    ],
)
def test_a_label_that_means_another_stage_elsewhere_is_another_figure(words: str, held: bool) -> None:
    mine = commitment("d", "d2", words, "layout", target(3000, "个", measure="新增学位"))
    peer = commitment("a", "a1", "新增中小学学位8000个", "layout", target(8000, "个", measure="新增学位"))
    school = commitment("d", "d1", "加强中小学学位供给", "layout")
    made = corpus([plan("a", [peer]), plan("d", [school, mine])], [same("r", "a/a1", "d/d1")], load(shipped()).codebook)
    [found] = [figure for figure in find_gaps(compare(made), "d").figures if figure.row.id == "r"]
    assert found.mine == (mine.targets[0] if held else None)
    assert found.relations["a"] in (("stronger",) if held else ("unquantified", "not_comparable"))


@pytest.mark.parametrize("label", ["", "义务教育巩固率", "九年义务教育巩固率"])
def test_retention_is_no_enrolment_nearby(label: str) -> None:
    held = load(shipped())
    kept = Target("" if label else "nine-year-retention", label, ">=", 99.5, None, None, "%", 2030, None)
    mine = next(p for p in held.plans if p.id == "fengtai")._replace(id="mine", name="某", source=Source("full"))
    one = next(c for c in mine.commitments if c.id == "ft-012")._replace(plan="mine", targets=(kept,))
    made = held._replace(plans=(*held.plans, mine._replace(commitments=(one,))))
    found = find_gaps(compare(made, ["fengtai", "mine"]), "mine")
    assert "compulsory-nearby-enrolment" not in {figure.measure for figure in found.figures}
