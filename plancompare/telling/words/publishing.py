"""The words of published data sets: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "publish_title": ("规划承诺比对数据集：{plans}", "Commitments compared, a data set: {plans}"),
    "publish_authors": ("本数据集编码者", "The curators of this data set"),
    "publish_cite": ("使用本数据集时，请按以下信息引用。", "If you use this data set, please cite it as below."),
    "publish_abstract": (
        "逐条编码并对齐的规划承诺：{plans}。每条承诺附原文短语；“未见”与“文本未覆盖”分别记录。",
        "Commitments of plans, encoded one by one and aligned: {plans}. Every commitment has a phrase of its source;"
        " promises not found are told apart from texts that do not cover a theme.",
    ),
    # on the screen
    "publish_done": (
        "已写入 {folder}：{files} 个文件，{commitments} 条承诺，{rows} 个条目",
        "{folder}: {files} files, {commitments} commitments, {rows} rows",
    ),
    "publish_no_source": (
        "{plan}：没有原文文件 {file}，project.qdpx 中只有其原文短语",
        "{plan}: no source file {file}; project.qdpx holds only its evidence phrases",
    ),
    "publish_no_passage": (
        "{count} 条承诺没有可定位的原文短语，不在 project.qdpx 的标注中",
        "{count} commitments have no phrase that was found, and no passage in project.qdpx",
    ),
    "publish_schemaless": (
        "{count} 个文件首行所指的模式文件不在数据集内：{files}；可把首行改为"
        " # yaml-language-server: $schema=plan.schema.json",
        "the first line of {count} files names a schema that lies outside the data set: {files}; write"
        " # yaml-language-server: $schema=plan.schema.json there",
    ),
    "publish_whole": (
        "project.qdpx 含原文全文：公开之前请确认有权转载",
        "project.qdpx holds whole source texts: make sure that you may pass them on",
    ),
    "publish_nameless": (
        "未指明作者或许可：CITATION.cff 暂写“{author}”；可用 --author 和 --license 指明",
        'authors or licence are not named: CITATION.cff says "{author}"; name them with --author and --license',
    ),
    # the read-me: chapters
    "publish_files": ("文件", "Files"),
    "publish_beside": ("数据表之外", "Beside the tables"),
    "publish_tables": ("数据表", "Tables"),
    "publish_states": ("格的五种状态", "How to read a blank: the five states of a cell"),
    "publish_csv": ("表格约定", "How the tables are written"),
    "publish_qda": ("在质性分析软件中打开", "In programs for qualitative analysis"),
    "publish_licence": ("许可与引用", "Licence and citation"),
    "publish_lines": ("行数", "lines"),
    "publish_about": ("内容", "what it holds"),
    "publish_state": ("data/cells.csv 的 status 列", "Column status of data/cells.csv"),
    "publish_meaning": ("含义", "meaning"),
    "publish_called": ("名称", "called"),
    # the read-me: files
    "publish_file_datapackage": (
        "数据包描述（Data Package 2）：每一列的类型、含义、主键和外键",
        "descriptor (Data Package 2): type and meaning of every column, primary and foreign keys",
    ),
    "publish_file_citation": ("引用信息", "how to cite"),
    "publish_file_bibtex": ("引用信息，BibTeX 格式", "how to cite, as BibTeX"),
    "publish_file_manual": ("编码规则", "the coding manual"),
    "publish_file_qdc": ("编码手册，REFI-QDA 格式", "the codebook, for programs that read REFI-QDA"),
    "publish_file_qdpx": (
        "项目，REFI-QDA 格式：规划、标注的段落、各规划的同一承诺",
        "the project, for programs that read REFI-QDA: plans, coded passages, promises that several plans make",
    ),
    "publish_file_collection": (
        "读入的文件，逐字节照录；未参与比对的规划不在内",
        "the files that were read, byte for byte; not those of plans that were not compared",
    ),
    # the read-me: states
    "publish_made": (
        "该规划作出此承诺；见 commitments 表",
        "the plan makes this promise; see the table commitments",
    ),
    "publish_unsure": (
        "其中有一条可能就是此承诺，尚无人裁定；见 candidates 表",
        "a passage of it may be the promise, and nobody has ruled; see the table candidates",
    ),
    "publish_not_found": (
        "所持文本完整处理该主题，而其中没有此承诺",
        "the text held treats the theme whole, and the promise is not there",
    ),
    "publish_not_covered": (
        "所持文本不含或只含一部分该主题，不能判断；不可读作“没有承诺”",
        'the text held does not treat the theme, or only in part: nothing can be said; never read it as "not promised"',
    ),
    "publish_not_applicable": (
        "编码者认为不适用，并说明理由",
        "a curator says that it cannot apply, and why",
    ),
    "publish_k_of_n": (
        "“k/n”中的 n 只计文本覆盖该主题的规划（rows 表的 covered），不是规划总数。coverage 表逐主题说明空格的含义。",
        'In "k of n", n counts only the plans whose text covers the theme (covered in the table rows), not all of them.'
        " The table coverage says theme by theme what a blank means.",
    ),
    # the read-me: conventions
    "publish_csv_told": (
        "CSV 为 UTF-8，逗号分隔，换行为 LF；空单元格表示没有值。以 = + - @ 或其全角形式开头的文字前加一个撇号，"
        "以免被电子表格当作公式；控制字符换为 U+FFFD。比较方式用英文词写出（at_least 即“不低于”）。",
        "CSV in UTF-8, commas, lines that end in LF; an empty cell means no value. A text that begins with = + - @ or"
        " their full-width forms has an apostrophe before it, so that no spreadsheet takes it for a formula; control"
        " characters are replaced by U+FFFD. Comparators are written in words (at_least for ≥).",
    ),
    "publish_bom": ("文件以字节序标记（BOM）开头，供 Excel 识别。", "Files begin with a byte order mark, for Excel."),
    "publish_words": (
        "规划的文字照录，不作翻译；列名为英文，含义以中英文写在 datapackage.json 中。",
        "The plans' own words are never translated. datapackage.json says what each column means, in Chinese and"
        " English.",
    ),
    # the read-me: QDA
    "publish_qda_told": (
        "codebook.qdc 和 project.qdpx 按 REFI-QDA 1.5 写成，供 NVivo、MAXQDA、ATLAS.ti、QualCoder 等导入。"
        "每个规划是一份文本和一个个案（地区、层级、规划期、文本范围为变量）；每条原文短语是一个标注段落，带主题、刚性和（多个规划共有时）条目的编码，"
        "附注为编码者的话；条目的核心与其他成员以链接相连，裁定理由为备忘。文本换行为 LF；位置按字符从 0 起，终点不含。"
        "有的软件改写换行后位置会偏移，导入后请抽查。",
        "codebook.qdc and project.qdpx follow REFI-QDA 1.5, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others to"
        " import. A plan is a text and a case (area, level, period and extent are variables); a phrase of evidence is a"
        " coded passage with codes for its themes, its strength and, where several plans make the promise, its row; the"
        " curators' words stand beside it. A row's core is linked to its other members; reasons of rulings are memos."
        " Lines end in LF; positions are code points from 0, the end excluded. A program that changes line ends may"
        " shift positions: look at a few after importing.",
    ),
    "publish_phrases_only": (
        "（非全文：仅列编码者摘录的原文短语，按章节排列）",
        "(Not the document: only the phrases that curators noted, under their headings)",
    ),
    "publish_whole_source": ("原文全文，换行为 LF", "The whole source text, with lines that end in LF"),
    "publish_all_phrases": (
        "project.qdpx 中的文本不是原文，只由原文短语组成。",
        "The texts in project.qdpx are not the documents: they are made of the evidence phrases alone.",
    ),
    "publish_all_sources": (
        "project.qdpx 含各规划的原文全文。",
        "project.qdpx holds the whole source texts of the plans.",
    ),
    "publish_with_sources": (
        "project.qdpx 含以下规划的原文全文：{plans}；其余规划只有原文短语。",
        "project.qdpx holds the whole source texts of {plans}; of other plans, only the evidence phrases.",
    ),
    "publish_rows": ("各规划的同一承诺", "Promises that several plans make"),
    "publish_rows_about": (
        "每个编码是一个条目：两个以上规划作出的同一承诺",
        "Each code is a row: one promise that two or more plans make",
    ),
    "publish_strength": ("承诺刚性", "strength of wording"),
    "publish_when": ("使用：{told}", "When to use: {told}"),
    "publish_when_not": ("不用：{told}", "When not to use: {told}"),
    "publish_area": ("地区", "area"),
    "publish_level": ("层级", "level"),
    "publish_period_from": ("规划期起", "period from"),
    "publish_period_to": ("规划期止", "period to"),
    "publish_of_text": ("{name}（文本）", "{name} (text)"),
    "publish_extent": ("文本范围", "text held"),
    # the read-me: licence, version
    "publish_licensed": ("许可：{licence}。", "Licence: {licence}."),
    "publish_unlicensed": (
        "未指明许可：使用前请征询作者。原文为各发布机构的公开文件。",
        "No licence was named: ask the authors before you use it. The source documents are public documents of their"
        " issuers.",
    ),
    "publish_authored": ("作者：{authors}。版本：{version}。", "Authors: {authors}. Version: {version}."),
    "publish_again": (
        "在本数据集的文件夹中运行以下命令，逐字节得到同样的数据集（SOURCES 为原文文件夹）：",
        "In the folder of this data set, this command makes the same data set again, byte for byte (SOURCES stands for"
        " the folder of source texts):",
    ),
}
