"""Help pages and complaints about a command line, in the language of the reader, by columns of a terminal.

Click parses; what it has to say is said here, so that both languages are our own whatever its release.
"""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

import click
from click.formatting import join_options

from plancompare.commands.streams import tell
from plancompare.commands.values import Number
from plancompare.errors import likely, meant
from plancompare.messages import Message, foreign
from plancompare.telling.messages import message_text, phrase
from plancompare.telling.text import cells, pad, wrap

if TYPE_CHECKING:
    from plancompare.model import Lang

_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_WORD = re.compile(r"[A-Z][A-Z-]*")  # of a metavar: [PLAN]... is [规划]...
_AS_IT_IS = "\b"  # click's mark of a paragraph whose lines stay
WIDEST_NAME = 30  # columns of names that stand beside their help; longer ones stand above it

# words that people use for a command, besides its name
ALSO: Mapping[str, str] = {
    "ls": "list", "plans": "list", "view": "show", "cat": "show", "compare": "diff", "find": "search", "grep": "search",
    "catalogue": "standards", "indicators": "targets", "figures": "targets", "why": "explain", "code": "review",
    "validate": "check", "lint": "check", "proof": "verify", "import": "encode", "draft": "gaps", "missing": "gaps",
    "init": "new", "create": "new", "export": "report", "chart": "plot", "heatmap": "plot", "dataset": "publish",
    "列表": "list", "查看": "show", "矩阵": "matrix", "比较": "diff", "对比": "diff", "比对": "diff", "指标": "targets",
    "数值": "targets", "搜索": "search", "查找": "search", "检索": "search", "目录": "standards", "解释": "explain",
    "编码": "review", "裁定": "review", "检查": "check", "核对": "verify", "录入": "encode", "缺口": "gaps",
    "草案": "gaps", "新建": "new", "报告": "report", "导出": "report", "发布": "publish", "作图": "plot",
    "画图": "plot",
}  # fmt: skip


def lang_of(ctx: click.Context) -> "Lang":
    """The language that the run speaks."""
    return cast("Lang", getattr(ctx.find_root().obj, "lang", "en"))


