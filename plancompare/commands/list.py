"""`plancompare list`."""

import click

from plancompare.commands.options import Session, show, speaking


@click.command("list")
@speaking
def command(session: Session) -> None:
    """The plans held: what text, which period, how many commitments, and how many findings of the checks.

    \b
    plancompare list
    plancompare --plans my-plans list
    """
    from plancompare import checks
    from plancompare.formats.views import write_list

    corpus, _ = session.choose(())
    screen = session.screen()
    findings = checks.run(corpus)
    write_list(corpus, findings, screen)
    show(screen, pager=False)
    read = {plan.file for plan in corpus.plans}
    for finding in findings:
        if finding.level == "error" and finding.at.file not in read:
            click.echo(str(finding), err=True)
