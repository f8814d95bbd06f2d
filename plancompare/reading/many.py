"""The plan files of a collection, many at once: from the user's index where they are unchanged, else read in blocks.

A block may be read by any process (`working`). What was read is kept as soon as it is there: a run that is stopped
loses the blocks in hand.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from plancompare.model import Brief, InputFile, Judge, Plan, judged
from plancompare.reading.kept import (
    KeptPlans,
    brief_name,
    key_of,
    packed,
    packed_brief,
    plan_name,
    unpacked,
    unpacked_brief,
)
from plancompare.reading.nodes import whole_file
from plancompare.reading.plan_file import PlanFile, input_file, read_plan
from plancompare.working import in_blocks, results

BLOCK = 16  # files: a tenth of a second of reading, against a thousandth for handing them over
# Files from which on further processes pay: a choice. Reading one takes some 6 ms of a processor
# (`python -m tests.benchmarks.scale --only list`), and two processes begin in a fifth of a second.
WORTH = 100


class Read(NamedTuple):
    """A file that was read: whole, or in brief; then its plan is without commitments."""

    file: PlanFile
    brief: Brief | None = None


class Told(NamedTuple):
    """What a process sends of a file that was read without a finding: pieces as they are kept."""

    digest: str
    size: int
    plan: bytes
    brief: bytes
    said: bytes


class Files:
    """Reads plan files, whole or in brief, and then has a judge say what it thinks of each."""

    def __init__(self, kept: KeptPlans, brief: bool = False, judge: Judge | None = None) -> None:
        self._kept = kept
        self._brief = brief
        self._judge = judge
        self._light = brief

    def read(self, paths: Sequence[Path]) -> Iterator[Read]:
        """What each file says, in their order."""
        known = list(map(self._known, paths))
        missing = [path for path, read in zip(paths, known, strict=True) if read is None]
        self._light = self._brief or len(missing) >= WORTH
        blocks = in_blocks(missing, BLOCK)
        told: Iterator[Sequence[Read | Told | None]] = results(
            partial(_told, brief=self._brief, judge=self._judge),
            ([(path, whole_file(path, str(path))[0]) for path in block] for block in blocks),
            count=-(-len(missing) // BLOCK),
            worth=len(missing) >= WORTH,
            here=lambda block: [self._read(path, data) for path, data in block],
        )
        fresh = chain.from_iterable(told)
        for path, read in zip(paths, known, strict=True):
            yield read or self._unpacked(path, next(fresh))
        self._kept.settle()

    def _known(self, path: Path) -> Read | None:
        """A file that cannot be opened, or one that was read before."""
        data, unreadable = whole_file(path, str(path))
        if unreadable:
            return Read(PlanFile(None, findings=unreadable.findings))
        file = input_file(path, data)
        key = key_of(file.sha256)
        brief = self._known_brief(key, file.file) if self._brief else None
        plan = None if self._brief else unpacked(self._kept.get(plan_name(key)), file.file)
        if brief:
            return Read(PlanFile(brief.head, (file,)), brief)
        return Read(PlanFile(plan, (file,))) if plan else None

    def _known_brief(self, key: str, file: str) -> Brief | None:
        """What is kept in brief of a plan, or can be told of what is kept of it whole."""
        brief = unpacked_brief(self._kept.get(brief_name(key)), file, key)
        if brief and not (self._judge and self._judge.asks(brief)):
            return brief
        said = self._kept.get(f"{self._judge.name}-{key}") if brief and self._judge else None
        if brief and said is not None:
            return brief._replace(said=said)
        plan = unpacked(self._kept.get(plan_name(key)), file)
        return self._in_brief(plan, key) if plan else None

    def _in_brief(self, plan: Plan, key: str) -> Brief:
        brief = judged(plan, self._judge, key)
        if key:
            self._keep(key, packed_brief(brief), brief.said)
        return brief

    def _keep(self, key: str, brief: bytes, said: bytes) -> None:
        self._kept.keep(brief_name(key), brief)
        if self._judge and said:
            self._kept.keep(f"{self._judge.name}-{key}", said)

    def _read(self, path: Path, data: bytes) -> Read:
        """A file with these bytes, read here; what is sound is kept."""
        file = read_plan(path, data)
        plan = file.plan
        key = key_of(sha256(data).hexdigest()) if plan and not file.findings else ""
        if plan and key:
            self._kept.keep_made(plan_name(key), lambda: packed(plan))
        if not (plan and self._light):
            return Read(file)
        brief = self._in_brief(plan, key) if self._brief else None
        told = _without_nodes(brief.head if brief else plan)
        return Read(file._replace(plan=told), brief and brief._replace(head=told))

    def _unpacked(self, path: Path, told: "Read | Told | None") -> Read:
        """What a process sent; a file with findings, which lead to places in it, is read here."""
        if isinstance(told, Read):
            return told
        if told is None:
            return self._read(path, whole_file(path, str(path))[0])
        key, file = key_of(told.digest), str(path)
        self._kept.keep(plan_name(key), told.plan)
        inputs = (InputFile(path.name, told.digest, told.size, file),)
        brief = unpacked_brief(told.brief, file, key) if self._brief else None
        if brief is None:
            return Read(PlanFile(unpacked(told.plan, file), inputs))
        self._keep(key, told.brief, told.said)
        return Read(PlanFile(brief.head, inputs), brief._replace(said=told.said))


def _told(block: Sequence[tuple[Path, bytes]], brief: bool, judge: Judge | None) -> Sequence[Read | Told | None]:
    """A job: what the files with these bytes say, as it is kept; None for one with findings."""
    return [_one_told(path, data, brief, judge) for path, data in block]


def _one_told(path: Path, data: bytes, brief: bool, judge: Judge | None) -> Told | None:
    file = read_plan(path, data)
    if file.plan is None or file.findings:
        return None
    told = judged(file.plan, judge)
    return Told(sha256(data).hexdigest(), len(data), packed(file.plan), packed_brief(told) if brief else b"", told.said)


def _without_nodes(plan: Plan) -> Plan:
    """The same plan; places inside its records are looked up in its file again, for many trees of nodes weigh much."""
    light = unpacked(packed(plan), plan.file)
    return light._replace(incomplete=plan.incomplete) if light else plan
