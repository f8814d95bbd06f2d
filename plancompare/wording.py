"""Text made ready to compare: widths folded, synonyms brought to the standard term, stock phrases and figures taken out.

Knows the lexicon of a codebook and nothing of scores. Every word it acts on is data.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from plancompare.model import Codebook, Commitment

_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Full-width letters and digits become plain, letters small, white space goes."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class Vocabulary:
    """A set of expressions that can be found in a text in one pass, the longest first."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """``meanings`` maps each expression to what stands for it."""
        self._letters = {e: meaning for e, meaning in meanings.items() if len(e) == 1}
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        for expression in sorted(meanings, key=lambda e: (-len(e), e)):
            self._by_start.setdefault(expression[:2], []).append((expression, meanings[expression]))

    def find(self, text: str) -> list[tuple[int, str, str]]:
        """(start, expression, meaning) of every expression in ``text``, left to right, without overlap."""
        found = []
        place, last = 0, len(text)
        starts, letters = self._by_start, self._letters
        while place < last:
            for expression, meaning in starts.get(text[place : place + 2], ()):
                if text.startswith(expression, place):
                    break
            else:
                expression = text[place]
                if expression not in letters:
                    place += 1
                    continue
                meaning = letters[expression]
            found.append((place, expression, meaning))
            place += len(expression)
        return found

    def replace(self, text: str, wrap: str = "{}") -> str:
        """``text`` with each expression replaced by what stands for it."""
        pieces, place = [], 0
        for start, expression, meaning in self.find(text):
            pieces += [text[place:start], wrap.format(meaning)]
            place = start + len(expression)
        return "".join([*pieces, text[place:]])


class Wording:
    """Prepares texts by one codebook's lexicon."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    @cached_property
    def _standard(self) -> Vocabulary:
        groups = self.codebook.lexicon.synonyms
        return Vocabulary({fold(member): fold(group[0]) for group in reversed(groups) for member in group})

    @cached_property
    def _stock(self) -> Vocabulary:
        return Vocabulary({fold(phrase): " " for phrase in self.codebook.lexicon.stock})

    @cached_property
    def _gates(self) -> Mapping[str, Vocabulary]:
        return {
            family: Vocabulary({fold(word): value for value, words in values.items() for word in words})
            for family, values in self.codebook.lexicon.gates.items()
        }

    def standard(self, text: str) -> str:
        """The text in standard terms, without punctuation; what it says is all still there."""
        return _NOT_WORD.sub(" ", self._standard.replace(fold(text))).strip()

    def core(self, text: str) -> str:
        """The text in standard terms without stock phrases and figures: what the promise is about."""
        without_figures = _FIGURE.sub(" ", self._standard.replace(fold(text)))
        return " ".join(_NOT_WORD.sub(" ", self._stock.replace(without_figures)).split())

    def gates(self, text: str) -> Mapping[str, frozenset[str]]:
        """For each family of gates the values whose words stand in ``text``."""
        folded = fold(text)
        return {
            family: frozenset(value for _, _, value in vocabulary.find(folded))
            for family, vocabulary in self._gates.items()
        }


def bigrams(core: str) -> Iterable[str]:
    """Pairs of neighbouring characters inside each piece of a prepared text; a lone character stands for itself."""
    for piece in core.split():
        if len(piece) == 1:
            yield piece
        for place in range(len(piece) - 1):
            yield piece[place : place + 2]


def evidence_words(commitment: Commitment) -> str:
    """All evidence phrases of a commitment in one text."""
    return " ".join(evidence.quote for evidence in commitment.evidence)
