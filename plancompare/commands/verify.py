"""`plancompare verify`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from plancompare.commands import values
from plancompare.commands.options import Session, json_option, plans_argument, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.values import a_folder

if TYPE_CHECKING:
    from plancompare.asking.verification import Verified
    from plancompare.model import Lang


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

    Sources may be texts, Word, HTML, PDF, Markdown or Excel files, read as `encode` reads them. Widths of characters,
    white space, line breaks, page markers, simplified and traditional characters make no difference.

    \b
    plancompare verify --sources sources/
    plancompare verify 丰台 --sources sources/ -f json
    """
    put(session, proofs(session, plans, sources, form == "json"))


def proofs(session: Session, plans: tuple[str, ...], sources: Path, as_json: bool = False) -> Outcome:
    """What became of every phrase of ``plans`` in the texts of the folder ``sources``; status 1 if one is lost."""
    from plancompare.asking.verification import verify_plans
    from plancompare.drafting import read_text

    corpus, chosen = session.choose(plans)
    verified = verify_plans([p for p in corpus.plans if p.id in chosen], sources, read_text)
    status = int(any(proof.status == "lost" for proof in verified.proofs))
    if as_json:
        from plancompare.formats.answers import proof_data
        from plancompare.formats.json import json_bytes

        return Outcome(data=json_bytes([proof_data(proof) for proof in verified.proofs]), status=status)
    from plancompare.telling.judging import doubtful_proofs

    return Outcome(doubtful_proofs(verified.proofs, session.lang), notes=_counts(verified, session.lang), status=status)


def _counts(verified: "Verified", lang: "Lang") -> list[str]:
    """Troubles with sources, how many phrases fared how, and how many texts are copies."""
    from plancompare.asking.verification import Status
    from plancompare.telling.words import say

    notes = [say(key, lang, plan=plan.name, file=plan.source.file or "?") for plan, key in verified.troubles]
    counts = Counter(proof.status for proof in verified.proofs)
    statuses = {status: counts[status] for status in get_args(Status)}
    notes.append(say("verified", lang, total=len(verified.proofs), **statuses))
    if verified.texts:
        share = len(verified.copies) / verified.texts
        notes.append(say("copied", lang, count=len(verified.copies), share=share))
    return notes
