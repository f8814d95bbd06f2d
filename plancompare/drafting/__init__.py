"""First encodings of plan texts, to be curated by a person. Two doors: `read` a document, and `draft` its plan.

Beside them: `coded_drafts` of what people coded in a program for qualitative analysis; the text of a document in which
phrases are proved, what it says that became no record, and whether it is a part of a plan.

What stands behind a door is imported when the door is opened.
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from plancompare.errors import require
from plancompare.model import Corpus

if TYPE_CHECKING:
    from plancompare.asking.desk.said import Said
    from plancompare.asking.verification import SourceText
    from plancompare.drafting.documents.model import Document, Watch
    from plancompare.drafting.encoding.draft import Draft, Vocabulary
    from plancompare.drafting.projects.refi import Project


def read(path: str | PathLike[str], watch: "Watch | None" = None) -> "Document":
    """The document in ``path`` (txt, md, docx, html, pdf, xlsx): blocks with their place in the outline.

    Offline, and the same file gives the same document. ``watch`` is handed the steps of a long reading, for a bar of
    progress. Raises PlanCompareError, with one line, for what is no document that can be read.
    """
    from plancompare.drafting.documents import read_document
    from plancompare.drafting.documents.model import unwatched

    return read_document(_path(path), watch or unwatched)


def read_text(path: str | PathLike[str], watch: "Watch | None" = None) -> "SourceText":
    """The text of the document in ``path`` in which evidence is found again, with the places of its paragraphs.

    It is the text that a draft takes its phrases from, or a text file as decoded. Raises as `read` does.
    """
    from plancompare.drafting.documents.model import unwatched
    from plancompare.drafting.documents.proving import source_text

    return source_text(_path(path), watch or unwatched)


def draft(
    document: "Document",
    vocabulary: "Vocabulary | Corpus",
    identity: str = "",
    period: tuple[int, int] | None = None,
    watch: "Watch | None" = None,
) -> "Draft":
    """The commitments that a machine finds in ``document``, by the words, indicators and catalogue of ``vocabulary``.

    That is a collection, or what one describes plans by. ``identity`` and ``period`` (first and last year) are the
    plan's where a person says them; else they are guessed.
    ``watch`` is handed the passages one by one.
    """
    from plancompare.drafting.documents.model import Document, unwatched
    from plancompare.drafting.encoding.draft import draft_of

    require("document", document, Document)
    return draft_of(document, _words(vocabulary, identity, period), identity, period, watch or unwatched)


def coded_drafts(
    path: str | PathLike[str],
    vocabulary: "Vocabulary | Corpus",
    identity: str = "",
    period: tuple[int, int] | None = None,
) -> "tuple[Project, tuple[Draft, ...]]":
    """The project of qualitative analysis in ``path`` (REFI-QDA, .qdpx), and a draft for each of its texts.

    A record is a passage that people coded; its theme and standard are those that a code is called by. ``identity``
    is the plan's where the project has one text. Raises PlanCompareError, with one line, for what is no project.
    """
    from plancompare.drafting.documents.model import unwatched
    from plancompare.drafting.projects.drafts import drafts_of
    from plancompare.drafting.projects.refi import read_project

    words, project = _words(vocabulary, identity, period), read_project(_path(path))
    return project, drafts_of(project, words, identity if len(project.texts) == 1 else "", period, unwatched)


def beside_records(draft: "Draft") -> "tuple[Said, ...]":
    """What the document says beside the records of its draft: headings, and clauses and sentences of its body."""
    from plancompare.drafting.encoding.beside import beside_records
    from plancompare.drafting.encoding.draft import Draft

    require("draft", draft, Draft)
    return beside_records(draft)


def is_part(document: "Document") -> bool:
    """Whether a document is a chapter or an excerpt of a plan, as far as its head and its outline tell."""
    from plancompare.drafting.documents.model import Document
    from plancompare.drafting.encoding.parts import is_part

    require("document", document, Document)
    return is_part(document)


def _path(path: str | PathLike[str]) -> Path:
    require("path", path, str, PathLike)
    return Path(path)


def _words(vocabulary: "Vocabulary | Corpus", identity: str, period: tuple[int, int] | None) -> "Vocabulary":
    """What a draft is made by; raises WrongKindError for what none can be made by."""
    from plancompare.drafting.encoding.draft import Vocabulary

    require("vocabulary", vocabulary, Vocabulary, Corpus)
    require("identity", identity, str)
    require("period", period, tuple, type(None))
    for year in period or ():
        require("period", year, int)
    return Vocabulary(vocabulary.codebook, vocabulary.indicators, vocabulary.catalogue, vocabulary.store)
