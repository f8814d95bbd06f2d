"""The catalogue of standards: one file a theme, in the shipped collection and in the user's own beside it.

Reading 1,200 entries with their wordings takes longer than comparing five coded plans, which needs their names only.
So what was read once is kept under a hash of the files' bytes: names in one piece, wordings in another. What is kept
is believed only if it says so itself and has the very shape it was written in.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import place_of, read_whole, yaml_files
from plancompare.findings import Finding, Location
from plancompare.messages import Message, reason
from plancompare.model import Catalogue, InputFile, Label, Phrases, Standard, Store
from plancompare.reading.nodes import MapNode, Spot, location, read_document
from plancompare.reading.prune import prune
from plancompare.reading.shape import faults, required_keys, rigid_lists, trail

FOLDER = "standards"
MOST = 50_000  # standards: the index numbers them in two bytes, and a field that is well worked has 1,300
FIELDS = 8  # of a standard beside its id
_FORM = 5  # of what is kept; raise it when the shape of the kept pieces changes


class CatalogueFiles(NamedTuple):
    """The files of a catalogue with their bytes, those of the user's own collection last: equal ids replace.

    ``unreadable`` tells of those that are there and could not be read.
    """

    files: tuple[tuple[Path, bytes], ...]
    unreadable: tuple[Finding, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that the files lie in, each once."""
        return tuple(dict.fromkeys(path.parent for path, _ in self.files))

    @property
    def key(self) -> str:
        """A hash of names and bytes."""
        digest = sha256(str(_FORM).encode())
        for path, data in self.files:
            digest.update(f"\n{path.name} {len(data)}\n".encode())
            digest.update(data)
        return digest.hexdigest()


def catalogue_files(folders: Sequence[Path]) -> CatalogueFiles:
    """The catalogue files below ``folders`` (collections, the shipped one first), each once."""
    found: list[tuple[Path, bytes]] = []
    unreadable: list[Finding] = []
    for folder in dict.fromkeys(Path(place_of(path)) for path in folders):
        inside = folder / FOLDER
        try:
            paths = yaml_files(inside) if os.path.lexists(inside) else []
        except PlanCompareError as error:
            unreadable.append(Finding(Location(str(inside)), "error", error.message, "yaml"))
            continue
        for path in paths:
            try:
                found.append((path, read_whole(path)))
            except OSError as error:
                message = Message("cannot be read: {why}", why=reason(error))
                unreadable.append(Finding(Location(str(path)), "error", message, "yaml"))
    return CatalogueFiles(tuple(found), tuple(unreadable))


