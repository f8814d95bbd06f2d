"""Word files: tracked changes, tables, boxes, fields and what is left out."""

from pathlib import Path

import pytest

from plancompare.drafting import read
from tests.drafting.documents.support import (
    HEADINGS,
    LONG,
    STRICT,
    WORD_STYLES,
    cell,
    notes_of,
    para,
    run,
    table,
    texts_of,
    word,
)


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path) -> None:
    change = 'w:id="1" w:author="a" w:date="2021-01-01T00:00:00Z"'
    deleted = "<w:r><w:delText>八</w:delText></w:r>"
    body = [
        para("新建", inside=f"<w:del {change}>{deleted}</w:del><w:ins {change}>{run('十')}</w:ins>{run('所。')}"),
        para("前段", settings=f"<w:rPr><w:del {change}/></w:rPr>", inside=run("的话，")),
        para("接着后段。"),
        para("移走", inside=f"<w:moveFrom {change}>{run('这句')}</w:moveFrom>"),
        para(inside=f"<w:moveTo {change}>{run('这句话。')}</w:moveTo>"),
        para(settings=f"<w:rPr><w:del {change}/></w:rPr>", inside=f"<w:del {change}>{deleted}</w:del>"),
        para("末段。", settings=f'<w:pPrChange {change}><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>'),
    ]
    path = word(tmp_path, *body, styles=HEADINGS)
    assert texts_of(path) == ["新建十所。", "前段的话，接着后段。", "移走", "这句话。", "末段。"]
    assert notes_of(path)["doc_changes"] == {"count": 5}
    assert all(block.kind == "paragraph" for block in read(path).blocks)


def test_deleted_rows_and_cells_are_gone(tmp_path: Path) -> None:
    rows = (
        "<w:tbl><w:tr>" + cell("甲") + cell("乙") + cell("丙", '<w:cellDel w:id="1"/>') + "</w:tr>"
        '<w:tr><w:trPr><w:del w:id="2"/></w:trPr>' + cell("旧") + cell("旧") + "</w:tr>"
        "<w:tr>" + cell("1") + cell("2") + "</w:tr></w:tbl>"
    )
    assert read(word(tmp_path, rows)).blocks[0].rows == (("甲", "乙"), ("1", "2"))


def test_merged_cells_stand_in_every_place_they_span(tmp_path: Path) -> None:
    span, start, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = table(
        [cell("指标", start), cell("年份", span)],
        [cell("", on), cell("2020"), cell("2025")],
        [cell("入园率"), cell("85%"), cell("90%")],
    )
    block = read(word(tmp_path, para("表1 主要指标"), rows)).blocks[1]
    assert block.rows == (("指标", "年份", "年份"), ("指标", "2020", "2025"), ("入园率", "85%", "90%"))
    assert (block.kind, block.text, block.caption) == ("table", "", "表1 主要指标")


def test_tables_inside_cells_become_text(tmp_path: Path) -> None:
    inner = table([cell("内一"), cell("内二")])
    outer = f"<w:tbl><w:tr>{cell('外一')}<w:tc>{para('前')}{inner}{para('后')}</w:tc></w:tr></w:tbl>"
    path = word(tmp_path, outer)
    assert read(path).blocks[0].rows == (("外一", "前 内一 内二 后"),)
    assert notes_of(path)["doc_nested"] == {"count": 1}


def test_a_frame_of_one_cell_is_a_box_and_the_text_goes_on_after_it(tmp_path: Path) -> None:
    box = table([f"<w:tc>{para('专栏2 重点工程')}{para('1.校舍工程。' + LONG)}{para('2.教学工程。' + LONG)}</w:tc>"])
    body = [para("一、任务"), para("1.甲项"), para(LONG), box, para(LONG), para("2.乙项"), para(LONG)]
    paths = [(b.kind, b.path) for b in read(word(tmp_path, *body)).blocks]
    assert paths == [
        ("heading", "一"), ("heading", "一1"), ("paragraph", "一1"),
        ("heading", "一1专栏2"),
        ("heading", "一1专栏2·1"), ("paragraph", "一1专栏2·1"), ("heading", "一1专栏2·2"), ("paragraph", "一1专栏2·2"),
        ("paragraph", "一1"),
        ("heading", "一2"), ("paragraph", "一2"),
    ]  # fmt: skip


