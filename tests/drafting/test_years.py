"""Years, counts, fronts and tables of kinds that drafts went wrong on: invented inputs of each, with what is right."""

from pathlib import Path

import pytest

from plancompare.drafting.encoding.draft import Draft
from plancompare.model import Target
from tests.drafting.encoding.support import drafted
from tests.drafting.test_cases import Shown, figures, of, shown, texts


def whole(folder: Path, text: str) -> Draft:
    """The draft of a document that is nothing but ``text``."""
    (folder / "x.txt").write_text(f"{text}\n", encoding="utf-8")
    return drafted(folder / "x.txt")


def targets(draft: Draft) -> list[Target]:
    return [target for record in draft.records for target in record.commitment.targets]


UNDATED = "云陵县师资队伍建设方案"
HELD: dict[str, list[int | None]] = {
    "到2020年，建成一支高素质队伍。完善培训体系。培训5万名教师。": [2020],
    "到2022年底，普惠性幼儿园覆盖率达到85%。扩大资源。新建幼儿园20所。": [2022, 2022],
    "2021年全市投入资金3亿元。\n5-6月，开工建设5所学校。": [2021, 2021],
    "到2023年，招聘教师90名。\n一、任务\n新建校舍20栋。": [2023, 2023],
    "到2018年，新建食堂3个。改造校舍8栋。到2020年，新建食堂9个。改造校舍20栋。": [2018, 2018, 2020, 2020],
    "截至2019年底，全县已有学校30所。新建学校5所。": [None],
    "力争到2024年，培养名师50名。\n\n引进博士10名。": [2024, 2024],
    "培训教师90名。到2020年，新建学校2所。": [None, 2020],
    "2022年前，新建公寓300套。改造厕所40座。": [2022, 2022],
    "一、2019年任务\n新建学校2所。\n二、2020年任务\n新建学校3所。": [2019, 2020],
}


@pytest.mark.parametrize("text", HELD)
def test_a_year_holds_on_in_a_text_without_a_period(tmp_path: Path, text: str) -> None:
    assert [target.by for target in targets(whole(tmp_path, f"{UNDATED}\n{text}"))] == HELD[text]


def test_in_a_plan_with_a_period_a_year_holds_for_its_sentence(tmp_path: Path) -> None:
    draft = of(tmp_path, "2023年新建幼儿园20所。招聘教师60名。")
    assert [target.by for target in targets(draft)] == [2023, 2025]


PAST = {
    "2019年，全县新建学校30所。新增学位5000个。要新建幼儿园3所。": ["要新建幼儿园3所"],
    "全县2018年招聘教师200名。\n新建小学2所。": ["新建小学2所"],
    "2016—2020年，全县新建学校30所。改造校舍50栋。": [],
    "2016年至2020年，全县改造校舍60栋。": [],
    "在校生从2015年的31.5万人增至2018年的40万人。新建小学2所。": ["新建小学2所"],
    "在校生由2014年的3万人增至4万人。新建小学2所。": ["新建小学2所"],
    "在校生由2019年的3万人下降到2020年的2.8万人。": [],
    "毛入园率由2020年的85%提高到90%。": ["毛入园率由2020年的85%提高到90%"],
    "毛入园率由2015年的75%提高到2025年的90%。": ["毛入园率由2015年的75%提高到2025年的90%"],
    "在校生将由2014年的3万人增至4万人。": ["在校生将由2014年的3万人增至4万人"],
}


@pytest.mark.parametrize("text", PAST)
def test_what_earlier_years_brought_is_no_promise(tmp_path: Path, text: str) -> None:
    assert texts(of(tmp_path, text)) == PAST[text]


ONCE = {
    "2021年，开展校园安全检查。": [],
    "2021年建成云陵三中。": [],
    "2021年制定教师轮岗办法。": [],
    "2021年9月底前建成云陵三中。": ["云陵三中"],
    "到2021年建成云陵三中。": ["云陵三中"],
    "2021年底完成城关小学改扩建。": ["城关小学改扩建"],
}


