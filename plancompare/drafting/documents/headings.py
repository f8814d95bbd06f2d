"""Where a heading ends and its text begins, and which lines without a number are headings."""

import re
from collections.abc import Mapping, Sequence

from plancompare.drafting.documents.lines import closed
from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import ARABIC, numeral

HEADING = 60  # characters that a heading on a line of its own has at most
RUN_IN = 36  # characters that a heading at the start of its paragraph has at most
ALONE = 25  # characters of a heading without number on a line of its own
TEXT = 20  # characters that follow a run-in heading at least
COMMON = 0.7  # of the paragraphs must begin with a short sentence for such sentences to be headings
_SENTENCE = re.compile(r"[。！？!?；;]")
_FIGURES = re.compile(r"[%％]|\d{4}年|到20\d\d")
_OPEN_END = "；;，,、：:"
_COLON = re.compile(r"([^，。；、：:,;\d]{2,14})[：:](?=.{10})")
# headings that official documents share, whatever they are about: found even where they run into their text
_STOCK = re.compile(
    r"(?:总体要求|总体思路|指导思想|基本原则|工作原则|战略定位|(?:总体|主要|发展|工作|行动|具体|预期)目标|"
    r"(?:主要|重点|工作)任务|(?:工作|重点|保障|主要|政策)措施|重点(?:工作|工程|项目)|(?:工作|有关|相关)要求|实施步骤|"
    r"组织(?:领导|实施|保障)|(?:发展|现实)基础|(?:发展|面临)形势|(?:发展|面临)环境|(?:存在|主要)问题)"
    r"(?![是为有和与及的、，：:；]|[。]|$)"
)
_DATED = re.compile(r"\d{4}\s*年|\d{1,2}\s*月|[:：]|^[（(\d]|[”》]$")


def heading_and_rest(text: str, rank: int) -> tuple[str, str]:
    """The heading that opens ``text`` (after its number of ``rank``) and what is left; ("", text) where none does."""
    if found := _COLON.match(text):
        return found[1].strip(), text[found.end() :].strip()
    end = _SENTENCE.search(text)
    if end is None and len(text) <= HEADING and text[-1] not in _OPEN_END:
        return text, ""
    if end and _is_heading(text[: end.start()]) and end[0] not in "；;":
        return text[: end.start()], text[end.end() :].strip()
    if rank <= ARABIC and (found := _STOCK.match(text)) and len(text) - found.end() >= TEXT:
        return found[0], text[found.end() :]
    return "", text


def _is_heading(sentence: str, most: int = RUN_IN) -> bool:
    """Whether a sentence is short and plain enough to be a heading."""
    clauses = sentence.count("，") + sentence.count(",")
    return 2 <= len(sentence) <= most and clauses <= 1 and not _FIGURES.search(sentence)


def headings_without_numbers(paragraphs: Sequence[Paragraph]) -> Mapping[int, int]:
    """Paragraphs (by place) that are or begin with a heading without a number, and where in them it ends.

    A short line before a long paragraph is one. A short first sentence is one where most paragraphs of the document,
    or all of a stretch of three or more, begin so.
    """
    plain = {i: p for i, p in enumerate(paragraphs) if _is_plain(p)}
    ends = {i: _first_sentence(p.text) for i, p in plain.items() if _sentences(p.text) > 1}
    usual = sum(map(bool, ends.values())) >= COMMON * len(ends) and len(ends) > 3
    wanted = ends if usual else {i: ends[i] for stretch in _stretches(plain, ends) for i in stretch if i in ends}
    found = {i: end for i, end in wanted.items() if end}
    alone = {i: len(p.text) for i, p in plain.items() if _stands_alone(i, paragraphs)}
    return found | alone


def _stretches(plain: Mapping[int, Paragraph], ends: Mapping[int, int]) -> list[list[int]]:
    """Paragraphs between two numbers that mostly begin with a short sentence: three or more in a row."""
    stretches: list[list[int]] = []
    for place in plain:
        if stretches and stretches[-1][-1] == place - 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    return [s for s in stretches if len(s) >= 3 and sum(bool(ends.get(i)) for i in s) >= COMMON * len(s)]


def _is_plain(paragraph: Paragraph) -> bool:
    own = paragraph.style or paragraph.number or paragraph.role or paragraph.rows
    return not own and numeral(paragraph.text) is None


def _sentences(text: str) -> int:
    return text.count("。") + text.count("！") + text.count("？")


def _first_sentence(text: str) -> int:
    """Where the first sentence ends, if it is short enough for a heading and text follows; else 0."""
    end = text.find("。", 0, RUN_IN)
    return end + 1 if end > 0 and _is_heading(text[:end], RUN_IN - 6) and len(text) - end > TEXT else 0


def _stands_alone(place: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a line without number is a heading: short, no sentence, and a long paragraph follows."""
    text = paragraphs[place].text
    if place == 0 or place + 1 >= len(paragraphs) or len(text) > ALONE or len(text) < 2:
        return False
    after, before = paragraphs[place + 1], paragraphs[place - 1]
    follows = _is_plain(after) and len(after.text) >= 2 * ALONE and closed(after.text)
    if not follows or _SENTENCE.search(text) or text[-1] in _OPEN_END or _DATED.search(text):
        return False
    return closed(before.text) or bool(before.rows)
