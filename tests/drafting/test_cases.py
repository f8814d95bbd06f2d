"""Inputs on which first encodings went wrong, each with its right values; and others of the same kinds."""

from functools import cache
from pathlib import Path
from time import process_time

import pytest

from plancompare.drafting import read
from plancompare.drafting.encoding.draft import Draft
from plancompare.errors import PlanCompareError
from plancompare.model import Target
from tests.drafting.encoding.support import drafted

CASES = Path(__file__).parent / "cases"
MOMENT = 5.0  # seconds of work, whatever else the machine does, that no input of 100 KB may take
HEAD = "云陵县教育发展规划(2021—2025年)\n一、主要任务\n"
Shown = tuple[str, str, object, str]


@cache
def case(name: str) -> Draft:
    """The draft of an input."""
    return drafted(CASES / name)


def texts(draft: Draft) -> list[str]:
    return [record.commitment.text for record in draft.records]


def figures(draft: Draft) -> list[Shown]:
    return [shown(target) for record in draft.records for target in record.commitment.targets]


def shown(target: Target) -> Shown:
    value = target.value if target.value is not None else (target.low, target.high)
    return (target.measure, target.op, value, target.unit)


def of(folder: Path, text: str, title: str = "") -> Draft:
    """The draft of a passage in a plan."""
    path = folder / "x.txt"
    path.write_text(f"{title}\n{text}\n" if title else f"{HEAD}{text}\n", encoding="utf-8")
    return drafted(path)


RIGHT: dict[str, list[Shown]] = {
    "a04_fold_area.txt": [
        ("preschool-gross-enrolment", ">=", 95, "%"),
        ("城区学前三年入园率", ">=", 98, "%"),
        ("农村学前三年入园率", ">=", 90, "%"),
    ],
    "a13_labelcut.txt": [],
    "a14_bracket.txt": [
        ("省级示范中等职业学校", "=", 12, "所"),
        ("国家级示范中等职业学校", "=", 5, "所"),
        ("校均规模", ">=", 2000, "人"),
        ("市级特色学校", "=", 6, "所"),
    ],
    "a20_trad.txt": [
        ("preschool-gross-enrolment", ">=", 93, "%"),
        ("working-age-schooling-years", ">=", 11, "年"),
        ("new-school-places", "=", 20000, "个"),
        ("教师", "=", 150, "名"),
    ],
    "a21_done.txt": [("幼儿园", "=", 2, "所"), ("preschool-gross-enrolment", ">=", 93, "%")],
    "a27_spaces.txt": [
        ("preschool-gross-enrolment", ">=", 96.5, "%"),
        ("幼儿园", "=", 12, "所"),
        ("幼儿园学位", "=", 1200, "个"),
    ],
    "a31_special_textbox.txt": [("薄弱幼儿园", "=", 15, "所"), ("教师", "=", 120, "名")],
    "a34_peryear.txt": [
        ("公办幼儿园", "=", 4, "所/年"),
        ("教师", "=", 60, "名/年"),
        ("乡村教师生活补助", "=", 300, "元/人月"),
    ],
    "b01_tracked.docx": [
        ("公办幼儿园", "=", 9, "所"),
        ("家庭教育指导中心", "=", 2, "个"),
        ("new-kindergarten-places-public", "=", 1200, "个"),
        ("智慧校园", "=", 12, "所"),
    ],
}


@pytest.mark.parametrize("name", RIGHT)
def test_figures_of_the_inputs(name: str) -> None:
    assert figures(case(name)) == RIGHT[name]


def test_a_number_word_is_no_part_of_a_text() -> None:
    assert texts(case("a10_numword.txt")) == ["健全教师待遇保障机制", "补充教师150名", "培训骨干教师300人次"]


def test_lists_under_a_ground_and_of_those_who_act_stay_whole() -> None:
    assert texts(case("a12_guifan.txt")) == [
        "新建住宅小区配套幼儿园按照国家有关标准和规范同步建设",
        "老旧小区改造、新区开发要将配套幼儿园纳入建设规划",
    ]


def test_subjects_are_named_in_each_text() -> None:
    found = texts(case("a16_elided_subject.txt"))
    assert ["中职毕业生" in text or "技能人才" in text for text in found] == [True] * 4


def test_the_title_names_the_theme_and_the_subject() -> None:
    found = case("a17_titletheme.txt").records
    assert [record.commitment.theme for record in found] == ["special"] * 5
    assert all(record.commitment.text.startswith("特殊教育") for record in found)


@pytest.mark.parametrize(("name", "count"), [("a19_yao.txt", 3), ("a30_verbs.txt", 6)])
def test_every_clause_is_a_record(name: str, count: int) -> None:
    draft = case(name)
    assert len(draft.records) == count
    assert {left.reason for left in draft.left_out} == {"title", "heading"}


