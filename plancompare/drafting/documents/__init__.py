"""SHELF of readers: a plan's text from a file, as blocks with their place in the outline; one reader a kind of file.

What a file is, is seen from its first bytes before its name; and why some cannot be read.
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import Literal

from plancompare.comparing.traditional import is_traditional
from plancompare.drafting.documents import limits
from plancompare.drafting.documents.characters import printable
from plancompare.drafting.documents.model import Block, Document, Reading, Watch, noted
from plancompare.drafting.documents.outline import outline
from plancompare.errors import PlanCompareError
from plancompare.messages import reason

FileKind = Literal["txt", "md", "docx", "html", "pdf", "xlsx"]
HEAD = 4096
_PICTURES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF",
    b"RIFF": "WebP",
}  # fmt: skip
_ARCHIVES = {b"7z\xbc\xaf": "7z", b"Rar!": "RAR", b"\x1f\x8b": "gzip", b"BZh": "bzip2"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:<!--.{0,800}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML_HTML = re.compile(rb"<\?xml[^>]*>\s*(?:<!doctype html[^>]*>\s*)?<html", re.IGNORECASE)
_TEXTS: dict[str, FileKind] = {".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".md": "md"}
_TEXTS |= {".markdown": "md"}
_PIECE = 2**20


def read_document(path: Path, watch: Watch) -> Document:
    """The document in ``path``; see `plancompare.drafting.read`. The kind is seen from content first, then name."""
    file = printable(path.name or str(path))
    try:
        kind = kind_of(file, path)
        reading = _reading(kind, file, path, watch)
        digest = _digest(path)
    except OSError as error:
        raise PlanCompareError("cannot read {file}: {why}", file=file, why=reason(error)) from error
    blocks = outline(reading.paragraphs)
    if not blocks:
        raise PlanCompareError("{file} holds no text; give another file", file=file)
    document = _document(file, kind, reading, blocks, digest)
    if is_traditional(document.text):
        document = document._replace(notes=(*document.notes, noted("doc_traditional")))
    return document


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
    starts, pieces, offset = [], [], 0
    for block in blocks:
        starts.append(offset)
        pieces.append(block.plain)
        offset += len(pieces[-1]) + 1
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


def kind_of(file: str, path: Path) -> FileKind:
    """The kind of document in ``path``. Raises PlanCompareError, saying what to do, for what is none of the kinds."""
    if not path.exists():
        raise PlanCompareError("no file {file}; name a document (docx, html, pdf, md, txt)", file=file)
    if path.is_dir():
        raise PlanCompareError("{file} is a folder; name one document in it", file=file)
    if not path.is_file():
        raise PlanCompareError("{file} is no regular file; name a document (docx, html, pdf, md, txt)", file=file)
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head.strip(b"\x00\t\r\n\x0c \xef\xbb\xbf"):
        raise PlanCompareError("{file} is empty; give another file", file=file)
    kind = _by_content(file, path, head) or _by_name(file, path, head)
    if size > (limits.FILE if kind in ("docx", "pdf", "xlsx") else limits.TEXT):
        raise PlanCompareError(
            "{file} has {size} MB, more than any plan; give a smaller file", file=file, size=size // 2**20
        )
    return kind


def _by_content(file: str, path: Path, head: bytes) -> FileKind | None:
    """The kind that the first bytes tell, if they tell any."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx" if path.suffix.lower() in (".xlsx", ".xlsm") else "docx"
    if head.startswith(_OLE):
        raise _compound(file, path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, name in _PICTURES.items():
        if head.startswith(start) and (start != b"BM" or b"\x00" in head):
            raise PlanCompareError(
                "{file} is a {name} picture, not a document; recognise its text first (OCR)", file=file, name=name
            )
    for start, name in _ARCHIVES.items():
        if head.startswith(start):
            raise PlanCompareError("{file} is a {name} archive, not a document; unpack it first", file=file, name=name)
    if head.startswith(b"{\\rtf"):
        raise PlanCompareError("{file} is an RTF file; save it as .docx or as text", file=file)
    if head.startswith(b"MIME-Version:") or b"\nContent-Type: multipart/related" in head:
        raise PlanCompareError("{file} is a web archive (mht); save the page as HTML only, or as text", file=file)
    bare = head.removeprefix(b"\xef\xbb\xbf")
    return "html" if _HTML.match(bare) or _XML_HTML.match(bare) else None


def _by_name(file: str, path: Path, head: bytes) -> FileKind:
    """The kind that the name tells, for what may be any text."""
    suffix = path.suffix.lower()
    if suffix in (".docx", ".docm", ".dotx", ".pdf", ".xlsx", ".xlsm"):
        program = {".pdf": "PDF", ".xlsx": "Excel", ".xlsm": "Excel"}.get(suffix, "Word")
        raise PlanCompareError(
            "{file} is no {program} file whatever its name says; it may be cut off or renamed",
            file=file,
            program=program,
        )
    if head.startswith(b"<?xml"):
        raise PlanCompareError("{file} is an XML file; save the document as .docx, .html or text", file=file)
    return _TEXTS.get(suffix, "txt")


def _compound(file: str, path: Path) -> PlanCompareError:
    """Why a file of the old Office container cannot be read."""
    with path.open("rb") as stream:
        data = stream.read(limits.FILE)
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return PlanCompareError("{file} is locked with a password; save a copy without one", file=file)
    if "WordDocument".encode("utf-16-le") in data:
        return PlanCompareError("{file} is in the old Word format (.doc); save it as .docx", file=file)
    if "Workbook".encode("utf-16-le") in data:
        return PlanCompareError(
            "{file} is an Excel workbook in the old format; save it as text, or its document as .docx", file=file
        )
    return PlanCompareError("{file} is in an old Office or WPS format; save it as .docx", file=file)
