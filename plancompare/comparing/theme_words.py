"""A linear classifier of themes: multinomial logistic regression over tf-idf of characters and pairs of characters.

Trained on the catalogue's wordings and the codebook's synonyms, pruned to some 60,000 whole-numbered weights
(`python -m tests.learning.themes`). Data of the collection, as the vectors of `grams` are.
"""

import json
from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from plancompare.comparing.grams import grams

# How the table writes a theme's number and a weight as one letter each: the first letters that both begin from.
THEME_ZERO, WEIGHT_ZERO = 48, 79


class ThemeWords(NamedTuple):
    """``table``: gram -> letters, two a weight: the theme's number and the weight; ``rarity``: idf of these grams.

    ``rest`` is the idf of a gram that the table does not know, ``bias`` what a theme has before a word is read.
    """

    themes: tuple[str, ...] = ()
    bias: Mapping[str, float] = {}
    scale: float = 0.0
    rarity: Mapping[str, float] = {}
    rest: float = 1.0
    table: Mapping[str, str] = {}

    def scores(self, text: str) -> dict[str, float]:
        """Theme -> score of the text; a text without words, or a table without themes, gives {}."""
        terms = grams(text)
        if not terms or not self.themes:
            return {}
        length = sqrt(sum([self.rarity.get(term, self.rest) ** 2 for term in terms]))
        sums = [0] * len(self.themes)
        for term in terms:
            letters = self.table.get(term, "")
            for position in range(0, len(letters), 2):
                sums[ord(letters[position]) - THEME_ZERO] += ord(letters[position + 1]) - WEIGHT_ZERO
        return {theme: self.scale * value / length for theme, value in zip(self.themes, sums, strict=True)}


def read_theme_words(data: bytes) -> ThemeWords:
    """What the learning wrote; no data, no classifier."""
    if not data:
        return ThemeWords()
    record = json.loads(data)
    names, themes = record["grams"].split(" "), tuple(record["themes"])
    rarity = dict(zip(names, [value / 10 for value in record["rarity"]], strict=True))
    table = dict(zip(names, record["weights"].split(" "), strict=True))
    bias = dict(zip(themes, record["bias"], strict=True))
    return ThemeWords(themes, bias, record["scale"], rarity, record["rest"], table)
