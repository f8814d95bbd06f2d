"""Phrases in a text: found whatever printing adds, and told from their likes by what stands around them.

Phrases are sought in a normalised copy (widths folded, white space and page markers gone, simplified characters) that
remembers where each of its characters came from.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from plancompare.comparing.traditional import simplified
from plancompare.model import Evidence

LONGEST = 24  # characters of a phrase, and of what stands before or behind it: the most that the schema of plans allows
# Inside words of texts that were pages: "2、" at the start of a line, as document-sharing sites mark them, and "— 8 —"
_PAGE_MARK = re.compile(r"(?m)^[ \t]*(?:\d{1,4}、|[—–-]{1,2}[ \t]*\d{1,4}[ \t]*[—–-]{1,2}[ \t]*$)")


class Normalised:
    """A text without what printing adds; ``origin[i]`` is where its i-th character stands in the raw text."""

    def __init__(self, raw: str, page_marks: bool) -> None:
        """``page_marks``: whether marks at line starts are taken out."""
        skipped = {i for m in _PAGE_MARK.finditer(raw) for i in range(*m.span())} if page_marks else set()
        characters: list[str] = []
        self.origin: list[int] = []
        for place, character in enumerate(raw):
            if place in skipped:
                continue
            for folded in unicodedata.normalize("NFKC", character):
                if not folded.isspace() and unicodedata.category(folded) != "Cf":
                    characters.append(folded)
                    self.origin.append(place)
        self.text = simplified("".join(characters))

    def places(self, quote: str) -> list[int]:
        """Every offset at which the normalised ``quote`` stands."""
        found, place = [], self.text.find(quote)
        while place >= 0 and quote:
            found.append(place)
            place = self.text.find(quote, place + 1)
        return found

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a stretch of normalised text."""
        return self.origin[start], self.origin[end - 1] + 1


def normal(text: str) -> str:
    """A phrase as the normalised source would print it."""
    return Normalised(text, page_marks=False).text


_normal = lru_cache(maxsize=4096)(normal)  # the same short phrases are tried again and again in repeated text


class Anchors:
    """Evidence for places in one text: the phrase, with just so much around it as tells it from its likes."""

    def __init__(self, text: str) -> None:
        """``text`` has its paragraphs apart by line breaks."""
        self._text = text
        self._searched = Normalised(text, page_marks=False).text

    def is_only(self, phrase: str) -> bool:
        """Whether the phrase stands once in the text; nobody asks how often it stands there otherwise."""
        sought = _normal(phrase)
        first = self._searched.find(sought)
        return first >= 0 and self._searched.find(sought, first + 1) < 0

    def of(self, start: int, end: int) -> Evidence:
        """Evidence for the stretch ``start``..``end``: alone if it stands once, else with a prefix or suffix.

        What stands in its own line is tried first. Where nothing short tells it from its likes, its prefix may fit
        several places.
        """
        quote = self._text[start:end]
        if self.is_only(quote):
            return Evidence(quote)
        tried = list(self._around(start, end))
        told = next((e for e in tried if self.is_only(f"{e.prefix}{e.quote}{e.suffix}")), None)
        return told or next((e for e in reversed(tried) if not e.suffix), Evidence(quote))

    def _around(self, start: int, end: int) -> Iterator[Evidence]:
        """The phrase with ever more before it in its line, behind it, on both sides; then beyond the line."""
        text, quote = self._text, self._text[start:end]
        line = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line = line if line[1] >= 0 else (line[0], len(text))
        sizes = range(2, LONGEST + 1, 2)
        before = [_flat(text[max(line[0], start - size) : start]) for size in sizes]
        behind = [_flat(text[end : min(line[1], end + size)]) for size in sizes]
        yield from (Evidence(quote, prefix=one) for one in dict.fromkeys(before) if one)
        yield from (Evidence(quote, suffix=one) for one in dict.fromkeys(behind) if one)
        yield from (Evidence(quote, *both) for both in dict.fromkeys(zip(before, behind, strict=True)) if all(both))
        beyond = [_flat(text[end : end + size]) for size in sizes]
        yield from (Evidence(quote, suffix=one) for one in dict.fromkeys(beyond) if one)
        beyond = [_flat(text[max(0, start - size) : start]) for size in sizes]
        yield from (Evidence(quote, prefix=one) for one in dict.fromkeys(beyond) if one)


def _flat(text: str) -> str:
    """Text around a phrase as it can be written in a line of a plan file; phrases are found without white space."""
    return " ".join(text.split())
