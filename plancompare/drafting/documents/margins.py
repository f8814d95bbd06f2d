"""What stands around the text: page markers, headers and footers, and on web pages navigation and imprints.

Of a web page only whole lines go, and only those that no plan would say; what is doubtful stays. What is left of a
text with pages knows its page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from plancompare.comparing.traditional import simplified
from plancompare.drafting.documents import grammar
from plancompare.drafting.documents.lines import Line, closed
from plancompare.drafting.documents.model import TURN, Note, noted
from plancompare.drafting.documents.numbers import heads_outline, numeral

_MARKER = re.compile(grammar.PAGE_MARKERS)
_BARE = re.compile(r"\d{1,4}")
_INSIDE = re.compile(r"(\d{1,4})、[ \t]*")
_DIGITS = re.compile(grammar.PAGE_FIGURES)
EDGE = 2  # lines at the top and the foot of a page where headers and footers are looked for
REPEATED = 3  # pages on which a line must stand to be a header or footer
LONG = 150  # characters of a line that no one has broken
NAMED = 60  # characters that a header or footer has at most
APART = 12  # lines between two numbers that count pages, at least

SUBSTANTIAL = 50  # characters of a line with a full stop that may well be text
SURELY = 100  # characters of one that surely is
LONGEST = 320  # characters of a line that may be the page's
_BULLETS = "•·-* "
_NAVIGATION = re.compile("|".join(grammar.NAVIGATION))
_EDGE = re.compile(grammar.PAGE_EDGE)
_READING = re.compile(grammar.READING)
_ATTACHED = re.compile(grammar.ATTACHED_FILE, re.IGNORECASE)
_TAIL = re.compile("|".join(grammar.PAGE_TAIL))


def paged(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """The lines without page markers, headers and footers, each with its page where the text marks any."""
    inside = _marks_inside_words(lines)
    if inside:
        return _put_together(lines, inside), [noted("doc_marks_inside", count=len(inside))]
    numbered, markers = _by_markers(lines)
    remaining, dropped = _without_repeated(numbered)
    notes = [noted("doc_page_markers", count=markers)] if markers else []
    return remaining, notes + ([noted("doc_headers", count=dropped)] if dropped else [])


def _by_markers(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Lines with the pages that markers at the foot of a page (or form feeds) give them, and how many markers."""
    values = [_marker(line.text) for line in lines]
    fed = lines and lines[-1].page is not None
    bare = _bare_markers(lines) if fed or sum(map(bool, values)) < 2 else frozenset[int]()
    places = {i for i, value in enumerate(values) if value} | bare
    if len(places) < (1 if fed else 2) or (
        not fed and not _ascending([_number(lines[i].text) for i in sorted(places)])
    ):
        return list(lines), 0
    if fed:
        return [line for i, line in enumerate(lines) if i not in places], len(places)
    result: list[Line] = []
    page = _number(lines[min(places)].text)
    gap = False
    for i, line in enumerate(lines):
        if i in places:
            page, gap = _number(line.text) + 1, False
        else:
            after = i - 1 in places
            result.append(line._replace(page=page, gap=(line.gap and not after) or gap))
    return result, len(places)


def _marker(text: str) -> bool:
    return len(text) <= 24 and _MARKER.fullmatch(text) is not None


def _number(text: str) -> int:
    match = re.search(r"\d{1,4}", text)
    return int(match[0]) if match else 0


