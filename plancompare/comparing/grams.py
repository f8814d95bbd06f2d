"""Texts cut into characters and pairs of characters, and a small table of learned vectors for these.

The vectors were learned from the catalogue's wordings alone (a softmax over the entries, after fastText: Joulin et al.
2017, "Bag of tricks for efficient text classification"; `python -m tests.learning.vectors`), so they know which pairs
of characters tell promises apart and which do not. They are data of the collection, like the wordings themselves.
"""

import json
import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import sqrt
from operator import add, mul
from typing import NamedTuple

from plancompare.comparing.traditional import in_simplified
from plancompare.errors import PlanCompareError
from plancompare.messages import reason

_FIGURE = re.compile(
    r"[\d.,]+(?:万|亿)?[%个所名人元年项家条套亩]*"
)  # a figure and what it counts say nothing of the act
_NOT_WORD = re.compile(r"[^\w]+")
Vector = Sequence[float]


def prepared(text: str) -> str:
    """Folded to plain widths, small letters and simplified characters, without figures; pieces parted by one space."""
    folded = unicodedata.normalize("NFKC", in_simplified(text))
    return _NOT_WORD.sub(" ", _FIGURE.sub(" ", folded)).strip().lower()


def grams(text: str) -> list[str]:
    """The characters and the pairs of neighbouring characters of a text, each once."""
    unique: dict[str, None] = {}
    for piece in prepared(text).split():
        unique.update(dict.fromkeys(piece))
        unique.update(dict.fromkeys(map(add, piece, piece[1:])))
    return list(unique)


def scaled(vector: Iterable[float]) -> tuple[float, ...]:
    """The vector at length one; a vector of nothing stays."""
    values = tuple(vector)
    length = sqrt(sum(map(mul, values, values)))
    return tuple([value / length for value in values]) if length else values


def dot(one: Vector, other: Vector) -> float:
    """Sum of products: the cosine of two vectors of length one."""
    return float(sum(map(mul, one, other)))


class Vectors(NamedTuple):
    """``table`` holds ``dims`` signed bytes for each known gram, one after another; ``places`` says where."""

    dims: int = 0
    places: Mapping[str, int] = {}
    table: memoryview = memoryview(b"").cast("b")

    def of(self, terms: Iterable[str]) -> tuple[float, ...]:
        """The sum of the vectors of ``terms``, at length one; zeros if no term is known."""
        dims, places, table = self.dims, self.places, self.table
        rows = [table[start : start + dims] for start in [places[t] for t in terms if t in places]]
        return scaled(map(sum, zip(*rows, strict=True))) if rows else (0.0,) * dims


def read_vectors(data: bytes) -> Vectors:
    """What the learning wrote: JSON of ``dims``, ``grams`` (one text, parted by spaces), ``table`` (base 64).

    No data, no vectors: a collection without the table is compared without them. Raises PlanCompareError for
    any other data.
    """
    if not data:
        return Vectors()
    with sound_table("vectors"):
        held = json.loads(data)
        dims, names = int(held["dims"]), held["grams"].split(" ")
        table = memoryview(b64decode(held["table"])).cast("b")
        if dims < 1 or len(table) != dims * len(names):
            raise ValueError("a vector for each gram is wanted")
        return Vectors(dims, {gram: place * dims for place, gram in enumerate(names)}, table)


@contextmanager
def sound_table(name: str) -> Iterator[None]:
    """While a learned table is read: whatever is amiss in its data becomes one line."""
    try:
        yield
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise PlanCompareError(
            "the catalogue's {file} is damaged ({why}); take a sound one, or none",
            file=f"learned-{name}.json",
            why=reason(error),
        ) from error
