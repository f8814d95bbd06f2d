"""The last steps that all readers share: title, table of contents, paragraphs that swallowed lines of the outline."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plancompare.drafting.documents.grammar import CONTENTS_NAME
from plancompare.drafting.documents.head import head
from plancompare.drafting.documents.model import TURN, Note, Paragraph, Reading, noted
from plancompare.drafting.documents.numbers import BRACKETED, Numeral, numeral

# the table of contents: lines that only say what comes, and on which page
_NAME = re.compile(CONTENTS_NAME, re.IGNORECASE)
_LEADER = re.compile(r".{2,80}?(?:[.．…·・‥\-—_]{3,}|(?:[.．·…]\s){3,}|\t)\s*[-—]?\s*\d{1,4}\s*[-—]?")
_PAGE = re.compile(r"[\s.．…·\-—]*\d{1,4}$")
CONTENTS = 300  # lines of a table of contents
CONTENTS_LINE = 80  # characters of one of its lines
LONG = 120  # characters from which a paragraph may hold lines that were run together
HEADING = 30  # characters that a heading before its first child has at most
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}[ ]?、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[ ]?[.．、](?![\d ]))"
_AFTER_SENTENCE = re.compile(rf"(?<=[。！？])[ ]*(?={_NUMBER})")
_FIRST = re.compile(r"[ ]*(?=[（(]一[)）]|一[ ]?、|1[ ]?[.．、](?![\d ]))")
_STOP = re.compile(r"[。！？；;，,：:]")


def finished(
    paragraphs: Sequence[Paragraph], notes: Sequence[Note], title: str = "", about: tuple[tuple[str, str], ...] = ()
) -> Reading:
    """The reading that paragraphs make; ``title`` and ``about`` are what the file itself says of the document."""
    top = head(paragraphs, title)
    remaining, dropped = _without_contents(top.paragraphs)
    all_notes = [*notes, noted("doc_contents", count=dropped)] if dropped else list(notes)
    return Reading(list(_cut(_without_title(remaining, top.title))), all_notes, top.title, about + top.about)


def _without_contents(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """The paragraphs without the table of contents, and how many lines that had."""
    dropped = {
        i for i, p in enumerate(paragraphs) if 4 < len(p.text) <= CONTENTS_LINE * 2 and _LEADER.fullmatch(p.text)
    }
    dropped = dropped if len(dropped) >= 3 else set()
    for index, paragraph in enumerate(paragraphs[:CONTENTS]):
        if _NAME.fullmatch(paragraph.text):
            dropped |= _listed(paragraphs, index)
    return [p for i, p in enumerate(paragraphs) if i not in dropped], len(dropped)


def _listed(paragraphs: Sequence[Paragraph], name: int) -> set[int]:
    """The lines of the table that begins under its name: up to where its first line comes again, as a heading."""
    if name + 1 >= len(paragraphs):
        return {name}
    first = _PAGE.sub("", paragraphs[name + 1].text)
    for index in range(name + 2, min(name + CONTENTS, len(paragraphs))):
        text = paragraphs[index].text
        if first and text.startswith(first):
            return set(range(name, index))
        if paragraphs[index].rows or len(text) > CONTENTS_LINE:
            break
    return {name}


def _cut(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
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
    number = numeral(text)
    while number and number.rank <= BRACKETED:
        inner = _first_child(text, number)
        if not inner:
            break
        yield text[:inner].rstrip()
        text = text[inner:].lstrip()
        number = numeral(text)
    yield text


def _first_child(text: str, number: Numeral) -> int:
    stop = _STOP.search(text, number.width)
    opening = _FIRST.search(text, number.width + 2, stop.start() if stop else len(text))
    if not opening or opening.start() - number.width > HEADING:
        return 0
    child = numeral(text[opening.end() :])
    return opening.start() if child and child.rank > number.rank else 0


def _without_title(paragraphs: Sequence[Paragraph], title: str) -> list[Paragraph]:
    """The first long paragraph without the title, where that was run into it."""
    result = list(paragraphs)
    for index, paragraph in enumerate(result[:20]):
        if title and len(paragraph.text) > len(title) + LONG and paragraph.text.startswith(title):
            result[index] = paragraph._replace(text=paragraph.text[len(title) :].lstrip())
            break
    return result
