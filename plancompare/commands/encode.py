"""`plancompare encode`."""

import re
from collections import Counter
from collections.abc import Sequence
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.commands import values
from plancompare.commands.files import put_editor_schema, watched
from plancompare.commands.options import force_option, speaking
from plancompare.commands.pages import Command
from plancompare.commands.plan_files import Wish, put_plan
from plancompare.commands.projects import encode_project, is_project
from plancompare.commands.session import Session
from plancompare.commands.streams import tell
from plancompare.commands.values import a_file
from plancompare.errors import PlanCompareError
from plancompare.files import edit, refuse_unwritable
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.drafting.documents.model import Document
    from plancompare.drafting.encoding.draft import Draft, Vocabulary
    from plancompare.drafting.encoding.judging import LeftOut
    from plancompare.model import Lang

_PERIOD = re.compile(r"(\d{4})\s*[-–—~]\s*(\d{4})\Z")
FEWEST = 3  # phrases of a plan: that all of fewer were reworded may happen to one text
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


@click.command(cls=Command)
@click.argument("file", type=values.Path(path_type=Path))
@click.option(
    "-o", "--output", type=values.Path(path_type=Path), help="Plan file (default: stdout); for several, a folder."
)
@click.option(
    "--into",
    type=values.Path(dir_okay=False, path_type=Path),
    callback=a_file,
    help="Add what this plan file lacks.",
)
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

    A project that people coded in NVivo, MAXQDA, ATLAS.ti or QualCoder (REFI-QDA, .qdpx) gives a plan file for each of
    its texts: a record for each coded passage, its theme and standard where a code is called like one.

    The plan file says `coding: draft`; what was doubtful stands in it as comments. With --into, records are added for
    passages that the file has not encoded yet; what a curator wrote there stays byte for byte.

    \b
    plancompare encode north.txt -o drafts/new.yaml
    plancompare encode north.txt --into drafts/north.yaml
    plancompare encode project.qdpx -o drafts/
    """
    from plancompare.drafting import read
    from plancompare.drafting.encoding.draft import Vocabulary
    from plancompare.reading.collection import vocabulary
    from plancompare.telling.drafts import note_text

    output = None if output == Path("-") else output
    if identity and not _ID.match(identity):
        raise PlanCompareError('"{identity}" is no id; use letters, digits, ".", "_" and "-"', identity=identity)
    wish = Wish(output, force, identity, name, _period(years), excerpt)
    if is_project(file):
        if into is not None:
            raise PlanCompareError("--into adds what a text says; the drafts of a project are new files: use -o")
        encode_project(session, file, wish)
        return
    for path in filter(None, (output, into)):
        refuse_unwritable(path)
    if into is None and output is not None and lexists(output) and not force:
        raise PlanCompareError(
            "{output} is there already; add to it with --into, or write over it with --force", output=output
        )
    if into is not None and output is not None:
        raise PlanCompareError("--into adds to a plan file, -o writes a new one; give one of them")
    words = Vocabulary(*vocabulary(session.root))
    document = read(file, watched)
    if into is None:
        draft = _new(document, words, wish, session.lang)
        if output is not None:
            put_editor_schema(session, output.parent)
    else:
        draft = _grow(document, words, wish, into, session.lang)
    for note in document.notes:
        tell(f"{file.name}: {note_text(note, session.lang)}")
    _tell_left_out(draft.left_out, left_out, session.lang)


def _new(document: "Document", words: "Vocabulary", wish: Wish, lang: "Lang") -> "Draft":
    """Write a new plan file, to the file asked for or to stdout."""
    from plancompare.drafting import draft

    encoded = draft(document, words, wish.identity, wish.period, watched)
    encoded = put_plan(encoded, wish.output, wish, wish.excerpt, lang)
    doubtful = sum(bool(record.doubts) for record in encoded.records)
    targets = sum(len(record.commitment.targets) for record in encoded.records)
    called = {"id": encoded.front.id, "name": encoded.front.name}
    tell(say("encoded", lang, records=len(encoded.records), targets=targets, doubtful=doubtful, **called))
    stem = wish.output.stem if wish.output else ""
    if stem and stem != encoded.front.id and _ID.match(stem):
        tell(say("encode_called", lang, id=encoded.front.id, stem=stem))
    return encoded


def _grow(document: "Document", words: "Vocabulary", wish: Wish, into: Path, lang: "Lang") -> "Draft":
    """Add to the plan file what it lacks.

    Raises PlanCompareError for a text in which nothing of the plan stands, unless the person insists.
    """
    from plancompare.drafting import draft
    from plancompare.reading.writing.growth import PlanFile
    from plancompare.telling.drafts import Grown, grown_text

    file = PlanFile(into)
    encoded = draft(document, words, file.plan.id, wish.period or file.plan.period, watched)
    versions: list[Grown] = []

    def grown_bytes(data: bytes | None) -> bytes:  # of what the file holds now: a curator may have saved it meanwhile
        held = PlanFile(into, data)
        grown = grown_text(held, encoded, lang)
        phrases = sum(len(commitment.evidence) for commitment in held.plan.commitments)
        if phrases >= FEWEST and len(grown.lost) >= phrases and not wish.force:
            raise PlanCompareError(
                "nothing of {into} stands in {file}, so it is another text; --force adds what it says all the same",
                into=into,
                file=document.file,
            )
        versions.append(grown)
        return versions[-1].text.encode()

    edit(into, grown_bytes)
    grown = versions[-1]
    for lost in grown.lost:
        tell(say("encode_lost", lang, id=lost.id, quote=lost.evidence.quote))
    tell(say("encode_added", lang, added=grown.added, lost=len(grown.lost), file=into))
    return encoded


def _period(years: str) -> tuple[int, int] | None:
    if not years:
        return None
    match = _PERIOD.match(years.strip())
    if match is None or not 1900 <= int(match[1]) <= int(match[2]) <= 2200:
        raise PlanCompareError('"{years}" is no period; write it as 2021-2025', years=years)
    return int(match[1]), int(match[2])


def _tell_left_out(left_out: "Sequence[LeftOut]", each: bool, lang: "Lang") -> None:
    from plancompare.telling.text import printable

    reasons = Counter(left.reason for left in left_out)
    if each:
        for left in left_out:
            tell(f"{say(f'left_{left.reason}', lang)}: {printable(left.text)}")
    elif reasons:
        counts = ", ".join(f"{say(f'left_{reason}', lang)} {count}" for reason, count in reasons.most_common())
        tell(say("left_out", lang, count=len(left_out), reasons=counts))
