"""A document encoded on the fly: the same records as `encode` writes, as a plan in memory."""

from collections.abc import Mapping
from pathlib import Path

from plancompare.drafting.documents import read
from plancompare.drafting.documents.model import Watch
from plancompare.drafting.encoding.front import front
from plancompare.drafting.encoding.propose import Proposer
from plancompare.drafting.encoding.steering import Steering
from plancompare.model import Codebook, Indicator, InputFile, Plan, Source


def encoded(
    path: Path, id: str, codebook: Codebook, indicators: Mapping[str, Indicator], watch: Watch
) -> tuple[Plan, InputFile]:
    """The plan in the file ``path``, held whole, not curated; and the file as an input. PlanCompareError as `read`."""
    document = read(path, watch)
    head = front(document, Steering(codebook.lexicon), id)
    records = Proposer(codebook, indicators, head.period).records(document, id, watch)
    commitments = tuple(record.commitment for record in records)
    plan = Plan(
        id=id,
        name=head.name,
        title=head.title,
        area=head.area,
        issuer=head.issuer,
        period=head.period,
        dates=head.dates,
        status=head.status,
        source=Source("full", file=document.file, sha256=document.sha256),
        reads={},
        sections=tuple(dict.fromkeys(commitment.section for commitment in commitments)),
        commitments=commitments,
        coding="draft",
        file=document.file,
    )
    return plan, InputFile(document.file, document.sha256, path.stat().st_size, str(path))
