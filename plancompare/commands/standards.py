"""`plancompare standards`."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion
from plancompare.commands.options import Session, json_option, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.errors import PlanCompareError, likely
from plancompare.messages import Message
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.asking.usual import Usual
    from plancompare.model import Corpus, Plan

MOST = 30  # lines that, with head and foot, fit the window of a usual terminal


class Request(NamedTuple):
    """Which standards: with these words, of one theme, that others than this plan make; ``every``: all there are."""

    words: str = ""
    theme: str = ""
    missing: str = ""
    every: bool = False


@click.command(cls=Command)
@click.argument("words", nargs=-1, shell_complete=completion.standards)
@theme_option
@click.option(
    "--missing",
    default="",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Only what others make and this plan does not.",
)
@click.option("--all", "every", is_flag=True, help="All of them, also those that nobody makes.")
@json_option
@paging
@speaking
def command(
    session: Session, words: tuple[str, ...], theme: str, missing: str, every: bool, form: str, pager: bool
) -> None:
    """The catalogue of promises that plans usually make: who makes which, k of n, the most widely made first.

    WORDS stand in an id, a label, a definition or a wording. Only what people coded counts; n are the plans whose text
    covers the theme. As data (-f json) all standards are listed, also those that nobody makes.

    \b
    plancompare standards
    plancompare standards 县管校聘
    plancompare standards --theme 教师编制 --all
    plancompare standards --missing 朝阳
    """
    request = Request(" ".join(words), theme, missing, every)
    put(session, catalogue(session, request, form == "json"), pager)


def catalogue(session: Session, request: Request, as_json: bool = False) -> Outcome:
    """The standards asked for. Raises PlanCompareError for a theme or a plan that there is not."""
    from plancompare.asking.standards import code_of
    from plancompare.asking.usual import Doubts, makers_told, usual_in_brief

    shelf, plan = session.shelf(Doubts, request.missing)
    corpus = shelf.corpus
    lacking = next((one for one in corpus.plans if plan and one.id == plan), None)
    usual = _narrowed(usual_in_brief(shelf), request, lacking, corpus)
    codes = [code for brief in shelf.briefs.values() for code in brief.codes]
    uncoded = sum(count for code, count in Counter(codes).items() if not code_of(code, corpus.catalogue))
    notes = [say("standards_uncoded", session.lang, count=uncoded)] if uncoded else []
    if as_json:
        from plancompare.formats.answers import standards_data
        from plancompare.formats.json import json_bytes

        return Outcome(data=json_bytes(standards_data(usual)), notes=notes)
    from plancompare.telling.standards import IN_FULL, catalogue_summary, standard_list

    shown = usual if request.every or request.words else [one for one in usual if one.made]
    first = shown if request.every else shown[:MOST]
    in_full = makers_told(first) if len(first) <= IN_FULL else ()
    blocks = standard_list(first, len(shown) - len(first), shelf.with_whole(in_full), session.lang)
    coded = (len(codes) - uncoded, len(codes))
    summary = catalogue_summary(usual, coded, lacking.name if lacking else "", session.lang)
    return Outcome((summary, *blocks), notes=notes)


def _narrowed(
    usual: "Sequence[Usual]", request: Request, lacking: "Plan | None", corpus: "Corpus"
) -> "Sequence[Usual]":
    """Those of the theme, those that a plan lacks, those with the words: nearest to the name first."""
    from plancompare.asking.standards import named_by
    from plancompare.asking.usual import missing

    theme = theme_named(request.theme, corpus)
    if theme:
        usual = [one for one in usual if theme in (one.standard.theme, *one.standard.also)]
    if lacking:
        usual = missing(usual, lacking)
    if request.words:
        places = named_by(request.words, corpus.catalogue)
        if not places:
            raise PlanCompareError(
                'no standard with "{words}"{hint}', words=request.words, hint=_near(request.words, corpus)
            )
        usual = sorted((one for one in usual if one.standard.id in places), key=lambda one: places[one.standard.id])
    return usual


def _near(words: str, corpus: "Corpus") -> str:
    """A did-you-mean clause with the labels that are most like the words."""
    from plancompare.comparing.strings import nearest

    labels = [name for standard in corpus.catalogue.standards.values() for name in (*standard.label, standard.id)]
    near = nearest(words, {label: label for label in labels})
    if near:
        return Message("; {hint}", hint=likely(near))
    return Message("; `plancompare standards --all` lists them")
