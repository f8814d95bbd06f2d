"""The zip package of a Word file: looked at before anything in it is unpacked, and read in pieces."""

import posixpath
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from plancompare.drafting.documents import limits
from plancompare.errors import PlanCompareError
from plancompare.messages import Message

CHUNK = 64 * 1024
_OTHERS = {
    "xl/workbook.xml": Message("an Excel workbook"),
    "ppt/presentation.xml": Message("a PowerPoint file"),
    "content.xml": Message("an OpenDocument file"),
    "META-INF/container.xml": Message("an e-book"),
    "Document.xml": Message("an OFD file"),
    "OFD.xml": Message("an OFD file"),
}
_MAIN = re.compile(rb'<Relationship\s[^>]{0,2000}?/officeDocument"[^>]{0,2000}>')
_TARGET = re.compile(rb'\sTarget="([^"]{1,300})"')


class Package:
    """An open package. ``main`` is the name of the part that holds the text, ``macros`` whether there are any."""

    def __init__(self, file: str, path: Path, usual: str = "word/document.xml") -> None:
        """Raises PlanCompareError unless ``path`` holds a file with the main part ``usual`` that is safe to read."""
        self.file = file
        self._usual = usual
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise PlanCompareError(
                "{file} is cut off or damaged: its zip package cannot be opened; save it again", file=file
            ) from error
        try:
            self._parts = self._checked()
            self.main = self._main_part()
        except BaseException:
            self._zip.close()
            raise
        self.macros = any(name.lower().endswith("vbaproject.bin") for name in self._parts)

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def beside(self, name: str) -> str:
        """The name of a part that stands beside the main one."""
        return posixpath.join(posixpath.dirname(self.main), name)

    def size(self, name: str) -> int:
        """Unpacked bytes of a part; 0 if there is none."""
        return self._parts[name].file_size if name in self._parts else 0

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; none if the package lacks it."""
        if name not in self._parts:
            return
        read = 0
        try:
            with self._zip.open(self._parts[name]) as stream:
                while chunk := stream.read(CHUNK):
                    read += len(chunk)
                    if read > limits.PART:
                        raise PlanCompareError(
                            "{file}: {name} unpacks to more than a plan can have", file=self.file, name=name
                        )
                    yield chunk
        except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise PlanCompareError(
                "{file} is cut off or damaged: {name} cannot be unpacked; save it again", file=self.file, name=name
            ) from error

    def _checked(self) -> dict[str, ZipInfo]:
        """The entries by name, if none looks like a bomb or is locked."""
        entries = self._zip.infolist()
        if len(entries) > limits.ENTRIES:
            raise PlanCompareError(
                "{file} packs {count} parts; that is no document", file=self.file, count=len(entries)
            )
        for entry in entries:
            packed = max(entry.compress_size, 1)
            bomb = entry.file_size > limits.RATIO_FROM and entry.file_size / packed > limits.RATIO
            if bomb or entry.file_size > limits.PART:
                raise PlanCompareError(
                    "{file} unpacks to far more than it holds (a zip bomb?); not opened", file=self.file
                )
            if entry.flag_bits & 0x1:
                raise PlanCompareError("{file} is locked with a password; save a copy without one", file=self.file)
        return {entry.filename: entry for entry in entries if entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)}

    def _main_part(self) -> str:
        """Where the text is: what the package's relations say, else Word's usual place."""
        relations = b"".join(self.chunks("_rels/.rels"))[: 64 * CHUNK]
        targets = [_TARGET.search(main[0]) for main in _MAIN.finditer(relations)]
        names = [target[1].decode("utf-8", "replace").lstrip("/") for target in targets if target]
        for name in (*names, self._usual):
            if name in self._parts and (name not in _OTHERS or name == self._usual):
                return name
        for name, kind in _OTHERS.items():
            if name in self._parts:
                raise PlanCompareError(
                    "{file} is {kind}; save it as .docx, or give the text as .txt", file=self.file, kind=kind
                )
        raise PlanCompareError("{file} is a zip archive without a Word document in it; unpack it first", file=self.file)
