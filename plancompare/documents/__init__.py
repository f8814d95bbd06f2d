"""SHELF of readers: a plan's text from a file, as blocks with their place in the outline.

Offline, and the same file gives the same document. A file that cannot be read gives one line saying why.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from plancompare.documents.model import Block, Document, Note, Reading, T, Watch
from plancompare.documents.outline import outline
from plancompare.errors import PlanCompareError

__all__ = ["Block", "Document", "Note", "read"]


def _unwatched(steps: Iterable[T], /) -> Iterable[T]:
    return steps


def read(path: Path, watch: Watch = _unwatched) -> Document:
    """Read the document in ``path``; ``watch`` is handed the steps of a long reading, for a bar of progress.

    Raises PlanCompareError, with one line, for what is no document that can be read.
    """
    from plancompare.documents.plain import read_plain

    try:
        data = path.read_bytes()
    except OSError as error:
        raise PlanCompareError(f"cannot read {path}: {error.strerror or error}") from error
    return _document(path.name, "txt", read_plain(path.name, data, watch), sha256(data).hexdigest())


def _document(file: str, kind: str, reading: Reading, digest: str) -> Document:
    blocks = outline(reading.paragraphs)
    starts, pieces, place = [], [], 0
    for block in blocks:
        starts.append(place)
        pieces.append(block.plain)
        place += len(block.plain) + 1
    return Document(
        file=file,
        kind=kind,
        title=reading.title,
        blocks=tuple(blocks),
        notes=tuple(reading.notes),
        text="\n".join(pieces),
        sha256=digest,
        starts=tuple(starts),
        about=reading.about,
    )
