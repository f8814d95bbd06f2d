"""A collection in memory: plans, what describes them, what people ruled, what was read and what was wrong."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol
from zlib import crc32

from plancompare.findings import NOWHERE, Finding, Location
from plancompare.model.codebook import Codebook, Indicator, Label
from plancompare.model.notebook import html_table, shortened
from plancompare.model.plans import Commitment, Plan
from plancompare.model.standards import Catalogue


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

    def __repr__(self) -> str:
        return f"<Decision {self.id or self.kind}: {len(self.members)} commitments, {self.kind}>"


class Rulings(NamedTuple):
    """All that a decisions file says.

    ``reviewed`` maps plans that were gone through from end to end to the short hash of their commitments' ids: among
    such plans, what no row names is in no row.
    """

    decisions: tuple[Decision, ...] = ()
    reviewed: Mapping[str, str] = MappingProxyType({})
    file: str = ""

    def __repr__(self) -> str:
        return f"<Rulings: {len(self.decisions)} decisions, {len(self.reviewed)} plans reviewed>"


class InputFile(NamedTuple):
    """A file that was read: its name inside the collection, hash and number of its bytes, and where it lay."""

    path: str
    sha256: str
    size: int
    file: str


class Store(Protocol):
    """Keeps bytes by name from one run to the next; it may forget at any time, and what it hands out may be foreign."""

    def get(self, name: str) -> bytes | None:
        """What was kept under ``name``, if anything."""

    def put(self, name: str, data: bytes) -> None:
        """Keep ``data``; nothing happens where that cannot be."""


class Index(Protocol):
    """Keeps small pieces by name, many at once; like a store it may forget, and checks what it hands out."""

    def get(self, name: str) -> bytes | None:
        """What was kept under ``name``, as it was written; None where there is none."""

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Keep all of ``pieces``, or none where that cannot be."""


class _Forgetful(NamedTuple):
    """A store that keeps nothing."""

    def get(self, name: str) -> bytes | None:
        return None

    def put(self, name: str, data: bytes) -> None:
        return None


NO_STORE: Store = _Forgetful()


class Corpus(NamedTuple):
    """A collection in memory: plans sorted by id, what describes them, rulings; what was read, what was wrong.

    From one run to the next ``store`` keeps what is dear to make of the catalogue, ``kept`` what is dear to make of
    single plans.
    """

    plans: tuple[Plan, ...]
    codebook: Codebook
    indicators: Mapping[str, Indicator]
    rulings: Rulings = Rulings()
    catalogue: Catalogue = Catalogue()
    store: Store = NO_STORE
    kept: Index | None = None
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        return f"<Corpus of {', '.join(plan.id for plan in self.plans)}: {len(self.findings)} findings>"

    def _repr_html_(self) -> str:
        """A small table for notebooks: the plans, and how much is in them."""
        heads = ("id", "plan", "title", "period", "text", "commitments")
        lines = []
        for plan in self.plans:
            period = "-".join(map(str, plan.period)) if plan.period else ""
            about = (plan.id, plan.name, shortened(plan.title), period, plan.source.extent)
            lines.append((*about, len(plan.commitments)))
        return html_table(heads, lines)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The rulings on rows and pairs."""
        return self.rulings.decisions

    def commitments(self) -> Iterator[Commitment]:
        """All commitments, plan by plan."""
        for plan in self.plans:
            yield from plan.commitments


def digest(text: str) -> str:
    """The short hash by which a decision remembers the text that was judged: CRC-32, in eight hexadecimal digits.

    It has to notice a changed word, not to withstand a forger, and it costs a diff nothing.
    """
    return f"{crc32(text.encode()):08x}"


def ids_digest(plan: Plan) -> str:
    """The short hash of a plan's commitment ids, by which a review remembers what it went through."""
    return digest("\n".join(sorted(commitment.id for commitment in plan.commitments)))
