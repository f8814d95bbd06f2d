"""Figures and clauses that only say which things are meant, when, or by whom: no targets, no promises of their own."""

from pathlib import Path

import pytest

from tests.drafting.encoding.support import cutter, figure_reader, proposed, records, units


@pytest.mark.parametrize(
    "text",
    [
        "五百人以上的学校单设食堂",
        "驻村满三年的医生优先晋级",
        "连续服务满两届的主任应当轮换",
        "七十岁以上老人免费乘车",
        "不再新建八个床位以下的小院",
        "依托镇上两所学校建立图书角",
        "由水务、环保两家的平台比对后公布",
        "发现一例、处置一例",
        "服务千家万户",
        "办好三件实事",
        "计划过半时组织一次评估",
    ],
)
def test_no_figure(text: str) -> None:
    assert [f for f in figure_reader().read(text) if f.unit != "次"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成八所以上的示范校", (">=", 8, "所")),
        ("90%以上的学校配备校医", (">=", 90, "%")),
        ("接报后12小时内答复", ("<=", 12, "小时")),
        ("报表压减一半", ("=", 50, "%")),
        ("把十二个网站并成一个", ("=", 1, "个")),
        ("每天锻炼不少于一小时", (">=", 1, "小时")),
        ("教师平均年龄降到40岁以下", ("<=", 40, "岁")),
    ],
)
def test_a_figure(text: str, expected: tuple[object, ...]) -> None:
    assert [(f.op, f.value, f.unit) for f in figure_reader().read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("条件不够的，应当合建卫生室。", ["应当合建卫生室"]),
        ("建立轮岗制度，年满届的由镇政府安排。", ["建立轮岗制度"]),
        ("完善诊疗方案，由专家组驻点指导。", ["完善诊疗方案"]),
        ("新建校舍五栋，与小区同步规划、同步交付。", ["新建校舍五栋"]),
        ("由镇政府牵头组建联合会。", ["由镇政府牵头组建联合会"]),
    ],
)
def test_conditions_and_ways(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_by_when_belongs_to_the_act_before_it() -> None:
    (unit,) = cutter().cut("向各村选派联络员，2023年底前全部到位。")
    assert unit.deadline is not None
    assert (unit.text, unit.deadline.year, unit.of_all) == ("向各村选派联络员", 2023, True)


def test_a_unit_behind_other_words_in_brackets(tmp_path: Path) -> None:
    head = "| 指标 | 2020年 | 2025年 |\n|---|---|---|\n"
    rows = f"{head}| 床位净增（乡镇到县城，张） | — | 1,200 |\n| 入住率 | 60% | 80%+ |\n"
    (tmp_path / "x.md").write_text(f"一、主要任务\n\n{rows}", encoding="utf-8")
    found = [t for r in proposed(tmp_path / "x.md", (2021, 2025))[1] for t in r.commitment.targets]
    assert [(t.op, t.value, t.unit) for t in found] == [("=", 1200, "张"), (">=", 80, "%")]


def test_states_of_the_situation_stay_there(tmp_path: Path) -> None:
    text = (
        "一、发展基础\n（一）基础\n1.保障能力不断增强\n建成工作站14个，就业率保持在96%以上。\n"
        "二、主要任务\n（一）补齐卫生服务短板\n新建卫生室六所。\n"
    )
    assert [r.commitment.text for r in records(tmp_path, text)] == ["新建卫生室六所"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保中小学教师平均工资收入不低于当地公务员平均工资收入。", [(">=", 100)]),
        ("确保中小学教师平均工资收入高于本地公务员平均工资水平。", [(">", 100)]),
        ("确保村医平均收入不低于当地平均水平。", []),  # the registry has no such ratio
    ],
)
def test_what_is_compared_with_an_average(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    found = records(tmp_path, f"一、主要任务\n{text}\n")
    assert len(found) == 1
    assert [(t.op, t.value) for t in found[0].commitment.targets] == expected
