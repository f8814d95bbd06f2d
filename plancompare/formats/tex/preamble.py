r"""What stands before the text: class, paper, fonts, and the commands that the body uses (all named \pc...).

Needs XeLaTeX with ctex and xeCJK, longtable, booktabs, pdflscape, fancyhdr, hyperref. The first fonts found are taken:
Noto, those of Windows, else Fandol, which comes with ctex.
"""

from plancompare.formats.paged.chapters import head_line, page_number
from plancompare.formats.paged.paper import UPRIGHT
from plancompare.formats.tex.text import escaped
from plancompare.model import Lang

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
\definecolor{pcnotfound}{HTML}{B3261E}
\definecolor{pcnotcovered}{HTML}{7A5B00}
\definecolor{pcgrey}{HTML}{595959}
\newcommand*{\pcmade}{\textcolor{pcmade}{●}}
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
    before, middle, after = (escaped(words).replace(" ", r"\ ") for words in page_number(lang))
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
