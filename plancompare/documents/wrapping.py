"""Hard-wrapped lines joined into paragraphs again, by the width of the file's lines. Files without wraps stay."""

from collections.abc import Sequence

from plancompare.documents.lines import Line, closed, columns, together
from plancompare.documents.numbers import numeral

Rows = tuple[tuple[str, ...], ...]
WIDEST = 160  # columns of a line that someone may have wrapped; longer lines are whole paragraphs
FULL = 0.86  # of the file's width: Chinese typesetting carries a character or two over to avoid a bad line start
SHARE = 0.25  # of the lines must be full for the file to be wrapped
SHORT = 36  # characters of a line that may be a heading


def joined(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines as paragraphs, and how many soft breaks were taken out."""
    width = _width(lines)
    indents = _indents(lines, width)
    kept: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _same_table(last, line):
            kept[-1] = kept[-1]._replace(rows=_rows_on(kept[-1].rows, line.rows), page=kept[-1].page)
        elif last is not None and _continues(last, line, width, indents):
            kept[-1] = kept[-1]._replace(text=together(kept[-1].text, line.text))
        else:
            kept.append(line)
        last = line
    return kept, len(lines) - len(kept)


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
    widths = sorted(line.indent + columns(line.text) for line in lines)
    if len(widths) < 6:
        return 0
    widest = widths[int(len(widths) * 0.95)]
    full = sum(widest * FULL <= width <= widest * 1.06 for width in widths)
    return widest if 30 <= widest <= WIDEST and full >= len(widths) * SHARE else 0


def _indents(lines: Sequence[Line], width: int) -> bool:
    """Whether paragraphs of a wrapped file begin with blanks: then a line without them goes on with the last."""
    full = [line.indent + columns(line.text) >= width * FULL for line in lines]
    begun = [line for line, before in zip(lines[1:], full, strict=False) if not before]
    carried = [line for line, before in zip(lines[1:], full, strict=False) if before]
    return (
        width > 0
        and sum(line.indent >= 2 for line in begun) * 2 > len(begun)
        and sum(line.indent < 2 for line in carried) * 2 > len(carried)
    )


def _continues(last: Line, line: Line, width: int, indents: bool) -> bool:
    """Whether ``line`` goes on with the paragraph that ``last`` is the end of so far."""
    turned = last.page != line.page
    if last.rows or line.rows:
        return False
    if "\t" in last.text or "\t" in line.text or (line.gap and not turned) or _begins(line.text):
        return False
    if indents and line.indent >= 2:
        return False
    if width and last.indent + columns(last.text) >= width * FULL:
        return indents or not closed(last.text)
    return turned and not width and not closed(last.text) and len(last.text) > SHORT


def _begins(text: str) -> bool:
    """Whether a line begins with a number of its own."""
    found = numeral(text)
    return found is not None and found.width > 0
