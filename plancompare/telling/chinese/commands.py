"""English to Chinese: the help of commands in paragraphs."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # check
    "Every fault of a collection in one run, as `file:line:col: level: message (check)`. Exit 1 on errors.": (
        "一次列出资料中的全部差错，写成“文件:行:列: 级别: 内容 (规则)”。有错误时退出状态为 1。"
    ),
    "PATH is a folder of plans, or single plan files, which are held against the codebook of the collection.": (
        "路径可以是放规划的文件夹，也可以是单个规划文件；单个文件按资料的编码手册检查。"
    ),
    # decisions
    "Rulings of curators: compare what two people ruled.": "编者的裁定：比较两个人的裁定。",
    # decisions diff
    "Two decision files side by side: percent agreement, Krippendorff's alpha, and the pairs they differ on.": (
        "两个裁定文件并列：一致率、Krippendorff α，以及两人裁定不同的承诺对。"
    ),
    # diff
    "Two or more plans side by side: first the outcome in figures, then theme by theme the rows, differences first.": (
        "两份或多份规划并列：先给结论和数字，再按主题逐条列出，不同的在前。"
    ),
    (
        "Shown are rows of which two texts or more speak; --all shows the rest. A promise that one plan makes and "
        'another does not is "not found" only where the text that we hold treats the theme whole; else it is "not '
        'covered", which is said once a theme. Without PLAN all plans of the collection are compared. What one plan '
        "lacks that others promise: diff OTHERS --lacks PLAN."
    ): (
        "只列有两份以上文本论及的条目；其余用 --all 列出。一份规划作出、另一份没有的承诺，只有在所持文本完整论及该"
        "主题时才写“未见”，否则写“文本未覆盖”，每个主题只写一次。不写规划名，就比较资料中的全部规划。"
        "看一份规划缺什么：diff 其他规划 --lacks 这份规划。"
    ),
    # encode
    "A first encoding of a plan text (txt, md, docx, html, pdf) or of lists in a workbook (xlsx), to be curated.": (
        "把规划文本（txt、md、docx、html、pdf）或表格文件（xlsx）中的清单初步编码，供人审订。"
    ),
    (
        "A project that people coded in NVivo, MAXQDA, ATLAS.ti or QualCoder (REFI-QDA, .qdpx) gives a plan file for "
        "each of its texts: a record for each coded passage, its theme and standard where a code is called like one."
    ): (
        "在 NVivo、MAXQDA、ATLAS.ti 或 QualCoder 中编码的项目（REFI-QDA，.qdpx），每份文本得到一个规划文件：每处标注一"
        "条承诺；编码与主题或常见承诺同名时，就归到那个主题、那条承诺。"
    ),
    (
        "The plan file says `coding: draft`; what was doubtful stands in it as comments. With --into, records are "
        "added for passages that the file has not encoded yet; what a curator wrote there stays byte for byte."
    ): (
        "生成的规划文件标有 `coding: draft`；拿不准的写成注释。加 --into 时，只为文件中还没有编码的段落补充记录，人"
        "已写的内容一字不动。"
    ),
    # evaluate
    "Precision, recall, F1 and AUC of the aligner on judged pairs, without decisions, beside plain scorers.": (
        "用人工判断过的承诺对评测对齐的精确率、召回率、F1 和 AUC；不用裁定，并与直接比较原文对照。"
    ),
    "LABELS is a YAML list of {a: plan/id, b: plan/id, label: same | related | different}.": (
        "判断文件是 YAML 列表：{a: 规划/编号, b: 规划/编号, label: same | related | different}。"
    ),
    # explain
    "Why two commitments are (not) one row, or why a plan is said to make a promise or not to.": (
        "为什么两条承诺在（不在）同一条目，为什么说一份规划作出或没有作出某项承诺。"
    ),
    (
        "A is a commitment (plan/id, or its id alone), a row or a standard. With a commitment B: the parts that "
        "add up to their score, what they share, their rivals. With a plan for B: what it says to the promise, or "
        "what its silence means, the passages nearest to it, and a sentence to cite. With A alone: its row, its "
        "standard (coded, or the likeliest ones), and its best candidates in each plan. Rivals are of all plans, "
        "or of those that --among names."
    ): (
        "甲是承诺（规划/编号，或只写编号）、条目或标准承诺。乙是承诺时：列出得分的各个部分、两者共有什么、各自的竞"
        "争者。乙是规划时：列出它对此承诺怎么说，没有说意味着什么，最接近的段落，以及一句可以引用的话。只写甲时：列"
        "出所在条目、标准承诺（已编的，或最可能的几条），以及在各规划中最接近的承诺。竞争者取自全部规划，或 "
        "--among 指定的规划。"
    ),
    # gaps
    "What peers promise that a draft lacks, in the order of the draft's own chapters.": (
        "同类规划作出而草案没有的承诺，按草案自己的章节顺序排列。"
    ),
    (
        "DRAFT is a plan, or a Word or text file, which is then encoded on the fly (and the report says so). A gap "
        "is told only where the draft's text treats the theme whole; of a chapter (--excerpt, or a text called 第三"
        "章 or 节选) only in themes that it treats. What the draft may say, also in a heading or subclause, is "
        "shown for a person to judge."
    ): (
        "草案可以是已录入的规划，也可以是 Word 或文本文件；后者当场编码，报告中会注明。只有草案文本完整论及某主题时"
        "才说有缺口；若只是一章（加 --excerpt，或文件名中有“第三章”“节选”），只说它论及的主题。草案中可能已经说到的"
        "，包括标题和从句里的，都列出来请人判断。"
    ),
    # list
    "The plans held: what text, which period, how many commitments, and how many findings of the checks.": (
        "收录的规划：所持文本、规划期、承诺数，以及检查发现的问题数。"
    ),
    # matrix
    'Themes by plans: how many commitments each plan makes, and whether a blank is "not found" or "not covered".': (
        "主题与规划对照：每份规划各有多少条承诺，空格是“未见”还是“文本未覆盖”。"
    ),
    (
        "A commitment is counted under the theme of its row, as in diff. Many plans are read in groups, --by level, by "
        "period or by area: the provinces of a nation, the districts of a city."
    ): (
        "承诺计入其所在条目的主题，与 diff 相同。规划很多时分组看：--by level 按级别，--by period 按规划期，--by area "
        "按地区（全国的按省，一市的按区县）。"
    ),
    # new
    "An empty plan file with editor support: a section for each theme, or the outline of another plan.": (
        "一个空的规划文件，编辑器会给出提示：每个主题一节，或照另一份规划的提纲。"
    ),
    (
        "The file checks clean as it is. With --like the rows that most plans of the collection make stand under "
        "their themes as comments, to be taken up or struck out; no sentence of another plan is copied."
    ): (
        "生成的文件可以直接通过检查。加 --like 时，多数规划作出的条目以注释列在各主题下，供取舍；不抄另一份规划的文字。"
    ),
    # plancompare
    "The plans held: extent, period, commitments, findings.": "收录的规划：文本、规划期、承诺数、检查结果。",
    "One plan by theme, with figures, evidence and place.": "一份规划，按主题列出，附数值、依据和位置。",
    "Themes by plans: who covers what, and what a blank means.": "主题与规划对照：谁的文本论及什么，空格是什么意思。",
    "Two or more plans side by side, theme by theme; --lacks: what one lacks that others promise.": (
        "两份或多份规划并列，按主题排列；--lacks 看一份规划缺什么。"
    ),
    "Figures by what they measure, with baselines and the gap to benchmarks.": (
        "数值按指标并列，附基期值和与基准的差距。"
    ),
    "Find commitments by words, in any plan.": "在任何规划中按词语查找承诺。",
    "The catalogue of usual promises: who makes which, k of n.": "常见承诺目录：谁作出哪一条，几份之中有几份。",
    "Why two commitments are, or are not, one row.": "为什么两条承诺在（不在）同一条目。",
    "How well the aligner does on pairs that people judged.": "对齐的质量：用人工判断过的承诺对评测。",
    "Rule on the most doubtful pairs, one by one or in a sheet.": "裁定最存疑的承诺对，逐对进行或填表。",
    "Compare what two people ruled.": "比较两个人的裁定。",
    "Every fault of a collection in one run.": "一次列出资料中的全部差错。",
    "Find every evidence phrase again in its source.": "在原文中重新找到每一处依据。",
    "A first encoding of a plan text, for a person to curate.": "把规划文本初步编码，供人审订。",
    "What peers promise that a draft lacks; what it carries of the plans above and before it.": (
        "同类规划有而草案没有的承诺；草案对上级规划和上一期规划的承接。"
    ),
    "An empty plan file to fill, by theme or by the outline of another plan.": (
        "一个空的规划文件，按主题，或照另一份规划的提纲。"
    ),
    "The comparison as a file: Word, Excel, HTML, Markdown, LaTeX, CSV, JSON.": (
        "把比较结果写成文件：Word、Excel、HTML、Markdown、LaTeX、CSV、JSON。"
    ),
    "A data set to cite: tables, descriptor, citation, codebook, project for qualitative analysis.": (
        "可以引用的数据集：表格、说明、引用信息、编码手册、质性分析项目。"
    ),
    "Heatmap, figures or similarity of plans as SVG, PNG or PDF.": (
        "把规划画成热图、数值图或相似度图（SVG、PNG、PDF）。"
    ),
    "Compare public plans commitment by commitment.": "逐条比较公开发布的规划。",
    (
        "Which promises does each plan make, which does it not make, and where is it written? A plan is named by "
        "its id, its name or a path to its YAML file. Without a command: the plans held, findings worth knowing, "
        "what to try next."
    ): (
        "每份规划作出哪些承诺，没有作出哪些，写在何处？规划可以用编号、名称或 YAML 文件的路径来指定。不写命令时，显"
        "示收录的规划、值得先知道的发现，以及接着可试的命令。"
    ),
    # plot
    "A plot as SVG, PNG or PDF; needs `pip install 'plancompare[plot]'` and a font with Chinese characters.": (
        "画成 SVG、PNG 或 PDF 图；需要 `pip install 'plancompare[plot]'` 和中文字体。"
    ),
    (
        "heatmap: themes by plans, with counts and what a blank means. targets: the figures that two or more plans "
        "have, or that a benchmark is set for, from baseline to target. similarity: a tree of plans and their "
        "overlap, pair by pair, only over themes that both texts cover."
    ): (
        "heatmap：主题与规划对照，附数量和空格的含义。targets：两份以上规划都有、或设有基准的数值，从基期值到目标值"
        "。similarity：规划的聚类树和两两重合度，只计双方文本都论及的主题。"
    ),
    # publish
    (
        "A data set to cite, in the folder DIR: CSV tables with a Data Package descriptor, CITATION.cff, README, "
        "the coding manual, the files that were read, and codebook and project for programs of qualitative "
        "analysis (REFI-QDA)."
    ): (
        "可以引用的数据集，写入指定的文件夹：CSV 表格及 Data Package 说明、CITATION.cff、README、编码说明、所读的文"
        "件，以及供质性分析软件使用的编码手册和项目（REFI-QDA）。"
    ),
    "Without --sources the project holds only the evidence phrases. The same plans and options give the same bytes.": (
        "不写 --sources 时，项目只含依据短语。规划和选项相同，结果逐字节相同。"
    ),
    # report
    "The comparison as a file: a document to hand on, or data.": "把比较结果写成文件：可以交给别人的文档，或数据。",
    (
        "Documents are Word, Excel, HTML, Markdown and LaTeX; data are CSV (a line for each row, plan and "
        "commitment, or --wide) and JSON (by the schema shipped in plancompare/schema/report.schema.json). "
        "Whatever narrows the view narrows the report, and the report says so. The same plans give the same bytes. "
        "Of more plans than a document can set beside each other (12 on paper, 25 in HTML, 60 in a workbook) it is a "
        "digest: how many plans make which promise."
    ): (
        "文档有 Word、Excel、HTML、Markdown 和 LaTeX；数据有 CSV（每个条目、规划、承诺一行，或加 --wide）和 JSON（"
        "格式见附带的 plancompare/schema/report.schema.json）。屏幕上缩小了范围，报告也相应缩小，并在报告中说明。规"
        "划相同，结果逐字节相同。规划多到不能并列时（纸上 12 份，HTML 25 份，工作簿 60 份），"
        "报告只说有多少份作出哪些承诺。"
    ),
    # review
    "Code plans against the catalogue, one key a commitment; then rule on the most doubtful pairs.": (
        "按标准承诺目录给规划编码，每条承诺按一个键；再裁定最存疑的承诺对。"
    ),
    (
        "Each commitment that nobody coded comes with five proposals: 1-5 choose one, / searches the catalogue, n "
        "says that none fits, u and s leave it open, b goes back, q ends. The code is written into your plan file "
        "at once, with every other byte kept. Of pairs: s same, d different, u unsure, b back, q quit; rulings go "
        "into the collection's decisions. Nothing is written into the shipped collection. With --batch all that is "
        "a sheet: fill its first column in Excel and run the same command again to read it back."
    ): (
        "每条没有编码的承诺附五条建议：按 1 到 5 选一条，按 / 搜索目录，按 n 表示都不合适，按 u 或 s 暂不决定，按 "
        "b 返回，按 q 结束。编码立即写入规划文件，其余一字不动。承诺对：按 s 为同一条，d 为不同，u 为不确定，b 返回"
        "，q 退出；裁定写入资料的裁定文件。附带的资料不会被改动。加 --batch 则改为填表：用 Excel 填好第一列，再运行"
        "同一命令读回。"
    ),
    # schema
    "JSON Schema of your own collection, for editors: completions and definitions.": (
        "自己这套资料的 JSON 模式，供编辑器提示和解释。"
    ),
    "The JSON Schema of plan files, or of another KIND, with the words of your own collection in it.": (
        "规划文件或其他种类文件的 JSON 模式，其中的词取自自己的资料。"
    ),
    (
        "An editor that knows YAML (VS Code with the YAML extension, Neovim, Emacs and others with "
        "yaml-language-server) then completes themes, standards and indicators, by id or by Chinese name, says what "
        "each means, and marks what is none. A file names its schema in its first line, as a path from its own "
        "folder; `new` and `encode` write that line, and plan.schema.json beside the plan if there is none. Make it "
        "anew when the codebook or the catalogue has changed."
    ): (
        "懂 YAML 的编辑器（VS Code 装 YAML 扩展，Neovim、Emacs 等装 yaml-language-server）据此按编号或中文名提示主题、"
        "常见承诺和指标，说明各自的含义，并标出没有的编号。文件在首行写明模式文件的位置，从文件自己所在的文件夹算起；"
        "`new` 和 `encode` 会写好这一行，旁边没有 plan.schema.json 时一并写入。编码手册或目录有改动时，请重新生成。"
    ),
    # search
    "Who promises this: the promise that the words mean, over all plans; then single commitments, best first.": (
        "谁作出这项承诺：先给出词语所指的承诺在各规划中的情况；再列单条承诺，最接近的在前。"
    ),
    (
        "Synonyms of the codebook and the wordings of the catalogue count, and so do near misses; the id of a row "
        "or of a standard is taken too. A plan that does not make the promise is told as well: whether it was read "
        "whole, whether a passage may be it, whether our text says nothing of the theme. A word such as 90%, "
        '">=90%" or 2025 asks for figures and years. Without words, --theme, --plan and --figures list what they '
        "leave. --cite gives sentences to paste."
    ): (
        "编码手册的同义词和目录的表述都算，相近的说法也算；也可以写条目或标准承诺的编号。没有作出承诺的规划也会说明"
        '：全文已读而未见，或有段落存疑，或所持文本未覆盖该主题。写 90%、">=90%" 或 2025 可以查数值和年份。不写词语'
        "时，列出 --theme、--plan、--figures 筛出的承诺。--cite 给出可以直接引用的句子。"
    ),
    # show
    "One plan by theme: each commitment with its figures, its evidence phrase and its place in the document.": (
        "一份规划，按主题列出每条承诺，附数值、依据和在文档中的位置。"
    ),
    # standards
    "The catalogue of promises that plans usually make: who makes which, k of n, the most widely made first.": (
        "规划中常见承诺的目录：谁作出哪一条，几份之中有几份，作出最多的在前。"
    ),
    (
        "WORDS stand in an id, a label, a definition or a wording. Only what people coded counts; n are the plans "
        "whose text covers the theme. As data (-f json) all standards are listed, also those that nobody makes."
    ): (
        "词语可以出现在编号、名称、定义或表述中。只计人工编码；“几份之中”只计文本覆盖该主题的规划。输出数据（-f "
        "json）时列出全部标准承诺，包括无人作出的。"
    ),
    # targets
    "The figures of plans by what they measure: a table of indicators × plans, those most widely used first.": (
        "各规划的数值，按指标排列：指标 × 规划的表格，先列最多规划有数值的。"
    ),
    (
        "With --indicator or --benchmarks: each figure's deadline and baseline, whose figure is strictest, and the gap "
        "to benchmarks, figures that fall short of one first."
    ): "加 --indicator 或 --benchmarks：每个数值的期限和基期值、谁的要求最高，以及与基准的差距，不足基准的在前。",
    (
        "Figures are compared only within one indicator and unit. The strictest figure is told by value and "
        "deadline; a maintenance figure is the same as its baseline. Gaps are in points for percentages; a "
        "benchmark marked unchecked has not been read in the official text."
    ): (
        "指标和单位都相同才比较。最严的数值按数值和期限判断；与基期值相同的是维持性目标。百分比的差距以百分点计；标"
        "“未核对原文”的基准，尚未与正式文本核对。"
    ),
    # verify
    "Find every evidence phrase again in its source: exact, moved, fuzzy, ambiguous or lost. Exit 1 if one is lost.": (
        "在原文中重新找到每一处依据：准确、移位、近似、多处或未找到。有未找到的，退出状态为 1。"
    ),
    "Exit 2 if the source of a plan is missing, so that nothing of it is proved.": (
        "有规划的原文不在时，其引文都未核对，退出状态为 2。"
    ),
    (
        "Sources may be texts, Word, HTML, PDF, Markdown or Excel files, read as `encode` reads them. Widths of "
        "characters, white space, line breaks, page markers, simplified and traditional characters make no difference."
    ): (
        "原文可以是文本、Word、HTML、PDF、Markdown 或 Excel 文件，读法与 `encode` 相同。全角半角、空白、换行、页码标记"
        "和繁简字形不影响核对。"
    ),
}
