"""`plancompare new`."""

from pathlib import Path

import click

from plancompare.commands import completion, values
from plancompare.commands.files import put_editor_schema
from plancompare.commands.options import force_option, speaking
from plancompare.commands.pages import Command
from plancompare.commands.session import Session
from plancompare.commands.streams import put_bytes, tell
from plancompare.errors import PlanCompareError
from plancompare.files import write_whole


@click.command(cls=Command)
@click.argument("id")
@click.option("--name", help="Short label for columns. Default: the id.")
@click.option(
    "--like",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Its outline, and the rows that most plans have as a checklist.",
)
@click.option("-o", "--output", type=values.Path(dir_okay=False), help="Default: ID.yaml in the collection's folder.")
@force_option
@speaking
def command(session: Session, id: str, name: str | None, like: str | None, output: str | None, force: bool) -> None:
    """An empty plan file with editor support: a section for each theme, or the outline of another plan.

    The file checks clean as it is. With --like the rows that most plans of the collection make stand under their
    themes as comments, to be taken up or struck out; no sentence of another plan is copied.

    \b
    plancompare new haidian --name 海淀 -o haidian.yaml
    plancompare new haidian --like 丰台 -o -
    """
    import re

    from plancompare.asking.desk.scaffold import scaffold, section_themes, usual
    from plancompare.comparing.comparison import compare
    from plancompare.formats.editor import file_name
    from plancompare.reading.collection import ROLES, shipped
    from plancompare.telling.scaffold import empty_plan
    from plancompare.telling.words import say

    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", id):
        raise PlanCompareError('"{id}" is no id; use letters, digits, "-", "_" and ".", for example haidian', id=id)
    if name and not name.replace("\u3000", " ").isprintable():
        raise PlanCompareError("the name has characters that cannot be printed; leave them out")
    corpus, ids = session.choose([like] if like else [])
    held = next((plan for plan in corpus.plans if plan.id == id), None)
    if held:
        raise PlanCompareError(
            "there is a plan {id} already, {name} in {file}; choose another id", id=id, name=held.name, file=held.file
        )
    comparison = compare(corpus)
    model = next(plan for plan in corpus.plans if plan.id == ids[0]) if like else None
    folder = Path() if session.root == shipped() else session.root
    path = Path(output) if output else folder / f"{id}.yaml"
    if path.name in ROLES:
        raise PlanCompareError(
            "{name} is the collection's own {role}; choose another id or -o FILE", name=path.name, role=ROLES[path.name]
        )
    themes = section_themes(model, comparison) if model else None
    outline = scaffold(corpus.codebook, model, themes, usual(comparison) if like else ())
    text = empty_plan(id, name or id, outline, corpus.codebook, session.lang, file_name())
    if output == "-":
        put_bytes(text.encode())
        return
    write_whole(path, text.encode(), force)
    tell(say("written", session.lang, file=path))
    put_editor_schema(session, path.parent)
