"""What a collection's plans and commitments are called, read for a shell that waits for the next key.

Of a plan only the head of its file is read, of its commitments only the ids. What cannot be read has no name here; a
command that is then run says why.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import is_file, read_whole, yaml_files
from plancompare.reading.collection import DECISIONS, ROLES
from plancompare.reading.heads import start_of
from plancompare.reading.nodes import ListNode, MapNode, Spot, read_file

_FIELD = re.compile(
    r"^(id|name):[ \t]*(?:'([^'\n]*)'|\"([^\"\n]*)\"|([^\s#'\"][^\n#]*?))[ \t]*(?:#.*)?\r?$", re.MULTILINE
)


class Named(NamedTuple):
    """A plan's id, its short name, and its file."""

    id: str
    name: str
    file: Path


def plans_named(folders: Iterable[Path]) -> tuple[Named, ...]:
    """The plans in ``folders``, by id; of equal ids that of the first folder."""
    found: dict[str, Named] = {}
    for folder in folders:
        for path in _yaml_files(folder):
            if path.name not in ROLES and (plan := _head(path)):
                found.setdefault(plan.id, plan)
    return tuple(found[id] for id in sorted(found))


def commitment_ids(file: Path) -> Iterator[str]:
    """The ids of a plan's commitments, in their order."""
    root = read_file(file, str(file))[0].root
    for section in _items(root, "sections"):
        for commitment in _items(section, "commitments"):
            if isinstance(commitment, MapNode) and isinstance(commitment.get("id"), str):
                yield str(commitment["id"])


def mentions_id(file: Path, start: str) -> bool:
    """Whether an id that begins with ``start`` may stand in a file; it is not parsed for that."""
    try:
        return re.search(rb"\bid: *['\"]?" + re.escape(start.encode()), read_whole(file)) is not None
    except OSError:
        return False


def decided_rows(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Ids and Chinese labels of the rows that people named."""
    for folder in folders:
        path = folder / DECISIONS
        for ruling in _items(read_file(path, str(path))[0].root if is_file(path) else None, "decisions"):
            if isinstance(ruling, MapNode) and isinstance(ruling.get("id"), str):
                label = ruling.get("label")
                yield str(ruling["id"]), str(label.get("zh", "")) if isinstance(label, MapNode) else ""


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return [path for path in yaml_files(folder) if is_file(path)]
    except PlanCompareError:
        return []


def _head(path: Path) -> Named | None:
    try:
        text = start_of(path).decode("utf-8-sig", "replace")
    except OSError:
        return None
    told = {field: next(filter(None, said), "") for field, *said in _FIELD.findall(text)}
    return Named(told["id"], told.get("name", ""), path) if told.get("id") else None


def _items(node: object, key: str) -> ListNode:
    items = node.get(key) if isinstance(node, MapNode) else None
    return items if isinstance(items, ListNode) else ListNode(Spot())
