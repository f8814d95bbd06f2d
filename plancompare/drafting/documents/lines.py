"""Lines of a text: which of them make a paragraph.

Hard-wrapped lines are joined again by the width of the file's lines; files without wraps stay. Line breaks inside a
paragraph (Word's soft returns, <br> of web pages) and wide gaps part it only where a new paragraph begins.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancompare.drafting.documents.characters import columns, one_line, together, whole_numbers
from plancompare.drafting.documents.grammar import DOCUMENT_KINDS, MEASURES, NUMERALS
from plancompare.drafting.documents.model import Rows
from plancompare.drafting.documents.numbers import numeral

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")
_NO_START = tuple(",，。、；：！？）》”’】〉〕%％")
_CLOSED = re.compile(r"[。！？!?；;：:…][”’\"'」』）)》〉】]*$")
# a heading without punctuation, a gap, and text
_GAP = re.compile(r"([^，。；：:,;！？\s]{2,30})[ \u3000\t\u00a0]{2,}(?=[^ \u3000].{20})")
# a number with its sign, a Latin word: no line end parts it
# what waits for a figure, or for more of its sentence, whatever the width: …达到⏎98%, …、⏎…
_JOINTS = ("，", ",", "、")
_AWAITS = re.compile(
    r"(?:达到|达|提[高升]到|提[高升]至|增至|增加到|降到|降至|不低于|不少于|不超过|超过|保持在|控制在|[，,、])$"
)
# a figure of running text that a line breaks off in, whatever the width, and how the next goes on with it; a line that
# begins with a year does not
_BREAKS_OFF = re.compile(r"[\u4e00-\u9fff]{2}(?!(?:19|20)\d\d$)\d{1,4}(?:[.,]\d*)?$")
_GOES_ON = re.compile(rf"(?!(?:19|20)\d\d年)\d+(?:[.,]\d+)*[{MEASURES}]")
_WITHOUT_UNIT = re.compile(r"[\u4e00-\u9fff]{2}\d+(?:[.,]\d+)*$")
_UNIT = re.compile(rf"(?:[{MEASURES}]{{1,2}}|万?平方米|万?公里)(?:$|[，、。；（(]|以[上内下]|左右)")
_BREAKS_OFF_IN_WORDS = re.compile(rf"百分之[{NUMERALS}点]*$|[\u4e00-\u9fff]{{2}}[{NUMERALS}]$")
_GOES_ON_IN_WORDS = re.compile(rf"[{NUMERALS}点]{{1,4}}(?:$|[{MEASURES}，、。；]|以[上内下]|左右)")
# a row of a table by its bars, also where the last of them is missing
_ROW_OF_BARS = re.compile(r"[│┃｜|][^│┃｜|]*[│┃｜|]")
_PAIRS = (("“", "”"), ("《", "》"))
# a first line that is called like a document and names its year is its title, however wide
_TITLE = re.compile(rf"[^。；;，,：:！？!?《]{{8,40}}(?:{DOCUMENT_KINDS})")
_MORE_OF_A_TITLE = ("的", "（", "(", "和", "与", "及", "》")
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:[%％]|[\u4e00-\u9fff])")
_WHOLE = re.compile(r"[\dA-Za-z][\dA-Za-z.,%％+-]*[”）)》、，。；]?")
FEW = 6  # lines: in fewer no width is usual
HEADING = 40  # characters of a numbered line that is a heading above the next
WIDEST = 160  # columns of a line that someone may have wrapped; longer lines are whole paragraphs
FULL = 0.86  # of the file's width: Chinese typesetting carries a character or two over to avoid a bad line start
LOOSE = 1.06  # … and a line may be a little longer
MANY = 8  # lines of one width that break off in mid sentence
SHARE = 0.25  # of the lines must be full for the file to be wrapped
INDENT = 4  # columns by which the first line of a paragraph is set in
SHORT = 36  # characters of a line that may be a heading


class Line(NamedTuple):
    """A line: its text without blanks at the ends, where it stands, and what it shows of its paragraph.

    ``indent`` is in columns; ``gap`` says that a blank line stands before it. A table has ``rows`` instead of a text.
    """

    text: str
    number: int
    page: int | None = None
    indent: int = 0
    gap: bool = False
    rows: Rows = ()


def closed(text: str) -> bool:
    """Whether ``text`` ends as a sentence or a clause in a list does."""
    return bool(_CLOSED.search(text[-4:]))


def goes_on(text: str) -> bool:
    """Whether ``text`` begins with what no paragraph begins with: a mark that closes or parts."""
    return text.startswith(_NO_START)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank; a form feed begins a page."""
    pages = text.split("\f")
    number, gap = 0, False
    for page, content in enumerate(pages, 1):
        rows = _BREAKS.split(content)
        for column, row in enumerate(rows):
            number += column > 0 or page == 1
            line = row.strip(" \t\u00a0\u3000")
            if line:
                start = row[: len(row) - len(row.lstrip())]
                yield Line(line, number, page if len(pages) > 1 else None, columns(start), gap)
            gap = not line


