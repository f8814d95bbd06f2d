"""Clauses that make one promise together, and clauses that make several: whose figure it is, and of how many things."""

from pathlib import Path

import pytest

from plancompare.comparing.coding import Coder, Coding, Hearing
from plancompare.drafting.encoding.records import Record
from tests.drafting.encoding.support import records, units

Told = tuple[str, list[tuple[object, ...]]]


def found(folder: Path, text: str) -> list[Record]:
    return records(folder, f"一、主要任务\n{text}\n")


def told(folder: Path, text: str) -> list[Told]:
    """Each record: its words, and what its targets measure with bound, value or range, unit and year."""
    return [
        (
            record.commitment.text,
            [
                (t.measure, t.op, t.value if t.op != "range" else (t.low, t.high), t.unit, t.by)
                for t in record.commitment.targets
            ],
        )
        for record in found(folder, text)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "measure", "op", "value", "unit"),
    [
        ("开展校长培训，每年不少于2次", "校长培训", ">=", 2, "次/年"),
        ("组织教师体检，每两年1次", "教师体检", "=", 1, "次/两年"),
        ("实行校长陪餐制度，每周不少于3次", "校长陪餐制度", ">=", 3, "次/周"),
        ("落实教师全员培训制度，每五年不少于360学时", "教师全员培训制度每五年", ">=", 360, "学时"),
        ("开设心理健康课程，每两周至少1课时", "心理健康课程每两周", ">=", 1, "课时"),
        ("组织学生社会实践，每学年不少于10天", "学生社会实践每学年", ">=", 10, "天"),
        ("实行弹性离校，时间不少于2小时", "弹性离校时间", ">=", 2, "小时"),
        ("安排教师到企业实践，每年累计不少于1个月", "教师到企业实践每年累计", ">=", 1, "个月"),
        ("设立教育发展基金，每年不低于500万元", "教育发展基金", ">=", 500, "万元/年"),
        ("推进县中托底，每县不少于1所", "县中托底", ">=", 1, "所/县"),
        ("严格控制班额，每班不超过45人", "每班人数", "<=", 45, "人/班"),
        ("义务教育巩固率保持高位，不低于99%", "nine-year-retention", ">=", 99, "%"),
    ],
)
def test_a_figure_that_names_nothing_is_of_the_act_before_it(
    tmp_path: Path, text: str, measure: str, op: str, value: float, unit: str
) -> None:
    assert told(tmp_path, f"{text}。") == [(text, [(measure, op, value, unit, 2025)])]


@pytest.mark.slow
def test_a_ground_or_an_aim_may_stand_between_an_act_and_its_figure(tmp_path: Path) -> None:
    text = "职业学校开设劳动专题课，围绕劳动精神、劳动组织、劳动安全等方面设计，每学期不少于16学时。"
    (record,) = found(tmp_path, text)
    assert record.commitment.text == "职业学校开设劳动专题课，每学期不少于16学时"
    assert [(t.measure, t.value, t.unit) for t in record.commitment.targets] == [
        ("职业学校开设劳动专题课每学期", 16, "学时")
    ]
    assert told(tmp_path, "开展教研活动，提高教研质量，每月不少于4次。")[0][0] == "开展教研活动，每月不少于4次"


@pytest.mark.slow
def test_all_that_is_said_of_one_act(tmp_path: Path) -> None:
    assert told(tmp_path, "开展课后服务，每周5天，每天不少于2小时。") == [
        (
            "开展课后服务，每周5天，每天不少于2小时",
            [("课后服务每周", "=", 5, "天", 2025), ("课后服务每天", ">=", 2, "小时", 2025)],
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建立家长委员会，每学期至少召开1次会议。", ["建立家长委员会", "每学期至少召开1次会议"]),
        ("推进教研员下校，每人每学期听课不少于40节。", ["推进教研员下校", "每人每学期听课不少于40节"]),
        ("开好体育课，小学每周不少于4节。", ["开好体育课", "小学每周不少于4节"]),
        ("加强劳动教育；每周不少于1课时。", ["加强劳动教育", "每周不少于1课时"]),
        ("新建幼儿园6所，不少于54个班。", ["新建幼儿园6所", "不少于54个班"]),
        ("2023年启动试点，2025年达到50%。", ["2023年启动试点", "2025年达到50%"]),
    ],
)
def test_what_names_a_thing_or_a_year_of_its_own_stays_apart(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "measure", "op", "value"),
    [
        ("力争用15年的时间，解决发展不平衡问题", "解决发展不平衡问题所用年限", "=", 15),
        ("用三年时间，完成薄弱学校改造", "完成薄弱学校改造所用年限", "=", 3),
        ("通过三年左右的努力，改善农村办学条件", "改善农村办学条件所用年限", "about", 3),
        ("经过三到五年的努力，形成均衡的教育格局", "形成均衡的教育格局所用年限", "range", (3, 5)),
        ("确保用3年时间，全面消除危房", "消除危房所用年限", "=", 3),
        ("计划用10年时间，建设教育强区", "建设教育强区所用年限", "=", 10),
        ("力争用3年时间基本消除大班额", "消除大班额所用年限", "=", 3),
        ("用五年的时间分批完成校舍加固", "完成校舍加固所用年限", "=", 5),
        ("用6个月时间完成隐患整改", "完成隐患整改所用时间", "=", 6),
        ("用15年时间建成高质量基础教育体系", "quality-system-years", "=", 15),
    ],
)
def test_a_span_is_of_the_act_that_takes_it(tmp_path: Path, text: str, measure: str, op: str, value: object) -> None:
    unit = "个月" if "个月" in text else "年"
    assert told(tmp_path, f"{text}。") == [(text, [(measure, op, value, unit, None)])]


