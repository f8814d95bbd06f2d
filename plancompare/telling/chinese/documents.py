"""English to Chinese: what is wrong with a document, a sheet or a plot."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "nothing of {into} stands in {file}, so it is another text; --force adds what it says all the same": (
        "{into} 的内容在 {file} 中一处也找不到，应是另一份文本；确要加入，请用 --force"
    ),
    # drafting / documents
    "{file} is in an old Office or WPS format; save it as .docx": "{file} 是旧版 Office 或 WPS 格式；请另存为 .docx",
    "no file {file}; name a document (docx, html, pdf, md, txt)": (
        "没有文件 {file}；请写一份文档（docx、html、pdf、md、txt）"
    ),
    "{file} is a folder; name one document in it": "{file} 是文件夹；请写其中一份文档",
    "{file} is no regular file; name a document (docx, html, pdf, md, txt)": (
        "{file} 不是普通文件；请写一份文档（docx、html、pdf、md、txt）"
    ),
    "{file} is empty; give another file": "{file} 是空的；请换一份文档",
    "{file} has {size} MB, more than any plan; give a smaller file": (
        "{file} 有 {size} MB，任何规划都没有这么大；请换一个小些的文件"
    ),
    "{file} is an RTF file; save it as .docx or as text": "{file} 是 RTF 文件；请另存为 .docx 或文本",
    "{file} is a web archive (mht); save the page as HTML only, or as text": (
        "{file} 是网页存档（mht）；请把网页另存为仅 HTML 或文本"
    ),
    "{file} is no {program} file whatever its name says; it may be cut off or renamed": (
        "{file} 不是 {program} 文件，与文件名不符；可能不完整，或改过名"
    ),
    "{file} is an XML file; save the document as .docx, .html or text": (
        "{file} 是 XML 文件；请另存为 .docx、.html 或文本"
    ),
    "{file} is in the old Word format (.doc); save it as .docx": "{file} 是旧版 Word 格式（.doc）；请另存为 .docx",
    "{file} is an Excel workbook in the old format; save it as text, or its document as .docx": (
        "{file} 是旧版 Excel 表格；请另存为文本，或把所在文档存为 .docx"
    ),
    "{file} is a {name} picture, not a document; recognise its text first (OCR)": (
        "{file} 是 {name} 图片，不是文档；请先识别文字（OCR）"
    ),
    "{file} is a {name} archive, not a document; unpack it first": "{file} 是 {name} 压缩包，不是文档；请先解压",
    # drafting / documents / cells
    "a table of the {source} is bigger than any plan's; not read": "{source}中有一个表格大得不像规划中的表；没有读入",
    # drafting / documents / characters
    "{file} is neither UTF-8 nor GB18030 text; save it as UTF-8": (
        "{file} 既不是 UTF-8 也不是 GB18030 编码的文本；请另存为 UTF-8"
    ),
    "{file} holds bytes that are no text; give the document itself (docx, html, txt)": (
        "{file} 中有不是文字的内容；请用原文档（docx、html、txt）"
    ),
    # drafting / documents / package
    "an Excel workbook": "Excel 表格",
    "a PowerPoint file": "PowerPoint 文件",
    "an OpenDocument file": "OpenDocument 文件",
    "an e-book": "电子书",
    "an OFD file": "OFD 文件",
    "{file} is a zip archive without a Word document in it; unpack it first": (
        "{file} 是压缩包，里面没有 Word 文档；请先解压"
    ),
    "{file} packs {count} parts; that is no document": "{file} 中有 {count} 个部分，不是文档",
    "{file} is cut off or damaged: its zip package cannot be opened; save it again": (
        "{file} 不完整或已损坏：打不开；请重新保存"
    ),
    "{file} is cut off or damaged: {name} cannot be unpacked; save it again": (
        "{file} 不完整或已损坏：其中的 {name} 打不开；请重新保存"
    ),
    "{file} unpacks to far more than it holds (a zip bomb?); not opened": (
        "{file} 解压后大得反常（可能是压缩炸弹）；没有打开"
    ),
    "{file} is {kind}; save it as .docx, or give the text as .txt": (
        "{file} 是 {kind}；请另存为 .docx，或把文字存为 .txt"
    ),
    "{file}: {name} unpacks to more than a plan can have": "{file}：其中的 {name} 大得不像规划",
    "{file} is a zip archive without {part} in it": "{file} 是 zip 压缩包，里面没有 {part}",
    # drafting / documents / pdf
    "{file} is locked with a password; save a copy without one": "{file} 有密码；请存一份没有密码的",
    "reading PDF files needs pypdfium2; run: {install}, or save the text as .txt": (
        "读 PDF 文件需要 pypdfium2；请运行 {install}，或把文字存为 .txt"
    ),
    "{file} is a scan without text; recognise its text first (OCR), or give it as .txt": (
        "{file} 是没有文字的扫描件；请先识别文字（OCR），或把文字存为 .txt"
    ),
    "{file} has {count} pages; a plan has 1 to {most}": "{file} 有 {count} 页；规划应有 1 到 {most} 页",
    "{file} is cut off or damaged: no PDF that can be read; save it again": (
        "{file} 不完整或已损坏：不是可以读的 PDF；请重新保存"
    ),
    "{file} is damaged: page {number} cannot be read; save it again": "{file} 已损坏：第 {number} 页读不出；请重新保存",
    # drafting / documents / web
    "{file} holds no text; give another file": "{file} 里没有文字；请换一份文档",
    "reading web pages needs lxml; run: {install}, or save the text as .txt": (
        "读网页需要 lxml；请运行 {install}，或把文字存为 .txt"
    ),
    "{file} is no web page that can be read; save it again, or give its text": (
        "{file} 不是可以读的网页；请重新保存，或只存文字"
    ),
    "the page nests elements deeper than any page of text; not read": "网页的标签层数太多，不像文字网页；没有读入",
    # drafting / documents / word / xml
    "{where} declares entities of its own, which no Word file does; not read": (
        "{where} 自定义了实体，Word 文件不会这样；没有读入"
    ),
    "{where} nests elements deeper than any Word file; not read": "{where} 的标签层数太多，不像 Word 文件；没有读入",
    "{where} is cut off or damaged: no sound XML; save it again": "{where} 不完整或已损坏：XML 有误；请重新保存",
    # drafting / documents / workbook
    "{file} is a workbook, which needs openpyxl: {install}": "{file} 是表格文件，需要 openpyxl：请运行 {install}",
    "{file}: sheet {title!r} is larger than any table of a plan; keep what matters": (
        "{file}：工作表“{title}”大得不像规划中的表；请只留需要的部分"
    ),
    "{file} is cut off or damaged: its sheets cannot be read; save it again": (
        "{file} 不完整或已损坏：工作表读不出；请重新保存"
    ),
    "{file}: {name} declares entities of its own, which no program writes; not opened": (
        "{file}：{name} 自定义了实体，正常程序不会这样写；没有打开"
    ),
    # drafting / projects / refi
    "no file {file}; name a project (.qdpx) that another program exported": (
        "没有文件 {file}；请写其他程序导出的项目文件（.qdpx）"
    ),
    "{file} holds no REFI-QDA project; export it as REFI-QDA (.qdpx)": (
        "{file} 里没有 REFI-QDA 项目；请导出为 REFI-QDA（.qdpx）"
    ),
    "{file} holds no plain text; only texts can be encoded, no pictures, PDF or sound": (
        "{file} 里没有纯文本；只有文本可以编码，图片、PDF 和录音不能"
    ),
    "{file}: {part} is longer than any plan": "{file}：{part} 比任何规划都长",
    # formats
    "{format} needs a package that is not installed: {install}": "{format} 需要的组件没有安装：请运行 {install}",
    # formats / code_sheet
    "{path}:{line}: {count} columns, wanted {wanted}; the sheet was cut off": (
        "{path}:{line}：有 {count} 列，应有 {wanted} 列；表格不完整"
    ),
    "{path}:{line}: {key} is {said} here, {other} on line {first}; keep one": (
        "{path}:{line}：{key} 在此为 {said}，在第 {first} 行为 {other}；只留一处"
    ),
    # formats / sheet
    "{path} is neither UTF-8 nor GBK text, or was cut off; save it as CSV UTF-8": (
        "{path} 既不是 UTF-8 也不是 GBK 编码，或不完整；请另存为 CSV UTF-8"
    ),
    "{path}: the first line is none of a sheet of pairs; make a new one with `plancompare review --batch`": (
        "{path}：第一行不是承诺对表格的列名；请用 `plancompare review --batch` 重新生成"
    ),
    "{path} holds no pairs; delete it and run this again for a new sheet": (
        "{path} 里没有承诺对；请删除它，再运行一次以生成新表"
    ),
    "{path} holds no ruling; write same, different or unsure into its first column": (
        "{path} 里没有裁定；请在第一列填“同”“不同”或“不确定”"
    ),
    "{path}:{line}: {count} columns, a pair has {wanted}; the sheet was cut off": (
        "{path}:{line}：有 {count} 列，应有 {wanted} 列；表格不完整"
    ),
    '{path}:{line}: ruling "{verdict}"; write same, different or unsure': (
        "{path}:{line}：不认识裁定“{verdict}”；请填“同”“不同”或“不确定”"
    ),
    "xlsx needs openpyxl: {install}, or use a .csv file": "xlsx 需要 openpyxl：请运行 {install}，或改用 .csv 文件",
    "{path}:{line}: {a} and {b} are {here} here, {there} on line {first}; keep one": (
        "{path}:{line}：{a} 和 {b} 在此裁定为 {here}，在第 {first} 行裁定为 {there}；只留一处"
    ),
    "{path}:{line}: the table breaks off or is damaged ({why}); fill a whole one": (
        "{path}:{line}：表格不完整或已损坏（{why}）；请填写完整的表格"
    ),
    "{path} cannot be read as a workbook; save it as .xlsx or .csv": (
        "{path} 不能作为工作簿读入；请另存为 .xlsx 或 .csv"
    ),
    # plotting / fonts
    (
        "no font with Chinese characters found; install fonts-noto-cjk (Debian, Ubuntu), "
        "google-noto-sans-cjk-fonts (Fedora) or Source Han Sans, or name a font file with --font"
    ): (
        "没有找到中文字体；请安装 fonts-noto-cjk（Debian、Ubuntu）、google-noto-sans-cjk-fonts（Fedora）或思源黑体"
        "，也可用 --font 指定字体文件"
    ),
    "no font file {file}": "没有字体文件 {file}",
    "the font {file} has no Chinese characters; name another with --font": "字体 {file} 没有汉字；请用 --font 另选一个",
    "{file} cannot be read as a font: {why}": "{file} 不能作为字体读入：{why}",
    # plotting / similarity
    "no two of these plans cover a theme in common whole; there is nothing to compare": (
        "这些规划没有两份完整覆盖同一主题；无从比较"
    ),
    # plotting / targets
    "no measure has figures of two plans, or a figure and a benchmark; nothing to plot": (
        "没有一个指标有两份规划的数值，或有数值又有基准；无图可作"
    ),
    # publishing / authors
    '"{text}" is no author; write "Family, Given; ORCID; affiliation", or the name of a body': (
        "“{text}”不是责任者的写法；请写成“姓, 名; ORCID; 单位”，或机构的名称"
    ),
    '"{name}" has no comma, so it is a body; write a person with an ORCID as "Family, Given; ORCID"': (
        "“{name}”里没有逗号，因此算作机构；有 ORCID 的个人请写成“姓, 名; ORCID”"
    ),
    '"{text}" is no ORCID; it has sixteen digits, as 0000-0002-1825-0097': (
        "“{text}”不是 ORCID；应有十六位数字，如 0000-0002-1825-0097"
    ),
    '"{text}" is no ORCID: a digit is mistyped, for its checksum does not fit': (
        "“{text}”不是 ORCID：校验码不符，有一位数字写错了"
    ),
    # publishing / dataset
    "cannot read {file}: {why}": "不能读 {file}：{why}",
    "{file} changed while the data set was made; start again": "制作数据集时 {file} 有改动；请重新开始",
    # publishing / licences
    '"{licence}" is no licence of the SPDX list; {hint}': "“{licence}”不在 SPDX 许可清单之中；{hint}",
    # publishing / imprint
    '"{text}" is no DOI; it begins with 10., as 10.5281/zenodo.1003150': (
        "“{text}”不是 DOI；DOI 以 10. 开头，如 10.5281/zenodo.1003150"
    ),
    '"{licence}" is no licence; give an SPDX id such as CC-BY-4.0, or an address': (
        "“{licence}”不是许可协议；请写 SPDX 标识，如 CC-BY-4.0，或写网址"
    ),
}
