"""`plancompare verify`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from plancompare.commands import values
from plancompare.commands.options import json_option, plans_argument, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import a_folder

if TYPE_CHECKING:
    from plancompare.asking.verification import Verified
    from plancompare.model import Lang

UNPROVED = 2  # status: a source is input that cannot be used; a lost phrase has another


@click.command(cls=Command)
@plans_argument()
@click.option(
    "--sources",
    required=True,
    envvar="PLANCOMPARE_SOURCES",
    type=values.Path(exists=True, file_okay=False, path_type=Path),
    callback=a_folder,
    help="Folder of the documents that the plans name as their sources.",
)
@json_option
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    sources: Path,
    form: str,
) -> None:
    """Find every evidence phrase again in its source: exact, moved, fuzzy, ambiguous or lost. Exit 1 if one is lost.

    Exit 2 if the source of a plan is missing, so that nothing of it is proved.

    Sources may be texts, Word, HTML, PDF, Markdown or Excel files, read as `encode` reads them. Widths of characters,
    white space, line breaks, page markers, simplified and traditional characters make no difference.

    \b
    plancompare verify --sources sources/
    plancompare verify 丰台 --sources sources/ -f json
    """
    put(session, proofs(session, plans, sources, form == "json"))


def proofs(session: Session, plans: tuple[str, ...], sources: Path, as_json: bool = False) -> Outcome:
    """What became of every phrase of ``plans`` in the texts of the folder ``sources``.

    Status 1 if a phrase is lost, else 2 if a source is missing: what was not looked at is not proved.
    """
    from plancompare.asking.verification import verify_plans
    from plancompare.drafting import read_text

    corpus, chosen = session.choose(plans)
    verified = verify_plans([p for p in corpus.plans if p.id in chosen], sources, read_text)
    missing = _missing(verified, session.lang)
    status = 1 if any(proof.status == "lost" for proof in verified.proofs) else UNPROVED if missing else 0
    if as_json:
        from plancompare.formats.answers import proof_data
        from plancompare.formats.json import json_bytes

        data = json_bytes([proof_data(proof) for proof in verified.proofs])
        return Outcome(data=data, notes=missing, status=status)
    from plancompare.telling.judging import doubtful_proofs

    notes = [*_counts(verified, session.lang), *missing]
    return Outcome(doubtful_proofs(verified.proofs, session.lang), notes=notes, status=status)


def _missing(verified: "Verified", lang: "Lang") -> list[str]:
    """A line on the plans whose sources are not there, if there are any."""
    from plancompare.telling.words import clauses, say

    plans = [plan for plan, trouble in verified.troubles if trouble == "no_source"]
    if not plans:
        return []
    phrases = sum(len(commitment.evidence) for plan in plans for commitment in plan.commitments)
    named = clauses([f"{plan.name} ({plan.source.file or '?'})" for plan in plans], lang)
    return [say("no_source", lang, phrases=phrases, plans=named)]


def _counts(verified: "Verified", lang: "Lang") -> list[str]:
    """Troubles with sources that are there, how many phrases fared how, and how many texts are copies."""
    from plancompare.asking.verification import Status
    from plancompare.telling.words import say

    troubles = [(plan, trouble) for plan, trouble in verified.troubles if trouble != "no_source"]
    notes = [say(trouble, lang, plan=plan.name, file=plan.source.file) for plan, trouble in troubles]
    counts = Counter(proof.status for proof in verified.proofs)
    statuses = {status: counts[status] for status in get_args(Status)}
    if verified.proofs:
        notes.append(say("verified", lang, total=len(verified.proofs), **statuses))
    if verified.texts:
        share = len(verified.copies) / verified.texts
        notes.append(say("copied", lang, count=len(verified.copies), share=share))
    return notes
