"""What commands share: the collection, plans by id, name or path, language, and how output reaches the screen."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from itertools import pairwise
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

import click

from plancompare.commands import completion
from plancompare.commands.values import Choice, Number
from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, place_of
from plancompare.messages import Message

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.comparing.selection import Kind
    from plancompare.formats.terminal.screen import Screen
    from plancompare.model import Corpus, Judge, Lang, Plan, Shelf

Command = TypeVar("Command", bound=Callable[..., Any])


def language_asked(args: Sequence[str]) -> "Lang":
    """The language that a command line asks for, else the environment; it is wanted before the line is understood.

    A value that is none, such as --lang cn, is refused later, in the language that it may have meant.
    """
    asked = os.environ.get("PLANCOMPARE_LANG", "")
    for word, next_word in pairwise((*args, "")):  # the last one counts, as in any command line
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or next_word
    if not asked:
        return lang_of_locale()
    return "zh" if asked.lower().startswith(("zh", "ch", "cn", "中", "汉")) else "en"


def lang_of_locale() -> "Lang":
    """Chinese where the locale is, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


@dataclass
class Session:
    """The settings of one run: the collection's folder (``alone``: nothing shipped beside it) and how to speak.

    ``index``: plans may be taken from the user's index as they were read before.
    """

    folder: Path | None = None
    lang: "Lang" = "en"
    ascii: bool = False
    width: int | None = None
    alone: bool = False
    index: bool = True

    @cached_property
    def root(self) -> Path:
        """The folder named, else ./plans if it holds plans, else the collection shipped with the package."""
        from plancompare.reading.collection import folder_meant

        return folder_meant(self.folder)

    def corpus(self, extra: Sequence[Path] = ()) -> "Corpus":
        """The collection, with ``extra`` plan files beside it."""
        from plancompare.reading.collection import load

        return load(self.root, extra, self.index)

    def layered(self, extra: Sequence[Path] = ()) -> "Corpus | None":
        """The collection laid over the shipped one; None where it is that one, or is to stand alone."""
        from plancompare.reading.collection import load_over, shipped

        same = self.alone or place_of(self.root) == place_of(shipped())
        return None if same else load_over(self.root, extra, self.index)

    def shelf(self, judge_by: "Callable[[Corpus], Judge]", name: str = "") -> "tuple[Shelf, str]":
        """All plans in brief, judged one by one, and the id of the plan that ``name`` calls, as `choose` takes it.

        Raises PlanCompareError where none can be read, or none is called so.
        """
        from plancompare.model import shelf_of
        from plancompare.reading.collection import load_shelf

        if not _is_path(name):
            shelf = load_shelf(self.root, (), self.index, judge_by)
            plan = _plan_called(name, shelf.corpus) if name else None
            if plan or not name:
                self._refuse_none(shelf.corpus)
                return shelf, plan.id if plan else ""
        corpus, chosen = self.choose([name])
        return shelf_of(corpus, judge_by), chosen[0]

    def _refuse_none(self, corpus: "Corpus") -> None:
        if not corpus.plans:
            first = next((f for f in corpus.findings if f.level == "error"), None)
            raise PlanCompareError("no plan in {root} can be read: {first}", root=self.root, first=first)

    def screen(self) -> "Screen":
        """The screen that stdout is."""
        from plancompare.formats.terminal.screen import Screen

        return Screen.of_stdout(self.lang, self.ascii, self.width)

    def choose(
        self, names: Sequence[str], alone: bool = False, beside: Sequence[str] = ()
    ) -> "tuple[Corpus, list[str]]":
        """The corpus, and the ids of the plans that ``names`` call (id, name or path); all plans if none is named.

        A plan named twice is there twice: it is compared with itself. Where a name is none of the collection's own, the
        shipped plans are there beside it, with what people ruled on them. With ``alone`` the corpus holds the plans
        that a comparison of those named depends on, and those called like ``beside``; it may hold others.
        """
        paths = [Path(name) for name in names if _is_path(name)]
        for path in paths:
            if not lexists(path):
                raise PlanCompareError("no file {path}; `plancompare list` names the plans held", path=path)
        if alone and names:
            corpus = self._named([name for name in (*names, *beside) if not _is_path(name)], paths)
            plans = [_plan_called(name, corpus) for name in names] if corpus else [None]
            if corpus and None not in plans:
                return corpus, [plan.id for plan in plans if plan]
        corpus = self.corpus(paths)
        if not names:
            self._refuse_none(corpus)
            return corpus, [plan.id for plan in corpus.plans]
        plans = [_plan_called(name, corpus) for name in names]
        if None in plans:
            corpus = self.layered(paths) or corpus
            plans = [_plan_called(name, corpus) for name in names]
        return corpus, [plan.id if plan else _unknown(name, corpus) for name, plan in zip(names, plans, strict=True)]

    def _named(self, names: Sequence[str], paths: Sequence[Path]) -> "Corpus | None":
        """What of the collection plans so named ask for; None where that cannot be told without all the others."""
        from plancompare.comparing.drawn import needs_all_plans
        from plancompare.reading.collection import load_named

        corpus, whole = load_named(self.root, names, paths, self.index)
        return None if not whole and corpus.decisions and needs_all_plans(corpus) else corpus


