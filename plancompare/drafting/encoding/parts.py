"""Whether a document is a part of a plan: it says so, or its chapters begin in the middle."""

import re

from plancompare.drafting.documents.model import Document
from plancompare.drafting.encoding.heads import CHAPTER_NUMBER, PART_TITLE, POINT_NUMBER
from plancompare.drafting.encoding.text import plain
from plancompare.drafting.numerals import ordinal

_TITLE, _CHAPTER, _POINT = re.compile(PART_TITLE), re.compile(CHAPTER_NUMBER), re.compile(POINT_NUMBER)
_HEAD = 3  # blocks at the top that may name the document
_LONGEST = 40  # characters of a line that names a document


def is_part(document: Document) -> bool:
    """Whether a document is a chapter or an excerpt of a plan.

    It is called so, by its title, its file or a line above its text; or its outline has one chapter alone, or begins
    behind the first.
    """
    above = [block.text for block in document.blocks[:_HEAD] if len(block.text) <= _LONGEST]
    names = [document.title, document.file.rpartition(".")[0], *above]
    if any(_TITLE.search(plain(name)) for name in names):
        return True
    if chapters := _numbers(document, _CHAPTER):
        return len(chapters) == 1 or 1 not in chapters
    if any(_CHAPTER.search(plain(name)) for name in names):
        return True
    points = _numbers(document, _POINT)
    return bool(points) and min(points) > 1


def _numbers(document: Document, kind: re.Pattern[str]) -> set[int]:
    """The numbers that the outline gives to headings of a kind."""
    matches = (kind.match(block.number) for block in document.blocks if block.kind == "heading")
    return {ordinal(number[1]) for number in matches if number}
