"""`plancompare report`."""

from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING

import click

from plancompare.commands.diff import KINDS
from plancompare.commands.files import refuse_to_overwrite, watched, write_whole
from plancompare.commands.options import Session, compared, plans_argument, speaking, warn_of_losses
from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS, Format, by_suffix

if TYPE_CHECKING:
    from plancompare.comparison import Comparison


@click.command()
@plans_argument()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help="File; - is stdout (default).")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--theme", default="", help="Only this theme (id or label).")
@click.option("--only", multiple=True, type=click.Choice(KINDS), help="Only rows of this kind; may be repeated.")
@click.option("--rows", "rows_only", is_flag=True, help="Documents: only the rows, without the other chapters.")
@click.option("--wide", is_flag=True, help="CSV: rows × plans as 1 made, 0 not found, empty not covered.")
@click.option("--excel", is_flag=True, help="CSV: begin with a byte order mark, which Excel wants.")
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
    rows_only: bool,
    wide: bool,
    excel: bool,
    no_decisions: bool,
) -> None:
    """The comparison as a file: a document to hand on, or data.

    Documents are Word, Excel, HTML, Markdown and LaTeX; data are CSV (a line for each row, plan and commitment, or
    --wide) and JSON (by the schema shipped in plancompare/schema/report.schema.json). Whatever narrows the view narrows
    the report, and the report says so. The same plans give the same bytes.

    \b
    plancompare report -o comparison.docx
    plancompare report 朝阳 丰台 --theme 教师待遇 -o pay.html
    plancompare report -f csv --wide --excel -o cells.csv
    """
    name, format = _format(form, output)
    _check_switches(name, wide, excel)
    path = None if output == "-" else Path(output)
    if path:
        refuse_to_overwrite(path, force)
    module = format.load()
    _, comparison = compared(session, plans, theme, only, decisions=not no_decisions)
    if name == "csv":
        data = module.render(comparison, wide=wide, excel=excel)
    elif format.reads == "comparison":
        data = module.render(comparison)
    else:
        from plancompare.reporting.report import make_report

        again = _again(comparison, name, rows_only)
        data = module.render(make_report(comparison, rows_only, again), watched)
    if path:
        write_whole(path, data, force)
    else:
        click.echo(data, nl=False)  # UTF-8 whatever the locale
    warn_of_losses(comparison)


def _format(form: str | None, output: str) -> tuple[str, Format]:
    """The format asked for, else the one that the file's name ends on."""
    name = form or by_suffix(output, FORMATS)
    if name is None:
        raise PlanCompareError(f"which format? name one with -f: {', '.join(FORMATS)}")
    if FORMATS[name].binary and output == "-":
        raise PlanCompareError(f"{name} is not text; name a file with -o FILE")
    return name, FORMATS[name]


def _check_switches(name: str, wide: bool, excel: bool) -> None:
    for switch, given in (("--wide", wide), ("--excel", excel)):
        if given and name != "csv":
            raise PlanCompareError(f"{switch} is for csv; this report is {name}")


def _again(comparison: "Comparison", name: str, rows_only: bool) -> str:
    """The command line that makes the same report again; files by name, wherever they lie."""
    settings = comparison.settings
    words = ["plancompare", "--lang", settings.lang, "report", *(plan.id for plan in comparison.plans), "-f", name]
    words += ["--theme", settings.theme] if settings.theme else []
    for kind in settings.only:
        words += ["--only", kind]
    words += ["--rows"] * rows_only + ["--no-decisions"] * (not settings.decisions)
    return join([*words, "-o", f"report.{FORMATS[name].suffixes[0]}"])
