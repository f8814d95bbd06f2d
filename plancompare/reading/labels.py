"""A file of judged pairs to values; every fault at once, and nothing is evaluated on half a file."""

from collections.abc import Collection
from pathlib import Path

from plancompare.errors import PlanCompareError, meant
from plancompare.findings import Finding
from plancompare.messages import Message
from plancompare.reading.nodes import ListNode, Spot, location, read_file
from plancompare.reading.shape import faults, trail

Triple = tuple[str, str, str]


def read_labels(path: Path, known: Collection[str]) -> tuple[list[Triple], list[Finding]]:
    """(a, b, label) of each pair, and what is wrong; ``known`` are the keys that commitments have."""
    document, _ = read_file(path, str(path))
    root = document.root
    if root is None:
        return [], list(document.findings)
    wrong = faults(root, Spot() if isinstance(root, str) else root.at, "labels")
    findings = [
        *document.findings,
        *(Finding(location(str(path), f.place), "error", trail(root, f), "shape") for f in wrong),
    ]
    if findings or not isinstance(root, ListNode):
        return [], findings
    for item in root:
        for side in ("a", "b"):
            if item[side] not in known:
                message = Message('no commitment "{key}"{hint}', key=item[side], hint=meant(item[side], known))
                findings.append(Finding(location(str(path), item.places[side]), "error", message, "labels"))
    if not root:
        raise PlanCompareError("{path} holds no pairs", path=path)
    return [(str(item["a"]), str(item["b"]), str(item["label"])) for item in root], findings
