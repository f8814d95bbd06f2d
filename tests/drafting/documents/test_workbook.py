"""Excel workbooks as documents, and what `encode` makes of indicator and task lists in them."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from plancompare.drafting import read
from plancompare.errors import PlanCompareError
from plancompare.reading.collection import load
from tests.support import collection, plan_text, run


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """An indicator table with a title over all columns, and a task list with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for row in (
        ["“十五五”主要指标", None, None, None, None],
        ["指标", "单位", "2025年", "2030年", "属性"],
        ["普惠性幼儿园覆盖率", "%", 0.9, 0.95, "预期性"],
        [None, None, None, None, None],
        ["大班额比例", "%", 3.0, "≤1", "约束性"],
    ):
        sheet.append(row)
    sheet["C3"].number_format = sheet["D3"].number_format = "0%"
    sheet.merge_cells("A1:E1")
    tasks = book.create_sheet("责任分工")
    for row in (
        ["重点任务", "工作内容", "牵头单位", "配合单位", "完成时限"],
        ["教师队伍", "推进区管校聘改革", "区教育局", "区人社局", "2027年底"],
        [None, "建立教师编制周转池", "区委编办", None, "2026年"],
    ):
        tasks.append(row)
    tasks.merge_cells("A2:A3")
    path = tmp_path / "lists.xlsx"
    book.save(path)
    return path


def test_each_sheet_is_a_table_under_its_title(lists: Path) -> None:
    headings = [block.text for block in read(lists).blocks if block.kind in ("title", "heading")]
    tables = [block.rows for block in read(lists).blocks if block.kind == "table"]
    assert headings == ["“十五五”主要指标", "责任分工"]
    assert tables[0] == (
        ("指标", "单位", "2025年", "2030年", "属性"),
        ("普惠性幼儿园覆盖率", "%", "90%", "95%", "预期性"),
        ("大班额比例", "%", "3", "≤1", "约束性"),
    )
    assert [row[0] for row in tables[1]] == ["重点任务", "教师队伍", "教师队伍"]


def test_lists_become_draft_records_with_figures_and_bodies(lists: Path, tmp_path: Path) -> None:
    folder = collection(tmp_path / "plans", {"a": plan_text("a", [])})
    out = folder / "lists.yaml"
    told = run("encode", str(lists), "--period", "2026-2030", "-o", str(out), folder=folder)
    assert told.exit_code == 0, told.output
    plan = next(plan for plan in load(folder).plans if plan.id == "lists")
    assert plan.coding == "draft"
    targets = {
        target.indicator: (target.op, target.value, target.by, target.baseline and target.baseline.value)
        for commitment in plan.commitments
        for target in commitment.targets
        if target.indicator
    }
    assert targets == {"inclusive-coverage": ("=", 95, 2030, 90), "large-classes": ("<=", 1, 2030, 3)}
    bodies = {commitment.lead: commitment.support for commitment in plan.commitments if commitment.lead}
    assert bodies == {("区教育局",): ("区人社局",), ("区委编办",): ()}


def test_a_sheet_that_declares_entities_is_refused(lists: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.xlsx"
    with ZipFile(lists) as good, ZipFile(evil, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = (
                    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                    + data[data.index(b"<work") :]
                )
            bad.writestr(name, data)
    with pytest.raises(PlanCompareError, match="declares entities"):
        read(evil)


@pytest.mark.slow
def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b" " * (60 * 2**20))
    with pytest.raises(PlanCompareError, match="zip bomb"):
        read(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"PK\x03\x04 cut", "cut off or damaged"), (b"not a workbook", "no Excel file")],
)
def test_what_is_no_workbook_is_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "lists.xlsx"
    path.write_bytes(data)
    with pytest.raises(PlanCompareError, match=words) as failure:
        read(path)
    assert "\n" not in str(failure.value)


def test_a_word_file_called_xlsx_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    with ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", b"<x/>")
    with pytest.raises(PlanCompareError):
        read(path)
