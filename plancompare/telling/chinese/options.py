"""English to Chinese: the help of options, and words that stand for values."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # check
    "PATHS": "路径",
    "Show the findings that curators accept, with their reasons.": "也列出编者已认可的问题，并附理由。",
    "Show what may be worth another look, too.": "也列出值得再看一眼的地方。",
    "What a check looks for and why, with an example of each kind.": "说明某条规则查什么、为什么查，并各举一例。",
    "NAME": "名称",
    "github: annotations of a workflow.": "github：写成 GitHub 工作流的批注。",
    # decisions diff
    "A": "甲",
    "B": "乙",
    # diff
    "Also rows of which one text alone speaks.": "也列出只有一份文本论及的条目。",
    "Only rows in which this plan takes part, or may.": "只列这份规划作出或可能作出的条目。",
    "A line a row, without what the plans say.": "一条一行，不列各规划的表述。",
    "Only promises that others make and that are not found in this plan, a line each; PLANs are the others.": (
        "只列他人作出而这份规划未见的承诺，一条一行；前面写的规划就是“他人”。"
    ),
    "One line of counts.": "只给一行计数。",
    "Exit 1 if the plans differ.": "规划之间有不同时，退出状态为 1。",
    # encode
    "Plan file (default: stdout); for several, a folder.": "规划文件（默认：标准输出）；有几份时写文件夹。",
    "Add what this plan file lacks.": "把这个规划文件还没有的补充进去。",
    "The plan's id (default: the file's name).": "规划的编号（默认：文件名）。",
    "Short label for columns (default: the place in the title).": "表头用的简称（默认：标题中的地名）。",
    "The plan's years (default: as its title says).": "规划期（默认：按标题）。",
    "YEAR-YEAR": "年份-年份",
    "The file holds only a part of the document.": "文件只是文档的一部分。",
    "Also tell, on stderr, which clauses were taken for no promise, and why.": (
        "同时在标准错误输出中列出哪些句子没有当作承诺，以及原因。"
    ),
    # evaluate
    "PATH": "路径",
    "LABELS": "判断文件",
    "Further plan files, or a folder of them, that the labels speak of; may be repeated.": (
        "判断文件提到的其他规划文件，或放它们的文件夹；可多次写。"
    ),
    "One half of the pairs, split by their names.": "只用其中一半承诺对，按名称划分。",
    # explain
    "Score among these plans only (default: all).": "只在这些规划之间计分（默认：全部）。",
    "Also say what the size of the two plans does to the score.": "也说明两份规划的规模对得分的影响。",
    # gaps
    "Page long output on a terminal.": "内容满一屏时分页显示。",
    "DRAFT": "草案",
    "PEER": "同类规划",
    "A peer; more may follow. Default: all other plans.": "一份同类规划，后面可以再写。默认：其他全部规划。",
    "The superior plan: what of it does the draft carry?": "上级规划：草案承接了其中哪些？",
    "The last period's plan: kept, raised, lowered, dropped, new.": "上一期规划：保留、提高、降低、取消、新增了哪些。",
    "The draft's own house: what cannot be checked, hedged, or differs.": (
        "草案自身的问题：无法核查的、措辞含糊的、前后不一的。"
    ),
    "Promised by so many peers. Default: by two, and by half of those that can be compared.": (
        "至少有几份同类规划作出。默认：两份，且不少于可比规划的一半。"
    ),
    "N": "个数",
    "List every gap, with all words of the peers, not the first 20.": (
        "列出全部缺口和同类规划的全部文字，不只是前 20 条。"
    ),
    "The draft is a part of a plan: gaps only in themes that it treats.": (
        "草案只是规划的一部分：只列它论及的主题的缺口。"
    ),
    "Exit 1 if N promises or more of the peers or the superior plan are missing.": (
        "同类规划或上级规划的承诺缺少这么多条时，退出状态为 1。"
    ),
    "Write a report instead of showing the gaps.": "写成报告文件，不在屏幕上显示。",
    # matrix
    "One line a row that can be compared instead of one a theme.": "每个可比条目一行，而不是每个主题一行。",
    "Which cells flip if thresholds move by 5 or rulings go.": "阈值上下移动 5 分或不用裁定时，哪些格会改变。",
    # new
    "ID": "编号",
    "Short label for columns. Default: the id.": "表头用的简称。默认：编号。",
    "Its outline, and the rows that most plans have as a checklist.": (
        "照这份规划的提纲，并把多数规划都有的条目列为清单。"
    ),
    "Default: ID.yaml in the collection's folder.": "默认：资料文件夹中的“编号.yaml”。",
    # plancompare
    (
        "Folder of a collection (default: ./plans, else the one shipped); shipped plans can be named beside its own; "
        "the name `all` means all of both."
    ): "资料所在的文件夹（默认：./plans，没有则用附带的）；附带的规划可以与自己的规划并列，all 指两边的全部规划。",
    (
        "Where large collections are worked on: a number of processes, or dask://HOST:PORT, a cluster that runs"
        " (default: auto, processes where that pays)."
    ): "大规模资料在哪里处理：进程数，或 dask://HOST:PORT，即已运行的集群（默认 auto：值得时才用多个进程）。",
    "Each table as Parquet, too.": "每张表另存一份 Parquet。",
    "Read every plan from its file, also those read before.": "每份规划都从文件读取，读过的也不例外。",
    "The same, with nothing shipped beside it.": "同上，但不用附带的规划。",
    "Plain marks instead of ●○.": "用普通符号代替 ●○。",
    "Show the versions and exit.": "显示版本。",
    # plot
    "Language (default: the locale's).": "界面语言（默认：随系统）。",
    "Show this message and exit.": "显示本说明。",
    "PLAN": "规划",
    "Only this theme (id or label).": "只看这个主题（编号或名称）。",
    "TEXT": "文字",
    "Ignore curators' rulings.": "不用人工裁定。",
    "FILE": "文件",
    "Write over a file that is there.": "覆盖已有的文件。",
    "KIND": "种类",
    "File: .svg, .png or .pdf; - is stdout, as SVG.": "文件：.svg、.png 或 .pdf；写 - 则以 SVG 格式送到标准输出。",
    "A font file with Chinese characters.": "有汉字的字体文件。",
    # publish
    "Columns to use.": "屏幕列数。",
    "Plain marks, for terminals that draw ●○ wide.": "用普通符号，适合把 ●○ 画得过宽的终端。",
    "YYYY-MM-DD": "年-月-日",
    "DIRECTORY": "文件夹",
    "DIR": "文件夹",
    "Folder of source texts, which go whole into project.qdpx.": "放原文的文件夹；原文会完整放进 project.qdpx。",
    "Tables begin with a byte order mark, which Excel wants.": "表格开头加字节顺序标记，Excel 需要。",
    "Title of the data set (default: from the plans).": "数据集的标题（默认：由规划得出）。",
    'Who answers for it, as "Family, Given; ORCID; affiliation", or a body by its name; may be repeated.': (
        "数据集的责任者，个人写成“姓, 名; ORCID; 单位”，机构只写名称；可多次写。"
    ),
    "A keyword; may be repeated.": "关键词；可多次写。",
    "WORD": "词",
    "DOI of the data set, if it has one already.": "数据集的 DOI，已经有了才写。",
    "SPDX id such as CC-BY-4.0, or an address.": "SPDX 标识，如 CC-BY-4.0，或网址。",
    "Version of the data set (default: from its content).": "数据集的版本（默认：由内容得出）。",
    "Date of release.": "发布日期。",
    "Write into a folder that is not empty, over files of the same names.": "文件夹不空也写入，同名文件会被覆盖。",
    # report
    (
        "Only rows of this kind, may be repeated: made by all whose texts speak of them (shared), by some of these "
        "(partial), by one plan alone (unique), with figures that differ (differing), not found in a text that treats "
        "the theme (missing)."
    ): (
        "只列这一类条目，可多次写：论及的文本都作出（shared）、其中部分作出（partial）、只有一份作出（unique）、数值"
        "不同（differing）、文本论及该主题而未见（missing）。"
    ),
    "Default: by the file's suffix.": "默认：按文件后缀。",
    "File; - is stdout (default).": "文件；- 为标准输出（默认）。",
    "Documents: only the rows, without the other chapters.": "文档：只要逐条比对，不要其他各章。",
    "CSV: rows × plans as 1 made, 0 not found, empty not covered.": (
        "CSV：条目 × 规划，1 为已承诺，0 为未见，空为文本未覆盖。"
    ),
    "CSV: begin with a byte order mark, which Excel wants.": "CSV：开头加字节顺序标记，Excel 需要。",
    # review
    "Only code, or only pairs (default: first one, then the other).": (
        "只编码（code），或只裁定承诺对（pairs）；默认先编码，再裁定。"
    ),
    "At most so many commitments, and so many pairs.": "最多这么多条承诺，和这么多对。",
    "Your name, to stand with each ruling.": "您的姓名，随每个裁定记下。",
    "The date to stand with each ruling (default: today).": "随每个裁定记下的日期（默认：今天）。",
    "File of rulings on pairs (default: the collection's decisions).": "存放裁定的文件（默认：资料的裁定文件）。",
    "A sheet (.csv, .xlsx): written if it is not there yet, else what was filled in is read.": (
        "表格（.csv、.xlsx）：没有就写出来，已有就读回所填的内容。"
    ),
    # schema
    "File to write (default: stdout).": "要写入的文件（默认：标准输出）。",
    # search
    "Only in this plan; may be repeated.": "只在这份规划中查；可多次写。",
    "Only commitments with figures.": "只列有数值的承诺。",
    "At most so many.": "最多这么多条。",
    "Sentences on the promise, for each plan, that can be pasted.": "给出各规划对此承诺的句子，可以直接引用。",
    "As data instead of text.": "输出数据，不输出文字。",
    # standards
    "WORDS": "词语",
    "Only what others make and this plan does not.": "只列其他规划作出、这份规划没有的。",
    "All of them, also those that nobody makes.": "列出全部，包括无人作出的。",
    # targets
    "Only measures with figures in this theme (id or label).": "只列在这个主题下有数值的指标（编号或名称）。",
    "Only this measure (id, name or label); may be repeated.": "只看这个指标（编号、名称或别名）；可多次写。",
    "All measures, not the first screenful.": "列出全部指标，不只是第一屏。",
    "Only measures that have a benchmark, with each plan's gap to it.": "只列有基准的指标，并写出各规划与基准的差距。",
    "Only measures that two or more plans have figures for.": "只列两份以上规划都有数值的指标。",
    # verify
    "Folder of the documents that the plans name as their sources.": "放规划所指原文文件的文件夹。",
}