def read_catalogue(files: CatalogueFiles, store: Store) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The catalogue, and what is wrong with its files; ``store`` keeps what was read without a fault."""
    if not files.files:
        return Catalogue(), files.unreadable
    key, learned = files.key, partial(_learned, files.folders)
    stored = _kept_standards(store.get(f"standards-{key}"), files)
    if stored is not None:
        standards, renamed = stored
        kept_phrases = _KeptPhrases(files, store, key)
        return Catalogue(standards, kept_phrases, renamed, key, learned), files.unreadable
    entries, phrases, findings = _parse(files)
    renamed = {alias: standard.id for standard in entries.values() for alias in standard.aliases}
    if not findings:
        places = {str(path): number for number, (path, _) in enumerate(files.files)}
        kept_lines = {id: _line(standard, places) for id, standard in entries.items()}
        store.put(f"standards-{key}", _packed({"standards": kept_lines, "renamed": renamed}))
        store.put(f"wordings-{key}", _packed({id: list(said) for id, said in phrases.items()}))
    return Catalogue(entries, phrases, renamed, key, learned), (*files.unreadable, *findings)


def as_input(files: CatalogueFiles, key: str) -> tuple[InputFile, ...]:
    """The catalogue as one input of a comparison: its folder, hash and size."""
    if not files.files:
        return ()
    size = sum(len(data) for _, data in files.files)
    return (InputFile(f"{FOLDER}/", key, size, str(files.files[0][0].parent)),)


def _learned(folders: Sequence[Path], name: str) -> bytes:
    """A table that was learned from a catalogue, beside its files: the user's own goes before the shipped one."""
    for folder in reversed(folders):
        path = folder / f"learned-{name}.json"
        try:
            return read_whole(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error
    return b""


def _parse(files: CatalogueFiles) -> tuple[dict[str, Standard], dict[str, Phrases], tuple[Finding, ...]]:
    standards: dict[str, Standard] = {}
    phrases: dict[str, Phrases] = {}
    findings: list[Finding] = []
    for path, data in files.files:
        document = read_document(data, str(path))
        findings += document.findings
        if document.root is None:
            continue
        wrong = faults(document.root, Spot(), "standards")
        findings += [Finding(location(str(path), f.place), "error", trail(document.root, f), "shape") for f in wrong]
        root, _ = prune(document.root, wrong, required_keys("standards"), rigid_lists("standards"))
        if isinstance(root, MapNode):
            for standard, said in _entries(root, str(path)):
                first = standards.get(standard.id)
                if first is not None and Path(first.at.file).parent == path.parent:
                    message = Message("standard {id} stands on {at} already; keep one", id=standard.id, at=first.at)
                    findings.append(Finding(standard.at, "error", message, "duplicate-id"))
                    continue
                if len(standards) == MOST:
                    message = Message(
                        "a catalogue holds at most {count} standards; the rest of this file is left out", count=MOST
                    )
                    findings.append(Finding(standard.at, "error", message, "yaml"))
                    break
                standards[standard.id], phrases[standard.id] = standard, said
    return standards, phrases, tuple(findings)


def _entries(root: MapNode, file: str) -> Iterator[tuple[Standard, Phrases]]:
    for node in root["standards"]:
        dated = node.get("dated")
        standard = Standard(
            id=str(node["id"]),
            theme=str(root["theme"]),
            label=Label(str(node["label"]["zh"]), str(node["label"]["en"])),
            definition=str(node.get("definition", "")),
            also=tuple(map(str, node.get("also", ()))),
            aliases=tuple(map(str, node.get("aliases", ()))),
            until=int(dated["until"]) if dated else None,
            general=node.get("scope") == "general",
            at=location(file, node.at),
        )
        yield standard, Phrases(tuple(map(str, node["wordings"])), tuple(map(str, node.get("not", ()))))


class _KeptPhrases(Mapping[str, Phrases]):
    """Wordings that are read when the first is asked for: from what was kept, else from the files."""

    def __init__(self, files: CatalogueFiles, store: Store, key: str) -> None:
        self._files, self._store, self._key = files, store, key

    @cached_property
    def _all(self) -> Mapping[str, Phrases]:
        stored = _unpacked(self._store.get(f"wordings-{self._key}"))
        if isinstance(stored, dict):
            try:
                return {id: Phrases(tuple(said[0]), tuple(said[1])) for id, said in stored.items()}
            except (IndexError, KeyError, TypeError):
                pass  # of another shape than we write: not ours
        return _parse(self._files)[1]

    def __getitem__(self, id: str) -> Phrases:
        return self._all[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _line(standard: Standard, places: Mapping[str, int]) -> list[Any]:
    """What a standard says beside its id, as plain JSON values; its file by number, for a copy may lie elsewhere."""
    at = [places[standard.at.file], *standard.at[1:]]
    return [standard.theme, list(standard.label), *map(_plain, standard[3:8]), at]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


class _KeptStandards(Mapping[str, Standard]):
    """Standards that were kept, each made when it is asked for: a comparison needs a third of them."""

    def __init__(self, lines: Mapping[str, list[Any]], files: Sequence[str]) -> None:
        self._lines = lines
        self._files = files
        self._standards: dict[str, Standard] = {}

    def __getitem__(self, id: str) -> Standard:
        if id not in self._standards:
            theme, label, definition, also, aliases, until, general, (file, *at) = self._lines[id]
            place = Location(self._files[file], *at)
            standard = Standard(
                id, theme, Label(*label), definition, tuple(also), tuple(aliases), until, general, place
            )
            self._standards[id] = standard
        return self._standards[id]

    def __contains__(self, id: object) -> bool:
        return id in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _kept_standards(
    data: bytes | None, files: CatalogueFiles
) -> tuple[Mapping[str, Standard], Mapping[str, str]] | None:
    """The standards that were kept and the old ids of some; None where nothing was, or what was is not ours."""
    stored = _unpacked(data)
    try:
        lines, renamed = stored["standards"], stored["renamed"]
        if all(len(line) == FIELDS for line in lines.values()):
            return _KeptStandards(lines, [str(path) for path, _ in files.files]), renamed
    except (AttributeError, KeyError, TypeError):
        pass  # of another shape than we write
    return None


def _packed(value: Any) -> bytes:
    """JSON behind a line with its hash."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return sha256(data).hexdigest().encode() + b"\n" + data


def _unpacked(data: bytes | None) -> Any:
    """What was packed; None for nothing, or for bytes that are damaged."""
    seal, _, body = (data or b"").partition(b"\n")
    if not body or sha256(body).hexdigest().encode() != seal:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
