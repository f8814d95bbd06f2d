"""Paragraphs taken apart: number, heading, text; and which numbered lines are headings and which are items."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.drafting.documents import numbers
from plancompare.drafting.documents.headings import heading_and_rest, headings_without_numbers
from plancompare.drafting.documents.model import Kind, Paragraph
from plancompare.drafting.documents.numbers import Numeral, numeral

_ALONE, _RUN_IN = 93, 96  # ranks of headings without number: on a line of their own, run into their paragraph
_UNKNOWN = 61  # rank of an automatic number whose form says nothing


class Entry(NamedTuple):
    """A paragraph, or a heading run into one.

    ``rank`` is 0 for what closes no heading. ``whole`` is the text as it was, for a heading that turns out to be
    an item: a sentence in a list.
    """

    paragraph: Paragraph
    numeral: Numeral | None
    kind: Kind
    text: str
    rank: int = 0
    whole: str = ""

    @property
    def printed(self) -> str:
        """The number as it stands."""
        return self.paragraph.number or (self.numeral.printed if self.numeral else "")


def taken_apart(paragraphs: Sequence[Paragraph], ranks: Mapping[int, int]) -> list[Entry]:
    """The entries of all paragraphs; ``ranks`` gives the rank of each level that the file gives its headings."""
    unnumbered = headings_without_numbers(paragraphs)
    entries: list[Entry] = []
    for place, paragraph in enumerate(paragraphs):
        if place in unnumbered:
            entries += _unnumbered(paragraph, unnumbered[place])
        else:
            entries += _apart(paragraph, ranks)
    return _annexes_named(entries)


def _unnumbered(paragraph: Paragraph, end: int) -> list[Entry]:
    """A heading without a number, and what follows its ``end`` in the paragraph."""
    if end >= len(paragraph.text):
        return [Entry(paragraph, None, "heading", paragraph.text, _ALONE)]
    head, body = paragraph.text[:end].rstrip("。：: "), paragraph.text[end:].strip()
    heading = Entry(paragraph, None, "heading", head, _RUN_IN)
    return [heading, Entry(paragraph._replace(number=""), None, "paragraph", body)]


def _apart(paragraph: Paragraph, ranks: Mapping[int, int]) -> list[Entry]:
    """One entry, or two where a heading is run into its paragraph."""
    if paragraph.rows:
        return [Entry(paragraph, None, "table", "")]
    if paragraph.role == "title":
        return [Entry(paragraph, None, "title", paragraph.text)]
    found, text = _number(paragraph)
    if found is None or not (text or found.rank == numbers.ANNEX):
        if paragraph.style:
            return [Entry(paragraph, None, "heading", paragraph.text, ranks[paragraph.style])]
        return [Entry(paragraph, None, "item" if paragraph.role == "item" else "paragraph", paragraph.text)]
    if found.rank == numbers.ANNEX and numeral(text):
        # a list of annexes, whose first stands on the line that says so
        named = Entry(paragraph, None, "paragraph", paragraph.text[: found.width].strip())
        return [named, *_apart(paragraph._replace(text=text), ranks)]
    head, body = heading_and_rest(text, found.rank) if text else ("", "")
    if not head and paragraph.style:
        head, body = text, ""
    if found.rank == numbers.BULLET or not (head or not text):
        return [Entry(paragraph, found, "item", text, found.rank)]
    entry = Entry(paragraph, found, "heading", head, found.rank, whole=text)
    return [entry, Entry(paragraph._replace(number=""), None, "paragraph", body)] if body else [entry]


def _number(paragraph: Paragraph) -> tuple[Numeral | None, str]:
    """The number of a paragraph, printed or automatic, and its text without it."""
    if not paragraph.number:
        found = numeral(paragraph.text)
        return found, paragraph.text[found.width :] if found else paragraph.text
    found = numeral(f"{paragraph.number} {paragraph.text}") or numeral(f"{paragraph.number}、{paragraph.text}")
    if found is None:
        found = Numeral(paragraph.number, paragraph.number.rstrip("、.．:： "), _UNKNOWN, 0, 0)
    return found, paragraph.text


def _annexes_named(entries: Sequence[Entry]) -> list[Entry]:
    """A line that says only 附件1 takes the line after it for its name; one with nothing after it goes."""
    kept: list[Entry] = []
    for entry in entries:
        last = kept[-1] if kept else None
        nameless = last is not None and last.kind == "heading" and not last.text
        if last and nameless and entry.numeral is None and entry.kind in ("paragraph", "heading", "title"):
            if len(entry.text) <= 60:
                kept[-1] = last._replace(text=entry.text, whole=entry.text)
                continue
            kept[-1] = last._replace(text=last.printed)
        elif last and nameless:
            kept[-1] = last._replace(text=last.printed)
        kept.append(entry)
    if kept and kept[-1].kind == "heading" and not kept[-1].text:
        kept.pop()
    return kept


def settled(entries: Sequence[Entry]) -> list[Entry]:
    """Headings that are items after all: nothing stands under them, and nothing says that they are more.

    Of lines with numbers under each other, those without text under them are items if no fellow has any (what follows
    the last of a list is not its text); a line that ends as a sentence does is an item even if a fellow has text.
    """
    filled = [_has_content(entries, place) for place in range(len(entries))]
    fellows = _fellows(entries)
    kept = list(entries)
    for group in fellows:
        none = not any(filled[place] for place in group[:-1])
        items = any(entries[place].kind == "item" for place in group)
        for place in group:
            entry = entries[place]
            sentence = entry.whole.endswith(("。", "！", "？"))
            low = entry.rank >= numbers.ARABIC and len(group) > 1 and (none or (items and not filled[place]))
            alone = not entry.paragraph.style and entry.text == entry.whole.rstrip("。！？")
            if entry.kind == "heading" and alone and (low or (sentence and not filled[place])):
                kept[place] = entry._replace(kind="item", text=entry.whole)
    return kept


def _has_content(entries: Sequence[Entry], place: int) -> bool:
    """Whether something stands under the entry: text, a table, or a number of a lower rank."""
    after = entries[place + 1] if place + 1 < len(entries) else None
    return after is not None and (not after.rank or after.rank > entries[place].rank)


def _fellows(entries: Sequence[Entry]) -> list[list[int]]:
    """Groups of numbered entries that stand under the same number, have the same rank and count on."""
    groups: list[list[int]] = []
    open_: list[tuple[int, list[int]]] = []
    for place, entry in enumerate(entries):
        if not entry.rank:
            continue
        while open_ and open_[-1][0] > entry.rank:
            open_.pop()
        if not open_ or open_[-1][0] != entry.rank or (entry.numeral and entry.numeral.value == 1):
            open_.append((entry.rank, []))
            groups.append(open_[-1][1])
        if entry.numeral and entry.rank not in (numbers.ANNEX, numbers.BOX, numbers.BULLET):
            open_[-1][1].append(place)
    return groups
