"""Places of records that know the places of their values, so that a fault is told where it stands."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from plancompare.findings import Location
from plancompare.reading.nodes import ListNode, MapNode, Node, Place, location, read_file


class RecordLocation(Location):
    """The place of a record that knows its nodes. Copied or changed it becomes a plain place."""

    node: MapNode

    def __reduce__(self) -> tuple[Any, ...]:
        return Location, tuple(self)

    def inside(self, *path: str | int) -> Location:
        """Where the value at ``path`` stands, or the innermost around it that is there."""
        return location(self.file, _place(self.node, path, keys=False))

    def key(self, *path: str | int) -> Location:
        """Where the key that ``path`` ends on stands."""
        return location(self.file, _place(self.node, path, keys=True))


class KeptLocation(Location):
    """The place of a record whose nodes were not kept: its file is read again where a place inside is asked for."""

    def inside(self, *path: str | int) -> Location:
        """Where the value at ``path`` stands, or the innermost around it that is there."""
        return self._record().inside(*path)

    def key(self, *path: str | int) -> Location:
        """Where the key that ``path`` ends on stands."""
        return self._record().key(*path)

    def _record(self) -> Location:
        return _records(self.file, _state(self.file)).get(self[1:], Location(*self))


def _state(file: str) -> tuple[int, int]:
    """What tells that a file was not written to since."""
    try:
        status = Path(file).stat()
    except (OSError, ValueError):
        return 0, 0
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=4)  # places are asked for file by file, a plan's among those of rulings and standards
def _records(file: str, _state: tuple[int, int]) -> Mapping[tuple[int, ...], Location]:
    """The records of a file by line and column: many places of it are asked for one after another."""
    root = read_file(Path(file), file)[0].root
    found: dict[tuple[int, ...], Location] = {}
    for node in _mappings(root) if root is not None else ():
        at = record_location(file, node)
        found.setdefault(at[1:], at)
    return found


def record_location(name: str, node: MapNode) -> Location:
    """Where a record is, and through it where its values are."""
    place = RecordLocation(name, node.at.line + 1, node.at.column + 1)
    place.node = node
    return place


def _place(node: Any, path: tuple[str | int, ...], keys: bool) -> Place:
    """The place at the end of ``path``, as far as the nodes go; an item of a list may be named by what it says."""
    place: Place = node.at
    for number, step in enumerate(path, 1):
        if isinstance(node, MapNode) and step in node:
            last = keys and number == len(path)
            place = (node.keys_at if last else node.places)[str(step)]
        elif isinstance(node, ListNode) and (step in node or isinstance(step, int)):
            step = node.index(step) if step in node else int(step)
            place = node.places[step]
        else:
            break
        node = node[step]
    return place


def _mappings(node: Node) -> Iterator[MapNode]:
    if isinstance(node, MapNode):
        yield node
    for child in node.values() if isinstance(node, MapNode) else node if isinstance(node, ListNode) else ():
        yield from _mappings(child)
