"""A plan: its sections, commitments, targets and phrases of evidence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from plancompare.findings import NOWHERE, Location
from plancompare.model.codebook import Number, Op
from plancompare.model.notebook import shortened

Strength = Literal["binding", "plan", "hedged"]
Extent = Literal["full", "excerpt"]
Reading = Literal["whole", "part"]


class Baseline(NamedTuple):
    """The value that a target starts from, and its year if known."""

    value: Number
    year: int | None = None


A_THING = "项"  # the unit of what is done or not, by the coding manual


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

    @property
    def milestone(self) -> bool:
        """Whether it measures nothing: a thing with a name that is done or not by a year."""
        return (self.op, self.value, self.unit) == ("=", 1, A_THING) and not self.indicator


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

    ``text`` is in the curator's words. ``theme`` is a curator's pin ("" leaves the theme to the matcher), ``also``
    names further themes. ``standard`` is the id of the usual promise that a curator coded it as, "none" where a person
    found none that fits, "" where nobody has looked; ``proposed`` is what a machine would code. ``word`` is the word of
    the source that shows the ``strength``. ``waived`` maps the name of a check to the reason why its finding is
    accepted here.
    """

    plan: str
    id: str
    section: Section
    text: str
    evidence: tuple[Evidence, ...] = ()
    theme: str = ""
    also: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    standard: str = ""
    proposed: str = ""
    strength: Strength = "plan"
    word: str = ""
    named: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    note: str = ""
    waived: Mapping[str, str] = MappingProxyType({})
    at: Location = NOWHERE

    def __repr__(self) -> str:
        return f"<Commitment {self.key}: {shortened(self.text)}>"

    @property
    def key(self) -> str:
        """The commitment's name in a whole collection: ``plan/id``."""
        return f"{self.plan}/{self.id}"

    @property
    def place(self) -> str:
        """Where the document puts the commitment: number and heading of its section."""
        return f"{self.section.path} {self.section.heading}".strip()

    @property
    def has_figure(self) -> bool:
        """Whether it counts something; what is done or not by a year has no figure."""
        return any(not target.milestone for target in self.targets)

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

    def __repr__(self) -> str:
        return f"<Plan {self.id} {self.name}: {len(self.commitments)} commitments, {self.source.extent}>"

    @property
    def is_draft(self) -> bool:
        """Whether a machine alone has encoded it, so that nobody vouches for its records or its blanks."""
        return self.coding == "draft"

    def covers(self, theme: str) -> bool:
        """Whether a blank under ``theme`` may be called "not found"."""
        if self.incomplete:
            return False
        return self.source.extent == "full" or self.reads.get(theme) == "whole"
