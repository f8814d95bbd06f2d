"""The files that a comparison rests on, as a data set passes them on: byte for byte, with the schemas they name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import normpath

from plancompare.comparing.comparison import Comparison
from plancompare.errors import PlanCompareError
from plancompare.files import list_folder, read_whole
from plancompare.formats.editor import KINDS, Words, file_name, render
from plancompare.messages import reason
from plancompare.model import InputFile
from plancompare.reading.catalogue import FOLDER, catalogue_files
from plancompare.reading.collection import ROLES

COLLECTION = "collection"
_SCHEMA = re.compile(rb"^# yaml-language-server: \$schema=(\S+)", re.MULTILINE)


def role(path: str) -> str:
    """What a file is for, by its name inside the collection."""
    return FOLDER if path.endswith(f"{FOLDER}/") else ROLES.get(PurePosixPath(path).name, "plan")


def inputs(comparison: Comparison) -> Iterator[InputFile]:
    """The files that the comparison rests on: of plans only those compared, for others may not be meant for print.

    Two files of one name (a draft read beside the collection) are told apart by a number.
    """
    plans = {plan.file for plan in comparison.plans}
    seen: Counter[str] = Counter()
    for file in comparison.inputs:
        if file.file in plans or role(file.path) != "plan":
            seen[file.path] += 1
            again = seen[file.path]
            path = PurePosixPath(file.path)
            yield file if again == 1 else file._replace(path=str(path.with_name(f"{path.stem}-{again}{path.suffix}")))


def carried(comparison: Comparison) -> Mapping[str, bytes]:
    """The files by their paths in the data set, with the schemas that they name, if these lie inside it.

    Raises PlanCompareError where a file is no longer what was compared.
    """
    files: dict[str, bytes] = {}
    for file in comparison.inputs:
        if role(file.path) == FOLDER:
            files |= {f"{COLLECTION}/{file.path}{name}": data for name, data in _standards(file)}
        else:
            files[f"{COLLECTION}/{file.path}"] = _bytes(file)
    return {**files, **_schemas(files, Words(comparison.codebook, comparison.indicators, comparison.catalogue))}


def schemaless(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The YAML files whose first line names a schema that is not passed on with them."""
    named = ((path, _schema_of(path, data)) for path, data in files.items() if path.endswith((".yaml", ".yml")))
    return tuple(path for path, schema in named if schema is not None and schema not in files)


def _bytes(file: InputFile) -> bytes:
    """The bytes of a file that was read; PlanCompareError where they are no longer those that were compared."""
    data = _read(Path(file.file))
    if sha256(data).hexdigest() != file.sha256:
        raise PlanCompareError("{file} changed while the data set was made; start again", file=file.file)
    return data


def _standards(folder: InputFile) -> Iterator[tuple[str, bytes]]:
    """The files of a catalogue's folder, with the tables that were learned from it."""
    path = Path(folder.file)
    files = catalogue_files([path.parent])
    if files.key != folder.sha256:
        raise PlanCompareError("{file} changed while the data set was made; start again", file=folder.file)
    yield from ((file.name, data) for file, data in files.files)
    tables = (table for table in list_folder(path) if table.name.startswith("learned-") and table.suffix == ".json")
    yield from ((table.name, _read(table)) for table in tables)


def _read(path: Path) -> bytes:
    try:
        return read_whole(path)
    except OSError as error:
        raise PlanCompareError("cannot read {path}: {why}", path=path, why=reason(error)) from error


def _schemas(files: Mapping[str, bytes], words: Words) -> Mapping[str, bytes]:
    """The schemas that ``files`` name by a path that stays inside the data set."""
    kinds = {file_name(kind): kind for kind in KINDS}
    named = {_schema_of(path, data) for path, data in files.items()} - {None, ""}
    places = {place: kinds.get(PurePosixPath(place).name) for place in sorted(filter(None, named))}
    return {place: render(words, kind) for place, kind in places.items() if kind and _is_inside(place)}


def _is_inside(place: str) -> bool:
    """Whether a normalised path stays inside the folder that it starts from, on every system."""
    return not place.startswith(("/", "..")) and "\\" not in place


def _schema_of(path: str, data: bytes) -> str | None:
    """Where in the data set the schema lies that a file's first line names; None for no name, or an address."""
    named = _SCHEMA.search(data[:1000])
    reference = named[1].decode("utf-8", "replace") if named else ""
    if not reference or re.match(r"[a-z]+:", reference, re.IGNORECASE):
        return None
    return normpath(str(PurePosixPath(path).parent / reference))
