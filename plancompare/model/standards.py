"""The catalogue: promises that plans usually make, the second level of the codebook."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancompare.findings import NOWHERE, Location
from plancompare.model.codebook import Label


class Standard(NamedTuple):
    """A promise that plans usually make: the code that a commitment is given.

    ``definition`` says in one line what counts. ``also`` are further themes that such a promise may be filed under,
    ``aliases`` ids of entries that were merged into this one. ``until`` is the year in which the campaign ended that
    the promise belongs to, if it did. ``general``: it speaks of its subject as a whole and names no measure.
    """

    id: str
    theme: str
    label: Label
    definition: str = ""
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    until: int | None = None
    general: bool = False
    at: Location = NOWHERE


class Phrases(NamedTuple):
    """How plans put a standard (``wordings``), and what looks like it but belongs elsewhere (``near_misses``)."""

    wordings: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


def _nothing(_name: str) -> bytes:
    return b""


class Catalogue(NamedTuple):
    """The standards by id, in the catalogue's order.

    ``phrases`` gives the wordings of each by id; it may be read only when it is first asked, for a comparison of
    coded plans needs none. ``key`` is a hash of all that the catalogue says: what is made from it may be kept under
    it. ``learned`` gives a table that was learned from it by its name ("vectors", "themes"), no bytes where there is
    none.
    """

    standards: Mapping[str, Standard] = MappingProxyType({})
    phrases: Mapping[str, Phrases] = MappingProxyType({})
    renamed: Mapping[str, str] = MappingProxyType({})
    key: str = ""
    learned: Callable[[str], bytes] = _nothing

    def current(self, id: str) -> str:
        """The id under which the standard called ``id`` stands today; "" if the catalogue knows no such id."""
        return id if id in self.standards else self.renamed.get(id, "")
