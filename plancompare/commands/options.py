"""Options and arguments that commands share, and the comparison that they ask for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from plancompare.commands import completion
from plancompare.commands.session import Session
from plancompare.commands.values import Choice, Number

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.comparing.selection import Kind
    from plancompare.model import Corpus, Lang

Command = TypeVar("Command", bound=Callable[..., Any])


def theme_named(name: str, corpus: "Corpus") -> str:
    """The theme called ``name``: an id, a label in either language, or one of its synonyms."""
    from plancompare.comparing.called import theme_called

    return theme_called(name, corpus.codebook.themes)


def compared(
    session: Session,
    plans: Sequence[str],
    theme: str = "",
    only: "Sequence[Kind]" = (),
    decisions: bool = True,
    alone: bool = False,
    first: str = "",
) -> "tuple[Corpus, Comparison]":
    """The comparison of the plans asked for, narrowed as asked, and the corpus it is of.

    With ``alone`` no more of the collection is read than these plans ask for: its inputs are not all that there are.
    The plan called ``first`` stands before those that are named, unless it is one of them.
    """
    from plancompare.comparing.comparison import compare

    before = [first] if first and plans else []
    corpus, chosen = session.choose((*before, *plans), alone)
    if before and chosen[0] in chosen[1:]:
        del chosen[0]
    comparison = compare(corpus, chosen, decisions=decisions)
    if session.where and not plans:
        comparison = replace(comparison, settings=comparison.settings._replace(where=str(session.where)))
    return corpus, comparison.only(theme_named(theme, corpus), only)


# options that several commands have word for word
theme_option = click.option(
    "--theme", default="", shell_complete=completion.themes, help="Only this theme (id or label)."
)
kinds_option = click.option(
    "--only",
    multiple=True,
    type=Choice(["shared", "partial", "unique", "differing", "missing"]),
    help="Only rows of this kind, may be repeated: made by all whose texts speak of them (shared), by some of these"
    " (partial), by one plan alone (unique), with figures that differ (differing), not found in a text that treats the"
    " theme (missing).",
)
every_option = click.option("--all", "every", is_flag=True, help="Also rows of which one text alone speaks.")
json_option = click.option("-f", "--format", "form", type=Choice(["text", "json"]), default="text", show_default=True)
no_decisions_option = click.option("--no-decisions", is_flag=True, help="Ignore curators' rulings.")
force_option = click.option("--force", is_flag=True, help="Write over a file that is there.")


def speaking(command: Callable[..., None]) -> Callable[..., None]:
    """The options for language, marks and width, which also stand before the command's name.

    The command gets the session as its first argument, with these put over what the group was told.
    """

    @wraps(command)
    def run(session: Session, lang: "Lang | None", ascii: bool, width: int | None, **options: Any) -> None:
        spoken = replace(session, lang=lang or session.lang, ascii=ascii or session.ascii, width=width or session.width)
        command(spoken, **options)

    wrapped: Callable[..., None] = click.pass_obj(cast(Any, run))
    for option in (
        click.option("--width", type=Number(40, 400), help="Columns to use."),
        click.option("--ascii", is_flag=True, help="Plain marks, for terminals that draw ●○ wide."),
        click.option("--lang", type=Choice(["zh", "en"]), help="Language (default: the locale's)."),
    ):
        wrapped = option(wrapped)
    return wrapped


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """The option that chooses plans by what they are; the session that the command gets has it."""

    @wraps(command)
    def run(session: Session, where: tuple[str, ...], **options: Any) -> None:
        if where:
            from plancompare.comparing.where import where_asked
            from plancompare.telling.where import names_of_fields

            session = replace(session, where=where_asked(" ".join(where), names_of_fields()), notes=[])
        command(session, **options)

    return click.option(
        "--where",
        multiple=True,
        metavar="CONDITIONS",
        shell_complete=completion.conditions,
        help='Only plans for which this holds, as in "level=district area=北京市 period=2021-2025". level: province,'
        " city, district, county; area: the place or one that it lies in, name or code; period: exactly these years, or"
        " one year in it; status: adopted, consultation, draft; coverage: full, excerpt. A comma stands for or.",
    )(run)


def paging(command: Command) -> Command:
    """The switch for the pager."""
    return click.option("--pager/--no-pager", default=True, help="Page long output on a terminal.")(command)


def plans_argument(least: int = 0) -> Callable[[Command], Command]:
    """PLAN arguments; at least ``least`` of them."""
    name = "PLAN" if least == 1 else "[PLAN]..."
    return click.argument("plans", nargs=-1, required=least > 0, metavar=name, shell_complete=completion.plans)
