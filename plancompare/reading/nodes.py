"""YAML text to plain values that know their place.

libyaml's events are read by a small builder of our own: about three times as fast as PyYAML's constructors, and every
scalar stays the text that was written (`3.10` is not 3.1, `no` is not False, `010` is not 8). Duplicate keys,
anchors, aliases, tags and a second document are refused here, so that nothing above has to think of them.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import yaml

from plancompare.files import read_whole
from plancompare.findings import Finding, Location
from plancompare.messages import Message, foreign, reason

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_Scalar, _MappingStart, _MappingEnd = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
_SequenceStart, _SequenceEnd = yaml.SequenceStartEvent, yaml.SequenceEndEvent
MAX_DEPTH = 40  # a plan nests seven deep; what nests deeper is an attack or an accident
MOST_OF_A_SIGN = 40  # characters of a value shown that should have been in quotes
_TOO_DEEP = Message("nested more than {most} deep; a plan never is", most=MAX_DEPTH)
_NO_WORD = Message("a key must be a word, not a list or mapping; is a quote missing?")
_NOT_A_START = Message("; indent with spaces, and quote text that begins with a special character")
# a plain value that begins with a character of YAML's own, such as a bare >=
_UNQUOTED = re.compile(r"([\w-]+:|-)\s+([>|%@`][^\s,}\]]*)")
# the character at which the parser stopped -> what to do
_ADVICE = {":": Message('; a text with ": " in it needs quotes'), **dict.fromkeys("\t@`%", _NOT_A_START)}


class Quoted(str):
    """A scalar written in quotes or as a block: text, whatever it looks like."""

    __slots__ = ()


class Place(Protocol):
    """A place in the text as the parser marks it: line and column count from 0."""

    @property
    def line(self) -> int:
        """Lines before this one."""

    @property
    def column(self) -> int:
        """Characters before this one on its line."""


class Spot(NamedTuple):
    """A place of our own making."""

    line: int = 0
    column: int = 0


class MapNode(dict[str, Any]):
    """A mapping; ``at`` is its own place, ``places`` those of its values, ``keys_at`` those of its keys."""

    __slots__ = ("at", "keys_at", "places")

    def __init__(self, at: Place) -> None:
        self.at = at
        self.places: dict[str, Place] = {}
        self.keys_at: dict[str, Place] = {}


class ListNode(list[Any]):
    """A sequence; ``places`` are those of its items."""

    __slots__ = ("at", "places")

    def __init__(self, at: Place) -> None:
        self.at = at
        self.places: list[Place] = []


Node = str | MapNode | ListNode


class Document(NamedTuple):
    """A file's text as nodes: ``root`` is None where nothing could be understood."""

    name: str
    root: Node | None
    findings: tuple[Finding, ...]


class _RefusedError(Exception):
    """Something YAML allows and we do not."""

    def __init__(self, event: Any, message: Message) -> None:
        super().__init__(message)
        self.message = message
        self.place: Place = event.start_mark


def location(name: str, place: Place | None) -> Location:
    """Where ``place`` is for a person: lines and columns count from 1; the file as a whole without a place."""
    return Location(name, place.line + 1, place.column + 1) if place is not None else Location(name)


