"""What plans say of themselves before their promises: area, level, period, status, extent; read without the promises.

Only the head of a file is parsed. Where the head does not settle what is asked for (a key that is not there may stand
behind the sections; sections may begin late), the file is read whole, as any other.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from plancompare.files import is_folder, yaml_files
from plancompare.model import Plan
from plancompare.reading import build, layers
from plancompare.reading.heads import before_sections, outside
from plancompare.reading.nodes import ListNode, MapNode, Spot, read_document
from plancompare.reading.prune import prune
from plancompare.reading.reader import ROLES, Reader
from plancompare.reading.shape import faults, required_keys, rigid_lists

HEAD = 8192  # bytes in which a plan's head ends, also that of an excerpt which names its themes one by one
# field that is asked for -> the key of a plan that says it
KEYS: Mapping[str, str] = {
    "level": "area",
    "area": "area",
    "period": "period",
    "status": "status",
    "coverage": "source",
}


def title_pages(
    folder: Path, fields: Collection[str], extra: Sequence[Path] = (), index: bool = True
) -> tuple[Plan, ...]:
    """The plans of a folder, and of ``extra`` files, by id, without their sections as far as that can be.

    They say what their files say to ``fields``. A file in which no plan can be read has none here.
    """
    keys = {"id", "name", *(KEYS[field] for field in fields)}
    under = folder / layers.UNDER
    bundled = [path for path in yaml_files(under) if path.name not in ROLES] if is_folder(under) else []
    paths = [path for path in yaml_files(folder) if path.name not in ROLES]
    reader = Reader(folder, index=index)
    plans: dict[str, Plan] = {}
    for path in chain(paths, outside(extra, paths), bundled):  # of equal ids the first, as a reader has it
        for plan in _title_page(path, keys, reader):
            plans.setdefault(plan.id, plan)
    reader.kept.settle()
    return tuple(plans[id] for id in sorted(plans))


def _title_page(path: Path, keys: Collection[str], reader: Reader) -> Iterator[Plan]:
    root = _head(path, keys)
    plan = build.plan(root, str(path), 0) if root is not None else reader.plan(path)
    if plan is not None:
        yield plan


def _head(path: Path, keys: Collection[str]) -> MapNode | None:
    """The mapping before the sections, if it is sound and has all of ``keys``."""
    try:
        head = before_sections(path, HEAD)
    except OSError:
        return None
    document = read_document(head, str(path)) if head else None
    root = document.root if document else None
    if document is None or document.findings or not isinstance(root, MapNode) or not all(map(root.__contains__, keys)):
        return None
    root["sections"], root.places["sections"], root.keys_at["sections"] = ListNode(Spot()), Spot(), Spot()
    sound, lost = prune(root, faults(root, Spot(), "plan"), required_keys("plan"), rigid_lists("plan"))
    return None if lost or not isinstance(sound, MapNode) else sound
