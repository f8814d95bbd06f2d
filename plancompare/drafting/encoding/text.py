"""Running text cut into sentences and clauses, every piece with its place. Knows punctuation and nothing of plans."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from plancompare.drafting.encoding.clauses import ASKING
from plancompare.drafting.encoding.grammar import COUNTS_INSIDE, MARKS

_OPEN, _CLOSE = "（(《“‘「『【〔[", "）)》”’」』】〕]"
_SENTENCE_ENDS, _PART_ENDS, _CLAUSE_ENDS = "。！？!?\n", "；;", "，,：:"
_STOPS = _SENTENCE_ENDS + _PART_ENDS + _CLAUSE_ENDS
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|〔[^〔〕]*〕")
_MARK, _COUNTS = re.compile(MARKS), re.compile(COUNTS_INSIDE)
_ASKS, _ASKING = "?？", re.compile(ASKING)
_LONGEST_ASIDE = 60  # a bracket that does not close within so many characters was never meant to


class _HalfWidth(dict[int, str]):
    """Character -> its half-width sign, where that is one character; looked up once for each."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code))
        self[code] = character = folded if len(folded) == 1 else chr(code)
        return character


_HALF_WIDTH = _HalfWidth()


class Clause(NamedTuple):
    """A stretch between two stops.

    ``mark`` is a number, a bullet or a dash that stood before it (一是, ①, ——), which is no part of it.
    ``start`` and ``end`` are offsets in the text it was cut from; ``sentence`` and ``part`` number the sentence and
    the part of it (parts end at semicolons); ``closes`` is the stop behind it ("" at the end of the text).
    """

    text: str
    start: int
    end: int
    sentence: int
    part: int
    closes: str
    mark: str = ""


def plain(text: str) -> str:
    """``text`` in half-width signs, character by character, so that offsets stay what they are."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def masked(text: str, mark: str = "□") -> str:
    """``text`` with what stands in quotation marks and title marks blotted out, at the same length."""
    return _QUOTED.sub(lambda m: m[0] if _COUNTS.search(m[0]) else m[0][0] + mark * (len(m[0]) - 2) + m[0][-1], text)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of ``text`` in their order, trimmed; stops inside brackets and quotation marks do not cut."""
    start = sentence = part = 0
    for end, stop in [*_stops(text), (len(text), "")]:
        inner = text[start:end]
        body = inner.strip().lstrip(_ASKS)  # of a lost character at the head
        mark = _MARK.match(body)
        if mark and mark.end() < len(body):
            body = body[mark.end() :].lstrip()
        if body:
            last = start + len(inner.rstrip())
            yield Clause(body, last - len(body), last, sentence, part, stop, mark[0].strip() if mark else "")
        start = end + 1
        if stop in _SENTENCE_ENDS:
            sentence, part = sentence + 1, 0
        elif stop in _PART_ENDS:
            part += 1


def _stops(text: str) -> Iterator[tuple[int, str]]:
    closed = 0
    for index, character in enumerate(text):
        if index < closed:
            continue
        if character in _OPEN:
            closed = _end_of_aside(text, index)
        elif character in _ASKS and _is_lost(text, index):
            continue
        elif character in _STOPS and not (character in _CLAUSE_ENDS and _inside_number(text, index)):
            yield index, character


def _is_lost(text: str, index: int) -> bool:
    """Whether a question mark stands for a lost character, 新建小学?3所: nothing asks, and the text goes on."""
    start = max(text.rfind(stop, 0, index) for stop in _SENTENCE_ENDS.replace("?", "").replace("？", ""))
    goes_on = text[index + 1 : index + 2].strip() != ""
    return goes_on and not asks(text[start + 1 : index])


def asks(text: str) -> bool:
    """Whether something is asked in a text: 钱从哪里来."""
    return _ASKING.search(text) is not None


def _end_of_aside(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` has closed; right behind it if it does not close nearby."""
    depth = 0
    for end in range(start, min(len(text), start + _LONGEST_ASIDE)):
        if text[end] in _OPEN:
            depth += 1
        elif text[end] in _CLOSE:
            depth -= 1
            if depth == 0:
                return end + 1
        elif text[end] in _SENTENCE_ENDS and text[start] not in "“‘「『":
            break
    return start + 1


def _inside_number(text: str, index: int) -> bool:
    """Whether a comma or colon belongs to a number: 1,200 or 1:1."""
    before, behind = text[index - 1 : index], text[index + 1 : index + 2]
    if not (before.isdigit() and behind.isdigit()):
        return False
    return text[index] in ":：" or text[index + 1 : index + 4].isdigit()
