"""`plancompare decisions`."""

from pathlib import Path

import click

from plancompare.commands import values
from plancompare.commands.options import speaking
from plancompare.commands.output import Outcome, put
from plancompare.commands.pages import Command, Group
from plancompare.commands.session import Session
from plancompare.errors import PlanCompareError


@click.group("decisions", cls=Group)
def command() -> None:
    """Rulings of curators: compare what two people ruled.

    \b
    plancompare decisions diff mine.yaml theirs.yaml
    """


@command.command(cls=Command)
@click.argument("a", type=values.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("b", type=values.Path(exists=True, dir_okay=False, path_type=Path))
@speaking
def diff(session: Session, a: Path, b: Path) -> None:
    """Two decision files side by side: percent agreement, Krippendorff's alpha, and the pairs they differ on.

    \b
    plancompare decisions diff mine.yaml theirs.yaml
    """
    put(session, agreement(session, a, b))


def agreement(session: Session, a: Path, b: Path) -> Outcome:
    """How far two files of rulings agree. Raises PlanCompareError for one that is at fault."""
    from plancompare.asking.agreement import compare_rulings
    from plancompare.reading.collection import read_decisions
    from plancompare.telling.judging import ruling_agreement

    both = []
    for path in (a, b):
        decisions, findings = read_decisions(path)
        if findings:
            raise PlanCompareError("{path} cannot be used: {finding}", path=path, finding=findings[0])
        both.append(decisions)
    texts = {c.key: c.text for c in session.corpus().commitments()}
    return Outcome(ruling_agreement(compare_rulings(*both), texts, session.lang))
