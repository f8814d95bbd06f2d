"""First encodings of plan texts, to be curated by a person. Two doors: `read` a document, and `draft` its plan.

Beside them: the text of a document in which phrases are proved, what it says that became no record, and whether it is
a part of a plan.

What stands behind a door is imported when the door is opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancompare.asking.desk.said import Said
    from plancompare.asking.verification import SourceText
    from plancompare.drafting.documents.model import Document, Watch
    from plancompare.drafting.encoding.draft import Draft, Vocabulary


def read(path: Path, watch: "Watch | None" = None) -> "Document":
    """The document in ``path`` (txt, md, docx, html, pdf, xlsx): blocks with their place in the outline.

    Offline, and the same file gives the same document. ``watch`` is handed the steps of a long reading, for a bar of
    progress. Raises PlanCompareError, with one line, for what is no document that can be read.
    """
    from plancompare.drafting.documents import read_document
    from plancompare.drafting.documents.model import unwatched

    return read_document(path, watch or unwatched)


def read_text(path: Path, watch: "Watch | None" = None) -> "SourceText":
    """The text of the document in ``path`` in which evidence is found again, with the places of its paragraphs.

    It is the text that a draft takes its phrases from, or a text file as decoded. Raises as `read` does.
    """
    from plancompare.drafting.documents.model import unwatched
    from plancompare.drafting.documents.proving import source_text

    return source_text(path, watch or unwatched)


def draft(
    document: "Document",
    vocabulary: "Vocabulary",
    identity: str = "",
    period: tuple[int, int] | None = None,
    watch: "Watch | None" = None,
) -> "Draft":
    """The commitments that a machine finds in ``document``, by the words, indicators and catalogue of ``vocabulary``.

    ``identity`` and ``period`` (first and last year) are the plan's where a person says them; else they are guessed.
    ``watch`` is handed the passages one by one.
    """
    from plancompare.drafting.documents.model import unwatched
    from plancompare.drafting.encoding.draft import draft_of

    return draft_of(document, vocabulary, identity, period, watch or unwatched)


def beside_records(draft: "Draft") -> "tuple[Said, ...]":
    """What the document says beside the records of its draft: headings, and clauses and sentences of its body."""
    from plancompare.drafting.encoding.beside import beside_records

    return beside_records(draft)


def is_part(document: "Document") -> bool:
    """Whether a document is a chapter or an excerpt of a plan, as far as its head and its outline tell."""
    from plancompare.drafting.encoding.parts import is_part

    return is_part(document)
