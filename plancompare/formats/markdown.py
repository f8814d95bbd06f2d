"""Markdown (CommonMark with tables). Texts of plans are escaped, so that none of them becomes markup or HTML."""

import re
from collections.abc import Iterator

from plancompare.telling.blocks import (
    MARKS,
    Blank,
    Cell,
    Count,
    Grid,
    Heading,
    Line,
    Mark,
    Passage,
    Prose,
    Report,
    Watch,
    unwatched,
)
from plancompare.telling.text import printable
from plancompare.telling.words import say

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$])")  # begins or closes markup anywhere in a line
_AT_START = re.compile(r"^([-+=#:]|\d+[.)])")  # makes a list, a heading or a rule at a line's start


def render(report: Report, watch: Watch = unwatched) -> bytes:
    """The report as UTF-8 text."""
    lines = [f"# {escaped(report.title)}", ""]
    for block in watch(report.blocks):
        lines += _block(block, report)
    return "\n".join(lines).encode()


def escaped(text: str) -> str:
    """``text`` as words only: nothing in it is markup, an entity, a link or a line's end."""
    plain = " ".join(printable(text).split()).replace("&", "&amp;")
    return _MARKUP.sub(r"\\\1", plain).replace("://", ":\\//").replace("www.", "www\\.").replace("@", "&#64;")


def _paragraph(text: str) -> str:
    """Escaped text at a line's start, where more signs begin markup."""
    return _AT_START.sub(lambda match: f"{match[1][:-1]}\\{match[1][-1]}", escaped(text))


def _block(block: Heading | Prose | Grid, report: Report) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
    elif isinstance(block, Prose):
        yield f"    {printable(block.text)}" if block.code else _paragraph(block.text)
    elif block.data:
        return
    else:
        yield from _grid(block, report)
    yield ""


def _grid(grid: Grid, report: Report) -> Iterator[str]:
    said = any(column.kind == "mark" for column in grid.columns)
    shown = grid.shown
    heads = [escaped(grid.columns[place].head) for place in shown]
    rules = ["--:" if grid.columns[place].kind == "number" else "---" for place in shown]
    if said:
        heads, rules = [*heads, escaped(say("report_said", report.lang))], [*rules, "---"]
    yield f"**{escaped(grid.caption)}**"
    yield ""
    yield _line(heads)
    yield _line(rules)
    for line in grid.lines:
        cells = [_cell(line.cells[place]) for place in shown]
        yield _line([*cells, _said(line, report)] if said else cells)
    if grid.note:
        yield ""
        yield _paragraph(grid.note)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Mark):
        return MARKS[cell.state]
    if isinstance(cell, Count):
        part = "?" if cell.part else ""
        return f"{MARKS[cell.state]} {cell.value}{part}" if cell.value else MARKS[cell.state]
    if isinstance(cell, Blank):
        return escaped(cell.words)
    return "" if cell is None else escaped(str(cell))


def _said(line: Line, report: Report) -> str:
    """What each plan says, one after the other, why a row cannot apply to a plan, and what may be the promise."""
    passages = [f"**{escaped(report.names[mark.plan])}** {_passage(p)}" for mark in line.marks for p in mark.passages]
    reasons = [f"**{escaped(report.names[mark.plan])}** {escaped(mark.reason)}" for mark in line.marks if mark.reason]
    return "<br>".join([*passages, *reasons, *_candidates(line, report)])


def _candidates(line: Line, report: Report) -> Iterator[str]:
    """The passages that may be the promise, each with its score."""
    for mark in line.marks:
        name = f"**{escaped(report.names[mark.plan])}** {MARKS['unsure']}"
        for passage in mark.candidates:
            yield f"{name} {passage.score} · {_passage(passage)}"
        if mark.more:
            yield f"{name} {escaped(say('more_candidates', report.lang, count=mark.more))}"


def _passage(passage: Passage) -> str:
    parts = [
        "" if passage.repeats else escaped(passage.text),
        f"\\[{escaped(passage.figures)}\\]" if passage.figures else "",
        escaped(passage.place),
        " ".join(f"「{escaped(quote)}」" for quote in passage.quotes),
        escaped(passage.key),
    ]
    return " · ".join(part for part in parts if part)
