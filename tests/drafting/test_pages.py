"""Kinds that public pages show: what stands around a text, headlines, tables as lines, forecasts, labels."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.drafting.test_cases import figures, of, texts

TITLE = "云陵县教育发展规划（2021—2025年）"


def test_a_part_on_basic_education_is_no_background(tmp_path: Path) -> None:
    text = f"{TITLE}\n一、主要任务\n专栏1：基础教育扩优提质工程\n新建幼儿园12所。"
    assert figures(of(tmp_path, text, TITLE)) == [("幼儿园", "=", 12, "所")]
    found = of(tmp_path, "一、发展基础\n全县有幼儿园12所。\n二、基础现状\n全县新建幼儿园12所。", TITLE)
    assert texts(found) == []


AROUND = (
    "- 格式:doc\n- 大小:45.00 KB\n- 文档页数:7",
    "1280次浏览",
    "38人申请入群",
    "關鍵詞：新建幼兒園12所",
    "原标题：云陵今年新建幼儿园12所",
    '<small id="abc"><i id="abc"></i></small>',
)
BODY = (
    "云陵县将推进集团化办学，建立校长轮岗制度，完善教师招聘办法，改善农村学校办学条件，"
    "健全学生资助办法，办好县职教中心。"
)


@pytest.mark.parametrize("line", AROUND)
def test_what_a_page_prints_around_a_text_is_no_part_of_it(tmp_path: Path, line: str) -> None:
    above = texts(of(tmp_path, f"{line}\n{BODY}", TITLE))
    assert above == texts(of(tmp_path, BODY, TITLE))
    assert texts(of(tmp_path, f"{BODY}\n{line}", TITLE)) == above


def test_cells_that_bars_end_are_a_table(tmp_path: Path) -> None:
    cells = ("序号", "目标与任务", "分 管 领导", "责任单位", "80", "新增托位数400个以上。", "李 明", "县教育局", "81",
             "改造学校食堂6个。", "王 芳", "县教育局")  # fmt: skip
    found = of(tmp_path, "\n".join(f"{cell} |" for cell in cells), "云陵县2024年教育工作任务分解表")
    assert figures(found) == [("托位", ">=", 400, "个"), ("学校食堂", "=", 6, "个")]
    assert {record.commitment.lead for record in found.records} == {("县教育局",)}


HEADLINES: Mapping[str, int] = {
    "云陵将新建5所学校": 0,  # which the text says again
    "云陵将新建6所学校": 1,
}


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_whose_figures_the_text_says_again_is_none_of_its_promises(tmp_path: Path, line: str) -> None:
    found = of(tmp_path, f"{line}\n记者从县教育局获悉，到2025年云陵县将新建学校5所，{BODY}", TITLE)
    assert sum(text.startswith("云陵将") for text in texts(found)) == HEADLINES[line]


TOLD: Mapping[str, list[str]] = {
    "据测算，2025年全县适龄幼儿将增加至8000人。": [],
    "入学高峰将在2024年来临，学位缺口将达3000个。": [],
    "小学招生可能突破6000人。": [],
    "为应对入学高峰，新建小学3所。": ["新建小学3所"],
    "据测算，缺学位3000个，新建小学3所。": ["新建小学3所"],
    "《规划》中明确了发展目标，新建小学3所。": ["新建小学3所"],
    "县政府研究决定，新建小学3所。": ["新建小学3所"],
    "今年继续为民办十件实事，新建小学3所。": ["新建小学3所"],
    "全县教育工作会议现场。": [],
    "推进学前教育普及普惠发展，新建幼儿园12所。": ["新建幼儿园12所"],
    "推进学前教育普及普惠发展，建立巡查制度。": ["推进学前教育普及普惠发展", "建立巡查制度"],
    "实施校舍加固工程。2023年完成校舍加固3万平方米。": ["2023年完成校舍加固3万平方米"],
    "实施“暖冬”工程。完成校舍加固3万平方米。": ["实施“暖冬”工程", "完成校舍加固3万平方米"],
    "实施校舍加固工程。招聘教师30名。": ["实施校舍加固工程", "招聘教师30名"],
}


@pytest.mark.parametrize("text", TOLD)
def test_forecasts_reports_and_run_in_headings_promise_nothing(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == TOLD[text]


WHOSE_PLACES: Mapping[str, list[tuple[str, str, object, str]]] = {
    "新建小学3所，新增学位2700个。": [("小学", "=", 3, "所"), ("小学学位", "=", 2700, "个")],
    "新、改、扩建一批公办园，增加学位900个以上。": [("公办园学位", ">=", 900, "个")],
    "新建小学3所。新增学位2700个。": [("小学", "=", 3, "所"), ("学位", "=", 2700, "个")],
    "新建小学3所，新增初中学位600个。": [("小学", "=", 3, "所"), ("初中学位", "=", 600, "个")],
}


@pytest.mark.parametrize("text", WHOSE_PLACES)
def test_places_are_those_of_the_schools_built_before_them(tmp_path: Path, text: str) -> None:
    assert figures(of(tmp_path, text)) == WHOSE_PLACES[text]


ANSWERS: Mapping[str, list[tuple[str, str, object, str]]] = {
    "到2025年，校舍达标率、巩固率和人均受教育年限分别达到90%、98%和12.5年。": [
        ("校舍达标率", ">=", 90, "%"), ("巩固率", ">=", 98, "%"), ("人均受教育年限", ">=", Decimal("12.5"), "年"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", ANSWERS)
def test_a_list_may_end_on_years(tmp_path: Path, text: str) -> None:
    assert figures(of(tmp_path, text)) == ANSWERS[text]


def test_rows_with_blanks_between_cells_are_a_table_of_what_is_aimed_at(tmp_path: Path) -> None:
    lines = (
        "序号 目标任务 三季度 推进情况",
        "3 加大普惠园扶持力度，扩大学前资源供给。 督促各县加快园舍建设进度。 印发进展通报。开展实地调研。",
        "",
        "1.9月5日召开调度会，建立问题台账。",
        "",
        "15 推进随迁子女就近入学。 抽查随迁子女入学情况。 9月8日到云陵县抽查，召开座谈会。",
    )
    found = texts(of(tmp_path, "\n".join(lines), "云陵市2024年第三季度教育重点工作推进目标表"))
    assert [text.removeprefix("到2024年") for text in found] == [
        "加大普惠园扶持力度", "扩大学前资源供给", "督促各县加快园舍建设进度", "推进随迁子女就近入学",
        "抽查随迁子女入学情况",
    ]  # fmt: skip


GOALS: Mapping[str, list[str]] = {
    "——构建更具活力的办学体制。教育公平得到保障，教师队伍素质显著增强。": ["教育公平得到保障", "教师队伍素质显著增强"],
    "——实现更高水平的普及。残疾儿童人人有学上，入学机会更加公平。": ["残疾儿童人人有学上", "入学机会更加公平"],
}


@pytest.mark.parametrize("text", GOALS)
def test_what_stands_under_a_dash_and_is_to_be_reached_is_a_goal(tmp_path: Path, text: str) -> None:
    assert [one for one in texts(of(tmp_path, text)) if not one.startswith(("构建", "实现"))] == GOALS[text]


MORE: Mapping[str, list[str]] = {
    "2025年是规划的收官之年，建立教师轮岗制度。": ["建立教师轮岗制度"],
    "推进某某大精神进教材、进课堂、进头脑。": ["推进某某大精神进教材、进课堂、进头脑"],
    "通过结对共建等方式促进优质资源共享。": ["通过结对共建等方式促进优质资源共享"],
    "建立教师轮岗制度，将培训成果转化为教学实效。": ["建立教师轮岗制度"],
    "在未来3至5年时间内，建立教师轮岗制度。": ["建立教师轮岗制度"],
    "完善以随班就读为主体，送教上门为补充的安置模式。": ["完善以随班就读为主体"],
    "县教育局就教师轮岗进行了通报。建立轮岗制度。": ["建立轮岗制度"],
    "新建小学3所，加快解决县城学位不足问题。": ["新建小学3所"],
}


@pytest.mark.parametrize("text", MORE)
def test_what_else_pages_say_beside_promises(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == MORE[text]


def test_half_width_commas_part_as_full_ones_do(tmp_path: Path) -> None:
    text = "(1)加强特教能力建设。实施特教提升计划,推动特教学校建设。适当增设特教班。"
    assert texts(of(tmp_path, text)) == ["实施特教提升计划", "推动特教学校建设", "适当增设特教班"]


def test_a_line_that_breaks_inside_a_quotation_goes_on(tmp_path: Path) -> None:
    text = "建立校长轮岗制度，编制“十\n五五”教育规划，完善教师招聘办法。"
    assert texts(of(tmp_path, text)) == ["建立校长轮岗制度", "编制“十五五”教育规划", "完善教师招聘办法"]


def test_one_share_may_answer_a_list(tmp_path: Path) -> None:
    text = "到2025年，农村普惠园数、在园幼儿数分别占总数80%以上。"
    assert [figure[1:] for figure in figures(of(tmp_path, text))] == [(">=", 80, "%"), (">=", 80, "%")]


AGAIN: Mapping[str, int] = {
    "新建3所小学，招聘教师30名。新建云陵一小、城东小学、城西小学等3所小学。": 2,
    "启动2个项目建设，招聘教师30名。启动云陵一中、云陵二中2个项目建设。": 2,
    "新建3所小学，招聘教师30名。新建云陵一中、云陵二中、云陵三中等3所初中。": 3,
}


@pytest.mark.parametrize("text", AGAIN)
def test_what_is_named_again_one_by_one_is_told_once(tmp_path: Path, text: str) -> None:
    assert len(texts(of(tmp_path, text))) == AGAIN[text]


MEETINGS: Mapping[str, list[str]] = {
    "会议要求，建立教师轮岗制度。": ["建立教师轮岗制度"],
    "县教育局对2024年工作进行了安排部署。建立教师轮岗制度。": ["建立教师轮岗制度"],
    "重点任务可以概括为“1338”，建立教师轮岗制度。": ["建立教师轮岗制度"],
    "建立教师轮岗制度，为争当山区排头兵，提供坚实的人才支撑。": ["建立教师轮岗制度"],
}


@pytest.mark.parametrize("text", MEETINGS)
def test_what_meetings_say_of_themselves_is_no_promise(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == MEETINGS[text]


def test_a_plan_that_a_figure_is_compared_with_is_no_deadline(tmp_path: Path) -> None:
    found = of(tmp_path, "到2025年，新增学位为“十三五”期间的2倍。")
    assert [target.by for record in found.records for target in record.commitment.targets] == [2025]


PROBLEMS: Mapping[str, list[str]] = {
    "新建幼儿园6所，缓解“入园难”问题。": ["新建幼儿园6所"],
    "办好普惠园，缓解“入园难”问题。": ["办好普惠园", "缓解“入园难”问题"],
    "实施中小学办学能力提升工程，推动义务教育优质均衡发展。": ["实施中小学办学能力提升工程"],
}


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_is_counted_solves_the_problem_named_behind_it(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == PROBLEMS[text]
