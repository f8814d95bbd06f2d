"""A proposed record: a commitment, the phrase that finds its place in the text, and what a person should look at."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plancompare.asking.phrases import LONGEST, Anchors
from plancompare.comparing.themes import ThemeMatch
from plancompare.model import Commitment, Evidence, Standard

SHORTEST = 6  # characters of a phrase: fewer stand in too many places of a text
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」"}
_LOOSE = "，,、；;：:。 \t\n"


class Doubt(NamedTuple):
    """A reason to look again: a key of the messages and what fills it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


class Record(NamedTuple):
    """A commitment as proposed; ``places`` are the stretches of the document's text that it was taken from.

    ``candidates`` are the likeliest standards, best first, whether or not one is sure enough to be proposed. ``stage``
    is the one that its sentence named before it, where it names none.
    """

    commitment: Commitment
    match: ThemeMatch = ThemeMatch("", 0)
    doubts: tuple[Doubt, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    candidates: tuple[Standard, ...] = ()
    stage: str = ""


class Phrases:
    """Finds phrases in one text: short ones, out of the clause itself, and unambiguous where they can be."""

    def __init__(self, text: str, printed: Callable[[int, bool], int] = lambda place, end: place) -> None:
        """``text`` is the document's; its paragraphs are apart by line breaks.

        ``printed`` tells where in it a place stands of the text that was read, and whether that ends a stretch.
        """
        self._text, self._printed = text, printed
        self._anchors = Anchors(text)

    def of(self, start: int, end: int, key: tuple[int, int] | None = None) -> Evidence:
        """A phrase for the stretch ``start``..``end`` of the text; with ``key``, one that holds that stretch of it."""
        start, end = self._printed(start, False), self._printed(end, True)
        key = (self._printed(key[0], False), self._printed(key[1], True)) if key else None
        candidates = list(_windows(self._text, start, end, key))
        for low, high in candidates:
            if self._anchors.is_only(self._text[low:high]):
                return Evidence(self._text[low:high])
        return self._anchors.of(*candidates[0])

    def telling(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Of several phrases for one promise those that fit one place only; all of them where none does."""
        only = tuple(e for e in evidence if self._anchors.is_only(f"{e.prefix}{e.quote}{e.suffix}"))
        return only or tuple(evidence)


def _windows(text: str, start: int, end: int, key: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``LONGEST`` characters, the best first: from the head, around the key, from the end."""
    start, end = _trimmed(text, start, end)
    if end - start <= LONGEST:
        yield start, end
        return
    heads = [start]
    if key is not None and key[1] > start + LONGEST:
        heads = [_opening(text, max(start, key[1] - LONGEST), key[0]), start]
    starts = [*heads, end - LONGEST, *range(start + 1, end - LONGEST)]
    for low in dict.fromkeys(starts):
        window = _whole_marks(text, *_trimmed(text, low, min(end, low + LONGEST)))
        if window[1] - window[0] >= SHORTEST:
            yield window
    yield _trimmed(text, start, start + LONGEST)


def _opening(text: str, low: int, high: int) -> int:
    """Where a phrase may begin between two places without cutting a word: behind a stop if there is one."""
    stops = [index for index in range(low, high) if text[index] in _LOOSE]
    return stops[0] + 1 if stops else min(low, high)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return start, end


def _whole_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut before a quotation mark or bracket that does not close inside, behind one that did not open inside."""
    for opening, closing in _PAIRS.items():
        last = text.rfind(opening, start, end)
        if last >= 0 and text.find(closing, last, end) < 0 and last - start >= SHORTEST:
            end = last
        first = text.find(closing, start, end)
        if first >= 0 and text.rfind(opening, start, first) < 0 and end - first - 1 >= SHORTEST:
            start = first + 1
    return _trimmed(text, start, end)
