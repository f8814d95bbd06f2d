"""The words of documents that are read: what the reader did that a person must know (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "doc_encoding": ("按 {encoding} 编码读入", "read as {encoding}"),
    "doc_lost_characters": ("{count} 个字符已损坏，显示为 \ufffd", "{count} characters are broken and shown as \ufffd"),
    "doc_page_markers": ("去掉 {count} 个页码标记", "{count} page markers taken out"),
    "doc_marks_inside": (
        "去掉词中的页码标记（共 {count} 页），断开的词已接上",
        "page marks inside words taken out ({count} pages), broken words joined",
    ),
    "doc_headers": ("去掉 {count} 行页眉页脚", "{count} lines of page headers and footers dropped"),
    "doc_chrome": ("去掉 {count} 行网页栏目、导航等", "{count} lines of the web page around the text dropped"),
    "doc_page": ("去掉网页中正文以外的 {count} 个部分", "{count} parts of the page around the text dropped"),
    "doc_pdf": (
        "PDF 共 {pages} 页：只有文字和位置，表格、分栏的次序请核对",
        "a PDF of {pages} pages, which knows words and places only: look at the order of tables and columns",
    ),
    "doc_soft_breaks": ("接上 {count} 处软换行", "{count} soft line breaks joined"),
    "doc_contents": ("去掉目录 {count} 行", "{count} lines of the table of contents dropped"),
    "doc_macros": ("文件含宏，未运行也未读入", "the file holds macros; they were neither run nor read"),
    "doc_changes": (
        "{count} 处修订一律视为已接受（保留插入，去掉删除）",
        "{count} tracked changes taken as accepted: insertions kept, deletions dropped",
    ),
    "doc_comments": ("{count} 条批注未读入", "{count} comments left out"),
    "doc_footnotes": ("{count} 个脚注或尾注未读入", "{count} footnotes or endnotes left out"),
    "doc_struck": (
        "{count} 处文字上画有删除线，仍作正文读入，请核对",
        "{count} stretches are struck through; they were read as text all the same: look at them",
    ),
    "doc_formulas": (
        "{count} 个单元格（{cells}）是没有存值的公式，读不出数值：请在表格软件中打开、保存后重试",
        "{count} cells ({cells}) hold formulas without a stored value: save the file in its program, then try again",
    ),
    "doc_traditional": (
        "全文为繁体字，按简体字对应识别，引文保持原样",
        "written in traditional characters: read as the simplified ones, phrases stay as they are printed",
    ),
    "doc_hidden": ("{count} 处隐藏文字未读入", "{count} stretches of hidden text left out"),
    "doc_pictures": (
        "{count} 幅图片未读入，图中文字请另行录入",
        "{count} pictures not read; words in them are missing here",
    ),
    "doc_embedded": ("{count} 个嵌入文档未读入", "{count} embedded documents not read"),
    "doc_nested": (
        "{count} 个表中表并入所在的单元格",
        "{count} tables inside cells were put into the text of the cell",
    ),
    "doc_printed_table": (
        "第 {line} 行起按表格读入（{rows} 行），请核对各栏",
        "lines from {line} on read as a table of {rows} rows; look at its columns",
    ),
}
