"""How wide the columns of a table get. All in one unit, whichever the caller uses; the sum is always the whole."""

import re
from collections.abc import Iterable, Sequence

from plancompare.formats.screen import cells

_WORD = re.compile(r"[!-~–]+")  # what no line breaks inside; Chinese breaks anywhere
WHOLE = 12  # columns of a word that is kept together
LONGEST = 22  # columns; a longer word is broken rather than given its room


def longest_word(texts: Iterable[str]) -> int:
    """Columns of the longest run that cannot be broken, as far as it is given room."""
    found = (len(part) for text in texts for word in _WORD.findall(text) for part in _parts(word))
    return min(max(found, default=0), LONGEST)


def _parts(word: str) -> list[str]:
    """A long word at its hyphens, after which lines break; a short one, such as a date, stays whole."""
    return [word] if len(word) <= WHOLE else [part for part in word.replace("-", "- ").split(" ") if part]


def widest(texts: Iterable[str]) -> int:
    """Columns of the widest text."""
    return max((cells(text) for text in texts), default=0)


def share(wishes: Sequence[int], leasts: Sequence[int], elastic: Sequence[bool], whole: int) -> tuple[int, ...]:
    """Widths that sum to ``whole``: what is wished, else between that and the least, else less than the least.

    Room that nobody wished for goes to the ``elastic`` columns by their wishes (to all, if none is).
    """
    if sum(leasts) >= whole:
        return _exact([whole * least / sum(leasts) for least in leasts], whole)
    if sum(wishes) > whole:
        spare, more = whole - sum(leasts), sum(wishes) - sum(leasts)
        return _exact(
            [least + spare * (wish - least) / more for wish, least in zip(wishes, leasts, strict=True)], whole
        )
    takers = elastic if any(elastic) else [True] * len(wishes)
    weight = sum(wish for wish, takes in zip(wishes, takers, strict=True) if takes)
    left = whole - sum(wishes)
    return _exact(
        [wish + (left * wish / weight if takes else 0) for wish, takes in zip(wishes, takers, strict=True)], whole
    )


def _exact(widths: Sequence[float], whole: int) -> tuple[int, ...]:
    """Whole numbers; what rounding leaves goes to the widest."""
    rounded = [int(width) for width in widths]
    rounded[rounded.index(max(rounded))] += whole - sum(rounded)
    return tuple(rounded)
