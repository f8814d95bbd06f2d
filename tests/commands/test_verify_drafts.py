"""`encode` and then `verify`: every phrase of a draft is found again in the document that it was made from."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from plancompare.reading.writing.growth import PlanFile
from tests.drafting.documents.support import cell, para, pdf, table, text_file, word
from tests.support import plan_text, run
from tests.texts import linxi

pytestmark = pytest.mark.slow
MERGED, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TRADITIONAL = """\
清源區教育發展規劃（2026—2030年）
一、主要任務
新建普惠性幼兒園12所，實現學前教育優質普惠發展。
加強義務教育學校教師隊伍建設，培養骨幹教師200名。
"""
PAGES = [
    ["清源区教育规划（2026—2030年）", "一、主要任务", "到2030年普惠性幼儿园覆", "盖率达到95%以上，新建"],
    ["幼儿园12所。", "每年培训教师2000人次，建立教师交", "流轮岗制度。"],
]


def proved(source: Path, folder: Path | None = None, plan: Path | None = None) -> list[dict[str, Any]]:
    """The proofs of the draft that `encode` makes of ``source``, in the documents of ``folder``."""
    plan = plan or source.with_name("draft.yaml")
    if not plan.exists():
        assert run("encode", str(source), "-o", str(plan)).exit_code == 0
    told = run("verify", str(plan), "--sources", str(folder or source.parent), "-f", "json")
    found: list[dict[str, Any]] = json.loads(told.stdout)
    assert found
    return found


def statuses(proofs: Sequence[dict[str, Any]]) -> set[str]:
    return {proof["status"] for proof in proofs}


def test_word_with_merged_tables_tracked_changes_and_numbered_headings(tmp_path: Path) -> None:
    linxi.write(tmp_path / "linxi.docx")
    proofs = proved(tmp_path / "linxi.docx")
    assert len(proofs) > 80
    assert statuses(proofs) == {"exact"}
    assert all("paragraph" in proof["place"] for proof in proofs)
    assert any(proof["place"]["path"] for proof in proofs)


def test_a_merged_cell_stands_in_several_rows_and_its_phrase_is_not_ambiguous(tmp_path: Path) -> None:
    rows = [
        [cell("项目"), cell("主要任务"), cell("责任单位")],
        [cell("校舍项目"), cell("新建、改扩建中小学校12所", MERGED), cell("区教委")],
        [cell("学位项目"), cell("", GOES_ON), cell("区住建委")],
        [cell("师资项目"), cell("培训乡村骨干教师200名"), cell("区教委")],
    ]
    body = [para("清源区教育规划（2026—2030年）", "Title"), para("一、主要任务"), table(*rows)]
    proofs = proved(word(tmp_path, *body))
    assert "新建、改扩建中小学校12所" in [proof["quote"] for proof in proofs]
    assert statuses(proofs) == {"exact"}


def test_a_phrase_that_occurs_several_times_gets_a_prefix_or_suffix(tmp_path: Path) -> None:
    text = """\
