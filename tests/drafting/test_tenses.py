"""What was done beside what is to be done, whose year is whose, and tables that nothing but blanks hold together."""

from pathlib import Path

import pytest

from tests.drafting.test_cases import of, texts
from tests.drafting.test_years import targets, whole

NEWS = "云岭县教育发展提速\n来源：云岭日报 2024-03-12\n"
SPOKEN: dict[str, list[str]] = {
    "2023年，云岭县新改扩建学校8所，新增学位6400个。2024年，云岭县将新建学校5所。": ["新建学校5所"],
    "近三年来，全县投入3.2亿元，建成食堂40个。大班额比例下降到0.6%。今年，全县计划改造厕所60座。": ["改造厕所60座"],
    "“县管校聘”改革实施以来，全县交流教师420名。今后，每年交流教师不少于100名。": ["每年交流教师不少于100名"],
    "全县组建了教育集团9个，覆盖了学校45所。下一步，将建立集团考核办法。": ["建立集团考核办法"],
    "过去五年，是投入最多的五年。五年间，新建校舍12万平方米。未来五年，我县将新建校舍8万平方米。": [
        "新建校舍8万平方米"
    ],
    "截至2023年底，全县公办园占比达56%。力争到2025年，公办园占比达到60%。": ["公办园占比达到60%"],
    "目前，首批10所学校已完成改造。9月底前，22所学校全部完成改造。": ["22所学校全部完成改造"],
    "2020年以来，全县巩固率由94%提高到97%，成效明显。到2026年，巩固率达到98%。": ["巩固率达到98%"],
    "同志们：过去的五年，我们新建学校20所。今后五年，要新建学校15所。": ["新建学校15所"],
    "仅2023年，全县就新增普惠性学位1800个，普惠率提升至93%。": [],
    "截至目前，全县共发放助学金320万元。同时，组织家访1200次。将建立资助台账。": ["建立资助台账"],
    "3月10日上午，云岭县召开教育工作会议。会议要求，要加快建设城北中学。": ["建设城北中学"],
    "预计到2025年全县在校生将达到8.2万人，学位缺口约1.1万个。为此，新增学位1.2万个。": ["新增学位1.2万个"],
    "我县公办园占比仅为46%。到2025年，公办园占比达到55%。": ["公办园占比达到55%"],
    "过去一年的主要工作：\n——新建学校5所；\n——招聘教师100名。\n今年的主要任务：\n——新建学校2所。": ["新建学校2所"],
}


@pytest.mark.parametrize("text", SPOKEN)
def test_news_promises_what_is_to_come(tmp_path: Path, text: str) -> None:
    found = texts(whole(tmp_path, NEWS + text))
    assert [right for told, right in zip(found, SPOKEN[text], strict=True) if right not in told] == []


NOT_PAST: dict[str, list[str]] = {
    "按照去年确定的方案，2024年开工建设城南中学，改造教学楼6栋。": ["2024年开工建设城南中学", "改造教学楼6栋"],
    "盘活已有校舍，增设班级12个。": ["盘活已有校舍", "增设班级12个"],
    "为了保障学位，新建学校4所。": ["新建学校4所"],
    "去年启动的城北小学2022年投入使用。": ["去年启动的城北小学2022年投入使用"],
    "完成了选址的项目要尽快开工。": ["完成了选址的项目要尽快开工"],
    "全县的老师、课程打通了用。": ["全县的老师、课程打通了用"],
    "还确定了9个重点项目。": ["还确定了9个重点项目"],
    "在前期建成8所示范园的基础上，再创建示范园3所。": ["再创建示范园3所"],
    "继去年新增学位900个后，再新增学位1200个。": ["再新增学位1200个"],
    "预计招聘教师200名。": ["预计招聘教师200名"],
    "在校园安防100%达标的基础上，建设警务室9个。": ["在校园安防100%达标的基础上", "建设警务室9个"],
    "将劳动课纳入课表，去年已开设课程。": [],
}


