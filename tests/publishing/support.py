"""Data sets to look at: of the shipped plans, and of a small collection that means harm."""

import csv
import zipfile
from pathlib import Path

from tests.support import collection, plan_text, run

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "plans"
# a formula, a line break, marks, a character that rings a bell, one that XML cannot hold, markup, one beyond 16 bits
HOSTILE = [
    r'id: h-1, text: "=1+1", theme: staffing, evidence: "=cmd|x", also: [nowhere, layout, nowhere], note: "@note"',
    r'id: h-2, text: "-甲\n乙", theme: staffing, evidence: ["+1", "a\"b\"", "c,d;e"], named: ["＝全角", "a\tb"]',
    r'id: h-3, text: "响\a铃 \uFFFF \U0001F600", theme: layout,'
    r' evidence: [{quote: "\U0001F600x", prefix: "前\n"}, "\a"]',
    r'id: h-4, text: "<b>&amp;</b> ]]> \u202e", theme: preschool, evidence: "<i a=1>&", word: "=确保"',
    'id: h-5, text: 普惠率, theme: preschool, targets: [{indicator: not-registered, op: "=", value: 1.5, unit: "%"},'
    ' {label: "=所", op: range, min: -2, max: 1.0e+16, by: 2025, baseline: {value: 80}}], bodies: {lead: ["+教委"]}',
]
OTHER = [
    "id: o-1, text: 推行县管校聘, theme: staffing, evidence: 县管校聘",
    "id: o-2, text: 扩建校舍, theme: layout, evidence: 扩建, strength: hedged, word: 力争",
    "id: o-3, text: 教师培训, theme: training, evidence: 培训",
]
RULINGS = """\
decisions:
- id: r
  label: {zh: "=名", en: "<row>"}
  same: [hostile/h-1, other/o-1]
  reason: "=理由\\n二"
  who: "@me"
  date: "2024-05-06"
- {id: r, label: {zh: 二, en: STAFFING}, same: [hostile/h-3, other/o-2], date: "2024"}
- {different: [hostile/h-2, other/o-1]}
"""
SOURCE = "\ufeff一、主要任务\r\n=cmd|x +1 a\"b\"\r\nc,d;e\r\n前\n\U0001f600x\rend <i a='1'>&\r\n"


def hostile(folder: Path) -> Path:
    """The collection that means harm; with a read-me, and a plan beside it that is not compared."""
    head = (
        "source: {extent: excerpt, file: h.txt, url: 'javascript:x'}\nreads: {staffing: whole, nowhere: part}\n"
        "not_applicable: {training: '=没有'}\ndates: {written: '2020', published: '2023-01-02'}"
    )
    plans = {
        "hostile": plan_text("hostile", HOSTILE, head).replace("name: hostile\n", "name: 'a/b: |<x>'\n"),
        "other": plan_text("other", OTHER).replace("name: other\n", "name: 'A／b: |<x>'\n"),
        "private": plan_text("private", ["id: p-1, text: 不公开, theme: layout, evidence: 不公开"]),
    }
    made = collection(folder, plans, decisions=RULINGS)
    (made / "README.md").write_bytes(b"# \xe7\xbc\x96\r\n")
    (made / "sources").mkdir()
    (made / "sources" / "h.txt").write_bytes(SOURCE.encode())
    return made


def published(out: Path, *args: str, folder: Path = SHIPPED) -> Path:
    """The folder of a data set made by the command line."""
    result = run("publish", str(out), *args, folder=folder)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return out


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path inside."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """A table as it stands."""
    with (folder / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as held:
        return list(csv.DictReader(held))


def project(folder: Path) -> dict[str, bytes]:
    """The files inside the project."""
    with zipfile.ZipFile(folder / "project.qdpx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}
