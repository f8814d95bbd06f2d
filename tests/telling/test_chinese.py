"""Whatever the program says, it says in Chinese too: help, complaints, errors, findings, manuals, heads of sheets."""

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import click
import pytest

from plancompare import schema
from plancompare.checks import CHECKS
from plancompare.commands import COMMANDS, values
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.errors import likely
from plancompare.findings import Finding, Location
from plancompare.formats import DATA, FORMATS, code_sheet, sheet
from plancompare.messages import Message, foreign, reason
from plancompare.plotting import PLOTS
from plancompare.reading.nodes import read_document
from plancompare.telling import words
from plancompare.telling.chinese import TABLES, TEXTS
from plancompare.telling.messages import finding_line, message_text
from plancompare.telling.text import cells
from tests.checks.test_checks import FIRES, Case
from tests.house import modules
from tests.support import run
from tests.telling.english import ERRORS, HANDED_ON, calls, commands, helps, manuals, templates

HAN = re.compile(r"[\u4e00-\u9fff]")
# what stands in a Chinese text as it is: values, lines and keys to be typed, names of files
_TYPED = re.compile(r"\{[^{}]*\}|`[^`]*`|(?<!\w)--?[a-z][a-z-]*|[\w./-]+\.[a-z]{2,7}\b|<[^>]*>")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
# names of programs, formats, standards and measures, which have no other in Chinese
NAMES = {
    "plancompare", "CSV", "JSON", "YAML", "XML", "HTML", "SVG", "PNG", "PDF", "RTF", "OFD", "OCR", "SPDX", "REFI-QDA",
    "Data", "Package", "CITATION", "README", "Word", "Excel", "PowerPoint", "OpenDocument", "Office", "WPS",
    "Markdown", "LaTeX", "XeLaTeX", "UTF-", "GBK", "GB", "AUC", "Jaccard", "Krippendorff", "MB", "Python", "SHA",
    "openpyxl", "lxml", "pypdfium", "Debian", "Ubuntu", "Fedora", "fonts-noto-cjk", "google-noto-sans-cjk-fonts",
    "haidian", "DIR", "CC-BY-", "NVivo", "MAXQDA", "QualCoder", "LF", "FFFD", "BOM", "SOURCES", "Esc", "ATLAS",
    "Chromium", "mht", "doc", "docx", "docm", "xlsx", "svg", "png", "pdf", "txt", "md", "html", "yaml", "csv",
    "ORCID", "DOI", "BibTeX", "zenodo", "GitHub", "VS", "Code", "Neovim", "Emacs", "yaml-language-server",
    "zip", "qdpx", "candidates", "coverage", "covered", "rows", "at", "least", "row-",
    "Dask", "Parquet", "HOST", "PORT", "auto", "dask",
}  # fmt: skip


PAGES = list(commands())


def typed_words() -> set[str]:
    """Words that a person types or finds in files: commands, options, their values, keys and values of the schemas."""
    found = {*COMMANDS, *FORMATS, *DATA, *CHECKS, *PLOTS}
    for _, command in commands():
        for param in command.params:
            found |= {word.strip("-") for word in (*param.opts, *param.secondary_opts)}
            found |= set(param.type.choices) if isinstance(param.type, click.Choice) else set()
    for name in ("plan", "codebook", "indicators", "decisions", "standards", "labels"):
        found |= set(re.findall(r'"([A-Za-z_$]+)"', schema.schema_path(name).read_text(encoding="utf-8")))
    return found


def fields(text: str) -> set[str]:
    """The names of the values that a template wants."""
    return {name.split(".")[0] for _, name, _, _ in Formatter().parse(text) if name}


def every_text() -> dict[str, str]:
    """All that is to be had in Chinese -> where it is said."""
    return helps() | manuals() | templates()


def english_words(chinese: str) -> set[str]:
    """The words in a Chinese text that are neither typed nor names."""
    left = _TYPED.sub(" ", chinese)
    return {word for word in _WORD.findall(left) if word not in NAMES} - typed_words()


def test_every_message_and_help_text_has_its_chinese() -> None:
    missing = {text: room for text, room in every_text().items() if text not in TEXTS}
    assert not missing, "\n".join(f"{room}: {text}" for text, room in missing.items())


def test_no_chinese_is_kept_for_what_nobody_says() -> None:
    own = Counter(text for table in TABLES for text in table.TEXTS)
    assert set(own) - set(every_text()) == set()
    assert [text for text, count in own.items() if count > 1] == [], "texts that stand in two tables"


def test_messages_have_the_same_values_in_both_languages() -> None:
    assert [t for t in templates() if t in TEXTS and fields(t) != fields(TEXTS[t])] == []


