"""The unit rule: which clauses are promises, and where lists are cut."""

import pytest

from tests.drafting.encoding.support import cutter, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the manual's own table
        (
            "建设30个名校长工作室、60个名班主任工作室、100个名师工作室。",
            ["建设30个名校长工作室", "建设60个名班主任工作室", "建设100个名师工作室"],
        ),
        (
            "新增约3万个学前教育公办学位、约8万个义务教育公办学位。",
            ["新增约3万个学前教育公办学位", "新增约8万个义务教育公办学位"],
        ),
        ("建立健全校长职级评定、考核、激励等制度体系。", ["建立健全校长职级评定、考核、激励等制度体系"]),
        (
            "完善督学责任区制度，加大教育督导、整改、问责力度。",
            ["完善督学责任区制度", "加大教育督导、整改、问责力度"],
        ),
        ("优化专业设置，促进职业教育与地方产业深度融合发展。", ["优化专业设置"]),
        ("推进“无线校园”和“数字校园”建设。", ["推进“无线校园”", "推进“数字校园”建设"]),
        # lists
        ("建立民办学校信用档案和举办者执业信用制度。", ["建立民办学校信用档案", "建立举办者执业信用制度"]),
        ("加强社区教育教师、管理者、志愿者队伍建设。", ["加强社区教育教师、管理者、志愿者队伍建设"]),
        ("落实《甲纲要》和《乙纲要》。", ["落实《甲纲要》", "落实《乙纲要》"]),
        ("实施校园安全、师生健康、家校共育三项工程。", ["实施校园安全", "实施师生健康", "实施家校共育三项工程"]),
        ("新建幼儿园三所、小学两所。", ["新建幼儿园三所", "新建小学两所"]),
        # grounds, means and aims are none
        ("围绕重点产业，开设三个专业，服务地方经济发展。", ["开设三个专业"]),
        ("通过购买服务方式，扶持民办园发展。", ["扶持民办园发展"]),
        ("坚持立德树人根本任务，完善育人机制，提升育人水平。", ["完善育人机制"]),
        ("加强教研队伍建设，为教师成长创造有利条件。", ["加强教研队伍建设"]),
        # what turns an aim into a promise
        ("加强管理，将普惠率提高到90%。", ["加强管理", "将普惠率提高到90%"]),
        ("加强统筹，形成定期会商的工作机制。", ["加强统筹", "形成定期会商的工作机制"]),
        # pledges of other kinds
        ("严禁提前教授小学课程。", ["严禁提前教授小学课程"]),
        ("力争实现区内公办校零择校。", ["力争实现区内公办校零择校"]),
        ("学校应当每年公布经费使用情况。", ["学校应当每年公布经费使用情况"]),
        ("提高班主任津贴标准，由每月300元提高到600元。", ["提高班主任津贴标准，由每月300元提高到600元"]),
        ("把劳动教育纳入人才培养全过程。", ["把劳动教育纳入人才培养全过程"]),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "已建成教育集团16个。",
        "“十三五”期间，全区新建幼儿园20所，学位供给明显增加。",
        "目前，全市仍有6个县未达到标准。",
        "教师队伍结构尚不合理，优质资源供给有待加强。",
        "坚持把教师队伍建设作为基础工作。",
        "以人民为中心，办好人民满意的教育。",
        "根据上级部署，结合我区实际，制定本规划。",
        "教育是民生之首，具有重要意义。",
        "要高度重视教育工作。",
    ],
)
def test_no_promise(text: str) -> None:
    assert units(text) == []


def test_what_is_left_out_is_remembered_with_its_reason() -> None:
    cut = cutter()
    list(cut.cut("围绕重点产业，开设三个专业，服务地方经济发展。"))
    assert [(left.reason, left.text) for left in cut.left_out] == [
        ("ground", "围绕重点产业"),
        ("aim", "服务地方经济发展"),
    ]


def test_a_passage_about_the_plan_before_goes_on_about_it() -> None:
    text = "“十三五”期间，教育事业取得进展。建成幼儿园四十二所。到2025年，新建幼儿园十所。"
    assert units(text) == ["新建幼儿园十所"]


def test_states_count_only_where_goals_are_stated() -> None:
    text = "到2025年，教育质量稳步提升，学校布局更加合理。"
    assert units(text, goals=True) == ["教育质量稳步提升", "学校布局更加合理"]


def test_lists_that_answer_each_other() -> None:
    text = "2025年学前三年毛入园率、义务教育巩固率分别达到90%、99%；2030年分别达到95%、99.5%。"
    found = list(cutter((2021, 2030)).cut(text))
    assert [(u.text, u.figures[0].op, u.figures[0].value, u.deadline.year if u.deadline else None) for u in found] == [
        ("学前三年毛入园率90%", ">=", 90, 2025),
        ("义务教育巩固率99%", ">=", 99, 2025),
        ("学前三年毛入园率95%", ">=", 95, 2030),
        ("义务教育巩固率99.5%", ">=", 99.5, 2030),
    ]


def test_stretches_are_where_they_say() -> None:
    text = "到2025年，新增约3万个学前学位、约8万个小学学位；健全投入机制，改善办学条件。"
    for unit in cutter().cut(text):
        assert text[unit.start : unit.end] == unit.text


@pytest.mark.parametrize(
    "text",
    ["", "。", "，，，；；", "（", "“", "“没有闭合的引号，建立制度。", "《" * 100, "建" * 5000, "、和与及" * 500],
)
def test_odd_text_breaks_nothing(text: str) -> None:
    units(text)
    units(text, goals=True)
