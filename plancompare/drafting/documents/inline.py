"""Paragraphs that swallowed the lines of the outline: cut again before the numbers inside them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import BRACKETED, Numeral, numeral
from plancompare.drafting.documents.pages import TURN

LONG = 120  # characters from which a paragraph may hold lines that were run together
HEADING = 30  # characters that a heading before its first child has at most
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}[ ]?、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[ ]?[.．、](?![\d ]))"
_AFTER_SENTENCE = re.compile(rf"(?<=[。！？])[ ]*(?={_NUMBER})")
_FIRST = re.compile(r"[ ]*(?=[（(]一[)）]|一[ ]?、|1[ ]?[.．、](?![\d ]))")
_STOP = re.compile(r"[。！？；;，,：:]")


def cut(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, long ones cut where a number of the outline follows a sentence or a heading."""
    for paragraph in paragraphs:
        if len(paragraph.text) < LONG or paragraph.rows:
            yield paragraph
            continue
        page = paragraph.page
        for piece in _AFTER_SENTENCE.split(paragraph.text):
            for text in _before_children(piece):
                yield paragraph._replace(text=text.replace(TURN, ""), page=page)
                page = page + text.count(TURN) if page else None


def _before_children(text: str) -> Iterator[str]:
    """A heading, and the first of what stands under it, where both are in one piece."""
    found = numeral(text)
    while found and found.rank <= BRACKETED:
        inner = _first_child(text, found)
        if not inner:
            break
        yield text[:inner].rstrip()
        text = text[inner:].lstrip()
        found = numeral(text)
    yield text


def _first_child(text: str, found: Numeral) -> int:
    stop = _STOP.search(text, found.width)
    place = _FIRST.search(text, found.width + 2, stop.start() if stop else len(text))
    if not place or place.start() - found.width > HEADING:
        return 0
    child = numeral(text[place.end() :])
    return place.start() if child and child.rank > found.rank else 0


def without_title(paragraphs: Sequence[Paragraph], title: str) -> list[Paragraph]:
    """The first long paragraph without the title, where that was run into it."""
    kept = list(paragraphs)
    for place, paragraph in enumerate(kept[:20]):
        if title and len(paragraph.text) > len(title) + LONG and paragraph.text.startswith(title):
            kept[place] = paragraph._replace(text=paragraph.text[len(title) :].lstrip())
            break
    return kept