def test_chinese_has_no_words_of_english_but_names_and_what_is_typed() -> None:
    told = {**TEXTS, **{key: zh for key, (zh, _) in words._TEXTS.items()}}
    faults = {text: sorted(english_words(zh)) for text, zh in told.items() if english_words(zh)}
    assert not faults, "\n".join(f"{found} in {told[text]}" for text, found in faults.items())
    same = [text for text, zh in TEXTS.items() if not HAN.search(zh) and english_words(_TYPED.sub(" ", text))]
    assert same == [], "put into Chinese by leaving it as it is"


def test_a_message_is_made_of_a_template_that_stands_in_the_code() -> None:
    """One that is put together beforehand could be found in no table."""
    loose = [
        f"{name}: {ast.unparse(call)[:80]}"
        for name, call in calls()
        if not isinstance(call.args[0], ast.Constant)
        and not (isinstance(call.args[0], ast.Name) and call.args[0].id == "MISSING")
        and name not in HANDED_ON
    ]
    assert loose == []


def test_every_class_of_errors_is_known_to_this_test() -> None:
    classes = [node for _, tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {node.name for node in classes for base in node.bases if ast.unparse(base) in ERRORS}
    own = {node.name for node in classes if any(getattr(inner, "name", "") == "__init__" for inner in node.body)}
    assert found - own <= ERRORS


@pytest.mark.parametrize(("name", "command"), PAGES, ids=[name for name, _ in PAGES])
def test_commands_and_values_complain_in_words_of_our_own(name: str, command: click.Command) -> None:
    assert isinstance(command, Command)
    ours = (values.Choice, values.Number, values.Path)
    plain = (click.types.BoolParamType, click.types.StringParamType)
    assert [param.name for param in command.params if not isinstance(param.type, (*ours, *plain))] == []
    assert [o.name for o in command.params if isinstance(o, click.Option) and not o.help and o.name != "form"] == []


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize(("name", "command"), PAGES, ids=[name for name, _ in PAGES])
def test_a_help_page_in_chinese_keeps_to_the_window(name: str, command: click.Command, columns: int) -> None:
    ctx = command.context_class(command, info_name="plancompare", obj=Session(lang="zh"), terminal_width=columns)
    lines = command.get_help(ctx).splitlines()
    assert lines[0].startswith("用法：") and "选项：" in lines
    broken = [line for line in lines if not line.startswith("  plancompare ") and "|" not in line]
    wide = [line for line in broken if cells(line) > columns]
    assert wide == []
    assert [line for line in lines if line.endswith(("（", "“", "《"))] == []


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (("--lang", "zh", "diff", "--help"), {}),
        (("diff", "--help", "--lang", "zh"), {}),
        (("diff", "--lang=zh", "--help"), {}),
        (("--lang", "en", "diff", "--lang", "zh", "--help"), {}),
        (("diff", "--help"), {"PLANCOMPARE_LANG": "zh"}),
        (("diff", "--help"), {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}),
        (("diff", "--help"), {"LC_ALL": "zh_TW.UTF-8"}),
    ],
)
def test_help_is_in_the_language_asked_for(args: tuple[str, ...], env: dict[str, str]) -> None:
    assert "两份或多份规划并列" in run(*args, env=env).stdout


