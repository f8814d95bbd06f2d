"""Holds located nodes against a JSON Schema and says what is wrong, where, and in which record.

The schema is compiled once into nested functions. Only the keywords that our schemas use are known, and an unknown one
is refused at compile time; the tests hold this walker against the ``jsonschema`` package, which knows no
places and takes longer to import than a whole comparison.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from plancompare.errors import meant
from plancompare.messages import Message, either
from plancompare.reading import keywords
from plancompare.reading.keywords import KEYWORDS, WORDS, Check, Fault, Path, fits, kind_of, one_set_of_keys, shown
from plancompare.reading.nodes import ListNode, MapNode, Node, Place, Quoted
from plancompare.schema import schema

ANY_LENGTH = 1 << 30
BEYOND_ASCII = "\x7f"
_NOTES = {"$schema", "title", "description", "examples"}
# what a record is called that stands in a list under a key
_RECORDS: Mapping[str, Message] = {
    "commitments": Message("commitment"), "sections": Message("section"), "targets": Message("target"),
    "themes": Message("theme"), "standards": Message("standard"), "indicators": Message("indicator"),
    "benchmarks": Message("benchmark"), "decisions": Message("decision"),
}  # fmt: skip
_IGNORED = _NOTES | {"definitions", "properties", "required", "additionalProperties"}


def faults(node: Node, place: Place, name: str) -> list[Fault]:
    """All breaches of the schema ``name`` below ``node``, in reading order."""
    breaches: list[Fault] = []
    _compiled(name)(node, (), place, breaches)
    return sorted(breaches, key=lambda f: (f.place.line, f.place.column))


@cache
def _compiled(name: str) -> Check:
    return _Compiler(schema(name)).compile(schema(name))


class _Compiler:
    """Turns a schema into a function; definitions are compiled once and may refer to themselves."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.definitions: dict[str, Check] = {}

    def compile(self, part: dict[str, Any]) -> Check:
        if "$ref" in part:
            return self._refer(part["$ref"].rsplit("/", 1)[1])
        checks: list[Check] = []
        kinds = _kinds(part)
        for keyword, value in part.items():
            if keyword == "pattern":
                checks.append(keywords.pattern(value, *part.get("examples", ())[:1]))
            elif keyword in KEYWORDS:
                checks.append(KEYWORDS[keyword](value))
            elif keyword == "items":
                checks.append(self._items(value))
            elif keyword == "anyOf" and "type" not in part:
                return self._any_of(value)
            elif keyword == "anyOf":
                checks.append(one_set_of_keys(value))
            elif keyword not in _IGNORED and keyword not in ("type", "propertyNames"):
                raise NotImplementedError(f"schema keyword {keyword}")
        if "properties" in part or "additionalProperties" in part:
            checks.append(self._object(part))
        if len(checks) == 1 and not kinds:
            return checks[0]
        return _typed(kinds, tuple(checks))

    def _refer(self, name: str) -> Check:
        if name not in self.definitions:
            self.definitions[name] = lambda *args: self.definitions[name](*args)
            self.definitions[name] = self.compile(self.root["definitions"][name])
        return self.definitions[name]

    def _room(self, part: dict[str, Any]) -> int:
        """Up to which length a scalar that begins beyond ASCII or is quoted is surely fine here; 0 for none.

        Such a scalar is text, never a number, a boolean or null: for most of a plan this saves the walk.
        """
        if "$ref" in part:
            return self._room(self.root["definitions"][part["$ref"].rsplit("/", 1)[1]])
        if "type" not in part:
            return max((self._room(branch) for branch in part.get("anyOf", ())), default=0)
        plain = "string" in _kinds(part) and not part.keys() & {"pattern", "enum"} and part.get("minLength", 0) < 2
        return int(part.get("maxLength", ANY_LENGTH)) if plain else 0

    def _items(self, part: dict[str, Any]) -> Check:
        item = self.compile(part)
        room = self._room(part)

        def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
            assert isinstance(node, ListNode)
            for index, (child, at) in enumerate(zip(node, node.places, strict=True)):
                if type(child) is not str or child < BEYOND_ASCII or len(child) > room:
                    item(child, (*path, index), at, faults)

        return check

    def _any_of(self, parts: list[dict[str, Any]]) -> Check:
        """The branch whose type fits speaks; so its message is about what the writer meant."""
        resolved = [self.root["definitions"][p["$ref"].rsplit("/", 1)[1]] if "$ref" in p else p for p in parts]
        branches = [(_kinds(r), self.compile(p)) for r, p in zip(resolved, parts, strict=True)]
        every = tuple(kind for kinds, _ in branches for kind in kinds)

        def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
            kind = kind_of(node)
            for kinds, branch in branches:
                if fits(kind, kinds):
                    return branch(node, path, place, faults)
            wanted = either(dict.fromkeys(WORDS[k] for k in every))
            faults.append(
                Fault(path, place, Message("wants {wanted}, found {value}", wanted=wanted, value=shown(node, kind)))
            )

        return check

    def _object(self, part: dict[str, Any]) -> Check:
        known = {key: self.compile(value) for key, value in part.get("properties", {}).items()}
        required = tuple(part.get("required", ()))
        extra = part.get("additionalProperties", True)
        rest = self.compile(extra) if isinstance(extra, dict) else None
        rooms = {key: self._room(value) for key, value in part.get("properties", {}).items()}
        choices = {key: frozenset(v["enum"]) for key, v in part.get("properties", {}).items() if "enum" in v}
        rest_room = self._room(extra) if isinstance(extra, dict) else 0
        name_check = self.compile(part["propertyNames"]) if "propertyNames" in part else None

        def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
            assert isinstance(node, MapNode)
            places = node.places
            for key in required:
                if key not in node:
                    faults.append(Fault(path, place, Message('"{key}" is missing', key=key)))
            for key, child in node.items():
                inner = known.get(key, rest)
                if isinstance(child, str) and (
                    child in choices.get(key, ())
                    or ((child > BEYOND_ASCII or type(child) is Quoted) and 0 < len(child) <= rooms.get(key, rest_room))
                ):
                    pass  # surely fine, and by far the commonest
                elif inner is not None:
                    inner(child, (*path, key), places[key], faults)
                elif extra is False:
                    message = Message('unknown key "{key}"{hint}', key=key, hint=meant(key, known))
                    faults.append(Fault((*path, key), node.keys_at[key], message))
                if name_check is not None:
                    name_check(Quoted(key), (*path, key), node.keys_at[key], faults)

        return check


