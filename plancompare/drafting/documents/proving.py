"""A document as the text in which evidence is found again: the very text that drafts take their phrases from.

A text file stays as it was decoded, so that offsets are those of the file.
"""

from pathlib import Path
from typing import Literal

from plancompare.asking.verification import Place, SourceText
from plancompare.drafting.documents import kind_of, read_document
from plancompare.drafting.documents.characters import decode, printable
from plancompare.drafting.documents.model import Watch

_LINED = ("md",)  # kinds besides text files whose blocks know their line; those of others count paragraphs


def source_text(path: Path, watch: Watch) -> SourceText:
    """See `plancompare.drafting.read_text`."""
    file = printable(path.name)
    if kind_of(file, path) == "txt":
        return SourceText(decode(file, path.read_bytes())[0])
    document = read_document(path, watch)
    unit: Literal["line", "paragraph"] = "line" if document.kind in _LINED else "paragraph"
    places = [
        Place(start, block.line, unit, block.path, block.page)
        for block, start in zip(document.blocks, document.starts, strict=True)
    ]
    return SourceText(document.text, places)
