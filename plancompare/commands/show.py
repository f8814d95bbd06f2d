"""`plancompare show`."""

import click

from plancompare.commands.options import Session, paging, speaking, theme_named, theme_option
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command


@click.command(cls=Command)
@click.argument("plan")
@theme_option
@paging
@speaking
def command(session: Session, plan: str, theme: str, pager: bool) -> None:
    """One plan by theme: each commitment with its figures, its evidence phrase and its place in the document.

    \b
    plancompare show 丰台
    plancompare show 玉泉 --theme 数字化
    """
    put(session, one_plan(session, plan, theme), pager)


def one_plan(session: Session, name: str, theme: str = "") -> Outcome:
    """The plan called ``name``, or what it has under one theme."""
    from plancompare.comparing.comparison import compare
    from plancompare.telling.collection import plan_by_theme

    corpus, (wanted,) = session.choose([name])
    plan = next(p for p in corpus.plans if p.id == wanted)
    codebook, comparison = corpus.codebook, compare(corpus)
    if theme:
        only = theme_named(theme, corpus)
        codebook = codebook._replace(themes=tuple(t for t in codebook.themes if t.id == only))
    return Outcome(plan_by_theme(plan, comparison, codebook, session.lang))
