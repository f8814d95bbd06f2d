"""Figures in a commitment's text, as far as two rules need to see them. No rule itself."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache

# years, versions and names such as 1+X, 5G, 12345 or “361”, ordinals, and whom it is for by age or form (2至3岁)
# name things, they measure nothing
_NAMES = re.compile(
    r"[“《「\"].*?[”》」\"]|\d{4}\s*年(?!级)|\d+g(?![a-z])|\d+周年|第\d+|\d+(?:\+\d+)+|\d\+\w",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"  # 1,200; but 3,扩建5 and 2,3 are two
_FIGURE = re.compile(rf"{_NUMBER}(?:\s*[-–—~至到]\s*{_NUMBER})?\s*%?")


def figures(text: str, forms: Collection[str] = ()) -> list[str]:
    """The quantities in ``text``, a range counting as one.

    ``forms`` are words of the field behind a number that says for whom something is (年级): the codebook's.
    """
    bare = _NAMES.sub(" ", unicodedata.normalize("NFKC", text))
    return _FIGURE.findall(_for_whom(tuple(forms)).sub(" ", bare))


@cache
def _for_whom(forms: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(("周?岁", "月龄", *map(re.escape, forms)))
    return re.compile(rf"(?:\d+\s*[-–—~至到、]+\s*)?\d+\s*(?:{words})")
