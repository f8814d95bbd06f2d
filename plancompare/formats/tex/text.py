r"""The one layer between a plan's words and TeX: what leaves it is words, whatever it was.

Every sign that TeX or LaTeX gives a meaning to becomes a command that prints it, brackets and stars too, which would
else be taken for options of the ``\\`` before them. Straight quotes and grave accents are named as well, so that no
font joins them with their neighbours; the preamble turns such joining off for hyphens and commas.
"""

import re

from plancompare.formats.screen import printable

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
    return _SIGN.sub(lambda found: _SIGNS[found[0]], plain).replace(_BREAK, r"\pcbreak{}")


def _with_breaks(found: re.Match[str]) -> str:
    held = _WORD.sub(lambda word: _BREAK.join(re.findall(".{1,4}", word[0])), found[0])
    return re.sub(r"([/._:=&?@,;+#%~|\\-])(?=.)", rf"\1{_BREAK}", held)
