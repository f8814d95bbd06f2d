"""`plancompare report`."""

from shlex import join
from typing import TYPE_CHECKING

import click

from plancompare.commands.files import deliver, destination, format_asked, watched
from plancompare.commands.options import (
    Session,
    compared,
    force_option,
    kinds_option,
    no_decisions_option,
    plans_argument,
    speaking,
    theme_option,
    warn_of_losses,
)
from plancompare.errors import PlanCompareError
from plancompare.formats import FORMATS

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison


@click.command()
@plans_argument()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), default="-", help="File; - is stdout (default).")
@force_option
@theme_option
@kinds_option
@click.option("--rows", "rows_only", is_flag=True, help="Documents: only the rows, without the other chapters.")
@click.option("--wide", is_flag=True, help="CSV: rows × plans as 1 made, 0 not found, empty not covered.")
@click.option("--excel", is_flag=True, help="CSV: begin with a byte order mark, which Excel wants.")
@no_decisions_option
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
    name, format = format_asked(form, output, FORMATS)
    _check_switches(name, wide, excel)
    path = destination(output, force)
    module = format.load()
    _, comparison = compared(session, plans, theme, only, decisions=not no_decisions)
    if name == "csv":
        data = module.render(comparison, session.lang, wide=wide, excel=excel)
    elif format.reads == "comparison":
        data = module.render(comparison)
    else:
        from plancompare.telling.report import make_report

        again = _again(comparison, session.lang, name, rows_only)
        data = module.render(make_report(comparison, session.lang, rows_only, again), watched)
    deliver(data, path, force)
    warn_of_losses(comparison, session.lang)


def _check_switches(name: str, wide: bool, excel: bool) -> None:
    for switch, given in (("--wide", wide), ("--excel", excel)):
        if given and name != "csv":
            raise PlanCompareError(f"{switch} is for csv; this report is {name}")


def _again(comparison: "Comparison", lang: str, name: str, rows_only: bool) -> str:
    """The command line that makes the same report again; files by name, wherever they lie."""
    settings = comparison.settings
    words = ["plancompare", "--lang", lang, "report", *(plan.id for plan in comparison.plans), "-f", name]
    words += ["--theme", settings.theme] if settings.theme else []
    for kind in settings.only:
        words += ["--only", kind]
    words += ["--rows"] * rows_only + ["--no-decisions"] * (not settings.decisions)
    return join([*words, "-o", f"report.{FORMATS[name].suffixes[0]}"])
