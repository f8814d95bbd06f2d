"""Grows a plan file as text, so that nothing a curator wrote in it is touched: where records can be put in, and whether
the file still says what it said before. The lines to put in are made elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import read_whole
from plancompare.messages import Message, reason
from plancompare.model import Section
from plancompare.reading import build
from plancompare.reading.nodes import ListNode, MapNode
from plancompare.reading.writing.sound import sound_root, text_of

ADVICE = Message("keep `sections:` and `commitments:` as lists with an entry a line, and `sections:` as the last key")
_ODD_END = re.compile("\r(?!\n)|[\x85\u2028\u2029]")  # where YAML counts a new line and most programs do not


class Room(NamedTuple):
    """Where records of one section go: before line ``row`` (from 0), their hyphens indented by ``indent`` blanks."""

    section: Section
    row: int
    indent: int


class Insertion(NamedTuple):
    """Lines that go before line ``row``."""

    row: int
    lines: Sequence[str]


class PlanFile:
    """The text of a plan file, with the room it has for more."""

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        """``data`` is what the file holds, read if it is not given.

        Raises PlanCompareError for a file that is no sound plan, or whose lines programs count in different ways:
        nothing is added to what cannot be read.
        """
        self.path = path
        try:
            self.text = text_of(read_whole(path) if data is None else data, str(path))
        except OSError as error:
            raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error
        self._root = sound_root(self.text, str(path), "plan")
        if odd := _ODD_END.search(self.text):
            line = self.text.count("\n", 0, odd.start()) + 1
            raise PlanCompareError(
                "{path}:{line}: a line ends in an odd character; save the file with usual line ends",
                path=path,
                line=line,
            )
        self.plan = build.plan(self._root, str(path), 0)
        self.line_end = "\r\n" if "\r\n" in self.text else "\n"
        self.lines = self.text.split("\n")

    def rooms(self) -> list[Room]:
        """The sections that records can be added to."""
        sections = self._root["sections"]
        result = []
        for number, node in enumerate(sections):
            records = node.get("commitments")
            if not isinstance(records, ListNode) or not records or not self._is_block(records):
                continue
            later = [at.line for key, at in node.keys_at.items() if at.line > records.places[-1].line]
            after = sections.places[number + 1].line if number + 1 < len(sections) else self._end()
            row = self._behind_content(min([after, *later]))
            section = Section(
                str(node.get("id", "")), str(node.get("path", "")), str(node["heading"]), str(node.get("theme", ""))
            )
            result.append(Room(section, row, records.places[0].column - 2))
        return result

    def record(self, id: str) -> MapNode | None:
        """The node of the commitment with this id, the first in the file; None if there is none."""
        return next((node for node in self._records() if str(node["id"]) == id), None)

    def _records(self) -> Iterator[MapNode]:
        for section in self._root["sections"]:
            yield from section.get("commitments", ())

    def end(self) -> tuple[int, int] | None:
        """Where another section goes: its row and the indentation of its hyphen; None if it cannot be added as text."""
        sections = self._root["sections"]
        if not sections or not self._is_block(sections):
            return None
        return self._behind_content(self._end()), sections.places[0].column - 2

    def with_lines(self, insertions: Iterable[Insertion], more: int, checksum: str = "") -> str:
        """The text with lines put in, which make ``more`` records, and another ``checksum`` of its source if given.

        Raises PlanCompareError if the old records would not read as they did, or the new ones not at all.
        """
        lines = list(self.lines)
        extra = "\r" if self.line_end == "\r\n" else ""
        if lines[-1]:  # a last line without its end
            lines.append("")
        if checksum:
            at = self._root["source"].places["sha256"]
            kept, old = lines[at.line][: at.column], lines[at.line][at.column :]
            lines[at.line] = kept + old.replace(self.plan.source.sha256, checksum, 1)
        for insertion in sorted(insertions, key=lambda i: -i.row):
            lines[insertion.row : insertion.row] = [line + extra for line in insertion.lines]
        text = "\n".join(lines)
        grown = build.plan(sound_root(text, str(self.path), "plan"), str(self.path), 0)
        before = {c.id: c._replace(at=c.at._replace(line=0, column=0)) for c in self.plan.commitments}
        kept = {c.id: c for c in grown.commitments if c.id in before}
        if len(grown.commitments) != len(before) + more or any(not alike(before[i], kept[i]) for i in before):
            raise PlanCompareError("cannot add to {path}: {advice}", path=self.path, advice=ADVICE)
        return text

    def _is_block(self, node: ListNode) -> bool:
        """Whether each item of a list stands behind a hyphen on a line of its own."""
        return all(self.lines[at.line][: at.column].strip() == "-" for at in node.places)

    def _end(self) -> int:
        """The row behind the list of sections."""
        start = self._root.keys_at["sections"].line
        later = [at.line for at in self._root.keys_at.values() if at.line > start]
        return min([len(self.lines), *later])

    def _behind_content(self, row: int) -> int:
        """The row behind the last line before ``row`` that is neither blank nor a comment."""
        while row > 0 and (not self.lines[row - 1].strip() or self.lines[row - 1].lstrip().startswith("#")):
            row -= 1
        return row


def alike(one: object, other: object) -> bool:
    """Whether two values of the model say the same, wherever they stand."""
    if isinstance(one, tuple) and hasattr(one, "_fields") and isinstance(other, tuple):
        names = [name for name in one._fields if name != "at"]
        return all(alike(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(alike(a, b) for a, b in zip(one, other, strict=True))
    return one == other