清源区教育规划（2026—2030年）
一、学前教育
城区新建公办学校12所，健全经费保障机制。
二、义务教育
乡镇新建公办学校12所，健全经费保障机制。
"""
    source = text_file(tmp_path, text)
    proofs = proved(source)
    assert statuses(proofs) == {"exact"}
    plan = PlanFile(tmp_path / "draft.yaml").plan
    around = [e for c in plan.commitments for e in c.evidence if e.quote == "健全经费保障机制"]
    assert around and all(e.prefix or e.suffix for e in around)


def test_a_pdf_whose_lines_and_pages_break_within_phrases(tmp_path: Path) -> None:
    pages = [[(60, 740 - 18 * n, line) for n, line in enumerate(lines)] for lines in PAGES]
    proofs = proved(pdf(tmp_path, pages))
    assert statuses(proofs) == {"exact"}
    assert {proof["place"]["page"] for proof in proofs} <= {1, 2}
    assert "建立教师交流轮岗制度" in [proof["quote"] for proof in proofs]


def test_html_with_entities(tmp_path: Path) -> None:
    html = (
        "<html><head><title>规划</title></head><body><h1>清源区教育规划（2026&mdash;2030年）</h1><h2>一、主要任务</h2>"
        "<p>“双师型”教师比例达到&#57;0&#37;以上，&nbsp;实施&ldquo;青&shy;蓝&rdquo;工程。</p>"
        "<p>建立教研&amp;科研一体化机制，培训<b>骨干</b>教师200名。</p></body></html>"
    )
    proofs = proved(text_file(tmp_path, html, "page.html"))
    assert statuses(proofs) == {"exact"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_traditional_characters(tmp_path: Path, encoding: str) -> None:
    source = text_file(tmp_path, TRADITIONAL, encoding=encoding)
    assert statuses(proved(source)) == {"exact"}
    plan = tmp_path / "draft.yaml"
    typed = plan.read_text(encoding="utf-8").replace("evidence: 新建普惠性幼兒園12所", "evidence: 新建普惠性幼儿园12所")
    assert "普惠性幼儿园12所" in typed
    plan.write_text(typed, encoding="utf-8")
    assert statuses(proved(source)) == {"exact"}


def test_a_source_under_another_name_is_found_by_its_checksum(tmp_path: Path) -> None:
    source = text_file(tmp_path, TRADITIONAL)
    proved(source)
    source.rename(tmp_path / "final (2).txt")
    (tmp_path / "other.txt").write_text("另一份文件", encoding="utf-8")
    told = run("verify", str(tmp_path / "draft.yaml"), "--sources", str(tmp_path))
    assert "found by its checksum" in told.stderr
    assert told.exit_code == 0
    assert statuses(proved(source)) == {"exact"}


def test_of_a_source_that_changed_since_it_is_told_what_is_gone(tmp_path: Path) -> None:
    body = [para("清源区教育规划（2026—2030年）", "Title"), para("一、主要任务")]
    source = word(tmp_path, *body, para("新建幼儿园12所。"), para("建立教师交流轮岗制度。"))
    plan = tmp_path / "draft.yaml"
    assert statuses(proved(source)) == {"exact"}
    word(tmp_path, *body, para("建立教师交流轮岗制度。"), para("开展督导。"))
    told = run("verify", str(plan), "--sources", str(tmp_path))
    assert told.exit_code == 1
    assert "is not the one whose checksum is recorded" in told.stderr
    assert "lost" in told.stdout and "新建幼儿园12所" in told.stdout
    assert "交流轮岗" not in told.stdout


def test_an_ambiguous_phrase_is_told_with_the_prefix_that_settles_it(tmp_path: Path) -> None:
    body = [para("第一章　主要任务"), para("小学新建校舍两栋。"), para("初中新建校舍两栋。")]
    word(tmp_path, *body)
    plan = tmp_path / "own.yaml"
    head = "source: {extent: full, file: plan.docx}"
    said = "id: c1, text: 新建校舍, evidence: {}"
    plan.write_text(plan_text("own", [said.format("新建校舍两栋")], head), encoding="utf-8")
    told = run("verify", str(plan), "--sources", str(tmp_path))
    assert "ambiguous" in told.stdout
    settling = [line.split("evidence: ")[1].strip() for line in told.stdout.splitlines() if "evidence: " in line]
    assert settling == ["{quote: 新建校舍两栋, prefix: 小学}", "{quote: 新建校舍两栋, prefix: 初中}"]
    assert "paragraph 2" in told.stdout
    for evidence in settling:
        plan.write_text(plan_text("own", [said.format(evidence)], head), encoding="utf-8")
        assert statuses(proved(tmp_path / "plan.docx", plan=plan)) <= {"exact", "moved"}


def test_a_source_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    plan = tmp_path / "own.yaml"
    plan.write_text(
        plan_text("own", ["id: c1, text: 新建校舍, evidence: 新建校舍"], "source: {extent: full, file: a.docx}")
    )
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 cut off")
    result = run("verify", str(plan), "--sources", str(tmp_path))
    assert result.exit_code != 0
    assert "a.docx" in str(result.exception) and "\n" not in str(result.exception)
