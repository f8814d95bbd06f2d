"""`plancompare list`."""

import click

from plancompare.commands.options import Session, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command


@click.command("list", cls=Command)
@speaking
def command(session: Session) -> None:
    """The plans held: what text, which period, how many commitments, and how many findings of the checks.

    \b
    plancompare list
    plancompare --plans my-plans list
    """
    put(session, overview(session))


def overview(session: Session) -> Outcome:
    """The plans of the collection, and the errors that kept a file from being one."""
    from plancompare import checks
    from plancompare.telling.collection import plan_list
    from plancompare.telling.messages import finding_line

    corpus, _ = session.choose(())
    findings = checks.run(corpus)
    read = {plan.file for plan in corpus.plans}
    unread = [finding_line(f, session.lang) for f in findings if f.level == "error" and f.at.file not in read]
    return Outcome(plan_list(corpus, findings, session.lang), notes=unread)
