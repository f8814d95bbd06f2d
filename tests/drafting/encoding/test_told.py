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


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("为缓解城区入园难问题，新建公办幼儿园6所。", ["新建公办幼儿园6所"]),
        ("为更好地应对学龄人口变化，建立学位预警制度。", ["建立学位预警制度"]),
        ("更好地应对人口变动，建立学位预警制度。", ["建立学位预警制度"]),
        ("为适应新高考改革，改造选课走班教室120间。", ["改造选课走班教室120间"]),
        ("为了提升教师素质，开展全员培训。", ["开展全员培训"]),
        ("新建幼儿园6所，增加学前教育普惠性供给。", ["新建幼儿园6所"]),
        ("推进集团化办学，缩小城乡教育差异。", ["推进集团化办学"]),
        ("为每所乡村学校配备一名心理健康教师。", ["为每所乡村学校配备一名心理健康教师"]),
        ("按照“应建尽建”的要求推进小区配套园建设。", ["按照“应建尽建”的要求推进小区配套园建设"]),
        ("通过实施“暖冬”专项工程，更换锅炉。", ["通过实施“暖冬”专项工程", "更换锅炉"]),
        ("体育馆项目主体工程完工，附属设施同步配套。", ["体育馆项目主体工程完工"]),
        ("新建幼儿园6所。各级教育督导评估", ["新建幼儿园6所"]),
    ],
)
def test_what_an_act_is_for_is_no_promise(tmp_path: Path, text: str, promised: list[str]) -> None:
    assert texts(tmp_path, text) == promised


@pytest.mark.parametrize(
    "text",
    [
        "《某县教育发展规划》正式出台。",
        "近日，《某市学前教育行动计划》正式印发实施。",
        "会上发布《某县教育白皮书》。",
        "经县政府同意，《某县学位建设方案》于日前正式发布。",
        "教好每一个学生，办好每一所学校。",
        "全力办好每所学校、教好每名学生。",
        "关注每一名学生成长。",
    ],
)
def test_news_and_slogans_promise_nothing(tmp_path: Path, text: str) -> None:
    assert texts(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("《规划》明确，到2025年新建学校9所。", 1),
        ("发布会上，县教育局负责人公布，今年将新建幼儿园6所。", 1),
        ("出台《某县校车管理办法》。", 1),
        ("规划执行情况每年向社会公布，定期开展评估。", 2),
        ("建好每一所乡村寄宿制学校的食堂。", 1),
        ("在每一个乡镇建成一所公办中心园。", 1),
    ],
)
def test_what_only_looks_like_news_or_a_slogan_stays(tmp_path: Path, text: str, promised: int) -> None:
    assert len(texts(tmp_path, text)) == promised


def test_a_line_of_bodies_is_no_promise_but_a_body_to_be_set_up_is(tmp_path: Path) -> None:
    text = "建立台账。\n\n各乡镇人民政府、街道办事处\n\n市发展改革委，各县（市、区）人民政府\n\n建立家长委员会"
    assert texts(tmp_path, text) == ["建立台账", "建立家长委员会"]


def test_a_first_sentence_that_only_sums_up_is_no_promise_beside_its_details(tmp_path: Path) -> None:
    summed = "加强教师队伍建设。实施名师培养计划，建立名师工作室20个。推进县管校聘改革。"
    assert texts(tmp_path, summed) == ["实施名师培养计划", "建立名师工作室20个", "推进县管校聘改革"]
    assert texts(tmp_path, "加强教师队伍建设。") == ["加强教师队伍建设"]
    fellows = "加强校园安全工作。推进家校共育。开展校外研学。"
    assert len(texts(tmp_path, fellows)) == 3


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("新建小学?3所，增加学位?1200个。", ["新建小学?3所", "小学增加学位?1200个"]),
        ("公办率达到52%。？建成公办园12所。", ["公办率达到52%", "建成公办园12所"]),
        ("建立教师?轮岗制度，完善校长？职级制。", ["建立教师?轮岗制度", "完善校长？职级制"]),
        ("钱从哪里来?建立经费保障机制。", ["建立经费保障机制"]),
        ("教师够不够？招聘教师300名。", ["招聘教师300名"]),
    ],
)
def test_a_question_mark_for_a_lost_character_asks_nothing(tmp_path: Path, text: str, promised: list[str]) -> None:
    assert texts(tmp_path, text) == promised


