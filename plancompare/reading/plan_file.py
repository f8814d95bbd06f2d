"""One file of a collection, from its bytes to what it says: sound records, and findings on the rest.

Nothing but the bytes and the name of the file decides, so that any process may read it.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plancompare.findings import Finding
from plancompare.messages import Message
from plancompare.model import Commitment, InputFile, Plan
from plancompare.reading import build
from plancompare.reading.keywords import Path as NodePath
from plancompare.reading.nodes import Document, MapNode, Spot, location, read_document
from plancompare.reading.prune import prune
from plancompare.reading.shape import faults, required_keys, rigid_lists, trail

_RECORDS = ("commitments", "sections")
_SPARED = ("id", "path", "theme", "note")  # of a section: keys whose loss loses no commitment


class Shaped(NamedTuple):
    """A file as far as it has the shape of its kind (``root``), how many records were lost, what was wrong."""

    root: MapNode | None
    lost: int = 0
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()


class PlanFile(NamedTuple):
    """The plan that a file holds, if it holds one; the file as an input of a comparison; what was wrong with it."""

    plan: Plan | None
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def input_file(path: Path, data: bytes) -> InputFile:
    """A file that was read, with its hash."""
    return InputFile(path.name, sha256(data).hexdigest(), len(data), str(path))


def shaped(path: Path, kind: str, document: Document, data: bytes) -> Shaped:
    """What has the shape of a file of this kind."""
    if document.root is None:
        return Shaped(None, findings=document.findings)
    place = document.root.at if not isinstance(document.root, str) else Spot()
    wrong = faults(document.root, place, kind)
    found = [
        Finding(location(str(path), fault.place), "error", trail(document.root, fault), "shape") for fault in wrong
    ]
    inputs, findings = (input_file(path, data),), (*document.findings, *found)
    root, gone = prune(document.root, wrong, required_keys(kind), rigid_lists(kind))
    if not isinstance(root, MapNode):
        return Shaped(None, 0, inputs, findings)
    return Shaped(root, sum(map(_costs_records, gone)) + len(document.findings), inputs, findings)


def read_plan(path: Path, data: bytes) -> PlanFile:
    """The plan in a file with these bytes."""
    root, lost, inputs, findings = shaped(path, "plan", read_document(data, str(path)), data)
    if root is None:
        return PlanFile(None, inputs, findings)
    plan, twins = _without_twins(build.plan(root, str(path), lost))
    return PlanFile(plan, inputs, (*findings, *twins))


def _costs_records(path: NodePath) -> bool:
    """Whether what was cut at ``path`` may have held commitments: a record, a list of them, or a mistyped key."""
    in_section = len(path) == 3 and path[0] == "sections" and path[2] not in _SPARED
    return (len(path) > 1 and path[-2] in _RECORDS) or in_section


def _without_twins(plan: Plan) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan without commitments whose id is taken: a key must name one text."""
    by_id: dict[str, Commitment] = {}
    findings = []
    for commitment in sorted(plan.commitments, key=lambda c: c.at):
        first = by_id.setdefault(commitment.id, commitment)
        if first is not commitment:
            message = Message(
                "commitment id {id} is taken on line {line}; give this one an id of its own",
                id=commitment.id,
                line=first.at.line,
            )
            findings.append(Finding(commitment.at, "error", message, "duplicate-id"))
    if not findings:
        return plan, ()
    sound = tuple(c for c in plan.commitments if by_id[c.id] is c)
    return plan._replace(commitments=sound, incomplete=plan.incomplete + len(findings)), tuple(findings)
