"""Comments, effects, notes and labels promise nothing; what opens an item of a list of tasks does."""

from pathlib import Path

import pytest

from plancompare.drafting.encoding.units import Setting
from tests.drafting.encoding.support import cutter, records, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # comments
        ("防火关键在于早，要建立巡查台账。", ["要建立巡查台账"]),
        ("活动贵在坚持。", []),
        ("老人放心，子女才敢外出。", []),
        ("这一条不因天气而变。", []),
        ("修路是全村共同的事。", []),
        ("钱从哪里来？", []),
        ("成熟一个推广一个。", []),
        # what the act before is not, and what it spares
        ("举办村民运动会，不搞层层选拔。", ["举办村民运动会"]),
        ("推行网上办理，减少群众来回奔波。", ["推行网上办理"]),
        ("推行网上办理，也保护个人隐私。", ["推行网上办理"]),
        ("减少审批事项10项。", ["减少审批事项10项"]),
        ("不得另设门槛。", ["不得另设门槛"]),
        # notes
        ("危房指经鉴定为丁级的房屋。", []),
        ("主要指标见表2。", []),
        ("本规划由县农业局负责解释。", []),
        # labels
        ("道路畅通。新建村道三条。", ["新建村道三条"]),
        ("一是夯实根基，建立巡查台账。", ["建立巡查台账"]),
        # no known verb
        ("窗明几净，人来人往。", []),
        # whom an act is for, and on what it is built
        ("为各村选聘法律顾问。", ["为各村选聘法律顾问"]),
        ("以县医院为主体建设康复中心。", ["以县医院为主体建设康复中心"]),
        ("把用人等权限交给乡镇。", ["把用人等权限交给乡镇"]),
    ],
)
def test_promises(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_an_item_needs_no_verb() -> None:
    found = cutter().cut("村口高峰时段专人值守，不添堵。", Setting(listed=True))
    assert [unit.text for unit in found] == ["村口高峰时段专人值守"]
    assert units("村口高峰时段专人值守，不添堵。") == []
    assert list(cutter().cut("水是命脉。", Setting(listed=True))) == []


def test_lines_that_only_name(tmp_path: Path) -> None:
    text = (
        "清河县发展规划\n\n清河县人民政府办公室\n\n2021年3月\n\n一、主要任务\n\n建立巡查台账。\n\n表1 主要建设项目\n\n"
        "附件\n\n1. 任务分工表（略）\n"
    )
    assert [r.commitment.text for r in records(tmp_path, text)] == ["建立巡查台账"]


def test_a_box_does_not_make_a_lead_in(tmp_path: Path) -> None:
    text = "一、主要任务\n（一）修路\n建立巡查台账。\n专栏1 道路工程\n1.新建村道三条。\n二、保障措施\n设立专项资金。\n"
    found = [r.commitment.text for r in records(tmp_path, text)]
    assert found == ["建立巡查台账", "新建村道三条", "设立专项资金"]
