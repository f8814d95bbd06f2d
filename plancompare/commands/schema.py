"""`plancompare schema`."""

from pathlib import Path

import click

from plancompare.commands import values
from plancompare.commands.files import editor_schema
from plancompare.commands.options import force_option, speaking
from plancompare.commands.output import File, Outcome, put
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.values import Choice
from plancompare.files import is_file, read_whole
from plancompare.formats.editor import KINDS, Kind, is_ours


@click.command(cls=Command)
@click.argument("kind", type=Choice(KINDS), default="plan")
@click.option(
    "-o", "--output", type=values.Path(dir_okay=False, path_type=Path), help="File to write (default: stdout)."
)
@force_option
@speaking
def command(session: Session, kind: Kind, output: Path | None, force: bool) -> None:
    """The JSON Schema of plan files, or of another KIND, with the words of your own collection in it.

    An editor that knows YAML (VS Code with the YAML extension, Neovim, Emacs and others with yaml-language-server) then
    completes themes, standards and indicators, by id or by Chinese name, says what each means, and marks what is none.
    A file names its schema in its first line, as a path from its own folder; `new` and `encode` write that line, and
    plan.schema.json beside the plan if there is none. Make it anew when the codebook or the catalogue has changed.

    \b
    plancompare --plans my-plans schema -o my-plans/plan.schema.json
    plancompare schema standards
    # yaml-language-server: $schema=plan.schema.json
    """
    path = None if output is None or str(output) == "-" else output
    again = path is not None and is_file(path) and is_ours(read_whole(path))
    put(session, schema_of(session, kind), file=File(path, force or again))


def schema_of(session: Session, kind: Kind = "plan") -> Outcome:
    """The schema of one kind of file in the session's collection."""
    return Outcome(data=editor_schema(session, kind))
