"""SHELF of readers: a plan's text from a file, as blocks with their place in the outline; one reader a kind of file."""

from hashlib import sha256
from pathlib import Path

from plancompare.drafting.documents.characters import printable
from plancompare.drafting.documents.kinds import FileKind, kind_of
from plancompare.drafting.documents.model import Block, Document, Reading, Watch
from plancompare.drafting.documents.outline import outline
from plancompare.errors import PlanCompareError

_PIECE = 2**20


def read_document(path: Path, watch: Watch) -> Document:
    """The document in ``path``; see `plancompare.drafting.read`. The kind is seen from content first, then name."""
    file = printable(path.name or str(path))
    try:
        kind = kind_of(file, path)
        reading = _reading(kind, file, path, watch)
        digest = _digest(path)
    except OSError as error:
        raise PlanCompareError(f"cannot read {file}: {error.strerror or error}") from error
    blocks = outline(reading.paragraphs)
    if not blocks:
        raise PlanCompareError(f"{file} holds no text")
    return _document(file, kind, reading, blocks, digest)


def _reading(kind: FileKind, file: str, path: Path, watch: Watch) -> Reading:
    """What the reader of the kind finds; readers are imported when they are asked."""
    if kind == "docx":
        from plancompare.drafting.documents.word import read_word

        return read_word(file, path, watch)
    if kind == "xlsx":
        from plancompare.drafting.documents.workbook import read_workbook

        return read_workbook(file, path, watch)
    if kind == "pdf":
        from plancompare.drafting.documents.pdf import read_pdf

        return read_pdf(file, path, watch)
    data = path.read_bytes()
    if kind == "html":
        from plancompare.drafting.documents.web import read_html

        return read_html(file, data, watch)
    if kind == "md":
        from plancompare.drafting.documents.markdown import read_markdown

        return read_markdown(file, data, watch)
    from plancompare.drafting.documents.plain import read_plain

    return read_plain(file, data, watch)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _document(file: str, kind: FileKind, reading: Reading, blocks: list[Block], digest: str) -> Document:
    starts, pieces, place = [], [], 0
    for block in blocks:
        starts.append(place)
        pieces.append(block.plain)
        place += len(pieces[-1]) + 1
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
