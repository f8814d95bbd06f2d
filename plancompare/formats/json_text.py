"""Plain values as the text of JSON, one key a line: the very text that Python's own writer makes, in pieces and sooner.

That one is fast only where it makes one line of all; what is written for hundreds of plans says much again and again,
so texts that were made once may stand among the values (`Ready`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

# Numbers and what else has one line. Made once: an encoder that json.dumps makes for an indent refers to itself, so
# that only the garbage collector, which bulk reading switches off, would free it.
_plain = json.JSONEncoder(ensure_ascii=False).encode
PIECE = 1 << 20  # characters that are written at once: a choice, large beside a line and small beside a memory


class Ready(str):
    """The text of a value as it stands at its depth."""

    __slots__ = ()


def text_of(value: Any, depth: int = 0) -> str:
    """The text of a value that stands inside ``depth`` others."""
    return _text(value, "\n" + " " * depth)


def _text(value: Any, end: str) -> str:
    """``end``: the line break before the bracket that closes the value."""
    kind = type(value)
    if kind is str:
        return quoted(value)
    if kind is Ready:
        return str(value)
    inside = end + " "
    if kind is dict:
        return _object([f"{quoted(key)}: {_text(one, inside)}" for key, one in value.items()], end)
    if kind is list or kind is tuple:
        if not value:
            return "[]"
        return f"[{inside}{(',' + inside).join([_text(one, inside) for one in value])}{end}]"
    return _plain(value)


def object_of(members: Sequence[str], depth: int) -> Ready:
    """The text of an object inside ``depth`` others, whose ``members`` are ready: quoted key, colon, value."""
    return Ready(_object(members, "\n" + " " * depth))


def _object(members: Sequence[str], end: str) -> str:
    inside = end + " "
    return f"{{{inside}{(',' + inside).join(members)}{end}}}" if members else "{}"


def texts_of(parts: Mapping[str, Any]) -> Iterator[str]:
    """The text of an object part by part; an iterator among its values becomes a list whose items are made by turns."""
    before = "{\n "
    for key, value in parts.items():
        if isinstance(value, Iterator):
            yield f"{before}{quoted(key)}: "
            yield from _items(value)
        else:
            yield f"{before}{quoted(key)}: {text_of(value, 1)}"
        before = ",\n "
    yield "\n}\n" if parts else "{}\n"


def _items(values: Iterator[Any]) -> Iterator[str]:
    before = "[\n  "
    for value in values:
        yield f"{before}{text_of(value, 2)}"
        before = ",\n  "
    yield "[]" if before.startswith("[") else "\n ]"


def in_pieces(texts: Iterable[str]) -> Iterator[str]:
    """Texts joined to pieces that are worth writing."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= PIECE:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)
