"""The command group. Turns an error a user can act on into one line and status 2; a bug keeps its traceback."""

import sys
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from plancompare import __version__
from plancompare.commands import COMMANDS, load, values
from plancompare.commands.language import language_asked
from plancompare.commands.pages import Group, complain, lang_of
from plancompare.commands.session import Session
from plancompare.commands.streams import UnheardError, gates, set_gates, show, tell
from plancompare.errors import PlanCompareError
from plancompare.files.nowhere import keep_numbers
from plancompare.messages import Message, reason
from plancompare.telling.messages import message_text

INTERRUPTED, GONE = 130, 141  # as shells say it: by the keyboard, by a reader that went away


class _Lazy(Group):
    """A group that imports a command when it is called, and suggests one when it is mistyped."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return load(cmd_name)

    def summaries(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Those of the table, which needs no command."""
        return COMMANDS.items()

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run one command behind the gates, and exit with its status unless the caller goes on.

        Raises PlanCompareError for what a user can mend.
        """
        standalone_mode = extra.pop("standalone_mode", True)
        line = args[0] if args else extra.get("args")
        lang = language_asked(sys.argv[1:] if line is None else line)
        with gates():
            try:
                status = super().main(*args, **{**extra, "standalone_mode": False, "obj": Session(lang=lang)})
            except (click.Abort, click.ClickException) as error:
                if not standalone_mode:
                    raise
                if isinstance(error, click.Abort):
                    sys.exit(INTERRUPTED)
                complain(error, lang)
                status = error.exit_code
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else 0)


def _versions(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Print the version of the program, of its JSON, and of the codebook and the catalogue that come with it."""
    if not wanted or ctx.resilient_parsing:
        return
    from plancompare.formats.json import SCHEMA_VERSION
    from plancompare.reading.collection import shipped, vocabulary

    codebook, _, catalogue, _ = vocabulary(shipped())
    versions = Message(
        "plancompare, version {version}\n"
        "JSON schema {schema}, codebook {codebook}, catalogue {key} ({count} standards)\n",
        version=__version__,
        schema=SCHEMA_VERSION,
        codebook=codebook.version,
        key=catalogue.key[:8],
        count=len(catalogue.standards),
    )
    show(message_text(versions, lang_of(ctx)))
    ctx.exit()


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--plans",
    "folder",
    type=values.Path(path_type=Path),
    envvar="PLANCOMPARE_PLANS",
    help="Folder of a collection (default: ./plans, else the one shipped); shipped plans can be named beside its own;"
    " the name `all` means all of both.",
)
@click.option(
    "--only-plans", "alone", type=values.Path(path_type=Path), help="The same, with nothing shipped beside it."
)
@click.option(
    "--lang",
    type=values.Choice(["zh", "en"]),
    envvar="PLANCOMPARE_LANG",
    expose_value=False,
    help="Language (default: the locale's).",
)
@click.option("--no-index", is_flag=True, help="Read every plan from its file, also those read before.")
@click.option(
    "--executor",
    envvar="PLANCOMPARE_EXECUTOR",
    default="auto",
    metavar="PLACE",
    help="Where large collections are worked on: a number of processes, or dask://HOST:PORT, a cluster that runs"
    " (default: auto, processes where that pays).",
)
@click.option("--ascii", is_flag=True, envvar="PLANCOMPARE_ASCII", help="Plain marks instead of ●○.")
@click.option("--width", type=values.Number(40, 400), envvar="PLANCOMPARE_WIDTH", help="Columns to use.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_versions, help="Show the versions and exit."
)
@click.pass_context
def group(
    ctx: click.Context,
    folder: Path | None,
    alone: Path | None,
    no_index: bool,
    executor: str,
    ascii: bool,
    width: int | None,
) -> None:
    """Compare public plans commitment by commitment.

    Which promises does each plan make, which does it not make, and where is it written? A plan is named by its id, its
    name or a path to its YAML file. Without a command: the plans held, findings worth knowing, what to try next.

    \b
    plancompare diff 朝阳 丰台 玉泉
    """
    from plancompare.working import place_called, working_at

    ctx.with_resource(working_at(place_called(executor)._replace(watch=_watched)))
    ctx.obj = Session(alone or folder, lang_of(ctx), ascii, width, alone is not None, not no_index)
    if ctx.invoked_subcommand is None:
        from plancompare.commands.home import first_screen
        from plancompare.commands.output import put

        put(ctx.obj, first_screen(ctx.obj))


def _watched(steps: Iterable[Any]) -> Iterable[Any]:
    from plancompare.commands.files import watched

    return watched(steps, left=True)


def fail(message: Message) -> NoReturn:
    """Say why the run cannot go on, and end it."""
    tell(f"plancompare: {message_text(message, language_asked(sys.argv[1:]))}")
    sys.exit(2)


def _stop(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _on_signals(names: Sequence[str], handler: Any) -> None:
    import signal

    for name in names:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handler or signal.SIG_DFL)


def main() -> None:
    """Run the command line."""
    try:
        _run()
    finally:  # nothing is left to tidy up: what stops the run now need not be told
        _on_signals(("SIGTERM", "SIGHUP", "SIGINT"), None)


def _run() -> None:
    import gc

    keep_numbers()
    set_gates()  # and they stay: a traceback passes them too
    _on_signals(("SIGTERM", "SIGHUP"), _stop)  # to be stopped is a way to end that leaves no hidden file behind
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries say of a damaged file, with their own paths, helps no user
    gc.disable()  # one short run: looking for cycles costs more than the memory they would free
    try:
        group(prog_name="plancompare")
    except UnheardError as error:
        if error.gone:
            sys.exit(GONE)
        fail(error.message)
    except PlanCompareError as error:
        fail(error.message)
    except OSError as error:  # what the system refuses, and no room foresaw
        why = reason(error)
        fail(Message("{file}: {why}", file=error.filename, why=why) if error.filename else why)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
