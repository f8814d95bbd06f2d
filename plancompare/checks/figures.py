"""Figures in a commitment's text, as far as two rules need to see them. No rule itself."""

import re
import unicodedata

# years, versions and names such as 1+X, 5G, 12345 or “361”, ordinals, and whom it is for by age or form (2至3岁)
# name things, they measure nothing
_NAMES = re.compile(
    r"[“《「\"].*?[”》」\"]|\d{4}\s*年(?!级)|\d+g(?![a-z])|\d+周年|第\d+|\d+(?:\+\d+)+|\d\+\w"
    r"|(?:\d+\s*[-–—~至到、]+\s*)?\d+\s*(?:周?岁|月龄|年级)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:\s*[-–—~至到]\s*\d+(?:\.\d+)?)?\s*%?")


def figures(text: str) -> list[str]:
    """The quantities in ``text``, a range counting as one."""
    return _FIGURE.findall(_NAMES.sub(" ", unicodedata.normalize("NFKC", text)))