@pytest.mark.parametrize("text", ONCE)
def test_a_bare_year_makes_no_milestone_without_a_period(tmp_path: Path, text: str) -> None:
    draft = whole(tmp_path, f"{UNDATED}\n{text}到2023年招聘教师90名。")
    assert [target.label for target in targets(draft) if target.unit == "项"] == ONCE[text]


PARTS = {
    "新建20所普通高中（含云东县6所）。": ["普通高中", "云东县普通高中"],
    "改造校舍40栋（含青山区5栋、白水县3栋）。": ["校舍", "青山区校舍", "白水县校舍"],
    "招聘教师300名（含白水县60名）。": ["教师", "白水县教师"],
    "建设智慧课堂12间（其中含城区4间）。": ["智慧课堂", "城区智慧课堂"],
    "新增学位900个，含柳林镇200个。": ["学位", "柳林镇学位"],
    "2023年新建幼儿园20所。其中：青山区4所、白水县6所。": ["幼儿园", "青山区幼儿园", "白水县幼儿园"],
    "2023年新建幼儿园20所。\n其中：青山区4所。": ["幼儿园", "青山区幼儿园"],
    "新建20所（含青山县6所）。": ["新建", "青山县"],
}


@pytest.mark.parametrize("text", PARTS)
def test_a_place_within_a_total_is_named_by_itself(tmp_path: Path, text: str) -> None:
    found = targets(of(tmp_path, text))
    assert [target.measure for target in found] == PARTS[text]
    assert {target.by for target in found} == {2023 if "2023年" in text else 2025}


COUNTED: dict[str, list[Shown]] = {
    "确定12所试点小学。": [("试点小学", "=", 12, "所")],
    "培育20名种子教师。": [("种子教师", "=", 20, "名")],
    "建立5个监测站。": [("监测站", "=", 5, "个")],
    "20所学校均完成改造。": [("学校", "=", 20, "所")],
    "学前教育20余个项目将在2023年8月完工。": [("项目", ">", 20, "个")],
    "15个项目预计在2023年投入使用。": [("项目", "=", 15, "个")],
    "新建改扩建公办或民办幼儿园88所。": [("kindergartens-built", "=", 88, "所")],
    "新建、改扩建公办和民办幼儿园30所。": [("kindergartens-built", "=", 30, "所")],
    "新增校舍面积12万平米。": [("校舍面积", "=", 120000, "平方米")],
    "生均校舍面积达到8平米。": [("生均校舍面积", ">=", 8, "平方米")],
    "80%以上的学校达到1988年国家规定的标准。": [("达到1988年国家规定的标准的学校比例", ">=", 80, "%")],
    "还确定了阳光操场等17个重点工程。": [("工程", "=", 17, "个")],
    "抓好校园安全、食品卫生等5项重点任务。": [],
    "第七届教师节表彰教师200名。": [("第七届教师节表彰教师", "=", 200, "名")],
    "根据第六次人口普查数据建立台账。": [],
    "筹办第十二届运动会。": [],
    "对年满3周岁的幼儿建立入园档案。": [],
    "为6周岁适龄儿童办理入学。": [],
    "教师平均年龄降到40岁。": [("教师平均年龄", "<=", 40, "岁")],
    "公办园在园幼儿占比过半。": [("public-kindergarten-share", ">=", 50, "%")],
    "实现时间过半、任务过半。": [],
    "推动大班额由清零向小班化转变。": [],
    "推动薄弱学校由清零向提质转变。": [],
}


@pytest.mark.parametrize("text", COUNTED)
def test_what_counts_and_what_only_holds_a_number(tmp_path: Path, text: str) -> None:
    assert figures(of(tmp_path, text)) == COUNTED[text]


