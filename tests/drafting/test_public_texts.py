"""Kinds of input that drafts went wrong on in public texts: ten invented ones of each, with what is right."""

from pathlib import Path

import pytest

from plancompare.asking.verification import SourceText, verify
from tests.drafting.encoding.support import drafted
from tests.drafting.test_cases import Shown, figures, of, texts

NEWS: dict[str, list[str]] = {
    "近日，云陵县印发《云陵县校舍建设方案》。新建学校3所。": ["新建学校3所"],
    "3月5日，市教育局召开新闻发布会，介绍了全年安排。招聘教师60名。": ["招聘教师60名"],
    "日前，县政府出台《乡村教师支持办法》（以下简称《办法》）。建立教师周转房制度。": ["建立教师周转房制度"],
    "记者从区教育局获悉，到2025年，新增学位2000个。": ["新增学位2000个"],
    "《方案》提出，改造校舍12栋。": ["改造校舍12栋"],
    "方案公布了16项任务，另外，发布学位建设计划表。组建教育集团4个。": ["组建教育集团4个"],
    "本报讯 市教育局发布了《学前教育公报》。建成示范园8所。": ["建成示范园8所"],
    "据介绍，该县现有学校60所。完善校车管理制度。": ["完善校车管理制度"],
    "截至2022年，全县有学校48所，其中小学30所。新建小学2所。": ["新建小学2所"],
    "会议部署了全年工作。开展家访2万人次。": ["开展家访2万人次"],
    "出台《教师激励办法》。": ["出台《教师激励办法》"],  # a promise of the plan itself stays one
}
AIMS: dict[str, list[str]] = {
    "完善教师激励制度，切实保障教师工资待遇。": ["完善教师激励制度", "保障教师工资待遇"],
    "健全拨款机制，保障生均公用经费。": ["健全拨款机制", "保障生均公用经费"],
    "新建幼儿园6所，补齐学前教育资源短板。": ["新建幼儿园6所"],
    "扩充高中学位，补上县域高中教育弱项。": ["扩充高中学位"],
    "调整城乡学校布局，进一步缓解城乡“入园难”问题。": ["调整城乡学校布局", "缓解城乡“入园难”问题"],
    "规范招生行为，化解“择校热”。": ["规范招生行为", "化解“择校热”"],
    "建立控辍保学台账，巩固义务教育免试就近入学改革成果。": [
        "建立控辍保学台账",
        "巩固义务教育免试就近入学改革成果",
    ],
    "抓好学前教育普惠园建设，推动普通高中多样化发展。": ["抓好学前教育普惠园建设", "推动普通高中多样化发展"],
    "建立集团考核机制，提升办学质量。": ["建立集团考核机制"],  # an aim of the same thing stays none
    "以推动教育转型，建立研判机制。": ["建立研判机制"],
    "结合三所高中实际，编制高中改造规划。": ["编制高中改造规划"],
}
GOALS: dict[str, list[str]] = {
    "到2025年，学前教育公共服务体系基本形成。": ["学前教育公共服务体系基本形成"],
    "到2025年，职业教育布局更加合理，专业结构更加优化。": ["职业教育布局更加合理", "专业结构更加优化"],
    "到2025年，新增学位900个，实现学位供需平衡。": ["新增学位900个", "实现学位供需平衡"],
    "到2025年，建成智慧校园9所，形成数字治理格局。": ["建成智慧校园9所", "形成数字治理格局"],
    "到2025年，全区集团化办学格局全面形成。": ["全区集团化办学格局全面形成"],
    "到2025年，县中办学条件显著改善。": ["县中办学条件显著改善"],
    "到2025年，教师学历结构进一步优化。": ["教师学历结构优化"],
    "到2025年，“大班额”问题基本解决。": ["“大班额”问题基本解决"],
    "到2025年，课题数量全市领先。": ["课题数量全市领先"],
    "到2025年，特殊教育质量全面提升。": ["特殊教育质量全面提升"],
}
LISTS: dict[str, list[str]] = {
    "推进校舍改造项目、食堂提升工程和书香校园行动等重点项目。": [
        "推进校舍改造项目",
        "推进食堂提升工程",
        "推进书香校园行动等重点项目",
    ],
    "实施强师工程、青蓝工程等工程。": ["实施强师工程", "实施青蓝工程等工程"],
    "今年计划新建幼儿园2所。": ["今年计划新建幼儿园2所"],
    "将优化县中布局。": ["将优化县中布局"],
    "将进一步完善校长职级制度。": ["将完善校长职级制度"],
    "未来三年将改造实验室40间。": ["未来三年将改造实验室40间"],
    "2024年全面推开。": ["2024年全面推开"],
    "2024年9月底前，完成校舍排查；12月底前，完成整改。": ["完成校舍排查", "到2024年完成整改"],
    "争创全国义务教育优质均衡县。": ["争创全国义务教育优质均衡县"],
    "推进2024年县政府确定的东湖小学建设项目。": ["推进2024年县政府确定的东湖小学建设项目"],
    "2024年在老城区和新区改建初中。": ["2024年在老城区和新区改建初中"],
    "升级改造现有教室、功能室，新增图书2000册。": ["升级改造现有教室、功能室", "新增图书2000册"],
}
NUMBERS: dict[str, list[Shown]] = {
    "贯彻党的二十届三中全会精神。": [],
    "初中晚自习不晚于20:30结束。": [],
    "联合八部门开展校园周边整治。": [],
    "推进职教园区二期工程建设。": [],
    "师生比达到1:15。": [("师生比", ">=", 15, "1:n")],
    "全面消除56人以上大班额。": [("large-class-share", "=", 0, "%")],
    "全面消除55人（不含）以上大班额。": [("large-class-share", "=", 0, "%")],
    "结合四所学校实际建立台账。": [],
    "每学期开展应急演练2次。": [("应急演练", "=", 2, "次/学期")],
    "由县财政按生均600元安排公用经费。": [("生均公用经费", "=", 600, "元")],
    "特岗教师每人每年补助3.8万元。": [("特岗教师补助", "=", 3.8, "万元/人年")],
    "95%以上县（市、区）实现城乡义务教育均衡发展。": [("实现城乡义务教育均衡发展的县比例", ">=", 95, "%")],
    "建成2-3个在全市有影响力的学校（集团）。": [("在全市有影响力的学校", "range", (2, 3), "个")],
}
PARTS: dict[str, list[Shown]] = {
    "建成示范园20所（其中省级5所、市级8所）。": [
        ("示范园", "=", 20, "所"),
        ("省级示范园", "=", 5, "所"),
        ("市级示范园", "=", 8, "所"),
    ],
    "普惠性幼儿园覆盖率达到88%以上（城区90%、乡镇85%）。": [
        ("inclusive-kindergarten-coverage", ">=", 88, "%"),
        ("城区普惠性幼儿园覆盖率", "=", 90, "%"),
        ("乡镇普惠性幼儿园覆盖率", "=", 85, "%"),
    ],
    "建设8个名师工作室（含省级2个）。": [("master-teacher-studios", "=", 8, "个"), ("省级名师工作室", "=", 2, "个")],
    "培养120名骨干教师（其中省级20名），生均图书达到30册。": [
        ("骨干教师", "=", 120, "名"),
        ("省级骨干教师", "=", 20, "名"),
        ("生均图书", ">=", 30, "册"),
    ],
    "新增学位6000个（城区4000个，农村2000个）。": [
        ("学位", "=", 6000, "个"),
        ("城区学位", "=", 4000, "个"),
        ("农村学位", "=", 2000, "个"),
    ],
    "2023年、2024年分别新建幼儿园3所、4所。": [("幼儿园", "=", 3, "所"), ("幼儿园", "=", 4, "所")],
    "2022年和2023年分别招聘教师80名、100名。": [("教师", "=", 80, "名"), ("教师", "=", 100, "名")],
    "到2023年和2025年，普惠性幼儿园覆盖率分别达到85%、90%。": [
        ("inclusive-kindergarten-coverage", ">=", 85, "%"),
        ("inclusive-kindergarten-coverage", ">=", 90, "%"),
    ],
    "新建、改建、扩建幼儿园分别为5所、6所、7所。": [
        ("幼儿园", "=", 5, "所"),
        ("幼儿园", "=", 6, "所"),
        ("幼儿园", "=", 7, "所"),
    ],
    "生均教学仪器值小学不低于2000元、初中不低于2500元。": [
        ("生均教学仪器值小学", ">=", 2000, "元"),
        ("初中生均教学仪器值", ">=", 2500, "元"),
    ],
    "5万人口以上乡镇至少建成3所、5万人口以下乡镇至少建成2所标准化小学。": [
        ("5万人口以上乡镇标准化小学", ">=", 3, "所"),
        ("5万人口以下乡镇标准化小学", ">=", 2, "所"),
    ],
    "每个县（市、区）至少建成2所示范高中。": [("示范高中", ">=", 2, "所/县(市、区)")],
    "市财政给每个新建班奖补15万元。": [("奖补", "=", 15, "万元/班")],
    "城区新建小学，每校奖补200万元；农村新建小学，每校奖补100万元。": [
        ("城区新建小学奖补", "=", 200, "万元/校"),
        ("农村新建小学奖补", "=", 100, "万元/校"),
    ],
    "做好“2所市名校、7所市示范校、17所市规范校”创建工作。": [
        ("市名校", "=", 2, "所"),
        ("市示范校", "=", 7, "所"),
        ("市规范校", "=", 17, "所"),
    ],
    "中职学生升学率达到70%以上，本地升学比例达到40%。": [
        ("中职学生升学率", ">=", 70, "%"),
        ("中职学生本地升学比例", ">=", 40, "%"),
    ],
    "新建幼儿园20所（每所不少于6个班）。": [("幼儿园", "=", 20, "所"), ("班", ">=", 6, "个")],
}


