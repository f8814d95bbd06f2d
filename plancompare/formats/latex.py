r"""A report as LaTeX source: compiles with XeLaTeX. Texts of plans go through ``escaped`` and nowhere else.

Every sign that TeX or LaTeX gives a meaning to becomes a command that prints it, brackets and stars too, which would
else be taken for options of the ``\\`` before them. Straight quotes and grave accents are named as well, so that no
font joins them with their neighbours; the preamble turns such joining off for hyphens and commas.

Needs XeLaTeX with ctex and xeCJK, longtable, booktabs, pdflscape, fancyhdr, hyperref. The first fonts found are taken:
Noto, those of Windows, else Fandol, which comes with ctex. Commands of our own are named pc….
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from plancompare.formats.paged.chapters import (
    LEADING,
    PADDING,
    UPRIGHT,
    Table,
    anchors,
    chapters,
    dated,
    head_line,
    page_number,
)
from plancompare.formats.paged.pieces import WHOLE, pieces
from plancompare.formats.paged.setting import Content, Run, SetLine, Slot
from plancompare.model import Lang
from plancompare.telling.blocks import Heading, Prose, Report, Watch, unwatched
from plancompare.telling.text import printable

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    "\ufffd": "□",  # stands for what was no word, and fonts lack it
}
_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
_BLANKS = re.compile(r"[\s\u2028\u2029\ud800-\udfff\ufffe\uffff]+")  # a line's end would end a paragraph
_LONG = re.compile(r"[!-~]{13,}")  # no place for a line to break
_WORD = re.compile(r"[0-9A-Za-z]{21,}")  # longer than words are that hyphenation knows
_BREAK = "\x00"  # printable text has none


def escaped(text: str) -> str:
    """``text`` as words in one line. Addresses may break after their signs, endless words after every fourth letter."""
    plain = _LONG.sub(_with_breaks, _BLANKS.sub(" ", printable(text)))
    return _SIGN.sub(lambda match: _SIGNS[match[0]], plain).replace(_BREAK, r"\pcbreak{}")


def _with_breaks(match: re.Match[str]) -> str:
    broken = _WORD.sub(lambda word: _BREAK.join(re.findall(".{1,4}", word[0])), match[0])
    return re.sub(r"([/._:=&?@,;+#%~|\\-])(?=.)", rf"\1{_BREAK}", broken)


_SCHEMES = {
    "zh": r"""\documentclass[UTF8,a4paper,zihao=5,fontset=none,scheme=chinese]{ctexart}
\ctexset{section={number=\chinese{section},name={,、},aftername={},format=\Large\bfseries\raggedright},
  subsection={format=\large\bfseries\raggedright}}""",
    "en": r"""\documentclass[UTF8,a4paper,10pt,fontset=none,scheme=plain]{ctexart}
\ctexset{section={format=\Large\bfseries\raggedright},subsection={format=\large\bfseries\raggedright}}
\setlength{\parindent}{0pt}\setlength{\parskip}{4pt plus 1pt}""",
}
_FONTS = r"""\usepackage{fontspec}
\defaultfontfeatures{}\defaultfontfeatures[\rmfamily,\sffamily]{}
\IfFontExistsTF{texgyretermes-regular.otf}
  {\setmainfont{texgyretermes}[Extension=.otf,UprightFont=*-regular,BoldFont=*-bold,
    ItalicFont=*-italic,BoldItalicFont=*-bolditalic,Ligatures=TeXOff]}
  {\setmainfont{lmroman10}[Extension=.otf,UprightFont=*-regular,BoldFont=*-bold,
    ItalicFont=*-italic,BoldItalicFont=*-bolditalic,Ligatures=TeXOff]}
\IfFontExistsTF{Noto Serif CJK SC}{\setCJKmainfont{Noto Serif CJK SC}}
  {\IfFontExistsTF{SimSun}{\setCJKmainfont[BoldFont=SimHei]{SimSun}}
    {\setCJKmainfont[BoldFont=FandolSong-Bold.otf]{FandolSong-Regular.otf}}}
\IfFontExistsTF{Noto Sans Mono CJK SC}{\setCJKmonofont{Noto Sans Mono CJK SC}}
  {\IfFontExistsTF{FangSong}{\setCJKmonofont{FangSong}}{\setCJKmonofont{FandolFang-Regular.otf}}}
