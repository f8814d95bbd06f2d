"""LaTeX reports: what they say, that no word of a plan is a command, and that they compile."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.formats.latex import escaped, render
from plancompare.model import Lang
from plancompare.telling.text import printable
from tests.formats.reports import CASES, HOSTILE, expected, made, report

STATES = {
    r"\pcmade{}": "made",
    r"\pcnotfound{}": "not_found",
    r"\pcunsure{}": "unsure",
    r"\pcnotcovered{}": "not_covered",
    r"\pcnotapplicable{}": "not_applicable",
}
# what the escaping layer may write, and the sign that each stands for
WRITTEN = {
    r"\textbackslash{}": "\\", r"\{": "{", r"\}": "}", r"\$": "$", r"\&": "&", r"\#": "#", r"\_": "_", r"\%": "%",
    r"\textasciicircum{}": "^", r"\textasciitilde{}": "~", r"\textless{}": "<", r"\textgreater{}": ">",
    r"\textbar{}": "|", r"\textquotedbl{}": '"', r"\textquotesingle{}": "'", r"\textasciigrave{}": "`",
    "{[}": "[", "{]}": "]", "{*}": "*", r"\pcbreak{}": "", "□": "\ufffd",
}  # fmt: skip
HEAD = re.compile(r"^(\\pcturned\{)?\\pcstrong\{(.*?)\}(?(1)\})$")
_WRITTEN = re.compile("|".join(re.escape(told) for told in sorted(WRITTEN, key=len, reverse=True)))
ACTIVE = re.compile(r"""[\\{}$&#_%^~<>|"'`\[\]*\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]""")


def words(text: str) -> str:
    """What escaped text prints."""
    return _WRITTEN.sub(lambda found: WRITTEN[found[0]], text)


def cells(data: bytes) -> dict[str, dict[str, str]]:
    """Row id -> plan's name (or number, where heads are numbered) -> state, of all tables that tell rows."""
    found: dict[str, dict[str, str]] = {}
    heads: list[str] = []
    held: dict[str, str] = {}
    for line in data.decode().splitlines():
        if line.endswith(r"\endhead"):
            head = line.removeprefix(r"\toprule ").partition(r" \\ ")[0]
            heads = [words(HEAD.sub(r"\2", part)) for part in head.split(" & ")]
        if not line.endswith(r" \\") or line.startswith(r"\toprule"):
            continue
        parts = line.removesuffix(r" \\").split(" & ")
        # a tall line is cut into pieces: its signs stand in the first, its id in the last
        told = re.search(r"\\pcid\{((?:[^{}]|\{[^{}]?\})*)\}", parts[1])
        marks = {name: STATES[part] for name, part in zip(heads, parts, strict=True) if part in STATES}
        marks = marks or held
        held = {} if told else marks
        if told and marks:
            id = words(told[1])
            assert id not in found
            found[id] = marks
    return found


@pytest.mark.parametrize("case", ["two_districts", "hostile"])
@pytest.mark.parametrize("more", [(), ("--lang", "zh"), ("--only", "partial", "--only", "shared")])
def test_it_says_what_the_data_say(case: str, more: tuple[str, ...], tmp_path: Path) -> None:
    assert cells(made("latex", case, tmp_path, *more)) == expected(case, *more)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    told = escaped(text)
    assert not ACTIVE.search(_WRITTEN.sub("", told))
    plain = re.sub(r"\s+", " ", re.sub("[\ud800-\udfff\ufffe\uffff\u2028\u2029]", " ", printable(text)))
    assert re.sub(r"\s+", " ", words(told)) == plain


@given(st.text() | st.text(alphabet="\\{}$&#_%^~<>|\"'`[]*-/.ab\n\t\x00 "))
def test_whatever_is_written_is_words(text: str) -> None:
    told = escaped(text)
    assert not ACTIVE.search(_WRITTEN.sub("", told))
    assert "\n" not in told


@pytest.mark.parametrize("sign", list("\\{}$&#_%^~<>|\"'`[]*"))
def test_each_sign_is_printed(sign: str) -> None:
    assert words(escaped(f"a{sign}b")) == f"a{sign}b"
    assert escaped(sign) in WRITTEN


def test_long_words_may_break() -> None:
    assert escaped("w" * 12) == "w" * 12
    told = escaped("plancompare/" + "w" * 30)
    assert words(told) == "plancompare/" + "w" * 30
    assert max(len(part) for part in told.split(r"\pcbreak{}")) <= 12
    assert escaped("w" * 20) == "w" * 20
    assert escaped("w" * 21).count(r"\pcbreak{}") == 5


def test_no_line_of_a_report_begins_a_command_of_a_plan() -> None:
    text = render(report(texts=HOSTILE, rows=len(HOSTILE))).decode()
    body = text[text.index(r"\begin{document}") :]
    known = r"begin|end|par|pc\w+|section|subsection|caption|toprule|bottomrule|midrule|endfirsthead|endhead|endfoot"
    known += r"|endlastfoot|fontsize|selectfont|hypertarget|hyperlink|label|tableofcontents|clearpage|centering|LARGE"
    known += r"|bfseries|medskip|LTcapwidth|linewidth|text\w+"
    for command in re.findall(r"\\([A-Za-z]+)", body):
        assert re.fullmatch(known, command), command
    assert body.count(r"\end{document}") == 1


@pytest.mark.slow
def test_same_bytes_in_another_process() -> None:
    command = [sys.executable, "-m", "plancompare", "--plans", str(CASES / "two_districts"), "report", "-f", "latex"]
    told = [
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] and told[0].startswith(b"% XeLaTeX")


@pytest.mark.parametrize(("lang", "measure"), [("zh", (442.2, 637.8)), ("en", (481.9, 700.2))])
def test_tables_fit_their_measure_and_repeat_their_heads(lang: Lang, measure: tuple[float, float]) -> None:
    text = render(report(lang, {f"p{n}": f"规划{n}" for n in range(9)})).decode()
    upright, across = measure
    turned = False
    tables = 0
    for line in text.splitlines():
        turned = line == r"\begin{landscape}" or (turned and line != r"\end{landscape}")
        if line.startswith(r"\begin{longtable}"):
            widths = [float(width) + 6 for width in re.findall(r"[LCR]\{([\d.]+)bp\}", line)]
            assert sum(widths) == pytest.approx(across if turned else upright, abs=0.5)
            tables += 1
    assert tables == 4
    heads = re.findall(r"\\toprule (.*) \\\\ \\midrule \\(endfirsthead|endhead)", text)
    assert [kind for _, kind in heads] == ["endfirsthead", "endhead"] * 4
    assert all(first == later for (first, _), (later, _) in zip(heads[::2], heads[1::2], strict=True))


def test_tall_lines_are_cut_and_lose_nothing() -> None:
    long = "".join(chr(0x4E00 + number) for number in range(2000))
    text = render(report(texts=(long, "短"), rows=2)).decode()
    pieces = [line for line in text.splitlines() if line.endswith(r" \\") and line.count(" & ") == 4]
    assert len(pieces) > 3
    assert "".join(words(line.split(" & ")[1]) for line in pieces).startswith(long)
    assert max(map(len, pieces)) < 2000


needs_tex = pytest.mark.skipif(
    not shutil.which("xelatex")
    or not shutil.which("kpsewhich")
    or bool(subprocess.run(["kpsewhich", "ctexart.cls"], capture_output=True).returncode),
    reason="no XeLaTeX with ctex here",
)


def compiled(data: bytes, folder: Path) -> str:
    """The log of a compilation, which must have made a PDF."""
    (folder / "report.tex").write_bytes(data)
    command = ["xelatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "report.tex"]
    for _ in range(2):
        result = subprocess.run(command, cwd=folder, capture_output=True, timeout=240)
        assert result.returncode == 0, result.stdout[-3000:]
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    log = (folder / "report.log").read_text(encoding="utf-8", errors="replace")
    overfull = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", log)]
    assert max(overfull, default=0) <= 5
    return log


@needs_tex
@pytest.mark.parametrize(("case", "lang"), [("two_districts", "zh"), ("two_districts", "en"), ("hostile", "zh")])
def test_cases_compile(case: str, lang: str, tmp_path: Path) -> None:
    log = compiled(made("latex", case, tmp_path, "--lang", lang), tmp_path)
    if case != "hostile":
        assert "Missing character" not in log


@needs_tex
def test_hostile_words_compile(tmp_path: Path) -> None:
    names = {"north": r"\bad{name}&_%", "south": "[x]^^M"}
    log = compiled(render(report("zh", names, HOSTILE, rows=len(HOSTILE))), tmp_path)
    assert not (tmp_path / "pwned").exists()
    assert "Overfull \\vbox" not in log
    assert {path.suffix for path in tmp_path.iterdir()} <= {".tex", ".pdf", ".log", ".aux", ".out", ".toc"}


@needs_tex
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_plans_compile(lang: Lang, tmp_path: Path) -> None:
    log = compiled(
        render(report(lang, {f"p{n}": f"规划之{n}" for n in range(11)}, ("长" * 1500, "短"), rows=2)), tmp_path
    )
    assert "Overfull \\vbox" not in log
