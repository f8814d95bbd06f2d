"""Further kinds on which first encodings went wrong: lists without stops, parts by place, who is meant, years, aims."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plancompare.asking.verification import SourceText, verify
from plancompare.drafting.numerals import rough_values, value_of
from tests.drafting.test_cases import case, figures, of, texts

TITLE = "云陵县教育发展规划(2021—2025年)"
LISTS: Mapping[str, list[str]] = {
    "新建幼儿园12所\n招聘教师300名\n建立校长轮岗制度": ["新建幼儿园12所", "招聘教师300名", "建立校长轮岗制度"],
    "推进集团化办学\n改造城关小学操场": ["推进集团化办学", "改造城关小学操场"],
    "学前教育\n新建幼儿园12所\n招聘保育员30名\n义务教育\n新建小学3所": [
        "新建幼儿园12所",
        "招聘保育员30名",
        "新建小学3所",
    ],
    "到2025年新建学校5所": ["到2025年新建学校5所"],
    "到2025年毛入园率达到95%": ["到2025年毛入园率达到95%"],
    "云陵县教育局\n2021年3月5日\n新建幼儿园12所\n招聘教师300名": ["新建幼儿园12所", "招聘教师300名"],
    "2024年全面推开课后服务\n2023年建立督导制度": ["到2024年全面推开课后服务", "到2023年建立督导制度"],
    "一、项目\n1.新建云陵一中\n2.全面推进集团化办学": ["新建云陵一中", "全面推进集团化办学"],
    # what only names something stays none
    "3分钟读懂教育规划\n一图看懂": [],
    "云陵县教育局\n2021年3月5日": [],
    "推进教育现代化": [],
}


@pytest.mark.parametrize("text", LISTS)
def test_lines_without_a_stop_are_promises_where_they_are_a_list_or_have_a_figure(tmp_path: Path, text: str) -> None:
    found = [text.removeprefix("到") for text in texts(of(tmp_path, text, TITLE))]
    assert found == [text.removeprefix("到") for text in LISTS[text]]


def test_the_day_above_a_list_is_no_deadline(tmp_path: Path) -> None:
    draft = of(tmp_path, "云陵县教育局\n2021年3月5日\n新建幼儿园12所\n招聘教师300名", TITLE)
    assert [target.by for record in draft.records for target in record.commitment.targets] == [2025, 2025]


MILESTONES = {
    "2022年制定教育集团建设实施方案。": "教育集团建设实施方案",
    "2024年完成城关小学改扩建。": "城关小学改扩建",
    "2022年建成县职教中心。": "县职教中心",
    "2024年开工建设云陵三中。": "云陵三中",
    "2022年出台《云陵县民办教育管理办法》。": "云陵县民办教育管理办法",
    "2023年开展规划中期评估。": "规划中期评估",
    "2023年启动教师轮岗。": "",
    "2023年全面推开课后服务。": "",
    "2022年提高教师待遇。": "",
    "2022年9月开展教师培训。": "",
    "2023年加强教师队伍建设。": "",
    "2024年实现县域学前教育普及普惠。": "",
    "2024年推进高中多样化。": "",
    "2022年前普及学前三年教育。": "",
}


@pytest.mark.parametrize("text", MILESTONES)
def test_a_milestone_is_what_is_done_once(tmp_path: Path, text: str) -> None:
    told = [(MILESTONES[text], "=", 1, "项")] if MILESTONES[text] else []
    assert figures(of(tmp_path, text)) == told


AS_WELL = {
    "建成学校三所并通过验收评估。": ("学校", 3),
    "新建幼儿园5所并投入使用。": ("幼儿园", 5),
    "培养骨干教师200名并给予奖励。": ("骨干教师", 200),
    "招聘教师100名并安排到乡村任教。": ("教师", 100),
    "改造薄弱学校12所并配齐设施设备。": ("薄弱学校", 12),
    "创建示范园3所并挂牌。": ("示范园", 3),
    "建设实训基地4个并对外开放。": ("实训基地", 4),
    "遴选名师20名并组建工作室。": ("名师", 20),
    "引进高层次人才10人并落实住房补贴。": ("高层次人才", 10),
    "建设公寓300套并交付使用。": ("公寓", 300),
    "新建3所学校并投入使用。": ("学校", 3),
}


@pytest.mark.parametrize("text", AS_WELL)
def test_what_is_done_with_it_as_well_is_not_what_is_counted(tmp_path: Path, text: str) -> None:
    ((label, _, value, _),) = figures(of(tmp_path, text))
    assert (label, value) == AS_WELL[text]


PLACES = {
    "新建幼儿园20所，其中城关镇5所、河西乡3所、东城街道4所。": [
        "幼儿园",
        "城关镇幼儿园",
        "河西乡幼儿园",
        "东城街道幼儿园",
    ],
    "新增学位3000个，其中城关镇1200个、柳林乡800个。": ["学位", "城关镇学位", "柳林乡学位"],
    "新建小学6所（其中青山镇2所，白水乡1所）。": ["小学", "青山镇小学", "白水乡小学"],
    "培训教师500人，其中云陵镇200名。": ["教师", "云陵镇教师"],
    "学前三年毛入园率达到95%，其中城关镇达到98%。": ["preschool-gross-enrolment", "城关镇学前三年毛入园率"],
    "新建小学8所，其中东山区3所、西河县5所。": ["小学", "东山区小学", "西河县小学"],
    "改造校舍5万平方米，其中城关镇2万平方米。": ["校舍", "城关镇校舍"],
    "建设教师周转房400套，其中大坪乡150套。": ["教师周转房", "大坪乡教师周转房"],
    "招聘教师300名，其中石桥镇中心小学20名。": ["教师", "石桥镇中心小学教师"],
    "新建学校9所，城关镇3所，河西乡6所。": ["学校", "城关镇学校", "河西乡学校"],
    "𠮷林镇建成学校三所。": ["𠮷林镇学校"],
    "建设示范校9个，示范镇3个。": ["示范校", "示范镇"],
}


@pytest.mark.parametrize("text", PLACES)
def test_a_part_in_a_place_has_the_name_of_the_whole(tmp_path: Path, text: str) -> None:
    assert [label for label, *_ in figures(of(tmp_path, text))] == PLACES[text]


SUBJECTS = {
    "中职毕业生对口就业率达到75%，升学率达到40%，起薪高于全市平均水平，持双证比例达到90%。": ("中职毕业生", 4),
    "高中阶段教师本科率达到100%，研究生学历占20%，“双师型”占比60%。": ("高中阶段教师", 3),
    "专任教师学历达标率100%，其中本科以上70%，高级职称占30%。": ("专任教师", 3),
    "幼儿园教师持证上岗率达到95%，大专以上学历达到90%，年均培训不少于2次。": ("幼儿园教师", 3),
    "乡村教师每年培训不少于72学时，每月补助300元，流动率低于5%。": ("乡村教师", 3),
    "学生体质健康合格率达到95%，优良率达到50%，近视率每年下降0.5个百分点。": ("学生", 3),
}


@pytest.mark.parametrize("text", SUBJECTS)
def test_who_is_meant_is_named_in_each_record(tmp_path: Path, text: str) -> None:
    subject, count = SUBJECTS[text]
    assert [told.startswith(subject) for told in texts(of(tmp_path, text))] == [True] * count


@pytest.mark.parametrize(
    "text",
    [
        "义务教育巩固率达到98%，教育信息化覆盖率达到100%。",
        "公办园在园幼儿占比达到55%，普惠性覆盖率达到90%。",
        "乡村教师达到500名，每年新建周转房40套。",
        "教师达到500名，每年开展应急演练2次。",
    ],
)
def test_what_has_a_subject_of_its_own_takes_no_other(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text))[1] == text.rstrip("。").split("，")[1]


@pytest.mark.parametrize(
    ("title", "heading", "text", "theme"),
    [
        ("云陵市职业教育规划(2021—2025年)", "办学条件", "校均规模达到2000人。", "vocational"),
        ("云陵市特殊教育规划(2021—2025年)", "办学条件", "校均规模不超过300人。", "special"),
        ("云陵市教育规划(2021—2025年)", "普通高中", "校均规模不超过1000人。", "highschool"),
        ("云陵市职业教育规划(2021—2025年)", "办学条件", "班额控制在50人以内。", "vocational"),
        ("云陵市职业教育规划(2021—2025年)", "办学条件", "小学班额控制在45人以内。", "compulsory"),
    ],
)
def test_a_figure_is_of_the_stage_that_the_plan_is_for(
    tmp_path: Path, title: str, heading: str, text: str, theme: str
) -> None:
    (record,) = of(tmp_path, f"一、{heading}\n{text}", title).records
    assert record.commitment.theme == theme


SHORT = {
    "加强劳动教育。推进家校共育。实施课后服务。": ["加强劳动教育", "推进家校共育", "实施课后服务"],
    "实施美育。开设艺术课程。": ["实施美育", "开设艺术课程"],
    "加强劳动教育。建设劳动教育基地5个，开齐劳动课。": ["建设劳动教育基地5个", "开齐劳动课"],
    "落实双减。严控作业总量，规范校外培训。": ["严控作业总量", "规范校外培训"],
    "定向培养。招收公费师范生。": ["招收公费师范生"],
}


@pytest.mark.parametrize("text", SHORT)
def test_a_short_sentence_is_a_task_beside_tasks_as_short(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == SHORT[text]


AGENTS = {
    "各镇要设立家庭教育指导站3个。": ("家庭教育指导站", "个/镇"),
    "各校要配备专职心理教师2名。": ("专职心理教师", "名/校"),
    "各街道要新建幼儿园2所。": ("幼儿园", "所/街道"),
    "各幼儿园须配备保健医生1名。": ("保健医生", "名/幼儿园"),
    "各级政府要设立专项资金500万元。": ("专项资金", "万元"),
    "全县各镇都要建成老年学校1所。": ("老年学校", "所/镇"),
    "各镇（街道）要设立社区教育中心1个。": ("社区教育中心", "个/镇"),
    "每个乡镇要建成寄宿制学校1所。": ("寄宿制学校", "所/乡镇"),
    "各镇要在2023年前设立教育发展基金。": ("教育发展基金", "项"),
    "各乡镇应办好1所公办中心园。": ("公办中心园", "所/乡镇"),
}


@pytest.mark.parametrize("text", AGENTS)
def test_who_acts_is_no_part_of_what_is_counted(tmp_path: Path, text: str) -> None:
    ((label, _, _, unit),) = figures(of(tmp_path, text))
    assert (label, unit) == AGENTS[text]


RATES = {
    "每校每学期开展安全演练2次。": ("每校安全演练", 2, "次/学期"),
    "每所学校每学期至少开展2次心理健康讲座。": ("每所学校心理健康讲座", 2, "次/学期"),
    "每个年级每学期举行1次家长会。": ("每个年级家长会", 1, "次/学期"),
    "教师每人每年培训不少于72学时。": ("教师每人每年培训", 72, "学时"),
    "中小学教师每人每年不少于90学时的培训。": ("中小学教师每人每年培训", 90, "学时"),
    "每班每周开设劳动课1课时。": ("每班每周劳动课", 1, "课时"),
    "每学期组织家访2遍。": ("家访", 2, "遍/学期"),
    "学校食堂每学期检查3遍。": ("学校食堂检查", 3, "遍/学期"),
    "每两年对校舍排查一遍。": ("校舍排查", 1, "遍/两年"),
    "每生每年补助1500元。": ("补助", 1500, "元/生年"),
    "每学期开展应急演练2次。": ("应急演练", 2, "次/学期"),
}


@pytest.mark.parametrize("text", RATES)
def test_rates_tell_by_what_they_are_counted(tmp_path: Path, text: str) -> None:
    ((label, _, value, unit),) = figures(of(tmp_path, text))
    assert (label, value, unit) == RATES[text]


AHEAD = {
    ("2023年云陵县教育工作总结", "一、过去一年\n新建学校9所。\n二、今年工作\n新建学校3所。"),
    ("2023年云陵县教育工作总结", "一、2023年工作\n新建学校9所。\n二、2024年工作打算\n新建学校3所。"),
    ("云陵县2023年教育工作总结", "一、工作成效\n新建学校9所。\n二、明年工作\n新建学校3所。"),
    ("云陵县2023年教育工作总结", "一、今年工作\n新建学校9所。\n二、明年打算\n新建学校3所。"),
    ("云陵县2023年教育工作报告", "一、去年工作\n新建学校9所。\n二、今年工作\n新建学校3所。"),
    ("云陵县2023年教育工作总结", "2023年，新建学校9所。今年工作：新建学校3所。"),
    ("云陵县教育局2024年工作要点", "一、回顾\n2023年，新建学校9所。\n二、任务\n新建学校3所。"),
}


@pytest.mark.parametrize(("title", "text"), sorted(AHEAD))
def test_a_report_promises_what_it_says_of_the_year_to_come(tmp_path: Path, title: str, text: str) -> None:
    draft = of(tmp_path, text, title)
    assert draft.front.period == (2024, 2024) and texts(draft) == ["新建学校3所"]
    assert [target.by for record in draft.records for target in record.commitment.targets] == [2024]


def test_a_report_without_a_look_ahead_has_no_period_of_its_own(tmp_path: Path) -> None:
    assert of(tmp_path, "一、工作成效\n新建学校9所。", "云陵县2023年教育工作总结").front.period is None


def test_what_goes_on_since_an_earlier_year_is_not_over(tmp_path: Path) -> None:
    assert texts(of(tmp_path, "2020年起实施的课后服务全面推广到村小。新建学校2所。"))[-1] == "新建学校2所"


@pytest.mark.parametrize(
    ("text", "between"), [("两三", (2, 3)), ("十两三", (12, 13)), ("两三百", (200, 300)), ("七八", (7, 8))]
)
def test_two_numerals_side_by_side_are_a_range(text: str, between: tuple[int, int]) -> None:
    assert rough_values(text) == between
    assert value_of("两") == 2 and value_of("两三") is None and value_of("二〇二三") == 2023


def test_a_rough_number_is_told_as_a_range(tmp_path: Path) -> None:
    draft = of(tmp_path, "引进专家两三位。")
    assert figures(draft) == [("专家", "range", (2, 3), "位")]
    assert "unsure_figure" in [doubt.key for record in draft.records for doubt in record.doubts]


def test_blanks_around_numbers_are_no_part_of_a_text() -> None:
    assert texts(case("a27_spaces.txt")) == ["学前三年毛入园率达到96.5%以上", "新建幼儿园12所", "幼儿园新增学位1,200个"]


def test_a_promise_said_over_and_over_has_a_phrase_that_finds_one_place() -> None:
    draft = case("nest16.html")
    assert {proof.status for proof in verify(draft.plan, SourceText(draft.document.text))} == {"exact"}
    assert "到2025年新建学校5所" in texts(draft)


NO_PROMISES = {
    # what someone comes by, wherever it stands
    "让教师安心从教、潜心育人。": [],
    # how, and what for
    "发挥学校主阵地作用，开设劳动课程。": ["开设劳动课程"],
    "突出学生主体地位，建设社团基地。": ["建设社团基地"],
    "组建城乡学校联盟，在管理、备考等方面开展深度合作。": ["组建城乡学校联盟"],
    "对接智能农机产业，建设特色专业群。": ["建设特色专业群"],
    # on what condition
    "发现学生欺凌，学校必须当日介入。": ["学校必须当日介入"],
    "（一）发现学生欺凌，24小时内介入处置。": ["24小时内介入处置"],
    "一旦查实有偿补课，取消评优资格。": ["取消评优资格"],
    # how high something is held
    "把双减作为重大民生工程，建立作业公示制度。": ["建立作业公示制度"],
    "列入重要议事日程，设立专项资金。": ["设立专项资金"],
    "办好每一所学校，建立督导制度。": ["建立督导制度"],
    "完善制度，制定教师轮岗办法。": ["制定教师轮岗办法"],
    "加强统筹协调，建立联席会议制度。": ["建立联席会议制度"],
    # what it is for
    "开展校长培训，提升教育信息化领导力。": ["开展校长培训"],
    "完善督导方式，增强督导专业性。": ["完善督导方式"],
    "组织跟岗研修，提升其课程领导力。": ["组织跟岗研修"],
    "建设智慧教室，推动教学方式由教师为中心向学生为中心转变。": ["建设智慧教室"],
    "建设周转房20套，着力解决教师住宿难题。": ["建设周转房20套"],
    "2023年起，新建住宅区配套学校由政府统一建设。": ["新建住宅区配套学校由政府统一建设"],
}


@pytest.mark.parametrize("text", NO_PROMISES)
def test_how_and_what_for_are_no_promises(tmp_path: Path, text: str) -> None:
    assert [told.removeprefix("到2023年") for told in texts(of(tmp_path, text))] == NO_PROMISES[text]


PROMISES = {
    "解决义务教育大班额问题，建立台账。": 2,
    "加大校长培训力度，建立名师工作室。": 2,
    "把师德师风作为评价教师的第一标准，建立档案。": 2,
    "发挥学校章程的作用，建立理事会。": 2,
    "建立轮岗制度，增加教师编制。": 2,
    "服务退役军人30人，建立台账。": 2,
}


@pytest.mark.parametrize("text", PROMISES)
def test_acts_that_only_look_so_stay(tmp_path: Path, text: str) -> None:
    assert len(of(tmp_path, text).records) == PROMISES[text]


def test_bounds_tell_no_repetition_from_its_first_mention(tmp_path: Path) -> None:
    text = "专任教师中本科及以上学历者所占比例超过95%。\n专任教师本科及以上学历比例>95%。"
    assert len(of(tmp_path, text).records) == 1


def test_what_a_site_prints_about_a_file_is_no_heading(tmp_path: Path) -> None:
    thought = "坚持立德树人根本任务，深入贯彻新发展理念，围绕总体思路，完善教育体系。"
    text = f"云陵县教育局2022年工作要点\n29.51KB\n24 页\n{thought}\n一、任务\n新建学校3所。"
    assert texts(of(tmp_path, text, "海报")) == ["新建学校3所"]
