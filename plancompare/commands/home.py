"""`plancompare` without a command: the first screen."""

from plancompare.commands.options import Session
from plancompare.commands.output import Outcome, losses


def first_screen(session: Session) -> Outcome:
    """The plans held, findings worth knowing, what to try next."""
    from plancompare import checks
    from plancompare.asking.highlights import highlights
    from plancompare.checks.briefly import by_file
    from plancompare.comparing.comparison import compare
    from plancompare.telling import home
    from plancompare.telling.source import Source

    corpus, _ = session.choose(())
    comparison = compare(corpus)
    source = Source(comparison, session.lang)
    found = by_file(checks.run(corpus))
    blocks = home.first_screen(corpus, highlights(corpus, comparison), found, source, session.program)
    return Outcome(blocks, notes=losses(comparison, session.lang))
