"""`plancompare report`."""

from collections.abc import Iterable
from shlex import join
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import values
from plancompare.commands.diff import Request
from plancompare.commands.files import destination, format_asked, watched
from plancompare.commands.options import (
    choosing,
    compared,
    force_option,
    kinds_option,
    no_decisions_option,
    plans_argument,
    speaking,
    theme_option,
)
from plancompare.commands.output import File, Outcome, left_out, losses, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError
from plancompare.formats import DATA, DOCUMENTS, FORMATS

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.comparing.selection import Kind
    from plancompare.model import Lang


class Form(NamedTuple):
    """How a report is written: its format, only its rows, and for CSV the wide form and Excel's mark."""

    name: str
    rows_only: bool = False
    wide: bool = False
    excel: bool = False


@click.command(cls=Command)
@plans_argument()
@click.option("-f", "--format", "form", type=Choice(list(FORMATS)), help="Default: by the file's suffix.")
@click.option("-o", "--output", type=values.Path(dir_okay=False), default="-", help="File; - is stdout (default).")
@force_option
@theme_option
@kinds_option
@click.option("--rows", "rows_only", is_flag=True, help="Documents: only the rows, without the other chapters.")
@click.option("--wide", is_flag=True, help="CSV: rows × plans as 1 made, 0 not found, empty not covered.")
@click.option("--excel", is_flag=True, help="CSV: begin with a byte order mark, which Excel wants.")
@no_decisions_option
@speaking
@choosing
def command(
    session: Session,
    plans: tuple[str, ...],
    form: str | None,
    output: str,
    force: bool,
    theme: str,
    only: "tuple[Kind, ...]",
    rows_only: bool,
    wide: bool,
    excel: bool,
    no_decisions: bool,
) -> None:
    """The comparison as a file: a document to hand on, or data.

    Documents are Word, Excel, HTML, Markdown and LaTeX; data are CSV (a line for each row, plan and commitment, or
    --wide) and JSON (by the schema shipped in plancompare/schema/report.schema.json). Whatever narrows the view narrows
    the report, and the report says so. The same plans give the same bytes. Of more plans than a document can set beside
    each other (12 on paper, 25 in HTML, 60 in a workbook) it is a digest: how many plans make which promise.

    \b
    plancompare report -o comparison.docx
    plancompare report 朝阳 丰台 --theme 教师待遇 -o pay.html
    plancompare report -f csv --wide --excel -o cells.csv
    """
    name, _ = format_asked(form, output, FORMATS)
    path = destination(output, force)
    outcome = file_of(session, Request(plans, theme, only, not no_decisions), Form(name, rows_only, wide, excel))
    put(session, outcome, file=File(path, force))


def file_of(session: Session, request: Request, form: Form) -> Outcome:
    """The comparison asked for as the bytes of a file. Raises PlanCompareError for switches that a format lacks."""
    for switch, on in (("--wide", form.wide), ("--excel", form.excel)):
        if on and form.name != "csv":
            raise PlanCompareError("{switch} is for csv; this report is {name}", switch=switch, name=form.name)
    FORMATS[form.name].require()
    _, comparison = compared(session, *request[:4])
    again = ("report", "all", "-o", f"report.{FORMATS[form.name].suffixes[0]}")
    notes = [*losses(comparison, session.lang), *left_out(session, request.plans, *again, theme=request.theme)]
    return Outcome(data=rendered(comparison, form, session.lang), notes=notes)


def rendered(comparison: "Comparison", form: Form, lang: "Lang") -> "bytes | Iterable[bytes]":
    """The comparison as the bytes of a file, those of JSON in pieces."""
    if form.name == "json":
        from plancompare.formats.json import pieces

        return pieces(comparison)
    if form.name == "csv":
        from plancompare.formats.csv import render

        return render(comparison, lang, wide=form.wide, excel=form.excel)
    if form.name in DATA:
        return DATA[form.name].render(comparison, lang)
    from plancompare.telling.report import make_report

    document, command = DOCUMENTS[form.name], _again(comparison, lang, form.name, form.rows_only)
    report = make_report(comparison, lang, form.rows_only, command, document.plans)
    return document.render(report, watched)


def _again(comparison: "Comparison", lang: str, name: str, rows_only: bool) -> str:
    """The command line that makes the same report again; files by name, wherever they lie."""
    settings = comparison.settings
    plans = ["--where", settings.where] if settings.where else [plan.id for plan in comparison.plans]
    words = ["plancompare", "--lang", lang, "report", *plans, "-f", name]
    words += ["--theme", settings.theme] if settings.theme else []
    for kind in settings.only:
        words += ["--only", kind]
    words += ["--rows"] * rows_only + ["--no-decisions"] * (not settings.decisions)
    return join([*words, "-o", f"report.{FORMATS[name].suffixes[0]}"])