@pytest.mark.parametrize("text", [*NEWS, *AIMS, *GOALS, *LISTS])
def test_what_is_promised(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == (NEWS | AIMS | GOALS | LISTS)[text]


@pytest.mark.parametrize("text", [*NUMBERS, *PARTS])
def test_figures(tmp_path: Path, text: str) -> None:
    assert figures(of(tmp_path, text)) == (NUMBERS | PARTS)[text]


def test_what_several_years_bring_is_due_in_each(tmp_path: Path) -> None:
    records = of(tmp_path, "2023年、2024年、2025年分别新建幼儿园3所、4所、5所。").records
    assert [target.by for record in records for target in record.commitment.targets] == [2023, 2024, 2025]


GLOSSED = {
    "發(fā)展學(xué)前教育,擴(kuò)建幼兒園3所。": ["发展学前教育", "扩建幼儿园3所"],
    "建設(shè)學(xué)校食堂,義務(wù)教育鞏固率達到98%。": ["建设学校食堂", "义务教育巩固率达到98%"],
    "县(xian)(xian)中学(xue)建(jian)设(she)实验室,招(zhao)聘教师30名。": ["县中学建设实验室", "招聘教师30名"],
    "完善教{pinyin:jiào}师补(繁体:補)充机制,新增学位(读:wèi)900个。": ["完善教师补充机制", "新增学位900个"],
    "長(cháng)效機(jī)制建設(shè),建立資(zī)助檔案。": ["长效机制建设", "建立资助档案"],
}


@pytest.mark.parametrize("text", GLOSSED)
def test_readings_behind_characters_are_passed_over(tmp_path: Path, text: str) -> None:
    draft = of(tmp_path, text)
    assert texts(draft) == GLOSSED[text]
    proofs = list(verify(draft.plan, SourceText(draft.document.text)))
    assert proofs and {proof.status for proof in proofs} == {"exact"}


@pytest.mark.parametrize("text", ["建设人工智能(ai)实验室。", "开发手机应用(app)。", "推广汉字(hanzi)游戏。"])
def test_few_words_in_brackets_are_the_texts_own(tmp_path: Path, text: str) -> None:
    assert "(" in texts(of(tmp_path, text))[0]


GUIDING = (
    "2024年是全面落实规划的关键之年，全县教育系统坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的教育方针，"
    "落实立德树人根本任务，围绕一个目标，突出“提质量、促公平”两项重点，持续深化“集团化改革、督导改革、评价改革”等三项改革。"
    "凝心聚力，持续完善高质量教育体系，以优异成绩迎接新中国成立七十五周年。"
)


def test_a_guiding_paragraph_promises_nothing_but_its_figures(tmp_path: Path) -> None:
    draft = of(tmp_path, f"{GUIDING}\n一、任务\n建立教研制度。", "青岭县教育局2024年工作要点")
    assert texts(draft) == ["建立教研制度"]
    again = of(tmp_path, f"{GUIDING}全年新建学校4所。\n一、任务\n建立教研制度。", "青岭县教育局2024年工作要点")
    assert texts(again) == ["全年新建学校4所", "建立教研制度"]


HEADLINE = """新学校、新学位……青岭县教育这样干!

2024-03-05 09:30:00

近日，青岭县教育局公布《青岭县教育发展“十四五”规划》。
01

2020年工作回顾

新建学校3所，新增学位2400个。

02

2022年重点工作

新建幼儿园2所。

发展目标

教师结构更加合理。
"""


def test_a_page_of_news_is_read_by_its_lines(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(HEADLINE, encoding="utf-8")
    draft = drafted(tmp_path / "x.txt")
    assert draft.front.title == "青岭县教育发展“十四五”规划" and draft.front.period == (2021, 2025)
    assert texts(draft) == ["新建幼儿园2所", "教师结构更加合理"]
    assert draft.records[0].commitment.targets[0].by == 2022
    assert [left.text for left in draft.left_out if left.reason == "background"] == ["新建学校3所", "新增学位2400个"]


CELLS = """青岭县教育发展规划(2021—2025年)

一、主要指标

指  标

2020年

2025年

属性

一、普及程度

1.高中阶段毛入学率(%)

94.5%

97%以上

约束性

2.标准班额比例(%)

其中:小学

初中

40.5%

66%

75%以上

80%以上

预期性

3.小学教师专科及以上学历比例(%)

其中:本科及以上学历比例(%)

98.2%

61%

100%

75%

预期性

4.新增学位(个)

—

3600

预期性

二、教师

招聘教师40名。
"""


def test_a_table_one_cell_a_line_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(CELLS, encoding="utf-8")
    draft = drafted(tmp_path / "x.txt")
    assert figures(draft) == [
        ("senior-secondary-gross-enrolment", ">=", 97, "%"),
        ("小学标准班额比例", ">=", 75, "%"),
        ("初中标准班额比例", ">=", 80, "%"),
        ("小学教师专科及以上学历比例", "=", 100, "%"),
        ("小学教师本科及以上学历比例", "=", 75, "%"),
        ("新增学位", "=", 3600, "个"),
        ("教师", "=", 40, "名"),
    ]
    starts = [t.baseline.value if t.baseline else None for r in draft.records for t in r.commitment.targets]
    assert starts == [94.5, 40.5, 66, 98.2, 61, None, None]
    assert draft.records[0].commitment.strength == "binding"


@pytest.mark.parametrize(
    ("title", "period", "name"),
    [
        ("青岭县教育工作要点（2023年）", (2023, 2023), "青岭"),
        ("“十四五”青岭县教育体育事业发展规划", (2021, 2025), "青岭"),
        ("青岭区重点工作任务清单(2022年度)", (2022, 2022), "青岭"),
        ("青岭县教育局2024年工作总结和2025年工作计划", (2025, 2025), "青岭"),
    ],
)
def test_titles(tmp_path: Path, title: str, period: tuple[int, int], name: str) -> None:
    front = of(tmp_path, "一、任务\n新建学校1所。", title).front
    assert (front.period, front.name) == (period, name)


@pytest.mark.parametrize(
    ("title", "theme", "subject"),
    [
        ("云陵市职业教育发展行动计划(2021—2025年)", {"vocational"}, "职业教育"),
        ("青沙县老年教育实施方案(2021—2025年)", {"lifelong"}, "老年教育"),
        ("云陵县教师队伍建设行动计划(2021—2025年)", {"staffing", "training", "pay"}, "教师队伍"),
        ("云陵区学前教育行动计划(2021—2025年)", {"preschool"}, "学前教育"),
    ],
)
def test_goals_of_a_plan_for_one_stage_say_whose_they_are(
    tmp_path: Path, title: str, theme: set[str], subject: str
) -> None:
    found = of(tmp_path, "一、目标\n规模结构更加合理，整体水平明显提高，服务能力显著增强。", title).records
    assert [record.commitment.text[: len(subject)] for record in found] == [subject] * 3
    assert {record.commitment.theme for record in found} <= theme


@pytest.mark.parametrize(
    "preamble",
    [
        "为落实国家部署，促进县中高质量发展，加快推进《县中振兴计划》落地见效，现制定方案如下。",
        "为深入贯彻上级精神，推动小学教育优质发展，结合我县实际，制定如下方案。",
        "为加强教师队伍建设，现提出如下意见。",
    ],
)
def test_what_introduces_a_document_promises_nothing(tmp_path: Path, preamble: str) -> None:
    draft = of(tmp_path, f"{preamble}\n一、任务\n建立教研制度。", "云陵县小学提质行动方案(2021—2025年)")
    assert texts(draft) == ["建立教研制度"]