def read_document(data: bytes, name: str) -> Document:
    """Parse one file's bytes; ``name`` is what findings call it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n")
        return _unreadable(
            name, Spot(line), Message("not UTF-8 text{guess}; save the file as UTF-8", guess=_guess(data))
        )
    faults: list[tuple[Place, Message]] = []
    try:
        root = _build(text, faults)
    except _RefusedError as refusal:
        return _unreadable(name, refusal.place, refusal.message, faults)
    except yaml.YAMLError as error:
        return _unreadable(name, *_explain(error, text), faults)
    if root is None:
        return _unreadable(name, Spot(), Message("the file is empty"))
    return Document(name, root, _as_findings(name, faults))


def read_file(path: Path, name: str) -> tuple[Document, bytes]:
    """Parse a file on disk; a file that cannot be opened is a finding too."""
    data, fault = whole_file(path, name)
    return fault or read_document(data, name), data


def whole_file(path: Path, name: str) -> tuple[bytes, Document | None]:
    """The bytes of a file on disk; for one that cannot be opened a document that says why."""
    try:
        return read_whole(path), None
    except OSError as error:
        return b"", _unreadable(name, None, Message("cannot be read: {why}", why=reason(error)))


def _unreadable(
    name: str, place: Place | None, message: Message, faults: Sequence[tuple[Place | None, Message]] = ()
) -> Document:
    return Document(name, None, _as_findings(name, [*faults, (place, message)]))


def _as_findings(name: str, faults: Sequence[tuple[Place | None, Message]]) -> tuple[Finding, ...]:
    return tuple(Finding(location(name, place), "error", message, "yaml") for place, message in faults)


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Message(" (it looks like UTF-16)")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return Message(" (it looks like GBK)")


def _explain(error: yaml.YAMLError, text: str) -> tuple[Place, Message]:
    """The parser's complaint in one line, at the place where it noticed; what to do is read off the text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
    problem = " ".join(str(problem).split())
    if mark is None:  # the reader's errors have no mark, and count bytes
        bad = next((offset for offset, c in enumerate(text) if not c.isprintable() and c not in "\n\r\t"), 0)
        return _spot(text, bad), Message(
            "not valid YAML: {problem}; remove control characters", problem=foreign(problem)
        )
    deep = _too_deep(text[: mark.index + 1])
    if deep is not None:
        return _spot(text, deep), _TOO_DEEP
    line = text.rfind("\n", 0, mark.index) + 1
    for bare in _UNQUOTED.finditer(text, line, mark.index + MOST_OF_A_SIGN):
        if bare.start(2) <= mark.index <= bare.end():
            message = Message('not valid YAML: write it in quotes: {key} "{value}"', key=bare[1], value=bare[2])
            return _spot(text, bare.start(2)), message
    advice = _ADVICE.get(text[mark.index : mark.index + 1], "")
    return mark, Message("not valid YAML: {problem}{advice}", problem=foreign(problem), advice=advice)


def _too_deep(text: str) -> int | None:
    """Where brackets nest deeper than allowed: the parser may stop at a limit of its own before it tells of them."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MAX_DEPTH:
            return bracket.start()
    return None


def _spot(text: str, offset: int) -> Spot:
    return Spot(text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1)


def _build(text: str, faults: list[tuple[Place, Message]]) -> Node | None:
    """The node of the one document in ``text``; duplicate keys go to ``faults``, the first one counts.

    One flat loop, because it runs once for every word of every plan.
    """
    loader = _Loader(text)
    root: Node | None = None
    stack: list[MapNode | ListNode] = []
    inside: Any = None  # the innermost open container
    mapping = False  # whether that is a mapping
    key: str | None = None  # the key that waits for its value; it never waits while a container opens or closes
    key_mark: Any = None
    node: Any
    next_event: Callable[[], Any] = loader.get_event
    for event in iter(next_event, None):
        kind = type(event)
        if kind is _Scalar:
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event)
            node = Quoted(event.value) if event.style else event.value  # "" or None: written plain
        elif kind is _MappingEnd or kind is _SequenceEnd:
            stack.pop()
            inside = stack[-1] if stack else None
            mapping = type(inside) is MapNode
            continue
        elif kind is _MappingStart or kind is _SequenceStart:
            node = _opened(event, kind, len(stack))
        else:
            _refuse_if_odd(event, root)
            continue

        if mapping:
            if key is None:
                if not isinstance(node, str):
                    raise _RefusedError(event, _NO_WORD)
                key, key_mark = node, event.start_mark
                continue
            if key in inside:
                faults.append((event.start_mark, _given_twice(key, inside)))
            else:
                inside[key] = node
                inside.places[key] = event.start_mark
                inside.keys_at[key] = key_mark
            key = None
        elif inside is None:
            root = node
        else:
            inside.append(node)
            inside.places.append(event.start_mark)
        if kind is not _Scalar:
            stack.append(node)
            inside, mapping = node, kind is _MappingStart
    loader.dispose()
    return None if root == "" and not isinstance(root, Quoted) else root


def _opened(event: Any, kind: type, depth: int) -> MapNode | ListNode:
    """The node of a container that opens inside ``depth`` others."""
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(event)
    if depth >= MAX_DEPTH:
        raise _RefusedError(event, _TOO_DEEP)
    return MapNode(event.start_mark) if kind is _MappingStart else ListNode(event.start_mark)


def _given_twice(key: str, inside: MapNode) -> Message:
    first = inside.keys_at[key].line + 1
    return Message('"{key}" is given twice (first on line {first}); keep one', key=key, first=first)


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None or event.tag != "!":
        raise _RefusedError(event, Message("anchors and tags are not used here; write the value out"))


def _refuse_if_odd(event: Any, root: Node | None) -> None:
    if type(event) is yaml.AliasEvent:
        raise _RefusedError(
            event, Message("alias *{anchor} is not used here; write the value out", anchor=event.anchor)
        )
    if type(event) is yaml.DocumentStartEvent and root is not None:
        raise _RefusedError(event, Message("a second document begins here; one file holds one"))
