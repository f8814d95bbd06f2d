"""Nothing is put into a file that cannot be read: its root if it is sound, else what has to be mended first."""

from plancompare.errors import PlanCompareError
from plancompare.findings import Finding
from plancompare.messages import Message
from plancompare.reading.nodes import MapNode, Spot, read_document
from plancompare.reading.shape import faults, trail


def sound_root(text: str, name: str, kind: str) -> MapNode:
    """The root of a file of ``kind`` (a name of a schema); PlanCompareError names the first fault and its line."""
    document = read_document(text.encode(), name)
    root = document.root
    wrong: list[Finding | Message] = list(document.findings)
    if root is not None:
        place = Spot() if isinstance(root, str) else root.at
        hard = [fault for fault in faults(root, place, kind) if fault.hard]
        wrong += [
            Message("{name}:{line}: {fault}", name=name, line=fault.place.line + 1, fault=trail(root, fault))
            for fault in hard
        ]
    if wrong or not isinstance(root, MapNode):
        raise PlanCompareError("{finding}; mend the file first (`plancompare check`)", finding=wrong[0])
    return root


def text_of(data: bytes, name: str) -> str:
    """A file's bytes as text; PlanCompareError if they are not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PlanCompareError("cannot read {name} as UTF-8 text; save it as such", name=name) from error
