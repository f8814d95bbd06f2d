"""Figures in running text: what they count, how they are bounded, and which numbers are none."""

import pytest

from plancompare.drafting.encoding.quantities import Figure
from tests.drafting.encoding.support import figure_reader


def read(text: str) -> list[Figure]:
    return figure_reader().read(text)


def told(figure: Figure) -> tuple[object, ...]:
    """Bound, value or range, unit."""
    value = figure.value if figure.op != "range" else (figure.low, figure.high)
    return (figure.op, value, f"{figure.unit}/{figure.often}" if figure.often else figure.unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("普惠性幼儿园覆盖率达到90%", (">=", 90, "%")),
        ("普惠率九成以上", (">=", 90, "%")),
        ("保持在九成五以上", (">=", 95, "%")),
        ("八成半随迁子女入读公办学校", ("=", 85, "%")),
        ("入学率达到百分之九十八点五", (">=", 98.5, "%")),
        ("百分之九十五以上的教师", (">=", 95, "%")),
        ("三分之一以上", (">=", 33.33, "%")),
        ("按标准的一半计入", ("=", 50, "%")),
        ("平安校园达标率达到100%", ("=", 100, "%")),
        ("新增约4.5万个学位", ("about", 45000, "个")),
        ("新增学位30000个左右", ("about", 30000, "个")),
        ("工作室5-10个", ("range", (5, 10), "个")),
        ("新增学位3—5万个", ("range", (30000, 50000), "个")),
        ("新建幼儿园三十所", ("=", 30, "所")),
        ("职普比1:1", ("=", 1, "1:n")),
        ("师生配比达到1:15以内", ("<=", 15, "1:n")),
        ("控制在30人以内", ("<=", 30, "人")),
        ("近视率低于50%", ("<", 50, "%")),
        ("占比超过56%", (">", 56, "%")),
        ("建设名师工作室100余个", (">", 100, "个")),
        ("培训教师三千人次", ("=", 3000, "人次")),
        ("投入资金1.2亿元", ("=", 1.2, "亿元")),
        ("安排专项经费500万元", ("=", 500, "万元")),
        ("每学期至少召开1次会议", (">=", 1, "次/学期")),
        ("月巡检次数不低于5000次", (">=", 5000, "次/月")),
        ("每两年评选一次", ("=", 1, "次/两年")),
        ("标准不低于每人每年六百元", (">=", 600, "元/人年")),
        ("优秀率达到参评总数的15%", (">=", 15, "%")),
        ("近视率每年下降0.5个百分点", (">=", 0.5, "个百分点")),
        ("继续服务至少5年以上", (">=", 5, "年")),
        ("每个县至少办好一所公办学校", (">=", 1, "所/县")),
        ("稳定在99%", ("=", 99, "%")),
        ("≥90%", (">=", 90, "%")),
        ("达到９０％", (">=", 90, "%")),
        ("按照教师队伍总数10%的比例", ("=", 10, "%")),
        ("学生人数3%的比例", ("=", 3, "%")),
        ("配备二到三名教师", ("range", (2, 3), "名")),
        ("用五年的时间", ("=", 5, "年")),
        ("通过三年左右的努力", ("about", 3, "年")),
        ("经过三到五年的努力", ("range", (3, 5), "年")),
        ("用两年时间新建幼儿园6所", ("=", 6, "所")),
    ],
)
def test_one_figure(text: str, expected: tuple[object, ...]) -> None:
    assert [told(figure) for figure in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "实施三年行动计划",
        "“十四五”期间",
        "到2025年",
        "2023年9月底前",
        "落实一校一策、三区三州",
        "推进1+X证书",
        "创建5A级",
        "建成5G网络",
        "普及“三个课堂”",
        "《关于做好2022年12项工作的通知》",
        "打造一支高素质队伍",
        "培育一批名师",
        "每10万人口",
        "办好小学五年级的劳动课",
        "庆祝建党100周年",
        "发放一次性补助",
        "第3次会议",
        "九年义务教育",
        "五年内",
        "数10名教师",
        "用数年时间",
        "12345热线",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == []


def test_several_figures_in_their_order() -> None:
    text = "培育8—10名有影响力的专业带头人和3个教学创新团队"
    assert [told(f) for f in read(text)] == [("range", (8, 10), "名"), ("=", 3, "个")]
    assert [text[f.start : f.end] for f in read(text)] == ["8—10名", "3个"]


@pytest.mark.parametrize(
    ("text", "op", "value", "base", "year"),
    [
        ("毛入园率由2020年的85%提高到90%", ">=", 90, 85, 2020),
        ("从85%提升至90%以上", ">=", 90, 85, None),
        ("大班额比例由5%降至1%", "<=", 1, 5, None),
        ("由百分之七十八提高到百分之八十六", ">=", 86, 78, None),
    ],
)
def test_where_a_figure_starts_from(text: str, op: str, value: float, base: float, year: int | None) -> None:
    (figure,) = read(text)
    assert (figure.op, figure.value, figure.base, figure.base_year) == (op, value, base, year)


def test_a_figure_that_only_tells_which_is_none() -> None:
    assert [told(f) for f in read("撤并十人以下教学点十五个")] == [("=", 15, "个")]


def test_a_sum_of_what_is_listed_is_none() -> None:
    assert read("实施甲计划、乙计划、丙计划三项重点工程") == []
    assert figure_reader().summed("实施甲计划、乙计划、丙计划三项重点工程") == (3, 13)


@pytest.mark.parametrize("text", ["", "%", "第", "由提高到", "1" * 400 + "个", "一" * 200 + "个", "九成" * 50])
def test_odd_text_breaks_nothing(text: str) -> None:
    read(text)
