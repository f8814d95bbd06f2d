"""Paragraphs taken apart: number, heading, text; which lines are headings, numbered or not, and which are items."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.drafting.documents import numbers
from plancompare.drafting.documents.grammar import HEADING_FIGURES, STOCK_HEADINGS
from plancompare.drafting.documents.lines import closed
from plancompare.drafting.documents.model import Kind, Paragraph
from plancompare.drafting.documents.numbers import Numeral, numeral

HEADING = 60  # characters that a heading on a line of its own has at most
RUN_IN = 36  # characters that a heading at the start of its paragraph has at most
ALONE = 25  # characters of a heading without number on a line of its own
TEXT = 20  # characters that follow a run-in heading at least
COMMON = 0.7  # of the paragraphs must begin with a short sentence for such sentences to be headings
_SENTENCE = re.compile(r"[。！？!?；;]")
_FIGURES = re.compile(HEADING_FIGURES)
_OPEN_END = "；;，,、：:"
_COLON = re.compile(r"([^，。；、：:,;\d]{2,14})[：:](?=.{10})")
_STOCK = re.compile(rf"(?:{STOCK_HEADINGS})(?![是为有和与及的、，：:；]|[。]|$)")
_DATED = re.compile(r"\d{4}\s*年|\d{1,2}\s*月|[:：]|^[（(\d]|[”》]$")
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
    unnumbered = _headings_without_numbers(paragraphs)
    entries: list[Entry] = []
    for index, paragraph in enumerate(paragraphs):
        if index in unnumbered:
            entries += _unnumbered(paragraph, unnumbered[index])
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
    number, text = _number(paragraph)
    if number is None or not (text or number.rank == numbers.ANNEX):
        if paragraph.style:
            return [Entry(paragraph, None, "heading", paragraph.text, ranks[paragraph.style])]
        return [Entry(paragraph, None, "item" if paragraph.role == "item" else "paragraph", paragraph.text)]
    if number.rank == numbers.ANNEX and numeral(text):
        # a list of annexes, whose first stands on the line that says so
        named = Entry(paragraph, None, "paragraph", paragraph.text[: number.width].strip())
        return [named, *_apart(paragraph._replace(text=text), ranks)]
    head, body = _heading_and_rest(text, number.rank) if text else ("", "")
    following = numeral(body) if body else None
    if head and following and following.rank == number.rank and not paragraph.style:
        return [Entry(paragraph, None, "paragraph", paragraph.text)]  # 一是…。二是…。: a list in one paragraph
    if not head and paragraph.style:
        head, body = text, ""
    if number.rank == numbers.BULLET or not (head or not text):
        return [Entry(paragraph, number, "item", text, number.rank)]
    if number.rank == numbers.BOX and not body and text.endswith(("。", "！", "；")):
        return [Entry(paragraph, number, "paragraph", text)]  # a box of one sentence, which says it itself
    entry = Entry(paragraph, number, "heading", head, number.rank, whole=text)
    return [entry, Entry(paragraph._replace(number=""), None, "paragraph", body)] if body else [entry]


def _number(paragraph: Paragraph) -> tuple[Numeral | None, str]:
    """The number of a paragraph, printed or automatic, and its text without it."""
    if not paragraph.number:
        number = numeral(paragraph.text)
        return number, paragraph.text[number.width :] if number else paragraph.text
    number = numeral(f"{paragraph.number} {paragraph.text}") or numeral(f"{paragraph.number}、{paragraph.text}")
    if number is None:
        number = Numeral(paragraph.number, paragraph.number.rstrip("、.．:： "), _UNKNOWN, 0, 0)
    return number, paragraph.text


def _annexes_named(entries: Sequence[Entry]) -> list[Entry]:
    """A line that says only 附件1 takes the line after it for its name; one with nothing after it goes."""
    result: list[Entry] = []
    for entry in entries:
        last = result[-1] if result else None
        nameless = last is not None and last.kind == "heading" and not last.text
        if last and nameless and entry.numeral is None and entry.kind in ("paragraph", "heading", "title"):
            if len(entry.text) <= HEADING:
                result[-1] = last._replace(text=entry.text, whole=entry.text)
                continue
            result[-1] = last._replace(text=last.printed)
        elif last and nameless:
            result[-1] = last._replace(text=last.printed)
        result.append(entry)
    if result and result[-1].kind == "heading" and not result[-1].text:
        result.pop()
    return result


def settled(entries: Sequence[Entry]) -> list[Entry]:
    """Headings that are items after all: nothing stands under them, and nothing says that they are more.

    Of lines with numbers under each other, those without text under them are items if no fellow has any (what follows
    the last of a list is not its text); a line that ends as a sentence does is an item even if a fellow has text.
    """
    filled = [_has_content(entries, index) for index in range(len(entries))]
    fellows = _fellows(entries)
    result = list(entries)
    for group in fellows:
        none = not any(filled[index] for index in group[:-1])
        items = any(entries[index].kind == "item" for index in group)
        for index in group:
            entry = entries[index]
            sentence = entry.whole.endswith(("。", "！", "？"))
            low = entry.rank >= numbers.ARABIC and len(group) > 1 and (none or (items and not filled[index]))
            alone = not entry.paragraph.style and entry.text == entry.whole.rstrip("。！？")
            if entry.kind == "heading" and alone and (low or (sentence and not filled[index])):
                result[index] = entry._replace(kind="item", text=entry.whole)
    return result


def _has_content(entries: Sequence[Entry], index: int) -> bool:
    """Whether something stands under the entry: text, a table, or a number of a lower rank."""
    after = entries[index + 1] if index + 1 < len(entries) else None
    return after is not None and (not after.rank or after.rank > entries[index].rank)


def _fellows(entries: Sequence[Entry]) -> list[list[int]]:
    """Groups of numbered entries that stand under the same number, have the same rank and count on."""
    groups: list[list[int]] = []
    open_: list[tuple[int, list[int]]] = []
    for index, entry in enumerate(entries):
        if not entry.rank:
            continue
        while open_ and open_[-1][0] > entry.rank:
            open_.pop()
        if not open_ or open_[-1][0] != entry.rank or (entry.numeral and entry.numeral.value == 1):
            open_.append((entry.rank, []))
            groups.append(open_[-1][1])
        if entry.numeral and entry.rank not in (numbers.ANNEX, numbers.BOX, numbers.BULLET):
            open_[-1][1].append(index)
    return groups


def _heading_and_rest(text: str, rank: int) -> tuple[str, str]:
    """The heading that opens ``text`` (after its number of ``rank``) and what is left; ("", text) where none does."""
    if match := _COLON.match(text):
        return match[1].strip(), text[match.end() :].strip()
    end = _SENTENCE.search(text)
    if end is None and len(text) <= HEADING and text[-1] not in _OPEN_END:
        return text, ""
    if end and _is_heading(text[: end.start()]) and end[0] not in "；;":
        return text[: end.start()], text[end.end() :].strip()
    if rank <= numbers.ARABIC and (match := _STOCK.match(text)) and len(text) - match.end() >= TEXT:
        return match[0], text[match.end() :]
    return "", text


def _is_heading(sentence: str, most: int = RUN_IN) -> bool:
    """Whether a sentence is short and plain enough to be a heading."""
    clauses = sentence.count("，") + sentence.count(",")
    return 2 <= len(sentence) <= most and clauses <= 1 and not _FIGURES.search(sentence)


def _headings_without_numbers(paragraphs: Sequence[Paragraph]) -> Mapping[int, int]:
    """Paragraphs (by place) that are or begin with a heading without a number, and where in them it ends.

    A short line before a long paragraph is one. A short first sentence is one where most paragraphs of the document,
    or all of a stretch of three or more, begin so.
    """
    plain = {i: p for i, p in enumerate(paragraphs) if _is_plain(p)}
    ends = {i: _first_sentence(p.text) for i, p in plain.items() if _sentences(p.text) > 1}
    usual = sum(map(bool, ends.values())) >= COMMON * len(ends) and len(ends) > 3
    wanted = ends if usual else {i: ends[i] for stretch in _stretches(plain, ends) for i in stretch if i in ends}
    run_in = {i: end for i, end in wanted.items() if end}
    alone = {i: len(p.text) for i, p in plain.items() if _stands_alone(i, paragraphs)}
    return run_in | alone


def _stretches(plain: Mapping[int, Paragraph], ends: Mapping[int, int]) -> list[list[int]]:
    """Paragraphs between two numbers that mostly begin with a short sentence: three or more in a row."""
    stretches: list[list[int]] = []
    for index in plain:
        if stretches and stretches[-1][-1] == index - 1:
            stretches[-1].append(index)
        else:
            stretches.append([index])
    return [s for s in stretches if len(s) >= 3 and sum(bool(ends.get(i)) for i in s) >= COMMON * len(s)]


def _is_plain(paragraph: Paragraph) -> bool:
    marked = paragraph.style or paragraph.number or paragraph.role or paragraph.rows
    return not marked and numeral(paragraph.text) is None


def _sentences(text: str) -> int:
    return text.count("。") + text.count("！") + text.count("？")


def _first_sentence(text: str) -> int:
    """Where the first sentence ends, if it is short enough for a heading and text follows; else 0."""
    end = text.find("。", 0, RUN_IN)
    return end + 1 if end > 0 and _is_heading(text[:end], RUN_IN - 6) and len(text) - end > TEXT else 0


def _stands_alone(index: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a line without number is a heading: short, no sentence, and a long paragraph follows."""
    text = paragraphs[index].text
    if index == 0 or index + 1 >= len(paragraphs) or len(text) > ALONE or len(text) < 2:
        return False
    after, before = paragraphs[index + 1], paragraphs[index - 1]
    follows = _is_plain(after) and len(after.text) >= 2 * ALONE and closed(after.text)
    if not follows or _SENTENCE.search(text) or text[-1] in _OPEN_END or _DATED.search(text):
        return False
    return closed(before.text) or bool(before.rows)
