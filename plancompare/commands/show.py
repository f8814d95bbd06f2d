"""`plancompare show`."""

import click

from plancompare.commands.options import Session, paging, show, speaking, theme_named, theme_option


@click.command()
@click.argument("plan")
@theme_option
@paging
@speaking
def command(session: Session, plan: str, theme: str, pager: bool) -> None:
    """One plan by theme: each commitment with its figures, its evidence phrase and its place in the document.

    \b
    plancompare show 丰台
    plancompare show yuquan --theme digital
    """
    from plancompare.comparing.themes import ThemeMatcher, match_all
    from plancompare.comparing.wording import Wording
    from plancompare.formats.views import write_plan

    corpus, (wanted,) = session.choose([plan])
    held = next(p for p in corpus.plans if p.id == wanted)
    codebook = corpus.codebook
    matches = match_all(held.commitments, ThemeMatcher(codebook, Wording(codebook)))
    if theme:
        only = theme_named(theme, corpus)
        codebook = codebook._replace(themes=tuple(t for t in codebook.themes if t.id == only))
    screen = session.screen()
    write_plan(held, matches, codebook, screen)
    show(screen, pager)
