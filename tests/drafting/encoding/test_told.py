"""What is told and not promised: what was done, what for, in news and slogans; all of invented plan texts."""

from pathlib import Path

import pytest

from tests.drafting.encoding.support import records

HEAD = "某县教育发展规划\n\n一、主要任务\n\n"


def texts(folder: Path, text: str, head: str = HEAD) -> list[str]:
    return [record.commitment.text for record in records(folder, head + text)]


@pytest.mark.parametrize(
    "text",
    [
        "自2018年以来，投入资金2.3亿元，新建幼儿园16所，增加学前学位4100个。",
        "2020年全县建成寄宿制学校8所。其中中央资金6000万元，新增床位900张。",
        "“十三五”期间，新建公办园21所。\n\n其中农村新建9所，增加学位2600个。",
        "学前三年毛入园率从2015年的61.2%增至2020年的86.4%。",
        "专任教师从2016年的2350人增加到2020年的2810人。",
        "在校生由2015年的4.1万人增至4.8万人。",
        "2017年至2020年，实施农村学校改造，共增加寄宿床位1850个。",
        "过去几年，高中阶段毛入学率从85%增至92%。",
        "我县2019年新建小学3所，改建初中2所。共增加学位2100个。",
    ],
)
def test_what_was_done_before_the_plan_is_no_promise(tmp_path: Path, text: str) -> None:
    assert texts(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("到2025年，学前三年毛入园率从2020年的86%提高到92%。", 1),
        ("九年义务教育巩固率从2020年的95%提高到98%。", 1),
        ("2020年启动的城南中学项目2022年建成投用。", 1),
        ("2020年新建小学2所，增加学位900个，2022年新建小学3所。", 1),
        ("到2025年，在2020年基础上新增学位3000个。", 1),
        ("新建小学3所。其中农村新建2所。", 2),
        ("完成2020年确定的校舍改造任务。", 1),
    ],
)
def test_a_year_before_the_plan_may_stand_in_a_promise(tmp_path: Path, text: str, promised: int) -> None:
    assert len(texts(tmp_path, text)) == promised
