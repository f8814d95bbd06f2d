"""What was done beside what is to be done: tables with columns for both, news of what was held, and words to come."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.drafting.encoding.support import drafted
from tests.drafting.test_cases import figures, of, texts

YEARLY = "云陵县2023年教育实事进展表"
HEADS = "类别 | 事项名称 | 2023年度任务目标 | 责任单位 | 1-6月份工作完成情况 | 取得成效 |"
FIRST = (
    "学校建设 | 1.改造乡镇食堂 | 完成城东小学等5所乡镇小学食堂改造。 | 县教育局 | 完成3所学校食堂的主体施工。"
    " | 2所食堂已投入使用，施工进度符合预期。 |"
)


def told(folder: Path, text: str) -> list[tuple[str, object, int | None]]:
    """What a text that stands by itself promises, with its figures and years."""
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return [
        (record.commitment.text, target and target.value, target and target.by)
        for record in drafted(path, plan="text").records
        for target in record.commitment.targets or (None,)
    ]


def test_rows_below_a_merged_cell_belong_to_the_table_whose_bars_part_them(tmp_path: Path) -> None:
    below = (
        "2.建设运动场地 | 完成乡镇中学运动场地9处。 | 县教育局 | 完成运动场地6处的基础施工，其中城北中学完成草坪铺设。"
        " | 6处运动场地正在有序推进面层铺设工作。 | |"
    )
    assert told(tmp_path, "\n".join((HEADS, FIRST, below))) == [
        ("完成城东小学等5所乡镇小学食堂改造", 5, 2023), ("完成乡镇中学运动场地9处", 9, 2023),
    ]  # fmt: skip


def test_a_row_may_lack_its_last_cells(tmp_path: Path) -> None:
    below = "师资建设 | 2.招聘教师 | 招聘乡镇教师90名，优先配备音体美教师。 | 县教育局 |"
    assert ("招聘乡镇教师90名", 90, 2023) in told(tmp_path, "\n".join((HEADS, FIRST, below)))


def test_a_line_of_facts_with_bars_is_no_row(tmp_path: Path) -> None:
    facts = "索引号 | 2023-0017 |"
    assert told(tmp_path, "\n".join((HEADS, FIRST, facts))) == told(tmp_path, "\n".join((HEADS, FIRST)))


DONE = "完成前期调查，编制改造方案。签订采购合同，召开工作推进会。改造学校30所，均已投入使用。"
RUN_TOGETHER: Mapping[str, list[str]] = {
    f"实事内容工作任务责任单位进展情况\n一季度二季度\n实施食堂改造工程，改造学校30所。\n县教育局，各乡镇\n{DONE}": [
        "实施食堂改造工程", "改造学校30所",
    ],
    f"工作任务责任单位进展情况\n改造学校30所。\n县教育局\n{DONE}\n招聘教师60名。\n县人社局\n已招聘教师50名。": [
        "改造学校30所", "招聘教师60名",
    ],
    f"工作任务\n完成情况\n责任单位\n改造学校30所。\n{DONE}\n县教育局、县财政局\n招聘教师60名。\n组织考试。\n县人社局": [
        "改造学校30所", "招聘教师60名",
    ],
    # what stands in front of a task, and above the table, is its name
    f"校园暖冬\n工作任务责任单位进展情况\n校园暖冬改造学校30所。\n县教育局\n{DONE}": ["改造学校30所"],
    # a plan goes on below the table
    f"工作任务责任单位进展情况\n改造学校30所。\n县教育局\n{DONE}\n二、师资\n招聘教师60名。": [
        "改造学校30所", "招聘教师60名",
    ],
    # no such table: no head says what came of it, or nobody is named
    "工作任务责任单位\n改造学校30所。\n县教育局\n招聘教师60名。": ["改造学校30所", "招聘教师60名"],
    "工作任务责任单位进展情况\n一、任务\n改造学校30所。\n招聘教师60名。": ["改造学校30所", "招聘教师60名"],
}  # fmt: skip


@pytest.mark.parametrize("text", RUN_TOGETHER)
def test_heads_run_together_say_which_lines_tell_what_was_done(tmp_path: Path, text: str) -> None:
    found = [text for text, *_ in told(tmp_path, f"{YEARLY}\n{text}")]
    assert [text.removeprefix("到2023年") for text in found] == RUN_TOGETHER[text]


CELLS_IN_LINES: Mapping[str, list[str]] = {
    "重点工作\n目标任务\n完成情况\n学位建设\n新建学校5所，建立学位预警机制。\n3所学校封顶。新增学位900个，启动设备采购。\n"
    "教师培训\n培训教师400名。\n组织培训12场，培训教师260名。完成中心选址。\n责任编辑：某某": [
        "新建学校5所", "建立学位预警机制", "培训教师400名",
    ],
    # no head says that something was done
    "重点工作\n目标任务\n主要措施\n学位建设\n新建学校5所，建立学位预警机制。\n改建校舍9栋。\n教师培训\n培训教师400名。\n"
    "建立教师发展中心。完成中心选址。": [
        "新建学校5所", "建立学位预警机制", "改建校舍9栋", "培训教师400名", "建立教师发展中心", "完成中心选址",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CELLS_IN_LINES)
def test_cells_one_a_line_may_be_sentences_beside_what_was_done(tmp_path: Path, text: str) -> None:
    assert [text for text, *_ in told(tmp_path, f"{YEARLY}\n{text}")] == CELLS_IN_LINES[text]


def test_bodies_of_such_a_table_lead_its_tasks(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"{YEARLY}\n工作任务责任单位进展情况\n改造学校30所。\n县教育局\n{DONE}", encoding="utf-8")
    (record,) = drafted(path, plan="text").records
    assert record.commitment.lead == ("县教育局",)


NAMES: Mapping[str, list[str]] = {
    "完成城东学校2座教学楼建设。": ["教学楼"],
    "完成13处乡镇学校运动场建成并投入使用。": ["乡镇学校运动场"],
    "对全县34所小学实行课后服务。": ["小学"],
}


@pytest.mark.parametrize("text", NAMES)
def test_what_is_counted_is_named_without_what_becomes_of_it(tmp_path: Path, text: str) -> None:
    assert [measure for measure, *_ in figures(of(tmp_path, text))] == NAMES[text]


TO_COME: Mapping[str, list[str]] = {
    "城东小学已完成主体建设，预计年内投入使用。": ["预计年内投入使用"],
    "城东小学已完成拆除工作，马上进行扩建施工。": ["马上进行扩建施工"],
    "城东小学已完成主体建设，即将建成投用。": ["即将建成投用"],
    "城东小学预计年内建成；城西小学目前已完成拆除，马上进行扩建施工。": ["城东小学预计年内建成", "马上进行扩建施工"],
    "城东小学已完成主体建设，预计投资3000万元。": [],
}


@pytest.mark.parametrize("text", TO_COME)
def test_words_to_come_promise_behind_what_was_done(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == TO_COME[text]


def test_the_end_of_a_span_is_not_the_year_in_which_a_text_was_written(tmp_path: Path) -> None:
    text = "实施学前教育行动计划（2023年—2025年），计划三年内建设公办园60所。2023年新建小学4所，增加小学学位3000个。"
    assert ("2023年新建小学4所", 4, 2023) in told(tmp_path, f"云陵县为民办实事\n{text}")


TOLD: Mapping[str, list[str]] = {
    "实施校舍改造工程，对乡镇校舍进行改造，新增学位900个。": ["实施校舍改造工程", "新增学位900个"],
    "实施校舍改造工程，对校长进行培训。": ["实施校舍改造工程", "对校长进行培训"],
    "改建小区配套幼儿园，新增公办幼儿园20所。": ["新增公办幼儿园20所"],
    "改建小区配套幼儿园，新增小学20所。": ["改建小区配套幼儿园", "新增小学20所"],
    "增加优质“园位”“学位”供给。": ["增加优质“园位”“学位”供给"],
    "实施“强师”“提质”行动。": ["实施“强师”", "实施“提质”行动"],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_said_once_more_or_of_both_is_one_promise(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == TOLD[text]


HELD: Mapping[str, list[str]] = {
    "全县已建立家长学校。共组织讲座12场。惠及家长300人次。": [],
    "全县已建立家长学校。组织讲座12场，惠及家长300人次。每年举办讲座6场。": ["每年举办讲座6场"],
    "云陵县先后选派教师30名赴外地学习。": [],
    "到2025年，先后建成小学3所。": ["先后建成小学3所"],
    "读书活动共吸引学生300人参加。": [],
    "近日，云陵县举办读书节。先后组织活动12场，吸引学生300人。": [],
    "近日，云陵县将举办读书节活动。": ["云陵县将举办读书节活动"],
    "云陵县采取了多种举措，编制专项规划，落实配建学校。下一步，新建小学3所。": ["新建小学3所"],
    "全县已建立家长学校。其中，拟新建家长学校9所。": ["拟新建家长学校9所"],
    "累计举办讲座20场。": ["累计举办讲座20场"],  # nothing around it is of the past
}


@pytest.mark.parametrize("text", HELD)
def test_news_of_what_was_held_promises_nothing(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == HELD[text]


@pytest.mark.parametrize("text", ["招生人数将从2万急剧升至2.5万人。", "初中招生未来三年基本保持稳定。"])
def test_what_becomes_of_numbers_by_itself_is_no_promise(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == []


def test_numbers_to_be_kept_are_promised(tmp_path: Path) -> None:
    assert texts(of(tmp_path, "稳定普通高中招生规模。")) == ["稳定普通高中招生规模"]
