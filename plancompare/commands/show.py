"""`plancompare show`."""

import click

from plancompare.commands import completion
from plancompare.commands.options import json_option, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session


@click.command(cls=Command)
@click.argument("plan", shell_complete=completion.plans)
@theme_option
@json_option
@paging
@speaking
def command(session: Session, plan: str, theme: str, form: str, pager: bool) -> None:
    """One plan by theme: each commitment with its figures, its evidence phrase and its place in the document.

    \b
    plancompare show 丰台
    plancompare show 玉泉 --theme 数字化
    plancompare show 丰台 -f json
    """
    put(session, one_plan(session, plan, theme, form == "json"), pager)


def one_plan(session: Session, name: str, theme: str = "", as_json: bool = False) -> Outcome:
    """The plan called ``name``, or what it has under one theme."""
    from plancompare.comparing.comparison import compare
    from plancompare.telling.collection import plan_by_theme

    corpus, (wanted,) = session.choose([name])
    plan = next(p for p in corpus.plans if p.id == wanted)
    codebook, comparison = corpus.codebook, compare(corpus)
    if theme:
        only = theme_named(theme, corpus)
        codebook = codebook._replace(themes=tuple(t for t in codebook.themes if t.id == only))
    if as_json:
        from plancompare.formats.json import envelope
        from plancompare.formats.plan_answers import plan_by_theme_data

        data = plan_by_theme_data(plan, comparison, codebook.themes)
        settings = {"plan": plan.id, "theme": theme_named(theme, corpus) or None}
        return Outcome(data=envelope("show", settings, data, corpus.inputs))
    return Outcome(plan_by_theme(plan, comparison, codebook, session.lang))
