"""The command group. Turns an error a user can act on into one line and status 2; a bug keeps its traceback."""

import sys
import warnings
from pathlib import Path
from typing import Any

import click

from plancompare import __version__
from plancompare.commands import COMMANDS, load
from plancompare.commands.options import Session, lang_of_locale
from plancompare.commands.streams import UnheardError, gates, set_gates, show, tell
from plancompare.errors import PlanCompareError
from plancompare.files.nowhere import keep_numbers
from plancompare.telling.text import one_line

INTERRUPTED, GONE = 130, 141  # as shells say it: by the keyboard, by a reader that went away


class _Lazy(click.Group):
    """A group that imports a command when it is called, and suggests one when it is mistyped."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return load(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f'no command "{name}"; {hint}', ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run one command behind the gates, and exit with its status unless the caller goes on.

        Raises PlanCompareError for what a user can mend.
        """
        standalone_mode = extra.pop("standalone_mode", True)
        with gates():
            try:
                status = super().main(*args, **{**extra, "standalone_mode": False})
            except (click.Abort, click.ClickException) as error:
                if not standalone_mode:
                    raise
                status = _status_of(error)
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else 0)


def _status_of(error: click.Abort | click.ClickException) -> int:
    """Say what was wrong with a command line, the words of the user on one line; the exit status."""
    if isinstance(error, click.Abort):
        return INTERRUPTED
    error.message = one_line(error.message or "")  # type: ignore[misc]
    error.show()
    return error.exit_code


def _versions(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Print the version of the program, of its JSON and of the codebook that comes with it."""
    if not wanted or ctx.resilient_parsing:
        return
    from plancompare.formats.json import SCHEMA_VERSION
    from plancompare.reading.collection import shipped, vocabulary

    show(f"plancompare, version {__version__}\n")
    codebook, *_ = vocabulary(shipped())
    show(f"JSON schema {SCHEMA_VERSION}, codebook {codebook.version}\n")
    ctx.exit()


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--plans",
    "folder",
    type=click.Path(path_type=Path),
    envvar="PLANCOMPARE_PLANS",
    help="Folder of a collection (default: ./plans, else the one shipped); shipped plans can be named beside its own.",
)
@click.option(
    "--only-plans", "alone", type=click.Path(path_type=Path), help="The same, with nothing shipped beside it."
)
@click.option("--no-index", is_flag=True, help="Read every plan from its file, also those read before.")
@click.option("--lang", type=click.Choice(["zh", "en"]), envvar="PLANCOMPARE_LANG", help="Language of labels.")
@click.option("--ascii", is_flag=True, envvar="PLANCOMPARE_ASCII", help="Plain marks instead of ●○.")
@click.option("--width", type=click.IntRange(40, 400), envvar="PLANCOMPARE_WIDTH", help="Columns to use.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_versions, help="Show the versions and exit."
)
@click.pass_context
def group(
    ctx: click.Context,
    folder: Path | None,
    alone: Path | None,
    no_index: bool,
    lang: str | None,
    ascii: bool,
    width: int | None,
) -> None:
    """Compare public plans commitment by commitment.

    Which promises does each plan make, which does it not make, and where is it written? A plan is named by its id, its
    name or a path to its YAML file. Without a command: the plans held, findings worth knowing, what to try next.

    \b
    plancompare diff 朝阳 丰台 玉泉
    """
    spoken = lang or lang_of_locale()
    ctx.obj = Session(alone or folder, spoken, ascii, width, alone is not None, not no_index)  # type: ignore[arg-type]
    if ctx.invoked_subcommand is None:
        from plancompare.commands.home import first_screen
        from plancompare.commands.output import put

        put(ctx.obj, first_screen(ctx.obj))


def _stop(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def main() -> None:
    """Run the command line."""
    import gc
    import signal

    keep_numbers()
    set_gates()  # and they stay: a traceback passes them too
    for name in ("SIGTERM", "SIGHUP"):  # to be stopped is a way to end that leaves no hidden file behind
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries say of a damaged file, with their own paths, helps no user
    gc.disable()  # one short run: looking for cycles costs more than the memory they would free
    try:
        group(prog_name="plancompare")
    except UnheardError as error:
        if error.gone:
            sys.exit(GONE)
        tell(f"plancompare: {error}")
        sys.exit(2)
    except PlanCompareError as error:
        tell(f"plancompare: {error}")
        sys.exit(2)
    except OSError as error:  # what the system refuses, and no room foresaw
        named = f"{error.filename}: " if error.filename else ""
        tell(f"plancompare: {named}{error.strerror or error}")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
