"""Every English sentence of the program that a person may read, gathered from the code and from the commands."""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc

import click

from plancompare.checks import CHECKS
from plancompare.cli import group
from plancompare.commands import COMMANDS, load
from plancompare.commands.pages import paragraphs
from plancompare.commands.values import Choice, Number
from tests.house import modules

ERRORS = {
    "PlanCompareError",
    "UnwritableError",
    "ShippedError",
    "UnknownNameError",
    "WrongKindError",
}  # called with a template
TELLERS = {"Message", "phrase"} | ERRORS
# where a template is handed on, or made of what is not the program's own
HANDED_ON = {"messages", "errors", "telling.messages", "commands.pages", "commands.check"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that makes a message or tells a phrase, with its module."""
    for name, (_, tree) in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = node.func.id if isinstance(node.func, ast.Name) else ""
                if isinstance(node.func, ast.Attribute) and ast.unparse(node.func) == "super().__init__":
                    called = "PlanCompareError" if _is_error(node, tree) else ""
                if called in TELLERS:
                    yield name, node


def _is_error(call: ast.Call, tree: ast.Module) -> bool:
    """Whether a call stands in a class of errors that a user can act on."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    around = [node for node in classes if any(inner is call for inner in ast.walk(node))]
    return any(ast.unparse(base) in ERRORS for node in around for base in node.bases)


def templates() -> dict[str, str]:
    """The templates and phrases that stand in the code -> the module of the last."""
    return {str(call.args[0].value): name for name, call in calls() if isinstance(call.args[0], ast.Constant)}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its name, and the commands of groups."""
    yield "plancompare", group
    for name in COMMANDS:
        command = load(name)
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", below) for inner, below in command.commands.items())


def helps() -> dict[str, str]:
    """What the help pages say, in paragraphs, lines and words -> the command."""
    found = dict.fromkeys(COMMANDS.values(), "plancompare")
    for name, command in commands():
        found |= dict.fromkeys((p for p in paragraphs(command) if not p.startswith("\b")), name)
        ctx = click.Context(command, info_name=name)
        for param in command.get_params(ctx):
            if isinstance(param, click.Option) and param.help:
                found[param.help] = name
            found |= dict.fromkeys(re.findall(r"[A-Z][A-Z-]*", _metavar(param, ctx)), name)
    return found


def _metavar(param: click.Parameter, ctx: click.Context) -> str:
    """What stands for a value: nothing for a switch; a choice is named where it is missing."""
    if isinstance(param, click.Option) and (param.is_flag or isinstance(param.type, Choice)):
        return ""
    if isinstance(param.type, Choice):
        return (param.name or "").upper()
    return param.metavar or ("" if isinstance(param.type, Number) else param.make_metavar(ctx))


def manuals() -> dict[str, str]:
    """The paragraphs of the checks' manuals but for their examples -> the check."""
    found = {}
    for name, module in CHECKS.items():
        for paragraph in re.split(r"\n\s*\n", cleandoc(module.__doc__ or "")):
            if not paragraph.startswith(" "):
                found[" ".join(paragraph.split())] = name
    return found
