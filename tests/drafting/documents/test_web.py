"""Web pages: the document on them, without the page around it."""

from pathlib import Path

import pytest

from plancompare.drafting import read
from plancompare.errors import PlanCompareError
from tests.drafting.documents.support import LONG, notes_of, outline_of, texts_of

pytest.importorskip("lxml")
AROUND = """<html><head><meta charset="{charset}"><title>某区-规划</title>
<meta name="ArticleTitle" content="某区教育规划">
<meta name="PubDate" content="2021-12-31"><script>var a = "<p>脚本文字，脚本文字，脚本文字，脚本文字。</p>";</script>
<style>p {{ color: red }}</style></head><body>
<header><h2>某区人民政府网站，欢迎访问，为人民服务。</h2></header>
<div class="nav-menu"><ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul></div>
<div class="breadcrumb">您的位置：<a>首页</a> &gt; <a>规划</a></div>
<form><div class="wrap"><div class="left-side"><ul><li><a>栏目一</a></li><li><a>栏目二</a></li></ul></div>
<div id="zoom">{inside}</div>
<div class="share">分享到：微信</div>
<div class="related"><h3>相关阅读</h3><ul><li><a>另一文件</a></li></ul></div></div></form>
<p style="display:none">看不见的文字，看不见的文字，看不见的文字。</p>
<footer>版权所有：某区人民政府 京ICP备12345号</footer></body></html>"""


def page(folder: Path, inside: str, encoding: str = "utf-8", charset: str = "utf-8") -> Path:
    """A page of a public body with a text on it."""
    path = folder / "plan.html"
    path.write_bytes(AROUND.format(inside=inside, charset=charset).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", "utf-8"), ("gbk", "gb2312"), ("gb18030", ""), ("utf-8-sig", "gbk"), ("utf-8", "gb2312"), ("utf-16", "")],
)
def test_the_document_and_nothing_around_it(tmp_path: Path, encoding: str, charset: str) -> None:
    inside = f"<h1>某区教育规划</h1><p>&nbsp;&nbsp;一、总则</p><p>（一）健全机制。{LONG}</p><p>{LONG}</p>"
    document = read(page(tmp_path, inside, encoding, charset))
    assert outline_of(document) == [
        ("title", "", "某区教育规划"),
        ("heading", "一", "总则"),
        ("heading", "一（一）", "健全机制"),
        ("paragraph", "一（一）", LONG),
        ("paragraph", "一（一）", LONG),
    ]
    assert document.title == "某区教育规划"
    assert document.about == (("发布日期", "2021-12-31"),)
    assert "doc_page" in {note.key for note in document.notes}


def test_big5_is_read_where_the_page_says_so(tmp_path: Path) -> None:
    inside = "<p>一、總則</p><p>" + "加強教育資源供給，健全工作機制，提高辦學質量，落實各級責任。" * 3 + "</p>"
    head = '<html><head><meta charset="big5"></head><body>'
    path = tmp_path / "plan.html"
    path.write_bytes(f"{head}{inside}</body></html>".encode("big5"))
    assert texts_of(path)[0] == "一、總則"


def test_a_page_without_names_is_told_by_its_text(tmp_path: Path) -> None:
    links = "".join(f"<div><a>链接{i}</a></div>" for i in range(20))
    path = tmp_path / "plan.html"
    path.write_text(f"<body><div>{links}</div><div><div><p>一、总则</p><p>{LONG}</p><p>{LONG}</p></div></div></body>")
    assert texts_of(path) == ["一、总则", LONG, LONG]


