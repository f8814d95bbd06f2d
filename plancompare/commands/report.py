"""`plancompare report`."""

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.commands.diff import KINDS
from plancompare.commands.options import (
    Session,
    compared,
    plans_argument,
    speaking,
    warn_of_losses,
)
from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS

if TYPE_CHECKING:
    from plancompare.comparison import Comparison


@click.command()
@plans_argument()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help="File; - is stdout (default).")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--theme", default="", help="Only this theme (id or label).")
@click.option("--only", multiple=True, type=click.Choice(KINDS), help="Only rows of this kind; may be repeated.")
@click.option("--no-decisions", is_flag=True, help="Ignore curators' rulings.")
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    form: str | None,
    output: str,
    force: bool,
    theme: str,
    only: tuple[str, ...],
    no_decisions: bool,
) -> None:
    """The comparison as a file. JSON follows the schema shipped in plancompare/schema/report.schema.json.

    \b
    plancompare report -f json -o comparison.json
    plancompare report 朝阳 丰台 -f json --theme 教师待遇
    """
    from plancompare.formats import writer

    form = form or _by_suffix(output)
    _, comparison = compared(session, plans, theme, only, decisions=not no_decisions)
    if output == "-":
        held = StringIO()
        writer(form)(comparison, held)
        click.echo(held.getvalue().encode(), nl=False)  # UTF-8 whatever the locale
    else:
        _write_whole(Path(output), form, comparison, force)
    warn_of_losses(comparison)


def _by_suffix(output: str) -> str:
    suffix = Path(output).suffix.removeprefix(".")
    if suffix not in FORMATS:
        raise PlanCompareError(f"which format? name one with -f: {', '.join(FORMATS)}")
    return suffix


def _write_whole(path: Path, form: str, comparison: "Comparison", force: bool) -> None:
    """Write beside the file and move into place, so that no half-written report is ever there."""
    from tempfile import NamedTemporaryFile

    from plancompare.formats import writer

    if path.exists() and not force:
        raise PlanCompareError(f"{path} is there already; write over it with --force")
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as held:
            try:
                writer(form)(comparison, held)
            except BaseException:
                Path(held.name).unlink()
                raise
        Path(held.name).chmod(0o644)
        Path(held.name).replace(path)
    except OSError as error:
        raise PlanCompareError(f"cannot write {path}: {error.strerror or error}") from error
