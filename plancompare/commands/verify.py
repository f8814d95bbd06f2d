"""`plancompare verify`."""

import json
import sys
from pathlib import Path

import click

from plancompare.commands.options import Session, plans_argument, speaking


@click.command()
@plans_argument()
@click.option(
    "--sources",
    required=True,
    envvar="PLANCOMPARE_SOURCES",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the source texts that the plans name.",
)
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    sources: Path,
    form: str,
) -> None:
    """Find every evidence phrase again in its source: exact, moved, fuzzy, ambiguous or lost. Exit 1 if one is lost.

    Widths of characters, white space, line breaks and page markers make no difference.

    \b
    plancompare verify --sources sources/
    plancompare verify 丰台 --sources sources/ -f json
    """
    from plancompare.asking.verification import Verified, verify_plans
    from plancompare.formats.proofs import proof_data, write_proofs

    corpus, chosen = session.choose(plans)
    verified: Verified = verify_plans([p for p in corpus.plans if p.id in chosen], sources)
    if form == "json":
        click.echo(json.dumps([proof_data(p) for p in verified.proofs], ensure_ascii=False, indent=1))
    else:
        write_proofs(verified, session.lang)
    if any(proof.status == "lost" for proof in verified.proofs):
        sys.exit(1)
