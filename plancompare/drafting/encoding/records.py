"""A proposed record: a commitment, what it was made from, and what a person should look at."""

from typing import NamedTuple

from plancompare.comparing.themes import ThemeMatch
from plancompare.model import Commitment


class Doubt(NamedTuple):
    """A reason to look again: a key of the messages and what fills it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


class Record(NamedTuple):
    """A commitment as proposed; ``places`` are the stretches of the document's text that it was taken from."""

    commitment: Commitment
    match: ThemeMatch = ThemeMatch("", 0)
    doubts: tuple[Doubt, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
