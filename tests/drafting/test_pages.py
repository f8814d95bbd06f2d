"""Kinds that public pages show: what stands around a text, headlines, tables as lines, forecasts, labels."""

from collections.abc import Mapping
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