def test_text_boxes_are_read_once_though_they_are_written_twice(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{para('框中文字。')}</w:txbxContent>"
    twins = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts_of(word(tmp_path, para("正文。", inside=twins), para("后文。"))) == ["正文。", "框中文字。", "后文。"]


def test_fields_tell_their_result_and_not_their_instruction(tmp_path: Path) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = char("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + char("separate") + run("错") + char("end")
    field = (
        char("begin")
        + "<w:r><w:instrText> IF </w:instrText></w:r>"
        + inner
        + char("separate")
        + run("十")
        + char("end")
    )
    simple = f'<w:fldSimple w:instr="DATE">{run("所学校")}</w:fldSimple>'
    assert texts_of(word(tmp_path, para("新建", inside=field + simple))) == ["新建十所学校"]


def test_soft_returns_join_words_and_part_headings(tmp_path: Path) -> None:
    soft = "<w:r><w:br/></w:r>"
    body = [
        para("提高教育", inside=soft + run("质量，办好学校。") + soft + run("另起一段。")),
        para("（一）健全机制", inside=soft + run(LONG)),
        para("Plan of", inside=soft + run("action")),
    ]
    assert texts_of(word(tmp_path, *body)) == [
        "提高教育质量，办好学校。", "另起一段。", "（一）健全机制", LONG, "Plan of action",
    ]  # fmt: skip


def test_signs_tabs_and_what_is_left_out(tmp_path: Path) -> None:
    inside = (
        "<w:r><w:tab/><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/></w:r>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt>'
        "<w:rubyBase><w:r><w:t>音</w:t>"
        "</w:r></w:rubyBase></w:ruby>"
    )
    path = word(tmp_path, para("一", inside=inside), '<w:altChunk r="x"/>')
    assert texts_of(path) == ["一甲-乙☑音"]
    notes = notes_of(path)
    assert {key: notes[key]["count"] for key in notes} == {
        "doc_hidden": 1, "doc_footnotes": 1, "doc_comments": 1, "doc_embedded": 1,
    }  # fmt: skip


def test_contents_pages_are_dropped(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent>"
        + para("目录") + para("一、总则\t1") + "</w:sdtContent></w:sdt>"
    )  # fmt: skip
    body = [control, para("总则 1", "TOC1"), para("一、总则"), para(LONG)]
    path = word(tmp_path, *body, styles=WORD_STYLES)
    assert texts_of(path) == ["一、总则", LONG]
    assert notes_of(path)["doc_contents"] == {"count": 3}


def test_controls_and_the_strict_edition_are_read_alike(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtContent>{para('一、总则')}</w:sdtContent></w:sdt>" + para(LONG)
    assert texts_of(word(tmp_path, body, space=STRICT)) == ["一、总则", LONG]


def test_pages_are_known_where_word_noted_them(tmp_path: Path) -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    told = word(tmp_path, para("一、总则"), para("甲。", inside=turn + run("乙。")), para("丙。", inside=turn))
    assert [block.page for block in read(told).blocks] == [1, 1, 2]
    (tmp_path / "other").mkdir()
    assert [block.page for block in read(word(tmp_path / "other", para("一、总则"))).blocks] == [None]


def test_a_file_by_python_docx_goes_through(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("区教育规划", 0)
    document.add_heading("总体要求", 1)
    document.add_paragraph("新建十所", style="List Number")
    document.add_paragraph("改建十所", style="List Number")
    grid = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("指标", "2025", "入园率", "90%")):
        grid.cell(place // 2, place % 2).text = text
    document.save(tmp_path / "plan.docx")
    read_back = read(tmp_path / "plan.docx")
    assert read_back.title == "区教育规划"
    assert [(b.kind, b.number, b.text) for b in read_back.blocks] == [
        ("title", "", "区教育规划"),
        ("heading", "", "总体要求"),
        ("item", "1.", "新建十所"),
        ("item", "2.", "改建十所"),
        ("table", "", ""),
    ]
    assert read_back.blocks[-1].rows == (("指标", "2025"), ("入园率", "90%"))


def test_text_and_offsets_agree(tmp_path: Path) -> None:
    document = read(
        word(tmp_path, para("一、总则"), table([cell("甲"), cell("乙")], [cell("1"), cell("2")]), para(LONG))
    )
    assert document.text == f"总则\n甲\t乙\n1\t2\n{LONG}"
    assert [document.text[at:][: len(b.plain)] for at, b in zip(document.starts, document.blocks, strict=True)] == [
        b.plain for b in document.blocks
    ]