@pytest.mark.parametrize("text", NOT_PAST)
def test_what_only_looks_like_the_past_stays(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == NOT_PAST[text]


PERIODS: dict[str, tuple[tuple[int, int] | None, list[str]]] = {
    "云岭县2022年教育体育工作情况\n一、工作开展情况\n新建学校6所。\n二、下一步工作\n2023年，新建学校4所。": (
        (2023, 2023), ["新建学校4所"],
    ),
    "云岭市2021年教育领域民生实事项目\n1.新建幼儿园12所。\n2.改造食堂30个。": (
        (2021, 2021), ["新建幼儿园12所", "改造食堂30个"],
    ),
    "云岭区2023年教育重点任务分解表\n1.新建幼儿园2所。\n2.建立督导制度。": (
        (2023, 2023), ["新建幼儿园2所", "建立督导制度"],
    ),
    "云岭县教育局2022年上半年工作亮点\n上半年，新建宿舍4栋，培训教师500名。推进集团化办学。": (None, []),
    "云岭区教育指标（2021—2025年）\n到2025年，普惠率达到90%。": ((2021, 2025), ["普惠率达到90%"]),
    "云岭县2020年政府工作报告（摘登）\n一、2019年工作回顾\n新建学校5所。\n二、2020年工作任务\n新建学校3所。": (
        (2020, 2020), ["新建学校3所"],
    ),
    "中共云岭县委教育工委 云岭县教育局2025年工作要点\n2025年是“十四五”规划收官之年，也是“十五五”规划谋划之年。\n"
    "一、任务\n发展教师党员40名。\n二、谋划\n编制《云岭县“十五五”教育规划（2026—2030年）》。": (
        (2025, 2025), ["发展教师党员40名", "编制《云岭县“十五五”教育规划（2026—2030年）》"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", PERIODS)
def test_yearly_reports_lists_and_tables_have_the_year_of_their_first_line(tmp_path: Path, text: str) -> None:
    draft = whole(tmp_path, text)
    assert (draft.front.period, texts(draft)) == PERIODS[text]


def test_what_something_is_for_is_no_deadline_of_the_tasks(tmp_path: Path) -> None:
    text = "一、要求\n落实规划，为2035年建成强区奠定基础。\n二、任务\n1.新建幼儿园3所。\n2.招聘教师60名。"
    assert [target.by for target in targets(of(tmp_path, text, "云岭区教育局2023年工作要点"))] == [2023, 2023]


CARRIED: dict[str, tuple[list[int | None], list[bool]]] = {
    # no chapter has the year of the one before it
    "一、布局\n到2024年，新建园20所。\n二、队伍\n招聘教师300名。": ([2024, None], [False, False]),
    "一、布局\n到2024年，新建园20所。招聘教师300名。": ([2024, 2024], [False, False]),
    # but that of the goals and of what opens the text, with a mark
    "一、目标\n到2026年，乡村教师达到3000名。\n二、措施\n培训教师500名。": ([2026, 2026], [False, True]),
    "到2023年，招聘教师90名。\n一、任务\n新建校舍20栋。": ([2023, 2023], [False, True]),
}


@pytest.mark.parametrize("text", CARRIED)
def test_a_year_is_carried_from_goals_only_and_marked(tmp_path: Path, text: str) -> None:
    draft = whole(tmp_path, f"云岭市关于加强特殊教育工作的意见\n{text}")
    marked = ["unsure_year" in [doubt.key for doubt in record.doubts] for record in draft.records]
    assert ([target.by for target in targets(draft)], marked) == CARRIED[text]


PLAN = "云岭县教育规划（2021—2025年）\n一、指标\n"
SPACED: dict[str, list[tuple[object, int | None]]] = {
    "云岭区2023年重点工作完成情况表\n重点工作 目标任务 完成情况 责任单位\n学位建设 新增学位2000个 已新增900个 基建科\n"
    "教师培训 培训教师400名 培训260名 师训科": [(2000, 2023), (400, 2023)],
    f"{PLAN}主要指标 2020年 2025年\n公办园占比（%） 46 55\n高中阶段毛入学率（%） 91 95\n二、任务\n建立台账。": [
        (55, 2025), (95, 2025),
    ],
    f"{PLAN}指标\n单位\n2020年\n2025年\n毛入园率\n%\n88\n95\n新增学位\n个\n0\n4000\n新增教师\n名\n0\n300": [
        (95, 2025), (4000, 2025), (300, 2025),
    ],
    "云岭区2022年项目推进表\n项目\n年度目标\n完成情况\n责任人\n校舍\n改造校舍8栋\n完成5栋\n张某\n食堂\n改造食堂6个\n"
    "完成6个\n李某": [(8, 2022), (6, 2022)],
    f"{PLAN}项目名称 建设内容 建设年限 责任单位\n普惠园工程 新建幼儿园9所 2021—2023年 教体局\n"
    "宿舍工程 新建宿舍6栋 2022-2024 教体局": [(9, 2023), (6, 2024)],
    f"{PLAN}指标 单位 2020年 2025年 属性 巩固率 % 95 98 约束性 新增学位 个 0 3000 预期性\n二、任务\n建立台账。": [
        (98, 2025), (3000, 2025),
    ],
    # no table: a sentence, rows that are shorter than the heads
    f"{PLAN}目标 任务 措施 要落实到位。\n新建学校3所 招聘教师20名。": [(3, 2025), (20, 2025)],
}  # fmt: skip


@pytest.mark.parametrize("text", SPACED)
def test_tables_whose_cells_blanks_or_line_ends_part(tmp_path: Path, text: str) -> None:
    assert [(target.value, target.by) for target in targets(whole(tmp_path, text))] == SPACED[text]


JUDGED: dict[str, list[str]] = {
    "义务教育学校心理辅导室应建尽建。": ["义务教育学校心理辅导室应建尽建"],
    "中心校配齐专职教师，每所小学设有图书室。": ["中心校配齐专职教师", "每所小学设有图书室"],
    "每个社区设有学习点。每个学区建有教师发展分中心。": ["每个社区设有学习点", "每个学区建有教师发展分中心"],
    "建立台账。村村有幼儿园。": ["建立台账", "村村有幼儿园"],
    "据测算，2025年全县学龄人口达到9万人，缺口将达6000个。": [],
    "突出内涵发展，建设特色高中3所。": ["建设特色高中3所"],
    "2023年是规划实施的关键之年，也是改革攻坚之年。建立例会制度。": ["建立例会制度"],
}


@pytest.mark.parametrize("text", JUDGED)
def test_states_of_all_are_promises_and_forecasts_are_none(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == JUDGED[text]


@pytest.mark.parametrize(
    ("text", "no_theme"), [("建设体育馆路小学。", "pe_health"), ("艺术宫街小学扩建教学楼1栋。", "arts")]
)
def test_the_street_of_a_school_is_no_theme(tmp_path: Path, text: str, no_theme: str) -> None:
    (record,) = of(tmp_path, text).records
    assert record.commitment.theme not in ("", no_theme)
