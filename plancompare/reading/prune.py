"""A broken record costs that record: cuts what breaches the schema out of the nodes, and as little else as possible."""

from collections.abc import Mapping

from plancompare.reading.keywords import Fault, Path
from plancompare.reading.nodes import ListNode, MapNode, Node

Required = Mapping[str, frozenset[str]]


def prune(root: Node, faults: list[Fault], required: Required) -> tuple[Node | None, tuple[Path, ...]]:
    """``root`` without its faulty parts, and the paths of what went.

    ``required`` maps the name of a list (``commitments``) to the keys that an item of it cannot do without ("" is the
    root). A faulty value that its item needs takes the item with it; one that it can spare goes alone. Changes
    ``root`` in place; gives None if the root itself cannot be used.
    """
    cuts = {_cut(fault.path, required) for fault in faults if fault.hard}
    if () in cuts:
        return None, ()
    outermost = [path for path in cuts if not any(path[:n] in cuts for n in range(1, len(path)))]
    for path in sorted(outermost, key=_position, reverse=True):
        _delete(_at(root, path[:-1]), path[-1])
    return root, tuple(outermost)


def _cut(path: Path, required: Required) -> Path:
    """The smallest part around ``path`` that can go while the rest still has the shape it needs."""
    while path and isinstance(path[-1], str) and path[-1] in required.get(_list_of(path[:-1]), ()):
        path = path[:-1]
    return path


def _list_of(path: Path) -> str:
    """The name of the list whose item ``path`` is; "" for the root, "?" for anything else."""
    if not path:
        return ""
    return str(path[-2]) if isinstance(path[-1], int) and len(path) > 1 else "?"


def _position(path: Path) -> tuple[tuple[int, str], ...]:
    """Orders paths so that, taken backwards, indexes stay true while items go."""
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in path)


def _at(root: Node, path: Path) -> Node:
    node = root
    for step in path:
        if (isinstance(node, ListNode) and isinstance(step, int)) or isinstance(node, MapNode):
            node = node[step]  # type: ignore[index]
    return node


def _delete(parent: Node, step: str | int) -> None:
    if isinstance(parent, ListNode) and isinstance(step, int):
        del parent[step], parent.places[step]
    elif isinstance(parent, MapNode) and isinstance(step, str):
        parent.pop(step, None)
