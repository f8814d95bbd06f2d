"""Places of records that know the places of their values, so that a fault is told where it stands."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from plancompare.findings import Location
from plancompare.reading.nodes import ListNode, MapNode, Node, Place, location, read_document, whole_file


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
        data, _ = whole_file(Path(self.file), self.file)
        node = _records(data).get((self.line, self.column))
        return record_location(self.file, node) if node is not None else Location(*self)


@lru_cache(maxsize=4)  # faults are told file by file: each is read once for all its faults, not once for each
def _records(data: bytes) -> Mapping[tuple[int, int], MapNode]:
    """The records in a file's bytes by their line and column; of several in one place the outermost."""
    root = read_document(data, "").root
    records = [*_mappings(root)] if root is not None else []
    return {(node.at.line + 1, node.at.column + 1): node for node in reversed(records)}


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