@pytest.mark.parametrize("lang", ["cn", "chinese", "中文", "zh_CN"])
def test_a_language_that_is_misspelt_is_refused_in_the_one_that_is_meant(lang: str) -> None:
    result = run("--lang", lang, "list")
    assert result.exit_code == 2
    assert result.stderr.endswith(f"错误：--lang：“{lang}”不可用，只能是 zh、en；是不是“zh”？\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("dif",), "没有命令“dif”；是不是“diff”？"),
        (("比较",), "没有命令“比较”；是不是“diff”？"),
        (("show",), "缺少“规划”"),
        (("plot", "-o", "x.svg"), "缺少“种类”；请从中选择：heatmap、targets、similarity"),
        (("diff", "--onyl", "x"), "没有选项“--onyl”；是不是“--only”？"),
        (
            ("diff", "--only", "数值不同"),
            "--only：“数值不同”不可用，只能是 shared、partial、unique、differing、missing；是不是“differing”？",
        ),
        (("diff", "--theme"), "--theme 后面要写一个值"),
        (("diff", "--brief=1"), "--brief 后面不能写值"),
        (("list", "朝阳"), "多出的内容：朝阳"),
        (("list", "--width", "3"), "--width：请写整数，40 到 400，不能是“3”"),
        (("search", "x", "--limit", "0"), "--limit：请写整数，不小于 1，不能是“0”"),
        (("review", "--date", "今天"), "--date：“今天”不是日期；请写成 2026-01-31"),
        (("evaluate", "没有.yaml"), "判断文件：没有文件 没有.yaml；请核对名称和位置"),
        (
            ("report", "-f", "word"),
            "-f, --format：“word”不可用，只能是 docx、xlsx、html、md、latex、csv、json；是不是“docx”？",
        ),
    ],
)
def test_a_faulty_command_line_is_answered_in_chinese(args: tuple[str, ...], said: str) -> None:
    result = run("--lang", "zh", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second, *_, last = result.stderr.splitlines()
    assert first.startswith("用法：") and second.startswith("查看帮助：plancompare".replace("plancompare", ""))
    assert last == f"错误：{said}"


def test_a_message_is_english_as_a_text_and_keeps_how_it_was_made() -> None:
    inner = Message("; {hint}", hint=likely(["diff"]))
    message = Message('no command "{name}"{hint}', name="{dif}", hint=inner)
    assert message == 'no command "{dif}"; did you mean "diff"?'
    assert message_text(message, "en") == message
    assert message_text(message, "zh") == "没有命令“{dif}”；是不是“diff”？"
    assert message.renamed({"diff": "list"}) == 'no command "{dif}"; did you mean "list"?'


def test_alternatives_and_names_in_a_row_are_set_as_the_language_does() -> None:
    message = likely(["甲", "乙", "丙"])
    assert message == 'did you mean "甲" or "乙" or "丙"?'
    assert message_text(message, "zh") == "是不是“甲”或“乙”或“丙”？"
    place = Location("a.yaml", 3, 5)
    assert message_text(Message("standard {id} stands on {at} already; keep one", id="x", at=place), "zh") == (
        "标准承诺 x 已在 a.yaml:3:5；只留一处"
    )
    message = Message("there are {names}", names=("甲", "乙"))
    assert (message, message_text(message, "zh")) == ("there are 甲, 乙", "可选的有：甲、乙")


def test_what_is_not_our_own_is_told_in_chinese_where_it_is_usual() -> None:
    assert message_text(reason(FileNotFoundError(2, "No such file or directory")), "zh") == "没有这个文件或文件夹"
    assert message_text(reason(OSError(99, "a {strange} thing")), "zh") == "a {strange} thing"
    assert message_text(foreign("nobody {knows}"), "zh") == "nobody {knows}"


def test_a_finding_is_one_line_in_either_language() -> None:
    finding = Finding(Location("p.yaml", 3, 5), "error", Message("holds no commitments"), "sparse-metadata", "试用")
    assert (
        finding_line(finding, "en")
        == str(finding)
        == "p.yaml:3:5: waived: holds no commitments (sparse-metadata) [试用]"
    )
    assert finding_line(finding, "zh") == "p.yaml:3:5: 已说明: 没有一条承诺 (sparse-metadata) [试用]"


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n", "a: [1, 2\n", "a: {b: 1, c\n", 'a: "b\n', "a:\n\tb: 1\n", "- a\nb: c\n", "a: 1\n  b: 2\n",
        "a: @b\n",        'a: "\\q"\n', "a: *\n", "a: !x!y b\n", "a: \x01\n", "a:\n- b\n  c\n -d: e\n",
    ],
)  # fmt: skip
def test_faults_of_yaml_are_told_in_chinese(text: str) -> None:
    (finding,) = read_document(text.encode(), "p.yaml").findings
    told = message_text(finding.message, "zh")
    assert HAN.search(told) and not english_words(told), told


def test_the_heads_of_sheets_to_fill_are_in_both_languages() -> None:
    for heads in (sheet.heads, code_sheet.heads):
        chinese, english = heads("zh"), heads("en")
        assert len(chinese) == len(english) == len(set(chinese)) == len(set(english))
        assert not english_words(" ".join(chinese)) and not HAN.search("".join(english))


def untold(value: object) -> list[str]:
    """The templates of a message, and of the messages in it, that have no Chinese."""
    if not isinstance(value, Message):
        return [part for item in value for part in untold(item)] if isinstance(value, tuple) else []
    own = [] if value.template in TEXTS else [value.template]
    return own + [part for inner in value.values.values() for part in untold(inner)]


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in FIRES.items() for case in cases])
def test_what_a_check_finds_is_told_in_chinese(rule: str, case: Case, tmp_path: Path) -> None:
    for finding in case.found(tmp_path, rule):
        assert untold(finding.message) == []
        assert HAN.search(message_text(finding.message, "zh"))


@pytest.mark.parametrize("name", CHECKS)
def test_the_manual_of_a_check_is_told_in_chinese(name: str) -> None:
    page = run("check", "--lang", "zh", "--explain", name).stdout
    prose = [line for line in page.splitlines()[3:] if line and not line.startswith(" ")]
    assert prose and all(HAN.search(line) for line in prose)
    assert "不合要求：" in prose and "符合要求：" in prose