@pytest.mark.slow
def test_a_span_before_a_figure_only_says_by_when(tmp_path: Path) -> None:
    assert told(tmp_path, "争取用五年左右时间，培养骨干教师500名。") == [
        ("争取用五年左右时间，培养骨干教师500名", [("骨干教师", "=", 500, "名", 2025)])
    ]
    assert told(tmp_path, "用2年时间新建幼儿园6所。") == [("用2年时间新建幼儿园6所", [("幼儿园", "=", 6, "所", 2025)])]


def test_a_span_that_no_act_takes_is_no_promise() -> None:
    assert units("经过五年努力，教育面貌焕然一新。") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names", "value"),
    [
        ("创客教室与开设创客课程的学校比例达到50%", ["创客教室的学校比例", "开设创客课程的学校比例"], 50),
        ("建有图书馆和配备校医的学校比例均达到90%", ["建有图书馆的学校比例", "配备校医的学校比例"], 90),
        ("有学历的教师和持有证书的保育员比例达到95%", ["有学历的教师比例", "持有证书的保育员比例"], 95),
        ("小学入学率和初中入学率达到98%", ["小学入学率", "初中入学率"], 98),
        ("小学、初中辍学率均达到1%", ["小学辍学率", "初中辍学率"], 1),
        ("城区、农村幼儿园普惠率均达到85%", ["城区幼儿园普惠率", "农村幼儿园普惠率"], 85),
        ("公办园在园幼儿占比和普惠园覆盖率达到55%", ["公办园在园幼儿占比", "普惠园覆盖率"], 55),
        ("学前教育毛入园率和普惠率均达到90%", ["学前教育毛入园率", "学前教育普惠率"], 90),
        ("中职毕业生升学率和就业率达到95%", ["中职毕业生升学率", "中职毕业生就业率"], 95),
        ("学生满意度和家长满意度达到90%", ["学生满意度", "家长满意度"], 90),
        ("力争实现入园率、入学率和巩固率达到97%", ["力争实现入园率", "力争实现入学率", "力争实现巩固率"], 97),
    ],
)
def test_one_share_that_several_things_reach(tmp_path: Path, text: str, names: list[str], value: float) -> None:
    drafted = [record.commitment for record in found(tmp_path, f"到2024年，{text}。")]
    assert [commitment.text for commitment in drafted] == [f"{name}达到{value}%" for name in names]
    assert [[(t.value, t.unit, t.by) for t in c.targets] for c in drafted] == [[(value, "%", 2024)]] * len(names)


@pytest.mark.parametrize(
    "text",
    [
        "普通高中与中职招生比例达到50%",
        "骨干教师和学科带头人的比例达到15%",
        "学生参与研学和参加劳动的比例达到90%",
        "开设音乐和美术课程的学校比例达到100%",
        "开发和使用校本课程的学校比例达到80%",
        "具有高级和正高级职称的教师比例达到20%",
        "教育投入占公共预算和财政支出的比例达到20%",
        "教师与学生的比例达到1:15",
        "由教师和家长评价的满意度达到90%",
    ],
)
def test_one_share_of_one_thing_stays_whole(text: str) -> None:
    assert units(f"{text}。") == [text]


def test_what_was_reached_is_no_promise_in_lists_either() -> None:
    assert units("目前，小学、初中入学率均达到99%。") == []
    assert units("目前，小学、初中入学率分别达到99%、98%。") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各学校按照教师队伍总数10%的比例培养本校骨干教师。", ("本校骨干教师占教师队伍", "=", 10, "%", 2025)),
        ("按照专任教师的15%选拔县级骨干教师。", ("县级骨干教师占专任教师", "=", 15, "%", 2025)),
        ("按不低于5%的比例安排教研资金。", ("教研资金比例", ">=", 5, "%", 2025)),
        ("教师继续教育经费按工资总额的2%列支。", ("教师继续教育经费占工资总额", "=", 2, "%", 2025)),
        ("推动全部专业贯通培养。", ("全部专业贯通培养", "=", 100, "%", 2025)),
        ("全部中小学建立家委会。", ("全部中小学建立家委会", "=", 100, "%", 2025)),
        ("教师工资收入高于当地公务员平均工资收入。", ("teacher-civil-servant-pay-ratio", ">", 100, "%", 2025)),
    ],
)
def test_shares_by_a_proportion_of_all_or_beside_a_mean(
    tmp_path: Path, text: str, expected: tuple[object, ...]
) -> None:
    assert [target for _, targets in told(tmp_path, text) for target in targets] == [expected]


@pytest.mark.slow
def test_who_acts_by_a_proportion_is_no_subject_of_what_follows(tmp_path: Path) -> None:
    text = "各校要按照教师总数10%的比例培养骨干教师。人才必须在同类学校继续服务，在同类地区服务5年以上。"
    assert told(tmp_path, text)[-1][0] == "在同类地区服务5年以上"


@pytest.mark.slow
def test_pay_of_others_than_the_registry_names_is_not_its_ratio(tmp_path: Path) -> None:
    assert told(tmp_path, "幼儿园教师工资收入不低于当地公务员平均工资收入。")[0][1] == []


def test_promises_told_alike_are_coded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Hearing] = []
    code = Coder.code

    def counted(self: Coder, hearing: Hearing, themes: dict[str, float]) -> Coding:
        asked.append(hearing)
        return code(self, hearing, themes)

    monkeypatch.setattr(Coder, "code", counted)
    assert len(found(tmp_path, "建设" + "3个甲、" * 60 + "。")) == 60
    assert len(asked) <= 2
