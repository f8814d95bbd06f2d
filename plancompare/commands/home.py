"""`plancompare` without a command: the first screen."""

from plancompare.commands.output import Outcome, losses, losses_of
from plancompare.commands.session import Session


def first_screen(session: Session) -> Outcome:
    """The plans held, findings worth knowing, what to try next; of many plans nothing that takes comparing them."""
    from plancompare import checks
    from plancompare.asking.highlights import highlights
    from plancompare.checks.briefly import by_file
    from plancompare.comparing.comparison import compare
    from plancompare.telling import home
    from plancompare.telling.source import MOST_PLANS, Source

    if len(session.everyone.meant()) > MOST_PLANS:
        return _of_many(session)
    corpus, _ = session.choose(())
    comparison = compare(corpus)
    source = Source(comparison, session.lang)
    found = by_file(checks.run(corpus))
    blocks = home.first_screen(corpus, highlights(corpus, comparison), found, source, session.program)
    return Outcome(blocks, notes=losses(comparison, session.lang))


def _of_many(session: Session) -> Outcome:
    """The first screen of more plans than stand side by side: told by what is known of them in brief."""
    from plancompare.asking.usual import usual_in_brief
    from plancompare.telling.home_of_many import first_screen_of_many

    shelf, ids = session.shelf()
    shelf = shelf.of(ids)
    coded = [id for id, brief in shelf.briefs.items() if any(brief.codes)]
    plans = shelf.corpus.plans
    many = first_screen_of_many(plans, coded, usual_in_brief(shelf), session.program, session.lang)
    return Outcome(many, notes=losses_of((), shelf.corpus.findings, session.lang))
