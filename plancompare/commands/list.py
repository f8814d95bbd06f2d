"""`plancompare list`."""

import click

from plancompare.commands.options import Session, speaking
from plancompare.commands.output import Outcome, put


@click.command("list")
@speaking
def command(session: Session) -> None:
    """The plans held: what text, which period, how many commitments, and how many findings of the checks.

    \b
    plancompare list
    plancompare --plans my-plans list
    """
    put(session, held(session))


def held(session: Session) -> Outcome:
    """The plans of the collection, and the errors that kept a file from being one."""
    from plancompare import checks
    from plancompare.telling.collection import plans_held

    corpus, _ = session.choose(())
    findings = checks.run(corpus)
    read = {plan.file for plan in corpus.plans}
    unread = [str(f) for f in findings if f.level == "error" and f.at.file not in read]
    return Outcome(plans_held(corpus, findings, session.lang), notes=unread)
