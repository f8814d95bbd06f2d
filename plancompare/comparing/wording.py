"""Text made ready to compare: widths folded, synonyms made one term, stock phrases and figures taken out.

Knows the lexicon of a codebook and nothing of scores. Every word it acts on is data.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import add
from typing import Generic, NamedTuple, TypeVar

from plancompare.comparing.traditional import in_simplified
from plancompare.model import Codebook, Commitment

_NUMERALS = "零一二三四五六七八九十百两"
# 90%, 4.5万, 百分之九十, 四分之三, 九成 (but not 成立, 成果 …: a share ends the clause or is followed by 以)
_FIGURE = re.compile(
    rf"\d+(?:\.\d+)?[千万亿]*%?|百分之[{_NUMERALS}点]+|[{_NUMERALS}]+分之[{_NUMERALS}]+|[{_NUMERALS}]成(?=以|左|$|\W)",
    re.MULTILINE,
)
_NOT_WORD = re.compile(r"[^\w\n]+|_+")
_NO_VALUES: frozenset[str] = frozenset()
Gates = Mapping[str, frozenset[str]]  # family -> values
Meaning = TypeVar("Meaning")
QUANTITY = "quantity"  # the gate that is read from the units of targets: in running text 人 and 所 say nothing


def fold(text: str) -> str:
    """Plain widths, small letters, traditional characters simplified; white space goes."""
    return "".join(unicodedata.normalize("NFKC", in_simplified(text)).lower().split())


def bare(text: str) -> str:
    """Folded letters and digits only: how a name is written, whatever quotes stand around it."""
    return "".join(filter(str.isalnum, fold(text)))


class _Index(Generic[Meaning]):
    """Expressions filed so that their places in a long text are found in one pass over its pairs of characters."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        """``entries`` are folded expressions of two characters or more, with what they mean."""
        # first two characters -> third character ("" for a pair that is an expression) -> expressions, longest first
        self._starts: dict[str, dict[str, list[tuple[str, Meaning]]]] = {}
        for expression, meaning in sorted(entries, key=lambda entry: -len(entry[0])):
            if len(expression) > 1:
                thirds = self._starts.setdefault(expression[:2], {})
                thirds.setdefault(expression[2:3], []).append((expression, meaning))

    def scan(self, text: str) -> Iterator[tuple[int, str, Meaning]]:
        """(place, expression, meaning) wherever an expression stands in ``text``, by place, the longest first."""
        starts = self._starts
        hits = [(start, starts[pair]) for start, pair in enumerate(map(add, text, text[1:])) if pair in starts]
        for start, thirds in hits:
            for expression, meaning in thirds.get(text[start + 2 : start + 3], ()):
                if text.startswith(expression, start):
                    yield start, expression, meaning
            for expression, meaning in thirds.get("", ()):
                yield start, expression, meaning


class Vocabulary:
    """A set of expressions that can be found in a text, the longest first."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """``meanings`` maps each expression to what stands for it; all are folded."""
        self._index = _Index(meanings.items())

    def find(self, text: str) -> list[tuple[int, str, str]]:
        """(start, expression, meaning) of every expression in ``text``, left to right, without overlap."""
        hits, free = [], 0
        for hit in self._index.scan(text):
            if hit[0] >= free:
                hits.append(hit)
                free = hit[0] + len(hit[1])
        return hits

    def replace(self, text: str) -> str:
        """``text`` with each expression replaced by what stands for it."""
        pieces, end = [], 0
        for start, expression, meaning in self.find(text):
            pieces += [text[end:start], meaning]
            end = start + len(expression)
        return "".join([*pieces, text[end:]])


class Prepared(NamedTuple):
    """A text made ready: its ``core`` and its gates' values.

    The core is the text in standard terms without stock phrases and figures, unless nothing else is in it.
    """

    core: str
    gates: Gates


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
    def _lexicon(self) -> _Index[tuple[str | None, list[tuple[str, str]]]]:
        """Every word of the lexicon: what replaces it in a core (None: nothing does), and the gates it speaks for."""
        replaced: dict[str, str] = {fold(phrase): " " for phrase in self.codebook.lexicon.stock} | self._synonyms
        spoken: dict[str, list[tuple[str, str]]] = {}
        for family, gate in self.codebook.lexicon.gates.items():
            for value, words in gate.values.items() if family != QUANTITY else ():
                for word in words:
                    spoken.setdefault(fold(word), []).append((family, value))
        return _Index(
            (word, (replaced.get(word), spoken.get(word, []))) for word in dict.fromkeys((*replaced, *spoken))
        )

    @cached_property
    def quantities(self) -> Mapping[str, str]:
        """What kind of quantity a unit tells: 所 institutions, 人 persons."""
        gate = self.codebook.lexicon.gates.get(QUANTITY)
        return {fold(unit): value for value, units in gate.values.items() for unit in units} if gate else {}

    @cached_property
    def _plain(self) -> Vocabulary:
        terms = self.codebook.lexicon.plain
        return Vocabulary({fold(word): fold(term) for term, words in terms.items() for word in words})

    def in_terms(self, text: str) -> str:
        """The text with terms of the field for everyday words; as it is where it has none."""
        simple = in_simplified(text)
        return self._plain.replace(simple) if self._plain.find(simple) else text

    def standard(self, text: str) -> str:
        """The text in standard terms, without punctuation; what it says is all still there."""
        return _NOT_WORD.sub(" ", self._standard.replace(fold(text))).strip()

    def prepare(self, texts: Sequence[str]) -> list[Prepared]:
        """Make many texts ready in one pass over all of them. A longer word hides what stands inside it."""
        joined = "\n".join(map(fold, texts))
        line, end = 0, _line_end(joined, 0)
        gates: list[dict[str, frozenset[str]]] = [{} for _ in texts]
        free = dict.fromkeys(self.codebook.lexicon.gates, 0)
        pieces, done = [], 0
        for start, word, (standard, values) in self._lexicon.scan(joined):
            if standard is not None and start >= done:
                pieces += [joined[done:start], standard]
                done = start + len(word)
            for family, value in values:
                if start >= free[family]:
                    while start > end:
                        line, end = line + 1, _line_end(joined, end + 1)
                    gates[line][family] = gates[line].get(family, _NO_VALUES) | {value}
                    free[family] = start + len(word)
        prepared = _NOT_WORD.sub(" ", _FIGURE.sub(" ", "".join([*pieces, joined[done:]])))
        cores = [core.strip() for core in prepared.split("\n")] if texts else []
        return [
            Prepared(core or self.standard(text), values_of_gates)
            for core, text, values_of_gates in zip(cores, texts, gates, strict=True)
        ]


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def bigrams(core: str) -> list[str]:
    """Pairs of neighbouring characters inside each piece of a prepared text; a lone character stands for itself."""
    pairs: list[str] = []
    for piece in core.split():
        pairs += map(add, piece, piece[1:]) if len(piece) > 1 else piece
    return pairs


def evidence_words(commitment: Commitment) -> str:
    """All evidence phrases of a commitment in one text."""
    return " ".join(evidence.quote for evidence in commitment.evidence)