def test_a_verb_that_another_helps_opens_both() -> None:
    assert texts(case("a22_research.txt")) == ["研究制定学前教育办园标准", "研究制定公办幼儿园生均公用经费标准"]


def test_each_record_has_its_year() -> None:
    assert [text[:6] for text in texts(case("a23_year_isaim.txt"))] == ["到2025年", "到2025年", "到2030年"]


def test_a_box_of_one_sentence_is_a_record_and_closes() -> None:
    for name in ("a31_special_textbox.txt", "b02_sdt.docx"):
        sections = {record.commitment.section.heading for record in case(name).records}
        assert sections == {"学前教育"}
    assert "doc_struck" in [note.key for note in case("b02_sdt.docx").document.notes]


def test_labour_force_is_no_labour_education() -> None:
    assert "labor" not in {record.commitment.theme for record in case("a32_labor_theme.txt").records}


def test_a_name_ends_outside_quotation_marks() -> None:
    assert case("a33_name.txt").front.name == "临江"


@pytest.mark.parametrize("name", ["w24.pdf", "k21.pdf"])
def test_lines_of_a_page_are_joined_and_their_numbers_whole(name: str) -> None:
    values = [value for _, _, value, _ in figures(case(name))]
    assert values == [96.5, 92, 58, 99, 97, 12, 3600, 25, 1.35, 1500, 1200, 280, 15]
    assert len(case(name).records) == 15


def test_a_formula_without_a_value_is_told() -> None:
    draft = case("b06_percent.xlsx")
    (note,) = draft.document.notes
    assert note.key == "doc_formulas" and "!E7" in str(dict(note.values)["cells"])
    assert "合计投入" in [left.text for left in draft.left_out]
    assert [value for _, _, value, _ in figures(draft)] == [96, 100, 99, 12000, 60]


def test_files_that_are_odd_are_read_in_a_moment_or_refused_in_a_line() -> None:
    begun = process_time()
    assert "新建幼儿园20所" in texts(case("nest16.html"))
    assert figures(case("olstart.html"))[0][2] == 20
    assert any("𠮷林镇" in text for text in texts(case("surrogate.pdf")))
    with pytest.raises(PlanCompareError, match="sound XML"):
        read(CASES / "encoding-x.docx")
    assert process_time() - begun < MOMENT


FURTHER: dict[str, list[Shown]] = {
    # the same figure of two things
    "新建小学3所,新建初中3所。": [("小学", "=", 3, "所"), ("初中", "=", 3, "所")],
    "招聘校长20名，招聘教师20名。": [("校长", "=", 20, "名"), ("教师", "=", 20, "名")],
    "培育市级骨干教师50名，培育省级骨干教师50名。": [("市级骨干教师", "=", 50, "名"), ("省级骨干教师", "=", 50, "名")],
    "新建幼儿园6所，改造幼儿园6所。": [("幼儿园", "=", 6, "所")] * 2,
    "新建公办园4所，新建民办园4所。": [("公办园", "=", 4, "所"), ("民办园", "=", 4, "所")],
    # another group's rate is no target of the general one
    "学前三年毛入园率达到96%，学前一年毛入园率达到98%。": [
        ("preschool-gross-enrolment", ">=", 96, "%"),
        ("学前一年毛入园率", ">=", 98, "%"),
    ],
    "九年义务教育巩固率达到99%，其中农村达到98%，残疾儿童达到95%。": [
        ("nine-year-retention", ">=", 99, "%"),
        ("农村九年义务教育巩固率", ">=", 98, "%"),
        ("残疾儿童九年义务教育巩固率", ">=", 95, "%"),
    ],
    "新建幼儿园20所，其中公办12所、民办8所。": [
        ("幼儿园", "=", 20, "所"),
        ("公办幼儿园", "=", 12, "所"),
        ("民办幼儿园", "=", 8, "所"),
    ],
    "建成示范校30所（其中省级10所，市级20所）。": [
        ("示范校", "=", 30, "所"),
        ("省级示范校", "=", 10, "所"),
        ("市级示范校", "=", 20, "所"),
    ],
    # 分别, 各, shared tails
    "小学、初中净入学率分别达到100%、99%，辍学率分别控制在0.5%、1%。": [
        ("小学净入学率", "=", 100, "%"),
        ("初中净入学率", ">=", 99, "%"),
        ("小学辍学率", "<=", 0.5, "%"),
        ("初中辍学率", "<=", 1, "%"),
    ],
    "学前、小学、初中学位分别增加100、200和300个。": [
        ("学前学位", "=", 100, "个"),
        ("小学学位", "=", 200, "个"),
        ("初中学位", "=", 300, "个"),
    ],
    "新建小学、初中各3所。": [("小学", "=", 3, "所"), ("初中", "=", 3, "所")],
    "分别新建小学、初中3所、2所。": [("小学", "=", 3, "所"), ("初中", "=", 2, "所")],
    "市、县、校三级骨干教师分别达到100名、300名和800名。": [
        ("市级骨干教师", ">=", 100, "名"),
        ("县级骨干教师", ">=", 300, "名"),
        ("校级骨干教师", ">=", 800, "名"),
    ],
    "新建学校20所新增学位3000个。": [("学校", "=", 20, "所"), ("学位", "=", 3000, "个")],
    "教师学历达标率：小学98%、初中99%。": [("小学教师学历达标率", "=", 98, "%"), ("初中教师学历达标率", "=", 99, "%")],
    "小学辍学率0.1%以下，初中0.5%以下。": [("小学辍学率", "<=", 0.1, "%"), ("初中辍学率", "<=", 0.5, "%")],
    # rates and bases
    "每县区至少建成2个实训基地。": [("实训基地", ">=", 2, "个/县区")],
    "每年新建幼儿园4所、小学2所。": [("幼儿园", "=", 4, "所/年"), ("小学", "=", 2, "所/年")],
    "班主任津贴每月500元。": [("班主任津贴", "=", 500, "元/月")],
    "每5年一轮全员培训。": [("全员培训", "=", 1, "轮/5年")],
    "教育投入每年增长8%。": [("教育投入", "=", 8, "%/年")],
    # numbers
    "新增学位2万5千个。": [("学位", "=", 25000, "个")],
    "投入一亿二千万元。": [("投入", "=", 1.2, "亿元")],
    "招聘教师１，２００名。": [("教师", "=", 1200, "名")],
    "毛入园率达到百分之九十六点五。": [("preschool-gross-enrolment", ">=", 96.5, "%")],
    "建设七八所学校。": [("学校", "range", (7, 8), "所")],
    "每天锻炼时间达到4 0分钟。": [("每天锻炼时间", ">=", 40, "分钟")],
}


