"""`plancompare plot`."""

from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plancompare.commands.options import (
    Session,
    compared,
    force_option,
    no_decisions_option,
    plans_argument,
    theme_named,
    theme_option,
    warn_of_losses,
)
from plancompare.errors import PlanCompareError
from plancompare.files import refuse_to_overwrite, write_whole
from plancompare.plotting import FORMATS, PLOTS

if TYPE_CHECKING:
    from plancompare.model import Lang
    from plancompare.plotting.figure import Canvas


@click.command()
@click.argument("kind", type=click.Choice(list(PLOTS)))
@plans_argument()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File: .svg, .png or .pdf.")
@force_option
@theme_option
@click.option("--font", "file", envvar="PLANCOMPARE_FONT", help="A font file with Chinese characters.")
@no_decisions_option
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of labels (default: the locale's).")
@click.pass_obj
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
    path = Path(output)
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise PlanCompareError(f"which format? let {path.name} end in {', '.join('.' + name for name in FORMATS)}")
    refuse_to_overwrite(path, force)
    _need("matplotlib", *(["scipy"] if kind == "similarity" else []))
    spoken = Session(session.folder, lang or session.lang)
    corpus, comparison = compared(spoken, plans, decisions=not no_decisions)
    wanted = theme_named(theme, corpus)

    from plancompare.plotting.figure import drawing
    from plancompare.plotting.fonts import family, lacking
    from plancompare.telling.words import say

    name = family(Path(file) if file else None)
    with drawing(name):
        canvas: Canvas = _drawer(kind)(comparison, spoken.lang, wanted)
        held = BytesIO()
        canvas.write(held, form)
        write_whole(path, held.getvalue(), force)
        characters = lacking("".join(canvas.texts), name)
    if characters:
        told = {"family": name, "count": len(characters), "characters": characters[:20]}
        click.echo(say("plot_missing_glyphs", spoken.lang, **told), err=True)
    warn_of_losses(comparison, spoken.lang)


def _need(*packages: str) -> None:
    """Raise PlanCompareError where an optional package is missing."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise PlanCompareError(f"plots need {' and '.join(missing)}; pip install 'plancompare[plot]'")


def _drawer(kind: str) -> Any:
    return import_module(PLOTS[kind]).draw
