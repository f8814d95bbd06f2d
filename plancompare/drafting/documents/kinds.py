"""What a file is, by its first bytes before its name; and why some cannot be read."""

import re
from pathlib import Path
from typing import Literal

from plancompare.drafting.documents import limits
from plancompare.errors import PlanCompareError

FileKind = Literal["txt", "md", "docx", "html", "pdf", "xlsx"]
HEAD = 4096
_PICTURES = {
    b"\x89PNG": "PNG picture", b"\xff\xd8\xff": "JPEG picture", b"GIF8": "GIF picture", b"BM": "BMP picture",
    b"II*\x00": "TIFF picture", b"MM\x00*": "TIFF picture", b"RIFF": "WebP picture",
}  # fmt: skip
_ARCHIVES = {b"7z\xbc\xaf": "7z archive", b"Rar!": "RAR archive", b"\x1f\x8b": "gzip archive", b"BZh": "bzip2 archive"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:<!--.{0,800}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML_HTML = re.compile(rb"<\?xml[^>]*>\s*(?:<!doctype html[^>]*>\s*)?<html", re.IGNORECASE)
_TEXTS: dict[str, FileKind] = {".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".md": "md"}
_TEXTS |= {".markdown": "md"}


def kind_of(file: str, path: Path) -> FileKind:
    """The kind of document in ``path``. Raises PlanCompareError, saying what to do, for what is none of the kinds."""
    if not path.exists():
        raise PlanCompareError(f"no file {file}; name a document (docx, html, pdf, md, txt)")
    if path.is_dir():
        raise PlanCompareError(f"{file} is a folder; name one document in it")
    if not path.is_file():
        raise PlanCompareError(f"{file} is no regular file; name a document (docx, html, pdf, md, txt)")
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head.strip(b"\x00\t\r\n\x0c \xef\xbb\xbf"):
        raise PlanCompareError(f"{file} is empty")
    kind = _by_content(file, path, head) or _by_name(file, path, head)
    if size > (limits.FILE if kind in ("docx", "pdf", "xlsx") else limits.TEXT):
        raise PlanCompareError(f"{file} has {size // 2**20} MB, more than any plan; give a smaller file")
    return kind


def _by_content(file: str, path: Path, head: bytes) -> FileKind | None:
    """The kind that the first bytes tell, if they tell any."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx" if path.suffix.lower() in (".xlsx", ".xlsm") else "docx"
    if head.startswith(_OLE):
        raise PlanCompareError(_compound(file, path))
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, told in (*_PICTURES.items(), *_ARCHIVES.items()):
        if head.startswith(start) and (start != b"BM" or b"\x00" in head):
            what = "recognise its text first (OCR)" if "picture" in told else "unpack it first"
            raise PlanCompareError(f"{file} is a {told}, not a document; {what}")
    if head.startswith(b"{\\rtf"):
        raise PlanCompareError(f"{file} is an RTF file; save it as .docx or as text")
    if head.startswith(b"MIME-Version:") or b"\nContent-Type: multipart/related" in head:
        raise PlanCompareError(f"{file} is a web archive (mht); save the page as HTML only, or as text")
    bare = head.removeprefix(b"\xef\xbb\xbf")
    return "html" if _HTML.match(bare) or _XML_HTML.match(bare) else None


def _by_name(file: str, path: Path, head: bytes) -> FileKind:
    """The kind that the name tells, for what may be any text."""
    suffix = path.suffix.lower()
    if suffix in (".docx", ".docm", ".dotx", ".pdf", ".xlsx", ".xlsm"):
        told = {".pdf": "PDF", ".xlsx": "Excel", ".xlsm": "Excel"}.get(suffix, "Word")
        raise PlanCompareError(f"{file} is no {told} file whatever its name says; it may be cut off or renamed")
    if head.startswith(b"<?xml"):
        raise PlanCompareError(f"{file} is an XML file; save the document as .docx, .html or text")
    return _TEXTS.get(suffix, "txt")


def _compound(file: str, path: Path) -> str:
    """Why a file of the old Office container cannot be read."""
    with path.open("rb") as stream:
        data = stream.read(limits.FILE)
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return f"{file} is locked with a password; save a copy without one"
    if "WordDocument".encode("utf-16-le") in data:
        return f"{file} is in the old Word format (.doc); save it as .docx"
    if "Workbook".encode("utf-16-le") in data:
        return f"{file} is an Excel workbook in the old format; save it as text, or its document as .docx"
    return f"{file} is in an old Office or WPS format; save it as .docx"
