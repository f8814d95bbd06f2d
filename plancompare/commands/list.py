"""`plancompare list`."""

import click

from plancompare.commands.options import choosing, json_option, speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session


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
    from plancompare.checks.briefly import counts_by, findings_in_brief
    from plancompare.telling.collection import plan_list
    from plancompare.telling.messages import finding_line

    shelf, ids = session.shelf(counts_by)
    corpus, briefs = shelf.corpus, [shelf.briefs[plan.id] for plan in shelf.corpus.plans if plan.id in ids]
    found, elsewhere = findings_in_brief(shelf)
    unread = [finding_line(finding, session.lang) for finding in elsewhere if finding.level == "error"]
    if as_json:
        from plancompare.formats.json import envelope
        from plancompare.formats.plan_answers import plans_data

        data = plans_data(briefs, found, corpus.codebook)
        return Outcome(data=envelope("list", session.narrowed, data, corpus.inputs), notes=unread)
    return Outcome(plan_list(briefs, found, corpus.codebook, session.lang), notes=unread)
