"""What commands answer, and the one place that puts it on stdout and stderr."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plancompare.telling.messages import finding_line
from plancompare.telling.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from plancompare.commands.session import Session
    from plancompare.comparing.comparison import Comparison
    from plancompare.findings import Finding
    from plancompare.model import Lang, Plan
    from plancompare.telling.blocks import Shown


class Outcome(NamedTuple):
    """The answer of a command: ``blocks`` for the screen, or ``data`` as they are; ``notes`` to be said on stderr.

    Data that would fill a memory come in pieces.

    ``status`` is the exit status: 0 fine, 1 found something when asked.
    """

    blocks: "Iterable[Shown]" = ()
    data: bytes | Iterable[bytes] | None = None
    notes: Sequence[str] = ()
    status: int = 0


class File(NamedTuple):
    """Where data go: a file, or stdout (None), and whether they may go over what is there."""

    path: "Path | None" = None
    force: bool = False


def put(session: "Session", outcome: Outcome, pager: bool = False, file: File = File()) -> None:  # noqa: B008
    """Write an answer and end with its status; through a pager if a person reads it and it fills the window."""
    import sys

    from plancompare.commands.streams import tell

    if outcome.data is not None:
        from plancompare.commands.files import deliver

        deliver(outcome.data, *file)
    else:
        _show(session, outcome.blocks, pager)
    sys.stdout.flush()  # what cannot be written is told before any note
    if file.path is not None:
        tell(say("written", session.lang, file=file.path))
    for note in (*session.notes, *outcome.notes):
        tell(note)
    if outcome.status:
        sys.exit(outcome.status)


def _show(session: "Session", blocks: "Iterable[Shown]", pager: bool) -> None:
    from plancompare.commands.streams import show
    from plancompare.formats.terminal import write
    from plancompare.telling.text import cleared

    screen = session.screen()
    write(blocks, screen)
    if pager and screen.tty and len(screen.lines) >= screen.height:
        import click

        os.environ.setdefault("LESS", "-R")
        click.echo_via_pager(cleared(screen.text()), color=screen.colours)
    else:
        show(screen.text())


def losses(comparison: "Comparison", lang: "Lang") -> list[str]:
    """What of the plans compared could not be read or proves nothing, so that no blank is taken for more than it is."""
    notes = losses_of(comparison.plans, comparison.findings, lang)
    if comparison.settings.proposed:
        from plancompare.asking.standards import uncoded

        count = sum(len(uncoded(plan.commitments)) for plan in comparison.plans)
        notes.append(say("rows_proposed", lang, plans=len(comparison.plans), count=count))
    return notes


def left_out(session: "Session", named: "Sequence[str]", *command: str, **options: str | bool) -> list[str]:
    """That shipped plans are not among those asked, where none is ``named``, and the ``command`` that asks them too.

    Of ``options`` those that are given are part of the command.
    """
    if named or not session.leaves_out_shipped:
        return []
    import shlex

    words = [*filter(None, command)]
    for option, value in options.items():
        words += [f"--{option}", *([value] if isinstance(value, str) else [])] if value else []
    return [say("shipped_left_out", session.lang, command=f"{session.program} {shlex.join(words)}")]


def losses_of(plans: "Iterable[Plan]", findings: "Sequence[Finding]", lang: "Lang") -> list[str]:
    """What of ``plans`` could not be read, and which ``findings`` cost something."""
    from plancompare.findings import errors

    notes = []
    for plan in plans:
        if plan.incomplete:
            notes.append(say("lost_records", lang, plan=plan.name, count=plan.incomplete))
        elif not plan.commitments:
            notes.append(say("empty_plan", lang, plan=plan.name))
        elif plan.is_draft:
            notes.append(say("draft_plan", lang, plan=plan.name))
        elif plan.source.extent == "excerpt" and not plan.reads:
            notes.append(say("no_reads", lang, plan=plan.name))
    count = len(errors(findings))
    notes += [say("files_left_out", lang, count=count)] if count else []
    return notes + [finding_line(finding, lang) for finding in findings if finding.check == "stale-decision"]
