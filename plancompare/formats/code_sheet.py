"""Commitments to code as a sheet (CSV or XLSX) with the proposals beside each, and the filled sheet read back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from plancompare.asking.standards import PROPOSALS, Proposal
from plancompare.errors import PlanCompareError
from plancompare.formats.csv import csv_text, plain_cell
from plancompare.formats.sheet import read_table, workbook
from plancompare.model import Commitment, Lang
from plancompare.telling.words import say

COLUMNS = ("standard", "commitment", "text", "place", "evidence", *map(str, range(1, PROPOSALS + 1)), "none")
WIDTHS = (34, 18, 44, 26, 30, *(34,) * PROPOSALS, 6)
FIRST, LAST = "F", "K"  # the columns of the proposals and of "none", which the drop-down offers
NEEDED = 3  # columns up to the text; programs leave empty ones at the end of a line out


class Filled(NamedTuple):
    """A line of a sheet: what was ``said`` of the commitment ``key``, whose words were ``text``; the proposals."""

    line: int
    said: str
    key: str
    text: str
    choices: tuple[str, ...]


def heads(lang: Lang) -> tuple[str, ...]:
    """The first line of a sheet."""
    return tuple(name if name.isdecimal() else say(f"code_{name}", lang) for name in COLUMNS)


def sheet(suffix: str, lines: Iterable[tuple[Commitment, Sequence[Proposal]]], lang: Lang = "en") -> bytes:
    """The commitments with an empty first column: a workbook offers the proposals there, and takes other ids too."""
    rows = [_row(commitment, proposals, lang) for commitment, proposals in lines]
    if suffix.lower() == ".xlsx":
        return workbook(
            say("code_title", lang), [heads(lang), *rows], WIDTHS, (f"A2:A{len(rows) + 1}", f"${FIRST}2:${LAST}2")
        )
    return csv_text(heads(lang), rows).encode("utf-8-sig")  # a BOM, or Excel misreads it


def _row(commitment: Commitment, proposals: Sequence[Proposal], lang: Lang) -> list[str]:
    named = [f"{proposal.standard.id} {proposal.standard.label.zh}" for proposal in proposals]
    quotes = " | ".join(evidence.quote for evidence in commitment.evidence)
    cells = ["", commitment.key, commitment.text, commitment.place, quotes]
    return [*cells, *named, *[""] * (PROPOSALS - len(named)), say("code_none", lang)]


def read_codes(path: Path) -> list[Filled] | None:
    """The lines of a sheet of codes; None for a sheet of another kind.

    PlanCompareError for a sheet that cannot be read, was cut off, or says two things of one commitment.
    """
    table = read_table(path)
    first_line = tuple(cell.strip() for cell in table[0][:NEEDED]) if table else ()
    if first_line not in (heads("zh")[:NEEDED], heads("en")[:NEEDED]):
        return None
    first: dict[str, Filled] = {}
    for line, cells in enumerate(table[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < NEEDED:
            raise PlanCompareError(
                "{path}:{line}: {count} columns, wanted {wanted}; the sheet was cut off",
                path=path,
                line=line,
                count=len(cells),
                wanted=len(COLUMNS),
            )
        said, key, text, _, _, *choices = [plain_cell(cell) for cell in (*cells, *[""] * len(COLUMNS))][: len(COLUMNS)]
        filled = Filled(line, said, key, text, tuple(filter(None, choices[:PROPOSALS])))
        other = first.setdefault(key, filled)
        if other.said != said:
            raise PlanCompareError(
                "{path}:{line}: {key} is {said} here, {other} on line {first}; keep one",
                path=path,
                line=line,
                key=key,
                said=said,
                other=other.said,
                first=other.line,
            )
    return list(first.values())
