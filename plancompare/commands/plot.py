"""`plancompare plot`."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.commands import values
from plancompare.commands.diff import Request
from plancompare.commands.files import destination
from plancompare.commands.options import (
    choosing,
    compared,
    force_option,
    no_decisions_option,
    plans_argument,
    theme_named,
    theme_option,
)
from plancompare.commands.output import File, Outcome, losses, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError, install
from plancompare.plotting import FORMATS, PLOTS

if TYPE_CHECKING:
    from plancompare.model import Lang

TEXT_FORM = "plot.svg"  # what goes to stdout


@click.command(cls=Command)
@click.argument("kind", type=Choice(list(PLOTS)))
@plans_argument()
@click.option(
    "-o",
    "--output",
    required=True,
    type=values.Path(dir_okay=False),
    help="File: .svg, .png or .pdf; - is stdout, as SVG.",
)
@force_option
@theme_option
@click.option("--font", "file", envvar="PLANCOMPARE_FONT", help="A font file with Chinese characters.")
@no_decisions_option
@click.option("--lang", type=Choice(["zh", "en"]), help="Language (default: the locale's).")
@click.pass_obj
@choosing
def command(
    session: Session,
    kind: str,
    plans: tuple[str, ...],
    output: str,
    force: bool,
    theme: str,
    file: str | None,
    no_decisions: bool,
    lang: "Lang | None",
) -> None:
    """A plot as SVG, PNG or PDF; needs `pip install 'plancompare[plot]'` and a font with Chinese characters.

    heatmap: themes by plans, with counts and what a blank means. targets: the figures that two or more plans have, or
    that a benchmark is set for, from baseline to target. similarity: a tree of plans and their overlap, pair by pair,
    only over themes that both texts cover.

    \b
    plancompare plot heatmap -o themes.svg
    plancompare plot targets 丰台 乙市 -o targets.png --lang zh
    plancompare plot similarity 朝阳 丰台 玉泉 -o overlap.pdf
    """
    path = destination(output, force)
    spoken = replace(session, lang=lang or session.lang)
    font = Path(file) if file else None
    outcome = plot(
        spoken, Request(plans, theme, decisions=not no_decisions), kind, path.name if path else TEXT_FORM, font
    )
    put(session, outcome, file=File(path, force))


def plot(session: Session, request: Request, kind: str, file: str, font: Path | None = None) -> Outcome:
    """The plot in the format that the name ``file`` ends on, in a font that is named or found."""
    form = file.rpartition(".")[2].lower()
    if form not in FORMATS:
        raise PlanCompareError(
            "which format? let {file} end in {suffixes}", file=file, suffixes=tuple("." + name for name in FORMATS)
        )
    _need(PLOTS[kind].needs)
    corpus, comparison = compared(session, request.plans, decisions=request.decisions)
    theme = theme_named(request.theme, corpus)

    from plancompare.plotting.figure import drawing
    from plancompare.plotting.fonts import family, lacking

    name = family(font)
    with drawing(name):
        canvas = PLOTS[kind].load().draw(comparison, session.lang, theme)
        drawn = BytesIO()
        canvas.write(drawn, form)
        characters = lacking("".join(canvas.texts), name)
    notes = [_missing(characters, name, session.lang)] if characters else []
    return Outcome(data=drawn.getvalue(), notes=[*notes, *losses(comparison, session.lang)])


def _missing(characters: str, family: str, lang: "Lang") -> str:
    """Which characters the font cannot write."""
    from plancompare.telling.words import say

    return say("plot_missing_glyphs", lang, family=family, count=len(characters), characters=characters[:20])


def _need(packages: Sequence[str]) -> None:
    """Raise PlanCompareError where an optional package is missing."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise PlanCompareError("plots need {packages}; {install}", packages=tuple(missing), install=install("plot"))
