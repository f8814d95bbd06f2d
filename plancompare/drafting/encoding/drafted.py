"""A document encoded by machine: the head of its plan, the records proposed, and what was taken for no promise."""

from collections.abc import Mapping
from typing import NamedTuple

from plancompare.drafting.documents.model import Document, Watch
from plancompare.drafting.encoding.front import Front, front
from plancompare.drafting.encoding.proposer import Proposer
from plancompare.drafting.encoding.records import Record
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.units import LeftOut
from plancompare.model import Codebook, Indicator, Plan, Source

Vocabulary = tuple[Codebook, Mapping[str, Indicator]]


class Draft(NamedTuple):
    """A first encoding of ``document``, to be curated.

    ``left_out`` are the clauses that were taken for no promise, with the reason, in their order.
    """

    document: Document
    front: Front
    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def plan(self) -> Plan:
        """The draft as a plan in memory, whose text is held whole."""
        commitments = tuple(record.commitment for record in self.records)
        head = self.front
        return Plan(
            id=head.id,
            name=head.name,
            title=head.title,
            area=head.area,
            issuer=head.issuer,
            period=head.period,
            dates=head.dates,
            status=head.status,
            source=Source("full", file=self.document.file, sha256=self.document.sha256),
            reads={},
            sections=tuple(dict.fromkeys(commitment.section for commitment in commitments)),
            commitments=commitments,
            coding="draft",
            file=self.document.file,
        )


def draft_of(
    document: Document, vocabulary: Vocabulary, identity: str, period: tuple[int, int] | None, watch: Watch
) -> Draft:
    """The draft of ``document``; see `plancompare.drafting.draft`."""
    codebook, indicators = vocabulary
    head = front(document, Steering(codebook.lexicon), identity, period)
    proposer = Proposer(codebook, indicators, head.period)
    records = proposer.records(document, head.id, watch)
    return Draft(document, head, tuple(records), tuple(proposer.left_out))
