"""`plancompare list`."""

import click

from plancompare.commands.options import Session, choosing, json_option, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command


@click.command("list", cls=Command)
@json_option
@speaking
@choosing
def command(session: Session, form: str) -> None:
    """The plans held: what text, which period, how many commitments, and how many findings of the checks.

    \b
    plancompare list
    plancompare --plans my-plans list
    plancompare list --where "level=district period=2021-2025"
    plancompare list -f json
    """
    put(session, overview(session, form == "json"))


def overview(session: Session, as_json: bool = False) -> Outcome:
    """The plans of the collection, and the errors that kept a file from being one."""
    from plancompare import checks
    from plancompare.telling.collection import plan_list
    from plancompare.telling.messages import finding_line

    corpus, chosen = session.choose(())
    findings = checks.run(corpus)
    read = {plan.file for plan in corpus.plans}
    corpus = corpus._replace(plans=tuple(plan for plan in corpus.plans if plan.id in chosen))
    unread = [finding_line(f, session.lang) for f in findings if f.level == "error" and f.at.file not in read]
    if as_json:
        from plancompare.formats.json import envelope
        from plancompare.formats.plan_answers import plans_data

        data = plans_data(corpus, findings)
        return Outcome(data=envelope("list", session.narrowed, data, corpus.inputs), notes=unread)
    return Outcome(plan_list(corpus, findings, session.lang), notes=unread)