def _kinds(part: dict[str, Any]) -> tuple[str, ...]:
    kinds = part.get("type", ())
    if "enum" in part and not kinds:
        return ("string",)
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def _typed(kinds: tuple[str, ...], checks: tuple[Check, ...]) -> Check:
    """First the type; what follows may rely on it. Text, by far the commonest, is told without a look-up."""
    plain_text = kinds == ("string",)

    def check(node: Node, path: Path, place: Place, faults: list[Fault]) -> None:
        if kinds:
            kind = kind_of(node)
            if not fits(kind, kinds):
                quotable = plain_text and isinstance(node, str) and kind != "null"
                hint = Message("; put it in quotes") if quotable else ""
                wanted = either(WORDS[k] for k in kinds)
                faults.append(
                    Fault(
                        path,
                        place,
                        Message(
                            "wants {wanted}, found {value}{hint}", wanted=wanted, value=shown(node, kind), hint=hint
                        ),
                    )
                )
                return
        for inner in checks:
            inner(node, path, place, faults)

    return check


@cache
def required_keys(name: str) -> Mapping[str, frozenset[str]]:
    """For each key of the schema ``name``, the keys that its mapping, or each in its list, cannot do without."""
    root = schema(name)
    needs: dict[str, frozenset[str]] = {"": frozenset(root.get("required", ()))}

    def visit(key: str, part: dict[str, Any]) -> None:
        if "$ref" in part:
            part = root["definitions"][part["$ref"].rsplit("/", 1)[1]]
        sets = [branch["required"] for branch in part.get("anyOf", ()) if "required" in branch]
        needed = {*part.get("required", ()), *(k for keys in sets for k in keys)}
        if key:
            needs[key] = needs.get(key, frozenset()) | needed
        for inner, value in part.get("properties", {}).items():
            visit(inner, value)
        for inner in (part.get("items"), *(b for b in part.get("anyOf", ()) if "required" not in b)):
            if inner:
                visit(key, inner)

    visit("", root)
    return needs


@cache
def rigid_lists(name: str) -> frozenset[str]:
    """The keys of the schema ``name`` whose lists need two items or more, and so can spare none."""
    root = schema(name)
    parts = (root, *root.get("definitions", {}).values())
    properties = [part.get("properties", {}) for part in parts]
    return frozenset(key for keys in properties for key, value in keys.items() if value.get("minItems", 0) > 1)


def trail(root: Node, fault: Fault) -> Message:
    """The fault's message behind the records it stands in: `commitment ft-17, target 2: "by" …`."""
    names: list[Message] = []
    node: Node = root
    key = ""
    for step in fault.path:
        if isinstance(step, int):
            assert isinstance(node, ListNode)
            node = node[step]
            id = node.get("id") if isinstance(node, MapNode) else None
            if isinstance(id, str) and key in ("commitments", "themes", "standards", "indicators", "decisions"):
                names = []  # a record with an id of its own needs no more context
            kind = _RECORDS.get(key, key) or Message("item")
            names.append(Message("{kind} {id}", kind=kind, id=id if isinstance(id, str) else step + 1))
            key = ""
        else:
            key = step
            node = node.get(step, "") if isinstance(node, MapNode) else ""
    message = fault.message
    if key and not message.startswith(("unknown key", '"')):
        message = Message('"{key}" {fault}', key=key, fault=message)
    return Message("{record}: {fault}", record=tuple(names), fault=message) if names else message
