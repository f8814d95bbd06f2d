"""The values everything else is about. They hold, they do not compute: no file, score or screen is known here.

Named tuples rather than frozen dataclasses: as immutable, and so much quicker to define and to fill that a command
line which starts anew for every question notices.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from plancompare.findings import NOWHERE, Finding, Location
from plancompare.vocabulary import (
    Benchmark as Benchmark,
)
from plancompare.vocabulary import (
    Codebook as Codebook,
)
from plancompare.vocabulary import (
    Indicator as Indicator,
)
from plancompare.vocabulary import (
    Label as Label,
)
from plancompare.vocabulary import (
    Lang as Lang,
)
from plancompare.vocabulary import (
    Lexicon as Lexicon,
)
from plancompare.vocabulary import (
    Number as Number,
)
from plancompare.vocabulary import (
    Op as Op,
)
from plancompare.vocabulary import (
    Theme as Theme,
)

Strength = Literal["binding", "plan", "hedged"]
Extent = Literal["full", "excerpt"]
Reading = Literal["whole", "part"]


class Baseline(NamedTuple):
    """The value that a target starts from, and its year if known."""

    value: Number
    year: int | None = None


class Target(NamedTuple):
    """A figure promised: what is counted, how it is bounded, by when.

    ``indicator`` is an id of the registry, or ``label`` names what no indicator covers. ``op`` is ``range``
    (then ``low`` and ``high``), or bounds ``value``. ``by`` is the year it is due.
    """

    indicator: str
    label: str
    op: Op
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    by: int | None
    baseline: Baseline | None
    note: str = ""
    at: Location = NOWHERE

    @property
    def measure(self) -> str:
        """What tells targets of the same thing: the indicator's id, else the label."""
        return self.indicator or self.label


class Evidence(NamedTuple):
    """A short phrase that finds the place in the source; prefix and suffix where the phrase alone is ambiguous."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    at: Location = NOWHERE


class Section(NamedTuple):
    """A heading of the document: where it puts itself (``path``), what it says, and a curator's theme pin."""

    id: str
    path: str
    heading: str
    theme: str = ""
    at: Location = NOWHERE


class Commitment(NamedTuple):
    """One actor, one act or outcome that another district might promise separately.

    ``text`` is in the curator's words. ``theme`` is a curator's pin ("" leaves the theme to the matcher),
    ``also`` names further themes. ``word`` is the word of the source that shows the ``strength``.
    ``waived`` maps the name of a check to the reason why its finding is accepted here.
    """

    plan: str
    id: str
    section: Section
    text: str
    evidence: tuple[Evidence, ...] = ()
    theme: str = ""
    also: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    strength: Strength = "plan"
    word: str = ""
    named: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    note: str = ""
    waived: Mapping[str, str] = MappingProxyType({})
    at: Location = NOWHERE

    @property
    def key(self) -> str:
        """The commitment's name in a whole collection: ``plan/id``."""
        return f"{self.plan}/{self.id}"

    @property
    def place(self) -> str:
        """Where the document puts the commitment: number and heading of its section."""
        return f"{self.section.path} {self.section.heading}".strip()

    @property
    def pin(self) -> str:
        """The theme a curator gave, to the commitment itself or to its section."""
        return self.theme or self.section.theme


class Area(NamedTuple):
    """The place a plan governs; ``level`` is province, city, district or county."""

    name: str = ""
    level: str = ""
    code: str = ""


class Source(NamedTuple):
    """The document behind an encoding; ``extent`` says whether we hold all of it."""

    extent: Extent = "excerpt"
    url: str = ""
    file: str = ""
    sha256: str = ""


class Plan(NamedTuple):
    """One plan document, encoded.

    ``reads`` maps a theme to how much of it the text that we hold treats (excerpts only).
    ``not_applicable`` maps a theme to a curator's reason why it cannot apply here. A ``draft`` coding is a machine's.
    ``incomplete`` counts records that could not be read: a blank of such a plan proves nothing.
    """

    id: str
    name: str
    title: str
    area: Area
    issuer: str
    period: tuple[int, int] | None
    dates: Mapping[str, str]
    status: str
    source: Source
    reads: Mapping[str, Reading]
    sections: tuple[Section, ...]
    commitments: tuple[Commitment, ...]
    not_applicable: Mapping[str, str] = MappingProxyType({})
    incomplete: int = 0
    waived: Mapping[str, str] = MappingProxyType({})
    coding: str = ""
    file: str = ""
    at: Location = NOWHERE

    def covers(self, theme: str) -> bool:
        """Whether a blank under ``theme`` may be called "not found"."""
        if self.incomplete:
            return False
        return self.source.extent == "full" or self.reads.get(theme) == "whole"


class Decision(NamedTuple):
    """A curator's ruling: these commitments are one row (``same``), these two are not (``different``), or ``unsure``.

    A row has an ``id`` and a label; a ruling on a pair alone has none and joins the rows that its members stand in.

    ``members`` are keys (``plan/commitment``), ``digests`` the short hash of each text as it was judged,
    ``not_applicable`` maps a plan to the reason why the row cannot apply to it.
    """

    kind: Literal["same", "different", "unsure"]
    members: tuple[str, ...]
    id: str = ""
    label: Label | None = None
    digests: Mapping[str, str] = MappingProxyType({})
    not_applicable: Mapping[str, str] = MappingProxyType({})
    reason: str = ""
    who: str = ""
    date: str = ""
    at: Location = NOWHERE


class Rulings(NamedTuple):
    """All that a decisions file says.

    ``reviewed`` maps plans that were gone through from end to end to the short hash of their commitments' ids: among
    such plans, what no row names is in no row.
    """

    decisions: tuple[Decision, ...] = ()
    reviewed: Mapping[str, str] = MappingProxyType({})
    file: str = ""


class InputFile(NamedTuple):
    """A file that was read: its name inside the collection and its bytes."""

    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes; only reports ask for it, and OpenSSL takes a while to load."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()


class Corpus(NamedTuple):
    """A collection in memory: plans sorted by id, codebook, indicators, decisions; what was read, what was wrong."""

    plans: tuple[Plan, ...]
    codebook: Codebook
    indicators: Mapping[str, Indicator]
    rulings: Rulings = Rulings()
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The rulings on rows and pairs."""
        return self.rulings.decisions

    def commitments(self) -> Iterator[Commitment]:
        """All commitments, plan by plan."""
        for plan in self.plans:
            yield from plan.commitments
