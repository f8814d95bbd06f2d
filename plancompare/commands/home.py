"""`plancompare` without a command: the first screen."""

import shlex

from plancompare.commands.options import Session
from plancompare.commands.output import Outcome, losses, losses_of


def first_screen(session: Session) -> Outcome:
    """The plans held, findings worth knowing, what to try next; of many plans nothing that takes comparing them."""
    from plancompare import checks
    from plancompare.asking.highlights import highlights
    from plancompare.comparing.comparison import compare
    from plancompare.telling import home
    from plancompare.telling.source import MOST_PLANS, Source

    corpus, _ = session.choose(())
    program = home.PROGRAM
    if session.folder:
        program += f" {'--only-plans' if session.alone else '--plans'} {shlex.quote(str(session.folder))}"
    if len(corpus.plans) > MOST_PLANS:
        from plancompare.asking.standards import usual_promises
        from plancompare.telling.home_of_many import first_screen_of_many

        blocks = first_screen_of_many(corpus.plans, usual_promises(corpus), program, session.lang)
        return Outcome(blocks, notes=losses_of((), corpus.findings, session.lang))
    comparison = compare(corpus)
    source = Source(comparison, session.lang)
    shown = home.first_screen(corpus, highlights(corpus, comparison), checks.run(corpus), source, program)
    return Outcome(shown, notes=losses(comparison, session.lang))
