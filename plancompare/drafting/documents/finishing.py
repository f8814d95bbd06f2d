"""The last steps that all readers share: title, contents page, paragraphs that swallowed their outline."""

from collections.abc import Sequence

from plancompare.drafting.documents.contents import without_contents
from plancompare.drafting.documents.head import head
from plancompare.drafting.documents.inline import cut, without_title
from plancompare.drafting.documents.model import Note, Paragraph, Reading, noted


def finished(
    paragraphs: Sequence[Paragraph], notes: Sequence[Note], title: str = "", about: tuple[tuple[str, str], ...] = ()
) -> Reading:
    """The reading that paragraphs make; ``title`` and ``about`` are what the file itself says of the document."""
    top = head(paragraphs, title)
    kept, dropped = without_contents(top.paragraphs)
    told = [*notes, noted("doc_contents", count=dropped)] if dropped else list(notes)
    return Reading(list(cut(without_title(kept, top.title))), told, top.title, about + top.about)
