"""Text made ready to compare: widths folded, synonyms made one term, stock phrases and figures taken out.

Knows the lexicon of a codebook and nothing of scores. Every word it acts on is data.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import add, itemgetter
from typing import TypeVar

from plancompare.model import Codebook, Commitment

_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_NOT_WORD = re.compile(r"[^\w\n]+|_+")
_NO_VALUES: frozenset[str] = frozenset()
Gates = Mapping[str, frozenset[str]]  # family -> values
Found = TypeVar("Found")
START = 3


def fold(text: str) -> str:
    """Full-width letters and digits become plain, letters small, white space goes."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class Vocabulary:
    """A set of expressions that can be found in a text in one pass, the longest first."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """``meanings`` maps each expression to what stands for it; all are folded."""
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        for expression in sorted(meanings, key=lambda e: (-len(e), e)):
            self._by_start.setdefault(expression[:START], []).append((expression, meanings[expression]))

    def find(self, text: str) -> list[tuple[int, str, str]]:
        """(start, expression, meaning) of every expression in ``text``, left to right, without overlap."""
        found, free = [], 0
        for place, candidates in _candidates(text, self._by_start):
            if place >= free:
                for expression, meaning in candidates:
                    if text.startswith(expression, place):
                        found.append((place, expression, meaning))
                        free = place + len(expression)
                        break
        return found

    def replace(self, text: str) -> str:
        """``text`` with each expression replaced by what stands for it."""
        pieces, place = [], 0
        for start, expression, meaning in self.find(text):
            pieces += [text[place:start], meaning]
            place = start + len(expression)
        return "".join([*pieces, text[place:]])


def _candidates(text: str, by_start: Mapping[str, Found]) -> list[tuple[int, Found]]:
    """Where in ``text`` an expression may begin, longer ones first: they are filed by their first ``START`` characters.

    Passes over the whole text at once, because this runs for every field of every commitment.
    """
    pairs = list(map(add, text, text[1:]))
    found = [(place, by_start[start]) for place, start in enumerate(map(add, pairs, text[2:])) if start in by_start]
    found += [(place, by_start[pair]) for place, pair in enumerate(pairs) if pair in by_start]
    found += [(place, by_start[letter]) for place, letter in enumerate(text) if letter in by_start]
    found.sort(key=itemgetter(0))
    return found


class Wording:
    """Prepares texts by one codebook's lexicon."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    @cached_property
    def _synonyms(self) -> dict[str, str]:
        groups = self.codebook.lexicon.synonyms
        return {fold(member): fold(group[0]) for group in reversed(groups) for member in group}

    @cached_property
    def _standard(self) -> Vocabulary:
        return Vocabulary(self._synonyms)

    @cached_property
    def _core(self) -> Vocabulary:
        """Synonyms and stock phrases together: whichever is longer at a place decides there."""
        return Vocabulary({fold(phrase): " " for phrase in self.codebook.lexicon.stock} | self._synonyms)

    @cached_property
    def _gates(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """Words of all gates by their first characters, longest first: (word, family, value)."""
        by_start: dict[str, list[tuple[str, str, str]]] = {}
        words = {
            (fold(word), family, value)
            for family, values in self.codebook.lexicon.gates.items()
            for value, listed in values.items()
            for word in listed
        }
        for word, family, value in sorted(words, key=lambda entry: (-len(entry[0]), entry)):
            by_start.setdefault(word[:START], []).append((word, family, value))
        return by_start

    def standard(self, text: str) -> str:
        """The text in standard terms, without punctuation; what it says is all still there."""
        return _NOT_WORD.sub(" ", self._standard.replace(fold(text))).strip()

    def core(self, text: str) -> str:
        """The text in standard terms without stock phrases and figures: what the promise is about."""
        return self.cores([text])[0]

    def cores(self, texts: Sequence[str]) -> list[str]:
        """The cores of many texts, found in one pass over all of them."""
        prepared = _FIGURE.sub(" ", self._core.replace("\n".join(map(fold, texts))))
        return [core.strip() for core in _NOT_WORD.sub(" ", prepared).split("\n")]

    def gates(self, texts: Sequence[str]) -> list[Gates]:
        """For each text and each family of gates the values whose words stand in it (中小学 hides the 小学 inside it)."""
        folded = "\n".join(map(fold, texts))
        found: list[dict[str, frozenset[str]]] = [{} for _ in texts]
        free = dict.fromkeys(self.codebook.lexicon.gates, 0)
        line, end = 0, _line_end(folded, 0)
        for place, candidates in _candidates(folded, self._gates):
            while place > end:
                line, end = line + 1, _line_end(folded, end + 1)
            for word, family, value in candidates:
                if place >= free[family] and folded.startswith(word, place):
                    found[line][family] = found[line].get(family, _NO_VALUES) | {value}
                    free[family] = place + len(word)
        return list(found)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def bigrams(core: str) -> list[str]:
    """Pairs of neighbouring characters inside each piece of a prepared text; a lone character stands for itself."""
    found: list[str] = []
    for piece in core.split():
        found += map(add, piece, piece[1:]) if len(piece) > 1 else piece
    return found


def evidence_words(commitment: Commitment) -> str:
    """All evidence phrases of a commitment in one text."""
    return " ".join(evidence.quote for evidence in commitment.evidence)
