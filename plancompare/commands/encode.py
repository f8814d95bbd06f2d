"""`plancompare encode`."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands.files import editor_schema, watched
from plancompare.commands.options import Session, force_option, speaking
from plancompare.errors import PlanCompareError
from plancompare.files import edit, refuse_unwritable, write_whole
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.drafting.documents import Document
    from plancompare.drafting.encoding.propose import Proposer
    from plancompare.drafting.encoding.units import LeftOut
    from plancompare.model import Codebook, Indicator, Lang

    Indicators = Mapping[str, Indicator]

_PERIOD = re.compile(r"(\d{4})\s*[-–—~]\s*(\d{4})\Z")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Plan file (default: stdout).")
@click.option("--into", type=click.Path(dir_okay=False, path_type=Path), help="Add what this plan file lacks.")
@force_option
@click.option("--id", "identity", default="", help="The plan's id (default: the file's name).")
@click.option("--name", default="", help="Short label for columns (default: the place in the title).")
@click.option(
    "--period", "years", default="", metavar="YEAR-YEAR", help="The plan's years (default: as its title says)."
)
@click.option("--excerpt", is_flag=True, help="The file holds only a part of the document.")
@click.option(
    "--left-out", is_flag=True, help="Also tell, on stderr, which clauses were taken for no promise, and why."
)
@speaking
def command(
    session: Session,
    file: Path,
    output: Path | None,
    into: Path | None,
    force: bool,
    identity: str,
    name: str,
    years: str,
    excerpt: bool,
    left_out: bool,
) -> None:
    """A first encoding of a plan text (txt, md, docx, html, pdf) or of lists in a workbook (xlsx), to be curated.

    The plan file says `coding: draft`; what was doubtful stands in it as comments. With --into, records are added for
    passages that the file has not encoded yet; what a curator wrote there stays byte for byte.

    \b
    plancompare encode north.txt -o drafts/new.yaml
    plancompare encode north.txt --into drafts/north.yaml
    """
    from plancompare.drafting.documents import read

    for path in filter(None, (output, into)):
        refuse_unwritable(path)
    if into is None and output is not None and lexists(output) and not force:
        raise PlanCompareError(f"{output} is there already; add to it with --into, or write over it with --force")
    if into is not None and output is not None:
        raise PlanCompareError("--into adds to a plan file, -o writes a new one; give one of them")
    if identity and not _ID.match(identity):
        raise PlanCompareError(f'"{identity}" is no id; use letters, digits, ".", "_" and "-"')
    period = _period(years)
    codebook, indicators = _words(session)
    document = read(file, watched)
    if into is None:
        proposer = _draft(
            document, codebook, indicators, Asked(identity, name, period, excerpt, output, force), session.lang
        )
    else:
        proposer = _grow(document, codebook, indicators, period, into, session.lang)
    for note in document.notes:
        click.echo(f"{file.name}: {note.told(session.lang)}", err=True)
    _tell_left_out(proposer.left_out, left_out, session.lang)


class Asked(NamedTuple):
    """What a person asked of a new draft."""

    identity: str
    name: str
    period: tuple[int, int] | None
    excerpt: bool
    output: Path | None
    force: bool

    @property
    def given(self) -> tuple[str, ...]:
        """The fields that are no guess."""
        return tuple(key for key, value in (("name", self.name), ("period", self.period)) if value)


def _draft(
    document: "Document", codebook: "Codebook", indicators: "Indicators", asked: Asked, lang: "Lang"
) -> "Proposer":
    """Write a new plan file, to the file asked for or to stdout."""
    from plancompare.drafting.encoding.draft import plan_text
    from plancompare.drafting.encoding.front import front
    from plancompare.drafting.encoding.propose import Proposer
    from plancompare.drafting.encoding.steering import Steering

    head = front(document, Steering(codebook.lexicon), asked.identity, asked.period)
    head = head._replace(name=asked.name or head.name, guessed=tuple(g for g in head.guessed if g not in asked.given))
    proposer = Proposer(codebook, indicators, head.period)
    records = proposer.records(document, head.id, watched)
    extent = "excerpt" if asked.excerpt else "full"
    source = {"file": document.file, "sha256": document.sha256, "extent": extent}
    text = plan_text(head, source, records, editor_schema(asked.output.parent if asked.output else Path()), lang)
    if asked.output is None:
        click.echo(text.encode(), nl=False)  # UTF-8 whatever the locale
    else:
        write_whole(asked.output, text.encode(), asked.force)
    doubtful = sum(bool(record.doubts) for record in records)
    targets = sum(len(record.commitment.targets) for record in records)
    told = say("encoded", lang, records=len(records), targets=targets, doubtful=doubtful)
    click.echo(told, err=True)
    return proposer


def _grow(
    document: "Document",
    codebook: "Codebook",
    indicators: "Indicators",
    period: tuple[int, int] | None,
    into: Path,
    lang: "Lang",
) -> "Proposer":
    """Add to the plan file what it lacks."""
    from plancompare.drafting.encoding.front import front
    from plancompare.drafting.encoding.merge import Merged, merge
    from plancompare.drafting.encoding.propose import Proposer
    from plancompare.drafting.encoding.steering import Steering
    from plancompare.reading.writing.growth import PlanFile

    file = PlanFile(into)
    head = front(document, Steering(codebook.lexicon), file.plan.id, period or file.plan.period)
    proposer = Proposer(codebook, indicators, head.period)
    records = proposer.records(document, file.plan.id, watched)
    merges: list[Merged] = []

    def grown(data: bytes | None) -> bytes:  # of what the file holds now: a curator may have saved it meanwhile
        merges.append(merge(PlanFile(into, data), records, document, lang))
        return merges[-1].text.encode()

    edit(into, grown)
    merged = merges[-1]
    for lost in merged.lost:
        click.echo(say("encode_lost", lang, id=lost.id, quote=lost.evidence.quote), err=True)
    click.echo(say("encode_added", lang, added=merged.added, lost=len(merged.lost), file=into), err=True)
    return proposer


def _words(session: Session) -> "tuple[Codebook, Indicators]":
    """The collection's codebook and indicators; steering words that its codebook lacks are the shipped one's."""
    from plancompare.reading.collection import vocabulary

    return vocabulary(session.root)


def _period(years: str) -> tuple[int, int] | None:
    if not years:
        return None
    found = _PERIOD.match(years.strip())
    if found is None or not 1900 <= int(found[1]) <= int(found[2]) <= 2200:
        raise PlanCompareError(f'"{years}" is no period; write it as 2021-2025')
    return int(found[1]), int(found[2])


def _tell_left_out(left_out: "Sequence[LeftOut]", each: bool, lang: "Lang") -> None:
    from plancompare.telling.text import printable

    reasons = Counter(left.reason for left in left_out)
    if each:
        for left in left_out:
            click.echo(f"{say(_reason(left.reason), lang)}: {printable(left.text)}", err=True)
    elif reasons:
        told = ", ".join(f"{say(_reason(reason), lang)} {count}" for reason, count in reasons.most_common())
        click.echo(say("left_out", lang, count=len(left_out), reasons=told), err=True)


def _reason(reason: str) -> str:
    return f"left_{reason.replace(' ', '_')}"
