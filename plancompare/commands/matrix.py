"""`plancompare matrix`."""

import click

from plancompare.commands.options import (
    Session,
    compared,
    no_decisions_option,
    paging,
    plans_argument,
    show,
    speaking,
    theme_option,
    warn_of_losses,
)


@click.command()
@plans_argument()
@click.option("--rows", is_flag=True, help="One line a commitment instead of one a theme.")
@theme_option
@click.option("--stability", "firm", is_flag=True, help="Which cells flip if thresholds move by 5 or rulings go.")
@no_decisions_option
@paging
@speaking
def command(
    session: Session,
    plans: tuple[str, ...],
    rows: bool,
    theme: str,
    firm: bool,
    no_decisions: bool,
    pager: bool,
) -> None:
    """Themes by plans: how many commitments each plan makes, and whether a blank is "not found" or "not covered".

    \b
    plancompare matrix
    plancompare matrix 朝阳 丰台 玉泉 --rows --theme 教师编制
    plancompare matrix 朝阳 丰台 玉泉 --stability
    """
    from plancompare.formats.rows_view import write_rows
    from plancompare.formats.views import write_matrix

    corpus, comparison = compared(session, plans, theme, decisions=not no_decisions)
    screen = session.screen()
    if firm:
        from plancompare.asking.stability import stability
        from plancompare.formats.stability_view import write_stability

        write_stability(stability(corpus, comparison), comparison, rows, screen)
    elif rows:
        write_rows(comparison, screen, words=False)
    else:
        write_matrix(comparison, screen)
    show(screen, pager)
    warn_of_losses(comparison, session.lang)