def test_goals_are_aims_side_by_side(tmp_path: Path) -> None:
    head = "某县规划\n\n一、总体目标\n\n"
    goals = "保障校舍安全，确保师生饮水健康。大力推进职教发展，每十万人口在校生数提高至560。\n\n二、任务\n\n建立台账。"
    found = texts(tmp_path, goals, head)
    assert found == ["保障校舍安全", "确保师生饮水健康", "推进职教发展", "每十万人口在校生数提高至560", "建立台账"]
    assert texts(tmp_path, "保障校舍安全，确保师生饮水健康。") == ["保障校舍安全"]


def test_of_each_stage_another_state(tmp_path: Path) -> None:
    text = "推进学前教育普及普惠、义务教育优质均衡、普通高中特色发展。"
    assert texts(tmp_path, text) == ["推进学前教育普及普惠", "推进义务教育优质均衡", "推进普通高中特色发展"]
    assert len(texts(tmp_path, "加强小学语文、初中数学教师培训。")) == 1


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("加快推进乡村教师周转宿舍建设，新建560套。", [("乡村教师周转宿舍", 560)]),
        ("大力推进公办园建设，新建12所。", [("公办园", 12)]),
        ("加快幼儿园建设，新建公办幼儿园88所。", [("公办幼儿园", 88)]),
        ("实施乡镇寄宿制学校建设工程，改造18所。", [("乡镇寄宿制学校", 18)]),
        ("推进普通高中扩容，新增学位2400个。", [("学位", 2400)]),
        ("新建高中7所，其中：甲区4所，乙县3所。", [("高中", 7), ("甲区高中", 4), ("乙县高中", 3)]),
        ("新建小学7所（其中甲县3所，乙县4所）。", [("小学", 7), ("甲县小学", 3), ("乙县小学", 4)]),
        ("招聘教师400名。其中：甲县150名；乙县250名。", [("教师", 400), ("甲县教师", 150), ("乙县教师", 250)]),
    ],
)
def test_an_act_and_its_figure_a_total_and_its_parts_are_one(
    tmp_path: Path, text: str, counted: list[tuple[str, int]]
) -> None:
    (record,) = records(tmp_path, HEAD + text)
    assert [(target.label, target.value) for target in record.commitment.targets] == counted


@pytest.mark.parametrize("text", ["推进集团化办学，新建小学3所。", "实施名师培养计划，建立名师工作室20个。"])
def test_an_act_beside_another_thing_that_is_counted_stays(tmp_path: Path, text: str) -> None:
    assert len(texts(tmp_path, text)) == 2


@pytest.mark.parametrize(
    "thought",
    [
        "2024年工作的总体思路是：坚持党的领导，〔突出“质量”两项重点，努力办好一批优质学校〕，推动教育发展。",
        "今年工作的总体要求是：贯彻大会精神，抓住“公平”“质量”两个关键，实施“强基”行动，努力建设教育强县。",
        "一、总体要求\n\n贯彻大会精神，突出“公平”“质量”两个重点，努力办好一批优质学校。",
        "一、总体要求\n\n聚焦“质量提升”一个中心，抓好“队伍、课堂、管理”三个关键。",
    ],
)
def test_guiding_thought_promises_nothing_without_a_figure(tmp_path: Path, thought: str) -> None:
    text = f"某县2024年工作要点\n\n{thought}\n\n二、主要任务\n\n建立台账。\n"
    assert texts(tmp_path, text, "") == ["建立台账"]


@pytest.mark.parametrize(
    ("one", "other", "promised"),
    [
        ("加大农村幼儿园建设力度。", "加大农村幼儿园结对力度。", 2),
        ("加强普通高中建设。", "加强普通高中托管帮扶。", 2),
        ("加大农村幼儿园建设力度。", "加大农村幼儿园的建设力度。", 1),
        ("推进集团化办学。", "推进集团化办学改革试点。", 1),
    ],
)
def test_what_is_done_for_a_thing_tells_promises_apart(tmp_path: Path, one: str, other: str, promised: int) -> None:
    text = f"某县规划\n\n一、建设任务\n\n{one}\n\n二、协作任务\n\n{other}\n"
    assert len(texts(tmp_path, text, "")) == promised


def test_a_line_that_waits_for_its_figure_goes_on(tmp_path: Path) -> None:
    text = "九年义务教育巩固率保持100%、高中阶段毛入学率达到\n98%。"
    found = records(tmp_path, HEAD + text)
    assert [record.commitment.targets[0].value for record in found] == [100, 98]