def unbroken(text: str) -> list[str]:
    """The paragraphs that ``text`` holds: its lines, joined where a break falls inside a sentence or a word."""
    paragraphs: list[list[str]] = []
    for line in (one_line(piece) for row in text.split("\n") for piece in at_gap(row)):
        if not line:
            continue
        if paragraphs and not _parts(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [whole_numbers(together(*lines)) for lines in paragraphs]


def at_gap(line: str) -> list[str]:
    """The line, or a numbered heading and the text that a wide gap parts it from."""
    line = line.strip()
    number = numeral(line)
    gap = _GAP.match(line, number.width) if number else None
    return [line[: gap.end(1)], line[gap.end() :]] if gap else [line]


def _parts(before: list[str], after: str) -> bool:
    """Whether a break between lines begins a paragraph."""
    if goes_on(after):
        return False
    heading = len(before) == 1 and len(before[0]) <= HEADING and numeral(before[0]) is not None
    return heading or closed(before[-1]) or numeral(after) is not None


def joined(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines as paragraphs, and how many soft breaks were taken out."""
    width = _width(lines)
    shown = _begins_shown(lines, width)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        titled = last is lines[0] and _TITLE.fullmatch(last.text) and not line.text.startswith(_MORE_OF_A_TITLE)
        if last is not None and not titled and (_same_table(last, line) or _continues(last, line, width, shown)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_as_one(group) for group in groups], len(lines) - len(groups)


def _as_one(group: Sequence[Line]) -> Line:
    rows = group[0].rows
    for line in group[1:]:
        rows = _rows_on(rows, line.rows) if rows else rows
    return group[0]._replace(text=together(*(line.text for line in group)), rows=rows)


def _same_table(last: Line, line: Line) -> bool:
    """Whether a table goes on with the one before a turn of the page."""
    return bool(last.rows and line.rows) and last.page != line.page and len(last.rows[0]) == len(line.rows[0])


def _rows_on(above: Rows, below: Rows) -> Rows:
    """The rows of a table that a turn of the page cut: heads printed anew go, a row cut in two is one again."""
    below = below[1:] if below[0] == above[0] else below
    if below and not below[0][0] and any(below[0]):
        mended = tuple(together(a, b) for a, b in zip(above[-1], below[0], strict=True))
        return (*above[:-1], mended, *below[1:])
    return above + below


def _width(lines: Sequence[Line]) -> int:
    """The columns at which the file's lines are wrapped; 0 if they are not."""
    widths = sorted(_wide(line) for line in lines)
    if len(widths) < FEW:
        return _width_of_few(lines)
    widest = widths[int(len(widths) * 0.95)]
    full = sum(widest * FULL <= width <= widest * LOOSE for width in widths)
    if 30 <= widest <= WIDEST and full >= len(widths) * SHARE:
        return widest
    return _usual_width(lines)


def _width_of_few(lines: Sequence[Line]) -> int:
    """The width of a page with hardly any lines, if one that fills it breaks off; else 0, and in files without pages.

    In those someone may have set a few lines without stops.
    """
    widest = max(map(_wide, lines), default=0)
    broken = [_wide(line) for line in lines[:-1] if line.page is not None and not closed(line.text)]
    return widest if 30 <= widest <= WIDEST and max(broken, default=0) >= widest * FULL else 0


def _usual_width(lines: Sequence[Line]) -> int:
    """The width at which many lines break off in mid sentence, in a file that is wrapped in parts only; 0 if none."""
    broken = Counter(_wide(line) for line in lines if not closed(line.text) and 40 <= _wide(line) <= WIDEST)
    dense = {width: sum(broken[width - step] for step in range(3)) for width in broken}
    best = max(dense, key=lambda width: (dense[width], width), default=0)
    return best if best and dense[best] >= max(MANY, len(lines) / 10) and dense[best] * 2 > broken.total() else 0


def _wide(line: Line) -> int:
    return line.indent + columns(line.text)


def _begins_shown(lines: Sequence[Line], width: int) -> tuple[bool, bool]:
    """Whether paragraphs of a wrapped file begin with blanks, and whether a blank line stands before them.

    Where they do, a full line goes on with the next even if it ends a sentence.
    """
    full = [_is_full(line, width) for line in lines]
    begun = [line for line, before in zip(lines[1:], full, strict=False) if not before]
    carried = [line for line, before in zip(lines[1:], full, strict=False) if before]
    shown = []
    for sign in (lambda line: line.indent >= 2, lambda line: line.gap):
        usual = sum(map(sign, begun)) * 2 > len(begun) and sum(map(sign, carried)) * 2 < len(carried)
        shown.append(width > 0 and usual)
    return shown[0], shown[1]


def _is_full(line: Line, width: int, more: int = 0) -> bool:
    """Whether a line fills its width, had it ``more`` columns; one that is much longer is a whole paragraph."""
    return width * FULL <= _wide(line) + more and _wide(line) <= width * LOOSE


def _first_piece(text: str) -> int:
    """The columns of what no line end parts at the head of ``text``: a number or Latin word had to go to the next."""
    match = _WHOLE.match(text)
    return columns(match[0]) if match else 0


def _is_open(before: str, after: str) -> bool:
    """Whether a mark that a line opens is closed on the next: “十⏎五五”规划."""
    for opens, closes in _PAIRS:
        if before.rfind(opens) > before.rfind(closes) and -1 < after.find(closes) < (after + opens).find(opens):
            return True
    return False


def _begins(last: Line, line: Line) -> bool:
    """Whether a line is set in by two characters below one that is not, and that no hanging number or bullet opens."""
    hangs = numeral(last.text) is not None or not last.text[0].isalnum()
    return last.indent == 0 and line.indent == INDENT and not hangs


def _parts_a_number(last: str, text: str) -> bool:
    """Whether a line breaks off in a number, or between it and its unit: 新增学位1⏎500个, 百分之八⏎十五, 3⏎所，."""
    return bool(
        (_BREAKS_OFF.search(last) and _GOES_ON.match(text))
        or (_WITHOUT_UNIT.search(last) and _UNIT.match(text))
        or (_BREAKS_OFF_IN_WORDS.search(last) and _GOES_ON_IN_WORDS.match(text))
    )


def _continues(last: Line, line: Line, width: int, shown: tuple[bool, bool]) -> bool:
    """Whether ``line`` goes on with the paragraph that ``last`` is the end of so far."""
    turned = last.page != line.page
    if last.rows or line.rows or _ROW_OF_BARS.match(last.text) or _ROW_OF_BARS.match(line.text):
        return False
    if goes_on(line.text):
        return True
    if "\t" in last.text or "\t" in line.text or (line.gap and not turned) or numeral(line.text):
        return False
    if _is_open(last.text, line.text):
        return True
    if _AWAITS.search(last.text) and (_FIGURE.match(line.text) or last.text.endswith(_JOINTS)):
        return True
    if (shown[0] and line.indent >= 2) or _begins(last, line):
        return False
    if line.indent <= last.indent and _parts_a_number(last.text, line.text):
        return True
    if width and (_is_full(last, width) or _is_full(last, width, _first_piece(line.text))):
        return (any(shown) and not turned) or shown[0] or not closed(last.text)
    return turned and not width and not closed(last.text) and len(last.text) > SHORT