def test_text_behind_what_is_taken_out_stays(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(f"<body><div><script>x</script>{LONG}<b>粗</b><nav>x</nav>后文。</div></body>")
    assert texts_of(path) == [f"{LONG}粗后文。"]


def test_a_text_in_parts_beside_each_other_stays_whole(tmp_path: Path) -> None:
    parts = "".join(f"<div><p>{mark}、部分</p><p>{LONG}</p></div>" for mark in "一二三")
    assert texts_of(page(tmp_path, parts)) == [told for mark in "一二三" for told in (f"{mark}、部分", LONG)]


def test_what_holds_the_text_stays_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(f'<body><div class="header"><p>一、总则</p><p>{LONG}</p></div><div class="x">尾巴</div></body>')
    assert texts_of(path)[:2] == ["一、总则", LONG]


def test_breaks_headings_and_lists(tmp_path: Path) -> None:
    inside = (
        f"<h2>总体要求</h2><p>（一）目标<br>　　{LONG}<br/>提高\n质量。</p><h3>任务</h3><p>{LONG}</p>"
        "<ol start=3><li>新建学校</li><li>改建<b>学校</b></li></ol><ul><li>要点</li></ul>"
    )
    blocks = read(page(tmp_path, inside)).blocks
    assert [(b.kind, b.level, b.number, b.text) for b in blocks] == [
        ("heading", 1, "", "总体要求"),
        ("heading", 2, "（一）", "目标"),
        ("paragraph", 0, "", LONG),
        ("paragraph", 0, "", "提高质量。"),
        ("heading", 2, "", "任务"),
        ("paragraph", 0, "", LONG),
        ("item", 1, "3.", "新建学校"),
        ("item", 1, "4.", "改建学校"),
        ("item", 2, "•", "要点"),
    ]


def test_tables_with_merged_cells(tmp_path: Path) -> None:
    inside = f"""<p>{LONG}</p><p>{LONG}</p><table><caption>表1 指标</caption>
<tr><th rowspan="2">指标<th colspan=2>年份</tr>
<tr><td>2020</td><td>2025</td></tr><tr><td>入园率<td>85%<td>90%</tr><tr><td>普惠率<td colspan=2 rowspan=0>80%</table>"""
    table = read(page(tmp_path, inside)).blocks[-1]
    assert table.rows == (
        ("指标", "年份", "年份"), ("指标", "2020", "2025"), ("入园率", "85%", "90%"), ("普惠率", "80%", "80%"),
    )  # fmt: skip
    assert table.caption == "表1 指标"


def test_tables_that_only_arrange_the_page_are_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    links = "<td><a>栏目</a></td>"
    path.write_text(
        f"<table><tr>{links}<td><table><tr><td><p>一、总则</p><p>{LONG * 8}</p></td></tr></table></td></tr></table>"
    )
    assert texts_of(path)[-2:] == ["一、总则", LONG * 8]


def test_a_page_with_a_word_files_suffix(tmp_path: Path) -> None:
    path = tmp_path / "plan.doc"
    path.write_text(f"<html><body><p>一、总则</p><p>{LONG}</p></body></html>", encoding="utf-8")
    assert read(path).kind == "html"


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<a" * 200_000,
        b"<html>" + b"<!--" * 200_000,
        b"<html>" + b"<![" * 200_000,
        b"<html><body></body></html>",
    ],
)
def test_pages_without_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.html"
    path.write_bytes(data)
    with pytest.raises(PlanCompareError, match="holds no text"):
        read(path)


def test_elements_too_deep_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + LONG)
    try:
        assert LONG in read(path).text
    except PlanCompareError as error:
        assert "\n" not in str(error)


@pytest.mark.slow
def test_spans_that_would_fill_the_memory(tmp_path: Path) -> None:
    row = "<tr><td rowspan=65000 colspan=65000>甲</td><td>乙</td></tr>"
    with pytest.raises(PlanCompareError, match="bigger than any plan's"):
        read(page(tmp_path, f"<p>{LONG}</p><table>{row * 3000}</table>"))


def test_notes_count_what_was_dropped(tmp_path: Path) -> None:
    path = page(tmp_path, f"<p>一、总则</p><p>{LONG}</p><p>【字体：大 中 小】</p><p>{LONG}</p>")
    assert notes_of(path) == {"doc_page": {"count": 8}, "doc_chrome": {"count": 1}}
