"""What is told of drafts and of the documents they are made from."""

from plancompare.drafting.documents.model import Note
from plancompare.model import Lang
from plancompare.telling.words import say


def note_text(note: Note, lang: Lang) -> str:
    """What the reader of a document did, in words."""
    return say(note.key, lang, **dict(note.values))
