"""Tables that lost the ends of their cells: heads of columns run together, and below them cells of one row in lines.

A page that shows what came of each task leaves such lines (工作任务责任单位进展情况). A line that only names bodies is
the cell of those responsible, by which the others are known: the task stands on one side of it, what was done on the
other.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from plancompare.drafting.documents.grammar import (
    BODY_ENDS,
    COLUMNS_DONE,
    COLUMNS_LEAD,
    COLUMNS_TASK,
    COLUMNS_TERM,
    OTHER_COLUMNS,
)
from plancompare.drafting.documents.model import Paragraph
from plancompare.drafting.documents.numbers import heads_outline

REACH = 40  # lines that such a table may take
NAME = 12  # characters of the name of a body, or of a task that stands in front of what is to be done
_KINDS = tuple(map(re.compile, (COLUMNS_TASK, COLUMNS_LEAD, COLUMNS_DONE, COLUMNS_TERM, OTHER_COLUMNS)))
_HEADS = re.compile("|".join(f"(?:{kind.pattern})" for kind in _KINDS))
_TASK, _LEAD, _DONE, _TERM, _OTHER = _KINDS
_BODY = re.compile(rf"[\u4e00-\u9fff]{{0,{NAME}}}(?:{BODY_ENDS})")
_STOP = re.compile("[。；;！？]")


def run_together(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[list[str]]]:
    """Where a table that begins at ``start`` ends, and its rows; ``(start, [])`` where none begins."""
    heads, first = _heads(paragraphs, start)
    kinds = [_kind(head) for head in heads]
    if len(set(heads)) < len(heads) or not {_TASK, _LEAD, _DONE} <= set(kinds):
        return start, []
    lines = _lines(paragraphs, first)
    rows, taken = _rows(lines, kinds.index(_LEAD) < kinds.index(_DONE), max(1, kinds.count(_TERM)))
    names = [p.text for p in paragraphs[:start]]
    named = [[*_name_and_task(task, names), *row] for task, *row in rows]
    head = [
        heads[0] if kinds[0] is _OTHER else "",
        *(heads[len(kinds) - 1 - kinds[::-1].index(kind)] for kind in (_TASK, _LEAD, _DONE)),
    ]
    return (first + taken, [head, *named]) if rows else (start, [])


def _kind(head: str) -> re.Pattern[str]:
    return next(kind for kind in _KINDS if kind.fullmatch(head))


def _heads(paragraphs: Sequence[Paragraph], start: int) -> tuple[list[str], int]:
    """The heads of columns in the lines from ``start`` on that hold nothing else, and where the rows begin."""
    heads, place = list[str](), start
    while place < len(paragraphs) and not paragraphs[place].rows:
        line = re.sub(r"\s", "", paragraphs[place].text)
        found = _HEADS.findall(line)
        if not found or "".join(found) != line:
            break
        heads += found
        place += 1
    return heads, place


def _lines(paragraphs: Sequence[Paragraph], first: int) -> list[str]:
    """The lines that may be cells: up to a number of the outline, or what is a table already."""
    lines: list[str] = []
    for paragraph in paragraphs[first : first + REACH]:
        if paragraph.rows or heads_outline(paragraph.text):
            break
        lines.append(paragraph.text)
    return lines


def _rows(lines: Sequence[str], lead_first: bool, terms: int) -> tuple[list[list[str]], int]:
    """The rows of task, bodies and what was done, and how many lines they take.

    With ``lead_first`` what was done stands below the bodies, up to the line above the next row's; the last row has a
    line for each of its ``terms``, no more. Else the bodies end a row.
    """
    bodies = [place for place, line in enumerate(lines) if place and _names_bodies(line)]
    if not bodies:
        return [], 0
    if lead_first:
        ends = [*(place - 1 for place in bodies[1:]), min(len(lines), bodies[-1] + 1 + terms)]
        rows = [
            [lines[place - 1], lines[place], "\n".join(lines[place + 1 : end])]
            for place, end in zip(bodies, ends, strict=True)
        ]
        return rows, ends[-1]
    bounds = [-1, *bodies]
    rows = [[lines[low + 1], lines[high], "\n".join(lines[low + 2 : high])] for low, high in pairwise(bounds)]
    return rows, bodies[-1] + 1


def _names_bodies(line: str) -> bool:
    """Whether a line names bodies and says nothing: 县教育局，各乡镇、街道."""
    names = [name for name in re.split(r"[、，,;；\s]+", line) if name]
    return bool(names) and not _STOP.search(line) and all(_BODY.fullmatch(name) for name in names)


def _name_and_task(cell: str, lines: Sequence[str]) -> tuple[str, str]:
    """The name of a task and the task, where a line above the table is that name: 教育惠民, 教育惠民启动…"""
    names = (line for line in lines if 1 < len(line) <= NAME and cell.startswith(line) and len(line) < len(cell))
    name = max(names, key=len, default="")
    return name, cell[len(name) :].lstrip(" :：")