@pytest.mark.parametrize("text", FURTHER)
def test_figures_of_their_kinds(tmp_path: Path, text: str) -> None:
    assert figures(of(tmp_path, text)) == FURTHER[text]


TEXTS: dict[str, list[str]] = {
    "1.建设中心。健全家委会。": ["建设中心", "健全家委会"],
    "第一，健全家委会。第二，招聘教师30名。": ["健全家委会", "招聘教师30名"],
    "\uf0b7新建幼儿园5所。\n——招聘教师30名。": ["新建幼儿园5所", "招聘教师30名"],
    "①新建幼儿园5所；②建立督导制度。": ["新建幼儿园5所", "建立督导制度"],
    "制定幼儿园建设、管理和评价标准。": ["制定幼儿园建设、管理和评价标准"],
    "把劳动课排进课表。兜住食品安全底线。": ["把劳动课排进课表", "兜住食品安全底线"],
    "体育课由每周3节改为每天1节。": ["体育课由每周3节改为每天1节"],
    "为青年教师提供周转公寓。": ["为青年教师提供周转公寓"],
    "残疾儿童优先在普通学校就近入学。": ["残疾儿童优先在普通学校就近入学"],
    "专任教师中，本科以上学历达到80%。": ["专任教师本科以上学历达到80%"],
    "以立德树人为根本任务，坚持以人民为中心，全面贯彻党的教育方针，健全家校协同机制。": ["健全家校协同机制"],
    # repetitions fold
    "新增学位3600个。\n二、学前教育\n新增学位3600个。": ["新增学位3600个"],
    "新建公办幼儿园12所。\n二、学前教育\n新建12所公办幼儿园。": ["新建公办幼儿园12所"],
    "85%的中小学建成智慧校园。\n二、数字教育\n中小学智慧校园覆盖率85%。": ["85%的中小学建成智慧校园"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_their_kinds(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == TEXTS[text]


MERGED = """# 云陵县教育发展规划(2021—2025年)

## 一、主要指标

| 指标 | 单位 | 目标值 | 目标值 | 属性 | 责任单位 |
|---|---|---|---|---|---|
| 指标 | 单位 | 2020年 | 2025年 | 属性 | 责任单位 |
| 学前三年毛入园率 | % | 90 | 95 | 预期性 | 县教育局 |
| 新增学位 | 个 | — | 3600 | 约束性 | 县教育局 |
| 其中：农村 | 个 | — | 1200 | 预期性 | 县教育局 |
"""


def test_heads_of_two_rows_tell_the_baseline_from_the_promise(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(MERGED, encoding="utf-8")
    draft = drafted(tmp_path / "x.md")
    assert [(measure, value) for measure, _, value, _ in figures(draft)] == [
        ("preschool-gross-enrolment", 95),
        ("新增学位", 3600),
        ("农村新增学位", 1200),
    ]
    (target,) = draft.records[0].commitment.targets
    assert target.baseline is not None and (target.baseline.value, target.baseline.year) == (90, 2020)
    assert draft.records[1].commitment.strength == "binding"


@pytest.mark.parametrize(
    ("title", "text", "period", "expected"),
    [
        ("云陵县教育局2024年工作要点", "一、任务\n落实“十四五”规划，新建学校2所。", (2024, 2024), 2),
        (
            "云陵县2023年教育工作总结及2024年工作思路",
            "一、2023年工作回顾\n新建学校9所。\n二、思路\n新建学校3所。",
            (2024, 2024),
            1,
        ),
        (
            "云陵县教育发展规划",
            "一、“十三五”回顾\n“十三五”新建学校9所。\n二、“十四五”目标\n新建学校3所。",
            (2021, 2025),
            1,
        ),
    ],
)
def test_periods(tmp_path: Path, title: str, text: str, period: tuple[int, int], expected: int) -> None:
    draft = of(tmp_path, text, title)
    assert (draft.front.period, len(draft.records)) == (period, expected)


def test_deadlines_come_from_the_nearest_heading_or_the_sentence_above(tmp_path: Path) -> None:
    text = (
        "新建幼儿园5所。\n二、到2023年目标\n新建小学3所。\n三、远景\n到2024年，实现以下目标：新建初中2所。新建高中1所。"
    )
    years = [target.by for record in of(tmp_path, text).records for target in record.commitment.targets]
    assert years == [2025, 2023, 2024, 2024]


def test_a_value_that_is_not_certain_is_said_to_be_so(tmp_path: Path) -> None:
    (record,) = of(tmp_path, "培训教师数百名。").records
    assert not record.commitment.targets and "unsure_figure" in [doubt.key for doubt in record.doubts]


def test_what_was_folded_is_said(tmp_path: Path) -> None:
    (record,) = of(tmp_path, "新建公办幼儿园12所。\n二、学前教育\n新建12所公办幼儿园。").records
    assert "unsure_repeated" in [doubt.key for doubt in record.doubts]


def test_the_situation_stays_empty(tmp_path: Path) -> None:
    draft = of(tmp_path, "新建学校1所。\n二、发展基础\n新建学校3所。\n三、上半年完成情况\n招聘教师30名。")
    assert texts(draft) == ["新建学校1所"]
    assert [left.reason for left in draft.left_out].count("background") == 4


@pytest.mark.parametrize(
    "text",
    [
        "、".join(f"新建幼儿园{number % 90 + 1}所" for number in range(800)),
        "分别达到" + "、".join(f"{number % 90 + 1}%" for number in range(800)),
        "建设教育机制和" * 4700,
        "每年" * 16000 + "5所",
        "三" * 33000 + "所",
        "1 " * 50000 + "所",
        "（" * 33000,
        "“" * 33000,
        "90%、" * 16000,
        "90%," * 25000,
        "a" * 100_000,
        "到2025年" * 10_000,
        "三分之一" * 8000,
    ],
    ids=lambda text: text[:6],
)
def test_long_clauses_cost_no_more_than_their_length(tmp_path: Path, text: str) -> None:
    begun = process_time()
    of(tmp_path, f"{text}。")
    assert process_time() - begun < MOMENT


@pytest.mark.parametrize("depth", [50, 60])
def test_what_stands_behind_deep_tables_is_read(tmp_path: Path, depth: int) -> None:
    inner = f"{'<table><tr><td>' * depth}招聘教师30名。{'</td></tr></table>' * depth}"
    path = tmp_path / "x.html"
    path.write_text(f"<html><body><h1>规划</h1>{inner}<p>建设幼儿园10所。</p></body></html>", encoding="utf-8")
    assert texts(drafted(path)) == ["招聘教师30名", "建设幼儿园10所"]


def test_a_row_of_bars_without_its_last_is_a_row(tmp_path: Path) -> None:
    rows = "| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 入园率 | 85% | 90% |\n| 新增学位（个） | 1000 | 2000"
    targets = [target for record in of(tmp_path, rows).records for target in record.commitment.targets]
    assert [(target.value, target.by) for target in targets] == [(90, 2025), (2000, 2025)]


def test_tables_inside_tables_are_read_once(tmp_path: Path) -> None:
    inner = "到2025年新建学校5所"
    for _ in range(80):
        inner = f"<table><tr><td>甲</td><td>{inner}</td></tr></table>"
    path = tmp_path / "x.html"
    path.write_text(
        f"<html><body><p>到2025年，新建幼儿园20所，招聘教师30名。</p>{inner}</body></html>", encoding="utf-8"
    )
    begun = process_time()
    assert drafted(path).records
    assert process_time() - begun < MOMENT
