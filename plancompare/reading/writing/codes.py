"""Writes the codes that people give to commitments into a plan file: a key more in each record, every other byte kept.

Each code is on disk before the next question is asked. Several people may code one file at once: every code is put into
what the file holds at that moment, nobody's code is written over, and who takes one back takes back that one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import edit
from plancompare.messages import Message
from plancompare.reading import build
from plancompare.reading.nodes import MapNode, Place
from plancompare.reading.writing.growth import PlanFile, alike
from plancompare.reading.writing.scalars import scalar
from plancompare.reading.writing.sound import sound_root

KEY = "standard"
ADVICE = Message("write the record as a mapping with a key a line, or in braces, and `text` as its second key")


class Code(NamedTuple):
    """What a person coded a commitment as: an id of the catalogue, or "none"; ``text`` are the words judged."""

    id: str
    text: str
    standard: str


class _Fragment(NamedTuple):
    """Text to put in before a place: whole lines where ``line``, else within one."""

    row: int
    column: int
    text: str
    line: bool


class TakenError(PlanCompareError):
    """Somebody else coded the commitment meanwhile; ``code`` says as what."""

    def __init__(self, path: Path, line: int, now: "Code", code: str) -> None:
        super().__init__(
            "{path}:{line}: {id} is coded {code} here, {now} now; settle it first",
            path=path,
            line=line,
            id=now.id,
            code=code,
            now=now.standard,
        )
        self.code = code


class CodedFile:
    """A plan file whose commitments get codes; ``undo`` takes back what was added through this object, last first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._added: list[tuple[Code, ...]] = []

    def add(self, *codes: Code) -> int:
        """Put the codes in, all or none; how many the file did not have already.

        Raises TakenError for a commitment that has another code by now, PlanCompareError for one whose words have
        changed since they were judged, or a file that cannot be added to as text.
        """
        fresh: list[Code] = []

        def coded(data: bytes | None) -> bytes | None:
            file = PlanFile(self.path, data)
            fresh[:] = _fresh(codes, file)
            return _with_codes(file, fresh).encode() if fresh else data

        edit(self.path, coded)
        if fresh:
            self._added.append(tuple(fresh))
        return len(fresh)

    def prove(self, *codes: Code) -> None:
        """Raise what `add` would raise of the codes or the file; nothing is written."""
        file = PlanFile(self.path)
        _with_codes(file, _fresh(codes, file))

    def undo(self) -> bool:
        """Take the last addition back, and nothing else; False if there is none."""
        if not self._added:
            return False
        edit(self.path, lambda data: _without_codes(PlanFile(self.path, data), self._added[-1]).encode())
        self._added.pop()
        return True


def _fresh(codes: Iterable[Code], file: PlanFile) -> list[Code]:
    return [code for code in codes if _is_fresh(code, file)]


def _is_fresh(code: Code, file: PlanFile) -> bool:
    """Whether a commitment has no code yet; the faults that `CodedFile.add` tells of."""
    node = file.record(code.id)
    if node is None:
        raise PlanCompareError("{path} no longer has a commitment {id}", path=file.path, id=code.id)
    if str(node["text"]) != code.text:
        raise PlanCompareError(
            "{path}: the words of {id} have changed meanwhile; run this again", path=file.path, id=code.id
        )
    standard = str(node.get(KEY, ""))
    if standard and standard != code.standard:
        line = node.places[KEY].line + 1
        raise TakenError(file.path, line, code, standard)
    return not standard


def _with_codes(file: PlanFile, codes: Sequence[Code]) -> str:
    """The text with the codes put in; PlanCompareError if it would not read as before but for them."""
    lines = list(file.lines)
    fragments = [_fragment(code, file) for code in codes]
    for fragment in sorted(fragments, reverse=True):
        if fragment.line:
            lines.insert(fragment.row, fragment.text)
        else:
            old = lines[fragment.row]
            lines[fragment.row] = old[: fragment.column] + fragment.text + old[fragment.column :]
    return _proved("\n".join(lines), file, {code.id: code.standard for code in codes})


def _fragment(code: Code, file: PlanFile) -> _Fragment:
    """The key with its value, before the key that follows the text: on a line of its own, or inside braces."""
    node = file.record(code.id)
    assert node is not None
    at = _behind_text(node)
    before = file.lines[at.line][: at.column]
    if file.lines[node.at.line][node.at.column : node.at.column + 1] == "{":
        return _Fragment(at.line, at.column, f"{KEY}: {scalar(code.standard)}, ", False)
    if before.strip() or at.line == node.at.line:
        raise PlanCompareError("cannot add to {path}:{line}: {advice}", path=file.path, line=at.line + 1, advice=ADVICE)
    return _Fragment(at.line, at.column, f"{before}{KEY}: {scalar(code.standard)}{_end(file)}", True)


def _behind_text(node: MapNode) -> Place:
    """Where the key stands that follows the text, or the text's own where it is the last."""
    keys = sorted(node.keys_at.items(), key=lambda key: (key[1].line, key[1].column))
    names = [name for name, _ in keys]
    index = names.index("text")
    return keys[min(index + 1, len(keys) - 1)][1]


def _end(file: PlanFile) -> str:
    """What stands at the end of a line before its line feed."""
    return file.line_end[:-1]


def _without_codes(file: PlanFile, codes: Iterable[Code]) -> str:
    """The text without codes that were put in; PlanCompareError if one no longer stands there as it was written."""
    lines = list(file.lines)
    places = []
    for code in codes:
        node = file.record(code.id)
        if node is None or str(node.get(KEY, "")) != code.standard:
            raise PlanCompareError(
                "cannot take the code of {id} back, it no longer stands in {path}", id=code.id, path=file.path
            )
        places.append((node.keys_at[KEY], f"{KEY}: {scalar(code.standard)}"))
    for at, text in sorted(places, key=lambda place: (place[0].line, place[0].column), reverse=True):
        line, stop = lines[at.line], at.column + len(text)
        if line[at.column :].rstrip("\r") == text and not line[: at.column].strip():
            del lines[at.line]
        elif line[at.column : stop + 2] == f"{text}, ":
            lines[at.line] = line[: at.column] + line[stop + 2 :]
        else:
            raise PlanCompareError(
                "cannot take a code back, {path}:{line} was rewritten meanwhile", path=file.path, line=at.line + 1
            )
    return _proved("\n".join(lines), file, {code.id: "" for code in codes})


def _proved(text: str, file: PlanFile, codes: dict[str, str]) -> str:
    """The text, if it says what the file said but for these codes (id -> standard)."""
    plan = build.plan(sound_root(text, str(file.path), "plan"), str(file.path), 0)
    wanted = [c._replace(standard=codes.pop(c.id, c.standard)) for c in file.plan.commitments]
    if not all(map(alike, plan.commitments, wanted)) or len(plan.commitments) != len(wanted):
        raise PlanCompareError("cannot add to {path}: {advice}", path=file.path, advice=ADVICE)
    return text
