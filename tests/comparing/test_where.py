"""Plans chosen by what they are: every field, what a value may mean, and what an empty choice says."""

import pytest

from plancompare import PlanCompareError
from plancompare.comparing.places import called, places_of, steps_of
from plancompare.comparing.where import select, where_asked
from plancompare.model import Area, Plan, Source
from plancompare.telling.where import names_of_fields


def plan(id: str, area: Area, period: tuple[int, int] | None = (2021, 2025), **others: object) -> Plan:
    fields = {"status": "adopted", "source": Source("full"), **others}
    return Plan(id, id, id, area, "", period, {}, reads={}, sections=(), commitments=(), **fields)  # type: ignore[arg-type]


PLANS = (
    plan("jilin", Area("吉林省", "province", "220000")),
    plan("changchun", Area("吉林省长春市", "city", "220100"), (2016, 2020)),
    plan("chaoyang", Area("吉林省长春市朝阳区", "district", "220104"), source=Source("excerpt")),
    plan("jilin-city", Area("吉林省吉林市", "city", "220200"), None),
    plan("beijing", Area("北京市", "province", "110000"), status=""),
    plan("chaoyang-bj", Area("朝阳区", "district", "110105"), (2021, 2035)),  # its code alone says where it lies
    plan("yanqing", Area("北京市延庆县", "county"), status="draft"),
    plan("somewhere", Area("", "")),
)


def chosen(text: str) -> list[str]:
    return [one.id for one in select(PLANS, where_asked(text, names_of_fields())).plans]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("level=province", ["jilin", "beijing"]),
        ("level=district,county", ["chaoyang", "chaoyang-bj", "yanqing"]),
        ("级别=区县", ["chaoyang", "chaoyang-bj", "yanqing"]),
        ("area=吉林省", ["jilin", "changchun", "chaoyang", "jilin-city"]),
        ("area=吉林", ["jilin", "changchun", "chaoyang", "jilin-city"]),  # the widest place that is called so
        ("area=吉林市", ["jilin-city"]),
        ("area=长春市", ["changchun", "chaoyang"]),
        ("area=长春市朝阳区", ["chaoyang"]),
        ("area=北京市", ["beijing", "chaoyang-bj", "yanqing"]),
        ("area=北京市朝阳区", ["chaoyang-bj"]),
        ("area=22", ["jilin", "changchun", "chaoyang", "jilin-city"]),
        ("area=220100", ["changchun", "chaoyang"]),
        ("area=1101", ["chaoyang-bj"]),
        ("area=延庆，吉林市", ["jilin-city", "yanqing"]),
        ("period=2021-2025 level=district", ["chaoyang"]),
        ("period=2021—2035", ["chaoyang-bj"]),
        ("period=2022 level=district", ["chaoyang", "chaoyang-bj"]),
        ("period=2016-2020", ["changchun"]),
        ("status=draft", ["yanqing"]),
        ("coverage=excerpt", ["chaoyang"]),
        ("文本＝节选", ["chaoyang"]),
        ("level=district area=长春市", ["chaoyang"]),
    ],
)
def test_conditions_choose_plans(text: str, ids: list[str]) -> None:
    assert chosen(text) == ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("levl=district", 'no field "levl"; did you mean "level"?'),
        ("colour=red", 'no field "colour"; there are level, area, period, status, coverage'),
        ("level=distrct", 'did you mean "district"?'),
        ("level=", "level= wants a value behind it"),
        ("district", '"district" is no condition'),
        ("", "--where wants a condition"),
        ("area='北京市", "a quote is open"),
        ("period=next", '"next" is no period; write it as 2021-2025'),
        ("area=朝阳区", 'area: "朝阳区" may be 北京市朝阳区, 吉林省长春市朝阳区; say which'),
        ("area=长椿市", 'did you mean "长春市"'),
        ("area=上海市", "`plancompare list` names the plans held"),
        (
            "period=2011-2015",
            "none of 8 plans is meant (period=2011-2015: 0); of period there are 2016-2020, 2021-2025",
        ),
        ("level=county area=吉林省", "none of 8 plans is meant (level=county: 1, area=吉林省: 4)"),
    ],
)
def test_what_cannot_be_met_is_told_in_a_line(text: str, words: str) -> None:
    with pytest.raises(PlanCompareError) as error:
        chosen(text)
    assert words in error.value.message
    assert "\n" not in error.value.message


def test_a_plan_that_does_not_say_is_named_where_nothing_else_keeps_it_out() -> None:
    assert dict(select(PLANS, where_asked("period=2021-2025 level=city,district")).silent) == {
        "jilin-city": "period",
        "somewhere": "level",
    }
    assert dict(select(PLANS, where_asked("level=city coverage=full")).silent) == {"somewhere": "level"}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("内蒙古自治区呼和浩特市玉泉区", ("内蒙古自治区", "呼和浩特市", "玉泉区")),
        ("湖北省恩施土家族苗族自治州巴东县", ("湖北省", "恩施土家族苗族自治州", "巴东县")),
        ("湖南省常德市津市市", ("湖南省", "常德市", "津市市")),
        ("山东省青岛市市北区", ("山东省", "青岛市", "市北区")),
        ("黑龙江省大兴安岭地区漠河市", ("黑龙江省", "大兴安岭地区", "漠河市")),
        ("甲市（原文未具名的地级市）", ("甲市",)),
        ("山西省阳泉市矿区", ("山西省", "阳泉市", "矿区")),
        ("Springfield", ("Springfield",)),
        ("", ()),
    ],
)
def test_a_full_name_is_read_step_by_step(name: str, steps: tuple[str, ...]) -> None:
    assert steps_of(Area(name)) == steps


def test_the_order_of_plans_does_not_move_a_place() -> None:
    assert places_of(PLANS) == places_of(PLANS[::-1])
    assert called("朝阳", places_of(PLANS).values()) == called("朝阳", reversed([*places_of(PLANS).values()]))