NOTICE = """云陵县人民政府文件
云政发〔2011〕30号
云陵县人民政府关于印发云陵县学前教育三年行动计划的通知
各乡镇人民政府，县直各部门：
《云陵县学前教育三年行动计划》已经县政府研究同意，现印发给你们，请结合实际，认真组织实施。各乡镇要高度重视，落实责任，\
把学前教育摆在重要位置，加强督查考核，确保各项任务按期完成，取得实效，并将落实情况报县政府办公室。
云陵县人民政府
2011年6月3日
云陵县学前教育三年行动计划
（2011—2013年）
“十一五”期间，全县新建幼儿园30所。“十一五”以来，毛入园率上升。
"""
FRONTS: dict[str, tuple[str, str, tuple[int, int] | None]] = {
    NOTICE: ("云陵县学前教育三年行动计划（2011—2013年）", "云陵县", (2011, 2013)),
    "关于印发《云陵市学前教育行动计划》的通知\n各县区教育局：\n现将《云陵市学前教育行动计划》印发给你们，请遵照执行。\n"
    "云陵市学前教育行动计划（2011—2013年）\n2006—2008年，全市新建幼儿园30所。": (
        "云陵市学前教育行动计划（2011—2013年）", "云陵市", (2011, 2013),
    ),
    "云教发〔2021〕5号\n云陵县“十四五”教育发展规划": ("云陵县“十四五”教育发展规划", "云陵县", (2021, 2025)),
    "云政办发〔2011〕30号云陵县学前教育行动计划（2011—2013年）": (
        "云陵县学前教育行动计划（2011—2013年）", "云陵县", (2011, 2013),
    ),
    "海报侵权投诉举报\n云陵县教育发展“十四五”规划": ("云陵县教育发展“十四五”规划", "云陵县", (2021, 2025)),
    "海报侵权投诉云陵县教育发展“十四五”规划": ("云陵县教育发展“十四五”规划", "云陵县", (2021, 2025)),
    "云陵县三年内新建学校30所\n2021-03-05 09:30\n3月5日，县教育局介绍，2021年全县将新建学校10所。": (
        "云陵县三年内新建学校30所", "云陵县", (2021, 2021),
    ),
    "云陵市2021年为民办实事 新建学校20所\n来源：云陵日报\n2021年，云陵市计划投入3亿元。": (
        "云陵市2021年为民办实事新建学校20所", "云陵市", (2021, 2021),
    ),
    "云陵县出台学前教育新政\n云陵县日前出台《云陵县学前教育三年行动计划（2018—2020年）》，提出新建幼儿园20所。": (
        "云陵县出台学前教育新政", "云陵县", (2018, 2020),
    ),
    "云陵市人民政府办公室转发市教育局关于加强学前教育工作意见的通知\n云政办发〔2011〕30号\n各县人民政府：\n市教育局《关于加强学前教育工作的意见》"
    "已经市政府同意，现转发给你们，请认真贯彻执行。\n关于加强学前教育工作的意见\n“十一五”期间，学前教育快速发展。": (
        "关于加强学前教育工作的意见", "云陵市", None,
    ),
    "云陵市全面启动校舍改造\n本报讯 记者报道，全市将改造校舍30栋。": ("云陵市全面启动校舍改造", "云陵市", None),
    "中共江西省委江西省人民政府关于加强教师队伍建设的意见": (
        "中共江西省委江西省人民政府关于加强教师队伍建设的意见", "江西省", None,
    ),
    "河南发布教师队伍建设规划各市全覆盖方案": ("河南发布教师队伍建设规划各市全覆盖方案", "河南", None),
    "省委召开教育工作会议部署各市工作方案": ("省委召开教育工作会议部署各市工作方案", "", None),
    "云陵县学前教育三年行动计划\n到2013年毛入园率达到80%。": ("云陵县学前教育三年行动计划", "云陵县", (2011, 2013)),
    "云陵县教育规划\n“十一五”期间教育发展很快。“十一五”以来新建学校9所。\n到2014年，新建学校10所。": (
        "云陵县教育规划", "云陵县", None,
    ),
    "云陵县教育规划\n“十四五”期间，新建学校9所。“十四五”末毛入园率达到90%。\n到2035年，建成教育强县。": (
        "云陵县教育规划", "云陵县", (2021, 2025),
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", FRONTS)
def test_what_stands_above_a_text(tmp_path: Path, text: str) -> None:
    head = whole(tmp_path, f"{text}\n一、任务\n新建学校3所。").front
    assert (head.title, head.area.name, head.period) == FRONTS[text]


TABLES: dict[str, list[Shown]] = {
    "| 序号 | 工作内容 | 年度任务目标 | 完成情况 |\n"
    "| 1 | 学前教育 | 新建幼儿园20所，新增学位5000个 | 已新建幼儿园12所 |\n"
    "| 2 | 义务教育 | 改造薄弱学校30所 | 改造完成薄弱学校18所 |": [
        ("幼儿园", "=", 20, "所"), ("学位", "=", 5000, "个"), ("薄弱学校", "=", 30, "所"),
    ],
    "| 项目名称 | 2021年度任务目标 | 完成情况 |\n|---|---|---|\n| 校舍 | 改造校舍40栋 | 完成25栋 |\n"
    "| 培训 | 培训教师300名 | 培训120名 |": [("校舍", "=", 40, "栋"), ("教师", "=", 300, "名")],
    "类别|2021年年度任务目标|截至6月完成情况\n"
    "队伍|培训教师2000名。|培训教师900名。\n"
    "建设|新建学校3所，开工食堂5个。|新建学校1所。": [
        ("教师", "=", 2000, "名"), ("学校", "=", 3, "所"), ("食堂", "=", 5, "个"),
    ],
    "| 指标 | 单位 | 年度任务目标 | 完成情况 |\n"
    "| 新增学位 | 个 | 3000 | 1800 |\n"
    "| 新增床位 | 张 | 500 | 200 |": [
        ("新增学位", "=", 3000, "个"), ("新增床位", "=", 500, "张"),
    ],
    "| 指标 | 单位 | 2021年任务目标 | 2021年完成情况 |\n"
    "| 新增学位 | 个 | 3000 | 1800 |\n"
    "| 新增床位 | 张 | 500 | 200 |": [
        ("新增学位", "=", 3000, "个"), ("新增床位", "=", 500, "张"),
    ],
    "| 任务 | 年度任务目标 | 完成情况 | 备注 |\n| 培训 | 培训校长80名 | 40名 | |\n| 招聘 | 招聘教师90名 | | |\n"
    "| 培养 | 培养骨干教师60名 | 30名 | 无 |": [
        ("校长", "=", 80, "名"), ("教师", "=", 90, "名"), ("骨干教师", "=", 60, "名"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", TABLES)
def test_a_table_promises_what_was_aimed_at_not_what_came_of_it(tmp_path: Path, text: str) -> None:
    found = targets(whole(tmp_path, f"云陵市教育重点任务清单(2021年)\n{text}"))
    assert [shown(target) for target in found] == TABLES[text]
    assert {target.by for target in found} == {2021} and not any(target.baseline for target in found)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("高中阶段毛入学率达到95%，特色学校达到40所。", "highschool"),
        ("普通高中在校生达到2万人，优质学校占60%。", "highschool"),
        ("特殊教育入学率达到97%，达标学校占60%。", "special"),
        ("职业教育在校生达到5000人，特色学校达到4所。", "vocational"),
        ("学前教育毛入园率达到95%，特色小学达到40所。", "compulsory"),  # names its own
    ],
)
def test_what_is_said_behind_a_stage_is_of_that_stage(tmp_path: Path, text: str, theme: str) -> None:
    assert of(tmp_path, text).records[1].commitment.theme == theme


def test_goals_in_general_tell_their_theme_themselves(tmp_path: Path) -> None:
    (record,) = of(tmp_path, "资源配置更加合理。", "云陵市教育发展规划（2021—2025年）\n一、主要目标").records
    assert record.commitment.theme == "layout"