\xeCJKsetup{CJKspace=true}
% signs that Latin fonts lack are taken from the Chinese one
\xeCJKDeclareCharClass{CJK}{"0370 -> "052F, "2070 -> "218F, "2190 -> "23FF, "2460 -> "27BF, "FE30 -> "FE6F, "FFFD}
\xeCJKDeclareCharClass{Default}{"00B7}"""
_COMMANDS = r"""\usepackage{array,longtable,booktabs,graphicx,xcolor,pdflscape,fancyhdr}
% hyperref asks for a font of dingbats that a lean TeX lacks and that nothing here draws
\suppressfontnotfounderror=1
\usepackage[unicode,hidelinks]{hyperref}
\suppressfontnotfounderror=0
\definecolor{pcmade}{HTML}{1A6B36}
\definecolor{pcunsure}{HTML}{6A3D9A}
\definecolor{pcnotfound}{HTML}{B3261E}
\definecolor{pcnotcovered}{HTML}{7A5B00}
\definecolor{pcgrey}{HTML}{595959}
\newcommand*{\pcmade}{\textcolor{pcmade}{●}}
\newcommand*{\pcunsure}{\textcolor{pcunsure}{◐}}
\newcommand*{\pcnotfound}{\textcolor{pcnotfound}{○}}
\newcommand*{\pcnotcovered}{\textcolor{pcnotcovered}{\textbf{?}}}
\newcommand*{\pcnotapplicable}{\textcolor{pcgrey}{–}}
\newcommand*{\pcstrong}[1]{\textbf{#1}}
\newcommand*{\pcfaint}[1]{\textcolor{pcgrey}{#1}}
\newcommand*{\pcid}[1]{\textcolor{pcgrey}{\scriptsize #1}}
\newcommand*{\pcquote}[1]{#1}
\newcommand*{\pcnote}[1]{{\footnotesize\color{pcgrey}\raggedright #1\par}\smallskip}
\newcommand*{\pccommand}[1]{{\small\ttfamily\raggedright #1\par}}
\newcommand*{\pcturned}[1]{\rotatebox{90}{#1}}
\newcommand*{\pcrule}{\specialrule{0.15bp}{1bp}{1.5bp}}
\DeclareRobustCommand*{\pcbreak}{\penalty0\relax}
\pdfstringdefDisableCommands{\def\pcbreak{}}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\newcolumntype{C}[1]{>{\centering\arraybackslash}p{#1}}
\newcolumntype{R}[1]{>{\raggedleft\arraybackslash}p{#1}}
% a new page unless so much of this one is left: no heading stands without its table
\newcommand*{\pcneed}[1]{\par\ifdim\pagegoal=\maxdimen\else
  \dimen0=\pagegoal\advance\dimen0-\pagetotal\ifdim\dimen0<#1\relax\newpage\fi\fi}
\setlength{\tabcolsep}{3bp}
\setlength{\LTpre}{6bp}\setlength{\LTpost}{4bp}
% the class would measure a caption in one line, which TeX cannot if it is very long
\makeatletter
\def\LT@makecaption#1#2#3{\LT@mcol\LT@cols c{\hbox to\z@{\hss
  \parbox[t]\LTcapwidth{\centering #1{\textbf{#2}\quad}#3\endgraf\vskip 3bp}\hss}}}
\makeatother
\setcounter{secnumdepth}{1}
\setcounter{tocdepth}{2}
\emergencystretch=3em"""


def preamble(title: str, lang: Lang) -> str:
    r"""Everything up to ``\begin{document}``; ``title`` is for the file's properties and the head of pages."""
    sheet = UPRIGHT[lang]
    sides = ",".join(f"{side}={getattr(sheet, side)}mm" for side in ("top", "right", "bottom", "left"))
    before, middle, after = (escaped(words or "").replace(" ", r"\ ") for words in page_number(lang))
    number = rf"{before}\thepage{{}}{middle}\pageref*{{pclast}}{after}"
    return "\n".join(
        (
            "% XeLaTeX; run it twice or thrice for the contents and the page numbers",
            _SCHEMES[lang],
            _FONTS,
            rf"\usepackage[{sides},headheight=14pt]{{geometry}}",
            _COMMANDS,
            rf"\hypersetup{{pdftitle={{{escaped(title)}}},pdfauthor={{plancompare}}}}",
            r"\pagestyle{fancy}\fancyhf{}\renewcommand{\headrulewidth}{0pt}",
            rf"\fancyhead[C]{{\footnotesize {escaped(head_line(title))}}}",
            rf"\fancyfoot[C]{{\small {number}}}",
        )
    )


# from here on chapters are annexes, with numbers of their own
_ANNEXES = {
    "zh": r"\setcounter{section}{0}\ctexset{section={name={附件,},number=\arabic{section},aftername=\quad}}",
    "en": r"\setcounter{section}{0}\ctexset{section={name={Annex~,},number=\arabic{section},aftername=\quad}}",
}
SECTIONS = ("section", "subsection", "subsubsection")
HEADING, TABLE_HEAD = 36, 60  # points that a heading takes, and a table's caption with its head
SIDES = {"number": "R", "mark": "C", "count": "C"}
STATES = {
    "made": r"\pcmade{}",
    "unsure": r"\pcunsure{}",
    "not_found": r"\pcnotfound{}",
    "not_covered": r"\pcnotcovered{}",
    "not_applicable": r"\pcnotapplicable{}",
}
Rows = Mapping[str, str]


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as UTF-8 text."""
    return "\n".join([*_lines(report, watch), ""]).encode()


def _lines(report: Report, watch: Watch) -> Iterator[str]:
    rows = anchors(report)
    front, *body = chapters(report, watch)
    yield preamble(report.title, report.lang)
    yield r"\begin{document}"
    yield rf"{{\centering\LARGE\bfseries {escaped(report.title)}\par}}\medskip"
    if report.date:
        yield rf"{{\centering\pcfaint{{{escaped(dated(report))}}}\par}}\medskip"
    for block in front.blocks:
        yield from _block(block, rows)
    yield r"\tableofcontents\clearpage"
    across, annex = False, 0
    for chapter in body:
        if chapter.annex and not annex:
            yield _ANNEXES[report.lang]
        annex = chapter.annex
        if chapter.across != across:
            yield r"\end{landscape}" if across else r"\begin{landscape}"
        across = chapter.across
        for number, block in enumerate(chapter.blocks):
            if not isinstance(block, Prose):
                yield rf"\pcneed{{{_need(chapter.blocks[number:])}bp}}"
            yield from _block(block, rows)
    if across:
        yield r"\end{landscape}"
    yield r"\label{pclast}"
    yield r"\end{document}"


def _need(blocks: Sequence[Heading | Prose | Table]) -> int:
    """Points that a heading or table needs so as not to stand alone: down to the first line of a table or of prose."""
    room = 0
    for block in blocks:
        if isinstance(block, Table):
            first = min(block.height(block.setting.lines[0]), WHOLE)
            return room + TABLE_HEAD + int(first * block.size * LEADING)
        if isinstance(block, Prose):
            break
        room += HEADING
    return room + HEADING


def _block(block: Heading | Prose | Table, rows: Rows) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from _heading(block)
    elif isinstance(block, Prose):
        yield rf"\pccommand{{{escaped(block.text)}}}" if block.code else rf"{escaped(block.text)}\par"
    else:
        yield from _table(block, rows)


def _heading(heading: Heading) -> Iterator[str]:
    yield rf"\{SECTIONS[min(heading.level, 3) - 1]}{{{escaped(heading.text)}}}"


def _table(table: Table, rows: Rows) -> Iterator[str]:
    setting, size = table.setting, table.size
    if table.heading:
        yield from _heading(table.heading)
    columns = "".join(
        f"{SIDES.get(slot.kind, 'L')}{{{(width - 2 * PADDING) / 20:g}bp}}"
        for slot, width in zip(setting.slots, table.widths, strict=True)
    )
    heads = " & ".join(_head(slot, setting.turned) for slot in setting.slots)
    yield rf"{{\fontsize{{{size:g}bp}}{{{size * LEADING:g}bp}}\selectfont\LTcapwidth=\linewidth"
    yield rf"\begin{{longtable}}{{{columns}}}"
    yield rf"\caption{{{escaped(setting.grid.caption)}}}\\"
    yield rf"\toprule {heads} \\ \midrule \endfirsthead"
    yield rf"\toprule {heads} \\ \midrule \endhead"
    yield r"\endfoot \bottomrule \endlastfoot"
    for number, line in enumerate(setting.lines):
        if number:
            yield r"\pcrule"
        yield from _line(table, line, rows)
    yield r"\end{longtable}}"
    for note in (setting.key, table.note):
        if note:
            yield rf"\pcnote{{{escaped(note)}}}"


def _head(slot: Slot, turned: bool) -> str:
    cell = rf"\pcstrong{{{escaped(slot.head)}}}"
    if turned and slot.kind == "mark":
        return rf"\pcturned{{{cell}}}"
    return rf"{cell}\par\pcid{{{escaped(slot.under)}}}" if slot.under else cell


def _line(table: Table, line: SetLine, rows: Rows) -> Iterator[str]:
    """A line of the table, or the pieces of a tall one; its first cell is a row's anchor, or the way to it."""
    for number, piece in enumerate(pieces(table, line)):
        contents = [_content(content) for content in piece]
        name = rows.get(line.row)
        if name and number == 0:
            contents[0] = (
                rf"{contents[0]}\hypertarget{{{name}}}{{}}"
                if table.setting.rows
                else rf"\hyperlink{{{name}}}{{{contents[0]}}}"
            )
        yield rf"{' & '.join(contents)} \\"


def _content(content: Content) -> str:
    return r"\par ".join("".join(_run(run) for run in paragraph) for paragraph in content)


def _run(run: Run) -> str:
    if run.style in STATES:
        return STATES[run.style]
    words = escaped(run.text)
    return rf"\pc{run.style}{{{words}}}" if run.style else words
