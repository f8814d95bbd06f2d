"""The table of contents: lines that only say what comes, and on which page."""

import re
from collections.abc import Sequence

from plancompare.drafting.documents.model import Paragraph

_NAME = re.compile(r"目\s*[录次]|(?:table of )?contents", re.IGNORECASE)
_LEADER = re.compile(r".{2,80}?(?:[.．…·・‥\-—_]{3,}|(?:[.．·…]\s){3,}|\t)\s*[-—]?\s*\d{1,4}\s*[-—]?")
_PAGE = re.compile(r"[\s.．…·\-—]*\d{1,4}$")
LONGEST = 300  # lines of a table of contents
LINE = 80  # characters of one of its lines


def without_contents(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """The paragraphs without the table of contents, and how many lines that had."""
    dropped = {i for i, p in enumerate(paragraphs) if 4 < len(p.text) <= LINE * 2 and _LEADER.fullmatch(p.text)}
    dropped = dropped if len(dropped) >= 3 else set()
    for place, paragraph in enumerate(paragraphs[:LONGEST]):
        if _NAME.fullmatch(paragraph.text):
            dropped |= _listed(paragraphs, place)
    return [p for i, p in enumerate(paragraphs) if i not in dropped], len(dropped)


def _listed(paragraphs: Sequence[Paragraph], name: int) -> set[int]:
    """The lines of the table that begins under its name: up to where its first line comes again, as a heading."""
    if name + 1 >= len(paragraphs):
        return {name}
    first = _PAGE.sub("", paragraphs[name + 1].text)
    for place in range(name + 2, min(name + LONGEST, len(paragraphs))):
        text = paragraphs[place].text
        if first and text.startswith(first):
            return set(range(name, place))
        if paragraphs[place].rows or len(text) > LINE:
            break
    return {name}
