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

    corpus, _ = session.choose(())
    if len(corpus.plans) > MOST_PLANS:
        from plancompare.asking.usual import usual_promises
        from plancompare.telling.home_of_many import first_screen_of_many

        many = first_screen_of_many(corpus.plans, usual_promises(corpus), session.program, session.lang)
        return Outcome(many, notes=losses_of((), corpus.findings, session.lang))
    comparison = compare(corpus)
    source = Source(comparison, session.lang)
    found = by_file(checks.run(corpus))
    blocks = home.first_screen(corpus, highlights(corpus, comparison), found, source, session.program)
    return Outcome(blocks, notes=losses(comparison, session.lang))