class Page(click.HelpFormatter):
    """A help page; a Chinese character takes two columns."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called; ``prefix`` goes before it."""
        start = f"{prefix or ''}{prog} "
        lines = wrap(args, max(self.width - cells(start), 20))
        self.write(start + f"\n{' ' * cells(start)}".join(lines) + "\n")

    def write_heading(self, heading: str) -> None:
        """A heading as it is given."""
        self.write(f"{heading}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; lines of one that begins with click's mark stay as they are."""
        indent = " " * self.current_indent
        parts = []
        for paragraph in _PARAGRAPHS.split(text):
            lines = paragraph.strip("\n").split("\n")
            if lines[0].strip(" ") == _AS_IT_IS:
                lines = lines[1:]
            else:
                lines = wrap(" ".join(paragraph.split()), max(self.width - self.current_indent, 11))
            parts.append("\n".join(indent + line for line in lines))
        self.write("\n\n".join(parts) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = WIDEST_NAME, col_spacing: int = 2) -> None:
        """Names with their help beside them, in a column of their own."""
        indent, rows = " " * self.current_indent, list(rows)
        first = min(max(cells(name) for name, _ in rows), col_max) + col_spacing
        room = max(self.width - first - self.current_indent, 10)
        gap = "\n" + " " * (first + self.current_indent)
        for name, text in rows:
            below = cells(name) > first - col_spacing and bool(text)
            head = indent + (name if below or not text else pad(name, first))
            self.write(head + (gap if below else "") + gap.join(wrap(text, room) if text else []) + "\n")


class _Context(click.Context):
    formatter_class = Page


class Command(click.Command):
    """A command whose help and complaints are told in the reader's language."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but for what is left over."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:  # click leaves out where it was
            error.ctx = error.ctx or ctx
            raise
        if ctx.args and not ctx.resilient_parsing and not isinstance(self, click.Group):
            raise click.UsageError(Message("too much on this line: {words}", words=tuple(ctx.args)), ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option for help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Show this message and exit."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is called."""
        lang = lang_of(ctx)
        pieces = [phrase("[OPTIONS]", lang), *(_argument(p, ctx) for p in self.get_params(ctx) if not _is_option(p))]
        if isinstance(self, click.Group):
            pieces.append(phrase("COMMAND [ARGS]...", lang))
        formatter.write_usage(ctx.command_path, " ".join(pieces), phrase("Usage: ", lang))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it does."""
        lang = lang_of(ctx)
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text("\n\n".join(paragraphs_in(self, lang)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands of a group."""
        lang = lang_of(ctx)
        options = [cast(click.Option, param) for param in self.get_params(ctx) if _is_option(param)]
        with formatter.section(phrase("Options:", lang)):
            formatter.write_dl([(_names(o, ctx), _help(o, lang)) for o in options if not o.hidden])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def short_help_of(self, lang: "Lang") -> str:
        """Its first sentence."""
        return phrase(self.get_short_help_str(limit=200), lang)


class Group(Command, click.Group):
    """A group of commands, told likewise."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with a line."""
        lang = lang_of(ctx)
        with formatter.section(phrase("Commands:", lang)):
            formatter.write_dl([(name, phrase(text, lang)) for name, text in self.summaries(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; of a name that is none it is told what it may mean."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            hint = meant(ALSO.get(name, name), known) or Message("; there are {names}", names=tuple(known))
            raise click.UsageError(Message('no command "{name}"{hint}', name=name, hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def summaries(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """The commands, each with a line in English."""
        return [(name, paragraphs(self.commands[name])[0]) for name in self.list_commands(ctx)]


def paragraphs(command: click.Command) -> list[str]:
    """The paragraphs of a command's help: those with lines to paste as they are, the others on one line each."""
    text = inspect.cleandoc(command.help or "")
    return [p if p.startswith(_AS_IT_IS) else " ".join(p.split()) for p in _PARAGRAPHS.split(text)]


def paragraphs_in(command: click.Command, lang: "Lang") -> list[str]:
    """The same in a language; lines to paste are the same in both."""
    return [p if p.startswith(_AS_IT_IS) else phrase(p, lang) for p in paragraphs(command)]


def _is_option(param: click.Parameter) -> bool:
    return isinstance(param, click.Option)


def _metavar(param: click.Parameter, ctx: click.Context) -> str:
    """What stands for a value, its words in the reader's language; choices are as they are typed."""
    metavar = param.make_metavar(ctx)
    if isinstance(param.type, click.Choice):
        return metavar
    if isinstance(param.type, Number) and not param.metavar:
        return phrase("NUMBER", lang_of(ctx))
    return _WORD.sub(lambda word: phrase(word[0], lang_of(ctx)), metavar)


def _argument(param: click.Parameter, ctx: click.Context) -> str:
    return _metavar(param, ctx)


def _names(option: click.Option, ctx: click.Context) -> str:
    names = " / ".join(join_options(opts)[0] for opts in (option.opts, option.secondary_opts) if opts)
    return names if option.is_flag or option.count else f"{names} {_metavar(option, ctx)}"


def _help(option: click.Option, lang: "Lang") -> str:
    """What an option is for, and behind it its default, bounds, and whether it must be given."""
    extras: list[Message] = []
    if option.show_default:
        extras.append(Message("default: {value}", value=option.default))
    if isinstance(option.type, Number):
        extras.append(option.type.bounds)
    if option.required:
        extras.append(Message("required"))
    behind = phrase("; ", lang).join(message_text(extra, lang) for extra in extras)
    text = phrase(option.help or "", lang)
    return f"{text}  [{behind}]".strip() if behind else text


def complaint(error: click.ClickException) -> Message:
    """What is wrong with a command line."""
    if isinstance(error, click.MissingParameter):
        return Message('"{name}" is missing{hint}', name=_name(error), hint=_choices(error))
    if isinstance(error, click.BadParameter):
        return Message("{name}: {why}", name=_name(error), why=_own(error))
    if isinstance(error, click.NoSuchOption):
        return _no_option(error)
    if isinstance(error, click.BadOptionUsage):
        option = _option(error)
        if option is not None and option.is_flag:
            return Message("{name} takes no value", name=error.option_name)
        return Message("{name} wants a value behind it", name=error.option_name)
    return _own(error)


def _no_option(error: click.NoSuchOption) -> Message:
    """What to do about an option that there is not: one of the whole program stands before the command."""
    ctx, name = error.ctx, error.option_name
    every = [] if ctx is None else [o for p in ctx.find_root().command.params for o in p.opts]
    if name in every and ctx is not None and ctx.parent is not None:
        return Message(
            "{name} goes before the command: {program} {name} … {command}",
            name=name,
            program=ctx.find_root().command_path,
            command=ctx.info_name,
        )
    near = [word for word in error.possibilities or () if word != name][:1]
    return Message('no option "{name}"{hint}', name=name, hint=Message("; {hint}", hint=likely(near)) if near else "")


def _own(error: click.ClickException) -> Message:
    return error.message if isinstance(error.message, Message) else foreign(error.message or "")


def _option(error: click.BadOptionUsage) -> click.Option | None:
    params = error.ctx.command.params if error.ctx else ()
    named = (p for p in params if isinstance(p, click.Option) and error.option_name in (*p.opts, *p.secondary_opts))
    return next(named, None)


def _name(error: click.BadParameter) -> str:
    """The option as it is typed, or the argument as the help calls it."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    if isinstance(param, click.Option) or error.ctx is None:
        return ", ".join(param.opts)
    word = param.metavar or (param.name or "").upper()
    return phrase(word.strip("[]."), lang_of(error.ctx))


def _choices(error: click.BadParameter) -> Message | str:
    if error.param is not None and isinstance(error.param.type, click.Choice):
        return Message("; choose from {choices}", choices=tuple(map(str, error.param.type.choices)))
    return ""


def complain(error: click.ClickException, lang: "Lang") -> None:
    """Say on stderr what is wrong with a command line, below how the command is called."""
    ctx = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        for line in error.ctx.get_help().splitlines():
            tell(line)
        return
    if ctx is not None:
        path = f"{ctx.command_path} {ctx.help_option_names[-1]}"
        for line in (*ctx.get_usage().splitlines(), message_text(Message("Help: {command}", command=path), lang), ""):
            tell(line)
    tell(message_text(Message("Error: {what}", what=complaint(error)), lang))
