"""Markdown files, as far as plans need it: headings, lists, tables; marks of emphasis, links and comments go."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plancompare.drafting.documents.characters import clean, decode
from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.lines import unbroken
from plancompare.drafting.documents.model import Paragraph, Reading, Watch

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*([^#\s].*?)[ \t#]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_ITEM = re.compile(r"[ \t]*[-*+][ \t]+(\S.*)")
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}|<!--.*-->")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,}).*")
_ROW = re.compile(r"[ \t]*\|?.*\|.*")
_BETWEEN = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_CELLS = re.compile(r"(?<!\\)\|")
_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|~~|`+)(?=\S)([^*_~`\n]{1,2000}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLOCK_QUOTE = re.compile(r"(?:[ \t]*>)+[ \t]?")


def read_markdown(file: str, data: bytes, watch: Watch) -> Reading:
    """The paragraphs of a Markdown file. Raises PlanCompareError where the bytes are no text."""
    text, notes = decode(file, data)
    lines = [_BLOCK_QUOTE.sub("", line, count=1) if line.lstrip()[:1] == ">" else line for line in _lines(clean(text))]
    return finished(list(_paragraphs(list(watch(lines)))), notes)


def _lines(text: str) -> list[str]:
    """The lines, those of a heading of settings (between ``---``) blank."""
    lines = text.replace("\f", "\n").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].strip() == "---":
        end = next((i for i, line in enumerate(lines[1:200], 1) if line.strip() in ("---", "...")), 0)
        return [""] * (end + 1) + lines[end + 1 :]
    return lines


def _paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    pending: list[str] = []
    index = 0
    while index < len(lines):
        underline = _UNDERLINE.fullmatch(lines[index]) if len(pending) == 1 else None
        if underline:
            yield Paragraph(plain(pending.pop()), index, style=1 if "=" in underline[1] else 2)
        alone, end = (None, index + 1) if underline else _alone(lines, index, bool(pending))
        if end == index:
            pending.append(lines[index])
            index += 1
            continue
        yield from _text(pending, index + 1 - len(pending))
        pending = []
        if alone is not None:
            yield alone
        index = end
    yield from _text(pending, index + 1 - len(pending))


def _alone(lines: Sequence[str], index: int, in_text: bool) -> tuple[Paragraph | None, int]:
    """What a line is that is no running text, if it is anything, and where the next piece begins."""
    line = lines[index]
    if not line.strip() or _RULE.fullmatch(line):
        return None, index + 1
    if match := _HEADING.fullmatch(line):
        return Paragraph(plain(match[2]), index + 1, style=len(match[1])), index + 1
    if match := _FENCE.fullmatch(line):
        end = next((i for i in range(index + 1, len(lines)) if lines[i].strip().startswith(match[1])), len(lines))
        return None, end + 1
    if match := _ITEM.fullmatch(line):
        return Paragraph(plain(match[1]), index + 1, role="item", number="•"), index + 1
    if not in_text and index + 1 < len(lines) and _ROW.fullmatch(line) and _BETWEEN.fullmatch(lines[index + 1]):
        return _table(lines, index)
    return None, index


def _table(lines: Sequence[str], index: int) -> tuple[Paragraph, int]:
    end = index + 2
    while end < len(lines) and lines[end].strip() and _ROW.fullmatch(lines[end]):
        end += 1
    rows = [_cells(line) for line in (lines[index], *lines[index + 2 : end])]
    width = max(map(len, rows))
    return Paragraph("", index + 1, rows=tuple(tuple(row + [""] * (width - len(row))) for row in rows)), end


def _cells(line: str) -> list[str]:
    return [plain(cell) for cell in _CELLS.split(line.strip().removeprefix("|").removesuffix("|"))]


def _text(lines: Iterable[str], begun: int) -> Iterator[Paragraph]:
    """Lines of running text: one paragraph, unless they begin with numbers or end as sentences do."""
    for text in unbroken("\n".join(map(plain, lines))):
        yield Paragraph(text, begun)


def plain(text: str) -> str:
    """``text`` without marks."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _TAG.sub("", text.replace("<br>", "\n").replace("<br/>", "\n"))
    for _ in range(2):  # emphasis inside emphasis
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text).strip()
