"""`plancompare standards`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from plancompare.commands import completion
from plancompare.commands.options import choosing, json_option, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.errors import PlanCompareError, likely
from plancompare.messages import Message
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.asking.prevalence import By
    from plancompare.asking.usual import Usual
    from plancompare.model import Corpus, Plan
    from plancompare.telling.blocks import Shown

MOST = 30  # lines that, with head and foot, fit the window of a usual terminal


class Request(NamedTuple):
    """Which standards: with these words, of one theme, that others than this plan make; ``every``: all there are."""

    words: str = ""
    theme: str = ""
    missing: str = ""
    every: bool = False
    by: "By | None" = None


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
@click.option(
    "--by",
    type=Choice(["area", "level", "period"]),
    help="Shares of groups of plans (k/n); by period with what moved from the earlier to the later, the surest first.",
)
@click.option("--all", "every", is_flag=True, help="All of them, also those that nobody makes.")
@json_option
@paging
@speaking
@choosing
def command(
    session: Session,
    words: tuple[str, ...],
    theme: str,
    missing: str,
    by: "By | None",
    every: bool,
    form: str,
    pager: bool,
) -> None:
    """The catalogue of promises that plans usually make: who makes which, k of n, the most widely made first.

    WORDS stand in an id, a label, a definition or a wording. Only what people coded counts; n are the plans whose text
    covers the theme. As data (-f json) all standards are listed, also those that nobody makes.

    \b
    plancompare standards
    plancompare standards 县管校聘
    plancompare standards --theme 教师编制 --all
    plancompare standards --missing 朝阳
    plancompare standards --by period --where "level=district"
    """
    request = Request(" ".join(words), theme, missing, every, by)
    put(session, catalogue(session, request, form == "json"), pager)


def catalogue(session: Session, request: Request, as_json: bool = False) -> Outcome:
    """The standards asked for. Raises PlanCompareError for a theme or a plan that there is not."""
    from plancompare.asking.standards import code_of
    from plancompare.asking.usual import Doubts, makers_told, usual_in_brief

    shelf, ids = session.shelf(Doubts, request.missing)
    shelf = shelf.of(ids)
    corpus = shelf.corpus
    lacking = next((plan for plan in corpus.plans if request.missing and plan.id == ids[0]), None)
    usual = _narrowed(usual_in_brief(shelf), request, lacking, corpus)
    codes = [code for brief in shelf.briefs.values() for code in brief.codes]
    uncoded = sum(count for code, count in Counter(codes).items() if not code_of(code, corpus.catalogue))
    notes = [say("standards_uncoded", session.lang, count=uncoded)] if uncoded else []
    if as_json:
        return Outcome(data=_as_data(session, request, usual, corpus), notes=notes)
    from plancompare.telling.standards import IN_FULL, catalogue_summary, standard_list

    shown = usual if request.every or request.words else [one for one in usual if one.made]
    if request.by:
        return Outcome(_in_groups(session, request, shown, corpus), notes=notes)
    first = shown if request.every else shown[:MOST]
    in_full = makers_told(first) if len(first) <= IN_FULL else ()
    blocks = standard_list(first, len(shown) - len(first), shelf.with_whole(in_full), session.lang)
    coded = (len(codes) - uncoded, len(codes))
    summary = catalogue_summary(usual, coded, lacking.name if lacking else "", session.lang)
    return Outcome((summary, *blocks), notes=notes)


def _as_data(session: Session, request: Request, usual: "Sequence[Usual]", corpus: "Corpus") -> bytes:
    """The standards as JSON: a bare list, as it has always been, or over groups in the envelope of all answers."""
    from plancompare.formats.answers import standards_data
    from plancompare.formats.json import envelope, json_bytes
    from plancompare.formats.view_answers import standard_groups_data

    if not request.by:
        return json_bytes(standards_data(usual))
    settings = {**request._asdict(), **session.narrowed}
    return envelope("standards", settings, standard_groups_data(usual, corpus.plans, request.by), corpus.inputs)


def _in_groups(session: Session, request: Request, usual: "Sequence[Usual]", corpus: "Corpus") -> "Iterator[Shown]":
    from plancompare.asking.prevalence import grouped
    from plancompare.telling.standard_shares import standards_by

    assert request.by
    most = len(usual) if request.every else MOST
    groups = grouped(corpus.plans, request.by)
    return standards_by(usual, groups, request.by, most, session.screen().width, session.lang)


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
