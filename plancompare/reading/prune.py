"""A broken record costs that record: cuts what breaches the schema out of the nodes, and as little else as possible."""

from collections.abc import Container, Mapping

from plancompare.reading.keywords import Fault, Path
from plancompare.reading.nodes import ListNode, MapNode, Node

Required = Mapping[str, frozenset[str]]


def prune(
    root: Node, faults: list[Fault], required: Required, rigid: Container[str] = ()
) -> tuple[Node | None, tuple[Path, ...]]:
    """``root`` without its faulty parts, and the paths of what went.

    ``required`` maps the name of a mapping, or of a list of them (``commitments``), to the keys that it, or each of
    its items, cannot do without ("" is the root); ``rigid`` names lists that can spare no item. A faulty value that its
    owner needs takes the owner with it; one that it can spare goes alone. Changes ``root`` in place; gives None if
    the root itself cannot be used.
    """
    cuts = {_cut(fault.path, required, rigid) for fault in faults if fault.hard}
    if () in cuts:
        return None, ()
    outermost = [path for path in cuts if not any(path[:n] in cuts for n in range(1, len(path)))]
    for path in sorted(outermost, key=_position, reverse=True):
        _delete(_at(root, path[:-1]), path[-1])
    return root, tuple(outermost)


def _cut(path: Path, required: Required, rigid: Container[str]) -> Path:
    """The smallest part around ``path`` that can go while the rest still has the shape it needs."""
    while path:
        step, owner = path[-1], path[:-1]
        if isinstance(step, str):
            needed = step in required.get(_name_of(owner), ())
        else:  # an item of a rigid list, or of a list inside a list
            needed = _name_of(owner) in rigid or (bool(owner) and isinstance(owner[-1], int))
        if not needed:
            break
        path = owner
    return path


def _name_of(path: Path) -> str:
    """The key under which ``path`` stands, itself or as an item of a list; "" for the root."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _position(path: Path) -> tuple[tuple[int, str], ...]:
    """Orders paths so that, taken backwards, indexes stay true while items go."""
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in path)


def _at(root: Node, path: Path) -> Node:
    node = root
    for step in path:
        node = node[step]  # type: ignore[index]
    return node


def _delete(parent: Node, step: str | int) -> None:
    if isinstance(parent, ListNode) and isinstance(step, int):
        del parent[step], parent.places[step]
    elif isinstance(parent, MapNode) and isinstance(step, str):
        parent.pop(step, None)
