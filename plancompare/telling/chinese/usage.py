"""English to Chinese: what is wrong with a command line, or with a file that is to be written."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # cli
    (
        "plancompare, version {version}\n"
        "JSON schema {schema}, codebook {codebook}, catalogue {key} ({count} standards)\n"
    ): ("plancompare 版本 {version}\nJSON 格式 {schema}，编码手册 {codebook}，目录 {key}（{count} 条标准承诺）\n"),
    'no command "{name}"{hint}': "没有命令“{name}”{hint}",
    "{file}: {why}": "{file}：{why}",
    # commands / check
    "; there are {names}": "；可用的有：{names}",
    'no check "{name}"{hint}': "没有检查规则“{name}”{hint}",
    "check one folder at a time; ids and decisions belong to a folder": (
        "一次只检查一个文件夹：编号和裁定都以文件夹为界"
    ),
    # commands / codes
    (
        "{path} belongs to the shipped collection, where nothing is written; name a folder of your own with "
        "--plans DIR: its plans stand beside those shipped"
    ): ("{path} 属于随程序附带的资料，不能写入；请用 --plans DIR 指定自己的文件夹，其中的规划与附带的规划并列"),
    "{batch} holds no code; write an id of the catalogue, 1-5 or none into its first column": (
        "{batch} 里没有填编码；请在第一列填目录中的编号、序号 1 到 5，或“无”"
    ),
    "{batch}:{line}: the words of {key} are others now; make a new sheet": (
        "{batch}:{line}：{key} 的文字已经改动；请重新生成表格"
    ),
    '{batch}:{line}: no standard "{said}"{hint}': "{batch}:{line}：没有标准承诺“{said}”{hint}",
    # commands / decisions
    "{path} cannot be used: {finding}": "{path} 不能用：{finding}",
    # commands / diff
    "diff wants two plans or more; `plancompare show {plan}` shows one": (
        "diff 要比较两份以上的规划；只看一份请用 `plancompare show {plan}`"
    ),
    '"{made_by}" is none of the plans compared; name it among them': "“{made_by}”不在所比的规划之中；请把它也列出来",
    # commands / encode
    "{output} is there already; add to it with --into, or write over it with --force": (
        "{output} 已经存在；用 --into 补充，或用 --force 覆盖"
    ),
    "--into adds to a plan file, -o writes a new one; give one of them": (
        "--into 是补充已有的规划文件，-o 是写新文件；两者只能选一个"
    ),
    '"{identity}" is no id; use letters, digits, ".", "_" and "-"': (
        "“{identity}”不能作编号；只能用字母、数字、“.”、“_”和“-”"
    ),
    '"{years}" is no period; write it as 2021-2025': "“{years}”不是规划期；请写成 2021-2025",
    "--into adds what a text says; the drafts of a project are new files: use -o": (
        "--into 补充的是文本的内容；项目得到的初稿是新文件，请用 -o"
    ),
    # commands / evaluate
    "no pairs are left to evaluate on": "没有可供评测的承诺对",
    # commands / files
    "which format? name one with -f: {formats}": "请用 -f 指定格式：{formats}",
    "{name} is not text; name a file with -o FILE": "{name} 不是文本格式；请用 -o 指定文件",
    # commands / gaps
    "the same plan is named twice; the draft, its peers and the other plans have to differ": (
        "同一份规划写了两次；草案、同类规划和其他规划不能重复"
    ),
    "--fail-if counts what peers or a superior plan promise; name some, or one with --upstream": (
        "--fail-if 数的是同类规划或上级规划的承诺；请写出规划，或用 --upstream 指定上级规划"
    ),
    "no plan to hold the draft against; name some with --against, shipped ones too": (
        "没有可以对照的规划；请用 --against 指定，附带的规划也可以"
    ),
    "csv lists gaps against peers; name some with --against": "csv 只列与同类规划相比的缺口；请用 --against 指定规划",
    # commands / new
    '"{id}" is no id; use letters, digits, "-", "_" and ".", for example haidian': (
        "“{id}”不能作编号；只能用字母、数字、“-”、“_”和“.”，例如 haidian"
    ),
    "the name has characters that cannot be printed; leave them out": "名称中有不能显示的字符；请去掉",
    'several plans are called "{name}": {ids}; name one by its id': ("名为“{name}”的规划不止一份：{ids}；请用编号指明"),
    "there is a plan {id} already, {name} in {file}; choose another id": (
        "已有编号为 {id} 的规划：{name}，在 {file}；请另选编号"
    ),
    "{name} is the collection's own {role}; choose another id or -o FILE": (
        "{name} 是本资料的 {role} 文件；请另选编号，或用 -o 指定文件"
    ),
    # commands / options
    "name a file; this cannot go to stdout": "请写文件名；这里不能用标准输出",
    'no commitment "{name}" in these plans; {hint}': "这些规划中没有承诺“{name}”；{hint}",
    "there are {names}": "可选的有：{names}",
    "no file {path}; `plancompare list` names the plans held": ("没有文件 {path}；`plancompare list` 列出收录的规划"),
    "{name} is in several plans; say which: {keys}": "{name} 在几份规划中都有；请写明是哪一条：{keys}",
    "{name} is in several rows; say which: {rows}": "{name} 在几个条目中都有；请写明是哪一条：{rows}",
    "`plancompare search WORDS` finds commitments": "可用 `plancompare search 词语` 查找承诺",
    "{name} cannot be used: {finding}": "{name} 不能用：{finding}",
    "{path} is no folder": "{path} 不是文件夹",
    "no plan in {root} can be read: {first}": "{root} 中没有可以读入的规划：{first}",
    '"{value}" is no date; write it as 2026-01-31': "“{value}”不是日期；请写成 2026-01-31",
    # commands / pages
    "NUMBER": "整数",
    '"{name}" is missing{hint}': "缺少“{name}”{hint}",
    "{name} goes before the command: {program} {name} … {command}": (
        "{name} 要写在命令前面：{program} {name} … {command}"
    ),
    "{name}: {why}": "{name}：{why}",
    'no option "{name}"{hint}': "没有选项“{name}”{hint}",
    "{name} wants a value behind it": "{name} 后面要写一个值",
    "; choose from {choices}": "；请从中选择：{choices}",
    "Error: {what}": "错误：{what}",
    "[OPTIONS]": "[选项]",
    "default: {value}": "默认：{value}",
    "required": "必填",
    "; ": "；",
    "{name} takes no value": "{name} 后面不能写值",
    "too much on this line: {words}": "多出的内容：{words}",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Usage: ": "用法：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Help: {command}": "查看帮助：{command}",
    # commands / plot
    "which format? let {file} end in {suffixes}": "不知道用什么格式；请让文件名 {file} 以 {suffixes} 结尾",
    "plots need {packages}; {install}": "作图需要 {packages}；请运行 {install}",
    # commands / projects
    "{file} holds {count} texts; --id and --name are for one": "{file} 有 {count} 份文本；--id 和 --name 只能用于一份",
    "{file} holds {count} texts; name a folder for their plan files with -o DIR": (
        "{file} 有 {count} 份文本；请用 -o 指定放规划文件的文件夹"
    ),
    "{output} is a file; {file} holds {count} texts: name a folder with -o DIR": (
        "{output} 是文件，而 {file} 有 {count} 份文本；请用 -o 指定文件夹"
    ),
    # commands / publish
    "{folder} is the collection itself; name another folder for the data set": (
        "{folder} 就是资料文件夹本身；请为数据集另选文件夹"
    ),
    # commands / report
    "{switch} is for csv; this report is {name}": "{switch} 只用于 csv；这份报告的格式是 {name}",
    # commands / review
    '{batch}:{line}: no commitment "{key}" in these plans': "{batch}:{line}：这些规划中没有承诺“{key}”",
    "{batch}:{line}: {a} and {b} are of one plan; a ruling wants two": (
        "{batch}:{line}：{a} 和 {b} 同属一份规划；裁定要两份规划"
    ),
    # commands / search
    "search for what? give words, a --theme, a --plan or --figures": (
        "要找什么？请写词语，或用 --theme、--plan、--figures"
    ),
    '"{words}" names no promise to cite; `plancompare standards` lists the usual ones': (
        "“{words}”不是任何可以引用的承诺；`plancompare standards` 列出常见承诺"
    ),
    '"{words}" may mean several promises; cite one by its id: {ids}': (
        "“{words}”可能指几条承诺；请用编号引用其中一条：{ids}"
    ),
    # commands / standards
    "; `plancompare standards --all` lists them": "；`plancompare standards --all` 列出全部",
    'no standard with "{words}"{hint}': "没有含“{words}”的标准承诺{hint}",
    # commands / streams
    "cannot write to stdout: {why}": "不能写到标准输出：{why}",
    "it is closed": "已经关闭",
    # commands / targets
    'no measure "{name}"; {hint}': "没有指标“{name}”；{hint}",
    "`plancompare targets` lists all that have figures": "`plancompare targets` 列出所有有数值的指标",
    # commands / values
    "no file or folder {path}; look at its name and place": "没有文件或文件夹 {path}；请核对名称和位置",
    "no file {path}; look at its name and place": "没有文件 {path}；请核对名称和位置",
    "{least} to {most}": "{least} 到 {most}",
    "at least {least}": "不小于 {least}",
    "{path} is a folder; name a file": "{path} 是文件夹；请写文件名",
    "{path} is a file; name a folder": "{path} 是文件；请写文件夹",
    '"{value}" is none of {choices}{hint}': "“{value}”不可用，只能是 {choices}{hint}",
    'give a whole number, {bounds}, not "{value}"': "请写整数，{bounds}，不能是“{value}”",
    "no folder {path}; look at its name and place": "没有文件夹 {path}；请核对名称和位置",
    # errors
    "; {hint}": "；{hint}",
    '"{name}"': "“{name}”",
    "did you mean {names}?": "是不是{names}？",
    "`pip install 'plancompare[{extra}]'`": "`pip install 'plancompare[{extra}]'`",
    "`{name}` takes {asked}, not {given}": "`{name}` 应为 {asked}，不能是 {given}",
    # comparing / called
    'no row "{id}" here{hint}': "这里没有条目“{id}”{hint}",
    'no plan "{name}"; {hint}': "没有规划“{name}”；{hint}",
    'no theme "{name}"; {hint}': "没有主题“{name}”；{hint}",
    # comparing / comparison
    'no row here holds "{key}"{hint}': "这里没有含“{key}”的条目{hint}",
    'no commitment "{key}" in these plans{hint}': "这些规划中没有承诺“{key}”{hint}",
    # comparing / selection
    "`corpus` takes what `load()` gives, not {given}": "`corpus` 应为 `load()` 的结果，不能是 {given}",
    'no kind of rows "{kind}"{hint}': "没有“{kind}”这种条目{hint}",
    "plans are a list of names or of plans, even where it is one": "即使只有一份规划，也要写成列表",
    # files / folders
    "{folder} is a file; name a folder": "{folder} 是文件；请写文件夹",
    "{folder} is not empty; write into it with --force": "{folder} 不是空的；要写入其中请加 --force",
    "{path} is a folder and cannot be written over; name another folder": "{path} 是文件夹，不能覆盖；请另选文件夹",
    "{above} is a file where a folder is wanted; name another folder": "{above} 应是文件夹，却是文件；请另选文件夹",
    # files / reading
    "it is a device, pipe or socket, not a file": "是设备、管道或套接字，不是文件",
    "it has {size} MB, more than any plan": "有 {size} MB，任何规划都没有这么大",
    "cannot read the folder {folder}: {why}": "不能读文件夹 {folder}：{why}",
    # files / scratch
    "cannot write {path}: {why}": "不能写 {path}：{why}",
    "cannot write {path}: another program is at it; try again when it is done": (
        "不能写 {path}：另一个程序正在写；请等它写完再试"
    ),
    "cannot lock {path}: its file system has no locks; work on a copy": (
        "不能锁定 {path}：所在的文件系统不支持文件锁；请在副本上操作"
    ),
    "no file locks on this system": "本系统没有文件锁",
    # files / single
    "cannot write {path}: another program keeps changing it; close it there": (
        "不能写 {path}：另一个程序一再改动它；请先在那里关闭"
    ),
    "; what was to be written is in {aside}": "；要写的内容存在 {aside}",
    "{path} is there already; write over it with --force": "{path} 已经存在；要覆盖请加 --force",
    "cannot write {path}: it is a folder; name a file": "不能写 {path}：它是文件夹；请写文件名",
    "cannot write {path}: it is a device, pipe or socket; name a file": (
        "不能写 {path}：它是设备、管道或套接字；请写文件名"
    ),
    "cannot write {path}: it is read-only; make it writable or name another file": (
        "不能写 {path}：它是只读的；请改为可写，或另选文件"
    ),
    "{why}{beside}": "{why}{beside}",
    "; nothing was saved": "；什么也没有保存",
    # messages
    "{one} or {other}": "{one}或{other}",
    # working
    '"{words}" is no place to work at; say auto, a number of processes (1 to {most}) or dask://HOST:PORT': (
        "“{words}”不是可用的执行位置；请写 auto、进程数（1 到 {most}）或 dask://HOST:PORT"
    ),
    "a cluster needs a further library; {install}": "使用集群需要另装一个库：{install}",
    "no Dask cluster answers at {address}: {why}": "{address} 上没有 Dask 集群应答：{why}",
    "the Dask cluster at {address} has no workers": "{address} 上的 Dask 集群没有工作进程",
    "a worker of the cluster has another plancompare; install the same on all machines": (
        "集群的某个工作进程装的是另一个 plancompare；请在所有机器上装同一份"
    ),
    # publishing / parquet
    "Parquet needs a further library; {install}": "Parquet 需要另装一个库：{install}",
}
