"""A linear classifier of themes: multinomial logistic regression over tf-idf of characters and pairs of characters.

Trained on the catalogue's wordings and the codebook's synonyms, pruned to some 60,000 whole-numbered weights
(`python -m tests.learning.themes`). Data of the collection, as the vectors of `grams` are.
"""

import json
from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from plancompare.comparing.grams import grams, sound_table

# How the table writes a theme's number and a weight as one letter each: the first letters that both begin from.
THEME_ZERO, WEIGHT_ZERO = 48, 79
_ODD = (1).__and__
MOST, LEAST = 1e6, 1e-6  # bounds of numbers, and of rarities, by which is divided; what is learned is far within


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
    """What the learning wrote; no data, no classifier. Raises PlanCompareError for other data."""
    if not data:
        return ThemeWords()
    with sound_table("themes"):
        record = json.loads(data)
        names, themes = record["grams"].split(" "), tuple(record["themes"])
        rarity = dict(zip(names, [_sound(value / 10, LEAST) for value in record["rarity"]], strict=True))
        table = dict(zip(names, record["weights"].split(" "), strict=True))
        bias = dict(zip(themes, map(_sound, record["bias"]), strict=True))
        if any(map(_ODD, map(len, table.values()))) or not _number("".join(table.values())[::2], len(themes)):
            raise ValueError("a theme and a weight are two letters")
        return ThemeWords(themes, bias, _sound(record["scale"]), rarity, _sound(record["rest"], LEAST), table)


def _sound(value: float, least: float = -MOST) -> float:
    """The number, if it is one that learning may give: JSON also holds NaN and what is endless."""
    if not least <= value <= MOST:
        raise ValueError("a number is out of bounds")
    return float(value)


def _number(letters: str, themes: int) -> bool:
    """Whether each letter is the number of one of so many themes."""
    used = set(letters)
    return not used or THEME_ZERO <= ord(min(used)) <= ord(max(used)) < THEME_ZERO + themes
