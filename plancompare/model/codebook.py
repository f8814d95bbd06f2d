"""What a collection's plans are described by: themes, words of the field, indicators with benchmarks."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from plancompare.findings import NOWHERE, Location

Number = int | float
Op = Literal["=", ">=", ">", "<=", "<", "range", "about"]
Lang = Literal["zh", "en"]


class Label(NamedTuple):
    """A name in both languages of the tool."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The name in ``lang``, or in the other language where one is missing."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


class Theme(NamedTuple):
    """A theme of the codebook: definition, when to use it and when not, words that point to it or away."""

    id: str
    label: Label
    definition: str = ""
    when: str = ""
    when_not: str = ""
    synonyms: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    at: Location = NOWHERE


class Gate(NamedTuple):
    """A family of words, such as audiences: two commitments that speak for different values are rarely one promise.

    ``label`` names the family, ``cost`` is what other values take off a score (points of 100), ``values`` are the words
    of each value.
    """

    label: Label
    cost: int
    values: Mapping[str, tuple[str, ...]]


# What other values of a gate cost where the codebook does not say. Dear gates were tried and did worse on the judged
# pairs of tests/labels.yaml (make labels): lists of words err too.
GATE_COST = 8


class Lexicon(NamedTuple):
    """Words of the field: synonym groups (standard term first), stock phrases, gates, words of strength.

    ``amounts`` are units of totals, which are smaller where the area is smaller. ``encoding`` are words that steer a
    first encoding. ``plain`` gives for a term of the field the everyday words that mean it in plain speech.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    stock: tuple[str, ...] = ()
    gates: Mapping[str, Gate] = MappingProxyType({})
    strength: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    amounts: tuple[str, ...] = ()
    encoding: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    plain: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Codebook(NamedTuple):
    """The themes in their order, and the lexicon."""

    version: str = ""
    themes: tuple[Theme, ...] = ()
    lexicon: Lexicon = Lexicon()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes, in the codebook's order."""
        return tuple(theme.id for theme in self.themes)


class Benchmark(NamedTuple):
    """A figure set above the plans compared, and where it is written.

    ``level`` national, province or city is a goal for the whole, county a standard that every county has to meet.
    ``year`` is when it is due, or when a standard without a date was issued. ``status`` says how far to trust it:
    final (read in the official text), draft (in a draft of it) or unchecked (from another source).
    """

    op: Op
    value: Number
    year: int
    level: str = ""
    status: str = "unchecked"
    source: str = ""
    at: Location = NOWHERE


class Indicator(NamedTuple):
    """What a number measures. ``direction`` is higher, lower or none: which way is more ambitious."""

    id: str
    label: Label
    unit: str = ""
    direction: str = "higher"
    aliases: tuple[str, ...] = ()
    definition: str = ""
    benchmarks: tuple[Benchmark, ...] = ()
    at: Location = NOWHERE
