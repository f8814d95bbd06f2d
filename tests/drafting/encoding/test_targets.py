"""From figures to targets: indicators, labels, years, all and nothing, milestones; indicator and task tables."""

from pathlib import Path

import pytest

from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.tables import Table
from plancompare.drafting.encoding.years import Years
from plancompare.model import Target
from tests.drafting.encoding.support import records, steering, words


def targets(folder: Path, text: str, period: tuple[int, int] | None = (2021, 2025)) -> list[Target]:
    return [t for record in records(folder, f"一、主要任务\n{text}\n", period) for t in record.commitment.targets]


def told(target: Target) -> tuple[object, ...]:
    return (target.measure, target.op, target.value, target.unit, target.by)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("普惠性幼儿园覆盖率达到90%。", ("inclusive-kindergarten-coverage", ">=", 90, "%", 2025)),
        ("学前教育普惠率达到九成以上。", ("inclusive-kindergarten-coverage", ">=", 90, "%", 2025)),
        ("新增约3万个学前教育公办学位。", ("new-kindergarten-places-public", "about", 30000, "个", 2025)),
        ("大班额比例控制在1%以内。", ("large-class-share", "<=", 1, "%", 2025)),
        ("大班额比例达到1%。", ("large-class-share", "<=", 1, "%", 2025)),  # less is better
        ("2023年底前新建公办幼儿园12所。", ("公办幼儿园", "=", 12, "所", 2023)),
        ("到2022年，建立教研基地5个。", ("教研基地", "=", 5, "个", 2022)),
        ("建设4所智慧学校示范校。", ("smart-model-schools", "=", 4, "所", 2025)),
        ("中小学“三个课堂”应用全覆盖。", ("three-classrooms-coverage", "=", 100, "%", 2025)),
        ("力争实现区内公办校零择校。", ("public-school-choice-rate", "=", 0, "%", 2025)),
        ("2022年制定教师管理改革实施方案。", ("教师管理改革实施方案", "=", 1, "项", 2022)),
        ("所有学校都配备专职保安。", ("所有学校都配备专职保安", "=", 100, "%", 2025)),
    ],
)
def test_one_target(tmp_path: Path, text: str, expected: tuple[object, ...]) -> None:
    assert [told(target) for target in targets(tmp_path, text)] == [expected]


@pytest.mark.slow
@pytest.mark.parametrize("text", ["到2025年，建立教研制度。", "对违规行为实行零容忍。", "面向所有学生开展家访。"])
def test_no_target(tmp_path: Path, text: str) -> None:
    assert targets(tmp_path, text) == []


def test_without_a_period_no_year_is_made_up(tmp_path: Path) -> None:
    assert [t.by for t in targets(tmp_path, "建立教研基地5个。", None)] == [None]


TABLE = """一、主要任务

| 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|
| 学前三年毛入园率 | % | 86 | ≥90 | 预期性 |
| 九年义务教育巩固率（%） |  | 95.2 | 96以上 | 约束性 |
| 劳动年龄人口平均受教育年限 | 年 | 10.2 | 11 | 约束性 |
| 其中：新增劳动力平均受教育年限 | 年 | 12.8 | 13.5 | 预期性 |
| 新建改扩建幼儿园 | 所 | - | [16] | 预期性 |
| 尚无目标的一项 | 所 | 3 | — | 预期性 |
"""


def test_an_indicator_table(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(TABLE, encoding="utf-8")
    from tests.drafting.encoding.support import proposed

    found = [record.commitment for record in proposed(tmp_path / "x.md", (2021, 2025))[1]]
    shown = [
        (t.measure, t.op, t.value, t.unit, t.by, (t.baseline.value, t.baseline.year) if t.baseline else None)
        for c in found
        for t in c.targets
    ]
    assert shown == [
        ("preschool-gross-enrolment", ">=", 90, "%", 2025, (86, 2020)),
        ("nine-year-retention", ">=", 96, "%", 2025, (95.2, 2020)),
        ("working-age-schooling-years", "=", 11, "年", 2025, (10.2, 2020)),
        ("new-workforce-schooling-years", "=", 13.5, "年", 2025, (12.8, 2020)),
        ("kindergartens-built", "=", 16, "所", 2025, None),
    ]
    assert [(c.strength, c.word) for c in found[:2]] == [("plan", ""), ("binding", "约束性")]
    assert [c.evidence[0].quote for c in found[:1]] == ["学前三年毛入园率"]


TASKS = """一、任务分工

| 序号 | 重点任务 | 工作内容 | 牵头单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|---|
| 1 | 学前教育 | 新建城关幼儿园；改扩建乡镇园4所 | 县教育局 | 县财政局、县住建局 | 2023年12月 |
| 2 | 教师队伍 | 建设教师周转宿舍120套 | 县教育局、县住建局 | | 2025年底 |
"""


def test_a_table_of_tasks(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(TASKS, encoding="utf-8")
    from tests.drafting.encoding.support import proposed

    found = [record.commitment for record in proposed(tmp_path / "x.md", (2021, 2025))[1]]
    assert [(c.section.heading, c.text, [told(t) for t in c.targets], c.lead, c.support) for c in found] == [
        (
            "学前教育",
            "新建城关幼儿园",
            [("城关幼儿园", "=", 1, "项", 2023)],
            ("县教育局",),
            ("县财政局", "县住建局"),
        ),
        (
            "学前教育",
            "改扩建乡镇园4所",
            [("乡镇园", "=", 4, "所", 2023)],
            ("县教育局",),
            ("县财政局", "县住建局"),
        ),
        (
            "教师队伍",
            "建设教师周转宿舍120套",
            [("教师周转宿舍", "=", 120, "套", 2025)],
            ("县教育局", "县住建局"),
            (),
        ),
    ]


@pytest.mark.parametrize("rows", [(), ((),), (("",),), (("指标",),), (("指标", "2025年"),), (("甲", "乙"), ("丙",))])
def test_odd_tables_break_nothing(rows: tuple[tuple[str, ...], ...]) -> None:
    table = Table(rows, 0, steering(), Years((2021, 2025), steering()))
    list(table.indicators())
    list(table.tasks())


def test_a_lexicon_without_steering_words_finds_nothing_to_steer_by() -> None:
    bare = Steering(words()[0].lexicon._replace(encoding={}))
    assert bare.opens("acts", "建立制度") == "" and bare.adverbs.match("进一步") is None
