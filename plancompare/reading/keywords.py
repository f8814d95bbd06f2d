"""The keywords of JSON Schema that speak of one value alone: each a function that adds what is wrong to a list."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, NamedTuple

from plancompare.errors import meant
from plancompare.messages import Message, either
from plancompare.reading.nodes import ListNode, MapNode, Node, Place, Quoted

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """A breach of the schema; ``hard`` if the value cannot be used at all."""

    path: Path
    place: Place
    message: Message
    hard: bool = True


Check = Callable[[Node, Path, Place, list[Fault]], None]

_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\Z")
LONGEST_NUMBER = 300  # digits; longer ones are nonsense, and cost more to read than to refuse
_INTEGER = re.compile(r"[-+]?\d+\Z")
WORDS: Mapping[str, Message] = {
    "string": Message("text"),
    "number": Message("a number"),
    "integer": Message("a whole number"),
    "array": Message("a list (items after `- `)"),
    "object": Message("keys with values"),
}


def kind_of(node: Node) -> str:
    """The JSON type that an editor would see in this node."""
    if isinstance(node, MapNode):
        return "object"
    if isinstance(node, ListNode):
        return "array"
    if isinstance(node, Quoted):
        return "string"
    if node in ("", "~", "null", "Null", "NULL"):
        return "null"
    if node[0] in "+-.0123456789":
        if len(node) <= LONGEST_NUMBER and _INTEGER.match(node):
            return "integer"
        if _NUMBER.match(node) and isfinite(float(node)):
            return "number"
    elif node in ("true", "false", "True", "False", "TRUE", "FALSE"):
        return "boolean"
    return "string"


def fits(kind: str, wanted: tuple[str, ...]) -> bool:
    """Whether a value of one JSON type is allowed where ``wanted`` are."""
    return kind in wanted or (kind == "integer" and "number" in wanted)


def shown(node: Node, kind: str) -> str:
    """What was found, for a message."""
    if kind == "null":
        return Message("nothing")
    if isinstance(node, str):
        return Message('"{key}"', key=node if len(node) <= 30 else node[:29] + "…")
    return Message("a list") if kind == "array" else Message("keys with values")


def _enum(values: list[str]) -> Check:
    allowed = frozenset(values)

    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        if node not in allowed:
            message = Message(
                "wants one of {values}, found {value}{hint}",
                values=tuple(values),
                value=shown(node, "string"),
                hint=meant(str(node), values),
            )
            faults.append(Fault(path, place, message))

    return check


def pattern(pattern: str, example: str = "") -> Check:
    """Text of a form, which an example shows better than a regular expression does."""
    matches = re.compile(re.sub(r"\$\Z", r"\\Z", pattern)).search  # in JSON Schema `$` is the very end

    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        if not matches(str(node)):
            faults.append(
                Fault(
                    path,
                    place,
                    Message(
                        "wants the form {form}, found {value}", form=example or pattern, value=shown(node, "string")
                    ),
                )
            )

    return check


CHARACTERS, ITEMS = Message("characters"), Message("items")


def _length(least: int, most: int | None = None, what: Message = CHARACTERS, hard: bool = True) -> Check:
    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        size = len(node)
        if size < least:
            short = Message("wants at least {least} {what}", least=least, what=what)
            faults.append(Fault(path, place, short if size else Message("is empty")))
        elif most is not None and size > most:
            message = Message(
                "has {size} {what}, at most {most} are allowed: {value}",
                size=size,
                what=what,
                most=most,
                value=shown(node, kind_of(node)),
            )
            faults.append(Fault(path, place, message, hard))

    return check


def _bound(least: float | None, most: float | None) -> Check:
    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        value = float(str(node))
        if (least is not None and value < least) or (most is not None and value > most):
            faults.append(Fault(path, place, Message("{node} is out of range", node=node)))

    return check


def _both(keys: tuple[str, ...]) -> str:
    """Keys that are wanted together."""
    first, *rest = keys
    both: str = Message('"{key}"', key=first)
    for key in rest:
        both = Message('{keys} and "{key}"', keys=both, key=key)
    return both


def one_set_of_keys(parts: list[dict[str, Any]]) -> Check:
    """`anyOf` over bare `required` lists: at least one of the sets of keys is there."""
    sets = [tuple(part["required"]) for part in parts]

    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        if not any(all(key in node for key in keys) for keys in sets):
            wanted = either(_both(keys) for keys in sets)
            faults.append(Fault(path, place, Message("wants {wanted}", wanted=wanted)))

    return check


KEYWORDS: dict[str, Callable[[Any], Check]] = {
    "enum": _enum,
    "pattern": pattern,
    "minLength": lambda n: _length(n),
    # too long is a fault to mend, but what was written can still be read
    "maxLength": lambda n: _length(0, n, hard=False),
    "minItems": lambda n: _length(n, what=ITEMS),
    "maxItems": lambda n: _length(0, n, what=ITEMS),
    "minimum": lambda n: _bound(n, None),
    "maximum": lambda n: _bound(None, n),
}
