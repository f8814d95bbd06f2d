"""`plancompare check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.commands.options import Session, speaking
from plancompare.errors import PlanCompareError

if TYPE_CHECKING:
    from plancompare.model import Corpus


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--waived", is_flag=True, help="Show the findings that curators accept, with their reasons.")
@click.option("--hints", is_flag=True, help="Show what may be worth another look, too.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@speaking
def command(
    session: Session,
    paths: tuple[Path, ...],
    waived: bool,
    hints: bool,
    form: str,
) -> None:
    """Every fault of a collection in one run, as `file:line:col: level: message (check)`. Exit 1 on errors.

    PATH is a folder of plans, or single plan files, which are held against the codebook of the collection.

    \b
    plancompare check
    plancompare check my-plans
    plancompare check drafts/north.yaml
    """
    from plancompare import checks
    from plancompare.findings import errors
    from plancompare.telling.words import say

    corpus, wanted = _read(session, paths)
    found = [f for f in checks.run(corpus) if wanted is None or Path(f.at.file).resolve() in wanted]
    told = [f for f in found if (waived or not f.reason) and (hints or f.level != "hint")]
    if form == "json":
        import json

        from plancompare.formats.json import finding_data

        click.echo(json.dumps([finding_data(f) for f in told], ensure_ascii=False, indent=1))
    else:
        for finding in told:
            click.echo(str(finding))
    plans = [p for p in corpus.plans if wanted is None or Path(p.file).resolve() in wanted]
    summary = say(
        "checked",
        session.lang,
        files=len(wanted) if wanted is not None else len(corpus.inputs),
        commitments=sum(len(plan.commitments) for plan in plans),
        errors=len(errors(found)),
        warnings=sum(f.level == "warning" and not f.reason for f in found),
        waived=sum(bool(f.reason) for f in found),
    )
    click.echo(summary, err=True)
    if errors(found):
        sys.exit(1)


def _read(session: Session, paths: tuple[Path, ...]) -> "tuple[Corpus, set[Path] | None]":
    """The collection that ``paths`` speak of, and the files to tell about (None: all)."""
    from plancompare.reading.collection import ROLES

    for path in paths:
        if not path.exists():
            raise PlanCompareError(f"no file or folder {path}")
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    if len(folders) > 1:
        raise PlanCompareError("check one folder at a time; ids and decisions belong to a folder")
    # codebook, indicators and decisions are checked with the plans beside them
    homes = folders or [path.parent for path in files if path.name in ROLES]
    if homes:
        session.folder = homes[0]
    corpus = session.corpus([path for path in files if path.name not in ROLES])
    return corpus, {path.resolve() for path in files} if files and not folders else None