def _bare_markers(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that are a number only, where they count the pages: each one more than the last, far from each other."""
    places = [i for i, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    if lines and lines[-1].page is not None:
        edges = {i for i, line in enumerate(lines) if _on_edge(lines, i, 1)}
        return frozenset(i for i in places if i in edges)
    numbers = [_number(lines[i].text) for i in places]
    steps = [b - a for a, b in pairwise(places)]
    counting = len(places) >= REPEATED and all(b == a + 1 for a, b in pairwise(numbers))
    return frozenset(places) if counting and min(steps) > APART else frozenset()


def _on_edge(lines: Sequence[Line], index: int, reach: int) -> bool:
    """Whether a line is among the first or last ``reach`` of its page."""
    page = lines[index].page
    before, after = index - reach, index + reach
    return before < 0 or after >= len(lines) or lines[before].page != page or lines[after].page != page


def _ascending(numbers: Sequence[int]) -> bool:
    """Whether numbers count pages: mostly each one more than the one before, or several that only rise."""
    steps = [b - a for a, b in pairwise(numbers)]
    if len(numbers) > REPEATED and min(steps) > 0:
        return True  # some pages of a copy have lost their number
    return bool(steps) and sum(step == 1 for step in steps) * 4 >= len(steps) * 3


def _without_repeated(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines without those that stand at the edge of many pages, figures in them aside.

    Of a heading that is printed on every page of its chapter the first is left.
    """
    pages = {line.page for line in lines}
    if len(pages) < REPEATED:
        return list(lines), 0
    named = [i for i, line in enumerate(lines) if len(line.text) <= NAMED and sum(map(str.isalpha, line.text)) > 1]
    edges = [i for i in named if _on_edge(lines, i, EDGE)]
    shapes = {i: _shape(lines[i].text) for i in edges}
    seen = Counter(shape for shape, _ in {(shape, lines[i].page) for i, shape in shapes.items()})
    enough = max(REPEATED, len(pages) // 5)
    dropped = [i for i, shape in shapes.items() if seen[shape] >= enough and not closed(lines[i].text)]
    first = {shapes[i]: i for i in reversed(dropped) if numeral(lines[i].text)}
    gone = set(dropped) - set(first.values())
    if len(gone) * 2 > len(lines):
        return list(lines), 0  # what is nearly all of the text is no header
    return [line for i, line in enumerate(lines) if i not in gone], len(gone)


def _shape(text: str) -> str:
    """A line as it is alike on every page: without blanks, and without figures unless they number a heading."""
    bare = "".join(text.split())
    return bare if numeral(text) else _DIGITS.sub("0", bare)


def _marks_inside_words(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Sites that share documents number the pages "1、", "2、" at line starts, in the middle of words.

    Gives for each such line the page, and where its text begins; nothing where the numbers are those of a list.
    """
    marks = [(i, int(m[1]), m.end()) for i, line in enumerate(lines) if (m := _INSIDE.match(line.text))]
    counted = [entry for index, entry in enumerate(marks) if entry[1] == index + 1]
    if len(counted) < REPEATED or len(counted) < len(marks):
        return {}
    broken = sum(not closed(lines[i - 1].text) for i, value, _ in counted[1:])
    length = sum(len(lines[i].text) for i, _, _ in counted) / len(counted)
    if broken * 2 < len(counted) - 1 or length < LONG:
        return {}
    return {i: (value, end) for i, value, end in counted}


def _put_together(lines: Sequence[Line], marks: dict[int, tuple[int, int]]) -> list[Line]:
    result: list[Line] = []
    texts: list[list[str]] = []
    for i, line in enumerate(lines):
        value, end = marks.get(i, (0, 0))
        if value > 1 and result and not closed(texts[-1][-1]):
            texts[-1].append(line.text[end:])
        else:
            result.append(line._replace(page=value or None))
            texts.append([line.text[end:]])
    return [line._replace(text=TURN.join(pieces)) for line, pieces in zip(result, texts, strict=True)]


class _Worded(Protocol):
    @property
    def text(self) -> str: ...


L = TypeVar("L", bound=_Worded)


def without_chrome(lines: Sequence[L]) -> tuple[list[L], int]:
    """The lines (or paragraphs) that are the document's, and how many were dropped."""
    remaining = [line for line in lines if not _is_navigation(line.text)]
    surely = max((i for i, line in enumerate(remaining) if _substantial(line.text, SURELY)), default=len(remaining))
    remaining = remaining[
        : next((i for i in range(surely + 1, len(remaining)) if _ends_text(remaining[i].text)), len(remaining))
    ]
    text = [i for i, line in enumerate(remaining) if _substantial(line.text, SUBSTANTIAL)]
    if text:
        above = [line for line in remaining[: text[0]] if not (_ends_text(line.text) or _is_edge(line.text))]
        inside = [line for line in remaining[text[0] : text[-1] + 1] if not _ATTACHED.fullmatch(line.text)]
        below = [ln for ln in remaining[text[-1] + 1 :] if not (_ATTACHED.fullmatch(ln.text) or _is_edge(ln.text))]
        remaining = above + inside + below
    return remaining, len(lines) - len(remaining)


def _is_edge(text: str) -> bool:
    return len(text) <= LONGEST and _EDGE.fullmatch(_bare(text)) is not None


def _ends_text(text: str) -> bool:
    return len(text) <= LONGEST and _TAIL.fullmatch(_bare(text.lstrip(_BULLETS))) is not None


def _is_navigation(text: str) -> bool:
    return len(text) <= LONGEST and _NAVIGATION.fullmatch(_bare(text.lstrip(_BULLETS))) is not None


def _bare(text: str) -> str:
    """A line in simplified characters, without the readings that a mirror prints behind them."""
    return simplified(_READING.sub("", text))


def _substantial(text: str, least: int) -> bool:
    return (len(text) >= least and "。" in text) or heads_outline(text[:40])