def plan_named(name: str, comparison: "Comparison") -> str:
    """The id of the plan compared that is called ``name`` (id or name); "" where none is."""
    return next((p.id for p in comparison.plans if name in (p.id, p.name, p.area.name)), "")


def _is_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or os.sep in name


def _plan_called(name: str, corpus: "Corpus") -> "Plan | None":
    path = place_of(name) if _is_path(name) else None
    from plancompare.comparing.called import plan_called

    here = (plan for plan in corpus.plans if path and place_of(plan.file) == path)
    return next(here, None) or plan_called(name, corpus.plans)


def _unknown(name: str, corpus: "Corpus") -> NoReturn:
    """Raise an error that says what is near to ``name``, or why its file is unusable."""
    path = place_of(name) if _is_path(name) else None
    for finding in corpus.findings:
        stem = Path(finding.at.file).stem
        if finding.level == "error" and (stem == name or (path and place_of(finding.at.file) == path)):
            raise PlanCompareError("{name} cannot be used: {finding}", name=name, finding=finding)
    from plancompare.comparing.called import unknown_plan

    raise unknown_plan(name, corpus.plans)


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
) -> "tuple[Corpus, Comparison]":
    """The comparison of the plans asked for, narrowed as asked, and the corpus it is of.

    With ``alone`` no more of the collection is read than these plans ask for: its inputs are not all that there are.
    """
    from plancompare.comparing.comparison import compare

    corpus, chosen = session.choose(plans, alone)
    comparison = compare(corpus, chosen, decisions=decisions)
    return corpus, comparison.only(theme_named(theme, corpus), only)


# options that several commands have word for word
theme_option = click.option(
    "--theme", default="", shell_complete=completion.themes, help="Only this theme (id or label)."
)
kinds_option = click.option(
    "--only",
    multiple=True,
    type=Choice(["shared", "partial", "unique", "differing", "missing"]),
    help="Only rows of this kind, may be repeated: made by all plans named (shared), by several (partial), by one"
    " (unique), with figures that differ (differing), not found in a text that treats the theme (missing).",
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


def a_day(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A date as an option takes it, in the one form that sorts; "" stays."""
    from datetime import date

    try:
        if value and date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    except ValueError as error:
        raise click.BadParameter(
            Message('"{value}" is no date; write it as 2026-01-31', value=value), ctx, param
        ) from error
    return value


def a_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """A file to write as an option takes it that has no use for stdout."""
    if value == Path("-"):
        raise click.BadParameter(Message("name a file; this cannot go to stdout"), ctx, param)
    return value


def a_folder(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """A folder that is there as an option takes it; what is none, such as a pipe, is refused at once."""
    if value is not None and not is_folder(value):
        raise click.BadParameter(Message("{path} is no folder", path=value), ctx, param)
    return value


def paging(command: Command) -> Command:
    """The switch for the pager."""
    return click.option("--pager/--no-pager", default=True, help="Page long output on a terminal.")(command)


def plans_argument(least: int = 0) -> Callable[[Command], Command]:
    """PLAN arguments; at least ``least`` of them."""
    name = "PLAN" if least == 1 else "[PLAN]..."
    return click.argument("plans", nargs=-1, required=least > 0, metavar=name, shell_complete=completion.plans)
